// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bcmkit {

/// Reads a number as people write it ("0171 39200-44", "+49 171 39200 44", "030/23125-112", "110") and
/// returns E.164 ("+491713920044"); short numbers of up to six digits (110, 112, 115, 116117) stay as they are.
/// Empty where it is no phone number.
std::optional<std::string> parse_phone(std::string_view text);

/// For reading aloud (print-design §1.9): groups of 2 to 4 digits, "030 231 25-112", "0171 392 00-44".
/// Blanks are no-break spaces, so that a number never breaks across lines.
std::string to_german_phone(std::string_view e164);

/// The same for numbers within a sentence, as far as it is clear where they end: "0171 39200-51", "0176 04069010",
/// "030/23125-112". Everything else stays as it is.
std::string with_grouped_phones(std::string_view text);

} // namespace bcmkit
