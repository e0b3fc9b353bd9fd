// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/error.hpp>
#include <bcmkit/compose/book.hpp>

#include <doctest/doctest.h>

using namespace bcmkit;
using namespace bcmkit::compose;

namespace {

const Date today = *Date::of(2026, 12, 1);

model::Step step(std::string phase, std::string action, bool critical = false) {
    model::Step out;
    out.phase = std::move(phase);
    out.action = std::move(action);
    out.critical = critical;
    return out;
}

model::Plan payout_plan() {
    model::Plan plan;
    plan.organisation.id = "ORG-1";
    plan.organisation.name = "Landkreis Musterland";
    model::Role role;
    role.id = "ROL-S2";
    role.name = "S2 Lage und Dokumentation";
    role.code = std::string("S2");
    role.staff_name = std::string("Lage und Dokumentation");
    role.first_steps = model::Texts{"Tagebuch läuft, Führung benannt", "nach jeder Lage: Aufträge vorlesen", "**Uhr** stellen",
                                    "nichts radieren, einmal durchstreichen", "Pausen"};
    plan.roles.push_back(role);
    model::ExternalContact bank;
    bank.id = "EXT-BANK";
    bank.name = "Kreissparkasse";
    bank.kind = std::string("bank");
    bank.phone = std::string("+493023125150");
    plan.external_contacts.push_back(bank);
    model::Service service;
    service.id = "SVC-001";
    service.name = "Auszahlungen";
    service.contacts = model::References{model::to("EXT-BANK")};
    service.uses = model::References{{"", "Prosoz", "leistungen.toml, Zeile 3"}};
    plan.services.push_back(service);
    model::Fallback fallback;
    fallback.id = "FAL-001";
    fallback.name = "Papierliste";
    fallback.services = model::References{model::to("SVC-001")};
    fallback.needs_it = false;
    fallback.trigger = std::string("Sozialwesen fällt aus");
    model::Need need;
    need.node = model::to("EXT-BANK");
    fallback.needs = std::vector{need};
    fallback.steps = std::vector{
        step("start", "**Liste holen:** Tresor Raum 112", true),
        step("operate",
             "Weg entscheiden: ☐ Bank wiederholt die letzte Sammelzahlung, Datei bei der Bank oder Stick in Umschlag 4 "
             "☐ Überweisungen von sauberem Gerät nach Papierliste, zwei Personen ☐ bar"),
        step("return", "Zahlungen nachbuchen"),
    };
    plan.fallbacks.push_back(fallback);
    return plan;
}

std::string inlines_text(const doc::Inlines& inlines) {
    std::string out;
    for (const auto& item : inlines) {
        if (const auto* text = std::get_if<doc::Text>(&item)) out += text->strong ? "<" + text->text + ">" : text->text;
        if (std::holds_alternative<doc::Choice>(item)) out += "☐";
    }
    return out;
}

/// The blocks of one template, filled.
doc::Blocks filled(const model::Plan& plan, const std::string& head, const std::string& body) {
    const Book book(plan, {{"t.md", "---\n" + head + "\n---\n" + body}}, model::Audience::intern, today);
    Diagnostics diagnostics = book.diagnostics();
    const std::vector<std::string> all{"handbuch"};
    const auto composed = book.fill(book.select(all), nullptr, diagnostics);
    CAPTURE(diagnostics.empty() ? "" : to_text(diagnostics.front()));
    REQUIRE(diagnostics.empty());
    REQUIRE(composed.document.sheets.size() == 1);
    return composed.document.sheets.front().blocks;
}

std::string first_paragraph(const model::Plan& plan, const std::string& head, const std::string& body) {
    const auto blocks = filled(plan, head, body);
    REQUIRE(!blocks.empty());
    const auto* paragraph = std::get_if<doc::Paragraph>(&blocks.front().is);
    REQUIRE(paragraph);
    return inlines_text(paragraph->text);
}

} // namespace

