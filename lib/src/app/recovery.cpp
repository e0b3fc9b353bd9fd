// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/recovery.hpp>

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/service_deadline.hpp>
#include <bcmkit/app/impact.hpp>

namespace bcmkit::app {

namespace {

using namespace analysis;

/// The strict reading: as if no workaround carried. Papers that are said to carry for a month would put
/// everything at the end.
std::vector<Target> targets_of(const model::Plan& plan, const RecoveryReport& report) {
    std::vector<Target> out;
    for (const auto& service : service_deadlines(plan, report.graph, report.states, report.lower, World::upper, report.day)) {
        out.push_back({service.node, Level::emergency, service.mtpd, service.priority});
        out.push_back({service.node, Level::normal, service.latest_without_workarounds(), service.priority});
    }
    return out;
}

} // namespace

RecoveryReport recovery_report(const model::Plan& plan, const RecoveryRequest& request) {
    const bool is_asked = request.scenario || !request.down.empty();
    RecoveryReport report;
    // A plan without IT has nothing to restore; that is no mistake of who asks for no scenario.
    report.what = is_asked ? demand_happening(plan, request.down, request.scenario) : happening(plan, "it-gesamt").value();
    report.start = request.start;
    report.day = request.start ? request.start->date() : request.day;
    report.graph = graph_of(plan);
    report.event = event_of(plan, report.graph, report.what);
    report.event.at = request.start;
    report.states = state_graph(report.graph);
    report.lower = recovery(report.states, report.event, World::lower);
    report.upper = recovery(report.states, report.event, World::upper);
    report.targets = targets_of(plan, report);
    report.order = restore_order(report.graph, report.states, report.event, report.lower, report.targets);
    report.blockades = blockades(report.states, report.lower);
    report.deadlocks = deadlocks(report.states, report.event, report.lower, report.blockades, fix_kinds(plan, report.graph));
    return report;
}

Weaknesses outage_weaknesses(const model::Plan& plan, const RecoveryReport& report) {
    Attack attack;
    attack.on_backups = report.what.may_be_attack;
    return outage_weaknesses(plan, report.graph, report.states, report.event, attack, report.day);
}

std::string step_name(const model::Plan& plan, const RecoveryReport& report, const OrderStep& step) {
    const auto& node = report.graph.nodes[static_cast<std::size_t>(report.states.node[static_cast<std::size_t>(step.vertex)])];
    const std::string name = name_in(plan, node.id);
    const auto& way = node.recipes[static_cast<std::size_t>(report.states.recipe[static_cast<std::size_t>(step.vertex)])].name;
    return node.recipes.size() < 2 || way.empty() ? name : name + " (" + way + ")";
}

std::string minute_text(const RecoveryReport& report, Minutes minute) {
    if (minute >= never) return to_text(Message{"app.recovery_never", {}});
    if (minute < 0) return to_text(Message{"app.recovery_before", {}});
    return report.start ? to_short_german(report.start->plus(minute)) : after_text(minute);
}

std::string back_text(const RecoveryReport& report, Index vertex) {
    const Minutes at_least = report.lower.operate[static_cast<std::size_t>(vertex)];
    const bool is_open = at_least < never && report.upper.operate[static_cast<std::size_t>(vertex)] >= never;
    const std::string text = minute_text(report, at_least);
    return is_open ? to_text(Message{"app.recovery_at_least", {text}}) : text;
}

} // namespace bcmkit::app
