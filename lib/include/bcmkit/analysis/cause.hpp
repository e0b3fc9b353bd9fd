// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>

namespace bcmkit::analysis {

/// The node that was hit and took the vertex along: the nearest one along needs that are no longer met, the first of
/// several equally near ones. `none` where the vertex runs, or fails without anything being hit.
Index cause_of_failure(const StateGraph& graph, const std::vector<bool>& failed, const Event& event, Index vertex);

} // namespace bcmkit::analysis
