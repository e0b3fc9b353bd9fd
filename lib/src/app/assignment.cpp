// SPDX-License-Identifier: EUPL-1.2
#include "assignment.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/io/source.hpp>

#include <algorithm>
#include <type_traits>

namespace bcmkit::app {

namespace {

using model::Field;
using model::Gap;
using model::Kind;
using model::References;
using model::Rows;
using model::Texts;
using model::Value;

bool is_list(const Field& field) {
    return field.kind == Kind::references || field.kind == Kind::texts || field.kind == Kind::rows;
}

/// A number counted from 1. Empty where it is none.
std::optional<std::size_t> line_number(std::string_view text) {
    text = trimmed(text);
    const bool is_number =
        !text.empty() && text.size() <= 6 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!is_number || std::stoul(std::string(text)) == 0) return std::nullopt;
    return std::stoul(std::string(text));
}

[[noreturn]] void fail_no_assignment(std::string_view text) {
    throw Error(ErrorCode::usage, {"app.no_assignment", {std::string(text)}}, {}, {{"app.row_assignment", {}}});
}

/// Splits "needs[2].buffer" and looks its words up.
void parse_path(Assignment& assignment, const model::RecordType& type, std::string_view path) {
    const auto open = path.find('[');
    assignment.field = &demand_field(type, trimmed(path.substr(0, open)));
    if (open == std::string_view::npos) return;
    const auto close = path.find(']', open);
    if (close == std::string_view::npos) fail_no_assignment(path);
    assignment.line = line_number(path.substr(open + 1, close - open - 1));
    if (!assignment.line) fail_no_assignment(path);
    if (!is_list(*assignment.field)) throw Error(ErrorCode::usage, {"app.no_list", {std::string(assignment.field->name)}});
    const auto rest = trimmed(path.substr(close + 1));
    if (rest.empty()) return;
    if (!rest.starts_with('.') || assignment.field->kind != Kind::rows) fail_no_assignment(path);
    assignment.cell = &demand_field(*assignment.field->row_type, trimmed(rest.substr(1)));
}

/// `change` gets the list in `value` as what it is: References, Texts or Rows.
template <class Change> void with_list(Value& value, Change change) {
    std::visit(
        [&](auto& held) {
            using Held = std::remove_cvref_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, References> || std::is_same_v<Held, Texts> || std::is_same_v<Held, Rows>)
                change(held);
        },
        value);
}

std::size_t size_of(Value value) {
    std::size_t size = 0;
    with_list(value, [&](const auto& list) { size = list.size(); });
    return size;
}

bool matches(const model::Reference& there, const model::Reference& wanted) {
    return there.is_open() ? folded(there.text) == folded(wanted.text) : there.id == wanted.id;
}

bool matches(const std::string& there, const std::string& wanted) { return folded(there) == folded(wanted); }

/// A row matches where it says what the wanted one says; cells that the wanted one leaves open do not count.
bool matches(const model::Row& there, const model::Row& wanted) {
    for (std::size_t i = 0; i < wanted.cells.size(); ++i) {
        const auto* gap = std::get_if<Gap>(&wanted.cells[i]);
        const bool counts = !gap || *gap != Gap::absent;
        if (counts && there.cells[i] != wanted.cells[i]) return false;
    }
    return true;
}

[[noreturn]] void fail_no_line(const Assignment& assignment, std::size_t size) {
    const std::string name(assignment.field->name);
    if (size == 0) throw Error(ErrorCode::usage, {"app.no_lines", {name}}, {}, {{"app.add_line", {name}}});
    throw Error(ErrorCode::usage, {"app.no_such_line", {name, std::to_string(size)}}, {}, {{"app.show_lines", {}}});
}

class Assigning {
public:
    Assigning(const model::Plan& plan, const Assignment& assignment, const std::string& origin, Diagnostics& diagnostics)
        : plan_(plan)
        , assignment_(assignment)
        , origin_(origin)
        , diagnostics_(diagnostics) {}

    Value field(const Value& old) const {
        if (!assignment_.line) return combined(*assignment_.field, old);
        Value list = old;
        const std::size_t size = size_of(list);
        if (*assignment_.line > size) fail_no_line(assignment_, size);
        const std::size_t index = *assignment_.line - 1;
        if (assignment_.cell) {
            auto& row = std::get<Rows>(list)[index];
            const auto cell = static_cast<std::size_t>(assignment_.cell - assignment_.field->row_type->fields.data());
            row.cells[cell] = combined(*assignment_.cell, row.cells[cell]);
        } else {
            replace(list, index);
        }
        return list;
    }

private:
    Value read(const Field& field) const { return io::read_value(plan_, field, assignment_.typed, origin_, diagnostics_); }

