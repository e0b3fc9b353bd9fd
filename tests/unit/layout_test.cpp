// SPDX-License-Identifier: EUPL-1.2
#include "layout_samples.hpp"

#include <bcmkit/base/file.hpp>
#include <bcmkit/layout/layout.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>

using namespace bcmkit;
using samples::block;

namespace {

const layout::FontSet& fonts() {
    static const layout::FontSet set;
    return set;
}

layout::SheetPages pages_of(doc::Sheet sheet) { return layout::lay_out(sheet, samples::imprint(), fonts()); }
layout::SheetPages pages_of(doc::Blocks blocks) { return pages_of(samples::sheet("7.01", "Probe", std::move(blocks))); }

std::string text_of(const layout::Page& page) {
    std::string text;
    for (const auto& item : page.items)
        if (const auto* run = std::get_if<layout::TextRun>(&item.is)) text += run->text + "\n";
    return text;
}
std::string text_of(const layout::SheetPages& sheet) {
    std::string text;
    for (const auto& page : sheet.pages) text += text_of(page);
    return text;
}
bool has_message(const layout::SheetPages& sheet, std::string_view key) {
    return std::any_of(sheet.diagnostics.begin(), sheet.diagnostics.end(),
                       [&](const auto& one) { return one.message.key == key; });
}

/// Compares with tests/golden; BCMKIT_ACCEPT=1 rewrites.
void check_golden(const std::string& name, const std::string& text) {
    const auto path = std::filesystem::path(BCMKIT_SOURCE_DIR) / "tests" / "golden" / (name + ".pages");
    if (std::getenv("BCMKIT_ACCEPT") != nullptr) write_file(path, text);
    REQUIRE(std::filesystem::exists(path));
    CHECK_MESSAGE(read_file(path) == text, name << " differs; look at it, then accept with BCMKIT_ACCEPT=1");
}

doc::Blocks many_paragraphs(int count) {
    doc::Blocks blocks;
    for (int i = 0; i < count; ++i)
        blocks.push_back(block(samples::paragraph("Absatz " + std::to_string(i) + " mit etwas Text.")));
    return blocks;
}

} // namespace

TEST_CASE("the pages of each kind of sheet are as they were accepted") {
#if !BCMKIT_FONTS_PINNED
    MESSAGE("built with other fonts than the pinned ones (the build has said so): positions are not compared");
    return;
#endif
    check_golden("alarm-card", layout::dump(pages_of(samples::alarm_card())));
    check_golden("service-sheet", layout::dump(pages_of(samples::service_sheet())));
    check_golden("contacts", layout::dump(pages_of(samples::contacts_sheet())));
    check_golden("schedule", layout::dump(pages_of(samples::schedule_sheet())));
    check_golden("log", layout::dump(pages_of(samples::log_sheet())));
    check_golden("pocket-card", layout::dump(pages_of(samples::pocket_card())));
}

TEST_CASE("a card with seven steps, a HALT and an end line is complete on one page") {
    const auto sheet = pages_of(samples::alarm_card());
    CHECK(sheet.pages.size() == 1);
    for (const auto& diagnostic : sheet.diagnostics) CHECK_MESSAGE(diagnostic.severity == Severity::info, to_text(diagnostic));
    // Also when the printer turns the paper: then the back is empty, on purpose.
    const auto both_sides = layout::lay_out(samples::alarm_card(), samples::imprint(), fonts(), {true});
    CHECK(both_sides.pages[0].kennung == sheet.pages[0].kennung);
}

TEST_CASE("the role stands white on black at the head of its step, and fields are named once around a HALT") {
    doc::Steps steps;
    steps.by_role = true;
    doc::Step step;
    step.lead = "S3";
    step.text = {doc::Text{"Ersatzformulare ausgeben und Nummernkreise zuteilen."}};
    steps.steps = {step};
    doc::Halt halt;
    halt.questions = {{doc::Text{"Wer führt?"}}};
    const auto pages = pages_of({block(steps), block(halt), block(steps)});
    REQUIRE(pages.pages.size() == 1);
    int roles = 0, labels = 0;
    for (const auto& item : pages.pages[0].items) {
        const auto* run = std::get_if<layout::TextRun>(&item.is);
        if (!run) continue;
        roles += run->text == "S3 " && run->ink == layout::Ink::white;
        labels += run->text == "Uhrzeit";
    }
    CHECK(roles == 2);
    CHECK(labels == 1);
}

