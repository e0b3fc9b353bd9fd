// SPDX-License-Identifier: EUPL-1.2
#include "plans.hpp"

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/recovery.hpp>

#include <algorithm>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

Node node(std::string id, Minutes work, Index calendar = none) {
    Node out{std::move(id), {}, {}, true};
    out.recipes.push_back({"", Level::normal, Span::of(work)});
    out.recipes.front().calendar = calendar;
    return out;
}

Group after(Index other) {
    Group group;
    group.phase = Phase::restore;
    group.alternatives.push_back({other});
    return group;
}

Graph with_office(std::vector<Node> nodes) { return {std::move(nodes), {WorkCalendar::office(std::nullopt)}}; }

const Moment friday_evening = moment_from("Fr 27.11.2026 19:40");

Event all_at(const Graph& graph, Moment moment) {
    Event event = it_outage(graph);
    event.at = moment;
    return event;
}

const Node& named(const Graph& graph, std::string_view id) {
    const Index found = graph.index_of(id);
    REQUIRE(found != none);
    return graph.nodes[at(found)];
}

std::vector<std::string> needed_by(const Graph& graph, std::string_view id) {
    std::vector<std::string> out;
    for (const auto& group : named(graph, id).groups) {
        for (const auto& alternative : group.alternatives) out.push_back(graph.nodes[at(alternative.node)].id);
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

TEST_SUITE("recovery calendar") {
    TEST_CASE("work in office hours waits for Monday, work round the clock does not") {
        const Graph graph = with_office({node("A", 240, 0), node("B", 240)});
        const auto states = state_graph(graph);
        const auto found = recovery(states, all_at(graph, friday_evening), World::lower);
        CHECK(to_german(friday_evening.plus(found.operate[0])) == "Mo 30.11.2026 12:00");
        CHECK(found.operate[1] == 240);
    }

    TEST_CASE("without a moment all work goes on round the clock: a lower bound for every moment") {
        const Graph graph = with_office({node("A", 240, 0), node("B", 600, 0)});
        const auto states = state_graph(graph);
        const auto bound = recovery(states, it_outage(graph), World::lower).operate;
        CHECK(bound == std::vector<Minutes>{240, 600});
        for (Minutes hour = 0; hour < 7 * 24; ++hour) {
            const auto found =
                recovery(states, all_at(graph, friday_evening.plus(hour * minutes_per_hour)), World::lower).operate;
            CHECK(found[0] >= bound[0]);
            CHECK(found[1] >= bound[1]);
        }
    }

    TEST_CASE("what is needed before work in office hours inherits the deadline counted back through them") {
        Graph graph = with_office({node("A", 60), node("B", 240, 0)});
        graph.nodes[1].groups.push_back(after(0));
        const auto states = state_graph(graph);
        const auto found = recovery(states, all_at(graph, friday_evening), World::lower);
        const Minutes limit = moment_from("Di 01.12.2026 10:00").minute - friday_evening.minute;
        const auto wanted = demand(states, found, {{1, Level::emergency, limit}});
        CHECK(to_german(friday_evening.plus(wanted.every[0])) == "Mo 30.11.2026 14:00");
    }

    TEST_CASE("what gives out before the work is done is no way to do it") {
        Graph graph{{node("A", 10), node("B", 100), node("C", 60)}};
        Group group = after(0);
        group.alternatives.push_back({1});
        group.alternatives[0].endurance = 59;
        graph.nodes[2].groups.push_back(group);
        const auto back = [&] { return recovery(state_graph(graph), it_outage(graph), World::lower).operate[2]; };
        CHECK(back() == 160);
        graph.nodes[2].groups[0].alternatives[0].endurance = 60;
        CHECK(back() == 70);
    }

    TEST_CASE("a common danger is a hidden node that each of its members needs") {
        const auto graph = graph_of(plans::edited({"+GEF-900 name=Keller", "INF-001 risk_groups=GEF-900"}));
        CHECK(named(graph, "GEF-900").hidden);
        const auto needs = needed_by(graph, "INF-001");
        CHECK(std::find(needs.begin(), needs.end(), "GEF-900") != needs.end());
        CHECK(named(graph, "GEF-900").recipes.front().duration.is_unknown());
    }

    TEST_CASE("a role is there as long as one of its holders is") {
        const auto graph = graph_of(plans::sound());
        for (const auto& role : plans::sound().roles) {
            std::size_t persons = 0;
            for (const auto& holder : model::items(role.holders)) persons += holder.person && !holder.person->is_open() ? 1U : 0U;
            if (persons == 0) continue;
            const auto& group = named(graph, role.id).groups.front();
            CHECK(group.k == 1);
            CHECK(group.alternatives.size() == persons);
        }
    }

    TEST_CASE("the three points of an estimate enclose the likely case") {
        const auto plan = plans::read(plans::example("landkreis-musterland"));
        const auto back = [&](Estimate estimate) {
            const auto graph = graph_of(plan, estimate);
            return recovery(state_graph(graph), it_outage(graph), World::lower).operate;
        };
        const auto low = back(Estimate::low), likely = back(Estimate::likely), high = back(Estimate::high);
        REQUIRE(low.size() == high.size());
        for (std::size_t v = 0; v < low.size(); ++v) {
            CHECK(low[v] <= likely[v]);
            CHECK(likely[v] <= high[v]);
        }
    }
}
