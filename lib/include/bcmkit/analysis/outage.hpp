// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>

#include <vector>

namespace bcmkit::analysis {

/// What happens to every vertex after an event, minute by minute (analysis.md §1.8).
///
/// Rules, for each minute t:
/// * A vertex that was hit is down until its A (of `Recovery`); one that goes down for another reason comes back no earlier than
/// its A.
///   What is back in the same minute was never down, and pulls nothing down.
/// * A START or OPERATE group is met while k of its alternatives can be used. An alternative with a switch time or an
///   endurance is a stopgap: it stands by while the others suffice. Its switch time runs from the minute in which the group first
///   lacks something and it runs itself; then it can be used, for its endurance in total. Stopgaps relieve one
///   another in the order of the plan: the next one is got ready meanwhile.
///   What a group lived on before the event is ready in minute 0.
/// * A running vertex survives an unmet OPERATE group for the buffer of the group; the buffer is full again once the group is
/// met.
///   START groups have none: what must be there to start is lost as soon as it goes (analysis.md §0.3, not §1.8, which lets
///   running nodes outlive them: in the plans of municipalities START stands for power and network).
/// * Of the rest, the largest set runs whose groups are all met: loops keep each other alive and start together.
struct Outage {
    struct Change {
        Minutes at;
        bool runs; ///< from then on
        bool operator==(const Change&) const = default;
    };
    /// Per vertex, in time, alternating, the first one a loss; empty where it never stops.
    std::vector<std::vector<Change>> changes;
    /// A stopgap that is needed and used, from … until before.
    struct Use {
        Index arc;
        Minutes from, until;
        bool operator==(const Use&) const = default;
    };
    std::vector<Use> uses; ///< by their begin
    Minutes until = 0;     ///< nothing later was looked at

    bool runs(Index vertex, Minutes at) const;
    /// Whether this alternative helps its group in this minute: it runs, or it is a stopgap in use.
    bool carries(const StateGraph& graph, Index arc, Minutes at) const;
    /// The first minute at or after `from` from which it runs without a break until the end of what was looked at; `never` where
    /// it does not run then.
    Minutes back_for_good(Index vertex) const;
};

/// `recovery` must come from the same graph and event. Looks at 0 … `until`. Jumps from one minute in which something
/// can change to the next; each costs O(V + E).
Outage outage(const StateGraph& graph, const Event& event, const Recovery& recovery, Minutes until);

} // namespace bcmkit::analysis
