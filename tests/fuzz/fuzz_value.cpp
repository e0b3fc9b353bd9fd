// SPDX-License-Identifier: EUPL-1.2
// Any words typed for any field (`bcmkit set`, `add`, `init --antworten`): a value or a mistake, never a crash.
#include <bcmkit/io/source.hpp>
#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bcmkit;
    static const model::Plan plan;
    if (size < 2) return 0;
    const auto types = model::record_types();
    const auto fields = types[data[0] % types.size()]->fields;
    const std::string_view typed(reinterpret_cast<const char*>(data) + 2, size - 2);
    Diagnostics diagnostics;
    io::read_value(plan, fields[data[1] % fields.size()], typed, "fuzz", diagnostics);
    return 0;
}
