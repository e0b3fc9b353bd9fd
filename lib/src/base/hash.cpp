// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/hash.hpp>

#include <sodium.h>

namespace bcmkit {

Sha256 sha256(std::string_view bytes) {
    static_assert(crypto_hash_sha256_BYTES == std::tuple_size_v<Sha256>);
    Sha256 hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hash;
}

std::string to_hex(const Sha256& hash) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : hash) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string kennung(std::string_view content) {
    static constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const Sha256 hash = sha256(content);
    // Five bits a character, from the first 30 bits.
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i) bits = bits << 8 | hash[i];
    std::string text;
    for (unsigned i = 0; i < 6; ++i) {
        if (i == 3) text += '-';
        text += crockford[bits >> (27 - 5 * i) & 31];
    }
    return text;
}

} // namespace bcmkit
