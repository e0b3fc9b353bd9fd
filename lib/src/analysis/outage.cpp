// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/outage.hpp>

#include <algorithm>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

bool is_limited(const StateGraph& graph, Index arc) {
    return graph.arcs[at(arc)].switch_time > 0 || graph.endurance_of(arc) < never;
}

class Simulation {
public:
    Simulation(const StateGraph& graph, const Event& event, const Recovery& recovery, Minutes until)
        : graph_(graph)
        , recovery_(recovery)
        , until_(until)
        , runs_(at(graph.vertices()), true)
        , barred_(at(graph.vertices()), false)
        , lacks_since_(at(graph.groups()), never)
        , unmet_since_(at(graph.groups()), never)
        , met_(at(graph.groups()), true)
        , ready_at_(graph.arcs.size(), never)
        , used_(graph.arcs.size(), 0)
        , in_use_(graph.arcs.size(), false)
        , use_of_(graph.arcs.size(), none) {
        out_.changes.resize(at(graph.vertices()));
        out_.until = until;
        for (Index g = 0; g < graph.groups(); ++g) {
            if (counts(g)) remember_before(g);
        }
        std::vector<bool> hit(graph.emergency.size(), false);
        for (const Index node : event.hit) hit[at(node)] = true;
        for (Index v = 0; v < graph.vertices(); ++v) barred_[at(v)] = hit[at(graph.node[at(v)])] && recovery.operate[at(v)] > 0;
    }

    Outage run() {
        for (Minutes now = 0; now <= until_;) {
            settle(now);
            const Minutes next = next_change(now);
            use_stopgaps(now, std::min(next, until_ + 1));
            now = next;
        }
        return std::move(out_);
    }

private:
    bool is_stopgap(Index arc) const { return is_limited(graph_, arc); }
    bool counts(Index group) const { return graph_.phase[at(group)] != Phase::restore; }
    Minutes buffer(Index group) const { return graph_.phase[at(group)] == Phase::operate ? graph_.buffer[at(group)] : 0; }

    /// What runs in this minute. Each round takes away what cannot run with the rest; what stopped can then have ended a
    /// stopgap's readiness elsewhere, so the groups are weighed again until nothing more falls.
    void settle(Minutes now) {
        for (Index v = 0; v < graph_.vertices(); ++v) {
            if (barred_[at(v)] && recovery_.operate[at(v)] <= now) barred_[at(v)] = false;
        }
        const std::vector<bool> before = runs_;
        for (Index v = 0; v < graph_.vertices(); ++v) runs_[at(v)] = !barred_[at(v)];
        fall(now, before);
        for (Index g = 0; g < graph_.groups(); ++g) remember(g, now);
        for (Index v = 0; v < graph_.vertices(); ++v) {
            if (runs_[at(v)] == before[at(v)]) continue;
            out_.changes[at(v)].push_back({now, runs_[at(v)]});
            if (!runs_[at(v)] && recovery_.operate[at(v)] > now) barred_[at(v)] = true;
        }
    }

    void fall(Minutes now, const std::vector<bool>& before) {
        std::vector<Index> check;
        std::vector<bool> waits(at(graph_.groups()), true);
        for (Index g = 0; g < graph_.groups(); ++g) check.push_back(g);
        while (!check.empty()) {
            const Index g = check.back();
            check.pop_back();
            waits[at(g)] = false;
            const Index owner = graph_.owner[at(g)];
            met_[at(g)] = !counts(g) || is_met(g, now);
            if (met_[at(g)] || !runs_[at(owner)]) continue;
            const Minutes since = unmet_since_[at(g)] == never ? now : unmet_since_[at(g)];
            if (before[at(owner)] && now < since + buffer(g)) continue;
            runs_[at(owner)] = false;
            for (Index i = graph_.used_begin[at(owner)]; i < graph_.used_begin[at(owner) + 1]; ++i) {
                const Index user = graph_.used[at(i)].group;
                if (waits[at(user)]) continue;
                waits[at(user)] = true;
                check.push_back(user);
            }
        }
    }

    int firm(Index group) const {
        int number = 0;
        for (Index a = graph_.arc_begin[at(group)]; a < graph_.arc_begin[at(group) + 1]; ++a)
            number += !is_stopgap(a) && runs_[at(graph_.arcs[at(a)].vertex)] ? 1 : 0;
        return number;
    }

    /// When the stopgap can be used, counted from the first minute in which the group lacks something and its node runs.
    Minutes ready(Index group, Index arc, Minutes now) const {
        const Minutes started = lacks_since_[at(group)] == never ? never : ready_at_[at(arc)];
        return started == never ? now + graph_.arcs[at(arc)].switch_time : started;
    }

    bool is_usable(Index group, Index arc, Minutes now) const {
        return is_stopgap(arc) && runs_[at(graph_.arcs[at(arc)].vertex)] && used_[at(arc)] < graph_.endurance_of(arc) &&
               ready(group, arc, now) <= now;
    }

