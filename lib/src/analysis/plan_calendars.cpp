// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/plan_calendars.hpp>

#include <bcmkit/base/text.hpp>

#include <algorithm>

namespace bcmkit::analysis {

namespace {

std::optional<int> weekday_from(std::string_view text) {
    std::string word = folded(trimmed(text));
    if (word.ends_with('.')) word.pop_back();
    const Date sunday = *Date::of(2026, 11, 29);
    for (int day = 0; day < 7; ++day) {
        const Date date = sunday.plus_days(day);
        if (word == folded(weekday_short(date)) || word == folded(weekday_name(date))) return day;
    }
    return std::nullopt;
}

/// "07:30" as minutes of the day; the moment reader knows the forms.
std::optional<Minutes> minute_from(const model::Answer<std::string>& text) {
    if (!text) return std::nullopt;
    const Moment midnight = Moment::of(*Date::of(2000, 1, 1));
    const auto moment = parse_moment("01.01.2000 " + std::string(trimmed(*text)));
    return moment ? std::optional(moment->minute - midnight.minute) : std::nullopt;
}

/// The hours of a row on each of its weekdays; none where it cannot be read.
std::vector<WorkCalendar::Hours> hours_of(const model::CalendarHours& row) {
    std::vector<WorkCalendar::Hours> out;
    const auto from = minute_from(row.from), until = minute_from(row.to);
    if (!from || !until || *from >= *until || !row.weekdays) return out;
    for (const int day : weekdays_from(*row.weekdays)) out.push_back({day, *from, *until});
    return out;
}

} // namespace

std::optional<Land> land_of(const model::Plan& plan) { return parse_land(plan.organisation.land.value_or("")); }

std::vector<int> weekdays_from(std::string_view text) {
    std::vector<int> days;
    const std::string plain = replaced(replaced(text, "–", "-"), " bis ", "-");
    for (const auto part : split(plain, ',')) {
        const auto ends = split(part, '-');
        const auto first = weekday_from(ends.front()), last = weekday_from(ends.back());
        if (!first || !last || ends.size() > 2) return {};
        for (int day = *first;; day = (day + 1) % 7) {
            days.push_back(day);
            if (day == *last) break;
        }
    }
    return days;
}

std::vector<std::size_t> unreadable_hours(const model::Calendar& calendar) {
    std::vector<std::size_t> out;
    const auto rows = model::items(calendar.hours);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (hours_of(rows[i]).empty()) out.push_back(i);
    }
    return out;
}

std::optional<WorkCalendar> work_calendar(const model::Calendar& calendar, std::optional<Land> land) {
    std::vector<WorkCalendar::Hours> hours;
    for (const auto& row : model::items(calendar.hours)) {
        for (const auto& one : hours_of(row)) hours.push_back(one);
    }
    if (hours.empty()) return std::nullopt;
    return WorkCalendar(hours, calendar.holidays.value_or(false), land);
}

std::optional<WorkCalendar> calendar_of(const model::Plan& plan, const model::Answer<model::Reference>& reference) {
    if (!reference) return std::nullopt;
    const auto found = std::ranges::find(plan.calendars, reference->id, &model::Calendar::id);
    return found == plan.calendars.end() ? std::nullopt : work_calendar(*found, land_of(plan));
}

} // namespace bcmkit::analysis
