// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/store/store.hpp>

#include "open.hpp"
#include "records.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>

namespace bcmkit::store {

using sqlite::Query;

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::create(const std::filesystem::path& file, const ChangeNote& note) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) throw Error(ErrorCode::machine, {"store.exists", {to_text(file)}});
    // Whole or not at all: an interrupted creation leaves no half plan file.
    write_file(file, new_plan_file(migrations()));
    return open(file, OpenMode::read_write, note);
}

void remove_plan_file(const std::filesystem::path& file) noexcept {
    std::error_code ignored;
    std::filesystem::path journal = file;
    journal += "-journal";
    std::filesystem::remove(file, ignored);
    std::filesystem::remove(journal, ignored);
}

Store Store::open(const std::filesystem::path& file, OpenMode mode, const ChangeNote& note) {
    return Store(open_plan_file(file, mode, note, migrations()));
}

int Store::schema_version() const { return static_cast<int>(impl_->database->first_number("PRAGMA user_version")); }

model::Plan Store::load() const { return read_plan(*impl_->database, to_text(impl_->file)); }

Changes Store::apply(const model::Plan& wanted, const ChangeNote& note) {
    auto& database = *impl_->database;
    demand_sound(wanted);
    sqlite::Transaction transaction(database);
    const model::Plan before = load();
    if (before.revision != wanted.revision) throw Error(ErrorCode::machine, {"store.changed_meanwhile", {to_text(impl_->file)}});
    model::Plan after = wanted;
    assign_sheet_numbers(database, after);
    Changes changes = differences(before, after);
    if (changes.empty()) return changes;
    const std::int64_t revision = before.revision + 1;
    write_changes(database, changes, revision, note);
    Query(database, "UPDATE plan_meta SET revision = ?, changed_on = ?")
        .bind(revision)
        .bind(parse_date(std::string_view(note.when).substr(0, 10)) ? std::optional(note.when.substr(0, 10)) : std::nullopt)
        .execute();
    refresh_views(database);
    transaction.commit();
    return changes;
}

std::vector<HistoryEntry> Store::history(std::optional<std::string_view> id) const {
    Query query(
        *impl_->database,
        std::string("SELECT revision, at, who, command, record, field, old, new FROM change JOIN change_field USING (revision)") +
            (id ? " WHERE record = ?" : "") + " ORDER BY revision DESC, record, field");
    if (id) query.bind(*id);
    std::vector<HistoryEntry> entries;
    while (query.step())
        entries.push_back({query.number(0).value_or(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5),
                           query.optional_text(6), query.optional_text(7)});
    return entries;
}

} // namespace bcmkit::store
