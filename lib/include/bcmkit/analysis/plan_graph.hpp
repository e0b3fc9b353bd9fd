// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/graph.hpp>
#include <bcmkit/model/plan.hpp>

namespace bcmkit::analysis {

/// What the ends of a work time are worth that was estimated as one number and never tried out.
enum class Untested : std::uint8_t {
    as_recorded, ///< what people wrote down: for every limit that is checked
    widened,     ///< Estimate::low halves it and Estimate::high doubles it: for times that the crisis staff plans with
};
/// A convention of this program, no measured figure; whoever knows better records three points, or tries it out.
inline constexpr Minutes untested_factor = 2;

/// The dependency graph of a plan.
///
/// Nodes: every record with needs or recipes (services, applications, data, infrastructure, network links, providers,
/// alternative IT, channels, locations, persons, fallbacks, documents) and every record that one of them needs.
/// Rows of `needs` with the same group text are alternatives of which `needed` (default 1) are necessary; a row without
/// group stands alone. A row without phase counts as OPERATE. Beside the rows these fields are needs:
///   service: uses, data (both for Normalbetrieb); application: operator_, networks; infrastructure: provider, location,
///   plan (RESTORE); network_link: operator_, location; alternative_it: location; data_source: for each application that it
///   names, the application needs the data.
/// A document or contract lies in several places, one of which suffices: a copy on paper, stick or laptop needs its location, a
/// copy on the own network or in the DMS the file store. A copy off the network without a location is taken as safe. Printed
/// copies count until they are destroyed.
/// A role needs one of its holders. Each member of a risk group needs the group (OPERATE): a hidden node that fails when the
/// common danger strikes, and whose return nobody knows.
/// The need of power infrastructure for its provider has a buffer: `runtime`, what batteries and generators last.
/// Fallbacks are alternatives of their services for Notbetrieb: ready `reach` after their own needs run, for `max_sustain`.
/// A node without recipes gets one: its RTA, unknown where that is open. Work keeps the calendar of the recipe, else that
/// of its team, else that of the record.
/// Open references (not recorded yet) are left out: BK-GEN-001 reports them.
/// `estimate` says which point of a three-point duration is used; the nodes are the same for all three.
Graph graph_of(const model::Plan& plan, Estimate estimate = Estimate::likely, Untested untested = Untested::as_recorded);

} // namespace bcmkit::analysis
