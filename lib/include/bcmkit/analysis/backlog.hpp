// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/plan.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bcmkit::analysis {

/// What piles up during an outage, and how long it takes to get rid of it (analysis.md §1.14). Days are working days, percent
/// are whole numbers.
struct BacklogCase {
    std::int64_t arrivals = 0;  ///< cases a day
    std::int64_t capacity = 0;  ///< cases a day in normal times
    std::int64_t overtime = 0;  ///< percent on top of it, from the restart on
    std::int64_t emergency = 0; ///< percent of the capacity during the outage
    std::int64_t reentry = 0;   ///< percent of the normal effort to enter one case from paper
    int days = 0;               ///< of the outage
    std::optional<int> limit{}; ///< a case has to be done within so many days
};

struct Backlog {
    std::int64_t waiting = 0;  ///< cases at the restart, rounded up
    std::int64_t on_paper = 0; ///< done during the outage, to be entered afterwards, rounded up
    /// Days from the restart until nothing is left but the cases of the day; empty where it never ends, or not in
    /// `longest_backlog`.
    std::optional<int> catch_up;
    std::int64_t short_by = 0; ///< cases a day that are missing to keep up at all, rounded up; 0 = none
    /// Cases that are done after more than `limit` days: everything in the order of arrival, or new cases first and the rest of
    /// the day for old ones. Empty where the queue never ends: then every day brings more of them.
    std::optional<std::int64_t> late_in_order = 0, late_new_first = 0;
    std::optional<int> first_late; ///< day of the outage (from 1) on which the first case is too late, in the order of arrival
};
inline constexpr int longest_backlog = 20'000;
inline constexpr std::int64_t most_backlog_cases = 1'000'000; ///< a day

/// People who wait come before paper that has to be entered. Throws std::invalid_argument for a negative number or more than
/// a million cases a day, a thousand percent or a thousand days.
Backlog backlog(const BacklogCase& input);

/// A statutory limit in working days: "3 Monate" = 63, "2 Wochen" = 10, "10 Tage" = 10 of workdays, else 8. 21 working days a
/// month. Empty where the text names no length.
std::optional<int> working_days(std::string_view length, bool counts_workdays);

/// The strictest limit of a service, with its rule.
struct ServiceLimit {
    int days = 0;
    const model::DeadlineRule* rule = nullptr;
};
std::optional<ServiceLimit> strictest_limit(const model::Plan& plan, const model::Service& service);

} // namespace bcmkit::analysis
