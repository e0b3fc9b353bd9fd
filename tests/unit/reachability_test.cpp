// SPDX-License-Identifier: EUPL-1.2
#include "unit/plans.hpp"

#include <bcmkit/analysis/cause.hpp>
#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/reachability.hpp>

#include <algorithm>

using namespace bcmkit;
using namespace bcmkit::analysis;
using namespace std::string_literals;

namespace {

/// Two roles, a telephone system on the house network, a radio, and a list of numbers on the file server.
model::Plan town() {
    model::Plan plan;
    const auto infrastructure = [&](std::string id, std::string kind) {
        model::Infrastructure record;
        record.id = std::move(id);
        record.kind = std::move(kind);
        plan.infrastructures.push_back(std::move(record));
    };
    infrastructure("INF-001", "network");
    infrastructure("INF-002", "telephony");
    infrastructure("INF-003", "files");
    model::Need network;
    network.node = model::to("INF-001");
    plan.infrastructures[1].needs = std::vector{network};
    for (const int i : {1, 2}) {
        model::Person person;
        person.id = "PER-00" + std::to_string(i);
        person.phone_office = "+493023125201"s;
        plan.persons.push_back(person);
        model::Role role;
        role.id = "ROL-" + std::to_string(i);
        model::Holder holder;
        holder.person = model::to(person.id);
        role.holders = std::vector{holder};
        plan.roles.push_back(role);
    }
    plan.persons[1].phone_mobile = "+4917604069001"s;
    model::Channel radio;
    radio.id = "KAN-001";
    radio.kind = "radio"s;
    plan.channels.push_back(radio);
    model::AlarmPath path;
    path.id = "ALM-001";
    model::AlarmStage first, second;
    first.name = "Meldung"s;
    first.decider = model::to("ROL-1");
    first.alarms = model::References{model::to("ROL-1")};
    second.name = "Leitung"s;
    second.alarms = model::References{model::to("ROL-2")};
    path.stages = std::vector{first, second};
    plan.alarm_paths.push_back(path);
    return plan;
}

Reach without(const model::Plan& plan, std::string_view id) {
    const Graph graph = graph_of(plan);
    const auto states = state_graph(graph);
    Event event;
    if (!id.empty()) event.hit = {graph.index_of(id)};
    return reachability(plan, graph, states, failed_vertices(states, event), event, plans::day());
}

} // namespace

