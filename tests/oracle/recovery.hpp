// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>

#include <algorithm>
#include <random>

/// Slow and obvious answers to what analysis computes fast, and random graphs to compare both on.
namespace oracle {

using namespace bcmkit;
using namespace bcmkit::analysis;

struct Shape {
    int nodes = 12;
    int most_groups = 3;
    int most_alternatives = 3;
    bool operate = true; ///< START and OPERATE groups too; otherwise an AND/OR graph of RESTORE groups
    bool recipes = false;
};

inline Graph random_graph(std::mt19937& random, const Shape& shape) {
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Graph graph;
    for (int i = 0; i < shape.nodes; ++i) {
        Node node;
        node.id = "N-" + std::to_string(1'000'000 + i);
        node.hit_in_it_outage = below(10) < 8;
        const int recipes = shape.recipes ? 1 + below(2) : 1;
        for (int r = 0; r < recipes; ++r) {
            const Level level = shape.recipes && below(3) == 0 ? Level::emergency : Level::normal;
            node.recipes.push_back({"r" + std::to_string(r), level, Span::of(below(5))});
        }
        const int groups = below(shape.most_groups + 1);
        for (int g = 0; g < groups; ++g) {
            Group group;
            group.phase = !shape.operate ? Phase::restore : static_cast<Phase>(below(3));
            const int count = 1 + below(shape.most_alternatives);
            for (int a = 0; a < count; ++a) {
                const Level level = below(2) == 0 ? Level::emergency : Level::normal;
                group.alternatives.push_back({static_cast<Index>(below(shape.nodes)), level, below(4) == 0 ? 1 + below(2) : 0});
            }
            group.k = 1 + below(count);
            if (shape.recipes && below(4) == 0) group.recipe = static_cast<Index>(below(recipes));
            node.groups.push_back(std::move(group));
        }
        graph.nodes.push_back(std::move(node));
    }
    return graph;
}

inline std::size_t at(Index i) { return static_cast<std::size_t>(i); }

inline std::vector<bool> hit_nodes(const StateGraph& graph, const Event& event) {
    std::vector<bool> hit(graph.emergency.size(), false);
    for (const Index node : event.hit) hit[at(node)] = true;
    return hit;
}

inline Minutes kth_smallest(std::vector<Minutes> values, int k) {
    if (static_cast<int>(values.size()) < k) return never;
    std::ranges::sort(values);
    return std::min(values[static_cast<std::size_t>(k - 1)], never);
}

/// Everything starts at "never" and only what is well founded comes down: the definition for RESTORE groups (AND over
/// groups, k-th smallest within), iterated. Valid where no group is START or OPERATE.
inline std::vector<Minutes> and_or_fixpoint(const StateGraph& graph, const Event& event) {
    const auto failed = failed_vertices(graph, event);
    const auto hit = hit_nodes(graph, event);
    std::vector<Minutes> time(at(graph.vertices()), never);
    for (Index v = 0; v < graph.vertices(); ++v) {
        if (!failed[at(v)]) time[at(v)] = 0;
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (Index v = 0; v < graph.vertices(); ++v) {
            if (!failed[at(v)]) continue;
            Minutes begin = event.lead;
            for (Index g = graph.group_begin[at(v)]; g < graph.group_begin[at(v) + 1]; ++g) {
                std::vector<Minutes> there;
                for (Index a = graph.arc_begin[at(g)]; a < graph.arc_begin[at(g) + 1]; ++a) {
                    const Minutes t = time[at(graph.arcs[at(a)].vertex)];
                    there.push_back(t >= never ? never : t + graph.arcs[at(a)].switch_time);
                }
                begin = std::max(begin, kth_smallest(there, graph.k[at(g)]));
            }
            const Minutes work = hit[at(graph.node[at(v)])] ? graph.duration[at(v)].lower : 0;
            const Minutes up = begin >= never ? never : begin + work;
            if (up < time[at(v)]) {
                time[at(v)] = up;
                changed = true;
            }
        }
    }
    return time;
}

/// Plays the clock minute by minute; within a minute until nothing changes. Co-start: the largest set of started vertices
/// whose OPERATE groups are met by what runs or by the set. Knows nothing of components, counters or heaps.
inline std::vector<Minutes> simulate(const StateGraph& graph, const Event& event, Minutes last) {
    const auto n = at(graph.vertices());
    const auto failed = failed_vertices(graph, event);
    const auto hit = hit_nodes(graph, event);
    std::vector<Minutes> begin(n, never), up(n, never), operate(n, never);
    for (std::size_t v = 0; v < n; ++v) {
        if (!failed[v]) begin[v] = up[v] = operate[v] = 0;
    }
    const auto met = [&](Index v, Phase phase, Minutes now, const std::vector<bool>& together) {
        for (Index g = graph.group_begin[at(v)]; g < graph.group_begin[at(v) + 1]; ++g) {
            if (graph.phase[at(g)] != phase) continue;
            int there = 0;
            for (Index a = graph.arc_begin[at(g)]; a < graph.arc_begin[at(g) + 1]; ++a) {
                const auto& arc = graph.arcs[at(a)];
                const bool runs = operate[at(arc.vertex)] < never && operate[at(arc.vertex)] + arc.switch_time <= now;
                if (runs || (arc.switch_time == 0 && together[at(arc.vertex)])) ++there;
            }
            if (there < graph.k[at(g)]) return false;
        }
        return true;
    };
    const std::vector<bool> nobody(n, false);
    for (Minutes now = 0; now <= last; ++now) {
        for (bool changed = true; changed;) {
            changed = false;
            for (Index v = 0; v < graph.vertices(); ++v) {
                if (begin[at(v)] == never && now >= event.lead && met(v, Phase::restore, now, nobody)) {
                    begin[at(v)] = now;
                    changed = true;
                }
                const Minutes work = hit[at(graph.node[at(v)])] ? graph.duration[at(v)].lower : 0;
                const bool done = begin[at(v)] != never && begin[at(v)] + work <= now;
                if (up[at(v)] == never && done && met(v, Phase::start, now, nobody)) {
                    up[at(v)] = now;
                    changed = true;
                }
            }
            std::vector<bool> together(n, false);
            for (std::size_t v = 0; v < n; ++v) together[v] = up[v] != never && operate[v] == never;
            for (bool removed = true; removed;) {
                removed = false;
                for (Index v = 0; v < graph.vertices(); ++v) {
                    if (together[at(v)] && !met(v, Phase::operate, now, together)) {
                        together[at(v)] = false;
                        removed = true;
                    }
                }
            }
            for (std::size_t v = 0; v < n; ++v) {
                if (!together[v]) continue;
                operate[v] = now;
                changed = true;
            }
        }
    }
    return operate;
}

} // namespace oracle
