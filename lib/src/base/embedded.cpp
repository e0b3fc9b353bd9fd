// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/embedded.hpp>

#include <stdexcept>
#include <string>

namespace bcmkit {

std::string_view embedded_text(std::string_view path) {
    for (const auto& entry : embedded_texts()) {
        if (entry.path == path) return entry.text;
    }
    throw std::logic_error("no embedded text " + std::string(path));
}

} // namespace bcmkit
