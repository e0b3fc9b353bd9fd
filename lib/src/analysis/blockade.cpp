// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/recovery.hpp>

#include <algorithm>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// The loop is looked for from every vertex up to this size, above from the best connected ones only.
constexpr std::size_t largest_exact_core = 2000;
constexpr std::size_t starts_in_large_core = 64;

/// v → u for every unmet group of a vertex that never comes back and every alternative of it that never does either.
StateGraph blocking_graph(const StateGraph& graph, const Recovery& recovery) {
    StateGraph out;
    out.node = graph.node;
    out.recipe = graph.recipe;
    out.group_begin.push_back(0);
    const auto stuck = [&](Index v) { return recovery.operate[at(v)] >= never; };
    for (Index v = 0; v < graph.vertices(); ++v) {
        for (Index g = graph.group_begin[at(v)]; stuck(v) && g < graph.group_begin[at(v) + 1]; ++g) {
            if (recovery.fulfilled[at(g)]) continue;
            out.owner.push_back(v);
            out.phase.push_back(graph.phase[at(g)]);
            out.arc_begin.push_back(static_cast<Index>(out.arcs.size()));
            for (Index a = graph.arc_begin[at(g)]; a < graph.arc_begin[at(g) + 1]; ++a) {
                if (stuck(graph.arcs[at(a)].vertex)) out.arcs.push_back({graph.arcs[at(a)].vertex, 0});
            }
        }
        out.group_begin.push_back(out.groups());
    }
    out.arc_begin.push_back(static_cast<Index>(out.arcs.size()));
    return out;
}

template <class Visit> void each_neighbour(const StateGraph& graph, Index v, Visit visit) {
    for (Index a = graph.arc_begin[at(graph.group_begin[at(v)])]; a < graph.arc_begin[at(graph.group_begin[at(v) + 1])]; ++a)
        visit(graph.arcs[at(a)].vertex);
}

/// The shortest way from `start` back to itself inside its component, shorter than `limit`; empty where there is none.
std::vector<Index> loop_from(const StateGraph& graph, const Components& cores, Index start, std::size_t limit,
                             std::vector<Index>& parent) {
    std::vector<Index> queue{start}, touched;
    std::vector<std::size_t> depth{1};
    std::vector<Index> found;
    for (std::size_t i = 0; i < queue.size() && found.empty(); ++i) {
        if (depth[i] >= limit) break;
        const Index v = queue[i];
        each_neighbour(graph, v, [&](Index u) {
            if (!found.empty() || cores.of[at(u)] != cores.of[at(start)]) return;
            if (u == start) {
                for (Index w = v; w != start; w = parent[at(w)]) found.push_back(w);
                found.push_back(start);
            } else if (parent[at(u)] == none) {
                parent[at(u)] = v;
                touched.push_back(u);
                queue.push_back(u);
                depth.push_back(depth[i] + 1);
            }
        });
    }
    for (const Index u : touched) parent[at(u)] = none;
    std::reverse(found.begin(), found.end());
    return found;
}

std::vector<Index> shortest_loop(const StateGraph& graph, const Components& cores, std::vector<Index> members,
                                 std::vector<Index>& parent) {
    if (members.size() > largest_exact_core) {
        const auto degree = [&](Index v) {
            return graph.arc_begin[at(graph.group_begin[at(v) + 1])] - graph.arc_begin[at(graph.group_begin[at(v)])];
        };
        std::stable_sort(members.begin(), members.end(), [&](Index a, Index b) { return degree(a) > degree(b); });
        members.resize(starts_in_large_core);
    }
    std::vector<Index> best;
    for (const Index start : members) {
        auto loop = loop_from(graph, cores, start, best.empty() ? at(graph.vertices()) + 1 : best.size(), parent);
        if (!loop.empty() && (best.empty() || loop.size() < best.size())) best = std::move(loop);
    }
    return best;
}

// Levels and ways of one node are one thing for a reader.
std::vector<Index> nodes_of(const StateGraph& graph, const std::vector<Index>& vertices) {
    std::vector<Index> nodes;
    for (const Index v : vertices) {
        const Index node = graph.node[at(v)];
        if (nodes.empty() || nodes.back() != node) nodes.push_back(node);
    }
    if (nodes.size() > 1 && nodes.front() == nodes.back()) nodes.pop_back();
    const auto first = std::min_element(nodes.begin(), nodes.end());
    std::rotate(nodes.begin(), first, nodes.end());
    return nodes;
}

} // namespace

std::vector<Blockade> blockades(const StateGraph& graph, const Recovery& recovery) {
    const StateGraph blocking = blocking_graph(graph, recovery);
    const Components cores = components(blocking, Along::all);
    std::vector<bool> waits(at(cores.count()), false);
    for (Index v = 0; v < blocking.vertices(); ++v) {
        each_neighbour(blocking, v, [&](Index u) {
            if (cores.of[at(u)] != cores.of[at(v)]) waits[at(cores.of[at(v)])] = true;
        });
    }
    std::vector<Blockade> out;
    std::vector<Index> parent(at(blocking.vertices()), none);
    for (Index c = 0; c < cores.count(); ++c) {
        const std::vector<Index> members(cores.members.begin() + cores.begin[at(c)],
                                         cores.members.begin() + cores.begin[at(c) + 1]);
        if (waits[at(c)] || recovery.operate[at(members.front())] < never) continue;
        Blockade blockade;
        blockade.vertices = members;
        for (const Index v : members) blockade.members.push_back(graph.node[at(v)]);
        std::sort(blockade.members.begin(), blockade.members.end());
        blockade.members.erase(std::unique(blockade.members.begin(), blockade.members.end()), blockade.members.end());
        if (cores.is_cyclic[at(c)]) blockade.cycle = nodes_of(graph, shortest_loop(blocking, cores, members, parent));
        out.push_back(std::move(blockade));
    }
    std::stable_sort(out.begin(), out.end(), [](const Blockade& a, const Blockade& b) { return a.members < b.members; });
    return out;
}

} // namespace bcmkit::analysis
