// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/compose/book.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace bcmkit;
using namespace bcmkit::compose;

namespace {

const Date today = *Date::of(2026, 12, 1);

void add_role(model::Plan& plan, const std::string& code, const std::string& area, const std::string& reports_to = {}) {
    const std::string number = std::to_string(plan.persons.size() + 10);
    model::Person person;
    person.id = "PER-" + number;
    person.name = "Person " + code;
    person.phone_mobile = std::string("+4917139200") + number;
    person.phone_office = std::string("+493023125100");
    person.phone_private = std::string("+493023125999");
    plan.persons.push_back(person);
    model::Role role;
    role.id = "ROL-" + code;
    role.name = code;
    role.code = code;
    role.area = area;
    if (!reports_to.empty()) role.reports_to = model::to("ROL-" + reports_to);
    model::Holder holder;
    holder.person = model::to(person.id);
    holder.rank = 1;
    model::Holder deputy = holder;
    deputy.person = model::to("PER-10");
    deputy.rank = 2;
    role.holders = std::vector{holder, deputy};
    plan.roles.push_back(role);
}

model::Plan plan_with_staff() {
    model::Plan plan;
    plan.organisation.id = "ORG-1";
    plan.organisation.name = "Landkreis Musterland";
    add_role(plan, "AL10", "office");
    add_role(plan, "ETB", "staff", "S2");
    add_role(plan, "HVB", "leadership");
    add_role(plan, "IT", "it");
    add_role(plan, "LS", "staff");
    for (const auto code : {"S1", "S2", "S3", "S4", "S5", "S6"}) add_role(plan, code, "staff", "LS");
    return plan;
}

model::NetworkLink plug(const std::string& id, const std::string& kind) {
    model::NetworkLink out;
    out.id = out.name = id;
    out.kind = kind;
    return out;
}

std::string text_of(const model::Plan& plan, const std::string& body, model::Audience audience = model::Audience::intern) {
    const Book book(plan, {{"t.md", "---\nblatt: 1.01\n---\n" + body}}, audience, today);
    Diagnostics diagnostics = book.diagnostics();
    const auto composed = book.fill(book.whole(), nullptr, diagnostics);
    CHECK(diagnostics.empty());
    std::string out;
    for (const auto& sheet : composed.document.sheets) {
        for (const auto& block : sheet.blocks) {
            const auto* paragraph = std::get_if<doc::Paragraph>(&block.is);
            if (!paragraph) continue;
            for (const auto& item : paragraph->text) {
                if (const auto* text = std::get_if<doc::Text>(&item)) out += text->text;
            }
        }
    }
    return out;
}

} // namespace

TEST_CASE("the cascade calls everybody of the staff once, in at most four branches, offices not at all") {
    const auto text = text_of(
        plan_with_staff(),
        "{{#alarm_tree}}{{role}}:{{#branches}} {{role}}({{#branches}}{{role}},{{/branches}}){{/branches}}{{/alarm_tree}}\n");
    CHECK(text == "LS: IT(HVB,) S2(S3,ETB,) S5(S4,) S1(S6,)");
}

TEST_CASE("the protocol lists whom to call in the order of the cascade") {
    CHECK(text_of(plan_with_staff(), "{{#alarm_roles}}{{role}} {{/alarm_roles}}\n") == "LS IT HVB S2 S3 ETB S5 S4 S1 S6");
    CHECK(text_of(model::Plan(), "{{#alarm_roles}}{{role}}{{/alarm_roles}}{{^alarm_roles}}nobody{{/alarm_roles}}\n") == "nobody");
}

TEST_CASE("the private number of a deputy is read by the Stab only") {
    const std::string body = "{{#contact_roles}}{{#deputy_private}}{{deputy_private}};{{/deputy_private}}{{/contact_roles}}\n";
    CHECK(text_of(plan_with_staff(), body).empty());
    CHECK(text_of(plan_with_staff(), body, model::Audience::staff).find("999;") != std::string::npos);
}

TEST_CASE("the second number is the office; only the Stab reads the private one") {
    const auto plan = plan_with_staff();
    const std::string body = "{{#alarm_tree}}{{second_number}}{{/alarm_tree}}\n";
    CHECK(text_of(plan, body).ends_with("100"));
    CHECK(text_of(plan, body, model::Audience::staff).ends_with("999"));
}

TEST_CASE("a role is listed with its deputy") {
    const auto text =
        text_of(plan_with_staff(), "{{#contact_roles}}{{role}} {{name}} / {{deputy}} {{deputy_mobile}}; {{/contact_roles}}\n");
    CHECK(text.find("HVB Person HVB / Person AL10 0171") == 0);
}

TEST_CASE("plugs are listed by what they connect, backups and internet apart from the rest") {
    auto plan = plan_with_staff();
    plan.network_links = {plug("NET-A", "site"), plug("NET-B", "backup"), plug("NET-C", "state"), plug("NET-D", "internet"),
                          plug("NET-E", "phone")};
    CHECK(text_of(plan, "{{backup_links}}; {{internet_links}}; {{outside_links}}; {{outside_link_count}}\n") ==
          "NET-B; NET-D; NET-C, NET-A; 2");
}

TEST_CASE("who gets a duty to report is the contact on the cards, else the first of that kind") {
    auto plan = plan_with_staff();
    for (const auto id : {"EXT-1", "EXT-2"}) {
        model::ExternalContact contact;
        contact.id = contact.name = id;
        contact.kind = std::string("supervision");
        plan.external_contacts.push_back(contact);
    }
    CHECK(text_of(plan, "{{contact_supervision.name}}\n") == "EXT-1");
    model::ReportingDuty duty;
    duty.id = duty.name = "MEL-1";
    duty.kind = std::string("supervision");
    duty.addressee = model::to("EXT-2");
    plan.reporting_duties.push_back(duty);
    CHECK(text_of(plan, "{{contact_supervision.name}}\n") == "EXT-2");
}

TEST_CASE("the names of the staff follow the scheme of the Land") {
    auto plan = plan_with_staff();
    CHECK(text_of(plan, "{{name_s5}}\n") == "S5");
    plan.organisation.staff_scheme = std::string("Verwaltungsstab");
    const auto role = std::ranges::find(plan.roles, "ROL-S5", &model::Role::id);
    role->staff_name = std::string("Medienarbeit");
    CHECK(text_of(plan, "{{name_s5}} {{name_s6}}\n") == "Medienarbeit S6");
}
