// SPDX-License-Identifier: EUPL-1.2
#include "records.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <map>

namespace bcmkit::store {

namespace {

using model::Field;
using model::Gap;
using model::Kind;
using model::RecordType;
using model::Value;
using sqlite::Database;
using sqlite::Query;

/// A row of the table "answer", without record and field.
struct Cell {
    std::int64_t line = 0;
    std::string cell = {};
    std::int64_t item = 0;
    std::string state = {};
    std::optional<std::string> text = {};
    std::optional<std::int64_t> number = {}, low = {}, high = {};
    std::optional<std::string> target = {}, origin = {};
};

// ---- reading

[[noreturn]] void fail_unknown(const std::string& file, std::string what) {
    throw Error(ErrorCode::too_new, {"store.too_new_content", {file, std::move(what)}}, {}, {{"store.update_program", {}}});
}

[[noreturn]] void fail_damaged(const std::string& file) {
    throw Error(ErrorCode::corrupt, {"store.corrupt", {file}}, {}, {{"store.use_copy", {}}});
}

class Decoder {
public:
    explicit Decoder(const std::string& file) : file_(file) {}

    /// The value of a field from all of its rows, which stand in the order of the primary key.
    Value value(const Field& field, std::span<const Cell> cells) const {
        const Cell& first = cells.front();
        if (first.state == "unbekannt") return Gap::unknown;
        if (first.state == "entfaellt") return Gap::not_applicable;
        const bool is_list = field.kind == Kind::references || field.kind == Kind::texts || field.kind == Kind::rows;
        if (first.state != (is_list ? "liste" : "wert")) fail_damaged(file_);
        switch (field.kind) {
        case Kind::references: {
            model::References list;
            for (const Cell& cell : cells.subspan(1)) list.push_back(reference(cell));
            return list;
        }
        case Kind::texts: {
            model::Texts list;
            for (const Cell& cell : cells.subspan(1)) list.push_back(cell.text.value_or(std::string()));
            return list;
        }
        case Kind::rows: return rows(field, cells.subspan(1));
        default: return single(field, first);
        }
    }

private:
    model::Reference reference(const Cell& cell) const {
        if (cell.target) return model::to(*cell.target);
        if (!cell.text) fail_damaged(file_);
        return {{}, cell.text.value_or(std::string()), cell.origin.value_or(std::string())};
    }

    Value single(const Field& field, const Cell& cell) const {
        switch (field.kind) {
        case Kind::number: return number(cell);
        case Kind::flag: return number(cell) != 0;
        case Kind::date: {
            const auto date = parse_date(cell.text.value_or(std::string()));
            if (!date) fail_damaged(file_);
            return *date;
        }
        case Kind::duration: {
            const Minutes likely = number(cell);
            const Duration duration{cell.low.value_or(likely), likely, cell.high.value_or(likely)};
            if (duration.low > likely || likely > duration.high) fail_damaged(file_);
            return duration;
        }
        case Kind::reference: return reference(cell);
        default:
            if (!cell.text) fail_damaged(file_);
            return *cell.text;
        }
    }

    std::int64_t number(const Cell& cell) const {
        if (!cell.number) fail_damaged(file_);
        return *cell.number;
    }

    Value rows(const Field& field, std::span<const Cell> cells) const {
        model::Rows list;
        const auto fields = field.row_type->fields;
        std::size_t i = 0;
        while (i < cells.size()) {
            const std::int64_t line = cells[i].line;
            model::Row row{std::vector<Value>(fields.size(), Gap::absent)};
            if (cells[i].state == "zeile") ++i;
            while (i < cells.size() && cells[i].line == line) {
                std::size_t end = i + 1;
                while (end < cells.size() && cells[end].line == line && cells[end].cell == cells[i].cell) ++end;
                const auto found = std::ranges::find(fields, std::string_view(cells[i].cell), &Field::name);
                if (found == fields.end()) fail_unknown(file_, cells[i].cell);
                row.cells[static_cast<std::size_t>(found - fields.begin())] = value(*found, cells.subspan(i, end - i));
                i = end;
            }
            list.push_back(std::move(row));
        }
        return list;
    }

