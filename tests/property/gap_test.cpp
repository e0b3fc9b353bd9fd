// SPDX-License-Identifier: EUPL-1.2
#include "oracle/recovery.hpp"

#include <bcmkit/analysis/gap.hpp>

#include <doctest/doctest.h>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

/// A graph without loops in which everything is hit and every need counts; the last node is the service.
Graph random_and_graph(std::mt19937& random, int nodes) {
    Graph graph = oracle::random_graph(random, {.nodes = nodes});
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        auto& node = graph.nodes[i];
        node.hit_in_it_outage = true;
        if (i == 0) node.groups.clear();
        for (auto& group : node.groups) {
            group.k = static_cast<int>(group.alternatives.size());
            for (auto& other : group.alternatives) other.node = static_cast<Index>(static_cast<std::size_t>(other.node) % i);
        }
    }
    return graph;
}

} // namespace

TEST_SUITE("gaps, against properties") {
    TEST_CASE("AND only: the gap of a service is the largest gap in its closure") {
        std::mt19937 random(20261203);
        int late = 0;
        for (int round = 0; round < 3000; ++round) {
            CAPTURE(round);
            const Graph graph = random_and_graph(random, 3 + round % 12);
            ServiceDeadline asked;
            asked.node = static_cast<Index>(graph.nodes.size()) - 1;
            asked.mtpd = asked.bridged = static_cast<Minutes>(random() % 20);
            const auto played =
                outcome(graph, it_outage(graph), World::lower,
                        [&](const Graph&, const StateGraph&, const Recovery&, World) { return std::vector{asked}; });
            const Outcomes all{played, played, played};
            Minutes largest = 0;
            for (const auto& gap : node_gaps(all)) largest = std::max(largest, gap.late);
            REQUIRE(service_gaps(all).at(0).late == largest);
            late += largest > 0 ? 1 : 0;
        }
        CHECK(late > 50);
    }

    TEST_CASE("the least reduction of a step closes the gap, and a minute less does not") {
        std::mt19937 random(17);
        int closed = 0;
        for (int round = 0; round < 400; ++round) {
            CAPTURE(round);
            Graph graph = oracle::random_graph(random, {.nodes = 9});
            graph.nodes.back().hit_in_it_outage = true;
            ServiceDeadline asked;
            asked.node = static_cast<Index>(graph.nodes.size()) - 1;
            asked.mtpd = asked.bridged = 3;
            const auto played =
                outcome(graph, it_outage(graph), World::lower,
                        [&](const Graph&, const StateGraph&, const Recovery&, World) { return std::vector{asked}; });
            const Outcomes all{played, played, played};
            const auto gap = service_gaps(all).at(0);
            for (const auto& closer : remedies(all, gap).closers) {
                const auto back_with = [&](Minutes saved) {
                    StateGraph states = played.states;
                    auto& work = states.duration[static_cast<std::size_t>(closer.vertex)];
                    work = Span::of(work.lower - saved);
                    const auto vertex = static_cast<std::size_t>(states.vertex(asked.node, Level::normal));
                    return recovery(states, played.event, World::lower).operate[vertex];
                };
                CHECK((back_with(closer.by) <= asked.mtpd) == closer.is_enough);
                CHECK(back_with(closer.by - 1) > asked.mtpd);
                closed += closer.is_enough ? 1 : 0;
            }
        }
        CHECK(closed > 20);
    }
}
