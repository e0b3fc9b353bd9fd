// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/app/check.hpp>

namespace bcmkit::app {

/// What stands in the foot of the Prüfbericht and of the Leitungsblatt.
doc::Imprint report_imprint(const model::Plan& plan, const CheckResult& result);

} // namespace bcmkit::app
