// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/phone.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace bcmkit {

namespace {

constexpr std::string_view no_break_space = "\u00A0";

// German prefixes with two and three digits after the 0 (the rest have four or five); mobile ones have three.
// Source: Bundesnetzagentur, Verzeichnis der Ortsnetzkennzahlen.
constexpr std::array<std::string_view, 4> short_prefixes = {"30", "40", "69", "89"};
constexpr std::array<std::string_view, 69> three_digit_prefixes = {
    "201", "202", "203", "208", "209", "211", "212", "214", "221", "228", "231", "234", "241", "251", "261", "271", "281", "291",
    "331", "335", "340", "341", "345", "351", "355", "361", "365", "371", "375", "381", "385", "391", "395", "421", "431", "441",
    "451", "461", "471", "481", "491", "511", "521", "531", "541", "551", "561", "571", "581", "591", "611", "621", "631", "641",
    "651", "661", "671", "681", "711", "721", "731", "741", "751", "761", "771", "781", "791", "800", "906"};

std::size_t prefix_length(std::string_view national) {
    if (national.starts_with('1')) return 3; // 15x, 16x, 17x mobile, 180 service
    const auto matches = [&](std::string_view prefix) { return national.starts_with(prefix); };
    if (std::ranges::any_of(short_prefixes, matches)) return 2;
    if (std::ranges::any_of(three_digit_prefixes, matches) || national.starts_with('8') || national.starts_with('9')) return 3;
    return std::min<std::size_t>(4, national.size());
}

// "23125112" → "231 25-112"; "39200" + "44" → "392 00-44": two or three digits of extension at the end, the rest from the left.
std::string grouped(std::string_view digits) {
    if (digits.size() <= 4) return std::string(digits);
    const std::size_t extension = digits.size() >= 8 ? 3 : 2;
    const std::string_view head = digits.substr(0, digits.size() - extension);
    std::string text;
    for (std::size_t i = 0; i < head.size();) {
        const std::size_t rest = head.size() - i;
        const std::size_t count = rest == 4 ? 2 : std::min<std::size_t>(3, rest);
        if (i > 0) text += no_break_space;
        text += head.substr(i, count);
        i += count;
    }
    return text + "-" + std::string(digits.substr(digits.size() - extension));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - from;
}

/// How long the number is that begins here: prefix, one separator, one block and perhaps an extension; 0 = none. Blocks that
/// are grouped already stay out: behind them nobody can tell whether the next figure still belongs to the number.
std::size_t phone_at(std::string_view text) {
    const std::size_t prefix = digits_at(text, 0);
    if (!text.starts_with('0') || prefix < 3 || prefix > 5 || prefix == text.size()) return 0;
    if (text[1] == '0' || (text[prefix] != ' ' && text[prefix] != '/' && text[prefix] != '-')) return 0;
    const std::size_t block = digits_at(text, prefix + 1);
    if (block < 4 || block > 9) return 0;
    std::size_t end = prefix + 1 + block;
    if (end < text.size() && text[end] == '-') {
        const std::size_t extension = digits_at(text, end + 1);
        if (extension > 4) return 0;
        if (extension > 0) end += 1 + extension;
    }
    return end;
}

/// Letters, figures and what joins them: a number does not begin or end beside one.
bool is_joining(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' || c == '/' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::optional<std::string> parse_phone(std::string_view text) {
    std::string digits;
    bool international = false;
    std::size_t i = 0;
    if (text.starts_with('+')) {
        international = true;
        i = 1;
    }
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9')
            digits += c;
        else if (text.substr(i).starts_with("(0)"))
            i += 2;
        else if (text.substr(i).starts_with(no_break_space))
            ++i;
        else if (c != ' ' && c != '-' && c != '/' && c != '(' && c != ')' && c != '.')
            return std::nullopt;
    }
    if (!international && digits.starts_with("00")) {
        international = true;
        digits.erase(0, 2);
    }
    // "+49 0171 …": the zero of the area code falls away behind the country code; a second one is no number.
    if (international && digits.starts_with("490")) digits.erase(2, 1);
    if (international && digits.starts_with("490")) return std::nullopt;
    if (international)
        return digits.size() >= 7 && digits.size() <= 15 && digits[0] != '0' ? std::optional("+" + digits) : std::nullopt;
    if (digits.size() >= 3 && digits.size() <= 6 && digits[0] == '1') return digits;
    if (!digits.starts_with('0') || digits.size() < 6 || digits.size() > 14) return std::nullopt;
    return "+49" + digits.substr(1);
}

std::string to_german_phone(std::string_view e164) {
    if (!e164.starts_with('+')) return std::string(e164);
    if (!e164.starts_with("+49")) {
        // The country code is at most three digits; a blank after two reads well for all neighbours of Germany.
        return std::string(e164.substr(0, 3)) + std::string(no_break_space) + grouped(e164.substr(3));
    }
    const std::string_view national = e164.substr(3);
    const std::size_t length = prefix_length(national);
    return "0" + std::string(national.substr(0, length)) + std::string(no_break_space) + grouped(national.substr(length));
}

std::string with_grouped_phones(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const bool may_begin = text[i] == '0' && (i == 0 || !is_joining(text[i - 1]));
        const std::size_t length = may_begin ? phone_at(text.substr(i)) : 0;
        const bool ends = i + length == text.size() || !is_joining(text[i + length]);
        const auto phone = length > 0 && ends ? parse_phone(text.substr(i, length)) : std::nullopt;
        if (phone) {
            out += to_german_phone(*phone);
            i += length;
        } else {
            out += text[i++];
        }
    }
    return out;
}

} // namespace bcmkit
