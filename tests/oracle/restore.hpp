// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "oracle/recovery.hpp"

/// Every order of a single team, and every set of fixes: what the clever answers are held against.
namespace oracle {

/// A graph without loops and without alternatives: every need is for all its alternatives. Node i needs nodes before it only.
inline Graph random_and_dag(std::mt19937& random, int nodes, bool with_switch_times) {
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Graph graph;
    for (int i = 0; i < nodes; ++i) {
        Node node;
        node.id = "N-" + std::to_string(i);
        node.hit_in_it_outage = true;
        node.recipes.push_back({"", Level::normal, Span::of(below(7))});
        for (int g = below(3); i > 0 && g > 0; --g) {
            Group group;
            group.phase = static_cast<Phase>(below(3));
            for (int a = 1 + below(2); a > 0; --a)
                group.alternatives.push_back(
                    {static_cast<Index>(below(i)), Level::emergency, with_switch_times && below(3) == 0 ? 1 + below(4) : 0});
            group.k = static_cast<int>(group.alternatives.size());
            node.groups.push_back(std::move(group));
        }
        graph.nodes.push_back(std::move(node));
    }
    return graph;
}

/// When each node runs if one team works through `order`; `never` somewhere where a step cannot begin in its turn.
inline std::vector<Minutes> work_through(const Graph& graph, const std::vector<Index>& order, Minutes lead) {
    std::vector<Minutes> done(graph.nodes.size(), never);
    const auto operate = [&](const auto& self, Index v) -> Minutes {
        Minutes time = done[at(v)];
        for (const auto& group : graph.nodes[at(v)].groups) {
            if (group.phase == Phase::restore) continue; // was waited for before the work
            for (const auto& need : group.alternatives) {
                const Minutes there = self(self, need.node);
                time = std::max(time, there >= never ? never : there + need.switch_time);
            }
        }
        return std::min(time, never);
    };
    Minutes free = lead;
    for (const Index v : order) {
        Minutes begin = free;
        for (const auto& group : graph.nodes[at(v)].groups) {
            if (group.phase != Phase::restore) continue;
            for (const auto& need : group.alternatives) {
                const Minutes there = operate(operate, need.node);
                begin = std::max(begin, there >= never ? never : there + need.switch_time);
            }
        }
        if (begin >= never) return {never};
        done[at(v)] = begin + graph.nodes[at(v)].recipes.front().duration.lower;
        free = done[at(v)];
    }
    std::vector<Minutes> out;
    for (Index v = 0; v < static_cast<Index>(graph.nodes.size()); ++v) out.push_back(operate(operate, v));
    return out;
}

/// The smallest largest lateness over all orders of one team; `due` per node. Without alternatives and loops.
inline Minutes least_lateness(const Graph& graph, const std::vector<Minutes>& due, Minutes lead) {
    std::vector<Index> order;
    for (Index v = 0; v < static_cast<Index>(graph.nodes.size()); ++v) order.push_back(v);
    Minutes best = never;
    do {
        const auto times = work_through(graph, order, lead);
        if (times.size() < graph.nodes.size()) continue;
        Minutes late = 0;
        for (std::size_t v = 0; v < times.size(); ++v) {
            if (due[v] < never) late = std::max(late, times[v] - due[v]);
        }
        best = std::min(best, late);
    } while (std::next_permutation(order.begin(), order.end()));
    return best;
}

} // namespace oracle
