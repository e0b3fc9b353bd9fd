// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>

namespace bcmkit::layout {

/// Words before a blank, the nearest first; empty where the line has no more.
using WordsBefore = std::array<std::string_view, 4>;

/// Whether the blank between two words must not become the end of a line: number and unit, "§ 83a SGB X", "Raum 112",
/// the groups of a phone number, a sign and what it marks (print-design §1.4).
bool belong_together(const WordsBefore& before, std::string_view after);

/// "um", "am", "Raum": a blank to write in stays with the word before it.
bool leads_to_blank(std::string_view word);

/// "Uhr", "Euro", "Tage": what follows a number, or the line on which somebody writes one.
bool is_unit(std::string_view word);

/// A word without brackets and punctuation around it.
std::string_view bare(std::string_view word);

bool is_digit(char c);

} // namespace bcmkit::layout
