// SPDX-License-Identifier: EUPL-1.2
// Each rule fires on one edit of the sound example, names the right object, and was silent about it before.
#include "plans.hpp"

#include <bcmkit/app/check.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/check/rule.hpp>

#include <algorithm>

using namespace bcmkit;

namespace {

/// An edit that breaks a rule by the value of one field. The same field, unknown: then the rule must not pass in silence. It is
/// a finding, or the rule says for this record that it cannot be decided (undecided.cpp).
void says_so_when_unknown(std::string_view rule, std::string_view object, std::vector<std::string> edits) {
    const std::string edit = edits.back();
    const auto blank = edit.find(' '), equals = edit.find('=');
    if (edit.starts_with('+') || edit.starts_with('-') || blank > equals || equals + 1 == edit.size()) return;
    const std::string id = edit.substr(0, blank), field = edit.substr(blank + 1, equals - blank - 1);
    // No fact of the Kommune: a setting of the check, what is still in use, and a key that can only be misspelt where it is
    // known.
    if (id.starts_with("PRF-") || field == "status" || field == "leika_key") return;
    edits.back() = edit.substr(0, equals + 1) + "unbekannt";
    CAPTURE(edits.back());
    const auto result = check::examine(plans::edited(edits), plans::day());
    const bool is_told = std::ranges::any_of(result.findings, [&](const check::Finding& one) {
        return (one.rule == rule && one.object == object) || (one.object == id && one.field == field);
    });
    const bool is_undecided = std::ranges::any_of(result.undecided, [&](const check::Undecided& one) {
        return one.rule == rule && (one.object == id || one.object == object);
    });
    CHECK((is_told || is_undecided));
}

check::Finding fires(std::string_view rule, std::string_view object, const std::vector<std::string>& edits) {
    CAPTURE(std::string(rule));
    static const auto silent = check::findings(plans::sound(), plans::day());
    CHECK(plans::found(silent, rule, object) == nullptr);
    const auto plan = plans::edited(edits);
    const auto findings = check::findings(plan, plans::day());
    const auto* finding = plans::found(findings, rule, object);
    REQUIRE(finding != nullptr);
    CHECK_FALSE(finding->message.empty());
    CHECK(finding->remedy.find('{') == std::string::npos);
    if (!edits.empty()) says_so_when_unknown(rule, object, edits);
    return *finding;
}

void stays_silent(std::string_view rule, const std::vector<std::string>& edits) {
    CAPTURE(std::string(rule));
    const auto plan = plans::edited(edits);
    for (const auto& finding : check::findings(plan, plans::day())) {
        CAPTURE(finding.message);
        CHECK((finding.rule != rule || finding.accepted));
    }
}

const std::string loop = "[{node = \"INF-003\", phase = \"RESTORE\"}]";

} // namespace

TEST_SUITE("rules: services") {
    TEST_CASE("BK-SVC-001: a service without owner or unit") {
        CHECK(fires("BK-SVC-001", "SVC-001", {"SVC-001 owner="}).field == "owner");
        CHECK(fires("BK-SVC-001", "SVC-001", {"SVC-001 org_unit="}).field == "org_unit");
        stays_silent("BK-SVC-001", {"SVC-001 owner=", "SVC-001 status=retired"});
    }
    TEST_CASE("BK-SVC-002: a time-critical service without MTPD") {
        fires("BK-SVC-002", "SVC-001", {"SVC-001 mtpd="});
        fires("BK-SVC-002", "SVC-001", {"SVC-001 mtpd=unbekannt"});
        stays_silent("BK-SVC-002", {"SVC-001 mtpd=", "SVC-001 time_critical=nein"});
    }
    TEST_CASE("BK-SVC-003: a time-critical service without RTO") { fires("BK-SVC-003", "SVC-001", {"SVC-001 rto="}); }
    TEST_CASE("BK-SVC-004: a time-critical service without Notbetriebsniveau") {
        fires("BK-SVC-004", "SVC-001", {"SVC-001 mbco="});
    }
    TEST_CASE("BK-SVC-005: an MTPD without reason") { fires("BK-SVC-005", "SVC-001", {"SVC-001 mtpd_reason="}); }
    TEST_CASE("BK-SVC-006: a reason without decisive damage") { fires("BK-SVC-006", "SVC-001", {"SVC-001 decisive_scenarios="}); }
    TEST_CASE("BK-SVC-007: RTO and reaction time above the MTPD") {
        CHECK(fires("BK-SVC-007", "SVC-001", {"SVC-001 rto=23 h"}).remedy.find("22 h") != std::string::npos);
        stays_silent("BK-SVC-007", {"SVC-001 rto=22 h"});
        // A service that starts by itself, faster than the staff meets, does not wait for it.
        stays_silent("BK-SVC-007", {"SVC-001 mtpd=15 Minuten", "SVC-001 rto=5 Minuten"});
    }
    TEST_CASE("BK-SVC-008: a deadline that leaves no time for the work") {
        fires("BK-SVC-008", "SVC-001", {"SVC-001 deadline_is_mtpd=ja", "SVC-001 process_duration=10 h"});
        stays_silent("BK-SVC-008", {"SVC-001 deadline_is_mtpd=nein", "SVC-001 process_duration=10 h"});
    }
    TEST_CASE("BK-SVC-009: a damage that shrinks with time") {
        fires("BK-SVC-009", "SVC-001",
              {"SVC-001 damages=[{horizon = \"4 h\", category = 3}, {horizon = \"24 h\", category = 2}]"});
        stays_silent("BK-SVC-009", {"SVC-001 damages=[{horizon = \"24 h\", category = 3}, {horizon = \"4 h\", category = 2}]"});
    }
    TEST_CASE("BK-SVC-010: a damage that is intolerable before the MTPD ends") {
        fires("BK-SVC-010", "SVC-001", {"SVC-001 damages=[{horizon = \"4 h\", category = 3}]"});
        stays_silent("BK-SVC-010", {"SVC-001 damages=[{horizon = \"24 h\", category = 3}]"});
        stays_silent("BK-SVC-010", {"SVC-001 damages=[{horizon = \"4 h\", category = 2}]"});
    }
    TEST_CASE("BK-SVC-011: an assessment that leaves horizons out") {
        fires("BK-SVC-011", "SVC-001", {"SVC-001 damages=[{horizon = \"24 h\", category = 3}]"});
        stays_silent("BK-SVC-011", {"ORG-001 horizons=24 h", "SVC-001 damages=[{horizon = \"24 h\", category = 3}]"});
    }
    TEST_CASE("BK-SVC-012: horizons that do not reach the secured period") {
        fires("BK-SVC-012", "ORG-001", {"ORG-001 secured_period=14 Tage"});
        fires("BK-SVC-012", "ORG-001", {"ORG-001 horizons="});
    }
    TEST_CASE("BK-SVC-013: two damage categories") {
        fires("BK-SVC-013", "ORG-001", {"ORG-001 damage_categories=[{level = 1}, {level = 2}]"});
    }
    TEST_CASE("BK-SVC-014: too few damage scenarios") { fires("BK-SVC-014", "ORG-001", {"ORG-001 damage_scenarios=Geld"}); }
    TEST_CASE("BK-SVC-015: limits that the leadership did not set") {
        fires("BK-SVC-015", "ORG-001", {"ORG-001 intolerability_level="});
        fires("BK-SVC-015", "ORG-001", {"ORG-001 bao_reaction="});
        fires("BK-SVC-015", "ORG-001", {"ORG-001 thresholds_released_on="});
    }
    TEST_CASE("BK-SVC-016: nearly everything within a day") {
        std::vector<std::string> edits;
        for (int i = 100; i < 120; ++i) {
            edits.push_back("+SVC-" + std::to_string(i) + " time_critical=ja");
            edits.push_back("SVC-" + std::to_string(i) + " mtpd=4 h");
        }
        fires("BK-SVC-016", "ORG-001", edits);
        edits.resize(10); // a share of a handful says nothing
        stays_silent("BK-SVC-016", edits);
    }
    TEST_CASE("BK-SVC-017: a service that every Gemeinde has is missing") {
        CHECK(fires("BK-SVC-017", "ORG-001", {"-SVC-001"}).severity == Severity::info);
        // Out of use is an answer, and no name yet is a gap of its own.
        stays_silent("BK-SVC-017", {"SVC-001 status=retired"});
        stays_silent("BK-SVC-017", {"SVC-001 name="});
    }
    TEST_CASE("BK-SVC-018: a service without worst time") {
        CHECK(fires("BK-SVC-018", "SVC-001", {"SVC-001 worst_time="}).severity == Severity::info);
    }
    TEST_CASE("BK-SVC-019: a class that contradicts the MTPD without reason") {
        fires("BK-SVC-019", "SVC-001", {"SVC-001 priority=D", "SVC-001 priority_reason="});
        stays_silent("BK-SVC-019", {"SVC-001 priority=D"});
    }
    TEST_CASE("BK-SVC-020: a BIA older than twelve months") {
        fires("BK-SVC-020", "SVC-001", {"SVC-001 last_bia_on=30.11.2025"});
        stays_silent("BK-SVC-020", {"SVC-001 last_bia_on=01.12.2025"});
        fires("BK-SVC-020", "SVC-001", {"SVC-001 last_bia_on="});
    }
    TEST_CASE("BK-SVC-021: the IT answers for a service to citizens") {
        fires("BK-SVC-021", "SVC-001", {"SVC-001 external=ja", "SVC-001 owner=ROL-IT"});
        stays_silent("BK-SVC-021", {"SVC-001 external=nein", "SVC-001 owner=ROL-IT"});
    }
    TEST_CASE("BK-SVC-022: the pay office is missing") {
        std::vector<std::string> edits;
        for (const auto& service : plans::sound().services) {
            if (service.name == "Gehälter") edits.push_back("-" + service.id);
        }
        REQUIRE(edits.size() == 1);
        fires("BK-SVC-022", "ORG-001", edits);
        edits.front() = edits.front().substr(1) + " name=Bezüge der Beschäftigten";
        stays_silent("BK-SVC-022", edits);
    }
    TEST_CASE("BK-SVC-023: a LeiKa key of thirteen digits") {
        fires("BK-SVC-023", "SVC-001", {"SVC-001 leika_key=9911500506000"});
        stays_silent("BK-SVC-023", {"SVC-001 leika_key=99115005060000"});
    }
    TEST_CASE("BK-SVC-024: deadlines never reviewed") { fires("BK-SVC-024", "SVC-001", {"SVC-001 deadlines_reviewed_on="}); }
}

