// SPDX-License-Identifier: EUPL-1.2
#include "value_reader.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/phone.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>

namespace bcmkit::io {

using model::Field;
using model::Gap;
using model::Kind;
using model::Value;

namespace {

/// "unbekannt", "entfällt", "nicht erfasst", or nothing at all.
std::optional<Gap> gap_of(const Item& item) {
    if (item.type != Item::Type::text) return std::nullopt;
    const std::string word = folded(trimmed(item.text));
    if (word.empty() || word == "nicht erfasst") return Gap::absent;
    if (word == "unbekannt") return Gap::unknown;
    if (word == "entfaellt") return Gap::not_applicable;
    return std::nullopt;
}

/// A whole number with a unit behind it, thousands with a dot or a blank: "1.200 Euro". Empty where it is none.
std::optional<std::int64_t> parse_number(std::string_view text, const Field& field) {
    std::string digits;
    std::size_t i = 0;
    const bool is_negative = text.starts_with('-');
    if (is_negative) ++i;
    for (; i < text.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        const bool groups = text[i] == '.' && text.size() - i > 3 && !digits.empty();
        if (is_digit)
            digits += text[i];
        else if (!groups)
            break;
    }
    const std::string_view rest = trimmed(text.substr(i));
    if (digits.empty() || digits.size() > 15) return std::nullopt;
    const auto is_unit = [&](std::string_view unit) { return !unit.empty() && folded(rest) == folded(unit); };
    const bool is_sign = (rest == "%" && field.unit == "Prozent") || (rest == "€" && field.unit == "Euro");
    if (!rest.empty() && !is_sign && !is_unit(field.unit) && !is_unit(field.unit_of_one)) return std::nullopt;
    const std::int64_t value = std::stoll(digits);
    return is_negative ? -value : value;
}

bool looks_like_email(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos &&
           text.find_first_of(" \t\n<>,;") == std::string_view::npos && text.find('.', at) != std::string_view::npos;
}

std::string labels_of_targets(const Field& field) {
    std::vector<std::string> words;
    for (const auto* type : model::record_types()) {
        if (field.targets != "*" && model::may_target(field, *type)) words.emplace_back(type->plural_label);
    }
    return joined(words, ", ");
}

std::string choices_of(const Field& field) {
    std::vector<std::string> words;
    for (const auto& choice : field.choices) {
        const bool same = choice.code == choice.label;
        words.push_back(same ? std::string(choice.code) : std::string(choice.code) + " (" + std::string(choice.label) + ")");
    }
    return joined(words, ", ");
}

/// Key of the sentence that says what would be right.
std::string_view expectation(Kind kind) {
    switch (kind) {
    case Kind::text:
    case Kind::choice: return "io.expect_text";
    case Kind::long_text: return "io.expect_long_text";
    case Kind::number: return "io.expect_number";
    case Kind::flag: return "io.expect_flag";
    case Kind::date: return "io.expect_date";
    case Kind::duration: return "io.expect_duration";
    case Kind::phone: return "io.expect_phone";
    case Kind::email: return "io.expect_email";
    case Kind::reference: return "io.expect_reference";
    case Kind::references: return "io.expect_references";
    case Kind::texts: return "io.expect_texts";
    case Kind::rows: return "io.expect_rows";
    }
    return "io.expect_text";
}

/// For messages: what was written, shortened.
std::string shown(const Item& item) {
    switch (item.type) {
    case Item::Type::text: {
        if (item.text.size() <= 60) return "„" + item.text + "“";
        std::size_t end = 0;
        while (end < 57) next_code_point(item.text, end);
        return "„" + item.text.substr(0, end) + "…“";
    }
    case Item::Type::number: return std::to_string(item.number);
    case Item::Type::fraction: return "Kommazahl";
    case Item::Type::flag: return item.flag ? "true" : "false";
    case Item::Type::date: return to_iso(item.date);
    case Item::Type::time: return "Uhrzeit";
    case Item::Type::list: return "Liste";
    case Item::Type::table: break;
    }
    return "Tabelle";
}

} // namespace

std::vector<std::string> key_words(const model::RecordType& type) {
    std::vector<std::string> words;
    for (const auto& field : type.fields) {
        words.emplace_back(field.name);
        if (field.label != field.name) words.emplace_back(field.label);
    }
    return words;
}

void ValueReader::report(int line, Message message, std::vector<Message> hints) {
    diagnostics_.push_back({Severity::error, std::move(message), {file_, line, 0, record_}, std::move(hints)});
}

Value ValueReader::wrong(const Field& field, const Item& item) {
    report(item.line, {"io.wrong_value", {std::string(field.name), shown(item)}}, {{expectation(field.kind), {}}});
    return Gap::absent;
}

Value ValueReader::read(const Field& field, const Item& item) {
    if (const auto gap = gap_of(item)) return *gap;
    switch (field.kind) {
    case Kind::text: return read_text(field, item);
    case Kind::long_text: return read_long_text(field, item);
    case Kind::number: return read_number(field, item);
    case Kind::choice: return read_choice(field, item);
    case Kind::reference: {
        auto reference = read_reference(field, item);
        return reference ? Value(std::move(*reference)) : Value(Gap::absent);
    }
    case Kind::references: return read_references(field, item);
    case Kind::texts: return read_texts(field, item);
    case Kind::rows: return read_rows(field, item);
    default: return read_simple(field, item);
    }
}

Value ValueReader::read_text(const Field& field, const Item& item) {
    if (item.type == Item::Type::number) return std::to_string(item.number);
    if (item.type != Item::Type::text) return wrong(field, item);
    if (item.text.find('\n') != std::string::npos) {
        report(item.line, {"io.one_line", {std::string(field.name)}});
        return Gap::absent;
    }
    if (item.text.size() > longest_text) {
        report(item.line, {"io.too_long", {std::string(field.name)}});
        return Gap::absent;
    }
    return item.text;
}

Value ValueReader::read_long_text(const Field& field, const Item& item) {
    std::string text = item.text;
    if (item.type == Item::Type::table) {
        const bool names_a_file = item.members.size() == 1 && item.members[0].key == "datei" &&
                                  item.members[0].value.type == Item::Type::text && !folder_.empty();
        if (!names_a_file) return wrong(field, item);
        const std::string& name = item.members[0].value.text;
        const auto path = to_path(name).lexically_normal();
        std::error_code ignored;
        const auto inside = std::filesystem::weakly_canonical(folder_ / path, ignored)
                                .lexically_relative(std::filesystem::weakly_canonical(folder_, ignored));
        if (path.is_absolute() || inside.empty() || *inside.begin() == "..") {
            report(item.line, {"io.file_outside", {name}});
            return Gap::absent;
        }
        try {
            const std::string bytes = read_file(folder_ / path, longest_text);
            if (!is_valid_utf8(bytes)) {
                report(item.line, {"io.file_utf8", {name}});
                return Gap::absent;
            }
            text = normalized(replaced(bytes, "\r\n", "\n"));
            while (text.ends_with('\n')) text.pop_back();
        } catch (const Error& error) {
            diagnostics_.push_back({Severity::error, error.message(), {file_, item.line, 0, record_}, {}});
            return Gap::absent;
        }
    } else if (item.type != Item::Type::text) {
        return wrong(field, item);
    }
    if (text.size() > longest_text) {
        report(item.line, {"io.too_long", {std::string(field.name)}});
        return Gap::absent;
    }
    if (text.empty()) return Gap::absent;
    return text;
}

Value ValueReader::read_number(const Field& field, const Item& item) {
    if (item.type == Item::Type::number) return item.number;
    if (item.type != Item::Type::text) return wrong(field, item);
    const auto number = parse_number(trimmed(item.text), field);
    return number ? Value(*number) : wrong(field, item);
}

Value ValueReader::read_choice(const Field& field, const Item& item) {
    if (item.type == Item::Type::text || item.type == Item::Type::number) {
        const std::string word = folded(trimmed(item.type == Item::Type::text ? item.text : std::to_string(item.number)));
        for (const auto& choice : field.choices) {
            if (folded(choice.code) == word || folded(choice.label) == word) return std::string(choice.code);
        }
    }
    report(item.line, {"io.no_choice", {std::string(field.name), shown(item)}}, {{"io.choices", {choices_of(field)}}});
    return Gap::absent;
}

/// Flags, dates, durations, phones and mail addresses.
Value ValueReader::read_simple(const Field& field, const Item& item) {
    if (field.kind == Kind::flag && item.type == Item::Type::flag) return item.flag;
    if (field.kind == Kind::date && item.type == Item::Type::date) return item.date;
    if (item.type != Item::Type::text) return wrong(field, item);
    const std::string_view text = trimmed(item.text);
    switch (field.kind) {
    case Kind::flag:
        if (folded(text) == "ja" || text == "true") return true;
        if (folded(text) == "nein" || text == "false") return false;
        break;
    case Kind::date:
        if (const auto date = parse_date(text)) return *date;
        break;
    case Kind::duration:
        if (const auto duration = parse_duration(text)) return *duration;
        break;
    case Kind::phone:
        if (const auto phone = parse_phone(text)) return *phone;
        break;
    case Kind::email:
        if (looks_like_email(text)) return std::string(text);
        break;
    default: break;
    }
    return wrong(field, item);
}

std::optional<model::Reference> ValueReader::read_reference(const Field& field, const Item& item) {
    if (item.type != Item::Type::text) {
        wrong(field, item);
        return std::nullopt;
    }
    const std::string word(trimmed(item.text));
    if (word.empty() || word.find('\n') != std::string::npos || word.size() > longest_text) {
        wrong(field, item);
        return std::nullopt;
    }
    if (const auto* type = model::type_of_id(word)) {
        if (!model::may_target(field, *type)) {
            report(item.line, {"io.wrong_target", {std::string(field.name), word, std::string(type->label)}},
                   {{"io.targets", {labels_of_targets(field)}}});
            return std::nullopt;
        }
        if (names_.has_id(word)) return model::to(word);
    }
    const auto found = names_.ids_by_name(field, word);
    if (found.size() == 1) return model::to(found.front());
    if (found.size() > 1) {
        report(item.line, {"io.ambiguous", {std::string(field.name), word, joined(found, ", ")}});
        return std::nullopt;
    }
    open_words.push_back(word);
    return model::Reference{{}, word, origin_.empty() ? to_text(Place{file_, item.line, 0, {}}) : origin_};
}

Value ValueReader::read_references(const Field& field, const Item& item) {
    model::References list;
    const auto add = [&](const Item& one) {
        if (auto reference = read_reference(field, one)) list.push_back(std::move(*reference));
    };
    if (item.type == Item::Type::list)
        std::ranges::for_each(item.items, add);
    else if (item.type == Item::Type::text)
        add(item);
    else
        return wrong(field, item);
    return list;
}

Value ValueReader::read_texts(const Field& field, const Item& item) {
    model::Texts list;
    const auto add = [&](const Item& one) {
        if (one.type == Item::Type::number)
            list.push_back(std::to_string(one.number));
        else if (one.type == Item::Type::date)
            list.push_back(to_german(one.date));
        else if (one.type != Item::Type::text)
            wrong(field, one);
        else if (one.text.size() > longest_text)
            report(one.line, {"io.too_long", {std::string(field.name)}});
        else if (!trimmed(one.text).empty())
            list.push_back(one.text);
    };
    if (item.type == Item::Type::list)
        std::ranges::for_each(item.items, add);
    else if (item.type == Item::Type::text)
        add(item);
    else
        return wrong(field, item);
    return list;
}

std::optional<model::Row> ValueReader::read_row(const Field& field, const Item& item) {
    if (item.type != Item::Type::table) {
        wrong(field, item);
        return std::nullopt;
    }
    const auto& type = *field.row_type;
    model::Row row{std::vector<Value>(type.fields.size(), Gap::absent)};
    std::vector<bool> seen(type.fields.size());
    for (const auto& [key, line, value] : item.members) {
        const Field* cell = type.field(key);
        if (!cell) {
            const auto near = nearest(key, key_words(type));
            report(line, {"io.unknown_row_key", {key, std::string(field.name)}},
                   near.empty() ? std::vector<Message>{} : std::vector<Message>{{"io.did_you_mean", {joined(near, ", ")}}});
            continue;
        }
        const auto index = static_cast<std::size_t>(cell - type.fields.data());
        if (seen[index]) report(line, {"io.key_twice", {key, std::string(cell->name)}});
        seen[index] = true;
        row.cells[index] = read(*cell, value);
    }
    return row;
}

Value ValueReader::read_rows(const Field& field, const Item& item) {
    model::Rows list;
    const auto add = [&](const Item& one) {
        if (auto row = read_row(field, one)) list.push_back(std::move(*row));
    };
    if (item.type == Item::Type::list)
        std::ranges::for_each(item.items, add);
    else if (item.type == Item::Type::table)
        add(item);
    else
        return wrong(field, item);
    return list;
}

} // namespace bcmkit::io
