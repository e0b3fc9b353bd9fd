// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/outcome.hpp>

namespace bcmkit::analysis {

/// How something fares against the time by which it is needed.
enum class Verdict : std::uint8_t {
    unaffected, ///< does not fail
    no_limit,   ///< nobody said by when it is needed, or nobody needs it
    in_time,    ///< even in the unfavourable case
    possible,   ///< too late only in the unfavourable case, or if something unknown takes too long
    likely,     ///< too late with likely durations
    sure,       ///< too late even in the favourable case
    never,      ///< nothing recorded leads back
};

/// One node at one level (analysis.md §1.3, G1, G2 and G4). The times are minutes after the event.
struct NodeGap {
    Index node = none;
    Level level = Level::normal;
    Verdict verdict = Verdict::unaffected;
    Minutes low = 0, likely = 0, high = 0; ///< A
    Minutes latest = never;                ///< R as it is really needed, likely
    Minutes strict = never;                ///< R as if every alternative were needed, likely
    Minutes late = 0;     ///< by how much: likely; in the unfavourable case where `possible`; `never` without end
    bool in_loop = false; ///< what is needed inside the loop is not counted in R (§1.2)
};
NodeGap node_gap(const Outcomes& outcomes, Index node, Level level);
/// Every node that fails, both levels where they differ; by node.
std::vector<NodeGap> node_gaps(const Outcomes& outcomes);

/// One service.
struct ServiceGap {
    std::size_t service = 0; ///< in Outcome::services
    Index node = none;
    Verdict verdict = Verdict::unaffected;
    Minutes low = 0, likely = 0, high = 0; ///< A of Normalbetrieb
    Minutes late = 0;                      ///< as NodeGap::late, against ServiceDeadline::latest
    Minutes late_for_rto = 0;    ///< Normalbetrieb comes so much later than the asked-for RTO, likely; 0 = in time, or none asked
    bool emergency_late = false; ///< Notbetrieb too comes after the MTPD; otherwise the workarounds give out too early
    std::vector<Step> chain;     ///< why it is not back earlier; vertices of Outcomes::likely
    std::vector<Index> open;     ///< only `possible`: nodes whose unknown time blocks it in the unfavourable case; by node
};
/// Of all services, the worst verdict first, then by class, deadline, order of the plan.
std::vector<ServiceGap> service_gaps(const Outcomes& outcomes);

/// How much faster one step would have to be for the service to be in time, while the others stay as they are.
struct Closer {
    Index vertex = none;   ///< of Outcomes::likely
    Minutes by = 0;        ///< least reduction of its own work; all of it where that is not enough
    bool is_enough = true; ///< false: even without this work it would be too late
};
/// A second way that would be there at once, in place of a step of the chain.
struct Detour {
    Index owner = none;      ///< who would use it
    Index instead_of = none; ///< what it would stand in for
};
struct Remedies {
    std::vector<Closer> closers; ///< per step of the chain with own work
    std::vector<Detour> detours; ///< only those that suffice alone
};
/// What would close a gap that is `likely` or `sure`; empty for the others. Where nothing leads back, blockades() say why.
/// Every answer comes from computing the recovery anew.
Remedies remedies(const Outcomes& outcomes, const ServiceGap& gap);

/// Something nobody knows, and what knowing it would settle (analysis.md §0.4).
struct Unknown {
    enum class What : std::uint8_t {
        work,       ///< how long it takes to restore `node`
        workaround, ///< when the workaround `node` is ready, or how long it carries
    };
    What what = What::work;
    Index node = none;
    Index recipe = none;         ///< of the node, where it has several
    char priority = 0;           ///< highest class among the services below; 0 = none of them has one
    std::vector<Index> settles;  ///< services whose verdict flips on this alone: in time or not, by node
    std::vector<Index> concerns; ///< services that it helps to leave open, together with others; by node
};
/// Of all that is unknown and matters, the highest class first, then by the number of services that it settles, then of those it
/// concerns.
std::vector<Unknown> unknowns(const model::Plan& plan, const Outcomes& outcomes, const std::vector<ServiceGap>& gaps, Date day);

/// G5: a provider promises less than is needed of it.
struct ContractGap {
    std::string promise; ///< id of the contract, or of the provider where only that one says something
    std::string provider;
    Index node = none; ///< what it runs
    Minutes promised = 0;
    Minutes latest = 0; ///< R as it is really needed, likely
};
/// Of what fails in this event; by provider, then node.
std::vector<ContractGap> contract_gaps(const model::Plan& plan, const Outcomes& outcomes);

} // namespace bcmkit::analysis
