// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>

#include <cstdint>
#include <span>

namespace bcmkit::analysis {

/// What fails with each of up to 64 nodes alone: one bit per node in every word, k-of-n counted in bit slices.
/// The same least fixpoint as failed_vertices, for 64 events at once; loops are repeated until nothing changes.
class SingleFailures {
public:
    static constexpr std::size_t lanes = 64;

    explicit SingleFailures(const StateGraph& graph);

    /// `nodes`: at most 64; the i-th has bit i. O(V+E) for a graph without loops.
    void run(std::span<const Index> nodes);

    std::uint64_t vertex(Index v) const { return failed_[static_cast<std::size_t>(v)]; }
    /// Lanes in which fewer than k alternatives of the group are left; RESTORE groups too.
    std::uint64_t group(Index g) const;

private:
    const StateGraph& graph_;
    Components order_;
    std::vector<std::uint64_t> failed_;
};

/// One node whose loss alone takes the watched vertex along.
struct SinglePoint {
    Index node = none;
    Minutes back = never; ///< A of the watched vertex after that loss; only from slow_points
};

/// Structural single points of failure of each watched vertex: per vertex the nodes, by index. Its own node is none of them;
/// a vertex that fails by itself has none. O(V·E/64).
std::vector<std::vector<Index>> single_points(const StateGraph& graph, std::span<const Index> watched);

/// The single points that hurt: with that loss alone the vertex is back only after its limit. `points` are the structural
/// ones of each watched vertex (nothing else can make it late), `limits` belong to them in the same order; a vertex whose limit
/// is `never` has none. One recovery per different node.
std::vector<std::vector<SinglePoint>> slow_points(const StateGraph& graph, std::span<const Index> watched,
                                                  std::span<const Minutes> limits, const std::vector<std::vector<Index>>& points,
                                                  World world);

} // namespace bcmkit::analysis
