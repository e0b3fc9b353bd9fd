// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// What a document is before anybody knows how wide a page is. Templates become
/// blocks (doc), layout turns blocks into pages; neither knows the other.
namespace bcmkit::doc {

struct Text {
    std::string text;
    bool strong = false;
    bool code = false; ///< for codes and serials: slashed zero, disambiguated I and l
};
struct LineBreak {};
/// A line to write on.
struct WriteIn {
    int width_mm = 30;       ///< 0 = to the end of the line
    std::string label;       ///< what belongs there; screen readers read it
};
/// A box to tick inside a line (4 mm, print-design §1.7).
struct Choice {};
/// The number of another Blatt; a link in the PDF.
struct SheetRef {
    std::string sheet; ///< "1.02"
    bool strong = false;
};
using Inline = std::variant<Text, LineBreak, WriteIn, Choice, SheetRef>;
using Inlines = std::vector<Inline>;

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
    int level = 1; ///< 1 section (14 pt), 2 sub-section (12 pt)
    Inlines text;
};
struct Paragraph {
    Inlines text;
};
/// Read aloud, word for word.
struct Quote {
    Blocks blocks;
};
struct List {
    bool ordered = false;
    std::vector<Blocks> items;
};
/// Items with an action box (6 mm).
struct Checklist {
    std::vector<Inlines> items;
    int columns = 1;
};
/// "Gilt, wenn", "Ziel": a bold label and its text.
struct Facts {
    struct Row {
        std::string label;
        Inlines text;
    };
    std::vector<Row> rows;
};
/// WARNUNG between double rules, ACHTUNG between single ones (print-design §1.6).
struct Warning {
    bool severe = true;
    Inlines text;
};
struct Step {
    bool critical = false;      ///< black bar at the left
    std::string lead;           ///< number, or role in role mode
    Inlines text;
    std::vector<Inlines> lines; ///< sub-lines: names and numbers with their own boxes
    Inlines wanted;             ///< "→ Soll: …"; may be empty
    std::string duration;       ///< recovery plans only
};
struct Steps {
    bool by_role = false;      ///< the lead is a role and stands above the text
    bool with_record = true;   ///< fields for time and initials at the right
    std::vector<Step> steps;
};
/// The pause point after a chunk: questions that are answered aloud.
struct Halt {
    Inlines title;                  ///< may be empty
    std::vector<Inlines> questions;
    std::vector<Inlines> outcomes;  ///< "dreimal Ja → weiter: Karte 1 h"
};
/// "Ende Karte 15 min" … "weiter: Karte 1 h (Blatt 1.02) →"
struct EndLine {
    Inlines left, right;
};

enum class Align : std::uint8_t { left, right, centre };

struct Column {
    Inlines head;
    int width_mm = 0;     ///< 0 = an equal share of the rest
    Align align = Align::left;
    bool strong = false;  ///< phone numbers: 12 pt bold
    bool write = false;   ///< people write here: vertical rules around it
};
struct Row {
    std::vector<Inlines> cells; ///< as many as columns; missing ones are empty
    bool strong = false;
    bool group = false;         ///< a heading within the table, over all columns: cells[0]
};
struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows;
    int min_row_mm = 0;        ///< 0 = as the text needs; log tables 9 to 11
    double size_pt = 0;        ///< 0 = the theme's table size
    int thick_every = 0;       ///< a thicker rule after every n rows; 0 = none
};
/// Fields to fill in: rows of boxes, the label at the top left inside the box.
struct Form {
    struct Field {
        std::string label;
        int share = 1;         ///< of the row's width
        Inlines value;         ///< printed in it where known
        bool box = false;      ///< a box to tick with the label beside it, not a field
    };
    struct FieldRow {
        std::vector<Field> fields;
        int height_mm = 12;
    };
    std::vector<FieldRow> rows;
};
/// Empty lines to write on, 9 mm apart.
struct WriteLines {
    std::string label;
    int count = 3;
};
struct Box {
    std::string title; ///< white on black; may be empty
    Blocks blocks;
    bool dashed = false;
};
/// A number that must be found at once, 22 to 28 pt.
struct BigNumber {
    std::string label;
    Inlines number;
};
/// Columns side by side, equally wide.
struct Columns {
    std::vector<Blocks> columns;
};
/// Who calls whom: the alarm cascade.
struct Tree {
    struct Node {
        std::string role, name, number, second_number;
        std::vector<Node> children;
    };
    Node root;
};
/// The recovery schedule: bars over a non-linear time axis (print-design §2.7).
struct Schedule {
    struct Bar {
        std::string lead;            ///< "3"
        std::string name, needs, who;
        std::int64_t start = 0;      ///< minutes after hour 0
        std::int64_t restored = 0;   ///< end of IT work; < 0 = unknown
        std::int64_t released = 0;   ///< end of tests by the Fachbereich; < 0 = unknown
        std::int64_t limit = -1;     ///< latest point; < 0 = none
        int wave = 1;
    };
    std::vector<Bar> bars;
};
/// 100 mm to check that the printer does not scale.
struct ScaleBar {};
struct Space {
    int height_mm = 5;
};
/// The next block starts a new page (the back of the Blatt).
struct PageBreak {};

struct Block {
    std::variant<Heading, Paragraph, Quote, List, Checklist, Facts, Warning, Steps, Halt, EndLine, Table, Form, WriteLines, Box, BigNumber, Columns,
                 Tree, Schedule, ScaleBar, Space, PageBreak>
        is;
    int source_line = 0; ///< of the template; 0 where made by the program
};

} // namespace bcmkit::doc
