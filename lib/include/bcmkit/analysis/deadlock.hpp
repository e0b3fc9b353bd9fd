// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>
#include <bcmkit/model/plan.hpp>

#include <string_view>

namespace bcmkit::analysis {

/// One more way to meet a need, which is there whatever fails. The cost is relative: only the order of proposals rests on it.
enum class FixKind : std::uint8_t {
    offline_copy = 1,    ///< a copy on paper or stick, an envelope
    local_account = 2,   ///< break-glass account that works without the directory (BSI Grundschutz++, BER.3.22 and 23)
    spare_device = 3,    ///< a device in reserve
    second_provider = 4, ///< somebody else who can do it
};
inline int cost_of(FixKind kind) { return static_cast<int>(kind); }

/// What stands in most cheaply for a record, by its kind.
FixKind fix_kind(const model::Plan& plan, std::string_view id);
/// The same for all nodes of a graph of the plan.
std::vector<FixKind> fix_kinds(const model::Plan& plan, const Graph& graph);

/// A need that the loop blocks.
struct BlockedNeed {
    Index owner = none;  ///< node
    Index needed = none; ///< node: the next one in the loop
    Phase phase = Phase::operate;
    int k = 1;                       ///< so many of the alternatives are needed
    std::vector<Index> also_waiting; ///< nodes: other alternatives, which wait in the loop themselves
    std::vector<Index> too_short;    ///< nodes: alternatives that run, and give out before the work is done
};

struct Fix {
    Index owner = none;  ///< node whose need gets one more alternative
    Index needed = none; ///< node that it stands in for
    Phase phase = Phase::operate;
    std::vector<Index> alternatives; ///< nodes of the need as it is, sorted
    FixKind kind = FixKind::spare_device;
};
struct Proposal {
    std::vector<Fix> fixes; ///< all of them together break the deadlock, and none can be left out
    int cost = 0;
};

struct Deadlock {
    std::vector<Index> members;       ///< nodes
    std::vector<Index> cycle;         ///< the shortest loop, as in Blockade
    std::vector<BlockedNeed> blocked; ///< along the cycle
    bool is_black_start = false;      ///< only START needs: nothing shows it in daily operation, all off at once does
    std::vector<Proposal> proposals;  ///< cheapest first, at most `most_proposals`
    bool is_least = false;            ///< the first one has the least cost there is; otherwise it was found greedily
};
inline constexpr std::size_t most_proposals = 3;
/// Up to so many candidates every set of up to three is tried (analysis.md §1.5).
inline constexpr std::size_t most_candidates = 40;

/// The deadlocks among the blockades (of the same graph and recovery), with what would break them. A proposal makes every member
/// of the core run again. Searched on the core alone: what it waits for outside is there, and all of
/// it is down: no fix counts as keeping its owner from failing. Up to 40 candidate needs exactly,
/// unless four cheap fixes could beat three dear ones; beyond that greedily, by how much a fix frees for its cost, without any
/// guarantee: two loops through one vault are freed by two fixes of which each alone frees nothing.
std::vector<Deadlock> deadlocks(const StateGraph& graph, const Event& event, const Recovery& recovery,
                                const std::vector<Blockade>& blockades, const std::vector<FixKind>& kinds);

} // namespace bcmkit::analysis