TEST_SUITE("rules: resources") {
    TEST_CASE("BK-RES-001: a service that names no means") {
        fires("BK-RES-001", "SVC-001", {"SVC-001 uses="});
        stays_silent("BK-RES-001", {"SVC-001 uses=", "SVC-001 categories_not_needed=IT"});
    }
    TEST_CASE("BK-RES-002: a resource that may take longer than its strictest service") {
        fires("BK-RES-002", "APP-001", {"APP-001 rto=17 h"});
    }
    TEST_CASE("BK-RES-003: a recovery slower than required, and an unknown one as a possible gap") {
        CHECK(fires("BK-RES-003", "APP-001", {"APP-001 rta=17 h"}).severity == Severity::error);
        CHECK(fires("BK-RES-003", "APP-001", {"APP-001 rta=unbekannt"}).severity == Severity::warning);
        stays_silent("BK-RES-003", {"APP-001 rta=16 h"});
    }
    TEST_CASE("BK-RES-004: a recovery time that nobody was asked for") {
        fires("BK-RES-004", "APP-001", {"APP-001 rta="});
        stays_silent("BK-RES-004", {"APP-001 rta=unbekannt"});
    }
    TEST_CASE("BK-RES-005: a short time that is only estimated") {
        fires("BK-RES-005", "APP-001", {"APP-001 rta_proof=estimate", "APP-001 tested_on="});
        stays_silent("BK-RES-005", {"APP-001 rta_proof=sla", "APP-001 tested_on="});
    }
    TEST_CASE("BK-RES-006: a backup less often than the data may be lost") {
        fires("BK-RES-006", "DAT-001", {"DAT-001 backup_interval=48 h"});
    }
    TEST_CASE("BK-RES-007: data without RPO") { fires("BK-RES-007", "DAT-001", {"DAT-001 rpo="}); }
    TEST_CASE("BK-RES-009: a loop of restoring is a deadlock, a loop of running is none") {
        CHECK(
            fires("BK-RES-009", "INF-002", {"INF-002 needs=" + loop, "INF-003 needs=[{node = \"INF-002\", phase = \"RESTORE\"}]"})
                .message.find(" → ") != std::string::npos);
        stays_silent("BK-RES-009", {"INF-002 needs=[{node = \"INF-003\", phase = \"OPERATE\"}]",
                                    "INF-003 needs=[{node = \"INF-002\", phase = \"OPERATE\"}]"});
        // A second way out of the loop.
        stays_silent("BK-RES-009",
                     {"INF-002 needs=[{node = \"INF-003\", phase = \"RESTORE\", group = \"Zugang\"}, {node = \"ORT-FW\", "
                      "phase = \"RESTORE\", group = \"Zugang\"}]",
                      "INF-003 needs=[{node = \"INF-002\", phase = \"RESTORE\"}]"});
    }
    TEST_CASE("BK-RES-010: a chain longer than the service can wait, though each step is short enough") {
        const auto finding = fires("BK-RES-010", "SVC-001",
                                   {"APP-001 needs=[{node = \"INF-002\", phase = \"RESTORE\"}]", "INF-002 rto=16 h",
                                    "INF-002 rta=10 h", "INF-002 recipes=entfällt"});
        CHECK(finding.severity == Severity::warning); // level R; from level A on an error
    }
    TEST_CASE("BK-RES-011: a service that another one needs sooner") {
        const std::string need = "SVC-001 needs=[{node = \"SVC-008\"";
        fires("BK-RES-011", "SVC-001", {"SVC-001 rto=4 h", "SVC-008 rto=24 h", need + "}]"});
        stays_silent("BK-RES-011", {"SVC-001 rto=4 h", "SVC-008 rto=4 h", need + "}]"});
        stays_silent("BK-RES-011",
                     {"SVC-001 rto=4 h", "SVC-008 rto=24 h", need + ", exception_reason = \"Vorschuss reicht einen Tag\"}]"});
    }
    TEST_CASE("BK-RES-013: a time-critical service needs one that is none") {
        const std::string need = "SVC-001 needs=[{node = \"SVC-008\"";
        fires("BK-RES-013", "SVC-008", {"SVC-008 time_critical=nein", need + "}]"});
        stays_silent("BK-RES-013", {"SVC-008 time_critical=nein", need + ", essential = false}]"});
    }
    TEST_CASE("BK-RES-014: three urgent services on one thing without substitute") {
        std::vector<std::string> edits{"ORG-001 bcms_level=A", "APP-001 substitute="};
        for (const int i : {100, 101, 102}) {
            const std::string id = "SVC-" + std::to_string(i);
            edits.insert(edits.end(), {"+" + id + " time_critical=ja", id + " rto=20 h", id + " uses=APP-001"});
        }
        fires("BK-RES-014", "APP-001", edits);
        auto spare = edits;
        spare.push_back("APP-001 substitute=Zweiter Arbeitsplatz");
        stays_silent("BK-RES-014", spare);
        // Two ways: none of them is a single point.
        auto choice = edits;
        for (const int i : {100, 101, 102}) {
            const std::string id = "SVC-" + std::to_string(i);
            choice.push_back(id + " uses=");
            choice.push_back(id + " needs=[{node = \"APP-001\", group = \"a\"}, {node = \"APP-002\", group = \"a\"}]");
        }
        choice.push_back("APP-002 substitute=Papier");
        stays_silent("BK-RES-014", choice);
    }
    TEST_CASE("BK-RES-015: a card that only one person has") {
        fires("BK-RES-015", "PER-003", {"APP-001 certificates=[{name = \"Karte\", holders = [\"PER-003\"]}]"});
        stays_silent("BK-RES-015", {"APP-001 certificates=[{name = \"Karte\", holders = [\"PER-003\", \"PER-004\"]}]"});
    }
    TEST_CASE("BK-RES-015: knowledge of a single person") { fires("BK-RES-015", "PER-003", {"PER-003 knowledge=Tresorcode"}); }
    TEST_CASE("BK-RES-016: one provider for most services of a class") {
        std::vector<std::string> edits;
        for (int i = 100; i < 106; ++i) {
            const std::string id = "SVC-" + std::to_string(i);
            edits.insert(edits.end(), {"+" + id + " time_critical=ja", id + " mtpd=3 Tage", id + " uses=APP-001"});
        }
        fires("BK-RES-016", "PRV-KDZ", edits);
    }
    TEST_CASE("BK-RES-017: an emergency operation without number of persons") {
        fires("BK-RES-017", "SVC-001", {"SVC-001 staff_needed="});
        stays_silent("BK-RES-017", {"SVC-001 staff_needed=entfällt"});
    }
    TEST_CASE("BK-RES-018: a resource without owner") { fires("BK-RES-018", "DAT-001", {"DAT-001 owner="}); }
    TEST_CASE("BK-RES-019: a known gap that nobody decided about") {
        fires("BK-RES-019", "APP-001", {"APP-001 rta=17 h"});
        stays_silent("BK-RES-019", {"APP-001 rta=17 h", "+BCM-900 cause=APP-001"});
        stays_silent("BK-RES-019", {"APP-001 rta=17 h", "+RIS-900 target=APP-001"});
    }
    TEST_CASE("BK-RES-020: a single point of failure that is nobody's risk") {
        fires("BK-RES-020", "APP-001", {"APP-001 spof=technology"});
        stays_silent("BK-RES-020", {"APP-001 spof=technology", "+RIS-900 target=APP-001"});
    }
}

