// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

namespace bcmkit::check {

namespace {

using model::Service;

template <class Look> void each_critical(const Subject& subject, Look look) {
    for (const auto& service : subject.plan().services) {
        if (is_critical(service)) look(service);
    }
}

void has_owner_and_unit(const Subject& subject, Report& report) {
    for (const auto& service : subject.plan().services) {
        if (!is_active(service)) continue;
        if (service.owner.is_open()) report.add(service, "owner", {"check.svc_001_owner", {called(service)}});
        if (service.org_unit.is_open()) report.add(service, "org_unit", {"check.svc_001_unit", {called(service)}});
    }
}

void has_mtpd(const Subject& subject, Report& report) {
    each_critical(subject, [&](const Service& service) {
        if (service.mtpd.is_open()) report.add(service, "mtpd", {"check.svc_002", {called(service)}});
    });
}

void has_rto(const Subject& subject, Report& report) {
    each_critical(subject, [&](const Service& service) {
        if (service.rto.is_open()) report.add(service, "rto", {"check.svc_003", {called(service)}});
    });
}

void has_mbco(const Subject& subject, Report& report) {
    each_critical(subject, [&](const Service& service) {
        if (service.mbco.is_open()) report.add(service, "mbco", {"check.svc_004", {called(service)}});
    });
}

void has_reason(const Subject& subject, Report& report) {
    each_critical(subject, [&](const Service& service) {
        if (service.mtpd_reason.is_open()) report.add(service, "mtpd_reason", {"check.svc_005", {called(service)}});
    });
}

void names_scenarios(const Subject& subject, Report& report) {
    each_critical(subject, [&](const Service& service) {
        const bool none_named =
            service.decisive_scenarios.is_open() || (service.decisive_scenarios && service.decisive_scenarios->empty());
        if (none_named) report.add(service, "decisive_scenarios", {"check.svc_006", {called(service)}});
    });
}

void rto_leaves_time_to_react(const Subject& subject, Report& report) {
    const auto& reaction = subject.plan().organisation.bao_reaction;
    if (!reaction) return;
    each_critical(subject, [&](const Service& service) {
        // A service that runs on its own orders does not wait for the staff: its RTO below the reaction time says so.
        if (!service.mtpd || !service.rto || service.rto->likely < reaction->likely) return;
        if (service.rto->likely + reaction->likely <= service.mtpd->likely) return;
        report.add(service, "rto",
                   {"check.svc_007",
                    {called(service), german(service.rto->likely), german(reaction->likely), german(service.mtpd->likely)}},
                   {to_source(Duration::of(std::max<Minutes>(0, service.mtpd->likely - reaction->likely)))});
    });
}

void deadline_leaves_time_to_work(const Subject& subject, Report& report) {
    const auto& reaction = subject.plan().organisation.bao_reaction;
    each_critical(subject, [&](const Service& service) {
        const bool applies =
            service.deadline_is_mtpd.value_or(false) && service.mtpd && service.rto && service.process_duration && reaction;
        if (!applies) return;
        const Minutes total = service.rto->likely + reaction->likely + service.process_duration->likely;
        if (total > service.mtpd->likely)
            report.add(service, "process_duration",
                       {"check.svc_008", {called(service), german(total), german(service.mtpd->likely)}});
    });
}

void damage_only_grows(const Subject& subject, Report& report) {
    for (const auto& service : subject.plan().services) {
        std::vector<const model::Damage*> damages;
        for (const auto& damage : items(service.damages)) {
            if (damage.horizon && damage.category) damages.push_back(&damage);
        }
        std::ranges::stable_sort(damages, {}, [](const model::Damage* d) { return d->horizon->likely; });
        std::map<std::string, std::int64_t> highest;
        for (const auto* damage : damages) {
            auto& so_far = highest[damage->scenario.value_or("worst")];
            if (*damage->category < so_far) {
                report.add(service, "damages", {"check.svc_009", {called(service), german(damage->horizon->likely)}});
                break;
            }
            so_far = *damage->category;
        }
    }
}

void horizons_are_usable(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.id.empty() || organisation.horizons.is(Gap::not_applicable)) return;
    const auto horizons = items(organisation.horizons);
    if (horizons.empty()) {
        report.add(organisation, "horizons", {"check.svc_012_none", {}});
        return;
    }
    Minutes longest = 0;
    for (const auto& text : horizons) {
        if (const auto duration = parse_duration(text)) longest = std::max(longest, duration->likely);
    }
    if (horizons.size() < 5 || horizons.size() > 8)
        report.add(organisation, "horizons", {"check.svc_012_count", {std::to_string(horizons.size())}});
    else if (organisation.secured_period && longest != organisation.secured_period->likely)
        report.add(organisation, "horizons",
                   {"check.svc_012_longest", {german(longest), german(organisation.secured_period->likely)}});
}

void has_damage_categories(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.id.empty() || organisation.damage_categories.is(Gap::not_applicable)) return;
    const auto count = items(organisation.damage_categories).size();
    if (count < 3 || count > 5) report.add(organisation, "damage_categories", {"check.svc_013", {std::to_string(count)}});
}

