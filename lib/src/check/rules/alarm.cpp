// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

#include <bcmkit/analysis/paydays.hpp>
#include <bcmkit/analysis/plan_calendars.hpp>
#include <bcmkit/base/holidays.hpp>

namespace bcmkit::check {

namespace {

using model::AlarmPath;
using model::ExternalContact;
using model::Person;

template <class Record, class Look> void each(const std::vector<Record>& records, Look look) {
    for (const auto& record : records) {
        if (is_active(record)) look(record);
    }
}

std::string stage_name(const model::AlarmStage& stage) { return stage.name.value_or(stage.office.value_or("")); }

void desk_is_reachable(const Subject& subject, Report& report) {
    each(subject.plan().alarm_paths, [&](const AlarmPath& path) {
        for (const auto& stage : items(path.stages)) {
            const bool limited = stage.limitation && stage.risk_accepted_by;
            if (stage.hours_in.is_open() || (stage.hours_out.is_open() && !limited))
                report.add(path, "stages", {"check.alm_001", {called(path), stage_name(stage)}});
        }
    });
}

void one_channel_is_independent(const Subject& subject, Report& report) {
    if (subject.plan().organisation.id.empty()) return;
    const auto& working = subject.reach().working_channels;
    const bool any = std::ranges::any_of(subject.plan().channels, [&](const model::Channel& channel) {
        // Nothing recorded that takes it away is not enough: somebody has to have said of what it is independent.
        return !items(channel.independent_of).empty() && std::ranges::find(working, channel.id) != working.end();
    });
    if (!any) report.add(subject.plan().organisation, "", {"check.alm_003", {}});
}

void alarm_does_not_wait_for_mail(const Subject& subject, Report& report) {
    each(subject.plan().alarm_paths, [&](const AlarmPath& path) {
        for (const auto& stage : items(path.stages)) {
            const auto* channel = stage.channel ? subject.find<model::Channel>(*stage.channel, "channel") : nullptr;
            const bool late = channel && (channel->asynchronous.value_or(false) || channel->kind.value_or("") == "email");
            if (late && !stage.fallback_channel)
                report.add(path, "stages", {"check.alm_004", {called(path), stage_name(stage), channel->name}});
        }
    });
}

void chain_goes_on(const Subject& subject, Report& report) {
    each(subject.plan().alarm_paths, [&](const AlarmPath& path) {
        const auto stages = items(path.stages);
        for (std::size_t i = 0; i < stages.size(); ++i) {
            // After the last stage everybody has been called.
            const bool is_last = i + 1 == stages.size();
            if (stages[i].max_wait.is_open() || (!is_last && stages[i].next.is_open()))
                report.add(path, "stages", {"check.alm_005", {called(path), stage_name(stages[i])}});
        }
    });
}

void duty_is_not_voluntary(const Subject& subject, Report& report) {
    each(subject.plan().on_call_rosters, [&](const model::OnCallRoster& roster) {
        if (roster.basis.value_or("") == "voluntary") report.add(roster, "basis", {"check.alm_007", {called(roster)}});
    });
}

void alarm_was_tested(const Subject& subject, Report& report) {
    each(subject.plan().alarm_paths, [&](const AlarmPath& path) {
        if (path.tested_on.is_open())
            report.add(path, "tested_on", {"check.alm_009_never", {called(path)}});
        else if (path.tested_on && !is_within_months(path.tested_on, subject.today(), report.limit()))
            report.add(path, "tested_on", {"check.alm_009", {called(path), to_german(*path.tested_on)}});
    });
}

void emergency_number_works(const Subject& subject, Report& report) {
    each(subject.plan().alarm_paths, [&](const AlarmPath& path) {
        if (path.emergency_number.is_open()) {
            report.add(path, "emergency_number", {"check.alm_010_none", {called(path)}});
            return;
        }
        if (!path.replacement_number.is_open()) return;
        const bool fails = path.emergency_number_over && !path.emergency_number_over->is_open() &&
                           subject.fails_without_it(path.emergency_number_over->id);
        if (fails)
            report.add(path, "replacement_number",
                       {"check.alm_010", {called(path), subject.name(path.emergency_number_over->id)}});
        else
            report.add(path, "replacement_number", {"check.alm_010_single", {called(path)}});
    });
}

bool has_phone(const Person& person) {
    return person.phone_office || person.phone_mobile || person.phone_private || person.phone_private_mobile;
}

/// Persons whom an alarm calls, directly or by their role.
std::set<std::string> alarmed_persons(const Subject& subject) {
    std::set<std::string> out;
    const auto add = [&](const model::Reference& reference) {
        for (const auto* person : subject.persons_of(reference)) out.insert(person->id);
    };
    for (const auto& path : subject.plan().alarm_paths) {
        for (const auto& leader : items(path.leaders)) add(leader);
        for (const auto& role : items(path.may_alarm)) add(role);
        for (const auto& stage : items(path.stages)) {
            for (const auto& role : items(stage.alarms)) add(role);
            if (stage.decider) add(*stage.decider);
        }
    }
    return out;
}

void alarmed_person_has_phone(const Subject& subject, Report& report) {
    const auto alarmed = alarmed_persons(subject);
    each(subject.plan().persons, [&](const Person& person) {
        if (alarmed.contains(person.id) && !has_phone(person))
            report.add(person, "phone_mobile", {"check.per_001", {called(person)}});
    });
}

void numbers_were_verified(const Subject& subject, Report& report) {
    const int months = report.limit();
    each(subject.plan().persons, [&](const Person& person) {
        if (person.valid_until && *person.valid_until < subject.today())
            report.add(person, "valid_until", {"check.per_002_expired", {called(person), to_german(*person.valid_until)}});
        else if (person.verified_on && !is_within_months(person.verified_on, subject.today(), months))
            report.add(person, "verified_on", {"check.per_002", {called(person), to_german(*person.verified_on)}});
    });
    each(subject.plan().external_contacts, [&](const ExternalContact& contact) {
        if (contact.verified_on.is_open())
            report.add(contact, "verified_on", {"check.per_002_never", {called(contact)}});
        else if (contact.verified_on && !is_within_months(contact.verified_on, subject.today(), months))
            report.add(contact, "verified_on", {"check.per_002", {called(contact), to_german(*contact.verified_on)}});
    });
}

void emergency_number_is_not_the_switchboard(const Subject& subject, Report& report) {
    const auto& main_number = subject.plan().organisation.main_number;
    each(subject.plan().alarm_paths, [&](const AlarmPath& path) {
        if (main_number && path.emergency_number && *path.emergency_number == *main_number)
            report.add(path, "emergency_number", {"check.per_003", {called(path)}});
    });
}

void contact_is_reachable_at_night(const Subject& subject, Report& report) {
    each(subject.plan().external_contacts, [&](const ExternalContact& contact) {
        if (contact.night_needed.value_or(false) && contact.phone_night.is_open())
            report.add(contact, "phone_night", {"check.per_004", {called(contact)}});
    });
}

void private_numbers_have_a_ground(const Subject& subject, Report& report) {
    each(subject.plan().persons, [&](const Person& person) {
        const bool has_private = person.phone_private || person.phone_private_mobile || person.email_private;
        if (has_private && person.private_data_basis.is_open())
            report.add(person, "private_data_basis", {"check.per_005", {called(person)}});
    });
}

void first_statement_is_ready(const Subject& subject, Report& report) {
    if (subject.plan().organisation.id.empty()) return;
    const bool any = std::ranges::any_of(
        subject.plan().press_texts, [](const model::PressText& text) { return is_active(text) && may_be(text.kind, "holding"); });
    if (!any) report.add(subject.plan().organisation, "", {"check.com_001", {}});
}

void emergency_website_is_ready(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (!organisation.id.empty() && organisation.emergency_website.is_open())
        report.add(organisation, "emergency_website", {"check.com_002", {}});
}

void limitation_is_borne(const Subject& subject, Report& report) {
    each(subject.plan().alarm_paths, [&](const AlarmPath& path) {
        for (const auto& stage : items(path.stages)) {
            // Without any hours outside office time it is BK-ALM-001.
            if (stage.limitation && stage.risk_accepted_by.is_open() && !stage.hours_out.is_open())
                report.add(path, "stages", {"check.alm_002", {called(path), stage_name(stage)}});
        }
    });
}

/// Roles that an alarm reaches: those that a stage names, whom the called leaders stand for, and whom a reached role leads.
std::set<std::string> reached_roles(const Subject& subject) {
    std::vector<std::string> open;
    for (const auto& path : subject.plan().alarm_paths) {
        for (const auto& role : items(path.may_alarm)) open.push_back(role.id);
        for (const auto& stage : items(path.stages)) {
            for (const auto& role : items(stage.alarms)) open.push_back(role.id);
            if (stage.decider) open.push_back(stage.decider->id);
        }
    }
    std::set<std::string> reached;
    while (!open.empty()) {
        const std::string id = open.back();
        open.pop_back();
        if (!reached.insert(id).second) continue;
        const auto* role = subject.find<model::Role>(model::to(id), "role");
        if (!role) continue;
        for (const auto& led : items(role->leads)) open.push_back(led.id);
    }
    return reached;
}

void alarm_reaches_everybody(const Subject& subject, Report& report) {
    const auto& paths = subject.plan().alarm_paths;
    const bool is_drawn =
        std::ranges::any_of(paths, [](const AlarmPath& path) { return is_active(path) && !items(path.stages).empty(); });
    if (!is_drawn) return; // a path without stages is a missing field, not a dead end
    const auto reached = reached_roles(subject);
    each(subject.plan().roles, [&](const model::Role& role) {
        const std::string area = role.area.value_or("");
        const bool is_called = role.required.value_or(false) && (area == "staff" || area == "it" || area == "leadership");
        if (is_called && !reached.contains(role.id)) report.add(role, "", {"check.alm_006", {called(role)}});
    });
}

void desk_can_judge(const Subject& subject, Report& report) {
    each(subject.plan().alarm_paths, [&](const AlarmPath& path) {
        for (const auto& stage : items(path.stages)) {
            // Only who takes the first call has to judge; those whom it wakes are told.
            if (stage.office && stage.criteria.is_open())
                report.add(path, "stages", {"check.alm_008", {called(path), stage_name(stage)}});
        }
    });
}

void roster_covers_the_weekend(const Subject& subject, Report& report) {
    constexpr int sunday = 7; // 0 is Sunday; on a Sunday the weekend is the one that runs
    const int today = subject.today().weekday() == 0 ? sunday : subject.today().weekday();
    const Date end = subject.today().plus_days(sunday - today);
    each(subject.plan().on_call_rosters, [&](const model::OnCallRoster& roster) {
        if (roster.covers_until && *roster.covers_until <= end)
            report.add(roster, "covers_until",
                       {"check.alm_011", {called(roster), to_german(*roster.covers_until), to_german(end)}});
    });
}

void payday_has_a_second_signer(const Subject& subject, Report& report) {
    const int bank_days = report.limit();
    Date last = subject.today();
    for (int counted = 0; counted < bank_days;) {
        last = last.plus_days(1);
        if (is_bank_day(last)) ++counted;
    }
    const auto land = analysis::land_of(subject.plan());
    const model::Service* urgent = nullptr;
    std::optional<Date> first;
    each(subject.plan().services, [&](const model::Service& service) {
        if (!service.pays_out.value_or(false) || !service.payment_day) return;
        const auto days = analysis::days_of_rhythm(*service.payment_day, subject.today(), last, land);
        if (days.empty() || (first && *first <= days.front())) return;
        first = days.front();
        urgent = &service;
    });
    if (!urgent) return;
    each(subject.plan().external_contacts, [&](const ExternalContact& contact) {
        if (contact.kind.value_or("") == "bank" && contact.second_signer.is_open())
            report.add(contact, "second_signer", {"check.per_006", {called(contact), urgent->name, to_german(*first)}});
    });
}

void stakeholders_are_known(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (!organisation.id.empty() && organisation.stakeholders.is_open())
        report.add(organisation, "stakeholders", {"check.com_003", {}});
}

constexpr auto reactive = model::Level::reactive;
constexpr auto building = model::Level::building;

constexpr Rule rules[] = {
    {"BK-ALM-001", reactive, Severity::error, Danger::person, desk_is_reachable},
    {"BK-ALM-002", reactive, Severity::warning, Danger::person, limitation_is_borne},
    {"BK-ALM-003", building, Severity::error, Danger::person, one_channel_is_independent},
    {"BK-ALM-004", reactive, Severity::warning, Danger::person, alarm_does_not_wait_for_mail},
    {"BK-ALM-005", reactive, Severity::warning, Danger::person, chain_goes_on},
    {"BK-ALM-006", reactive, Severity::error, Danger::person, alarm_reaches_everybody},
    {"BK-ALM-007", reactive, Severity::warning, Danger::person, duty_is_not_voluntary},
    {"BK-ALM-008", reactive, Severity::warning, Danger::person, desk_can_judge},
    {"BK-ALM-009", reactive, Severity::warning, Danger::person, alarm_was_tested, 6, "Monate"},
    {"BK-ALM-010", reactive, Severity::error, Danger::person, emergency_number_works},
    {"BK-ALM-011", reactive, Severity::warning, Danger::person, roster_covers_the_weekend},
    {"BK-PER-001", reactive, Severity::error, Danger::person, alarmed_person_has_phone},
    {"BK-PER-002", reactive, Severity::warning, Danger::other, numbers_were_verified, 6, "Monate"},
    {"BK-PER-003", reactive, Severity::warning, Danger::person, emergency_number_is_not_the_switchboard},
    {"BK-PER-004", reactive, Severity::warning, Danger::other, contact_is_reachable_at_night},
    {"BK-PER-005", reactive, Severity::info, Danger::other, private_numbers_have_a_ground},
    {"BK-PER-006", reactive, Severity::warning, Danger::money, payday_has_a_second_signer, 5, "Bankarbeitstage"},
    {"BK-COM-001", reactive, Severity::warning, Danger::other, first_statement_is_ready},
    {"BK-COM-002", reactive, Severity::warning, Danger::other, emergency_website_is_ready},
    {"BK-COM-003", building, Severity::warning, Danger::other, stakeholders_are_known},
};

} // namespace

std::span<const Rule> alarm_rules() { return rules; }

} // namespace bcmkit::check
