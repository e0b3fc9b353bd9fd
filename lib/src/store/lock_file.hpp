// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

/// The edge to the operating system: lock_file_posix.cpp and lock_file_windows.cpp.
namespace bcmkit::store {

/// A small file that one process holds at a time. The system lets go of it when the process ends, however it ends.
class LockFile {
public:
    enum class State : std::uint8_t {
        ours,
        held,      ///< by another process
        disk_full, ///< could not be made
        refused,   ///< could not be made: no permission, read-only
    };

    /// Tries once, without waiting; makes the file where there is none.
    explicit LockFile(std::filesystem::path file);
    /// Removes the file where it is ours and lets go of it.
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

    State state() const noexcept { return state_; }
    /// What stood in the file when it was tried: words of whoever holds it, or of whoever left it behind.
    const std::string& contents() const noexcept { return contents_; }
    /// Where the disk is full the lock still holds; only the words are missing.
    void write(std::string_view text);
    /// Lets go of the file and leaves it where it is.
    void leave();

private:
    std::filesystem::path file_;
    State state_ = State::refused;
    std::string contents_;
    std::intptr_t handle_ = -1; ///< what the system knows the open file by; -1 = not open
};

/// The name of this machine; empty where it has none.
std::string host_name();

} // namespace bcmkit::store
