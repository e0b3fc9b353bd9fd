// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

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
        else if (path.tested_on && !is_within_months(path.tested_on, subject.today(), 6))
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
    constexpr int months = 6;
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

constexpr auto reactive = model::Level::reactive;
constexpr auto building = model::Level::building;

constexpr Rule rules[] = {
    {"BK-ALM-001", reactive, Severity::error, Danger::person, desk_is_reachable},
    {"BK-ALM-003", building, Severity::error, Danger::person, one_channel_is_independent},
    {"BK-ALM-004", reactive, Severity::warning, Danger::person, alarm_does_not_wait_for_mail},
    {"BK-ALM-005", reactive, Severity::warning, Danger::person, chain_goes_on},
    {"BK-ALM-007", reactive, Severity::warning, Danger::person, duty_is_not_voluntary},
    {"BK-ALM-009", reactive, Severity::warning, Danger::person, alarm_was_tested},
    {"BK-ALM-010", reactive, Severity::error, Danger::person, emergency_number_works},
    {"BK-PER-001", reactive, Severity::error, Danger::person, alarmed_person_has_phone},
    {"BK-PER-002", reactive, Severity::warning, Danger::other, numbers_were_verified},
    {"BK-PER-003", reactive, Severity::warning, Danger::person, emergency_number_is_not_the_switchboard},
    {"BK-PER-004", reactive, Severity::warning, Danger::other, contact_is_reachable_at_night},
    {"BK-PER-005", reactive, Severity::info, Danger::other, private_numbers_have_a_ground},
    {"BK-COM-001", reactive, Severity::warning, Danger::other, first_statement_is_ready},
    {"BK-COM-002", reactive, Severity::warning, Danger::other, emergency_website_is_ready},
};

} // namespace

std::span<const Rule> alarm_rules() { return rules; }

} // namespace bcmkit::check
