// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/kit/folder.hpp>

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/hash.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <map>
#include <system_error>

namespace bcmkit::kit {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = 512u * 1024 * 1024;

[[noreturn]] void fail(const fs::path& path, const std::error_code& error) {
    throw Error(ErrorCode::machine, {"kit.cannot_write", {to_text(path), error.message()}});
}

/// The name of a file beside the list, on every system; the plan may bring blanks and umlauts along. The list on a stick is not
/// to be trusted, and what it names is deleted.
bool is_name_beside(std::string_view name) {
    if (name.empty() || name == "." || name == "..") return false;
    return std::ranges::all_of(name,
                               [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '/' && c != '\\' && c != ':'; });
}

/// What operating systems put on sticks.
bool is_litter(std::string_view name) {
    constexpr std::string_view whole[] = {"System Volume Information", "lost+found", ".DS_Store", "desktop.ini"};
    return std::ranges::find(whole, name) != std::end(whole) || name.starts_with(".Trash") || name.starts_with("._");
}

std::map<std::string, std::string, std::less<>> read_sums(const fs::path& folder) {
    const fs::path path = folder / to_path(sums_name);
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(path, error))) return {};
    return listed_files(read_file(path, 4u * 1024 * 1024));
}

void clear(const fs::path& folder) {
    std::error_code error;
    fs::remove_all(folder, error);
}

void write_into(const fs::path& folder, std::span<const File> files) {
    for (const auto& file : files) write_file(folder / to_path(file.name), file.bytes);
    write_file(folder / to_path(sums_name), sha256sums(files));
}

/// A mount point cannot be renamed: the list goes first and comes last, so that half a folder never verifies.
void write_in_place(const fs::path& folder, std::span<const File> files) {
    std::error_code error;
    const auto old = read_sums(folder);
    fs::remove(folder / to_path(sums_name), error);
    for (const auto& [name, hash] : old) {
        const bool stays = std::ranges::any_of(files, [&written = name](const File& file) { return file.name == written; });
        if (!stays) fs::remove(folder / to_path(name), error);
    }
    write_into(folder, files);
}

} // namespace

std::map<std::string, std::string, std::less<>> listed_files(std::string_view sums) {
    constexpr std::size_t hash_digits = 64;
    std::map<std::string, std::string, std::less<>> out;
    for (const auto line : split(sums, '\n')) {
        if (line.size() <= hash_digits + 2 || line.substr(hash_digits, 2) != "  ") continue;
        const auto name = line.substr(hash_digits + 2);
        if (is_name_beside(name)) out.emplace(std::string(name), std::string(line.substr(0, hash_digits)));
    }
    return out;
}

std::string sha256sums(std::span<const File> files) {
    std::vector<std::string> lines;
    for (const auto& file : files) lines.push_back(file.name);
    std::ranges::sort(lines);
    for (auto& line : lines) {
        const auto file = std::ranges::find(files, line, &File::name);
        line = to_hex(sha256(file->bytes)) + "  " + line;
    }
    return joined(lines, "\n") + "\n";
}

void require_writable_folder(const fs::path& folder) {
    std::error_code error;
    const auto status = fs::symlink_status(folder, error);
    if (status.type() == fs::file_type::not_found) return;
    if (!fs::is_directory(folder, error)) throw Error(ErrorCode::usage, {"kit.not_a_folder", {to_text(folder)}});
    const auto sums = read_sums(folder);
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = to_text(entry->path().filename());
        if (name == sums_name) continue;
        if (is_litter(name)) continue;
        const auto known = sums.find(name);
        if (known == sums.end())
            throw Error(ErrorCode::usage, {"kit.foreign_file", {to_text(folder), name}}, {}, {{"kit.use_empty_folder", {}}});
        if (!entry->is_regular_file() || to_hex(sha256(read_file(entry->path(), largest_file))) != known->second)
            throw Error(ErrorCode::usage, {"kit.changed_file", {to_text(folder), name}}, {}, {{"kit.use_empty_folder", {}}});
    }
    if (error) throw Error(ErrorCode::machine, {"kit.cannot_read", {to_text(folder), error.message()}});
}

void write_folder(const fs::path& target, std::span<const File> files) {
    require_writable_folder(target);
    fs::path folder = fs::absolute(target).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    const fs::path parent = folder.parent_path();
    const std::string name = to_text(folder.filename());
    std::error_code error;
    if (!fs::is_directory(parent, error)) throw Error(ErrorCode::machine, {"kit.no_parent", {to_text(parent)}});
    const fs::path fresh = parent / to_path("." + name + ".neu"), old = parent / to_path("." + name + ".alt");
    clear(fresh);
    const bool exists = fs::is_directory(folder, error);
    fs::create_directory(fresh, error);
    if (error) {
        if (!exists) fail(folder, error);
        write_in_place(folder, files);
        return;
    }
    try {
        write_into(fresh, files);
    } catch (...) {
        clear(fresh);
        throw;
    }
    if (exists) {
        clear(old);
        fs::rename(folder, old, error);
        if (error) {
            clear(fresh);
            write_in_place(folder, files);
            return;
        }
    }
    fs::rename(fresh, folder, error);
    if (error) {
        const std::error_code reason = error;
        if (exists) fs::rename(old, folder, error);
        clear(fresh);
        fail(folder, reason);
    }
    clear(old);
}

} // namespace bcmkit::kit
