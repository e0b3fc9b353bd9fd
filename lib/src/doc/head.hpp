// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/doc/template.hpp>

#include <string_view>
#include <utility>

namespace bcmkit::doc {

/// Reads the lines between "---" at the beginning; comes back with the rest of the text and the number of its first line.
struct HeadResult {
    Head head;
    std::string_view body;
    int body_line = 1;
};
HeadResult read_head(const std::string& file, std::string_view text, Diagnostics& diagnostics);

} // namespace bcmkit::doc