void has_damage_scenarios(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.id.empty() || organisation.damage_scenarios.is(Gap::not_applicable)) return;
    const auto count = items(organisation.damage_scenarios).size();
    if (count < 5) report.add(organisation, "damage_scenarios", {"check.svc_014", {std::to_string(count)}});
}

void leadership_set_the_limits(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.id.empty()) return;
    if (organisation.intolerability_level.is_open())
        report.add(organisation, "intolerability_level", {"check.svc_015_level", {}});
    if (organisation.bao_reaction.is_open()) report.add(organisation, "bao_reaction", {"check.svc_015_reaction", {}});
    if (organisation.thresholds_released_on.is_open())
        report.add(organisation, "thresholds_released_on", {"check.svc_015_release", {}});
}

void filter_has_effect(const Subject& subject, Report& report) {
    constexpr std::size_t enough_for_a_share = 20;
    std::size_t all = 0, urgent = 0;
    each_critical(subject, [&](const Service& service) {
        ++all;
        if (service.mtpd && service.mtpd->likely <= minutes_per_day) ++urgent;
    });
    if (all < enough_for_a_share || urgent * 100 <= all * static_cast<std::size_t>(report.limit()) ||
        subject.plan().organisation.id.empty())
        return;
    report.add(subject.plan().organisation, "", {"check.svc_016", {std::to_string(urgent), std::to_string(all)}});
}

void worst_time_is_known(const Subject& subject, Report& report) {
    each_critical(subject, [&](const Service& service) {
        if (service.worst_time.is_open()) report.add(service, "worst_time", {"check.svc_018", {called(service)}});
    });
}

void priority_follows_mtpd(const Subject& subject, Report& report) {
    const auto limits = analysis::priority_limits(subject.plan().organisation);
    each_critical(subject, [&](const Service& service) {
        if (!service.priority || !service.mtpd || service.priority_reason) return;
        const std::string proposed(1, analysis::priority_for(service.mtpd->likely, limits));
        if (*service.priority != proposed)
            report.add(service, "priority", {"check.svc_019", {called(service), *service.priority, proposed}});
    });
}

void bia_is_fresh(const Subject& subject, Report& report) {
    each_critical(subject, [&](const Service& service) {
        if (service.last_bia_on.is_open())
            report.add(service, "last_bia_on", {"check.svc_020_never", {called(service)}});
        else if (service.last_bia_on && !is_within_months(service.last_bia_on, subject.today(), report.limit()))
            report.add(service, "last_bia_on", {"check.svc_020", {called(service), to_german(*service.last_bia_on)}});
    });
}

