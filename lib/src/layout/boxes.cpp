// SPDX-License-Identifier: EUPL-1.2
#include "composer.hpp"

#include <algorithm>

namespace bcmkit::layout {

Strips Composer::set(const doc::Form& form, Slot at) {
    constexpr Length gutter = mm(3);
    constexpr Length pad = mm(1.4);
    constexpr Length tick = mm(5);
    const Style label_style = theme_.small;
    Strips strips;
    for (const auto& row : form.rows) {
        if (row.fields.empty()) continue;
        Length shares = 0;
        bool only_ticks = true;
        for (const auto& field : row.fields) {
            shares += std::clamp(field.share, 1, 100);
            only_ticks = only_ticks && field.box;
        }
        const Length room = at.width - static_cast<Length>(row.fields.size() - 1) * gutter;
        Strip strip;
        strip.gap = strips.empty() ? 0 : mm(2.5);
        strip.height = only_ticks ? mm(6) : mm(std::clamp(row.height_mm, 8, 250));
        struct Placed {
            Length x, width;
            int mark;
        };
        std::vector<Placed> frames;
        Length x = 0;
        for (const auto& field : row.fields) {
            const Length width = static_cast<Length>(static_cast<std::int64_t>(room) * std::clamp(field.share, 1, 100) / shares);
            const int here = node(Role::paragraph, at.parent);
            if (field.box) {
                const int mark = node(Role::span, here, wording().choice_box);
                put_frame(strip, {x, only_ticks ? mm(0.5) : mm(1.5), tick, tick}, box_line, mark);
                auto label = plain(field.label + (field.value.empty() ? "" : " "));
                label.insert(label.end(), field.value.begin(), field.value.end());
                auto made = lines(label, width - tick - mm(2), theme_.body, here);
                const Length top = (only_ticks ? mm(3) : mm(4)) - theme_.body.leading() / 2;
                strip.height = std::max(strip.height, put_lines(strip, std::move(made), x + tick + mm(2), top));
            } else {
                Length y = mm(0.9);
                const bool has_value = !field.value.empty();
                y = put_lines(strip, lines(plain(field.label + " "), width - 2 * pad, label_style, here), x + pad, y);
                if (has_value)
                    y = put_lines(strip, lines(field.value, width - 2 * pad, theme_.body, here), x + pad, y + mm(0.3)) + mm(1);
                const int mark = has_value ? decoration : node(Role::span, here, to_text(Message{"layout.field", {field.label}}));
                // Below the label there must be room for handwriting.
                strip.height = std::max(strip.height, has_value ? y : y + mm(5.5));
                frames.push_back({x, width, mark});
            }
            x += width + gutter;
        }
        for (const auto& frame : frames) put_frame(strip, {frame.x, 0, frame.width, strip.height}, thin, frame.mark);
        strips.push_back(std::move(strip));
    }
    return strips;
}

Strips Composer::set(const doc::Box& box, Slot at) {
    constexpr Length pad = mm(4);
    const Length dash = box.dashed ? mm(2.5) : 0;
    const Length line = box.dashed ? heavy : thick;
    const int here = node(Role::section, at.parent);
    Strips strips;
    if (!box.title.empty()) {
        Strip title;
        const Style style{std::max(theme_.body.size, 110) + 10, true, Ink::white};
        const int text_node = node(Role::paragraph, here);
        put_fill(title, {0, 0, at.width, 0});
        title.height = put_lines(title, lines(plain(box.title), at.width - 2 * pad, style, text_node), pad, mm(1.2)) + mm(1.2);
        std::get<Frame>(title.items.front().is).area.height = title.height;
        title.keep_with_next = true;
        strips.push_back(std::move(title));
    }
    Strips inner = compose(box.blocks, at.width - 2 * pad, here);
    std::erase_if(inner, [](const Strip& strip) { return strip.page_break; });
    for (std::size_t i = 0; i < inner.size(); ++i) {
        auto& strip = inner[i];
        const Length above = i == 0 ? mm(3) : strip.gap;
        const Length below = i + 1 == inner.size() ? mm(3.2) : 0;
        shift(strip.items, pad, above);
        strip.height += above + below;
        strip.gap = 0;
        if (strip.repeat) {
            auto moved = std::make_shared<Repeat>(*strip.repeat);
            shift(moved->items, pad, 0);
            strip.repeat = std::move(moved);
        }
        strips.push_back(std::move(strip));
    }
    if (strips.empty()) return strips;
    Length total = 0;
    for (const auto& strip : strips) total += strip.height;
    if (total < mm(150)) {
        // Whole on one page, in one frame.
        Strip whole;
        for (auto& strip : strips) {
            shift(strip.items, 0, whole.height);
            whole.height += strip.height;
            std::move(strip.items.begin(), strip.items.end(), std::back_inserter(whole.items));
        }
        put_frame(whole, {0, 0, at.width, whole.height}, line, decoration, dash);
        strips.clear();
        strips.push_back(std::move(whole));
        return strips;
    }
    for (std::size_t i = 0; i < strips.size(); ++i) {
        auto& strip = strips[i];
        const Length left = line / 2;
        const Length right = at.width - line / 2;
        if (i == 0) put_rule(strip, 0, left, at.width, left, line, dash);
        put_rule(strip, left, 0, left, strip.height, line, dash);
        put_rule(strip, right, 0, right, strip.height, line, dash);
        if (i + 1 == strips.size()) put_rule(strip, 0, strip.height - left, at.width, strip.height - left, line, dash);
    }
    return strips;
}

Strips Composer::set(const doc::Columns& columns, Slot at) {
    const auto count = static_cast<Length>(std::min<std::size_t>(columns.columns.size(), 4));
    if (count == 0) return {};
    constexpr Length gutter = mm(8);
    const Length width = (at.width - (count - 1) * gutter) / count;
    // Side by side in one strip; where that is higher than a page the pager cuts it between lines.
    Strip whole;
    for (Length c = 0; c < count; ++c) {
        Strips inner = compose(columns.columns[static_cast<std::size_t>(c)], width, at.parent);
        Length y = 0;
        for (auto& strip : inner) {
            if (strip.page_break) continue;
            if (y > 0) y += strip.gap;
            shift(strip.items, c * (width + gutter), y);
            y += strip.height;
            std::move(strip.items.begin(), strip.items.end(), std::back_inserter(whole.items));
        }
        whole.height = std::max(whole.height, y);
    }
    Strips strips;
    if (whole.height > 0) strips.push_back(std::move(whole));
    return strips;
}

Strips Composer::set(const doc::Tree& tree, Slot at) {
    constexpr int deepest = 12;
    constexpr std::size_t most_nodes = 2000;
    const Style role_style = theme_.body.bold();
    const Style number_style = theme_.body.sized(theme_.body.size + 10).bold();

    struct Visit {
        const doc::Tree::Node* node;
        int depth;
        bool last;
        int list; ///< structure element
    };
    std::vector<Visit> stack{{&tree.root, 0, true, node(Role::list, at.parent)}};
    std::vector<bool> open; // per depth: a sibling follows below
    Length step = mm(9);
    Strips strips;
    while (!stack.empty() && strips.size() < most_nodes) {
        const Visit visit = stack.back();
        stack.pop_back();
        const auto depth = static_cast<std::size_t>(visit.depth);
        open.resize(depth + 1);
        open[depth] = !visit.last;
        const bool has_children = !visit.node->children.empty() && visit.depth + 1 < deepest;

        const int entry = node(Role::item, visit.list);
        const int label = node(Role::label, entry);
        const int mark = node(Role::span, label, wording().action_box);
        const int body = node(Role::body, entry);
        Strip strip;
        const Length x = std::min(static_cast<Length>(visit.depth) * step, at.width / 3);
        const Length box_width = at.width - x;
        const Length field = box_width > mm(120) ? mm(26) : 0;
        Length numbers = 0;
        for (const auto& number : {visit.node->number, visit.node->second_number, visit.node->deputy_number})
            numbers = std::max(numbers, width_of(text_, number, number_style));
        numbers = std::min(std::max(numbers, mm(30)), box_width / 2);
        const Length number_x = x + box_width - field - numbers - mm(2);
        const Length text_x = x + mm(2) + action_box + mm(3);
        const Length text_width = std::max(number_x - text_x - mm(3), mm(10));
        Length left = mm(1.6);
        left = put_lines(strip, lines(plain(visit.node->role + " "), text_width, role_style, body), text_x, left);
        if (!visit.node->name.empty())
            left = put_lines(strip, lines(plain(visit.node->name + " "), text_width, theme_.body, body), text_x, left);
        Length right = mm(1.6) + role_style.baseline() - number_style.baseline();
        for (const auto& number : {visit.node->number, visit.node->second_number})
            if (!number.empty())
                right = put_lines(strip, lines(plain(number + " "), numbers + mm(1), number_style, body), number_x, right);
        // The deputy begins a line of its own: name and number stand side by side.
        if (!visit.node->deputy.empty() || !visit.node->deputy_number.empty()) {
            const Length top = std::max(left, right - role_style.baseline() + number_style.baseline());
            left = put_lines(strip, lines(plain(visit.node->deputy + " "), text_width, theme_.body, body), text_x, top);
            if (!visit.node->deputy_number.empty())
                right = put_lines(strip, lines(plain(visit.node->deputy_number + " "), numbers + mm(1), number_style, body),
                                  number_x, top + role_style.baseline() - number_style.baseline());
        }
        const Length box_height = std::max({left, right, mm(9)}) + mm(1.4);
        put_frame(strip, {x, 0, box_width, box_height}, visit.depth == 0 ? thick : medium);
        put_frame(strip, {x + mm(2), (box_height - action_box) / 2, action_box, action_box}, box_line, mark);
        if (field > 0) {
            put_rule(strip, x + box_width - field, 0, x + box_width - field, box_height, thin);
            put_text(text_, strip.items, wording().reached, {x + box_width - field + mm(1.2), mm(1) + theme_.small.baseline()},
                     theme_.small, decoration);
        }
        // Lines from the caller: down through all open levels, and across to this box.
        constexpr Length below = mm(2.2);
        strip.height = box_height + below;
        for (std::size_t level = 1; level <= depth; ++level) {
            const Length trunk = std::min(static_cast<Length>(level - 1) * step, at.width / 3) + mm(4.5);
            const bool own = level == depth;
            if (own || open[level]) put_rule(strip, trunk, 0, trunk, own && !open[level] ? box_height / 2 : strip.height, medium);
            if (own) put_rule(strip, trunk, box_height / 2, x, box_height / 2, medium);
        }
        if (has_children) {
            const Length trunk = x + mm(4.5);
            put_rule(strip, trunk, box_height, trunk, strip.height, medium);
            const int children = node(Role::list, body);
            for (std::size_t i = visit.node->children.size(); i-- > 0;)
                stack.push_back({&visit.node->children[i], visit.depth + 1, i + 1 == visit.node->children.size(), children});
        }
        strip.keep_with_next = has_children;
        strips.push_back(std::move(strip));
    }
    return strips;
}

} // namespace bcmkit::layout
