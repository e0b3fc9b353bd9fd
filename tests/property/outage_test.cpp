// SPDX-License-Identifier: EUPL-1.2
#include "oracle/outage.hpp"

#include <doctest/doctest.h>

using namespace oracle;

namespace {

constexpr Minutes looked_at = 100;

/// Service 0 needs system 1; paper (node 2) replaces it for a while.
Graph service_with_paper(Minutes ready_after, Minutes endurance) {
    Graph graph;
    graph.nodes.resize(3);
    graph.nodes[0].id = "A-1";
    graph.nodes[1].id = "B-1";
    graph.nodes[2].id = "C-1";
    graph.nodes[1].recipes = {{"", Level::normal, Span::of(50)}};
    graph.nodes[2].recipes = {{"", Level::normal, Span::of(0)}};
    graph.nodes[0].recipes = {{"", Level::normal, Span::of(0)}, {"C-1", Level::emergency, Span::of(0), ready_after, endurance}};
    Group system, paper;
    system.level = Level::normal;
    system.alternatives = {{1}};
    paper.recipe = 1;
    paper.alternatives = {{2}};
    graph.nodes[0].groups = {system, paper};
    return graph;
}

Outage outage_of(const Graph& graph, const Event& event) {
    const auto states = state_graph(graph);
    return outage(states, event, recovery(states, event, World::lower), looked_at);
}

using Changes = std::vector<Outage::Change>;

} // namespace

TEST_SUITE("outage") {
    TEST_CASE("every minute of an outage agrees with a clock that ticks") {
        std::mt19937 random(20261126);
        int returns = 0, buffered = 0, again = 0;
        for (int round = 0; round < 600; ++round) {
            CAPTURE(round);
            const Graph graph = random_outage_graph(random, {.nodes = 3 + round % 12, .recipes = round % 3 != 0});
            const auto states = state_graph(graph);
            Event event = it_outage(graph);
            event.lead = round % 4;
            const auto back = recovery(states, event, World::lower);
            const auto found = outage(states, event, back, looked_at);
            OutageClock clock(states, event, back.operate);
            for (Minutes now = 0; now <= looked_at; ++now) {
                CAPTURE(now);
                const auto& runs = clock.tick(now);
                for (Index v = 0; v < states.vertices(); ++v) {
                    CAPTURE(v);
                    REQUIRE(found.runs(v, now) == runs[at(v)]);
                }
            }
            for (const auto& changes : found.changes) {
                returns += !changes.empty() && changes.back().runs ? 1 : 0;
                buffered += !changes.empty() && changes.front().at > 0 ? 1 : 0;
                again += changes.size() > 2 ? 1 : 0;
            }
        }
        CHECK(returns > 300); // the comparison has seen every kind of change
        CHECK(buffered > 100);
        CHECK(again > 50);
    }

    TEST_CASE("without buffers and stopgaps everything is down from the start and back when recovery says so") {
        std::mt19937 random(31);
        for (int round = 0; round < 400; ++round) {
            CAPTURE(round);
            Graph graph = random_graph(random, {.nodes = 3 + round % 12});
            for (auto& node : graph.nodes)
                for (auto& group : node.groups)
                    for (auto& alternative : group.alternatives) alternative.switch_time = 0;
            const auto states = state_graph(graph);
            Event event = it_outage(graph);
            event.lead = 1; // what is back in the same minute pulls nothing down
            const auto back = recovery(states, event, World::lower);
            const auto found = outage(states, event, back, looked_at);
            for (Index v = 0; v < states.vertices(); ++v) REQUIRE(found.back_for_good(v) == back.operate[at(v)]);
        }
    }

    TEST_CASE("paper carries a service from the hour it is ready until it gives out") {
        const Graph graph = service_with_paper(4, 20);
        const auto states = state_graph(graph);
        const auto found = outage_of(graph, {.hit = {1}});
        CHECK(found.changes[at(states.vertex(0, Level::emergency))] == Changes{{0, false}, {4, true}, {24, false}, {50, true}});
        CHECK(found.changes[at(states.vertex(0, Level::normal))] == Changes{{0, false}, {50, true}});
        CHECK(found.back_for_good(states.vertex(0, Level::emergency)) == 50);
    }

    TEST_CASE("paper that lasts until the system is back leaves no hole") {
        const Graph graph = service_with_paper(0, 50);
        const auto states = state_graph(graph);
        CHECK(outage_of(graph, {.hit = {1}}).changes[at(states.vertex(0, Level::emergency))].empty());
    }

    TEST_CASE("a battery delays the loss, and what came down with it needs its own time") {
        Graph graph;
        graph.nodes.resize(2);
        graph.nodes[0].id = "POWER";
        graph.nodes[1].id = "SERVER";
        for (auto& node : graph.nodes) node.recipes = {{"", Level::normal, Span::of(30)}};
        Group power;
        power.buffer = 8;
        power.alternatives = {{0}};
        graph.nodes[1].groups = {power};
        CHECK(outage_of(graph, {.hit = {0}}).changes[1] == Changes{{8, false}, {30, true}});
        power.buffer = 31;
        graph.nodes[1].groups = {power};
        CHECK(outage_of(graph, {.hit = {0}}).changes[1].empty());
    }
}
