// SPDX-License-Identifier: EUPL-1.2
#include "temp.hpp"

#include <command.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <csignal>
#include <fcntl.h>
#include <map>
#include <sstream>
#include <sys/wait.h>

using namespace bcmkit;
using namespace bcmkit::cli;

namespace {

struct Result {
    int code;
    std::string out, err;
};

Result bcmkit_in(const TempFolder& folder, std::vector<std::string> words) {
    std::ostringstream out, err;
    std::istringstream in;
    Terminal terminal{.out = out,
                      .err = err,
                      .in = in,
                      .today = *parse_date("2026-12-01"),
                      .now = "2026-12-01 08:15:00",
                      .user = "Erika Muster",
                      .plan_from_environment = {},
                      .folder = folder.path()};
    const Exit exit = run_command_line(words, terminal);
    return {static_cast<int>(exit), out.str(), err.str()};
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A folder with a plan "a.bcm" and its source "quelle".
struct Town {
    TempFolder folder;

    Town() {
        folder.write("quelle/leistungen.toml",
                     "[[leistungen]]\nid = \"SVC-001\"\nname = \"Winterdienst\"\nmtpd = \"12 h\"\nuses = [\"APP-001\"]\n"
                     "[[leistungen]]\nid = \"SVC-002\"\nname = \"Wohngeld\"\n");
        folder.write("quelle/fachverfahren.toml", "[[fachverfahren]]\nid = \"APP-001\"\nname = \"Bauhofsoftware\"\n");
        REQUIRE(run({"-p", "a.bcm", "import", "quelle"}).code == 0);
    }
    Result run(std::vector<std::string> words) const { return bcmkit_in(folder, std::move(words)); }
};

} // namespace

TEST_SUITE("commands on data") {
    TEST_CASE("import makes a missing plan file and says what is new, changed and removed") {
        const TempFolder folder;
        folder.write("q/orte.toml", "[[orte]]\nid = \"ORT-001\"\nname = \"Kreishaus\"\n");
        auto result = bcmkit_in(folder, {"import", "q", "-p", "a.bcm", "--dry-run"});
        CHECK(result.code == 0);
        CHECK(says(result.out, "1 neu, 0 geändert, 0 entfernt"));
        CHECK_FALSE(std::filesystem::exists(folder / "a.bcm"));
        result = bcmkit_in(folder, {"import", "q", "-p", "a.bcm"});
        CHECK(says(result.out, "Neue Plandatei"));
        CHECK(std::filesystem::exists(folder / "a.bcm"));
        CHECK(says(bcmkit_in(folder, {"import", "q"}).out, "0 neu, 0 geändert, 0 entfernt"));
    }

    TEST_CASE("import --json says for machines what would be new, changed and removed") {
        const Town town;
        const auto before = town.folder.read("a.bcm");
        town.folder.write("neu/leistungen.toml",
                          "[[leistungen]]\nid = \"SVC-001\"\nname = \"Winterdienst\"\nmtpd = \"4 h\"\n"
                          "uses = [\"Prosoz\"]\n[[leistungen]]\nid = \"SVC-003\"\nname = \"Melderegister\"\n");
        const std::vector<std::string> probe{"import", "neu", "--replace", "--dry-run", "--json"};
        const auto json = nlohmann::json::parse(town.run(probe).out);
        CHECK(json["dry_run"] == true);
        CHECK(json["applied"] == false);
        CHECK(json["summary"] == nlohmann::json{{"added", 1}, {"changed", 1}, {"removed", 2}, {"open_references", 1}});
        CHECK(json["open_references"] == nlohmann::json{"Prosoz"});
        std::map<std::string, nlohmann::json> changes;
        for (const auto& change : json["changes"]) changes[change["id"]] = change;
        CHECK(changes.at("SVC-003")["change"] == "added");
        CHECK(changes.at("SVC-002")["change"] == "removed");
        CHECK(changes.at("APP-001")["name"] == "Bauhofsoftware");
        const auto& fields = changes.at("SVC-001")["fields"];
        REQUIRE(fields.size() == 2);
        CHECK(fields[0] == nlohmann::json{{"field", "mtpd"}, {"old", 720}, {"new", 240}});
        CHECK(fields[1]["old"][0] == nlohmann::json{{"id", "APP-001"}, {"name", "Bauhofsoftware"}});
        CHECK(fields[1]["new"][0] == nlohmann::json{{"open", "Prosoz"}});
        CHECK(town.folder.read("a.bcm") == before);
        CHECK(nlohmann::json::parse(town.run({"import", "neu", "--json"}).out)["applied"] == true);
        CHECK(says(town.run({"show", "SVC-001"}).out, "Prosoz (noch nicht erfasst)"));
    }

    TEST_CASE("import --json names every mistake with its file and line, and ends with 2") {
        const Town town;
        town.folder.write("quelle/leistungen.toml", "[[leistungen]]\nid = \"SVC-001\"\nname = \"X\"\nmtdp = \"3 h\"\n");
        const auto result = town.run({"import", "quelle", "--json"});
        CHECK(result.code == 2);
        const auto json = nlohmann::json::parse(result.out);
        CHECK(json["applied"] == false);
        CHECK(json["changes"].empty());
        REQUIRE(json["diagnostics"].size() == 1);
        CHECK(json["diagnostics"][0]["file"] == "leistungen.toml");
        CHECK(json["diagnostics"][0]["line"] == 4);
        CHECK(says(json["diagnostics"][0]["advice"].dump(), "mtpd"));
    }

    TEST_CASE("show says each unit once, and in the singular of one") {
        const Town town;
        CHECK(town.run({"set", "SVC-001", "rank=15", "volume=1 Fall", "arrivals=12.000"}).code == 0);
        const auto text = town.run({"show", "SVC-001"}).out;
        CHECK_FALSE(says(text, "15 Rang"));
        CHECK(says(text, "1 Fall\n"));
        CHECK(says(text, "12.000 Fälle je Tag"));
    }

    TEST_CASE("nothing is applied unless all of it is valid") {
        const Town town;
        const auto before = town.folder.read("a.bcm");
        town.folder.write(
            "quelle/leistungen.toml",
            "[[leistungen]]\nid = \"SVC-001\"\nname = \"Neu\"\n[[leistungen]]\nid = \"SVC-003\"\nname = \"X\"\nmtpd = 3\n");
        const auto result = town.run({"import", "quelle"});
        CHECK(result.code == 2);
        CHECK(says(result.err, "leistungen.toml, Zeile 7"));
        CHECK(town.folder.read("a.bcm") == before);
        town.folder.write("leer/leistungen.toml", "[[leistungen]]\nid = 4\n");
        CHECK(town.run({"-p", "neu.bcm", "import", "leer"}).code == 2);
        CHECK_FALSE(std::filesystem::exists(town.folder / "neu.bcm"));
    }

    TEST_CASE("--replace removes what the folder lacks, and refuses to leave a dangling reference") {
        const Town town;
        std::filesystem::remove(town.folder / "quelle/fachverfahren.toml");
        const auto result = town.run({"import", "quelle", "--ersetzen"});
        CHECK(result.code == 0);
        CHECK(says(result.out, "entfernt  APP-001"));
        CHECK(says(town.run({"show", "SVC-001"}).out, "APP-001 (noch nicht erfasst)"));
    }

    TEST_CASE("list speaks German and JSON; kinds have both names") {
        const Town town;
        CHECK(says(town.run({"liste", "Leistungen"}).out, "SVC-001"));
        CHECK(town.run({"list", "services"}).out == town.run({"list", "leistungen"}).out);
        const auto json = nlohmann::json::parse(town.run({"list", "leistungen", "--json"}).out);
        REQUIRE(json.size() == 2);
        CHECK(json[0]["id"] == "SVC-001");
        CHECK(json[0]["name"] == "Winterdienst");
        CHECK(json[0]["mtpd"] == 720);
        CHECK(json[0]["uses"][0]["name"] == "Bauhofsoftware");
        CHECK(says(town.run({"list"}).out, "leistungen"));
        const auto wrong = town.run({"list", "leistunge"});
        CHECK(wrong.code == 2);
        CHECK(says(wrong.err, "leistungen"));
    }

    TEST_CASE("show names what a record needs and what depends on it") {
        const Town town;
        const auto service = town.run({"zeige", "svc-001"}).out;
        CHECK(says(service, "Spätestens wieder nach (MTPD)"));
        CHECK(says(service, "Bauhofsoftware (APP-001)"));
        CHECK(says(town.run({"show", "APP-001"}).out, "SVC-001  Winterdienst  (Fachverfahren)"));
        CHECK(town.run({"show", "SVC-009"}).code == 2);
    }

    TEST_CASE("set says what changed, the history keeps it") {
        const Town town;
        const auto result = town.run({"aendern", "SVC-001", "mtpd=4 h", "mbco=unbekannt"});
        CHECK(result.code == 0);
        CHECK(says(result.out, "12\u00A0Stunden → 4\u00A0Stunden"));
        CHECK(says(result.out, "Notbetriebsniveau: nicht erfasst → unbekannt"));
        const auto history = town.run({"verlauf", "SVC-001"}).out;
        CHECK(says(history, "01.12.2026 08:15  Erika Muster  set SVC-001 mtpd=4 h mbco=unbekannt"));
        CHECK(says(history, "12\u00A0Stunden → 4\u00A0Stunden"));
        CHECK(says(town.run({"set", "SVC-001", "mtpd=4 h"}).out, "Nichts zu ändern"));
    }

    TEST_CASE("a second open reference of the same field is a finding of its own, and goes when it goes") {
        const Town town;
        CHECK(says(town.run({"set", "SVC-001", "uses+=Prosoz"}).out, "neu"));
        CHECK(says(town.run({"set", "SVC-001", "uses+=Autista"}).out, "Autista"));
        const auto gone = town.run({"set", "SVC-001", "uses-=Autista"}).out;
        CHECK(says(gone, "erledigt"));
        CHECK(says(gone.substr(gone.find("erledigt")), "Autista"));
        CHECK_FALSE(says(gone.substr(gone.find("erledigt")), "Prosoz"));
    }

    TEST_CASE("an open reference in place of another is a new finding, and the old one is done") {
        const Town town;
        CHECK(town.run({"set", "SVC-001", "uses+=Prosoz", "uses+=Autista"}).code == 0);
        const auto out = town.run({"set", "SVC-001", "uses-=Autista", "uses+=Lämmkom"}).out;
        REQUIRE(says(out, "erledigt"));
        REQUIRE(says(out, "neu     "));
        const auto gone = out.substr(out.find("erledigt"), out.find('\n', out.find("erledigt")) - out.find("erledigt"));
        CHECK(says(gone, "Autista"));
        CHECK(says(out.substr(out.find("neu     ")), "Lämmkom"));
        CHECK_FALSE(says(out.substr(out.find("erledigt")), "Prosoz"));
    }

    TEST_CASE("show and set say the likely value of an estimate") {
        const Town town;
        CHECK(says(town.run({"set", "SVC-001", "mtpd=2 h / 4 h / 1 Tag"}).out, "wahrscheinlich 4\u00A0Stunden"));
        CHECK(says(town.run({"show", "SVC-001"}).out, "2 bis\u00A024\u00A0Stunden, wahrscheinlich 4\u00A0Stunden"));
    }

    TEST_CASE("of two long texts the place is shown where they differ") {
        const Town town;
        const std::string same = "Erst die Kreisstraßen, dann die Gemeindestraßen und am Ende die Wege zu den Höfen, so wie";
        CHECK(town.run({"set", "SVC-001", "mbco=" + same + " im Plan von 2024"}).code == 0);
        const auto out = town.run({"set", "SVC-001", "mbco=" + same + " im Plan von 2026"}).out;
        CHECK(says(out, "Plan von 2024 →"));
        CHECK(says(out, "Plan von 2026\n"));
    }

    TEST_CASE("import counts open references in words") {
        const Town town;
        const std::string head = "[[leistungen]]\nid = \"SVC-003\"\nname = \"Standesamt\"\nuses = ";
        town.folder.write("eins/leistungen.toml", head + "[\"Autista\"]\n");
        town.folder.write("zwei/leistungen.toml", head + "[\"Autista\", \"Prosoz\"]\n");
        CHECK(says(town.run({"import", "eins", "--probe"}).out, ", 1 Verweis noch offen"));
        CHECK(says(town.run({"import", "zwei", "--probe"}).out, ", 2 Verweise noch offen"));
    }

    TEST_CASE("an unknown field is answered with a near name, and with a command that lists all") {
        const Town town;
        const auto field = town.run({"set", "SVC-001", "mtdp=4 h"}).err;
        CHECK(says(field, "Meinten Sie: mtpd"));
        CHECK(says(field, "bcmkit zeige ID --alle"));
        const auto cell = town.run({"set", "SVC-001", "needs+=node=APP-001 pufer=1 h"}).err;
        CHECK(says(cell, "buffer"));
        const auto far = town.run({"set", "SVC-001", "needs[1].xyzxyz=1 h"}).err;
        CHECK(says(far, "buffer"));
    }

    TEST_CASE("set refuses wrong fields, wrong values and a new id, and changes nothing then") {
        const Town town;
        const auto before = town.folder.read("a.bcm");
        CHECK(says(town.run({"set", "SVC-001", "mtdp=4 h"}).err, "mtpd"));
        CHECK(town.run({"set", "SVC-001", "mtpd=bald", "mbco=x"}).code == 2);
        CHECK(town.run({"set", "SVC-001", "id=SVC-009"}).code == 2);
        CHECK(town.run({"set", "SVC-001", "name="}).code == 2);
        CHECK(town.run({"set", "SVC-001", "mtpd"}).code == 2);
        CHECK(town.folder.read("a.bcm") == before);
    }

    TEST_CASE("a row of a list is added, changed, replaced and removed in words that people can type") {
        const Town town;
        CHECK(town.run({"add", "infrastruktur", "id=INF-001", "name=Strom"}).code == 0);
        const auto needs = [&] {
            return nlohmann::json::parse(town.run({"show", "APP-001", "--json"}).out).value("needs", nlohmann::json());
        };
        const auto added = town.run({"set", "APP-001", "needs+=node=INF-001 phase=RESTORE buffer=4 h"});
        CHECK(added.code == 0);
        CHECK(says(added.out,
                   "Braucht, Zeile 1 neu: Gebraucht wird: INF-001, Wofür: zum Wiederherstellen, Puffer: 4\u00A0Stunden"));
        CHECK(town.run({"set", "APP-001", "braucht+=Gebraucht wird=Strom, Bemerkung='nur x=1'", "needs+=INF-001"}).code == 0);
        REQUIRE(needs().size() == 3);
        CHECK(needs()[0]["buffer"] == 240);
        CHECK(needs()[1]["node"]["id"] == "INF-001");
        CHECK(needs()[1]["note"] == "nur x=1");
        CHECK(says(town.run({"set", "APP-001", "needs[2].puffer=1 Tag"}).out,
                   "Braucht, Zeile 2, Puffer: nicht erfasst → 24\u00A0Stunden"));
        CHECK(town.run({"set", "APP-001", "needs[1]=node=INF-001"}).code == 0);
        CHECK_FALSE(needs()[0].contains("buffer"));
        CHECK(says(town.run({"zeige", "APP-001"}).out, "2. Gebraucht wird: Strom (INF-001)"));
        CHECK(says(town.run({"set", "APP-001", "needs-=2"}).out, "Braucht, Zeile 2 entfernt"));
        CHECK(says(town.run({"history", "APP-001", "-n", "1"}).out, "Braucht: … / Gebraucht wird: INF-001, Puffer"));
        CHECK(town.run({"set", "APP-001", "needs-=2", "needs-=node=INF-001"}).code == 0);
        CHECK(needs().is_null());
    }

    TEST_CASE("typing a row wrongly ends in advice and changes nothing") {
        const Town town;
        CHECK(town.run({"set", "APP-001", "needs=[{node=\"SVC-001\"}, {node=\"SVC-002\"}, {node=\"SVC-001\"}]"}).code == 0);
        const auto before = town.folder.read("a.bcm");
        CHECK(says(town.run({"set", "APP-001", "needs[4].buffer=4 h"}).err, "die letzte ist Nr. 3"));
        CHECK(says(town.run({"set", "APP-001", "needs+=node=SVC-001 bufer=4 h"}).err, "buffer"));
        CHECK(says(town.run({"set", "APP-001", "needs[1].buffer=bald"}).err, "Dauer"));
        CHECK(says(town.run({"set", "APP-001", "needs-=SVC-001"}).err, "Zeilen 1, 3"));
        CHECK(says(town.run({"set", "APP-001", "needs-=SVC-009"}).err, "kein „SVC-009“"));
        CHECK(says(town.run({"set", "APP-001", "needs+=unbekannt"}).err, "ganze Feld"));
        CHECK(says(town.run({"set", "APP-001", "name+=x"}).err, "keine Liste"));
        CHECK(says(town.run({"set", "APP-001", "steps-=1"}).err, "noch keine Zeilen"));
        for (const char* wrong : {"needs[0]=x", "needs[]=x", "needs[1=x", "needs[1]x=y", "uses[1].node=x", "name[1]=x",
                                  "needs[1].nod=x", "needs[1]+=x"})
            CHECK(town.run({"set", "APP-001", wrong}).code == 2);
        CHECK(town.folder.read("a.bcm") == before);
    }

    TEST_CASE("single references and texts leave a list by name or by number") {
        const Town town;
        CHECK(town.run({"set", "SVC-001", "uses+=Prosoz", "decisive_scenarios=Geld; Gesundheit"}).code == 0);
        CHECK(town.run({"set", "SVC-001", "uses-=bauhofsoftware", "decisive_scenarios-=2", "uses[1]=APP-001"}).code == 0);
        const auto json = nlohmann::json::parse(town.run({"show", "SVC-001", "--json"}).out);
        CHECK(json["uses"].size() == 1);
        CHECK(json["uses"][0]["id"] == "APP-001");
        CHECK(json["decisive_scenarios"] == nlohmann::json({"Geld"}));
    }

    TEST_CASE("an open reference finds its record as soon as that is added") {
        const Town town;
        CHECK(says(town.run({"set", "SVC-002", "uses+=Prosoz"}).out, "noch nicht erfasst"));
        const auto added = town.run({"hinzufuegen", "fachverfahren", "name=PROSOZ"});
        CHECK(says(added.out, "neu       APP-002  PROSOZ"));
        CHECK(says(town.run({"show", "SVC-002"}).out, "PROSOZ (APP-002)"));
    }

    TEST_CASE("remove names what depends on the record and refuses") {
        const Town town;
        const auto refused = town.run({"entfernen", "APP-001"});
        CHECK(refused.code == 2);
        CHECK(says(refused.err, "SVC-001  Winterdienst"));
        CHECK(town.run({"remove", "SVC-001"}).code == 0);
        CHECK(town.run({"remove", "APP-001"}).code == 0);
        CHECK(town.run({"show", "APP-001"}).code == 2);
        CHECK(says(town.run({"history", "APP-001"}).out, "entfernt: Bauhofsoftware"));
    }

    TEST_CASE("export writes only into an empty folder or one that it wrote and nobody changed") {
        const Town town;
        CHECK(town.run({"export", "aus"}).code == 0);
        CHECK(says(town.run({"export", "aus"}).out, "Kommentare"));
        const auto first = town.folder.read("aus/leistungen.toml");
        CHECK(town.run({"-p", "b.bcm", "import", "aus"}).code == 0);
        CHECK(town.run({"-p", "b.bcm", "export", "aus2"}).code == 0);
        CHECK(town.folder.read("aus2/leistungen.toml") == first);
        town.run({"-p", "a.bcm", "set", "SVC-001", "uses="});
        town.run({"-p", "a.bcm", "remove", "APP-001"});
        CHECK(town.run({"-p", "a.bcm", "export", "aus"}).code == 0);
        CHECK_FALSE(std::filesystem::exists(town.folder / "aus/fachverfahren.toml"));
        town.folder.write("aus/leistungen.toml", town.folder.read("aus/leistungen.toml") + "# von Hand\n");
        const auto refused = town.run({"-p", "a.bcm", "export", "aus"});
        CHECK(refused.code == 2);
        CHECK(says(refused.err, "leistungen.toml"));
        CHECK(says(town.folder.read("aus/leistungen.toml"), "# von Hand"));
        CHECK(town.run({"-p", "a.bcm", "export", "quelle"}).code == 2);
    }

    TEST_CASE("an import that is killed leaves the plan whole") {
        const Town town;
        std::string many;
        for (int i = 100; i < 3000; ++i)
            many += "[[leistungen]]\nid = \"SVC-" + std::to_string(i) + "\"\nname = \"Leistung " + std::to_string(i) +
                    "\"\nmtpd = \"4 h\"\n";
        town.folder.write("viel/leistungen.toml", many);
        const auto plan = (town.folder / "a.bcm").string(), source = (town.folder / "viel").string();
        for (const unsigned milliseconds : {30u, 120u, 300u, 600u}) {
            const pid_t child = fork();
            if (child == 0) {
                dup2(open("/dev/null", O_WRONLY), 1);
                execl(BCMKIT_PROGRAM, "bcmkit", "-p", plan.c_str(), "import", source.c_str(), static_cast<char*>(nullptr));
                _exit(127);
            }
            usleep(milliseconds * 1000);
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
            const auto json = nlohmann::json::parse(town.run({"list", "leistungen", "--json"}).out);
            const bool all_or_nothing = json.size() == 2 || json.size() == 2902;
            CHECK(all_or_nothing);
            CHECK(town.run({"set", "SVC-001", "mbco=" + std::to_string(milliseconds)}).code == 0);
        }
    }
}
