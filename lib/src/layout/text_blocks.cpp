// SPDX-License-Identifier: EUPL-1.2
#include "composer.hpp"

#include <algorithm>
#include <utility>

namespace bcmkit::layout {

Strips Composer::set(const doc::Heading& heading, Slot at) {
    const bool section = heading.level <= 1;
    // Level 1 of the structure is the title of the Blatt; a level is never skipped (PDF/UA).
    const int base = sheet_.has_title ? 1 : 0;
    const int level = std::clamp(std::min(base + (section ? 1 : 2), std::max(last_heading_, base) + 1), 1, 3);
    last_heading_ = level;
    const Role role = level == 1 ? Role::heading1 : level == 2 ? Role::heading2 : Role::heading3;
    const int here = node(role, at.parent);
    Strip strip;
    strip.keep_with_next = true;
    strip.height = put_lines(strip, lines(heading.text, at.width, section ? theme_.heading1 : theme_.heading2, here), 0, 0);
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

Strips Composer::set(const doc::Paragraph& paragraph, Slot at) {
    // At most 80 characters a line (print-design §1.4); lines to write on need the room.
    const bool writes = std::any_of(paragraph.text.begin(), paragraph.text.end(),
                                    [](const auto& part) { return std::holds_alternative<doc::WriteIn>(part); });
    const Length measure =
        writes ? at.width : std::min(at.width, static_cast<Length>(static_cast<std::int64_t>(em(theme_.body.size)) * 40));
    return text_strips(paragraph.text, measure, theme_.body, node(Role::paragraph, at.parent));
}

Strips Composer::set(const doc::Quote& quote, Slot at) {
    const int here = node(Role::quote, at.parent);
    constexpr Length indent = mm(6);
    const Style body = std::exchange(theme_.body, theme_.quote);
    Strips strips = compose(quote.blocks, at.width - indent, here);
    theme_.body = body;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        auto& strip = strips[i];
        if (strip.page_break) continue;
        shift(strip.items, indent, 0);
        // The bar runs on through the white between the paragraphs.
        const Length above = i == 0 ? 0 : strip.gap;
        shift(strip.items, 0, above);
        strip.height += above;
        strip.gap = i == 0 ? strip.gap : 0;
        put_rule(strip, mm(1.5), 0, mm(1.5), strip.height, thick);
    }
    return strips;
}

Strips Composer::set(const doc::List& list, Slot at) {
    const int here = node(Role::list, at.parent);
    out_.nodes[static_cast<std::size_t>(here)].ordered = list.ordered;
    const Length indent = list.ordered ? mm(list.items.size() > 9 ? 8.5 : 6.5) : mm(5.5);
    Strips strips;
    int number = 0;
    for (const auto& item : list.items) {
        const int entry = node(Role::item, here);
        const int label = node(Role::label, entry);
        const int body = node(Role::body, entry);
        Strips inner = compose(item, at.width - indent, body);
        if (inner.empty()) continue;
        for (auto& strip : inner) shift(strip.items, indent, 0);
        Strip& first = inner.front();
        first.gap = strips.empty() ? 0 : mm(1.4);
        std::vector<Item> mark;
        if (list.ordered)
            put_text(text_, mark, std::to_string(++number) + ".", {0, theme_.body.baseline()}, theme_.body, label);
        else {
            const Length side = em(theme_.body.size) * 34 / 100;
            const Length middle = theme_.body.baseline() - em(theme_.body.size) * 36 / 100;
            mark.push_back(Item{Frame{{mm(1.2), middle - side / 2, side, side}, 0, 0, Ink::black}, label});
        }
        first.items.insert(first.items.begin(), mark.begin(), mark.end());
        std::move(inner.begin(), inner.end(), std::back_inserter(strips));
    }
    return strips;
}

Strips Composer::set(const doc::Checklist& list, Slot at) {
    const int here = node(Role::list, at.parent);
    const int columns = std::clamp(list.columns, 1, 4);
    constexpr Length gutter = mm(6);
    Style style = theme_.body;
    if (list.size_pt > 0) style.size = std::max(smallest_size, list.size_pt * 10);
    const bool is_small = style.size < theme_.body.size;
    const Length box = is_small ? choice_box : style.size > 150 ? em(style.size) : action_box;
    const Length indent = box + mm(is_small ? 2 : 3);
    const Length column_width = (at.width - (columns - 1) * gutter) / columns;
    Strips strips;
    for (std::size_t i = 0; i < list.items.size(); i += static_cast<std::size_t>(columns)) {
        Strip strip;
        strip.gap = strips.empty() ? 0 : mm(is_small ? 1 : 2);
        for (int c = 0; c < columns && i + static_cast<std::size_t>(c) < list.items.size(); ++c) {
            const Length x = c * (column_width + gutter);
            const int entry = node(Role::item, here);
            const int label = node(Role::label, entry);
            const int mark = node(Role::span, label, wording().action_box);
            const int body = node(Role::body, entry);
            put_frame(strip, {x, std::max(0, (style.leading() - box) / 2), box, box}, is_small ? medium : box_line, mark);
            const Length top = std::max(0, (box - style.leading()) / 2);
            const Length bottom = put_lines(
                strip, lines(list.items[i + static_cast<std::size_t>(c)], column_width - indent, style, body), x + indent, top);
            strip.height = std::max({strip.height, bottom, box});
        }
        strips.push_back(std::move(strip));
    }
    return strips;
}

Strips Composer::set(const doc::Facts& facts, Slot at) {
    const int here = node(Role::list, at.parent);
    const Style style = facts.small ? theme_.small : theme_.body;
    const Style label_style = style.bold();
    Length label_width = mm(21);
    for (const auto& row : facts.rows) label_width = std::max(label_width, width_of(text_, row.label, label_style) + mm(4));
    label_width = std::min(label_width, at.width * 2 / 5);
    Strips strips;
    for (const auto& row : facts.rows) {
        const int entry = node(Role::item, here);
        const int label = node(Role::label, entry);
        Strip strip;
        strip.gap = strips.empty() ? 0 : facts.small ? mm(0.8) : mm(1.3);
        // A row to write in needs room for a pen.
        const bool writes = std::any_of(row.text.begin(), row.text.end(),
                                        [](const auto& part) { return std::holds_alternative<doc::WriteIn>(part); });
        const Length top = writes ? mm(1.6) : 0;
        const Length left_end = put_lines(strip, lines(plain(row.label + " "), label_width - mm(3), label_style, label), 0, top);
        const int body = node(Role::body, entry);
        const Length right_end = put_lines(strip, lines(row.text, at.width - label_width, style, body), label_width, top);
        strip.height = std::max(left_end, right_end);
        strip.keep_with_next = facts.rows.size() <= 8;
        strips.push_back(std::move(strip));
    }
    if (!strips.empty()) strips.back().keep_with_next = false;
    return strips;
}

Strips Composer::set(const doc::Warning& warning, Slot at) {
    const int here = node(Role::paragraph, at.parent);
    const std::string& word = warning.severe ? wording().warning : wording().caution;
    const Style bold = theme_.body.bold();
    const Length label_width = std::min(std::max(mm(24), width_of(text_, word, bold) + mm(4)), at.width / 2);
    Strip strip;
    // Double rules are WARNUNG, single ones ACHTUNG: the code works without colour.
    const Length lines_above = warning.severe ? thick + pt(2) + thin : thick;
    put_rule(strip, 0, thick / 2, at.width, thick / 2, thick);
    if (warning.severe) put_rule(strip, 0, lines_above - thin / 2, at.width, lines_above - thin / 2, thin);
    const Length top = lines_above + mm(1.5);
    put_text(text_, strip.items, word + " ", {0, top + theme_.body.baseline()}, bold, here);
    const Length bottom =
        put_lines(strip, lines(warning.text, at.width - label_width, theme_.body, here), label_width, top) + mm(1.7);
    if (warning.severe) put_rule(strip, 0, bottom + thin / 2, at.width, bottom + thin / 2, thin);
    strip.height = bottom + lines_above;
    put_rule(strip, 0, strip.height - thick / 2, at.width, strip.height - thick / 2, thick);
    strip.keep_with_next = true; // stands before the step it concerns
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

Strips Composer::set(const doc::EndLine& line, Slot at) {
    const int here = node(Role::paragraph, at.parent);
    const Style bold = theme_.body.bold();
    Strip strip;
    auto left = lines(line.left, at.width, bold, here);
    // The width of the right part decides whether both share a line.
    auto right = lines(line.right, at.width, bold, here);
    const bool together = left.size() == 1 && right.size() == 1 && left[0].width + right[0].width + mm(6) <= at.width;
    for (auto& part : left)
        if (!part.items.empty())
            if (auto* run = std::get_if<TextRun>(&part.items.back().is); run != nullptr && !run->text.ends_with(' '))
                run->text += ' ';
    const Length below = put_lines(strip, std::move(left), 0, 0);
    Length y = together ? 0 : below;
    strip.height = below;
    for (auto& part : right) {
        const Length x = at.width - part.width;
        std::vector<Line> one;
        one.push_back(std::move(part));
        y = put_lines(strip, std::move(one), x, y);
    }
    strip.height = std::max(below, y);
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

Strips Composer::set(const doc::WriteLines& lines_to_write, Slot at) {
    const int here = node(Role::paragraph, at.parent);
    Strips strips;
    if (!lines_to_write.label.empty()) {
        strips = text_strips(plain(lines_to_write.label + " ", true), at.width, theme_.body, here);
        for (auto& strip : strips) strip.keep_with_next = true;
    }
    const int count = std::clamp(lines_to_write.count, 1, 60);
    for (int i = 0; i < count; ++i) {
        Strip strip;
        strip.height = i == 0 && !strips.empty() ? mm(7.5) : writing_pitch;
        const int mark = node(Role::span, here, lines_to_write.label.empty() ? wording().write_in : lines_to_write.label);
        strip.items.push_back(Item{Rule{{0, strip.height - thin}, {at.width, strip.height - thin}, thin, 0, Ink::black}, mark});
        strips.push_back(std::move(strip));
    }
    return strips;
}

Strips Composer::set(const doc::BigNumber& number, Slot at) {
    const int here = node(Role::paragraph, at.parent);
    Strip strip;
    const Length pad = mm(4);
    Style label = theme_.body.bold();
    const Style big = Style{theme_.big_number, true, Ink::black, 120};
    put_frame(strip, {0, 0, at.width, 0}, heavy);
    Length y = mm(3);
    if (!number.label.empty())
        y = put_lines(strip, lines(plain(number.label + " "), at.width - 2 * pad, label, here), pad, y) + mm(0.5);
    auto made = lines(number.number, at.width - 2 * pad, big, here);
    if (made.size() > 1) report(Severity::warning, Message{"layout.overflow", {number.label}});
    y = put_lines(strip, std::move(made), pad, y) + mm(2.5);
    strip.height = y;
    std::get<Frame>(strip.items.front().is).area.height = y;
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

Strips Composer::set(const doc::ScaleBar&, Slot at) {
    const int here = node(Role::figure, at.parent);
    out_.nodes[static_cast<std::size_t>(here)].alt = wording().scale;
    Strip strip;
    const Length length = mm(100);
    strip.items.push_back(Item{Rule{{0, mm(3)}, {length, mm(3)}, thick, 0, Ink::black}, here});
    for (int i = 0; i <= 10; ++i) {
        const Length x = i * mm(10);
        strip.items.push_back(Item{Rule{{x, i % 5 == 0 ? 0 : mm(1.5)}, {x, mm(3)}, medium, 0, Ink::black}, here});
    }
    const int caption = node(Role::paragraph, at.parent);
    strip.height = put_lines(strip, lines(plain(wording().scale), at.width, theme_.small, caption), 0, mm(4));
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

Strips Composer::set(const doc::Space&, Slot) { return {}; }

Strips Composer::set(const doc::PageBreak& page_break, Slot) {
    Strip strip;
    strip.page_break = true;
    strip.break_if_needed = page_break.if_needed;
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

} // namespace bcmkit::layout
