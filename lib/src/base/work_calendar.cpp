// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/work_calendar.hpp>

#include <algorithm>
#include <stdexcept>

namespace bcmkit {

WorkCalendar::WorkCalendar(const std::vector<Hours>& hours, bool keeps_holidays, std::optional<Land> land)
    : keeps_holidays_(keeps_holidays)
    , land_(land) {
    if (hours.empty()) throw std::invalid_argument("a work calendar without hours");
    for (const auto& h : hours) {
        if (h.weekday < 0 || h.weekday > 6 || h.from < 0 || h.from >= h.until || h.until > minutes_per_day)
            throw std::invalid_argument("impossible hours in a work calendar");
        week_[static_cast<std::size_t>(h.weekday)].push_back({h.from, h.until});
    }
    for (auto& day : week_) {
        std::ranges::sort(day, {}, &Slot::from);
        std::vector<Slot> apart;
        for (const auto& slot : day) {
            if (apart.empty() || slot.from > apart.back().until)
                apart.push_back(slot);
            else
                apart.back().until = std::max(apart.back().until, slot.until);
        }
        day = std::move(apart);
    }
    around_the_clock_ = !keeps_holidays && std::ranges::all_of(week_, [](const std::vector<Slot>& day) {
        return day.size() == 1 && day.front().from == 0 && day.front().until == minutes_per_day;
    });
}

WorkCalendar WorkCalendar::around_the_clock() {
    std::vector<Hours> hours;
    for (int weekday = 0; weekday < 7; ++weekday) hours.push_back({weekday, 0, minutes_per_day});
    return WorkCalendar(hours, false, std::nullopt);
}

WorkCalendar WorkCalendar::office(std::optional<Land> land) {
    std::vector<Hours> hours;
    for (int weekday = 1; weekday <= 4; ++weekday) hours.push_back({weekday, 8 * minutes_per_hour, 16 * minutes_per_hour});
    hours.push_back({5, 8 * minutes_per_hour, 12 * minutes_per_hour});
    return WorkCalendar(hours, true, land);
}

const std::vector<WorkCalendar::Slot>& WorkCalendar::slots(Date date) const {
    const auto& day = week_[static_cast<std::size_t>(date.weekday())];
    if (keeps_holidays_ && !day.empty() && !holiday_name(date, land_).empty()) return closed_;
    return day;
}

bool WorkCalendar::is_open(Moment moment) const {
    const Minutes minute = moment.minute_of_day();
    return std::ranges::any_of(slots(moment.date()), [&](const Slot& s) { return s.from <= minute && minute < s.until; });
}

Moment WorkCalendar::next_open(Moment moment) const { return is_open(moment) ? moment : next_opening(moment); }

Moment WorkCalendar::next_opening(Moment moment) const {
    for (Date day = moment.date();; day = day.plus_days(1)) {
        for (const auto& slot : slots(day)) {
            const Moment opening = Moment::of(day, slot.from);
            if (opening > moment) return opening;
        }
    }
}

Moment WorkCalendar::add_work(Moment start, Minutes work) const {
    Minutes left = std::min(work, longest_minutes);
    if (left <= 0) return start;
    if (around_the_clock_) return start.plus(left);
    for (Date day = start.date();; day = day.plus_days(1)) {
        for (const auto& slot : slots(day)) {
            const Moment from = std::max(start, Moment::of(day, slot.from)), until = Moment::of(day, slot.until);
            if (from >= until) continue;
            if (left <= until.minute - from.minute) return from.plus(left);
            left -= until.minute - from.minute;
        }
    }
}

Moment WorkCalendar::sub_work(Moment end, Minutes work) const {
    Minutes left = std::min(work, longest_minutes);
    if (left <= 0) return end;
    if (around_the_clock_) return end.plus(-left);
    for (Date day = end.date();; day = day.plus_days(-1)) {
        const auto& open = slots(day);
        for (auto slot = open.rbegin(); slot != open.rend(); ++slot) {
            const Moment from = Moment::of(day, slot->from), until = std::min(end, Moment::of(day, slot->until));
            if (from >= until) continue;
            if (left <= until.minute - from.minute) return until.plus(-left);
            left -= until.minute - from.minute;
        }
    }
}

Minutes WorkCalendar::work_between(Moment from, Moment until) const {
    if (from >= until) return 0;
    if (around_the_clock_) return until.minute - from.minute;
    Minutes sum = 0;
    const Date last = until.date();
    for (Date day = from.date(); day <= last; day = day.plus_days(1)) {
        for (const auto& slot : slots(day)) {
            const Moment begin = std::max(from, Moment::of(day, slot.from)), end = std::min(until, Moment::of(day, slot.until));
            if (begin < end) sum += end.minute - begin.minute;
        }
    }
    return sum;
}

} // namespace bcmkit
