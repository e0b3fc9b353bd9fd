// SPDX-License-Identifier: EUPL-1.2
#include "plans.hpp"
#include "temp.hpp"

#include <command.hpp>

#include <bcmkit/app/weakness.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <sstream>

using namespace bcmkit;

namespace {

std::string output_of(const TempFolder& folder, std::vector<std::string> words) {
    std::ostringstream out, err;
    std::istringstream in;
    cli::Terminal terminal{.out = out,
                           .err = err,
                           .in = in,
                           .today = plans::day(),
                           .now = "2026-12-01 08:00:00",
                           .user = "test",
                           .plan_from_environment = std::nullopt,
                           .folder = folder.path()};
    const auto exit = cli::run_command_line(words, terminal);
    CAPTURE(err.str());
    CHECK(exit == cli::Exit::done);
    return out.str();
}

const std::string example = std::string(BCMKIT_SOURCE_DIR) + "/examples/landkreis-musterland";

} // namespace

TEST_SUITE("weaknesses command") {
    TEST_CASE("the Landkreis has every kind of weakness, under its own heading, and as JSON") {
        TempFolder folder;
        output_of(folder, {"-p", "ml.bcm", "import", example});
        const auto text = output_of(folder, {"schwachstellen"});
        for (int kind = 0; kind <= static_cast<int>(app::WeaknessKind::evidence); ++kind) {
            const auto title = app::title_of(static_cast<app::WeaknessKind>(kind));
            CAPTURE(title);
            CHECK(text.find(title + "\n  – ") != std::string::npos);
        }
        const auto json = nlohmann::json::parse(output_of(folder, {"weaknesses", "--json"}));
        for (const auto* key : {"single_points", "sham_redundancy", "to_ask", "key_persons", "overlaps", "thin_teams",
                                "provider_shares", "helper_is_operator", "data_loss", "service_loss", "untested"}) {
            CAPTURE(std::string(key));
            CHECK_FALSE(json.at(key).empty());
        }
        CHECK(json.at("three_shifts").at("filled") < json.at("three_shifts").at("seats"));
        CHECK(json.at("reach").at("breaks").at(0).at("path") == "ALM-001");
        CHECK(json.at("reach").at("papers").at(0).at("id") == "VTR-IR");
    }

    TEST_CASE("show tells what stands still with a record, and on what a service rests") {
        TempFolder folder;
        output_of(folder, {"-p", "ml.bcm", "import", example});
        const auto room = output_of(folder, {"show", "ORT-KH-K04"});
        CHECK(room.find("Schwachstellen:") != std::string::npos);
        CHECK(room.find("ganz still stehen: ") != std::string::npos);
        // One service only: too little for the list, enough here.
        CHECK(output_of(folder, {"show", "APP-014"}).find("trifft eine Leistung: Fahrerlaubnis") != std::string::npos);
        const auto service = nlohmann::json::parse(output_of(folder, {"show", "SVC-003", "--json"}));
        CHECK(service.at("weaknesses").at(0).get<std::string>().find("Bereitschaftshandys (INF-016)") != std::string::npos);
    }

    TEST_CASE("late is what a single point brings back after the MTPD; unknown durations make it possible only") {
        model::Plan plan;
        model::Infrastructure server;
        server.id = "INF-001";
        server.rta = Duration::of(5 * minutes_per_day);
        plan.infrastructures.push_back(server);
        model::Service service;
        service.id = "SVC-001";
        service.mtpd = Duration::of(minutes_per_day);
        model::Need need;
        need.node = model::to("INF-001");
        service.needs = std::vector{need};
        plan.services.push_back(service);
        auto points = app::weaknesses(plan, plans::day()).points;
        REQUIRE(points.size() == 1);
        CHECK(points[0].late == std::vector<std::string>{"SVC-001"});
        CHECK(points[0].maybe_late.empty());
        plan.infrastructures[0].rta = model::Gap::unknown;
        points = app::weaknesses(plan, plans::day()).points;
        CHECK(points[0].late.empty());
        CHECK(points[0].maybe_late == std::vector<std::string>{"SVC-001"});
        plan.infrastructures[0].rta = Duration::of(minutes_per_hour);
        points = app::weaknesses(plan, plans::day()).points;
        CHECK(points[0].late.empty());
        CHECK(points[0].maybe_late.empty());
    }

    TEST_CASE("a line names every record that it is about, and an empty plan has none") {
        CHECK(app::weakness_lines(model::Plan(), app::weaknesses(model::Plan(), plans::day())).empty());
        const auto& plan = plans::sound();
        const auto found = app::weaknesses(plan, plans::day());
        for (const auto& line : app::weakness_lines(plan, found)) {
            CAPTURE(line.text);
            CHECK(line.text.find('{') == std::string::npos);
            for (const auto& id : line.about) {
                const auto of_record = app::weakness_lines_of(plan, found, id);
                CHECK(std::ranges::find(of_record, line.text) != of_record.end());
            }
        }
    }
}
