// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/text.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace bcmkit {

namespace {

const utf8proc_uint8_t* bytes(std::string_view text) { return reinterpret_cast<const utf8proc_uint8_t*>(text.data()); }

// Letters that Unicode does not decompose (DIN 91379 names use them).
std::string_view base_letter(char32_t c) {
    switch (c) {
    case U'ß':
    case U'ẞ': return "ss";
    case U'ø':
    case U'Ø': return "o";
    case U'ł':
    case U'Ł': return "l";
    case U'đ':
    case U'Đ':
    case U'ð': return "d";
    case U'æ':
    case U'Æ': return "ae";
    case U'œ':
    case U'Œ': return "oe";
    case U'þ': return "th";
    case U'ı': return "i";
    default: return {};
    }
}

// Lower case without marks; `phone_book` writes ä as ae, the dictionary order (DIN 5007-1) as a.
std::string simplified(std::string_view text, bool phone_book) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        if (const auto letter = base_letter(c); !letter.empty()) {
            out += letter;
            continue;
        }
        if (phone_book) {
            const auto lower = utf8proc_tolower(static_cast<utf8proc_int32_t>(c));
            if (lower == U'ä' || lower == U'ö' || lower == U'ü') {
                out += lower == U'ä' ? "ae" : lower == U'ö' ? "oe" : "ue";
                continue;
            }
        }
        utf8proc_int32_t parts[8];
        int boundary = 0;
        const auto options =
            static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK);
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8, options, &boundary);
        for (utf8proc_ssize_t k = 0; k < std::min<utf8proc_ssize_t>(count, 8); ++k)
            out += to_utf8(static_cast<char32_t>(parts[k]));
    }
    return out;
}

} // namespace

bool is_valid_utf8(std::string_view text) {
    utf8proc_int32_t c = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto length = utf8proc_iterate(bytes(text) + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
        if (length <= 0) return false;
        i += static_cast<std::size_t>(length);
    }
    return true;
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
    utf8proc_int32_t c = 0;
    const auto length = utf8proc_iterate(bytes(text) + position, static_cast<utf8proc_ssize_t>(text.size() - position), &c);
    position += length > 0 ? static_cast<std::size_t>(length) : 1;
    return length > 0 ? static_cast<char32_t>(c) : U'\uFFFD';
}

std::string to_utf8(char32_t code_point) {
    utf8proc_uint8_t buffer[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), buffer);
    return {reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length)};
}

std::string normalized(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        const bool is_control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
        clean += to_utf8(is_control ? U'\uFFFD' : c);
    }
    utf8proc_uint8_t* composed = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const auto length = utf8proc_map(bytes(clean), static_cast<utf8proc_ssize_t>(clean.size()), &composed, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
    if (length < 0) return clean;
    return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length)};
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const auto end = text.find(separator, start);
        parts.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

std::string joined(std::span<const std::string> parts, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += separator;
        text += parts[i];
    }
    return text;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
    std::string out;
    for (std::size_t start = 0;;) {
        const auto found = what.empty() ? std::string_view::npos : text.find(what, start);
        out += text.substr(start, found == std::string_view::npos ? found : found - start);
        if (found == std::string_view::npos) return out;
        out += with;
        start = found + what.size();
    }
}

std::string folded(std::string_view text) { return simplified(text, true); }

std::string sort_key(std::string_view text) { return simplified(text, false) + '\0' + std::string(text); }

int distance(std::string_view a, std::string_view b, int limit) {
    const auto gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (gap > static_cast<std::size_t>(limit)) return limit + 1;
    std::vector<int> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return std::min(row.back(), limit + 1);
}

std::vector<std::string> nearest(std::string_view word, std::span<const std::string> words) {
    const std::string wanted = folded(word);
    const int limit = std::max(1, static_cast<int>((wanted.size() + 2) / 3));
    std::vector<std::pair<int, std::string>> found;
    for (const auto& candidate : words) {
        const std::string simple = folded(candidate);
        int d = distance(wanted, simple, limit);
        // The beginning of a long name is what people remember.
        if (d > limit && wanted.size() >= 3 && simple.starts_with(wanted)) d = limit;
        if (d <= limit) found.emplace_back(d, candidate);
    }
    std::ranges::sort(found);
    std::vector<std::string> best;
    for (const auto& [d, candidate] : found) {
        if (best.size() < 3 && std::ranges::find(best, candidate) == best.end()) best.push_back(candidate);
    }
    return best;
}

std::string grouped(std::int64_t number) {
    std::string out = std::to_string(number);
    for (std::size_t at = out.size(); at > 3; at -= 3) {
        if (out[at - 4] != '-') out.insert(at - 3, ".");
    }
    return out;
}

int terminal_width(std::string_view text) {
    int width = 0;
    for (std::size_t i = 0; i < text.size();)
        width += std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(next_code_point(text, i))));
    return width;
}

} // namespace bcmkit
