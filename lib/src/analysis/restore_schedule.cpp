// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/restore_schedule.hpp>

#include <algorithm>
#include <tuple>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// Places of the steps, the earliest inherited limit first; what is needed comes before what needs it.
std::vector<Index> by_limit(const RestoreOrder& order) {
    std::vector<Index> places(order.steps.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = static_cast<Index>(i);
    std::stable_sort(places.begin(), places.end(),
                     [&](Index a, Index b) { return order.steps[at(a)].inherited.latest < order.steps[at(b)].inherited.latest; });
    return places;
}

Crew crew_for(const StateGraph& states, const RestoreOrder& order, const std::vector<bool>& by_others, int teams) {
    Crew crew;
    crew.teams = teams;
    crew.rank.assign(at(states.vertices()), none);
    Index rank = 0;
    for (const Index place : by_limit(order)) {
        const Index vertex = order.steps[at(place)].vertex;
        if (!by_others[at(states.node[at(vertex)])]) crew.rank[at(vertex)] = rank++;
    }
    return crew;
}

/// For each limit: all that is due by then has to be worked off, by so many teams at once.
Minutes bound_by_work(const RestoreOrder& order, const Crew& crew, Minutes lead) {
    Minutes most = 0, work = 0;
    for (const Index place : by_limit(order)) {
        const auto& step = order.steps[at(place)];
        if (step.inherited.latest >= never) break;
        if (crew.rank[at(step.vertex)] == none || step.work == 0) continue;
        work += step.work;
        const Minutes shared = (work + crew.teams - 1) / crew.teams;
        most = std::max(most, lead + shared - step.inherited.latest);
    }
    return most;
}

/// Largest lateness of what comes back at all.
Minutes lateness(const StateGraph& states, const Recovery& recovery, const RestoreOrder& order,
                 const std::vector<Target>& targets) {
    Minutes most = 0;
    const auto look = [&](Index vertex, Minutes latest) {
        const Minutes there = recovery.operate[at(vertex)];
        if (there < never && latest < never) most = std::max(most, there - latest);
    };
    for (const auto& step : order.steps) look(step.vertex, step.inherited.latest);
    for (const auto& target : targets) look(states.vertex(target.node, target.level), target.latest);
    return most;
}

/// Hands the steps to teams by number: who is free first takes the next one.
void number_teams(std::vector<Slot>& slots, const Crew& crew, const RestoreOrder& order, const Recovery& recovery) {
    std::vector<Minutes> free(static_cast<std::size_t>(crew.teams), 0);
    for (auto& slot : slots) {
        const Index vertex = order.steps[at(slot.step)].vertex;
        if (crew.rank[at(vertex)] == none || recovery.work[at(vertex)] == 0) continue;
        const auto team = std::find_if(free.begin(), free.end(), [&](Minutes until) { return until <= slot.begin; });
        if (team == free.end()) continue; // cannot be: no more than `teams` work at a time
        *team = slot.done;
        slot.team = static_cast<int>(team - free.begin()) + 1;
    }
}

std::vector<LateTarget> late_targets(const StateGraph& states, const Recovery& unlimited, const Recovery& staffed,
                                     const std::vector<Target>& targets) {
    std::vector<LateTarget> out;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto vertex = at(states.vertex(targets[i].node, targets[i].level));
        const Minutes latest = targets[i].latest;
        if (latest >= never || staffed.operate[vertex] >= never || staffed.operate[vertex] <= latest) continue;
        out.push_back({static_cast<Index>(i), staffed.operate[vertex] - latest, unlimited.operate[vertex] <= latest});
    }
    const auto key = [&](const LateTarget& late) {
        const char priority = targets[at(late.target)].priority;
        return std::tuple(priority == 0 ? 'Z' : priority, -late.by, late.target);
    };
    std::sort(out.begin(), out.end(), [&](const LateTarget& a, const LateTarget& b) { return key(a) < key(b); });
    return out;
}

} // namespace

RestoreSchedule restore_schedule(const StateGraph& states, const Event& event, const Recovery& unlimited,
                                 const RestoreOrder& order, const std::vector<Target>& targets, int teams,
                                 const std::vector<bool>& by_others) {
    const StateGraph ways = first_ways(states, event, unlimited);
    const Crew crew = crew_for(states, order, by_others, teams);
    RestoreSchedule out;
    out.teams = teams;
    out.recovery = recovery(ways, event, World::lower, crew);
    for (std::size_t i = 0; i < order.steps.size(); ++i) {
        const auto vertex = at(order.steps[i].vertex);
        out.slots.push_back(
            {static_cast<Index>(i), 0, out.recovery.begin[vertex], out.recovery.done[vertex], out.recovery.operate[vertex]});
    }
    std::sort(out.slots.begin(), out.slots.end(), [&](const Slot& a, const Slot& b) {
        const auto rank = [&](const Slot& slot) { return crew.rank[at(order.steps[at(slot.step)].vertex)]; };
        return std::tuple(a.begin, rank(a), a.step) < std::tuple(b.begin, rank(b), b.step);
    });
    number_teams(out.slots, crew, order, out.recovery);
    out.late = late_targets(states, unlimited, out.recovery, targets);
    out.latest_by = lateness(states, out.recovery, order, targets);
    out.at_least = std::max(lateness(states, unlimited, order, targets), bound_by_work(order, crew, event.lead));
    return out;
}

} // namespace bcmkit::analysis
