// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace bcmkit {

/// Largest file of a user that is read into memory.
inline constexpr std::size_t largest_input = 64u * 1024 * 1024;

/// The whole file; throws Error{machine} where it cannot be read and Error{input} where it is larger than `limit`.
std::string read_file(const std::filesystem::path& path, std::size_t limit = largest_input);

/// Writes a new file beside `path`, syncs it and renames it over `path`: afterwards there is either the old or the
/// new file, whole. Throws Error{machine}; the disk is then as before.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// A path for people: UTF-8, as they wrote it.
std::string to_text(const std::filesystem::path& path);
/// A path from the UTF-8 text of a command line.
std::filesystem::path to_path(std::string_view utf8);

} // namespace bcmkit
