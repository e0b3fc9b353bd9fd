// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/error.hpp>
#include <bcmkit/compose/book.hpp>
#include <bcmkit/compose/sheet_numbers.hpp>

#include <doctest/doctest.h>

using namespace bcmkit;
using namespace bcmkit::compose;

namespace {

const Date today = *Date::of(2026, 12, 1);

model::Plan small_plan() {
    model::Plan plan;
    plan.organisation.id = "ORG-1";
    plan.organisation.name = "Landkreis Musterland";
    plan.changed_on = today;
    model::OrgUnit unit;
    unit.id = "ORGU-50";
    unit.name = "Sozialamt";
    unit.code = std::string("50");
    plan.org_units.push_back(unit);
    model::Person person;
    person.id = "PER-001";
    person.name = "Şahin, Leyla";
    person.given_name = std::string("Leyla");
    person.family_name = std::string("Şahin");
    person.phone_mobile = std::string("+491713920044");
    person.phone_private = std::string("+493023125112");
    plan.persons.push_back(person);
    model::Role role;
    role.id = "ROL-LS";
    role.name = "Leitung Krisenstab";
    role.code = std::string("LS");
    role.sheets = model::Texts{"1.01 Karte"};
    model::Holder holder;
    holder.person = model::to("PER-001");
    holder.rank = 1;
    role.holders = std::vector{holder};
    plan.roles.push_back(role);
    model::Service service;
    service.id = "SVC-001";
    service.name = "Auszahlungen";
    service.org_unit = model::to("ORGU-50");
    service.mtpd = Duration::of(24 * 60);
    service.priority = std::string("A");
    service.uses = model::References{{"", "Prosoz", "leistungen.toml, Zeile 3"}};
    plan.services.push_back(service);
    service.id = "SVC-002";
    service.name = "Fundbüro";
    service.org_unit = model::Gap::absent;
    service.priority = std::string("D");
    service.uses = model::Gap::not_applicable;
    plan.services.push_back(service);
    model::Fallback fallback;
    fallback.id = "FAL-001";
    fallback.name = "Papierliste";
    fallback.services = model::References{model::to("SVC-001")};
    fallback.payment_file = std::string("Umschlag 4");
    plan.fallbacks.push_back(fallback);
    return plan;
}

std::string words(const doc::Blocks& blocks) {
    std::string out;
    for (const auto& block : blocks) {
        const auto* paragraph = std::get_if<doc::Paragraph>(&block.is);
        if (!paragraph) continue;
        for (const auto& item : paragraph->text) {
            if (const auto* text = std::get_if<doc::Text>(&item)) out += text->text;
            if (const auto* line = std::get_if<doc::WriteIn>(&item)) out += "<" + line->label + ">";
        }
        out += "\n";
    }
    return out;
}

/// One template, printed with these selectors; the text of its paragraphs.
struct Printed {
    Composed composed;
    Diagnostics diagnostics;
    std::string text;
};
Printed printed(const model::Plan& plan, const std::string& head, const std::string& body,
                std::vector<std::string> selectors = {"handbuch"}, model::Audience audience = model::Audience::intern) {
    const Book book(plan, {{"t.md", "---\n" + head + "\n---\n" + body}}, audience, today);
    Printed out{{}, book.diagnostics(), {}};
    if (has_errors(out.diagnostics)) return out;
    out.composed = book.fill(book.select(selectors), nullptr, out.diagnostics);
    for (const auto& sheet : out.composed.document.sheets) out.text += words(sheet.blocks);
    return out;
}

std::string text_of(const std::string& body) {
    const auto plan = small_plan();
    const auto out = printed(plan, "blatt: 1.01", body);
    CAPTURE(out.diagnostics.empty() ? "" : to_text(out.diagnostics.front()));
    CHECK(out.diagnostics.empty());
    return out.text;
}

} // namespace

TEST_CASE("templates read fields, references and what points at a record") {
    CHECK(text_of("{{kommune.name}} {{stand}} {{fassung}}\n") == "Landkreis Musterland 01.12.2026 intern\n");
    CHECK(text_of("{{#services}}{{name}}: {{org_unit}} nach {{mtpd}}; {{/services}}\n")
              .find("Auszahlungen: Sozialamt nach 24\u00A0Stunden; Fundbüro: <Amt> nach") == 0);
    CHECK(text_of("{{#services}}{{#fallbacks}}{{nr}} {{name}}{{/fallbacks}}{{/services}}\n") == "1 Papierliste\n");
    CHECK(text_of("{{#roles}}{{name}}: {{holder.name}}, {{holder}} {{person.phone_mobile}}{{/roles}}\n")
              .find("Leitung Krisenstab: Leyla Şahin, Leyla Şahin 0171") == 0);
    CHECK(text_of("{{#org_units}}{{#services}}{{name}}{{/services}}{{/org_units}}\n") == "Auszahlungen\n");
    CHECK(text_of("{{#services}}{{#priority_A}}{{name}}{{/priority_A}}{{/services}}\n") == "Auszahlungen\n");
}

