// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

/// The thinnest cover over SQLite that cannot leak and cannot forget an error. Nothing outside the store sees it.
namespace bcmkit::store::sqlite {

struct CloseDatabase {
    void operator()(sqlite3* database) const noexcept;
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const noexcept;
};

/// A connection, hardened against hostile files. `name` stands in the messages of errors.
class Database {
public:
    /// Opens an existing file; where the system allows only reading, for reading.
    static Database open_file(const std::filesystem::path& file);
    static Database in_memory(std::string name);
    /// A copy in memory of a whole database file.
    static Database from_bytes(std::string_view bytes, std::string name);

    /// All statements of `sql`.
    void run(std::string_view sql);
    /// The first column of the first row; empty where there is none.
    std::optional<std::string> first_text(std::string_view sql);
    std::int64_t first_number(std::string_view sql);
    /// The database as the bytes of a file.
    std::string bytes();

    /// Throws what the last error of SQLite means to people.
    [[noreturn]] void fail() const;

    sqlite3* raw() const noexcept { return handle_.get(); }

private:
    Database(sqlite3* handle, std::string name);
    void harden();

    std::unique_ptr<sqlite3, CloseDatabase> handle_;
    std::string name_;
};

/// A prepared statement: bind in order, then step; reset to use it again.
class Query {
public:
    Query(const Database& database, std::string_view sql);

    Query& bind(std::string_view text);
    Query& bind(std::int64_t number);
    Query& bind(const std::optional<std::string>& text);
    Query& bind_null();
    /// False: no more rows.
    bool step();
    /// step() of a statement without rows, and reset.
    void execute();
    void reset();

    std::string text(int column) const;
    /// Until the next step.
    std::string_view view(int column) const;
    std::optional<std::string> optional_text(int column) const;
    std::optional<std::int64_t> number(int column) const;

private:
    const Database& database_;
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
    int next_ = 1;
};

/// Rolls back when it goes out of scope without commit().
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
    bool is_open_ = true;
};

} // namespace bcmkit::store::sqlite
