// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/recovery.hpp>

#include <algorithm>
#include <queue>
#include <set>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

enum class What : std::uint8_t { begin, done, arc };

struct Happening {
    Minutes time;
    What what;
    Index which; ///< vertex, or arc
    Index group; ///< of an arc

    // A heap gives the largest first; equal times in a fixed order, so that two runs explain a result alike.
    bool operator<(const Happening& other) const {
        if (time != other.time) return time > other.time;
        if (what != other.what) return what > other.what;
        return which > other.which;
    }
};

/// One run of the event method (analysis.md §1.1).
class Run {
public:
    Run(const StateGraph& graph, const Event& event, World world, const Crew* crew = nullptr)
        : graph_(graph)
        , world_(world)
        , event_(event)
        , crew_(crew)
        , free_teams_(crew ? crew->teams : 0)
        , loops_(components(graph, Along::operate_without_switch)) {
        const std::size_t n = at(graph.vertices()), m = at(graph.groups());
        out_.begin.assign(n, never);
        out_.up.assign(n, never);
        out_.operate.assign(n, never);
        out_.turn.assign(n, none);
        out_.done.assign(n, never);
        out_.work.assign(n, 0);
        out_.at = event.at;
        out_.via.assign(m, none);
        out_.fulfilled.assign(m, false);
        out_.failed = failed_vertices(graph, event);
        missing_ = graph.k;
        for (auto* list : {&left_restore_, &left_start_, &left_operate_}) list->assign(n, 0);
        work_done_.assign(n, false);
        marked_.assign(at(loops_.count()), false);
        hit_.assign(graph.emergency.size(), false);
        for (const Index node : event.hit) hit_[at(node)] = true;
    }

    Recovery run() {
        for (Index g = 0; g < graph_.groups(); ++g) ++left(g)[at(graph_.owner[at(g)])];
        for (Index v = 0; v < graph_.vertices(); ++v) {
            if (!out_.failed[at(v)]) operate_from_start(v);
        }
        for (Index g = 0; g < graph_.groups(); ++g) {
            if (missing_[at(g)] <= 0 && !out_.fulfilled[at(g)]) fulfil(g, 0);
        }
        for (Index v = 0; v < graph_.vertices(); ++v) {
            if (out_.failed[at(v)] && left_restore_[at(v)] == 0) push(event_.lead, What::begin, v);
        }
        while (!heap_.empty()) {
            const Minutes now = heap_.top().time;
            for (;;) {
                while (!heap_.empty() && heap_.top().time == now) {
                    const Happening happening = heap_.top();
                    heap_.pop();
                    happen(happening);
                }
                if (dirty_.empty()) break;
                const Index component = dirty_.back();
                dirty_.pop_back();
                marked_[at(component)] = false;
                start_together(component, now);
            }
            hand_out(now);
        }
        return std::move(out_);
    }

private:
    void push(Minutes time, What what, Index which, Index group = none) {
        if (time < never) heap_.push({time, what, which, group});
    }

    std::vector<std::int32_t>& left(Index group) {
        switch (graph_.phase[at(group)]) {
        case Phase::restore: return left_restore_;
        case Phase::start: return left_start_;
        case Phase::operate: break;
        }
        return left_operate_;
    }

    Minutes work_of(Index v) const {
        // What failed only with something else has nothing to restore: it waits.
        if (!hit_[at(graph_.node[at(v)])]) return 0;
        const Span span = graph_.duration[at(v)];
        return world_ == World::lower ? span.lower : span.upper;
    }

    Minutes end_of_work(Index v, Minutes begin) const {
        const Minutes work = out_.work[at(v)];
        const WorkCalendar* calendar = event_.at ? graph_.calendar_of(v) : nullptr;
        if (!calendar || work >= never) return begin + work;
        return calendar->add_work(event_.at->plus(begin), work).minute - event_.at->minute;
    }

    // What gives out before the work is done is no way to do it.
    bool lasts_long_enough(Index group, Index arc) const {
        return graph_.phase[at(group)] != Phase::restore || graph_.endurance_of(arc) >= work_of(graph_.owner[at(group)]);
    }

    void operate_from_start(Index v) {
        out_.begin[at(v)] = out_.done[at(v)] = out_.up[at(v)] = out_.operate[at(v)] = 0;
        out_.turn[at(v)] = next_turn_++;
        announce(v, 0);
    }

    // Everything that needs v hears of it, now or when the switch is thrown.
    void announce(Index v, Minutes now) {
        for (Index i = graph_.used_begin[at(v)]; i < graph_.used_begin[at(v) + 1]; ++i) {
            const auto [group, arc] = graph_.used[at(i)];
            if (!lasts_long_enough(group, arc)) continue;
            const Minutes wait = out_.failed[at(graph_.owner[at(group)])] ? graph_.arcs[at(arc)].switch_time : 0;
            if (wait == 0)
                arrive(group, arc, now);
            else
                push(now + wait, What::arc, arc, group);
        }
    }

