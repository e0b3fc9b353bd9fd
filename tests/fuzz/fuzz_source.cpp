// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a file of the source format: a plan or mistakes, never a crash; what was read is written and read again.
#include <bcmkit/io/source.hpp>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace bcmkit;
    const auto result = io::read_supplement_text({reinterpret_cast<const char*>(data), size}, "eingabe.toml", {});
    if (has_errors(result.diagnostics)) return 0;
    const auto files = io::write_source(result.plan);
    std::string text;
    for (const auto& file : files) text += file.text;
    const auto again = io::read_supplement_text(text, "eingabe.toml", {});
    if (has_errors(again.diagnostics)) std::abort();
    std::string second;
    for (const auto& file : io::write_source(again.plan)) second += file.text;
    if (text != second) std::abort();
    return 0;
}
