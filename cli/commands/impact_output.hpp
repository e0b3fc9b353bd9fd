// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

#include <bcmkit/app/impact.hpp>

/// How an impact reads on the screen and for machines.
namespace bcmkit::cli {

/// `all`: every name, not only the most urgent of a list.
void write_impact(Terminal& terminal, const model::Plan& plan, const app::ImpactReport& report, bool all);
void write_impact_json(Terminal& terminal, const model::Plan& plan, const app::ImpactReport& report);

} // namespace bcmkit::cli
