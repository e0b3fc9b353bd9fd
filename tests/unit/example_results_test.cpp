// SPDX-License-Identifier: EUPL-1.2
// The example county shows every result of the analysis at least once (docs/handbuch/auswertung.md lists where), so that nobody
// meets one for the first time in the own plan.
#include "plans.hpp"

#include <bcmkit/app/backlog.hpp>
#include <bcmkit/app/gap.hpp>
#include <bcmkit/app/impact.hpp>
#include <bcmkit/app/recovery.hpp>
#include <bcmkit/app/restore_plan.hpp>
#include <bcmkit/app/weakness.hpp>

#include <algorithm>

using namespace bcmkit;
using analysis::Verdict;

namespace {

const model::Plan& county() {
    static const model::Plan plan = plans::read(plans::example("landkreis-musterland"));
    return plan;
}

app::RecoveryReport recovery(std::optional<std::string> scenario = {}) {
    return app::recovery_report(county(), {.down = {}, .scenario = std::move(scenario), .start = {}, .day = plans::day()});
}

app::GapReport gaps(std::string_view scenario) {
    return app::gap_report(county(), analysis::happening(county(), scenario).value(), plans::day());
}

const app::GapReport::Entry& entry(const app::GapReport& report, std::string_view service) {
    const auto found = std::ranges::find_if(
        report.services, [&](const auto& one) { return report.all.likely.services[one.gap.service].id == service; });
    REQUIRE(found != report.services.end());
    return *found;
}

} // namespace

TEST_SUITE("the example shows every result") {
    TEST_CASE("gaps: sure, possible with its question, without return, contract") {
        const auto all = gaps("it-gesamt");
        CHECK(entry(gaps("dienstleister"), "SVC-030").gap.verdict == Verdict::sure);
        CHECK(entry(all, "SVC-040").gap.verdict == Verdict::possible);
        REQUIRE_FALSE(all.questions.empty());
        CHECK_FALSE(all.questions.front().unknown.settles.empty());
        CHECK_FALSE(all.questions.front().ask.empty());
        CHECK(entry(all, "SVC-001").gap.verdict == Verdict::never);
        CHECK_FALSE(entry(all, "SVC-001").blockades.empty());
        CHECK(std::ranges::any_of(all.contracts, [](const auto& gap) { return gap.provider == "PRV-LAND"; }));
    }

    TEST_CASE("a restore deadlock with its cycle") {
        const auto report = recovery();
        REQUIRE_FALSE(report.blockades.empty());
        CHECK(report.blockades.front().is_deadlock());
        std::vector<std::string> cycle;
        for (const auto node : report.blockades.front().cycle)
            cycle.push_back(report.graph.nodes[static_cast<std::size_t>(node)].id);
        std::ranges::sort(cycle);
        CHECK(cycle == std::vector<std::string>{"INF-004", "INF-005", "INF-010"});
        REQUIRE_FALSE(report.deadlocks.empty());
        CHECK_FALSE(report.deadlocks.front().proposals.empty());
        CHECK(report.deadlocks.front().is_least);
    }

    TEST_CASE("the order: waves, the least for class A, a schedule that one pair of hands is too few for") {
        const auto report = recovery();
        CHECK(report.order.steps.back().wave > 1);
        const auto least = analysis::minimal_set(report.order, 'A');
        CHECK(!least.empty());
        CHECK(least.size() < report.order.steps.size());
        const auto alone = app::restore_plan(county(), report, 1);
        CHECK(std::ranges::any_of(alone.schedule.late, [](const auto& late) { return late.is_staff; }));
    }

    TEST_CASE("data that is lost, and ways that nobody tried") {
        const auto found = app::outage_weaknesses(county(), recovery());
        CHECK(std::ranges::any_of(found.losses, [](const auto& loss) { return loss.data == "DAT-001" && loss.has_gap(); }));
        CHECK(std::ranges::any_of(found.evidence, [](const auto& gap) { return gap.object == "NET-RZ"; }));
    }

    TEST_CASE("weaknesses: single point, ways that are one, key person, overlap, thin team, provider, helper, reach, paper") {
        const auto found = app::weaknesses(county(), plans::day());
        CHECK(std::ranges::any_of(found.points,
                                  [](const auto& point) { return point.id == "ORT-KH" && !point.emergency.empty(); }));
        CHECK(std::ranges::any_of(found.shams, [](const auto& sham) { return sham.owner == "INF-011"; }));
        CHECK(std::ranges::any_of(found.key_persons, [](const auto& key) { return key.person == "PER-014"; }));
        CHECK(std::ranges::any_of(found.overlaps, [](const auto& overlap) { return overlap.person == "PER-010"; }));
        CHECK(found.coverage.filled < found.coverage.seats);
        CHECK(std::ranges::any_of(found.thin_teams, [](const auto& team) { return team.team == "TEA-001"; }));
        CHECK(found.shares.contains("PRV-RZ"));
        CHECK(std::ranges::any_of(found.helpers, [](const auto& helper) { return helper.contract == "VTR-IR"; }));
        CHECK(std::ranges::any_of(found.reach.breaks, [](const auto& stop) {
            return stop.where == analysis::ChainBreak::Where::number && stop.lost_by == "INF-008";
        }));
        CHECK(std::ranges::any_of(found.reach.papers, [](const auto& paper) { return !paper.needed_by.empty(); }));
    }

    TEST_CASE("over time: the service of the long outage breaks its limit between two looks at the clock") {
        const auto report =
            app::impact_report(county(), {.down = {}, .scenario = "dienstleister", .start = {}, .day = plans::day()});
        CHECK(std::ranges::any_of(report.points, [](const auto& point) { return !point.on_paper.empty(); }));
        const auto broken = std::ranges::find_if(report.points, [](const auto& point) { return !point.lapsed.empty(); });
        REQUIRE(broken != report.points.end());
        CHECK(broken->at > 0);
    }

    TEST_CASE("the backlog of applications, with the limit after which an approval counts as given") {
        const auto report = app::backlog_report(county(), "SVC-034", 30, plans::day());
        CHECK(report.rule != nullptr);
        CHECK(report.result.waiting > 0);
        CHECK(report.result.on_paper > 0);
        const auto fictional =
            std::ranges::find(report.running, "63-2026-0871", [](const auto* one) { return one->case_no.value_or(""); });
        REQUIRE(fictional != report.running.end());
        CHECK(to_iso(*(*fictional)->due) == "2026-12-04");
    }
}
