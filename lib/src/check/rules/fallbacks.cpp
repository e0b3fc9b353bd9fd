// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

namespace bcmkit::check {

namespace {

using model::Fallback;
using model::Kit;
using model::MutualAid;

template <class Look> void each_fallback(const Subject& subject, Look look) {
    for (const auto& fallback : subject.plan().fallbacks) {
        if (is_active(fallback)) look(fallback);
    }
}

template <class Look> void each_service_of(const Subject& subject, const Fallback& fallback, Look look) {
    for (const auto& reference : items(fallback.services)) {
        if (const auto* service = subject.find<model::Service>(reference, "service")) look(*service);
    }
}

/// Fallbacks that nobody assigned to a service. Where no more services lack one, the assignment is what is missing.
std::size_t unassigned_fallbacks(const Subject& subject) {
    return static_cast<std::size_t>(std::ranges::count_if(
        subject.plan().fallbacks, [](const Fallback& fallback) { return is_active(fallback) && fallback.services.is_open(); }));
}

// Every service of class A or B goes on without IT; from level "Aufbau" on every time-critical one.
void service_has_fallback(const Subject& subject, Report& report) {
    std::vector<const model::Service*> without;
    for (const auto& service : subject.plan().services) {
        if (!is_critical(service)) continue;
        const auto priority = analysis::priority_of(service, subject.plan().organisation, subject.today());
        const bool is_urgent = priority.letter == 'A' || priority.letter == 'B';
        if (!is_urgent && subject.level() == model::Level::reactive) continue;
        if (std::ranges::none_of(subject.fallbacks_of(service.id), [](const Fallback* f) { return covers_it_outage(*f); }))
            without.push_back(&service);
    }
    if (without.size() <= unassigned_fallbacks(subject)) return;
    for (const auto* service : without) report.add(*service, "", {"check.fal_001", {called(*service)}});
}

void fallback_is_ready_in_time(const Subject& subject, Report& report) {
    each_fallback(subject, [&](const Fallback& fallback) {
        if (!fallback.reach) return;
        each_service_of(subject, fallback, [&](const model::Service& service) {
            if (service.rto && fallback.reach->likely > service.rto->likely)
                report.add(fallback, "reach",
                           {"check.fal_002",
                            {called(fallback), german(fallback.reach->likely), service.name, german(service.rto->likely)}},
                           {to_source(*service.rto)});
        });
    });
}

void fallback_reaches_its_level(const Subject& subject, Report& report) {
    each_fallback(subject, [&](const Fallback& fallback) {
        if (!fallback.capacity || !covers_it_outage(fallback)) return;
        each_service_of(subject, fallback, [&](const model::Service& service) {
            if (service.mbco_percent && *fallback.capacity < *service.mbco_percent)
                report.add(fallback, "capacity",
                           {"check.fal_003",
                            {called(fallback), std::to_string(*fallback.capacity), service.name,
                             std::to_string(*service.mbco_percent)}});
        });
    });
}

void fallback_works_without_it(const Subject& subject, Report& report) {
    each_fallback(subject, [&](const Fallback& fallback) {
        if (!covers_it_outage(fallback)) return;
        for (const auto& need : items(fallback.needs)) {
            // Where there is a second way, the group as a whole decides, and the graph knows it.
            if (!need.node || need.node->is_open() || !subject.fails_without_it(need.node->id)) continue;
            if (!subject.fails_without_it(fallback.id)) continue;
            report.add(fallback, "needs", {"check.fal_004", {called(fallback), subject.name(need.node->id)}});
            return;
        }
        if (fallback.needs_it.value_or(false) && items(fallback.needs).empty())
            report.add(fallback, "needs_it", {"check.fal_004_it", {called(fallback)}});
    });
}

void fallback_lasts(const Subject& subject, Report& report) {
    const Minutes wanted = subject.plan().organisation.secured_period
                               ? std::max(subject.plan().organisation.secured_period->likely, Minutes{0})
                               : 30 * minutes_per_day;
    each_fallback(subject, [&](const Fallback& fallback) {
        if (fallback.max_sustain && covers_it_outage(fallback) && fallback.max_sustain->likely < wanted)
            report.add(fallback, "max_sustain",
                       {"check.fal_005", {called(fallback), german(fallback.max_sustain->likely), german(wanted)}});
    });
}

void fallback_has_a_way_back(const Subject& subject, Report& report) {
    each_fallback(subject, [&](const Fallback& fallback) {
        if (fallback.return_steps.is_open() || (fallback.return_steps && fallback.return_steps->empty()))
            report.add(fallback, "return_steps", {"check.fal_006_return", {called(fallback)}});
        if (fallback.backlog.is_open()) report.add(fallback, "backlog", {"check.fal_006_backlog", {called(fallback)}});
    });
}

void fallback_was_exercised(const Subject& subject, Report& report) {
    each_fallback(subject, [&](const Fallback& fallback) {
        if (covers_it_outage(fallback) && fallback.tested_without_it.is_open())
            report.add(fallback, "tested_without_it", {"check.fal_007", {called(fallback)}});
    });
}

void form_can_be_entered_later(const Subject& subject, Report& report) {
    for (const auto& form : subject.plan().forms) {
        if (!is_active(form)) continue;
        if (form.reentry_target.is_open()) report.add(form, "reentry_target", {"check.fal_008_target", {called(form)}});
        // Both ends of the range are one thing to a person: named once.
        if (form.number_from.is_open()) {
            report.add(form, "number_from", {"check.fal_008_range", {called(form)}});
            report.settle(form, "number_to");
        } else if (form.number_to.is_open()) {
            report.add(form, "number_to", {"check.fal_008_range", {called(form)}});
        }
    }
}

void kit_is_complete(const Subject& subject, Report& report) {
    constexpr int months = 6;
    for (const auto& kit : subject.plan().kits) {
        if (!is_active(kit)) continue;
        if (kit.checked_on.is_open()) {
            report.add(kit, "checked_on", {"check.fal_009_never", {called(kit)}});
        } else if (kit.checked_on) {
            const Date due = kit.check_interval ? kit.checked_on->plus_days(kit.check_interval->likely / minutes_per_day)
                                                : kit.checked_on->plus_months(months);
            if (due < subject.today())
                report.add(kit, "checked_on", {"check.fal_009", {called(kit), to_german(*kit.checked_on), to_german(due)}});
        }
        for (const auto& item : items(kit.items)) {
            if (item.stock && item.minimum && *item.stock < *item.minimum)
                report.add(kit, "items",
                           {"check.fal_009_stock",
                            {called(kit), item.name.value_or(""), std::to_string(*item.stock), std::to_string(*item.minimum)}});
        }
    }
    for (const auto& form : subject.plan().forms) {
        if (is_active(form) && form.stock && form.minimum_stock && *form.stock < *form.minimum_stock)
            report.add(
                form, "stock",
                {"check.fal_009_stock",
                 {called(form), form.code.value_or(""), std::to_string(*form.stock), std::to_string(*form.minimum_stock)}});
    }
}

void kit_is_in_two_buildings(const Subject& subject, Report& report) {
    std::set<std::string> offices;
    for (const auto& unit : subject.plan().org_units) {
        for (const auto& place : items(unit.locations)) offices.insert(subject.building_of(place));
    }
    for (const auto& kit : subject.plan().kits) {
        const std::string here = subject.building_of(kit.location);
        if (!is_active(kit) || here.empty() || !offices.contains(here)) continue;
        if (kit.other_location.is(Gap::not_applicable)) continue;
        const std::string there = subject.building_of(kit.other_location);
        if (there.empty() || there == here)
            report.add(kit, "other_location", {"check.fal_010", {called(kit), subject.name(here)}});
    }
}

void kit_with_payments_is_sealed(const Subject& subject, Report& report) {
    for (const auto& kit : subject.plan().kits) {
        if (!is_active(kit)) continue;
        if (kit.contains_payment_data.value_or(false) && !kit.sealed.value_or(false)) {
            report.add(kit, "sealed", {"check.fal_011", {called(kit)}});
            continue;
        }
        for (const auto& item : items(kit.items)) {
            if (item.sensitive.value_or(false) && !item.sealed.value_or(false) && !kit.sealed.value_or(false))
                report.add(kit, "items", {"check.fal_011_item", {called(kit), item.name.value_or("")}});
        }
    }
}

void payments_have_a_second_way(const Subject& subject, Report& report) {
    std::vector<const model::Service*> without;
    for (const auto& service : subject.plan().services) {
        if (!is_critical(service) || !service.pays_out.value_or(false)) continue;
        const bool pays = std::ranges::any_of(subject.fallbacks_of(service.id), [](const Fallback* fallback) {
            const std::string mode = fallback->mode.value_or("");
            return is_active(*fallback) &&
                   (mode == "bank" || mode == "cash" || fallback->mode.is_open() || fallback->payment_file.has_value());
        });
        // Without any fallback BK-FAL-001 has said it.
        if (!pays && !report.mentions(service.id, "")) without.push_back(&service);
    }
    if (without.size() <= unassigned_fallbacks(subject)) return;
    for (const auto* service : without) report.add(*service, "", {"check.fal_012", {called(*service)}});
}

template <class Look> void each_aid(const Subject& subject, Look look) {
    for (const auto& aid : subject.plan().mutual_aids) {
        if (is_active(aid)) look(aid);
    }
}

void aid_is_in_force(const Subject& subject, Report& report) {
    each_aid(subject, [&](const MutualAid& aid) {
        if (aid.signed_on.is_open()) report.add(aid, "signed_on", {"check.aid_001_unsigned", {called(aid)}});
        if (aid.valid_to && *aid.valid_to < subject.today())
            report.add(aid, "valid_to", {"check.aid_001_expired", {called(aid), to_german(*aid.valid_to)}});
        if (aid.last_checked.is_open())
            report.add(aid, "last_checked", {"check.aid_001_unchecked", {called(aid)}});
        else if (aid.last_checked && !is_within_months(aid.last_checked, subject.today(), 24))
            report.add(aid, "last_checked", {"check.aid_001_old", {called(aid), to_german(*aid.last_checked)}});
    });
}

void aid_has_legal_ground(const Subject& subject, Report& report) {
    each_aid(subject, [&](const MutualAid& aid) {
        if (aid.data_protection.is_open()) report.add(aid, "data_protection", {"check.aid_002_data", {called(aid)}});
        if (aid.legal_form.is_open() && aid.kind.value_or("none") == "none")
            report.add(aid, "legal_form", {"check.aid_002_form", {called(aid)}});
    });
}

void partner_has_another_provider(const Subject& subject, Report& report) {
    each_aid(subject, [&](const MutualAid& aid) {
        if (!aid.same_provider || aid.same_provider->is_open()) return;
        report.add(aid, "same_provider", {"check.aid_003", {called(aid), subject.name(aid.same_provider->id)}});
    });
}

// Only where somebody else is known to use the same application: then asking costs one call.
void service_has_partner(const Subject& subject, Report& report) {
    std::set<std::string> helped, known;
    each_aid(subject, [&](const MutualAid& aid) {
        for (const auto& service : items(aid.services)) helped.insert(service.id);
        if (!aid.same_application.value_or(false)) return;
        for (const auto& application : items(aid.applications)) known.insert(application.id);
    });
    for (const auto& service : subject.plan().services) {
        if (!is_critical(service) || helped.contains(service.id) || !service.partner_note.is_open()) continue;
        for (const auto& used : items(service.uses)) {
            if (!known.contains(used.id)) continue;
            report.add(service, "partner_note", {"check.aid_004", {called(service), subject.name(used.id)}});
            break;
        }
    }
}

void alternative_it_is_ready(const Subject& subject, Report& report) {
    for (const auto& it : subject.plan().alternative_its) {
        if (!is_active(it)) continue;
        if (it.bring_up && it.rto && it.bring_up->likely > it.rto->likely)
            report.add(it, "bring_up", {"check.aid_005", {called(it), german(it.bring_up->likely), german(it.rto->likely)}});
        if (it.tested_on.is_open()) report.add(it, "tested_on", {"check.aid_005_untested", {called(it)}});
    }
}

/// Whether a form or the content of a kit is called like the word.
bool is_at_hand(const Subject& subject, std::string_view word) {
    const auto is_called = [&](std::string_view text) { return folded(text).find(folded(word)) != std::string::npos; };
    for (const auto& form : subject.plan().forms) {
        if (is_active(form) && is_called(form.name)) return true;
    }
    for (const auto& data : subject.plan().data_sources) {
        for (const auto& snapshot : items(data.paper_snapshots)) {
            if (is_called(snapshot.content.value_or(""))) return true;
        }
    }
    for (const auto& kit : subject.plan().kits) {
        for (const auto& item : items(kit.items)) {
            if (is_active(kit) && is_called(item.name.value_or(""))) return true;
        }
    }
    return false;
}

void registry_can_defer_and_marry(const Subject& subject, Report& report) {
    for (const auto& service : subject.plan().services) {
        if (!is_critical(service) || !service.registry.value_or(false)) continue;
        if (!is_at_hand(subject, "Zurückstellung")) report.add(service, "", {"check.fal_013_form", {called(service)}});
        if (!is_at_hand(subject, "Trauung")) report.add(service, "", {"check.fal_013_calendar", {called(service)}});
        break; // one registry, one set of papers
    }
}

constexpr auto reactive = model::Level::reactive;

constexpr Rule rules[] = {
    {"BK-FAL-001", reactive, Severity::error, Danger::other, service_has_fallback},
    {"BK-FAL-002", reactive, Severity::error, Danger::other, fallback_is_ready_in_time},
    {"BK-FAL-003", reactive, Severity::warning, Danger::other, fallback_reaches_its_level},
    {"BK-FAL-004", reactive, Severity::error, Danger::other, fallback_works_without_it},
    {"BK-FAL-005", reactive, Severity::warning, Danger::other, fallback_lasts},
    {"BK-FAL-006", reactive, Severity::warning, Danger::other, fallback_has_a_way_back},
    {"BK-FAL-007", reactive, Severity::warning, Danger::other, fallback_was_exercised},
    {"BK-FAL-008", reactive, Severity::warning, Danger::other, form_can_be_entered_later},
    {"BK-FAL-009", reactive, Severity::error, Danger::other, kit_is_complete},
    {"BK-FAL-010", reactive, Severity::warning, Danger::other, kit_is_in_two_buildings},
    {"BK-FAL-011", reactive, Severity::warning, Danger::money, kit_with_payments_is_sealed},
    {"BK-FAL-012", reactive, Severity::warning, Danger::money, payments_have_a_second_way},
    {"BK-FAL-013", reactive, Severity::warning, Danger::deadline, registry_can_defer_and_marry},
    {"BK-AID-001", reactive, Severity::warning, Danger::other, aid_is_in_force},
    {"BK-AID-002", reactive, Severity::warning, Danger::other, aid_has_legal_ground},
    {"BK-AID-003", reactive, Severity::info, Danger::other, partner_has_another_provider},
    {"BK-AID-004", reactive, Severity::info, Danger::other, service_has_partner},
    {"BK-AID-005", reactive, Severity::warning, Danger::other, alternative_it_is_ready},
};

} // namespace

std::span<const Rule> fallback_rules() { return rules; }

} // namespace bcmkit::check
