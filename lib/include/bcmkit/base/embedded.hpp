// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace bcmkit {

/// A text that was compiled into the program: templates, rule texts, messages, SQL.
struct EmbeddedText {
    std::string_view path; ///< below the project, e.g. "templates/de/1.01.md"
    std::string_view text;
};

/// All of them, sorted by path within their folder; never empty.
std::span<const EmbeddedText> embedded_texts();

/// The text at `path`; throws std::logic_error where the path is wrong, because only our own code names one.
std::string_view embedded_text(std::string_view path);

} // namespace bcmkit
