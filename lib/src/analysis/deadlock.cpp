// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/deadlock.hpp>

#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

std::vector<bool> hit_nodes(const StateGraph& graph, const Event& event) {
    std::vector<bool> hit(graph.emergency.size(), false);
    for (const Index node : event.hit) hit[at(node)] = true;
    return hit;
}

/// An alternative of a RESTORE need gives out before the work of its owner is done.
class Endurance {
public:
    Endurance(const StateGraph& graph, const Event& event) : graph_(graph), hit_(hit_nodes(graph, event)) {}

    bool is_too_short(Index group, Index arc) const {
        const Index owner = graph_.owner[at(group)];
        const Minutes work = hit_[at(graph_.node[at(owner)])] ? graph_.duration[at(owner)].lower : 0;
        return graph_.phase[at(group)] == Phase::restore && graph_.endurance_of(arc) < work;
    }

private:
    const StateGraph& graph_;
    std::vector<bool> hit_;
};

/// A need that could get one more alternative.
struct Candidate {
    Fix fix;
    std::vector<Index> groups; ///< of the local graph: one for each way of the owner
    int copy = 1;              ///< a need for two of two may need two more
};

/// The core of a deadlock as a graph of its own, in which only "comes back or not" matters.
class Core {
public:
    Core(const StateGraph& graph, const Recovery& recovery, const Endurance& endurance, const Blockade& blockade,
         const std::vector<FixKind>& kinds)
        : graph_(graph)
        , recovery_(recovery)
        , endurance_(endurance)
        , kinds_(kinds)
        , vertices_(blockade.vertices)
        , place_(at(graph.vertices()), none) {
        for (std::size_t i = 0; i < vertices_.size(); ++i) place_[at(vertices_[i])] = static_cast<Index>(i);
        build();
    }

    const std::vector<Candidate>& candidates() const { return candidates_; }

    /// How many of the members run with these fixes.
    std::size_t freed(const std::vector<std::size_t>& chosen) const {
        StateGraph tried = local_;
        for (const auto i : chosen) {
            for (const Index group : candidates_[i].groups) --tried.k[at(group)];
        }
        const auto found = recovery(tried, event_, World::lower);
        std::size_t count = 0;
        for (const Index v : goals_) count += found.operate[at(v)] < never ? 1 : 0;
        return count;
    }

    bool opens(const std::vector<std::size_t>& chosen) const { return freed(chosen) == goals_.size(); }

private:
    void build() {
        local_.group_begin.push_back(0);
        for (Index v = 0; v < static_cast<Index>(vertices_.size()); ++v) {
            const Index whole = vertices_[at(v)];
            local_.node.push_back(v);
            local_.recipe.push_back(graph_.recipe[at(whole)]);
            local_.duration.push_back(Span::of(0));
            local_.emergency.push_back(v);
            local_.normal.push_back(v);
            event_.hit.push_back(v);
            // A way that stays closed does no harm where another one opens its level.
            const Index node = graph_.node[at(whole)];
            if (whole == graph_.vertex(node, Level::normal) || whole == graph_.vertex(node, Level::emergency))
                goals_.push_back(v);
            for (Index g = graph_.group_begin[at(whole)]; g < graph_.group_begin[at(whole) + 1]; ++g) add_group(v, g);
            local_.group_begin.push_back(local_.groups());
        }
        local_.arc_begin.push_back(static_cast<Index>(local_.arcs.size()));
        connect_back(local_);
        sort_candidates();
    }

    void add_group(Index owner, Index group) {
        if (recovery_.fulfilled[at(group)]) return;
        std::int32_t missing = graph_.k[at(group)];
        const auto begin = static_cast<Index>(local_.arcs.size());
        for (Index a = graph_.arc_begin[at(group)]; a < graph_.arc_begin[at(group) + 1]; ++a) {
            if (endurance_.is_too_short(group, a)) continue;
            const auto [vertex, switch_time] = graph_.arcs[at(a)];
            if (recovery_.operate[at(vertex)] < never)
                --missing;
            else if (place_[at(vertex)] != none)
                local_.arcs.push_back({place_[at(vertex)], switch_time});
        }
        local_.owner.push_back(owner);
        local_.phase.push_back(graph_.phase[at(group)]);
        local_.k.push_back(missing);
        local_.buffer.push_back(0);
        local_.arc_begin.push_back(begin);
        if (local_.recipe[at(owner)] != none) add_candidates(group, missing);
    }

