// SPDX-License-Identifier: EUPL-1.2
// docs/formate/quellformat.md follows from the field table. BCMKIT_ACCEPT=1 writes it anew.
#include "temp.hpp"

#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/io/source.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace bcmkit;
using namespace bcmkit::model;

namespace {

const std::filesystem::path folder = std::filesystem::path(BCMKIT_SOURCE_DIR) / "docs/formate";

std::string example_id(const RecordType& type) { return std::string(type.prefix) + "-001"; }

Value example(const Field& field) {
    const auto reference = [&] {
        for (const auto* type : record_types()) {
            if (may_target(field, *type) && (field.targets != "*" || type->code == "infrastructure"))
                return to(example_id(*type));
        }
        return Reference{};
    };
    switch (field.kind) {
    case Kind::text: return std::string(field.label) + ", ein Beispiel";
    case Kind::long_text: return std::string("Erster Absatz.\n\n- ein Punkt\n- noch ein Punkt");
    case Kind::number: return std::int64_t{3};
    case Kind::flag: return true;
    case Kind::choice: return std::string(field.choices.front().code);
    case Kind::date: return *parse_date("2026-12-01");
    case Kind::duration: return Duration::of(4 * minutes_per_hour);
    case Kind::phone: return std::string("+493023125112");
    case Kind::email: return std::string("amt@musterland.example.org");
    case Kind::reference: return reference();
    case Kind::references: return References{reference()};
    case Kind::texts: return Texts{"erstens", "zweitens"};
    case Kind::rows: {
        Row row;
        for (const auto& cell : field.row_type->fields)
            row.cells.push_back(row.cells.size() < 4 ? example(cell) : Value(Gap::absent));
        return Rows{row};
    }
    }
    return Gap::absent;
}

/// What somebody has to answer, and lists of rows; at least six fields.
bool belongs_to_example(const RecordType& type, const Field& field) {
    const auto place = &field - type.fields.data();
    return field.required != Level::optional || field.kind == Kind::rows || place < 6;
}

Plan example_plan() {
    Plan plan;
    for (const auto* type : record_types()) {
        void* record = type->add(plan, example_id(*type));
        for (const auto& field : type->fields) {
            if (field.name == "id" || field.name == "sheet" || !belongs_to_example(*type, field)) continue;
            field.set(record, field.name == "name" ? Value(std::string(type->label) + ", ein Beispiel") : example(field));
        }
    }
    return plan;
}

std::string kind_text(const Field& field) {
    switch (field.kind) {
    case Kind::text: return "Text";
    case Kind::long_text: return "langer Text";
    case Kind::number: return "Zahl" + (field.unit.empty() ? "" : " (" + std::string(field.unit) + ")");
    case Kind::flag: return "ja/nein";
    case Kind::date: return "Datum";
    case Kind::duration: return "Dauer";
    case Kind::phone: return "Telefon";
    case Kind::email: return "E-Mail";
    case Kind::texts: return "Texte";
    case Kind::rows: return "Zeilen: " + std::string(field.row_type->label);
    case Kind::choice: {
        std::vector<std::string> words;
        for (const auto& choice : field.choices)
            words.push_back("`" + std::string(choice.code) + "`" +
                            (choice.code == choice.label ? "" : " " + std::string(choice.label)));
        return joined(words, ", ");
    }
    case Kind::reference:
    case Kind::references: {
        std::vector<std::string> words;
        for (const auto* type : record_types()) {
            if (field.targets != "*" && may_target(field, *type)) words.emplace_back(type->plural_label);
        }
        return std::string(field.kind == Kind::reference ? "Verweis: " : "Verweise: ") +
               (words.empty() ? "alle Arten" : joined(words, ", "));
    }
    }
    return {};
}

std::string field_table(const RecordType& type) {
    std::string text = "| Schlüssel | Bezeichnung | Art | ab Stufe | Was gefragt ist |\n|---|---|---|---|---|\n";
    for (const auto& field : type.fields)
        text += "| `" + std::string(field.name) + "` | " + std::string(field.label) + " | " + kind_text(field) + " | " +
                (field.required == Level::optional ? "" : std::string(level_word(field.required))) + " | " +
                std::string(field.help) + " |\n";
    return text;
}

std::string documentation() {
    std::string text = read_file(folder / "_quellformat-kopf.md");
    const auto examples = io::write_source(example_plan());
    std::vector<const RecordType*> row_types;
    text += "\n# Alle Arten\n";
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const RecordType& type = *record_types()[i];
        text += "\n## " + std::string(type.plural_label) + ": `" + examples[i].name + "`\n\n" + std::string(type.help) +
                " IDs: `" + example_id(type) + "`.\n\n" + field_table(type) + "\n```toml\n" + examples[i].text + "```\n";
        for (const auto& field : type.fields) {
            if (field.row_type && std::ranges::find(row_types, field.row_type) == row_types.end())
                row_types.push_back(field.row_type);
        }
    }
    text += "\n# Alle Arten von Zeilen\n";
    for (const auto* type : row_types)
        text += "\n## " + std::string(type->label) + "\n\n" + std::string(type->help) + "\n\n" + field_table(*type);
    return text;
}

} // namespace

TEST_SUITE("format documentation") {
    TEST_CASE("the description of the source format follows from the field table") {
        const auto file = folder / "quellformat.md";
        const std::string wanted = documentation();
        if (std::getenv("BCMKIT_ACCEPT")) write_file(file, wanted);
        const bool is_current = std::filesystem::exists(file) && read_file(file) == wanted;
        CHECK_MESSAGE(is_current, "BCMKIT_ACCEPT=1 build/dev/bin/unit -ts=\"format documentation\" writes it anew");
    }

    TEST_CASE("a plan can be built from the examples of the description alone") {
        const std::string text = read_file(folder / "quellformat.md");
        const TempFolder source;
        std::string file;
        bool is_example = false;
        std::string body;
        for (const auto line : split(text, '\n')) {
            if (line.starts_with("## ") && line.ends_with(".toml`")) {
                const auto start = line.find('`') + 1;
                file = line.substr(start, line.size() - 1 - start);
            }
            if (is_example && line == "```") {
                source.write(file, body);
                is_example = false;
            }
            if (is_example) body += std::string(line) + "\n";
            if (line == "```toml") {
                is_example = true;
                body.clear();
            }
        }
        const auto result = io::read_folder(source.path(), {}, false);
        for (const auto& diagnostic : result.diagnostics) MESSAGE(to_text(diagnostic));
        CHECK(result.diagnostics.empty());
        CHECK(result.not_found.empty());
        for (const auto* type : record_types()) CHECK(type->count(result.plan) == 1);
    }
}
