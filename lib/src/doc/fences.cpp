// SPDX-License-Identifier: EUPL-1.2
// The blocks between three grave accents. Lines and cells are split before any value is put in.
#include "markdown.hpp"

#include <bcmkit/base/duration.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <charconv>

namespace bcmkit::doc {

namespace {

constexpr std::string_view box = "☐";
constexpr int most_empty_rows = 200;

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || stop != text.data() + text.size() || number < 0 || number > 100'000)
        return std::nullopt;
    return number;
}

/// Words between blanks.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> out;
    for (const auto word : split(text, ' ')) {
        if (!word.empty()) out.push_back(word);
    }
    return out;
}

/// Cells between "|", trimmed; a "|" behind the last cell is welcome but means nothing.
std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> out;
    for (const auto cell : split(line, '|')) out.push_back(trimmed(cell));
    return out;
}

/// A cell is one line of the template: "\\ " in it breaks the line as a backslash at the end does in running text.
std::string with_line_breaks(std::string_view cell) {
    while (cell.ends_with('\\')) cell = trimmed(cell.substr(0, cell.size() - 1)); // behind the last of a list
    return replaced(cell, "\\ ", "\\\n");
}

std::string_view cell_at(const std::vector<std::string_view>& cells, std::size_t i) {
    return i < cells.size() ? cells[i] : std::string_view();
}

/// For messages: a value is three dots.
std::string readable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto open = std::min(text.find(open_mark), text.size());
        out += text.substr(0, open);
        text.remove_prefix(open);
        if (text.empty()) break;
        out += "…";
        const auto close = text.find(close_mark);
        text.remove_prefix(close == std::string_view::npos ? text.size() : close + close_mark.size());
    }
    return out;
}

std::int64_t minutes_of(std::string_view text) {
    if (text.empty()) return -1;
    std::int64_t number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && stop == text.data() + text.size()) return std::clamp<std::int64_t>(number, -1, longest_minutes);
    const auto duration = parse_duration(text);
    return duration ? duration->likely : -1;
}

} // namespace

int BlockReader::option(const Fence& fence, std::string_view name, int otherwise) const {
    for (const auto word : words_of(fence.rest)) {
        if (word.size() > name.size() && word.starts_with(name) && word[name.size()] == '=')
            return number_of(word.substr(name.size() + 1)).value_or(otherwise);
    }
    return otherwise;
}

void BlockReader::check_options(const Fence& fence, std::initializer_list<std::string_view> known) {
    for (const auto word : words_of(fence.rest)) {
        const auto equals = word.find('=');
        const bool is_known = std::ranges::any_of(known, [&](std::string_view name) { return word.substr(0, equals) == name; });
        const bool is_number = equals == std::string_view::npos || number_of(word.substr(equals + 1));
        if (!is_known || !is_number) report(fence.number, {"doc.fence_option", {readable(fence.word), readable(word)}});
    }
}

void BlockReader::read_fence(std::string_view info, std::string_view text, std::size_t number, int depth, Blocks& out) {
    Fence fence;
    info = trimmed(info);
    const auto space = std::min(info.find(' '), info.size());
    fence.word = info.substr(0, space);
    fence.rest = trimmed(info.substr(space));
    fence.number = number;
    fence.literal = text;
    std::size_t line_number = number;
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++line_number;
        if (trimmed(line).empty()) continue;
        const auto indent = line.find_first_not_of(' ');
        fence.lines.push_back({trimmed(line), static_cast<int>(indent), line_number});
    }
    static constexpr std::string_view known[] = {"angaben", "warnung",  "achtung",  "schritte", "halt",       "ende",
                                                 "tabelle", "felder",   "linien",   "kasten",   "nummer",     "spalten",
                                                 "baum",    "zeitplan", "massstab", "platz",    "checkliste", "rueckseite"};
    const auto word = fence.word;
    if (word == "angaben") return read_facts(fence, out);
    if (word == "warnung") return read_warning(fence, true, out);
    if (word == "achtung") return read_warning(fence, false, out);
    if (word == "schritte") return read_steps(fence, out);
    if (word == "halt") return read_halt(fence, out);
    if (word == "ende") return read_end(fence, out);
    if (word == "tabelle") return read_table(fence, out);
    if (word == "felder") return read_form(fence, out);
    if (word == "linien") return read_write_lines(fence, out);
    if (word == "kasten") return read_box(fence, depth, out);
    if (word == "nummer") return read_number(fence, out);
    if (word == "spalten") return read_columns(fence, depth, out);
    if (word == "baum") return read_tree(fence, out);
    if (word == "zeitplan") return read_schedule(fence, out);
    if (word == "checkliste") return read_checklist(fence, out);
    if (word == "massstab") return add(out, ScaleBar{}, number);
    if (word == "rueckseite") return add(out, PageBreak{true}, number);
    if (word == "platz") return add(out, Space{std::min(250, number_of(fence.rest).value_or(5))}, number);
    std::vector<std::string> words(std::begin(known), std::end(known));
    std::vector<Message> hints;
    const auto near = nearest(word, words);
    if (!near.empty()) hints.push_back({"doc.did_you_mean", {joined(near, ", ")}});
    report(number, {"doc.unknown_block", {plain(word, number)}}, std::move(hints));
}

