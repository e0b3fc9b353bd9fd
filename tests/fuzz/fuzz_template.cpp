// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a template, and any bytes as a value: no crash, no endless loop.
#include <bcmkit/doc/template.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bcmkit;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto self = [&](std::string_view) { return std::optional(std::string(input)); };
    const doc::Value text = doc::text_value(std::string(input.substr(0, size / 2)));
    const doc::Value list{doc::Items{{text, text}, ", ", "Liste", std::make_shared<doc::Value>(text)}};
    const std::vector<doc::Value> scopes{
        doc::object_value({{"a", text}, {"b", list}, {"c", {doc::Missing{"Feld", {}}}}, {"d", {true}}})};
    for (const std::string_view head : {std::string_view(), std::string_view("---\nblatt: 1.01\n---\n")}) {
        Diagnostics diagnostics;
        const auto which = doc::read_template("fuzz.md", std::string(head) + std::string(input), self, diagnostics);
        if (!which) continue;
        doc::fill(*which, scopes, diagnostics);
        doc::check(*which, scopes, diagnostics);
    }
    return 0;
}
