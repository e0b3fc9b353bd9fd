// SPDX-License-Identifier: EUPL-1.2
#include "composer.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <span>

namespace bcmkit::layout {

/// Where the parts of a step stand (print-design §1.5, §1.7).
struct StepColumns {
    Length width = 0;
    Length box = 0;  ///< side of the action box
    Length lead = 0; ///< left end of the number
    Length text = 0; ///< left end of the text
    Length text_width = 0;
    Length duration = -1; ///< left end of the column; < 0 = none
    Length time = -1, initials = -1;
    Length time_width = 0;
    bool by_role = false;
    bool is_work = false;
    bool reversed = false; ///< cards to hand out: white numbers in black boxes instead of boxes to tick
    Length bar = mm(-4);
};

namespace {

constexpr Length bar_width = mm(2);
constexpr int most_steps = 9;
constexpr int most_words = 25;

bool has_letter(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
}

/// What has to be kept in mind: a number ("Raum 112", "LAN 1") belongs to the word before it.
int words_in(const doc::Inlines& text) {
    int count = 0;
    for (const auto& part : text)
        if (const auto* run = std::get_if<doc::Text>(&part))
            for (const auto piece : split(run->text, ' ')) count += has_letter(piece) ? 1 : 0;
    return count;
}

} // namespace

/// How a text would be broken, without a trace in the structure.
std::vector<Line> Composer::trial_lines(const doc::Inlines& text, Length width, const Style& style) const {
    const TextContext measuring{text_.fonts,
                                [](Role, int, std::string) { return decoration; },
                                [](std::string_view, bool) {},
                                [](char32_t, std::string_view) {},
                                0,
                                {},
                                {}};
    return break_lines(measuring, text, width, style, decoration);
}

/// In one line.
Length Composer::natural_width(const doc::Inlines& text, const Style& style) const {
    Length width = 0;
    for (const auto& line : trial_lines(text, mm(1000), style)) width = std::max(width, line.width);
    return width;
}

void Composer::check_step(const doc::Step& step) {
    const int words = words_in(step.text);
    if (words > most_words) report(Severity::warning, Message{"layout.long_step", {step.lead, std::to_string(words)}});
    if (++steps_since_halt_ == most_steps + 1)
        report(Severity::warning, Message{"layout.many_steps", {std::to_string(most_steps)}});
}

/// Who acts, white on black at the head of the text: each person finds the own lines at a glance, and no line is lost to it.
/// Returns the room that it takes of the first line.
Length Composer::put_role(Strip& strip, const doc::Step& step, const StepColumns& columns, Length y, int node) {
    if (step.lead.empty()) return 0;
    const Style style{std::max(theme_.step.size - 10, smallest_size), true, Ink::white};
    const Length side = mm(1.4);
    const Length width = std::min(width_of(text_, step.lead, style) + 2 * side, columns.text_width);
    const Length middle = y + theme_.step.baseline() - em(theme_.step.size) * 36 / 100;
    const Length height = em(style.size) * 125 / 100;
    put_fill(strip, {columns.text, middle - height / 2, width, height});
    put_text(text_, strip.items, step.lead + " ", {columns.text + side, middle + em(style.size) * 36 / 100}, style, node);
    return width + mm(1.8);
}

Strip Composer::step_strip(const doc::Step& step, const StepColumns& columns, int list) {
    const int entry = node(Role::item, list);
    const int label = node(Role::label, entry);
    Strip strip;
    const Style style = theme_.step;
    const Length pad_above = theme_.white(mm(2.1));
    const Length pad_below = theme_.white(mm(2.3));
    Length y = pad_above;
    const Length centre = y + columns.box / 2;
    const Length text_top = std::max(y, centre - style.leading() / 2);
    if (columns.reversed) {
        put_fill(strip, {0, y, columns.box, columns.box});
        Style white{columns.box > mm(9) ? theme_.step_number : 150, true, Ink::white};
        const Length w = width_of(text_, step.lead, white);
        put_text(text_, strip.items, step.lead + " ", {(columns.box - w) / 2, centre + em(white.size) * 36 / 100}, white, label);
    } else {
        put_frame(strip, {0, y, columns.box, columns.box}, box_line, node(Role::span, label, wording().action_box));
        if (!columns.by_role && !step.lead.empty()) {
            const Style number{theme_.step_number, true};
            put_text(text_, strip.items, step.lead + " ", {columns.lead, centre + em(number.size) * 36 / 100}, number, label);
        }
    }
    const int body = node(Role::body, entry);
    y = text_top;
    const Length role = columns.by_role ? put_role(strip, step, columns, y, label) : 0;
    auto text = lines(step.text, columns.text_width, style, node(Role::paragraph, body), role);
    const Length last_line = text.empty() ? 0 : text.back().width;
    y = put_lines(strip, std::move(text), columns.text, y);

    // What explains the work begins below the fields, where the whole width is free.
    if (columns.is_work && columns.time >= 0 && !step.lines.empty()) y = std::max(y, pad_above + field_height);
    // So do lines that would be broken beside them.
    if (columns.time >= 0 && y < pad_above + field_height) {
        const auto broken =
            std::ranges::count_if(step.lines, [&](const auto& line) { return is_broken(line, columns.text_width); });
        if (broken * style.leading() > pad_above + field_height - y) y = pad_above + field_height;
    }
    const bool below_fields = columns.time >= 0 && y >= pad_above + field_height;
    const Length room_width = below_fields ? columns.width - columns.text : columns.text_width;
    y = put_sub_lines(strip, step.lines, {columns.text, room_width, columns.is_work ? 0 : theme_.sub_line_pitch}, y, body);
    if (!step.wanted.empty()) {
        constexpr Length between = mm(3);
        doc::Inlines wanted = plain("→ " + wording().wanted + " ", true);
        wanted.insert(wanted.end(), step.wanted.begin(), step.wanted.end());
        const Style small = style.sized(std::max(smallest_size + 5, style.size - 5)).bold();
        const bool beside = theme_.wanted_beside && !columns.by_role && step.lines.empty() && last_line > 0 &&
                            last_line + between + natural_width(wanted, small) <= columns.text_width;
        auto made_wanted = lines(wanted, columns.text_width, small, node(Role::paragraph, body));
        if (beside)
            put_lines(strip, std::move(made_wanted), columns.text + last_line + between,
                      y - style.leading() + style.baseline() - small.baseline());
        else
            y = put_lines(strip, std::move(made_wanted), columns.text, y + mm(0.5));
    }
    if (columns.duration >= 0 && !step.duration.empty()) {
        const int duration = node(Role::paragraph, body);
        y = std::max(
            y, put_lines(strip, lines(plain(step.duration), mm(18), style.sized(105), duration), columns.duration, text_top));
    }
    Length bottom = std::max(y, pad_above + columns.box) + pad_below;
    if (columns.time >= 0) {
        put_frame(strip, {columns.time, pad_above - mm(0.3), columns.time_width, field_height}, thin,
                  node(Role::span, body, columns.is_work ? wording().day_field : wording().time_field));
        put_frame(strip, {columns.initials, pad_above - mm(0.3), theme_.initials_width, field_height}, thin,
                  node(Role::span, body, wording().initials_field));
        bottom = std::max(bottom, pad_above + field_height + theme_.white(mm(1.8)));
    }
    strip.height = bottom;
    if (step.critical) put_fill(strip, {columns.bar, mm(0.9), bar_width, strip.height - mm(1.8)});
    if (!columns.reversed) put_rule(strip, 0, strip.height, columns.width, strip.height, thin);
    return strip;
}

/// The words over the fields at the right, and the rule above the first step.
Strip Composer::step_head(const StepColumns& columns, Length width) {
    Strip head;
    const Style label = theme_.small;
    if (columns.time >= 0) {
        put_text(text_, head.items, columns.is_work ? wording().done_on : wording().time, {columns.time, label.baseline()}, label,
                 decoration);
        put_text(text_, head.items, wording().initials, {columns.initials, label.baseline()}, label, decoration);
    }
    if (columns.duration >= 0)
        put_text(text_, head.items, wording().duration, {columns.duration, label.baseline()}, label, decoration);
    head.height = head.items.empty() ? 0 : label.leading() + mm(0.6);
    put_rule(head, 0, head.height, width, head.height, thin);
    return head;
}

Strips Composer::set(const doc::Steps& steps, Slot at) {
    if (steps.steps.empty()) return {};
    StepColumns columns;
    columns.width = at.width;
    columns.by_role = steps.by_role;
    columns.is_work = steps.is_work;
    const bool is_poster = sheet_.format == doc::Format::a4_poster;
    columns.reversed = sheet_.format == doc::Format::a6 || is_poster;
    columns.box = columns.reversed ? em(theme_.step.size) * (is_poster ? 13 : 18) / 10 : action_box;
    columns.lead = mm(8.7);
    const Style number{theme_.step_number, true};
    Length widest = mm(6);
    bool durations = false;
    bool critical = false;
    for (const auto& step : steps.steps) {
        if (!steps.by_role) widest = std::max(widest, width_of(text_, step.lead, number));
        durations = durations || !step.duration.empty();
        critical = critical || step.critical;
    }
    columns.text = columns.reversed ? columns.box + mm(3.5)
                   : steps.by_role  ? mm(9)
                                    : columns.lead + std::min(widest, at.width / 4) + mm(3);
    Length right = at.width;
    if (steps.with_record && !columns.reversed && at.width >= mm(100)) {
        columns.initials = right - theme_.initials_width;
        columns.time_width = theme_.time_width + (steps.is_work ? mm(6) : 0);
        columns.time = columns.initials - mm(2) - columns.time_width;
        right = columns.time - mm(3);
    }
    if (durations) {
        columns.duration = right - mm(18);
        right = columns.duration - mm(3);
    }
    columns.text_width = std::max(right - columns.text, mm(15));
    // Small formats and boxes have little margin for the bar of critical steps.
    if (at.width < geometry_of(sheet_.format).text_width() || sheet_.format == doc::Format::a6 ||
        sheet_.format == doc::Format::a5)
        columns.bar = mm(-3);

    const int list = node(Role::list, at.parent);
    out_.nodes[static_cast<std::size_t>(list)].ordered = !steps.by_role;
    Strips strips;
    std::shared_ptr<Repeat> repeat;
    if (!columns.reversed) {
        Strip head = step_head(columns, at.width);
        repeat = std::make_shared<Repeat>(Repeat{head.items, head.height});
        // After a HALT the same columns go on: they are named once, and again at the top of a page.
        if (goes_on_after_halt_) {
            head = {};
            put_rule(head, 0, 0, at.width, 0, thin);
            head.repeat = repeat;
        }
        head.keep_with_next = true;
        strips.push_back(std::move(head));
    }
    goes_on_after_halt_ = false;
    for (const auto& step : steps.steps) {
        if (!steps.is_work) check_step(step);
        Strip strip = step_strip(step, columns, list);
        strip.repeat = repeat;
        if (columns.reversed && &step != &steps.steps.front()) strip.gap = 0;
        strips.push_back(std::move(strip));
    }
    return strips;
}

Strips Composer::set(const doc::Halt& halt, Slot at) {
    steps_since_halt_ = 0;
    goes_on_after_halt_ = true;
    const int here = node(Role::section, at.parent);
    const Style style = theme_.step.sized(std::max(theme_.step.size - 5, 105));
    const Style label{std::max(130, theme_.step.size), true, Ink::white};
    const Length panel = width_of(text_, wording().halt, label) + mm(6);
    const Length left = panel + mm(4);
    Length width = at.width - left - mm(3);
    Strip strip;
    put_frame(strip, {0, 0, at.width, 0}, heavy);
    put_fill(strip, {0, 0, panel, 0});
    const int title = node(Role::paragraph, here);
    const std::size_t label_item = strip.items.size();
    put_text(text_, strip.items, wording().halt + " ", {mm(3), 0}, label, title);
    Length y = theme_.white(mm(2.2));
    if (!halt.title.empty()) y = put_lines(strip, lines(halt.title, width, style.bold(), title), left, y) + theme_.white(mm(0.8));

    // Questions at the left, what follows from the answers at the right, where both have room.
    std::vector<std::vector<Line>> outcomes;
    Length widest_question = 0;
    const Length indent = choice_box + mm(2);
    std::vector<std::vector<Line>> questions;
    std::vector<int> question_nodes;
    const int list = halt.questions.empty() ? here : node(Role::list, here);
    Length outcome_width = 0;
    for (const auto& question : halt.questions) {
        const int entry = node(Role::item, list);
        question_nodes.push_back(node(Role::span, node(Role::label, entry), wording().choice_box));
        questions.push_back(lines(question, width - indent, style, node(Role::body, entry)));
        for (const auto& line : questions.back()) widest_question = std::max(widest_question, line.width);
    }
    for (const auto& outcome : halt.outcomes) {
        outcomes.push_back(lines(outcome, width, style, node(Role::paragraph, here)));
        for (const auto& line : outcomes.back()) outcome_width = std::max(outcome_width, line.width);
    }
    const bool beside = !outcomes.empty() && widest_question + indent + mm(6) + outcome_width <= width;
    const Length top = y;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const Length line_top = y;
        const Length box_top = line_top + style.baseline() - em(style.size) * 36 / 100 - choice_box / 2;
        put_frame(strip, {left, box_top, choice_box, choice_box}, medium, question_nodes[i]);
        y = std::max(put_lines(strip, std::move(questions[i]), left + indent, line_top), line_top + choice_box) +
            theme_.white(mm(0.7));
    }
    Length other = beside ? top : y + (questions.empty() ? 0 : mm(0.6));
    for (auto& outcome : outcomes)
        other = put_lines(strip, std::move(outcome), beside ? left + width - outcome_width : left, other) + mm(0.5);
    strip.height = std::max(y, other) + std::max(theme_.white(mm(1.6)), mm(1.2));
    std::get<Frame>(strip.items[0].is).area.height = strip.height;
    std::get<Frame>(strip.items[1].is).area.height = strip.height;
    std::get<TextRun>(strip.items[label_item].is).at.y = strip.height / 2 + em(label.size) * 36 / 100;
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

} // namespace bcmkit::layout
