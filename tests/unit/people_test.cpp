// SPDX-License-Identifier: EUPL-1.2
#include "unit/plans.hpp"

#include <bcmkit/analysis/people.hpp>

#include <algorithm>

using namespace bcmkit;
using namespace bcmkit::analysis;
using namespace std::string_literals;

namespace {

model::Role role(std::string id, std::vector<std::string> holders, std::string area = "staff") {
    model::Role out;
    out.id = std::move(id);
    out.area = std::move(area);
    std::vector<model::Holder> rows;
    for (auto& person : holders) {
        model::Holder row;
        row.person = model::to(std::move(person));
        rows.push_back(row);
    }
    out.holders = std::move(rows);
    return out;
}

model::Plan staff(std::vector<model::Role> roles) {
    model::Plan plan;
    plan.roles = std::move(roles);
    return plan;
}

bool has(const std::vector<KeyPerson>& found, std::string_view person, KeyReason reason) {
    return std::ranges::any_of(found, [&](const KeyPerson& key) { return key.person == person && key.reason == reason; });
}

} // namespace

TEST_SUITE("people") {
    TEST_CASE("three seats that share two persons cannot be filled, and the reason names both") {
        const auto plan = staff({role("ROL-1", {"PER-1", "PER-2"}), role("ROL-2", {"PER-2", "PER-1"}), role("ROL-3", {"PER-1"}),
                                 role("ROL-4", {"PER-3"})});
        const auto found = coverage(plan, plans::day(), 1);
        CHECK(found.seats == 4);
        CHECK(found.filled == 3);
        CHECK(found.roles == std::vector{"ROL-1"s, "ROL-2"s, "ROL-3"s});
        CHECK(found.persons == std::vector{"PER-1"s, "PER-2"s});
        CHECK(found.roles_need == 3);
    }

    TEST_CASE("three shifts need three persons per seat, and six where two sit there") {
        auto plan = staff({role("ROL-1", {"PER-1", "PER-2", "PER-3"})});
        CHECK(coverage(plan, plans::day(), 3).roles.empty());
        plan.roles[0].per_shift = 2;
        const auto found = coverage(plan, plans::day(), 3);
        CHECK(found.filled == 3);
        CHECK(found.roles_need == 6);
    }

    TEST_CASE("who cannot be relieved by anybody is a key person of the shift") {
        const auto plan = staff({role("ROL-1", {"PER-1", "PER-2"}), role("ROL-2", {"PER-2"})});
        const auto found = key_persons(plan, plans::day());
        CHECK(has(found, "PER-1", KeyReason::every_shift));
        CHECK(has(found, "PER-2", KeyReason::every_shift));
        CHECK(has(found, "PER-2", KeyReason::only_holder));
        const auto more = staff({role("ROL-1", {"PER-1", "PER-3"}), role("ROL-2", {"PER-2", "PER-3"})});
        CHECK(key_persons(more, plans::day()).empty());
    }

    TEST_CASE("a card, a key and a piece of knowledge that only one person has are found") {
        model::Plan plan;
        plan.organisation.id = "ORG-001";
        plan.organisation.key_holder = model::References{model::to("PER-1")};
        model::Application application;
        application.id = "APP-001";
        model::Certificate one, two;
        one.name = "EGVP-Karte"s;
        one.holders = model::References{model::to("PER-1")};
        two.holders = model::References{model::to("PER-1"), model::to("PER-2")};
        application.certificates = std::vector{one, two};
        plan.applications.push_back(application);
        model::Person person;
        person.id = "PER-2";
        person.knowledge = model::Texts{"PIN der Karte"};
        plan.persons.push_back(person);
        const auto found = key_persons(plan, plans::day());
        REQUIRE(found.size() == 3);
        CHECK(has(found, "PER-1", KeyReason::only_card));
        CHECK(has(found, "PER-1", KeyReason::only_key));
        CHECK(has(found, "PER-2", KeyReason::only_knowledge));
    }

    TEST_CASE("a skill counts where a way asks for it, nobody else has it and no firm brings it") {
        model::Plan plan;
        model::Skill skill;
        skill.id = "KEN-001";
        plan.skills.push_back(skill);
        model::Person person;
        person.id = "PER-1";
        person.skills = model::References{model::to("KEN-001")};
        plan.persons.push_back(person);
        CHECK(key_persons(plan, plans::day()).empty());
        model::Infrastructure server;
        server.id = "INF-001";
        model::Recipe recipe;
        recipe.skills = model::References{model::to("KEN-001")};
        server.recipes = std::vector{recipe};
        plan.infrastructures.push_back(server);
        CHECK(has(key_persons(plan, plans::day()), "PER-1", KeyReason::only_skill));
        model::Team team;
        team.id = "TEA-001";
        team.provider = model::to("PRV-001");
        team.skills = person.skills;
        plan.teams.push_back(team);
        CHECK(key_persons(plan, plans::day()).empty());
    }

    TEST_CASE("two main seats, or one with two deputies' seats, are one person in two places") {
        const auto plan = staff({role("ROL-1", {"PER-1", "PER-2", "PER-3"}), role("ROL-2", {"PER-1", "PER-3"}),
                                 role("ROL-3", {"PER-4", "PER-2"}), role("ROL-4", {"PER-2"}, "office"),
                                 role("ROL-5", {"PER-5", "PER-3"}), role("ROL-6", {"PER-4"}, "leadership")});
        const auto found = overlaps(plan, plans::day());
        REQUIRE(found.size() == 2);
        CHECK(found[0].person == "PER-1");
        CHECK(found[0].main == std::vector{"ROL-1"s, "ROL-2"s});
        CHECK(found[1].person == "PER-3");
        CHECK(found[1].deputy.size() == 3);
    }

    TEST_CASE("a circle of superiors is found once, a chain is none") {
        auto plan = staff({role("ROL-1", {}), role("ROL-2", {}), role("ROL-3", {}), role("ROL-4", {})});
        plan.roles[0].reports_to = model::to("ROL-2");
        plan.roles[1].reports_to = model::to("ROL-3");
        CHECK(reporting_loops(plan).empty());
        plan.roles[2].reports_to = model::to("ROL-2");
        plan.roles[3].reports_to = model::to("ROL-1");
        CHECK(reporting_loops(plan) == std::vector<std::vector<std::string>>{{"ROL-2", "ROL-3"}});
    }

    TEST_CASE("nobody deputises for oneself, not even through two roles") {
        auto plan = staff({role("ROL-1", {"PER-1"}), role("ROL-2", {"PER-1"}), role("ROL-3", {"PER-2"})});
        model::ReportingDuty duty;
        duty.id = "MEL-001";
        duty.role = model::to("ROL-1");
        duty.deputy = model::to("ROL-3");
        plan.reporting_duties.push_back(duty);
        CHECK(own_deputies(plan, plans::day()).empty());
        plan.reporting_duties[0].deputy = model::to("ROL-2");
        REQUIRE(own_deputies(plan, plans::day()).size() == 1);
        CHECK(own_deputies(plan, plans::day())[0].person == "PER-1");
    }

    TEST_CASE("one place round the clock takes six persons of a usual week") {
        CHECK(persons_round_the_clock(usual_net_hours) == 6);
        CHECK(persons_round_the_clock(168) == 1);
        CHECK(persons_round_the_clock(42) == 4);
        CHECK_THROWS_AS(persons_round_the_clock(0), std::invalid_argument);
        CHECK_THROWS_AS(persons_round_the_clock(200), std::invalid_argument);
    }

    TEST_CASE("a team that works round the clock needs the people for it") {
        model::Plan plan;
        model::Calendar always;
        always.id = "KAL-001";
        model::CalendarHours hours;
        hours.weekdays = "Mo–So"s;
        hours.from = "00:00"s;
        hours.to = "24:00"s;
        always.hours = std::vector{hours};
        plan.calendars.push_back(always);
        model::Team team;
        team.id = "TEA-001";
        team.calendar = model::to("KAL-001");
        team.members = model::References{model::to("PER-1"), model::to("PER-2")};
        plan.teams.push_back(team);
        REQUIRE(thin_teams(plan).size() == 1);
        CHECK(thin_teams(plan)[0].needs == 6);
        plan.teams[0].provider = model::to("PRV-001");
        CHECK(thin_teams(plan).empty());
    }
}
