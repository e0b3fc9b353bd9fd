// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/restore_order.hpp>

namespace bcmkit::analysis {

/// One step of a RestoreOrder, carried out.
struct Slot {
    Index step = none; ///< place in RestoreOrder::steps
    int team = 0;      ///< 1 …; 0 where no team of the house is needed: others do it, or there is nothing to do
    Minutes begin = 0; ///< of the work
    Minutes done = 0;  ///< end of the work; the team is free again
    Minutes back = 0;  ///< it operates
};

/// A target that is late in the schedule.
struct LateTarget {
    Index target = none;   ///< place in the list of targets
    Minutes by = 0;        ///< after its limit
    bool is_staff = false; ///< G7: with enough people it would be in time: only staff is missing
};

struct RestoreSchedule {
    int teams = 1;
    std::vector<Slot> slots;      ///< by begin, team, step
    Recovery recovery;            ///< with these teams, on the graph of first_ways
    std::vector<LateTarget> late; ///< by class, then the latest first
    Minutes latest_by = 0;        ///< largest lateness of a step or target, at least 0
    Minutes at_least = 0;         ///< no schedule with so many teams, along the same ways, can have a smaller one

    bool is_best() const { return latest_by == at_least; }
};

/// Who does what when, if only so many teams of the house are there. All teams are equal, each works on one thing at a time until
/// it is done; a free team takes the step with the earliest inherited limit that can begin, and does not wait on purpose.
/// The alternatives are those that come first with unlimited staff (first_ways).
///
/// For one team this is Lawler's rule for 1|prec|Lmax, the earliest modified due date first: the order is the best there is for
/// the largest lateness, as long as nothing makes the team wait (switch times, work of others that its own work waits for, office
/// hours). START and OPERATE needs count as "before" there: to do them first never makes anything later. With several teams, or
/// where a team has to wait, it is a heuristic. `at_least` is a bound for every case: what unlimited staff cannot do either, and
/// for each limit all the work that it includes shared out evenly; where it is reached, the schedule is proved to be the best.
///
/// Teams with skills and shifts would enter where a free team takes a step (recovery.cpp, hand_out).
/// `by_others`: per node, true where no team of the house works on it.
RestoreSchedule restore_schedule(const StateGraph& states, const Event& event, const Recovery& unlimited,
                                 const RestoreOrder& order, const std::vector<Target>& targets, int teams,
                                 const std::vector<bool>& by_others);

} // namespace bcmkit::analysis
