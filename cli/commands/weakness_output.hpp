// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

#include <bcmkit/app/weakness.hpp>

#include <nlohmann/json.hpp>

/// What `weaknesses` and `show` say about where a plan breaks.
namespace bcmkit::cli {

/// By kind, each under its heading; without `everything` at most ten lines of a kind.
void write_weaknesses(Terminal& terminal, const model::Plan& plan, const app::Weaknesses& found, bool everything);

/// Of these only the data that is lost and the ways nobody tried.
void write_loss_and_evidence(Terminal& terminal, const model::Plan& plan, const app::Weaknesses& found, bool everything);
/// data_loss, service_loss, untested: as below.
nlohmann::ordered_json outage_to_json(const app::Weaknesses& found);

/// Records by id; durations in minutes, null where all is lost for good or nothing is recorded; days ISO.
nlohmann::ordered_json to_json(const app::Weaknesses& found);

} // namespace bcmkit::cli
