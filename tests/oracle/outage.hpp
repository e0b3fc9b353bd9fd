// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "oracle/recovery.hpp"

#include <bcmkit/analysis/outage.hpp>

namespace oracle {

/// The rules of analysis::Outage, played minute by minute with plain counters: no events, no times to come.
class OutageClock {
public:
    OutageClock(const StateGraph& graph, const Event& event, const std::vector<Minutes>& back)
        : graph_(graph)
        , back_(back)
        , hit_(hit_nodes(graph, event))
        , runs_(at(graph.vertices()), true)
        , down_before_(at(graph.vertices()), false)
        , unmet_for_(at(graph.groups()), 0)
        , prepared_for_(graph.arcs.size(), not_prepared)
        , used_for_(graph.arcs.size(), 0) {
        // Before the event everything ran: what that took was ready.
        for (Index g = 0; g < graph_.groups(); ++g) {
            for (Index a = graph_.arc_begin[at(g)]; a < graph_.arc_begin[at(g) + 1]; ++a)
                if (limited(a) && without_stopgaps(g, runs_) < graph_.k[at(g)]) prepared_for_[at(a)] = never;
        }
    }

    /// What runs in minute `now`; to be asked for 0, 1, 2 …
    const std::vector<bool>& tick(Minutes now) {
        std::vector<bool> set(runs_.size());
        for (Index v = 0; v < graph_.vertices(); ++v) {
            const bool is_away = (hit_[at(graph_.node[at(v)])] || down_before_[at(v)]) && back_[at(v)] > now;
            set[at(v)] = !is_away;
        }
        for (bool removed = true; removed;) {
            removed = false;
            for (Index v = 0; v < graph_.vertices(); ++v) {
                if (set[at(v)] && !can_stay(v, set)) {
                    set[at(v)] = false;
                    removed = true;
                }
            }
        }
        advance(set);
        return runs_;
    }

private:
    static constexpr Minutes not_prepared = -1;

    bool limited(Index a) const { return graph_.arcs[at(a)].switch_time > 0 || graph_.endurance_of(a) < never; }

    int without_stopgaps(Index g, const std::vector<bool>& set) const {
        int count = 0;
        for (Index a = graph_.arc_begin[at(g)]; a < graph_.arc_begin[at(g) + 1]; ++a)
            if (!limited(a) && set[at(graph_.arcs[at(a)].vertex)]) ++count;
        return count;
    }

    bool usable(Index a, const std::vector<bool>& set) const {
        const Minutes prepared = std::max<Minutes>(prepared_for_[at(a)], 0);
        return limited(a) && set[at(graph_.arcs[at(a)].vertex)] && prepared >= graph_.arcs[at(a)].switch_time &&
               used_for_[at(a)] < graph_.endurance_of(a);
    }

    /// The stopgaps that serve the group, the first ones first; empty and false where there are too few.
    bool served(Index g, const std::vector<bool>& set, std::vector<Index>& by) const {
        int missing = graph_.k[at(g)] - without_stopgaps(g, set);
        for (Index a = graph_.arc_begin[at(g)]; missing > 0 && a < graph_.arc_begin[at(g) + 1]; ++a) {
            if (!usable(a, set)) continue;
            by.push_back(a);
            --missing;
        }
        return missing <= 0;
    }

    bool can_stay(Index v, const std::vector<bool>& set) const {
        for (Index g = graph_.group_begin[at(v)]; g < graph_.group_begin[at(v) + 1]; ++g) {
            std::vector<Index> by;
            if (graph_.phase[at(g)] == Phase::restore || served(g, set, by)) continue;
            const bool buffered =
                graph_.phase[at(g)] == Phase::operate && runs_[at(v)] && unmet_for_[at(g)] < graph_.buffer[at(g)];
            if (!buffered) return false;
        }
        return true;
    }

    void advance(const std::vector<bool>& set) {
        for (Index g = 0; g < graph_.groups(); ++g) {
            if (graph_.phase[at(g)] == Phase::restore) continue;
            std::vector<Index> by;
            const bool is_served = served(g, set, by);
            unmet_for_[at(g)] = is_served ? 0 : unmet_for_[at(g)] + 1;
            if (is_served)
                for (const Index a : by) ++used_for_[at(a)];
            const bool lacks = without_stopgaps(g, set) < graph_.k[at(g)];
            for (Index a = graph_.arc_begin[at(g)]; a < graph_.arc_begin[at(g) + 1]; ++a) {
                const bool prepares = limited(a) && lacks && set[at(graph_.arcs[at(a)].vertex)];
                prepared_for_[at(a)] = prepares ? std::max<Minutes>(prepared_for_[at(a)], 0) + 1 : not_prepared;
            }
        }
        for (std::size_t v = 0; v < set.size(); ++v) down_before_[v] = !set[v];
        runs_ = set;
    }

    const StateGraph& graph_;
    const std::vector<Minutes>& back_;
    std::vector<bool> hit_, runs_, down_before_;
    std::vector<Minutes> unmet_for_, prepared_for_, used_for_;
};

/// random_graph with buffers, stopgaps that do not last and ways that have to be got ready.
inline Graph random_outage_graph(std::mt19937& random, const Shape& shape) {
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Graph graph = random_graph(random, shape);
    for (auto& node : graph.nodes) {
        node.hit_in_it_outage = below(10) < 3;
        for (auto& recipe : node.recipes) {
            recipe.duration = Span::of(below(12));
            if (recipe.level != Level::emergency) continue;
            recipe.ready_after = below(3);
            if (below(2) == 0) recipe.endurance = 1 + below(6);
        }
        for (auto& group : node.groups) {
            if (group.phase == Phase::operate && below(3) == 0) group.buffer = 1 + below(6);
            for (auto& alternative : group.alternatives)
                if (below(4) == 0) alternative.endurance = 1 + below(6);
        }
    }
    return graph;
}

} // namespace oracle
