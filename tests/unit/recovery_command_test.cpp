// SPDX-License-Identifier: EUPL-1.2
#include "temp.hpp"
#include "unit/plans.hpp"

#include <command.hpp>

#include <bcmkit/app/explanation.hpp>
#include <bcmkit/app/recovery.hpp>
#include <bcmkit/app/restore_plan.hpp>
#include <bcmkit/base/text.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace bcmkit;

namespace {

struct Ran {
    cli::Exit exit;
    std::string out, err;

    bool says(std::string_view words) const { return out.find(words) != std::string::npos; }
};

/// A folder with the plan of the county.
Ran run(std::vector<std::string> words, bool is_terminal = false) {
    static const TempFolder folder;
    std::ostringstream out, err;
    std::istringstream in;
    cli::Terminal terminal{.out = out,
                           .err = err,
                           .in = in,
                           .out_is_terminal = is_terminal,
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

} // namespace

TEST_SUITE("recovery command") {
    TEST_CASE("the German and the English word do the same, and end with 0") {
        const auto german = run({"wiederanlauf", "--szenario", "ransomware", "--ab", "Fr 27.11.2026 19:40"});
        CHECK(german.exit == cli::Exit::done);
        CHECK(german.out == run({"recovery", "--scenario", "ransomware", "--from", "27.11.2026 19:40"}).out);
        CHECK(german.says("Welle 1"));
        for (const auto line : split(german.out, '\n')) CHECK(terminal_width(line) <= 80);
    }

    TEST_CASE("without a scenario all IT is gone, and the deadlock stands at the end with what hangs on it") {
        const auto ran = run({"wiederanlauf"});
        CHECK(ran.says("Ausfall der gesamten IT"));
        CHECK(ran.out.find("Kommt so nicht wieder") > ran.out.find("Welle 2"));
        CHECK(ran.says("Kreis: Anmeldedienst"));
    }

    TEST_CASE("a screen gets the beginning of each wave, a file gets all") {
        const auto screen = run({"wiederanlauf"}, true), file = run({"wiederanlauf"});
        CHECK(screen.says("weitere: --alle"));
        CHECK_FALSE(file.says("--alle"));
        CHECK(std::ranges::count(screen.out, '\n') < 115);
        CHECK(run({"wiederanlauf", "--alle"}, true).out == file.out);
    }

    TEST_CASE("machines get the same facts") {
        const auto ran = run({"recovery", "--down", "INF-002, NET-RZ", "--json"});
        REQUIRE(ran.exit == cli::Exit::done);
        const auto json = nlohmann::json::parse(ran.out);
        CHECK(json["hit"] == nlohmann::json{"INF-002", "NET-RZ"});
        REQUIRE(json["steps"].size() == 2);
        for (const auto& step : json["steps"]) {
            CHECK(step["back"].is_number());
            CHECK(step["wave"] == 1);
        }
    }

    TEST_CASE("the work is handed to as many as the plan's own teams have, or as somebody says") {
        const auto schedule = [](std::vector<std::string> words) {
            words.insert(words.begin(), {"recovery", "--json"});
            const auto ran = run(words);
            REQUIRE(ran.exit == cli::Exit::done);
            return nlohmann::json::parse(ran.out)["schedule"];
        };
        const auto of_plan = schedule({}), alone = schedule({"--teams", "1"});
        CHECK(of_plan["teams"] == 5); // 3 and 2; the teams of providers do not count
        CHECK(of_plan["teams_from"] == "plan");
        CHECK(of_plan["teams_of"] == nlohmann::json{"TEA-001", "TEA-004"});
        CHECK(alone["teams"] == 1);
        CHECK(alone["teams_from"] == "asked");
        CHECK(alone["late"].size() > of_plan["late"].size());
        CHECK(std::ranges::any_of(alone["late"], [](const auto& one) { return one["only_staff_is_missing"] == true; }));

        // One pair of hands never works on two things at once.
        std::vector<std::pair<int, int>> work;
        for (const auto& slot : alone["slots"])
            if (slot["team"] == 1) work.emplace_back(slot["begin"], slot["done"]);
        std::ranges::sort(work);
        REQUIRE(work.size() > 10);
        for (std::size_t i = 1; i < work.size(); ++i) CHECK(work[i].first >= work[i - 1].second);

        CHECK(run({"wiederanlauf", "--teams", "1"}).says("Nur weil Leute fehlen: "));
        for (const auto wrong : {"0", "100"}) CHECK(run({"wiederanlauf", "--teams", wrong}).exit == cli::Exit::usage);
    }

    TEST_CASE("who waits for a firm needs no hands of the house") {
        const auto answer = nlohmann::json::parse(run({"recovery", "--scenario", "dienstleister", "--json"}).out);
        const auto& slots = answer["schedule"]["slots"];
        REQUIRE_FALSE(slots.empty());
        for (const auto& slot : slots) {
            CHECK(slot["by_others"] == true);
            CHECK(slot["team"].is_null());
        }
    }

    TEST_CASE("a plan without teams is reckoned with one pair of hands, and says so") {
        auto plan = plans::sound();
        plan.teams.clear();
        const auto crews = app::crews_of(plan);
        CHECK(crews.at_once == 1);
        CHECK(crews.from == app::Crews::From::assumed);
    }

    TEST_CASE("data that is lost and ways nobody tried stand with the gaps, the same as among the weaknesses") {
        const auto gaps = nlohmann::json::parse(run({"recovery", "--json"}).out)["gaps"];
        const auto weak = nlohmann::json::parse(run({"weaknesses", "--json"}).out);
        CHECK(!gaps["data_loss"].empty());
        CHECK(gaps["data_loss"] == weak["data_loss"]);
        CHECK(!gaps["untested"].empty());
        CHECK(run({"wiederanlauf"}).says("Daten, die verloren gehen"));
        // The plan's own case of ransomware is an attack like the standard one.
        const auto is_useless = [](const nlohmann::json& loss) { return !loss["useless"].empty(); };
        const auto own =
            nlohmann::json::parse(run({"recovery", "--scenario", "SZE-RANSOMWARE", "--json"}).out)["gaps"]["data_loss"];
        CHECK(std::any_of(own.begin(), own.end(), is_useless));
        // A cut line destroys no backup.
        const auto line = nlohmann::json::parse(run({"recovery", "--scenario", "leitung", "--json"}).out)["gaps"]["data_loss"];
        for (const auto& loss : line) CHECK(loss["useless"].empty());
    }

    TEST_CASE("the least that class A needs leaves out what only lower classes wait for, and misses nothing that it waits for") {
        const auto json = nlohmann::json::parse(run({"recovery", "--json"}).out);
        const auto least = json["least"]["A"].get<std::vector<int>>();
        CHECK(!least.empty());
        CHECK(least.size() < json["steps"].size());
        CHECK(json["least"]["D"].size() > least.size());
        for (const int number : least) {
            for (const auto& need : json["steps"][static_cast<std::size_t>(number - 1)]["after"])
                CHECK(std::ranges::find(least, need.get<int>()) != least.end());
        }
        // The control centre's software waits for the deadlock: what can be restored is not all that class A needs.
        CHECK(run({"wiederanlauf"}).says("Für Priorität A mindestens: 1, 2"));
        CHECK_FALSE(run({"wiederanlauf"}).says("genügt"));
        CHECK(json["least_is_enough"]["A"] == false);
    }

    TEST_CASE("where nothing is stuck, the least for class A is enough") {
        const auto json = nlohmann::json::parse(run({"recovery", "--scenario", "dienstleister", "--json"}).out);
        CHECK(json["stuck"].empty());
        CHECK(json["least_is_enough"]["A"] == true);
    }

    TEST_CASE("a deadlock says why no other way helps, and what would break it") {
        const auto json = nlohmann::json::parse(run({"recovery", "--json"}).out);
        REQUIRE(json["deadlocks"].size() == 1);
        const auto& deadlock = json["deadlocks"][0];
        CHECK(deadlock["why"].size() >= deadlock["cycle"].size());
        REQUIRE_FALSE(deadlock["proposals"].empty());
        const auto& fix = deadlock["proposals"][0]["fixes"][0];

        // With one more way for that need, nothing recorded blocks any more.
        const auto plan = plans::edited({fix["for"].get<std::string>() + " needs="});
        app::RecoveryRequest request;
        request.day = plans::day();
        CHECK(app::recovery_report(plan, request).deadlocks.empty());

        CHECK(run({"wiederanlauf"}).says("Das löst den Kreis: "));
        CHECK(run({"wiederanlauf"}, true).says("Das löst den Kreis: "));
        CHECK(run({"warum", "INF-004"}).says("Das löst den Kreis: "));
    }

    TEST_CASE("a service without return is named once") {
        const auto ran = run({"wiederanlauf", "--scenario", "ransomware"});
        CHECK(ran.says("Kommt so nicht zurück; so lange trägt der Notbetrieb"));
        CHECK_FALSE(ran.says("ohne Normalbetrieb:"));
    }

    TEST_CASE("why explains a system: when it is back, who needs it by when, where it stands in the order") {
        const auto ran = run({"why", "INF-003", "--json"});
        REQUIRE(ran.exit == cli::Exit::done);
        const auto json = nlohmann::json::parse(ran.out);
        CHECK(json["id"] == "INF-003");
        std::vector<std::string> what;
        for (const auto& fact : json["facts"]) what.push_back(fact["what"]);
        CHECK(what == std::vector<std::string>{"back", "needed_by", "order"});
        CHECK(json["facts"][0]["chain"].size() == 2); // the decision, then its own work
        CHECK(run({"warum", "INF-003"}).says("Reihenfolge: Nr. "));
        CHECK(run({"warum", "INF-004"}).says("Kreis, jedes wartet auf das nächste"));
        CHECK(run({"warum", "PER-001"}).says("Läuft weiter"));
        CHECK(run({"warum", "MEL-001"}).exit == run({"zeige", "MEL-001"}).exit);
    }

    TEST_CASE("why names only the loop that a record waits for") {
        const auto plan = plans::edited({"+INF-900 name=Eins", "+INF-901 name=Zwei", "INF-900 kind=files", "INF-901 kind=files",
                                         "INF-900 needs=node=INF-901 phase=RESTORE", "INF-901 needs=node=INF-900 phase=RESTORE"});
        const auto facts = app::explain(plan, "INF-900", plans::day());
        REQUIRE_FALSE(facts.empty());
        CHECK(facts.front().what == app::DerivedFact::What::never);
        const auto all = joined(facts.front().chain, "\n");
        CHECK(all.find("INF-901 Zwei") != std::string::npos);
        CHECK(all.find("INF-004") == std::string::npos);
    }

    TEST_CASE("two fixes that belong together read as one sentence") {
        auto plan = plans::edited({"+INF-900 name=Tresor", "+INF-901 name=Eins", "+INF-902 name=Zwei", "INF-900 kind=files",
                                   "INF-901 kind=files", "INF-902 kind=files", "INF-901 needs=node=INF-900 phase=RESTORE",
                                   "INF-902 needs=node=INF-900 phase=RESTORE"});
        const auto vault = std::ranges::find(plan.infrastructures, "INF-900", &model::Infrastructure::id);
        std::vector<model::Need> both(2);
        both[0].node = model::to("INF-901");
        both[1].node = model::to("INF-902");
        for (auto& need : both) need.phase = std::string("RESTORE");
        vault->needs = both;
        std::string all;
        for (const auto& fact : app::explain(plan, "INF-900", plans::day())) all += joined(fact.chain, "\n");
        CAPTURE(all);
        CHECK(all.find(" und dazu für ") != std::string::npos);
    }

    TEST_CASE("where no time on the way is recorded, why says that it is unknown instead of at once") {
        model::Plan plan;
        model::Application application;
        application.id = "APP-001";
        plan.applications.push_back(application);
        const auto facts = app::explain(plan, "APP-001", plans::day());
        REQUIRE_FALSE(facts.empty());
        CHECK(facts.front().what == app::DerivedFact::What::back);
        CHECK(facts.front().text == "Normalbetrieb nach dem Ausfall der ganzen IT: unbekannt.");
    }

    TEST_CASE("why explains a service: class, limit, both ways back, and how it fares") {
        const auto json = nlohmann::json::parse(run({"why", "SVC-017", "--json"}).out);
        std::vector<std::string> what;
        for (const auto& fact : json["facts"]) what.push_back(fact["what"]);
        CHECK(what == std::vector<std::string>{"priority", "deadline", "deadline", "back_emergency", "back", "gap"});
        CHECK(!json["findings"].empty() == run({"warum", "SVC-017"}).says("Abhilfe: "));
    }

    TEST_CASE("with a start the times are read from the calendars of the plan") {
        app::RecoveryRequest request;
        request.day = plans::day();
        const auto plan = plans::edited({"INF-002 recipes=", "INF-002 calendar=KAL-002"}); // Dienstzeit
        const auto without = app::recovery_report(plan, request);
        request.start = moment_from("Fr 27.11.2026 19:40");
        const auto with = app::recovery_report(plan, request);
        REQUIRE(with.lower.operate.size() == without.lower.operate.size());
        bool some_later = false;
        for (std::size_t v = 0; v < with.lower.operate.size(); ++v) {
            CHECK(with.lower.operate[v] >= without.lower.operate[v]);
            some_later = some_later || (with.lower.operate[v] > without.lower.operate[v]);
        }
        CHECK(some_later);
    }

    TEST_CASE("an unknown scenario is refused; a plan without IT has nothing to restore") {
        CHECK(run({"wiederanlauf", "--szenario", "ransomwar"}).exit == cli::Exit::usage);
        CHECK(run({"wiederanlauf", "--down", "INF-999"}).exit == cli::Exit::usage);
        app::RecoveryRequest request;
        request.day = plans::day();
        CHECK(app::recovery_report({}, request).order.steps.empty());
    }
}
