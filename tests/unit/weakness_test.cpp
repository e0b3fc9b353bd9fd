// SPDX-License-Identifier: EUPL-1.2
#include "unit/plans.hpp"

#include <bcmkit/analysis/concentration.hpp>
#include <bcmkit/analysis/data_loss.hpp>
#include <bcmkit/analysis/evidence.hpp>
#include <bcmkit/analysis/plan_graph.hpp>

#include <algorithm>

using namespace bcmkit;
using namespace bcmkit::analysis;
using namespace std::string_literals;

namespace {

constexpr Minutes hour = minutes_per_hour, day_long = minutes_per_day;

model::RestorePoint point(std::string name, Minutes interval, std::string medium, bool same_domain = false) {
    model::RestorePoint out;
    out.name = std::move(name);
    out.interval = Duration::of(interval);
    out.medium = std::move(medium);
    out.same_domain = same_domain;
    return out;
}

/// One application with one data source, a backup server and a system that comes back after ten hours.
model::Plan town(std::vector<model::RestorePoint> points) {
    model::Plan plan;
    model::Infrastructure server;
    server.id = "INF-001";
    server.kind = "backup"s;
    server.rta = Duration::of(10 * hour);
    plan.infrastructures.push_back(server);
    model::Application application;
    application.id = "APP-001";
    application.rta = Duration::of(hour);
    plan.applications.push_back(application);
    model::DataSource data;
    data.id = "DAT-001";
    data.applications = model::References{model::to("APP-001")};
    data.rpo = Duration::of(day_long);
    data.rta = Duration::of(2 * hour);
    data.restore_points = std::move(points);
    plan.data_sources.push_back(data);
    return plan;
}

std::vector<DataLoss> losses(const model::Plan& plan, const Attack& attack = {}) {
    const Graph graph = graph_of(plan);
    const auto states = state_graph(graph);
    return data_losses(plan, graph, states, recovery(states, it_outage(graph), World::lower), attack);
}

} // namespace

TEST_SUITE("data loss") {
    TEST_CASE("online in the own domain is gone in an attack, and there in any other event") {
        const auto plan = town({point("Tag", day_long, "online", true)});
        auto found = losses(plan).front();
        CHECK(found.loss == never);
        CHECK(found.useless == std::vector<std::pair<std::string, Useless>>{{"Tag", Useless::destroyed}});
        CHECK(found.has_gap());
        found = losses(plan, {.on_backups = false}).front();
        CHECK(found.loss == day_long);
        CHECK_FALSE(found.has_gap());
    }

    TEST_CASE("younger and slower, older and faster: both stay, what is worse in both goes") {
        auto fresh = point("Band", 4 * hour, "offline"), old = point("Woche", 7 * day_long, "immutable"),
             worse = point("Monat", 30 * day_long, "immutable");
        fresh.needs = model::References{model::to("INF-001")};
        const auto found = losses(town({old, worse, fresh})).front();
        REQUIRE(found.choices.size() == 2);
        CHECK(found.choices[0].name == "Band");
        CHECK(found.choices[0].back == 10 * hour);
        CHECK(found.choices[1].name == "Woche");
        CHECK(found.choices[1].back == 0);
        CHECK(found.loss == 4 * hour);
    }

    TEST_CASE("at most five choices stay") {
        std::vector<model::RestorePoint> points;
        auto plan = town({});
        for (int i = 0; i < 8; ++i) {
            model::Infrastructure server;
            server.id = "INF-10" + std::to_string(i);
            server.kind = "backup"s;
            server.rta = Duration::of((8 - i) * hour);
            plan.infrastructures.push_back(server);
            auto choice = point("P" + std::to_string(i), (1 + i) * day_long, "offline");
            choice.needs = model::References{model::to(server.id)};
            points.push_back(choice);
        }
        plan.data_sources[0].restore_points = points;
        CHECK(losses(plan).front().choices.size() == 5);
    }

    TEST_CASE("a copy that needs what never comes back is of no use") {
        auto tape = point("Band", day_long, "offline");
        tape.needs = model::References{model::to("INF-001")};
        auto plan = town({tape});
        model::Need itself;
        itself.node = model::to("DAT-001");
        itself.phase = "RESTORE"s;
        plan.infrastructures[0].needs = std::vector{itself};
        const auto found = losses(plan).front();
        CHECK(found.useless.front().second == Useless::unreachable);
        CHECK(found.loss == never);
    }

    TEST_CASE("young copies are not trusted: what can be changed, and what the plan calls suspect") {
        auto said = point("Tag", day_long, "immutable");
        said.suspect_after = Duration::of(14 * day_long);
        CHECK(losses(town({said})).front().loss == 15 * day_long);
        CHECK(losses(town({said})).front().interval == -13 * day_long);
        const auto changeable = point("Fern", day_long, "online", false);
        CHECK(losses(town({changeable}), {.inside_for = 10 * day_long}).front().loss == 11 * day_long);
        CHECK(losses(town({point("Tag", day_long, "immutable")}), {.inside_for = 10 * day_long}).front().loss == day_long);
        CHECK(losses(town({said}), {.on_backups = false}).front().loss == day_long);
    }

    TEST_CASE("without an interval nobody knows the loss, and that is no certain gap") {
        auto unknown = point("Tag", day_long, "immutable");
        unknown.interval = model::Gap::unknown;
        auto plan = town({unknown});
        CHECK_FALSE(losses(plan).front().is_known);
        CHECK_FALSE(losses(plan).front().has_gap());
        plan.data_sources[0].backup_interval = Duration::of(2 * day_long);
        CHECK(losses(plan).front().loss == 2 * day_long);
        CHECK(losses(plan).front().has_gap());
    }

    TEST_CASE("data of one application go back to their common point") {
        auto plan = town({point("Tag", hour, "immutable")});
        auto other = plan.data_sources[0];
        other.id = "DAT-002";
        other.restore_points = std::vector{point("Woche", 7 * day_long, "immutable")};
        plan.data_sources.push_back(other);
        const auto found = losses(plan);
        CHECK(found[0].loss == hour);
        CHECK(found[0].consistent_loss == 7 * day_long);
        CHECK(found[0].has_gap());
    }

    TEST_CASE("who derives data passes the demand on") {
        auto plan = town({point("Tag", day_long, "immutable")});
        auto derived = plan.data_sources[0];
        derived.id = "DAT-002";
        derived.applications = {};
        derived.rpo = Duration::of(4 * hour);
        model::Need source;
        source.node = model::to("DAT-001");
        derived.needs = std::vector{source};
        plan.data_sources.push_back(derived);
        CHECK(losses(plan)[0].required == 4 * hour);
        CHECK(losses(plan)[0].interval == 4 * hour);
    }

    TEST_CASE("separately restorable is what needs no other data first") {
        auto tape = point("Band", day_long, "offline");
        tape.needs = model::References{model::to("INF-001")};
        auto plan = town({tape});
        auto images = plan.data_sources[0];
        images.id = "DAT-002";
        images.applications = {};
        images.restore_points = std::vector{point("Platte", day_long, "offline")};
        plan.data_sources.push_back(images);
        CHECK(losses(plan)[0].separately);
        model::Need first;
        first.node = model::to("DAT-002");
        first.phase = "RESTORE"s;
        plan.infrastructures[0].needs = std::vector{first};
        CHECK_FALSE(losses(plan)[0].separately);
        CHECK(losses(plan)[1].separately);
    }
}

