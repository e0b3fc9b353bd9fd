// SPDX-License-Identifier: EUPL-1.2
#include "payday.hpp"

#include <bcmkit/base/holidays.hpp>
#include <bcmkit/base/text.hpp>

#include <set>
#include <string>

namespace bcmkit::check {

namespace {

/// The numbers that are followed by a dot: "am 1. und 15. des Monats" → 1, 15.
std::set<int> days_in(std::string_view text) {
    std::set<int> out;
    int number = 0;
    for (const char c : text) {
        const bool is_digit = c >= '0' && c <= '9';
        if (c == '.' && number >= 1 && number <= 31) out.insert(number);
        number = is_digit && number < 1000 ? number * 10 + (c - '0') : 0;
    }
    return out;
}

bool is_last_bank_day(Date day) {
    if (!is_bank_day(day)) return false;
    Date next = day.plus_days(1);
    while (!is_bank_day(next)) next = next.plus_days(1);
    return next.month() != day.month();
}

bool is_first_bank_day(Date day) {
    if (!is_bank_day(day)) return false;
    Date before = day.plus_days(-1);
    while (!is_bank_day(before)) before = before.plus_days(-1);
    return before.month() != day.month();
}

} // namespace

std::optional<Date> next_payday(std::string_view text, Date today) {
    const std::string words = folded(text);
    const auto says = [&](std::string_view word) { return words.find(folded(word)) != std::string::npos; };
    const bool daily = says("täglich");
    const bool last = says("letzter") || says("Monatsende") || says("Ende des Monats");
    const bool first = says("erster") || says("Monatsanfang");
    const auto days = days_in(text);
    constexpr int longest = 62; // every day of a month comes up within two months
    for (int i = 0; i <= longest; ++i) {
        const Date day = today.plus_days(i);
        if (daily || (last && is_last_bank_day(day)) || (first && is_first_bank_day(day)) || days.contains(day.day())) return day;
    }
    return std::nullopt;
}

} // namespace bcmkit::check
