// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/store/changes.hpp>
#include <bcmkit/store/store.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What people do with the data of a plan: read, import, export, change, look back.
namespace bcmkit::app {

using store::ChangeNote;

/// The whole plan; errors as store::Store::open.
model::Plan load_plan(const std::filesystem::path& plan_file);

/// Makes a new plan file that says what `plan` says; errors as store::Store::create and apply, and then no file is left.
void create_plan(const std::filesystem::path& plan_file, model::Plan plan, const ChangeNote& note);

/// The answers of an interview from a TOML file; errors as io::read_answers.
std::map<std::string, std::string, std::less<>> read_answers(const std::filesystem::path& file);

/// Throws Error{usage} with the nearest words where the word names no record type.
const model::RecordType& demand_type(std::string_view word);
/// Throws Error{usage} with the nearest ids where the plan has no such record. Ids are accepted in any case.
model::RecordView demand_record(const model::Plan& plan, std::string_view id);
/// Throws Error{usage} with the nearest words where the type has no such field.
const model::Field& demand_field(const model::RecordType& type, std::string_view word);

struct ImportJob {
    std::filesystem::path plan_file;
    std::filesystem::path source; ///< folder, or a TOML file that changes only what it names
    bool replace = false;         ///< remove what the folder does not name
    bool dry_run = false;         ///< change nothing
    ChangeNote note;
};

struct ImportResult {
    bool created = false;               ///< there was no plan file before
    store::Changes changes;             ///< empty where there are errors
    Diagnostics diagnostics;            ///< with errors nothing was changed
    std::vector<std::string> resolved;  ///< open references that found their record
    std::vector<std::string> not_found; ///< references that stay open, as they were written
    model::Plan before, after;          ///< `after` says what the source says; empty where there are errors
};

ImportResult run(const ImportJob& job);

struct ExportJob {
    std::filesystem::path plan_file;
    std::filesystem::path folder;
};

struct ExportResult {
    std::vector<std::string> files;
    std::size_t records = 0;
};

/// Writes the source format. Throws Error{usage} where the folder has files that bcmkit did not write, or that somebody
/// changed since; it is then untouched.
ExportResult run(const ExportJob& job);

struct SetJob {
    std::filesystem::path plan_file;
    std::string id;
    std::vector<std::string> assignments; ///< "mtpd=4 h"; the field by code name or label
    ChangeNote note;
};

/// A change of one record. `before` and `after` are whole plans: what findings vanish and which sheets change follows from them.
struct EditResult {
    store::Changes changes;
    Diagnostics diagnostics; ///< with errors nothing was changed
    std::vector<std::string> not_found;
    std::vector<std::string> resolved;
    model::Plan before, after;
};

EditResult run(const SetJob& job);

struct AddJob {
    std::filesystem::path plan_file;
    std::string kind;
    std::vector<std::string> assignments; ///< id is given by the program where none is named
    ChangeNote note;
};

/// Makes the plan's next id where none is given. Throws Error{usage} where the id exists.
EditResult run(const AddJob& job);

struct RemoveJob {
    std::filesystem::path plan_file;
    std::string id;
    ChangeNote note;
};

struct RemoveResult {
    EditResult edit;
    std::vector<model::Link> dependents; ///< into edit.before; where there are any, nothing was removed
};

RemoveResult run(const RemoveJob& job);

struct HistoryJob {
    std::filesystem::path plan_file;
    std::optional<std::string> id;
};

std::vector<store::HistoryEntry> run(const HistoryJob& job);

} // namespace bcmkit::app
