// SPDX-License-Identifier: EUPL-1.2
#include "lock.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>

#ifndef _WIN32
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif
#ifdef __linux__
#include <sys/vfs.h>
#endif

namespace bcmkit::store {

namespace {

/// The lines of a lock file.
struct Holder {
    std::string who, when, host;
};

Holder parse_holder(const std::string& text) {
    const auto lines = split(text, '\n');
    const auto line = [&](std::size_t i) { return i < lines.size() ? normalized(lines[i].substr(0, 200)) : std::string(); };
    return {line(0), line(1), line(2)};
}

/// "08:15", or "01.12.2026, 08:15" where it was another day.
std::string since(const std::string& when, const std::string& now) {
    const std::string time = when.size() >= 16 ? when.substr(11, 5) : when;
    if (when.substr(0, 10) == now.substr(0, 10)) return time;
    const auto day = parse_date(when.substr(0, 10));
    return day ? to_german(*day) + ", " + time : time;
}

} // namespace

bool is_on_network_drive(const std::filesystem::path& file, FileSystemKind kind) {
    unsigned long magic = 0;
    std::error_code ignored;
    const auto folder = std::filesystem::is_directory(file, ignored) ? file : file.parent_path();
    if (kind) {
        magic = kind(folder);
    } else {
#ifdef __linux__
        struct statfs about {};
        if (statfs(folder.empty() ? "." : folder.c_str(), &about) == 0) magic = static_cast<unsigned long>(about.f_type);
#endif
    }
    // linux/magic.h: CIFS, SMB2, SMB, NFS; the first two are negative where f_type is a signed 32-bit number.
    magic &= 0xffffffffUL;
    return magic == 0xff534d42UL || magic == 0xfe534d42UL || magic == 0x517bUL || magic == 0x6969UL;
}

#ifdef _WIN32

WriterLock::WriterLock(const std::filesystem::path& plan_file, const ChangeNote&) : file_(plan_file) {}
WriterLock::~WriterLock() = default;

#else

namespace {

std::string host_name() {
    char name[256] = {};
    return gethostname(name, sizeof name - 1) == 0 ? std::string(name) : std::string();
}

std::string contents(int handle) {
    char buffer[1024];
    const ssize_t count = pread(handle, buffer, sizeof buffer, 0);
    return count > 0 ? std::string(buffer, static_cast<std::size_t>(count)) : std::string();
}

// Between open and flock the holder may have removed the file: then our handle locks a file without a name.
bool is_still_there(int handle, const std::filesystem::path& file) {
    struct stat held {
    }, there{};
    return fstat(handle, &held) == 0 && stat(file.c_str(), &there) == 0 && held.st_ino == there.st_ino &&
           held.st_dev == there.st_dev;
}

} // namespace

WriterLock::WriterLock(const std::filesystem::path& plan_file, const ChangeNote& note) : file_(plan_file) {
    file_ += ".sperre";
    const std::string host = host_name();
    while (true) {
        handle_ = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (handle_ < 0)
            throw Error(ErrorCode::machine, {errno == ENOSPC ? "store.disk_full" : "store.read_only", {to_text(plan_file)}});
        const bool is_ours = flock(handle_, LOCK_EX | LOCK_NB) == 0;
        const Holder holder = parse_holder(contents(handle_));
        if (!is_ours) {
            close(handle_);
            throw Error(ErrorCode::machine, {"store.in_use", {since(holder.when, note.when), holder.who}});
        }
        if (!is_still_there(handle_, file_)) {
            close(handle_);
            continue;
        }
        // Locks of the network may not reach the other machine: believe the file. On a stick it is a left-over.
        if (!holder.host.empty() && holder.host != host && is_on_network_drive(plan_file)) {
            close(handle_);
            throw Error(ErrorCode::machine, {"store.in_use_elsewhere", {since(holder.when, note.when), holder.who, holder.host}},
                        {}, {{"store.delete_lock", {to_text(file_)}}});
        }
        break;
    }
    const std::string text = replaced(note.who, "\n", " ") + "\n" + note.when + "\n" + host + "\n";
    // Where the disk is full the lock still holds; only the name is missing.
    if (ftruncate(handle_, 0) == 0 && pwrite(handle_, text.data(), text.size(), 0) < 0) errno = 0;
}

WriterLock::~WriterLock() {
    unlink(file_.c_str());
    close(handle_);
}

#endif

} // namespace bcmkit::store
