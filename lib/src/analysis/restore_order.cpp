// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/restore_order.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// No class comes after all classes.
char rank(char priority) { return priority == 0 ? 'Z' : priority; }

std::vector<bool> hit_nodes(const StateGraph& graph, const Event& event) {
    std::vector<bool> hit(graph.emergency.size(), false);
    for (const Index node : event.hit) hit[at(node)] = true;
    return hit;
}

/// The alternatives of a group that are there first, in the order of the plan; all that could help where too few ever come.
std::vector<Index> first_arcs(const StateGraph& graph, const Recovery& recovery, Index group, Minutes work_of_owner) {
    struct Arrival {
        Minutes time;
        bool is_at_once; ///< without a switch time it counts in its own turn, after the switches that end in this minute
        Index turn, arc;
        auto operator<=>(const Arrival&) const = default;
    };
    std::vector<Arrival> arrivals;
    for (Index a = graph.arc_begin[at(group)]; a < graph.arc_begin[at(group) + 1]; ++a) {
        const auto [vertex, switch_time] = graph.arcs[at(a)];
        if (graph.phase[at(group)] == Phase::restore && graph.endurance_of(a) < work_of_owner) continue;
        const Minutes there = recovery.operate[at(vertex)];
        arrivals.push_back({there >= never ? never : there + switch_time, switch_time == 0, recovery.turn[at(vertex)], a});
    }
    std::sort(arrivals.begin(), arrivals.end());
    const auto enough = static_cast<std::size_t>(std::max<std::int32_t>(graph.k[at(group)], 0));
    if (arrivals.size() > enough && (enough == 0 || arrivals[enough - 1].time < never)) arrivals.resize(enough);
    std::vector<Index> out;
    for (const auto& arrival : arrivals) out.push_back(arrival.arc);
    std::sort(out.begin(), out.end());
    return out;
}

/// By when an alternative has to run, so that its owner runs by `own`.
Minutes latest_for(const StateGraph& ways, const Recovery& recovery, Index group, Minutes switch_time, Minutes own) {
    if (own >= never || own <= -never) return own;
    const Index owner = ways.owner[at(group)];
    if (ways.phase[at(group)] != Phase::restore) return own - switch_time;
    const Minutes work = ways.duration[at(owner)].lower;
    const WorkCalendar* calendar = recovery.at ? ways.calendar_of(owner) : nullptr;
    if (!calendar) return own - work - switch_time;
    return calendar->sub_work(recovery.at->plus(own), work).minute - recovery.at->minute - switch_time;
}

/// The earlier limit and the higher class win, each on its own.
void inherit(Inherited& to, const Inherited& from, const std::vector<Target>& targets) {
    const auto class_of = [&](Index target) { return target == none ? 'Z' : rank(targets[at(target)].priority); };
    if (std::tuple(from.latest, class_of(from.target)) < std::tuple(to.latest, class_of(to.target))) {
        to.latest = from.latest;
        to.target = from.target;
    }
    if (rank(from.priority) < rank(to.priority)) to.priority = from.priority;
}

class Builder {
public:
    Builder(const Graph& graph, const StateGraph& states, const Event& event, const Recovery& recovery,
            const std::vector<Target>& targets)
        : graph_(graph)
        , states_(states)
        , recovery_(recovery)
        , targets_(targets)
        , hit_(hit_nodes(states, event))
        , ways_(first_ways(states, event, recovery))
        , inherited_(inherited(ways_, recovery, targets))
        , dependents_(at(states.vertices()), 0) {}

    RestoreOrder build() {
        walk_from_targets();
        collect_steps();
        add_waves();
        sort_steps();
        add_needs();
        collect_stuck();
        return std::move(out_);
    }

private:
    bool is_shown(Index vertex) const {
        const Index node = states_.node[at(vertex)];
        return hit_[at(node)] && !graph_.nodes[at(node)].hidden;
    }

    template <class Visit> void each_need(Index v, Visit visit) const {
        for (Index a = ways_.arc_begin[at(ways_.group_begin[at(v)])]; a < ways_.arc_begin[at(ways_.group_begin[at(v) + 1])]; ++a)
            visit(ways_.arcs[at(a)].vertex);
    }

