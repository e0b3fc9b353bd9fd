// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/date.hpp>

#include <array>
#include <charconv>
#include <chrono>

namespace bcmkit {

namespace {

namespace chrono = std::chrono;

chrono::year_month_day calendar(const Date& d) {
    return {chrono::year(d.year()), chrono::month(static_cast<unsigned>(d.month())), chrono::day(static_cast<unsigned>(d.day()))};
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

std::string padded(int value, std::size_t digits) {
    std::string text = std::to_string(value);
    return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
}

} // namespace

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    Date date;
    date.year_ = year;
    date.month_ = month;
    date.day_ = day;
    if (!calendar(date).ok()) return std::nullopt;
    return date;
}

std::int64_t Date::day_number() const { return chrono::sys_days(calendar(*this)).time_since_epoch().count(); }

Date Date::from_day_number(std::int64_t days) {
    const chrono::year_month_day ymd{chrono::sys_days(chrono::days(static_cast<int>(days)))};
    Date date;
    date.year_ = static_cast<int>(ymd.year());
    date.month_ = static_cast<int>(static_cast<unsigned>(ymd.month()));
    date.day_ = static_cast<int>(static_cast<unsigned>(ymd.day()));
    return date;
}

Date Date::plus_months(int months) const {
    auto moved = calendar(*this) + chrono::months(months);
    if (!moved.ok()) moved = moved.year() / moved.month() / chrono::last;
    return from_day_number(chrono::sys_days(moved).time_since_epoch().count());
}

int Date::weekday() const { return static_cast<int>(chrono::weekday(chrono::sys_days(calendar(*this))).c_encoding()); }

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto y = number(text.substr(0, 4)), m = number(text.substr(5, 2)), d = number(text.substr(8, 2));
        return y && m && d ? Date::of(*y, *m, *d) : std::nullopt;
    }
    const auto first = text.find('.');
    const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos || text.size() - second != 5) return std::nullopt;
    const auto d = number(text.substr(0, first)), m = number(text.substr(first + 1, second - first - 1)),
               y = number(text.substr(second + 1));
    return y && m && d ? Date::of(*y, *m, *d) : std::nullopt;
}

std::string to_iso(Date date) { return padded(date.year(), 4) + "-" + padded(date.month(), 2) + "-" + padded(date.day(), 2); }

std::string to_german(Date date) { return padded(date.day(), 2) + "." + padded(date.month(), 2) + "." + padded(date.year(), 4); }

std::string weekday_name(Date date) {
    static constexpr std::array<std::string_view, 7> names = {"Sonntag",    "Montag",  "Dienstag", "Mittwoch",
                                                              "Donnerstag", "Freitag", "Samstag"};
    return std::string(names[static_cast<std::size_t>(date.weekday())]);
}

} // namespace bcmkit
