// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/service_deadline.hpp>

#include <functional>

namespace bcmkit::analysis {

/// One event, played in one world: what comes back when, and by when it is needed.
struct Outcome {
    World world = World::lower;
    Graph graph;
    StateGraph states;
    Event event;
    Recovery recovery;
    std::vector<ServiceDeadline> services; ///< in the order of the plan
    Demand needed;                         ///< workarounds carry; read `critical`: "wirklich nötig"
    Demand strict;                         ///< as if none carried; read `every`: "als ob alles gebraucht wird"

    bool is_down(Index node, Level level) const { return recovery.failed[place(node, level)]; }
    /// A
    Minutes back(Index node, Level level) const { return recovery.operate[place(node, level)]; }
    /// R as it is really needed; `never` = nobody asks for it.
    Minutes latest(Index node, Level level) const { return needed.critical[place(node, level)]; }
    /// R as if every alternative were needed.
    Minutes strictly_latest(Index node, Level level) const { return strict.every[place(node, level)]; }

private:
    std::size_t place(Index node, Level level) const { return static_cast<std::size_t>(states.vertex(node, level)); }
};

/// Plays an event. `services_of` says what is asked, once the recovery is known.
using ServicesOf = std::function<std::vector<ServiceDeadline>(const Graph&, const StateGraph&, const Recovery&, World)>;
Outcome outcome(Graph graph, Event event, World world, const ServicesOf& services_of);

/// The same event three times. A is monotone in every duration, so the first and the last enclose all cases between them.
struct Outcomes {
    Outcome low;    ///< favourable durations, what is unknown takes no time
    Outcome likely; ///< likely durations, what is unknown takes no time
    Outcome high;   ///< unfavourable durations, what is unknown takes for ever
};
/// `make_event` makes the event for a graph of the plan, and may change the graph. `day`: for classes and seasons.
Outcomes outcomes(const model::Plan& plan, const std::function<Event(Graph&)>& make_event, Date day);

/// Why a node never comes back: the blockades among what it waits for. Empty where it does come back.
std::vector<Blockade> blockades_of(const Outcome& outcome, Index node, Level level);

} // namespace bcmkit::analysis
