// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/deadlock.hpp>

#include <string>
#include <vector>

/// Why a loop of restoring does not end by itself, and what would end it.
namespace bcmkit::app {

/// Per need along the loop one German sentence: who needs what for which phase, and why no other way helps.
std::vector<std::string> blocked_lines(const model::Plan& plan, const analysis::Graph& graph, const analysis::Deadlock& deadlock);

/// "Für Anmeldedienst: Passwort-Tresor als Kopie auf Papier oder Stick": one for each proposal, the cheapest first.
std::vector<std::string> proposal_lines(const model::Plan& plan, const analysis::Graph& graph,
                                        const analysis::Deadlock& deadlock);

} // namespace bcmkit::app
