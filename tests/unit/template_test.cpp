// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/doc/template.hpp>

#include <bcmkit/base/text.hpp>
#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace bcmkit;
using namespace bcmkit::doc;

namespace {

const std::string head = "---\nblatt: 1.01\ntitel: Karte\n---\n";

Value texts(std::vector<std::string> list) {
    Items items{{}, ", ", "Liste", std::make_shared<Value>(Value{Missing{"Eintrag", {}}})};
    for (auto& text : list) items.items.push_back(text_value(std::move(text)));
    return {std::move(items)};
}

struct Result {
    std::optional<Filled> filled;
    Diagnostics diagnostics;
};

Result filled(const std::string& body, std::vector<std::pair<std::string, Value>> values,
              std::map<std::string, std::string> partials = {}) {
    Result out;
    const auto partial = [&](std::string_view name) -> std::optional<std::string> {
        const auto found = partials.find(std::string(name));
        return found == partials.end() ? std::nullopt : std::optional(found->second);
    };
    const auto which = read_template("t.md", head + body, partial, out.diagnostics);
    if (!which) return out;
    const std::vector<Value> scopes{object_value(std::move(values))};
    out.filled = fill(*which, scopes, out.diagnostics);
    return out;
}

Blocks blocks(const std::string& body, std::vector<std::pair<std::string, Value>> values = {}) {
    auto result = filled(body, std::move(values));
    for (const auto& diagnostic : result.diagnostics) INFO(to_text(diagnostic));
    CAPTURE(result.diagnostics.empty() ? "" : to_text(result.diagnostics.front()));
    REQUIRE(result.filled);
    return result.filled->sheet.blocks;
}

std::string text_of(const Inlines& inlines) {
    std::string out;
    for (const auto& item : inlines) {
        if (const auto* text = std::get_if<Text>(&item))
            out += text->strong ? "<b>" + text->text + "</b>" : text->code ? "<c>" + text->text + "</c>" : text->text;
        else if (const auto* line = std::get_if<WriteIn>(&item))
            out += "_" + std::to_string(line->width_mm) + ":" + line->label + "_";
        else if (std::holds_alternative<Choice>(item))
            out += "[]";
        else if (const auto* sheet = std::get_if<SheetRef>(&item))
            out += "->" + sheet->sheet;
        else
            out += "/";
    }
    return out;
}

std::string error_of(const std::string& body, std::vector<std::pair<std::string, Value>> values = {}) {
    const auto result = filled(body, std::move(values));
    CHECK_FALSE(result.filled);
    return result.diagnostics.empty() ? "" : to_text(result.diagnostics.front());
}

} // namespace

TEST_CASE("a value keeps its letters in text, cells and code") {
    const auto out = blocks("Name: {{name}} und `{{name}}`\n", {{"name", text_value("*a* | `b` # c")}});
    REQUIRE(out.size() == 1);
    CHECK(text_of(std::get<Paragraph>(out[0].is).text) == "Name: *a* | `b` # c und <c>*a* | `b` # c</c>");
    const auto table = blocks("```tabelle\nA | B\n* | 20 fett\n{{name}} | x\n```\n", {{"name", text_value("a|b\n- c")}});
    const auto& rows = std::get<Table>(table.at(0).is).rows;
    REQUIRE(rows.size() == 1);
    CHECK(text_of(rows[0].cells.at(0)) == "a|b/- c");
    CHECK(text_of(rows[0].cells.at(1)) == "x");
}

TEST_CASE("a missing value is a labelled writing line, in a cell it is free space") {
    const Value missing{Missing{"Mobil", {}}};
    CHECK(text_of(std::get<Paragraph>(blocks("Ruf {{m}} an\n", {{"m", missing}}).at(0).is).text) == "Ruf _30:Mobil_ an");
    const auto table = blocks("```tabelle\nA\n*\n{{m}}, {{m}}\nRaum 1, {{m}}\n```\n", {{"m", missing}});
    const auto& rows = std::get<Table>(table.at(0).is).rows;
    CHECK(rows.at(0).cells.at(0).empty());
    CHECK(text_of(rows.at(1).cells.at(0)) == "Raum 1");
    CHECK(text_of(std::get<Paragraph>(blocks("{{m}}\n", {{"m", Value{Missing{"Mobil", "entfällt"}}}}).at(0).is).text) ==
          "entfällt");
}

