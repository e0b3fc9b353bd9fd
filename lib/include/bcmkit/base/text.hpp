// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// UTF-8 text without locale: everything inside bcmkit is valid UTF-8 in NFC.
namespace bcmkit {

/// Largest text of a single field, in bytes.
inline constexpr std::size_t longest_text = 64 * 1024;

bool is_valid_utf8(std::string_view text);
/// Composed form (NFC); invalid bytes and control characters other than \n and \t become U+FFFD.
std::string normalized(std::string_view text);
/// Reads one code point at `position` and moves on; U+FFFD and one byte for an invalid one.
char32_t next_code_point(std::string_view text, std::size_t& position);
std::string to_utf8(char32_t code_point);

std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string joined(std::span<const std::string> parts, std::string_view separator);
std::string replaced(std::string_view text, std::string_view what, std::string_view with);

/// Lower case, ä→ae, ß→ss, accents dropped: for comparing what people typed.
std::string folded(std::string_view text);
/// Sort key after DIN 5007-1 (ä sorts as a), ties broken by the text itself.
std::string sort_key(std::string_view text);

/// Edit distance up to `limit`; limit + 1 where it is larger.
int distance(std::string_view a, std::string_view b, int limit);
/// The words nearest to `word` (folded, distance at most a third of its length), best first, at most three.
std::vector<std::string> nearest(std::string_view word, std::span<const std::string> words);

/// A whole number with points between the thousands: "1.300".
std::string grouped(std::int64_t number);

/// Number of columns in a terminal.
int terminal_width(std::string_view text);

} // namespace bcmkit