TEST_CASE("a heading stays with the text below it") {
    for (int count = 20; count < 45; ++count) {
        auto blocks = many_paragraphs(count);
        blocks.push_back(block(samples::heading(1, "Überschrift am Ende")));
        blocks.push_back(block(samples::paragraph("Der Text darunter.")));
        const auto sheet = pages_of(std::move(blocks));
        for (const auto& page : sheet.pages) {
            const auto text = text_of(page);
            CHECK((text.find("Überschrift am Ende") != std::string::npos) ==
                  (text.find("Der Text darunter.") != std::string::npos));
        }
    }
}

TEST_CASE("a row of a table is never torn apart, and the head is repeated") {
    doc::Table table;
    table.columns = {samples::column("Nr.", 20), samples::column("Was", 0)};
    for (int i = 0; i < 60; ++i)
        table.rows.push_back(
            samples::row({"Zeile", "Anfang, dann ein langer Text, der mehrere Zeilen braucht, damit ein Umbruch "
                                   "mitten darin möglich wäre, wenn ihn niemand verhindert, und am Schluss das Ende."}));
    const auto sheet = pages_of({block(table)});
    CHECK(sheet.pages.size() > 2);
    for (const auto& page : sheet.pages) {
        const auto text = text_of(page);
        const auto count = [&](std::string_view word) {
            int found = 0;
            for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
            return found;
        };
        CHECK(count("Anfang") == count("Ende."));
        CHECK(count("Nr.") == 1);
    }
    CHECK(text_of(sheet.pages.front()).find("Fortsetzung nächste Seite") != std::string::npos);
    CHECK(text_of(sheet.pages.back()).find("Fortsetzung nächste Seite") == std::string::npos);
}

TEST_CASE("a row higher than a page is split between lines and nothing is lost") {
    std::string words;
    for (int i = 0; i < 3000; ++i) words += "Wort" + std::to_string(i) + " ";
    doc::Table table;
    table.columns = {samples::column("Text", 0)};
    table.rows = {samples::row({words})};
    const auto sheet = pages_of({block(table)});
    CHECK(sheet.pages.size() > 1);
    const auto text = text_of(sheet);
    for (int i = 0; i < 3000; i += 7) CHECK(text.find("Wort" + std::to_string(i) + " ") != std::string::npos);
    for (const auto& page : sheet.pages)
        for (const auto& item : page.items)
            if (const auto* run = std::get_if<layout::TextRun>(&item.is)) CHECK(run->at.y < page.height);
}

TEST_CASE("page breaks at the start, at the end and in a row make no blank pages") {
    doc::Blocks blocks;
    blocks.push_back(block(doc::PageBreak{}));
    blocks.push_back(block(samples::paragraph("Vorderseite")));
    blocks.push_back(block(doc::PageBreak{}));
    blocks.push_back(block(doc::PageBreak{}));
    blocks.push_back(block(samples::paragraph("Rückseite")));
    blocks.push_back(block(doc::PageBreak{}));
    CHECK(pages_of(blocks).pages.size() == 2);
}

TEST_CASE("the back begins a page where the front is complete and the rest does not fit below it") {
    const auto with_rest = [](int paragraphs) {
        doc::Blocks blocks;
        for (int i = 0; i < 20; ++i) blocks.push_back(block(samples::paragraph("Vorderseite")));
        blocks.push_back(block(doc::PageBreak{true}));
        for (int i = 0; i < paragraphs; ++i) blocks.push_back(block(samples::paragraph("Rückseite")));
        return pages_of(blocks);
    };
    CHECK(with_rest(5).pages.size() == 1);
    const auto two = with_rest(34);
    REQUIRE(two.pages.size() == 2);
    CHECK(text_of(two.pages[0]).find("Rückseite") == std::string::npos);
}

TEST_CASE("a front that runs over is pressed until it is complete") {
    doc::Steps steps;
    for (int i = 1; i <= 9; ++i) {
        doc::Step step;
        step.lead = std::to_string(i);
        step.text = {
            doc::Text{"Anzeige annehmen, vollständig in Druckschrift, Name buchstabieren lassen, Ausweis vorlegen lassen."}};
        step.wanted = {doc::Text{"Nummer notiert"}};
        steps.steps.push_back(step);
    }
    doc::Halt halt;
    halt.questions = {{doc::Text{"Sind Verstorbene gestrichen?"}}, {doc::Text{"Haben zwei Personen unterschrieben?"}}};
    doc::Blocks blocks;
    for (int i = 0; i < 6; ++i) blocks.push_back(block(samples::paragraph("Muss laufen")));
    blocks.insert(blocks.end(), {block(steps), block(halt), block(doc::PageBreak{true})});
    for (int i = 0; i < 10; ++i) blocks.push_back(block(samples::paragraph("Rückseite")));
    const auto sheet = pages_of(blocks);
    REQUIRE(sheet.pages.size() == 2);
    CHECK(text_of(sheet.pages[0]).find("Haben zwei Personen") != std::string::npos);
    CHECK(text_of(sheet.pages[1]).find("Muss laufen") == std::string::npos);
    CHECK(text_of(sheet.pages[1]).find("Rückseite") != std::string::npos);
}