TEST_CASE("boxes, lines and sheets of the template are read") {
    const auto out = blocks("☐ ja ______ Uhr von ____… Blatt **[1.02]** und [x] und [{{n}}]\n", {{"n", text_value("5.112")}});
    CHECK(text_of(std::get<Paragraph>(out.at(0).is).text) ==
          "[] ja _18:ja_ Uhr von _0:Uhr von_ Blatt ->1.02 und [x] und ->5.112");
}

TEST_CASE("lists repeat, count and nest") {
    const auto person = [](std::string name, std::vector<std::string> phones) {
        return object_value({{"name", text_value(std::move(name))}, {"phones", texts(std::move(phones))}});
    };
    Items people{{person("Ada", {"1", "2"}), person("Bo", {})}, ", ", {}, nullptr};
    const auto out = blocks("{{#people}}\n{{nr}} {{name}}:{{#phones}} {{nr}}={{.}}{{/phones}}{{^phones}} "
                            "keine{{/phones}}\n\n{{/people}}\n{{people}}\n",
                            {{"people", Value{people}}});
    REQUIRE(out.size() == 3);
    CHECK(text_of(std::get<Paragraph>(out[0].is).text) == "1 Ada: 1=1 2=2");
    CHECK(text_of(std::get<Paragraph>(out[1].is).text) == "2 Bo: keine");
    CHECK(text_of(std::get<Paragraph>(out[2].is).text) == "Ada, Bo");
}

TEST_CASE("steps carry critical marks, sub-lines and numbers through all blocks") {
    const auto out = blocks(
        "```schritte\n! **Netz trennen:** Kabel ziehen. | Leuchte aus\n- Anrufen:\n  ☐ Ada 123\n```\n\n```schritte\n- drei\n```\n"
        "```schritte rollen ohne-felder\n! S3 | Starten | läuft\n```\n");
    const auto& first = std::get<Steps>(out.at(0).is);
    REQUIRE(first.steps.size() == 2);
    CHECK(first.steps[0].critical);
    CHECK(first.steps[0].lead == "1");
    CHECK(text_of(first.steps[0].text) == "<b>Netz trennen:</b> Kabel ziehen.");
    CHECK(text_of(first.steps[0].wanted) == "Leuchte aus");
    CHECK(text_of(first.steps[1].lines.at(0)) == "[] Ada 123");
    CHECK(std::get<Steps>(out.at(1).is).steps.at(0).lead == "3");
    const auto& roles = std::get<Steps>(out.at(2).is);
    CHECK(roles.by_role);
    CHECK_FALSE(roles.with_record);
    CHECK(roles.steps.at(0).lead == "S3");
}

