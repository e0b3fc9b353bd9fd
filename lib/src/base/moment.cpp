// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/moment.hpp>

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/text.hpp>

#include <array>
#include <vector>

namespace bcmkit {

namespace {

constexpr std::array<std::string_view, 7> short_names = {"So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"};

/// The parts between blanks, commas and the T of ISO; "Uhr" says nothing.
std::vector<std::string> words_of(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_iso_t = text[i] == 'T' && i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
        plain += text[i] == ',' || text[i] == '\t' || is_iso_t ? ' ' : text[i];
    }
    plain = replaced(plain, "\u00A0", " ");
    std::vector<std::string> words;
    for (const auto word : split(plain, ' ')) {
        if (!word.empty() && folded(word) != "uhr") words.emplace_back(word);
    }
    return words;
}

/// 0 = Sunday … 6; empty where the word is no weekday.
std::optional<int> parse_weekday(std::string_view word) {
    std::string name = folded(word);
    if (name.ends_with('.')) name.pop_back();
    if (name == "sonnabend") return 6;
    const Date sunday = *Date::of(2026, 11, 29);
    for (int day = 0; day < 7; ++day) {
        const bool is_it =
            name == folded(short_names[static_cast<std::size_t>(day)]) || name == folded(weekday_name(sunday.plus_days(day)));
        if (is_it) return day;
    }
    return std::nullopt;
}

std::optional<Minutes> parse_clock(std::string_view text) {
    const auto middle = text.find_first_of(":.");
    if (middle == std::string_view::npos || middle == 0 || middle > 2 || text.size() - middle != 3) return std::nullopt;
    Minutes parts[2] = {0, 0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == middle) continue;
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        Minutes& part = parts[i < middle ? 0 : 1];
        part = part * 10 + (text[i] - '0');
    }
    const Minutes minute = parts[0] * minutes_per_hour + parts[1];
    if (parts[1] > 59 || minute > minutes_per_day) return std::nullopt;
    return minute;
}

Error unreadable(std::string_view text) {
    return Error(ErrorCode::usage, {"base.moment_unreadable", {std::string(text)}}, {}, {{"base.moment_example", {}}});
}

} // namespace

Date Moment::date() const {
    const std::int64_t day = minute / minutes_per_day - (minute % minutes_per_day < 0 ? 1 : 0);
    return Date::from_day_number(day);
}

Minutes Moment::minute_of_day() const { return (minute % minutes_per_day + minutes_per_day) % minutes_per_day; }

Moment moment_from(std::string_view text) {
    auto words = words_of(text);
    std::optional<int> weekday;
    if (words.size() == 3) {
        weekday = parse_weekday(words.front());
        if (!weekday) throw unreadable(text);
        words.erase(words.begin());
    }
    if (words.size() != 2) throw unreadable(text);
    const auto date = parse_date(words[0]);
    const auto time = parse_clock(words[1]);
    if (!date || !time) throw unreadable(text);
    if (weekday && *weekday != date->weekday())
        throw Error(ErrorCode::usage, {"base.moment_weekday", {to_german(*date), weekday_name(*date)}}, {},
                    {{"base.moment_weekday_hint", {to_german(Moment::of(*date, *time))}}});
    return Moment::of(*date, *time);
}

std::optional<Moment> parse_moment(std::string_view text) {
    try {
        return moment_from(text);
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::string weekday_short(Date date) { return std::string(short_names[static_cast<std::size_t>(date.weekday())]); }

std::string clock(Minutes minute_of_day) {
    const auto two = [](Minutes value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(minute_of_day / minutes_per_hour) + ":" + two(minute_of_day % minutes_per_hour);
}

std::string to_german(Moment moment) {
    const Date date = moment.date();
    return weekday_short(date) + " " + to_german(date) + " " + clock(moment.minute_of_day());
}

std::string to_short_german(Moment moment) {
    const Date date = moment.date();
    return weekday_short(date) + " " + to_german(date).substr(0, 6) + " " + clock(moment.minute_of_day());
}

std::string to_iso(Moment moment) { return to_iso(moment.date()) + "T" + clock(moment.minute_of_day()); }

} // namespace bcmkit
