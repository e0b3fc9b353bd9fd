// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/holidays.hpp>
#include <bcmkit/base/moment.hpp>

#include <array>
#include <optional>
#include <vector>

namespace bcmkit {

/// When somebody works: hours of the week, with or without public holidays. Counts on the wall clock (see Moment).
class WorkCalendar {
public:
    /// Minutes of the day, from < until <= 1440.
    struct Hours {
        int weekday; ///< 0 = Sunday … 6 = Saturday
        Minutes from, until;
    };

    /// `hours` may overlap and come in any order. Throws std::invalid_argument where there are none or one is impossible:
    /// work that never begins has no end.
    WorkCalendar(const std::vector<Hours>& hours, bool keeps_holidays, std::optional<Land> land);
    static WorkCalendar around_the_clock();
    /// Mo–Do 8–16, Fr 8–12, closed on public holidays: what is assumed of an office that has recorded nothing.
    static WorkCalendar office(std::optional<Land> land);

    bool is_around_the_clock() const { return around_the_clock_; }
    bool is_open(Moment moment) const; ///< closing time is closed
    /// The moment itself where it is open, else the next opening.
    Moment next_open(Moment moment) const;
    /// The next opening after `moment`, also where it is open now; around the clock the next midnight.
    Moment next_opening(Moment moment) const;
    /// When work of this length ends that begins at `start` or at the next opening. 0 minutes end at `start`.
    /// Monotone in both arguments. Work of more than ten years counts as ten years.
    Moment add_work(Moment start, Minutes work) const;
    /// The latest start from which the work is done by `end`: add_work(sub_work(e, w), w) <= e.
    Moment sub_work(Moment end, Minutes work) const;
    /// Working minutes between two moments; 0 where `until` is not after `from`.
    Minutes work_between(Moment from, Moment until) const;

private:
    struct Slot {
        Minutes from, until;
    };
    /// The slots of a day, sorted and apart from each other; none on a public holiday.
    const std::vector<Slot>& slots(Date date) const;

    std::array<std::vector<Slot>, 7> week_;
    std::vector<Slot> closed_; ///< always empty: the slots of a holiday
    bool keeps_holidays_ = false;
    std::optional<Land> land_;
    bool around_the_clock_ = false;
};

} // namespace bcmkit
