// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/outcome.hpp>

#include <bcmkit/analysis/plan_graph.hpp>

#include <algorithm>

namespace bcmkit::analysis {

Outcome outcome(Graph graph, Event event, World world, const ServicesOf& services_of) {
    Outcome out;
    out.world = world;
    out.graph = std::move(graph);
    out.event = std::move(event);
    out.states = state_graph(out.graph);
    out.recovery = recovery(out.states, out.event, world);
    out.services = services_of(out.graph, out.states, out.recovery, world);
    out.needed = demand(out.states, out.recovery, deadlines_of(out.services, Workarounds::carry));
    out.strict = demand(out.states, out.recovery, deadlines_of(out.services, Workarounds::ignored));
    return out;
}

Outcomes outcomes(const model::Plan& plan, const std::function<Event(Graph&)>& make_event, Date day) {
    const auto services_of = [&](const Graph& graph, const StateGraph& states, const Recovery& recovery, World world) {
        return service_deadlines(plan, graph, states, recovery, world, day);
    };
    const auto play = [&](Estimate estimate, World world) {
        Graph graph = graph_of(plan, estimate);
        Event event = make_event(graph);
        return outcome(std::move(graph), std::move(event), world, services_of);
    };
    return {play(Estimate::low, World::lower), play(Estimate::likely, World::lower), play(Estimate::high, World::upper)};
}

std::vector<Blockade> blockades_of(const Outcome& outcome, Index node, Level level) {
    const auto at = [](Index i) { return static_cast<std::size_t>(i); };
    const auto& states = outcome.states;
    std::vector<Index> open{states.vertex(node, level)};
    if (outcome.recovery.operate[at(open.front())] < never) return {};
    std::vector<bool> seen(at(states.vertices()), false), waited_for(states.emergency.size(), false);
    seen[at(open.front())] = true;
    while (!open.empty()) {
        const Index v = open.back();
        open.pop_back();
        waited_for[at(states.node[at(v)])] = true;
        for (Index g = states.group_begin[at(v)]; g < states.group_begin[at(v) + 1]; ++g) {
            if (outcome.recovery.fulfilled[at(g)]) continue;
            for (Index a = states.arc_begin[at(g)]; a < states.arc_begin[at(g) + 1]; ++a) {
                const Index u = states.arcs[at(a)].vertex;
                if (seen[at(u)] || outcome.recovery.operate[at(u)] < never) continue;
                seen[at(u)] = true;
                open.push_back(u);
            }
        }
    }
    auto out = blockades(states, outcome.recovery);
    std::erase_if(out, [&](const Blockade& blockade) {
        return std::none_of(blockade.members.begin(), blockade.members.end(), [&](Index i) { return waited_for[at(i)]; });
    });
    return out;
}

} // namespace bcmkit::analysis
