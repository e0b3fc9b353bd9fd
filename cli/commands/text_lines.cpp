// SPDX-License-Identifier: EUPL-1.2
#include "text_lines.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

std::string padded(std::string_view text, int width) {
    return std::string(text) + std::string(static_cast<std::size_t>(std::max(0, width - terminal_width(text))), ' ');
}

TextLines::TextLines(const Terminal& terminal) : out_(terminal.out), width_(std::clamp(terminal.width, 60, 100)) {}

void TextLines::line(int indent, std::string_view lead, std::string_view text) {
    std::string row = std::string(static_cast<std::size_t>(indent), ' ') + std::string(lead);
    const int hang = terminal_width(row);
    bool is_empty = true;
    for (const auto word : split(text, ' ')) {
        if (!is_empty && terminal_width(row) + 1 + terminal_width(word) > width_) {
            out_ << row << "\n";
            row = std::string(static_cast<std::size_t>(hang), ' ');
            is_empty = true;
        }
        row += (is_empty ? "" : " ") + std::string(word);
        is_empty = false;
    }
    out_ << row << "\n";
}

void TextLines::blank() { out_ << "\n"; }

} // namespace bcmkit::cli
