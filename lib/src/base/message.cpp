// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/message.hpp>

#include <bcmkit/base/embedded.hpp>
#include <bcmkit/base/text.hpp>

#include <map>
#include <stdexcept>

namespace bcmkit {

namespace {

using Catalog = std::map<std::string_view, std::string_view, std::less<>>;

// Every module keeps its sentences in a messages.de.txt beside its sources: "key = sentence", '#' starts a comment.
Catalog read_catalog() {
    Catalog catalog;
    for (const auto& entry : embedded_texts()) {
        if (!entry.path.ends_with("/messages.de.txt")) continue;
        for (const std::string_view line : split(entry.text, '\n')) {
            const auto equals = line.find(" = ");
            if (line.starts_with('#') || equals == std::string_view::npos) continue;
            catalog.emplace(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 3)));
        }
    }
    return catalog;
}

const Catalog& catalog() {
    static const Catalog instance = read_catalog();
    return instance;
}

} // namespace

bool has_text(std::string_view key) { return catalog().contains(key); }

std::string to_text(const Message& message) {
    const auto row = catalog().find(message.key);
    if (row == catalog().end()) throw std::logic_error("no message text for " + std::string(message.key));
    std::string text;
    const std::string_view sentence = row->second;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool is_place = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}';
        if (!is_place) {
            text += sentence[i];
            continue;
        }
        text += message.args.at(static_cast<std::size_t>(sentence[i + 1] - '0'));
        i += 2;
    }
    return text;
}

} // namespace bcmkit
