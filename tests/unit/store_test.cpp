// SPDX-License-Identifier: EUPL-1.2
#include "../../lib/src/store/open.hpp" // white box: migrations of our own
#include "random_plan.hpp"
#include "temp.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/hash.hpp>
#include <bcmkit/store/store.hpp>

#include <doctest/doctest.h>

#include <csignal>
#include <optional>
#include <sys/wait.h>

using namespace bcmkit;
using namespace bcmkit::model;
using namespace bcmkit::store;

namespace {

const ChangeNote erika{"Erika Muster", "2026-12-01 08:15:00", "test"};
const ChangeNote later{"Max Beispiel", "2026-12-01 09:00:00", "test 2"};

Plan one_service(const std::string& id, const std::string& name) {
    Plan plan;
    static_cast<Service*>(record_type("service")->add(plan, id))->name = name;
    return plan;
}

std::optional<ErrorCode> error_of(const std::filesystem::path& file, OpenMode mode = OpenMode::read_write) {
    try {
        Store::open(file, mode, erika).load();
    } catch (const Error& error) {
        return error.code();
    }
    return std::nullopt;
}

std::string message_of(const std::filesystem::path& file, OpenMode mode, const ChangeNote& note) {
    try {
        Store::open(file, mode, note);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_SUITE("store") {
    TEST_CASE("every plan comes back as it was, whatever its kinds, states and names") {
        for (const unsigned seed : {1u, 2u, 3u}) {
            CAPTURE(seed);
            const TempFolder folder;
            auto store = Store::create(folder / "plan.bcm", erika);
            store.apply(random_plan(seed, 6), erika);
            Plan stored = store.load();
            CHECK(stored.revision == 1);
            CHECK(stored.changed_on.value_or(Date()) == *parse_date("2026-12-01"));
            for (auto& service : stored.services) service.sheet = Gap::absent;
            for (auto& application : stored.applications) application.sheet = Gap::absent;
            for (auto& form : stored.forms) form.sheet = Gap::absent;
            Plan wanted = random_plan(seed, 6);
            for (auto& scenario : wanted.scenarios) scenario.sheet = stored.scenarios[0].sheet;
            for (auto& scenario : stored.scenarios) scenario.sheet = stored.scenarios[0].sheet;
            wanted.revision = stored.revision;
            wanted.changed_on = stored.changed_on;
            CHECK(differences(wanted, stored).empty());
            CHECK(wanted == stored);
        }
    }

    TEST_CASE("a plan that did not change makes no revision") {
        const TempFolder folder;
        auto store = Store::create(folder / "plan.bcm", erika);
        store.apply(one_service("SVC-001", "Winterdienst"), erika);
        CHECK(store.apply(store.load(), later).empty());
        CHECK(store.load().revision == 1);
    }

    TEST_CASE("the history says who changed what and when, old and new") {
        const TempFolder folder;
        auto store = Store::create(folder / "plan.bcm", erika);
        store.apply(one_service("SVC-001", "Winterdienst"), erika);
        Plan plan = store.load();
        plan.services[0].mtpd = Duration::of(240);
        store.apply(plan, later);
        plan = store.load();
        plan.services[0].mtpd = Gap::unknown;
        store.apply(plan, later);
        const auto entries = store.history("SVC-001");
        REQUIRE(entries.size() >= 4);
        CHECK(entries[0].field == "mtpd");
        CHECK(entries[0].old == "4\u00A0Stunden");
        CHECK(entries[0].now == "unbekannt");
        CHECK(entries[1].who == "Max Beispiel");
        CHECK(entries[1].when == "2026-12-01 09:00:00");
        CHECK(entries[1].command == "test 2");
        CHECK_FALSE(entries[1].old);
        CHECK(entries.back().revision == 1);
        CHECK(store.history("SVC-002").empty());
    }

    TEST_CASE("sheet numbers are given once and never to another record") {
        const TempFolder folder;
        auto store = Store::create(folder / "plan.bcm", erika);
        Plan plan = one_service("SVC-001", "eins");
        put_record(plan, find(one_service("SVC-002", "zwei"), "SVC-002"));
        store.apply(plan, erika);
        plan = store.load();
        CHECK(*plan.services[0].sheet == "5.01");
        CHECK(*plan.services[1].sheet == "5.02");
        remove_record(plan, "SVC-001");
        put_record(plan, find(one_service("SVC-003", "drei"), "SVC-003"));
        store.apply(plan, erika);
        plan = store.load();
        CHECK(*plan.services[1].sheet == "5.03");
        SUBCASE("a record that comes back gets its old number") {
            put_record(plan, find(one_service("SVC-001", "eins"), "SVC-001"));
            store.apply(plan, erika);
            CHECK(*store.load().services[0].sheet == "5.01");
        }
        SUBCASE("a number that is free is honoured, a taken or malformed one is not") {
            plan.services[0].sheet = std::string("5.77");
            plan.services[1].sheet = std::string("5.01");
            store.apply(plan, erika);
            plan = store.load();
            CHECK(*plan.services[0].sheet == "5.77");
            CHECK(*plan.services[1].sheet == "5.03");
            plan.services[1].sheet = std::string("5.90");
            store.apply(plan, erika);
            CHECK(*store.load().services[1].sheet == "5.03");
        }
    }

    TEST_CASE("650 services and 284 applications get numbers in their ranges") {
        const TempFolder folder;
        auto store = Store::create(folder / "plan.bcm", erika);
        Plan plan;
        for (const auto& [kind, count] : {std::pair{"service", 650}, std::pair{"application", 284}, std::pair{"form", 90}}) {
            const auto& type = *record_type(kind);
            for (int i = 0; i < count; ++i) type.fields[1].set(type.add(plan, next_id(plan, type)), std::string("x"));
        }
        store.apply(plan, erika);
        plan = store.load();
        CHECK(*plan.services[88].sheet == "5.89");
        CHECK(*plan.services[89].sheet == "5.100");
        CHECK(*plan.services[649].sheet == "5.660");
        CHECK(*plan.applications[0].sheet == "6.10");
        CHECK(*plan.applications[89].sheet == "6.99");
        CHECK(*plan.applications[90].sheet == "6.100");
        CHECK(*plan.forms[0].sheet == "9.10");
        CHECK(*plan.forms[80].sheet == "9.100");
    }

    TEST_CASE("a reference that points at nothing is refused and leaves the file as it was") {
        const TempFolder folder;
        auto store = Store::create(folder / "plan.bcm", erika);
        Plan plan = one_service("SVC-001", "eins");
        plan.services[0].org_unit = to("ORGU-001");
        CHECK_THROWS_AS(store.apply(plan, erika), Error);
        CHECK(store.load().services.empty());
        CHECK(store.load().revision == 0);
    }

    TEST_CASE("a plan that somebody else changed meanwhile is not overwritten") {
        const TempFolder folder;
        auto store = Store::create(folder / "plan.bcm", erika);
        const Plan stale = store.load();
        store.apply(one_service("SVC-001", "eins"), erika);
        Plan mine = one_service("SVC-001", "anders");
        mine.revision = stale.revision;
        CHECK_THROWS_AS(store.apply(mine, later), Error);
        CHECK(store.load().services[0].name == "eins");
    }

    TEST_CASE("the second writer hears who works on the file and since when; readers may read") {
        const TempFolder folder;
        const auto file = folder / "plan.bcm";
        std::optional<Store> first = Store::create(file, erika);
        CHECK(message_of(file, OpenMode::read_write, later) == "Die Plandatei wird seit 08:15 Uhr von Erika Muster benutzt.");
        CHECK(message_of(file, OpenMode::read_write, {"Max", "2026-12-02 07:00:00", ""}) ==
              "Die Plandatei wird seit 01.12.2026, 08:15 Uhr von Erika Muster benutzt.");
        CHECK(error_of(file) == ErrorCode::machine);
        CHECK_FALSE(error_of(file, OpenMode::read_only));
        first.reset();
        CHECK_FALSE(error_of(file));
        CHECK_FALSE(std::filesystem::exists(folder / "plan.bcm.sperre"));
    }

    TEST_CASE("a lock that a dead process left behind is taken over") {
        const TempFolder folder;
        Store::create(folder / "plan.bcm", erika);
        folder.write("plan.bcm.sperre", "Erika Muster\n2026-12-01 08:15:00\nanderer-rechner\n");
        CHECK_FALSE(error_of(folder / "plan.bcm"));
    }

    TEST_CASE("files that are no plan are refused and not touched") {
        const TempFolder folder;
        const auto check = [&](const std::string& bytes, ErrorCode code) {
            folder.write("x.bcm", bytes);
            for (const auto mode : {OpenMode::read_only, OpenMode::read_write}) {
                CHECK(error_of(folder / "x.bcm", mode) == code);
                CHECK(folder.read("x.bcm") == bytes);
                CHECK_FALSE(std::filesystem::exists(folder / "x.bcm-journal"));
            }
        };
        { Store::create(folder / "gut.bcm", erika).apply(one_service("SVC-001", "eins"), erika); }
        const std::string good = folder.read("gut.bcm");
        CHECK(error_of(folder / "fehlt.bcm") == ErrorCode::usage);
        CHECK(error_of(folder.path()) == ErrorCode::usage);
        check("", ErrorCode::corrupt);
        check("Das ist ein Brief.", ErrorCode::input);
        check("PK\x03\x04", ErrorCode::input);
        check(good.substr(0, 60), ErrorCode::corrupt);
        check(good.substr(0, good.size() / 2), ErrorCode::corrupt);
        std::string bytes = good;
        bytes[68] = 'X'; // application_id
        check(bytes, ErrorCode::input);
        bytes = good;
        bytes[63] = 99; // user_version
        check(bytes, ErrorCode::too_new);
        bytes = good;
        for (std::size_t i = 4096; i < 4096 * 3 && i < bytes.size(); ++i) bytes[i] = 'Z';
        check(bytes, ErrorCode::corrupt);
    }

    TEST_CASE("any single damaged byte ends in a plan or one clear error, never in a crash") {
        const TempFolder folder;
        { Store::create(folder / "gut.bcm", erika).apply(one_service("SVC-001", "eins"), erika); }
        const std::string good = folder.read("gut.bcm");
        for (std::size_t at = 0; at < good.size(); at += 4999) {
            std::string bytes = good;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x5a);
            folder.write("x.bcm", bytes);
            error_of(folder / "x.bcm", OpenMode::read_only);
            CHECK(folder.read("x.bcm") == bytes);
        }
    }

    TEST_CASE("a field that this program does not know means a newer file") {
        const TempFolder folder;
        const auto file = folder / "plan.bcm";
        { Store::create(file, erika).apply(one_service("SVC-001", "eins"), erika); }
        {
            auto database = sqlite::Database::open_file(file);
            database.run("INSERT INTO answer (record, field, state, text) VALUES ('SVC-001', 'from_the_future', 'wert', 'x')");
        }
        const std::string before = folder.read("plan.bcm");
        CHECK(error_of(file) == ErrorCode::too_new);
        CHECK(folder.read("plan.bcm") == before);
    }

    TEST_CASE("an older schema is brought up to date: in the file with a safety copy, in memory for readers") {
        const TempFolder folder;
        const auto file = folder / "plan.bcm";
        { Store::create(file, erika).apply(one_service("SVC-001", "eins"), erika); }
        const std::string old = folder.read("plan.bcm");
        auto steps = migrations();
        steps.push_back("ALTER TABLE record ADD COLUMN remark TEXT; UPDATE record SET remark = 'neu';");
        const auto newer = std::to_string(steps.size());
        {
            const auto impl = open_plan_file(file, OpenMode::read_only, {}, steps);
            CHECK(impl->database->first_text("SELECT remark FROM record") == "neu");
            CHECK(folder.read("plan.bcm") == old);
        }
        {
            const auto impl = open_plan_file(file, OpenMode::read_write, erika, steps);
            CHECK(impl->database->first_text("SELECT remark FROM record") == "neu");
        }
        CHECK(folder.read("plan.bcm.vor-schema-" + newer) == old);
        CHECK(error_of(file) == ErrorCode::too_new);
        CHECK_FALSE(error_of(folder / ("plan.bcm.vor-schema-" + newer)));
    }

    TEST_CASE("released schemas are frozen") {
        // The SHA-256 of each file of lib/src/store/sql that was in a release: add a line at a release, never change one.
        const std::vector<std::string_view> released;
        const auto steps = migrations();
        REQUIRE(steps.size() >= released.size());
        for (std::size_t n = 0; n < released.size(); ++n) CHECK(to_hex(sha256(steps[n])) == released[n]);
    }

    TEST_CASE("a migration that fails leaves the file as it was") {
        const TempFolder folder;
        const auto file = folder / "plan.bcm";
        { Store::create(file, erika).apply(one_service("SVC-001", "eins"), erika); }
        auto steps = migrations();
        steps.push_back("ALTER TABLE record ADD COLUMN remark TEXT; INSERT INTO nowhere VALUES (1);");
        CHECK_THROWS_AS(open_plan_file(file, OpenMode::read_write, erika, steps), Error);
        CHECK_FALSE(error_of(file));
    }

    TEST_CASE("drives of the network are known by the number of their file system") {
        const auto is = [](FileSystemKind kind) { return is_on_network_drive("/x/plan.bcm", kind); };
        CHECK(is([](const auto&) { return 0xff534d42UL; }));
        CHECK(is([](const auto&) { return 0xfe534d42UL; }));
        CHECK(is([](const auto&) { return 0xfffffffffe534d42UL; })); // f_type is signed on some machines
        CHECK(is([](const auto&) { return 0x6969UL; }));
        CHECK_FALSE(is([](const auto&) { return 0xef53UL; }));
        CHECK_FALSE(is_on_network_drive(std::filesystem::temp_directory_path() / "plan.bcm"));
    }

    TEST_CASE("a plan file can be read with a plain SQL shell") {
        const TempFolder folder;
        const auto file = folder / "plan.bcm";
        {
            Plan plan = one_service("SVC-001", "eins");
            plan.services[0].mtpd = Duration::of(240);
            plan.services[0].mbco = Gap::unknown;
            Need need;
            need.node = to("SVC-001");
            plan.services[0].needs = std::vector{need};
            Store::create(file, erika).apply(plan, erika);
        }
        auto database = sqlite::Database::open_file(file);
        CHECK(database.first_text("SELECT mtpd || '/' || mbco || '/' || sheet FROM leistungen WHERE id = 'SVC-001'") ==
              "240/unbekannt/5.01");
        CHECK(database.first_text("SELECT node FROM leistungen_needs") == "SVC-001");
        CHECK(database.first_text("SELECT who FROM verlauf") == "Erika Muster");
    }

    TEST_CASE("a writer that is killed in the middle loses nothing and blocks nobody") {
        const TempFolder folder;
        const auto file = folder / "plan.bcm";
        { Store::create(file, erika).apply(one_service("SVC-001", "eins"), erika); }
        int pipe_ends[2];
        REQUIRE(pipe(pipe_ends) == 0);
        const pid_t child = fork();
        if (child == 0) {
            auto impl = open_plan_file(file, OpenMode::read_write, later, migrations());
            auto& database = *impl->database;
            database.run("PRAGMA cache_size = 1; BEGIN IMMEDIATE; DELETE FROM answer; DELETE FROM record");
            // Far more than the cache holds, so that pages of the file itself are already overwritten.
            for (int i = 0; i < 20000; ++i)
                database.run("INSERT INTO change VALUES (" + std::to_string(i + 10) + ", 'x', 'xxxxxxxxxxxxxxxxxxxxxxx', 'y')");
            if (write(pipe_ends[1], "x", 1) == 1) pause();
            _exit(1);
        }
        char ready = 0;
        REQUIRE(read(pipe_ends[0], &ready, 1) == 1);
        CHECK(std::filesystem::exists(folder / "plan.bcm-journal"));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        close(pipe_ends[0]);
        close(pipe_ends[1]);
        CHECK(Store::open(file, OpenMode::read_only).load().services.at(0).name == "eins");
        CHECK_FALSE(error_of(file));
    }
}
