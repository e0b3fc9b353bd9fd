// SPDX-License-Identifier: EUPL-1.2
// Any words as a duration, a day, a moment, a telephone number: what is understood is understood again after it was written.
#include <bcmkit/base/date.hpp>
#include <bcmkit/base/duration.hpp>
#include <bcmkit/base/moment.hpp>
#include <bcmkit/base/phone.hpp>

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {
template <class T> void same_again(const std::optional<T>& first, const std::optional<T>& again) {
    if (first && first != again) std::abort();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bcmkit;
    const std::string_view words(reinterpret_cast<const char*>(data), size);
    if (const auto duration = parse_duration(words)) {
        if (duration->low > duration->likely || duration->likely > duration->high) std::abort();
        same_again(duration, parse_duration(to_source(*duration)));
    }
    if (const auto date = parse_date(words)) {
        same_again(date, parse_date(to_iso(*date)));
        same_again(date, parse_date(to_german(*date)));
    }
    if (const auto moment = parse_moment(words)) same_again(moment, parse_moment(to_iso(*moment)));
    if (const auto phone = parse_phone(words)) {
        same_again(phone, parse_phone(*phone));
        same_again(phone, parse_phone(to_german_phone(*phone)));
    }
    with_grouped_phones(words);
    return 0;
}
