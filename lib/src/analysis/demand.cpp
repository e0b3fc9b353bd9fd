// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/recovery.hpp>

#include <algorithm>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// A demand may lie before the event: then it cannot be met, and the sign says by how much.
Minutes earlier(Minutes t, Minutes by) { return t >= never ? never : by >= never ? -never : t - by; }

} // namespace

Demand demand(const StateGraph& graph, const Recovery& recovery, const std::vector<Deadline>& deadlines) {
    const Components all = components(graph, Along::all);
    Demand out;
    out.every.assign(at(graph.vertices()), never);
    out.critical = out.every;
    out.in_loop.assign(at(graph.vertices()), false);
    for (const auto& deadline : deadlines) {
        for (auto* list : {&out.every, &out.critical}) {
            Minutes& latest = (*list)[at(graph.vertex(deadline.node, deadline.level))];
            latest = std::min(latest, deadline.latest);
        }
    }
    const auto limit_at = [&](Minutes own, Index v, Phase phase, Minutes switch_time) {
        const Minutes work = phase == Phase::restore ? graph.duration[at(v)].lower : 0;
        const WorkCalendar* calendar = recovery.at ? graph.calendar_of(v) : nullptr;
        if (!calendar || own >= never || own <= -never) return earlier(own, work + switch_time);
        return calendar->sub_work(recovery.at->plus(own), work).minute - recovery.at->minute - switch_time;
    };
    // Dependents come after their dependencies in the numbering, so the last component is served first.
    for (Index c = all.count() - 1; c >= 0; --c) {
        for (Index i = all.begin[at(c)]; i < all.begin[at(c) + 1]; ++i) {
            const Index v = all.members[at(i)];
            for (Index g = graph.group_begin[at(v)]; g < graph.group_begin[at(v) + 1]; ++g) {
                for (Index a = graph.arc_begin[at(g)]; a < graph.arc_begin[at(g) + 1]; ++a) {
                    const auto arc = graph.arcs[at(a)];
                    if (all.of[at(arc.vertex)] == c) {
                        out.in_loop[at(v)] = true;
                        continue;
                    }
                    Minutes& every = out.every[at(arc.vertex)];
                    every = std::min(every, limit_at(out.every[at(v)], v, graph.phase[at(g)], arc.switch_time));
                    const Minutes base = limit_at(out.critical[at(v)], v, graph.phase[at(g)], 0);
                    std::int32_t others = 0;
                    for (Index b = graph.arc_begin[at(g)]; b < graph.arc_begin[at(g) + 1]; ++b) {
                        const Minutes there = recovery.operate[at(graph.arcs[at(b)].vertex)];
                        if (b != a && there < never && there + graph.arcs[at(b)].switch_time <= base) ++others;
                    }
                    Minutes& critical = out.critical[at(arc.vertex)];
                    if (others < graph.k[at(g)]) critical = std::min(critical, earlier(base, arc.switch_time));
                }
            }
        }
    }
    return out;
}

} // namespace bcmkit::analysis
