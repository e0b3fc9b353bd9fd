// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>
#include <bcmkit/model/plan.hpp>

#include <string>
#include <vector>

namespace bcmkit::analysis {

/// A step of a critical path that nobody has tried lately.
struct EvidenceGap {
    std::string service;      ///< id of the service whose return hangs on it
    std::string object;       ///< id of the resource or fallback
    std::string way;          ///< name of the recipe, where it has one
    std::optional<Date> last; ///< last test; empty where there never was one
};

/// G9: per time-critical service and level reached, the steps with own work on its critical path, and its fallbacks, whose
/// last test is missing or older than `months` on that day. A service that does not fail, or never comes back, has none:
/// there the gap is another one. By service, then in the order of the path.
std::vector<EvidenceGap> evidence_gaps(const model::Plan& plan, const Graph& graph, const StateGraph& states,
                                       const Recovery& recovery, Date day, int months);

} // namespace bcmkit::analysis
