// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>
#include <bcmkit/model/plan.hpp>

#include <string>
#include <vector>

namespace bcmkit::analysis {

/// What the event does to backups.
struct Attack {
    bool on_backups = true; ///< an attacker deletes what is online in the own domain
    /// How long the attacker was inside before the event. Younger copies that can be changed are not trusted, nor those that a
    /// restore point itself calls suspect. Fictional as a number, so it is the caller's assumption; 0 = only what the points say.
    Minutes inside_for = 0;
};

/// One copy to go back to.
struct RestoreChoice {
    std::string name;      ///< of the restore point
    Minutes loss = never;  ///< at most this much is lost, reckoned to the event
    Minutes back = never;  ///< all that the restore needs is there, minutes after the event (before the restore itself)
    bool key_known = true; ///< where the key lies is recorded, or there is none (paper)
};

/// Why a restore point does not help in this event.
enum class Useless : std::uint8_t {
    destroyed,   ///< online in the own domain, in an attack
    unreachable, ///< something that it needs does not come back
    no_interval, ///< nobody recorded how often it is made: loss unknown
};

struct DataLoss {
    std::string data;                   ///< id
    std::vector<RestoreChoice> choices; ///< Pareto: less loss takes longer; by loss, at most five
    std::vector<std::pair<std::string, Useless>> useless;
    Minutes loss = never;            ///< least possible; `never` = everything, or unknown
    Minutes consistent_loss = never; ///< with everything that the same applications write, back to one common point
    bool is_known = true;            ///< false where a restore point without interval could save the data
    Minutes required = never; ///< RPO: the strictest of the own one and of those who derive from it; `never` = none recorded
    /// Most that may lie between two backups to keep `required`, before duration and transport of the backup.
    /// 0 or less: no interval is short enough, because younger copies are suspect.
    Minutes interval = never;
    bool separately = false; ///< some way back needs no other data restored first; computed, not the field

    /// G3: certain, because the loss is a number.
    bool has_gap() const { return is_known && required < never && consistent_loss > required; }
};

/// Per data source, by id. `recovery` belongs to the event that `attack` describes.
std::vector<DataLoss> data_losses(const model::Plan& plan, const Graph& graph, const StateGraph& states, const Recovery& recovery,
                                  const Attack& attack);

/// How much each vertex loses: most over what it needs, the k-th smallest among alternatives, START and OPERATE needs only.
/// `never`: something that it cannot do without is lost for good or its loss is unknown.
std::vector<Minutes> propagated_loss(const StateGraph& graph, const std::vector<Minutes>& own_by_node);

} // namespace bcmkit::analysis
