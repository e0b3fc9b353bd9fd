// SPDX-License-Identifier: EUPL-1.2
#include "composer.hpp"

#include <algorithm>

namespace bcmkit::layout {

namespace {

constexpr Length pad_x = mm(1.5);
constexpr Length narrowest = mm(12);

void align_lines(std::vector<Line>& lines, doc::Align align, Length width) {
    if (align == doc::Align::left) return;
    for (auto& line : lines) {
        const Length rest = width - line.width;
        if (rest > 0) shift(line.items, align == doc::Align::right ? rest : rest / 2, 0);
    }
}

/// Table rules at whole column edges: outer edges only around columns that people write in.
struct Edges {
    std::vector<Length> left; ///< x of each column, and the right end
    std::vector<bool> drawn;  ///< vertical rule at that x
};

} // namespace

std::vector<Length> Composer::column_widths(const doc::Table& table, Length width) {
    std::vector<Length> widths;
    Length fixed = 0;
    Length shares = 0;
    for (const auto& column : table.columns) {
        widths.push_back(mm(std::clamp(column.width_mm, 0, 500)));
        fixed += widths.back();
        shares += column.width_mm <= 0 ? 1 : 0;
    }
    const Length room = width - shares * narrowest;
    if (fixed > room && fixed > 0) {
        report(Severity::warning,
               Message{"layout.columns_too_wide", {std::to_string(fixed / 1000), std::to_string(std::max(room, 0) / 1000)}});
        for (auto& one : widths) one = static_cast<Length>(static_cast<std::int64_t>(one) * std::max(room, width / 4) / fixed);
        fixed = 0;
        for (const auto one : widths) fixed += one;
    }
    const Length share = shares > 0 ? std::max((width - fixed) / shares, mm(2)) : 0;
    Length used = 0;
    std::size_t last_share = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (widths[i] == 0) {
            widths[i] = share;
            last_share = i;
        }
        used += widths[i];
    }
    if (last_share < widths.size() && width > used) widths[last_share] += width - used;
    widen_for_words(table, widths);
    return widths;
}

/// A column that is narrower than one of its words takes the room from the one that can spare most.
void Composer::widen_for_words(const doc::Table& table, std::vector<Length>& widths) const {
    constexpr Length longest_considered = mm(62);
    std::vector<Length> least(widths.size(), mm(4));
    const auto consider = [&](std::size_t column, const doc::Inlines& cell, bool strong) {
        for (const auto& part : cell) {
            const auto* text = std::get_if<doc::Text>(&part);
            if (text == nullptr) continue;
            for (const auto piece : FontSet::pieces(text->text)) {
                Style style = theme_.table;
                if (table.size_pt > 0) style.size = std::max(smallest_size, static_cast<int>(table.size_pt * 10 + 0.5));
                style.strong = strong || text->strong || is_phone(piece);
                const Length needed = width_of(text_, piece, style) + 2 * pad_x + mm(0.2);
                if (needed <= longest_considered) least[column] = std::max(least[column], needed);
            }
        }
    };
    for (std::size_t i = 0; i < widths.size(); ++i) consider(i, table.columns[i].head, true);
    for (const auto& row : table.rows)
        if (!row.group)
            for (std::size_t i = 0; i < widths.size() && i < row.cells.size(); ++i)
                consider(i, row.cells[i], row.strong || table.columns[i].strong);
    for (std::size_t i = 0; i < widths.size(); ++i)
        while (widths[i] < least[i]) {
            std::size_t donor = i;
            Length spare = 0;
            for (std::size_t k = 0; k < widths.size(); ++k)
                if (k != i && widths[k] - least[k] > spare) {
                    spare = widths[k] - least[k];
                    donor = k;
                }
            if (donor == i) break;
            const Length moved = std::min({spare, least[i] - widths[i], std::max(spare / 2, mm(1))});
            widths[i] += moved;
            widths[donor] -= moved;
        }
}