    void arrive(Index group, Index arc, Minutes now) {
        --missing_[at(group)];
        // In a loop the rest of the group may come from those that start together, so every arrival is a chance.
        if (graph_.phase[at(group)] == Phase::operate) mark(graph_.owner[at(group)]);
        if (missing_[at(group)] != 0) return;
        out_.via[at(group)] = arc;
        fulfil(group, now);
    }

    void fulfil(Index group, Minutes now) {
        out_.fulfilled[at(group)] = true;
        const Index owner = graph_.owner[at(group)];
        const bool last = --left(group)[at(owner)] == 0;
        if (!out_.failed[at(owner)]) return;
        const Phase phase = graph_.phase[at(group)];
        if (phase == Phase::restore && last) push(std::max(now, event_.lead), What::begin, owner);
        if (phase == Phase::start && last) try_up(owner, now);
    }

    void happen(const Happening& happening) {
        const Index v = happening.which;
        switch (happening.what) {
        case What::begin:
            if (out_.begin[at(v)] != never) return;
            if (needs_team(v))
                queue_up(v, happening.time);
            else
                begin_work(v, happening.time);
            return;
        case What::done:
            if (needs_team(v)) ++free_teams_;
            out_.done[at(v)] = happening.time;
            work_done_[at(v)] = true;
            try_up(v, happening.time);
            return;
        case What::arc: arrive(happening.group, v, happening.time); return;
        }
    }

    void begin_work(Index v, Minutes now) {
        out_.begin[at(v)] = now;
        out_.work[at(v)] = work_of(v);
        push(end_of_work(v, now), What::done, v);
    }

    bool needs_team(Index v) const { return crew_ && crew_->rank[at(v)] != none && work_of(v) > 0; }

    // Nobody holds a team through the night for work of the office.
    void queue_up(Index v, Minutes now) {
        const WorkCalendar* calendar = event_.at ? graph_.calendar_of(v) : nullptr;
        const Minutes opens = calendar ? calendar->next_open(event_.at->plus(now)).minute - event_.at->minute : now;
        if (opens > now)
            push(opens, What::begin, v);
        else
            waiting_.emplace(crew_->rank[at(v)], v);
    }

    /// Skills and shifts would be asked here: whether this team can do it, and whether it is on duty.
    void hand_out(Minutes now) {
        while (free_teams_ > 0 && !waiting_.empty()) {
            const Index v = waiting_.begin()->second;
            waiting_.erase(waiting_.begin());
            const WorkCalendar* calendar = event_.at ? graph_.calendar_of(v) : nullptr;
            if (calendar && !calendar->is_open(event_.at->plus(now))) {
                queue_up(v, now);
                continue;
            }
            --free_teams_;
            begin_work(v, now);
        }
    }

    void try_up(Index v, Minutes now) {
        if (!work_done_[at(v)] || left_start_[at(v)] != 0 || out_.up[at(v)] != never) return;
        out_.up[at(v)] = now;
        mark(v);
    }

    void mark(Index v) {
        if (out_.up[at(v)] == never || out_.operate[at(v)] != never) return;
        const Index component = loops_.of[at(v)];
        if (marked_[at(component)]) return;
        marked_[at(component)] = true;
        dirty_.push_back(component);
    }

    void start_together(Index component, Minutes now) {
        const auto begin = loops_.members.begin() + loops_.begin[at(component)];
        const auto end = loops_.members.begin() + loops_.begin[at(component) + 1];
        if (!loops_.is_cyclic[at(component)]) {
            if (left_operate_[at(*begin)] == 0) operate(*begin, now);
            return;
        }
        std::vector<Index> together;
        for (auto v = begin; v != end; ++v) {
            if (out_.up[at(*v)] != never && out_.operate[at(*v)] == never) together.push_back(*v);
        }
        shrink(together);
        for (const Index v : together) {
            out_.operate[at(v)] = now;
            out_.turn[at(v)] = next_turn_++;
        }
        for (const Index v : together) announce(v, now);
    }

    // Greatest set whose members have all OPERATE groups met by what runs already or by the set itself.
    void shrink(std::vector<Index>& together) const {
        std::vector<bool>& in = in_set_;
        if (in.empty()) in.assign(at(graph_.vertices()), false);
        for (const Index v : together) in[at(v)] = true;
        std::vector<Index> check = together;
        while (!check.empty()) {
            const Index v = check.back();
            check.pop_back();
            if (!in[at(v)] || has_all(v, in)) continue;
            in[at(v)] = false;
            for (Index i = graph_.used_begin[at(v)]; i < graph_.used_begin[at(v) + 1]; ++i) {
                const Index owner = graph_.owner[at(graph_.used[at(i)].group)];
                if (in[at(owner)]) check.push_back(owner);
            }
        }
        std::vector<Index> rest;
        for (const Index v : together) {
            if (in[at(v)]) rest.push_back(v);
            in[at(v)] = false;
        }
        together = std::move(rest);
    }

