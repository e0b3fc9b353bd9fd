// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/gap.hpp>

#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <tuple>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// How much later than needed; `never` where it does not come back at all.
Minutes lateness(bool is_down, Minutes back, Minutes latest) {
    if (!is_down || latest >= never) return 0;
    return back >= never ? never : std::max<Minutes>(back - latest, 0);
}

/// In the three outcomes.
struct Late {
    Minutes low = 0, likely = 0, high = 0;
};

Verdict verdict_of(bool is_down, Minutes likely_back, bool has_limit, const Late& late) {
    if (!is_down) return Verdict::unaffected;
    if (likely_back >= never) return Verdict::never;
    if (!has_limit) return Verdict::no_limit;
    if (late.low > 0) return Verdict::sure;
    if (late.likely > 0) return Verdict::likely;
    return late.high > 0 ? Verdict::possible : Verdict::in_time;
}

Minutes counted(Verdict verdict, const Late& late) {
    if (verdict == Verdict::never) return never;
    return verdict == Verdict::possible ? late.high : late.likely;
}

/// When a group was met; `never` where it was not.
Minutes met_at(const Outcome& outcome, Index group) {
    const Index via = outcome.recovery.via[at(group)];
    if (via == none) return never;
    const auto arc = outcome.states.arcs[at(via)];
    return std::min(never, outcome.recovery.operate[at(arc.vertex)] + arc.switch_time);
}

/// The nodes of unknown duration that hold up a vertex in the unfavourable case: along the needs that are met later there.
std::vector<Index> open_work(const Outcomes& all, Index start) {
    const auto& states = all.high.states;
    std::vector<bool> seen(at(states.vertices()), false), is_hit(states.emergency.size(), false);
    for (const Index node : all.high.event.hit) is_hit[at(node)] = true;
    std::vector<Index> open{start}, out;
    seen[at(start)] = true;
    while (!open.empty()) {
        const Index v = open.back();
        open.pop_back();
        if (states.duration[at(v)].is_unknown() && is_hit[at(states.node[at(v)])]) out.push_back(states.node[at(v)]);
        for (Index g = states.group_begin[at(v)]; g < states.group_begin[at(v) + 1]; ++g) {
            if (met_at(all.high, g) <= met_at(all.likely, g)) continue;
            for (Index a = states.arc_begin[at(g)]; a < states.arc_begin[at(g) + 1]; ++a) {
                const Index u = states.arcs[at(a)].vertex;
                if (seen[at(u)] || all.high.recovery.operate[at(u)] <= all.likely.recovery.operate[at(u)]) continue;
                seen[at(u)] = true;
                open.push_back(u);
            }
        }
    }
    return out;
}

