// SPDX-License-Identifier: EUPL-1.2
#include "temp.hpp"
#include "unit/plans.hpp"

#include <command.hpp>

#include <bcmkit/app/recovery.hpp>
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
        CHECK(std::ranges::count(screen.out, '\n') < 80);
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
