// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/interview.hpp>
#include <bcmkit/app/status.hpp>
#include <bcmkit/base/error.hpp>

#include <doctest/doctest.h>

#include <set>

using namespace bcmkit;
using namespace bcmkit::app;
using model::Gap;

TEST_SUITE("interview") {
    TEST_CASE("at most 18 questions, each with its own key") {
        std::set<std::string_view> keys;
        for (const auto& question : questions()) CHECK(keys.insert(question.key).second);
        CHECK(questions().size() <= 18);
    }

    TEST_CASE("no answer at all still makes a plan that can be printed, with everything open") {
        const auto result = plan_from({});
        CHECK(result.answered == 0);
        CHECK(result.open.size() == questions().size());
        CHECK(result.plan.organisation.id == "ORG-001");
        CHECK(result.plan.alarm_paths.size() == 1);
        CHECK(result.plan.alarm_paths[0].emergency_number.is(Gap::absent));
        CHECK(result.plan.network_links.size() == 3);
    }

    TEST_CASE("I don't know is remembered as unknown, nothing is invented") {
        const auto result = plan_from({{"sicherung", "weiß ich nicht"}, {"notfallnummer", "?"}});
        CHECK(result.answered == 0);
        CHECK(result.plan.network_links[0].device.is(Gap::unknown));
        CHECK(result.plan.alarm_paths[0].emergency_number.is(Gap::unknown));
    }

    TEST_CASE("names, numbers and places are told apart") {
        const auto result = plan_from({{"kommune", "Gemeinde Kleinbach"},
                                       {"land", "Hessen"},
                                       {"leitung1", "Ayşe Şahin, 0171 39200-11, Bürgermeisterin"},
                                       {"schluessel", "Ayşe Şahin, 0171 39200-11"},
                                       {"sicherung", "SRV-BAK1, B-07, gelb, Keller K 04"},
                                       {"krisenraum", "Feuerwache, Schulungsraum"}});
        const auto& plan = result.plan;
        CHECK(plan.organisation.land == std::string("HE"));
        REQUIRE(plan.persons.size() == 1);
        CHECK(plan.persons[0].phone_mobile == std::string("+491713920011"));
        CHECK(plan.persons[0].function == std::string("Bürgermeisterin"));
        REQUIRE(plan.alarm_paths[0].leaders);
        CHECK((*plan.alarm_paths[0].leaders)[0].id == "PER-001");
        CHECK(plan.network_links[0].cable_colour == std::string("gelb"));
        CHECK(model::find(plan, plan.network_links[0].location->id).name() == "Keller K 04");
        CHECK(model::find(plan, plan.staff_rooms[0].location->id).name() == "Feuerwache, Schulungsraum");
        CHECK(plan.organisation.key_holder->size() == 1);
    }

    TEST_CASE("a wrong key is a mistake with a suggestion, not silence") {
        try {
            plan_from({{"notfalnummer", "110"}});
            FAIL("accepted");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::usage);
            REQUIRE(error.hints().size() == 1);
            CHECK(to_text(error.hints()[0]).find("notfallnummer") != std::string::npos);
        }
    }

    TEST_CASE("status asks about the most urgent service first, and names a person") {
        model::Plan plan;
        auto& unit = *static_cast<model::OrgUnit*>(model::record_type("org_unit")->add(plan, "ORGU-50"));
        unit.name = "Sozialamt";
        unit.code = std::string("50");
        unit.head = model::to("ROL-AL50");
        auto& role = *static_cast<model::Role*>(model::record_type("role")->add(plan, "ROL-AL50"));
        model::Holder second, first;
        second.person = model::to("PER-002");
        second.rank = 2;
        first.person = model::to("PER-001");
        first.rank = 1;
        role.holders = std::vector{second, first};
        for (const char* id : {"PER-001", "PER-002"})
            static_cast<model::Person*>(model::record_type("person")->add(plan, id))->name = id;
        for (const char* id : {"SVC-001", "SVC-002"}) {
            auto& service = *static_cast<model::Service*>(model::record_type("service")->add(plan, id));
            service.name = id;
            service.org_unit = model::to("ORGU-50");
            service.mtpd = Duration::of(id == std::string("SVC-001") ? 4320 : 60);
        }
        const auto status = status_of(plan);
        REQUIRE(status.units.size() == 1);
        CHECK(status.units[0].services == 2);
        CHECK(status.units[0].ask == "PER-001");
        REQUIRE(status.units[0].next);
        CHECK(status.units[0].next->record == "SVC-002");
        CHECK(status.units[0].answered < status.units[0].required);
    }
}
