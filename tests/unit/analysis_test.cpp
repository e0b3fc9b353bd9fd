// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/priority.hpp>
#include <bcmkit/analysis/recovery.hpp>

#include <doctest/doctest.h>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

Node node(std::string id, Minutes work, std::vector<Group> groups = {}) {
    return {std::move(id), {{"", Level::normal, Span::of(work)}}, std::move(groups), true};
}

Group needs(Phase phase, std::vector<Index> nodes, int k = 1) {
    Group group;
    group.phase = phase;
    group.k = k;
    for (const Index n : nodes) group.alternatives.push_back({n, Level::emergency, 0});
    return group;
}

Recovery all_down(const Graph& graph) { return recovery(state_graph(graph), it_outage(graph), World::lower); }

} // namespace

TEST_SUITE("analysis") {
    TEST_CASE("a chain of restores adds up") {
        const Graph graph{
            {node("A", 240), node("B", 240, {needs(Phase::restore, {0})}), node("C", 240, {needs(Phase::restore, {1})})}};
        CHECK(all_down(graph).operate == std::vector<Minutes>{240, 480, 720});
    }

    TEST_CASE("a START need runs beside the own work") {
        const Graph graph{{node("A", 100), node("B", 60, {needs(Phase::start, {0})})}};
        CHECK(all_down(graph).operate[1] == 100);
    }

    TEST_CASE("of two alternatives the earlier one counts, with its switch time") {
        Graph graph{{node("A", 600), node("B", 30), node("C", 10, {needs(Phase::restore, {0, 1})})}};
        graph.nodes[2].groups[0].alternatives[1].switch_time = 15;
        CHECK(all_down(graph).operate[2] == 55);
    }

    TEST_CASE("nodes that need each other only while running start together") {
        const Graph graph{{node("A", 60, {needs(Phase::operate, {1})}), node("B", 90, {needs(Phase::operate, {0})})}};
        const auto found = all_down(graph);
        CHECK(found.operate == std::vector<Minutes>{90, 90});
        CHECK(blockades(state_graph(graph), found).empty());
    }

    TEST_CASE("nodes that need each other for restoring never come back, and the loop is named") {
        const Graph graph{{node("AD", 60, {needs(Phase::restore, {2})}), node("VM", 60, {needs(Phase::restore, {0})}),
                           node("Tresor", 0, {needs(Phase::restore, {1})}), node("Mail", 10, {needs(Phase::start, {0})})}};
        const auto states = state_graph(graph);
        const auto found = recovery(states, it_outage(graph), World::lower);
        CHECK(found.operate[3] >= never);
        const auto blocked = blockades(states, found);
        REQUIRE(blocked.size() == 1);
        CHECK(blocked[0].members == std::vector<Index>{0, 1, 2});
        CHECK(blocked[0].cycle == std::vector<Index>{0, 2, 1});
    }

    TEST_CASE("a sealed envelope breaks the deadlock") {
        Graph graph{{node("AD", 60, {needs(Phase::restore, {2, 3})}), node("VM", 60, {needs(Phase::restore, {0})}),
                     node("Tresor", 0, {needs(Phase::restore, {1})}), node("Umschlag", 0)}};
        graph.nodes[3].hit_in_it_outage = false;
        const auto found = all_down(graph);
        CHECK(found.operate == std::vector<Minutes>{60, 120, 120, 0});
        CHECK(blockades(state_graph(graph), found).empty());
    }

    TEST_CASE("an unknown duration is nothing in the lower world and for ever in the upper one") {
        Graph graph{{node("A", 0), node("B", 10, {needs(Phase::restore, {0})})}};
        graph.nodes[0].recipes[0].duration = Span::unknown();
        const auto states = state_graph(graph);
        CHECK(recovery(states, it_outage(graph), World::lower).operate[1] == 10);
        CHECK(recovery(states, it_outage(graph), World::upper).operate[1] >= never);
    }

    TEST_CASE("a fallback brings Notbetrieb early and leaves Normalbetrieb to the chain") {
        Graph graph{{node("App", 600), node("Service", 0), node("Paper", 0)}};
        graph.nodes[1].hit_in_it_outage = graph.nodes[2].hit_in_it_outage = false;
        graph.nodes[1].recipes.push_back({"paper", Level::emergency, Span::of(0)});
        graph.nodes[1].groups.push_back(needs(Phase::operate, {0}));
        graph.nodes[1].groups[0].level = Level::normal;
        graph.nodes[1].groups.push_back(needs(Phase::operate, {2}));
        graph.nodes[1].groups[1].recipe = 1;
        graph.nodes[1].groups[1].alternatives[0].switch_time = 30;
        const auto states = state_graph(graph);
        const auto found = recovery(states, it_outage(graph), World::lower);
        CHECK(found.operate[static_cast<std::size_t>(states.vertex(1, Level::normal))] == 600);
        // The paper procedure needs nothing that failed: it is alive at once.
        CHECK(found.operate[static_cast<std::size_t>(states.vertex(1, Level::emergency))] == 0);
    }

    TEST_CASE("the critical path names every step of the work in its order") {
        const Graph graph{{node("A", 240), node("B", 10),
                           node("C", 240, {needs(Phase::restore, {0}), needs(Phase::restore, {1})}),
                           node("D", 60, {needs(Phase::operate, {2})})}};
        const auto states = state_graph(graph);
        const auto found = recovery(states, it_outage(graph), World::lower);
        std::vector<Index> order;
        for (const auto& step : critical_path(states, found, 3)) order.push_back(step.vertex);
        CHECK(order == std::vector<Index>{0, 2, 3});
    }

    TEST_CASE("a deadline is inherited by what is needed, less the work in between") {
        const Graph graph{{node("A", 240), node("B", 60, {needs(Phase::restore, {0})})}};
        const auto states = state_graph(graph);
        const auto found = recovery(states, it_outage(graph), World::lower);
        const auto wanted = demand(states, found, {{1, Level::emergency, 400}});
        CHECK(wanted.every[0] == 340);
        CHECK(wanted.critical[0] == 340);
    }

    TEST_CASE("an alternative is critical only where no other one is there in time") {
        const Graph graph{{node("A", 240), node("A2", 10), node("B", 60, {needs(Phase::restore, {0, 1})})}};
        const auto states = state_graph(graph);
        const auto found = recovery(states, it_outage(graph), World::lower);
        const auto wanted = demand(states, found, {{2, Level::emergency, 200}});
        CHECK(wanted.every[0] == 140);
        CHECK(wanted.critical[0] >= never);
        CHECK(wanted.critical[1] == 140);
    }

    TEST_CASE("two hundred thousand links in a row are no recursion") {
        Graph graph;
        for (Index i = 0; i < 200'000; ++i)
            graph.nodes.push_back(
                node("N", 1, i == 0 ? std::vector<Group>{} : std::vector<Group>{needs(Phase::restore, {i - 1})}));
        CHECK(all_down(graph).operate.back() == 200'000);
    }

    TEST_CASE("rows of one group are alternatives, rows without group are all needed") {
        model::Plan plan;
        for (const char* id : {"INF-001", "INF-002", "INF-003", "INF-004"}) {
            model::Infrastructure infrastructure;
            infrastructure.id = infrastructure.name = id;
            infrastructure.kind = std::string("network");
            infrastructure.rta = Duration::of(60);
            plan.infrastructures.push_back(infrastructure);
        }
        const auto need = [](const char* id, const char* group) {
            model::Need row;
            row.node = model::to(id);
            row.phase = std::string("RESTORE");
            if (*group) row.group = std::string(group);
            return row;
        };
        plan.infrastructures[1].rta = Duration::of(600);
        plan.infrastructures[3].needs = std::vector{need("INF-001", "way"), need("INF-003", ""), need("INF-002", "way")};
        const auto graph = graph_of(plan);
        const auto& groups = graph.nodes[static_cast<std::size_t>(graph.index_of("INF-004"))].groups;
        REQUIRE(groups.size() == 2);
        CHECK(groups[0].alternatives.size() == 2);
        CHECK(groups[0].k == 1);
        const auto states = state_graph(graph);
        CHECK(recovery(states, it_outage(graph), World::lower)
                  .operate[static_cast<std::size_t>(states.vertex(graph.index_of("INF-004"), Level::normal))] == 120);
    }

    TEST_CASE("an open reference is no need") {
        model::Plan plan;
        model::Application application;
        application.id = "APP-001";
        model::Need row;
        row.node = model::Reference{"", "Prosoz", ""};
        application.needs = std::vector{row};
        plan.applications.push_back(application);
        CHECK(graph_of(plan).nodes[0].groups.empty());
    }

    TEST_CASE("the class follows the MTPD with the limits of the Kommune") {
        model::Organisation organisation;
        CHECK(priority_for(minutes_per_day, priority_limits(organisation)) == 'A');
        CHECK(priority_for(minutes_per_day + 1, priority_limits(organisation)) == 'B');
        CHECK(priority_for(7 * minutes_per_day, priority_limits(organisation)) == 'C');
        CHECK(priority_for(30 * minutes_per_day, priority_limits(organisation)) == 'D');
        organisation.limit_a = Duration::of(4 * minutes_per_hour);
        CHECK(priority_for(minutes_per_day, priority_limits(organisation)) == 'B');
    }

    TEST_CASE("a proposal says so until a person confirms it") {
        model::Service service;
        const model::Organisation organisation;
        const Date day = *Date::of(2026, 12, 1);
        CHECK(to_text(priority_of(service, organisation, day)).empty());
        service.mtpd = Duration::of(60);
        CHECK(to_text(priority_of(service, organisation, day)) == "A (Vorschlag)");
        service.priority = std::string("B");
        service.priority_confirmed_by = std::string("Leitung");
        service.priority_confirmed_on = day;
        CHECK(to_text(priority_of(service, organisation, day)) == "B");
    }

    TEST_CASE("a season over the turn of the year raises the class while it lasts") {
        model::Service service;
        service.mtpd = Duration::of(30 * minutes_per_day);
        model::Season winter;
        winter.from = std::string("01.11.");
        winter.to = std::string("31.03.");
        winter.priority = std::string("A");
        winter.mtpd = Duration::of(4 * minutes_per_hour);
        service.seasons = std::vector{winter};
        CHECK(priority_of(service, {}, *Date::of(2026, 12, 1)).letter == 'A');
        CHECK(mtpd_of(service, *Date::of(2027, 3, 31)) == 4 * minutes_per_hour);
        CHECK(priority_of(service, {}, *Date::of(2026, 6, 1)).letter == 'D');
    }
}
