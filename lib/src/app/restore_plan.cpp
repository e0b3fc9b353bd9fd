// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/restore_plan.hpp>

#include <bcmkit/base/error.hpp>

#include <algorithm>

namespace bcmkit::app {

namespace {

using namespace analysis;

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// Per node: the way that is taken belongs to the team of a provider, or it comes back by itself.
std::vector<bool> restored_by_others(const model::Plan& plan, const RecoveryReport& report) {
    std::vector<bool> by_others(report.graph.nodes.size(), false);
    for (const auto& id : report.what.hit) {
        const Index node = report.graph.index_of(id);
        if (report.what.is_external && node != none) by_others[at(node)] = true;
    }
    for (const auto& step : report.order.steps) {
        const Index node = report.states.node[at(step.vertex)];
        const auto& ways = report.graph.nodes[at(node)].recipes;
        const auto way = at(report.states.recipe[at(step.vertex)]);
        if (way >= ways.size() || ways[way].team == none) continue;
        const auto& id = report.graph.nodes[at(ways[way].team)].id;
        const auto team = std::ranges::find(plan.teams, id, [](const model::Team& one) { return one.id; });
        if (by_others[at(node)]) continue;
        by_others[at(node)] = team != plan.teams.end() && team->provider.has_value();
    }
    return by_others;
}

} // namespace

Crews crews_of(const model::Plan& plan, std::optional<int> asked) {
    Crews crews;
    if (asked) {
        if (*asked < 1 || *asked > most_crews)
            throw Error{ErrorCode::usage, Message{"app.crews_range", {std::to_string(most_crews)}}};
        crews.at_once = *asked;
        crews.from = Crews::From::asked;
        return crews;
    }
    std::int64_t sum = 0;
    for (const auto& team : plan.teams) {
        if (team.provider || !team.parallel || *team.parallel < 1) continue;
        sum += *team.parallel;
        crews.teams.push_back(team.id);
    }
    if (sum == 0) return crews;
    crews.at_once = static_cast<int>(std::min<std::int64_t>(sum, most_crews));
    crews.from = Crews::From::plan;
    return crews;
}

RestorePlan restore_plan(const model::Plan& plan, const RecoveryReport& report, std::optional<int> teams) {
    RestorePlan out;
    out.crews = crews_of(plan, teams);
    out.by_others = restored_by_others(plan, report);
    out.schedule = restore_schedule(report.states, report.event, report.lower, report.order, report.targets, out.crews.at_once,
                                    out.by_others);
    return out;
}

} // namespace bcmkit::app
