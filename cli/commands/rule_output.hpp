// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

#include <bcmkit/check/finding.hpp>
#include <bcmkit/check/rule.hpp>

#include <nlohmann/json.hpp>

/// What `check` and `why` both show of rules.
namespace bcmkit::cli {

/// Throws Error{usage} with the nearest ids where there is no such rule.
const check::Rule& demand_rule(std::string_view word);
void write_rule(Terminal& terminal, const check::Rule& rule, bool json = false);
void write_rules(Terminal& terminal, bool json);

nlohmann::ordered_json to_json(const check::Finding& finding);

} // namespace bcmkit::cli
