// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/error.hpp>

#include <bcmkit/base/diagnostic.hpp>

#include <algorithm>

namespace bcmkit {

std::string to_text(const Place& place) {
    std::string text = place.file;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    if (place.line > 0) add("Zeile " + std::to_string(place.line));
    if (place.column > 0) add("Spalte " + std::to_string(place.column));
    if (!place.record.empty()) add(place.record);
    return text;
}

Error::Error(ErrorCode code, Message message, Place place, std::vector<Message> hints)
    : std::runtime_error(to_text(message))
    , code_(code)
    , message_(std::move(message))
    , place_(std::move(place))
    , hints_(std::move(hints)) {}

bool has_errors(const Diagnostics& diagnostics) {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string to_text(const Diagnostic& diagnostic) {
    std::string text = to_text(diagnostic.place);
    if (!text.empty()) text += ": ";
    text += to_text(diagnostic.message);
    for (const auto& hint : diagnostic.hints) text += " " + to_text(hint);
    return text;
}

} // namespace bcmkit
