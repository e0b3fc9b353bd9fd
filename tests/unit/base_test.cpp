// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/date.hpp>
#include <bcmkit/base/duration.hpp>
#include <bcmkit/base/hash.hpp>
#include <bcmkit/base/phone.hpp>
#include <bcmkit/base/text.hpp>

#include <doctest/doctest.h>

using namespace bcmkit;

TEST_SUITE("base") {
    TEST_CASE("durations are accepted as people write them") {
        CHECK(parse_duration("30 Minuten") == Duration::of(30));
        CHECK(parse_duration("4 Std.") == Duration::of(240));
        CHECK(parse_duration("4 h") == Duration::of(240));
        CHECK(parse_duration("4h") == Duration::of(240));
        CHECK(parse_duration("3 Tage") == Duration::of(3 * minutes_per_day));
        CHECK(parse_duration("1 Woche") == Duration::of(minutes_per_week));
        CHECK(parse_duration("1,5 Tage") == Duration::of(36 * minutes_per_hour));
        CHECK(parse_duration("1 Tag 12 h") == Duration::of(36 * minutes_per_hour));
        CHECK(parse_duration("2 h / 4 h / 1 Tag") == Duration{120, 240, 1440});
    }

    TEST_CASE("a number without a unit, a wrong order and nonsense are no durations") {
        for (const char* text : {"", "4", "h", "4 Monde", "-3 h", "4 h / 2 h / 1 h", "4 h / 5 h", "99999999999 Tage"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_duration(text));
        }
    }

    TEST_CASE("the source form of a duration reads back") {
        for (const Minutes m : {Minutes{0}, Minutes{15}, Minutes{60}, Minutes{90}, Minutes{1440}, Minutes{2880}, Minutes{4320},
                                Minutes{10080}, Minutes{20160}})
            CHECK(parse_duration(to_source(Duration::of(m))) == Duration::of(m));
        const Duration estimate{60, 120, 2880};
        CHECK(parse_duration(to_source(estimate)) == estimate);
    }

    TEST_CASE("durations on paper are spoken language") {
        CHECK(to_german(Minutes{1440}) == "24\u00A0Stunden");
        CHECK(to_german(Minutes{60}) == "1\u00A0Stunde");
        CHECK(to_german(3 * minutes_per_day) == "3\u00A0Tage");
        CHECK(to_german(Duration{2 * minutes_per_day + 1440, 4 * minutes_per_day, 5 * minutes_per_day}) ==
              "3 bis\u00A05\u00A0Tage");
    }

    TEST_CASE("a day that does not exist is no date") {
        CHECK_FALSE(parse_date("31.02.2026"));
        CHECK_FALSE(parse_date("268.2.2026")); // a day that a byte cannot hold
        CHECK_FALSE(parse_date("2026-13-01"));
        REQUIRE(parse_date("1.12.2026"));
        CHECK(to_iso(*parse_date("1.12.2026")) == "2026-12-01");
        CHECK(weekday_name(*parse_date("2026-12-01")) == "Dienstag");
        CHECK(to_iso(parse_date("2024-01-31")->plus_months(1)) == "2024-02-29");
    }

    TEST_CASE("phone numbers are stored E.164 and printed in groups") {
        CHECK(parse_phone("0171 39200-44") == "+491713920044");
        CHECK(parse_phone("+49 (0)30 23125-112") == "+493023125112");
        CHECK(parse_phone("030/23125-112") == "+493023125112");
        CHECK(parse_phone("+49 0171 39200-44") == "+491713920044"); // a common slip
        CHECK_FALSE(parse_phone("+4900021"));
        CHECK(parse_phone("110") == "110");
        CHECK_FALSE(parse_phone("Zimmer 3"));
        CHECK_FALSE(parse_phone("12"));
        CHECK(to_german_phone("+493023125112") == "030\u00A0231\u00A025-112");
        CHECK(to_german_phone("+491713920017") == "0171\u00A0392\u00A000-17");
        CHECK(to_german_phone("112") == "112");
    }

    TEST_CASE("words are compared without case, umlauts and accents") {
        CHECK(folded("Straße ÄÖ Nguyễn Łukasz") == "strasse aeoe nguyen lukasz");
        const std::vector<std::string> words = {"mtpd", "mbco", "name"};
        CHECK(nearest("mtdp", words).front() == "mtpd");
        CHECK(sort_key("Ärger") < sort_key("Bett"));
    }

    TEST_CASE("invalid bytes and control characters never get through") {
        CHECK(normalized("a\xC3(b") == "a\uFFFD(b");
        CHECK(normalized(std::string_view("a\0b", 3)) == "a\uFFFDb");
        CHECK(normalized("u\xCC\x88") == "ü");
    }

    TEST_CASE("a Kennung has six characters without I, L, O and U") {
        const std::string k = kennung("Inhalt");
        CHECK(k.size() == 7);
        CHECK(k[3] == '-');
        CHECK(k == kennung("Inhalt"));
        CHECK(k != kennung("Inhalt "));
    }
}

TEST_CASE("numbers within a sentence are grouped where it is clear where they end") {
    CHECK(with_grouped_phones("Rufen Sie 0171 39200-51 an.") == "Rufen Sie " + to_german_phone("+491713920051") + " an.");
    CHECK(with_grouped_phones("030/23125-112") == to_german_phone("+493023125112"));
    // Dates, amounts, references and numbers that are grouped already stay as they are.
    for (const std::string same : {"am 26.11.2026", "AZ-030 23125-112", "0171 392 00-51", "bis 5000 Euro", "00 12345", ""}) {
        CAPTURE(same);
        CHECK(with_grouped_phones(same) == same);
    }
}