    bool is_met(Index group, Minutes now) const {
        int missing = graph_.k[at(group)] - firm(group);
        for (Index a = graph_.arc_begin[at(group)]; missing > 0 && a < graph_.arc_begin[at(group) + 1]; ++a)
            missing -= is_usable(group, a, now) ? 1 : 0;
        return missing <= 0;
    }

    /// The clocks of a group after the minute is settled.
    void remember(Index group, Minutes now) {
        if (!counts(group)) return;
        int missing = graph_.k[at(group)] - firm(group);
        const bool lacks = missing > 0;
        for (Index a = graph_.arc_begin[at(group)]; a < graph_.arc_begin[at(group) + 1]; ++a) {
            if (!is_stopgap(a)) continue;
            const bool stands_by = lacks && runs_[at(graph_.arcs[at(a)].vertex)];
            ready_at_[at(a)] = stands_by ? ready(group, a, now) : never;
        }
        lacks_since_[at(group)] = !lacks ? never : std::min(lacks_since_[at(group)], now);
        for (Index a = graph_.arc_begin[at(group)]; a < graph_.arc_begin[at(group) + 1]; ++a) {
            in_use_[at(a)] = lacks && met_[at(group)] && missing > 0 && is_usable(group, a, now);
            missing -= in_use_[at(a)] ? 1 : 0;
        }
        unmet_since_[at(group)] = met_[at(group)] ? never : std::min(unmet_since_[at(group)], now);
    }

    /// Before the event everything ran: where that took stopgaps, they were ready.
    void remember_before(Index group) {
        if (firm(group) >= graph_.k[at(group)]) return;
        lacks_since_[at(group)] = 0;
        for (Index a = graph_.arc_begin[at(group)]; a < graph_.arc_begin[at(group) + 1]; ++a) {
            if (is_stopgap(a)) ready_at_[at(a)] = 0;
        }
    }

    void use_stopgaps(Minutes from, Minutes until) {
        for (std::size_t a = 0; a < in_use_.size(); ++a) {
            if (in_use_[a]) {
                if (use_of_[a] == none) {
                    use_of_[a] = static_cast<Index>(out_.uses.size());
                    out_.uses.push_back({static_cast<Index>(a), from, until});
                }
                out_.uses[at(use_of_[a])].until = until;
                used_[a] += until - from;
            } else {
                use_of_[a] = none;
            }
        }
    }

    /// The next minute in which a clock runs out.
    Minutes next_change(Minutes now) const {
        Minutes next = never;
        const auto consider = [&](Minutes when) {
            if (when > now) next = std::min(next, when);
        };
        for (Index v = 0; v < graph_.vertices(); ++v) {
            if (barred_[at(v)]) consider(recovery_.operate[at(v)]);
        }
        for (Index g = 0; g < graph_.groups(); ++g) {
            if (unmet_since_[at(g)] != never && runs_[at(graph_.owner[at(g)])]) consider(unmet_since_[at(g)] + buffer(g));
            for (Index a = graph_.arc_begin[at(g)]; a < graph_.arc_begin[at(g) + 1]; ++a) {
                if (ready_at_[at(a)] != never) consider(ready_at_[at(a)]);
                if (in_use_[at(a)] && graph_.endurance_of(a) < never) consider(now + graph_.endurance_of(a) - used_[at(a)]);
            }
        }
        return next;
    }

    const StateGraph& graph_;
    const Recovery& recovery_;
    Minutes until_;
    std::vector<bool> runs_;
    std::vector<bool> barred_;         ///< hit or fallen, and not back yet
    std::vector<Minutes> lacks_since_; ///< per group: fewer than k without stopgaps
    std::vector<Minutes> unmet_since_; ///< per group: fewer than k even with stopgaps
    std::vector<bool> met_;
    std::vector<Minutes> ready_at_; ///< per arc: a stopgap that is got ready
    std::vector<Minutes> used_;     ///< per arc: minutes of its endurance that are gone
    std::vector<bool> in_use_;
    std::vector<Index> use_of_; ///< per arc: its running entry in Outage::uses
    Outage out_;
};

} // namespace

bool Outage::runs(Index vertex, Minutes when) const {
    bool runs = true;
    for (const auto& change : changes[at(vertex)]) {
        if (change.at > when) break;
        runs = change.runs;
    }
    return runs;
}

bool Outage::carries(const StateGraph& graph, Index arc, Minutes when) const {
    if (!is_limited(graph, arc)) return runs(graph.arcs[at(arc)].vertex, when);
    return std::any_of(uses.begin(), uses.end(),
                       [&](const Use& use) { return use.arc == arc && use.from <= when && when < use.until; });
}

Minutes Outage::back_for_good(Index vertex) const {
    const auto& list = changes[at(vertex)];
    if (list.empty()) return 0;
    return list.back().runs ? list.back().at : never;
}

Outage outage(const StateGraph& graph, const Event& event, const Recovery& recovery, Minutes until) {
    return Simulation(graph, event, recovery, until).run();
}

} // namespace bcmkit::analysis
