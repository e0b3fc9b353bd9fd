// SPDX-License-Identifier: EUPL-1.2
#include "unit/plans.hpp"

#include <bcmkit/analysis/backlog.hpp>

#include <cmath>
#include <random>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

/// (B + R) / (μ(1+o) − λ) of analysis.md §1.14, in working days; empty where the divisor is not positive. Valid where nothing
/// waits for the paper: emergency capacity <= arrivals, or then nothing waits at all.
std::optional<double> closed_form(const BacklogCase& c) {
    const double arrivals = static_cast<double>(c.arrivals), capacity = static_cast<double>(c.capacity);
    const double paper = std::min(arrivals, capacity * static_cast<double>(c.emergency) / 100);
    const double backlog = c.days * (arrivals - paper);
    const double reentry = c.days * paper * static_cast<double>(c.reentry) / 100;
    const double spare = capacity * (1 + static_cast<double>(c.overtime) / 100) - arrivals;
    if (spare <= 1e-9) return std::nullopt;
    return (backlog + reentry) / spare;
}

void check_against_closed_form(const BacklogCase& c) {
    const auto found = backlog(c);
    const auto expected = closed_form(c);
    REQUIRE(expected);
    REQUIRE(found.catch_up);
    CHECK(std::abs(*found.catch_up - *expected) <= 1.0);
}

} // namespace

TEST_SUITE("backlog") {
    TEST_CASE("five municipal examples take as long as the closed form says, give or take a day") {
        const BacklogCase vehicles{.arrivals = 1000, .capacity = 1096, .overtime = 20, .days = 30};
        check_against_closed_form(vehicles);
        CHECK(std::abs(*backlog(vehicles).catch_up - 95) <= 1);
        const BacklogCase residents{.arrivals = 100, .capacity = 112, .overtime = 15, .days = 42};
        check_against_closed_form(residents);
        CHECK(std::abs(*backlog(residents).catch_up - 146) <= 1);
        const BacklogCase building{.arrivals = 100, .capacity = 105, .overtime = 10, .days = 65, .limit = 63};
        check_against_closed_form(building);
        CHECK(std::abs(*backlog(building).catch_up - 420) <= 1);
        const BacklogCase housing{.arrivals = 100, .capacity = 102, .emergency = 20, .reentry = 25, .days = 22};
        check_against_closed_form(housing);
        CHECK(*backlog(housing).catch_up > 900); // two percent of spare capacity
        const BacklogCase fines{.arrivals = 60, .capacity = 70, .overtime = 20, .emergency = 50, .reentry = 40, .days = 20};
        check_against_closed_form(fines);
    }

    TEST_CASE("random services agree with the closed form") {
        std::mt19937 random(114);
        const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        for (int round = 0; round < 500; ++round) {
            CAPTURE(round);
            BacklogCase c;
            c.arrivals = 50 + below(200);
            c.capacity = c.arrivals + 5 + below(40);
            c.overtime = below(30);
            c.emergency = below(90);
            c.reentry = below(150);
            c.days = 1 + below(80);
            const auto paper = c.capacity * c.emergency / 100;
            if (paper >= c.arrivals) continue;
            check_against_closed_form(c);
        }
    }

    TEST_CASE("the first building application is fictitiously approved on the 64th day of the outage") {
        const auto found = backlog({.arrivals = 100, .capacity = 105, .overtime = 10, .days = 65, .limit = 63});
        REQUIRE(found.first_late);
        CHECK(*found.first_late == 64); // it came on day 1 and has waited 63 days
        CHECK(found.late_in_order > 0);
    }

    TEST_CASE("an office without spare capacity never catches up, and learns what is missing") {
        const auto found = backlog({.arrivals = 100, .capacity = 90, .overtime = 5, .days = 10});
        CHECK_FALSE(found.catch_up);
        CHECK(found.short_by == 6); // 100 − 94.5
        CHECK(found.waiting == 1000);
    }

    TEST_CASE("a queue that never ends makes cases late, however long the limit is") {
        for (const int limit : {3, 20, 300}) {
            CAPTURE(limit);
            const auto found = backlog({.arrivals = 100, .capacity = 90, .overtime = 5, .days = 10, .limit = limit});
            CHECK_FALSE(found.catch_up);
            REQUIRE(found.first_late);
            CHECK(*found.first_late > limit);
            CHECK_FALSE(found.late_in_order);
            CHECK_FALSE(found.late_new_first);
        }
        // Nobody new falls behind: those of the outage wait for ever all the same.
        const auto level = backlog({.arrivals = 100, .capacity = 100, .days = 10, .limit = 5});
        CHECK(level.first_late == 6);
        CHECK_FALSE(level.late_in_order);
    }

    TEST_CASE("new cases first keeps most of them in time") {
        const auto found = backlog({.arrivals = 100, .capacity = 110, .overtime = 20, .days = 30, .limit = 10});
        CHECK(found.late_in_order > found.late_new_first);
        CHECK(found.late_new_first >= 1900); // those of the outage cannot be saved
    }

    TEST_CASE("an outage that paper carries in full leaves only the entering") {
        const auto found = backlog({.arrivals = 10, .capacity = 12, .emergency = 100, .reentry = 50, .days = 20});
        CHECK(found.waiting == 0);
        CHECK(found.on_paper == 200);
        CHECK(*found.catch_up == 50); // 100 case efforts, two a day
    }

    TEST_CASE("lengths of the law become working days") {
        CHECK(working_days("3 Monate", false) == 63);
        CHECK(working_days("3 Monate bis zum Bußgeldbescheid", false) == 63);
        CHECK(working_days("2 Wochen", false) == 10);
        CHECK(working_days("10 Tage", true) == 10);
        CHECK(working_days("10 Tage", false) == 8);
        CHECK_FALSE(working_days("im Voraus zum Monatsersten", false));
        CHECK_FALSE(working_days("24 Stunden", false));
    }

    TEST_CASE("impossible numbers are refused") {
        CHECK_THROWS_AS(backlog({.arrivals = -1, .capacity = 1, .days = 1}), std::invalid_argument);
        CHECK_THROWS_AS(backlog({.arrivals = 1, .capacity = 1, .days = 100'000}), std::invalid_argument);
    }
}
