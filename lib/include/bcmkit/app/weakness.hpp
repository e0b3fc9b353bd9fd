// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/concentration.hpp>
#include <bcmkit/analysis/data_loss.hpp>
#include <bcmkit/analysis/evidence.hpp>
#include <bcmkit/analysis/people.hpp>
#include <bcmkit/analysis/reachability.hpp>
#include <bcmkit/analysis/sham_redundancy.hpp>

/// Where a plan breaks: all that the analysis finds beside the times, put together for people and for machines.
namespace bcmkit::app {

/// One record, and the services that stand still when it alone fails. Lists of ids, sorted.
struct RestingOn {
    std::string id;
    std::vector<std::string> normal;     ///< without Normalbetrieb
    std::vector<std::string> emergency;  ///< of these, without Notbetrieb as well
    std::vector<std::string> late;       ///< of these, back only after their MTPD
    std::vector<std::string> maybe_late; ///< of these, back too late only if an unknown duration is long
};

/// How much a service has to enter again. Both are `never` where all is lost for good.
struct ServiceLoss {
    std::string service;
    Minutes at_least = 0; ///< where nobody knows the loss of some data: as if there were none
    Minutes at_most = 0;  ///< … as if all of it were lost
};

struct Weaknesses {
    // Of the plan as it stands.
    std::vector<RestingOn> points; ///< most services first
    std::vector<analysis::ShamRedundancy> shams;
    std::vector<analysis::SharedField> to_ask;
    std::vector<analysis::KeyPerson> key_persons;
    std::vector<analysis::Overlap> overlaps;
    analysis::Coverage coverage; ///< in three shifts
    std::vector<std::vector<std::string>> reporting_loops;
    std::vector<analysis::OwnDeputy> own_deputies;
    std::vector<analysis::ThinTeam> thin_teams;
    std::map<std::string, std::vector<analysis::Share>> shares; ///< by provider
    std::vector<analysis::HelperIsOperator> helpers;
    // Of one outage.
    std::vector<analysis::DataLoss> losses;
    std::vector<ServiceLoss> service_losses; ///< services that lose something, by id
    analysis::Reach reach;
    std::vector<analysis::ReachFix> fixes;
    std::vector<analysis::EvidenceGap> evidence;
};

/// A test counts for a year.
inline constexpr int months_of_proof = 12;

/// Only what comes of one outage; the lists of the plan as it stands are empty. `event` belongs to `graph`, as graph_of makes it
/// of this plan.
Weaknesses outage_weaknesses(const model::Plan& plan, const analysis::Graph& graph, const analysis::StateGraph& states,
                             const analysis::Event& event, const analysis::Attack& attack, Date day);
/// Both.
Weaknesses weaknesses(const model::Plan& plan, const analysis::Graph& graph, const analysis::StateGraph& states,
                      const analysis::Event& event, const analysis::Attack& attack, Date day);
/// All own IT is gone, and an attacker deleted what was in reach: what `check` reckons with.
Weaknesses weaknesses(const model::Plan& plan, Date day);

/// What a weakness is about; the order in which people read them.
enum class WeaknessKind : std::uint8_t { points, ways, ask, heads, staff, providers, data, reach, papers, evidence };

/// A heading: "Nur eine Person kann oder hat es".
std::string title_of(WeaknessKind kind);

/// One weakness in a German sentence.
struct WeaknessLine {
    WeaknessKind kind = WeaknessKind::points;
    std::string text;
    std::vector<std::string> about; ///< ids of the records whose weakness it is
};
/// The weightiest first within a kind. Shares of a provider only above half of a class of five or more.
std::vector<WeaknessLine> weakness_lines(const model::Plan& plan, const Weaknesses& found);

/// What of it concerns one record; for a service also what it rests on and what it loses.
std::vector<std::string> weakness_lines_of(const model::Plan& plan, const Weaknesses& found, std::string_view id);

} // namespace bcmkit::app
