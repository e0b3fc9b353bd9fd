// SPDX-License-Identifier: EUPL-1.2
// Which answers would settle most. Each is tried out in both directions: alone open while the rest is favourable, and alone
// known while the rest stays open.
#include <bcmkit/analysis/gap.hpp>

#include <algorithm>
#include <tuple>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

class Ranking {
public:
    Ranking(const model::Plan& plan, const Outcomes& outcomes, const std::vector<ServiceGap>& gaps, Date day)
        : plan_(plan)
        , all_(outcomes)
        , day_(day) {
        for (const auto& gap : gaps) {
            if (gap.verdict == Verdict::possible) possible_.push_back(&gap);
        }
    }

    std::vector<Unknown> rank() {
        if (possible_.empty()) return {};
        add_work();
        add_workarounds();
        std::stable_sort(found_.begin(), found_.end(), [](const Unknown& a, const Unknown& b) {
            const auto rank = [](const Unknown& u) {
                return std::tuple(u.priority ? u.priority : 'Z', -static_cast<std::ptrdiff_t>(u.settles.size()),
                                  -static_cast<std::ptrdiff_t>(u.concerns.size()), u.node);
            };
            return rank(a) < rank(b);
        });
        return std::move(found_);
    }

private:
    void add_work() {
        const auto& states = all_.likely.states;
        std::vector<bool> is_hit(states.emergency.size(), false);
        for (const Index node : all_.likely.event.hit) is_hit[at(node)] = true;
        StateGraph favourable = states, open = all_.high.states;
        for (auto& duration : favourable.duration) duration.upper = duration.lower;
        const auto near = near_possible_services();
        for (Index v = 0; v < states.vertices(); ++v) {
            if (!states.duration[at(v)].is_unknown() || !is_hit[at(states.node[at(v)])] || !near[at(v)]) continue;
            Unknown unknown;
            unknown.node = states.node[at(v)];
            unknown.recipe = states.recipe[at(v)];
            favourable.duration[at(v)].upper = never;
            settle(unknown, late(favourable, all_.likely, World::lower), true);
            favourable.duration[at(v)].upper = favourable.duration[at(v)].lower;
            const Span before = open.duration[at(v)];
            open.duration[at(v)] = Span::of(before.lower);
            settle(unknown, late(open, all_.high, World::upper), false);
            open.duration[at(v)] = before;
            keep(std::move(unknown));
        }
    }

    void add_workarounds() {
        for (const auto& fallback : plan_.fallbacks) {
            Unknown unknown;
            unknown.what = Unknown::What::workaround;
            unknown.node = all_.likely.graph.index_of(fallback.id);
            for (const auto* gap : possible_) {
                const auto& favourable = all_.likely.services[gap->service];
                const auto& open = all_.high.services[gap->service];
                const auto way = std::ranges::find(favourable.ways, fallback.id, &Bridge::by);
                if (way == favourable.ways.end() || !way->is_open) continue;
                const bool condemns = is_late(all_.likely, favourable, [&](const Bridge& b) { return b.by != fallback.id; });
                const bool clears = !is_late(all_.high, open, [&](const Bridge& b) { return b.by == fallback.id || !b.is_open; });
                if (condemns || clears) unknown.settles.push_back(gap->node);
            }
            keep(std::move(unknown));
        }
    }

    /// Vertices that a service with a possible gap needs in some way.
    std::vector<bool> near_possible_services() const {
        const auto& states = all_.likely.states;
        std::vector<bool> near(at(states.vertices()), false);
        std::vector<Index> open;
        const auto reach = [&](Index v) {
            if (near[at(v)]) return;
            near[at(v)] = true;
            open.push_back(v);
        };
        for (const auto* gap : possible_) {
            reach(states.vertex(gap->node, Level::normal));
            reach(states.vertex(gap->node, Level::emergency));
        }
        while (!open.empty()) {
            const Index v = open.back();
            open.pop_back();
            const Index first = states.arc_begin[at(states.group_begin[at(v)])];
            const Index last = states.arc_begin[at(states.group_begin[at(v) + 1])];
            for (Index a = first; a < last; ++a) reach(states.arcs[at(a)].vertex);
        }
        return near;
    }

    /// Per possible gap, whether the service is late on these durations. Always played in the upper world, because the open
    /// durations are those that `states` still has; `workarounds` says how open answers about them are read.
    std::vector<bool> late(const StateGraph& states, const Outcome& outcome, World workarounds) const {
        const auto found = recovery(states, outcome.event, World::upper);
        const auto deadlines = service_deadlines(plan_, outcome.graph, states, found, workarounds, day_);
        std::vector<bool> out;
        for (const auto* gap : possible_)
            out.push_back(found.operate[at(states.vertex(gap->node, Level::normal))] > deadlines[gap->service].latest());
        return out;
    }

    template <class Counts> static bool is_late(const Outcome& outcome, const ServiceDeadline& deadline, Counts counts) {
        std::vector<Bridge> ways;
        std::copy_if(deadline.ways.begin(), deadline.ways.end(), std::back_inserter(ways), counts);
        const Minutes until = bridged_until(deadline.mtpd, std::move(ways));
        return until < never && outcome.back(deadline.node, Level::normal) > until - deadline.checks;
    }

    void settle(Unknown& unknown, const std::vector<bool>& is_late, bool when_late) {
        for (std::size_t i = 0; i < possible_.size(); ++i) {
            if (is_late[i] == when_late) unknown.settles.push_back(possible_[i]->node);
        }
    }

    void keep(Unknown unknown) {
        auto& settles = unknown.settles;
        std::sort(settles.begin(), settles.end());
        settles.erase(std::unique(settles.begin(), settles.end()), settles.end());
        const auto is_settled = [&](Index node) { return std::binary_search(settles.begin(), settles.end(), node); };
        for (const auto* gap : possible_) {
            const bool is_open = std::binary_search(gap->open.begin(), gap->open.end(), unknown.node);
            if (is_open && !is_settled(gap->node)) unknown.concerns.push_back(gap->node);
            const char letter = all_.likely.services[gap->service].priority;
            const bool is_touched = is_open || is_settled(gap->node);
            if (is_touched && letter && (!unknown.priority || letter < unknown.priority)) unknown.priority = letter;
        }
        std::sort(unknown.concerns.begin(), unknown.concerns.end());
        if (!settles.empty() || !unknown.concerns.empty()) found_.push_back(std::move(unknown));
    }

    const model::Plan& plan_;
    const Outcomes& all_;
    Date day_;
    std::vector<const ServiceGap*> possible_;
    std::vector<Unknown> found_;
};

} // namespace

std::vector<Unknown> unknowns(const model::Plan& plan, const Outcomes& outcomes, const std::vector<ServiceGap>& gaps, Date day) {
    return Ranking(plan, outcomes, gaps, day).rank();
}

} // namespace bcmkit::analysis