TEST_CASE("what is not recorded prints its words, what does not apply says so") {
    CHECK(text_of("{{#services}}{{uses}} {{/services}}\n") == "Prosoz (noch nicht erfasst) entfällt\n");
    CHECK(text_of("{{#services}}{{#uses}}{{name}}, Hotline {{hotline}}{{/uses}}{{/services}}\n") ==
          "Prosoz (noch nicht erfasst), Hotline <Hotline>\n");
    auto plan = small_plan();
    for (auto& service : plan.services) {
        service.mtpd = model::Gap::not_applicable;
        service.start_when = model::Gap::not_applicable;
    }
    CHECK(printed(plan, "blatt: 1.01", "{{#services}}{{limit_text}}, {{start_text}}; {{/services}}\n").text ==
          "entfällt, entfällt; entfällt, entfällt;\n");
    // Lists of rows, references and what is gathered from several fields answer alike.
    for (auto& service : plan.services) {
        service.deadlines = model::Gap::not_applicable;
        service.owner = model::Gap::not_applicable;
        service.staff_needed = model::Gap::not_applicable;
        service.equipment = model::Gap::not_applicable;
        service.contacts = model::Gap::not_applicable;
    }
    CHECK(printed(
              plan, "blatt: 1.01",
              "{{#services}}{{deadlines}}, {{owner}}, {{owner.name}}, {{staff_rows}}, {{call_rows}}{{#deadlines}}x{{/deadlines}}"
              "{{^contacts}} {{contacts.entfaellt}}{{/contacts}}; {{/services}}\n")
              .text ==
          "entfällt, entfällt, entfällt, entfällt, entfällt ja; entfällt, entfällt, entfällt, entfällt, entfällt ja;\n");
    CHECK(
        text_of(
            "{{#services}}{{#deadlines.entfaellt}}x{{/deadlines.entfaellt}}{{^deadlines.entfaellt}}leer {{/deadlines.entfaellt}}"
            "{{/services}}\n") == "leer leer\n");
    CHECK(text_of("{{versicherung.policy_no}} {{kommune.hvb.holder.phone_mobile}}\n") == "<Policennummer> <Mobil dienstlich>\n");
}

TEST_CASE("private fields do not exist in the Fassung intern") {
    const auto plan = small_plan();
    const std::string body = "{{#persons}}{{name}} {{phone_private}}{{#private}} P{{/private}}{{/persons}}\n";
    const auto intern = printed(plan, "blatt: 1.01", body);
    CHECK(intern.text == "Leyla Şahin <Telefon privat>\n");
    CHECK(intern.composed.private_numbers == 0);
    CHECK_FALSE(intern.composed.document.sheets.at(0).confidential);
    const auto staff = printed(plan, "blatt: 1.01", body, {"handbuch"}, model::Audience::staff);
    CHECK(staff.text.find("030") != std::string::npos);
    CHECK(staff.composed.private_numbers == 1);
    CHECK(staff.composed.document.sheets.at(0).confidential);
    CHECK(staff.composed.document.imprint.warning.find("VERTRAULICH") == 0);
}

TEST_CASE("the fields for a unit are shown in the print of this unit only") {
    const auto plan = small_plan();
    const std::string head = "blatt: 5.*\nje: service", body = "{{#service.fallbacks}}{{payment_file}}{{/service.fallbacks}}\n";
    CHECK(printed(plan, head, body).text == "<Zahldatei Vormonat liegt>\n");
    CHECK(printed(plan, head, body, {"amt:50"}).text == "Umschlag 4\n");
}

TEST_CASE("sheets come by record, condition and Fassung") {
    const auto plan = small_plan();
    CHECK(printed(plan, "blatt: 5.*\ntitel: {{service.name}}\nje: service", "x\n").composed.document.sheets.size() == 2);
    const auto only =
        printed(plan, "blatt: 5.*\ntitel: {{service.name}}\nje: service\nwenn: service.priority_D ^service.org_unit", "x\n");
    REQUIRE(only.composed.document.sheets.size() == 1);
    CHECK(only.composed.document.sheets[0].number == "5.02");
    CHECK(only.composed.document.sheets[0].title == "Fundbüro");
    CHECK(printed(plan, "blatt: 5.V{{org_unit.code}}\nje: org_unit", "x\n").composed.document.sheets.at(0).number == "5.V50");
    CHECK(printed(plan, "blatt: 1.01\nfassung: stab", "x\n").composed.document.sheets.empty());
    CHECK(has_errors(printed(plan, "blatt: 1.01\nje: service", "x\n").diagnostics));
}

