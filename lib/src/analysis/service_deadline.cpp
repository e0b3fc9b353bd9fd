// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/service_deadline.hpp>

#include <bcmkit/analysis/priority.hpp>
#include <bcmkit/model/field.hpp>

#include <algorithm>

namespace bcmkit::analysis {

namespace {

using model::items;

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

Minutes sum(Minutes a, Minutes b) { return a >= never || b >= never ? never : a + b; }

/// The longest test among the applications of the service: the Fachbereiche test side by side.
Minutes checks_of(const model::Plan& plan, const model::Service& service) {
    Minutes longest = 0;
    for (const auto& used : items(service.uses)) {
        const auto application = std::ranges::find(plan.applications, used.id, &model::Application::id);
        if (application != plan.applications.end()) longest = std::max(longest, test_time(*application).value_or(0));
    }
    return longest;
}

template <class T> bool is_answered(const model::Answer<T>& answer) { return answer || answer.is(model::Gap::not_applicable); }

bool is_open(const model::Plan& plan, const std::string& way) {
    const auto fallback = std::ranges::find(plan.fallbacks, way, &model::Fallback::id);
    return fallback != plan.fallbacks.end() && !(is_answered(fallback->reach) && is_answered(fallback->max_sustain));
}

/// The ways to Notbetrieb, with when they can begin.
std::vector<Bridge> bridges_of(const model::Plan& plan, const Graph& graph, const StateGraph& states, const Recovery& recovery,
                               Index node) {
    std::vector<Bridge> out;
    const Index level = states.vertex(node, Level::emergency);
    if (states.recipe[at(level)] != none) return out;
    const Index group = states.group_begin[at(level)];
    for (Index a = states.arc_begin[at(group)]; a < states.arc_begin[at(group) + 1]; ++a) {
        const auto [way, ready_after] = states.arcs[at(a)];
        if (states.recipe[at(way)] == none) continue; // Normalbetrieb is what is to be bridged
        const auto& name = graph.nodes[at(node)].recipes[at(states.recipe[at(way)])].name;
        out.push_back({sum(recovery.operate[at(way)], ready_after), states.endurance_of(a), name, is_open(plan, name)});
    }
    return out;
}

} // namespace

Minutes bridged_until(Minutes mtpd, std::vector<Bridge> bridges, std::vector<Bridge>* used) {
    std::ranges::stable_sort(bridges, {}, &Bridge::ready);
    Minutes until = mtpd;
    const Bridge* best = nullptr;
    const auto end = [](const Bridge& bridge) { return sum(bridge.ready, bridge.lasts); };
    for (std::size_t next = 0;;) {
        for (; next < bridges.size() && bridges[next].ready <= until; ++next) {
            if (!best || end(bridges[next]) > end(*best)) best = &bridges[next];
        }
        if (!best || end(*best) <= until) return until;
        until = end(*best);
        if (used) used->push_back(*best);
        if (until >= never) return never;
    }
}

std::optional<Minutes> test_time(const model::Application& application) {
    std::optional<Minutes> sum;
    for (const auto& step : items(application.steps)) {
        if (step.phase.value_or("") == "test" && step.duration) sum = sum.value_or(0) + step.duration->likely;
    }
    return sum;
}

std::vector<ServiceDeadline> service_deadlines(const model::Plan& plan, const Graph& graph, const StateGraph& states,
                                               const Recovery& recovery, World world, Date day) {
    std::vector<ServiceDeadline> out;
    for (const auto& service : plan.services) {
        if (service.status.value_or("") == "retired") continue;
        ServiceDeadline deadline;
        deadline.node = graph.index_of(service.id);
        deadline.id = service.id;
        deadline.priority = priority_of(service, plan.organisation, day).letter;
        const auto mtpd = mtpd_of(service, day);
        if (service.rto) deadline.rto = service.rto->likely;
        deadline.is_rto = !mtpd && service.rto;
        deadline.mtpd = mtpd.value_or(deadline.rto);
        deadline.ways = bridges_of(plan, graph, states, recovery, deadline.node);
        deadline.emergency = recovery.operate[at(states.vertex(deadline.node, Level::normal))];
        std::vector<Bridge> counted;
        for (const auto& bridge : deadline.ways) {
            if (bridge.is_open && world == World::upper) continue;
            counted.push_back(bridge);
            deadline.emergency = std::min(deadline.emergency, bridge.ready);
        }
        deadline.checks = checks_of(plan, service);
        if (deadline.is_known()) deadline.bridged = bridged_until(deadline.mtpd, std::move(counted), &deadline.carried);
        out.push_back(std::move(deadline));
    }
    return out;
}

std::vector<Deadline> deadlines_of(const std::vector<ServiceDeadline>& services, Workarounds workarounds) {
    std::vector<Deadline> out;
    for (const auto& service : services) {
        if (!service.is_known()) continue;
        const Minutes latest = workarounds == Workarounds::carry ? service.latest() : service.latest_without_workarounds();
        out.push_back({service.node, Level::emergency, service.mtpd});
        if (latest < never) out.push_back({service.node, Level::normal, latest});
    }
    return out;
}

} // namespace bcmkit::analysis
