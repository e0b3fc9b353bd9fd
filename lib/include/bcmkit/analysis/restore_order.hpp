// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>

namespace bcmkit::analysis {

/// What the order is for: something that has to run at a level, usually a service.
struct Target {
    Index node = none;
    Level level = Level::normal;
    Minutes latest = never; ///< after the event; `never` where nobody recorded a limit
    char priority = 0;      ///< 'A' … 'D'; 0 = not known
};

/// What a vertex inherits from all that needs it.
struct Inherited {
    Minutes latest = never; ///< by when it has to run
    Index target = none;    ///< place of the target that sets `latest`, of several the one of the highest class
    char priority = 0;      ///< highest class among the targets that need it; 0 where none has one
};

/// One thing to restore: a node that was hit, in one of its ways.
struct OrderStep {
    Index vertex = none;
    int wave = 1; ///< those of one wave do not wait for one another
    Inherited inherited;
    int dependents = 0;       ///< nodes among the targets that need it
    Minutes begin = never;    ///< work can begin, with unlimited staff
    Minutes back = never;     ///< it operates, with unlimited staff
    Minutes work = 0;         ///< own work; what is unknown counts as nothing
    bool is_unknown = false;  ///< nobody recorded how long its own work takes
    std::vector<Index> needs; ///< places of the steps that it waits for directly, sorted
};

/// A node that was hit and that nothing brings back.
struct StuckNode {
    Index node = none;
    Inherited inherited;
};

struct RestoreOrder {
    /// By wave; in a wave by class, latest begin of the work, most dependents, id.
    std::vector<OrderStep> steps;
    std::vector<StuckNode> stuck; ///< by class, latest, id
};

/// Places of the steps that the targets of this class need, and no others: what has to be restored at least, along the ways that
/// are there first (analysis.md §1.4, minimal closure of a class).
std::vector<Index> minimal_set(const RestoreOrder& order, char priority);

/// Whether minimal_set brings back all that the targets of this class need: nothing of it is stuck.
bool is_enough(const RestoreOrder& order, char priority);

/// The part of a graph along which things really come back: of each group the k alternatives that are there first. Other
/// alternatives would add waiting that nobody has to do. Where fewer than k ever come, the others stay in, so that what is stuck
/// inherits too. What did not fail has no needs. Vertices are those of `graph`; the own work of what was not hit is 0. Recovery
/// on it is the same as on `graph`.
StateGraph first_ways(const StateGraph& graph, const Event& event, const Recovery& recovery);

/// What each vertex inherits along `ways` (of first_ways). This is neither of the two readings of demand(): there an alternative
/// that others could replace inherits nothing, or each one inherits; here the way that is taken does. Members of a co-start loop
/// share the earliest limit, as they only run together.
std::vector<Inherited> inherited(const StateGraph& ways, const Recovery& recovery, const std::vector<Target>& targets);

/// The order without regard to staff (analysis.md §1.4 a): waves = longest path along what really came first. Contains what was
/// hit, whether a target needs it or not; never what is hidden. `recovery` must come from `states` and `event`.
/// O((V + E) log V) and one walk for each target.
RestoreOrder restore_order(const Graph& graph, const StateGraph& states, const Event& event, const Recovery& recovery,
                           const std::vector<Target>& targets);

} // namespace bcmkit::analysis
