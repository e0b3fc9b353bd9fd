// SPDX-License-Identifier: EUPL-1.2
// Any words behind `bcmkit print`: sheets or one clear mistake.
#include <bcmkit/app/print.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/model/plan.hpp>

#include <cstdint>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bcmkit;
    static const model::Plan plan;
    static app::Printer printer(plan, model::Audience::intern, *Date::of(2026, 12, 1));
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < size; ++i) {
        if (data[i] == '\n')
            words.emplace_back();
        else
            words.back() += static_cast<char>(data[i]);
    }
    try {
        printer.print(words);
    } catch (const Error&) {}
    return 0;
}
