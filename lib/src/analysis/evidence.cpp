// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/evidence.hpp>

#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <set>

namespace bcmkit::analysis {

namespace {

using model::items;

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// The day of the last test of the i-th way of a record: that of the way, else that of the record.
template <class List>
bool find_test(const List& records, const std::string& id, Index way, std::string& name, model::Answer<Date>& day) {
    const auto record = std::ranges::find(records, id, &List::value_type::id);
    if (record == records.end()) return false;
    day = record->tested_on;
    const auto ways = items(record->recipes);
    if (way >= 0 && at(way) < ways.size()) {
        name = ways[at(way)].name.value_or("");
        if (ways[at(way)].tested_on) day = ways[at(way)].tested_on;
    }
    return true;
}

} // namespace

std::vector<EvidenceGap> evidence_gaps(const model::Plan& plan, const Graph& graph, const StateGraph& states,
                                       const Recovery& recovery, Date day, int months) {
    std::vector<EvidenceGap> out;
    const auto is_fresh = [&](const model::Answer<Date>& test) { return test && test->plus_months(months) >= day; };
    const auto note = [&](const std::string& service, const std::string& object, std::string way,
                          const model::Answer<Date>& test) {
        const bool known = std::ranges::any_of(
            out, [&](const EvidenceGap& gap) { return gap.service == service && gap.object == object && gap.way == way; });
        if (!is_fresh(test) && !known)
            out.push_back({service, object, std::move(way), test ? std::optional(*test) : std::nullopt});
    };
    for (const auto& service : plan.services) {
        if (service.status.value_or("") == "retired" || !service.time_critical.value_or(false)) continue;
        const Index node = graph.index_of(service.id);
        for (const Level level : {Level::emergency, Level::normal}) {
            const Index vertex = states.vertex(node, level);
            if (!recovery.failed[at(vertex)] || recovery.operate[at(vertex)] >= never) continue;
            for (const auto& step : critical_path(states, recovery, vertex)) {
                if (step.work == 0) continue;
                const auto& id = graph.nodes[at(states.node[at(step.vertex)])].id;
                const Index way = states.recipe[at(step.vertex)];
                std::string name;
                model::Answer<Date> test;
                const bool found =
                    find_test(plan.applications, id, way, name, test) || find_test(plan.data_sources, id, way, name, test) ||
                    find_test(plan.infrastructures, id, way, name, test) || find_test(plan.network_links, id, way, name, test) ||
                    find_test(plan.alternative_its, id, way, name, test) || find_test(plan.providers, id, way, name, test);
                if (found) note(service.id, id, std::move(name), test);
            }
        }
        for (const auto& fallback : plan.fallbacks) {
            const auto services = items(fallback.services);
            const bool serves = std::ranges::any_of(services, [&](const auto& s) { return s.id == service.id; });
            if (!serves || fallback.status.value_or("") == "retired") continue;
            note(service.id, fallback.id, {}, fallback.tested_without_it ? fallback.tested_without_it : fallback.tested_on);
        }
    }
    return out;
}

} // namespace bcmkit::analysis
