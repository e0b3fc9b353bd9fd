// SPDX-License-Identifier: EUPL-1.2
#include "oracle/recovery.hpp"
#include "unit/plans.hpp"

#include <bcmkit/analysis/deadlock.hpp>
#include <bcmkit/analysis/plan_graph.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

Node node(std::string id, Minutes work, std::vector<Group> groups = {}) {
    return {std::move(id), {{"", Level::normal, Span::of(work)}}, std::move(groups), true};
}

Group needs(Phase phase, std::vector<Index> nodes, int k = 1) {
    Group group;
    group.phase = phase;
    group.k = k;
    for (const Index n : nodes) group.alternatives.push_back({n, Level::emergency, 0});
    return group;
}

std::vector<Index> sorted_nodes(const Group& group) {
    std::vector<Index> out;
    for (const auto& alternative : group.alternatives) out.push_back(alternative.node);
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<Deadlock> deadlocks_of(const Graph& graph, const std::vector<FixKind>& kinds) {
    const auto states = state_graph(graph);
    const auto event = it_outage(graph);
    const auto found = recovery(states, event, World::lower);
    return deadlocks(states, event, found, blockades(states, found), kinds);
}

/// The graph with something that never fails as one more alternative of the needs that a fix names.
Graph with_fix(Graph graph, const Fix& fix) {
    const auto always = static_cast<Index>(graph.nodes.size());
    graph.nodes.push_back(node("Z-" + std::to_string(always), 0));
    graph.nodes.back().hit_in_it_outage = false;
    bool is_found = false;
    for (auto& group : graph.nodes[static_cast<std::size_t>(fix.owner)].groups) {
        // What an earlier fix added does not make it another need.
        auto nodes = sorted_nodes(group);
        std::erase_if(nodes, [&](Index n) { return graph.nodes[static_cast<std::size_t>(n)].id.starts_with("Z-"); });
        if (group.phase != fix.phase || nodes != fix.alternatives) continue;
        group.alternatives.push_back({always, Level::emergency, 0});
        is_found = true;
    }
    REQUIRE(is_found);
    return graph;
}

bool comes_back(const Graph& graph, const std::vector<Index>& members, const Event& event) {
    const auto states = state_graph(graph);
    const auto found = recovery(states, event, World::lower);
    return std::ranges::all_of(members, [&](Index member) {
        return found.operate[static_cast<std::size_t>(states.vertex(member, Level::normal))] < never;
    });
}

bool comes_back(const Graph& graph, const std::vector<Index>& members) { return comes_back(graph, members, it_outage(graph)); }

/// A fix does not keep its owner from failing: the loop is down, and has to come up again.
bool comes_up_again(const Graph& graph, const std::vector<Index>& members) {
    auto event = it_outage(graph);
    event.hit.insert(event.hit.end(), members.begin(), members.end());
    return comes_back(graph, members, event);
}

/// Least cost over all sets of needs of the members, each with one more alternative as often as it takes; every set tried on the
/// whole graph. One way each, so a need is a group.
int least_cost(const Graph& graph, const std::vector<Index>& members, const std::vector<FixKind>& kinds) {
    std::vector<Fix> fixes;
    for (const Index member : members) {
        std::map<std::pair<Phase, std::vector<Index>>, int> copies; // of two needs for the same the larger counts
        for (const auto& group : graph.nodes[static_cast<std::size_t>(member)].groups) {
            int& most = copies[{group.phase, sorted_nodes(group)}];
            most = std::max(most, group.k);
        }
        for (const auto& [need, count] : copies) {
            Fix fix{member, none, need.first, need.second, FixKind::second_provider};
            for (const Index n : fix.alternatives) {
                if (std::ranges::find(members, n) != members.end())
                    fix.kind = std::min(fix.kind, kinds[static_cast<std::size_t>(n)]);
            }
            for (int copy = 0; copy < count; ++copy) fixes.push_back(fix);
        }
    }
    if (fixes.size() > 10) return -1; // too many to try
    int best = 1000;
    for (unsigned set = 1; set < 1U << fixes.size(); ++set) {
        int cost = 0;
        Graph tried = graph;
        for (std::size_t i = 0; i < fixes.size(); ++i) {
            if ((set >> i & 1U) == 0) continue;
            cost += cost_of(fixes[i].kind);
            if (cost < best) tried = with_fix(std::move(tried), fixes[i]);
        }
        if (cost < best && comes_up_again(tried, members)) best = cost;
    }
    return best;
}

} // namespace