TEST_SUITE("rules: applications, data, networks") {
    TEST_CASE("BK-APP-001: a service that uses a retired application") {
        fires("BK-APP-001", "SVC-001", {"APP-001 status=retired"});
        stays_silent("BK-APP-001", {"APP-001 status=retired", "SVC-001 uses=", "SVC-002 uses=", "SVC-003 uses="});
    }
    TEST_CASE("BK-APP-002: an application without operator, a provider without hotline") {
        fires("BK-APP-002", "APP-001", {"APP-001 operator="});
        fires("BK-APP-002", "PRV-KDZ", {"PRV-KDZ hotline="});
        fires("BK-APP-002", "PRV-KDZ", {"PRV-KDZ customer_no="});
        stays_silent("BK-APP-002", {"APP-001 operator=entfällt"});
    }
    TEST_CASE("BK-APP-003: an application without version or vendor") {
        fires("BK-APP-003", "APP-001", {"APP-001 version="});
        fires("BK-APP-003", "APP-001", {"APP-001 vendor="});
    }
    TEST_CASE("BK-APP-004: an application that names no needs") { fires("BK-APP-004", "APP-001", {"APP-001 needs="}); }
    TEST_CASE("BK-APP-005: data that come back only with everything else") {
        fires("BK-APP-005", "DAT-001", {"DAT-001 separately_restorable=nein", "DAT-001 separate_alternative="});
        stays_silent("BK-APP-005", {"DAT-001 separately_restorable=nein"});
    }
    TEST_CASE("BK-APP-006: a restore that was not tested lately") {
        fires("BK-APP-006", "DAT-001", {"DAT-001 last_restore_test=30.11.2025"});
        fires("BK-APP-006", "DAT-001", {"DAT-001 last_restore_test="});
        stays_silent("BK-APP-006", {"DAT-001 last_restore_test=01.12.2025"});
    }
    TEST_CASE("BK-APP-007: all backups online in the same domain") {
        fires("BK-APP-007", "DAT-001",
              {"DAT-001 restore_points=[{name = \"a\", interval = \"24 h\", medium = \"online\", same_domain = true}]"});
        stays_silent("BK-APP-007",
                     {"DAT-001 restore_points=[{name = \"a\", interval = \"24 h\", medium = \"online\", same_domain = "
                      "true}, {name = \"b\", interval = \"7 Tage\", medium = \"offline\"}]"});
    }
    TEST_CASE("BK-APP-008: no copy in another house") { fires("BK-APP-008", "DAT-001", {"DAT-001 offsite=nein"}); }
    TEST_CASE("BK-APP-009: an application without parts list") {
        CHECK(fires("BK-APP-009", "APP-001", {"APP-001 sbom_ref="}).severity == Severity::info);
        stays_silent("BK-APP-009", {"APP-001 sbom_ref=entfällt"});
    }
    TEST_CASE("BK-APP-010: registers and foreign networks without a way back") {
        fires("BK-APP-010", "APP-001", {"APP-001 registers=EXT-STA", "APP-001 reconnect="});
        stays_silent("BK-APP-010", {"APP-001 registers=", "APP-001 reconnect="});
        fires("BK-APP-010", "NET-003", {"NET-003 kind=datacentre", "NET-003 reconnect="});
        stays_silent("BK-APP-010", {"NET-003 kind=internet", "NET-003 reconnect="});
    }
    TEST_CASE("BK-APP-011: a certificate that ends soon or nobody knows when") {
        fires("BK-APP-011", "APP-001", {"APP-001 certificates=[{name = \"OSCI\", valid_to = 2027-03-01}]"});
        fires("BK-APP-011", "APP-001", {"APP-001 certificates=[{name = \"OSCI\", valid_to = \"unbekannt\"}]"});
        stays_silent("BK-APP-011", {"APP-001 certificates=[{name = \"OSCI\", valid_to = 2027-03-02}]"});
    }
    TEST_CASE("BK-APP-012: support that has ended") {
        fires("BK-APP-012", "APP-001", {"APP-001 end_of_support=30.11.2026"});
        stays_silent("BK-APP-012", {"APP-001 end_of_support=01.12.2026"});
    }
    TEST_CASE("BK-APP-013: a paper fallback without the cases on paper") {
        fires("BK-APP-013", "FAL-001", {"FAL-001 case_data=ja", "FAL-001 case_data_source="});
    }
    TEST_CASE("BK-APP-014: a paper list older than its rhythm") {
        const std::string list =
            "DAT-001 paper_snapshots=[{content = \"Liste\", rhythm = \"7 Tage\", place = \"Tresor\", printed_on = ";
        fires("BK-APP-014", "DAT-001", {list + "2026-11-23}]"});
        stays_silent("BK-APP-014", {list + "2026-11-24}]"});
    }
    TEST_CASE("BK-APP-015: an application whose automatic letters nobody listed") {
        fires("BK-APP-015", "APP-001", {"APP-001 automatic_outputs="});
        stays_silent("BK-APP-015", {"APP-001 automatic_outputs=keine"});
    }
    TEST_CASE("BK-NET-001: a link whose other side sleeps at night") {
        fires("BK-NET-001", "NET-001", {"PRV-TEL hotline_night="});
        stays_silent("BK-NET-001", {"PRV-TEL hotline_night=", "NET-001 operator_number_night=0221 4710-802"});
    }
    TEST_CASE("BK-NET-002: a service over the state network that names no network") {
        fires("BK-NET-002", "SVC-006", {"SVC-006 via_network=ja", "SVC-006 needs="});
        stays_silent("BK-NET-002", {"SVC-006 via_network=ja", "SVC-006 needs=[{node = \"NET-003\"}]"});
    }
    TEST_CASE("BK-NET-003: two paths through one place") {
        fires("BK-NET-003", "NET-001", {"NET-001 risk_groups=GEF-001", "NET-002 risk_groups=GEF-001"});
        stays_silent("BK-NET-003", {"NET-001 risk_groups=GEF-001", "NET-002 risk_groups=GEF-002"});
    }
}

