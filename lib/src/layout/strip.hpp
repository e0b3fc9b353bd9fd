// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "theme.hpp"

#include <memory>
#include <vector>

namespace bcmkit::layout {

/// What is printed again at the top of each page on which a table or list of steps goes on.
struct Repeat {
    std::vector<Item> items;
    Length height = 0;
};

/// A slice of content over the full text width that stays on one page. Items count from its top left corner.
struct Strip {
    Length gap = 0; ///< white above it; dropped at the top of a page
    Length height = 0;
    std::vector<Item> items;
    bool keep_with_next = false;
    bool page_break = false;              ///< begins a new page; has no content
    bool break_if_needed = false;         ///< of a page break: only where the rest does not fit below a complete front
    std::shared_ptr<const Repeat> repeat; ///< where a page begins with this strip
    int source_line = 0;
};
using Strips = std::vector<Strip>;

/// Moves an item.
void shift(Item& item, Length dx, Length dy);
void shift(std::vector<Item>& items, Length dx, Length dy);

/// Cuts a strip that is higher than `room` where no line of text, box or shape is cut; at `room` where there is no
/// such place, then `clean` is false. The first part is at most `room` high.
struct Cut {
    Strip first, rest;
    bool clean = true;
};
Cut cut(Strip strip, Length room);

} // namespace bcmkit::layout
