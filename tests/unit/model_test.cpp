// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <doctest/doctest.h>

#include <set>

using namespace bcmkit;
using namespace bcmkit::model;

TEST_SUITE("model") {
    TEST_CASE("every field reads back what was written, in all four states") {
        for (const auto* type : record_types()) {
            Plan plan;
            void* record = type->add(plan, std::string(type->prefix) + "-001");
            for (const auto& field : type->fields) {
                if (field.name == "id" || field.name == "name") continue;
                CAPTURE(type->code);
                CAPTURE(field.name);
                CHECK(field.get(record) == Value(Gap::absent));
                for (const Gap gap : {Gap::unknown, Gap::not_applicable, Gap::absent}) {
                    field.set(record, gap);
                    CHECK(field.get(record) == Value(gap));
                }
            }
        }
    }

    TEST_CASE("names, labels and prefixes are unique, so that every word means one thing") {
        std::set<std::string_view> prefixes, files;
        for (const auto* type : record_types()) {
            CHECK(prefixes.insert(type->prefix).second);
            CHECK(files.insert(type->file).second);
            std::set<std::string_view> words;
            for (const auto& field : type->fields) {
                CAPTURE(type->code);
                CAPTURE(field.name);
                CHECK(words.insert(field.name).second);
                CHECK(words.insert(field.label).second);
            }
        }
    }

    TEST_CASE("a number that counts nothing is shown as it is, an amount with its unit") {
        const Field rank{.name = "rank", .label = "Rang", .kind = Kind::number};
        CHECK(display(rank, Value(std::int64_t{15})) == "15");
        CHECK(display(rank, Value(std::int64_t{20250})) == "20250");
        const Field people{.name = "n", .label = "Anzahl", .kind = Kind::number, .unit = "Personen", .unit_of_one = "Person"};
        CHECK(display(people, Value(std::int64_t{1})) == "1 Person");
        CHECK(display(people, Value(std::int64_t{9999})) == "9999 Personen");
        CHECK(display(people, Value(std::int64_t{12500})) == "12.500 Personen");
        const Field town{.name = "n", .label = "Einwohner", .kind = Kind::number, .unit = "Einwohner"};
        CHECK(display(town, Value(std::int64_t{300})) == "300");
    }

    TEST_CASE("no label repeats the unit of its number") {
        for (const auto* type : record_types()) {
            for (const auto& field : type->fields) {
                if (field.kind != Kind::number) CHECK_MESSAGE(field.unit.empty(), type->code, ".", field.name);
                const bool is_said_twice = display(field, Value(std::int64_t{2})) == "2 " + std::string(field.label);
                if (field.kind == Kind::number) CHECK_MESSAGE(!is_said_twice, type->code, ".", field.name);
            }
        }
    }

    TEST_CASE("every reference names a record type that exists") {
        for (const auto* type : record_types()) {
            for (const auto& field : type->fields) {
                if (field.kind != Kind::reference && field.kind != Kind::references) continue;
                CAPTURE(field.name);
                bool any = false;
                for (const auto* target : record_types()) any = any || may_target(field, *target);
                CHECK(any);
            }
        }
    }

    TEST_CASE("records stay sorted by id and are found by it") {
        Plan plan;
        const RecordType& type = *record_type("Leistungen");
        for (const char* id : {"SVC-003", "SVC-001", "SVC-002"}) static_cast<Service*>(type.add(plan, id))->name = id;
        CHECK(plan.services[0].id == "SVC-001");
        CHECK(find(plan, "SVC-002").name() == "SVC-002");
        CHECK_FALSE(find(plan, "SVC-009"));
        CHECK(next_id(plan, type) == "SVC-004");
    }

    TEST_CASE("links name the row and the field they come from") {
        Plan plan;
        Service service;
        service.id = "SVC-001";
        Need need;
        need.node = to("INF-001");
        service.needs = std::vector{need};
        plan.services.push_back(service);
        const auto links = all_links(plan);
        REQUIRE(links.size() == 1);
        CHECK(links[0].field == "needs[1].node");
        CHECK(links[0].target.id == "INF-001");
    }
}