TEST_SUITE("rules: fallbacks, kits, partners") {
    TEST_CASE("BK-FAL-001: an urgent service without a way to work without IT") {
        fires("BK-FAL-001", "SVC-001", {"FAL-001 scenarios=Personal"});
        fires("BK-FAL-001", "SVC-001", {"-FAL-001"});
        // Class C may wait at level Reaktiv.
        stays_silent("BK-FAL-001", {"-FAL-002"});
    }
    TEST_CASE("BK-FAL-001: from level Aufbau on every time-critical service needs one") {
        fires("BK-FAL-001", "SVC-002", {"-FAL-002", "ORG-001 bcms_level=A"});
    }
    TEST_CASE("BK-FAL-002: a fallback that is ready too late") { fires("BK-FAL-002", "FAL-001", {"FAL-001 reach=17 h"}); }
    TEST_CASE("BK-FAL-003: a fallback that does too little") { fires("BK-FAL-003", "FAL-001", {"FAL-001 capacity=50"}); }
    TEST_CASE("BK-FAL-004: a fallback that fails with the IT") {
        fires("BK-FAL-004", "FAL-001", {"FAL-001 needs=[{node = \"INF-005\", phase = \"OPERATE\"}]"});
        fires("BK-FAL-004", "FAL-001", {"FAL-001 needs_it=ja", "FAL-001 needs="});
        // One of two ways survives.
        stays_silent("BK-FAL-004",
                     {"FAL-001 needs=[{node = \"INF-005\", group = \"Telefon\"}, {node = \"KAN-002\", group = \"Telefon\"}]"});
    }
    TEST_CASE("BK-FAL-005: a fallback that ends before the secured period") {
        fires("BK-FAL-005", "FAL-001", {"FAL-001 max_sustain=29 Tage"});
    }
    TEST_CASE("BK-FAL-006: a fallback without way back") {
        fires("BK-FAL-006", "FAL-001", {"FAL-001 return_steps="});
        fires("BK-FAL-006", "FAL-001", {"FAL-001 backlog="});
    }
    TEST_CASE("BK-FAL-007: a fallback never exercised without IT") {
        fires("BK-FAL-007", "FAL-001", {"FAL-001 tested_without_it="});
    }
    TEST_CASE("BK-FAL-008: a form without numbers is named once") {
        const auto plan = plans::edited({"FRM-001 number_from=", "FRM-001 number_to="});
        int count = 0;
        for (const auto& finding : check::findings(plan, plans::day())) count += finding.object == "FRM-001" ? 1 : 0;
        CHECK(count == 1);
        fires("BK-FAL-008", "FRM-001", {"FRM-001 number_from="});
        fires("BK-FAL-008", "FRM-001", {"FRM-001 reentry_target="});
    }
    TEST_CASE("BK-FAL-009: a kit that nobody checked, a form that runs out") {
        fires("BK-FAL-009", "KIT-KRISENSTAB", {"KIT-KRISENSTAB checked_on=01.09.2026"});
        fires("BK-FAL-009", "KIT-KRISENSTAB", {"KIT-KRISENSTAB checked_on="});
        fires("BK-FAL-009", "FRM-001", {"FRM-001 stock=3"});
        stays_silent("BK-FAL-009", {"KIT-KRISENSTAB checked_on=02.09.2026"});
    }
    TEST_CASE("BK-FAL-010: a kit in the only house") {
        fires("BK-FAL-010", "KIT-KRISENSTAB", {"KIT-KRISENSTAB other_location="});
        fires("BK-FAL-010", "KIT-KRISENSTAB", {"KIT-KRISENSTAB other_location=ORT-RH-11"}); // another room, the same house
    }
    TEST_CASE("BK-FAL-011: payment data unsealed") {
        fires("BK-FAL-011", "KIT-HANDKASSE", {"KIT-HANDKASSE contains_payment_data=ja", "KIT-HANDKASSE sealed=nein"});
    }
    TEST_CASE("BK-FAL-012: a service that pays, without another way to pay") {
        fires("BK-FAL-012", "SVC-008", {"FAL-008 mode=paper", "FAL-008 payment_file="});
        stays_silent("BK-FAL-012", {"FAL-008 mode=cash", "FAL-008 payment_file="});
    }
    TEST_CASE("BK-FAL-013: a registry without wedding calendar on paper") {
        std::vector<std::string> edits;
        for (const auto& kit : plans::sound().kits) edits.push_back("-" + kit.id);
        for (const auto& data : plans::sound().data_sources) edits.push_back(data.id + " paper_snapshots=");
        fires("BK-FAL-013", "SVC-001", edits);
        for (const auto& service : plans::sound().services) edits.push_back(service.id + " registry=nein");
        stays_silent("BK-FAL-013", edits);
    }
    TEST_CASE("BK-AID-001: aid that is unsigned, expired or unchecked") {
        fires("BK-AID-001", "AID-001", {"AID-001 signed_on="});
        fires("BK-AID-001", "AID-001", {"AID-001 valid_to=30.11.2026"});
        fires("BK-AID-001", "AID-001", {"AID-001 last_checked="});
        fires("BK-AID-001", "AID-001", {"AID-001 last_checked=30.11.2024"});
    }
    TEST_CASE("BK-AID-002: aid without legal ground for the data") {
        fires("BK-AID-002", "AID-001", {"AID-001 data_protection="});
        fires("BK-AID-002", "AID-001", {"AID-001 kind=none", "AID-001 legal_form="});
    }
    TEST_CASE("BK-AID-003: a partner with the same provider") {
        fires("BK-AID-003", "AID-001", {"AID-001 same_provider=PRV-KDZ"});
    }
    TEST_CASE("BK-AID-004: a partner is known for the application but not for the service") {
        fires("BK-AID-004", "SVC-001", {"AID-001 services=SVC-002", "SVC-001 partner_note="});
        stays_silent("BK-AID-004",
                     {"AID-001 services=SVC-001, SVC-002, SVC-003, SVC-004, SVC-005", "AID-001 same_application=nein"});
    }
    TEST_CASE("BK-AID-005: spare IT that is too slow or untested") {
        fires("BK-AID-005", "EIT-001", {"EIT-001 bring_up=5 h"});
        fires("BK-AID-005", "EIT-001", {"EIT-001 tested_on="});
    }
}

TEST_SUITE("rules: documents") {
    TEST_CASE("BK-PLN-001: an Amt with time-critical services and no plan") {
        fires("BK-PLN-001", "ORGU-34", {"-DOK-GFP34"});
        stays_silent("BK-PLN-001", {"DOK-GFP34 status=released"});
    }
    TEST_CASE("BK-PLN-002: a plan that lacks sections") {
        fires("BK-PLN-002", "DOK-GFP34", {"DOK-GFP34 missing_sections=Alarmierung"});
        stays_silent("BK-PLN-002", {"DOK-GFP34 missing_sections=entfällt"});
    }
    TEST_CASE("BK-PLN-004: an application that nobody knows how to start") {
        CHECK(fires("BK-PLN-004", "APP-001", {"APP-001 steps="}).severity == Severity::warning);
        stays_silent("BK-PLN-004", {"APP-001 steps=", "+DOK-900 kind=wap", "DOK-900 scope=APP-001"});
    }
    TEST_CASE("BK-PLN-005: a restart plan that lacks sections") {
        fires("BK-PLN-005", "DOK-900", {"+DOK-900 kind=wap", "DOK-900 missing_sections=Vertretung"});
        stays_silent("BK-PLN-005", {"+DOK-900 kind=wap", "DOK-900 missing_sections=entfällt"});
    }
    TEST_CASE("BK-PLN-006: a step of a restart that nobody can plan") {
        fires("BK-PLN-006", "APP-001", {"APP-001 steps=[{phase = \"recovery\", action = \"Starten\"}]"});
        stays_silent("BK-PLN-006", {"APP-001 steps=[{phase = \"recovery\", action = \"Starten\", duration = \"1 h\"}]"});
    }
    TEST_CASE("BK-PLN-007: a step that waits for a later one") {
        const std::string first = "APP-001 steps=[{action = \"A\", duration = \"1 h\", depends_on = ";
        const std::string second = "}, {action = \"B\", duration = \"1 h\", depends_on = 1}]";
        fires("BK-PLN-007", "APP-001", {first + "2" + second});
        stays_silent("BK-PLN-007", {"APP-001 steps=[{action = \"A\", duration = \"1 h\"" + second});
    }
    TEST_CASE("BK-PLN-008: a plan that nobody released") {
        fires("BK-PLN-008", "DOK-HB", {"DOK-HB released_by="});
        fires("BK-PLN-008", "DOK-HB", {"DOK-HB released_on="});
    }
    TEST_CASE("BK-PLN-009: a review that is due") {
        fires("BK-PLN-009", "DOK-HB", {"DOK-HB review_due=30.11.2026"});
        stays_silent("BK-PLN-009", {"DOK-HB review_due=01.12.2026"});
    }
    TEST_CASE("BK-PLN-010: a document on the own network only") {
        fires("BK-PLN-010", "DOK-NETZ", {"DOK-NETZ storage=[{location = \"ORT-RH\", place = \"N:\", medium = \"network\"}]"});
    }
    TEST_CASE("BK-PLN-011: the handbook on the own network only") {
        fires("BK-PLN-011", "DOK-HB",
              {"DOK-HB storage=[{location = \"ORT-RH\", place = \"N:\", medium = \"network\"}]", "-EXP-001", "-EXP-002",
               "-EXP-003"});
    }
    TEST_CASE("BK-PLN-012: the handbook on paper in one house only") {
        const std::string only_here =
            "DOK-HB storage=[{location = \"ORT-RH-SAAL\", place = \"Koffer\", medium = \"paper\"}, {location = "
            "\"ORT-RH-11\", place = \"Tresor\", medium = \"paper\"}]";
        fires("BK-PLN-012", "DOK-HB", {only_here, "-EXP-002"});
    }
    TEST_CASE("BK-PLN-013: a copy of an older edition") {
        CHECK(fires("BK-PLN-013", "EXP-001", {"DOK-HB edition=2"}).remedy.find("edition=2") != std::string::npos);
        stays_silent("BK-PLN-013",
                     {"DOK-HB edition=2", "EXP-001 destroyed_on=01.11.2026", "EXP-002 edition=2", "EXP-003 edition=2"});
    }
    TEST_CASE("BK-PLN-014: a document without author or class") {
        CHECK(fires("BK-PLN-014", "DOK-GFP34", {"DOK-GFP34 author="}).severity == Severity::info);
        stays_silent("BK-PLN-014", {"DOK-GFP34 author=entfällt"});
    }
    TEST_CASE("BK-PLN-015: first measures that do not protect life") {
        CHECK(fires("BK-PLN-015", "DOK-SOFORT", {"DOK-SOFORT life_and_limb=nein"}).danger == check::Danger::person);
        fires("BK-PLN-015", "ORG-001", {"-DOK-SOFORT"});
    }
    TEST_CASE("BK-PLN-016: an end that nobody defined") { fires("BK-PLN-016", "ORGU-34", {"ORGU-34 return_criteria="}); }
    TEST_CASE("BK-PLN-018: an encrypted copy that does not say where its passphrase is") {
        fires("BK-PLN-018", "DOK-HB",
              {"DOK-HB storage=[{location = \"ORT-FW\", place = \"Schrank\", medium = \"stick\", encrypted = true}]"});
    }
    TEST_CASE("BK-PLN-019: a sheet that is not in the binder") {
        fires("BK-PLN-019", "ROL-S1", {"ROL-S1 sheets=2.99 Kontakte"});
        fires("BK-PLN-019", "ROL-S1", {"ROL-S1 sheets=9.99"});
        stays_silent("BK-PLN-019", {"ROL-S1 sheets=2.04 Kontakte, 5.01, 5.V34, 12.01 Packliste, Umschlag 3"});
    }
}

