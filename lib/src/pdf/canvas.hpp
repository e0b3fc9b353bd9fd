// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/layout/fonts.hpp>
#include <bcmkit/layout/page.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// From finished pages to PDF page operators. Everything that is drawn stands either in marked content of a
/// structure element or in an artifact; there is no third way.
namespace bcmkit::pdf {

/// A number as PDF wants it, independent of any locale: at most three decimals, no exponent.
void append_number(std::string& out, double value);
/// 1/1000 mm in points.
inline double points(layout::Length length) { return length * 72.0 / 25400.0; }

struct UsedGlyph {
    std::string text;         ///< what it stands for: for searching, copying and reading aloud
    std::int32_t nominal = 0; ///< advance in 1/100000 em
};
/// By glyph id; one map for each font file.
using UsedGlyphs = std::map<std::uint16_t, UsedGlyph>;

/// A part of a page that belongs to a structure element.
struct Content {
    int sheet = 0, node = 0; ///< whose: node of that sheet
    int page = 0;            ///< index over all sheets
    int mark = 0;            ///< marked-content id on that page
};

/// An area that leads to another sheet.
struct Jump {
    int page = 0;
    layout::Rect area;
    int sheet = 0, node = 0;
    int target_page = 0;
    std::string target; ///< "1.02"
};

struct DrawnPage {
    layout::Length width = 0, height = 0;
    std::string number; ///< "1.01-1"
    std::string operators;
    std::vector<bool> fonts; ///< which font files it uses
    int marks = 0;
};

struct Drawing {
    std::vector<DrawnPage> pages;
    std::vector<int> first_page;   ///< of each sheet
    std::vector<Content> contents; ///< in reading order
    std::vector<Jump> jumps;
    std::vector<UsedGlyphs> glyphs; ///< by font file
};

Drawing draw(std::span<const layout::SheetPages> sheets, const layout::FontSet& fonts);

/// "P", "TH" …
std::string_view role_name(layout::Role role);

} // namespace bcmkit::pdf
