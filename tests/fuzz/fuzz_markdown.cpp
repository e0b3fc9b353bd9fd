// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a Markdown text that is printed: pages or mistakes, never a crash, and the same pages twice.
#include <bcmkit/app/print.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bcmkit;
    const app::MarkdownRequest request{"text.md", std::string(reinterpret_cast<const char*>(data), size), false,
                                       *Date::of(2026, 12, 1)};
    if (app::print_markdown(request).pdf != app::print_markdown(request).pdf) std::abort();
    return 0;
}
