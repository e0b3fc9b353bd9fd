// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

#include <bcmkit/app/gap.hpp>

#include <nlohmann/json.hpp>

/// The gaps of one event, as a chapter of `recovery`.
namespace bcmkit::cli {

/// By kind, each under its heading; without `everything` the first lines of each only.
void write_gaps(Terminal& terminal, const model::Plan& plan, const app::GapReport& report, bool everything);

/// Records by id; times in minutes after the event, null where it never comes back, is unknown or nobody asks.
nlohmann::ordered_json to_json(const app::GapReport& report);

} // namespace bcmkit::cli