TEST_CASE("a reference to a sheet that is not printed is an error with file and line") {
    const auto plan = small_plan();
    const auto out = printed(plan, "blatt: 1.01", "eins\n\n[1.02] und [1.01]\n");
    REQUIRE(out.diagnostics.size() == 1);
    CHECK(to_text(out.diagnostics[0]).find("t.md, Zeile 6") == 0);
    CHECK(to_text(out.diagnostics[0]).find("1.02") != std::string::npos);
}

TEST_CASE("selectors choose sheets") {
    const auto plan = small_plan();
    std::vector<TemplateText> texts;
    for (const std::string number : {"0.01", "1.00", "1.01", "1.06", "2.04", "2.05", "3.01", "9.01"})
        texts.push_back({number + ".md", "---\nblatt: " + number + "\n---\nx\n"});
    texts.push_back({"5.x.md", "---\nblatt: 5.*\nje: service\n---\nx\n"});
    texts.push_back({"5.V.md", "---\nblatt: 5.V{{org_unit.code}}\nje: org_unit\n---\nx\n"});
    const Book book(plan, texts, model::Audience::intern, today);
    REQUIRE(book.diagnostics().empty());
    const auto chosen = [&](std::vector<std::string> selectors) {
        std::string out;
        for (const auto i : book.select(selectors).entries) out += book.entries()[i].number + " ";
        return out;
    };
    CHECK(chosen({"handbuch"}) == "0.01 1.00 1.01 1.06 2.04 2.05 3.01 5.01 5.02 5.V50 9.01 ");
    CHECK(chosen({"sofort"}) == "1.00 1.01 1.06 ");
    CHECK(chosen({"1.00-1.01", "9.01"}) == "1.00 1.01 9.01 ");
    CHECK(chosen({"amt:50"}) == "5.01 5.V50 ");
    CHECK(chosen({"rolle:ROL-LS"}) == "1.01 2.04 2.05 3.01 ");
    CHECK(chosen({"SVC-002"}) == "5.02 ");
    for (const std::string wrong : {"sofrt", "amt:51", "7.77", "rolle:ROL-L", "1.06-1.00"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(book.select(std::vector{wrong}), Error);
    }
    try {
        book.select(std::vector<std::string>{"1.06-1.00"});
    } catch (const Error& error) {
        REQUIRE_FALSE(error.hints().empty());
        CHECK(to_text(error.hints().front()) == "Meinten Sie: 1.00-1.06?");
    }
}

TEST_CASE("sheet numbers are kept, new ones come after all others") {
    model::Plan plan;
    for (const auto* id : {"SVC-001", "SVC-002", "SVC-003"}) {
        model::Service service;
        service.id = id;
        plan.services.push_back(service);
    }
    plan.services[1].sheet = std::string("5.89");
    const auto numbers = sheet_numbers(plan);
    CHECK(numbers.at("SVC-002") == "5.89");
    CHECK(numbers.at("SVC-001") == "5.100");
    CHECK(numbers.at("SVC-003") == "5.101");
    CHECK(assign_sheet_numbers(plan) == 2);
    CHECK(assign_sheet_numbers(plan) == 0);
    CHECK(compare_sheets("5.100", "5.90") > 0);
    CHECK(compare_sheets("5.V50", "5.100") > 0);
    CHECK(compare_sheets("1.07", "10.01") < 0);
}

TEST_CASE("6.01 lists what others need first and names it by number") {
    model::Plan plan = small_plan();
    model::Infrastructure server;
    server.id = "INF-001";
    server.name = "Serverraum";
    server.kind = std::string("Server");
    server.rta = Duration::of(4 * 60);
    plan.infrastructures.push_back(server);
    model::Application application;
    application.id = "APP-001";
    application.name = "Fachverfahren Soziales";
    application.rta = Duration::of(2 * 60);
    model::Need need;
    need.node = model::to("INF-001");
    need.phase = std::string("RESTORE");
    application.needs = std::vector{need};
    plan.applications.push_back(application);
    plan.services[0].uses = model::References{model::to("APP-001")};
    const auto out = printed(plan, "blatt: 6.01",
                             "{{#recovery}}{{nr}} {{name}} braucht [{{needs}}] ab {{start}} bis {{restored}}; {{/recovery}}\n\n"
                             "{{#applications}}Nr. {{recovery_nr}}{{/applications}}\n");
    CAPTURE(out.diagnostics.empty() ? "" : to_text(out.diagnostics.front()));
    CHECK(out.text ==
          "1 Serverraum braucht [<braucht>] ab 0 bis 240; 2 Fachverfahren Soziales braucht [1] ab 240 bis 360;\nNr. 2\n");
}
