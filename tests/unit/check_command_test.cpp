// SPDX-License-Identifier: EUPL-1.2
#include <command.hpp>

#include <bcmkit/check/rule.hpp>

#include <doctest/doctest.h>

#include <sstream>

using namespace bcmkit;

namespace {

struct Ran {
    cli::Exit exit;
    std::string out, err;
};

Ran run(std::vector<std::string> words) {
    std::ostringstream out, err;
    std::istringstream in;
    cli::Terminal terminal{.out = out,
                           .err = err,
                           .in = in,
                           .today = *Date::of(2026, 12, 1),
                           .now = "2026-12-01 08:00:00",
                           .user = "test",
                           .plan_from_environment = std::nullopt,
                           .folder = std::filesystem::temp_directory_path()};
    const auto exit = cli::run_command_line(words, terminal);
    return {exit, out.str(), err.str()};
}

} // namespace

TEST_SUITE("check command") {
    TEST_CASE("why explains a rule without a plan") {
        const auto ran = run({"why", "BK-SVC-002"});
        CHECK(ran.exit == cli::Exit::done);
        CHECK(ran.out.find("Spätestens") == std::string::npos);
        CHECK(ran.out.find("Warum: ") != std::string::npos);
        CHECK(ran.out.find("Abhilfe: ") != std::string::npos);
        CHECK(ran.out.find("BSI-Standard 200-4") != std::string::npos);
        CHECK(run({"check", "--explain", "bk-svc-002"}).out == ran.out);
    }

    TEST_CASE("an unknown rule is refused with the nearest ones") {
        const auto ran = run({"why", "BK-SVC-0022"});
        CHECK(ran.exit == cli::Exit::usage);
        CHECK(ran.err.find("BK-SVC-002") != std::string::npos);
    }

    TEST_CASE("the list names every rule with severity, title and source") {
        const auto ran = run({"check", "--list", "--json"});
        CHECK(ran.exit == cli::Exit::done);
        for (const auto& rule : check::all_rules()) CHECK(ran.out.find("\"" + std::string(rule.id) + "\"") != std::string::npos);
    }
}