Strips Composer::set(const doc::Table& table, Slot at) {
    if (table.columns.empty()) return {};
    const Length pad_y = theme_.table_pad;
    const auto widths = column_widths(table, at.width);
    const std::size_t count = widths.size();
    Edges edges;
    Length x = 0;
    for (std::size_t i = 0; i < count; ++i) {
        edges.left.push_back(x);
        edges.drawn.push_back(table.columns[i].write || (i > 0 && table.columns[i - 1].write));
        x += widths[i];
    }
    edges.left.push_back(x);
    edges.drawn.push_back(table.columns.back().write);
    const Length width = x;

    Style style = theme_.table;
    if (table.size_pt > 0) style.size = std::max(smallest_size, static_cast<int>(table.size_pt * 10 + 0.5));
    const Style head_style = style.sized(std::max(smallest_size, std::min(style.size, 200) - (style.size > 100 ? 5 : 0))).bold();
    // Phone numbers stand at 12 pt where the widest of their column fits into one line.
    std::vector<int> strong_sizes(count, style.size);
    for (std::size_t i = 0; i < count; ++i) {
        if (!table.columns[i].strong || table.size_pt > 0) continue;
        int size = std::max(style.size, 120);
        bool numbers = false;
        for (const auto& row : table.rows) {
            if (i >= row.cells.size()) continue;
            for (const auto& part : row.cells[i])
                if (const auto* text = std::get_if<doc::Text>(&part))
                    for (const auto piece : FontSet::pieces(text->text)) {
                        numbers = numbers || is_phone(piece);
                        while (size > style.size && width_of(text_, piece, style.sized(size).bold()) > widths[i] - 2 * pad_x)
                            size -= 5;
                    }
        }
        if (numbers) strong_sizes[i] = size;
    }
    const int here = node(Role::table, at.parent);

    const auto verticals = [&](Strip& strip) {
        for (std::size_t i = 0; i <= count; ++i)
            if (edges.drawn[i]) put_rule(strip, edges.left[i], 0, edges.left[i], strip.height, thin);
    };

    Strips strips;
    std::shared_ptr<Repeat> repeat;
    const bool has_head =
        std::any_of(table.columns.begin(), table.columns.end(), [](const auto& column) { return !column.head.empty(); });
    if (has_head) {
        Strip head;
        const int row = node(Role::row, here);
        std::vector<std::vector<Line>> cells;
        Length height = 0;
        for (std::size_t i = 0; i < count; ++i) {
            auto made = lines(table.columns[i].head, widths[i] - 2 * pad_x + mm(0.6), head_style, node(Role::header_cell, row));
            align_lines(made, table.columns[i].align, widths[i] - 2 * pad_x);
            height = std::max(height, height_of(made));
            cells.push_back(std::move(made));
        }
        head.height = height + 2 * pad_y;
        for (std::size_t i = 0; i < count; ++i) {
            const Length top = head.height - pad_y - height_of(cells[i]);
            put_lines(head, std::move(cells[i]), edges.left[i] + pad_x, top);
        }
        put_rule(head, 0, 0, width, 0, thick);
        put_rule(head, 0, head.height, width, head.height, thick);
        verticals(head);
        head.keep_with_next = true;
        auto copy = std::make_shared<Repeat>(Repeat{head.items, head.height});
        for (auto& item : copy->items) {
            item.node = decoration;
        }
        std::erase_if(copy->items, [](const Item& item) { return std::holds_alternative<Link>(item.is); });
        repeat = std::move(copy);
        strips.push_back(std::move(head));
    }

    // A table without rows would be a heading over nothing: leave room to write instead.
    std::vector<doc::Row> none;
    const bool empty = table.rows.empty();
    if (empty) none.resize(2);
    const auto& rows = empty ? none : table.rows;
    const Length least = std::max(mm(std::clamp(table.min_row_mm, 0, 100)), empty ? mm(9) : 0);
    int since_group = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto& row = rows[r];
        Strip strip;
        strip.repeat = repeat;
        const int row_node = node(Role::row, here);
        const bool last = r + 1 == rows.size();
        if (row.group) {
            const int cell = node(Role::header_cell, row_node);
            out_.nodes[static_cast<std::size_t>(cell)].columns = static_cast<int>(count);
            Length y = r > 0 ? mm(2.6) : pad_y;
            if (!row.cells.empty()) y = put_lines(strip, lines(row.cells[0], width - 2 * pad_x, style.bold(), cell), pad_x, y);
            strip.height = y + pad_y;
            put_rule(strip, 0, strip.height, width, strip.height, last ? thick : medium);
            strip.keep_with_next = true;
            since_group = 0;
            strips.push_back(std::move(strip));
            continue;
        }
        std::vector<std::vector<Line>> cells;
        Length content = 0;
        for (std::size_t i = 0; i < count; ++i) {
            Style cell_style = style;
            if (row.strong) cell_style.strong = true;
            if (table.columns[i].strong) cell_style = style.sized(strong_sizes[i]).bold();
            const int cell = node(Role::data_cell, row_node);
            std::vector<Line> made;
            if (i < row.cells.size() && !row.cells[i].empty()) {
                made = lines(row.cells[i], std::max(widths[i] - 2 * pad_x, mm(2)), cell_style, cell);
                // Cells end in a blank for readers of the text.
                align_lines(made, table.columns[i].align, widths[i] - 2 * pad_x);
            }
            content = std::max(content, height_of(made));
            cells.push_back(std::move(made));
        }
        const bool writing = std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
        strip.height = std::max({content + 2 * pad_y, least, writing ? mm(9) : 0});
        const bool centred = content + 2 * pad_y < strip.height;
        // First lines of different sizes share their baseline.
        Length base = 0;
        for (std::size_t i = 0; i < count; ++i)
            if (!cells[i].empty()) base = std::max(base, cells[i].front().height);
        for (std::size_t i = 0; i < count; ++i) {
            if (cells[i].empty()) continue;
            const Length block = height_of(cells[i]);
            Length top = pad_y + (base - cells[i].front().height) / 2;
            if (centred) top = (strip.height - block) / 2;
            put_lines(strip, std::move(cells[i]), edges.left[i] + pad_x, std::max(top, 0));
        }
        ++since_group;
        const bool thicker = last || (table.thick_every > 0 && since_group % table.thick_every == 0);
        put_rule(strip, 0, strip.height, width, strip.height, thicker ? thick : thin);
        verticals(strip);
        // The last row does not stand alone on the next page.
        if (r + 2 == rows.size() && rows.size() > 2) strip.keep_with_next = true;
        strips.push_back(std::move(strip));
    }
    return strips;
}

} // namespace bcmkit::layout