void leika_key_is_well_formed(const Subject& subject, Report& report) {
    for (const auto& service : subject.plan().services) {
        if (!service.leika_key) continue;
        const auto& key = *service.leika_key;
        const bool digits = std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; });
        if (key.size() != 14 || !digits) report.add(service, "leika_key", {"check.svc_023", {called(service), key}});
    }
}

void deadlines_were_reviewed(const Subject& subject, Report& report) {
    each_critical(subject, [&](const Service& service) {
        if (service.deadlines_reviewed_on.is_open())
            report.add(service, "deadlines_reviewed_on", {"check.svc_024", {called(service)}});
    });
}

void mtpd_fits_the_damage(const Subject& subject, Report& report) {
    const auto& intolerable = subject.plan().organisation.intolerability_level;
    if (!intolerable) return;
    each_critical(subject, [&](const Service& service) {
        if (!service.mtpd) return;
        Minutes from = analysis::never;
        for (const auto& damage : items(service.damages)) {
            if (damage.horizon && damage.category && *damage.category >= *intolerable)
                from = std::min(from, damage.horizon->likely);
        }
        // Horizons are coarse: a shorter MTPD may be right, a longer one contradicts the assessment.
        if (from < service.mtpd->likely)
            report.add(service, "mtpd", {"check.svc_010", {called(service), german(from), german(service.mtpd->likely)}});
    });
}

void assessment_is_complete(const Subject& subject, Report& report) {
    const auto horizons = items(subject.plan().organisation.horizons).size();
    each_critical(subject, [&](const Service& service) {
        std::map<std::string, std::set<Minutes>> assessed;
        for (const auto& damage : items(service.damages)) {
            if (damage.horizon && damage.category) assessed[damage.scenario.value_or("worst")].insert(damage.horizon->likely);
        }
        for (const auto& [scenario, of_scenario] : assessed) {
            if (of_scenario.size() >= horizons) continue;
            report.add(service, "damages",
                       {"check.svc_011", {called(service), std::to_string(of_scenario.size()), std::to_string(horizons)}});
            break;
        }
    });
}

/// Whether some service, one out of use too, is called like one of the words. Empty where a service has no name yet.
std::optional<bool> is_recorded(const Subject& subject, std::initializer_list<std::string_view> words) {
    bool unnamed = false;
    for (const auto& service : subject.plan().services) {
        unnamed = unnamed || service.name.empty();
        const std::string name = folded(service.name);
        for (const auto word : words) {
            if (name.find(folded(word)) != std::string::npos) return true;
        }
    }
    return unnamed ? std::nullopt : std::optional(false);
}

/// What every Kommune of a kind does and often forgets. A service that does not apply is recorded as "außer Kraft".
struct Starter {
    std::string_view of; ///< code of Organisation::kind that has it; empty: all
    std::string_view name;
    std::initializer_list<std::string_view> words;
};
const Starter starters[] = {
    {"landkreis", "Inobhutnahme von Kindern", {"Inobhutnahme"}},
    {"landkreis", "Unterbringung nach PsychKG", {"PsychKG", "Unterbringung"}},
    {"landkreis", "Auszahlung von Sozialleistungen", {"SGB", "Bürgergeld", "Sozialhilfe"}},
    {"gemeinde", "Sterbefälle", {"Sterbef", "Standesamt"}},
    {"kreisfrei", "Sterbefälle", {"Sterbef", "Standesamt"}},
    {"kreisfrei", "Inobhutnahme von Kindern", {"Inobhutnahme"}},
    {"", "Gefahrenabwehr und Obdach", {"Gefahrenabwehr", "Obdach", "Rufbereitschaft"}},
};

void starter_services_are_there(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.id.empty() || organisation.kind.is_open()) return;
    for (const auto& starter : starters) {
        if (!starter.of.empty() && organisation.kind.value_or("") != starter.of) continue;
        if (is_recorded(subject, starter.words) == std::optional(false))
            report.add(organisation, "", {"check.svc_017", {std::string(starter.name)}}, {std::string(starter.name)});
    }
}