std::vector<Index> open_answers(const Outcomes& all, const ServiceDeadline& deadline) {
    auto out = open_work(all, all.high.states.vertex(deadline.node, Level::normal));
    for (const auto& way : deadline.ways) {
        if (way.is_open) out.push_back(all.high.graph.index_of(way.by));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

ServiceGap service_gap(const Outcomes& all, std::size_t service) {
    const auto& deadline = all.likely.services[service];
    const auto late = [&](const Outcome& outcome) {
        return lateness(outcome.is_down(deadline.node, Level::normal), outcome.back(deadline.node, Level::normal),
                        outcome.services[service].latest());
    };
    const Late three{late(all.low), late(all.likely), late(all.high)};
    const bool is_down = all.likely.is_down(deadline.node, Level::normal);
    ServiceGap gap;
    gap.service = service;
    gap.node = deadline.node;
    gap.low = all.low.back(gap.node, Level::normal);
    gap.likely = all.likely.back(gap.node, Level::normal);
    gap.high = all.high.back(gap.node, Level::normal);
    gap.verdict = verdict_of(is_down, gap.likely, deadline.is_known(), three);
    gap.late = counted(gap.verdict, three);
    gap.late_for_rto = lateness(is_down, gap.likely, deadline.rto);
    gap.emergency_late = deadline.is_known() && deadline.emergency > deadline.mtpd;
    if (is_down)
        gap.chain = critical_path(all.likely.states, all.likely.recovery, all.likely.states.vertex(gap.node, Level::normal));
    if (gap.verdict == Verdict::possible) gap.open = open_answers(all, deadline);
    return gap;
}

} // namespace

NodeGap node_gap(const Outcomes& all, Index node, Level level) {
    const auto late = [&](const Outcome& outcome) {
        return lateness(outcome.is_down(node, level), outcome.back(node, level), outcome.latest(node, level));
    };
    const Late three{late(all.low), late(all.likely), late(all.high)};
    NodeGap gap;
    gap.node = node;
    gap.level = level;
    gap.low = all.low.back(node, level);
    gap.likely = all.likely.back(node, level);
    gap.high = all.high.back(node, level);
    gap.latest = all.likely.latest(node, level);
    gap.strict = all.likely.strictly_latest(node, level);
    gap.in_loop = all.likely.needed.in_loop[at(all.likely.states.vertex(node, level))];
    const bool has_limit = gap.latest < never || all.high.latest(node, level) < never;
    gap.verdict = verdict_of(all.likely.is_down(node, level), gap.likely, has_limit, three);
    gap.late = counted(gap.verdict, three);
    return gap;
}

std::vector<NodeGap> node_gaps(const Outcomes& all) {
    const auto& states = all.likely.states;
    std::vector<NodeGap> out;
    for (Index node = 0; node < static_cast<Index>(states.normal.size()); ++node) {
        if (all.likely.is_down(node, Level::normal)) out.push_back(node_gap(all, node, Level::normal));
        const bool has_two_levels = states.emergency[at(node)] != states.normal[at(node)];
        if (has_two_levels && all.likely.is_down(node, Level::emergency)) out.push_back(node_gap(all, node, Level::emergency));
    }
    return out;
}

std::vector<ServiceGap> service_gaps(const Outcomes& all) {
    std::vector<ServiceGap> out;
    for (std::size_t i = 0; i < all.likely.services.size(); ++i) out.push_back(service_gap(all, i));
    std::stable_sort(out.begin(), out.end(), [&](const ServiceGap& a, const ServiceGap& b) {
        const auto rank = [&](const ServiceGap& gap) {
            const auto& deadline = all.likely.services[gap.service];
            return std::tuple(-static_cast<int>(gap.verdict), deadline.priority ? deadline.priority : 'Z', deadline.latest());
        };
        return rank(a) < rank(b);
    });
    return out;
}

std::vector<ContractGap> contract_gaps(const model::Plan& plan, const Outcomes& all) {
    std::vector<ContractGap> out;
    const auto add = [&](const std::string& promise, const std::string& provider, const std::string& id, Minutes promised) {
        const Index node = all.likely.graph.index_of(id);
        if (node == none || !all.likely.is_down(node, Level::normal)) return;
        // What a provider restores is Normalbetrieb; what Notbetrieb needs of it is part of that demand.
        const Minutes latest = all.likely.latest(node, Level::normal);
        const bool is_known =
            std::ranges::any_of(out, [&](const ContractGap& gap) { return gap.node == node && gap.provider == provider; });
        if (latest < never && promised > latest && !is_known) out.push_back({promise, provider, node, promised, latest});
    };
    // What a contract says of one thing goes before what the provider promises in general.
    for (const auto& contract : plan.contracts) {
        if (!contract.rto_statement || !contract.provider) continue;
        for (const auto& covered : model::items(contract.covers))
            add(contract.id, contract.provider->id, covered.id, contract.rto_statement->likely);
    }
    const auto operated = [&](const auto& records) {
        for (const auto& record : records) {
            if (!record.operator_) continue;
            const auto provider = std::ranges::find(plan.providers, record.operator_->id, &model::Provider::id);
            if (provider != plan.providers.end() && provider->sla_rta)
                add(provider->id, provider->id, record.id, provider->sla_rta->likely);
        }
    };
    operated(plan.applications);
    operated(plan.network_links);
    std::ranges::stable_sort(out, {}, [](const ContractGap& gap) { return std::tuple(gap.provider, gap.node); });
    return out;
}

} // namespace bcmkit::analysis
