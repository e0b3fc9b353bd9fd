// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "oracle/recovery.hpp"

namespace oracle {

/// By when each vertex has to operate so that every deadline holds, as if every alternative were needed: each way down from each
/// deadline is walked by itself. Exponential, and only for graphs without loops.
class DemandWalk {
public:
    DemandWalk(const StateGraph& graph, const std::vector<Deadline>& deadlines)
        : graph_(graph)
        , latest(at(graph.vertices()), never) {
        for (const auto& deadline : deadlines) down(graph.vertex(deadline.node, deadline.level), deadline.latest);
    }

private:
    void down(Index v, Minutes by) {
        latest[at(v)] = std::min(latest[at(v)], by);
        for (Index g = graph_.group_begin[at(v)]; g < graph_.group_begin[at(v) + 1]; ++g) {
            const Minutes work = graph_.phase[at(g)] == Phase::restore ? graph_.duration[at(v)].lower : 0;
            for (Index a = graph_.arc_begin[at(g)]; a < graph_.arc_begin[at(g) + 1]; ++a)
                down(graph_.arcs[at(a)].vertex, by - work - graph_.arcs[at(a)].switch_time);
        }
    }

    const StateGraph& graph_;

public:
    std::vector<Minutes> latest; ///< per vertex
};

/// When `v` operates if `late` operates at `then` instead of when it could; everything is hit. The definition, read from the
/// service down; only for graphs without loops.
inline Minutes operates(const StateGraph& graph, Minutes lead, Index v, Index late, Minutes then) {
    if (v == late) return then;
    const auto met = [&](Phase phase) {
        Minutes when = 0;
        for (Index g = graph.group_begin[at(v)]; g < graph.group_begin[at(v) + 1]; ++g) {
            if (graph.phase[at(g)] != phase) continue;
            std::vector<Minutes> there;
            for (Index a = graph.arc_begin[at(g)]; a < graph.arc_begin[at(g) + 1]; ++a) {
                const Minutes t = operates(graph, lead, graph.arcs[at(a)].vertex, late, then);
                there.push_back(t >= never ? never : t + graph.arcs[at(a)].switch_time);
            }
            when = std::max(when, kth_smallest(there, graph.k[at(g)]));
        }
        return when;
    };
    const Minutes begin = std::max(lead, met(Phase::restore));
    if (begin >= never) return never;
    return std::max({begin + graph.duration[at(v)].lower, met(Phase::start), met(Phase::operate)});
}

/// A graph without loops in which everything is hit and every need counts; the last node is the service.
inline Graph random_and_graph(std::mt19937& random, int nodes) {
    Graph graph = random_graph(random, {.nodes = nodes});
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        auto& node = graph.nodes[i];
        node.hit_in_it_outage = true;
        if (i == 0) node.groups.clear();
        for (auto& group : node.groups) {
            group.k = static_cast<int>(group.alternatives.size());
            for (auto& other : group.alternatives) other.node = static_cast<Index>(at(other.node) % i);
        }
    }
    return graph;
}

/// Everything is hit, k of n in every group, and nothing serves two owners: alternatives have nothing in common. The first node
/// is the service.
inline Graph random_tree(std::mt19937& random, int nodes) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    Graph graph;
    for (int i = 0; i < nodes; ++i) {
        Node node;
        node.id = "N-" + std::to_string(1'000'000 + i);
        node.hit_in_it_outage = true;
        node.recipes.push_back({"r", Level::normal, Span::of(static_cast<Minutes>(below(6)))});
        graph.nodes.push_back(std::move(node));
    }
    for (std::size_t i = 1; i < graph.nodes.size(); ++i) {
        auto& groups = graph.nodes[below(i)].groups;
        if (groups.empty() || below(3) == 0) {
            groups.emplace_back();
            groups.back().phase = static_cast<Phase>(below(3));
        }
        auto& group = groups[below(groups.size())];
        group.alternatives.push_back({static_cast<Index>(i), Level::emergency, static_cast<Minutes>(below(3))});
        group.k = 1 + static_cast<int>(below(group.alternatives.size()));
    }
    return graph;
}

} // namespace oracle
