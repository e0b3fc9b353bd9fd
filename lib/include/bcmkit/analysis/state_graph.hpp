// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/graph.hpp>

#include <span>

namespace bcmkit::analysis {

/// The graph that the algorithms run on: one vertex per (node, level) or per way (recipe) to get there, as flat arrays.
/// A node with one recipe is one vertex for both levels. Otherwise each recipe is a vertex, and each level is a vertex that
/// operates as soon as one of its ways does; Normalbetrieb serves every need for Notbetrieb.
struct StateGraph {
    struct Arc {
        Index vertex; ///< the alternative
        Minutes switch_time;
    };
    struct ReverseArc {
        Index group;
        Index arc;
    };

    // Per vertex.
    std::vector<Index> node;        ///< whose state it is
    std::vector<Index> recipe;      ///< `none` for the vertex of a level
    std::vector<Span> duration;     ///< own work
    std::vector<Index> calendar;    ///< of the own work, into `calendars`; empty where no vertex has one
    std::vector<Index> group_begin; ///< into the groups; one more than vertices
    std::vector<Index> used_begin;  ///< into `used`; one more than vertices
    // Per group, in the order of the owners.
    std::vector<Index> owner;
    std::vector<Phase> phase;
    std::vector<std::int32_t> k;
    std::vector<Minutes> buffer;
    std::vector<Index> arc_begin; ///< into `arcs`; one more than groups
    // Per arc.
    std::vector<Arc> arcs;
    std::vector<Minutes> endurance; ///< longest use; empty where no alternative has a limit
    std::vector<ReverseArc> used;   ///< for each vertex, where it is an alternative
    // Per node.
    std::vector<Index> emergency, normal; ///< the vertex of that level
    std::vector<WorkCalendar> calendars;

    Index vertices() const { return static_cast<Index>(node.size()); }
    Index groups() const { return static_cast<Index>(owner.size()); }
    Index vertex(Index of_node, Level level) const {
        return (level == Level::normal ? normal : emergency)[static_cast<std::size_t>(of_node)];
    }
    /// nullptr where work goes on round the clock.
    const WorkCalendar* calendar_of(Index vertex) const {
        const Index index = calendar.empty() ? none : calendar[static_cast<std::size_t>(vertex)];
        return index == none ? nullptr : &calendars[static_cast<std::size_t>(index)];
    }
    Minutes endurance_of(Index arc) const { return endurance.empty() ? never : endurance[static_cast<std::size_t>(arc)]; }
};

/// Throws std::out_of_range where an alternative names a node that does not exist.
StateGraph state_graph(const Graph& graph);

/// Fills `used` from the arcs: the last step for who writes the arrays without a Graph.
void connect_back(StateGraph& graph);

/// The strongly connected components along the arcs of the groups for which `use` says so, numbered such that
/// dependencies come before dependents. Iterative; the order is the same on every run.
struct Components {
    std::vector<Index> of;       ///< per vertex
    std::vector<Index> begin;    ///< into members; one more than components
    std::vector<Index> members;  ///< sorted within a component
    std::vector<bool> is_cyclic; ///< more than one member, or a loop onto itself

    Index count() const { return static_cast<Index>(begin.size()) - 1; }
};
enum class Along : std::uint8_t { all, operate_without_switch };
Components components(const StateGraph& graph, Along along);

} // namespace bcmkit::analysis
