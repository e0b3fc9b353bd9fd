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
    std::vector<check::Finding> findings; ///< as check::findings orders them
    check::Summary summary;

    /// The findings of one Amt, counted; in the order of the numbers, the whole Kommune last.
    struct Unit {
        std::string name; ///< "Amt 50", "Kommune"
        check::Summary summary;
    };
    std::vector<Unit> units;
};

CheckResult check_plan(const model::Plan& plan, Date day);

/// Where the derived values of a service come from, a line each: class, deadline, chain of the recovery.
std::vector<std::string> explain_service(const model::Plan& plan, const model::Service& service, Date day);

} // namespace bcmkit::app
