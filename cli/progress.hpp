// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "command.hpp"

#include <string>

namespace bcmkit::cli {

/// One line on a terminal that says what is being done; gone when it goes out of scope. Silent where nobody watches.
class ProgressLine {
public:
    explicit ProgressLine(Terminal& terminal) : terminal_(terminal) {}
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const std::string& text);
    /// "Blatt 12 von 161"
    void show_sheet(std::size_t number, std::size_t of);

private:
    Terminal& terminal_;
    bool is_shown_ = false;
};

} // namespace bcmkit::cli