TEST_SUITE("rules: staff") {
    const std::string one = "holders=[{person = \"PER-005\", rank = 1, prepared_by = \"exercise\"}]";
    TEST_CASE("BK-STB-001: a role without deputy is a warning at R and an error at A") {
        CHECK(fires("BK-STB-001", "ROL-S1", {"ROL-S1 " + one}).severity == Severity::warning);
        CHECK(fires("BK-STB-001", "ROL-S1", {"ROL-S1 " + one, "ORG-001 bcms_level=A"}).severity == Severity::error);
        fires("BK-STB-001", "ROL-S1", {"ROL-S1 holders="});
    }
    TEST_CASE("BK-STB-002: a leader of the staff with one deputy") {
        fires("BK-STB-002", "ROL-LS",
              {"ROL-LS holders=[{person = \"PER-003\", rank = 1, prepared_by = \"exercise\"}, {person = \"PER-004\", rank = 2, "
               "prepared_by = \"exercise\"}]"});
    }
    TEST_CASE("BK-STB-003: nobody in the staff cares for the public") {
        std::vector<std::string> edits;
        for (const auto& role : plans::sound().roles) {
            if (role.name.find("Presse") != std::string::npos || role.name.find("Kommunikation") != std::string::npos)
                edits.push_back("-" + role.id);
        }
        fires("BK-STB-003", "ORG-001", edits);
        edits.push_back("+ROL-MEDIEN name=Medienstelle");
        stays_silent("BK-STB-003", edits);
    }
    TEST_CASE("BK-STB-004: nobody keeps the log") {
        fires("BK-STB-004", "ORG-001", {"-ROL-ETB", "ROL-S2 bsi_name="});
        stays_silent("BK-STB-004", {"ROL-S2 bsi_name="});
    }
    TEST_CASE("BK-STB-005: one person on two seats") {
        fires("BK-STB-005", "PER-014",
              {"ROL-S1 holders=[{person = \"PER-014\", rank = 1, prepared_by = \"exercise\"}]",
               "ROL-S2 holders=[{person = \"PER-014\", rank = 1, prepared_by = \"exercise\"}]"});
    }
    TEST_CASE("BK-STB-006: a holder who was never prepared") {
        fires("BK-STB-006", "ROL-S1", {"ROL-S1 holders=[{person = \"PER-004\", rank = 1}, {person = \"PER-003\", rank = 2}]"});
    }
    TEST_CASE("BK-STB-007: three shifts with too few persons") {
        const auto findings = check::findings(plans::edited({"-RIS-002"}), plans::day());
        const auto* finding = plans::found(findings, "BK-STB-007", "ORG-001");
        REQUIRE(finding != nullptr);
        CHECK_FALSE(finding->accepted);
        std::vector<std::string> edits{"-RIS-002"};
        std::string holders;
        // Three of their own for every seat.
        for (int i = 0; i < 60; ++i) edits.push_back("+PER-" + std::to_string(900 + i));
        int next = 900;
        for (const auto& role : plans::sound().roles) {
            const std::string area = role.area.value_or("");
            if (area != "staff" && area != "it") continue;
            holders.clear();
            for (int i = 0; i < 3; ++i)
                holders += (i ? ", " : "") + ("{person = \"PER-" + std::to_string(next++) + "\", prepared_by = \"exercise\"}");
            edits.push_back(role.id + " holders=[" + holders + "]");
        }
        stays_silent("BK-STB-007", edits);
    }
    TEST_CASE("BK-STB-008: nobody decides") {
        std::vector<std::string> edits;
        for (const auto& role : plans::sound().roles) edits.push_back(role.id + " decider=nein");
        fires("BK-STB-008", "ORG-001", edits);
    }
    TEST_CASE("BK-STB-009: no code of conduct; from level Aufbau on no rules of procedure") {
        fires("BK-STB-009", "ORG-001", {"ORG-001 code_of_conduct_on="});
        fires("BK-STB-009", "ORG-001", {"ORG-001 rules_of_procedure_on=", "ORG-001 bcms_level=A"});
        stays_silent("BK-STB-009", {"ORG-001 rules_of_procedure_on="});
    }
    TEST_CASE("BK-STB-010: no second room in another house") {
        fires("BK-STB-010", "STR-001", {"STR-001 alternates=ORT-RH-11"});
        fires("BK-STB-010", "ORG-001", {"-STR-001"});
    }
    TEST_CASE("BK-STB-011: two roles lead the technicians") {
        fires("BK-STB-011", "ROL-IT9", {"+ROL-IT9 area=it", "ROL-IT9 required=ja"});
        stays_silent("BK-STB-011", {"+ROL-IT9 area=it", "ROL-IT9 required=nein"});
    }
    TEST_CASE("BK-STB-012: a leader without powers or spending limit") {
        fires("BK-STB-012", "ROL-HVB", {"ROL-HVB powers="});
        fires("BK-STB-012", "ROL-HVB", {"ROL-HVB spending_limit="});
    }
    TEST_CASE("BK-STB-013: nobody with a mechanical key") { fires("BK-STB-013", "ORG-001", {"ORG-001 key_holder="}); }
}

