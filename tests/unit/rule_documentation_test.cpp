// SPDX-License-Identifier: EUPL-1.2
// docs/handbuch/regeln.md follows from the table of rules. BCMKIT_ACCEPT=1 writes it anew.
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/check/finding.hpp>
#include <bcmkit/check/rule.hpp>

#include <doctest/doctest.h>

#include <cstdlib>

using namespace bcmkit;

namespace {

const std::filesystem::path folder = std::filesystem::path(BCMKIT_SOURCE_DIR) / "docs/handbuch";

std::string severity_at(const check::Rule& rule, model::Level level) {
    return std::string(check::severity_word(rule.severity_at(level)));
}

/// "FEHLER", or "WARNUNG, ab Stufe Aufbau FEHLER".
std::string severity_text(const check::Rule& rule) {
    const auto lowest = severity_at(rule, model::Level::reactive);
    if (severity_at(rule, rule.level) == lowest) return lowest;
    return lowest + ", ab Stufe " + std::string(model::level_word(rule.level)) + " " + severity_at(rule, rule.level);
}

std::string readable(std::string_view remedy) {
    std::string out = replaced(replaced(remedy, "{id}", "ID"), "{feld}", "feld");
    for (const auto* hole : {"{0}", "{1}", "{2}"}) out = replaced(out, hole, "…");
    return out;
}

std::string section(const check::Rule& rule) {
    const auto text = check::text_of(rule);
    std::string out = "\n## " + std::string(rule.id) + " · " + std::string(text.title) + "\n\n";
    out += "* **Gewicht:** " + severity_text(rule) + "\n";
    if (rule.limit > 0)
        out += "* **Grenze:** " + std::to_string(rule.limit) + " " + std::string(rule.limit_unit) +
               ", einstellbar unter `pruefung`\n";
    return out + "* **Warum:** " + std::string(text.reason) + "\n* **Abhilfe:** " + readable(text.remedy) + "\n* **Quelle:** " +
           std::string(text.source) + "\n";
}

std::string documentation() {
    std::string out = read_file(folder / "_regeln-kopf.md");
    out = replaced(out, "{anzahl}", std::to_string(check::all_rules().size()));
    for (const auto& rule : check::all_rules()) out += section(rule);
    return out + read_file(folder / "_regeln-ende.md");
}

} // namespace

TEST_SUITE("rule documentation") {
    TEST_CASE("the list of rules in the handbook follows from the table of rules") {
        const auto file = folder / "regeln.md";
        const std::string wanted = documentation();
        if (std::getenv("BCMKIT_ACCEPT")) write_file(file, wanted);
        const bool is_current = std::filesystem::exists(file) && read_file(file) == wanted;
        CHECK_MESSAGE(is_current, "BCMKIT_ACCEPT=1 build/dev/bin/unit -ts=\"rule documentation\" writes it anew");
    }

    TEST_CASE("a rule that the handbook calls missing is missing, and says why") {
        int listed = 0;
        const auto text = read_file(folder / "_regeln-ende.md");
        for (const auto line : split(text, '\n')) {
            if (!line.starts_with("| BK-")) continue;
            ++listed;
            const auto cells = split(line, '|');
            REQUIRE(cells.size() >= 4);
            CAPTURE(std::string(line));
            CHECK(check::rule(trimmed(cells[1])) == nullptr);
            CHECK(trimmed(cells[3]).size() > 20);
        }
        CHECK(listed == 12);
    }
}
