// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/doc/template.hpp>
#include <bcmkit/doc/value.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The part of Mustache that our templates use: values, sections, partials, comments; no raw values, no other delimiters.
namespace bcmkit::doc {

struct Origin {
    int file = 0;  ///< index into TemplateNodes::files
    int line = 0;  ///< in that file
    int outer = 0; ///< in the template itself: for partials the line that includes them
};

struct Node {
    enum class Kind { text, value, section, inverted };
    Kind kind = Kind::text;
    std::string text; ///< or the name
    Origin at;
    std::vector<Node> children;
};

struct TemplateNodes {
    std::vector<std::string> files; ///< the template first, then its partials
    std::vector<Node> nodes;
};

/// Parses `text`; the first line has the number `first_line`.
TemplateNodes parse_nodes(const std::string& file, std::string_view text, int first_line, const Partials& partials,
                          Diagnostics& diagnostics);

// A value travels through the Markdown parser as U+E000 number U+E001.
inline constexpr std::string_view open_mark = "\xEE\x80\x80", close_mark = "\xEE\x80\x81";

/// What a mark stands for.
struct Mark {
    enum class Kind {
        value,   ///< a text, put in as it is
        missing, ///< a writing line with a label
        line,    ///< underscores of the template
    };
    Kind kind = Kind::value;
    std::string text; ///< or the label
    int width_mm = 0;
};

struct Marked {
    std::string text;
    std::vector<Origin> lines; ///< where each line of `text` comes from
    std::vector<Mark> marks;
    std::vector<std::string> traces;
};

/// `every_branch`: walk each section once, whatever its value, to find unknown names.
Marked render(const TemplateNodes& nodes, std::span<const Value> scopes, bool every_branch, Diagnostics& diagnostics);

/// Looks up one dotted name; reports an unknown one at `place`.
std::optional<Value> look_up(std::string_view name, std::span<const Value> scopes, const Place& place, Diagnostics& diagnostics);

/// What is printed for a value: a text, or Missing.
std::variant<std::string, Missing> printed(const Value& value);

/// Reads the mark at the beginning of `text`: its index and length. Empty where there is none.
std::optional<std::pair<std::size_t, std::size_t>> mark_at(std::string_view text, std::size_t count);

} // namespace bcmkit::doc
