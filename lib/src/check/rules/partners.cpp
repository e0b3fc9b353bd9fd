// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

#include <bcmkit/analysis/concentration.hpp>

namespace bcmkit::check {

namespace {

using model::Contract;
using model::ReportingDuty;

template <class Record, class Look> void each(const std::vector<Record>& records, Look look) {
    for (const auto& record : records) {
        if (is_active(record)) look(record);
    }
}

bool has_duty(const Subject& subject, std::string_view kind) {
    return std::ranges::any_of(subject.plan().reporting_duties,
                               [&](const ReportingDuty& duty) { return is_active(duty) && may_be(duty.kind, kind); });
}

void data_protection_is_told(const Subject& subject, Report& report) {
    if (subject.plan().organisation.id.empty()) return;
    if (!has_duty(subject, "dsgvo")) report.add(subject.plan().organisation, "", {"check.rpt_001_none", {}});
    each(subject.plan().reporting_duties, [&](const ReportingDuty& duty) {
        if (duty.kind.value_or("") != "dsgvo") return;
        if (duty.addressee.is_open()) report.add(duty, "addressee", {"check.rpt_001_addressee", {called(duty)}});
        if (duty.role.is_open()) report.add(duty, "role", {"check.rpt_001_role", {called(duty)}});
    });
}

void social_data_are_told(const Subject& subject, Report& report) {
    const bool social = std::ranges::any_of(subject.plan().data_sources,
                                            [](const model::DataSource& data) { return data.social_data.value_or(false); });
    if (social && !has_duty(subject, "social") && !subject.plan().organisation.id.empty())
        report.add(subject.plan().organisation, "", {"check.rpt_002", {}});
}

void duty_has_deputy(const Subject& subject, Report& report) {
    each(subject.plan().reporting_duties, [&](const ReportingDuty& duty) {
        if (duty.deputy.is_open()) report.add(duty, "deputy", {"check.rpt_005", {called(duty)}});
    });
}

void insurer_can_be_told(const Subject& subject, Report& report) {
    each(subject.plan().insurances, [&](const model::InsurancePolicy& policy) {
        if (policy.hotline.is_open()) report.add(policy, "hotline", {"check.rpt_007", {called(policy)}});
        if (policy.obligations.is_open()) report.add(policy, "obligations", {"check.rpt_007_obligations", {called(policy)}});
        if (policy.notify_within.is_open()) report.add(policy, "notify_within", {"check.rpt_007_within", {called(policy)}});
    });
    if (!subject.plan().insurances.empty() && !has_duty(subject, "insurance"))
        report.add(subject.plan().insurances.front(), "", {"check.rpt_007_duty", {called(subject.plan().insurances.front())}});
}

void law_was_verified(const Subject& subject, Report& report) {
    const auto look = [&](const auto& records) {
        each(records, [&](const auto& record) {
            if (record.verified_on && !is_within_months(record.verified_on, subject.today(), report.limit()))
                report.add(record, "verified_on", {"check.rpt_008", {called(record), to_german(*record.verified_on)}});
        });
    };
    look(subject.plan().reporting_duties);
    look(subject.plan().deadline_rules);
    look(subject.plan().legal_notes);
}

bool is_needed_in_an_emergency(const Contract& contract) {
    const std::string kind = contract.kind.value_or("");
    return kind == "ir" || kind == "operation";
}

void contract_is_readable_without_it(const Subject& subject, Report& report) {
    each(subject.plan().contracts, [&](const Contract& contract) {
        if (!is_needed_in_an_emergency(contract) || contract.offline_copies.is(Gap::not_applicable)) return;
        const bool any = std::ranges::any_of(items(contract.offline_copies),
                                             [](const model::OfflineCopy& copy) { return is_offline(copy.medium); });
        if (!any) report.add(contract, "offline_copies", {"check.con_001", {called(contract)}});
    });
}

void contract_does_not_end(const Subject& subject, Report& report) {
    const int warn_days = report.limit();
    each(subject.plan().contracts, [&](const Contract& contract) {
        if (contract.valid_to && *contract.valid_to <= subject.today().plus_days(warn_days))
            report.add(contract, "valid_to", {"check.con_002", {called(contract), to_german(*contract.valid_to)}});
    });
}

void helper_is_not_the_operator(const Subject& subject, Report& report) {
    for (const auto& [id, provider, operates] : analysis::helpers_that_operate(subject.plan())) {
        const auto* contract = subject.find<Contract>(model::to(id), "contract");
        if (contract) report.add(*contract, "provider", {"check.con_003", {called(*contract), subject.name(provider)}});
    }
}

void contract_states_a_time(const Subject& subject, Report& report) {
    each(subject.plan().contracts, [&](const Contract& contract) {
        if (contract.rto_statement.is_open()) report.add(contract, "rto_statement", {"check.con_004", {called(contract)}});
    });
}

void provider_has_to_inform(const Subject& subject, Report& report) {
    each(subject.plan().contracts, [&](const Contract& contract) {
        if (contract.info_duty.is(Gap::not_applicable) || contract.info_duty.is(Gap::absent)) return;
        if (!contract.info_duty.value_or(false)) report.add(contract, "info_duty", {"check.con_006", {called(contract)}});
    });
}

void exercises_are_planned(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.id.empty()) return;
    if (organisation.exercise_plan_until.is_open())
        report.add(organisation, "exercise_plan_until", {"check.exr_001_none", {}});
    else if (organisation.exercise_plan_until && *organisation.exercise_plan_until < subject.today())
        report.add(organisation, "exercise_plan_until", {"check.exr_001", {to_german(*organisation.exercise_plan_until)}});
}

void staff_and_alarm_were_exercised(const Subject& subject, Report& report) {
    if (subject.plan().organisation.id.empty()) return;
    const auto done = [&](std::string_view kind, std::string_view other) {
        return std::ranges::any_of(subject.plan().exercises, [&](const model::Exercise& exercise) {
            const bool is_recent = exercise.date.is_open() || (exercise.date && *exercise.date <= subject.today() &&
                                                               is_within_months(exercise.date, subject.today(), report.limit()));
            return (may_be(exercise.kind, kind) || may_be(exercise.kind, other)) && is_recent;
        });
    };
    if (!done("staff", "frame")) report.add(subject.plan().organisation, "", {"check.exr_002_staff", {}});
    if (!done("alarm", "alarm")) report.add(subject.plan().organisation, "", {"check.exr_002_alarm", {}});
}

void cert_is_told(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.cert_law && !has_duty(subject, "cert"))
        report.add(organisation, "cert_law", {"check.rpt_003", {*organisation.cert_law}});
}

