// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>
#include <bcmkit/model/plan.hpp>

#include <string>
#include <vector>

namespace bcmkit::analysis {

/// Several ways that are one: with `common` alone fewer than k of the alternatives are left.
struct ShamRedundancy {
    std::string owner;                     ///< id of what has the ways
    std::vector<std::string> alternatives; ///< ids, in the order in which they were recorded
    int needed = 1;                        ///< k
    std::vector<std::string> common;       ///< ids, sorted; an alternative on which the others rest is one of them
};

/// Per group with a choice (more alternatives than needed), and per network link with a second way: every node that alone
/// takes too many alternatives along. Common dangers (risk groups) are nodes, so they are found in the same way.
/// Ways of different recipes of one record are no group: they are alternatives by name, see single_points of the record.
std::vector<ShamRedundancy> sham_redundancy(const model::Plan& plan, const Graph& graph, const StateGraph& states);

/// Alternatives that look alike in a field that nobody declared as a common danger. To be asked, not to be asserted.
struct SharedField {
    std::string one, other; ///< ids, one < other
    std::string field;      ///< code name of the field: "operator", "path", "address", "product" …
    std::string text;       ///< what stands in both
};
/// For the same groups: equal texts (case and blanks aside) of path, address, product, or the same operator, provider,
/// location, part_of, subcontractor.
std::vector<SharedField> shared_fields(const model::Plan& plan, const Graph& graph);

} // namespace bcmkit::analysis
