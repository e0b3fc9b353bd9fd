// SPDX-License-Identifier: EUPL-1.2
#include "lock_file.hpp"

#ifdef _WIN32

#include <bcmkit/base/file.hpp>

#define WIN32_LEAN_AND_MEAN
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

namespace bcmkit::store {

namespace {

HANDLE as_handle(std::intptr_t handle) { return reinterpret_cast<HANDLE>(handle); }

std::string contents_of(HANDLE file) {
    char buffer[1024];
    DWORD count = 0;
    SetFilePointer(file, 0, nullptr, FILE_BEGIN);
    return ReadFile(file, buffer, sizeof buffer, &count, nullptr) ? std::string(buffer, count) : std::string();
}

std::string contents_of(const std::filesystem::path& file) {
    const HANDLE handle = CreateFileW(file.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) return {};
    std::string text = contents_of(handle);
    CloseHandle(handle);
    return text;
}

// For a moment after its holder let go, a file that is being removed refuses everybody.
constexpr int attempts = 5;
constexpr DWORD pause_ms = 20;

} // namespace

// Nobody else may write while the file is open here (others may read who holds it): the share mode is the lock.
LockFile::LockFile(std::filesystem::path file) : file_(std::move(file)) {
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const HANDLE handle = CreateFileW(file_.c_str(), GENERIC_READ | GENERIC_WRITE | DELETE, FILE_SHARE_READ, nullptr,
                                          OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
        if (handle != INVALID_HANDLE_VALUE) {
            handle_ = reinterpret_cast<std::intptr_t>(handle);
            contents_ = contents_of(handle);
            state_ = State::ours;
            return;
        }
        const DWORD reason = GetLastError();
        state_ = reason == ERROR_SHARING_VIOLATION                               ? State::held
                 : reason == ERROR_DISK_FULL || reason == ERROR_HANDLE_DISK_FULL ? State::disk_full
                                                                                 : State::refused;
        if (reason != ERROR_ACCESS_DENIED) break;
        Sleep(pause_ms);
    }
    if (state_ == State::held) contents_ = contents_of(file_);
}

LockFile::~LockFile() {
    if (handle_ == -1) return;
    FILE_DISPOSITION_INFO gone{};
    gone.DeleteFile = TRUE;
    SetFileInformationByHandle(as_handle(handle_), FileDispositionInfo, &gone, sizeof gone);
    CloseHandle(as_handle(handle_));
}

void LockFile::write(std::string_view text) {
    DWORD written = 0;
    SetFilePointer(as_handle(handle_), 0, nullptr, FILE_BEGIN);
    SetEndOfFile(as_handle(handle_));
    WriteFile(as_handle(handle_), text.data(), static_cast<DWORD>(text.size()), &written, nullptr);
}

void LockFile::leave() {
    CloseHandle(as_handle(handle_));
    handle_ = -1;
}

std::string host_name() {
    wchar_t name[MAX_COMPUTERNAME_LENGTH + 1] = {};
    DWORD size = MAX_COMPUTERNAME_LENGTH + 1;
    return GetComputerNameW(name, &size) ? to_text(std::filesystem::path(std::wstring(name, size))) : std::string();
}

} // namespace bcmkit::store

#endif
