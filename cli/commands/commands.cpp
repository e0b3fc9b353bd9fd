// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

namespace bcmkit::cli {

// One row a command. Order = order in help; German aliases come first there.
// clang-format off
static constexpr CommandEntry table[] = {
    {"help", "hilfe", "Hilfe", "Alle Befehle, oder einen genauer erklären", make_help},
    {"start", "", "Hilfe", "Die wichtigsten Befehle und der Stand des Plans; dasselbe wie „bcmkit“ allein", make_start},
};
// clang-format on

std::span<const CommandEntry> commands() { return table; }

} // namespace bcmkit::cli
