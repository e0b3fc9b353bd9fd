// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/check/rule.hpp>

#include <filesystem>
#include <string>
#include <vector>

/// What people ask about the state of a plan.
namespace bcmkit::app {

/// The result of a check, ready to be shown.
struct CheckResult {
    Date day;
    std::string_view level; ///< "Reaktiv"
    std::size_t services = 0;
    std::vector<check::Finding> findings;    ///< as check::findings orders them
    std::vector<check::Undecided> undecided; ///< what no rule could decide, because something is not known
    std::size_t solved = 0;                  ///< findings of the older plan that are gone; see check_since()
    check::Summary summary;

    /// The findings of one Amt, counted; in the order of the numbers, the whole Kommune last.
    struct Unit {
        std::string name; ///< "Amt 50", "Kommune"
        check::Summary summary;
        std::size_t undecided = 0;
    };
    std::vector<Unit> units;
};

CheckResult check_plan(const model::Plan& plan, Date day);

/// The same, but only what is new against an older plan. Both are judged on the same day: a date that has passed since
/// is nothing that somebody broke.
CheckResult check_since(const model::Plan& plan, const model::Plan& before, Date day);

/// Where the derived values of a service come from, a line each: class, deadline, chain of the recovery.
std::vector<std::string> explain_service(const model::Plan& plan, const model::Service& service, Date day);

} // namespace bcmkit::app
