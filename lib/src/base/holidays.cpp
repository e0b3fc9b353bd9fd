// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/holidays.hpp>

#include <algorithm>
#include <array>

namespace bcmkit {

namespace {

using Lands = std::uint32_t;
constexpr Lands in(Land land) { return Lands{1} << static_cast<unsigned>(land); }
template <class... More> constexpr Lands in(Land land, More... more) { return in(land) | in(more...); }
constexpr Lands everywhere = ~Lands{0};

using enum Land;

struct FixedDay {
    int month, day;
    std::string_view name;
    Lands lands;
    int since = 0, until = 9999; ///< years, both included
};
constexpr FixedDay fixed_days[] = {
    {1, 1, "Neujahr", everywhere},
    {1, 6, "Heilige Drei Könige", in(bw, by, st)},
    {3, 8, "Internationaler Frauentag", in(be, mv)},
    {5, 1, "Tag der Arbeit", everywhere},
    {5, 8, "Tag der Befreiung", in(be), 2025, 2025},
    {6, 17, "75. Jahrestag des Volksaufstands", in(be), 2028, 2028},
    {8, 15, "Mariä Himmelfahrt", in(sl)},
    {9, 20, "Weltkindertag", in(th)},
    {10, 3, "Tag der Deutschen Einheit", everywhere},
    {10, 31, "Reformationstag", in(bb, hb, hh, mv, ni, sn, st, sh, th)},
    {11, 1, "Allerheiligen", in(bw, by, nw, rp, sl)},
    {12, 25, "1. Weihnachtstag", everywhere},
    {12, 26, "2. Weihnachtstag", everywhere},
};

struct EasterDay {
    int offset; ///< days after Easter Sunday
    std::string_view name;
    Lands lands;
};
constexpr EasterDay easter_days[] = {
    {-2, "Karfreitag", everywhere},
    {0, "Ostersonntag", in(bb)},
    {1, "Ostermontag", everywhere},
    {39, "Christi Himmelfahrt", everywhere},
    {49, "Pfingstsonntag", in(bb)},
    {50, "Pfingstmontag", everywhere},
    {60, "Fronleichnam", in(bw, by, he, nw, rp, sl)},
};

constexpr std::array<std::string_view, 16> codes = {"BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV",
                                                    "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"};

/// Dates can be reckoned past the ends of the calendar (Date::of); no holidays are known there.
bool is_known(int year) { return Date::of(year, 1, 1).has_value(); }

/// The Wednesday before 23 November.
Date repentance_day(int year) {
    const Date before = *Date::of(year, 11, 22);
    return before.plus_days(-((before.weekday() + 4) % 7));
}

} // namespace

std::optional<Land> parse_land(std::string_view code) {
    if (code.starts_with("DE-")) code.remove_prefix(3);
    const auto found = std::ranges::find(codes, code);
    if (found == codes.end()) return std::nullopt;
    return static_cast<Land>(found - codes.begin());
}

// Lichtenberg's form of Gauß's rule.
Date easter_sunday(int year) {
    const int century = year / 100;
    const int moon_shift = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    const int sun_shift = 2 - (3 * century + 3) / 4;
    const int moon = year % 19;
    const int full_moon = (19 * moon + moon_shift) % 30;
    const int correction = (full_moon + moon / 11) / 29;
    const int limit = 21 + full_moon - correction;
    const int first_sunday = 7 - (year + year / 4 + sun_shift) % 7;
    const int distance = 7 - (limit - first_sunday) % 7;
    return Date::of(year, 3, 1)->plus_days(limit + distance - 1);
}

std::vector<Holiday> holidays(int year, std::optional<Land> land) {
    if (!is_known(year)) return {};
    const auto holds = [&](Lands lands) { return lands == everywhere || (land && (lands & in(*land)) != 0); };
    std::vector<Holiday> days;
    for (const auto& day : fixed_days) {
        if (holds(day.lands) && year >= day.since && year <= day.until)
            days.push_back({*Date::of(year, day.month, day.day), day.name});
    }
    const Date easter = easter_sunday(year);
    for (const auto& day : easter_days) {
        if (holds(day.lands)) days.push_back({easter.plus_days(day.offset), day.name});
    }
    if (holds(in(sn))) days.push_back({repentance_day(year), "Buß- und Bettag"});
    std::ranges::stable_sort(days, {}, &Holiday::date);
    return days;
}

std::string_view holiday_name(Date date, std::optional<Land> land) {
    for (const auto& day : holidays(date.year(), land)) {
        if (day.date == date) return day.name;
    }
    return {};
}

bool is_bank_day(Date date) {
    if (date.weekday() == 0 || date.weekday() == 6) return false;
    const auto is_on = [&](int month, int day) { return date.month() == month && date.day() == day; };
    if (is_on(1, 1) || is_on(5, 1) || is_on(12, 25) || is_on(12, 26)) return false;
    if (!is_known(date.year())) return true;
    const Date easter = easter_sunday(date.year());
    return date != easter.plus_days(-2) && date != easter.plus_days(1);
}

Date bank_days_before(Date date, int days) {
    while (!is_bank_day(date)) date = date.plus_days(-1);
    while (days > 0) {
        date = date.plus_days(-1);
        if (is_bank_day(date)) --days;
    }
    return date;
}

} // namespace bcmkit