void BlockReader::read_facts(const Fence& fence, Blocks& out) {
    Facts facts;
    facts.small = fence.rest == "klein";
    if (!facts.small) check_options(fence, {});
    for (const auto& line : fence.lines) {
        const auto bar = line.text.find('|');
        if (bar == std::string_view::npos) {
            report(line.number, {"doc.needs_bar", {"angaben", "Gilt, wenn | Text"}});
            continue;
        }
        facts.rows.push_back({plain(line.text.substr(0, bar), line.number), inline_text(line.text.substr(bar + 1), line.number)});
    }
    if (!facts.rows.empty()) add(out, std::move(facts), fence.number);
}

void BlockReader::read_warning(const Fence& fence, bool severe, Blocks& out) {
    check_options(fence, {});
    Warning warning{severe, {}};
    for (const auto& line : fence.lines) {
        auto inlines = inline_text(line.text, line.number);
        if (!warning.text.empty() && !inlines.empty()) warning.text.push_back(Text{" ", false, false});
        warning.text.insert(warning.text.end(), std::make_move_iterator(inlines.begin()), std::make_move_iterator(inlines.end()));
    }
    if (!warning.text.empty()) add(out, std::move(warning), fence.number);
}

void BlockReader::read_steps(const Fence& fence, Blocks& out) {
    Steps steps;
    bool with_duration = false;
    const auto options = words_of(fence.rest);
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i] == "rollen") {
            steps.by_role = true;
        } else if (options[i] == "ohne-felder") {
            steps.with_record = false;
        } else if (options[i] == "auftrag") {
            steps.is_work = true;
        } else if (options[i] == "dauer") {
            with_duration = true;
        } else if (options[i] == "ab" && i + 1 < options.size() && number_of(options[i + 1])) {
            next_step_ = *number_of(options[++i]);
        } else {
            report(fence.number, {"doc.fence_option", {"schritte", readable(options[i])}});
        }
    }
    for (const auto& line : fence.lines) {
        const bool is_step = line.indent < 2 && (line.text.starts_with("! ") || line.text.starts_with("- "));
        if (!is_step) {
            if (steps.steps.empty())
                report(line.number, {"doc.step_line", {}});
            else
                steps.steps.back().lines.push_back(inline_text(line.text, line.number));
            continue;
        }
        auto cells = cells_of(line.text.substr(2));
        Step step;
        step.critical = line.text.front() == '!';
        if (steps.by_role) {
            step.lead = plain(cell_at(cells, 0), line.number);
            cells.erase(cells.begin());
        } else {
            step.lead = std::to_string(next_step_++);
        }
        step.text = inline_text(cell_at(cells, 0), line.number);
        step.wanted = inline_text(cell_at(cells, 1), line.number, Gaps::empty);
        if (with_duration) step.duration = plain(cell_at(cells, 2), line.number, "");
        if (cells.size() > (with_duration ? 3u : 2u)) report(line.number, {"doc.too_many_cells", {std::to_string(cells.size())}});
        steps.steps.push_back(std::move(step));
    }
    if (!steps.steps.empty()) add(out, std::move(steps), fence.number);
}