    void add_candidates(Index group, std::int32_t missing) {
        Fix fix;
        fix.owner = graph_.node[at(graph_.owner[at(group)])];
        fix.phase = graph_.phase[at(group)];
        for (Index a = graph_.arc_begin[at(group)]; a < graph_.arc_begin[at(group) + 1]; ++a) {
            const Index node = graph_.node[at(graph_.arcs[at(a)].vertex)];
            fix.alternatives.push_back(node);
            const bool is_closed = place_[at(graph_.arcs[at(a)].vertex)] != none;
            if (is_closed && (fix.needed == none || kinds_[at(node)] < kinds_[at(fix.needed)])) fix.needed = node;
        }
        if (fix.needed == none) return;
        std::sort(fix.alternatives.begin(), fix.alternatives.end());
        fix.kind = kinds_[at(fix.needed)];
        // The same need of several ways of its owner is one need.
        for (int copy = 1; copy <= missing; ++copy) {
            const auto key = std::tuple(fix.owner, fix.phase, fix.alternatives, copy);
            const auto [known, is_new] = known_.emplace(key, candidates_.size());
            if (is_new) candidates_.push_back({fix, {}, copy});
            candidates_[known->second].groups.push_back(local_.groups() - 1);
        }
    }

    void sort_candidates() {
        std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
            return std::tuple(cost_of(a.fix.kind), a.copy, a.fix.owner, a.fix.needed) <
                   std::tuple(cost_of(b.fix.kind), b.copy, b.fix.owner, b.fix.needed);
        });
    }

    const StateGraph& graph_;
    const Recovery& recovery_;
    const Endurance& endurance_;
    const std::vector<FixKind>& kinds_;
    const std::vector<Index>& vertices_;
    std::vector<Index> place_;
    StateGraph local_;
    Event event_;
    std::vector<Index> goals_;
    std::vector<Candidate> candidates_;
    std::map<std::tuple<Index, Phase, std::vector<Index>, int>, std::size_t> known_;
};

using Choice = std::vector<std::size_t>; ///< places of candidates, sorted

class Search {
public:
    explicit Search(const Core& core) : core_(core) {}

    void run(Deadlock& out) {
        if (core_.candidates().size() <= most_candidates) {
            for (std::size_t depth = 1; depth <= 3; ++depth) try_all({}, 0, depth);
        }
        if (found_.empty()) {
            found_.push_back(greedy());
            if (!core_.opens(found_.front())) found_.clear();
        } else {
            const auto key = [&](const Choice& choice) { return std::tuple(cost(choice), choice.size(), choice); };
            std::sort(found_.begin(), found_.end(), [&](const Choice& a, const Choice& b) { return key(a) < key(b); });
            out.is_least = cost(found_.front()) <= cost_of_cheapest(4);
        }
        if (found_.size() > most_proposals) found_.resize(most_proposals);
        for (const auto& choice : found_) {
            Proposal proposal;
            proposal.cost = cost(choice);
            for (const auto i : choice) proposal.fixes.push_back(core_.candidates()[i].fix);
            out.proposals.push_back(std::move(proposal));
        }
    }

private:
    int cost(const Choice& choice) const {
        return std::accumulate(choice.begin(), choice.end(), 0,
                               [&](int sum, std::size_t i) { return sum + cost_of(core_.candidates()[i].fix.kind); });
    }

    int cost_of_cheapest(std::size_t count) const {
        if (core_.candidates().size() < count) return std::numeric_limits<int>::max();
        Choice cheapest(count);
        std::iota(cheapest.begin(), cheapest.end(), std::size_t{0});
        return cost(cheapest);
    }

    /// A second copy without the first is the first.
    bool is_in_order(const Choice& choice) const {
        return std::all_of(choice.begin(), choice.end(), [&](std::size_t i) {
            const auto& second = core_.candidates()[i];
            return second.copy == 1 || std::any_of(choice.begin(), choice.end(), [&](std::size_t j) {
                       const auto& first = core_.candidates()[j];
                       return first.copy == second.copy - 1 && first.fix.owner == second.fix.owner &&
                              first.fix.phase == second.fix.phase && first.fix.alternatives == second.fix.alternatives;
                   });
        });
    }

    bool contains_a_found_one(const Choice& choice) const {
        return std::any_of(found_.begin(), found_.end(), [&](const Choice& found) {
            return std::includes(choice.begin(), choice.end(), found.begin(), found.end());
        });
    }

    void try_all(const Choice& base, std::size_t from, std::size_t more) {
        for (std::size_t i = from; i + more <= core_.candidates().size(); ++i) {
            Choice choice = base;
            choice.push_back(i);
            if (more > 1)
                try_all(choice, i + 1, more - 1);
            else if (is_in_order(choice) && !contains_a_found_one(choice) && core_.opens(choice))
                found_.push_back(std::move(choice));
        }
    }

