// SPDX-License-Identifier: EUPL-1.2
#include "oracle/recovery.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <string>

using namespace oracle;

namespace {

/// BCMKIT_ROUNDS asks for more than the quick default.
int rounds(int otherwise) {
    const char* wanted = std::getenv("BCMKIT_ROUNDS");
    return wanted ? std::atoi(wanted) : otherwise;
}

/// No path through the small graphs takes longer.
constexpr Minutes long_enough = 120;

bool has_never(const std::vector<Minutes>& times) {
    return std::ranges::any_of(times, [](Minutes t) { return t >= never; });
}

} // namespace

TEST_SUITE("recovery, against oracles") {
    TEST_CASE("an AND/OR graph with loops recovers when the brute fixpoint says so") {
        std::mt19937 random(20261201);
        int stuck = 0;
        for (int round = 0; round < rounds(4000); ++round) {
            CAPTURE(round);
            const Graph graph = random_graph(random, {.nodes = 3 + round % 14, .operate = false});
            const auto states = state_graph(graph);
            Event event = it_outage(graph);
            event.lead = round % 3;
            const auto found = recovery(states, event, World::lower).operate;
            REQUIRE(found == and_or_fixpoint(states, event));
            stuck += has_never(found) ? 1 : 0;
        }
        CHECK(stuck > 50); // the comparison has seen deadlocks
    }

    TEST_CASE("co-start in every mix of phases agrees with a clock that ticks") {
        std::mt19937 random(1202);
        int stuck = 0;
        for (int round = 0; round < rounds(1000); ++round) {
            CAPTURE(round);
            const Graph graph = random_graph(random, {.nodes = 3 + round % 12, .recipes = round % 2 == 1});
            const auto states = state_graph(graph);
            Event event = it_outage(graph);
            event.lead = round % 3;
            const auto found = recovery(states, event, World::lower).operate;
            REQUIRE(found == simulate(states, event, long_enough));
            stuck += has_never(found) ? 1 : 0;
        }
        CHECK(stuck > 50);
    }

    TEST_CASE("one more alternative never makes a recovery later") {
        std::mt19937 random(7);
        for (int round = 0; round < rounds(500); ++round) {
            CAPTURE(round);
            Graph graph = random_graph(random, {.nodes = 10});
            const Event event = it_outage(graph);
            const auto before = recovery(state_graph(graph), event, World::lower).operate;
            for (auto& node : graph.nodes) {
                if (node.groups.empty()) continue;
                node.groups.front().alternatives.push_back({static_cast<Index>(round % 10), Level::emergency, 0});
                break;
            }
            const auto after = recovery(state_graph(graph), event, World::lower).operate;
            for (std::size_t v = 0; v < before.size(); ++v) REQUIRE(after[v] <= before[v]);
        }
    }

    TEST_CASE("whatever never comes back has a blockade as its cause, and a loop names real needs") {
        std::mt19937 random(99);
        int loops = 0;
        for (int round = 0; round < rounds(1000); ++round) {
            CAPTURE(round);
            const Graph graph = random_graph(random, {.nodes = 10});
            const auto states = state_graph(graph);
            const auto found = recovery(states, it_outage(graph), World::lower);
            const auto blocked = blockades(states, found);
            REQUIRE(blocked.empty() != has_never(found.operate));
            for (const auto& blockade : blocked) {
                loops += blockade.is_deadlock() ? 1 : 0;
                for (std::size_t i = 0; i < blockade.cycle.size(); ++i) {
                    const auto& owner = graph.nodes[at(blockade.cycle[i])];
                    const Index next = blockade.cycle[(i + 1) % blockade.cycle.size()];
                    const bool names_next = std::ranges::any_of(owner.groups, [&](const Group& group) {
                        return std::ranges::any_of(group.alternatives, [&](const Alternative& a) { return a.node == next; });
                    });
                    REQUIRE(names_next);
                }
            }
        }
        CHECK(loops > 50);
    }

    TEST_CASE("a graph without loops has no blockade") {
        std::mt19937 random(5);
        for (int round = 0; round < rounds(300); ++round) {
            CAPTURE(round);
            Graph graph = random_graph(random, {.nodes = 12});
            graph.nodes.front().groups.clear();
            for (std::size_t i = 1; i < graph.nodes.size(); ++i) {
                for (auto& group : graph.nodes[i].groups) {
                    for (auto& alternative : group.alternatives) alternative.node = static_cast<Index>(at(alternative.node) % i);
                }
            }
            const auto states = state_graph(graph);
            CHECK(blockades(states, recovery(states, it_outage(graph), World::lower)).empty());
        }
    }

    TEST_CASE("a hundred thousand nodes take seconds, not minutes" * doctest::skip(std::getenv("BCMKIT_BENCH") == nullptr)) {
        std::mt19937 random(1);
        const Graph graph = random_graph(random, {.nodes = 100'000, .operate = false});
        const auto start = std::chrono::steady_clock::now();
        const auto states = state_graph(graph);
        const auto found = recovery(states, it_outage(graph), World::lower);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        MESSAGE("10^5 nodes, " << states.arcs.size() << " arcs: " << took.count() << " s");
        CHECK(found.operate.size() == at(states.vertices()));
    }
}