TEST_SUITE("concentration") {
    TEST_CASE("a share counts time-critical services of the class that rest on the provider") {
        model::Plan plan;
        for (const int i : {1, 2, 3}) {
            model::Application application;
            application.id = "APP-" + std::to_string(i);
            if (i < 3) application.operator_ = model::to("PRV-001");
            plan.applications.push_back(application);
            model::Service service;
            service.id = "SVC-" + std::to_string(i);
            service.time_critical = true;
            service.priority = "B"s;
            service.uses = model::References{model::to(application.id)};
            plan.services.push_back(service);
        }
        auto shares = provider_shares(plan, plans::day());
        REQUIRE(shares["PRV-001"].size() == 1);
        CHECK(shares["PRV-001"][0].percent() == 66);
        plan.services[0].time_critical = false;
        CHECK(provider_shares(plan, plans::day())["PRV-001"][0].percent() == 50);
    }

    TEST_CASE("a helper that runs what it is to clean up is found without anybody saying so") {
        model::Plan plan;
        model::Provider provider;
        provider.id = "PRV-001";
        plan.providers.push_back(provider);
        model::Contract contract;
        contract.id = "VTR-001";
        contract.kind = "ir"s;
        contract.provider = model::to("PRV-001");
        plan.contracts.push_back(contract);
        CHECK(helpers_that_operate(plan).empty());
        model::Infrastructure server;
        server.id = "INF-001";
        server.provider = model::to("PRV-001");
        plan.infrastructures.push_back(server);
        REQUIRE(helpers_that_operate(plan).size() == 1);
        CHECK(helpers_that_operate(plan)[0].operates == std::vector{"INF-001"s});
        plan.contracts[0].kind = "operation"s;
        CHECK(helpers_that_operate(plan).empty());
    }
}

TEST_SUITE("evidence") {
    TEST_CASE("a step of the critical path without a fresh test is a gap, one beside the path is none") {
        auto plan = town({point("Tag", day_long, "immutable")});
        model::Service service;
        service.id = "SVC-001";
        service.time_critical = true;
        service.uses = model::References{model::to("APP-001"), model::to("INF-001")};
        plan.services.push_back(service);
        const auto gaps = [&] {
            const Graph graph = graph_of(plan);
            const auto states = state_graph(graph);
            const auto back = recovery(states, it_outage(graph), World::lower);
            return evidence_gaps(plan, graph, states, back, plans::day(), 12);
        };
        auto found = gaps();
        REQUIRE(found.size() == 1);
        CHECK(found[0].object == "INF-001");
        CHECK_FALSE(found[0].last.has_value());
        plan.infrastructures[0].tested_on = plans::day().plus_months(-13);
        REQUIRE(gaps().size() == 1);
        CHECK(gaps()[0].last.has_value());
        plan.infrastructures[0].tested_on = plans::day().plus_months(-11);
        CHECK(gaps().empty());
        model::Fallback fallback;
        fallback.id = "FAL-001";
        fallback.services = model::References{model::to("SVC-001")};
        plan.fallbacks.push_back(fallback);
        REQUIRE(gaps().size() == 1);
        CHECK(gaps()[0].object == "FAL-001");
    }
}
