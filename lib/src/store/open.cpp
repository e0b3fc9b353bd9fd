// SPDX-License-Identifier: EUPL-1.2
#include "open.hpp"

#include <bcmkit/base/embedded.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>

#include <algorithm>
#include <cstring>
#include <fstream>

namespace bcmkit::store {

namespace {

using sqlite::Database;

std::uint32_t big_endian(const unsigned char* bytes) {
    return static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16 |
           static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3];
}

[[noreturn]] void fail_foreign(const std::filesystem::path& file) {
    throw Error(ErrorCode::input, {"store.foreign", {to_text(file)}});
}

[[noreturn]] void fail_corrupt(Message message) {
    throw Error(ErrorCode::corrupt, std::move(message), {}, {{"store.use_copy", {}}});
}

/// Looks at the first 100 bytes before SQLite sees the file, so that a file that is not ours is never touched.
/// Returns the schema number. Format: https://www.sqlite.org/fileformat2.html#the_database_header
int look_at_header(const std::filesystem::path& file, int known) {
    std::error_code error;
    const auto about = std::filesystem::status(file, error);
    if (!std::filesystem::exists(about))
        throw Error(ErrorCode::usage, {"store.missing", {to_text(file)}}, {}, {{"store.make_one", {to_text(file.filename())}}});
    if (std::filesystem::is_directory(about)) throw Error(ErrorCode::usage, {"store.is_folder", {to_text(file)}});
    if (!std::filesystem::is_regular_file(about)) fail_foreign(file);
    const auto size = std::filesystem::file_size(file, error);
    if (size > largest_plan_file) throw Error(ErrorCode::input, {"store.too_large", {to_text(file)}});
    if (size == 0) fail_corrupt({"store.empty", {to_text(file)}});
    unsigned char header[100] = {};
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(ErrorCode::machine, {"store.cannot_open", {to_text(file)}});
    in.read(reinterpret_cast<char*>(header), sizeof header);
    if (std::memcmp(header, "SQLite format 3", 16) != 0) fail_foreign(file);
    if (in.gcount() < 100) fail_corrupt({"store.too_short", {to_text(file), std::to_string(size), "100"}});
    if (big_endian(header + 68) != application_id) fail_foreign(file);
    const auto schema = big_endian(header + 60);
    if (schema > static_cast<std::uint32_t>(known))
        throw Error(ErrorCode::too_new, {"store.too_new", {to_text(file), std::to_string(schema), std::to_string(known)}}, {},
                    {{"store.update_program", {}}});
    const std::uint32_t stored = static_cast<std::uint32_t>(header[16]) << 8 | header[17];
    const std::uint64_t page = stored == 1 ? 65536 : stored;
    const std::uint64_t pages = big_endian(header + 28);
    if (schema == 0 || page * pages > size)
        fail_corrupt({"store.too_short", {to_text(file), std::to_string(size), std::to_string(page * pages)}});
    return static_cast<int>(schema);
}

/// The structure of all tables, and that every reference has a target. SQLite would check the constraints of each row
/// again as well, which takes longer than everything else together; read_plan demands what they say.
void demand_whole(Database& database, const std::filesystem::path& file) {
    database.run("PRAGMA ignore_check_constraints = ON");
    const bool is_whole = database.first_text("PRAGMA quick_check(1)") == "ok";
    database.run("PRAGMA ignore_check_constraints = OFF");
    const bool is_dangling = is_whole && database.first_text("SELECT target FROM answer WHERE target IS NOT NULL AND NOT EXISTS "
                                                             "(SELECT 1 FROM record WHERE id = target) LIMIT 1");
    if (!is_whole || is_dangling) fail_corrupt({"store.corrupt", {to_text(file)}});
}

void migrate(Database& database, std::span<const std::string_view> steps) {
    const auto have = static_cast<std::size_t>(database.first_number("PRAGMA user_version"));
    if (have >= steps.size()) return;
    sqlite::Transaction transaction(database);
    for (std::size_t n = have; n < steps.size(); ++n) database.run(steps[n]);
    database.run("PRAGMA user_version = " + std::to_string(steps.size()));
    transaction.commit();
}

/// "plan.bcm.vor-schema-2": how the file was before it became schema 2. An older copy of that name is the better one.
void save_copy(const std::filesystem::path& file, std::size_t schema) {
    auto copy = file;
    copy += ".vor-schema-" + std::to_string(schema);
    if (std::filesystem::exists(copy)) return;
    write_file(copy, read_file(file, largest_plan_file));
}

} // namespace

std::vector<std::string_view> migrations() {
    std::vector<std::string_view> steps;
    for (const auto& entry : embedded_texts()) {
        if (entry.path.starts_with("lib/src/store/sql/")) steps.push_back(entry.text);
    }
    return steps;
}

std::string new_plan_file(std::span<const std::string_view> steps) {
    Database database = Database::in_memory("neu");
    database.run("PRAGMA application_id = " + std::to_string(application_id));
    migrate(database, steps);
    refresh_views(database);
    return database.bytes();
}

std::unique_ptr<Store::Impl> open_plan_file(const std::filesystem::path& file, OpenMode mode, const ChangeNote& note,
                                            std::span<const std::string_view> steps) {
    const auto known = static_cast<int>(steps.size());
    look_at_header(file, known);
    auto impl = std::make_unique<Store::Impl>();
    impl->file = file;
    impl->mode = mode;
    if (mode == OpenMode::read_write) impl->lock.emplace(file, note);
    // Again, now that nobody else writes; a crashed writer's journal is rolled back by the first statement.
    const int schema = look_at_header(file, known);
    if (mode == OpenMode::read_only && schema < known) {
        impl->database.emplace(Database::from_bytes(read_file(file, largest_plan_file), to_text(file)));
        demand_whole(*impl->database, file);
        migrate(*impl->database, steps);
        return impl;
    }
    impl->database.emplace(Database::open_file(file));
    demand_whole(*impl->database, file);
    if (mode == OpenMode::read_only) {
        impl->database->run("PRAGMA query_only = ON");
        return impl;
    }
    impl->database->run("PRAGMA journal_mode = DELETE");
    if (schema < known) {
        save_copy(file, steps.size());
        migrate(*impl->database, steps);
    }
    return impl;
}

} // namespace bcmkit::store
