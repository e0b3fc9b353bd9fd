// SPDX-License-Identifier: EUPL-1.2
#include "oracle/recovery.hpp"

#include <bcmkit/analysis/restore_order.hpp>

#include <doctest/doctest.h>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

Node node(std::string id, Minutes work, std::vector<Group> groups = {}) {
    return {std::move(id), {{"", Level::normal, Span::of(work)}}, std::move(groups), true};
}

Node unhit(Node node) {
    node.hit_in_it_outage = false;
    return node;
}

Group needs(Phase phase, std::vector<Index> nodes, int k = 1) {
    Group group;
    group.phase = phase;
    group.k = k;
    for (const Index n : nodes) group.alternatives.push_back({n, Level::emergency, 0});
    return group;
}

RestoreOrder order_of(const Graph& graph, const std::vector<Target>& targets) {
    const auto states = state_graph(graph);
    const auto event = it_outage(graph);
    return restore_order(graph, states, event, recovery(states, event, World::lower), targets);
}

/// Ids in order, each with its wave: "A1 B2".
std::string waves(const Graph& graph, const RestoreOrder& order) {
    const auto states = state_graph(graph);
    std::string out;
    for (const auto& step : order.steps) {
        const auto& id = graph.nodes[static_cast<std::size_t>(states.node[static_cast<std::size_t>(step.vertex)])].id;
        out += (out.empty() ? "" : " ") + id + std::to_string(step.wave);
    }
    return out;
}

} // namespace

