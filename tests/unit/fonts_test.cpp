// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/layout/fonts.hpp>

#include <doctest/doctest.h>

#include <cstdlib>

using namespace bcmkit::layout;

TEST_CASE("all digits are equally wide, so that numbers stand below each other") {
    const FontSet fonts;
    for (const auto face : {Face::text, Face::strong, Face::code, Face::strong_code}) {
        const auto zero = fonts.shaped("0", face).width;
        for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
            // A five-hundredth of the size is what the 1 of Inter Bold is off; nobody sees it.
            CHECK(std::abs(fonts.shaped(digit, face).width - zero) <= 200);
        }
    }
}

TEST_CASE("pairs of letters are kerned") {
    const FontSet fonts;
    CHECK(fonts.shaped("AV", Face::text).width < fonts.shaped("A", Face::text).width + fonts.shaped("V", Face::text).width);
}

TEST_CASE("codes have a zero that is no O and an l that is no I") {
    const FontSet fonts;
    CHECK(fonts.shaped("0", Face::code).glyphs.at(0).id != fonts.shaped("0", Face::text).glyphs.at(0).id);
    CHECK(fonts.shaped("I", Face::code).glyphs.at(0).id != fonts.shaped("I", Face::text).glyphs.at(0).id);
    CHECK(fonts.shaped("l", Face::code).glyphs.at(0).id != fonts.shaped("l", Face::text).glyphs.at(0).id);
}

TEST_CASE("people's names and the symbols of the sheets have glyphs in all faces") {
    const FontSet fonts;
    for (const auto face : {Face::text, Face::strong, Face::code, Face::strong_code})
        for (const char* word : {"Şahin", "Łukaszewski", "Nguyễn",   "Čapek", "Müller-Lüdenscheidt",
                                 "Țepeș", "Đorđević",    "Gülçiçek", "Ø",     "ẞ",
                                 "→",     "○",           "◐",        "●",     "✕",
                                 "▪",     "✂",           "☐",        "„“",    "–",
                                 "…",     "≥",           "€"}) {
            const auto& shaped = fonts.shaped(word, face);
            CHECK_MESSAGE(shaped.missing.empty(), word);
            for (const auto& glyph : shaped.glyphs) CHECK(glyph.id != 0);
        }
}

TEST_CASE("a character that no font has becomes U+FFFD and is named") {
    const FontSet fonts;
    const auto& word = fonts.shaped("王", Face::text);
    CHECK(word.missing == std::vector<char32_t>{0x738B});
    CHECK(word.text == "\uFFFD");
    CHECK(word.glyphs.size() == 1);
    // From right to left would come out backwards.
    CHECK(fonts.shaped("שלום", Face::text).missing.size() == 4);
}

TEST_CASE("lines may break at blanks and at the seams of compounds, not inside numbers") {
    using Pieces = std::vector<std::string_view>;
    CHECK(FontSet::pieces("Müller-Lüdenscheidt ruft") == Pieces{"Müller-", "Lüdenscheidt", " ", "ruft"});
    CHECK(FontSet::pieces("0171\u00A0392\u00A000-17") == Pieces{"0171\u00A0392\u00A000-17"});
    CHECK(FontSet::pieces("und/oder 24/7") == Pieces{"und/", "oder", " ", "24/7"});
    // Torn ids are not found again; words in capitals with a seam are few.
    CHECK(FontSet::pieces("(BK-STB-005), IT-Basis") == Pieces{"(BK-STB-005),", " ", "IT-", "Basis"});
    CHECK(FontSet::pieces("KIT-HANDKASSE") == Pieces{"KIT-HANDKASSE"});
    CHECK(FontSet::pieces("").empty());
    CHECK(FontSet::pieces(std::string(200, 'x')).size() == 4);
}

TEST_CASE("a subset is much smaller than its font") {
    const FontSet fonts;
    const auto& glyph = fonts.shaped("A", Face::text).glyphs.at(0);
    const std::uint16_t ids[] = {glyph.id};
    const auto program = fonts.subset(glyph.font, ids);
    CHECK(program.cff);
    CHECK(program.name == "Inter-Regular");
    CHECK(program.bytes.size() > 200);
    CHECK(program.bytes.size() < 40'000);
}
