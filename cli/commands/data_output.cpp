// SPDX-License-Identifier: EUPL-1.2
#include "data_output.hpp"

#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

constexpr int most_diagnostics = 200;

std::string shortened(const std::string& text, std::size_t columns) {
    std::string line = replaced(text, "\n", " / ");
    if (static_cast<std::size_t>(terminal_width(line)) <= columns) return line;
    std::size_t end = 0, count = 0;
    while (end < line.size() && count + 1 < columns) {
        next_code_point(line, end);
        ++count;
    }
    return line.substr(0, end) + "…";
}

/// On the screen an estimate says its likely value too; paper has no room for it.
std::string displayed(const model::Field& field, const model::Value& value) {
    const auto* duration = std::get_if<Duration>(&value);
    if (!duration || !duration->is_estimate()) return model::display(field, value);
    return to_german(*duration) + ", wahrscheinlich " + to_german(duration->likely);
}

std::string named(const model::Plan& plan, const model::Reference& reference) {
    if (reference.is_open()) return reference.text + " (noch nicht erfasst)";
    const auto record = model::find(plan, reference.id);
    return record ? record.name() + " (" + reference.id + ")" : reference.id;
}

} // namespace

app::ChangeNote note_of(const Terminal& terminal, std::string command) {
    return {terminal.user, terminal.now, std::move(command)};
}

void print_diagnostics(Terminal& terminal, const Diagnostics& diagnostics) {
    int shown = 0;
    for (const auto& diagnostic : diagnostics) {
        if (++shown > most_diagnostics) break;
        terminal.err << to_text(diagnostic) << "\n";
    }
    const auto errors = std::ranges::count(diagnostics, Severity::error, &Diagnostic::severity);
    if (errors > most_diagnostics) terminal.err << "… und " << errors - most_diagnostics << " weitere\n";
    if (errors > 1) terminal.err << errors << " Fehler.";
    if (errors == 1) terminal.err << "1 Fehler.";
    if (errors > 0) terminal.err << " Der Plan ist unverändert.\n";
}

namespace {

bool is_recorded(const model::Value& value) {
    const auto* gap = std::get_if<model::Gap>(&value);
    return !gap || *gap != model::Gap::absent;
}

constexpr int columns_of_value = 60;

/// Long texts begin a few words before the place where they differ: what was cut off must not be the change.
void begin_at_difference(std::string& old, std::string& now) {
    if (std::max(terminal_width(old), terminal_width(now)) <= columns_of_value) return;
    const auto [differs, ignored] = std::ranges::mismatch(old, now);
    const std::string_view common(old.data(), static_cast<std::size_t>(differs - old.begin()));
    auto start = common.size();
    for (int words = 0; words < 3 && start != std::string_view::npos && start > 0; ++words)
        start = common.substr(0, start).rfind(' ');
    if (start == std::string_view::npos || start == 0) return;
    for (auto* text : {&old, &now}) *text = "…" + text->substr(start + 1);
}

std::string old_and_new(const model::Field& field, const model::Value& old, const model::Value& now) {
    auto was = displayed(field, old), is = displayed(field, now);
    begin_at_difference(was, is);
    return std::string(field.label) + ": " + shortened(was, columns_of_value) + " → " + shortened(is, columns_of_value);
}

std::string row_text(const model::RecordType& type, const model::Row& row) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (is_recorded(row.cells[i]))
            cells.push_back(std::string(type.fields[i].label) + ": " + displayed(type.fields[i], row.cells[i]));
    }
    return shortened(joined(cells, ", "), 100);
}

/// What differs between two lists of rows, row by row: a whole list in one line would hide the change.
std::vector<std::string> row_changes(const model::Field& field, const model::Rows& old, const model::Rows& now) {
    const auto& type = *field.row_type;
    const std::size_t shorter = std::min(old.size(), now.size());
    std::size_t head = 0, tail = 0;
    while (head < shorter && old[head] == now[head]) ++head;
    while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail]) ++tail;
    const auto place = [&](std::size_t i) { return std::string(field.label) + ", Zeile " + std::to_string(i + 1); };
    std::vector<std::string> lines;
    const std::size_t old_end = old.size() - tail, now_end = now.size() - tail;
    for (std::size_t i = head; i < std::max(old_end, now_end); ++i) {
        if (i >= now_end) {
            lines.push_back(place(i) + " entfernt: " + row_text(type, old[i]));
        } else if (i >= old_end) {
            lines.push_back(place(i) + " neu: " + row_text(type, now[i]));
        } else {
            for (std::size_t k = 0; k < type.fields.size(); ++k) {
                if (old[i].cells[k] != now[i].cells[k])
                    lines.push_back(place(i) + ", " + old_and_new(type.fields[k], old[i].cells[k], now[i].cells[k]));
            }
        }
    }
    return lines;
}

} // namespace

std::vector<std::string> change_texts(const store::FieldChange& change) {
    static const model::Rows none;
    const auto* old = std::get_if<model::Rows>(&change.old);
    const auto* now = std::get_if<model::Rows>(&change.now);
    const bool are_rows = (old && now) || (old && !is_recorded(change.now)) || (now && !is_recorded(change.old));
    if (are_rows) return row_changes(*change.field, old ? *old : none, now ? *now : none);
    return {old_and_new(*change.field, change.old, change.now)};
}

void print_changes(Terminal& terminal, const store::Changes& changes, bool with_fields) {
    using Kind = store::RecordChange::Kind;
    for (const auto& change : changes) {
        const char* mark = change.kind == Kind::added ? "neu       " : change.kind == Kind::removed ? "entfernt  " : "geändert  ";
        terminal.out << mark << change.id << "  " << change.name << "\n";
        if (!with_fields || change.kind != Kind::changed) continue;
        for (const auto& field : change.fields) {
            for (const auto& line : change_texts(field)) terminal.out << "          " << line << "\n";
        }
    }
}

std::string display_with_names(const model::Plan& plan, const model::Field& field, const model::Value& value) {
    if (const auto* reference = std::get_if<model::Reference>(&value)) return named(plan, *reference);
    if (const auto* references = std::get_if<model::References>(&value)) {
        std::vector<std::string> parts;
        for (const auto& one : *references) parts.push_back(named(plan, one));
        return joined(parts, ", ");
    }
    if (const auto* rows = std::get_if<model::Rows>(&value)) {
        std::vector<std::string> lines;
        for (const auto& row : *rows) {
            std::vector<std::string> cells;
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const auto* gap = std::get_if<model::Gap>(&row.cells[i]);
                if (gap && *gap == model::Gap::absent) continue;
                const auto& cell = field.row_type->fields[i];
                cells.push_back(std::string(cell.label) + ": " + display_with_names(plan, cell, row.cells[i]));
            }
            lines.push_back(std::to_string(lines.size() + 1) + ". " + joined(cells, ", "));
        }
        return joined(lines, "\n");
    }
    return displayed(field, value);
}

} // namespace bcmkit::cli