TEST_CASE("every block of the language is read") {
    const auto out = blocks(
        "> vorlesen\n\n***\n\n- ☐ eins\n- ☐ **zwei**\n\n```angaben\nGilt, wenn | a **oder** b\n```\n```warnung\nNichts "
        "löschen.\n```\n"
        "```halt\n# Laut:\n☐ a? ☐ b?\n> Ja → weiter\n```\n```ende\nEnde | weiter [1.02] →\n```\n```felder hoehe=14\nName : 2 | ☐ "
        "ja | Ort = Dorf\n```\n"
        "```linien 4\nLage\n```\n````kasten gestrichelt Gilt bis\n```platz 7\n```\n````\n```nummer\nNotruf | 112\n```\n"
        "```spalten\nlinks\n---\nrechts\n```\n```baum\nLtg | Ada | 1\n  S1 | Bo | 2 | 3\n```\n```zeitplan\n1 | Netz | – | IT | 0 "
        "| 4 h | 300 | 1 Tag | 1\n```\n"
        "```massstab\n```\n```tabelle zeile=9 groesse=10 stark=5\nNr. | Was\n10 rechts | * leer\n= Gruppe\n+ 2 ab 001\n```\n");
    REQUIRE(out.size() == 16);
    CHECK(std::get<Quote>(out[0].is).blocks.size() == 1);
    CHECK(std::holds_alternative<PageBreak>(out[1].is));
    CHECK(text_of(std::get<Checklist>(out[2].is).items.at(1)) == "<b>zwei</b>");
    CHECK(std::get<Facts>(out[3].is).rows.at(0).label == "Gilt, wenn");
    CHECK(std::get<Warning>(out[4].is).severe);
    CHECK(std::get<Halt>(out[5].is).questions.size() == 2);
    CHECK(text_of(std::get<EndLine>(out[6].is).right) == "weiter ->1.02 →");
    const auto& form = std::get<Form>(out[7].is).rows.at(0);
    CHECK(form.height_mm == 14);
    CHECK(form.fields.at(0).share == 2);
    CHECK(form.fields.at(1).box);
    CHECK(text_of(form.fields.at(2).value) == "Dorf");
    CHECK(std::get<WriteLines>(out[8].is).count == 4);
    CHECK(std::get<Box>(out[9].is).dashed);
    CHECK(std::get<Space>(std::get<Box>(out[9].is).blocks.at(0).is).height_mm == 7);
    CHECK(std::get<BigNumber>(out[10].is).label == "Notruf");
    CHECK(std::get<Columns>(out[11].is).columns.size() == 2);
    CHECK(std::get<Tree>(out[12].is).root.children.at(0).second_number == "3");
    const auto& bar = std::get<Schedule>(out[13].is).bars.at(0);
    CHECK(bar.restored == 240);
    CHECK(bar.limit == 1440);
    const auto& table = std::get<Table>(out[15].is);
    CHECK(table.min_row_mm == 9);
    CHECK(table.columns.at(1).write);
    CHECK(table.rows.at(0).group);
    CHECK(text_of(table.rows.at(2).cells.at(0)) == "002");
}

TEST_CASE("mistakes name file and line") {
    CHECK(error_of("a\n{{nam}}\n", {{"name", text_value("x")}}).find("t.md, Zeile 6") == 0);
    CHECK(error_of("{{nam}}\n", {{"name", text_value("x")}}).find("name") != std::string::npos);
    CHECK(error_of("x {{{name}}}\n").find("Zeile 5") != std::string::npos);
    CHECK(error_of("{{&name}}\n").find("Zeile 5") != std::string::npos);
    CHECK(error_of("{{=<% %>=}}\n").find("Zeile 5") != std::string::npos);
    CHECK(error_of("\n\n{{name\n}}\n").find("Zeile 7") != std::string::npos);
    CHECK(error_of("{{#a}}\n").find("nicht geschlossen") != std::string::npos);
    CHECK(error_of("{{> _weg}}\n").find("_weg.md") != std::string::npos);
    CHECK(error_of("\n```tabele\n```\n").find("Zeile 6") != std::string::npos);
    CHECK(error_of("```tabelle\nA | B\n* | *\na | b | c\n```\n").find("Zeile 8") != std::string::npos);
    CHECK(error_of("<b>x</b>\n").find("HTML") != std::string::npos);
    CHECK(error_of("a\uE000b\n").find("U+E000") != std::string::npos);
}

TEST_CASE("a partial that includes itself ends with an error") {
    const auto result = filled("{{> _a}}\n", {}, {{"_a.md", "x\n{{> _a}}\n"}});
    CHECK_FALSE(result.filled);
    CHECK_FALSE(result.diagnostics.empty());
}

TEST_CASE("lines of partials and blocks are those of the template") {
    const auto result = filled("eins\n\n{{> _a}}\n\n# Teil\n\nText\n", {}, {{"_a.md", "zwei\n\ndrei [7.77]\n"}});
    REQUIRE(result.filled);
    const auto& out = result.filled->sheet.blocks;
    REQUIRE(out.size() == 5);
    CHECK(out[0].source_line == 5);
    CHECK(out[2].source_line == 7);
    CHECK(out[3].source_line == 9);
    REQUIRE(result.filled->uses.size() == 1);
    CHECK(result.filled->uses[0].place.file == "_a.md");
    CHECK(result.filled->uses[0].place.line == 3);
}

