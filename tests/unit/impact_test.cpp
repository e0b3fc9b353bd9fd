// SPDX-License-Identifier: EUPL-1.2
#include "temp.hpp"
#include "unit/plans.hpp"

#include <command.hpp>

#include <bcmkit/analysis/paydays.hpp>
#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/app/impact.hpp>
#include <bcmkit/base/text.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

const model::Plan& county() {
    static const model::Plan plan = plans::read(plans::example("landkreis-musterland"));
    return plan;
}

app::ImpactReport report(const std::string& scenario, std::optional<std::string> start = {}) {
    app::ImpactRequest request;
    request.scenario = scenario;
    request.day = plans::day();
    if (start) request.start = moment_from(*start);
    return app::impact_report(county(), request);
}

const ServiceCourse& course(const app::ImpactReport& report, std::string_view id) {
    const auto found = std::ranges::find(report.impact.services, id, &ServiceCourse::id);
    REQUIRE(found != report.impact.services.end());
    return *found;
}

bool has(const std::vector<std::string>& list, std::string_view word) { return std::ranges::find(list, word) != list.end(); }

std::vector<std::string> dates(std::string_view rhythm, const char* from, const char* until) {
    std::vector<std::string> out;
    for (const auto date : days_of_rhythm(rhythm, *parse_date(from), *parse_date(until), Land::ni)) out.push_back(to_iso(date));
    return out;
}

using Dates = std::vector<std::string>;

} // namespace

TEST_SUITE("scenarios") {
    TEST_CASE("every standard scenario hits something in the county, and says by which rule") {
        for (const auto& scenario : standard_scenarios()) {
            CAPTURE(scenario.id);
            const auto found = happening(county(), scenario.id);
            REQUIRE(found);
            CHECK(found->hit.empty() == (scenario.id == "personal-30")); // every role there has a deputy
            CHECK_FALSE(to_text(found->rule).empty());
            for (const auto& id : found->hit) CHECK(model::find(county(), id));
        }
    }

    TEST_CASE("ransomware takes the own IT and leaves the data centre, the lines and the radio") {
        const auto found = *happening(county(), "ransomware");
        CHECK(has(found.hit, "INF-004"));
        CHECK_FALSE(has(found.hit, "PRV-RZ"));
        CHECK_FALSE(has(found.hit, "NET-RZ"));
        CHECK_FALSE(has(found.hit, "INF-015"));
        CHECK_FALSE(has(found.hit, "APP-010")); // runs at the data centre
        CHECK(found.suspect == std::vector<std::string>{"DAT-001"});
    }

    TEST_CASE("a power cut of 72 hours ends by itself, whatever the plan says") {
        const auto found = *happening(county(), "strom-72h");
        CHECK(found.hit == std::vector<std::string>{"PRV-STROM"});
        CHECK(found.is_external);
        CHECK(found.lasts == 72 * 60);
    }

    TEST_CASE("a lost building takes its rooms along") {
        const auto found = *happening(county(), "gebaeude");
        CHECK(has(found.hit, "ORT-KH"));
        CHECK(has(found.hit, "ORT-KH-K04"));
        CHECK_FALSE(has(found.hit, "ORT-RW"));
    }

    TEST_CASE("half of the staff missing leaves no role with a single holder, and three of ten still fill a seat of two") {
        model::Plan plan;
        model::Role role;
        role.id = "ROL-A";
        role.holders = std::vector<model::Holder>(1);
        plan.roles.push_back(role);
        role.id = "ROL-B";
        role.holders = std::vector<model::Holder>(3);
        role.per_shift = 2;
        plan.roles.push_back(role);
        CHECK(happening(plan, "personal-50")->hit == std::vector<std::string>{"ROL-A", "ROL-B"});
        CHECK(happening(plan, "personal-30")->hit == std::vector<std::string>{"ROL-A"});
    }

    TEST_CASE("the plan's own scenario is found by its id in any case") {
        const auto found = happening(county(), "sze-verfahren");
        REQUIRE(found);
        CHECK(found->hit == std::vector<std::string>{"APP-010"});
        CHECK_FALSE(happening(county(), "erdbeben"));
    }

    TEST_CASE("what comes back by itself without a recorded time is unknown, not instant") {
        auto plan = county();
        plan.scenarios.clear();
        Graph graph = graph_of(plan);
        event_of(plan, graph, *happening(plan, "dienstleister"));
        const auto& node = graph.nodes[static_cast<std::size_t>(graph.index_of("PRV-RZ"))];
        REQUIRE(node.recipes.size() == 1);
        CHECK(node.recipes.front().duration.is_unknown());
    }
}

