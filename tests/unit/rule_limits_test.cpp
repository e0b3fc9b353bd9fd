// SPDX-License-Identifier: EUPL-1.2
// Where a rule counts days, hours, shares or heads: the last value that it accepts, and the first one that it does not.
#include "plans.hpp"

#include <bcmkit/check/rule.hpp>

#include <functional>
#include <set>

using namespace bcmkit;

namespace {

struct Limit {
    std::string_view rule;
    std::string object, kept, broken; ///< edits that differ in the value alone
    std::vector<std::string> before = {};
};

bool has_finding(const std::vector<std::string>& edits, const Limit& limit) {
    return plans::found(check::findings(plans::edited(edits), plans::day()), limit.rule, limit.object) != nullptr;
}

void holds(const Limit& limit) {
    CAPTURE(std::string(limit.rule));
    CAPTURE(limit.broken);
    auto edits = limit.before;
    edits.push_back(limit.kept);
    CHECK_FALSE(has_finding(edits, limit));
    edits.back() = limit.broken;
    CHECK(has_finding(edits, limit));
}

template <std::size_t count> void hold(const Limit (&limits)[count]) {
    for (const auto& limit : limits) holds(limit);
}

/// Rules whose limit a plan may change: `Rule::limit`. Checked on 1 December 2026, a Tuesday.
const Limit adjustable[] = {
    {"BK-SVC-020", "SVC-001", "SVC-001 last_bia_on=01.12.2025", "SVC-001 last_bia_on=30.11.2025"},
    {"BK-APP-011", "APP-001", "APP-001 certificates=[{name = \"OSCI\", valid_to = 2027-03-02}]",
     "APP-001 certificates=[{name = \"OSCI\", valid_to = 2027-03-01}]"},
    {"BK-ALM-009", "ALM-001", "ALM-001 tested_on=01.06.2026", "ALM-001 tested_on=31.05.2026"},
    {"BK-PER-002", "PER-003", "PER-003 verified_on=01.06.2026", "PER-003 verified_on=31.05.2026"},
    {"BK-PER-002", "EXT-BANK", "EXT-BANK verified_on=01.06.2026", "EXT-BANK verified_on=31.05.2026"},
    // The fifth bank day is the 8th; wages out of the way.
    {"BK-PER-006",
     "EXT-BANK",
     "SVC-008 payment_day=9. des Monats",
     "SVC-008 payment_day=8. des Monats",
     {"EXT-BANK second_signer=", "SVC-009 payment_day=letzter Bankarbeitstag"}},
    {"BK-RPT-008", "MEL-001", "MEL-001 verified_on=01.12.2025", "MEL-001 verified_on=30.11.2025"},
    {"BK-RPT-008", "FRI-001", "FRI-001 verified_on=01.12.2025", "FRI-001 verified_on=30.11.2025"},
    {"BK-CON-002", "VTR-001", "VTR-001 valid_to=02.03.2027", "VTR-001 valid_to=01.03.2027"},
    {"BK-EXR-002", "ORG-001", "UEB-001 date=01.12.2025", "UEB-001 date=30.11.2025"},
    {"BK-EXR-002", "ORG-001", "UEB-002 date=01.12.2025", "UEB-002 date=30.11.2025"},
    {"BK-GEN-003", "ORG-001", "ORG-001 level_since=01.12.2024", "ORG-001 level_since=30.11.2024"},
};

Limit horizons(const char* kept, const char* broken) {
    return {"BK-SVC-012", "ORG-001", "ORG-001 horizons=" + std::string(kept), "ORG-001 horizons=" + std::string(broken)};
}

/// "…, {level = n}" for n categories of damage.
std::string categories(int count) {
    std::string out = "ORG-001 damage_categories=[{level = 1}";
    for (int i = 2; i <= count; ++i) out += ", {level = " + std::to_string(i) + "}";
    return out + "]";
}

std::string damages(const char* rows) { return "SVC-001 damages=[" + std::string(rows) + "]"; }

std::string holders(const char* role, std::initializer_list<const char*> rows) {
    std::string out;
    for (const char* row : rows) out += (out.empty() ? "{" : ", {") + std::string(row) + ", prepared_by = \"exercise\"}";
    return std::string(role) + " holders=[" + out + "]";
}

/// A plan with services that are alike, and nothing else that is delivered: a share counts these alone.
model::Plan of_services(int count, const std::function<void(model::Service&, int)>& fill) {
    auto plan = plans::sound();
    plan.services.clear();
    plan.fallbacks.clear();
    for (int i = 0; i < count; ++i) {
        model::Service service;
        service.id = "SVC-" + std::to_string(100 + i);
        service.time_critical = true;
        fill(service, i);
        plan.services.push_back(service);
    }
    return plan;
}

} // namespace

