// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The folder of a Notfallkoffer: files and the list of their hashes.
namespace bcmkit::kit {

struct File {
    std::string name; ///< within the folder; no sub-folders
    std::string bytes;
};

inline constexpr std::string_view sums_name = "SHA256SUMS";

/// The list that `sha256sum -c SHA256SUMS` reads, sorted by name.
std::string sha256sums(std::span<const File> files);

/// Name → hash of such a list. Other lines are left out, so that their files count as foreign: above all names that lead out of
/// the folder, because what is no longer written is deleted.
std::map<std::string, std::string, std::less<>> listed_files(std::string_view sums);

/// Throws Error{usage} unless the folder does not exist, is empty, or holds nothing but unchanged files of a list of
/// hashes that lies beside them: nothing of a person is ever overwritten.
void require_writable_folder(const std::filesystem::path& folder);

/// Writes the files and SHA256SUMS. Built beside the folder and renamed, so that there is either the old or the new
/// one; on a mount point (a USB stick) file by file, the list last. Throws Error{usage} as require_writable_folder,
/// Error{machine} where the disk refuses.
void write_folder(const std::filesystem::path& folder, std::span<const File> files);

} // namespace bcmkit::kit
