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

    bool operator==(const Text&) const = default;
};
struct LineBreak {
    bool operator==(const LineBreak&) const = default;
};
/// A line to write on.
struct WriteIn {
    int width_mm = 30; ///< 0 = to the end of the line
    std::string label; ///< what belongs there; screen readers read it

    bool operator==(const WriteIn&) const = default;
};
/// A box to tick inside a line (4 mm, print-design §1.7).
struct Choice {
    bool operator==(const Choice&) const = default;
};
/// The number of another Blatt; a link in the PDF.
struct SheetRef {
    std::string sheet; ///< "1.02"
    bool strong = false;

    bool operator==(const SheetRef&) const = default;
};
using Inline = std::variant<Text, LineBreak, WriteIn, Choice, SheetRef>;
using Inlines = std::vector<Inline>;

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
    int level = 1; ///< 1 section (14 pt), 2 sub-section (12 pt)
    Inlines text;

    bool operator==(const Heading&) const = default;
};
struct Paragraph {
    Inlines text;

    bool operator==(const Paragraph&) const = default;
};
/// Read aloud, word for word.
struct Quote {
    Blocks blocks;

    bool operator==(const Quote&) const = default;
};
struct List {
    bool ordered = false;
    std::vector<Blocks> items;

    bool operator==(const List&) const = default;
};
/// Items with an action box (6 mm).
struct Checklist {
    std::vector<Inlines> items;
    int columns = 1;
    int size_pt = 0; ///< 0 = as running text; smaller items have a box of 4 mm

    bool operator==(const Checklist&) const = default;
};
/// "Gilt, wenn", "Ziel": a bold label and its text.
struct Facts {
    struct Row {
        std::string label;
        Inlines text;

        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    bool small = false; ///< 10 pt: for what is looked up, not read aloud

    bool operator==(const Facts&) const = default;
};
/// WARNUNG between double rules, ACHTUNG between single ones (print-design §1.6).
struct Warning {
    bool severe = true;
    Inlines text;

    bool operator==(const Warning&) const = default;
};
struct Step {
    bool critical = false; ///< black bar at the left
    std::string lead;      ///< number, or role in role mode
    Inlines text;
    std::vector<Inlines> lines; ///< sub-lines: names and numbers with their own boxes
    Inlines wanted;             ///< "→ Soll: …"; may be empty
    std::string duration;       ///< recovery plans only

    bool operator==(const Step&) const = default;
};
struct Steps {
    bool by_role = false;    ///< the lead is a role and stands at the head of the text
    bool with_record = true; ///< fields for time and initials at the right
    bool is_work = false;    ///< work of weeks: a day instead of a time, and as many steps as there are
    std::vector<Step> steps;

    bool operator==(const Steps&) const = default;
};
/// The pause point after a chunk: questions that are answered aloud.
struct Halt {
    Inlines title; ///< may be empty
    std::vector<Inlines> questions;
    std::vector<Inlines> outcomes; ///< "dreimal Ja → weiter: Karte 1 h"

    bool operator==(const Halt&) const = default;
};
/// "Ende Karte 15 min" … "weiter: Karte 1 h (Blatt 1.02) →"
struct EndLine {
    Inlines left, right;

    bool operator==(const EndLine&) const = default;
};

enum class Align : std::uint8_t { left, right, centre };

struct Column {
    Inlines head;
    int width_mm = 0; ///< 0 = an equal share of the rest
    Align align = Align::left;
    bool strong = false; ///< phone numbers: 12 pt bold
    bool write = false;  ///< people write here: vertical rules around it

    bool operator==(const Column&) const = default;
};
struct Row {
    std::vector<Inlines> cells; ///< as many as columns; missing ones are empty
    bool strong = false;
    bool group = false; ///< a heading within the table, over all columns: cells[0]

    bool operator==(const Row&) const = default;
};
struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows;
    int min_row_mm = 0;  ///< 0 = as the text needs; log tables 9 to 11
    double size_pt = 0;  ///< 0 = the theme's table size
    int thick_every = 0; ///< a thicker rule after every n rows; 0 = none

    bool operator==(const Table&) const = default;
};
/// Fields to fill in: rows of boxes, the label at the top left inside the box.
struct Form {
    struct Field {
        std::string label;
        int share = 1;    ///< of the row's width
        Inlines value;    ///< printed in it where known
        bool box = false; ///< a box to tick with the label beside it, not a field

        bool operator==(const Field&) const = default;
    };
    struct FieldRow {
        std::vector<Field> fields;
        int height_mm = 12;

        bool operator==(const FieldRow&) const = default;
    };
    std::vector<FieldRow> rows;

    bool operator==(const Form&) const = default;
};
/// Empty lines to write on, 9 mm apart.
struct WriteLines {
    std::string label;
    int count = 3;

    bool operator==(const WriteLines&) const = default;
};
struct Box {
    std::string title; ///< white on black; may be empty
    Blocks blocks;
    bool dashed = false;

    bool operator==(const Box&) const = default;
};
/// A number that must be found at once, 22 to 28 pt.
struct BigNumber {
    std::string label;
    Inlines number;

    bool operator==(const BigNumber&) const = default;
};
/// Columns side by side, equally wide.
struct Columns {
    std::vector<Blocks> columns;

    bool operator==(const Columns&) const = default;
};
/// Who calls whom: the alarm cascade.
struct Tree {
    struct Node {
        std::string role, name, number, second_number;
        std::vector<Node> children{};
        std::string deputy{}, deputy_number{}; ///< who is called when nobody answers

        bool operator==(const Node&) const = default;
    };
    Node root;

    bool operator==(const Tree&) const = default;
};
/// The recovery schedule: bars over a non-linear time axis (print-design §2.7).
struct Schedule {
    struct Bar {
        std::string lead; ///< "3"
        std::string name, needs, who;
        std::int64_t start = 0;    ///< minutes after hour 0
        std::int64_t restored = 0; ///< end of IT work; < 0 = unknown
        std::int64_t released = 0; ///< end of tests by the Fachbereich; < 0 = unknown
        std::int64_t limit = -1;   ///< latest point; < 0 = none
        int wave = 1;
        std::string note{};   ///< in place of a bar that nobody can draw; beside one that is only a promise ("frühestens")
        std::string remark{}; ///< beside the bar: how sure its length is

        bool operator==(const Bar&) const = default;
    };
    std::vector<Bar> bars;

    bool operator==(const Schedule&) const = default;
};
/// 100 mm to check that the printer does not scale.
struct ScaleBar {
    bool operator==(const ScaleBar&) const = default;
};
struct Space {
    int height_mm = 5;

    bool operator==(const Space&) const = default;
};
/// The next block starts a new page (the back of the Blatt).
struct PageBreak {
    /// Only where the front is complete on its page and what follows does not fit below it.
    bool if_needed = false;

    bool operator==(const PageBreak&) const = default;
};

struct Block {
    std::variant<Heading, Paragraph, Quote, List, Checklist, Facts, Warning, Steps, Halt, EndLine, Table, Form, WriteLines, Box,
                 BigNumber, Columns, Tree, Schedule, ScaleBar, Space, PageBreak>
        is;
    int source_line = 0; ///< of the template; 0 where made by the program

    bool operator==(const Block&) const = default;
};

} // namespace bcmkit::doc
