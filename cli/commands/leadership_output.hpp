// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

#include <bcmkit/app/leadership.hpp>

namespace bcmkit::cli {

void write_leadership(Terminal& terminal, const model::Plan& plan, const app::CheckResult& result,
                      const app::LeadershipReport& report);
void write_leadership_json(Terminal& terminal, const app::CheckResult& result, const app::LeadershipReport& report);

} // namespace bcmkit::cli