TEST_CASE("steps of a fallback begin bold and long alternatives get their own lines") {
    const auto blocks =
        filled(payout_plan(), "blatt: 5.*\nje: service",
               "{{#service.ways}}\n```schritte\n{{#steps_start}}\n{{#critical}}!{{/critical}}{{^critical}}-{{/critical}} "
               "**{{lead}}**{{#text}} {{text}}{{/text}}\n{{#choices}}\n  ☐ "
               "{{.}}\n{{/choices}}\n{{/steps_start}}\n```\n{{/service.ways}}\n");
    REQUIRE(blocks.size() == 1);
    const auto& steps = std::get<doc::Steps>(blocks.front().is).steps;
    REQUIRE(steps.size() == 2); // the way back is not a start
    CHECK(steps[0].critical);
    CHECK(inlines_text(steps[0].text) == "<Liste holen:> Tresor Raum 112");
    CHECK(inlines_text(steps[1].text) == "<Weg entscheiden:>");
    REQUIRE(steps[1].lines.size() == 3);
    CHECK(inlines_text(steps[1].lines[2]) == "☐ bar");
}

TEST_CASE("a service on paper hangs on what its fallback needs and only partly on its program") {
    CHECK(first_paragraph(payout_plan(), "blatt: 5.*\nje: service",
                          "Nicht ohne {{service.stops_without}}, besser mit {{service.limited_without}}.\n") ==
          "Nicht ohne Kreissparkasse, besser mit Prosoz.");
}

TEST_CASE("the way back and the trigger come from the fallback where the service is silent") {
    CHECK(first_paragraph(payout_plan(), "blatt: 5.*\nje: service",
                          "{{service.start_text}}: {{#service.back_steps}}{{.}}{{/service.back_steps}}\n") ==
          "Sozialwesen fällt aus: Zahlungen nachbuchen");
}

TEST_CASE("role cards use the names of the Land's staff scheme and keep the function in small print") {
    auto plan = payout_plan();
    const std::string body = "{{role_s2.title}}{{#role_s2.short}} ({{role_s2.short}}){{/role_s2.short}}\n";
    CHECK(first_paragraph(plan, "blatt: 3.03", body) == "S2 Lage und Dokumentation");
    plan.organisation.staff_scheme = std::string("Verwaltungsstab");
    CHECK(first_paragraph(plan, "blatt: 3.03", body) == "Lage und Dokumentation (S2)");
}

TEST_CASE("a line is bold up to its colon or its first noun") {
    CHECK(first_paragraph(payout_plan(), "blatt: 3.03",
                          "{{#role_s2.first_lines}}**{{lead}}**{{#rest}} {{rest}}{{/rest}} · {{/role_s2.first_lines}}\n") ==
          "<Tagebuch> läuft, Führung benannt · <Nach jeder Lage:> Aufträge vorlesen · <Uhr> stellen · <Nichts radieren,> einmal "
          "durchstreichen · <Pausen> ·");
}

TEST_CASE("what others need comes back first, and the limit is that of the most urgent service behind it") {
    model::Plan plan;
    plan.organisation.id = "ORG-1";
    model::Infrastructure directory;
    directory.id = "INF-001";
    directory.name = "Anmeldung";
    directory.kind = std::string("server");
    directory.rta = Duration::of(240);
    plan.infrastructures.push_back(directory);
    model::Application urgent;
    urgent.id = "APP-001";
    urgent.name = "Sozialwesen";
    urgent.rta = Duration::of(120);
    model::Need need;
    need.node = model::to("INF-001");
    urgent.needs = std::vector{need};
    plan.applications.push_back(urgent);
    model::Service service;
    service.id = "SVC-001";
    service.name = "Auszahlungen";
    service.mtpd = Duration::of(24 * 60);
    service.uses = model::References{model::to("APP-001")};
    plan.services.push_back(service);
    CHECK(first_paragraph(plan, "blatt: 6.01",
                          "{{#recovery}}{{nr}} {{name}} {{#needs}}braucht {{needs}} {{/needs}}bis {{limit}} · {{/recovery}}\n") ==
          "1 Anmeldung bis 1440 · 2 Sozialwesen braucht 1 bis 1440 ·");
}
