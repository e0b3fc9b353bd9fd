// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "paragraph.hpp"
#include "strip.hpp"

#include <string>
#include <vector>

namespace bcmkit::layout {

/// The fixed words of a page, in German (messages.de.txt).
struct Wording {
    std::string time, done_on, initials, duration, halt, warning, caution, wanted, action_box, choice_box, write_in, continued,
        empty_page, sheet, page, kennung, confidential, scale, usable, number, system, needs, who, too_late, restores, tests,
        limit, wave, time_field, day_field, initials_field, reached;
};
const Wording& wording();

struct SetSubLine;

/// Turns blocks into strips: everything about how a block looks, nothing about pages.
class Composer {
public:
    Composer(const doc::Sheet& sheet, const Theme& theme, const FontSet& fonts, SheetPages& out);

    Strips compose(const doc::Blocks& blocks, Length width, int parent);

    const Theme& theme() const { return theme_; }
    const TextContext& text() const { return text_; }
    int node(Role role, int parent, std::string actual = {});
    void report(Severity severity, Message message, int line = -1);

private:
    struct Slot { // where a block stands
        Length width = 0;
        int parent = 0;
    };
    struct SubLineArea { // of the lines below the text of a step
        Length x = 0, width = 0;
        Length pitch = 0; // of the lines, at least
    };
    struct SubLineColumns {
        Length phone = 0;   // where the numbers begin; 0: behind no name
        Length choices = 0; // width of the answers at the right; 0: they run on in the text
    };

    Strips set(const doc::Heading& heading, Slot at);
    Strips set(const doc::Paragraph& paragraph, Slot at);
    Strips set(const doc::Quote& quote, Slot at);
    Strips set(const doc::List& list, Slot at);
    Strips set(const doc::Checklist& list, Slot at);
    Strips set(const doc::Facts& facts, Slot at);
    Strips set(const doc::Warning& warning, Slot at);
    Strips set(const doc::Steps& steps, Slot at);
    Strips set(const doc::Halt& halt, Slot at);
    Strips set(const doc::EndLine& line, Slot at);
    Strips set(const doc::Table& table, Slot at);
    Strips set(const doc::Form& form, Slot at);
    Strips set(const doc::WriteLines& lines, Slot at);
    Strips set(const doc::Box& box, Slot at);
    Strips set(const doc::BigNumber& number, Slot at);
    Strips set(const doc::Columns& columns, Slot at);
    Strips set(const doc::Tree& tree, Slot at);
    Strips set(const doc::Schedule& schedule, Slot at);
    Strips set(const doc::ScaleBar& bar, Slot at);
    Strips set(const doc::Space& space, Slot at);
    Strips set(const doc::PageBreak& page_break, Slot at);

    std::vector<Line> lines(const doc::Inlines& text, Length width, const Style& style, int node, Length first = 0);
    Strips text_strips(const doc::Inlines& text, Length width, const Style& style, int node);
    Strip step_strip(const doc::Step& step, const struct StepColumns& columns, int list);
    Length put_sub_lines(Strip& strip, const std::vector<doc::Inlines>& sub_lines, const SubLineArea& area, Length y, int parent);
    SetSubLine set_sub_line(const doc::Inlines& text, const SubLineArea& area, const SubLineColumns& columns, int list);
    Length phone_column(const std::vector<doc::Inlines>& sub_lines, Length room, bool with_choices) const;
    bool is_broken(const doc::Inlines& sub_line, Length width) const;
    Length width_of_choices(const std::vector<doc::Inlines>& sub_lines, Length width) const;
    Style answers() const;
    Strip schedule_legend(Slot at);
    Strip step_head(const struct StepColumns& columns, Length width);
    std::vector<Line> trial_lines(const doc::Inlines& text, Length width, const Style& style) const;
    Length natural_width(const doc::Inlines& text, const Style& style) const;
    Length put_role(Strip& strip, const doc::Step& step, const struct StepColumns& columns, Length y, int node);
    void check_step(const doc::Step& step);
    std::vector<Length> column_widths(const doc::Table& table, Length width);
    void widen_for_words(const doc::Table& table, std::vector<Length>& widths) const;

    const doc::Sheet& sheet_;
    SheetPages& out_;
    Theme theme_;
    TextContext text_;
    int line_ = 0;         // of the block that is being set
    int last_heading_ = 0; // level in the structure; never skips one
    int depth_ = 0;
    int steps_since_halt_ = 0;
    bool goes_on_after_halt_ = false; // nothing but a HALT stands between two lists of steps
};

/// Appends lines to a strip, the first one's top at `y`; returns the lower end.
Length put_lines(Strip& strip, std::vector<Line> lines, Length x, Length y);
Length height_of(const std::vector<Line>& lines);
void put_rule(Strip& strip, Length x1, Length y1, Length x2, Length y2, Length thickness, Length dash = 0);
void put_frame(Strip& strip, Rect area, Length thickness, int node = decoration, Length dash = 0);
void put_fill(Strip& strip, Rect area, Ink ink = Ink::black);
/// One line of plain text at a baseline.
void put_text(const TextContext& context, std::vector<Item>& items, std::string_view text, Point at, const Style& style,
              int node);
doc::Inlines plain(std::string text, bool strong = false);

} // namespace bcmkit::layout