void police_is_known(const Subject& subject, Report& report) {
    if (subject.plan().organisation.id.empty()) return;
    const bool any = std::ranges::any_of(subject.plan().external_contacts, [](const model::ExternalContact& contact) {
        return is_active(contact) && (may_be(contact.kind, "police") || may_be(contact.kind, "zac"));
    });
    if (!any) report.add(subject.plan().organisation, "", {"check.rpt_006", {}});
}

void obligations_have_evidence(const Subject& subject, Report& report) {
    each(subject.plan().insurances, [&](const model::InsurancePolicy& policy) {
        for (const auto& obligation : items(policy.obligations)) {
            if (obligation.evidence_date.is_open())
                report.add(policy, "obligations", {"check.con_005", {called(policy), obligation.text.value_or("")}});
        }
    });
}

void deputies_exercise_too(const Subject& subject, Report& report) {
    each(subject.plan().roles, [&](const model::Role& role) {
        const std::string area = role.area.value_or("");
        if (area != "staff" && area != "it" && area != "leadership") return;
        bool any_deputy = false, any_exercised = false, main_exercised = false;
        for (const auto& holder : items(role.holders)) {
            const bool is_main = holder.rank.value_or(1) == 1;
            const bool exercised = holder.exercised_on.has_value();
            main_exercised = main_exercised || (is_main && exercised);
            any_deputy = any_deputy || !is_main;
            any_exercised = any_exercised || (!is_main && exercised);
        }
        // A role that nobody ever exercised is BK-STB-006.
        if (any_deputy && main_exercised && !any_exercised) report.add(role, "holders", {"check.exr_003", {called(role)}});
    });
}

