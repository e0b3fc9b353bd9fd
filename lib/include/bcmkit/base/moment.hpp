// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>
#include <bcmkit/base/duration.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bcmkit {

/// A minute on the wall clock of the town hall. Every day has 1440 of them: the hour that summer time takes or gives is not
/// counted, so a span across one of the two nights can be one hour off. Clocks on the wall, rosters and deadlines
/// are read the same way.
struct Moment {
    std::int64_t minute = 0; ///< since 1970-01-01 00:00

    static Moment of(Date date, Minutes minute_of_day = 0) { return {date.day_number() * minutes_per_day + minute_of_day}; }
    Date date() const;
    Minutes minute_of_day() const; ///< 0 … 1439
    Moment plus(Minutes minutes) const { return {minute + minutes}; }

    auto operator<=>(const Moment&) const = default;
};

/// Reads "Fr 27.11.2026 19:40", "27.11.2026 19:40", "Freitag, 27.11.2026, 19.40 Uhr", "2026-11-27 19:40" and
/// "2026-11-27T19:40"; 24:00 is the end of the day. Throws Error(usage): a day or time that does not exist, or a
/// weekday that does not fit the date (the sentence names the right one).
Moment moment_from(std::string_view text);
/// The same; empty where moment_from throws.
std::optional<Moment> parse_moment(std::string_view text);

std::string weekday_short(Date date);       ///< "Fr"
std::string clock(Minutes minute_of_day);   ///< "19:40"
std::string to_german(Moment moment);       ///< "Fr 27.11.2026 19:40"
std::string to_short_german(Moment moment); ///< "Fr 27.11. 19:40"
std::string to_iso(Moment moment);          ///< "2026-11-27T19:40"

} // namespace bcmkit