    /// Everything that `starts` need along the ways, themselves included.
    std::vector<Index> reached_from(std::vector<Index> starts) {
        seen_.assign(at(states_.vertices()), false);
        std::vector<Index> out;
        const auto see = [&](Index v) {
            if (!recovery_.failed[at(v)] || seen_[at(v)]) return;
            seen_[at(v)] = true;
            out.push_back(v);
        };
        for (const Index v : starts) see(v);
        for (std::size_t i = 0; i < out.size(); ++i) each_need(out[i], see);
        return out;
    }

    void walk_from_targets() {
        std::set<Index> nodes;
        for (const auto& target : targets_) nodes.insert(target.node);
        std::vector<Index> starts;
        for (const Index node : nodes) {
            std::vector<Index> own;
            for (const auto& target : targets_) {
                if (target.node == node) own.push_back(states_.vertex(node, target.level));
            }
            for (const Index v : reached_from(own)) ++dependents_[at(v)];
            starts.insert(starts.end(), own.begin(), own.end());
        }
        // What nobody needs has to come back some day too.
        for (Index node = 0; node < static_cast<Index>(hit_.size()); ++node) {
            if (hit_[at(node)]) starts.push_back(states_.vertex(node, Level::normal));
        }
        reached_from(std::move(starts));
    }

    void collect_steps() {
        for (Index v = 0; v < states_.vertices(); ++v) {
            if (!seen_[at(v)] || states_.recipe[at(v)] == none || !is_shown(v) || recovery_.operate[at(v)] >= never) continue;
            OrderStep step;
            step.vertex = v;
            step.inherited = inherited_[at(v)];
            step.dependents = dependents_[at(v)];
            step.begin = recovery_.begin[at(v)];
            step.back = recovery_.operate[at(v)];
            step.work = recovery_.work[at(v)];
            step.is_unknown = states_.duration[at(v)].is_unknown();
            out_.steps.push_back(std::move(step));
        }
    }

    void add_waves() {
        const Components loops = components(ways_, Along::all);
        std::vector<bool> is_step(at(states_.vertices()), false);
        for (const auto& step : out_.steps) is_step[at(step.vertex)] = true;
        std::vector<int> level(at(loops.count()), 0);
        // What others need comes first in the numbering.
        for (Index c = 0; c < loops.count(); ++c) {
            bool has_step = false;
            for (Index i = loops.begin[at(c)]; i < loops.begin[at(c) + 1]; ++i) {
                const Index v = loops.members[at(i)];
                has_step = has_step || is_step[at(v)];
                each_need(v, [&](Index u) {
                    if (loops.of[at(u)] != c) level[at(c)] = std::max(level[at(c)], level[at(loops.of[at(u)])]);
                });
            }
            if (has_step) ++level[at(c)];
        }
        for (auto& step : out_.steps) step.wave = level[at(loops.of[at(step.vertex)])];
    }

    void sort_steps() {
        const auto key = [&](const OrderStep& step) {
            const Minutes latest = step.inherited.latest;
            const Minutes latest_begin = latest >= never ? never : latest - step.work;
            return std::tuple(step.wave, rank(step.inherited.priority), latest_begin, -step.dependents,
                              states_.node[at(step.vertex)], step.vertex);
        };
        std::sort(out_.steps.begin(), out_.steps.end(), [&](const OrderStep& a, const OrderStep& b) { return key(a) < key(b); });
    }

    /// The nearest steps on every way; what only failed with others is looked through.
    void add_needs() {
        std::vector<Index> place(at(states_.vertices()), none);
        for (std::size_t i = 0; i < out_.steps.size(); ++i) place[at(out_.steps[i].vertex)] = static_cast<Index>(i);
        for (auto& step : out_.steps) {
            std::set<Index> needs, seen;
            std::vector<Index> open{step.vertex};
            while (!open.empty()) {
                const Index v = open.back();
                open.pop_back();
                each_need(v, [&](Index u) {
                    if (u == step.vertex || !seen.insert(u).second) return;
                    if (place[at(u)] == none)
                        open.push_back(u);
                    else if (out_.steps[at(place[at(u)])].wave < step.wave)
                        needs.insert(place[at(u)]);
                });
            }
            step.needs.assign(needs.begin(), needs.end());
        }
    }

    void collect_stuck() {
        for (Index node = 0; node < static_cast<Index>(hit_.size()); ++node) {
            const Index v = states_.vertex(node, Level::normal);
            if (!is_shown(v) || recovery_.operate[at(v)] < never) continue;
            Inherited both = inherited_[at(v)];
            inherit(both, inherited_[at(states_.vertex(node, Level::emergency))], targets_);
            out_.stuck.push_back({node, both});
        }
        const auto key = [](const StuckNode& s) { return std::tuple(rank(s.inherited.priority), s.inherited.latest, s.node); };
        std::sort(out_.stuck.begin(), out_.stuck.end(), [&](const StuckNode& a, const StuckNode& b) { return key(a) < key(b); });
    }

