// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/layout/fonts.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// Finished pages: items at fixed places and the structure that a screen reader walks. Writers know nothing else.
namespace bcmkit::layout {

/// 1/1000 mm. Positions count from the top left corner of the page, downwards.
using Length = std::int32_t;

struct Point {
    Length x = 0, y = 0;
};
struct Rect {
    Length x = 0, y = 0, width = 0, height = 0;
};

/// Black or white, nothing between: grey vanishes in the first copy (print-design §1.8).
enum class Ink : std::uint8_t { black, white };

struct TextRun {
    Point at; ///< left end of the baseline
    std::string text;
    Face face = Face::text;
    int size = 0; ///< 1/10 pt
    Ink ink = Ink::black;
    Length width = 0;
};
struct Rule {
    Point from, to;
    Length thickness = 0;
    Length dash = 0; ///< length of dashes and gaps; 0 = solid
    Ink ink = Ink::black;
};
/// A rectangle: filled, or drawn with a line inside its edges.
struct Frame {
    Rect area;
    Length thickness = 0; ///< 0 = filled
    Length dash = 0;
    Ink ink = Ink::black;
};
/// A filled shape: arrow heads, triangles.
struct Polygon {
    std::vector<Point> points;
    Ink ink = Ink::black;
};
/// The area leads to another Blatt, where that is part of the same PDF.
struct Link {
    Rect area;
    std::string sheet;
};

enum class Role : std::uint8_t {
    section,
    heading1, ///< title of the Blatt
    heading2,
    heading3,
    paragraph,
    quote,
    list,
    item,
    label,
    body,
    table,
    row,
    header_cell,
    data_cell,
    figure,
    link,
    span,
};

/// An element of the structure. Nodes stand in reading order, parents before their children.
struct Node {
    Role role = Role::section;
    int parent = -1;        ///< -1 for the section of the Blatt itself, which is node 0
    std::string alt;        ///< figures: what they show
    std::string actual;     ///< spans: what to read instead of the drawing ("Schreibfeld Uhrzeit")
    bool row_scope = false; ///< header cells: heads a row instead of a column
    int columns = 1;        ///< table cells: how many they cover
    bool ordered = false;   ///< lists: the labels are numbers
};

/// Items that belong to no node.
inline constexpr int decoration = -1; ///< rules, frames
inline constexpr int pagination = -2; ///< head and foot of the page

struct Item {
    std::variant<TextRun, Rule, Frame, Polygon, Link> is;
    int node = decoration;
};

struct Page {
    Length width = 0, height = 0;
    std::string number;      ///< "1.01-1"
    std::string kennung;     ///< "7K4-Q2M": changes when anything but the foot of the page changes; empty on empty pages
    Length used = 0;         ///< height of the content, for the check of slack (print-design §1.12)
    std::vector<Item> items; ///< in reading order
};

/// The pages of one Blatt.
struct SheetPages {
    std::string number, title;
    bool in_register = true; ///< a Blatt of the binder; parts of a report are none
    std::vector<Page> pages;
    std::vector<Node> nodes;
    Diagnostics diagnostics;
};

/// The pages as text, a line per item: for golden tests and for the Kennung.
std::string dump(const SheetPages& sheet);

} // namespace bcmkit::layout
