// SPDX-License-Identifier: EUPL-1.2
#include "plans.hpp"

#include <bcmkit/app/leadership.hpp>

#include <doctest/doctest.h>

using namespace bcmkit;

namespace {

app::LeadershipReport report(const model::Plan& plan) {
    return app::leadership_report(plan, app::check_plan(plan, plans::day()));
}

const app::ServiceShare& share(const app::LeadershipReport& report, std::string_view key) {
    for (const auto& one : report.shares) {
        if (one.key == key) return one;
    }
    FAIL("no such share");
    return report.shares.front();
}

bool asks_about(const app::LeadershipReport& report, const std::string& id) {
    for (const auto& one : report.decisions) {
        for (const auto& about : one.about) {
            if (about == id) return true;
        }
    }
    return false;
}

} // namespace

TEST_SUITE("leadership") {
    TEST_CASE("what nobody recorded counts as not recorded, not as no and not as yes") {
        const auto before = report(plans::sound());
        for (const auto& [key, edit] : {std::pair("applications", "SVC-001 uses="), std::pair("deputy", "SVC-001 owner="),
                                        std::pair("applications", "SVC-001 uses=unbekannt")}) {
            const std::string typed = edit;
            CAPTURE(typed);
            const auto after = report(plans::edited({typed}));
            CHECK(share(after, key).open == share(before, key).open + 1);
            CHECK(share(after, key).yes == share(before, key).yes - 1);
            CHECK(share(after, key).no == share(before, key).no);
        }
        const auto bare = report(plans::edited({"SVC-001 mtpd=", "SVC-001 priority="}));
        CHECK(share(bare, "priority").open == 1);
    }

    TEST_CASE("what is missing for sure counts as no") {
        const auto before = report(plans::sound());
        CHECK(share(before, "deputy").no == 0);
        CHECK(share(report(plans::edited({"SVC-001 owner=PER-003"})), "deputy").no == 1);
        CHECK(share(report(plans::edited({"FAL-001 services=", "FAL-001 needs_it=ja"})), "paper").no > share(before, "paper").no);
        const auto unreadable = plans::edited({"VTR-001 offline_copies=[{place = \"Laufwerk\", medium = \"network\"}]"});
        CHECK(share(report(unreadable), "contracts").no > share(before, "contracts").no);
    }

    TEST_CASE("an old printed copy is no current plan") {
        std::vector<std::string> edits;
        for (const auto& copy : plans::sound().printed_copies) edits.push_back(copy.id + " edition=0");
        const auto after = report(plans::edited(edits));
        CHECK(share(after, "printed").yes == 0);
        CHECK(share(after, "printed").no == share(report(plans::sound()), "printed").yes);
    }

    TEST_CASE("services that are not time-critical are asked for a priority only") {
        const auto before = report(plans::sound());
        const auto after = report(plans::edited({"SVC-001 time_critical=nein"}));
        CHECK(share(after, "priority").all() == share(before, "priority").all());
        CHECK(share(after, "deputy").all() == share(before, "deputy").all() - 1);
    }

    TEST_CASE("a later survey in the plan replaces the figure of the program") {
        CHECK(share(report(plans::sound()), "priority").study.value == "27,6 %");
        const std::vector<std::string> later{"+VGL-900 key=rm.services_prio", "VGL-900 value=31,0 %", "VGL-900 survey_year=2027"};
        const auto after = report(plans::edited(later));
        CHECK(share(after, "priority").study.value == "31,0 %");
        CHECK(share(after, "priority").study.year == 2027);
        CHECK(share(after, "deputy").study.value.empty());
    }

    TEST_CASE("what only the leadership can settle is asked, and a borne risk is not") {
        CHECK(report(plans::sound()).decisions.empty());
        CHECK(asks_about(report(plans::edited({"APP-001 rta=17 h"})), "APP-001"));
        CHECK(asks_about(report(plans::edited({"ORG-001 intolerability_level="})), "ORG-001"));
        CHECK(asks_about(report(plans::edited({"SVC-001 priority_confirmed_by="})), "SVC-001"));
        CHECK(asks_about(report(plans::edited({"RIS-002 valid_to=01.03.2027"})), "RIS-002")); // ninety days from now
        CHECK_FALSE(asks_about(report(plans::edited({"RIS-002 valid_to=02.03.2027"})), "RIS-002"));
    }

    TEST_CASE("the next dates begin today and are in order") {
        const auto dates = report(plans::edited({"VTR-001 valid_to=01.12.2026", "VTR-002 valid_to=30.11.2026"})).dates;
        REQUIRE_FALSE(dates.empty());
        CHECK(dates.front().day == plans::day());
        for (std::size_t i = 1; i < dates.size(); ++i) CHECK(dates[i - 1].day <= dates[i].day);
    }

    TEST_CASE("both examples and an empty plan fit on one page, twice with the same bytes") {
        const auto county = plans::read(plans::example("landkreis-musterland"));
        model::Plan empty;
        empty.organisation.id = "ORG-001";
        empty.organisation.name = "Gemeinde Leer";
        for (const auto* plan : {&county, &plans::sound(), static_cast<const model::Plan*>(&empty)}) {
            const auto result = app::check_plan(*plan, plans::day());
            const auto printed = app::print_leadership(*plan, result, app::leadership_report(*plan, result), {});
            CHECK(printed.pages == 1);
            CHECK(printed.confidential);
            CHECK_FALSE(printed.pdf.empty());
            CHECK(printed.pdf == app::print_leadership(*plan, result, app::leadership_report(*plan, result), {}).pdf);
        }
    }

    TEST_CASE("no more than five findings, and no note or borne risk among them") {
        const auto worst = report(plans::read(plans::example("landkreis-musterland"))).worst;
        CHECK(worst.size() == 5);
        for (const auto& finding : worst) CHECK(finding.severity == Severity::error);
        CHECK(report(plans::sound()).worst.empty());
    }
}