TEST_SUITE("rules: alarm, persons, public") {
    const std::string stage =
        "ALM-001 stages=[{name = \"1\", office = \"IT\", number = \"0171 39200-74\", fallback_number = \"0171 "
        "39200-75\", decider = \"ROL-IT\", alarms = [\"ROL-IT\"], channel = \"KAN-002\", hours_in = \"immer\"";
    TEST_CASE("BK-ALM-001: a desk that says no hours") {
        fires("BK-ALM-001", "ALM-001", {stage + ", max_wait = \"10 min\"}]"});
        stays_silent("BK-ALM-001", {stage + ", max_wait = \"10 min\", hours_out = \"immer\"}]"});
        // A limit that somebody bears.
        stays_silent("BK-ALM-001",
                     {stage + ", max_wait = \"10 min\", limitation = \"nachts niemand\", risk_accepted_by = \"ROL-HVB\"}]"});
    }
    TEST_CASE("BK-ALM-002: a limit of the desk that nobody bears") {
        const std::string limited =
            stage + ", hours_out = \"Sa bis 12 Uhr\", max_wait = \"10 min\", limitation = \"Sonntag niemand\"";
        fires("BK-ALM-002", "ALM-001", {limited + "}]"});
        stays_silent("BK-ALM-002", {limited + ", risk_accepted_by = \"ROL-HVB\"}]"});
    }
    TEST_CASE("BK-ALM-003: no channel that works without the own IT") {
        std::vector<std::string> edits;
        for (const auto& channel : plans::sound().channels) {
            if (channel.id != "KAN-001") edits.push_back("-" + channel.id);
        }
        CHECK(fires("BK-ALM-003", "ORG-001", edits).danger == check::Danger::person);
    }
    TEST_CASE("BK-ALM-004: an alarm by mail alone") {
        fires("BK-ALM-004", "ALM-001", {"KAN-002 kind=email", stage + ", hours_out = \"immer\", max_wait = \"10 min\"}]"});
    }
    TEST_CASE("BK-ALM-005: a chain that waits for ever") {
        fires("BK-ALM-005", "ALM-001", {stage + ", hours_out = \"immer\"}]"});
        stays_silent("BK-ALM-005", {stage + ", hours_out = \"immer\", max_wait = \"10 min\"}]"});
    }
    TEST_CASE("BK-ALM-006: a role of the staff that no alarm reaches") {
        fires("BK-ALM-006", "ROL-NEU", {"+ROL-NEU area=staff", "ROL-NEU required=ja"});
        stays_silent("BK-ALM-006", {"+ROL-NEU area=staff", "ROL-NEU required=nein"});
        stays_silent("BK-ALM-006", {"+ROL-NEU area=staff", "ROL-NEU required=ja", "ALM-001 may_alarm=ROL-NEU"});
    }
    TEST_CASE("BK-ALM-007: duty on a voluntary basis") { fires("BK-ALM-007", "RUF-ORD", {"RUF-ORD basis=voluntary"}); }
    TEST_CASE("BK-ALM-008: a desk that has no questions to judge by") {
        const std::string desk = stage + ", hours_out = \"immer\", max_wait = \"10 min\"";
        fires("BK-ALM-008", "ALM-001", {desk + "}]"});
        stays_silent("BK-ALM-008", {desk + ", criteria = [\"Mehr als ein Rechner?\"]}]"});
    }
    TEST_CASE("BK-ALM-009: an alarm not tried for six months") {
        fires("BK-ALM-009", "ALM-001", {"ALM-001 tested_on=31.05.2026"});
        fires("BK-ALM-009", "ALM-001", {"ALM-001 tested_on="});
        stays_silent("BK-ALM-009", {"ALM-001 tested_on=01.06.2026"});
    }
    TEST_CASE("BK-ALM-010: an emergency number that fails with the telephone system") {
        CHECK(fires("BK-ALM-010", "ALM-001", {"ALM-001 replacement_number=", "ALM-001 emergency_number_over=INF-005"})
                  .message.find("fällt mit aus") != std::string::npos);
        fires("BK-ALM-010", "ALM-001", {"ALM-001 emergency_number="});
    }
    TEST_CASE("BK-ALM-011: a roster that ends on the coming weekend") {
        // 1 December 2026 is a Tuesday; Sunday is the 6th.
        fires("BK-ALM-011", "RUF-ORD", {"RUF-ORD covers_until=06.12.2026"});
        stays_silent("BK-ALM-011", {"RUF-ORD covers_until=07.12.2026"});
    }
    TEST_CASE("BK-PER-001: an alarmed person without any number") {
        fires("BK-PER-001", "PER-003", {"PER-003 phone_mobile=", "PER-003 phone_office=", "PER-003 phone_private="});
        stays_silent("BK-PER-001", {"PER-003 phone_mobile=entfällt", "PER-003 phone_office="});
    }
    TEST_CASE("BK-PER-002: numbers not verified for six months") {
        fires("BK-PER-002", "PER-003", {"PER-003 verified_on=31.05.2026"});
        fires("BK-PER-002", "PER-003", {"PER-003 valid_until=30.11.2026"});
        fires("BK-PER-002", "EXT-BANK", {"EXT-BANK verified_on=31.05.2026"});
        stays_silent("BK-PER-002", {"EXT-BANK verified_on=01.06.2026"});
    }
    TEST_CASE("BK-PER-003: the switchboard as emergency number") {
        fires("BK-PER-003", "ALM-001", {"ALM-001 emergency_number=030 23125-600"});
    }
    TEST_CASE("BK-PER-004: a contact for the night without its number") {
        fires("BK-PER-004", "EXT-BANK", {"EXT-BANK phone_night="});
    }
    TEST_CASE("BK-PER-005: private numbers without consent") { fires("BK-PER-005", "PER-001", {"PER-001 private_data_basis="}); }
    TEST_CASE("BK-PER-006: payday within five bank days and one signature only") {
        const std::string none = "EXT-BANK second_signer=";
        const auto pays = [](const char* day) { return "SVC-008 payment_day=" + std::string(day); };
        const auto wages = [](const char* day) { return "SVC-009 payment_day=" + std::string(day); };
        fires("BK-PER-006", "EXT-BANK", {none, pays("8. des Monats")});
        stays_silent("BK-PER-006", {none, pays("9. des Monats"), wages("letzter Bankarbeitstag")});
        stays_silent("BK-PER-006", {none, pays("02.01."), wages("15.12.2026")});
        fires("BK-PER-006", "EXT-BANK", {none, pays("täglich")});
        stays_silent("BK-PER-006", {pays("täglich")});
    }
    TEST_CASE("BK-COM-001: no first statement") { fires("BK-COM-001", "ORG-001", {"PRE-001 kind=faq"}); }
    TEST_CASE("BK-COM-002: no emergency website") { fires("BK-COM-002", "ORG-001", {"ORG-001 emergency_website="}); }
    TEST_CASE("BK-COM-003: nobody listed who has to be told") {
        CHECK(fires("BK-COM-003", "ORG-001", {"ORG-001 stakeholders="}).severity == Severity::info);
        CHECK(fires("BK-COM-003", "ORG-001", {"ORG-001 stakeholders=", "ORG-001 bcms_level=A"}).severity == Severity::warning);
        stays_silent("BK-COM-003", {"ORG-001 stakeholders=entfällt"});
    }
}

