// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bcmkit {

/// A day of the Gregorian calendar, 1900 to 2199. ISO in data, German on paper.
class Date {
public:
    constexpr Date() = default;
    /// Empty where the day does not exist (31.02.).
    static std::optional<Date> of(int year, int month, int day);

    int year() const noexcept { return year_; }
    int month() const noexcept { return month_; }
    int day() const noexcept { return day_; }
    /// Days since 1970-01-01; for differences.
    std::int64_t day_number() const;
    static Date from_day_number(std::int64_t days);
    Date plus_days(std::int64_t days) const { return from_day_number(day_number() + days); }
    Date plus_months(int months) const; ///< the last day of the month where the day does not exist
    /// 0 = Sunday … 6 = Saturday.
    int weekday() const;

    auto operator<=>(const Date&) const = default;

private:
    int year_ = 1970, month_ = 1, day_ = 1;
};

/// Reads "2026-12-01" and "01.12.2026" (also "1.12.2026").
std::optional<Date> parse_date(std::string_view text);
std::string to_iso(Date date);       ///< 2026-12-01
std::string to_german(Date date);    ///< 01.12.2026
std::string weekday_name(Date date); ///< "Dienstag"

} // namespace bcmkit
