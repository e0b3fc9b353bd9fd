// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/state_graph.hpp>

namespace bcmkit::analysis {

/// Which value stands for an unknown duration. A gap in the lower world is certain; a gap only in the upper one is possible.
enum class World : std::uint8_t { lower, upper };

/// What happened.
struct Event {
    std::vector<Index> hit; ///< nodes that failed by themselves and have to be restored
    Minutes lead = 0;       ///< detection and decision, before any work begins
    /// When it happens. Without it work goes on round the clock: the times are then a lower bound for every calendar.
    std::optional<Moment> at{};
};

/// All IT at once: what `check` and the priority sheets reckon with.
Event it_outage(const Graph& graph);

/// What fails with what was hit: the least set (graph theory: least fixpoint of failed START and OPERATE groups).
std::vector<bool> failed_vertices(const StateGraph& graph, const Event& event);

/// When each vertex operates again, with unlimited staff: a lower bound for any real plan.
/// A vertex that never failed has 0; one that cannot be restored has `never`.
struct Recovery {
    std::vector<Minutes> begin;   ///< work can begin
    std::vector<Minutes> up;      ///< started
    std::vector<Minutes> operate; ///< A(v)
    std::vector<Index> turn;      ///< the how-manieth to operate, `none` for never: tells apart what comes in one minute
    std::vector<bool> failed;
    std::vector<Minutes> work;   ///< own work that was counted, in working time
    std::vector<Minutes> done;   ///< own work is finished, on the wall clock
    std::optional<Moment> at;    ///< of the event
    std::vector<Index> via;      ///< per group: the arc that arrived as k-th; `none` where the group was never met
    std::vector<bool> fulfilled; ///< per group
};
/// Knuth's generalisation of Dijkstra's method for AND/OR graphs, and co-start of OPERATE loops (greatest fixpoint
/// within the loop). An OPERATE need with a switch time counts only that long after the alternative runs, so it cannot
/// be part of a co-start. Own work keeps the calendar of its vertex where the event has a moment. An alternative that does
/// not last as long as the work that needs it (RESTORE) does not count. O((V+E) log V) plus the size of a loop each time one of
/// its members starts.
Recovery recovery(const StateGraph& graph, const Event& event, World world);

/// Who works on what was hit, where people are few.
struct Crew {
    int teams = 1; ///< each works on one thing at a time, until it is done
    /// Per vertex: whose turn it is among those that can begin, the smallest first; `none` = needs no team.
    std::vector<Index> rank;
};
/// The same with so many teams: a lower bound no more, but what comes of always taking the first that can begin. In the upper
/// world something unknown keeps its team for ever.
Recovery recovery(const StateGraph& graph, const Event& event, World world, const Crew& crew);

/// One step of the explanation why a vertex is not back earlier, from the first work to the vertex itself.
struct Step {
    Index vertex = none;
    Minutes from = 0;  ///< work begins
    Minutes until = 0; ///< it operates
    Minutes work = 0;  ///< own work that the next step waited for; 0 where it went on beside what came before
};
std::vector<Step> critical_path(const StateGraph& graph, const Recovery& recovery, Index vertex);

/// Why something never comes back.
struct Blockade {
    std::vector<Index> members;  ///< nodes, sorted; one for a dead end
    std::vector<Index> vertices; ///< the same as states, sorted
    std::vector<Index> cycle; ///< nodes: the shortest loop, each needs the next, the last needs the first; empty for a dead end
    bool is_deadlock() const { return !cycle.empty(); }
};
/// The causes of all A = ∞: components of the blocking graph that wait for nobody outside.
/// A loop that an alternative breaks, or a loop of OPERATE needs alone, is no blockade.
std::vector<Blockade> blockades(const StateGraph& graph, const Recovery& recovery);

/// By when each vertex has to operate, so that every `deadline` (node, latest minute, at Notbetrieb) holds.
struct Deadline {
    Index node = none;
    Level level = Level::emergency;
    Minutes latest = never;
};
struct Demand {
    std::vector<Minutes> every;    ///< as if every alternative were needed
    std::vector<Minutes> critical; ///< where fewer than k other alternatives are there in time
    std::vector<bool> in_loop;     ///< needs inside the loop were not counted
};
Demand demand(const StateGraph& graph, const Recovery& recovery, const std::vector<Deadline>& deadlines);

} // namespace bcmkit::analysis