TEST_SUITE("reachability") {
    TEST_CASE("everybody can be called while everything runs") {
        const auto reach = without(town(), "");
        REQUIRE(reach.roles.size() == 2);
        CHECK(reach.find("ROL-1")->channels_left() == 1);
        CHECK(reach.find("ROL-2")->channels_left() == 2);
        CHECK(reach.breaks.empty());
        CHECK(reach.papers.empty());
    }

    TEST_CASE("an office number falls with what carries the telephone system, and the cause is named") {
        const auto reach = without(town(), "INF-001");
        const auto* role = reach.find("ROL-1");
        REQUIRE(role != nullptr);
        CHECK_FALSE(role->is_reachable());
        CHECK(role->ways.front().lost_by == "INF-001");
        CHECK(reach.find("ROL-2")->channels_left() == 1);
    }

    TEST_CASE("the alarm stops where nobody who decides can be called") {
        const auto reach = without(town(), "INF-002");
        REQUIRE(reach.breaks.size() == 2);
        CHECK(reach.breaks[0].where == ChainBreak::Where::role);
        CHECK(reach.breaks[0].not_alarmed == std::vector<std::string>{"ROL-1"});
        CHECK(reach.breaks[1].where == ChainBreak::Where::decider);
        CHECK(reach.breaks[1].stage == "Leitung");
        CHECK(reach.breaks[1].not_alarmed == std::vector<std::string>{"ROL-2"});
    }

    TEST_CASE("a dead emergency number stops the alarm before anybody is called, a replacement lets it start") {
        auto plan = town();
        plan.alarm_paths[0].emergency_number_over = model::to("INF-002");
        auto reach = without(plan, "INF-002");
        REQUIRE(reach.breaks.size() == 1);
        CHECK(reach.breaks[0].where == ChainBreak::Where::number);
        CHECK(reach.breaks[0].not_alarmed == std::vector<std::string>{"ROL-1", "ROL-2"});
        plan.alarm_paths[0].replacement_number = "+4917139200044"s;
        CHECK(without(plan, "INF-002").breaks[0].where == ChainBreak::Where::role);
    }

    TEST_CASE("a stage stops only when its second channel is gone too") {
        auto plan = town();
        model::Channel phone;
        phone.id = "KAN-002";
        phone.kind = "phone"s;
        model::Need system;
        system.node = model::to("INF-002");
        phone.needs = std::vector{system};
        plan.channels.push_back(phone);
        (*plan.alarm_paths[0].stages)[0].channel = model::to("KAN-002");
        CHECK(without(plan, "INF-002").breaks.front().where == ChainBreak::Where::channel);
        (*plan.alarm_paths[0].stages)[0].fallback_channel = model::to("KAN-001");
        CHECK(without(plan, "INF-002").breaks.front().where == ChainBreak::Where::role);
    }

    TEST_CASE("numbers that stand only on the file server are lost with it; on paper they are not") {
        auto plan = town();
        model::Document list;
        list.id = "DOK-001";
        list.kind = "contact_list"s;
        model::OfflineCopy copy;
        copy.medium = "network"s;
        list.storage = std::vector{copy};
        plan.documents.push_back(list);
        auto reach = without(plan, "INF-003");
        CHECK(reach.numbers == Numbers::lost);
        CHECK_FALSE(reach.find("ROL-2")->is_reachable());
        REQUIRE(reach.papers.size() == 1);
        CHECK(reach.papers[0].id == "DOK-001");
        CHECK(reach.papers[0].lost_by == "INF-003");
        copy.medium = "paper"s;
        (*plan.documents[0].storage).push_back(copy);
        reach = without(plan, "INF-003");
        CHECK(reach.numbers == Numbers::at_hand);
        CHECK(reach.find("ROL-2")->is_reachable());
    }

    TEST_CASE("a radio needs no number, mail wakes nobody") {
        auto plan = town();
        plan.channels[0].users = model::References{model::to("ROL-1")};
        CHECK(without(plan, "INF-002").find("ROL-1")->channels_left() == 1);
        plan.channels[0].kind = "email"s;
        CHECK_FALSE(without(plan, "INF-002").find("ROL-1")->is_reachable());
    }

    TEST_CASE("a former holder is not called") {
        auto plan = town();
        (*plan.roles[1].holders)[0].to = Date::of(2026, 11, 30).value();
        CHECK_FALSE(without(plan, "").find("ROL-2")->is_reachable());
    }

    TEST_CASE("the fix list gives a channel that works to everybody who is cut off") {
        const auto plan = town();
        const auto fixes = reach_fixes({without(plan, "INF-001"), without(plan, "INF-002")});
        REQUIRE(fixes.size() == 1);
        CHECK(fixes[0].channel == "KAN-001");
        CHECK(fixes[0].roles == std::vector<std::string>{"ROL-1"});
    }

    TEST_CASE("a failure has the nearest hit node as its cause, and what runs has none") {
        const auto plan = town();
        const Graph graph = graph_of(plan);
        const auto states = state_graph(graph);
        Event event;
        event.hit = {graph.index_of("INF-001")};
        const auto failed = failed_vertices(states, event);
        const auto vertex = [&](std::string_view id) { return states.vertex(graph.index_of(id), Level::emergency); };
        CHECK(cause_of_failure(states, failed, event, vertex("INF-002")) == event.hit.front());
        CHECK(cause_of_failure(states, failed, event, vertex("INF-003")) == none);
    }
}
