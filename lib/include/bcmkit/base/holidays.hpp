// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace bcmkit {

enum class Land : std::uint8_t { bw, by, be, bb, hb, hh, he, mv, ni, nw, rp, sl, sn, st, sh, th };

/// "NI" (also "DE-NI"). Empty for anything else, also for "XX", the Musterland of the examples.
std::optional<Land> parse_land(std::string_view code);

struct Holiday {
    Date date;
    std::string_view name; ///< "Buß- und Bettag"
};

/// The public holidays of a year by the laws of the Länder as they stood in 2026, sorted; without a Land those of the whole
/// country. Earlier years show today's law, apart from single days (Berlin 8.5.2025 and 17.6.2028, 31.10.2017 is left out).
/// Left out, because they hold only in some Gemeinden: Fronleichnam in SN and TH, Mariä Himmelfahrt in BY, the
/// Friedensfest in Augsburg. 24.12. and 31.12. are no public holidays. None before 1900 and after 2199.
std::vector<Holiday> holidays(int year, std::optional<Land> land);
/// Its name; empty on any other day.
std::string_view holiday_name(Date date, std::optional<Land> land);

/// Easter Sunday of the Gregorian calendar; `year` has to be 1900 to 2199.
Date easter_sunday(int year);

/// A day on which banks settle payments: Monday to Friday without the closing days of T2 (1.1., Karfreitag,
/// Ostermontag, 1.5., 25.12., 26.12.). Public holidays of the Länder are bank days.
bool is_bank_day(Date date);
/// `days` bank days before `date`; 0 = the date itself, or the last bank day before it.
Date bank_days_before(Date date, int days);

} // namespace bcmkit