    Value combined(const Field& field, const Value& old) const {
        if (assignment_.what == Assignment::What::set) return read(field);
        if (!is_list(field)) throw Error(ErrorCode::usage, {"app.no_list", {assignment_.path()}});
        return assignment_.what == Assignment::What::add ? added(field, old) : removed(field, old);
    }

    Value added(const Field& field, const Value& old) const {
        Value value = read(field);
        // "unbekannt" is an answer of the whole field.
        if (std::holds_alternative<Gap>(value) && !has_errors(diagnostics_))
            throw Error(ErrorCode::usage, {"app.nothing_to_add", {assignment_.path()}});
        with_list(value, [&](auto& list) {
            if (const auto* before = std::get_if<std::remove_cvref_t<decltype(list)>>(&old))
                list.insert(list.begin(), before->begin(), before->end());
        });
        return value;
    }

    /// By the number of its line, or by what it says. A list that loses its last line is "nicht erfasst".
    Value removed(const Field& field, const Value& old) const {
        Value list = old;
        const std::size_t size = size_of(list);
        if (size == 0) fail_no_line(assignment_, 0);
        std::vector<std::size_t> found;
        if (const auto line = line_number(assignment_.typed)) {
            if (*line > size) fail_no_line(assignment_, size);
            found.push_back(*line - 1);
        } else {
            const Value wanted = read(field);
            if (has_errors(diagnostics_)) return old;
            found = positions(list, wanted);
        }
        if (found.size() != 1) fail_not_one(found);
        with_list(list, [&](auto& items) { items.erase(items.begin() + static_cast<std::ptrdiff_t>(found.front())); });
        return size == 1 ? Value(Gap::absent) : list;
    }

    static std::vector<std::size_t> positions(Value list, const Value& wanted) {
        std::vector<std::size_t> found;
        with_list(list, [&](const auto& items) {
            const auto* one = std::get_if<std::remove_cvref_t<decltype(items)>>(&wanted);
            if (!one || one->size() != 1) return;
            for (std::size_t i = 0; i < items.size(); ++i) {
                if (matches(items[i], one->front())) found.push_back(i);
            }
        });
        return found;
    }

    [[noreturn]] void fail_not_one(const std::vector<std::size_t>& found) const {
        const std::string typed(trimmed(assignment_.typed));
        if (found.empty())
            throw Error(ErrorCode::usage, {"app.nothing_to_remove", {assignment_.path(), typed}}, {}, {{"app.show_lines", {}}});
        std::vector<std::string> lines;
        for (const auto i : found) lines.push_back(std::to_string(i + 1));
        throw Error(ErrorCode::usage, {"app.several_to_remove", {typed, joined(lines, ", ")}}, {},
                    {{"app.remove_by_number", {assignment_.path(), lines.front()}}});
    }

    void replace(Value& list, std::size_t index) const {
        if (assignment_.what != Assignment::What::set) throw Error(ErrorCode::usage, {"app.no_list", {assignment_.path()}});
        const Value value = read(*assignment_.field);
        if (has_errors(diagnostics_)) return;
        if (size_of(value) != 1)
            throw Error(ErrorCode::usage, {"app.one_line", {assignment_.path()}}, {},
                        {{"app.remove_by_number", {std::string(assignment_.field->name), std::to_string(index + 1)}}});
        with_list(list, [&](auto& items) { items[index] = std::get<std::remove_cvref_t<decltype(items)>>(value).front(); });
    }

    const model::Plan& plan_;
    const Assignment& assignment_;
    const std::string& origin_;
    Diagnostics& diagnostics_;
};

} // namespace

std::string Assignment::path() const {
    std::string path(field->name);
    if (line) path += "[" + std::to_string(*line) + "]";
    if (cell) path += "." + std::string(cell->name);
    return path;
}

Assignment parse_assignment(const model::RecordType& type, std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) fail_no_assignment(text);
    Assignment assignment;
    assignment.typed = text.substr(equals + 1);
    const char sign = text[equals - 1];
    if (sign == '+') assignment.what = Assignment::What::add;
    if (sign == '-') assignment.what = Assignment::What::remove;
    parse_path(assignment, type, trimmed(text.substr(0, equals - (assignment.what == Assignment::What::set ? 0 : 1))));
    return assignment;
}

Value assigned(const model::Plan& plan, const Assignment& assignment, const Value& old, const std::string& origin,
               Diagnostics& diagnostics) {
    return Assigning(plan, assignment, origin, diagnostics).field(old);
}

} // namespace bcmkit::app
