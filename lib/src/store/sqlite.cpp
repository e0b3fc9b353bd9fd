// SPDX-License-Identifier: EUPL-1.2
#include "sqlite.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>

#include <sqlite3.h>

#include <cstring>

namespace bcmkit::store::sqlite {

void CloseDatabase::operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
void FinalizeStatement::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

namespace {

[[noreturn]] void fail_with(int code, const char* words, const std::string& name) {
    switch (code & 0xff) {
    case SQLITE_FULL: throw Error(ErrorCode::machine, {"store.disk_full", {name}});
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw Error(ErrorCode::machine, {"store.busy", {name}});
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: throw Error(ErrorCode::machine, {"store.read_only", {name}});
    case SQLITE_CANTOPEN: throw Error(ErrorCode::machine, {"store.cannot_open", {name}});
    case SQLITE_IOERR: throw Error(ErrorCode::machine, {"store.disk_error", {name}});
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: throw Error(ErrorCode::corrupt, {"store.corrupt", {name}}, {}, {{"store.use_copy", {}}});
    case SQLITE_CONSTRAINT:
    case SQLITE_SCHEMA:
    case SQLITE_ERROR: throw Error(ErrorCode::corrupt, {"store.unexpected", {name, words}}, {}, {{"store.use_copy", {}}});
    default: throw Error(ErrorCode::machine, {"store.failed", {name, words}});
    }
}

} // namespace

Database::Database(sqlite3* handle, std::string name) : handle_(handle), name_(std::move(name)) {}

Database Database::open_file(const std::filesystem::path& file) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(to_text(file).c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    Database database(handle, to_text(file));
    if (code != SQLITE_OK) fail_with(code, handle ? sqlite3_errmsg(handle) : "", database.name_);
    database.harden();
    return database;
}

Database Database::in_memory(std::string name) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Database database(handle, std::move(name));
    if (code != SQLITE_OK) fail_with(code, handle ? sqlite3_errmsg(handle) : "", database.name_);
    database.harden();
    return database;
}

Database Database::from_bytes(std::string_view bytes, std::string name) {
    Database database = in_memory(std::move(name));
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    if (!copy) throw std::bad_alloc();
    std::memcpy(copy, bytes.data(), bytes.size());
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    const int code = sqlite3_deserialize(database.raw(), "main", copy, size, size,
                                         SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (code != SQLITE_OK) database.fail();
    return database;
}

void Database::harden() {
    sqlite3_extended_result_codes(raw(), 1);
    sqlite3_busy_timeout(raw(), 2000);
    for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL,
                          SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_ENABLE_TRIGGER})
        sqlite3_db_config(raw(), off, 0, nullptr);
    sqlite3_db_config(raw(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_limit(raw(), SQLITE_LIMIT_ATTACHED, 0);
    run("PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0");
}

void Database::run(std::string_view sql) {
    if (sqlite3_exec(raw(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

std::optional<std::string> Database::first_text(std::string_view sql) {
    Query query(*this, sql);
    return query.step() ? query.optional_text(0) : std::nullopt;
}

std::int64_t Database::first_number(std::string_view sql) {
    Query query(*this, sql);
    return query.step() ? query.number(0).value_or(0) : 0;
}

std::string Database::bytes() {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> copy(sqlite3_serialize(raw(), "main", &size, 0), sqlite3_free);
    if (!copy) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(copy.get()), static_cast<std::size_t>(size)};
}

void Database::fail() const { fail_with(sqlite3_extended_errcode(raw()), sqlite3_errmsg(raw()), name_); }

Query::Query(const Database& database, std::string_view sql) : database_(database) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database.raw(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK)
        database.fail();
    statement_.reset(statement);
}

Query& Query::bind(std::string_view text) {
    if (!text.data()) text = ""; // a null pointer would be NULL
    if (sqlite3_bind_text64(statement_.get(), next_++, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
        database_.fail();
    return *this;
}

Query& Query::bind(std::int64_t number) {
    if (sqlite3_bind_int64(statement_.get(), next_++, number) != SQLITE_OK) database_.fail();
    return *this;
}

Query& Query::bind(const std::optional<std::string>& text) { return text ? bind(std::string_view(*text)) : bind_null(); }

Query& Query::bind_null() {
    if (sqlite3_bind_null(statement_.get(), next_++) != SQLITE_OK) database_.fail();
    return *this;
}

bool Query::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) database_.fail();
    return false;
}

void Query::execute() {
    step();
    reset();
}

void Query::reset() {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
    next_ = 1;
}

std::string Query::text(int column) const { return std::string(view(column)); }

std::string_view Query::view(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (!bytes) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::optional<std::string> Query::optional_text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (!bytes) return std::nullopt;
    return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::optional<std::int64_t> Query::number(int column) const {
    if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::nullopt;
    return sqlite3_column_int64(statement_.get(), column);
}

Transaction::Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    // Nothing sensible is left to do where this fails: the journal rolls back at the next opening.
    if (is_open_) sqlite3_exec(database_.raw(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_.run("COMMIT");
    is_open_ = false;
}

} // namespace bcmkit::store::sqlite
