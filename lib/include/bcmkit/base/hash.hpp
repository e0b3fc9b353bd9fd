// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace bcmkit {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
std::string to_hex(const Sha256& hash);

/// The Kennung of a printed page: six characters of Crockford's alphabet (no I, L, O, U), "7K4-Q2M" (print-design §1.12).
std::string kennung(std::string_view content);

} // namespace bcmkit
