// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/data.hpp>

#include "assignment.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/io/answers.hpp>
#include <bcmkit/io/source.hpp>

#include <algorithm>

namespace bcmkit::app {

namespace {

using model::Field;
using model::RecordType;
using model::RecordView;
using store::OpenMode;
using store::Store;

std::vector<Message> suggestion(std::string_view word, const std::vector<std::string>& words) {
    const auto near = nearest(word, words);
    if (near.empty()) return {};
    return {{"app.did_you_mean", {joined(near, ", ")}}};
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

/// Where a reference that stays open was written, when it was typed and not read from a file.
std::string typed_origin(const ChangeNote& note) {
    const auto day = parse_date(std::string_view(note.when).substr(0, 10));
    return to_text(Message{"app.typed_on", {day ? to_german(*day) : note.when}});
}

void collect_open(const model::Value& value, const Field& field, std::vector<std::string>& out) {
    if (const auto* reference = std::get_if<model::Reference>(&value)) {
        if (reference->is_open()) out.push_back(reference->text);
    } else if (const auto* references = std::get_if<model::References>(&value)) {
        for (const auto& one : *references) collect_open(model::Value(one), field, out);
    } else if (const auto* rows = std::get_if<model::Rows>(&value)) {
        for (const auto& row : *rows) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) collect_open(row.cells[i], field.row_type->fields[i], out);
        }
    }
}

/// What stayed open before is no news.
void forget_known_open(const model::Value& old, const Field& field, std::vector<std::string>& open) {
    std::vector<std::string> known;
    collect_open(old, field, known);
    std::erase_if(open, [&](const std::string& word) { return std::ranges::find(known, word) != known.end(); });
}

void assign(EditResult& result, const RecordType& type, const std::string& id, const std::vector<std::string>& assignments,
            const ChangeNote& note) {
    for (const auto& text : assignments) {
        const auto assignment = parse_assignment(type, text);
        if (assignment.field->name == "id") continue;
        void* record = model::find_for_edit(result.after, id);
        auto value = assigned(result.after, assignment, assignment.field->get(record), typed_origin(note), result.diagnostics);
        if (has_errors(result.diagnostics)) continue;
        if (assignment.field->name == "name" && std::holds_alternative<model::Gap>(value)) {
            result.diagnostics.push_back({Severity::error, {"app.name_needed", {}}, {{}, 0, 0, id}, {}});
            continue;
        }
        collect_open(value, *assignment.field, result.not_found);
        forget_known_open(assignment.field->get(record), *assignment.field, result.not_found);
        assignment.field->set(record, std::move(value));
    }
}

void finish(Store& store, EditResult& result, const ChangeNote& note) {
    if (has_errors(result.diagnostics)) {
        result.after = result.before;
        return;
    }
    result.resolved = io::resolve_open_references(result.after);
    result.changes = store.apply(result.after, note);
    result.after = store.load();
}

} // namespace

model::Plan load_plan(const std::filesystem::path& plan_file) { return Store::open(plan_file, OpenMode::read_only).load(); }

void create_plan(const std::filesystem::path& plan_file, model::Plan plan, const ChangeNote& note) {
    std::optional<Store> store = Store::create(plan_file, note);
    try {
        const model::Plan empty = store->load();
        plan.revision = empty.revision;
        plan.changed_on = empty.changed_on;
        store->apply(plan, note);
    } catch (...) {
        store.reset();
        store::remove_plan_file(plan_file);
        throw;
    }
}

std::map<std::string, std::string, std::less<>> read_answers(const std::filesystem::path& file) { return io::read_answers(file); }

const RecordType& demand_type(std::string_view word) {
    if (const auto* type = model::record_type(word)) return *type;
    std::vector<std::string> words;
    for (const auto* type : model::record_types()) {
        for (const auto known : {type->file, type->plural_label, type->label, type->plural_code}) words.emplace_back(known);
    }
    auto hints = suggestion(word, words);
    hints.push_back({"app.all_kinds", {}});
    throw Error(ErrorCode::usage, {"app.unknown_kind", {std::string(word)}}, {}, std::move(hints));
}

RecordView demand_record(const model::Plan& plan, std::string_view id) {
    if (const auto record = model::find(plan, upper(id))) return record;
    std::vector<std::string> ids;
    for (const auto& record : model::all_records(plan)) {
        if (folded(record.name()) == folded(id)) return record;
        ids.push_back(record.id());
    }
    throw Error(ErrorCode::usage, {"app.unknown_id", {std::string(id)}}, {}, suggestion(upper(id), ids));
}