TEST_SUITE("paydays") {
    TEST_CASE("rhythms as people write them name their days") {
        CHECK(dates("letzter Bankarbeitstag", "2026-11-20", "2027-01-10") == Dates{"2026-11-30", "2026-12-31"});
        CHECK(dates("Erster Werktag des Monats, bar oder Karte", "2026-12-15", "2027-02-10") ==
              Dates{"2027-01-04", "2027-02-01"});
        CHECK(dates("Monatsende und 15. des Monats", "2026-12-01", "2026-12-31") == Dates{"2026-12-15", "2026-12-31"});
        CHECK(dates("29.12.2026", "2026-12-01", "2027-12-31") == Dates{"2026-12-29"});
        CHECK(dates("15.02.", "2026-12-01", "2027-03-01") == Dates{"2027-02-15"});
        CHECK(dates("monatlich zum Letzten", "2027-05-01", "2027-05-31") == Dates{"2027-05-31"});
        CHECK(dates("täglich", "2026-12-24", "2026-12-28") == Dates{"2026-12-24", "2026-12-28"});
        CHECK(dates("31. des Monats", "2027-02-01", "2027-02-28") == Dates{"2027-02-28"});
    }

    TEST_CASE("the first bank day is one of the banks, the first working day one of the Land") {
        // 1.11.2027 (Allerheiligen) is a Monday, a holiday in NW and a bank day.
        const auto first = [](std::string_view rhythm) {
            return days_of_rhythm(rhythm, *Date::of(2027, 11, 1), *Date::of(2027, 11, 30), Land::nw);
        };
        CHECK(first("Erster Bankarbeitstag des Monats") == std::vector{*Date::of(2027, 11, 1)});
        CHECK(first("Erster Werktag des Monats") == std::vector{*Date::of(2027, 11, 2)});
    }

    TEST_CASE("what is no rhythm is not guessed") {
        CHECK_FALSE(is_rhythm("nach Bedarf"));
        CHECK_FALSE(is_rhythm(""));
        CHECK_FALSE(is_rhythm("99. des Monats"));
        CHECK(is_rhythm("letzter Bankarbeitstag"));
    }

    TEST_CASE("the bank's last minute is read from the text") {
        CHECK(cutoff_from("Mo–Fr 11 Uhr") == 11 * 60);
        CHECK(cutoff_from("täglich bis 14:30 Uhr") == 14 * 60 + 30);
        CHECK(cutoff_from("bis 9.15 Uhr") == 9 * 60 + 15);
        CHECK_FALSE(cutoff_from("nach Absprache"));
        CHECK(cutoff_from("24 Uhr") == 24 * 60); // the end of the day
        CHECK_FALSE(cutoff_from("25 Uhr"));
        CHECK(bank_cutoff(county()) == 11 * 60);
    }
}

