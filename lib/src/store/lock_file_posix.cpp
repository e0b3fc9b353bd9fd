// SPDX-License-Identifier: EUPL-1.2
#include "lock_file.hpp"

#ifndef _WIN32

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bcmkit::store {

namespace {

std::string contents_of(int handle) {
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

LockFile::LockFile(std::filesystem::path file) : file_(std::move(file)) {
    while (true) {
        const int handle = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (handle < 0) {
            state_ = errno == ENOSPC || errno == EDQUOT ? State::disk_full : State::refused;
            return;
        }
        const bool is_ours = flock(handle, LOCK_EX | LOCK_NB) == 0;
        contents_ = contents_of(handle);
        if (!is_ours) {
            close(handle);
            state_ = State::held;
            return;
        }
        if (is_still_there(handle, file_)) {
            handle_ = handle;
            state_ = State::ours;
            return;
        }
        close(handle);
    }
}

LockFile::~LockFile() {
    if (handle_ < 0) return;
    unlink(file_.c_str());
    close(static_cast<int>(handle_));
}

void LockFile::write(std::string_view text) {
    const int handle = static_cast<int>(handle_);
    if (ftruncate(handle, 0) == 0 && pwrite(handle, text.data(), text.size(), 0) < 0) errno = 0;
}

void LockFile::leave() {
    close(static_cast<int>(handle_));
    handle_ = -1;
}

std::string host_name() {
    char name[256] = {};
    return gethostname(name, sizeof name - 1) == 0 ? std::string(name) : std::string();
}

} // namespace bcmkit::store

#endif
