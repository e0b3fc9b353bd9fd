// SPDX-License-Identifier: EUPL-1.2
#include "oracle/restore.hpp"

#include <bcmkit/analysis/restore_schedule.hpp>

#include <doctest/doctest.h>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

struct Case {
    Graph graph;
    StateGraph states;
    Event event;
    Recovery unlimited;
    std::vector<Target> targets;
    RestoreOrder order;

    Case(Graph made, std::vector<Target> wanted, Minutes lead = 0)
        : graph(std::move(made))
        , states(state_graph(graph))
        , event(it_outage(graph))
        , targets(std::move(wanted)) {
        event.lead = lead;
        unlimited = recovery(states, event, World::lower);
        order = restore_order(graph, states, event, unlimited, targets);
    }

    RestoreSchedule with(int teams) const { return with(teams, std::vector<bool>(graph.nodes.size(), false)); }
    RestoreSchedule with(int teams, const std::vector<bool>& by_others) const {
        return restore_schedule(states, event, unlimited, order, targets, teams, by_others);
    }
};

Node node(std::string id, Minutes work, std::vector<Group> groups = {}) {
    return {std::move(id), {{"", Level::normal, Span::of(work)}}, std::move(groups), true};
}

Group needs(Phase phase, Index other) {
    Group group;
    group.phase = phase;
    group.alternatives.push_back({other, Level::emergency, 0});
    return group;
}

Case random_case(std::mt19937& random, int nodes, bool with_switch_times, std::vector<Minutes>& due) {
    Graph graph = oracle::random_and_dag(random, nodes, with_switch_times);
    std::vector<Target> targets;
    due.assign(graph.nodes.size(), never);
    for (std::size_t v = 0; v < due.size(); ++v) {
        if (random() % 2 == 0) continue;
        due[v] = static_cast<Minutes>(random() % 30);
        targets.push_back({static_cast<Index>(v), Level::normal, due[v], 'A'});
    }
    return {std::move(graph), std::move(targets), static_cast<Minutes>(random() % 3)};
}

/// No more teams at work than there are, and nothing begins before what it needs is there.
void check_is_possible(const Case& in, const RestoreSchedule& plan) {
    for (const auto& slot : plan.slots) {
        REQUIRE(slot.begin >= in.event.lead);
        if (slot.done == slot.begin) continue;
        REQUIRE(slot.team >= 1);
        REQUIRE(slot.team <= plan.teams);
        for (const auto& other : plan.slots) {
            if (&other == &slot || other.team != slot.team || other.done == other.begin) continue;
            REQUIRE((other.done <= slot.begin || slot.done <= other.begin));
        }
        const Index vertex = in.order.steps[static_cast<std::size_t>(slot.step)].vertex;
        for (const auto& group : in.graph.nodes[static_cast<std::size_t>(vertex)].groups) {
            if (group.phase != Phase::restore) continue;
            for (const auto& need : group.alternatives)
                REQUIRE(plan.recovery.operate[static_cast<std::size_t>(need.node)] + need.switch_time <= slot.begin);
        }
    }
}

} // namespace