void owner_is_not_the_it(const Subject& subject, Report& report) {
    each_critical(subject, [&](const Service& service) {
        if (!service.external.value_or(false) || !service.owner) return;
        const auto* role = subject.find<model::Role>(*service.owner, "role");
        const auto persons = subject.persons_of(*service.owner);
        const bool is_it =
            (role && role->area.value_or("") == "it") || (!persons.empty() && persons.front()->works_in_it.value_or(false));
        if (is_it) report.add(service, "owner", {"check.svc_021", {called(service), subject.name(service.owner->id)}});
    });
}

void internal_services_are_there(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.id.empty()) return;
    const Starter internal[] = {{"", "Gehälter und Bezüge", {"Gehält", "Bezüge", "Lohn", "Besoldung"}},
                                {"", "Kasse und Zahlungsverkehr", {"Kasse", "Zahlungsverkehr"}},
                                {"", "Telefonzentrale", {"Telefon"}}};
    for (const auto& service : internal) {
        if (is_recorded(subject, service.words) == std::optional(false))
            report.add(organisation, "", {"check.svc_022", {std::string(service.name)}}, {std::string(service.name)});
    }
}

constexpr auto reactive = model::Level::reactive;

constexpr Rule rules[] = {
    {"BK-SVC-001", reactive, Severity::error, Danger::other, has_owner_and_unit},
    {"BK-SVC-002", reactive, Severity::error, Danger::other, has_mtpd},
    {"BK-SVC-003", reactive, Severity::error, Danger::other, has_rto},
    {"BK-SVC-004", reactive, Severity::error, Danger::other, has_mbco},
    {"BK-SVC-005", reactive, Severity::error, Danger::other, has_reason},
    {"BK-SVC-006", reactive, Severity::warning, Danger::other, names_scenarios},
    {"BK-SVC-007", reactive, Severity::error, Danger::other, rto_leaves_time_to_react},
    {"BK-SVC-008", reactive, Severity::warning, Danger::deadline, deadline_leaves_time_to_work},
    {"BK-SVC-009", reactive, Severity::error, Danger::other, damage_only_grows},
    {"BK-SVC-010", reactive, Severity::warning, Danger::other, mtpd_fits_the_damage},
    {"BK-SVC-011", reactive, Severity::warning, Danger::other, assessment_is_complete},
    {"BK-SVC-012", reactive, Severity::warning, Danger::other, horizons_are_usable},
    {"BK-SVC-013", reactive, Severity::warning, Danger::other, has_damage_categories},
    {"BK-SVC-014", reactive, Severity::warning, Danger::other, has_damage_scenarios},
    {"BK-SVC-015", reactive, Severity::warning, Danger::other, leadership_set_the_limits},
    {"BK-SVC-016", reactive, Severity::warning, Danger::other, filter_has_effect, 40, "Prozent"},
    {"BK-SVC-017", reactive, Severity::info, Danger::person, starter_services_are_there},
    {"BK-SVC-018", reactive, Severity::info, Danger::other, worst_time_is_known},
    {"BK-SVC-019", reactive, Severity::warning, Danger::other, priority_follows_mtpd},
    {"BK-SVC-020", reactive, Severity::warning, Danger::other, bia_is_fresh, 12, "Monate"},
    {"BK-SVC-021", reactive, Severity::warning, Danger::other, owner_is_not_the_it},
    {"BK-SVC-022", reactive, Severity::warning, Danger::money, internal_services_are_there},
    {"BK-SVC-023", reactive, Severity::info, Danger::other, leika_key_is_well_formed},
    {"BK-SVC-024", reactive, Severity::warning, Danger::deadline, deadlines_were_reviewed},
};

} // namespace

std::span<const Rule> service_rules() { return rules; }

} // namespace bcmkit::check
