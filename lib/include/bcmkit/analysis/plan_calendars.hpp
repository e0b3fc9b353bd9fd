// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/work_calendar.hpp>
#include <bcmkit/model/plan.hpp>

#include <string_view>

namespace bcmkit::analysis {

/// Whose public holidays count; empty where the Land is not recorded or fictional: then only those of the whole country.
std::optional<Land> land_of(const model::Plan& plan);

/// The weekdays (0 = Sunday … 6) of "Mo–Fr", "Mo-Do, Sa", "Fr"; empty where a word is none of it.
std::vector<int> weekdays_from(std::string_view text);

/// The rows of hours that cannot be read ("Mo-Do" from "halb acht", an end before its begin), counted from 0.
std::vector<std::size_t> unreadable_hours(const model::Calendar& calendar);

/// Hours that cannot be read are left out; empty where no readable ones are left.
std::optional<WorkCalendar> work_calendar(const model::Calendar& calendar, std::optional<Land> land);

/// The calendar that a field of a record names; empty where it names none, or one that says nothing.
std::optional<WorkCalendar> calendar_of(const model::Plan& plan, const model::Answer<model::Reference>& reference);

} // namespace bcmkit::analysis
