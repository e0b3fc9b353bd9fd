// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/deadlock.hpp>
#include <bcmkit/analysis/restore_order.hpp>
#include <bcmkit/analysis/scenario.hpp>
#include <bcmkit/app/weakness.hpp>

#include <optional>
#include <string>
#include <vector>

/// What comes back in which order after something failed.
namespace bcmkit::app {

struct RecoveryRequest {
    std::vector<std::string> down;       ///< ids, or names
    std::optional<std::string> scenario; ///< of analysis::standard_scenarios, or of the plan; without both: all IT
    std::optional<Moment> start;         ///< then work keeps the calendars of the plan
    Date day;                            ///< for classes and seasons, where there is no start
};

/// Likely durations. Everything refers to the same graph, so that sections can be added that look at it.
struct RecoveryReport {
    analysis::Happening what;
    std::optional<Moment> start;
    Date day;
    analysis::Graph graph;
    analysis::StateGraph states;
    analysis::Event event;
    analysis::Recovery lower; ///< what is unknown takes no time: nothing is back earlier
    analysis::Recovery upper; ///< what is unknown never ends
    std::vector<analysis::Target> targets;
    analysis::RestoreOrder order; ///< of `lower`
    std::vector<analysis::Blockade> blockades;
    std::vector<analysis::Deadlock> deadlocks; ///< those of them that are loops, with what would break them

    const std::string& id_of(analysis::Index vertex) const {
        return graph.nodes[static_cast<std::size_t>(states.node[static_cast<std::size_t>(vertex)])].id;
    }
};

/// Throws Error{usage} as demand_happening does.
RecoveryReport recovery_report(const model::Plan& plan, const RecoveryRequest& request);

/// Data that is lost, ways nobody tried, in this event. Where all IT fails the cause may be an attack: then backups within
/// reach of the attacker are gone as well, as `weaknesses` reckons.
Weaknesses outage_weaknesses(const model::Plan& plan, const RecoveryReport& report);

// Words for the screen.
/// "Sicherungsserver", with the name of the way where there are several: "Mail (Neuaufbau)".
std::string step_name(const model::Plan& plan, const RecoveryReport& report, const analysis::OrderStep& step);
/// When a vertex is back: "nach 4 Stunden", with a start "Sa 28.11. 06:00"; "frühestens …" where something unknown comes before
/// it.
std::string back_text(const RecoveryReport& report, analysis::Index vertex);
/// A minute after the event: "nach 4 Stunden", with a start "Sa 28.11. 06:00"; "vor dem Ausfall" where it is negative.
std::string minute_text(const RecoveryReport& report, Minutes minute);

} // namespace bcmkit::app
