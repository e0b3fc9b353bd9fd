// SPDX-License-Identifier: EUPL-1.2
#include "plans.hpp"

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/service_deadline.hpp>

#include <doctest/doctest.h>

#include <random>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

std::vector<std::string> names(const std::vector<Bridge>& bridges) {
    std::vector<std::string> out;
    for (const auto& bridge : bridges) out.push_back(bridge.by);
    return out;
}

/// Tries every minute: carried as far as some workaround that began in time reaches.
Minutes bridged_minute_by_minute(Minutes mtpd, const std::vector<Bridge>& bridges) {
    Minutes until = mtpd;
    for (Minutes now = 0; now <= until; ++now) {
        for (const auto& bridge : bridges) {
            if (bridge.ready <= now) until = std::max(until, bridge.ready + bridge.lasts);
        }
    }
    return until;
}

/// A service on one application, which its people test for some minutes, and everything else from the edits.
std::vector<ServiceDeadline> deadlines(const std::vector<std::string>& edits, World world = World::lower, Minutes test = 0) {
    model::Plan plan;
    plans::edit_one(plan, "+SVC-001 name=Winterdienst");
    plans::edit_one(plan, "+APP-001 name=Bauhof");
    plans::edit_one(plan, "SVC-001 uses=APP-001");
    plans::edit_one(plan, "APP-001 rta=8 h");
    for (const auto& edit : edits) plans::edit_one(plan, edit);
    if (test > 0) {
        model::Step step;
        step.phase = std::string("test");
        step.duration = Duration::of(test);
        plan.applications[0].steps = std::vector{step};
    }
    const auto graph = graph_of(plan);
    const auto states = state_graph(graph);
    return service_deadlines(plan, graph, states, recovery(states, it_outage(graph), world), world, plans::day());
}

} // namespace

TEST_SUITE("service deadline") {
    TEST_CASE("a workaround carries beyond the limit only if it is ready by then") {
        CHECK(bridged_until(100, {{60, 200, "in time", false}}) == 260);
        CHECK(bridged_until(100, {{101, 200, "too late", false}}) == 100);
        CHECK(bridged_until(100, {{0, 50, "too short", false}}) == 100);
        CHECK(bridged_until(100, {{0, never, "without end", false}}) >= never);
        CHECK(bridged_until(100, {}) == 100);
    }

    TEST_CASE("one workaround relieves the other") {
        std::vector<Bridge> used;
        CHECK(bridged_until(100, {{250, 500, "third", false}, {60, 200, "second", false}, {0, 120, "first", false}}, &used) ==
              750);
        CHECK(names(used) == std::vector<std::string>{"second", "third"});
    }

    TEST_CASE("the bridge reaches as far as a clock that tries every minute finds") {
        std::mt19937 random(31);
        const auto below = [&](unsigned n) { return static_cast<Minutes>(random() % n); };
        for (int round = 0; round < 500; ++round) {
            CAPTURE(round);
            std::vector<Bridge> bridges;
            for (Minutes i = below(6); i > 0; --i) bridges.push_back({below(200), below(150), "", false});
            REQUIRE(bridged_until(50, bridges) == bridged_minute_by_minute(50, bridges));
        }
    }

    TEST_CASE("without a workaround IT has to be back by the MTPD, less what the Fachbereich tests") {
        const auto found = deadlines({"SVC-001 mtpd=24 h"}, World::lower, 120);
        REQUIRE(found.size() == 1);
        CHECK(found[0].checks == 120);
        CHECK(found[0].latest() == 22 * 60);
        CHECK(found[0].emergency == 8 * 60);
    }

    TEST_CASE("a workaround hands IT a later deadline; without an end it asks nothing of IT any more") {
        const std::vector<std::string> edits{"SVC-001 mtpd=24 h", "+FAL-001 name=Papier", "FAL-001 services=SVC-001",
                                             "FAL-001 reach=2 h", "FAL-001 max_sustain=5 Tage"};
        const auto found = deadlines(edits);
        CHECK(found[0].latest() == 5 * minutes_per_day + 120);
        CHECK(found[0].latest_without_workarounds() == minutes_per_day);
        CHECK(found[0].emergency == 120);
        CHECK(names(found[0].carried) == std::vector<std::string>{"FAL-001"});
        auto endless = edits;
        endless.emplace_back("FAL-001 max_sustain=entfällt");
        CHECK(deadlines(endless)[0].latest() >= never);
        CHECK(deadlines(endless, World::upper)[0].latest() >= never);
    }

    TEST_CASE("a workaround with an open answer carries in the lower world only") {
        for (const char* open : {"FAL-001 max_sustain=unbekannt", "FAL-001 reach=unbekannt"}) {
            CAPTURE(open);
            const std::vector<std::string> edits{"SVC-001 mtpd=24 h", "+FAL-001 name=Papier",       "FAL-001 services=SVC-001",
                                                 "FAL-001 reach=2 h", "FAL-001 max_sustain=5 Tage", open};
            CHECK(deadlines(edits)[0].latest() > minutes_per_day);
            CHECK(deadlines(edits)[0].ways.at(0).is_open);
            CHECK(deadlines(edits, World::upper)[0].latest() == minutes_per_day);
            CHECK(deadlines(edits, World::upper)[0].emergency == 8 * 60);
        }
    }

    TEST_CASE("where nobody said by when, the asked-for time stands in and says so; a retired service asks nothing") {
        const auto found = deadlines({"SVC-001 rto=12 h"});
        CHECK(found[0].is_rto);
        CHECK(found[0].mtpd == 12 * 60);
        CHECK_FALSE(deadlines({})[0].is_known());
        CHECK(deadlines({"SVC-001 status=retired"}).empty());
    }

    TEST_CASE("demand hears of the bridge, or of the strict reading without it") {
        const auto found = deadlines({"SVC-001 mtpd=24 h", "+FAL-001 name=Papier", "FAL-001 services=SVC-001",
                                      "FAL-001 reach=2 h", "FAL-001 max_sustain=5 Tage"});
        const auto bridged = deadlines_of(found, Workarounds::carry), strict = deadlines_of(found, Workarounds::ignored);
        REQUIRE(bridged.size() == 2);
        REQUIRE(strict.size() == 2);
        CHECK(bridged[1].latest == 5 * minutes_per_day + 120);
        CHECK(strict[1].latest == minutes_per_day);
        CHECK(bridged[0].level == Level::emergency);
        CHECK(bridged[0].latest == minutes_per_day);
    }
}