    const Graph& graph_;
    const StateGraph& states_;
    const Recovery& recovery_;
    const std::vector<Target>& targets_;
    std::vector<bool> hit_;
    StateGraph ways_;
    std::vector<Inherited> inherited_;
    std::vector<int> dependents_;
    std::vector<bool> seen_;
    RestoreOrder out_;
};

} // namespace

StateGraph first_ways(const StateGraph& graph, const Event& event, const Recovery& recovery) {
    const auto hit = hit_nodes(graph, event);
    StateGraph out;
    out.node = graph.node;
    out.recipe = graph.recipe;
    out.duration = graph.duration;
    out.calendar = graph.calendar;
    out.calendars = graph.calendars;
    out.emergency = graph.emergency;
    out.normal = graph.normal;
    out.group_begin.push_back(0);
    for (Index v = 0; v < graph.vertices(); ++v) {
        if (!hit[at(graph.node[at(v)])]) out.duration[at(v)] = Span::of(0);
        for (Index g = graph.group_begin[at(v)]; recovery.failed[at(v)] && g < graph.group_begin[at(v) + 1]; ++g) {
            out.owner.push_back(v);
            out.phase.push_back(graph.phase[at(g)]);
            out.arc_begin.push_back(static_cast<Index>(out.arcs.size()));
            for (const Index a : first_arcs(graph, recovery, g, out.duration[at(v)].lower)) out.arcs.push_back(graph.arcs[at(a)]);
            out.k.push_back(graph.k[at(g)]);
        }
        out.group_begin.push_back(out.groups());
    }
    out.arc_begin.push_back(static_cast<Index>(out.arcs.size()));
    connect_back(out);
    return out;
}

std::vector<Inherited> inherited(const StateGraph& ways, const Recovery& recovery, const std::vector<Target>& targets) {
    const Components loops = components(ways, Along::all);
    std::vector<Inherited> out(at(ways.vertices()));
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const Index v = ways.vertex(targets[i].node, targets[i].level);
        if (recovery.failed[at(v)]) inherit(out[at(v)], {targets[i].latest, static_cast<Index>(i), targets[i].priority}, targets);
    }
    // What needs others comes last in the numbering.
    for (Index c = loops.count() - 1; c >= 0; --c) {
        const auto begin = loops.members.begin() + loops.begin[at(c)], end = loops.members.begin() + loops.begin[at(c) + 1];
        Inherited all;
        for (auto v = begin; v != end; ++v) inherit(all, out[at(*v)], targets);
        for (auto v = begin; v != end; ++v) {
            out[at(*v)] = all;
            for (Index g = ways.group_begin[at(*v)]; g < ways.group_begin[at(*v) + 1]; ++g) {
                for (Index a = ways.arc_begin[at(g)]; a < ways.arc_begin[at(g) + 1]; ++a) {
                    const auto [vertex, switch_time] = ways.arcs[at(a)];
                    if (loops.of[at(vertex)] == c) continue;
                    Inherited passed = all;
                    passed.latest = latest_for(ways, recovery, g, switch_time, all.latest);
                    inherit(out[at(vertex)], passed, targets);
                }
            }
        }
    }
    return out;
}

RestoreOrder restore_order(const Graph& graph, const StateGraph& states, const Event& event, const Recovery& recovery,
                           const std::vector<Target>& targets) {
    return Builder(graph, states, event, recovery, targets).build();
}

namespace {

// What is restored inherits the highest class among those that need it: a lower letter is a higher class.
bool is_for(const Inherited& inherited, char priority) { return inherited.priority != 0 && inherited.priority <= priority; }

} // namespace

std::vector<Index> minimal_set(const RestoreOrder& order, char priority) {
    std::vector<Index> places;
    for (std::size_t i = 0; i < order.steps.size(); ++i) {
        if (is_for(order.steps[i].inherited, priority)) places.push_back(static_cast<Index>(i));
    }
    return places;
}

bool is_enough(const RestoreOrder& order, char priority) {
    return std::ranges::none_of(order.stuck, [&](const StuckNode& stuck) { return is_for(stuck.inherited, priority); });
}

} // namespace bcmkit::analysis