TEST_CASE("a Blatt with an odd number of pages gets a back that says it is empty, only in duplex") {
    auto sheet = samples::sheet("7.01", "Probe", {block(samples::paragraph("Text"))});
    CHECK(layout::lay_out(sheet, samples::imprint(), fonts()).pages.size() == 1);
    const auto both = layout::lay_out(sheet, samples::imprint(), fonts(), {true});
    REQUIRE(both.pages.size() == 2);
    CHECK(text_of(both.pages[1]).find("Diese Seite bleibt absichtlich leer.") != std::string::npos);
    // The Kennung says whether the content is the same, not how it was printed.
    CHECK(both.pages[0].kennung == layout::lay_out(sheet, samples::imprint(), fonts()).pages[0].kennung);
}

TEST_CASE("the Kennung changes with the content and not with the edition") {
    const auto first = pages_of(samples::alarm_card());
    auto other = samples::imprint();
    other.edition = "Ausgabe 3 · 15.01.2027";
    CHECK(layout::lay_out(samples::alarm_card(), other, fonts()).pages[0].kennung == first.pages[0].kennung);
    auto changed = samples::alarm_card();
    changed.title = "Cyberangriff: erste 20 Minuten";
    CHECK(pages_of(changed).pages[0].kennung != first.pages[0].kennung);
}

TEST_CASE("the foot names the Blatt however long its number is") {
    const std::string longest = "12.01/RESERVE-STANDESAMT";
    for (std::size_t length = 5; length <= longest.size(); ++length) {
        const std::string number = longest.substr(0, length);
        CAPTURE(number);
        const auto sheet = pages_of(samples::sheet(number, "Probe", {block(samples::paragraph("Text"))}));
        CHECK(text_of(sheet).find("Blatt " + number) != std::string::npos);
    }
}

TEST_CASE("a word wider than its column breaks, says so and loses nothing") {
    const std::string word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    doc::Table table;
    table.columns = {samples::column("A", 20), samples::column("B", 0), samples::column("C", 110)};
    table.rows = {samples::row({word, "x", "y"})};
    const auto sheet = pages_of({block(table)});
    CHECK(has_message(sheet, "layout.word_broken"));
    std::string joined;
    for (const char c : text_of(sheet))
        if (c != '\n' && c != '-') joined += c;
    CHECK(joined.find(word) != std::string::npos);
}

