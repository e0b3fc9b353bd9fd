// SPDX-License-Identifier: EUPL-1.2
#include "random_plan.hpp"
#include "temp.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/io/source.hpp>
#include <bcmkit/store/changes.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace bcmkit;
using namespace bcmkit::model;

namespace {

io::SourceResult read(const TempFolder& folder, const Plan& base = {}, bool replace = false) {
    return io::read_folder(folder.path(), base, replace);
}

/// All mistakes of one file in a folder of its own, a line each.
std::string mistakes(const std::string& text, const std::string& name = "leistungen.toml") {
    const TempFolder folder;
    folder.write(name, text);
    std::string out;
    for (const auto& diagnostic : read(folder).diagnostics) out += to_text(diagnostic) + "\n";
    return out;
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const Service& service(const io::SourceResult& result, std::size_t i = 0) {
    for (const auto& diagnostic : result.diagnostics) MESSAGE(to_text(diagnostic));
    return result.plan.services.at(i);
}

void write_all(const TempFolder& folder, const std::vector<io::SourceFile>& files) {
    for (const auto& file : files) folder.write(file.name, file.text);
}

} // namespace

TEST_SUITE("source format") {
    TEST_CASE("export, import and export again are byte-identical") {
        for (unsigned seed = 1; seed <= 5; ++seed) {
            CAPTURE(seed);
            const Plan plan = random_plan(seed, 5);
            const auto first = io::write_source(plan);
            CHECK(first.size() == record_types().size());
            const TempFolder folder;
            write_all(folder, first);
            const auto result = read(folder);
            for (const auto& diagnostic : result.diagnostics) MESSAGE(to_text(diagnostic));
            REQUIRE(result.diagnostics.empty());
            const auto second = io::write_source(result.plan);
            REQUIRE(first.size() == second.size());
            for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].text == second[i].text);
        }
    }

    TEST_CASE("keys are code names or German labels, values what people write") {
        const TempFolder folder;
        folder.write("leistungen.toml", R"toml(
[[leistungen]]
id = "SVC-001"
Bezeichnung = "Winterdienst"
zeitkritisch = "ja"
"Spätestens wieder nach (MTPD)" = "2 h / 4 h / 1 Tag"
rto = "30 Minuten"
last_bia_on = "01.12.2026"
tested_on = 2026-12-24
spof = "Wissen"
mbco = "unbekannt"
postponed = "entfällt"
volume = "1.200 Fälle"
start_when = ""
)toml");
        const auto result = read(folder);
        const auto& it = service(result);
        CHECK(it.name == "Winterdienst");
        CHECK(*it.time_critical);
        CHECK(*it.mtpd == Duration{120, 240, 1440});
        CHECK(*it.rto == Duration::of(30));
        CHECK(to_iso(*it.last_bia_on) == "2026-12-01");
        CHECK(to_iso(*it.tested_on) == "2026-12-24");
        CHECK(*it.spof == "knowledge");
        CHECK(it.mbco.is(Gap::unknown));
        CHECK(it.postponed.is(Gap::not_applicable));
        CHECK(*it.volume == 1200);
        CHECK(it.start_when.is(Gap::absent));
    }

    TEST_CASE("references are ids or names; what is not recorded stays open with its place and is found later") {
        const TempFolder folder;
        folder.write(
            "leistungen.toml",
            "[[services]]\nid = \"SVC-001\"\nname = \"A\"\nuses = [\"APP-001\", \"prosoz\",\n  \"NWR-Client\", \"APP-099\"]\n");
        folder.write(
            "fachverfahren.toml",
            "[[fachverfahren]]\nid = \"APP-001\"\nname = \"HKR\"\n[[fachverfahren]]\nid = \"APP-002\"\nname = \"Prosoz\"\n");
        const auto result = read(folder);
        const auto& uses = *service(result).uses;
        REQUIRE(uses.size() == 4);
        CHECK(uses[0].id == "APP-001");
        CHECK(uses[1].id == "APP-002");
        CHECK(uses[2] == Reference{"", "NWR-Client", "leistungen.toml, Zeile 5"});
        CHECK(uses[3].is_open());
        CHECK(result.not_found == std::vector<std::string>{"NWR-Client", "APP-099"});

        const TempFolder later;
        later.write("fachverfahren.toml", "[[fachverfahren]]\nid = \"APP-003\"\nname = \"NWR-Client\"\n");
        const auto second = read(later, result.plan);
        CHECK((*service(second).uses)[2].id == "APP-003");
        CHECK(second.resolved.size() == 1);
    }

    TEST_CASE("rows are inline tables or headings of their own") {
        const TempFolder folder;
        folder.write("leistungen.toml", R"toml(
[[leistungen]]
id = "SVC-001"
name = "A"
needs = [ { node = "SVC-002", phase = "OPERATE" }, { Gebraucht wird = "x" } ]
)toml");
        const std::string sentence = to_text(read(folder).diagnostics.at(0));
        CAPTURE(sentence);
        CHECK(says(sentence, "Zeile 5"));
        folder.write("leistungen.toml", R"toml(
[[leistungen]]
id = "SVC-001"
name = "A"
needs = [ { node = "SVC-002", phase = "OPERATE" }, { "Gebraucht wird" = "x" } ]
[[leistungen]]
id = "SVC-002"
name = "B"
[[leistungen.needs]]
node = "SVC-001"
buffer = "4 h"
)toml");
        const auto result = read(folder);
        CHECK((*service(result).needs)[0].node->id == "SVC-002");
        CHECK((*service(result).needs)[1].node->text == "x");
        CHECK(*(*service(result, 1).needs)[0].buffer == Duration::of(240));
    }

    TEST_CASE("a record of the folder is the whole record; other records stay unless replaced") {
        const TempFolder folder;
        folder.write("leistungen.toml", "[[leistungen]]\nid = \"SVC-001\"\nname = \"A\"\nmtpd = \"4 h\"\n"
                                        "[[leistungen]]\nid = \"SVC-002\"\nname = \"B\"\n");
        Plan base = read(folder).plan;
        base.services[0].sheet = std::string("5.01");
        folder.write("leistungen.toml", "[[leistungen]]\nid = \"SVC-001\"\nname = \"A2\"\n");
        const auto updated = read(folder, base);
        CHECK(service(updated).name == "A2");
        CHECK(service(updated).mtpd.is(Gap::absent));
        CHECK(*service(updated).sheet == "5.01");
        CHECK(updated.plan.services.size() == 2);
        CHECK(read(folder, base, true).plan.services.size() == 1);
    }

    TEST_CASE("a supplement changes only the keys that it names") {
        const TempFolder folder;
        folder.write("leistungen.toml", "[[leistungen]]\nid = \"SVC-001\"\nname = \"A\"\nmtpd = \"4 h\"\n");
        const Plan base = read(folder).plan;
        folder.write(
            "nachtrag-1.toml",
            "[[leistungen]]\nid = \"SVC-001\"\nmbco = \"alles\"\n[[personen]]\nid = \"PER-001\"\nname = \"Eva Şahin\"\n");
        CHECK(read(folder).plan == base);
        const auto result = io::read_supplement(folder / "nachtrag-1.toml", base);
        CHECK(*service(result).mtpd == Duration::of(240));
        CHECK(*service(result).mbco == "alles");
        CHECK(result.plan.persons.size() == 1);
    }

    TEST_CASE("long texts may lie in files of the folder, and nowhere else") {
        const TempFolder folder;
        folder.write("texte/a.md", "Zeile eins\r\n\r\n- Punkt\n");
        folder.write("leistungen.toml", "[[leistungen]]\nid = \"SVC-001\"\nname = \"A\"\nnotes = { datei = \"texte/a.md\" }\n");
        CHECK(*service(read(folder)).notes == "Zeile eins\n\n- Punkt");
        const TempFolder outside;
        outside.write("geheim.md", "geheim");
        std::filesystem::create_symlink(outside / "geheim.md", folder / "texte/link.md");
        for (const std::string name : {"../a.md", "/etc/passwd", "texte/../../x", "fehlt.md", "texte", "texte/link.md"}) {
            CAPTURE(name);
            folder.write("leistungen.toml",
                         "[[leistungen]]\nid = \"SVC-001\"\nname = \"A\"\nnotes = { datei = \"" + name + "\" }\n");
            CHECK(read(folder).diagnostics.size() == 1);
        }
    }

    TEST_CASE("every mistake of every file is named with file, line and what would be right, in one run") {
        const TempFolder folder;
        folder.write("leistungen.toml", "[[leistungen]]\nid = \"SVC-001\"\nname = \"A\"\nmtdp = \"4 h\"\nrto = \"4 Monde\"\n");
        folder.write("personen.toml", "[[personen]]\nid = \"SVC-002\"\nname = \"Eva\"\n[[personen]]\nname = \"Max\"\n");
        folder.write("orte.toml", "[[orte]\nid = 1\n");
        folder.write("leistung.toml", "");
        folder.write("zzzzzzzzzzzz.toml", "");
        std::filesystem::create_directory(folder / "risiken.toml");
        folder.write("LUECKEN.md", "kein TOML");
        const auto result = read(folder);
        std::string all;
        for (const auto& diagnostic : result.diagnostics) all += to_text(diagnostic) + "\n";
        CAPTURE(all);
        CHECK(result.diagnostics.size() == 8);
        CHECK(says(all, "leistungen.toml, Zeile 4"));
        CHECK(says(all, "Meinten Sie: mtpd"));
        CHECK(says(all, "leistungen.toml, Zeile 5"));
        CHECK(says(all, "personen.toml, Zeile 2"));
        CHECK(says(all, "personen.toml, Zeile 4"));
        CHECK(says(all, "orte.toml, Zeile 1"));
        CHECK(says(all, "Meinten Sie: leistungen"));
        CHECK(says(all, "bcmkit liste"));
        CHECK(says(all, "risiken.toml: Das ist ein Ordner"));
    }

    TEST_CASE("each kind of mistake has its own advice") {
        const std::string head = "[[leistungen]]\nid = \"SVC-001\"\nname = \"A\"\n";
        CHECK(says(mistakes(head + "volume = 1.5"), "ganze Zahl"));
        CHECK(says(mistakes(head + "external = \"vielleicht\""), "true oder false"));
        CHECK(says(mistakes(head + "last_bia_on = \"31.02.2026\""), "2026-12-01"));
        CHECK(says(mistakes(head + "last_bia_on = 2026-02-30"), "Diesen Tag"));
        CHECK(says(mistakes(head + "mtpd = 4"), "4 h"));
        CHECK(says(mistakes(head + "spof = \"Pech\""), "Ansprechpartner"));
        CHECK(says(mistakes(head + "org_unit = \"APP-001\""), "Erwartet"));
        CHECK(says(mistakes(head + "uses = 4"), "Liste"));
        CHECK(says(mistakes(head + "needs = [1]"), "geschweiften Klammern"));
        CHECK(says(mistakes(head + "name = \"B\""), "Zeile 4"));
        CHECK(says(mistakes(head + "Bezeichnung = \"B\""), "zweimal"));
        CHECK(says(mistakes(head + "description = \"\"\"a\nb\"\"\""), "einer Zeile"));
        CHECK(says(mistakes(head + "name2 = „A“"), "Zeile 4"));
        CHECK(says(mistakes(head + head), "steht schon in leistungen.toml, Zeile 2"));
        CHECK(says(mistakes("[[leistungen]]\nid = \"SVC-001\"\nname = \"unbekannt\"\n"), "Bezeichnung"));
        CHECK(says(mistakes("[[leistungen]]\nid = \"SVC-001\"\nname = \"B\xFCro\"\n"), "UTF-8"));
        CHECK(says(mistakes("[[leistungen]]\nid = \"SVC-001\"\nname = \"B" + std::string(1, '\0') + "ro\"\n"),
                   "unsichtbares Zeichen"));
        CHECK(says(mistakes(head + "x = 1 " + std::string(1, '\0') + "\n"), "unsichtbares Zeichen"));
        CHECK(says(mistakes("[[personen]]\nid = \"PER-001\"\nname = \"A\"\n"), "personen.toml"));
        CHECK(says(mistakes("leistungen = 4"), "[[leistungen]]"));
        CHECK(says(mistakes("[[personen]]\nid = \"PER-001\"\nname = \"A\"\nemail_office = \"keine\"\n", "personen.toml"),
                   "example.org"));
    }

    TEST_CASE("two records of one name are a question, not a guess") {
        const std::string text =
            mistakes("[[leistungen]]\nid = \"SVC-001\"\nname = \"Büro\"\n[[leistungen]]\nid = \"SVC-002\"\nname = \"Buero\"\n"
                     "[[leistungen]]\nid = \"SVC-003\"\nname = \"C\"\nneeds = [{ node = \"büro\" }]\n");
        CHECK(says(text, "SVC-001, SVC-002"));
    }

    TEST_CASE("hostile depth ends in one sentence") {
        std::string deep = "a";
        for (int i = 0; i < 200000; ++i) deep += ".a";
        CHECK(says(mistakes("[" + deep + "]"), "verschachtelt"));
        CHECK(says(mistakes(deep + " = 1"), "verschachtelt"));
        CHECK(says(mistakes("a = " + std::string(100000, '[')), "verschachtelt"));
        CHECK_FALSE(mistakes("a = " + std::string(100000, '{')).empty());
        std::string tables;
        for (int i = 0; i < 20; ++i) tables += "{a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = ";
        CHECK_FALSE(mistakes("a = " + tables).empty());
        // A line of dots in a text is no depth.
        CHECK(mistakes("[[leistungen]]\nid = \"SVC-001\"\nname = \"A " + std::string(500, '.') + "\"\n").empty());
    }

    TEST_CASE("a folder without files of ours, or no folder, is a wrong use") {
        const TempFolder folder;
        CHECK_THROWS_AS(read(folder), Error);
        CHECK_THROWS_AS(io::read_folder(folder / "fehlt", {}, false), Error);
    }

    TEST_CASE("what is typed for a field reads like the source format") {
        Plan plan;
        static_cast<Service*>(record_type("service")->add(plan, "SVC-001"))->name = "Eins, zwei";
        const auto& type = *record_type("service");
        Diagnostics diagnostics;
        const auto typed = [&](const char* field, std::string_view text) {
            return io::read_value(plan, *type.field(field), text, "getippt", diagnostics);
        };
        CHECK(typed("mtpd", "4 h") == Value(Duration::of(240)));
        CHECK(typed("mtpd", "unbekannt") == Value(Gap::unknown));
        CHECK(typed("mtpd", "") == Value(Gap::absent));
        CHECK(typed("external", "ja") == Value(true));
        CHECK(std::get<References>(typed("uses", "APP-001, Prosoz")).size() == 2);
        CHECK(std::get<References>(typed("uses", "Prosoz"))[0].origin == "getippt");
        CHECK(std::get<Texts>(typed("decisive_scenarios", "Gesundheit; Geld, viel")) == Texts{"Gesundheit", "Geld, viel"});
        CHECK(std::get<Rows>(typed("needs", "[{node = \"Eins, zwei\"}]")).size() == 1);
        CHECK(diagnostics.empty());
        typed("mtpd", "4 Monde");
        typed("needs", "[{");
        CHECK(diagnostics.size() == 2);
    }
}
