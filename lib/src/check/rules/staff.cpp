// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

#include <bcmkit/analysis/people.hpp>

namespace bcmkit::check {

namespace {

using model::Role;

/// Holders that are in office on the day, by rank.
std::vector<const model::Holder*> holders_of(const Role& role, Date today) {
    std::vector<const model::Holder*> out;
    for (const auto& holder : items(role.holders)) {
        const bool in_office = (!holder.from || *holder.from <= today) && (!holder.to || *holder.to >= today);
        if (holder.person && in_office) out.push_back(&holder);
    }
    std::ranges::stable_sort(out, {}, [](const model::Holder* h) { return h->rank.value_or(99); });
    return out;
}

bool is_emergency_role(const Role& role) {
    const std::string area = role.area.value_or("");
    return is_active(role) && (role.required.value_or(false) || area == "leadership" || area == "staff" || area == "it");
}

bool is_core_role(const Role& role) {
    const std::string area = role.area.value_or("");
    return is_active(role) && (area == "staff" || area == "leadership" || (area == "it" && role.required.value_or(false)));
}

template <class Look> void each_role(const Subject& subject, Look look) {
    for (const auto& role : subject.plan().roles) look(role);
}

void role_has_deputy(const Subject& subject, Report& report) {
    each_role(subject, [&](const Role& role) {
        if (!is_emergency_role(role) || role.holders.is(Gap::not_applicable)) return;
        const auto count = holders_of(role, subject.today()).size();
        if (count == 0)
            report.add(role, "holders", {"check.stb_001_nobody", {called(role)}});
        else if (count == 1)
            report.add(role, "holders", {"check.stb_001", {called(role)}});
    });
}

void leadership_has_two_deputies(const Subject& subject, Report& report) {
    each_role(subject, [&](const Role& role) {
        const bool leads = is_active(role) && role.decider.value_or(false) && role.area.value_or("") == "staff";
        const auto count = holders_of(role, subject.today()).size();
        // Nobody, or nobody else, is BK-STB-001.
        if (leads && count == 2) report.add(role, "holders", {"check.stb_002", {called(role)}});
    });
}

std::string words(const Subject& subject, const std::vector<std::string>& roles) {
    std::vector<std::string> out;
    for (const auto& id : roles) {
        const auto* role = subject.find<Role>(model::to(id), "role");
        out.push_back(role ? role->code.value_or(role->name) : id);
    }
    return joined(out, ", ");
}

void nobody_is_in_two_places(const Subject& subject, Report& report) {
    for (const auto& [id, main, deputy] : analysis::overlaps(subject.plan(), subject.today())) {
        const auto* person = subject.find<model::Person>(model::to(id), "person");
        if (!person) continue;
        if (main.size() > 1)
            report.add(*person, "", {"check.stb_005_main", {called(*person), words(subject, main)}});
        else if (main.size() == 1)
            report.add(*person, "", {"check.stb_005_both", {called(*person), words(subject, main), words(subject, deputy)}});
        else
            report.add(*person, "", {"check.stb_005_deputy", {called(*person), words(subject, deputy)}});
    }
}

void three_shifts_can_be_filled(const Subject& subject, Report& report) {
    constexpr int shifts = 3;
    const auto coverage = analysis::coverage(subject.plan(), subject.today(), shifts);
    // Several roles share too few persons: no single one of them is to blame.
    if (coverage.roles.empty() || subject.plan().organisation.id.empty()) return;
    report.add(subject.plan().organisation, "",
               {"check.stb_007",
                {words(subject, coverage.roles), std::to_string(coverage.roles_need), std::to_string(coverage.persons.size())}});
}

void holders_are_prepared(const Subject& subject, Report& report) {
    each_role(subject, [&](const Role& role) {
        if (!is_core_role(role)) return;
        for (const auto* holder : holders_of(role, subject.today())) {
            const std::string by = holder->prepared_by.value_or("none");
            if (!holder->trained_on && !holder->exercised_on && by == "none")
                report.add(role, "holders", {"check.stb_006", {called(role), subject.name(holder->person->id)}});
        }
    });
}

void somebody_decides(const Subject& subject, Report& report) {
    if (subject.plan().organisation.id.empty()) return;
    const bool any = std::ranges::any_of(subject.plan().roles,
                                         [](const Role& role) { return is_active(role) && role.decider.value_or(false); });
    if (!any) report.add(subject.plan().organisation, "", {"check.stb_008", {}});
}

void rules_of_work_exist(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.id.empty()) return;
    if (organisation.code_of_conduct_on.is_open()) report.add(organisation, "code_of_conduct_on", {"check.stb_009_conduct", {}});
    if (subject.level() >= model::Level::building && organisation.rules_of_procedure_on.is_open())
        report.add(organisation, "rules_of_procedure_on", {"check.stb_009_procedure", {}});
}

void staff_has_a_second_room(const Subject& subject, Report& report) {
    const auto& rooms = subject.plan().staff_rooms;
    if (rooms.empty() && !subject.plan().organisation.id.empty()) {
        report.add(subject.plan().organisation, "", {"check.stb_010_none", {}});
        return;
    }
    for (const auto& room : rooms) {
        if (!is_active(room) || room.alternates.is(Gap::not_applicable)) continue;
        const std::string here = subject.building_of(room.location);
        const auto alternates = items(room.alternates);
        const bool apart = std::ranges::any_of(alternates, [&](const model::Reference& place) {
            const std::string there = subject.building_of(place);
            return !there.empty() && there != here;
        });
        if (!apart) report.add(room, "alternates", {"check.stb_010", {called(room)}});
    }
}

void leader_knows_the_powers(const Subject& subject, Report& report) {
    each_role(subject, [&](const Role& role) {
        if (!is_active(role) || !role.decider.value_or(false)) return;
        if (role.powers.is_open())
            report.add(role, "powers", {"check.stb_012_powers", {called(role)}});
        else if (role.spending_limit.is_open())
            report.add(role, "spending_limit", {"check.stb_012_limit", {called(role)}});
    });
}

void somebody_has_a_mechanical_key(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.id.empty() || !organisation.key_holder.is_open()) return;
    report.add(organisation, "key_holder", {"check.stb_013", {}});
}

