// SPDX-License-Identifier: EUPL-1.2
// What holds for every command: words, options, JSON, where the plan lies.
#include "temp.hpp"

#include <command.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace bcmkit;
using namespace bcmkit::cli;

namespace {

struct Result {
    int code;
    std::string out, err;
};

/// A folder with a small plan "a.bcm", and a terminal on it.
struct Desk {
    TempFolder folder;
    unsigned long (*file_system)(const std::filesystem::path&) = nullptr;
    bool is_watched = false;

    Desk() {
        folder.write("quelle/leistungen.toml", "[[leistungen]]\nid = \"SVC-001\"\nname = \"Winterdienst\"\n"
                                               "arrivals = 20\ncapacity = 22\n");
        REQUIRE(run({"-p", "a.bcm", "import", "quelle"}).code == 0);
    }

    Result run(std::vector<std::string> words) const {
        std::ostringstream out, err;
        std::istringstream in;
        Terminal terminal{.out = out,
                          .err = err,
                          .in = in,
                          .err_is_terminal = is_watched,
                          .today = *parse_date("2026-12-01"),
                          .now = "2026-12-01 08:15:00",
                          .user = "Erika Muster",
                          .plan_from_environment = {},
                          .folder = folder.path(),
                          .file_system = file_system};
        const Exit exit = run_command_line(words, terminal);
        return {static_cast<int>(exit), out.str(), err.str()};
    }
};

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

/// Commands that read a plan and tell about it. A new one belongs here.
const std::vector<std::vector<std::string>> reading = {
    {"check"},
    {"check", "--list"},
    {"check", "--explain", "BK-SVC-002"},
    {"list"},
    {"list", "leistungen"},
    {"show", "SVC-001"},
    {"history"},
    {"history", "SVC-001"},
    {"status"},
    {"recovery"},
    {"weaknesses"},
    {"impact", "--down", "SVC-001"},
    {"backlog", "SVC-001", "--days", "30"},
};

} // namespace

TEST_SUITE("command line") {
    TEST_CASE("every reading command speaks JSON, and nothing else then") {
        const Desk desk;
        for (auto words : reading) {
            words.emplace_back("--json");
            CAPTURE(words);
            const auto result = desk.run(words);
            CHECK(result.code <= 1);
            CHECK(result.err.empty());
            CHECK(nlohmann::json::accept(result.out));
        }
    }

    TEST_CASE("the history as JSON tells what was absent from what was unknown") {
        const Desk desk;
        REQUIRE(desk.run({"set", "SVC-001", "mtpd=unbekannt"}).code == 0);
        const auto rows = nlohmann::json::parse(desk.run({"history", "-n", "1", "--json"}).out);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0]["record"] == "SVC-001");
        CHECK(rows[0]["field"] == "mtpd");
        CHECK(rows[0]["old"].is_null());
        CHECK(rows[0]["new"] == "unbekannt");
        CHECK(rows[0]["who"] == "Erika Muster");
    }

    TEST_CASE("a wrong word gets the nearest command in both languages, a wrong option the nearest option") {
        const Desk desk;
        for (const char* wrong : {"chekc", "prufen"}) {
            const auto result = desk.run({wrong});
            CHECK(result.code == 2);
            CHECK(says(result.err, "pruefen (check)"));
        }
        CHECK(says(desk.run({"help", "lsite"}).err, "liste (list)"));
        CHECK(says(desk.run({"check", "--jsn"}).err, "--json"));
        CHECK(says(desk.run({"show", "SVC-001", "--alll"}).err, "--alle"));
    }

    TEST_CASE("mistakes of use are said in German") {
        const Desk desk;
        CHECK(says(desk.run({"list", "leistungen", "b", "c"}).err, "Das verstehe ich nicht: b c"));
        CHECK(says(desk.run({"show"}).err, "Es fehlt: ID"));
        CHECK(says(desk.run({"set", "SVC-001"}).err, "Es fehlt: FELD=WERT"));
        CHECK(says(desk.run({"history", "-n"}).err, "fehlt eine Angabe"));
        CHECK(says(desk.run({"history", "-n", "viele"}).err, "nicht „viele“"));
        CHECK(says(desk.run({"check", "--date", "morgen"}).err, "kein Datum"));
        for (const char* words : {"The following", "Could not", "required"}) {
            CHECK_FALSE(says(desk.run({"list", "a", "b"}).err, words));
            CHECK_FALSE(says(desk.run({"history", "-n", "x"}).err, words));
            CHECK_FALSE(says(desk.run({"show"}).err, words));
        }
    }

    TEST_CASE("long work says on a terminal how far it is, and clears its line; a file gets none of it") {
        Desk desk;
        for (const std::vector<std::string>& words : {std::vector<std::string>{"print", "1.00", "0.05", "-o", "x.pdf"},
                                                      {"set", "SVC-001", "mtpd=4 h"},
                                                      {"import", "quelle"},
                                                      {"koffer", "stick"}}) {
            CAPTURE(words);
            desk.is_watched = false;
            CHECK_FALSE(says(desk.run(words).err, "\r"));
            if (words[0] == "set") desk.run({"set", "SVC-001", "mtpd=5 h"});
            desk.is_watched = true;
            const auto watched = desk.run(words).err;
            CHECK(says(watched, "\r"));
            const auto last = watched.substr(watched.rfind('\r'));
            CHECK(last.starts_with("\r\x1b[K"));
            CHECK_FALSE(says(last, " von "));
        }
    }

    TEST_CASE("the plan is named before or after the command") {
        const Desk desk;
        std::filesystem::rename(desk.folder / "a.bcm", desk.folder / "b.plan");
        CHECK(desk.run({"list", "leistungen"}).code == 2);
        for (const std::vector<std::string>& words : {std::vector<std::string>{"-p", "b.plan", "list", "leistungen"},
                                                      {"list", "leistungen", "-p", "b.plan"},
                                                      {"--plan=b.plan", "list", "leistungen"},
                                                      {"list", "--plan", "b.plan", "leistungen"}}) {
            CAPTURE(words);
            CHECK(says(desk.run(words).out, "SVC-001"));
        }
    }

    TEST_CASE("of several plans in a folder none is guessed; all are named") {
        const Desk desk;
        std::filesystem::copy_file(desk.folder / "a.bcm", desk.folder / "b.bcm");
        const auto result = desk.run({"check"});
        CHECK(result.code == 2);
        CHECK(says(result.err, "a.bcm, b.bcm"));
        CHECK(says(result.err, "bcmkit -p a.bcm"));
    }

    TEST_CASE("every command that opens the plan says once that it lies on a drive of the network") {
        Desk desk;
        desk.file_system = [](const std::filesystem::path&) { return 0xff534d42UL; };
        std::vector<std::vector<std::string>> all = reading;
        for (const std::vector<std::string>& words : {std::vector<std::string>{"start"},
                                                      {"set", "SVC-001", "mtpd=4 h"},
                                                      {"add", "orte", "name=Kreishaus"},
                                                      {"remove", "LOC-001"},
                                                      {"export", "aus"},
                                                      {"import", "quelle"},
                                                      {"print", "1.00", "-o", "x.pdf"},
                                                      {"koffer", "stick"},
                                                      {"why", "SVC-001"},
                                                      {"init", "neu.bcm"}})
            all.push_back(words);
        for (const auto& words : all) {
            CAPTURE(words);
            const bool opens = words.size() < 2 || (words[1] != "--list" && words[1] != "--explain");
            CHECK(count(desk.run(words).err, "Netzlaufwerk") == (opens ? 1 : 0));
            std::filesystem::remove(desk.folder / "neu.bcm");
        }
    }
}
