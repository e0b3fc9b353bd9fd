// SPDX-License-Identifier: EUPL-1.2
#include "head.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <vector>

namespace bcmkit::doc {

namespace {

struct TextWord {
    std::string_view word;
    std::string Head::*target;
};
constexpr TextWord text_words[] = {
    {"blatt", &Head::sheet}, {"titel", &Head::title}, {"marke", &Head::mark}, {"lesart", &Head::mode},
    {"wer", &Head::reader},  {"je", &Head::per},      {"wenn", &Head::when},  {"fassung", &Head::audience},
};

struct FlagWord {
    std::string_view word;
    bool Head::*target;
};
constexpr FlagWord flag_words[] = {
    {"vertraulich", &Head::confidential},
    {"titelkopf", &Head::has_title},
    {"verzeichnis", &Head::in_list},
    {"handbuch", &Head::in_book},
};

struct FormatWord {
    std::string_view word;
    Format format;
};
constexpr FormatWord formats[] = {
    {"A4", Format::a4}, {"A4 quer", Format::a4_landscape}, {"A5", Format::a5},
    {"A6", Format::a6}, {"A4 Aushang", Format::a4_poster},
};

std::vector<std::string> all_words() {
    std::vector<std::string> words{"format"};
    for (const auto& row : text_words) words.emplace_back(row.word);
    for (const auto& row : flag_words) words.emplace_back(row.word);
    return words;
}

void read_line(std::string_view line, Head& head, const Place& place, Diagnostics& diagnostics) {
    const auto report = [&](Message message, std::vector<Message> hints = {}) {
        diagnostics.push_back({Severity::error, std::move(message), place, std::move(hints)});
    };
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) {
        report({"doc.head_line", {std::string(line)}});
        return;
    }
    const std::string_view word = trimmed(line.substr(0, colon)), value = trimmed(line.substr(colon + 1));
    for (const auto& row : text_words) {
        if (row.word == word) {
            head.*row.target = std::string(value);
            return;
        }
    }
    for (const auto& row : flag_words) {
        if (row.word != word) continue;
        if (value != "ja" && value != "nein") report({"doc.head_flag", {std::string(word), std::string(value)}});
        head.*row.target = value == "ja";
        return;
    }
    if (word == "format") {
        for (const auto& row : formats) {
            if (row.word == value) {
                head.format = row.format;
                return;
            }
        }
        report({"doc.head_format", {std::string(value)}});
        return;
    }
    std::vector<Message> hints;
    const auto near = nearest(word, all_words());
    if (!near.empty()) hints.push_back({"doc.did_you_mean", {joined(near, ", ")}});
    report({"doc.head_word", {std::string(word)}}, std::move(hints));
}

} // namespace

HeadResult read_head(const std::string& file, std::string_view text, Diagnostics& diagnostics) {
    HeadResult result;
    std::size_t position = 0;
    int line = 1;
    const auto next_line = [&]() -> std::optional<std::string_view> {
        if (position >= text.size()) return std::nullopt;
        const std::size_t end = std::min(text.find('\n', position), text.size());
        const auto found = text.substr(position, end - position);
        position = std::min(end + 1, text.size());
        ++line;
        return found;
    };
    // Licence lines may stand above the head.
    bool in_comment = false;
    auto first = next_line();
    while (first) {
        const auto content = trimmed(*first);
        if (!in_comment && content.starts_with("<!--")) in_comment = true;
        const bool skip = in_comment || content.empty();
        if (in_comment && content.ends_with("-->")) in_comment = false;
        if (!skip) break;
        first = next_line();
    }
    if (!first || trimmed(*first) != "---") {
        diagnostics.push_back({Severity::error, {"doc.no_head", {}}, {file, 1, 0, {}}, {}});
        return result;
    }
    while (const auto content = next_line()) {
        if (trimmed(*content) == "---") {
            result.body = text.substr(position);
            result.body_line = line;
            return result;
        }
        if (!trimmed(*content).empty() && !trimmed(*content).starts_with('#'))
            read_line(*content, result.head, {file, line - 1, 0, {}}, diagnostics);
    }
    diagnostics.push_back({Severity::error, {"doc.open_head", {}}, {file, 1, 0, {}}, {}});
    return result;
}

} // namespace bcmkit::doc
