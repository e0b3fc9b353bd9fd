// SPDX-License-Identifier: EUPL-1.2
#include "composer.hpp"

#include <bcmkit/base/duration.hpp>

#include <algorithm>
#include <array>

namespace bcmkit::layout {

namespace {

struct Tick {
    Minutes at;
    const char* label;
};
/// A linear scale would waste the page (print-design §2.7).
constexpr std::array<Tick, 9> ticks{{{0, "0"},
                                     {4 * minutes_per_hour, "4 h"},
                                     {8 * minutes_per_hour, "8 h"},
                                     {minutes_per_day, "1 Tag"},
                                     {2 * minutes_per_day, "2 T."},
                                     {3 * minutes_per_day, "3 T."},
                                     {minutes_per_week, "1 Wo."},
                                     {2 * minutes_per_week, "2 Wo."},
                                     {4 * minutes_per_week, "4 Wo."}}};

/// Where a time stands on an axis that is as long as all its ticks.
Length place_of(Minutes minutes, Length pitch) {
    const Length longest = static_cast<Length>(ticks.size() - 1) * pitch;
    for (std::size_t i = 1; i < ticks.size(); ++i)
        if (minutes <= ticks[i].at) {
            const Minutes from = ticks[i - 1].at;
            return static_cast<Length>(i - 1) * pitch +
                   static_cast<Length>(std::max<Minutes>(minutes - from, 0) * pitch / (ticks[i].at - from));
        }
    return longest + pitch / 3;
}

std::string hours(Minutes minutes) {
    if (minutes < 0) return to_text(Message{"layout.unknown", {}});
    return to_text(Message{"layout.hours", {std::to_string(minutes / minutes_per_hour)}});
}

} // namespace

/// What the signs mean, before anybody reads them.
Strip Composer::schedule_legend(Slot at) {
    Strip legend;
    const int caption = node(Role::paragraph, at.parent);
    const Style small = theme_.small;
    Length x = 0;
    Length y = 0;
    const Length line = small.leading() + mm(1);
    const auto entry = [&](int kind, const std::string& text) {
        const Length symbol = kind == 2 ? mm(3) : kind == 3 ? 0 : mm(10);
        const Length w = symbol + (symbol > 0 ? mm(2) : 0) + width_of(text_, text, small);
        if (x > 0 && x + w > at.width) {
            x = 0;
            y += line;
        }
        const Length middle = y + small.baseline() - em(small.size) * 36 / 100;
        if (kind == 0) put_fill(legend, {x, middle - mm(1.7), symbol, mm(3.4)});
        if (kind == 1) put_frame(legend, {x, middle - mm(1.7), symbol, mm(3.4)}, medium);
        if (kind == 2) {
            put_fill(legend, {x + mm(1.5) - pt(1.1), middle - mm(2.4), pt(2.2), mm(4.8)});
            legend.items.push_back(
                Item{Polygon{{{x - mm(0.3), middle - mm(2.9)}, {x + mm(3.3), middle - mm(2.9)}, {x + mm(1.5), middle - mm(0.5)}}},
                     decoration});
        }
        put_text(text_, legend.items, text + " ", {x + symbol + (symbol > 0 ? mm(2) : 0), y + small.baseline()}, small, caption);
        x += w + mm(9);
    };
    entry(0, wording().restores);
    entry(1, wording().tests);
    entry(2, wording().limit);
    entry(3, wording().wave);
    legend.height = y + line + mm(1);
    legend.keep_with_next = true;
    return legend;
}

Strips Composer::set(const doc::Schedule& schedule, Slot at) {
    if (schedule.bars.empty()) return {};
    const Style style = theme_.table;
    const Style head_style = style.sized(100).bold();
    const bool wide = at.width >= mm(220);
    // Nr. | System | braucht | wer | axis | nutzbar (Ist)
    const Length name_x = mm(schedule.bars.size() < 100 ? 10 : 13); // room for three figures
    const Length needs_x = name_x + (wide ? mm(67) : mm(40));
    const Length who_x = needs_x + (wide ? mm(20) : mm(14));
    const Length axis_x = who_x + (wide ? mm(41) : mm(16));
    const Length field_width = wide ? mm(24) : mm(18);
    const Length field_x = at.width - field_width;
    const Length pitch = (field_x - mm(12) - axis_x) / static_cast<Length>(ticks.size() - 1);
    Strips strips;
    strips.push_back(schedule_legend(at));
    const int table = node(Role::table, at.parent);

    Strip head;
    const int head_row = node(Role::row, table);
    head.height = head_style.leading() + mm(2.2);
    const auto head_cell = [&](std::string_view text, Length x) {
        put_text(text_, head.items, std::string(text) + " ", {x, mm(0.8) + head_style.baseline()}, head_style,
                 node(Role::header_cell, head_row));
    };
    head_cell(wording().number, mm(0.5));
    head_cell(wording().system, name_x);
    head_cell(wording().needs, needs_x);
    head_cell(wording().who, who_x);
    const int axis_cell = node(Role::header_cell, head_row);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const Length x = axis_x + static_cast<Length>(i) * pitch - width_of(text_, ticks[i].label, head_style) / 2;
        put_text(text_, head.items, std::string(ticks[i].label) + " ", {x, mm(0.8) + head_style.baseline()}, head_style,
                 axis_cell);
    }
    head_cell(wording().usable, field_x);
    put_rule(head, 0, head.height, at.width, head.height, thick);
    head.keep_with_next = true;
    auto repeat = std::make_shared<Repeat>(Repeat{head.items, head.height});
    for (auto& item : repeat->items) item.node = decoration;
    strips.push_back(std::move(head));

