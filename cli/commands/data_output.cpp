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

void warn_of_network_drive(Terminal& terminal, const std::filesystem::path& plan_file) {
    if (store::is_on_network_drive(plan_file))
        terminal.err << to_text(Message{"cli.on_network_drive", {to_text(plan_file)}}) << "\n";
}

std::string change_text(const store::FieldChange& change) {
    const auto text = [&](const model::Value& value) { return shortened(model::display(*change.field, value), 60); };
    return std::string(change.field->label) + ": " + text(change.old) + " → " + text(change.now);
}

void print_changes(Terminal& terminal, const store::Changes& changes, bool with_fields) {
    using Kind = store::RecordChange::Kind;
    for (const auto& change : changes) {
        const char* mark = change.kind == Kind::added ? "neu       " : change.kind == Kind::removed ? "entfernt  " : "geändert  ";
        terminal.out << mark << change.id << "  " << change.name << "\n";
        if (!with_fields || change.kind != Kind::changed) continue;
        for (const auto& field : change.fields) terminal.out << "          " << change_text(field) << "\n";
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
            lines.push_back(joined(cells, ", "));
        }
        return joined(lines, "\n");
    }
    return model::display(field, value);
}

} // namespace bcmkit::cli