TEST_SUITE("impact") {
    TEST_CASE("each row of the timeline counts every service once") {
        for (const auto& scenario : standard_scenarios()) {
            CAPTURE(scenario.id);
            const auto found = report(std::string(scenario.id));
            REQUIRE(found.points.size() == 6);
            for (const auto& point : found.points) CHECK(point.normal + point.emergency + point.out == 46);
        }
    }

    TEST_CASE("a service on paper says which fallback carries it, and for how long") {
        const auto found = report("dienstleister");
        const auto& help = course(found, "SVC-030");
        REQUIRE(help.stretches.size() >= 3);
        CHECK(help.stretches[0].how == Running::out);
        CHECK(help.stretches[1].how == Running::emergency);
        CHECK(help.stretches[1].by == "FAL-030");
        CHECK(help.stretches[2].how == Running::out); // carries 5 days only
        CHECK(help.stretches[2].from - help.stretches[1].from == 5 * minutes_per_day);
        REQUIRE(help.lapses);
        CHECK(*help.lapses == help.stretches[2].from + 7 * minutes_per_day);
    }

    TEST_CASE("the deadlock of the county never ends, and nobody promises otherwise") {
        const auto found = report("ransomware");
        const auto vault = std::ranges::find(found.impact.resources, "INF-010", &ResourceCourse::id);
        REQUIRE(vault != found.impact.resources.end());
        CHECK(vault->back.low == never);
        CHECK(app::range_text(vault->back) == "unbekannt");
    }

    TEST_CASE("the battery of the control centre carries it through the power cut") {
        const auto found = report("strom-72h");
        CHECK(std::ranges::find(found.impact.resources, "INF-002", &ResourceCourse::id) == found.impact.resources.end());
        const auto town_hall = std::ranges::find(found.impact.resources, "INF-001", &ResourceCourse::id);
        REQUIRE(town_hall != found.impact.resources.end());
        CHECK(town_hall->from == 25);
        CHECK_FALSE(town_hall->is_hit);
    }

    TEST_CASE("a gap is certain only where the favourable estimate has it too") {
        auto plan = county();
        for (auto& service : plan.services) {
            if (service.id == "SVC-019") service.mtpd = Duration::of(1);
        }
        app::ImpactRequest request;
        request.down = {"PRV-RZ"};
        const auto found = app::impact_report(plan, request);
        CHECK(course(found, "SVC-019").lapses_for_sure);
    }

    TEST_CASE("one number that nobody tried out counts from half to double, a tried one as it is") {
        model::Plan plan;
        for (const auto* id : {"APP-001", "APP-002", "APP-003"}) {
            model::Application application;
            application.id = id;
            application.rta = Duration::of(4 * 60);
            plan.applications.push_back(application);
        }
        plan.applications[1].rta_proof = std::string("test");
        plan.applications[2].rta = Duration{60, 4 * 60, 6 * 60};
        app::ImpactRequest request;
        request.down = {"APP-001", "APP-002", "APP-003"};
        request.day = plans::day();
        const auto found = app::impact_report(plan, request);
        REQUIRE(found.impact.resources.size() == 3);
        const auto& guessed = found.impact.resources[0];
        const auto& tried = found.impact.resources[1];
        const auto& estimated = found.impact.resources[2];
        CHECK(guessed.back == Range{2 * 60, 8 * 60});
        CHECK_FALSE(guessed.is_tested);
        CHECK(tried.back == Range{4 * 60, 4 * 60});
        CHECK(tried.is_tested);
        CHECK(estimated.back == Range{60, 6 * 60});
        CHECK_FALSE(estimated.is_tested);
    }

    TEST_CASE("what waits for untried work is as uncertain as that work") {
        model::Plan plan;
        model::Application application;
        application.id = "APP-001";
        application.rta = Duration::of(60);
        application.rta_proof = std::string("test");
        model::Infrastructure infrastructure;
        infrastructure.id = "INF-001";
        infrastructure.rta = Duration::of(120);
        model::Need need;
        need.node = model::to("INF-001");
        need.phase = std::string("RESTORE");
        application.needs = std::vector{need};
        plan.applications.push_back(application);
        plan.infrastructures.push_back(infrastructure);
        app::ImpactRequest request;
        request.down = {"APP-001", "INF-001"};
        request.day = plans::day();
        const auto found = app::impact_report(plan, request);
        REQUIRE(found.impact.resources.size() == 2);
        CHECK(found.impact.resources[0].back == Range{60 + 60, 240 + 60});
        CHECK_FALSE(found.impact.resources[0].is_tested);
    }

    TEST_CASE("no single time stands beside the star of an estimate, and what ends by itself has no star") {
        for (const auto& scenario : standard_scenarios()) {
            CAPTURE(scenario.id);
            for (const auto& start : {std::optional<std::string>(), std::optional<std::string>("Fr 27.11.2026 19:40")}) {
                const auto found = report(std::string(scenario.id), start);
                for (const auto& resource : found.impact.resources) {
                    CAPTURE(resource.id);
                    if (!resource.is_tested) CHECK(resource.back.low < resource.back.high);
                    if (found.impact.what.is_external) CHECK(resource.is_tested);
                }
            }
        }
    }

    TEST_CASE("ranges read as people say them") {
        CHECK(app::range_text({2 * minutes_per_day + 1, 5 * minutes_per_day - 5}) == "2–5 Tage");
        CHECK(app::range_text({3 * minutes_per_day, 3 * minutes_per_day}) == "3 Tage");
        CHECK(app::range_text({90, 3 * minutes_per_day}) == "90 Minuten bis 3 Tage");
        CHECK(app::range_text({3 * minutes_per_day, never}) == "ab 3 Tagen, Ende unbekannt");
        CHECK(app::range_text({0, never}) == "unbekannt");
        CHECK(app::range_text({60, 60}) == "1 Stunde");
    }
}

