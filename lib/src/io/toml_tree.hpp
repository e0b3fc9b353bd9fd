// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>
#include <bcmkit/base/diagnostic.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bcmkit::io {

struct Member;

/// A value of a TOML file with the line where it stands; members in the order of the file.
struct Item {
    enum class Type : std::uint8_t { text, number, fraction, flag, date, time, list, table };

    Type type = Type::table;
    int line = 0;
    std::string text;
    std::int64_t number = 0;
    bool flag = false;
    Date date;
    std::vector<Item> items;     ///< of a list
    std::vector<Member> members; ///< of a table
};

struct Member {
    std::string key;
    int line = 0;
    Item value;
};

/// The top level of a file. Empty, with a diagnostic, where it is not TOML. Nesting is limited.
std::optional<Item> parse_toml(std::string_view text, const std::string& file, Diagnostics& diagnostics);

} // namespace bcmkit::io
