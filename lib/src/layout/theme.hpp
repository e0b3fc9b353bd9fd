// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/doc/document.hpp>
#include <bcmkit/layout/page.hpp>

#include <algorithm>

/// The theme `laser`: every size and line weight, after print-design §1.2 to 1.8. Nothing below 10 pt, no line
/// thinner than 0.75 pt, no grey.
namespace bcmkit::layout {

constexpr Length mm(double value) { return static_cast<Length>(value * 1000 + (value < 0 ? -0.5 : 0.5)); }
constexpr Length pt(double value) { return static_cast<Length>(value * 352.7778 + 0.5); }
/// The length of a type size given in 1/10 pt.
constexpr Length em(int size) { return static_cast<Length>((static_cast<std::int64_t>(size) * 352778 + 5000) / 10000); }

inline constexpr int smallest_size = 100; ///< 1/10 pt; also the footer

inline constexpr Length thin = pt(0.75);
inline constexpr Length medium = pt(1.0);
inline constexpr Length box_line = pt(1.2);
inline constexpr Length thick = pt(1.5);
inline constexpr Length heavy = pt(2.0);

inline constexpr Length action_box = mm(6);
inline constexpr Length choice_box = mm(4);
inline constexpr Length field_height = mm(8);
inline constexpr Length writing_pitch = mm(9);

/// A size with its distance from line to line.
struct Style {
    int size = 110; ///< 1/10 pt
    bool strong = false;
    Ink ink = Ink::black;
    int leading_percent = 130;

    Length leading() const { return em(size) * leading_percent / 100; }
    /// From the top of the line to the baseline: capitals stand in its middle.
    Length baseline() const { return leading() / 2 + em(size) * 36 / 100; }
    Style bold() const {
        Style copy = *this;
        copy.strong = true;
        return copy;
    }
    Style sized(int new_size) const {
        Style copy = *this;
        copy.size = new_size;
        return copy;
    }
};

/// Sizes that depend on what the sheet is for.
struct Theme {
    Style body{110};
    Style step{110};
    Style quote{110}; ///< words to be read aloud
    Style table{105};
    Style heading1{140, true, Ink::black, 120};
    Style heading2{120, true, Ink::black, 125};
    Style small{100};
    int step_number = 140;
    int phone_plus = 10;      ///< phone numbers in steps are that much larger
    int lone_phone_plus = 10; ///< the same where the number has a line of its own
    int big_number = 260;
    int white_percent = 100; ///< of the white between blocks and around steps
    Length time_width = mm(18), initials_width = mm(15);
    Length table_pad = mm(1.2); ///< white above and below the text of a cell
    Length sub_line_pitch = mm(6.2);
    Length pen_pitch = mm(8);   ///< of a line of text with a blank in it below the line before: handwriting is large
    bool wanted_beside = false; ///< "→ Soll: …" stands behind the last words of its step where it fits

    Length white(Length length) const { return length * white_percent / 100; }
};

/// How hard a sheet is pressed that runs over by a few lines; never below the minimum sizes of print-design §1.3.
enum class Density : std::uint8_t {
    roomy,
    close,   ///< less white
    compact, ///< half a point smaller as well
    tight,   ///< and the least white, leading and fields that print-design §1.4 and §1.7 allow
    tightest ///< and what shall be seen stands behind the words of its step
};

inline Theme theme_of(const doc::Sheet& sheet, Density density = Density::roomy) {
    Theme theme;
    if (sheet.format == doc::Format::a4_poster) {
        // Read from across a room (print-design §1.2): pressed, lead lines still have 36 pt and the text below 24 pt.
        theme.body.size = theme.quote.size = 260;
        theme.step.size = 380;
        theme.step.leading_percent = 118;
        theme.phone_plus = 0;
        theme.lone_phone_plus = 80;
        theme.table.size = 200;
        theme.heading1.size = 360;
        theme.heading2.size = 280;
        theme.step_number = 380;
        theme.big_number = 560;
    } else if (sheet.format == doc::Format::a6) {
        theme.body.size = theme.quote.size = 120;
        theme.step.size = 130;
        theme.lone_phone_plus = 90; // the one number to call is the largest thing on the card
        theme.big_number = 240;
        theme.white_percent = 70;
        theme.pen_pitch = 0; // a card for the pocket has no room for more than one line each
    } else if (sheet.format == doc::Format::a5) {
        theme.table.size = 100;
    } else if (sheet.chapter() == 1 || sheet.chapter() == 2) {
        // Cards are read aloud, at arm's length.
        theme.step.size = theme.quote.size = 120;
    }
    if (density != Density::roomy) theme.white_percent = theme.white_percent * 72 / 100;
    if (density >= Density::tight) {
        theme.white_percent = theme.white_percent * 3 / 4;
        theme.time_width = mm(16);
        theme.initials_width = mm(12);
        theme.table_pad = mm(0.9);
        theme.sub_line_pitch = mm(5.2);
        theme.pen_pitch = 0;
        theme.wanted_beside = density == Density::tightest;
    }
    if (density >= Density::compact) {
        for (Style* style : {&theme.body, &theme.step, &theme.quote}) {
            style->size -= style->size > 150 ? 20 : 5;
            style->leading_percent = std::min(style->leading_percent, density >= Density::tight ? 121 : 126);
        }
        theme.table.size = theme.table.size > 150 ? theme.table.size - 20 : smallest_size;
        theme.table.leading_percent = density >= Density::tight ? 121 : 125;
    }
    return theme;
}

/// Where things stand on a page of a format.
struct Geometry {
    Length width = 0, height = 0;
    Length left = 0, right = 0; ///< margins of a front; a back has them the other way round
    Length top = 0;             ///< upper edge of the head
    Length bottom = 0;          ///< lower edge of the foot above the end of the paper
    bool mirrored = true;       ///< backs swap left and right
    Length text_width() const { return width - left - right; }
};

inline Geometry geometry_of(doc::Format format) {
    switch (format) {
    case doc::Format::a4: return {mm(210), mm(297), mm(25), mm(15), mm(12), mm(9.5), true};
    // The head lies towards the binding edge; turned over, it still does.
    case doc::Format::a4_landscape: return {mm(297), mm(210), mm(15), mm(15), mm(24), mm(15), false};
    case doc::Format::a5: return {mm(148), mm(210), mm(20), mm(10), mm(10), mm(9), true};
    case doc::Format::a6: return {mm(105), mm(148), mm(8), mm(8), mm(8), mm(8), false};
    case doc::Format::a4_poster: return {mm(210), mm(297), mm(15), mm(15), mm(14), mm(9.5), false};
    }
    return {};
}

} // namespace bcmkit::layout
