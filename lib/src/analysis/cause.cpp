// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/cause.hpp>

#include <algorithm>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

} // namespace

Index cause_of_failure(const StateGraph& graph, const std::vector<bool>& failed, const Event& event, Index vertex) {
    if (!failed[at(vertex)]) return none;
    std::vector<bool> seen(at(graph.vertices()), false);
    std::vector<Index> queue{vertex};
    seen[at(vertex)] = true;
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const Index v = queue[next];
        if (std::ranges::find(event.hit, graph.node[at(v)]) != event.hit.end()) return graph.node[at(v)];
        for (Index g = graph.group_begin[at(v)]; g < graph.group_begin[at(v) + 1]; ++g) {
            if (graph.phase[at(g)] == Phase::restore) continue;
            const auto begin = graph.arcs.begin() + graph.arc_begin[at(g)], end = graph.arcs.begin() + graph.arc_begin[at(g) + 1];
            const auto alive = std::count_if(begin, end, [&](const auto& arc) { return !failed[at(arc.vertex)]; });
            if (alive >= graph.k[at(g)]) continue;
            for (auto arc = begin; arc != end; ++arc) {
                if (!failed[at(arc->vertex)] || seen[at(arc->vertex)]) continue;
                seen[at(arc->vertex)] = true;
                queue.push_back(arc->vertex);
            }
        }
    }
    return none;
}

} // namespace bcmkit::analysis
