// SPDX-License-Identifier: EUPL-1.2
// What would close a gap. Nothing is estimated: each change is made on a copy, and the recovery computed anew.
#include <bcmkit/analysis/gap.hpp>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

class Search {
public:
    Search(const Outcome& outcome, const ServiceGap& gap)
        : outcome_(outcome)
        , states_(outcome.states)
        , service_(states_.vertex(gap.node, Level::normal))
        , latest_(outcome.services[gap.service].latest())
        , late_(gap.late) {}

    Closer closer(const Step& step) {
        if (!in_time_with(step.vertex, 0)) return {step.vertex, step.work, false};
        Minutes slow = step.work, fast = 0; // late with `slow`, in time with `fast`
        // A minute saved is at most a minute won, except where work skips a night: then less may do.
        const Minutes likely = std::max<Minutes>(step.work - late_, 0);
        (in_time_with(step.vertex, likely) ? fast : slow) = likely;
        if (fast == likely && !in_time_with(step.vertex, likely + 1)) slow = likely + 1;
        while (slow - fast > 1) {
            const Minutes middle = fast + (slow - fast) / 2;
            (in_time_with(step.vertex, middle) ? fast : slow) = middle;
        }
        return {step.vertex, step.work - fast, true};
    }

    /// Whether a second way for `needed`, at once there for `owner`, suffices.
    bool helps(Index owner, Index needed) {
        for (Index g = states_.group_begin[at(owner)]; g < states_.group_begin[at(owner) + 1]; ++g) {
            for (Index a = states_.arc_begin[at(g)]; a < states_.arc_begin[at(g) + 1]; ++a) {
                if (states_.arcs[at(a)].vertex != needed) continue;
                // One more alternative that is always there: one less of the others is necessary.
                --states_.k[at(g)];
                const bool helps = in_time();
                ++states_.k[at(g)];
                if (helps) return true;
            }
        }
        return false;
    }

private:
    bool in_time_with(Index vertex, Minutes work) {
        const Span before = states_.duration[at(vertex)];
        states_.duration[at(vertex)] = Span::of(work);
        const bool answer = in_time();
        states_.duration[at(vertex)] = before;
        return answer;
    }

    bool in_time() const { return recovery(states_, outcome_.event, outcome_.world).operate[at(service_)] <= latest_; }

    const Outcome& outcome_;
    StateGraph states_;
    Index service_;
    Minutes latest_, late_;
};

} // namespace

Remedies remedies(const Outcomes& outcomes, const ServiceGap& gap) {
    Remedies out;
    if (gap.verdict != Verdict::likely && gap.verdict != Verdict::sure) return out;
    const auto& states = outcomes.likely.states;
    Search search(outcomes.likely, gap);
    for (const auto& step : gap.chain) {
        if (step.work > 0) out.closers.push_back(search.closer(step));
    }
    for (std::size_t i = 0; i + 1 < gap.chain.size(); ++i) {
        const Index needed = gap.chain[i].vertex, owner = gap.chain[i + 1].vertex;
        const Index of = states.node[at(owner)], instead_of = states.node[at(needed)];
        // Between the levels of one node there is no second way to build.
        if (of != instead_of && search.helps(owner, needed)) out.detours.push_back({of, instead_of});
    }
    return out;
}

} // namespace bcmkit::analysis
