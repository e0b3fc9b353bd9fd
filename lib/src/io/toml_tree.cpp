// SPDX-License-Identifier: EUPL-1.2
// toml++ stays in this file; the readers see a plain tree.
#include "toml_tree.hpp"

#include <bcmkit/base/text.hpp>

#include <toml++/toml.h>

#include <algorithm>

namespace bcmkit::io {

namespace {

/// Dots between keys on one line. toml++ 3.3 has no limit there and destroys its tree recursively.
constexpr int most_dots = 32;

/// Walks over the text knowing what is string, comment and the rest.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    /// The line with more dots between keys than anybody writes; 0 where there is none.
    int line_with_too_many_dots() {
        int dots = 0;
        while (position_ < text_.size()) {
            const char c = text_[position_];
            if (c == '"' || c == '\'') {
                skip_string(c);
                continue;
            }
            if (c == '#') {
                skip_to_line_end();
                continue;
            }
            if (c == '\n') {
                ++line_;
                dots = 0;
            }
            // Within an inline table each key counts anew.
            if (c == ',' || c == '{' || c == '=') dots = 0;
            if (c == '.' && ++dots > most_dots) return line_;
            ++position_;
        }
        return 0;
    }

private:
    void skip_to_line_end() {
        while (position_ < text_.size() && text_[position_] != '\n') ++position_;
    }

    void skip_string(char quote) {
        const std::string triple(3, quote);
        const bool is_long = text_.substr(position_, 3) == triple;
        position_ += is_long ? 3 : 1;
        while (position_ < text_.size()) {
            const char c = text_[position_];
            if (c == '\\' && quote == '"') {
                ++position_;
            } else if (is_long ? text_.substr(position_, 3) == triple : c == quote) {
                position_ += is_long ? 3 : 1;
                return;
            } else if (c == '\n') {
                if (!is_long) return; // a mistake that the parser reports
                ++line_;
            }
            ++position_;
        }
    }

    std::string_view text_;
    std::size_t position_ = 0;
    int line_ = 1;
};

int line_of(const toml::source_region& region) { return static_cast<int>(region.begin.line); }

Item to_item(const toml::node& node);

Item to_table(const toml::table& table) {
    Item item;
    for (const auto& [key, value] : table) item.members.push_back({normalized(key.str()), line_of(key.source()), to_item(value)});
    std::ranges::stable_sort(item.members, {}, &Member::line);
    return item;
}

// Recursion is bounded: toml++ limits nested values, the scanner nested keys.
Item to_item(const toml::node& node) {
    Item item;
    if (const auto* table = node.as_table()) {
        item = to_table(*table);
    } else if (const auto* list = node.as_array()) {
        item.type = Item::Type::list;
        for (const auto& one : *list) item.items.push_back(to_item(one));
    } else if (const auto* text = node.as_string()) {
        item.type = Item::Type::text;
        item.text = normalized(text->get());
    } else if (const auto* number = node.as_integer()) {
        item.type = Item::Type::number;
        item.number = number->get();
    } else if (const auto* flag = node.as_boolean()) {
        item.type = Item::Type::flag;
        item.flag = flag->get();
    } else if (const auto* date = node.as_date()) {
        const auto day = Date::of(date->get().year, date->get().month, date->get().day);
        item.type = day ? Item::Type::date : Item::Type::time;
        item.date = day.value_or(Date());
    } else {
        item.type = node.is_floating_point() ? Item::Type::fraction : Item::Type::time;
    }
    item.line = line_of(node.source());
    return item;
}

/// German for what toml++ says; its own words are the last resort.
Message in_german(std::string_view description) {
    struct Known {
        std::string_view part, key;
    };
    static constexpr Known known[] = {
        {"nested value depth", "io.toml_deep"},
        {"utf-8", "io.toml_utf8"},
        {"UTF-8", "io.toml_utf8"},
        {"cannot redefine existing", "io.toml_twice"},
        {"cannot insert", "io.toml_twice"},
        {"end-of-file", "io.toml_open_end"},
        {"end of file", "io.toml_open_end"},
        {"parsing date", "io.toml_date"},
        {"parsing time", "io.toml_date"},
        {"expected '='", "io.toml_key"},
        {"string", "io.toml_string"},
        {"could not determine value type", "io.toml_value"},
        {"value", "io.toml_value"},
        {"key", "io.toml_key"},
        {"array", "io.toml_list"},
        {"table", "io.toml_table"},
    };
    for (const auto& one : known) {
        if (description.find(one.part) != std::string_view::npos) return {one.key, {}};
    }
    return {"io.toml_other", {std::string(description)}};
}

} // namespace

std::optional<Item> parse_toml(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        const auto line = static_cast<int>(std::ranges::count(text.substr(0, nul), '\n')) + 1;
        diagnostics.push_back({Severity::error, {"io.toml_nul", {}}, {file, line, 0, {}}, {}});
        return std::nullopt;
    }
    if (const int line = Scanner(text).line_with_too_many_dots()) {
        diagnostics.push_back({Severity::error, {"io.toml_deep", {}}, {file, line, 0, {}}, {}});
        return std::nullopt;
    }
    try {
        return to_table(toml::parse(text));
    } catch (const toml::parse_error& error) {
        const auto place = error.source().begin;
        diagnostics.push_back({Severity::error,
                               in_german(error.description()),
                               {file, static_cast<int>(place.line), static_cast<int>(place.column), {}},
                               {}});
        return std::nullopt;
    }
}

} // namespace bcmkit::io
