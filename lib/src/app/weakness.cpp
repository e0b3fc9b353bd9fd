// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/weakness.hpp>

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/priority.hpp>
#include <bcmkit/analysis/single_points.hpp>

#include <algorithm>

namespace bcmkit::app {

namespace {

using analysis::Index;
using analysis::Level;
using analysis::never;
using analysis::World;

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// The services in force, and their vertices.
struct Services {
    std::vector<const model::Service*> records;
    std::vector<Index> emergency, normal;
};

Services services_of(const model::Plan& plan, const analysis::Graph& graph, const analysis::StateGraph& states) {
    Services out;
    for (const auto& service : plan.services) {
        const Index node = graph.index_of(service.id);
        if (service.status.value_or("") == "retired" || node == analysis::none) continue;
        out.records.push_back(&service);
        out.emergency.push_back(states.vertex(node, Level::emergency));
        out.normal.push_back(states.vertex(node, Level::normal));
    }
    return out;
}

std::vector<RestingOn> points_of(const analysis::Graph& graph, const analysis::StateGraph& states, const Services& services,
                                 Date day) {
    std::map<Index, RestingOn> of;
    const auto normal = analysis::single_points(states, services.normal);
    const auto emergency = analysis::single_points(states, services.emergency);
    std::vector<Minutes> limits;
    for (const auto* service : services.records) limits.push_back(analysis::mtpd_of(*service, day).value_or(never));
    const auto lower = analysis::slow_points(states, services.emergency, limits, emergency, World::lower);
    const auto upper = analysis::slow_points(states, services.emergency, limits, emergency, World::upper);
    for (std::size_t s = 0; s < services.records.size(); ++s) {
        const std::string& id = services.records[s]->id;
        for (const Index node : normal[s]) of[node].normal.push_back(id);
        for (const Index node : emergency[s]) of[node].emergency.push_back(id);
        for (const auto& point : lower[s]) of[point.node].late.push_back(id);
        for (const auto& point : upper[s]) {
            const bool is_certain = std::ranges::find(lower[s], point.node, &analysis::SinglePoint::node) != lower[s].end();
            if (!is_certain) of[point.node].maybe_late.push_back(id);
        }
    }
    std::vector<RestingOn> out;
    for (auto& [node, point] : of) {
        point.id = graph.nodes[at(node)].id;
        for (auto* list : {&point.normal, &point.emergency, &point.late, &point.maybe_late}) std::ranges::sort(*list);
        out.push_back(std::move(point));
    }
    std::ranges::stable_sort(out, std::greater<>(),
                             [](const RestingOn& p) { return std::tuple(p.late.size(), p.emergency.size(), p.normal.size()); });
    return out;
}

std::vector<ServiceLoss> losses_of(const analysis::Graph& graph, const analysis::StateGraph& states, const Services& services,
                                   const std::vector<analysis::DataLoss>& losses) {
    std::vector<Minutes> least(graph.nodes.size(), 0), most(graph.nodes.size(), 0);
    for (const auto& loss : losses) {
        const Index node = graph.index_of(loss.data);
        if (node == analysis::none) continue;
        most[at(node)] = loss.consistent_loss;
        least[at(node)] = loss.is_known ? loss.consistent_loss : 0;
    }
    const auto lower = analysis::propagated_loss(states, least), upper = analysis::propagated_loss(states, most);
    std::vector<ServiceLoss> out;
    for (std::size_t s = 0; s < services.records.size(); ++s) {
        const std::size_t vertex = at(services.normal[s]);
        if (upper[vertex] > 0) out.push_back({services.records[s]->id, lower[vertex], upper[vertex]});
    }
    std::ranges::sort(out, {}, &ServiceLoss::service);
    return out;
}

} // namespace

Weaknesses outage_weaknesses(const model::Plan& plan, const analysis::Graph& graph, const analysis::StateGraph& states,
                             const analysis::Event& event, const analysis::Attack& attack, Date day) {
    const auto services = services_of(plan, graph, states);
    const auto back = analysis::recovery(states, event, World::lower);
    Weaknesses out;
    out.losses = analysis::data_losses(plan, graph, states, back, attack);
    out.service_losses = losses_of(graph, states, services, out.losses);
    out.reach = analysis::reachability(plan, graph, states, back.failed, event, day);
    out.fixes = analysis::reach_fixes({out.reach});
    out.evidence = analysis::evidence_gaps(plan, graph, states, back, day, months_of_proof);
    return out;
}

Weaknesses weaknesses(const model::Plan& plan, const analysis::Graph& graph, const analysis::StateGraph& states,
                      const analysis::Event& event, const analysis::Attack& attack, Date day) {
    constexpr int shifts = 3;
    Weaknesses out = outage_weaknesses(plan, graph, states, event, attack, day);
    out.points = points_of(graph, states, services_of(plan, graph, states), day);
    out.shams = analysis::sham_redundancy(plan, graph, states);
    out.to_ask = analysis::shared_fields(plan, graph);
    out.key_persons = analysis::key_persons(plan, day);
    out.overlaps = analysis::overlaps(plan, day);
    out.coverage = analysis::coverage(plan, day, shifts);
    out.reporting_loops = analysis::reporting_loops(plan);
    out.own_deputies = analysis::own_deputies(plan, day);
    out.thin_teams = analysis::thin_teams(plan);
    out.shares = analysis::provider_shares(plan, day);
    out.helpers = analysis::helpers_that_operate(plan);
    return out;
}

Weaknesses weaknesses(const model::Plan& plan, Date day) {
    const auto graph = analysis::graph_of(plan);
    const auto states = analysis::state_graph(graph);
    return weaknesses(plan, graph, states, analysis::it_outage(graph), {}, day);
}

} // namespace bcmkit::app
