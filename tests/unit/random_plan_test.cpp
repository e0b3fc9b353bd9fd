// SPDX-License-Identifier: EUPL-1.2
#include "random_plan.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace bcmkit;
using namespace bcmkit::model;

TEST_CASE("the random plan has every kind of field in all four states") {
    const Plan plan = random_plan(1, 8);
    std::set<std::pair<Kind, int>> seen;
    for (const auto& record : all_records(plan)) {
        for (const auto& field : record.type->fields) {
            const Value value = field.get(record.record);
            const auto* gap = std::get_if<Gap>(&value);
            if (field.name != "id" && field.name != "name") seen.insert({field.kind, gap ? static_cast<int>(*gap) : 3});
        }
    }
    CHECK(seen.size() == 13 * 4);
}
