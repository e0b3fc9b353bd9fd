// SPDX-License-Identifier: EUPL-1.2
// The chapter "Lücken" of `bcmkit recovery`, as people and machines read it.
#include "plans.hpp"

#include <bcmkit/app/gap.hpp>
#include <bcmkit/base/text.hpp>

#include <commands/gap_output.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace bcmkit;

namespace {

const model::Plan& landkreis() {
    static const model::Plan plan = plans::read(plans::example("landkreis-musterland"));
    return plan;
}

app::GapReport report(const model::Plan& plan, const char* scenario = "it-gesamt", std::optional<Moment> start = {}) {
    return app::gap_report(plan, analysis::happening(plan, scenario).value(), plans::day(), start);
}

std::vector<app::GapLine> of_kind(const model::Plan& plan, const app::GapReport& report, app::GapKind kind) {
    auto lines = app::gap_lines(plan, report);
    std::erase_if(lines, [&](const app::GapLine& line) { return line.kind != kind; });
    return lines;
}

/// Whether the text says so; how a line is broken does not matter.
bool says(const std::string& text, const std::string& part) {
    return replaced(text, "\u00A0", " ").find(part) != std::string::npos;
}

std::string all_of(const app::GapLine& line) {
    std::string out = line.text + "\n";
    for (const auto& detail : line.details) out += detail + "\n";
    return out;
}

std::string shown(const model::Plan& plan, const app::GapReport& report, bool everything) {
    std::ostringstream out, err;
    std::istringstream in;
    cli::Terminal terminal{.out = out,
                           .err = err,
                           .in = in,
                           .width = 100,
                           .today = plans::day(),
                           .now = {},
                           .user = {},
                           .plan_from_environment = {},
                           .folder = {}};
    cli::write_gaps(terminal, plan, report, everything);
    return out.str();
}

} // namespace

TEST_SUITE("gaps for people") {
    TEST_CASE("a sure gap says how long it takes, what is allowed, what carries, the chain and what would close it") {
        const auto found = report(landkreis(), "dienstleister");
        const auto lines = of_kind(landkreis(), found, app::GapKind::sure);
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].about == std::vector<std::string>{"SVC-030"});
        const auto text = all_of(lines[0]);
        for (const char* part : {"bis zum Normalbetrieb 30 Tage", "erlaubt 167 Stunden", "zu spät um 24 Tage", "es geht um Geld",
                                 "Kette: ", "schneller wird: Zweckverband Rechenzentrum Musterland um 24 Tage"})
            CHECK_MESSAGE(says(text, part), part);
    }

    TEST_CASE("with a moment the times are read from the wall clock too") {
        const auto found = report(landkreis(), "dienstleister", parse_moment("Fr 27.11.2026 19:40"));
        CHECK(says(of_kind(landkreis(), found, app::GapKind::sure).at(0).text, "(So 27.12. 19:40)"));
    }

    TEST_CASE("what does not come back stands by the time that its Notbetrieb still carries") {
        const auto lines = of_kind(landkreis(), report(landkreis()), app::GapKind::never);
        REQUIRE_FALSE(lines.empty());
        CHECK(says(lines[0].text, "Notbetrieb noch"));
        CHECK(says(all_of(lines[0]), "Leitstelle 112"));
    }

    TEST_CASE("an unknown time is a question with the one whom to ask") {
        const auto lines = of_kind(landkreis(), report(landkreis()), app::GapKind::question);
        REQUIRE_FALSE(lines.empty());
        const auto text = all_of(lines[0]);
        CHECK(says(text, "Wohngeld (Land) (APP-021)"));
        CHECK(says(text, "Wenn Sie das klären, ist bei einer Leistung entschieden, ob es reicht: Wohngeld"));
        CHECK(says(text, "Fragen Sie: "));
    }

    TEST_CASE("a contract that promises too little is named") {
        const auto lines = of_kind(landkreis(), report(landkreis()), app::GapKind::contract);
        REQUIRE_FALSE(lines.empty());
        CHECK(says(lines[0].text, "Landesrechenzentrum Musterland (PRV-LAND): zugesagt 24 Stunden"));
    }

    TEST_CASE("a missed RTO that the paper carries shows the sum of its chain") {
        const auto lines = of_kind(landkreis(), report(landkreis()), app::GapKind::target);
        const auto cash = std::find_if(lines.begin(), lines.end(), [](const auto& l) { return says(l.text, "SVC-020"); });
        REQUIRE(cash != lines.end());
        CHECK(says(cash->text, "76 Stunden; gefordert 60 Stunden"));
        CHECK(says(all_of(*cash), "Alarm und Entscheidung 2 Stunden"));
    }

    TEST_CASE("danger for people stands before money, money before everything else") {
        auto plan = landkreis();
        for (const char* edit : {"FAL-002 max_sustain=1 h", "FAL-020 max_sustain=1 h", "FAL-007 max_sustain=1 h",
                                 "APP-002 rta=30 Tage", "APP-012 rta=30 Tage", "SVC-007 mtpd=1 h"})
            plans::edit_one(plan, edit);
        const auto lines = of_kind(plan, report(plan), app::GapKind::sure);
        std::vector<std::string> order;
        for (const auto& line : lines) order.push_back(line.about.at(0));
        const auto place = [&](const char* id) { return std::find(order.begin(), order.end(), id) - order.begin(); };
        CHECK(place("SVC-002") < place("SVC-020"));
        CHECK(place("SVC-020") < place("SVC-007"));
        CHECK(place("SVC-007") < static_cast<std::ptrdiff_t>(order.size()));
    }

    TEST_CASE("a plan without a gap says so") {
        const auto found = report(plans::sound(), "personal-30");
        CHECK(says(shown(plans::sound(), found, true), "Keine Lücke gefunden"));
    }

    TEST_CASE("a short list tells how many lines it left out") {
        const auto found = report(landkreis(), "gebaeude");
        CHECK(says(shown(landkreis(), found, false), "weitere: --alle"));
        CHECK_FALSE(says(shown(landkreis(), found, true), "weitere: --alle"));
    }

    TEST_CASE("JSON has every service, null where nothing comes back, and the questions") {
        const auto json = cli::to_json(report(landkreis()));
        CHECK(json["services"].size() == 46);
        const auto of = [&](const char* id) {
            return *std::find_if(json["services"].begin(), json["services"].end(), [&](const auto& s) { return s["id"] == id; });
        };
        CHECK(of("SVC-001")["verdict"] == "never");
        CHECK(of("SVC-001")["back"]["likely"].is_null());
        CHECK(of("SVC-001")["blockades"].size() == 1);
        CHECK(of("SVC-020")["verdict"] == "in_time");
        CHECK(of("SVC-020")["late_for_rto"] == 16 * 60);
        CHECK(json["questions"][0]["id"] == "APP-021");
        CHECK(json["questions"][0]["settles"][0] == "SVC-040");
        CHECK(json["nodes"].size() > 46);
    }
}
