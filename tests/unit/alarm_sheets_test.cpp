// SPDX-License-Identifier: EUPL-1.2
// Register 2 on paper: whom to call, in which order, and with numbers that are read without glasses.
#include "plans.hpp"

#include <bcmkit/base/text.hpp>
#include <bcmkit/compose/book.hpp>
#include <bcmkit/layout/layout.hpp>

#include <algorithm>
#include <map>

using namespace bcmkit;

namespace {

const layout::FontSet& fonts() {
    static const layout::FontSet set;
    return set;
}

doc::Document register_2(const model::Plan& plan, model::Audience audience) {
    const compose::Book book(plan, compose::own_templates(), audience, plans::day());
    Diagnostics diagnostics;
    const std::vector<std::string> words{"2.01-2.06"};
    return book.fill(book.select(words), nullptr, diagnostics).document;
}

const doc::Sheet& sheet_of(const doc::Document& document, std::string_view number) {
    const auto found =
        std::ranges::find(document.sheets, number, [](const doc::Sheet& one) { return std::string_view(one.number); });
    REQUIRE(found != document.sheets.end());
    return *found;
}

/// "3H2": three steps, a HALT, two steps.
std::string rhythm(const doc::Sheet& sheet) {
    std::string out;
    for (const auto& block : sheet.blocks) {
        if (const auto* steps = std::get_if<doc::Steps>(&block.is)) out += std::to_string(steps->steps.size());
        if (std::holds_alternative<doc::Halt>(block.is)) out += "H";
    }
    return out;
}

/// "0176 040 69-001", typeset in one piece.
bool is_number(std::string_view text) {
    const std::string plain = replaced(trimmed(text), "\u00A0", "");
    return plain.size() > 8 && plain.front() == '0' && plain.find('-') != std::string::npos &&
           plain.find_first_not_of("0123456789-") == std::string::npos;
}

std::vector<model::Plan> examples() { return {plans::sound(), plans::read(plans::example("landkreis-musterland"))}; }
constexpr model::Audience readers[] = {model::Audience::intern, model::Audience::staff};

} // namespace

TEST_SUITE("alarm sheets") {
    TEST_CASE("a HALT stands where its answers send the reader on") {
        const auto document = register_2(plans::sound(), model::Audience::intern);
        CHECK(rhythm(sheet_of(document, "2.01")) == "2H2");  // "weiter: Zeile 3"
        CHECK(rhythm(sheet_of(document, "2.03")) == "6H6H"); // "weiter: Zeile 7"
    }

    TEST_CASE("every number of register 2 has at least 12 points") {
        constexpr int least = 120;
        for (const auto& plan : examples()) {
            for (const auto audience : readers) {
                const auto document = register_2(plan, audience);
                std::size_t seen = 0;
                for (const auto& sheet : document.sheets) {
                    CAPTURE(sheet.number);
                    for (const auto& page : layout::lay_out(sheet, document.imprint, fonts()).pages) {
                        for (const auto& item : page.items) {
                            const auto* run = std::get_if<layout::TextRun>(&item.is);
                            if (run == nullptr || !is_number(run->text)) continue;
                            ++seen;
                            CAPTURE(run->text);
                            CHECK(run->size >= least);
                        }
                    }
                }
                CHECK(seen > 100);
            }
        }
    }

    TEST_CASE("register 2 keeps its pages, also with private numbers and without any data") {
        // 2.02, 2.04 and 2.05 of a Landkreis exceed print-design §2.3: see docs/entwicklung/druck-bewertung.md.
        const std::map<std::string, std::size_t> most{{"2.01", 2}, {"2.02", 2}, {"2.03", 2},
                                                      {"2.04", 6}, {"2.05", 4}, {"2.06", 1}};
        auto plans = examples();
        plans.emplace_back();
        for (const auto& plan : plans) {
            for (const auto audience : readers) {
                const auto document = register_2(plan, audience);
                CHECK(document.sheets.size() == most.size());
                for (const auto& sheet : document.sheets) {
                    CAPTURE(sheet.number);
                    const auto laid = layout::lay_out(sheet, document.imprint, fonts());
                    CHECK(laid.pages.size() <= most.at(sheet.number));
                    for (const auto& diagnostic : laid.diagnostics) {
                        if (diagnostic.severity != Severity::info) FAIL_CHECK(to_text(diagnostic));
                    }
                }
            }
        }
    }
}