TEST_CASE("a plus in the first cell of a table row is text") {
    const auto out = blocks("```tabelle\nNr. | Was\n10 | *\n+ | mehr\n+ 1\n```\n");
    const auto& rows = std::get<Table>(out.at(0).is).rows;
    REQUIRE(rows.size() == 2);
    CHECK(text_of(rows[0].cells.at(0)) == "+");
    CHECK(rows[1].cells.at(0).empty());
}

TEST_CASE("a heading without content is dropped") {
    const auto out = blocks("# leer\n\n## auch leer\n\n# voll\n\nText\n\n# Ende\n");
    REQUIRE(out.size() == 2);
    CHECK(text_of(std::get<Heading>(out[0].is).text) == "voll");
}

namespace {

/// The structure without the texts: kinds of blocks and numbers of parts. Room to write is text too: values may hold it.
std::string skeleton(const Blocks& list);
std::string skeleton(const Inlines& inlines) {
    std::string out;
    for (const auto& item : inlines) {
        if (std::holds_alternative<SheetRef>(item)) out += "s";
        // A value with several lines is several texts; that is no structure.
        if (const auto* text = std::get_if<Text>(&item)) {
            const std::string kind = text->strong ? "b" : text->code ? "k" : "";
            if (!out.ends_with(kind)) out += kind;
        }
    }
    return out;
}
std::string skeleton(const Blocks& list) {
    std::string out;
    for (const auto& block : list) {
        out += std::to_string(block.is.index()) + "(";
        if (const auto* p = std::get_if<Paragraph>(&block.is)) out += skeleton(p->text);
        if (const auto* q = std::get_if<Quote>(&block.is)) out += skeleton(q->blocks);
        if (const auto* l = std::get_if<List>(&block.is))
            for (const auto& item : l->items) out += "-" + skeleton(item);
        if (const auto* t = std::get_if<Table>(&block.is))
            for (const auto& row : t->rows)
                out += "r" + std::to_string(row.cells.size()) + (row.group ? "g" : "") + skeleton(row.cells.at(0));
        if (const auto* s = std::get_if<Steps>(&block.is))
            for (const auto& step : s->steps)
                out += "s" + std::to_string(step.lines.size()) + skeleton(step.text) + "|" + skeleton(step.wanted);
        if (const auto* f = std::get_if<Form>(&block.is))
            for (const auto& row : f->rows)
                for (const auto& field : row.fields) out += "f" + std::to_string(field.share) + (field.box ? "x" : "");
        if (const auto* h = std::get_if<Halt>(&block.is))
            out += std::to_string(h->questions.size()) + "/" + std::to_string(h->outcomes.size());
        if (const auto* f = std::get_if<Facts>(&block.is)) out += std::to_string(f->rows.size());
        if (const auto* b = std::get_if<Box>(&block.is)) out += skeleton(b->blocks) + (b->dashed ? "d" : "");
        if (const auto* c = std::get_if<Columns>(&block.is))
            for (const auto& column : c->columns) out += "c" + skeleton(column);
        if (const auto* t = std::get_if<Tree>(&block.is)) out += std::to_string(t->root.children.size());
        out += ")";
    }
    return out;
}

} // namespace

TEST_CASE("room to write in a value is room to write on paper") {
    const auto read = blocks("{{v}}\n", {{"v", text_value("Zahltag ____ gezahlt? ☐ ja, Datei a_b__c")}});
    REQUIRE(read.size() == 1);
    const auto& inlines = std::get<Paragraph>(read.front().is).text;
    REQUIRE(inlines.size() == 5);
    CHECK(std::holds_alternative<WriteIn>(inlines[1]));
    CHECK(std::holds_alternative<Choice>(inlines[3]));
    CHECK(std::get<Text>(inlines[4]).text == " ja, Datei a_b__c");
}

