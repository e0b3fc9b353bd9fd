// SPDX-License-Identifier: EUPL-1.2
#include "open.hpp"

#include <bcmkit/model/field.hpp>

namespace bcmkit::store {

namespace {

using model::RecordType;

/// All answers, a line each, lists joined: the other views read it.
constexpr std::string_view answers_view =
    "CREATE VIEW feld AS SELECT record, field, line, cell, group_concat(CASE WHEN state = 'wert' THEN coalesce(text, number, "
    "target) "
    "ELSE state END, ', ') AS wert FROM answer WHERE state NOT IN ('liste', 'zeile') GROUP BY record, field, line, cell";

/// "laufende-fristen" → laufende_fristen, so that nobody has to quote.
std::string view_name(std::string_view file) {
    std::string name(file);
    for (char& c : name) {
        if (c == '-') c = '_';
    }
    return name;
}

/// A column for each field whose name stands in `key`. SQLite reads the text of all views whenever it opens the file:
/// it is kept short.
std::string columns(std::string_view key, std::span<const model::Field> fields) {
    std::string sql;
    for (const auto& field : fields) {
        if (field.kind == model::Kind::rows) continue;
        const std::string name(field.name);
        sql += ",max(wert)FILTER(WHERE " + std::string(key) + "='" + name + "')\"" + name + "\"";
    }
    return sql;
}

std::string record_view(const RecordType& type) {
    const auto after_id_and_name = type.fields.subspan(2);
    return "CREATE VIEW " + view_name(type.file) + " AS SELECT id,name" + columns("f.field", after_id_and_name) +
           " FROM record LEFT JOIN feld f ON f.record=id AND f.line=0 WHERE kind='" + std::string(type.code) + "' GROUP BY id";
}

std::string rows_view(const RecordType& type, const model::Field& field) {
    const std::string name(field.name);
    return "CREATE VIEW " + view_name(type.file) + "_" + name + " AS SELECT z.record,z.line" +
           columns("f.cell", field.row_type->fields) +
           " FROM answer z JOIN record r ON r.id=z.record LEFT JOIN feld f ON f.record=z.record AND f.field=z.field AND "
           "f.line=z.line WHERE r.kind='" +
           std::string(type.code) + "' AND z.field='" + name + "' AND z.state='zeile' GROUP BY z.record,z.line";
}

std::vector<std::string> expected_views() {
    std::vector<std::string> views = {std::string(answers_view)};
    for (const auto* type : model::record_types()) {
        views.push_back(record_view(*type));
        for (const auto& field : type->fields) {
            if (field.kind == model::Kind::rows) views.push_back(rows_view(*type, field));
        }
    }
    return views;
}

} // namespace

void refresh_views(sqlite::Database& database) {
    const auto expected = expected_views();
    std::vector<std::string> names, present;
    for (sqlite::Query query(database,
                             "SELECT name, sql FROM sqlite_schema WHERE type = 'view' AND name <> 'verlauf' ORDER BY rowid");
         query.step();) {
        names.push_back(query.text(0));
        present.push_back(query.text(1));
    }
    if (present == expected) return;
    for (const auto& name : names) {
        std::string quoted;
        for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
        database.run("DROP VIEW \"" + quoted + "\"");
    }
    for (const auto& view : expected) database.run(view);
}

} // namespace bcmkit::store