TEST_CASE("a word of 100 kB costs next to nothing") {
    const auto begin = std::chrono::steady_clock::now();
    const auto sheet = pages_of({block(samples::paragraph(std::string(100'000, 'x')))});
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    CHECK(sheet.pages.size() > 3);
    CHECK(seconds < 2.0); // a debug build on a busy machine; some 10 ms otherwise
}

TEST_CASE("a name longer than its column breaks beside its number, and the answers stay on its first line") {
    doc::Steps steps;
    steps.steps = {
        samples::step(true, "3", "**Lebenswichtiges prüfen:**", "",
                      {"Leitstelle 0171~392~00-11 ☐ läuft ☐ gestört",
                       "Warnung der Bevölkerung und Katastrophenschutz-Stab des Kreises 0171~392~00-12 ☐ läuft ☐ gestört"})};
    const auto sheet = pages_of({block(steps)});
    const auto& items = sheet.pages.front().items;
    std::map<std::string, layout::Point> at;
    for (const auto& item : items)
        if (const auto* run = std::get_if<layout::TextRun>(&item.is)) at.emplace(run->text, run->at);
    std::vector<layout::Point> answers;
    for (const auto& item : items)
        if (const auto* run = std::get_if<layout::TextRun>(&item.is);
            run != nullptr && run->text.find("gestört") != std::string::npos)
            answers.push_back(run->at);
    const auto first = at.at("0171\u00A0392\u00A000-11"), second = at.at("0171\u00A0392\u00A000-12");
    CHECK(first.x == second.x);
    const auto name = std::find_if(at.begin(), at.end(), [](const auto& one) { return one.first.starts_with("Warnung"); });
    REQUIRE(name != at.end());
    CHECK(name->second.y == second.y);
    REQUIRE(answers.size() == 2);
    CHECK(answers[1].y == second.y);
}

TEST_CASE("what belongs to a box to tick hangs behind it; several boxes in a row do not") {
    const auto rest_at = [](std::string_view text) {
        const auto sheet = pages_of({block(samples::paragraph(text))});
        layout::Length box = 0, last = 0;
        for (const auto& item : sheet.pages.front().items) {
            if (const auto* frame = std::get_if<layout::Frame>(&item.is); frame != nullptr && frame->thickness > 0) {
                if (box == 0) box = frame->area.x;
            }
            if (const auto* run = std::get_if<layout::TextRun>(&item.is);
                run != nullptr && run->text.find("Ende") != std::string::npos)
                last = run->at.x;
        }
        return last - box;
    };
    const std::string filler(150, 'i');
    CHECK(rest_at("☐ Anfang " + std::string(60, 'm') + " " + filler + " Ende") > 4000);
    CHECK(rest_at("☐ ja ☐ nein " + std::string(60, 'm') + " " + filler + " Ende") == 0);
}

TEST_CASE("a blank to write in stays with um and Uhr and leaves a pen its room") {
    for (int padding = 20; padding < 90; ++padding) {
        const auto sheet = pages_of({block(samples::paragraph(std::string(static_cast<std::size_t>(padding), 'i') +
                                                              " Und dann noch ein paar Wörter mehr, Ende um ______ Uhr"))});
        layout::Length um = -1, uhr = -2, first = 0;
        for (const auto& item : sheet.pages.front().items) {
            const auto* run = std::get_if<layout::TextRun>(&item.is);
            if (run == nullptr) continue;
            if (run->text.starts_with("ii")) first = run->at.y;
            if (run->text.find("um ") != std::string::npos) um = run->at.y;
            if (run->text.find("Uhr") != std::string::npos) uhr = run->at.y;
        }
        CHECK(um == uhr);
        if (um > first) CHECK(um - first >= 8000);
    }
}

TEST_CASE("every page with a page after it says so, whoever made the break") {
    doc::Blocks blocks = many_paragraphs(3);
    blocks.push_back(block(doc::PageBreak{}));
    for (auto& one : many_paragraphs(120)) blocks.push_back(one);
    const auto sheet = pages_of(blocks);
    REQUIRE(sheet.pages.size() > 2);
    for (std::size_t i = 0; i < sheet.pages.size(); ++i)
        CHECK((text_of(sheet.pages[i]).find("Fortsetzung nächste Seite") != std::string::npos) == (i + 1 < sheet.pages.size()));
}

TEST_CASE("phone numbers, units and references do not break") {
    for (int padding = 0; padding < 60; ++padding) {
        const std::string text = std::string(static_cast<std::size_t>(padding), 'i') +
                                 " und dann 72 Stunden nach Blatt 1.02 im Raum K 04 anrufen 0171~392~00-17 sofort";
        const auto sheet = pages_of({block(samples::paragraph(text + " " + text + " " + text))});
        const auto all = text_of(sheet);
        CHECK(all.find("72 \n") == std::string::npos);
        CHECK(all.find("Blatt \n") == std::string::npos);
        CHECK(all.find("K \n") == std::string::npos);
        CHECK(all.find("0171\u00A0392\u00A000-17") != std::string::npos);
    }
}

TEST_CASE("a character without a glyph is printed as a replacement and reported") {
    const auto sheet = pages_of({block(samples::paragraph("Herr 王 Wang"))});
    CHECK(has_message(sheet, "layout.glyph_missing"));
    bool found = false;
    for (const auto& diagnostic : sheet.diagnostics)
        found = found || (diagnostic.message.args.size() == 2 && diagnostic.message.args[0] == "738B");
    CHECK(found);
}

TEST_CASE("too many steps without HALT and wordy steps are reported") {
    doc::Steps steps;
    std::string wordy;
    for (int i = 0; i < 26; ++i) wordy += "Wort ";
    steps.steps.push_back(samples::step(false, "1", wordy));
    for (int i = 2; i <= 11; ++i) steps.steps.push_back(samples::step(false, std::to_string(i), "Kurz."));
    const auto sheet = pages_of({block(steps)});
    CHECK(has_message(sheet, "layout.long_step"));
    CHECK(has_message(sheet, "layout.many_steps"));
}

TEST_CASE("nothing is smaller than 10 pt, thinner than 0.75 pt, in the punch zone or at the edge of the paper") {
    for (const auto& sheet : layout::lay_out(samples::binder(), fonts()))
        for (const auto& page : sheet.pages)
            for (const auto& item : page.items) {
                if (const auto* run = std::get_if<layout::TextRun>(&item.is)) {
                    CHECK(run->size >= 100);
                    CHECK(run->at.x >= 7900);
                    CHECK(run->at.x + run->width <= page.width - 7900);
                    CHECK(run->at.y <= page.height - 7900);
                }
                if (const auto* rule = std::get_if<layout::Rule>(&item.is)) CHECK(rule->thickness >= 264);
                if (const auto* frame = std::get_if<layout::Frame>(&item.is)) {
                    CHECK((frame->thickness == 0 || frame->thickness >= 264));
                    CHECK(frame->area.width > 0);
                    CHECK(frame->area.height > 0);
                    if (page.width == 210'000 && sheet.number != "1.09") CHECK(frame->area.x >= 20'000);
                }
            }
}

TEST_CASE("a poster is pressed onto one page without going below 36 pt in its lead lines and 24 pt in its text") {
    auto poster = samples::poster();
    auto& steps = std::get<doc::Steps>(poster.blocks.front().is).steps;
    while (steps.size() < 7)
        steps.push_back(samples::step(false, std::to_string(steps.size() + 1), "**Andere warnen,** warten."));
    poster.blocks.push_back(block(samples::paragraph("Treffpunkt: Parkplatz hinter dem Kreishaus")));
    const auto roomy = layout::lay_out(poster, samples::imprint(), fonts());
    REQUIRE(roomy.pages.size() == 1);
    std::map<std::string, int> sizes;
    for (const auto& item : roomy.pages.front().items)
        if (const auto* run = std::get_if<layout::TextRun>(&item.is)) sizes.emplace(run->text, run->size);
    const auto size_of = [&](std::string_view start) {
        const auto found =
            std::find_if(sizes.begin(), sizes.end(), [&](const auto& one) { return one.first.starts_with(start); });
        return found == sizes.end() ? 0 : found->second;
    };
    CHECK(size_of("Andere") == 360);
    CHECK(size_of("Treffpunkt") == 240);
}

TEST_CASE("a title without end is cut and reported, and leaves room for the content") {
    auto sheet = samples::sheet("7.01", std::string(60'000, 'T'), {block(samples::paragraph("Inhalt"))});
    sheet.mark = std::string(500, 'M');
    const auto pages = pages_of(sheet);
    CHECK(has_message(pages, "layout.overflow"));
    CHECK(pages.pages.size() == 1);
    CHECK(text_of(pages).find("Inhalt") != std::string::npos);
}

TEST_CASE("what people type as odd content neither crashes nor loops") {
    CHECK(pages_of(doc::Blocks{}).pages.size() == 1);
    doc::Table no_rows;
    no_rows.columns = {samples::column("A", 0), samples::column("B", 1000)};
    doc::Table many_columns;
    for (int i = 0; i < 40; ++i) many_columns.columns.push_back(samples::column("Spalte", 20));
    many_columns.rows.push_back(samples::row({"x"}));
    doc::Box outer;
    for (int i = 0; i < 30; ++i) {
        doc::Box next;
        next.title = "innen";
        next.blocks = {block(outer)};
        outer = next;
    }
    doc::Tree deep;
    for (int i = 0; i < 200; ++i) {
        doc::Tree::Node node{"Rolle", "Name", "110", "", {deep.root}, "Vertretung", "112"};
        deep.root = node;
    }
    const auto sheet =
        pages_of({block(no_rows), block(many_columns), block(outer), block(deep), block(doc::Steps{}), block(doc::Halt{}),
                  block(doc::Facts{}), block(doc::Form{}), block(doc::Schedule{}), block(doc::Columns{}), block(doc::Quote{}),
                  block(doc::BigNumber{}), block(doc::Space{100000}), block(doc::WriteLines{"", 1'000'000})});
    CHECK(sheet.pages.size() < 40);
    CHECK(has_message(sheet, "layout.too_deep"));
    CHECK(has_message(sheet, "layout.columns_too_wide"));
}
