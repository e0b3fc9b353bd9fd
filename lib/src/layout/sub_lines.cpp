// SPDX-License-Identifier: EUPL-1.2
// The lines below the text of a step: a box, a name, its telephone numbers, or answers to tick (print-design §1.5).
#include "composer.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <span>

namespace bcmkit::layout {

namespace {

/// A sub-line taken apart: what stands before the phone number, and the number.
struct SubLine {
    bool boxed = false; ///< begins with a box to tick; the text hangs beside it
    doc::Inlines before;
    doc::Inlines phone;
    doc::Inlines choices;
};

bool has_words(std::span<const doc::Inline> text) {
    return std::any_of(text.begin(), text.end(), [](const doc::Inline& part) {
        const auto* run = std::get_if<doc::Text>(&part);
        return run ? !trimmed(run->text).empty() : !std::holds_alternative<doc::Choice>(part);
    });
}

bool has_blank(const doc::Inlines& line) {
    return std::any_of(line.begin(), line.end(),
                       [](const doc::Inline& part) { return std::holds_alternative<doc::WriteIn>(part); });
}

/// Splits before the first of several boxes to tick: "Wasserwerk ☐ läuft ☐ gestört" has its answers at the right.
void split_choices(SubLine& line) {
    std::size_t first = line.before.size();
    int count = 0;
    for (std::size_t i = line.before.size(); i-- > 0;)
        if (std::holds_alternative<doc::Choice>(line.before[i])) {
            first = i;
            ++count;
        }
    if (count < 2 || !has_words(std::span(line.before).first(first))) return;
    const auto at = line.before.begin() + static_cast<std::ptrdiff_t>(first);
    line.choices.assign(at, line.before.end());
    line.before.erase(at, line.before.end());
    const auto* last = std::get_if<doc::Text>(&line.before.back());
    if (last != nullptr && trimmed(last->text).empty()) line.before.pop_back();
}

/// The phone number with which a text ends, also where somebody typed its groups with plain spaces ("069 900 09-127").
std::string_view phone_at_end(std::string_view text) {
    constexpr int most_groups = 4;
    std::string_view longest;
    std::size_t from = text.size();
    for (int groups = 0; groups < most_groups && from != std::string_view::npos && from > 0; ++groups) {
        from = text.find_last_of(' ', from - 1);
        const auto tail = text.substr(from == std::string_view::npos ? 0 : from + 1);
        if (is_phone(replaced(tail, " ", "\u00A0"))) longest = tail;
    }
    return longest;
}

/// The phone number with which a text ends; takes it off.
std::string take_phone(doc::Inlines& text) {
    if (text.empty()) return {};
    auto* last = std::get_if<doc::Text>(&text.back());
    if (last == nullptr) return {};
    const auto all = trimmed(last->text);
    const auto typed = phone_at_end(all);
    if (typed.empty()) return {};
    std::string phone = replaced(typed, " ", "\u00A0");
    std::string head(trimmed(all.substr(0, all.size() - typed.size())));
    if (head.empty())
        text.pop_back();
    else
        last->text = (last->text.starts_with(' ') ? " " : "") + head;
    return phone;
}

/// The word between the number by day and the one by night; takes it off. Never alone: only before a number.
bool take_at_night(doc::Inlines& text) {
    constexpr std::string_view at_night = "nachts";
    if (text.size() < 2) return false;
    const auto* last = std::get_if<doc::Text>(&text.back());
    if (last == nullptr || trimmed(last->text) != at_night) return false;
    text.pop_back();
    return true;
}

/// Splits at the phone numbers with which a line ends: one, or one by day and one by night in the same size.
SubLine split_phone(const doc::Inlines& line) {
    SubLine result;
    result.before = line;
    if (!line.empty() && std::holds_alternative<doc::Choice>(line.front())) {
        result.boxed = true;
        result.before.erase(result.before.begin());
        if (!result.before.empty())
            if (auto* text = std::get_if<doc::Text>(&result.before.front()))
                text->text = text->text.substr(std::min(text->text.find_first_not_of(' '), text->text.size()));
    }
    split_choices(result);
    const std::string last = take_phone(result.before);
    if (last.empty()) return result;
    std::string numbers = last;
    if (doc::Inlines rest = result.before; take_at_night(rest)) {
        if (const auto day = take_phone(rest); !day.empty()) {
            numbers = day + " nachts\u00A0" + last;
            result.before = std::move(rest);
        }
    }
    result.phone = plain(numbers, true);
    return result;
}

/// Where the answers have no column of their own they run on behind the name and its number.
void put_choices_back(SubLine& line) {
    if (line.choices.empty()) return;
    for (auto* part : {&line.phone, &line.choices}) {
        if (part->empty()) continue;
        line.before.push_back(doc::Text{" ", false, false});
        line.before.insert(line.before.end(), part->begin(), part->end());
        part->clear();
    }
}

} // namespace

/// A sub-line broken into lines of text, not yet placed.
struct SetSubLine {
    std::vector<Line> before, phone, choices;
    Length indent = 0;         ///< of the text behind the box
    Length phone_baseline = 0; ///< below the top of `phone`
    int mark = decoration;     ///< the box; decoration = none
    bool has_name = false;

