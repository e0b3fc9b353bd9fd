// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

#include <bcmkit/analysis/concentration.hpp>
#include <bcmkit/analysis/people.hpp>

namespace bcmkit::check {

namespace {

using analysis::never;
using analysis::World;

/// Applications, data, infrastructure and links: what is restored for services.
template <class Look> void each_resource(const Subject& subject, Look look) {
    const auto walk = [&](const auto& records) {
        for (const auto& record : records) {
            if (is_active(record)) look(record);
        }
    };
    walk(subject.plan().applications);
    walk(subject.plan().data_sources);
    walk(subject.plan().infrastructures);
    walk(subject.plan().network_links);
}

void service_names_its_means(const Subject& subject, Report& report) {
    for (const auto& service : subject.plan().services) {
        if (!is_critical(service) || mentions_word(service.categories_not_needed, "IT")) continue;
        if (service.uses.is_open() || (service.uses && service.uses->empty()))
            report.add(service, "uses", {"check.res_001", {called(service)}});
    }
}

void rto_is_short_enough_for_services(const Subject& subject, Report& report) {
    struct Strictest {
        Minutes rto = never;
        const model::Service* service = nullptr;
    };
    std::map<std::string, Strictest> strictest;
    for (const auto& service : subject.plan().services) {
        if (!is_critical(service) || !service.rto) continue;
        for (const auto* list : {&service.uses, &service.data}) {
            for (const auto& used : items(*list)) {
                auto& so_far = strictest[used.id];
                if (service.rto->likely < so_far.rto) so_far = {service.rto->likely, &service};
            }
        }
    }
    each_resource(subject, [&](const model::Node& node) {
        const auto found = strictest.find(node.id);
        if (found == strictest.end() || !node.rto || node.rto->likely <= found->second.rto) return;
        report.add(
            node, "rto",
            {"check.res_002", {called(node), german(node.rto->likely), found->second.service->name, german(found->second.rto)}},
            {to_source(Duration::of(found->second.rto))});
    });
}

void comes_back_in_time(const Subject& subject, Report& report) {
    each_resource(subject, [&](const model::Node& node) {
        if (!node.rto) return;
        if (node.rta.is(Gap::unknown))
            report.add(lowered(report.severity()), node, "rta",
                       {"check.res_003_possible", {called(node), german(node.rto->likely)}});
        else if (node.rta && node.rta->likely > node.rto->likely)
            report.add(node, "rta", {"check.res_003", {called(node), german(node.rta->likely), german(node.rto->likely)}});
    });
}

void rta_is_answered(const Subject& subject, Report& report) {
    each_resource(subject, [&](const model::Node& node) {
        if (node.rta.is(Gap::absent)) report.add(node, "rta", {"check.res_004", {called(node)}});
    });
}

void short_times_are_proven(const Subject& subject, Report& report) {
    each_resource(subject, [&](const model::Node& node) {
        if (!node.rto || !node.rta || node.rto->likely >= minutes_per_day) return;
        const std::string proof = node.rta_proof.value_or("none");
        if ((proof == "estimate" || proof == "none") && !node.tested_on)
            report.add(node, "rta_proof", {"check.res_005", {called(node), german(node.rta->likely)}});
    });
}

void backup_is_frequent_enough(const Subject& subject, Report& report) {
    for (const auto& data : subject.plan().data_sources) {
        if (!is_active(data) || !data.backup_interval || !data.rpo) continue;
        if (data.backup_interval->likely > data.rpo->likely)
            report.add(data, "backup_interval",
                       {"check.res_006", {called(data), german(data.backup_interval->likely), german(data.rpo->likely)}},
                       {to_source(*data.rpo)});
    }
}

void has_rpo(const Subject& subject, Report& report) {
    for (const auto& data : subject.plan().data_sources) {
        if (is_active(data) && data.rpo.is_open()) report.add(data, "rpo", {"check.res_007", {called(data)}});
    }
}

void nothing_waits_for_itself(const Subject& subject, Report& report) {
    for (const auto& blockade : analysis::blockades(subject.states(), subject.lower())) {
        if (!blockade.is_deadlock()) continue;
        std::vector<std::string> names;
        for (const auto node : blockade.cycle)
            names.push_back(subject.name(subject.graph().nodes[static_cast<std::size_t>(node)].id));
        names.push_back(names.front());
        const auto first =
            model::find(subject.plan(), subject.graph().nodes[static_cast<std::size_t>(blockade.cycle.front())].id);
        report.add(*static_cast<const model::Record*>(first.record), "needs", {"check.res_009", {joined(names, " → ")}});
    }
}

void chain_is_short_enough(const Subject& subject, Report& report) {
    for (const auto& service : subject.plan().services) {
        if (!is_critical(service) || !service.rto) continue;
        const auto lower = subject.runs_again(service.id, analysis::Level::normal, World::lower);
        const auto upper = subject.runs_again(service.id, analysis::Level::normal, World::upper);
        if (lower && upper && *lower <= service.rto->likely && *upper > service.rto->likely)
            report.cannot_tell(service, {"check.res_010_unknown", {called(service)}});
        // Never: BK-RES-009 names the cause. Without any work: the service does not depend on IT.
        if (!lower || *lower >= never || *lower <= service.rto->likely) continue;
        const auto vertex = subject.states().vertex(subject.graph().index_of(service.id), analysis::Level::normal);
        std::vector<std::string> steps;
        std::size_t own = 0;
        for (const auto& step : analysis::critical_path(subject.states(), subject.lower(), vertex)) {
            if (step.work == 0) continue;
            const auto& node =
                subject.graph().nodes[static_cast<std::size_t>(subject.states().node[static_cast<std::size_t>(step.vertex)])];
            steps.push_back(subject.name(node.id) + " " + german(step.work));
            ++own;
        }
        // A single step that is too long is BK-RES-003 of that resource.
        if (own < 2) continue;
        report.add(service, "rto",
                   {"check.res_010", {called(service), german(*lower), german(service.rto->likely), joined(steps, " + ")}});
    }
}

/// Critical services that have to be back within a day and stand still without the record.
std::vector<std::string> urgent_services_on(const Subject& subject, const std::string& id) {
    std::vector<std::string> out;
    for (const auto& service : subject.resting_on(id)) {
        const auto* record = subject.find<model::Service>(model::to(service), "service");
        if (record && is_critical(*record) && record->rto && record->rto->likely <= minutes_per_day) out.push_back(service);
    }
    return out;
}

void many_services_do_not_rest_on_one(const Subject& subject, Report& report) {
    constexpr std::size_t many = 3;
    each_resource(subject, [&](const model::Node& node) {
        const auto services = urgent_services_on(subject, node.id);
        const bool has_substitute = node.substitute && !trimmed(*node.substitute).empty();
        if (services.size() < many || has_substitute || node.substitute.is(Gap::not_applicable)) return;
        report.add(node, "substitute",
                   {"check.res_014", {called(node), std::to_string(services.size()), joined(services, ", ")}});
    });
}

/// What a single person has beside the knowledge that is recorded as such.
std::string only_thing(const Subject& subject, const analysis::KeyPerson& key) {
    switch (key.reason) {
    case analysis::KeyReason::only_knowledge: return key.what;
    case analysis::KeyReason::only_card: return key.what + " (" + key.object + ")";
    case analysis::KeyReason::only_skill: return subject.name(key.object);
    case analysis::KeyReason::only_key: return to_text(Message{"check.res_015_key", {}});
    case analysis::KeyReason::only_holder: // BK-STB-001
    case analysis::KeyReason::every_shift: // BK-STB-007
        break;
    }
    return {};
}

void knowledge_is_shared(const Subject& subject, Report& report) {
    std::map<std::string, std::vector<std::string>> of;
    for (const auto& key : analysis::key_persons(subject.plan(), subject.today())) {
        const auto thing = only_thing(subject, key);
        if (!thing.empty()) of[key.person].push_back(thing);
    }
    for (const auto& person : subject.plan().persons) {
        const auto found = of.find(person.id);
        if (!is_active(person) || found == of.end()) continue;
        report.add(person, "knowledge", {"check.res_015", {called(person), joined(found->second, ", ")}});
    }
}

void no_provider_carries_all(const Subject& subject, Report& report) {
    // Per class, because those are restored together; a share of a handful says nothing.
    constexpr int enough_for_a_share = 5;
    const auto shares = analysis::provider_shares(subject.plan(), subject.today());
    for (const auto& provider : subject.plan().providers) {
        const auto found = shares.find(provider.id);
        if (found == shares.end()) continue;
        for (const auto& share : found->second) {
            const auto count = static_cast<int>(share.services.size());
            if (share.all < enough_for_a_share || count * 100 <= share.all * report.limit()) continue;
            report.add(provider, "",
                       {"check.res_016",
                        {called(provider), std::to_string(share.percent()), std::string(1, share.letter), std::to_string(count),
                         std::to_string(share.all)}});
            break;
        }
    }
}

void resource_has_owner(const Subject& subject, Report& report) {
    const auto look = [&](const auto& records) {
        for (const auto& record : records) {
            if (is_active(record) && record.owner.is_open()) report.add(record, "owner", {"check.res_018", {called(record)}});
        }
    };
    look(subject.plan().applications);
    look(subject.plan().data_sources);
    look(subject.plan().infrastructures);
}

/// Calls look(service, need, other) for each service that another one needs.
template <class Look> void each_needed_service(const Subject& subject, Look look) {
    for (const auto& service : subject.plan().services) {
        if (!is_critical(service)) continue;
        for (const auto& need : items(service.needs)) {
            const auto* other = need.node ? subject.find<model::Service>(*need.node, "service") : nullptr;
            if (other && need.essential.value_or(true)) look(service, need, *other);
        }
    }
}

void upstream_services_are_as_fast(const Subject& subject, Report& report) {
    each_needed_service(subject, [&](const model::Service& service, const model::Need& need, const model::Service& other) {
        if (!service.rto || !other.rto || need.exception_reason) return;
        const Minutes within = need.required_within ? need.required_within->likely : service.rto->likely;
        if (other.rto->likely > within)
            report.add(service, "needs",
                       {"check.res_011", {called(service), german(within), called(other), german(other.rto->likely)}});
    });
}

void upstream_services_are_critical(const Subject& subject, Report& report) {
    each_needed_service(subject, [&](const model::Service& service, const model::Need&, const model::Service& other) {
        if (other.time_critical && !*other.time_critical)
            report.add(other, "time_critical", {"check.res_013", {called(other), called(service)}});
    });
}

void staff_need_is_known(const Subject& subject, Report& report) {
    for (const auto& service : subject.plan().services) {
        if (is_critical(service) && service.staff_needed.is_open())
            report.add(service, "staff_needed", {"check.res_017", {called(service)}});
    }
}

/// Whether somebody decided about a record: a risk or a measure that is about it.
bool is_decided(const Subject& subject, const std::string& id) {
    const auto names_it = [&](const model::Answer<model::References>& references) {
        return std::ranges::any_of(items(references), [&](const model::Reference& one) { return one.id == id; });
    };
    return std::ranges::any_of(subject.plan().risks, [&](const model::RiskItem& risk) { return names_it(risk.target); }) ||
           std::ranges::any_of(subject.plan().improvements,
                               [&](const model::ImprovementAction& action) { return names_it(action.cause); });
}

void gap_is_decided(const Subject& subject, Report& report) {
    each_resource(subject, [&](const model::Node& node) {
        if (!node.rto || !node.rta || node.rta->likely <= node.rto->likely || is_decided(subject, node.id)) return;
        report.add(node, "", {"check.res_019", {called(node), german(node.rta->likely), german(node.rto->likely)}}, {node.name});
    });
}

void single_point_is_a_risk(const Subject& subject, Report& report) {
    each_resource(subject, [&](const model::Node& node) {
        if (node.spof && *node.spof != "none" && !is_decided(subject, node.id))
            report.add(node, "spof", {"check.res_020", {called(node)}}, {node.name});
    });
}

constexpr auto reactive = model::Level::reactive;
constexpr auto building = model::Level::building;

constexpr Rule rules[] = {
    {"BK-RES-001", reactive, Severity::error, Danger::other, service_names_its_means},
    {"BK-RES-002", reactive, Severity::error, Danger::other, rto_is_short_enough_for_services},
    {"BK-RES-003", reactive, Severity::error, Danger::other, comes_back_in_time},
    {"BK-RES-004", reactive, Severity::error, Danger::other, rta_is_answered},
    {"BK-RES-005", reactive, Severity::warning, Danger::other, short_times_are_proven},
    {"BK-RES-006", reactive, Severity::error, Danger::other, backup_is_frequent_enough},
    {"BK-RES-007", reactive, Severity::error, Danger::other, has_rpo},
    // A deadlock makes the plan impossible, whatever the level: no softer word below "Aufbau" (the catalogue's "E (AS)"
    // stands for any loop, this rule fires on real deadlocks only).
    {"BK-RES-009", reactive, Severity::error, Danger::other, nothing_waits_for_itself},
    {"BK-RES-010", building, Severity::error, Danger::other, chain_is_short_enough},
    {"BK-RES-011", building, Severity::warning, Danger::other, upstream_services_are_as_fast},
    {"BK-RES-013", building, Severity::warning, Danger::other, upstream_services_are_critical},
    {"BK-RES-014", building, Severity::warning, Danger::other, many_services_do_not_rest_on_one},
    {"BK-RES-015", reactive, Severity::warning, Danger::other, knowledge_is_shared},
    {"BK-RES-016", reactive, Severity::warning, Danger::other, no_provider_carries_all, 50, "Prozent"},
    {"BK-RES-017", reactive, Severity::info, Danger::other, staff_need_is_known},
    {"BK-RES-018", reactive, Severity::error, Danger::other, resource_has_owner},
    {"BK-RES-019", reactive, Severity::warning, Danger::other, gap_is_decided},
    {"BK-RES-020", building, Severity::info, Danger::other, single_point_is_a_risk},
};

} // namespace

std::span<const Rule> resource_rules() { return rules; }

} // namespace bcmkit::check
