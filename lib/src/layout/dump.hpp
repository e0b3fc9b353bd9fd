// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/layout/page.hpp>

#include <span>
#include <string>

namespace bcmkit::layout {

/// What can be seen of the items, a line each, without the structure.
void dump_items(std::string& out, std::span<const Item> items, bool with_nodes);

} // namespace bcmkit::layout