TEST_SUITE("restore schedule") {
    TEST_CASE("one team does first what is due first, and what that needs before it") {
        const Case in({{node("Late", 60), node("Base", 30), node("Urgent", 20, {needs(Phase::restore, 1)})}},
                      {{0, Level::normal, 200, 'C'}, {2, Level::normal, 60, 'A'}});
        const auto plan = in.with(1);
        REQUIRE(plan.slots.size() == 3);
        std::vector<Minutes> begins;
        for (const auto& slot : plan.slots) begins.push_back(slot.begin);
        CHECK(begins == std::vector<Minutes>{0, 30, 50});
        CHECK(plan.latest_by == 0);
        CHECK(plan.is_best());
    }

    TEST_CASE("where only people are missing, the target says so") {
        const Case in({{node("A", 60), node("B", 60), node("C", 300)}},
                      {{0, Level::normal, 60, 'A'}, {1, Level::normal, 60, 'B'}, {2, Level::normal, 100, 'B'}});
        const auto one = in.with(1);
        REQUIRE(one.late.size() == 2);
        CHECK(one.late[0].target == 2);
        CHECK_FALSE(one.late[0].is_staff); // too late with all people of the world
        CHECK(one.late[1].target == 1);
        CHECK(one.late[1].is_staff);
        CHECK(one.late[1].by == 60);
        const auto three = in.with(3);
        CHECK(three.late.size() == 1);
        CHECK(three.latest_by == 200);
        CHECK(three.is_best());
    }

    TEST_CASE("what others restore takes no team") {
        const Case in({{node("A", 60), node("Provider", 60)}}, {{0, Level::normal, 60, 'A'}, {1, Level::normal, 60, 'A'}});
        CHECK(in.with(1).latest_by == 60);
        const auto helped = in.with(1, {false, true});
        CHECK(helped.latest_by == 0);
        for (const auto& slot : helped.slots) CHECK(slot.team == (slot.step == 0 ? 1 : 0));
    }

    TEST_CASE("no team is held through the night by work of the office") {
        Graph graph{{node("Office", 60), node("Night", 60)}};
        graph.calendars.push_back(WorkCalendar::office(std::nullopt));
        graph.nodes[0].recipes[0].calendar = 0;
        const auto states = state_graph(graph);
        auto event = it_outage(graph);
        event.at = moment_from("Mo 30.11.2026 19:00");
        const auto unlimited = recovery(states, event, World::lower);
        const std::vector<Target> targets{{0, Level::normal, 600, 'A'}, {1, Level::normal, 900, 'B'}};
        const auto order = restore_order(graph, states, event, unlimited, targets);
        const auto plan = restore_schedule(states, event, unlimited, order, targets, 1, {false, false});
        CHECK(plan.recovery.operate[1] == 60);
        CHECK(plan.recovery.operate[0] == 14 * 60); // 9 o'clock on the next morning
    }

    TEST_CASE("for one team no other order has a smaller largest lateness: all orders tried") {
        std::mt19937 random(1973);
        int late = 0;
        for (int round = 0; round < 400; ++round) {
            CAPTURE(round);
            std::vector<Minutes> due;
            const auto in = random_case(random, 2 + round % 5, false, due);
            const auto plan = in.with(1);
            REQUIRE(plan.latest_by == oracle::least_lateness(in.graph, due, in.event.lead));
            REQUIRE(plan.is_best());
            check_is_possible(in, plan);
            late += plan.latest_by > 0 ? 1 : 0;
        }
        CHECK(late > 50);
    }

    TEST_CASE("where the team has to wait, the best order lies between the bound and the schedule") {
        std::mt19937 random(1974);
        int apart = 0;
        for (int round = 0; round < 400; ++round) {
            CAPTURE(round);
            std::vector<Minutes> due;
            const auto in = random_case(random, 2 + round % 5, true, due);
            const auto plan = in.with(1);
            const Minutes best = oracle::least_lateness(in.graph, due, in.event.lead);
            REQUIRE(plan.at_least <= best);
            REQUIRE(best <= plan.latest_by);
            check_is_possible(in, plan);
            apart += plan.is_best() ? 0 : 1;
        }
        CHECK(apart > 0); // it is not always proved, and says so
    }

    TEST_CASE("more teams keep to their number; with one for each step the times are those of unlimited staff") {
        std::mt19937 random(1975);
        for (int round = 0; round < 200; ++round) {
            CAPTURE(round);
            std::vector<Minutes> due;
            const auto in = random_case(random, 8, round % 2 == 1, due);
            check_is_possible(in, in.with(2));
            const auto all = in.with(8);
            check_is_possible(in, all);
            REQUIRE(all.recovery.operate == in.unlimited.operate);
            REQUIRE(in.with(2).at_least <= in.with(1).at_least);
        }
    }

    TEST_CASE("along the first ways everything is back when it is on the whole graph") {
        std::mt19937 random(1976);
        for (int round = 0; round < 400; ++round) {
            CAPTURE(round);
            const Graph graph = oracle::random_graph(random, {.nodes = 10, .recipes = round % 2 == 1});
            const auto states = state_graph(graph);
            const auto event = it_outage(graph);
            const auto whole = recovery(states, event, World::lower);
            REQUIRE(recovery(first_ways(states, event, whole), event, World::lower).operate == whole.operate);
        }
    }
}
