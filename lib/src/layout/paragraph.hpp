// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "theme.hpp"

#include <bcmkit/doc/block.hpp>

#include <functional>
#include <string>
#include <vector>

namespace bcmkit::layout {

/// A line of a paragraph: items count from its top left corner.
struct Line {
    std::vector<Item> items;
    Length width = 0;
    Length height = 0;
};

/// What the breaker of lines needs from the sheet around it.
struct TextContext {
    const FontSet& fonts;
    std::function<int(Role role, int parent, std::string actual)> new_node;
    std::function<void(std::string_view word, bool at_syllable)> word_broken;
    std::function<void(char32_t code_point, std::string_view word)> glyph_missing;
    Length pen_pitch = 0;      ///< from the line before to one with a blank to write in, at least
    std::string choice_name;   ///< what a screen reader says for a box to tick
    std::string write_in_name; ///< for a line to write on without label
};

/// Breaks text into lines of at most `width`, ragged right. Never breaks inside phone numbers, dates, between a number
/// and its unit or after "Blatt"; compounds break at their seams; a word breaks anywhere only where it is wider than the line.
/// At least one line, possibly empty. `first` is kept free at the left of the first line: a label stands there.
std::vector<Line> break_lines(const TextContext& context, const doc::Inlines& text, Length width, const Style& style, int node,
                              Length first = 0);

/// How wide the text is in one line.
Length width_of(const TextContext& context, std::string_view text, const Style& style);

/// Whether the word is a phone number as to_german_phone writes it.
bool is_phone(std::string_view word);

} // namespace bcmkit::layout
