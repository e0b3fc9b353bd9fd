// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>
#include <bcmkit/model/plan.hpp>

#include <string>
#include <vector>

namespace bcmkit::analysis {

/// A workaround that carries a service for a while.
struct Bridge {
    Minutes ready = 0;    ///< after the event
    Minutes lasts = 0;    ///< from then on; `never` = without end
    std::string by;       ///< id of the fallback, or the name of another way to Notbetrieb
    bool is_open = false; ///< nobody recorded when it is ready, or how long it carries
    bool operator==(const Bridge&) const = default;
};

/// By when IT has to be back if the workarounds relieve one another (analysis.md §1.2, "manual bridging"): H = MTPD; as long as
/// some workaround is ready by H and carries beyond it, H becomes its end. `used`, where given, gets those that
/// carry, in their order. O(m log m).
Minutes bridged_until(Minutes mtpd, std::vector<Bridge> bridges, std::vector<Bridge>* used = nullptr);

/// How long the Fachbereich tests an application before it counts: the sum of its steps of that phase; empty where none has a
/// duration.
std::optional<Minutes> test_time(const model::Application& application);

/// What a service asks of its IT.
struct ServiceDeadline {
    Index node = none;
    std::string id;
    char priority = 0;           ///< 'A' … 'D' on that day; 0 = not known
    Minutes mtpd = never;        ///< on that day; where there is none, the RTO stands in
    bool is_rto = false;         ///< the RTO stands in for the missing MTPD
    Minutes rto = never;         ///< what the Kommune asks for, stricter than the MTPD; `never` = not recorded
    std::vector<Bridge> ways;    ///< all workarounds
    std::vector<Bridge> carried; ///< those that carry beyond the MTPD, in their order
    Minutes emergency = never;   ///< Notbetrieb or better can begin
    Minutes bridged = never;     ///< end of the last of `carried`, the MTPD where there is none
    Minutes checks = 0;          ///< WRT: the longest test of an application of the service; 0 where nothing is recorded

    bool is_known() const { return mtpd < never; }
    /// When the IT of the service has to run again.
    Minutes latest() const { return bridged >= never ? never : bridged - checks; }
    /// The same if no workaround carried.
    Minutes latest_without_workarounds() const { return is_known() ? mtpd - checks : never; }
};

/// Of all services that are not retired, in the order of the plan. In the lower world a workaround with an open answer
/// is ready at once and carries without end, in the upper one it does not help at all.
std::vector<ServiceDeadline> service_deadlines(const model::Plan& plan, const Graph& graph, const StateGraph& states,
                                               const Recovery& recovery, World world, Date day);

/// For demand(). Notbetrieb by the MTPD; Normalbetrieb by the time to which the workarounds carry, or as if there were none:
/// what is then asked is the strict reading ("alles wird gebraucht").
enum class Workarounds : std::uint8_t { carry, ignored };
std::vector<Deadline> deadlines_of(const std::vector<ServiceDeadline>& services, Workarounds workarounds);

} // namespace bcmkit::analysis
