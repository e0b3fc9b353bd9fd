// SPDX-License-Identifier: EUPL-1.2
#include "plans.hpp"

#include <bcmkit/analysis/gap.hpp>
#include <bcmkit/analysis/plan_graph.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

/// Two services on two applications; edits change them. All IT is hit.
struct Case {
    model::Plan plan;
    Outcomes all;
    std::vector<ServiceGap> gaps;

    explicit Case(const std::vector<std::string>& edits) {
        for (const char* edit : {"+SVC-001 name=Winterdienst", "+SVC-002 name=Wohngeld", "+APP-001 name=Bauhof",
                                 "+APP-002 name=Wohngeldverfahren", "SVC-001 uses=APP-001", "SVC-002 uses=APP-002",
                                 "SVC-001 mtpd=12 h", "SVC-002 mtpd=14 Tage", "APP-001 rta=8 h", "APP-002 rta=3 Tage"})
            plans::edit_one(plan, edit);
        for (const auto& edit : edits) plans::edit_one(plan, edit);
        all = outcomes(
            plan, [](Graph& graph) { return it_outage(graph); }, plans::day());
        gaps = service_gaps(all);
    }

    const ServiceGap& of(std::string_view id) const {
        const Index node = all.likely.graph.index_of(id);
        return *std::ranges::find(gaps, node, &ServiceGap::node);
    }
    NodeGap node(std::string_view id) const { return node_gap(all, all.likely.graph.index_of(id), Level::normal); }
    std::string name(Index node) const { return all.likely.graph.nodes[static_cast<std::size_t>(node)].id; }
    std::vector<std::string> names(const std::vector<Index>& nodes) const {
        std::vector<std::string> out;
        for (const Index node : nodes) out.push_back(name(node));
        return out;
    }
    std::vector<Unknown> ask() const { return unknowns(plan, all, gaps, plans::day()); }
};

using Names = std::vector<std::string>;

} // namespace

