// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

/// Lines that keep to the width of a terminal.
namespace bcmkit::cli {

/// Filled up with spaces to `width` columns.
std::string padded(std::string_view text, int width);

class TextLines {
public:
    /// Between 60 and 100 columns, whatever the terminal says.
    explicit TextLines(const Terminal& terminal);

    int width() const { return width_; }
    /// Breaks at spaces; later lines begin under the text of the first one, behind `lead`.
    void line(int indent, std::string_view lead, std::string_view text);
    void blank();

private:
    std::ostream& out_;
    int width_;
};

} // namespace bcmkit::cli
