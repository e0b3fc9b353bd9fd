// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/plan_calendars.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/work_calendar.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <stdexcept>

using namespace bcmkit;

namespace {

Moment when(std::string_view text) { return moment_from(text); }

std::vector<std::string> free_days(int year, std::string_view land) {
    std::vector<std::string> days;
    for (const auto& day : holidays(year, parse_land(land))) days.push_back(to_german(day.date).substr(0, 6));
    return days;
}

} // namespace

TEST_SUITE("the clock on the wall") {
    TEST_CASE("a moment is read as people write it") {
        const std::string iso = "2026-11-27T19:40";
        for (const char* text : {"Fr 27.11.2026 19:40", "27.11.2026 19:40", "Freitag, 27.11.2026, 19.40 Uhr",
                                 "fr. 27.11.2026 19:40", "2026-11-27 19:40", "2026-11-27T19:40", "  Fr  27.11.2026\t19:40 "}) {
            CAPTURE(text);
            CHECK(to_iso(when(text)) == iso);
        }
        CHECK(to_german(when(iso)) == "Fr 27.11.2026 19:40");
        CHECK(to_short_german(when(iso)) == "Fr 27.11. 19:40");
        CHECK(when("31.12.2026 24:00") == when("1.1.2027 0:00"));
    }

    TEST_CASE("a wrong weekday is an error that names the right one") {
        try {
            moment_from("Do 27.11.2026 19:40");
            FAIL("accepted");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::usage);
            CHECK(to_text(error.message()) == "Der 27.11.2026 ist ein Freitag.");
            REQUIRE(error.hints().size() == 1);
            CHECK(to_text(error.hints().front()) == "Gemeint ist vielleicht: Fr 27.11.2026 19:40");
        }
    }

    TEST_CASE("what is no moment is refused with an example") {
        for (const char* text :
             {"", "morgen", "27.11.2026", "19:40", "31.11.2026 10:00", "27.11.2026 25:00", "27.11.2026 10:60", "27.11.2026 24:01",
              "Xy 27.11.2026 10:00", "Fr 27.11.2026 19:40 jetzt", "27.11.2026 1940", "27.11.2026 -1:00", "27.11.2026 111:00"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_moment(text));
            CHECK_THROWS_AS(moment_from(text), Error);
        }
    }

    TEST_CASE("Easter falls on the known days") {
        for (const char* day : {"31.03.1907", "23.04.1916", "25.04.1943", "19.04.1981", "23.03.2008", "24.04.2011", "31.03.2024",
                                "20.04.2025", "05.04.2026", "28.03.2027", "25.04.2038", "19.04.2076", "12.04.2161"}) {
            const Date date = *parse_date(day); // an independent rule (Meeus) gives the same
            CHECK(to_german(easter_sunday(date.year())) == day);
        }
        for (int year = 1900; year < 2200; ++year) {
            const Date easter = easter_sunday(year);
            REQUIRE(easter.weekday() == 0);
            REQUIRE(easter >= *Date::of(year, 3, 22));
            REQUIRE(easter <= *Date::of(year, 4, 25));
        }
    }

    TEST_CASE("past the ends of the calendar no holidays are known, and reckoning goes on") {
        CHECK(holidays(2200, Land::ni).empty());
        const Date last = *Date::of(2199, 12, 31);
        CHECK(holiday_name(last.plus_days(1), Land::ni).empty());
        CHECK(is_bank_day(last.plus_days(3)) == (last.plus_days(3).weekday() % 6 != 0));
    }

    TEST_CASE("each Land has its public holidays of 2026") {
        using Days = std::vector<std::string>;
        CHECK(free_days(2026, "NI") ==
              Days{"01.01.", "03.04.", "06.04.", "01.05.", "14.05.", "25.05.", "03.10.", "31.10.", "25.12.", "26.12."});
        CHECK(free_days(2026, "SN") ==
              Days{"01.01.", "03.04.", "06.04.", "01.05.", "14.05.", "25.05.", "03.10.", "31.10.", "18.11.", "25.12.", "26.12."});
        CHECK(free_days(2026, "BY") == Days{"01.01.", "06.01.", "03.04.", "06.04.", "01.05.", "14.05.", "25.05.", "04.06.",
                                            "03.10.", "01.11.", "25.12.", "26.12."});
        CHECK(free_days(2026, "BB") == Days{"01.01.", "03.04.", "05.04.", "06.04.", "01.05.", "14.05.", "24.05.", "25.05.",
                                            "03.10.", "31.10.", "25.12.", "26.12."});
        CHECK(free_days(2026, "XX") ==
              Days{"01.01.", "03.04.", "06.04.", "01.05.", "14.05.", "25.05.", "03.10.", "25.12.", "26.12."});
        // Number of days by Land; BB has two more that are Sundays.
        constexpr std::array<std::pair<const char*, std::size_t>, 16> numbers{{{"BW", 12},
                                                                               {"BY", 12},
                                                                               {"BE", 10},
                                                                               {"BB", 12},
                                                                               {"HB", 10},
                                                                               {"HH", 10},
                                                                               {"HE", 10},
                                                                               {"MV", 11},
                                                                               {"NI", 10},
                                                                               {"NW", 11},
                                                                               {"RP", 11},
                                                                               {"SL", 12},
                                                                               {"SN", 11},
                                                                               {"ST", 11},
                                                                               {"SH", 10},
                                                                               {"TH", 11}}};
        for (const auto& count : numbers) {
            CAPTURE(count.first);
            CHECK(free_days(2026, count.first).size() == count.second);
        }
    }

    TEST_CASE("the day of repentance is the Wednesday before 23 November, and only in Sachsen") {
        for (const char* day : {"22.11.2023", "20.11.2024", "19.11.2025", "18.11.2026", "17.11.2027", "16.11.2033"}) {
            CHECK(holiday_name(*parse_date(day), Land::sn) == "Buß- und Bettag");
            CHECK(holiday_name(*parse_date(day), Land::st).empty());
        }
        CHECK(holiday_name(*parse_date("08.05.2025"), Land::be) == "Tag der Befreiung");
        CHECK(holiday_name(*parse_date("08.05.2026"), Land::be).empty());
    }

    TEST_CASE("bank days are those of the payment system, not of the Land") {
        CHECK_FALSE(is_bank_day(*parse_date("28.11.2026"))); // Saturday
        CHECK_FALSE(is_bank_day(*parse_date("03.04.2026"))); // Karfreitag
        CHECK(is_bank_day(*parse_date("04.06.2026")));       // Fronleichnam
        CHECK(is_bank_day(*parse_date("24.12.2026")));
        CHECK(to_german(bank_days_before(*parse_date("29.12.2026"), 3)) == "23.12.2026");
        CHECK(to_german(bank_days_before(*parse_date("27.12.2026"), 0)) == "24.12.2026");
    }

    TEST_CASE("work stops at the evening, over the weekend and on a public holiday") {
        const auto office = WorkCalendar::office(Land::ni);
        const auto add = [&](const char* start, Minutes work) { return to_german(office.add_work(when(start), work)); };
        CHECK(add("Fr 27.11.2026 19:40", 60) == "Mo 30.11.2026 09:00");
        CHECK(add("Fr 27.11.2026 11:30", 60) == "Mo 30.11.2026 08:30");
        CHECK(add("Fr 27.11.2026 11:30", 30) == "Fr 27.11.2026 12:00");
        CHECK(add("Fr 27.11.2026 19:40", 0) == "Fr 27.11.2026 19:40");
        CHECK(add("Do 24.12.2026 15:00", 120) == "Mo 28.12.2026 09:00"); // Fr 25.12. is Christmas
        CHECK(to_german(office.next_open(when("Fr 27.11.2026 19:40"))) == "Mo 30.11.2026 08:00");
        CHECK(to_german(office.next_open(when("Fr 27.11.2026 09:00"))) == "Fr 27.11.2026 09:00");
        CHECK(to_german(office.next_opening(when("Fr 27.11.2026 09:00"))) == "Mo 30.11.2026 08:00");
        CHECK(to_german(office.sub_work(when("Mo 30.11.2026 09:00"), 90)) == "Fr 27.11.2026 11:30");
        CHECK(office.work_between(when("Fr 27.11.2026 11:00"), when("Mo 30.11.2026 09:00")) == 120);
        CHECK(to_german(WorkCalendar::around_the_clock().add_work(when("Fr 27.11.2026 19:40"), 300)) == "Sa 28.11.2026 00:40");
    }

    TEST_CASE("hours that overlap count once, and a calendar without hours is refused") {
        const WorkCalendar twice({{1, 480, 600}, {1, 540, 660}, {1, 660, 720}}, false, std::nullopt);
        CHECK(twice.work_between(when("Mo 30.11.2026 00:00"), when("Di 01.12.2026 00:00")) == 240);
        CHECK_THROWS_AS(WorkCalendar({}, false, std::nullopt), std::invalid_argument);
        CHECK_THROWS_AS(WorkCalendar({{1, 600, 600}}, false, std::nullopt), std::invalid_argument);
        CHECK_THROWS_AS(WorkCalendar({{7, 0, 60}}, false, std::nullopt), std::invalid_argument);
    }

    TEST_CASE("the work calendar agrees with counting minute by minute, and is monotone") {
        std::mt19937 random(20261127);
        const auto any = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
        for (int round = 0; round < 60; ++round) {
            CAPTURE(round);
            std::vector<WorkCalendar::Hours> hours;
            for (int i = any(6); i >= 0; --i) {
                const int from = any(1440);
                hours.push_back({any(7), from, from + 1 + any(1440 - from)});
            }
            const WorkCalendar calendar(hours, round % 2 == 0, static_cast<Land>(any(16)));
            const Moment start = when("15.12.2026 00:00").plus(any(20 * 1440));
            const Minutes work = 1 + any(900);
            Moment slow = start;
            for (Minutes left = work; left > 0; slow = slow.plus(1)) left -= calendar.is_open(slow) ? 1 : 0;
            const Moment end = calendar.add_work(start, work);
            REQUIRE(end == slow);
            REQUIRE(calendar.work_between(start, end) == work);
            REQUIRE(calendar.sub_work(end, work) >= start);
            REQUIRE(calendar.add_work(calendar.sub_work(end, work), work) <= end);
            REQUIRE(calendar.add_work(start.plus(any(600)), work) >= end);
            REQUIRE(calendar.add_work(start, work + any(600)) >= end);
            REQUIRE(calendar.is_open(calendar.next_open(start)));
            REQUIRE(calendar.next_opening(start) > start);
        }
    }

    TEST_CASE("a calendar of the plan is read with its weekdays and hours") {
        CHECK(analysis::weekdays_from("Mo–Do, Sa") == std::vector<int>{1, 2, 3, 4, 6});
        CHECK(analysis::weekdays_from("Sa-So") == std::vector<int>{6, 0});
        CHECK(analysis::weekdays_from("Montag bis Mittwoch") == std::vector<int>{1, 2, 3});
        CHECK(analysis::weekdays_from("täglich").empty());
        model::Calendar calendar;
        model::CalendarHours friday;
        friday.weekdays = std::string("Fr");
        friday.from = std::string("07:30");
        friday.to = std::string("13:00");
        model::CalendarHours nonsense = friday;
        nonsense.from = std::string("früh");
        calendar.hours = std::vector{friday, nonsense};
        calendar.holidays = true;
        const auto hours = analysis::work_calendar(calendar, Land::nw);
        REQUIRE(hours);
        CHECK(to_german(hours->next_open(when("Do 24.12.2026 10:00"))) == "Fr 08.01.2027 07:30"); // 25.12. and 1.1. are closed
        calendar.hours = std::vector{nonsense};
        CHECK_FALSE(analysis::work_calendar(calendar, Land::nw));
    }
}
