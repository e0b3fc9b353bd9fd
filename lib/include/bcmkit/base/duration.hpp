// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bcmkit {

/// Minutes of wall-clock time, never negative.
using Minutes = std::int64_t;

inline constexpr Minutes minutes_per_hour = 60;
inline constexpr Minutes minutes_per_day = 24 * minutes_per_hour;
inline constexpr Minutes minutes_per_week = 7 * minutes_per_day;
/// Longest duration that is accepted: ten years.
inline constexpr Minutes longest_minutes = 3660 * minutes_per_day;

/// How long something takes: one value, or a three-point estimate
/// (günstig / wahrscheinlich / ungünstig). Invariant for a valid one: low <= likely <= high.
struct Duration {
    Minutes low = 0;
    Minutes likely = 0;
    Minutes high = 0;

    static constexpr Duration of(Minutes m) { return {m, m, m}; }
    constexpr bool is_estimate() const { return low != high; }
    bool operator==(const Duration&) const = default;
};

/// Reads a duration as people write it: "30 Minuten", "4 Std.", "4 h", "3 Tage", "1 Woche",
/// "1 Tag 12 h", "1,5 Tage", and the estimate "2 h / 4 h / 1 Tag". Empty where it is none.
std::optional<Duration> parse_duration(std::string_view text);

/// The one form of the source format, which parse_duration reads back: "4 h", "3 Tage", "2 h / 4 h / 1 Tag".
std::string to_source(const Duration& duration);

/// Spoken German for paper: "30 Minuten", "24 Stunden", "3 Tage", "2 bis 5 Tage".
/// Up to 48 hours in hours, as deadlines are spoken; above in days and weeks where these come out even.
std::string to_german(const Duration& duration);
std::string to_german(Minutes minutes);

} // namespace bcmkit
