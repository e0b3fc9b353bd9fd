// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/file.hpp>

#include <bcmkit/base/error.hpp>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace bcmkit {

namespace {

struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

File open(const std::filesystem::path& path, const char* mode) {
#ifdef _WIN32
    const std::wstring wide(mode, mode + std::char_traits<char>::length(mode));
    return File(_wfopen(path.c_str(), wide.c_str()));
#else
    return File(std::fopen(path.c_str(), mode));
#endif
}

// The system's words are English; the ones that people meet get German ones.
std::string reason(int error) {
    switch (error) {
    case ENOENT: return "Datei oder Ordner fehlt";
    case EACCES:
    case EPERM: return "keine Berechtigung";
#ifdef EDQUOT // Windows knows no quota
    case EDQUOT:
#endif
    case ENOSPC: return "der Datenträger ist voll";
    case EROFS: return "der Datenträger ist schreibgeschützt";
    case EISDIR: return "das ist ein Ordner";
    case ENOTDIR: return "ein Teil des Pfades ist kein Ordner";
    case EEXIST: return "gibt es schon";
    case EBUSY: return "wird gerade benutzt";
    default: return std::generic_category().message(error);
    }
}

bool sync(std::FILE* file) {
    if (std::fflush(file) != 0) return false;
#ifdef _WIN32
    return _commit(_fileno(file)) == 0;
#else
    return fsync(fileno(file)) == 0;
#endif
}

// A rename is durable only when its folder is on the disk too.
void sync_folder([[maybe_unused]] const std::filesystem::path& folder) {
#ifndef _WIN32
    const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (handle < 0) return;
    fsync(handle);
    close(handle);
#endif
}

} // namespace

std::string read_file(const std::filesystem::path& path, std::size_t limit) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        throw Error(ErrorCode::machine, {"base.cannot_read", {to_text(path), reason(EISDIR)}});
    const File file = open(path, "rb");
    if (!file) throw Error(ErrorCode::machine, {"base.cannot_read", {to_text(path), reason(errno)}});
    std::string bytes;
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) {
        if (bytes.size() + count > limit)
            throw Error(ErrorCode::input, {"base.too_large", {to_text(path), std::to_string(limit / (1024 * 1024))}});
        bytes.append(buffer, count);
    }
    if (std::ferror(file.get())) throw Error(ErrorCode::machine, {"base.cannot_read", {to_text(path), reason(errno)}});
    return bytes;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::path temporary = path;
    temporary += ".neu";
    const auto fail = [&](int error) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        throw Error(ErrorCode::machine, {"base.cannot_write", {to_text(path), reason(error)}});
    };
    errno = 0;
    {
        File file = open(temporary, "wb");
        if (!file) fail(errno);
        if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() || !sync(file.get())) fail(errno);
        if (std::fclose(file.release()) != 0) fail(errno);
    }
    std::error_code error;
    std::filesystem::rename(temporary, path, error);
    if (error) fail(error.value());
    sync_folder(path.parent_path());
}

std::string to_text(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {reinterpret_cast<const char*>(text.data()), text.size()};
}

std::filesystem::path to_path(std::string_view utf8) {
    return std::u8string_view(reinterpret_cast<const char8_t*>(utf8.data()), utf8.size());
}

} // namespace bcmkit
