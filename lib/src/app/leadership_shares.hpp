// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/app/leadership.hpp>

namespace bcmkit::app {

/// How many services have a priority, their Fachverfahren, a deputy, a fallback on paper, contracts to read offline and a
/// printed copy. Asked of the services in use; all but the first not of those that are not time-critical.
std::vector<ServiceShare> service_shares(const model::Plan& plan, Date day);

} // namespace bcmkit::app
