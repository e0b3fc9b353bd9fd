// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/text.hpp>
#include <bcmkit/io/source.hpp>

#include <algorithm>

namespace bcmkit::io {

namespace {

using model::Field;
using model::Gap;
using model::RecordType;
using model::Value;

/// Rows that fit on lines of this width stand in the record; longer ones get a heading each.
constexpr int widest_line = 120;

bool is_absent(const Value& value) {
    if (const auto* gap = std::get_if<Gap>(&value)) return *gap == Gap::absent;
    if (const auto* text = std::get_if<std::string>(&value)) return trimmed(*text).empty();
    if (const auto* reference = std::get_if<model::Reference>(&value))
        return reference->is_open() && trimmed(reference->text).empty();
    return false;
}

std::string escaped(char c) {
    switch (c) {
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\t': return "\\t";
    case '"': return "\\\"";
    default: return std::string(1, c);
    }
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : normalized(text)) out += escaped(c);
    return out + "\"";
}

/// Several lines as they are. Quotation marks are escaped only where three could meet.
std::string in_long_quotes(std::string_view raw) {
    const std::string text = normalized(raw);
    std::string out = "\"\"\"\n";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool meets = text[i] == '"' && (i + 1 == text.size() || text[i + 1] == '"');
        out += text[i] == '\\' || meets ? escaped(text[i]) : std::string(1, text[i]);
    }
    return out + "\"\"\"";
}

struct Inline {
    const Field& field;

    std::string operator()(Gap gap) const { return gap == Gap::absent ? "" : in_quotes(model::gap_word(gap)); }
    std::string operator()(const std::string& text) const { return in_quotes(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(const Date& date) const { return to_iso(date); }
    std::string operator()(const Duration& duration) const { return in_quotes(to_source(duration)); }
    std::string operator()(const model::Reference& reference) const {
        return in_quotes(reference.is_open() ? trimmed(reference.text) : std::string_view(reference.id));
    }
    std::string operator()(const model::References& list) const {
        std::vector<std::string> parts;
        for (const auto& one : list) {
            if (!is_absent(Value(one))) parts.push_back((*this)(one));
        }
        return "[" + joined(parts, ", ") + "]";
    }
    std::string operator()(const model::Texts& list) const {
        std::vector<std::string> parts;
        for (const auto& one : list) {
            if (!trimmed(one).empty()) parts.push_back(in_quotes(one));
        }
        return "[" + joined(parts, ", ") + "]";
    }
    std::string operator()(const model::Rows& rows) const {
        std::vector<std::string> parts;
        for (const auto& row : rows) parts.push_back(row_text(row));
        return "[" + joined(parts, ", ") + "]";
    }

    std::string row_text(const model::Row& row) const {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (is_absent(row.cells[i])) continue;
            const Field& cell = field.row_type->fields[i];
            cells.push_back(std::string(cell.name) + " = " + std::visit(Inline{cell}, row.cells[i]));
        }
        return cells.empty() ? "{}" : "{ " + joined(cells, ", ") + " }";
    }
};

/// "key = value" on one line, or the items of a list on a line each.
std::string assignment(const Field& field, const Value& value) {
    const std::string key = std::string(field.name) + " = ";
    if (const auto* text = std::get_if<std::string>(&value)) {
        const bool is_long = field.kind == model::Kind::long_text && text->find('\n') != std::string::npos;
        return key + (is_long ? in_long_quotes(*text) : in_quotes(*text)) + "\n";
    }
    const std::string line = key + std::visit(Inline{field}, value);
    if (terminal_width(line) <= widest_line) return line + "\n";
    std::string out = key + "[\n";
    if (const auto* references = std::get_if<model::References>(&value)) {
        for (const auto& one : *references) {
            if (!is_absent(Value(one))) out += "    " + Inline{field}(one) + ",\n";
        }
    } else if (const auto* texts = std::get_if<model::Texts>(&value)) {
        for (const auto& one : *texts) {
            if (!trimmed(one).empty()) out += "    " + in_quotes(one) + ",\n";
        }
    } else {
        return line + "\n";
    }
    return out + "]\n";
}

bool fits_inline(const Field& field, const model::Rows& rows) {
    return std::ranges::all_of(rows,
                               [&](const auto& row) { return terminal_width(Inline{field}.row_text(row)) + 5 <= widest_line; });
}

std::string inline_rows(const Field& field, const model::Rows& rows) {
    std::string out = std::string(field.name) + " = [";
    if (!rows.empty()) out += "\n";
    for (const auto& row : rows) out += "    " + Inline{field}.row_text(row) + ",\n";
    return out + "]\n";
}

std::string headed_rows(const RecordType& type, const Field& field, const model::Rows& rows) {
    std::string out;
    for (const auto& row : rows) {
        out += "\n[[" + std::string(type.file) + "." + std::string(field.name) + "]]\n";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (!is_absent(row.cells[i])) out += assignment(field.row_type->fields[i], row.cells[i]);
        }
    }
    return out;
}

std::string record_text(const RecordType& type, const void* record) {
    const bool is_single = type.code == "organisation";
    std::string out = is_single ? "\n[" + std::string(type.file) + "]\n" : "\n[[" + std::string(type.file) + "]]\n";
    std::string below; // rows with headings: they end the record's own keys
    for (const auto& field : type.fields) {
        const Value value = field.get(record);
        if (is_absent(value)) continue;
        if (const auto* rows = std::get_if<model::Rows>(&value)) {
            if (fits_inline(field, *rows))
                out += inline_rows(field, *rows);
            else
                below += headed_rows(type, field, *rows);
        } else {
            out += assignment(field, value);
        }
    }
    return out + below;
}

} // namespace

std::vector<SourceFile> write_source(const model::Plan& plan) {
    std::vector<SourceFile> files;
    for (const auto* type : model::record_types()) {
        if (type->count(plan) == 0) continue;
        std::string text = "# " + std::string(type->plural_label) + "\n";
        for (std::size_t i = 0; i < type->count(plan); ++i) text += record_text(*type, type->at(plan, i));
        files.push_back({std::string(type->file) + ".toml", std::move(text)});
    }
    return files;
}

} // namespace bcmkit::io