TEST_SUITE("rules: duties, contracts, exercises") {
    TEST_CASE("BK-RPT-001: data protection is not told") {
        fires("BK-RPT-001", "ORG-001", {"-MEL-001"});
        fires("BK-RPT-001", "MEL-001", {"MEL-001 role="});
        fires("BK-RPT-001", "MEL-001", {"MEL-001 addressee="});
    }
    TEST_CASE("BK-RPT-002: social data without the duty to tell") {
        std::vector<std::string> edits{"DAT-001 social_data=ja"};
        for (const auto& duty : plans::sound().reporting_duties) {
            if (duty.kind.value_or("") == "social") edits.push_back("-" + duty.id);
        }
        fires("BK-RPT-002", "ORG-001", edits);
    }
    TEST_CASE("BK-RPT-003: the law demands a report to the CERT") {
        std::vector<std::string> edits;
        for (const auto& duty : plans::sound().reporting_duties) {
            if (duty.kind.value_or("") == "cert") edits.push_back("-" + duty.id);
        }
        fires("BK-RPT-003", "ORG-001", edits);
        edits.push_back("ORG-001 cert_law=entfällt");
        stays_silent("BK-RPT-003", edits);
    }
    TEST_CASE("BK-RPT-005: a duty without deputy") { fires("BK-RPT-005", "MEL-001", {"MEL-001 deputy="}); }
    TEST_CASE("BK-RPT-006: no number of the police") {
        std::vector<std::string> edits;
        for (const auto& contact : plans::sound().external_contacts) {
            const auto kind = contact.kind.value_or("");
            if (kind == "police" || kind == "zac") edits.push_back("-" + contact.id);
        }
        REQUIRE(edits.size() > 1);
        CHECK(fires("BK-RPT-006", "ORG-001", edits).severity == Severity::info);
        edits.pop_back();
        stays_silent("BK-RPT-006", edits);
    }
    TEST_CASE("BK-RPT-007: an insurer whom nobody can tell") {
        fires("BK-RPT-007", "VER-001", {"VER-001 hotline="});
        fires("BK-RPT-007", "VER-001", {"VER-001 obligations="});
        fires("BK-RPT-007", "VER-001", {"VER-001 notify_within="});
        fires("BK-RPT-007", "VER-001", {"-MEL-010"});
    }
    TEST_CASE("BK-RPT-008: a law not verified for a year") {
        fires("BK-RPT-008", "MEL-001", {"MEL-001 verified_on=30.11.2025"});
        fires("BK-RPT-008", "FRI-001", {"FRI-001 verified_on=30.11.2025"});
    }
    TEST_CASE("BK-CON-001: a contract on the own network only") {
        fires("BK-CON-001", "VTR-001", {"VTR-001 offline_copies=[{location = \"ORT-RH\", medium = \"network\"}]"});
        fires("BK-CON-001", "VTR-001", {"VTR-001 offline_copies="});
    }
    TEST_CASE("BK-CON-002: a contract that ends within ninety days") {
        fires("BK-CON-002", "VTR-001", {"VTR-001 valid_to=01.03.2027"});
        stays_silent("BK-CON-002", {"VTR-001 valid_to=02.03.2027"});
    }
    TEST_CASE("BK-CON-003: the helper runs the IT that failed") {
        fires("BK-CON-003", "VTR-001", {"VTR-001 kind=ir", "PRV-KDZ is_operator=ja"});
        // It does what it does, whatever the flag says.
        fires("BK-CON-003", "VTR-001", {"VTR-001 kind=ir", "PRV-KDZ is_operator=nein"});
        stays_silent("BK-CON-003", {"VTR-001 kind=ir", "VTR-001 provider=PRV-IR"});
    }
    TEST_CASE("BK-CON-004: a contract without a time") { fires("BK-CON-004", "VTR-001", {"VTR-001 rto_statement="}); }
    TEST_CASE("BK-CON-005: a duty to the insurer without evidence") {
        fires("BK-CON-005", "VER-001", {"VER-001 obligations=[{text = \"Schulung\"}]"});
        stays_silent("BK-CON-005", {"VER-001 obligations=[{text = \"Schulung\", evidence_date = 2026-05-11}]"});
    }
    TEST_CASE("BK-CON-006: a provider who need not inform") { fires("BK-CON-006", "VTR-001", {"VTR-001 info_duty=nein"}); }
    TEST_CASE("BK-EXR-001: no plan of exercises") {
        fires("BK-EXR-001", "ORG-001", {"ORG-001 exercise_plan_until=30.11.2026"});
        fires("BK-EXR-001", "ORG-001", {"ORG-001 exercise_plan_until="});
    }
    TEST_CASE("BK-EXR-002: no exercise within a year") {
        fires("BK-EXR-002", "ORG-001", {"UEB-001 date=30.11.2025"});
        fires("BK-EXR-002", "ORG-001", {"UEB-002 date=30.11.2025"});
    }
    TEST_CASE("BK-EXR-003: only the main holder was ever exercised") {
        const std::string main_only = "ROL-S1 holders=[{person = \"PER-009\", rank = 1, exercised_on = 2026-04-22}, "
                                      "{person = \"PER-013\", rank = 2, trained_on = 2026-03-18";
        fires("BK-EXR-003", "ROL-S1", {main_only + "}]"});
        stays_silent("BK-EXR-003", {main_only + ", exercised_on = 2026-04-22}]"});
    }
    TEST_CASE("BK-EXR-004: a plan that no exercise touched") {
        CHECK(fires("BK-EXR-004", "DOK-GFP34", {"UEB-003 tests=FAL-001"}).severity == Severity::info);
        stays_silent("BK-EXR-004", {"UEB-003 tests=DOK-GFP10,DOK-GFP20,DOK-GFP32,DOK-GFP34,DOK-GFP60"});
    }
    TEST_CASE("BK-EXR-005: an exercise without report or consequences") {
        CHECK(fires("BK-EXR-005", "UEB-001", {"UEB-001 report=nein"}).severity == Severity::warning);
        fires("BK-EXR-005", "UEB-001", {"UEB-001 actions="});
        stays_silent("BK-EXR-005", {"UEB-001 actions=", "UEB-001 findings="});
        stays_silent("BK-EXR-005", {"UEB-001 report=nein", "UEB-001 date=02.12.2026"});
    }
    TEST_CASE("BK-EXR-006: no exercise without IT") {
        std::vector<std::string> edits;
        for (const auto& exercise : plans::sound().exercises) edits.push_back(exercise.id + " without_it=nein");
        CHECK(fires("BK-EXR-006", "ORG-001", edits).severity == Severity::info);
        edits.pop_back();
        stays_silent("BK-EXR-006", edits);
    }
}

TEST_SUITE("rules: general") {
    TEST_CASE("BK-GEN-008: hours of work that cannot be read") {
        const auto hours = [](const char* days, const char* from, const char* to) {
            return "KAL-001 hours=[{weekdays = \"" + std::string(days) + "\", from = \"" + from + "\", to = \"" + to + "\"}]";
        };
        fires("BK-GEN-008", "KAL-001", {hours("werktags", "08:00", "16:00")});
        fires("BK-GEN-008", "KAL-001", {hours("Mo–Fr", "halb acht", "16:00")});
        fires("BK-GEN-008", "KAL-001", {hours("Mo–Fr", "16:00", "16:00")});
        stays_silent("BK-GEN-008", {hours("Mo–Fr", "15:59", "16:00")});
        stays_silent("BK-GEN-008", {hours("Mo–Do, Sa", "08:00", "24:00")});
    }
    TEST_CASE("BK-BEN-001: a figure without its base") {
        fires("BK-BEN-001", "VGL-900", {"+VGL-900 name=Plan vorhanden", "VGL-900 caveat=kein Rang"});
        stays_silent("BK-BEN-001",
                     {"+VGL-900 name=Plan vorhanden", "VGL-900 caveat=kein Rang", "VGL-900 base_text=alle Antworten"});
    }
    TEST_CASE("BK-GEN-001: an open reference, with the nearest records") {
        const auto finding = fires("BK-GEN-001", "SVC-001", {"SVC-001 uses=Standesamtsverfahren mit elektronischem Registr"});
        CHECK(finding.message.find("APP-001") != std::string::npos);
        CHECK(finding.field == "uses");
        // Removing a record leaves references that lead nowhere.
        fires("BK-GEN-001", "NET-001", {"-NET-002"});
    }
    TEST_CASE("BK-GEN-002: a measure that is overdue") {
        fires("BK-GEN-002", "BCM-002", {"BCM-002 due=30.11.2026"});
        stays_silent("BK-GEN-002", {"BCM-002 due=30.11.2026", "BCM-002 state=done"});
    }
    TEST_CASE("BK-GEN-003: two years at level Reaktiv") {
        fires("BK-GEN-003", "ORG-001", {"ORG-001 level_since=30.11.2024"});
        stays_silent("BK-GEN-003", {"ORG-001 level_since=30.11.2024", "ORG-001 bcms_level=S"});
    }
    TEST_CASE("BK-GEN-004: results that the leadership did not release") {
        fires("BK-GEN-004", "ORG-001", {"ORG-001 bia_released_on="});
        fires("BK-GEN-004", "ORG-001", {"ORG-001 staff_released_on="});
    }
    TEST_CASE("BK-GEN-005: the security officer works in the IT") {
        fires("BK-GEN-005", "ROL-ISB",
              {"-RIS-004", "ROL-ISB holders=[{person = \"PER-004\", rank = 1}]", "PER-004 works_in_it=ja"});
        stays_silent("BK-GEN-005",
                     {"-RIS-004", "ROL-ISB holders=[{person = \"PER-004\", rank = 1}]", "PER-004 works_in_it=nein"});
        fires("BK-GEN-005", "ORG-001", {"-RIS-004", "ROL-ISB name=Beauftragte"});
    }
    TEST_CASE("BK-GEN-006: a required field that no other rule asks for") {
        CHECK(fires("BK-GEN-006", "ORG-001", {"ORG-001 assembly_point="}).severity == Severity::warning);
        CHECK(fires("BK-GEN-006", "ORG-001", {"ORG-001 assembly_point=unbekannt"}).severity == Severity::info);
        stays_silent("BK-GEN-006", {"ORG-001 assembly_point=entfällt"});
        // A cell of a row as well.
        fires("BK-GEN-006", "KIT-HANDKASSE", {"KIT-HANDKASSE items=[{name = \"Zange\", minimum = 1}]"});
    }
    TEST_CASE("BK-GEN-007: a setting that has no effect") {
        fires("BK-GEN-007", "PRF-001", {"+PRF-001 rule=BK-XXX-001"});
        fires("BK-GEN-007", "PRF-001", {"+PRF-001 rule=BK-CON-002", "PRF-001 off=ja"});
        const std::string reason = "PRF-001 reason=so entschieden";
        fires("BK-GEN-007", "PRF-001", {"+PRF-001 rule=BK-CON-002", reason, "PRF-001 until=30.11.2026"});
        fires("BK-GEN-007", "PRF-001", {"+PRF-001 rule=BK-SVC-001", reason, "PRF-001 limit=10"});
        stays_silent("BK-GEN-007", {"+PRF-001 rule=BK-CON-002", reason, "PRF-001 until=01.12.2026", "PRF-001 limit=30"});
    }
}

