// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/impact.hpp>

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/priority.hpp>
#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// One of the worlds in which the event is played.
struct Play {
    Graph graph;
    StateGraph states;
    Event event;
    Recovery recovery;
    Outage outage;

    Play(const model::Plan& plan, const Happening& happening, std::optional<Moment> start, Estimate estimate, World world)
        : graph(graph_of(plan, estimate, Untested::widened))
        , event(event_of(plan, graph, happening)) {
        event.at = start;
        states = state_graph(graph);
        recovery = analysis::recovery(states, event, world);
        outage = analysis::outage(states, event, recovery, impact_horizon);
    }

    bool runs(Index node, Level level, Minutes when) const { return outage.runs(states.vertex(node, level), when); }
};

/// The arcs of the ways to Notbetrieb; empty where the node has one way to everything.
std::pair<Index, Index> ways_of(const Play& play, Index node) {
    const auto& states = play.states;
    const Index vertex = states.vertex(node, Level::emergency);
    if (states.recipe[at(vertex)] != none) return {0, 0};
    return {states.arc_begin[at(states.group_begin[at(vertex)])], states.arc_begin[at(states.group_begin[at(vertex) + 1])]};
}

/// The minutes at which a service changes, sorted; 0 among them.
std::vector<Minutes> changes_of(const Play& play, Index node) {
    std::vector<Minutes> out{0};
    for (const Level level : {Level::emergency, Level::normal}) {
        for (const auto& change : play.outage.changes[at(play.states.vertex(node, level))]) out.push_back(change.at);
    }
    const auto [first, last] = ways_of(play, node);
    for (const auto& use : play.outage.uses) {
        if (use.arc < first || use.arc >= last) continue;
        out.push_back(use.from);
        if (use.until <= impact_horizon) out.push_back(use.until);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// The way by which Notbetrieb is held in this minute: the id of a fallback, or the name of another way.
std::string way_of(const Play& play, Index node, Minutes when) {
    const auto [first, last] = ways_of(play, node);
    for (Index a = first; a < last; ++a) {
        const Index recipe = play.states.recipe[at(play.states.arcs[at(a)].vertex)];
        if (recipe != none && play.outage.carries(play.states, a, when))
            return play.graph.nodes[at(node)].recipes[at(recipe)].name;
    }
    return {};
}

std::vector<ServiceCourse::Stretch> stretches_of(const Play& play, Index node) {
    std::vector<ServiceCourse::Stretch> out;
    for (const Minutes when : changes_of(play, node)) {
        ServiceCourse::Stretch next{when, Running::out, {}};
        if (play.runs(node, Level::normal, when)) {
            next.how = Running::normal;
        } else if (play.runs(node, Level::emergency, when)) {
            next.how = Running::emergency;
            next.by = way_of(play, node, when);
        }
        if (out.empty() || out.back().how != next.how || out.back().by != next.by) out.push_back(std::move(next));
    }
    return out;
}

/// The first minute at which the service has stood still longer than allowed.
std::optional<Minutes> lapse(const Play& play, Index node, std::optional<Minutes> mtpd) {
    if (!mtpd) return std::nullopt;
    const auto stretches = stretches_of(play, node);
    std::optional<Minutes> since;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        if (stretches[i].how != Running::out) {
            since.reset();
            continue;
        }
        if (!since) since = stretches[i].from;
        const Minutes until = i + 1 < stretches.size() ? stretches[i + 1].from : impact_horizon + 1;
        if (until - *since > *mtpd) return *since + *mtpd;
    }
    return std::nullopt;
}

class Builder {
public:
    Builder(const model::Plan& plan, const Happening& happening, Date day, std::optional<Moment> start)
        : plan_(plan)
        , day_(day)
        , low_(plan, happening, start, Estimate::low, World::lower)
        , likely_(plan, happening, start, Estimate::likely, World::upper)
        , high_(plan, happening, start, Estimate::high, World::upper) {
        out_.what = happening;
    }

    Impact build() {
        for (const auto& service : plan_.services) add(service);
        std::stable_sort(out_.services.begin(), out_.services.end(), [](const ServiceCourse& a, const ServiceCourse& b) {
            const auto rank = [](const ServiceCourse& c) {
                return std::tuple(c.priority ? c.priority : 'Z', c.mtpd.value_or(never));
            };
            return rank(a) < rank(b);
        });
        for (Index node = 0; node < static_cast<Index>(likely_.graph.nodes.size()); ++node) add_resource(node);
        out_.reach = reachability(plan_, likely_.graph, likely_.states, failed_vertices(likely_.states, likely_.event),
                                  likely_.event, day_);
        return std::move(out_);
    }

private:
    void add(const model::Service& service) {
        const Index node = likely_.graph.index_of(service.id);
        ServiceCourse course;
        course.id = service.id;
        course.priority = priority_of(service, plan_.organisation, day_).letter;
        course.mtpd = mtpd_of(service, day_);
        course.stretches = stretches_of(likely_, node);
        course.back = range(node);
        course.lapses = lapse(likely_, node, course.mtpd);
        course.lapses_for_sure = lapse(low_, node, course.mtpd).has_value();
        for (const auto& recipe : likely_.graph.nodes[at(node)].recipes) {
            if (recipe.level == Level::emergency) course.ways_ready.push_back(recipe.ready_after);
        }
        out_.services.push_back(std::move(course));
    }

    void add_resource(Index node) {
        static constexpr std::array counted{"application", "infrastructure", "network_link", "provider", "location"};
        const auto& id = likely_.graph.nodes[at(node)].id;
        const auto record = model::find(plan_, id);
        if (!record || std::ranges::find(counted, record.type->code) == counted.end()) return;
        const auto& changes = likely_.outage.changes[at(likely_.states.vertex(node, Level::normal))];
        if (changes.empty()) return;
        ResourceCourse course;
        course.id = id;
        course.is_hit = std::binary_search(likely_.event.hit.begin(), likely_.event.hit.end(), node);
        course.from = changes.front().at;
        course.back = range(node);
        course.is_tested = was_tried_out(low_, node) && was_tried_out(high_, node);
        out_.resources.push_back(std::move(course));
    }

    /// Whether all work that the return of a node waits for has been tried out. What ends by itself is no work.
    bool was_tried_out(const Play& play, Index node) const {
        const auto path = critical_path(play.states, play.recovery, play.states.vertex(node, Level::normal));
        return std::ranges::all_of(path, [&](const Step& step) {
            const Index recipe = play.states.recipe[at(step.vertex)];
            const auto& worked_on = play.graph.nodes[at(play.states.node[at(step.vertex)])];
            const bool is_ours = !out_.what.is_external || std::ranges::binary_search(out_.what.also_hit, worked_on.id);
            return step.work == 0 || recipe == none || !is_ours || worked_on.recipes[at(recipe)].proof.tested;
        });
    }

    /// What comes back after the days that were played still has its time from the recovery.
    static Minutes back(const Play& play, Index node) {
        const Index vertex = play.states.vertex(node, Level::normal);
        const Minutes in_play = play.outage.back_for_good(vertex);
        const Minutes recovered = play.recovery.operate[at(vertex)];
        return in_play >= never && recovered > impact_horizon ? recovered : in_play;
    }

    Range range(Index node) const {
        const Minutes low = back(low_, node);
        return {low, std::max(low, back(high_, node))};
    }

    const model::Plan& plan_;
    Date day_;
    Play low_, likely_, high_;
    Impact out_;
};

} // namespace

const ServiceCourse::Stretch& ServiceCourse::stretch(Minutes when) const {
    const auto next = std::find_if(stretches.begin() + 1, stretches.end(), [&](const Stretch& s) { return s.from > when; });
    return *(next - 1);
}

Running ServiceCourse::at(Minutes when) const { return stretch(when).how; }

Impact impact(const model::Plan& plan, const Happening& happening, Date day, std::optional<Moment> start) {
    return Builder(plan, happening, day, start).build();
}

} // namespace bcmkit::analysis
