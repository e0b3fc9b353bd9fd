// SPDX-License-Identifier: EUPL-1.2
#include "oracle/demand.hpp"

#include <doctest/doctest.h>

using namespace oracle;

TEST_SUITE("demand, against oracles") {
    TEST_CASE("as if all were needed: the same as walking down every way by itself") {
        std::mt19937 random(20261128);
        int before_the_event = 0;
        for (int round = 0; round < 2000; ++round) {
            CAPTURE(round);
            const Graph graph = random_and_graph(random, 3 + round % 9);
            const auto states = state_graph(graph);
            const auto last = static_cast<Index>(graph.nodes.size()) - 1;
            const std::vector<Deadline> deadlines{{last, Level::normal, static_cast<Minutes>(random() % 20)},
                                                  {last / 2, Level::emergency, static_cast<Minutes>(random() % 20)}};
            const auto back = recovery(states, it_outage(graph), World::lower);
            const auto found = demand(states, back, deadlines);
            const DemandWalk walk(states, deadlines);
            REQUIRE(found.every == walk.latest);
            REQUIRE(found.critical == walk.latest); // AND only: nothing stands in for anything
            before_the_event += std::ranges::any_of(walk.latest, [](Minutes t) { return t < 0; }) ? 1 : 0;
        }
        CHECK(before_the_event > 50);
    }

    TEST_CASE("really needed: in that minute the service is still in time, a minute later it is not") {
        std::mt19937 random(1128);
        int needed = 0, replaced = 0;
        for (int round = 0; round < 2000; ++round) {
            CAPTURE(round);
            const Graph graph = random_tree(random, 2 + round % 11);
            const auto states = state_graph(graph);
            Event event = it_outage(graph);
            event.lead = round % 3;
            const auto back = recovery(states, event, World::lower);
            const Index service = states.vertex(0, Level::normal);
            const Deadline deadline{0, Level::normal, back.operate[at(service)] + static_cast<Minutes>(random() % 6)};
            const auto found = demand(states, back, {deadline});
            for (Index v = 0; v < states.vertices(); ++v) {
                CAPTURE(v);
                const Minutes latest = found.critical[at(v)];
                REQUIRE(latest >= back.operate[at(v)]);
                if (latest >= never) {
                    REQUIRE(operates(states, event.lead, service, v, never) <= deadline.latest);
                    ++replaced;
                } else {
                    REQUIRE(operates(states, event.lead, service, v, latest) <= deadline.latest);
                    REQUIRE(operates(states, event.lead, service, v, latest + 1) > deadline.latest);
                    ++needed;
                }
            }
        }
        CHECK(needed > 1000);
        CHECK(replaced > 1000);
    }
}