TEST_SUITE("gap") {
    TEST_CASE("what is back before it is needed is in time, and what never fails is no question") {
        const Case found({"+SVC-003 name=Auskunft", "SVC-003 mtpd=4 h"});
        CHECK(found.of("SVC-001").verdict == Verdict::in_time);
        CHECK(found.of("SVC-001").late == 0);
        CHECK(found.of("SVC-003").verdict == Verdict::unaffected);
        CHECK(found.node("APP-001").verdict == Verdict::in_time);
        CHECK(found.node("APP-001").latest == 12 * 60);
    }

    TEST_CASE("too late in the favourable case is sure, too late as a rule is likely, too late at worst is possible") {
        CHECK(Case({"APP-001 rta=13 h / 14 h / 20 h"}).of("SVC-001").verdict == Verdict::sure);
        const Case likely({"APP-001 rta=8 h / 14 h / 20 h"});
        CHECK(likely.of("SVC-001").verdict == Verdict::likely);
        CHECK(likely.of("SVC-001").late == 120);
        const Case possible({"APP-001 rta=8 h / 10 h / 20 h"});
        CHECK(possible.of("SVC-001").verdict == Verdict::possible);
        CHECK(possible.of("SVC-001").late == 8 * 60);
        CHECK(possible.of("SVC-001").open.empty());
        CHECK(possible.node("APP-001").verdict == Verdict::possible);
        CHECK(possible.ask().empty());
    }

    TEST_CASE("the worst verdict stands first, then the class") {
        const Case found({"APP-001 rta=2 Tage", "APP-002 rta=30 Tage", "+SVC-003 name=Auskunft", "SVC-003 mtpd=4 h"});
        CHECK(found.name(found.gaps[0].node) == "SVC-001");
        CHECK(found.name(found.gaps[1].node) == "SVC-002");
        CHECK(found.name(found.gaps[2].node) == "SVC-003");
    }

    TEST_CASE("a workaround that carries closes the gap; one that gives out leaves it open for IT alone") {
        const Names paper{"APP-001 rta=3 Tage", "+FAL-001 name=Papier", "FAL-001 services=SVC-001", "FAL-001 reach=1 h"};
        auto long_enough = paper, too_short = paper;
        long_enough.emplace_back("FAL-001 max_sustain=30 Tage");
        CHECK(Case(long_enough).of("SVC-001").verdict == Verdict::in_time);
        too_short.emplace_back("FAL-001 max_sustain=2 Tage");
        const Case found(too_short);
        CHECK(found.of("SVC-001").verdict == Verdict::sure);
        CHECK_FALSE(found.of("SVC-001").emergency_late);
        CHECK(found.of("SVC-001").late == 3 * minutes_per_day - (2 * minutes_per_day + 60));
        CHECK(Case({"APP-001 rta=3 Tage"}).of("SVC-001").emergency_late);
    }

    TEST_CASE("an asked-for time that is missed is told even where the paper carries") {
        const Case found({"APP-001 rta=3 Tage", "SVC-001 rto=10 h", "+FAL-001 name=Papier", "FAL-001 services=SVC-001",
                          "FAL-001 reach=1 h", "FAL-001 max_sustain=30 Tage"});
        CHECK(found.of("SVC-001").verdict == Verdict::in_time);
        CHECK(found.of("SVC-001").late_for_rto == 3 * minutes_per_day - 600);
    }

    TEST_CASE("without a limit nothing is judged") {
        const Case found({"SVC-001 mtpd=unbekannt"});
        CHECK(found.of("SVC-001").verdict == Verdict::no_limit);
        CHECK(found.node("APP-001").verdict == Verdict::no_limit);
    }

    TEST_CASE("an unknown time makes a gap possible, and the question settles it") {
        const Case found({"APP-001 rta=unbekannt"});
        const auto& gap = found.of("SVC-001");
        CHECK(gap.verdict == Verdict::possible);
        CHECK(gap.late >= never);
        CHECK(found.names(gap.open) == Names{"APP-001"});
        const auto questions = found.ask();
        REQUIRE(questions.size() == 1);
        CHECK(found.name(questions[0].node) == "APP-001");
        CHECK(found.names(questions[0].settles) == Names{"SVC-001"});
        CHECK(questions[0].priority == 'A');
    }

    TEST_CASE("questions come by class first, then by how many services they settle") {
        const Case found({"APP-001 rta=unbekannt", "APP-002 rta=unbekannt", "SVC-001 mtpd=14 Tage", "+APP-003 name=DMS",
                          "APP-003 rta=unbekannt", "+SVC-003 name=Posteingang", "SVC-003 mtpd=12 h", "SVC-003 uses=APP-003",
                          "+SVC-004 name=Widerspruch", "SVC-004 mtpd=14 Tage", "SVC-004 uses=APP-002"});
        Names order;
        for (const auto& question : found.ask()) order.push_back(found.name(question.node));
        CHECK(order == Names{"APP-003", "APP-002", "APP-001"});
    }

    TEST_CASE("two unknown times in a row are two questions, and each alone can condemn") {
        const Case found(
            {"APP-001 rta=unbekannt", "+DAT-001 name=Bauhofdaten", "DAT-001 applications=APP-001", "DAT-001 rta=unbekannt"});
        CHECK(found.names(found.of("SVC-001").open) == Names{"APP-001", "DAT-001"});
        const auto questions = found.ask();
        REQUIRE(questions.size() == 2);
        for (const auto& question : questions) CHECK(found.names(question.settles) == Names{"SVC-001"});
    }

    TEST_CASE("an unknown time that cannot make anything late is no question") {
        const Case found({"APP-001 rta=unbekannt", "+FAL-001 name=Papier", "FAL-001 services=SVC-001", "FAL-001 reach=1 h",
                          "FAL-001 max_sustain=entfällt"});
        CHECK(found.of("SVC-001").verdict == Verdict::in_time);
        CHECK(found.ask().empty());
    }

    TEST_CASE("a workaround of which nobody knows how long it carries is a question") {
        const Case found({"APP-001 rta=3 Tage", "+FAL-001 name=Papier", "FAL-001 services=SVC-001", "FAL-001 reach=1 h",
                          "FAL-001 max_sustain=unbekannt"});
        CHECK(found.of("SVC-001").verdict == Verdict::possible);
        const auto questions = found.ask();
        REQUIRE(questions.size() == 1);
        CHECK(questions[0].what == Unknown::What::workaround);
        CHECK(found.name(questions[0].node) == "FAL-001");
        CHECK(found.names(questions[0].settles) == Names{"SVC-001"});
    }

    TEST_CASE("each step of the chain says by how much it would have to be faster") {
        const Case found({"APP-001 rta=10 h", "+DAT-001 name=Bauhofdaten", "DAT-001 applications=APP-001", "DAT-001 rta=14 h"});
        const auto& gap = found.of("SVC-001");
        CHECK(gap.late == 120);
        const auto help = remedies(found.all, gap);
        REQUIRE(help.closers.size() == 1); // the application waits beside the data, its own ten hours do not count
        CHECK(found.name(found.all.likely.states.node[static_cast<std::size_t>(help.closers[0].vertex)]) == "DAT-001");
        CHECK(help.closers[0].by == 120);
        CHECK(help.closers[0].is_enough);
        REQUIRE(help.detours.size() == 2); // other data, or another application
        CHECK(found.name(help.detours[0].instead_of) == "DAT-001");
        CHECK(found.name(help.detours[0].owner) == "APP-001");
    }

    TEST_CASE("a step that cannot close the gap alone says so") {
        const Case found({"APP-001 rta=14 h", "+DAT-001 name=Bauhofdaten", "DAT-001 applications=APP-001", "DAT-001 rta=15 h"});
        const auto help = remedies(found.all, found.of("SVC-001"));
        REQUIRE(help.closers.size() == 1);
        CHECK_FALSE(help.closers[0].is_enough);
        CHECK(remedies(found.all, found.of("SVC-002")).closers.empty());
    }

    TEST_CASE("a promise that is longer than what is needed is a gap of the contract") {
        const Names base{"+PRV-001 name=Rechenzentrum", "APP-001 operator=PRV-001", "APP-002 operator=PRV-001"};
        auto general = base;
        general.emplace_back("PRV-001 sla_rta=24 h");
        const Case found(general);
        const auto gaps = contract_gaps(found.plan, found.all);
        REQUIRE(gaps.size() == 1);
        CHECK(found.name(gaps[0].node) == "APP-001");
        CHECK(gaps[0].promised == 24 * 60);
        CHECK(gaps[0].latest == 12 * 60);
        auto special = general;
        for (const char* edit : {"+VTR-001 name=Bauhofvertrag", "VTR-001 provider=PRV-001", "VTR-001 covers=APP-002",
                                 "VTR-001 rto_statement=30 Tage"})
            special.emplace_back(edit);
        CHECK(contract_gaps(Case(special).plan, Case(special).all).size() == 2);
        CHECK(contract_gaps(Case(base).plan, Case(base).all).empty());
    }

    TEST_CASE("what never comes back names only the blockade that it waits for") {
        Graph graph;
        const auto add = [&](const char* id, std::vector<Index> needs) {
            Node node{id, {{"", Level::normal, Span::of(60)}}, {}, true};
            for (const Index other : needs) {
                Group group;
                group.phase = Phase::restore;
                group.alternatives.push_back({other, Level::emergency, 0});
                node.groups.push_back(std::move(group));
            }
            graph.nodes.push_back(std::move(node));
        };
        add("A", {1}); // A and B wait for one another, C and D as well; E waits for A, F for neither
        add("B", {0});
        add("C", {3});
        add("D", {2});
        add("E", {0});
        add("F", {});
        const auto played = outcome(graph, it_outage(graph), World::lower,
                                    [](const auto&, const auto&, const auto&, World) { return std::vector<ServiceDeadline>(); });
        const auto why = blockades_of(played, 4, Level::normal);
        REQUIRE(why.size() == 1);
        CHECK(why[0].members == std::vector<Index>{0, 1});
        CHECK(blockades_of(played, 5, Level::normal).empty());
    }
}