void BlockReader::read_halt(const Fence& fence, Blocks& out) {
    check_options(fence, {});
    Halt halt;
    for (const auto& line : fence.lines) {
        if (line.text.starts_with("# ")) {
            halt.title = inline_text(line.text.substr(2), line.number);
        } else if (line.text.starts_with(box)) {
            // Several questions may stand on one line: each begins with its box.
            std::string_view rest = line.text;
            while (!rest.empty()) {
                rest.remove_prefix(box.size());
                const auto next = std::min(rest.find(box), rest.size());
                halt.questions.push_back(inline_text(rest.substr(0, next), line.number));
                rest.remove_prefix(next);
            }
        } else if (line.text.starts_with(">")) {
            halt.outcomes.push_back(inline_text(line.text.substr(1), line.number));
        } else {
            report(line.number, {"doc.halt_line", {}});
        }
    }
    if (!halt.questions.empty() || !halt.outcomes.empty()) add(out, std::move(halt), fence.number);
}

void BlockReader::read_end(const Fence& fence, Blocks& out) {
    check_options(fence, {});
    for (const auto& line : fence.lines) {
        const auto cells = cells_of(line.text);
        add(out, EndLine{inline_text(cell_at(cells, 0), line.number), inline_text(cell_at(cells, 1), line.number)}, line.number);
    }
}

bool BlockReader::read_widths(const Line& line, Table& table) {
    const auto cells = cells_of(line.text);
    if (cells.size() != table.columns.size()) {
        report(line.number, {"doc.widths_count", {std::to_string(table.columns.size()), std::to_string(cells.size())}});
        return false;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Column& column = table.columns[i];
        const auto words = words_of(cells[i]);
        const bool is_width = !words.empty() && (words.front() == "*" || number_of(words.front()));
        if (!is_width) {
            report(line.number, {"doc.width", {readable(cells[i])}}, {{"doc.width_hint", {}}});
            return false;
        }
        column.width_mm = words.front() == "*" ? 0 : *number_of(words.front());
        for (std::size_t k = 1; k < words.size(); ++k) {
            if (words[k] == "fett")
                column.strong = true;
            else if (words[k] == "rechts")
                column.align = Align::right;
            else if (words[k] == "mitte")
                column.align = Align::centre;
            else if (words[k] == "leer")
                column.write = true;
            else
                report(line.number, {"doc.column_word", {readable(words[k])}});
        }
    }
    return true;
}

void BlockReader::read_table_row(const Line& line, Table& table) {
    // With cells behind it a "+" or "=" is the text of a first cell.
    const bool has_cells = line.text.find('|') != std::string_view::npos;
    if (!has_cells && line.text.starts_with("= ")) {
        table.rows.push_back({{inline_text(line.text.substr(2), line.number)}, true, true});
        return;
    }
    if (!has_cells && line.text.starts_with("+ ")) {
        const auto words = words_of(line.text.substr(2));
        const auto count = words.empty() ? std::nullopt : number_of(words.front());
        const auto from = words.size() == 3 && words[1] == "ab" ? number_of(words[2]) : std::nullopt;
        if (!count || *count > most_empty_rows || (words.size() != 1 && !from)) {
            report(line.number, {"doc.empty_rows", {readable(line.text)}});
            return;
        }
        for (int i = 0; i < *count; ++i) {
            Row row;
            row.cells.resize(table.columns.size());
            if (from && !row.cells.empty()) {
                std::string number = std::to_string(*from + i);
                if (number.size() < words[2].size()) number.insert(0, words[2].size() - number.size(), '0');
                row.cells.front().push_back(Text{std::move(number), false, false});
            }
            table.rows.push_back(std::move(row));
        }
        return;
    }
    const auto cells = cells_of(line.text);
    if (cells.size() > table.columns.size() + 1 || (cells.size() > table.columns.size() && !cells.back().empty())) {
        report(line.number, {"doc.row_cells", {std::to_string(table.columns.size()), std::to_string(cells.size())}});
        return;
    }
    Row row;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        row.cells.push_back(cell(with_line_breaks(cell_at(cells, i)), line.number));
    table.rows.push_back(std::move(row));
}

