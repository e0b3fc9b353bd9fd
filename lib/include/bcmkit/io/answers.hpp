// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace bcmkit::io {

/// Reads `key = "answer"` lines of TOML, for the interview of a new plan without a terminal.
/// Throws Error{input} with file and line where it is no TOML or an answer is no text, Error{machine} where it cannot be read.
std::map<std::string, std::string, std::less<>> read_answers(const std::filesystem::path& file);

} // namespace bcmkit::io
