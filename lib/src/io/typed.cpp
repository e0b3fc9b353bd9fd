// SPDX-License-Identifier: EUPL-1.2
// Values as people type them on a command line: shorter than TOML, read by the same rules.
#include "value_reader.hpp"

#include <bcmkit/base/text.hpp>
#include <bcmkit/io/source.hpp>

#include <algorithm>

namespace bcmkit::io {

using model::Field;
using model::Kind;
using model::RecordType;

namespace {

Item text_item(std::string_view text) {
    Item item;
    item.type = Item::Type::text;
    item.text = text;
    return item;
}

bool is_key_word(std::string_view word) {
    constexpr std::string_view marks = " \t\n\"'.,:;/?!()+*";
    return !word.empty() && word.find_first_of(marks) == std::string_view::npos;
}

/// Length of the key that starts here and its "=": "buffer=", "Gebraucht wird=". 0 where none does. A single word before
/// "=" counts although no field has this name: a slip of the pen is reported, not read as part of the text before it.
std::size_t key_length(const RecordType& row, std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return 0;
    const auto word = text.substr(0, equals);
    const bool is_key = row.field(word) != nullptr || is_key_word(word);
    return is_key ? equals + 1 : 0;
}

/// Behind the value that starts here: where the next key starts, or at the end.
std::size_t value_length(const RecordType& row, std::string_view text) {
    std::size_t i = 0;
    if (text.starts_with('"') || text.starts_with('\'')) {
        const auto end = text.find(text.front(), 1);
        if (end != std::string_view::npos) i = end + 1;
    }
    for (; i < text.size(); ++i) {
        if (text[i] == ' ' && key_length(row, text.substr(i + 1)) > 0) return i;
    }
    return text.size();
}

/// Without blanks, a comma before the next key, and one pair of quotes.
std::string_view bare(std::string_view value) {
    value = trimmed(value);
    if (value.ends_with(',') || value.ends_with(';')) value = trimmed(value.substr(0, value.size() - 1));
    const bool is_quoted = value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
    return is_quoted ? value.substr(1, value.size() - 2) : value;
}

/// What a row is about, for people who type only that: its first cell that has to be answered, else the first.
const Field& main_cell(const RecordType& row) {
    const auto found =
        std::ranges::find_if(row.fields, [](const Field& cell) { return cell.required != model::Level::optional; });
    return found == row.fields.end() ? row.fields.front() : *found;
}

class TypedText {
public:
    TypedText(const Names& names, Diagnostics& diagnostics) : names_(names), diagnostics_(diagnostics) {}

    /// Empty where it is TOML that cannot be read.
    std::optional<Item> item(const Field& field, std::string_view text) const {
        text = trimmed(text);
        if (text.starts_with('[') || text.starts_with('{')) {
            auto top = parse_toml("wert = " + std::string(text), {}, diagnostics_);
            if (!top) return std::nullopt;
            return std::move(top->members.front().value);
        }
        if (field.kind == Kind::references && names_.ids_by_name(field, text).empty()) return list(text, ',');
        if (field.kind == Kind::texts) return list(text, ';');
        if (field.kind == Kind::rows && !is_gap(text)) return row(*field.row_type, text);
        return text_item(text);
    }

private:
    static bool is_gap(std::string_view text) {
        const std::string word = folded(text);
        return word.empty() || word == "unbekannt" || word == "entfaellt" || word == "nicht erfasst";
    }

    /// One item stays as it is, so that "unbekannt" keeps its meaning.
    static Item list(std::string_view text, char separator) {
        Item list;
        list.type = Item::Type::list;
        for (const auto part : split(text, separator)) {
            if (!trimmed(part).empty()) list.items.push_back(text_item(trimmed(part)));
        }
        return list.items.size() > 1 ? list : text_item(text);
    }

    /// "node=INF-004 phase=RESTORE buffer=4 h", or only "INF-004".
    std::optional<Item> row(const RecordType& type, std::string_view text) const {
        Item row;
        if (key_length(type, text) == 0) {
            const Field& cell = main_cell(type);
            auto value = item(cell, bare(text));
            if (!value) return std::nullopt;
            row.members.push_back({std::string(cell.name), 0, std::move(*value)});
            return row;
        }
        while (!text.empty()) {
            const auto key = key_length(type, text);
            const std::string name(trimmed(text.substr(0, key - 1)));
            const auto length = value_length(type, text.substr(key));
            const auto* cell = type.field(name);
            const auto written = bare(text.substr(key, length));
            auto value = cell ? item(*cell, written) : text_item(written);
            if (!value) return std::nullopt;
            row.members.push_back({name, 0, std::move(*value)});
            text = trimmed(text.substr(key + length));
        }
        return row;
    }

    const Names& names_;
    Diagnostics& diagnostics_;
};

} // namespace

model::Value read_value(const model::Plan& plan, const Field& field, std::string_view typed, const std::string& origin,
                        Diagnostics& diagnostics) {
    const Names names(plan);
    ValueReader reader(names, {}, {}, diagnostics);
    reader.name_origin(origin);
    const std::string text = normalized(typed);
    const auto item = TypedText(names, diagnostics).item(field, text);
    return item ? reader.read(field, *item) : model::Gap::absent;
}

} // namespace bcmkit::io
