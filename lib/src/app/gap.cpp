// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/gap.hpp>

#include <bcmkit/check/people.hpp>
#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <tuple>

namespace bcmkit::app {

namespace {

using namespace analysis;

GapReport::Entry entry_of(const model::Plan& plan, const Outcomes& all, ServiceGap gap) {
    GapReport::Entry entry;
    const auto record = model::find(plan, all.likely.services[gap.service].id);
    entry.danger = check::danger_of(*static_cast<const model::Service*>(record.record));
    entry.remedies = remedies(all, gap);
    if (gap.verdict == Verdict::never) entry.blockades = blockades_of(all.likely, gap.node, Level::normal);
    entry.gap = std::move(gap);
    return entry;
}

} // namespace

GapReport gap_report(const model::Plan& plan, const Happening& what, Date day, std::optional<Moment> start) {
    GapReport report;
    report.start = start;
    report.all = outcomes(
        plan,
        [&](Graph& graph) {
            Event event = event_of(plan, graph, what);
            event.at = start;
            return event;
        },
        day);
    const auto gaps = service_gaps(report.all);
    auto open = unknowns(plan, report.all, gaps, day);
    std::vector<std::string> ids;
    for (const auto& unknown : open) ids.push_back(report.all.likely.graph.nodes[static_cast<std::size_t>(unknown.node)].id);
    const auto people = check::whom_to_ask(plan, ids, day);
    for (std::size_t i = 0; i < open.size(); ++i) report.questions.push_back({std::move(open[i]), people[i]});
    for (const auto& gap : gaps) report.services.push_back(entry_of(plan, report.all, gap));
    std::stable_sort(report.services.begin(), report.services.end(), [](const auto& a, const auto& b) {
        return std::tuple(b.gap.verdict, a.danger) < std::tuple(a.gap.verdict, b.danger);
    });
    report.contracts = contract_gaps(plan, report.all);
    return report;
}

} // namespace bcmkit::app
