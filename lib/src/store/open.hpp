// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "lock.hpp"
#include "sqlite.hpp"

#include <optional>
#include <span>

namespace bcmkit::store {

/// "BCMK" at byte 68 of the file.
inline constexpr std::int64_t application_id = 0x42434D4B;

/// The SQL that leads from schema n to n + 1, in order. Released ones are frozen.
std::vector<std::string_view> migrations();

/// The views for people with a plain sqlite3 shell: one per record type ("leistungen") and one per list of rows
/// ("leistungen_needs"). They follow from the field table and are made anew where it changed; bcmkit never reads them. Best
/// within a transaction.
void refresh_views(sqlite::Database& database);

/// What an open store holds. The lock goes last.
struct Store::Impl {
    std::filesystem::path file;
    OpenMode mode = OpenMode::read_only;
    std::optional<WriterLock> lock;
    std::optional<sqlite::Database> database;
};

/// Store::open with other migrations than the program's own, for tests.
std::unique_ptr<Store::Impl> open_plan_file(const std::filesystem::path& file, OpenMode mode, const ChangeNote& note,
                                            std::span<const std::string_view> steps);
/// The bytes of a new plan file.
std::string new_plan_file(std::span<const std::string_view> steps);

} // namespace bcmkit::store