    /// The fix that frees most for its cost, again and again; the cheapest where none frees anything alone. Then what turned out
    /// to be superfluous is taken out, the dearest first.
    Choice greedy() const {
        Choice chosen;
        std::vector<std::size_t> left(core_.candidates().size());
        std::iota(left.begin(), left.end(), std::size_t{0});
        while (!left.empty() && !core_.opens(chosen)) {
            const std::size_t before = core_.freed(chosen);
            std::size_t best = 0;
            double most = -1;
            for (std::size_t i = 0; i < left.size(); ++i) {
                Choice tried = chosen;
                tried.push_back(left[i]);
                const auto gain =
                    static_cast<double>(core_.freed(tried) - before) / cost_of(core_.candidates()[left[i]].fix.kind);
                if (gain > most) {
                    most = gain;
                    best = i;
                }
            }
            chosen.push_back(left[best]);
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
        }
        std::sort(chosen.begin(), chosen.end());
        for (std::size_t i = chosen.size(); i-- > 0;) {
            Choice fewer = chosen;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (core_.opens(fewer)) chosen = std::move(fewer);
        }
        return chosen;
    }

    const Core& core_;
    std::vector<Choice> found_;
};

/// The need of `owner` that leads to the next one in the loop, with the fate of its alternatives.
BlockedNeed blocked_need(const StateGraph& graph, const Recovery& recovery, const Endurance& endurance,
                         const std::vector<Index>& vertices, Index owner, Index next) {
    BlockedNeed out;
    out.owner = owner;
    out.needed = next;
    for (const Index v : vertices) {
        if (graph.node[at(v)] != owner || graph.recipe[at(v)] == none) continue;
        for (Index g = graph.group_begin[at(v)]; g < graph.group_begin[at(v) + 1]; ++g) {
            if (recovery.fulfilled[at(g)]) continue;
            std::vector<Index> waiting, too_short;
            bool leads_on = false;
            for (Index a = graph.arc_begin[at(g)]; a < graph.arc_begin[at(g) + 1]; ++a) {
                const Index vertex = graph.arcs[at(a)].vertex, node = graph.node[at(vertex)];
                if (recovery.operate[at(vertex)] < never) {
                    if (endurance.is_too_short(g, a)) too_short.push_back(node);
                } else if (node == next) {
                    leads_on = true;
                } else {
                    waiting.push_back(node);
                }
            }
            if (!leads_on) continue;
            out.phase = graph.phase[at(g)];
            out.k = graph.k[at(g)];
            out.also_waiting = std::move(waiting);
            out.too_short = std::move(too_short);
            return out;
        }
    }
    return out;
}

} // namespace

FixKind fix_kind(const model::Plan& plan, std::string_view id) {
    const auto record = model::find(plan, id);
    if (!record) return FixKind::spare_device;
    const std::string_view type = record.type->code;
    if (type == "provider" || type == "person" || type == "role") return FixKind::second_provider;
    if (type != "infrastructure" && type != "network_link" && type != "location") return FixKind::offline_copy;
    const auto value = record.get("kind");
    const auto* kind = std::get_if<std::string>(&value);
    if (!kind) return FixKind::spare_device;
    if (*kind == "vault" || *kind == "backup" || *kind == "files") return FixKind::offline_copy;
    return *kind == "directory" ? FixKind::local_account : FixKind::spare_device;
}

std::vector<FixKind> fix_kinds(const model::Plan& plan, const Graph& graph) {
    std::vector<FixKind> out;
    for (const auto& node : graph.nodes) out.push_back(fix_kind(plan, node.id));
    return out;
}

std::vector<Deadlock> deadlocks(const StateGraph& graph, const Event& event, const Recovery& recovery,
                                const std::vector<Blockade>& blockades, const std::vector<FixKind>& kinds) {
    const Endurance endurance(graph, event);
    std::vector<Deadlock> out;
    for (const auto& blockade : blockades) {
        if (!blockade.is_deadlock()) continue;
        Deadlock deadlock;
        deadlock.members = blockade.members;
        deadlock.cycle = blockade.cycle;
        for (std::size_t i = 0; i < blockade.cycle.size(); ++i)
            deadlock.blocked.push_back(blocked_need(graph, recovery, endurance, blockade.vertices, blockade.cycle[i],
                                                    blockade.cycle[(i + 1) % blockade.cycle.size()]));
        deadlock.is_black_start = std::all_of(deadlock.blocked.begin(), deadlock.blocked.end(),
                                              [](const BlockedNeed& n) { return n.phase == Phase::start; });
        const Core core(graph, recovery, endurance, blockade, kinds);
        Search(core).run(deadlock);
        out.push_back(std::move(deadlock));
    }
    return out;
}

} // namespace bcmkit::analysis
