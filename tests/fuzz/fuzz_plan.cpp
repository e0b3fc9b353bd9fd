// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a plan file: it is read or refused in one sentence, and never written to.
// Start it with a plan file as seed; random bytes seldom come past the first page.
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/model/plan.hpp>
#include <bcmkit/store/store.hpp>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bcmkit;
    const auto file = std::filesystem::temp_directory_path() / ("bcmkit-fuzz-" + std::to_string(::getpid()) + ".bcm");
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    std::ofstream(file, std::ios::binary) << bytes;
    try {
        const auto store = store::Store::open(file, store::OpenMode::read_only);
        store.load();
        store.history();
    } catch (const Error&) {}
    if (read_file(file) != bytes) std::abort();
    std::filesystem::remove(file);
    return 0;
}