    Length name_width() const {
        Length widest = 0;
        for (const auto& line : before) widest = std::max(widest, line.width);
        return before.empty() ? 0 : indent + widest;
    }
};

namespace {

constexpr Length box_gap = mm(1.8);
constexpr Length phone_gap = mm(4);
constexpr Length choices_gap = mm(3);
constexpr Length narrowest_name = mm(30); // a name broken narrower than this is harder to read than a number below it

Length side_of_box(const Style& style) { return std::max(choice_box, em(style.size) * 9 / 10); }

Length indent_of(const SubLine& part, const Style& style) { return part.boxed ? side_of_box(style) + box_gap : 0; }

Style number_style(const SubLine& part, const Theme& theme) {
    const int larger = !part.choices.empty() ? 0 : part.before.empty() ? theme.lone_phone_plus : theme.phone_plus;
    return theme.step.sized(theme.step.size + larger).bold();
}

} // namespace

/// Where the numbers begin, below each other: behind the longest name that leaves every number its room. A name that is
/// longer still is broken beside its number: the number and the answers stand where the line begins.
Length Composer::phone_column(const std::vector<doc::Inlines>& sub_lines, Length room, bool with_choices) const {
    Length widest = 0, column = 0;
    std::vector<Length> names;
    for (const auto& line : sub_lines) {
        SubLine part = split_phone(line);
        if (!with_choices) put_choices_back(part);
        if (part.phone.empty() || part.before.empty()) continue;
        widest = std::max(widest, natural_width(part.phone, number_style(part, theme_)));
        names.push_back(indent_of(part, theme_.step) + natural_width(part.before, theme_.step) + phone_gap);
    }
    bool is_longer = false;
    for (const Length name : names) {
        if (name + widest <= room)
            column = std::max(column, name);
        else
            is_longer = true;
    }
    const Length last_place = room - widest;
    return is_longer && last_place >= narrowest_name + phone_gap ? last_place : column;
}

/// Whether a sub-line needs more than one line; its number is larger than its text.
bool Composer::is_broken(const doc::Inlines& sub_line, Length width) const {
    const SubLine part = split_phone(sub_line);
    if (part.phone.empty()) return trial_lines(sub_line, width, theme_.step).size() > 1;
    Length needed = indent_of(part, theme_.step) + natural_width(part.phone, number_style(part, theme_));
    if (!part.before.empty()) needed += natural_width(part.before, theme_.step) + phone_gap;
    if (!part.choices.empty()) needed += choices_gap + natural_width(part.choices, answers());
    return needed > width;
}

SetSubLine Composer::set_sub_line(const doc::Inlines& text, const SubLineArea& area, const SubLineColumns& columns, int list) {
    SubLine part = split_phone(text);
    const Style& style = theme_.step;
    const int entry = node(Role::item, list);
    SetSubLine out;
    out.has_name = !part.before.empty();
    out.indent = indent_of(part, style);
    if (part.boxed) out.mark = node(Role::span, node(Role::label, entry), wording().choice_box);
    const int body = node(Role::body, entry);
    Length room = area.width - out.indent;
    if (columns.choices == 0) put_choices_back(part);
    if (!part.choices.empty()) room -= columns.choices + choices_gap;
    if (!part.before.empty()) {
        const Length beside = columns.phone - phone_gap - out.indent;
        out.before = lines(part.before, part.phone.empty() || beside < narrowest_name ? room : beside, style, body);
    }
    if (!part.phone.empty()) {
        // For those who hear the page: a space between the name and its number.
        for (auto& line : out.before)
            if (!line.items.empty())
                if (auto* run = std::get_if<TextRun>(&line.items.back().is); run != nullptr && !run->text.ends_with(' '))
                    run->text += ' ';
        const Style number = number_style(part, theme_);
        out.phone = lines(part.phone, room, number, body);
        out.phone_baseline = number.baseline();
    }
    if (!part.choices.empty()) out.choices = lines(part.choices, columns.choices + mm(0.2), answers(), body);
    return out;
}

/// The answers of all lines begin at the same place, in small letters: the name and its number get the room.
Style Composer::answers() const { return theme_.step.sized(std::max(smallest_size, theme_.step.size - 15)); }

/// The width of the column of answers; 0 where there are none, or where they would take more than two thirds.
Length Composer::width_of_choices(const std::vector<doc::Inlines>& sub_lines, Length width) const {
    Length widest = 0;
    for (const auto& line : sub_lines)
        if (const auto part = split_phone(line); !part.choices.empty())
            widest = std::max(widest, natural_width(part.choices, answers()));
    return widest * 3 < width * 2 ? widest : 0;
}

Length Composer::put_sub_lines(Strip& strip, const std::vector<doc::Inlines>& sub_lines, const SubLineArea& area, Length y,
                               int parent) {
    if (sub_lines.empty()) return y;
    const Style& style = theme_.step;
    const int list = node(Role::list, parent);
    SubLineColumns columns;
    columns.choices = width_of_choices(sub_lines, area.width);
    columns.phone =
        phone_column(sub_lines, area.width - (columns.choices > 0 ? columns.choices + choices_gap : 0), columns.choices > 0);

    y += theme_.white(mm(1));
    for (const auto& line : sub_lines) {
        SetSubLine part = set_sub_line(line, area, columns, list);
        if (has_blank(line)) y += std::max(0, theme_.pen_pitch - std::max(area.pitch, style.leading()));
        const Length top = y;
        if (part.mark != decoration) {
            const Length side = side_of_box(style);
            put_frame(strip, {area.x, top + style.baseline() - em(style.size) * 36 / 100 - side / 2, side, side}, medium,
                      part.mark);
        }
        const bool beside = part.has_name && part.name_width() + phone_gap <= columns.phone;
        y = put_lines(strip, std::move(part.before), area.x + part.indent, y);
        if (!part.choices.empty())
            y = std::max(y, put_lines(strip, std::move(part.choices), area.x + area.width - columns.choices,
                                      top + style.baseline() - answers().baseline()));
        if (!part.phone.empty()) {
            // Both sizes share their baseline.
            const Length phone_top = beside ? top + style.baseline() - part.phone_baseline : y;
            const Length x = area.x + (part.has_name && columns.phone > 0 ? columns.phone : part.indent);
            y = std::max(y, put_lines(strip, std::move(part.phone), x, phone_top));
        }
        y = std::max(y + mm(0.4), top + area.pitch);
    }
    return y;
}

} // namespace bcmkit::layout