TEST_CASE("no value creates structure, in no context") {
    const std::string body = "# {{v}}\n\nA {{v}} b\n\n**{{v}}** `{{v}}` [{{v}}]\n\n{{v}}\n\n> {{v}}\n\n- {{v}}\n- x "
                             "{{v}}\n\n```angaben\n{{v}} | {{v}}\n```\n"
                             "```schritte\n! {{v}} | {{v}}\n- **{{v}}**\n  {{v}}\n```\n```halt\n# {{v}}\n☐ {{v}}\n> {{v}}\n```\n"
                             "```tabelle\n{{v}} | B\n* | *\n{{v}} | {{v}}\n= {{v}}\n```\n```felder\n{{v}} : 2 | x = {{v}}\n```\n"
                             "````kasten {{v}}\n{{v}}\n````\n```spalten\n{{v}}\n---\n{{v}}\n```\n```baum\n{{v}} | {{v}}\n  "
                             "{{v}}\n```\n```warnung\n{{v}}\n```\n";
    const std::string expected = skeleton(blocks(body, {{"v", text_value("harmlos")}}));
    const std::vector<std::string> pieces{"*",
                                          "**",
                                          "|",
                                          "`",
                                          "```",
                                          "\n",
                                          "\n\n",
                                          "# ",
                                          "- ",
                                          "1. ",
                                          "> ",
                                          "---",
                                          "***",
                                          "☐",
                                          "____",
                                          "____…",
                                          "[1.02]",
                                          "](x)",
                                          "![a](b)",
                                          "<b>",
                                          "<!--",
                                          "{{v}}",
                                          "{{#v}}",
                                          "= ",
                                          "+ 5",
                                          "! ",
                                          " = ",
                                          ": 9",
                                          "\uE000"
                                          "0\uE001",
                                          "\uE000",
                                          "\\",
                                          "&amp;",
                                          "    ",
                                          "\t",
                                          "~~~",
                                          "gestrichelt ",
                                          "x",
                                          "ä",
                                          "Ende"};
    std::mt19937 random(4711);
    for (int round = 0; round < 3000; ++round) {
        std::string value;
        const auto length = 1 + random() % 6;
        for (std::size_t i = 0; i < length; ++i) value += pieces[random() % pieces.size()];
        // Blank values are missing ones; they never arrive here.
        if (replaced(replaced(replaced(value, "☐", ""), "____…", ""), "____", "").find_first_not_of(" \n\t") == std::string::npos) continue;
        if (is_sheet_number(value)) continue;
        CAPTURE(value);
        CHECK(skeleton(blocks(body, {{"v", text_value(value)}})) == expected);
    }
}

TEST_CASE("unknown names are found in sections without data") {
    Diagnostics diagnostics;
    const auto which = read_template("t.md", head + "{{#list}}{{.}}{{#sub}}{{nope}}{{/sub}}{{/list}}{{^flag}}{{gone}}{{/flag}}\n",
                                     {}, diagnostics);
    REQUIRE(which);
    auto shape = std::make_shared<Value>(object_value({{"sub", Value{false}}}));
    const std::vector<Value> scopes{object_value({{"list", Value{Items{{}, ", ", {}, shape}}}, {"flag", Value{true}}})};
    check(*which, scopes, diagnostics);
    REQUIRE(diagnostics.size() == 2);
    CHECK(to_text(diagnostics[0]).find("nope") != std::string::npos);
    CHECK(to_text(diagnostics[1]).find("gone") != std::string::npos);
}

TEST_CASE("sheet numbers are told from other text") {
    for (const auto* good : {"1.02", "5.112", "5.V50", "12.01/JUG", "1.00A", "0.01"}) CHECK(is_sheet_number(good));
    for (const auto* bad : {"", "1", "1.", "1.2", "x.01", "123.01", "1.02 ", "5.V", "01.12.2026", "1.02a"})
        CHECK_FALSE(is_sheet_number(bad));
}
