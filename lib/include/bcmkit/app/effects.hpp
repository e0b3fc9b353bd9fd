// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/check/finding.hpp>
#include <bcmkit/model/plan.hpp>

#include <string>
#include <vector>

/// What a change of the plan does: findings that come and go, sheets that have to be printed anew.
namespace bcmkit::app {

struct Effects {
    std::vector<check::Finding> vanished; ///< errors and warnings that are gone
    std::vector<check::Finding> appeared; ///< errors and warnings that are new
    check::Summary now;
    std::vector<std::string> sheets; ///< numbers of the sheets that read differently, in the order of the binder; in any Fassung
};

Effects effects_of(const model::Plan& before, const model::Plan& after, Date today);

} // namespace bcmkit::app
