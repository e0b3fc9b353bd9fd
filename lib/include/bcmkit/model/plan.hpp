// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/documents.hpp>
#include <bcmkit/model/organisation.hpp>
#include <bcmkit/model/partners.hpp>
#include <bcmkit/model/people.hpp>
#include <bcmkit/model/resources.hpp>
#include <bcmkit/model/services.hpp>

#include <cstdint>
#include <vector>

namespace bcmkit::model {

/// The whole plan as a value. Lists are sorted by id (RecordType::add keeps them so);
/// everything after loading is a pure function of it.
struct Plan {
    std::int64_t revision = 0; ///< counts the changes of the plan file; 0 = not stored yet
    Answer<Date> changed_on;   ///< day of the last change: "Stand" on paper

    Organisation organisation; ///< its id is empty in a plan without one
    std::vector<OrgUnit> org_units;
    std::vector<Location> locations;
    std::vector<Person> persons;
    std::vector<Role> roles;
    std::vector<Service> services;
    std::vector<Application> applications;
    std::vector<DataSource> data_sources;
    std::vector<Infrastructure> infrastructures;
    std::vector<NetworkLink> network_links;
    std::vector<Provider> providers;
    std::vector<Contract> contracts;
    std::vector<InsurancePolicy> insurances;
    std::vector<ExternalContact> external_contacts;
    std::vector<ReportingDuty> reporting_duties;
    std::vector<DeadlineRule> deadline_rules;
    std::vector<DeadlineSnapshot> deadline_snapshots;
    std::vector<Scenario> scenarios;
    std::vector<Fallback> fallbacks;
    std::vector<MutualAid> mutual_aids;
    std::vector<AlternativeIt> alternative_its;
    std::vector<Document> documents;
    std::vector<Measure> measures;
    std::vector<AlarmPath> alarm_paths;
    std::vector<Channel> channels;
    std::vector<StaffRoom> staff_rooms;
    std::vector<ReconnectProcedure> reconnect_procedures;
    std::vector<Kit> kits;
    std::vector<Form> forms;
    std::vector<PrintedCopy> printed_copies;
    std::vector<Exercise> exercises;
    std::vector<ImprovementAction> improvements;
    std::vector<RiskItem> risks;
    std::vector<Incident> incidents;
    std::vector<BacklogItem> backlog_items;
    std::vector<OnCallRoster> on_call_rosters;
    std::vector<LegalNote> legal_notes;
    std::vector<GlossaryEntry> glossary_entries;
    std::vector<Benchmark> benchmarks;
    std::vector<Calendar> calendars;
    std::vector<Team> teams;
    std::vector<Skill> skills;
    std::vector<RiskGroup> risk_groups;
    std::vector<PressText> press_texts;
    std::vector<CheckSetting> check_settings;

    bool operator==(const Plan&) const = default;
};

} // namespace bcmkit::model