    const std::string& file_;
};

const RecordType* type_by_code(std::string_view code) {
    const auto types = model::record_types();
    const auto found = std::ranges::find(types, code, &RecordType::code);
    return found == types.end() ? nullptr : *found;
}

const Field* field_by_name(const RecordType& type, std::string_view name) {
    const auto found = std::ranges::find(type.fields, name, &Field::name);
    return found == type.fields.end() ? nullptr : &*found;
}

void read_records(Database& database, const std::string& file, model::Plan& plan) {
    Query query(database, "SELECT kind, id, name FROM record ORDER BY kind, id");
    while (query.step()) {
        const RecordType* type = type_by_code(query.text(0));
        if (!type) fail_unknown(file, query.text(0));
        if (!model::is_valid_id(*type, query.text(1))) fail_damaged(file);
        void* record = type->add(plan, query.text(1));
        type->fields[1].set(record, query.text(2));
    }
}

void read_answers(Database& database, const std::string& file, model::Plan& plan) {
    Query query(database, "SELECT record, field, line, cell, item, state, text, number, low, high, target, origin FROM answer "
                          "ORDER BY record, field, line, cell, item");
    const Decoder decoder(file);
    std::string id, name;
    std::vector<Cell> cells;
    const RecordType* type = nullptr;
    void* record = nullptr;
    const auto finish = [&] {
        if (cells.empty()) return;
        const Field* field = field_by_name(*type, name);
        if (!field) fail_unknown(file, std::string(type->code) + "." + name);
        try {
            field->set(record, decoder.value(*field, cells));
        } catch (const std::bad_variant_access&) {
            fail_damaged(file);
        }
        cells.clear();
    };
    while (query.step()) {
        const bool is_next_record = query.view(0) != id;
        if (is_next_record || query.view(1) != name) {
            finish();
            name = query.view(1);
        }
        if (is_next_record) {
            id = query.view(0);
            type = model::type_of_id(id);
            record = model::find_for_edit(plan, id);
            if (!record) fail_damaged(file);
        }
        cells.push_back({query.number(2).value_or(0), query.text(3), query.number(4).value_or(0), query.text(5),
                         query.optional_text(6), query.number(7), query.number(8), query.number(9), query.optional_text(10),
                         query.optional_text(11)});
    }
    finish();
}

// ---- writing

/// Writes the rows of one field; gaps that are absent write nothing.
class Encoder {
public:
    Encoder(Database& database, std::string record)
        : insert_(database, "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        , record_(std::move(record)) {}

    void write(const Field& field, const Value& value) {
        field_ = field.name;
        line_ = 0;
        cell_ = {};
        write_value(field, value);
    }

private:
    void write_value(const Field& field, const Value& value) {
        if (const auto* gap = std::get_if<Gap>(&value)) {
            if (*gap != Gap::absent) put(0, {.state = *gap == Gap::unknown ? "unbekannt" : "entfaellt"});
        } else if (const auto* references = std::get_if<model::References>(&value)) {
            put(0, {.state = "liste"});
            std::int64_t item = 0;
            for (const auto& one : *references) put(++item, cell_of(one));
        } else if (const auto* texts = std::get_if<model::Texts>(&value)) {
            put(0, {.state = "liste"});
            std::int64_t item = 0;
            for (const auto& one : *texts) put(++item, {.state = "wert", .text = one});
        } else if (const auto* rows = std::get_if<model::Rows>(&value)) {
            put(0, {.state = "liste"});
            for (const auto& row : *rows) write_row(field, row);
            line_ = 0;
        } else {
            put(0, cell_of(value));
        }
    }

    void write_row(const Field& field, const model::Row& row) {
        ++line_;
        put(0, {.state = "zeile"});
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Field& cell = field.row_type->fields[i];
            cell_ = cell.name;
            write_value(cell, row.cells[i]);
        }
        cell_ = {};
    }

    static Cell cell_of(const model::Reference& reference) {
        if (!reference.is_open()) return {.state = "wert", .target = reference.id};
        return {.state = "wert", .text = reference.text, .origin = reference.origin};
    }

    static Cell cell_of(const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) return {.state = "wert", .text = *text};
        if (const auto* number = std::get_if<std::int64_t>(&value)) return {.state = "wert", .number = *number};
        if (const auto* flag = std::get_if<bool>(&value)) return {.state = "wert", .number = *flag ? 1 : 0};
        if (const auto* date = std::get_if<Date>(&value)) return {.state = "wert", .text = to_iso(*date)};
        if (const auto* duration = std::get_if<Duration>(&value)) {
            Cell cell{.state = "wert", .number = duration->likely};
            if (duration->is_estimate()) {
                cell.low = duration->low;
                cell.high = duration->high;
            }
            return cell;
        }
        return cell_of(std::get<model::Reference>(value));
    }