TEST_SUITE("impact on the clock") {
    TEST_CASE("on Friday evening the list reaches to Monday morning and holds the payment that closes at eleven") {
        const auto found = report("ransomware", "Fr 27.11.2026 19:40");
        REQUIRE(found.clock);
        CHECK_FALSE(found.clock->is_open);
        CHECK(to_german(found.clock->opens) == "Mo 30.11.2026 07:30");
        const auto due = due_before_opening(*found.clock);
        REQUIRE_FALSE(due.empty());
        CHECK(std::ranges::is_sorted(due, {}, &Due::latest));
        CHECK(due.back().latest <= found.clock->opens.plus(too_late_after_opening));
        const auto payment = std::ranges::find(due, Due::What::payment, &Due::what);
        REQUIRE(payment != due.end());
        CHECK(payment->object == "SVC-020");
        CHECK(to_german(payment->latest) == "Mo 30.11.2026 11:00");
        CHECK(std::ranges::any_of(due, [](const Due& d) { return d.what == Due::What::ask_bank && d.object == "SVC-017"; }));
        CHECK(
            std::ranges::any_of(due, [](const Due& d) { return d.what == Due::What::start_fallback && d.object == "SVC-001"; }));
    }

    TEST_CASE("the on-call week names a person, or says that nobody is planned") {
        const auto now = report("ransomware", "27.11.2026 19:40");
        const auto youth = std::ranges::find(now.clock->on_call, "RUF-BD51", &OnCall::roster);
        REQUIRE(youth != now.clock->on_call.end());
        CHECK(youth->person == "PER-051");
        CHECK(app::on_call_text(county(), *youth).find("bis Mo 30.11. 08:00") != std::string::npos);
        const auto before = report("ransomware", "01.11.2026 19:40");
        const auto nobody = std::ranges::find(before.clock->on_call, "RUF-BD51", &OnCall::roster);
        CHECK(nobody->person.empty());
        CHECK(app::on_call_text(county(), *nobody).find("wieder ab Mo 23.11. 08:00") != std::string::npos);
    }

    TEST_CASE("a fictional approval that comes while the building office stands is on the list") {
        const auto found = report("ransomware", "Fr 27.11.2026 19:40");
        CHECK(std::ranges::any_of(found.clock->due,
                                  [](const Due& d) { return d.what == Due::What::legal && d.object == "LFR-001"; }));
    }

    TEST_CASE("restoring work waits for the office where the plan gives it office hours") {
        model::Plan plan;
        model::Calendar calendar;
        calendar.id = "KAL-001";
        model::CalendarHours hours;
        hours.weekdays = std::string("Mo–Fr");
        hours.from = std::string("08:00");
        hours.to = std::string("16:00");
        calendar.hours = std::vector{hours};
        plan.calendars.push_back(calendar);
        model::Application application;
        application.id = "APP-001";
        application.rta = Duration::of(60);
        application.calendar = model::to("KAL-001");
        application.rta_proof = std::string("test");
        plan.applications.push_back(application);
        model::Service service;
        service.id = "SVC-001";
        service.uses = model::References{model::to("APP-001")};
        plan.services.push_back(service);
        app::ImpactRequest request;
        request.down = {"APP-001"};
        request.day = plans::day();
        CHECK(course(app::impact_report(plan, request), "SVC-001").back == Range{60, 60});
        request.start = moment_from("Fr 27.11.2026 20:00");
        const auto found = app::impact_report(plan, request);
        CHECK(to_german(request.start->plus(course(found, "SVC-001").back.low)) == "Mo 30.11.2026 09:00");
    }

    TEST_CASE("in office hours the next opening is the one of the next day") {
        const auto found = report("leitung", "Di 01.12.2026 10:00");
        CHECK(found.clock->is_open);
        CHECK(to_german(found.clock->opens) == "Mi 02.12.2026 07:30");
    }
}

