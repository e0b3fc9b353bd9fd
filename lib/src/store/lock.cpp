// SPDX-License-Identifier: EUPL-1.2
#include "lock.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#elif defined(__linux__)
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
    std::error_code ignored;
    const auto folder = std::filesystem::is_directory(file, ignored) ? file : file.parent_path();
    unsigned long magic = 0;
    if (kind) {
        magic = kind(folder);
    } else {
#ifdef _WIN32
        // "\\server\share\" or a letter that stands for one.
        const auto root = std::filesystem::absolute(file, ignored).root_path();
        return GetDriveTypeW(root.c_str()) == DRIVE_REMOTE;
#elif defined(__linux__)
        struct statfs about {};
        if (statfs(folder.empty() ? "." : folder.c_str(), &about) == 0) magic = static_cast<unsigned long>(about.f_type);
#endif
    }
    // linux/magic.h: CIFS, SMB2, SMB, NFS; the first two are negative where f_type is a signed 32-bit number.
    magic &= 0xffffffffUL;
    return magic == 0xff534d42UL || magic == 0xfe534d42UL || magic == 0x517bUL || magic == 0x6969UL;
}

WriterLock::WriterLock(const std::filesystem::path& plan_file, const ChangeNote& note)
    : file_(std::filesystem::path(plan_file) += ".sperre") {
    const Holder holder = parse_holder(file_.contents());
    switch (file_.state()) {
    case LockFile::State::ours: break;
    case LockFile::State::held: throw Error(ErrorCode::machine, {"store.in_use", {since(holder.when, note.when), holder.who}});
    case LockFile::State::disk_full: throw Error(ErrorCode::machine, {"store.disk_full", {to_text(plan_file)}});
    case LockFile::State::refused: throw Error(ErrorCode::machine, {"store.read_only", {to_text(plan_file)}});
    }
    const std::string host = host_name();
    // Locks of the network may not reach the other machine: believe the file. On a stick it is a left-over.
    if (!holder.host.empty() && holder.host != host && is_on_network_drive(plan_file)) {
        file_.leave();
        throw Error(ErrorCode::machine, {"store.in_use_elsewhere", {since(holder.when, note.when), holder.who, holder.host}}, {},
                    {{"store.delete_lock", {to_text(plan_file) + ".sperre"}}});
    }
    file_.write(replaced(note.who, "\n", " ") + "\n" + note.when + "\n" + host + "\n");
}

} // namespace bcmkit::store