    for (std::size_t i = 0; i < schedule.bars.size(); ++i) {
        const auto& bar = schedule.bars[i];
        Strip strip;
        strip.repeat = repeat;
        const int row = node(Role::row, table);
        std::vector<std::vector<Line>> cells;
        const std::array<std::string_view, 4> texts{bar.lead, bar.name, bar.needs, bar.who};
        const std::array<Length, 5> lefts{mm(0.5), name_x, needs_x, who_x, axis_x - mm(4)};
        Length content = 0;
        for (std::size_t c = 0; c < texts.size(); ++c) {
            cells.push_back(lines(plain(std::string(texts[c]) + " "), lefts[c + 1] - lefts[c] - mm(2),
                                  c == 0 ? style.bold() : style, node(c == 1 ? Role::header_cell : Role::data_cell, row)));
            if (c == 1) out_.nodes.back().row_scope = true;
            content = std::max(content, height_of(cells.back()));
        }
        strip.height = std::max(mm(8.6), content + mm(1.4));
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const Length height = height_of(cells[c]);
            put_lines(strip, std::move(cells[c]), lefts[c], (strip.height - height) / 2);
        }
        const int figure = node(Role::figure, node(Role::data_cell, row));
        out_.nodes[static_cast<std::size_t>(figure)].alt =
            to_text(Message{"layout.bar",
                            {bar.name, hours(bar.start), hours(bar.restored), hours(bar.released),
                             bar.limit < 0 ? to_text(Message{"layout.none", {}}) : hours(bar.limit)}});
        const auto draw = [&](auto shape) { strip.items.push_back(Item{std::move(shape), figure}); };
        for (std::size_t t = 0; t < ticks.size(); ++t) {
            const Length x = axis_x + static_cast<Length>(t) * pitch;
            draw(Rule{{x, 0}, {x, strip.height}, thin, mm(0.6), Ink::black});
        }
        const Length middle = strip.height / 2;
        const Length half = mm(2.1);
        const auto axis = [&](Minutes minutes) { return axis_x + place_of(minutes, pitch); };
        Length right = axis(std::max<Minutes>(bar.start, 0));
        // A late end is seen behind the stroke of the limit, not hidden in its halo.
        const auto behind_limit = [&](Minutes end, Length x) {
            return bar.limit >= 0 && end > bar.limit ? std::max(x, axis(bar.limit) + mm(4)) : x;
        };
        if (bar.restored >= 0 && !bar.note.empty()) {
            const Length from = axis(bar.start);
            const Minutes end = std::max(bar.released, bar.restored);
            right = std::max(behind_limit(end, axis(end)), from + mm(2));
            for (const Length y : {middle - half, middle + half}) draw(Rule{{from, y}, {right, y}, medium, mm(1), Ink::black});
            for (const Length x : {from, right}) draw(Rule{{x, middle - half}, {x, middle + half}, medium, mm(1), Ink::black});
        } else if (bar.restored >= 0) {
            const Length from = axis(bar.start);
            const Length to = std::max(behind_limit(bar.restored, axis(bar.restored)), from + mm(1));
            draw(Frame{{from, middle - half, to - from, 2 * half}, 0, 0, Ink::black});
            right = to;
            if (bar.released > bar.restored) {
                const Length end = std::max(behind_limit(bar.released, axis(bar.released)), to + mm(1));
                draw(Frame{{to, middle - half, end - to, 2 * half}, 0, 0, Ink::white});
                draw(Frame{{to, middle - half, end - to, 2 * half}, medium, 0, Ink::black});
                right = end;
            }
        }
        if (bar.limit >= 0) {
            // The white halo keeps the stroke visible inside a black bar.
            const Length x = axis(bar.limit);
            const Length stroke = pt(2.2);
            draw(Frame{{x - stroke / 2 - mm(1), mm(0.7), stroke + mm(2), strip.height - mm(1.4)}, 0, 0, Ink::white});
            draw(Frame{{x - stroke / 2, mm(1), stroke, strip.height - mm(1.8)}, 0, 0, Ink::black});
            draw(Polygon{{{x - mm(1.8), mm(0.5)}, {x + mm(1.8), mm(0.5)}, {x, mm(2.9)}}, Ink::black});
            const Minutes end = std::max(bar.released, bar.restored);
            if (end > bar.limit) {
                const Style late = style.sized(110).bold();
                const Length w = width_of(text_, wording().too_late, late);
                Length left = std::max(right, x + mm(1)) + mm(1.5);
                if (left + w > field_x - mm(2)) left = std::min(axis(bar.start), x) - mm(3) - w;
                draw(Frame{{left - mm(0.6), middle - mm(2.6), w + mm(1.2), mm(5.2)}, 0, 0, Ink::white});
                put_text(text_, strip.items, wording().too_late + " ", {left, middle + em(late.size) * 36 / 100}, late, figure);
                right = std::max(right, left + w);
            }
        }
        if (!bar.note.empty()) {
            const Length w = width_of(text_, bar.note, head_style);
            const Length stroke = bar.limit < 0 ? axis_x - mm(10) : axis(bar.limit);
            Length left = (bar.restored < 0 ? axis_x : right) + mm(2);
            if (left < stroke + mm(3) && stroke - mm(3) < left + w) left = stroke + mm(3);
            if (left + w > field_x - mm(1)) left = std::max(axis_x + mm(2), std::min(axis(bar.start), stroke) - mm(3) - w);
            draw(Frame{{left - mm(0.6), middle - mm(2.4), w + mm(1.2), mm(4.8)}, 0, 0, Ink::white});
            put_text(text_, strip.items, bar.note + " ", {left, middle + em(head_style.size) * 36 / 100}, head_style, figure);
        }
        if (!bar.remark.empty()) {
            const Style quiet = style.sized(smallest_size);
            const Length w = width_of(text_, bar.remark, quiet);
            const Length stroke = bar.limit < 0 ? axis_x - mm(10) : axis(bar.limit);
            Length left = right + mm(2);
            if (left < stroke + mm(3) && stroke - mm(3) < left + w) left = stroke + mm(3);
            // A bar that leaves no room at its right is long enough to carry the words.
            if (left + w > field_x - mm(1)) left = std::max(axis_x + mm(2), right - w - mm(4));
            draw(Frame{{left - mm(0.6), middle - mm(2.4), w + mm(1.2), mm(4.8)}, 0, 0, Ink::white});
            put_text(text_, strip.items, bar.remark + " ", {left, middle + em(quiet.size) * 36 / 100}, quiet, figure);
        }
        put_frame(strip, {field_x, mm(1.1), field_width, strip.height - mm(2.2)}, thin,
                  node(Role::span, node(Role::data_cell, row), to_text(Message{"layout.field", {wording().usable}})));
        const bool wave_ends = i + 1 == schedule.bars.size() || schedule.bars[i + 1].wave != bar.wave;
        put_rule(strip, 0, strip.height, at.width, strip.height, wave_ends ? thick : thin);
        strip.keep_with_next = i + 1 == schedule.bars.size();
        strips.push_back(std::move(strip));
    }

    return strips;
}

} // namespace bcmkit::layout
