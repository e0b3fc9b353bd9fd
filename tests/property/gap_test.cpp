// SPDX-License-Identifier: EUPL-1.2
#include "oracle/demand.hpp"

#include <bcmkit/analysis/gap.hpp>

#include <doctest/doctest.h>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

/// No way through these graphs takes longer.
constexpr Minutes long_enough = 120;

} // namespace

TEST_SUITE("gaps, against properties") {
    TEST_CASE("AND only: the gap of a service is the largest gap in its closure, each reckoned by hand") {
        std::mt19937 random(20261203);
        int late = 0;
        for (int round = 0; round < 3000; ++round) {
            CAPTURE(round);
            const Graph graph = oracle::random_and_graph(random, 3 + round % 12);
            ServiceDeadline asked;
            asked.node = static_cast<Index>(graph.nodes.size()) - 1;
            asked.mtpd = asked.bridged = static_cast<Minutes>(random() % 20);
            const auto played =
                outcome(graph, it_outage(graph), World::lower,
                        [&](const Graph&, const StateGraph&, const Recovery&, World) { return std::vector{asked}; });
            const Outcomes all{played, played, played};
            // What the service does not need has no limit, so that its gap is none.
            const auto back = oracle::simulate(played.states, played.event, long_enough);
            const oracle::DemandWalk needed(played.states, {{asked.node, Level::normal, asked.mtpd}});
            Minutes largest = 0;
            for (std::size_t v = 0; v < back.size(); ++v) largest = std::max(largest, back[v] - needed.latest[v]);
            REQUIRE(service_gaps(all).at(0).late == largest);
            Minutes found = 0;
            for (const auto& gap : node_gaps(all)) found = std::max(found, gap.late);
            REQUIRE(found == largest);
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