TEST_SUITE("rules: limits") {
    TEST_CASE("a limit that a plan may change is kept up to its last value and broken by the next one") { hold(adjustable); }

    TEST_CASE("no rule with such a limit is left out") {
        std::set<std::string_view> tried{"BK-SVC-016", "BK-RES-016"}; // shares: below
        for (const auto& limit : adjustable) tried.insert(limit.rule);
        for (const auto& rule : check::all_rules()) {
            CAPTURE(std::string(rule.id));
            CHECK(((rule.limit == 0) != tried.contains(rule.id)));
        }
    }

    TEST_CASE("services: times and counts") {
        hold({
            // MTPD 24 h, reaction 2 h.
            {"BK-SVC-007", "SVC-001", "SVC-001 rto=1320 Minuten", "SVC-001 rto=1321 Minuten"},
            // RTO 16 h + reaction 2 h leave 6 h.
            {"BK-SVC-008",
             "SVC-001",
             "SVC-001 process_duration=360 Minuten",
             "SVC-001 process_duration=361 Minuten",
             {"SVC-001 deadline_is_mtpd=ja"}},
            {"BK-SVC-009", "SVC-001", damages("{horizon = \"4 h\", category = 2}, {horizon = \"24 h\", category = 2}"),
             damages("{horizon = \"4 h\", category = 2}, {horizon = \"24 h\", category = 1}")},
            {"BK-SVC-010", "SVC-001", damages("{horizon = \"1440 Minuten\", category = 3}"),
             damages("{horizon = \"1439 Minuten\", category = 3}")},
            {"BK-SVC-010", "SVC-001", damages("{horizon = \"4 h\", category = 2}"), damages("{horizon = \"4 h\", category = 3}")},
            {"BK-SVC-011",
             "SVC-001",
             damages("{horizon = \"4 h\", category = 1}, {horizon = \"24 h\", category = 2}"),
             damages("{horizon = \"4 h\", category = 1}"),
             {"ORG-001 horizons=4 h; 24 h"}},
            {"BK-SVC-012", "ORG-001", "ORG-001 secured_period=30 Tage", "ORG-001 secured_period=29 Tage"},
            horizons("4 h; 24 h; 3 Tage; 7 Tage; 30 Tage", "24 h; 3 Tage; 7 Tage; 30 Tage"),
            horizons("1 h; 4 h; 8 h; 24 h; 3 Tage; 7 Tage; 14 Tage; 30 Tage",
                     "1 h; 2 h; 4 h; 8 h; 24 h; 3 Tage; 7 Tage; 14 Tage; 30 Tage"),
            {"BK-SVC-013", "ORG-001", categories(3), categories(2)},
            {"BK-SVC-013", "ORG-001", categories(5), categories(6)},
            {"BK-SVC-014", "ORG-001", "ORG-001 damage_scenarios=a; b; c; d; e", "ORG-001 damage_scenarios=a; b; c; d"},
            // Class A ends at 24 h.
            {"BK-SVC-019", "SVC-001", "SVC-001 mtpd=1440 Minuten", "SVC-001 mtpd=1441 Minuten", {"SVC-001 priority_reason="}},
            {"BK-SVC-023", "SVC-001", "SVC-001 leika_key=99115005060000", "SVC-001 leika_key=9911500506000"},
            {"BK-SVC-023", "SVC-001", "SVC-001 leika_key=99115005060000", "SVC-001 leika_key=991150050600001"},
        });
    }

    TEST_CASE("resources and data: times, ages and counts") {
        const std::string need = "SVC-001 needs=[{node = \"SVC-008\"";
        const std::vector<std::string> three{"ORG-001 bcms_level=A", "APP-001 substitute=", "+SVC-100 time_critical=ja",
                                             "SVC-100 uses=APP-001", "SVC-100 rto=20 h",    "+SVC-101 time_critical=ja",
                                             "SVC-101 uses=APP-001", "SVC-101 rto=20 h",    "SVC-001 rto=25 h",
                                             "SVC-002 rto=25 h",     "SVC-003 rto=25 h",    "+SVC-102 time_critical=ja",
                                             "SVC-102 uses=APP-001"};
        const std::string printed =
            "DAT-001 paper_snapshots=[{content = \"Liste\", rhythm = \"7 Tage\", place = \"Tresor\", printed_on = ";
        hold({
            {"BK-RES-002", "APP-001", "APP-001 rto=960 Minuten", "APP-001 rto=961 Minuten"},
            {"BK-RES-003", "APP-001", "APP-001 rta=960 Minuten", "APP-001 rta=961 Minuten"},
            {"BK-RES-005",
             "APP-001",
             "APP-001 rto=1440 Minuten",
             "APP-001 rto=1439 Minuten",
             {"APP-001 rta_proof=estimate", "APP-001 tested_on="}},
            {"BK-RES-006",
             "DAT-001",
             "DAT-001 backup_interval=1440 Minuten",
             "DAT-001 backup_interval=1441 Minuten",
             {"DAT-001 rpo=24 h"}},
            {"BK-RES-011", "SVC-001", "SVC-008 rto=240 Minuten", "SVC-008 rto=241 Minuten", {"SVC-001 rto=4 h", need + "}]"}},
            {"BK-RES-011",
             "SVC-001",
             "SVC-008 rto=120 Minuten",
             "SVC-008 rto=121 Minuten",
             {"SVC-001 rto=4 h", need + ", required_within = \"2 h\"}]"}},
            // A service counts up to a day, and three of them are many.
            {"BK-RES-014", "APP-001", "SVC-102 rto=1441 Minuten", "SVC-102 rto=1440 Minuten", three},
            {"BK-RES-019", "APP-001", "APP-001 rta=960 Minuten", "APP-001 rta=961 Minuten"},
            // A test counts for a year where the data must be back within a day, for three where within five, else it is not
            // asked.
            {"BK-APP-006", "DAT-001", "DAT-001 last_restore_test=01.12.2025", "DAT-001 last_restore_test=30.11.2025"},
            {"BK-APP-006",
             "DAT-001",
             "DAT-001 rto=1440 Minuten",
             "DAT-001 rto=1439 Minuten",
             {"DAT-001 last_restore_test=30.11.2025"}},
            {"BK-APP-006",
             "DAT-001",
             "DAT-001 last_restore_test=01.12.2023",
             "DAT-001 last_restore_test=30.11.2023",
             {"DAT-001 rto=24 h"}},
            {"BK-APP-006",
             "DAT-001",
             "DAT-001 rto=7200 Minuten",
             "DAT-001 rto=7199 Minuten",
             {"DAT-001 last_restore_test=30.11.2023"}},
            {"BK-APP-012", "APP-001", "APP-001 end_of_support=01.12.2026", "APP-001 end_of_support=30.11.2026"},
            {"BK-APP-014", "DAT-001", printed + "2026-11-24}]", printed + "2026-11-23}]"},
        });
    }

    TEST_CASE("a chain is added up to the minute") {
        // The service has 16 hours, INF-002 takes ten of them.
        const std::vector<std::string> chain{"APP-001 needs=[{node = \"INF-002\", phase = \"RESTORE\"}]", "INF-002 rto=16 h",
                                             "INF-002 rta=10 h", "INF-002 recipes=entfällt", "APP-001 recipes=entfällt"};
        holds({"BK-RES-010", "SVC-001", "APP-001 rta=360 Minuten", "APP-001 rta=361 Minuten", chain});
    }

    TEST_CASE("fallbacks, kits and partners: times, stocks and ages") {
        const auto items = [](int stock) {
            return "KIT-KRISENSTAB items=[{name = \"Zange\", minimum = 2, stock = " + std::to_string(stock) + "}]";
        };
        hold({
            // Class B ends at 3 days; at level Reaktiv class C may wait.
            {"BK-FAL-001",
             "SVC-002",
             "SVC-002 mtpd=4321 Minuten",
             "SVC-002 mtpd=4320 Minuten",
             {"-FAL-002", "SVC-002 priority="}},
            {"BK-FAL-002", "FAL-001", "FAL-001 reach=960 Minuten", "FAL-001 reach=961 Minuten"},
            {"BK-FAL-003", "FAL-001", "FAL-001 capacity=60", "FAL-001 capacity=59", {"SVC-001 mbco_percent=60"}},
            {"BK-FAL-005", "FAL-001", "FAL-001 max_sustain=30 Tage", "FAL-001 max_sustain=29 Tage"},
            // Without a secured period of the plan, 30 days.
            {"BK-FAL-005", "FAL-001", "FAL-001 max_sustain=30 Tage", "FAL-001 max_sustain=29 Tage", {"ORG-001 secured_period="}},
            {"BK-FAL-005",
             "FAL-001",
             "FAL-001 max_sustain=14 Tage",
             "FAL-001 max_sustain=13 Tage",
             {"ORG-001 secured_period=14 Tage"}},
            {"BK-FAL-009", "KIT-KRISENSTAB", "KIT-KRISENSTAB checked_on=02.09.2026", "KIT-KRISENSTAB checked_on=01.09.2026"},
            // Without an interval of the kit, half a year.
            {"BK-FAL-009",
             "KIT-KRISENSTAB",
             "KIT-KRISENSTAB checked_on=01.06.2026",
             "KIT-KRISENSTAB checked_on=31.05.2026",
             {"KIT-KRISENSTAB check_interval="}},
            {"BK-FAL-009", "KIT-KRISENSTAB", items(2), items(1)},
            {"BK-FAL-009", "FRM-001", "FRM-001 stock=20", "FRM-001 stock=19", {"FRM-001 minimum_stock=20"}},
            {"BK-AID-001", "AID-001", "AID-001 valid_to=01.12.2026", "AID-001 valid_to=30.11.2026"},
            {"BK-AID-001", "AID-001", "AID-001 last_checked=01.12.2024", "AID-001 last_checked=30.11.2024"},
            {"BK-AID-005", "EIT-001", "EIT-001 bring_up=240 Minuten", "EIT-001 bring_up=241 Minuten"},
        });
    }

    TEST_CASE("documents: dates, editions and numbers of steps") {
        const auto second = [](int waits_for) {
            return "APP-001 steps=[{action = \"A\", duration = \"1 h\"}, {action = \"B\", duration = \"1 h\", depends_on = " +
                   std::to_string(waits_for) + "}]";
        };
        const auto papers = [](const char* place) {
            return "DOK-HB storage=[{location = \"ORT-RH-SAAL\", place = \"Koffer\", medium = \"paper\"}, {location = \"" +
                   std::string(place) + "\", place = \"Schrank\", medium = \"paper\"}]";
        };
        const std::vector<std::string> no_copies{"-EXP-001", "-EXP-002", "-EXP-003"};
        hold({
            {"BK-PLN-007", "APP-001", second(1), second(2)},
            {"BK-PLN-007", "APP-001", second(1), second(0)},
            {"BK-PLN-009", "DOK-HB", "DOK-HB review_due=01.12.2026", "DOK-HB review_due=30.11.2026"},
            // Two on paper, in two houses.
            {"BK-PLN-012", "DOK-HB", papers("ORT-FW"), papers("ORT-RH-11"), no_copies},
            {"BK-PLN-012", "DOK-HB", papers("ORT-FW"), papers("ORT-RH-SAAL"), no_copies},
            {"BK-PLN-013", "EXP-001", "EXP-001 edition=2", "EXP-001 edition=1", {"DOK-HB edition=2"}},
        });
    }

    TEST_CASE("staff and alarm: heads and days") {
        const char* first = "person = \"PER-003\", rank = 1";
        const char* second = "person = \"PER-004\", rank = 2";
        const char* third = "person = \"PER-005\", rank = 3";
        hold({
            {"BK-STB-001", "ROL-S1", holders("ROL-S1", {first, second}), holders("ROL-S1", {first})},
            // In office up to the last day, and from the first one.
            {"BK-STB-001", "ROL-S1", holders("ROL-S1", {first, "person = \"PER-004\", rank = 2, to = 2026-12-01"}),
             holders("ROL-S1", {first, "person = \"PER-004\", rank = 2, to = 2026-11-30"})},
            {"BK-STB-001", "ROL-S1", holders("ROL-S1", {first, "person = \"PER-004\", rank = 2, from = 2026-12-01"}),
             holders("ROL-S1", {first, "person = \"PER-004\", rank = 2, from = 2026-12-02"})},
            {"BK-STB-002", "ROL-LS", holders("ROL-LS", {first, second, third}), holders("ROL-LS", {first, second})},
            {"BK-ALM-011", "RUF-ORD", "RUF-ORD covers_until=07.12.2026", "RUF-ORD covers_until=06.12.2026"},
            {"BK-PER-002", "PER-003", "PER-003 valid_until=01.12.2026", "PER-003 valid_until=30.11.2026"},
            {"BK-EXR-001", "ORG-001", "ORG-001 exercise_plan_until=01.12.2026", "ORG-001 exercise_plan_until=30.11.2026"},
            {"BK-EXR-005", "UEB-001", "UEB-001 date=02.12.2026", "UEB-001 date=01.12.2026", {"UEB-001 report=nein"}},
        });
    }

    TEST_CASE("three shifts want three persons for each seat") {
        std::vector<std::string> edits{"-RIS-002"};
        std::string last;
        int next = 900;
        for (const auto& role : plans::sound().roles) {
            const std::string area = role.area.value_or("");
            if (area != "staff" && area != "it") continue;
            for (int i = 0; i < 3; ++i) edits.push_back("+PER-" + std::to_string(next + i));
            const auto person = [&](int i) { return "person = \"PER-" + std::to_string(next + i) + "\""; };
            edits.push_back(holders(role.id.c_str(), {person(0).c_str(), person(1).c_str(), person(2).c_str()}));
            last = holders(role.id.c_str(), {person(0).c_str(), person(1).c_str()});
            next += 3;
        }
        const std::string full = edits.back();
        edits.pop_back();
        holds({"BK-STB-007", "ORG-001", full, last, edits});
    }

    TEST_CASE("measures and settings: days and numbers") {
        const std::vector<std::string> setting{"+PRF-001 rule=BK-CON-002", "PRF-001 reason=so entschieden"};
        const auto until_midnight = [](const char* end) {
            return "KAL-001 hours=[{weekdays = \"Mo–Fr\", from = \"08:00\", to = \"" + std::string(end) + "\"}]";
        };
        hold({
            {"BK-GEN-002", "BCM-002", "BCM-002 due=01.12.2026", "BCM-002 due=30.11.2026"},
            {"BK-GEN-007", "PRF-001", "PRF-001 until=01.12.2026", "PRF-001 until=30.11.2026", setting},
            {"BK-GEN-007", "PRF-001", "PRF-001 limit=1", "PRF-001 limit=0", setting},
            {"BK-GEN-008", "KAL-001", until_midnight("24:00"), until_midnight("24:01")},
            {"BK-GEN-008", "KAL-001", until_midnight("08:01"), until_midnight("08:00")},
        });
    }

    TEST_CASE("a share of urgent services at its limit is kept, one more breaks it") {
        // It counts from twenty services on.
        const auto with = [](int urgent, int all) {
            const auto plan = of_services(all, [&](model::Service& service, int i) {
                service.mtpd = Duration::of(i < urgent ? minutes_per_day : minutes_per_day + 1);
            });
            return plans::found(check::findings(plan, plans::day()), "BK-SVC-016", "ORG-001") != nullptr;
        };
        CHECK_FALSE(with(8, 20));
        CHECK(with(9, 20));
        CHECK_FALSE(with(9, 19));
        CHECK_FALSE(with(0, 20));
    }

    TEST_CASE("a share of one provider at its limit is kept, one more breaks it") {
        // It counts from five services of a class on.
        const auto with = [](int resting, int all) {
            const auto plan = of_services(all, [&](model::Service& service, int i) {
                service.mtpd = Duration::of(3 * minutes_per_day);
                if (i < resting) service.uses = model::References{model::to("APP-001")};
            });
            return plans::found(check::findings(plan, plans::day()), "BK-RES-016", "PRV-KDZ") != nullptr;
        };
        CHECK_FALSE(with(3, 6));
        CHECK(with(4, 6));
        CHECK(with(3, 5));
        CHECK_FALSE(with(4, 4));
    }
}
