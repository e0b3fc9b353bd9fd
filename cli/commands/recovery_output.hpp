// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

#include <bcmkit/app/recovery.hpp>

#include <nlohmann/json.hpp>

/// How a recovery reads on the screen and for machines.
namespace bcmkit::cli {

/// `all`: every line, not only the first ones of a section.
void write_recovery(Terminal& terminal, const model::Plan& plan, const app::RecoveryReport& report, bool all);

/// Minutes after the event; null where it never comes, nobody needs it or nobody knows.
nlohmann::ordered_json to_json(const model::Plan& plan, const app::RecoveryReport& report);

} // namespace bcmkit::cli