const Field& demand_field(const RecordType& type, std::string_view word) {
    if (const auto* field = type.field(word)) return *field;
    std::vector<std::string> words;
    for (const auto& field : type.fields) {
        words.emplace_back(field.name);
        words.emplace_back(field.label);
    }
    auto hints = suggestion(word, words);
    if (type.field("id")) {
        hints.push_back({"app.all_fields", {std::string(type.label)}});
    } else {
        std::vector<std::string> names;
        for (const auto& field : type.fields) names.emplace_back(field.name);
        hints.push_back({"app.all_cells", {std::string(type.label), joined(names, ", ")}});
    }
    throw Error(ErrorCode::usage, {"app.unknown_field", {std::string(word), std::string(type.label)}}, {}, std::move(hints));
}

ImportResult run(const ImportJob& job) {
    ImportResult result;
    std::error_code ignored;
    result.created = !std::filesystem::exists(job.plan_file, ignored);
    std::optional<Store> store;
    if (!result.created) {
        store = Store::open(job.plan_file, job.dry_run ? OpenMode::read_only : OpenMode::read_write, job.note);
        result.before = store->load();
    }
    const bool is_file = std::filesystem::is_regular_file(job.source, ignored);
    if (is_file && job.replace) throw Error(ErrorCode::usage, {"app.replace_needs_folder", {}});
    auto source =
        is_file ? io::read_supplement(job.source, result.before) : io::read_folder(job.source, result.before, job.replace);
    result.diagnostics = std::move(source.diagnostics);
    if (has_errors(result.diagnostics)) return result;
    result.resolved = std::move(source.resolved);
    result.not_found = std::move(source.not_found);
    result.after = std::move(source.plan);
    if (job.dry_run) {
        result.changes = store::differences(result.before, result.after);
        return result;
    }
    if (result.created) store = Store::create(job.plan_file, job.note);
    try {
        result.changes = store->apply(result.after, job.note);
    } catch (...) {
        // A plan file that this import made goes with it: nothing half done.
        store.reset();
        if (result.created) store::remove_plan_file(job.plan_file);
        throw;
    }
    return result;
}

EditResult run(const SetJob& job) {
    auto store = Store::open(job.plan_file, OpenMode::read_write, job.note);
    EditResult result;
    result.before = result.after = store.load();
    const auto record = demand_record(result.before, job.id);
    for (const auto& text : job.assignments) {
        if (parse_assignment(*record.type, text).field->name == "id")
            throw Error(ErrorCode::usage, {"app.id_stays", {record.id()}});
    }
    assign(result, *record.type, record.id(), job.assignments, job.note);
    finish(store, result, job.note);
    return result;
}

EditResult run(const AddJob& job) {
    auto store = Store::open(job.plan_file, OpenMode::read_write, job.note);
    EditResult result;
    result.before = result.after = store.load();
    const auto& type = demand_type(job.kind);
    std::string id = model::next_id(result.before, type);
    for (const auto& text : job.assignments) {
        const auto assignment = parse_assignment(type, text);
        if (assignment.field->name == "id") id = upper(trimmed(assignment.typed));
    }
    if (!model::is_valid_id(type, id))
        throw Error(ErrorCode::usage, {"app.bad_id", {id, std::string(type.label), std::string(type.prefix)}});
    const bool has_town = type.code == "organisation" && type.count(result.before) > 0;
    if (model::find(result.before, id) || has_town) throw Error(ErrorCode::usage, {"app.id_exists", {id}});
    type.add(result.after, id);
    assign(result, type, id, job.assignments, job.note);
    if (!has_errors(result.diagnostics) && model::find(result.after, id).name().empty())
        result.diagnostics.push_back(
            {Severity::error, {"app.name_needed", {}}, {}, {{"app.name_example", {std::string(type.file)}}}});
    finish(store, result, job.note);
    return result;
}

RemoveResult run(const RemoveJob& job) {
    auto store = Store::open(job.plan_file, OpenMode::read_write, job.note);
    RemoveResult result;
    result.edit.before = result.edit.after = store.load();
    const auto record = demand_record(result.edit.before, job.id);
    for (auto& link : model::all_links(result.edit.before)) {
        if (link.target.id == record.id() && link.from.record != record.record) result.dependents.push_back(std::move(link));
    }
    if (!result.dependents.empty()) return result;
    store::remove_record(result.edit.after, record.id());
    finish(store, result.edit, job.note);
    return result;
}

std::vector<store::HistoryEntry> run(const HistoryJob& job) {
    const auto store = Store::open(job.plan_file, OpenMode::read_only);
    std::optional<std::string> id;
    if (job.id) id = upper(*job.id);
    return store.history(id);
}

} // namespace bcmkit::app