TEST_SUITE("deadlocks") {
    TEST_CASE("a loop of three is broken by the cheapest fix, and each need says why it is blocked") {
        const Graph graph{{node("AD", 60, {needs(Phase::restore, {2})}), node("VM", 60, {needs(Phase::restore, {0})}),
                           node("Vault", 0, {needs(Phase::restore, {1})})}};
        const auto found = deadlocks_of(graph, {FixKind::local_account, FixKind::spare_device, FixKind::offline_copy});
        REQUIRE(found.size() == 1);
        CHECK(found[0].cycle == std::vector<Index>{0, 2, 1});
        REQUIRE(found[0].blocked.size() == 3);
        CHECK(found[0].blocked[0].owner == 0);
        CHECK(found[0].blocked[0].needed == 2);
        CHECK(found[0].blocked[0].also_waiting.empty());
        REQUIRE(found[0].proposals.size() == 3);
        CHECK(found[0].is_least);
        CHECK(found[0].proposals[0].cost == 1);
        CHECK(found[0].proposals[0].fixes[0].owner == 0); // an envelope with what AD needs from the vault
        CHECK(found[0].proposals[0].fixes[0].needed == 2);
        CHECK(found[0].proposals[1].cost == 2);
        CHECK_FALSE(found[0].is_black_start);
    }

    TEST_CASE("an alternative that waits too, and one that gives out too soon, are named") {
        Graph graph{{node("A", 60, {needs(Phase::restore, {1, 2, 3})}), node("B", 0, {needs(Phase::restore, {0})}),
                     node("C", 0, {needs(Phase::restore, {0})}), node("Battery", 0)}};
        graph.nodes[3].hit_in_it_outage = false;
        graph.nodes[0].groups[0].alternatives[2].endurance = 30;
        const auto found = deadlocks_of(graph, std::vector<FixKind>(4, FixKind::spare_device));
        REQUIRE(found.size() == 1);
        const auto& need = found[0].blocked[0];
        CHECK(need.owner == 0);
        CHECK(need.needed == 1);
        CHECK(need.also_waiting == std::vector<Index>{2});
        CHECK(need.too_short == std::vector<Index>{3});
    }

    TEST_CASE("two loops through one vault take two fixes, or one in the middle") {
        // A and B each wait for the vault; the vault waits for both.
        const Graph graph{{node("A", 1, {needs(Phase::restore, {2})}), node("B", 1, {needs(Phase::restore, {2})}),
                           node("Vault", 1, {needs(Phase::restore, {0}), needs(Phase::restore, {1})})}};
        const auto found = deadlocks_of(graph, {FixKind::offline_copy, FixKind::offline_copy, FixKind::second_provider});
        REQUIRE(found.size() == 1);
        CHECK(found[0].proposals[0].cost == 2);
        CHECK(found[0].proposals[0].fixes.size() == 2);
        CHECK(found[0].is_least);
        const auto dear = deadlocks_of(graph, {FixKind::second_provider, FixKind::second_provider, FixKind::offline_copy});
        CHECK(dear[0].proposals[0].cost == 2); // two envelopes for A and B
    }

    TEST_CASE("a loop of START needs alone is a black start, which daily operation hides") {
        const Graph graph{{node("DNS", 1, {needs(Phase::start, {1})}), node("VM", 1, {needs(Phase::start, {0})})}};
        const auto found = deadlocks_of(graph, std::vector<FixKind>(2, FixKind::spare_device));
        REQUIRE(found.size() == 1);
        CHECK(found[0].is_black_start);
    }

    TEST_CASE("with more candidates than can be tried, the fixes still break the deadlock, and do not claim to be the least") {
        Graph graph;
        const Index count = 50;
        for (Index i = 0; i < count; ++i)
            graph.nodes.push_back(node("N-" + std::to_string(100 + i), 1, {needs(Phase::restore, {(i + 1) % count})}));
        const auto found = deadlocks_of(graph, std::vector<FixKind>(50, FixKind::spare_device));
        REQUIRE(found.size() == 1);
        REQUIRE(found[0].proposals.size() == 1);
        CHECK_FALSE(found[0].is_least);
        CHECK(found[0].proposals[0].fixes.size() == 1);
        CHECK(comes_back(with_fix(graph, found[0].proposals[0].fixes[0]), found[0].members));
    }

    TEST_CASE("on random graphs every proposal really breaks the deadlock, and none of its fixes is superfluous") {
        std::mt19937 random(15);
        int proposals = 0;
        for (int round = 0; round < 400; ++round) {
            CAPTURE(round);
            const Graph graph = oracle::random_graph(random, {.nodes = 4 + round % 7});
            std::vector<FixKind> kinds;
            for (std::size_t i = 0; i < graph.nodes.size(); ++i) kinds.push_back(static_cast<FixKind>(1 + random() % 4));
            for (const auto& deadlock : deadlocks_of(graph, kinds)) {
                REQUIRE_FALSE(deadlock.proposals.empty());
                for (const auto& proposal : deadlock.proposals) {
                    ++proposals;
                    Graph fixed = graph;
                    for (const auto& fix : proposal.fixes) fixed = with_fix(std::move(fixed), fix);
                    REQUIRE(comes_back(fixed, deadlock.members));
                    for (std::size_t left_out = 0; left_out < proposal.fixes.size(); ++left_out) {
                        Graph less = graph;
                        for (std::size_t i = 0; i < proposal.fixes.size(); ++i) {
                            if (i != left_out) less = with_fix(std::move(less), proposal.fixes[i]);
                        }
                        REQUIRE_FALSE(comes_up_again(less, deadlock.members));
                    }
                }
            }
        }
        CHECK(proposals > 100);
    }

    TEST_CASE("what is called the least cost is the least: all sets tried on the whole graph") {
        std::mt19937 random(16);
        int compared = 0, several = 0;
        for (int round = 0; round < 400; ++round) {
            CAPTURE(round);
            const Graph graph = oracle::random_graph(random, {.nodes = 3 + round % 5, .most_groups = 2});
            std::vector<FixKind> kinds;
            for (std::size_t i = 0; i < graph.nodes.size(); ++i) kinds.push_back(static_cast<FixKind>(1 + random() % 4));
            for (const auto& deadlock : deadlocks_of(graph, kinds)) {
                const int best = least_cost(graph, deadlock.members, kinds);
                if (best < 0 || !deadlock.is_least) continue;
                REQUIRE(deadlock.proposals[0].cost == best);
                ++compared;
                several += deadlock.proposals[0].fixes.size() > 1 ? 1 : 0;
            }
        }
        CHECK(compared > 50);
        CHECK(several > 0);
    }

    TEST_CASE("the county gets out of its loop with an envelope") {
        const auto plan = plans::read(plans::example("landkreis-musterland"));
        const auto graph = graph_of(plan);
        const auto found = deadlocks_of(graph, fix_kinds(plan, graph));
        REQUIRE(found.size() == 1);
        REQUIRE_FALSE(found[0].proposals.empty());
        CHECK(found[0].is_least);
        const auto& fix = found[0].proposals[0].fixes[0];
        CHECK(fix.kind == FixKind::offline_copy);
        CHECK(graph.nodes[static_cast<std::size_t>(fix.needed)].id == "INF-010");
    }
}
