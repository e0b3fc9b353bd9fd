// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

#include <bcmkit/app/restore_plan.hpp>

#include <nlohmann/json.hpp>

/// How the work of the teams reads on the screen and for machines.
namespace bcmkit::cli {

/// `all`: every line, not only the first ones.
void write_restore_plan(Terminal& terminal, const model::Plan& plan, const app::RecoveryReport& report,
                        const app::RestorePlan& work, bool all);

/// Minutes after the event. `nr` is the place in `steps` of the recovery.
nlohmann::ordered_json to_json(const app::RecoveryReport& report, const app::RestorePlan& work);

} // namespace bcmkit::cli
