// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/restore_schedule.hpp>
#include <bcmkit/app/recovery.hpp>

#include <optional>
#include <string>
#include <vector>

/// Who restores what when, with the people who are there.
namespace bcmkit::app {

/// How many can work at the same time, and how we know.
struct Crews {
    enum class From : std::uint8_t {
        asked,   ///< whoever asks said so
        plan,    ///< the teams of the house, their `parallel` added up
        assumed, ///< the plan names no team of the house, or none of them says how many: one is reckoned with
    };
    int at_once = 1;
    From from = From::assumed;
    std::vector<std::string> teams; ///< ids of those that were added up; only From::plan
};
/// More hands than any house has; a typing error above that is told, not reckoned with.
inline constexpr int most_crews = 99;

/// Throws Error{usage} where `asked` is not 1 … most_crews.
Crews crews_of(const model::Plan& plan, std::optional<int> asked = {});

struct RestorePlan {
    Crews crews;
    analysis::RestoreSchedule schedule;
    std::vector<bool> by_others; ///< per node of the graph: a provider's team restores it, none of the house is needed
};
/// All teams are equal and each works on one thing until it is done; skills and shifts are not looked at. Likely durations; what
/// nobody knows takes no time. Office hours count where the report has a start.
RestorePlan restore_plan(const model::Plan& plan, const RecoveryReport& report, std::optional<int> teams = {});

} // namespace bcmkit::app