    void put(std::int64_t item, const Cell& cell) {
        insert_.bind(std::string_view(record_)).bind(field_).bind(line_).bind(cell_).bind(item);
        insert_.bind(std::string_view(cell.state)).bind(cell.text);
        for (const auto& number : {cell.number, cell.low, cell.high}) {
            if (number)
                insert_.bind(*number);
            else
                insert_.bind_null();
        }
        insert_.bind(cell.target).bind(cell.origin).execute();
    }

    Query insert_;
    std::string record_;
    std::string_view field_, cell_;
    std::int64_t line_ = 0;
};

/// As people read it; empty where it is not recorded.
std::optional<std::string> history_text(const Field& field, const Value& value) {
    const auto* gap = std::get_if<Gap>(&value);
    if (gap && *gap == Gap::absent) return std::nullopt;
    return model::display(field, value);
}

void write_history(Database& database, const RecordChange& change, std::int64_t revision) {
    Query insert(database, "INSERT INTO change_field VALUES (?, ?, ?, ?, ?)");
    const auto put = [&](std::string_view field, const std::optional<std::string>& old, const std::optional<std::string>& now) {
        insert.bind(revision).bind(std::string_view(change.id)).bind(field).bind(old).bind(now).execute();
    };
    if (change.kind == RecordChange::Kind::added) put("", std::nullopt, change.name);
    if (change.kind == RecordChange::Kind::removed) put("", change.name, std::nullopt);
    for (const auto& field : change.fields)
        put(field.field->name, history_text(*field.field, field.old), history_text(*field.field, field.now));
}

// ---- limits

void demand_short(const model::RecordView& record, const Field& field, const Value& value) {
    const auto check = [&](const std::string& text) {
        if (text.size() > longest_text)
            throw Error(ErrorCode::input, {"store.text_too_long", {record.id(), std::string(field.label)}});
    };
    if (const auto* text = std::get_if<std::string>(&value)) {
        check(*text);
    } else if (const auto* texts = std::get_if<model::Texts>(&value)) {
        std::ranges::for_each(*texts, check);
    } else if (const auto* rows = std::get_if<model::Rows>(&value)) {
        for (const auto& row : *rows) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) demand_short(record, field.row_type->fields[i], row.cells[i]);
        }
    }
}

} // namespace

model::Plan read_plan(Database& database, const std::string& name) {
    model::Plan plan;
    read_records(database, name, plan);
    read_answers(database, name, plan);
    Query meta(database, "SELECT revision, changed_on FROM plan_meta");
    if (!meta.step()) fail_damaged(name);
    plan.revision = meta.number(0).value_or(0);
    if (const auto day = meta.optional_text(1)) {
        if (const auto date = parse_date(*day)) plan.changed_on = *date;
    }
    return plan;
}

void write_changes(Database& database, const Changes& changes, std::int64_t revision, const ChangeNote& note) {
    Query(database, "INSERT INTO change VALUES (?, ?, ?, ?)")
        .bind(revision)
        .bind(std::string_view(note.when))
        .bind(std::string_view(note.who))
        .bind(std::string_view(note.command))
        .execute();
    Query put_record(database, "INSERT INTO record VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name");
    Query drop_record(database, "DELETE FROM record WHERE id = ?");
    Query drop_answers(database, "DELETE FROM answer WHERE record = ? AND field = ?");
    for (const auto& change : changes) {
        write_history(database, change, revision);
        if (change.kind == RecordChange::Kind::removed) {
            drop_record.bind(std::string_view(change.id)).execute();
            continue;
        }
        put_record.bind(std::string_view(change.id)).bind(change.type->code).bind(std::string_view(change.name)).execute();
        Encoder encoder(database, change.id);
        for (const auto& field : change.fields) {
            if (field.field->name == "name") continue; // stands in the table "record"
            drop_answers.bind(std::string_view(change.id)).bind(field.field->name).execute();
            encoder.write(*field.field, field.now);
        }
    }
}

void demand_sound(const model::Plan& plan) {
    const auto records = model::all_records(plan);
    if (records.size() > most_records) throw Error(ErrorCode::input, {"store.too_many", {std::to_string(most_records)}});
    for (const auto& record : records) {
        if (!model::is_valid_id(*record.type, record.id()))
            throw Error(ErrorCode::input, {"store.bad_id", {record.id(), std::string(record.type->label)}});
        for (const auto& field : record.type->fields) demand_short(record, field, field.get(record.record));
        for (const auto& link : model::links_of(record)) {
            if (!link.target.is_open() && !model::find(plan, link.target.id))
                throw Error(ErrorCode::input, {"store.dangling", {record.id(), link.field, link.target.id}});
        }
    }
}

} // namespace bcmkit::store