    bool has_all(Index v, const std::vector<bool>& in) const {
        for (Index g = graph_.group_begin[at(v)]; g < graph_.group_begin[at(v) + 1]; ++g) {
            if (graph_.phase[at(g)] != Phase::operate) continue;
            std::int32_t missing = missing_[at(g)];
            for (Index a = graph_.arc_begin[at(g)]; missing > 0 && a < graph_.arc_begin[at(g) + 1]; ++a) {
                if (graph_.arcs[at(a)].switch_time == 0 && in[at(graph_.arcs[at(a)].vertex)]) --missing;
            }
            if (missing > 0) return false;
        }
        return true;
    }

    void operate(Index v, Minutes now) {
        if (out_.operate[at(v)] != never || out_.up[at(v)] == never) return;
        out_.operate[at(v)] = now;
        out_.turn[at(v)] = next_turn_++;
        announce(v, now);
    }

    const StateGraph& graph_;
    World world_;
    const Event& event_;
    const Crew* crew_;
    int free_teams_;
    std::set<std::pair<Index, Index>> waiting_; ///< rank, vertex: can begin, and no team is free
    Components loops_;
    Recovery out_;
    Index next_turn_ = 0;
    std::vector<std::int32_t> missing_, left_restore_, left_start_, left_operate_;
    std::vector<bool> work_done_, marked_, hit_;
    mutable std::vector<bool> in_set_;
    std::priority_queue<Happening> heap_;
    std::vector<Index> dirty_;
};

} // namespace

Event it_outage(const Graph& graph) {
    Event event;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].hit_in_it_outage) event.hit.push_back(static_cast<Index>(i));
    }
    return event;
}

std::vector<bool> failed_vertices(const StateGraph& graph, const Event& event) {
    std::vector<bool> failed(at(graph.vertices()), false), hit(graph.emergency.size(), false);
    for (const Index node : event.hit) hit[at(node)] = true;
    std::vector<std::int32_t> alive(at(graph.groups()));
    std::vector<Index> work;
    const auto fail = [&](Index v) {
        if (failed[at(v)]) return;
        failed[at(v)] = true;
        work.push_back(v);
    };
    for (Index v = 0; v < graph.vertices(); ++v) {
        if (hit[at(graph.node[at(v)])]) fail(v);
    }
    for (Index g = 0; g < graph.groups(); ++g) {
        alive[at(g)] = graph.arc_begin[at(g) + 1] - graph.arc_begin[at(g)];
        if (graph.phase[at(g)] != Phase::restore && alive[at(g)] < graph.k[at(g)]) fail(graph.owner[at(g)]);
    }
    while (!work.empty()) {
        const Index u = work.back();
        work.pop_back();
        for (Index i = graph.used_begin[at(u)]; i < graph.used_begin[at(u) + 1]; ++i) {
            const Index g = graph.used[at(i)].group;
            --alive[at(g)];
            if (graph.phase[at(g)] != Phase::restore && alive[at(g)] < graph.k[at(g)]) fail(graph.owner[at(g)]);
        }
    }
    return failed;
}

Recovery recovery(const StateGraph& graph, const Event& event, World world) { return Run(graph, event, world).run(); }

Recovery recovery(const StateGraph& graph, const Event& event, World world, const Crew& crew) {
    return Run(graph, event, world, &crew).run();
}

std::vector<Step> critical_path(const StateGraph& graph, const Recovery& recovery, Index vertex) {
    std::vector<Step> path;
    std::vector<bool> seen(at(graph.vertices()), false);
    // The need that came last, among the groups of one phase.
    const auto last_need = [&](Index v, Phase phase, Minutes when) {
        for (Index g = graph.group_begin[at(v)]; g < graph.group_begin[at(v) + 1]; ++g) {
            if (graph.phase[at(g)] != phase) continue;
            // In a co-start the group was met at the very moment in which all started: look at each alternative.
            for (Index a = graph.arc_begin[at(g)]; a < graph.arc_begin[at(g) + 1]; ++a) {
                const auto arc = graph.arcs[at(a)];
                const bool is_via = recovery.via[at(g)] == a || recovery.via[at(g)] == none || phase == Phase::operate;
                if (is_via && !seen[at(arc.vertex)] && recovery.operate[at(arc.vertex)] < never &&
                    recovery.operate[at(arc.vertex)] + arc.switch_time == when && when > 0)
                    return arc.vertex;
            }
        }
        return none;
    };
    for (Index v = vertex; v != none;) {
        seen[at(v)] = true;
        const Minutes operate = recovery.operate[at(v)], up = recovery.up[at(v)], begin = recovery.begin[at(v)];
        path.push_back({v, begin, operate, recovery.work[at(v)]});
        if (operate >= never) break;
        Index next = none;
        if (operate > up) next = last_need(v, Phase::operate, operate);
        if (next == none && up > recovery.done[at(v)]) next = last_need(v, Phase::start, up);
        // What was waited for longer than the own work took is the way; the work went on beside it.
        if (next != none) path.back().work = 0;
        if (next == none && operate <= up) next = last_need(v, Phase::restore, begin);
        v = next;
    }
    std::reverse(path.begin(), path.end());
    return path;
}

} // namespace bcmkit::analysis