void BlockReader::read_table(const Fence& fence, Blocks& out) {
    check_options(fence, {"zeile", "groesse", "stark"});
    Table table;
    table.min_row_mm = std::min(100, option(fence, "zeile", 0));
    table.size_pt = std::min(30, option(fence, "groesse", 0));
    table.thick_every = option(fence, "stark", 0);
    if (fence.lines.size() < 2) {
        report(fence.number, {"doc.table_head", {}});
        return;
    }
    for (const auto head : cells_of(fence.lines[0].text)) {
        Column column;
        column.head = cell(head, fence.lines[0].number);
        table.columns.push_back(std::move(column));
    }
    if (!read_widths(fence.lines[1], table)) return;
    for (std::size_t i = 2; i < fence.lines.size(); ++i) read_table_row(fence.lines[i], table);
    if (!table.rows.empty()) add(out, std::move(table), fence.number);
}

void BlockReader::read_form(const Fence& fence, Blocks& out) {
    check_options(fence, {"hoehe"});
    Form form;
    for (const auto& line : fence.lines) {
        Form::FieldRow row;
        row.height_mm = std::clamp(option(fence, "hoehe", 12), 6, 200);
        for (std::string_view text : cells_of(line.text)) {
            if (text.empty()) continue;
            Form::Field field;
            if (text.starts_with(box)) {
                field.box = true;
                text.remove_prefix(box.size());
            }
            const auto equals = text.find(" =");
            if (equals != std::string_view::npos) {
                field.value = inline_text(text.substr(equals + 2), line.number, Gaps::empty);
                text = text.substr(0, equals);
            }
            const auto colon = text.rfind(':');
            const auto share = colon == std::string_view::npos ? std::nullopt : number_of(trimmed(text.substr(colon + 1)));
            if (share) {
                field.share = std::max(1, *share);
                text = text.substr(0, colon);
            }
            field.label = plain(text, line.number, "");
            row.fields.push_back(std::move(field));
        }
        if (!row.fields.empty()) form.rows.push_back(std::move(row));
    }
    if (!form.rows.empty()) add(out, std::move(form), fence.number);
}

void BlockReader::read_write_lines(const Fence& fence, Blocks& out) {
    const auto count = fence.rest.empty() ? std::optional<int>(3) : number_of(fence.rest);
    if (!count || *count < 1 || *count > 60) {
        report(fence.number, {"doc.fence_option", {"linien", readable(fence.rest)}});
        return;
    }
    add(out, WriteLines{fence.lines.empty() ? std::string() : plain(fence.lines[0].text, fence.lines[0].number), *count},
        fence.number);
}

void BlockReader::read_box(const Fence& fence, int depth, Blocks& out) {
    Box frame;
    std::string_view title = fence.rest;
    if (title == "gestrichelt" || title.starts_with("gestrichelt ")) {
        frame.dashed = true;
        title = trimmed(title.substr(std::string_view("gestrichelt").size()));
    }
    frame.title = plain(title, fence.number);
    if (depth >= 4) {
        report(fence.number, {"doc.too_deep", {}});
        return;
    }
    frame.blocks = read_document(fence.literal, fence.number + 1, depth + 1);
    if (!frame.blocks.empty()) add(out, std::move(frame), fence.number);
}

void BlockReader::read_number(const Fence& fence, Blocks& out) {
    check_options(fence, {});
    for (const auto& line : fence.lines) {
        const auto cells = cells_of(line.text);
        add(out, BigNumber{plain(cell_at(cells, 0), line.number), inline_text(cell_at(cells, 1), line.number)}, line.number);
    }
}

