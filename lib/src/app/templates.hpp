// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/compose/book.hpp>

#include <filesystem>
#include <optional>
#include <vector>

namespace bcmkit::app {

/// The templates of the program, and those of a folder that win by file name. Throws Error{machine} where the folder
/// cannot be read.
std::vector<compose::TemplateText> all_templates(const std::optional<std::filesystem::path>& folder);

} // namespace bcmkit::app