/// Whether a role is called like one of the words, in any of the schemes.
bool is_named(const Role& role, std::initializer_list<std::string_view> words) {
    const std::string all =
        folded(role.name) + " " + folded(role.staff_name.value_or("")) + " " + folded(role.bsi_name.value_or(""));
    return std::ranges::any_of(words, [&](std::string_view word) { return all.find(folded(word)) != std::string::npos; });
}

void core_tasks_have_a_role(const Subject& subject, Report& report) {
    const auto& roles = subject.plan().roles;
    if (subject.plan().organisation.id.empty() || roles.empty()) return;
    const auto demand = [&](std::string_view task, std::initializer_list<std::string_view> words) {
        // Who has no name or area yet may be the one; that gap is told elsewhere.
        const bool any = std::ranges::any_of(
            roles, [&](const Role& role) { return is_active(role) && (role.name.empty() || is_named(role, words)); });
        if (!any) report.add(subject.plan().organisation, "", {"check.stb_003", {std::string(task)}}, {std::string(task)});
    };
    demand("IT", {"IT-", "Informationstechnik", "IT "});
    demand("Personal", {"Personal"});
    demand("Gebäude und Versorgung", {"Gebäude", "Versorgung"});
    demand("Kommunikation", {"Kommunikation", "Presse", "Medien"});
}

void somebody_keeps_the_log(const Subject& subject, Report& report) {
    const auto& roles = subject.plan().roles;
    if (subject.plan().organisation.id.empty() || roles.empty()) return;
    const bool any = std::ranges::any_of(roles, [](const Role& role) {
        return is_active(role) && role.area.value_or("staff") == "staff" &&
               (role.name.empty() || is_named(role, {"Tagebuch", "Protokoll"}));
    });
    if (!any) report.add(subject.plan().organisation, "", {"check.stb_004", {}});
}

void one_leads_the_technicians(const Subject& subject, Report& report) {
    std::vector<std::string> leaders;
    const Role* last = nullptr;
    each_role(subject, [&](const Role& role) {
        if (!is_active(role) || role.area.value_or("") != "it" || !role.required.value_or(false)) return;
        leaders.push_back(role.name);
        last = &role;
    });
    if (leaders.size() > 1) report.add(*last, "", {"check.stb_011", {joined(leaders, ", ")}});
}

constexpr auto reactive = model::Level::reactive;
constexpr auto building = model::Level::building;

constexpr Rule rules[] = {
    {"BK-STB-001", building, Severity::error, Danger::other, role_has_deputy},
    {"BK-STB-002", reactive, Severity::warning, Danger::other, leadership_has_two_deputies},
    {"BK-STB-003", reactive, Severity::warning, Danger::other, core_tasks_have_a_role},
    {"BK-STB-004", reactive, Severity::warning, Danger::other, somebody_keeps_the_log},
    {"BK-STB-005", reactive, Severity::warning, Danger::other, nobody_is_in_two_places},
    {"BK-STB-006", reactive, Severity::warning, Danger::other, holders_are_prepared},
    {"BK-STB-007", reactive, Severity::warning, Danger::other, three_shifts_can_be_filled},
    {"BK-STB-008", reactive, Severity::error, Danger::other, somebody_decides},
    {"BK-STB-009", reactive, Severity::warning, Danger::other, rules_of_work_exist},
    {"BK-STB-010", reactive, Severity::warning, Danger::other, staff_has_a_second_room},
    {"BK-STB-011", reactive, Severity::info, Danger::other, one_leads_the_technicians},
    {"BK-STB-012", reactive, Severity::warning, Danger::other, leader_knows_the_powers},
    {"BK-STB-013", reactive, Severity::error, Danger::other, somebody_has_a_mechanical_key},
};

} // namespace

std::span<const Rule> staff_rules() { return rules; }

} // namespace bcmkit::check