void plans_were_discussed(const Subject& subject, Report& report) {
    const auto was_tested = [&](const model::Document& document) {
        return std::ranges::any_of(subject.plan().exercises, [&](const model::Exercise& exercise) {
            return is_active(exercise) &&
                   std::ranges::any_of(items(exercise.tests), [&](const model::Reference& one) { return one.id == document.id; });
        });
    };
    each(subject.plan().documents, [&](const model::Document& document) {
        if (document.kind.value_or("") == "gfp" && !was_tested(document))
            report.add(document, "", {"check.exr_004", {called(document)}});
    });
}

bool is_past(const model::Exercise& exercise, Date today) { return exercise.date && *exercise.date <= today; }

void exercises_have_results(const Subject& subject, Report& report) {
    each(subject.plan().exercises, [&](const model::Exercise& exercise) {
        if (!is_past(exercise, subject.today())) return;
        if (!exercise.report.is(Gap::not_applicable) && !exercise.report.value_or(false))
            report.add(exercise, "report", {"check.exr_005_report", {called(exercise)}});
        else if (!items(exercise.findings).empty() && exercise.actions.is_open())
            report.add(exercise, "actions", {"check.exr_005_actions", {called(exercise)}});
    });
}

void it_was_switched_off(const Subject& subject, Report& report) {
    if (subject.plan().organisation.id.empty() || subject.plan().exercises.empty()) return;
    const bool any = std::ranges::any_of(subject.plan().exercises, [&](const model::Exercise& exercise) {
        return is_active(exercise) && is_past(exercise, subject.today()) && exercise.without_it.value_or(false);
    });
    if (!any) report.add(subject.plan().organisation, "", {"check.exr_006", {}});
}

constexpr auto reactive = model::Level::reactive;
constexpr auto building = model::Level::building;

constexpr Rule rules[] = {
    {"BK-RPT-001", reactive, Severity::error, Danger::deadline, data_protection_is_told},
    {"BK-RPT-002", reactive, Severity::warning, Danger::deadline, social_data_are_told},
    {"BK-RPT-003", reactive, Severity::warning, Danger::deadline, cert_is_told},
    {"BK-RPT-005", reactive, Severity::warning, Danger::deadline, duty_has_deputy},
    {"BK-RPT-006", reactive, Severity::info, Danger::other, police_is_known},
    {"BK-RPT-007", reactive, Severity::warning, Danger::money, insurer_can_be_told},
    {"BK-RPT-008", reactive, Severity::info, Danger::deadline, law_was_verified, 12, "Monate"},
    {"BK-CON-001", reactive, Severity::error, Danger::other, contract_is_readable_without_it},
    {"BK-CON-002", reactive, Severity::warning, Danger::other, contract_does_not_end, 90, "Tage"},
    {"BK-CON-003", reactive, Severity::warning, Danger::other, helper_is_not_the_operator},
    {"BK-CON-004", reactive, Severity::warning, Danger::other, contract_states_a_time},
    {"BK-CON-005", reactive, Severity::info, Danger::money, obligations_have_evidence},
    {"BK-CON-006", reactive, Severity::warning, Danger::other, provider_has_to_inform},
    {"BK-EXR-001", reactive, Severity::error, Danger::other, exercises_are_planned},
    {"BK-EXR-002", reactive, Severity::warning, Danger::other, staff_and_alarm_were_exercised, 12, "Monate"},
    {"BK-EXR-003", reactive, Severity::warning, Danger::other, deputies_exercise_too},
    {"BK-EXR-004", building, Severity::warning, Danger::other, plans_were_discussed},
    {"BK-EXR-005", building, Severity::error, Danger::other, exercises_have_results},
    {"BK-EXR-006", reactive, Severity::info, Danger::other, it_was_switched_off},
};

} // namespace

std::span<const Rule> partner_rules() { return rules; }

} // namespace bcmkit::check