TEST_SUITE("impact command") {
    struct Ran {
        cli::Exit exit;
        std::string out, err;
    };

    Ran run(std::vector<std::string> words) {
        static const TempFolder folder;
        std::ostringstream out, err;
        std::istringstream in;
        cli::Terminal terminal{.out = out,
                               .err = err,
                               .in = in,
                               .today = plans::day(),
                               .now = "2026-12-01 08:00:00",
                               .user = "test",
                               .plan_from_environment = std::nullopt,
                               .folder = folder.path()};
        if (!std::filesystem::exists(folder / "a.bcm")) {
            const std::vector<std::string> load{"-p", "a.bcm", "import", plans::example("landkreis-musterland").string()};
            REQUIRE(cli::run_command_line(load, terminal) == cli::Exit::done);
            out.str("");
            err.str("");
        }
        words.insert(words.begin(), {"-p", "a.bcm"});
        const auto exit = cli::run_command_line(words, terminal);
        return {exit, out.str(), err.str()};
    }

    TEST_CASE("the German and the English word do the same, and end with 0") {
        const auto german = run({"ausfall", "--szenario", "ransomware", "--ab", "Fr 27.11.2026 19:40"});
        CHECK(german.exit == cli::Exit::done);
        CHECK(german.out == run({"impact", "--scenario", "ransomware", "--ab", "27.11.2026 19:40"}).out);
        CHECK(german.out.find("Bis Montag 07:30 Uhr fällig") != std::string::npos);
        for (const auto line : split(german.out, '\n')) CHECK(terminal_width(line) <= 80);
    }

    TEST_CASE("an unknown scenario is refused with all that there are") {
        const auto ran = run({"ausfall", "--szenario", "ransomwar"});
        CHECK(ran.exit == cli::Exit::usage);
        CHECK(ran.err.find("Meinten Sie: ransomware") != std::string::npos);
        CHECK(ran.err.find("strom-72h") != std::string::npos);
        CHECK(ran.err.find("SZE-VERFAHREN") != std::string::npos);
        CHECK(run({"ausfall"}).exit == cli::Exit::usage);
        CHECK(run({"ausfall", "--down", "INF-999"}).exit == cli::Exit::usage);
        CHECK(run({"ausfall", "--szenario", "leitung", "--ab", "Do 27.11.2026 19:40"}).exit == cli::Exit::usage);
    }

    TEST_CASE("what cannot fail is refused with a reason") {
        const auto ran = run({"ausfall", "--down", "BEG-001"});
        CHECK(ran.exit == cli::Exit::usage);
        CHECK(ran.err.find("reißt ein Ausfall nichts mit") != std::string::npos);
    }

    TEST_CASE("machines get the same facts") {
        const auto ran = run({"ausfall", "--down", "INF-004,NET-RZ", "--ab", "Fr 27.11.2026 19:40", "--json"});
        REQUIRE(ran.exit == cli::Exit::done);
        const auto json = nlohmann::json::parse(ran.out);
        CHECK(json["hit"] == nlohmann::json{"INF-004", "NET-RZ"});
        CHECK(json["timeline"].size() == 6);
        CHECK(json["services"].size() == 46);
        CHECK(json["clock"]["opens"] == "2026-11-30T07:30");
    }
}

TEST_SUITE("impact sheet") {
    TEST_CASE("every standard scenario fits on one page of A4") {
        for (const auto& scenario : standard_scenarios()) {
            CAPTURE(scenario.id);
            const auto printed = app::print_impact(county(), report(std::string(scenario.id), "Fr 27.11.2026 19:40"), {});
            CHECK(printed.pages == 1);
            CHECK_FALSE(printed.pdf.empty());
            for (const auto& diagnostic : printed.diagnostics) CHECK(diagnostic.severity == Severity::info);
        }
    }

    TEST_CASE("nothing of a running case stands on the sheet, which everybody may read") {
        auto plan = county();
        REQUIRE_FALSE(plan.deadline_snapshots.empty());
        auto& running = plan.deadline_snapshots.front();
        running.due = plans::day().plus_days(-3); // 28.11.2026, a Saturday
        app::ImpactRequest request;
        request.scenario = "ransomware";
        request.start = moment_from("27.11.2026 19:40");
        request.day = plans::day();
        const auto before = app::impact_report(plan, request);
        REQUIRE(std::any_of(before.clock->due.begin(), before.clock->due.end(),
                            [&](const Due& due) { return due.what == Due::What::legal && due.object == running.id; }));
        const auto sheet = app::print_impact(plan, before, {}).pdf;
        running.name = "Haus Beispiel";
        running.case_no = std::string("99-2026-9999");
        running.effect = std::string("gilt als abgelehnt");
        CHECK(app::print_impact(plan, app::impact_report(plan, request), {}).pdf == sheet);
    }

    TEST_CASE("an empty plan with one service prints too") {
        model::Plan plan;
        model::Service service;
        service.id = "SVC-001";
        service.name = "Meldewesen";
        plan.services.push_back(service);
        app::ImpactRequest request;
        request.down = {"SVC-001"};
        request.day = plans::day();
        const auto printed = app::print_impact(plan, app::impact_report(plan, request), {});
        CHECK(printed.pages == 1);
        CHECK_FALSE(printed.pdf.empty());
    }
}