TEST_SUITE("restore order") {
    TEST_CASE("what others need comes in an earlier wave") {
        const Graph graph{{node("A", 10), node("B", 10, {needs(Phase::restore, {0})}),
                           node("C", 10, {needs(Phase::start, {0}), needs(Phase::operate, {1})})}};
        const auto order = order_of(graph, {});
        CHECK(waves(graph, order) == "A1 B2 C3");
        CHECK(order.steps[2].needs == std::vector<Index>{0, 1});
    }

    TEST_CASE("an alternative that comes later adds no order") {
        const Graph graph{{node("Fast", 10), node("Slow", 90), node("User", 10, {needs(Phase::restore, {0, 1})})}};
        const auto order = order_of(graph, {{2, Level::normal, 200, 'A'}});
        CHECK(order.steps[2].needs == std::vector<Index>{0});
        CHECK(order.steps[0].inherited.priority == 'A');
        CHECK(order.steps[0].inherited.latest == 190);
        CHECK(order.steps[1].inherited.priority == 0); // nobody waits for it
        CHECK(order.steps[1].inherited.latest == never);
    }

    TEST_CASE("of three alternatives of which two are needed the two first ones count") {
        const Graph graph{{node("A", 10), node("B", 20), node("C", 30), node("User", 5, {needs(Phase::operate, {2, 1, 0}, 2)})}};
        const auto order = order_of(graph, {{3, Level::normal, 100, 'B'}});
        const auto& user = order.steps.back();
        REQUIRE(user.wave == 2);
        std::vector<Minutes> waited;
        for (const Index need : user.needs) waited.push_back(order.steps[static_cast<std::size_t>(need)].back);
        CHECK(waited == std::vector<Minutes>{20, 10}); // who has to begin earlier is listed first
    }

    TEST_CASE("class and deadline are inherited, each from whom it is most urgent") {
        const Graph graph{{node("Net", 10), unhit(node("S1", 0, {needs(Phase::operate, {0})})),
                           unhit(node("S2", 0, {needs(Phase::operate, {0})}))}};
        const auto order = order_of(graph, {{1, Level::normal, 500, 'A'}, {2, Level::normal, 100, 'C'}});
        REQUIRE(order.steps.size() == 1); // services that only failed with it have nothing to restore
        CHECK(order.steps[0].inherited.priority == 'A');
        CHECK(order.steps[0].inherited.latest == 100);
        CHECK(order.steps[0].inherited.target == 1);
        CHECK(order.steps[0].dependents == 2);
    }

    TEST_CASE("in a wave the higher class comes first, then who has to begin earlier, then on whom more depends") {
        const Graph graph{
            {node("A", 10), node("B", 10), node("C", 60), node("D", 10), unhit(node("S", 0, {needs(Phase::operate, {3})}))}};
        const auto order = order_of(graph, {{0, Level::normal, 900, 'B'},
                                            {1, Level::normal, 100, 'B'},
                                            {2, Level::normal, 120, 'B'},
                                            {3, Level::normal, 100, 'B'},
                                            {4, Level::normal, 100, 'B'}});
        CHECK(waves(graph, order) == "C1 D1 B1 A1");
    }

    TEST_CASE("what only failed with others is looked through") {
        const Graph graph{
            {node("A", 10), unhit(node("Hall", 0, {needs(Phase::operate, {0})})), node("B", 10, {needs(Phase::restore, {1})})}};
        const auto order = order_of(graph, {{2, Level::normal, 100, 'A'}});
        CHECK(waves(graph, order) == "A1 B2");
        CHECK(order.steps[1].needs == std::vector<Index>{0});
        CHECK(order.steps[0].inherited.latest == 90);
    }

    TEST_CASE("things that only run together are of one wave and share the earliest limit") {
        const Graph graph{{node("A", 60, {needs(Phase::operate, {1})}), node("B", 90, {needs(Phase::operate, {0})}),
                           node("C", 10, {needs(Phase::restore, {0})})}};
        const auto order = order_of(graph, {{2, Level::normal, 200, 'A'}});
        CHECK(waves(graph, order) == "B1 A1 C2");
        CHECK(order.steps[0].inherited.latest == 190);
        CHECK(order.steps[1].inherited.latest == 190);
        CHECK(order.steps[0].inherited.priority == 'A');
    }

    TEST_CASE("what nothing brings back stands apart, with the class that waits for it") {
        const Graph graph{{node("AD", 60, {needs(Phase::restore, {1})}), node("Vault", 0, {needs(Phase::restore, {0})}),
                           node("App", 10, {needs(Phase::operate, {0})}), node("Phone", 10)}};
        const auto order = order_of(graph, {{2, Level::normal, 200, 'A'}, {3, Level::normal, 50, 'B'}});
        CHECK(waves(graph, order) == "Phone1");
        REQUIRE(order.stuck.size() == 3);
        for (const auto& stuck : order.stuck) CHECK(stuck.inherited.priority == 'A');
    }

    TEST_CASE("a common danger is never a thing to restore") {
        Graph graph{{node("Danger", 0), node("A", 10, {needs(Phase::operate, {0})})}};
        graph.nodes[0].hidden = true;
        CHECK(waves(graph, order_of(graph, {})) == "A1");
    }

    TEST_CASE("on random graphs every step waits for earlier waves only, and for nothing that is back later") {
        std::mt19937 random(31);
        int steps = 0;
        for (int round = 0; round < 300; ++round) {
            CAPTURE(round);
            const Graph graph = oracle::random_graph(random, {.nodes = 12, .recipes = round % 2 == 1});
            const auto order = order_of(graph, {{0, Level::normal, 30, 'A'}, {1, Level::normal, 20, 'B'}});
            for (const auto& step : order.steps) {
                ++steps;
                REQUIRE(step.back < never);
                for (const Index need : step.needs) {
                    REQUIRE(order.steps[static_cast<std::size_t>(need)].wave < step.wave);
                    REQUIRE(order.steps[static_cast<std::size_t>(need)].back <= step.back);
                    // What is needed is at least as urgent.
                    REQUIRE(order.steps[static_cast<std::size_t>(need)].inherited.latest <= step.inherited.latest);
                }
            }
        }
        CHECK(steps > 1000);
    }
}
