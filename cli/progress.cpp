// SPDX-License-Identifier: EUPL-1.2
#include "progress.hpp"

#include <ostream>

namespace bcmkit::cli {

namespace {

constexpr const char* clear_line = "\r\x1b[K";

} // namespace

ProgressLine::~ProgressLine() {
    if (is_shown_) terminal_.err << clear_line << std::flush;
}

void ProgressLine::show(const std::string& text) {
    if (!terminal_.err_is_terminal) return;
    terminal_.err << clear_line << text << std::flush;
    is_shown_ = true;
}

void ProgressLine::show_sheet(std::size_t number, std::size_t of) {
    show("Blatt " + std::to_string(number) + " von " + std::to_string(of));
}

} // namespace bcmkit::cli