void BlockReader::read_columns(const Fence& fence, int depth, Blocks& out) {
    check_options(fence, {});
    if (depth >= 4) {
        report(fence.number, {"doc.too_deep", {}});
        return;
    }
    Columns columns;
    std::string_view rest = fence.literal;
    std::size_t begin = 0, position = 0, line = fence.number + 1, first_line = line;
    std::string open_fence;
    const auto close = [&](std::size_t end) {
        columns.columns.push_back(read_document(rest.substr(begin, end - begin), first_line, depth + 1));
    };
    while (position < rest.size()) {
        const auto end = std::min(rest.find('\n', position), rest.size());
        const auto content = trimmed(rest.substr(position, end - position));
        const auto accents = std::min(content.find_first_not_of('`'), content.size());
        if (accents >= 3 && (open_fence.empty() || (accents >= open_fence.size() && accents == content.size())))
            open_fence = open_fence.empty() ? std::string(content.substr(0, accents)) : std::string();
        ++line;
        if (content == "---" && open_fence.empty()) {
            close(position);
            begin = std::min(end + 1, rest.size());
            first_line = line;
        }
        position = std::min(end + 1, rest.size());
    }
    close(rest.size());
    for (auto& column : columns.columns) drop_orphan_headings(column);
    if (std::ranges::any_of(columns.columns, [](const Blocks& blocks) { return !blocks.empty(); }))
        add(out, std::move(columns), fence.number);
}

void BlockReader::read_tree(const Fence& fence, Blocks& out) {
    check_options(fence, {});
    doc::Tree tree;
    bool has_root = false;
    for (const auto& line : fence.lines) {
        const auto cells = cells_of(line.text);
        doc::Tree::Node node;
        node.role = plain(cell_at(cells, 0), line.number, "");
        node.name = plain(cell_at(cells, 1), line.number, "");
        node.number = plain(cell_at(cells, 2), line.number, "");
        node.second_number = plain(cell_at(cells, 3), line.number, "");
        node.deputy = plain(cell_at(cells, 4), line.number, "");
        node.deputy_number = plain(cell_at(cells, 5), line.number, "");
        const int level = line.indent / 2;
        if (!has_root) {
            tree.root = std::move(node);
            has_root = true;
            continue;
        }
        if (level == 0) {
            report(line.number, {"doc.tree_roots", {}});
            return;
        }
        doc::Tree::Node* parent = &tree.root;
        for (int i = 1; i < std::min(level, 6) && !parent->children.empty(); ++i) parent = &parent->children.back();
        parent->children.push_back(std::move(node));
    }
    if (has_root) add(out, std::move(tree), fence.number);
}

void BlockReader::read_schedule(const Fence& fence, Blocks& out) {
    check_options(fence, {});
    Schedule schedule;
    for (const auto& line : fence.lines) {
        const auto cells = cells_of(line.text);
        if (cells.size() < 9 || cells.size() > 11) {
            report(line.number, {"doc.row_cells", {"11", std::to_string(cells.size())}});
            continue;
        }
        const auto text = [&](std::size_t i) { return plain(cells[i], line.number, ""); };
        Schedule::Bar bar;
        bar.lead = text(0);
        bar.name = text(1);
        bar.needs = text(2);
        bar.who = text(3);
        bar.start = std::max<std::int64_t>(0, minutes_of(text(4)));
        bar.restored = minutes_of(text(5));
        bar.released = minutes_of(text(6));
        bar.limit = minutes_of(text(7));
        bar.wave = static_cast<int>(std::clamp<std::int64_t>(minutes_of(text(8)), 1, 99));
        if (cells.size() > 9) bar.note = text(9);
        if (cells.size() > 10) bar.remark = text(10);
        schedule.bars.push_back(std::move(bar));
    }
    if (!schedule.bars.empty()) add(out, std::move(schedule), fence.number);
}

void BlockReader::read_checklist(const Fence& fence, Blocks& out) {
    check_options(fence, {"spalten", "groesse"});
    Checklist checklist;
    checklist.size_pt = std::clamp(option(fence, "groesse", 0), 0, 60);
    checklist.columns = std::clamp(option(fence, "spalten", 1), 1, 4);
    for (const auto& line : fence.lines) {
        std::string_view text = line.text;
        if (text.starts_with("- ")) text.remove_prefix(2);
        if (text.starts_with(box)) text.remove_prefix(box.size());
        checklist.items.push_back(inline_text(text, line.number));
    }
    if (!checklist.items.empty()) add(out, std::move(checklist), fence.number);
}

} // namespace bcmkit::doc