TEST_SUITE("check") {
    TEST_CASE("a risk that a named person bears turns its finding into an info that does not count") {
        const std::vector<std::string> edits{"VTR-001 info_duty=nein", "+RIS-900 rule=BK-CON-006", "RIS-900 target=VTR-001",
                                             "RIS-900 treatment=accept", "RIS-900 reason=zu teuer"};
        auto plan = plans::edited(edits);
        const auto findings = check::findings(plan, plans::day());
        const auto* finding = plans::found(findings, "BK-CON-006", "VTR-001");
        REQUIRE(finding);
        CHECK(finding->accepted);
        CHECK(finding->severity == Severity::info);
        CHECK(finding->message.find("getragenes Risiko: zu teuer") != std::string::npos);
    }

    TEST_CASE("a risk that ran out, has no reason or belongs to another object bears nothing") {
        const std::vector<std::string> base{"VTR-001 info_duty=nein", "+RIS-900 rule=BK-CON-006", "RIS-900 target=VTR-001",
                                            "RIS-900 treatment=accept", "RIS-900 reason=zu teuer"};
        for (const char* edit :
             {"RIS-900 valid_to=30.11.2026", "RIS-900 reason=", "RIS-900 target=VTR-002", "RIS-900 treatment=reduce"}) {
            auto edits = base;
            edits.push_back(edit);
            const auto findings = check::findings(plans::edited(edits), plans::day());
            CAPTURE(std::string(edit));
            const auto* finding = plans::found(findings, "BK-CON-006", "VTR-001");
            REQUIRE(finding);
            CHECK_FALSE(finding->accepted);
        }
    }

    TEST_CASE("a rule is switched off with a reason until a day, never without one") {
        const std::vector<std::string> base{"VTR-001 info_duty=nein", "+PRF-001 rule=BK-CON-006", "PRF-001 off=ja"};
        const auto is_there = [&](std::vector<std::string> more) {
            auto edits = base;
            edits.insert(edits.end(), more.begin(), more.end());
            return plans::found(check::findings(plans::edited(edits), plans::day()), "BK-CON-006", "VTR-001") != nullptr;
        };
        CHECK(is_there({}));
        CHECK_FALSE(is_there({"PRF-001 reason=Vertrag wird neu verhandelt"}));
        CHECK_FALSE(is_there({"PRF-001 reason=Vertrag wird neu verhandelt", "PRF-001 until=01.12.2026"}));
        CHECK(is_there({"PRF-001 reason=Vertrag wird neu verhandelt", "PRF-001 until=30.11.2026"}));
    }

    TEST_CASE("errors come first, then what endangers people, then the rest") {
        const auto findings =
            check::findings(plans::edited({"ORG-001 assembly_point=", "ALM-001 tested_on=", "SVC-002 mbco="}), plans::day());
        REQUIRE(findings.size() >= 3);
        CHECK(findings[0].rule == "BK-SVC-004");
        CHECK(findings[1].rule == "BK-ALM-009");
        CHECK(findings[2].rule == "BK-GEN-006");
    }

    TEST_CASE("a finding belongs to the Amt of its object") {
        const auto findings =
            check::findings(plans::edited({"SVC-001 mbco=", "FAL-001 backlog=", "APP-001 version="}), plans::day());
        for (const auto* object : {"SVC-001", "FAL-001", "APP-001"}) {
            for (const auto& finding : findings) {
                if (finding.object == object) CHECK(finding.unit == "ORGU-34");
            }
        }
    }

    TEST_CASE("an empty plan is checked without a word and without a crash") { CHECK(check::findings({}, plans::day()).empty()); }

    TEST_CASE("the same plan gives the same findings in the same order") {
        const auto plan = plans::edited({"SVC-001 mbco=", "ALM-001 tested_on="});
        const auto one = check::findings(plan, plans::day()), two = check::findings(plan, plans::day());
        REQUIRE(one.size() == two.size());
        for (std::size_t i = 0; i < one.size(); ++i) CHECK(one[i].message == two[i].message);
    }

    TEST_CASE("every rule has a title, a reason, a remedy with a command, and a source") {
        for (const auto& rule : check::all_rules()) {
            CAPTURE(std::string(rule.id));
            const auto text = check::text_of(rule);
            CHECK_FALSE(text.title.empty());
            CHECK_FALSE(text.reason.empty());
            CHECK(text.remedy.find("`bcmkit ") != std::string_view::npos);
            CHECK_FALSE(text.source.empty());
        }
    }
}

TEST_SUITE("check as a whole") {
    TEST_CASE("against an older plan only what is new is told, and what is gone is counted") {
        const auto before = plans::edited({"SVC-001 mtpd="});
        const auto now = plans::edited({"SVC-001 rto="});
        const auto result = app::check_since(now, before, plans::day());
        REQUIRE(plans::found(result.findings, "BK-SVC-003", "SVC-001") != nullptr);
        CHECK(plans::found(result.findings, "BK-SVC-002", "SVC-001") == nullptr);
        CHECK(result.since->solved >= 1);
        const auto same = app::check_since(now, now, plans::day());
        CHECK(same.findings.empty());
        CHECK(same.undecided.empty());
        CHECK(same.since->solved == 0);
    }
    TEST_CASE("a rule that cannot be decided says so once, and names somebody to ask") {
        const auto of = [](const std::vector<std::string>& edits) {
            std::vector<check::Undecided> out;
            for (const auto& one : check::examine(plans::edited(edits), plans::day()).undecided) {
                if (one.rule == "BK-APP-012" && one.object == "APP-001") out.push_back(one);
            }
            return out;
        };
        CHECK(of({"APP-001 end_of_support=31.12.2030"}).empty());
        CHECK(of({"APP-001 end_of_support=01.11.2026"}).empty()); // then it is a finding
        const auto open = of({"APP-001 end_of_support=unbekannt"});
        REQUIRE(open.size() == 1);
        CHECK_FALSE(open.front().ask.empty());
        CHECK(open.front().field == "end_of_support");
    }
    TEST_CASE("a limit of the plan counts in place of the rule's own, as long as it is reasoned and not over") {
        std::vector<std::string> edits;
        for (int i = 100; i < 106; ++i) {
            const std::string id = "SVC-" + std::to_string(i);
            edits.insert(edits.end(), {"+" + id + " time_critical=ja", id + " mtpd=3 Tage", id + " uses=APP-001"});
        }
        edits.insert(edits.end(), {"+PRF-001 rule=BK-RES-016", "PRF-001 limit=100"});
        fires("BK-RES-016", "PRV-KDZ", edits); // no reason, no decision
        edits.emplace_back("PRF-001 reason=Ein Verbund ist gewollt");
        stays_silent("BK-RES-016", edits);
        edits.emplace_back("PRF-001 until=30.11.2026");
        fires("BK-RES-016", "PRV-KDZ", edits);
    }
}
