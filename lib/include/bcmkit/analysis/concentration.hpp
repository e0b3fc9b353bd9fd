// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/graph.hpp>
#include <bcmkit/model/plan.hpp>

#include <map>
#include <string>
#include <vector>

namespace bcmkit::analysis {

/// How many services of a class stand still without one provider.
struct Share {
    char letter = 0;                   ///< class: 'A' … 'D'
    std::vector<std::string> services; ///< ids of those that rest on the provider, sorted
    int all = 0;                       ///< time-critical services of that class
    int percent() const { return all == 0 ? 0 : static_cast<int>(services.size()) * 100 / all; }
};

/// Per provider and class: services whose applications it runs (the field operator), as the plan restores class after class.
/// Only time-critical services in force count. Providers without any are left out; classes from A to D.
std::map<std::string, std::vector<Share>> provider_shares(const model::Plan& plan, Date day);

/// Who is to help after an attack runs what was attacked: judge in one's own cause.
struct HelperIsOperator {
    std::string contract;              ///< id, of kind "ir"
    std::string provider;              ///< id
    std::vector<std::string> operates; ///< ids of applications and infrastructure, sorted; empty where only the flag says so
};
std::vector<HelperIsOperator> helpers_that_operate(const model::Plan& plan);

} // namespace bcmkit::analysis
