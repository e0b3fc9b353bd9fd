// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/store/changes.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The plan file: one SQLite database (docs/formate/plan-datei.md).
namespace bcmkit::store {

/// Largest plan file that is opened.
inline constexpr std::uintmax_t largest_plan_file = 512ull * 1024 * 1024;
/// Most records of one plan.
inline constexpr std::size_t most_records = 100'000;

enum class OpenMode {
    read_only,  ///< the file is never written; an older schema is brought up to date in memory
    read_write, ///< nobody else may write meanwhile; an older schema is brought up to date in the file, after a safety copy
};

/// Who opens or changes the file, and when: "2026-12-01 08:15:00", local time.
struct ChangeNote {
    std::string who;
    std::string when;
    std::string command; ///< what was typed: "set SVC-012 mtpd=4 h"
};

/// A line of the history: one field of one record, before and after, as people read it.
struct HistoryEntry {
    std::int64_t revision = 0;
    std::string when, who, command;
    std::string record;
    std::string field;              ///< code name; empty: the record as a whole
    std::optional<std::string> old; ///< empty: not recorded before
    std::optional<std::string> now; ///< empty: not recorded any more
};

/// The open plan file. Closing is done by the destructor.
class Store {
public:
    /// Makes a new, empty plan file; throws Error{machine} where the file exists already or cannot be written.
    static Store create(const std::filesystem::path& file, const ChangeNote& note);

    /// Opens a plan file. Throws Error: machine (missing, no permission, in use by somebody else: then with who and
    /// since when), input (no plan file), corrupt (damaged), too_new (of a newer bcmkit). The file is then untouched.
    static Store open(const std::filesystem::path& file, OpenMode mode, const ChangeNote& note = {});

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    int schema_version() const;
    model::Plan load() const;

    /// Makes the file say what `wanted` says, in one transaction that also writes the history; returns what changed.
    /// Services, applications and forms without a sheet number get one, which is never given to another record.
    /// Throws Error{input} where a reference points at nothing or a limit is exceeded, Error{machine} where the disk
    /// is full or another command changed the file since `wanted` was loaded. The file is then as before.
    Changes apply(const model::Plan& wanted, const ChangeNote& note);

    /// Newest first; all of it, or of one record.
    std::vector<HistoryEntry> history(std::optional<std::string_view> id = std::nullopt) const;

    struct Impl;

private:
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Removes a plan file that a failed command made, with what SQLite may have left beside it. Close its Store first.
void remove_plan_file(const std::filesystem::path& file) noexcept;

/// The kind of a file system by the magic number that statfs reports.
using FileSystemKind = unsigned long (*)(const std::filesystem::path&);

/// Whether the file lies on a drive of the network (CIFS, SMB2, NFS): gone with the network, and locks are unsure there.
/// `kind` replaces the question to the operating system, for tests.
bool is_on_network_drive(const std::filesystem::path& file, FileSystemKind kind = nullptr);

} // namespace bcmkit::store
