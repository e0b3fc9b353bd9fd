// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>
#include <bcmkit/base/message.hpp>
#include <bcmkit/model/plan.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bcmkit::analysis {

/// A case that every municipality plays through, and the rule for what it hits.
struct StandardScenario {
    std::string_view id;         ///< what people type: "strom-72h"
    std::string_view name, rule; ///< message keys
    std::string_view kind;       ///< of a Scenario of the plan that says how long it lasts
};
/// In this order: it-gesamt, ransomware, dienstleister, strom-72h, leitung, gebaeude, personal-30, personal-50.
std::span<const StandardScenario> standard_scenarios();

/// What happens in one plan, before anything follows from it.
struct Happening {
    std::string id; ///< of the scenario; empty where people only name what is down
    Message name;
    Message rule;                      ///< what was taken as hit, and why
    std::vector<std::string> hit;      ///< ids, sorted
    std::vector<std::string> also_hit; ///< what people named beside the scenario: has to be restored in any case, sorted
    bool is_external = false;          ///< comes back by itself, nobody here restores it
    bool may_be_attack = false;        ///< backups within the reach of an attacker count as gone
    bool is_staff = false;             ///< people are missing, but not by name: who can be called is not known
    std::optional<Minutes> lasts;      ///< only external; empty = nobody recorded it
    std::vector<std::string> suspect;  ///< data sources whose every backup can be reached by the attacker, sorted
};

/// Ids of records, for `--down`. The caller has checked that they exist.
Happening outage_of(std::vector<std::string> ids);

/// A standard scenario, or a Scenario of the plan by its id. Empty where it is neither. Where the rule
/// of a standard scenario finds nothing, what the plan's own Scenario of this kind hits counts; `hit` is empty where there is
/// none either.
std::optional<Happening> happening(const model::Plan& plan, std::string_view id);

/// A scenario and what people named beside it (of outage_of).
Happening together(Happening scenario, const Happening& named);

/// The event on a graph of the same plan. Changes the graph where things come back by themselves: their work is then the rest
/// of the time that the disturbance lasts, unknown where nobody recorded it; and where backups are suspect: how long the data
/// take is unknown. Records that are no nodes are left out.
/// Lead: the reaction time of the emergency organisation, where recorded.
Event event_of(const model::Plan& plan, Graph& graph, const Happening& happening);

} // namespace bcmkit::analysis
