// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/state_graph.hpp>

#include <algorithm>
#include <random>

/// Graphs of the size of a whole Land, written straight into the flat arrays: the records of a plan would take more memory than
/// what is measured.
namespace bcmkit::analysis {

/// Writes one vertex after the other; a node is one vertex for both levels.
class LargeGraph {
public:
    explicit LargeGraph(Index nodes, std::size_t groups, std::size_t arcs) {
        const auto n = static_cast<std::size_t>(nodes);
        for (auto* list : {&graph_.node, &graph_.recipe, &graph_.emergency, &graph_.normal}) list->reserve(n);
        graph_.duration.reserve(n);
        graph_.group_begin.reserve(n + 1);
        for (auto* list : {&graph_.owner, &graph_.k}) list->reserve(groups);
        graph_.phase.reserve(groups);
        graph_.buffer.reserve(groups);
        graph_.arc_begin.reserve(groups + 1);
        graph_.arcs.reserve(arcs);
        graph_.group_begin.push_back(0);
    }

    void group(Phase phase, int k) {
        graph_.owner.push_back(graph_.vertices());
        graph_.phase.push_back(phase);
        graph_.k.push_back(k);
        graph_.buffer.push_back(0);
        graph_.arc_begin.push_back(static_cast<Index>(graph_.arcs.size()));
    }

    void arc(Index vertex, Minutes switch_time = 0) { graph_.arcs.push_back({vertex, switch_time}); }

    /// Closes the vertex to which the groups before belong.
    void vertex(Minutes duration) {
        const Index v = graph_.vertices();
        for (auto* list : {&graph_.node, &graph_.emergency, &graph_.normal}) list->push_back(v);
        graph_.recipe.push_back(0);
        graph_.duration.push_back(Span::of(duration));
        graph_.group_begin.push_back(graph_.groups());
    }

    StateGraph take() {
        graph_.arc_begin.push_back(static_cast<Index>(graph_.arcs.size()));
        connect_back(graph_);
        return std::move(graph_);
    }

private:
    StateGraph graph_;
};

/// Up to three groups a node, two fifths of them a choice: 3.6 arcs a node. In `layers` each node needs earlier ones in all
/// phases, and every fiftieth runs only together with its neighbour; in a `tangle` it needs any others while it runs, so that
/// most of them hang together in one loop.
enum class Order { layers, tangle };
inline StateGraph large_graph(Index nodes, Order order = Order::layers) {
    std::mt19937 random(4711);
    const auto below = [&](Index n) { return static_cast<Index>(random() % static_cast<unsigned>(n)); };
    const auto size = static_cast<std::size_t>(nodes);
    const bool is_tangle = order == Order::tangle;
    LargeGraph out(nodes, size * 21 / 10, size * 37 / 10);
    for (Index v = 0; v < nodes; ++v) {
        const bool has_partner = !is_tangle && v % 50 < 2;
        // A need for the partner before it can start would be a deadlock, and end whatever rests on the two.
        const Index others = is_tangle ? nodes : has_partner ? v - v % 50 : v;
        for (Index g = others == 0 ? 0 : 1 + below(3); g > 0; --g) {
            const Index count = below(5) < 3 ? 1 : 2 + below(3);
            out.group(is_tangle ? Phase::operate : static_cast<Phase>(below(3)), 1 + (count > 1 ? below(count) : 0));
            for (Index a = 0; a < count; ++a) out.arc(below(others), !is_tangle && below(10) == 0 ? 1 + below(30) : 0);
        }
        if (has_partner) {
            out.group(Phase::operate, 1);
            out.arc(v % 50 == 0 ? std::min(v + 1, nodes - 1) : v - 1);
        }
        out.vertex(30 + below(600));
    }
    return out.take();
}

/// A loop of OPERATE needs whose members are ready one after the other.
inline StateGraph ring(Index nodes) {
    LargeGraph out(nodes, static_cast<std::size_t>(nodes), static_cast<std::size_t>(nodes));
    for (Index v = 0; v < nodes; ++v) {
        out.group(Phase::operate, 1);
        out.arc((v + 1) % nodes);
        out.vertex(v + 1);
    }
    return out.take();
}

} // namespace bcmkit::analysis
