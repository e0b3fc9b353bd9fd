// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bcmkit {

/// A sentence for people, without its words: the key names a row of a
/// `messages.de.txt`, the arguments fill {0}, {1} … in it.
struct Message {
    std::string_view key; ///< a string literal, e.g. "store.newer_file"
    std::vector<std::string> args;

    bool operator==(const Message&) const = default;
};

/// The German sentence. A key without a row is a programming mistake and throws std::logic_error.
std::string to_text(const Message& message);

/// Whether a row exists; for tests.
bool has_text(std::string_view key);

} // namespace bcmkit
