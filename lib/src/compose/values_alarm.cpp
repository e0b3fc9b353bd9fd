// SPDX-License-Identifier: EUPL-1.2
// Whom to call: the cascade, the lists of contacts, the levels of escalation.
#include "parts.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace bcmkit::compose {

namespace {

using model::RecordView;

bool is_choice(const RecordView& record, std::string_view field, std::string_view code) {
    const auto value = record.get(field);
    const auto* text = text_in(value);
    return text && *text == code;
}

RecordView role_with_code(const Source& source, std::string_view code) {
    for (const auto& role : source.all("role")) {
        if (is_choice(role, "code", code)) return role;
    }
    return {};
}

/// The private number where the reader may see it, else the one in the office.
doc::Value second_number(const Source& source, const RecordView& person) {
    for (const auto field : {"phone_private_mobile", "phone_private", "phone_office"}) {
        if (auto value = source.value(person, field); value.is_true()) return value;
    }
    return {doc::Missing{}};
}

doc::Value private_number(const Source& source, const RecordView& person) {
    auto mobile = source.value(person, "phone_private_mobile");
    return mobile.is_true() ? mobile : source.value(person, "phone_private");
}

std::vector<std::pair<std::string, doc::Value>> call_row(const Source& source, const RecordView& role) {
    const auto person = person_of(source, role, 0), deputy = person_of(source, role, 1);
    return {
        {"role", source.value(role, "name")},
        {"name", source.value(person, "name")},
        {"number", source.value(person, "phone_mobile")},
        {"second_number", second_number(source, person)},
        {"mobile", source.value(person, "phone_mobile")},
        {"office", source.value(person, "phone_office")},
        {"private_number", private_number(source, person)},
        {"distance", source.value(person, "distance")},
        {"deputy", source.value(deputy, "name")},
        {"deputy_mobile", source.value(deputy, "phone_mobile")},
        {"deputy_private", private_number(source, deputy)},
        {"special", source.value(person, "special")},
    };
}
constexpr std::string_view call_shape =
    "[{role,name,number,second_number,mobile,office,private_number,distance,deputy,deputy_mobile,deputy_private,special}]";

/// Leadership first, then Stab, IT, teams, offices.
int area_of(const RecordView& role) {
    constexpr std::string_view areas[] = {"leadership", "staff", "it", "team"};
    for (std::size_t i = 0; i < std::size(areas); ++i) {
        if (is_choice(role, "area", areas[i])) return static_cast<int>(i);
    }
    return static_cast<int>(std::size(areas));
}

/// As in the tree: who leads, the IT without which nothing is known, then S1 to S6, then the others of each area.
std::pair<int, int> place_of(const RecordView& role) {
    constexpr std::string_view first[] = {"HVB", "LS", "IT", "S1", "S2", "S3", "S4", "S5", "S6"};
    for (std::size_t i = 0; i < std::size(first); ++i) {
        if (is_choice(role, "code", first[i])) return {-1, static_cast<int>(i)};
    }
    return {area_of(role), 0};
}

std::vector<RecordView> roles_in_order(const Source& source) {
    auto roles = source.all("role");
    std::ranges::stable_sort(roles, {}, place_of);
    return roles;
}

/// The Stab itself: teams and offices are called by those who lead them.
std::vector<RecordView> roles_to_call(const Source& source) {
    auto roles = roles_in_order(source);
    std::erase_if(roles, [](const RecordView& role) { return area_of(role) > 1 && !is_choice(role, "code", "IT"); });
    return roles;
}

doc::Value rows_of(const Source& source, std::span<const RecordView> roles) {
    doc::Items items;
    for (const auto& role : roles) items.items.push_back(doc::object_value(call_row(source, role)));
    return {std::move(items)};
}

doc::Value contact_roles(const Source& source, const RecordView&) { return rows_of(source, roles_in_order(source)); }

doc::Value persons_by_name(const Source& source, const RecordView&) {
    auto persons = source.all("person");
    std::ranges::stable_sort(persons, {}, [&](const RecordView& person) {
        return folded(source.text(person, "family_name")) + " " + folded(source.text(person, "given_name"));
    });
    return source.records(persons, "person");
}

/// The cascade: the head calls up to four persons, each of them calls its part of the others.
struct Cascade {
    struct Branch {
        RecordView first;
        std::vector<RecordView> others;
    };
    RecordView head; ///< empty where the plan names no role to call
    std::vector<Branch> branches;
};

/// Those without whom the Stab cannot work begin a branch (print-design §3.3, step 8).
Cascade cascade(const Source& source) {
    auto roles = roles_to_call(source);
    Cascade chain;
    chain.head = role_with_code(source, "LS") ? role_with_code(source, "LS") : roles.empty() ? RecordView{} : roles.front();
    if (!chain.head) return chain;
    auto& branches = chain.branches;
    std::erase_if(roles, [&](const RecordView& role) { return role.id() == chain.head.id(); });
    const auto take = [&](const RecordView& role) {
        branches.push_back({role, {}});
        const auto id = role.id();
        std::erase_if(roles, [&](const RecordView& one) { return one.id() == id; });
    };
    for (const auto code : {"IT", "S2", "S5", "S1"}) {
        if (const auto role = role_with_code(source, code)) take(role);
    }
    while (branches.size() < 4 && !roles.empty()) take(roles.front());
    for (const auto& role : roles) {
        const auto superior = source.target(role, "reports_to");
        auto branch = std::ranges::find_if(
            branches, [&](const Cascade::Branch& one) { return superior && superior.id() == one.first.id(); });
        if (branch == branches.end())
            branch = std::ranges::min_element(branches, {}, [](const Cascade::Branch& one) { return one.others.size(); });
        branch->others.push_back(role);
    }
    return chain;
}

doc::Value alarm_tree(const Source& source, const RecordView&) {
    const auto chain = cascade(source);
    if (!chain.head) return {doc::Items{}};
    auto root = call_row(source, chain.head);
    doc::Items children;
    for (const auto& branch : chain.branches) {
        auto row = call_row(source, branch.first);
        row.emplace_back("branches", rows_of(source, branch.others));
        children.items.push_back(doc::object_value(std::move(row)));
    }
    root.emplace_back("branches", doc::Value{std::move(children)});
    doc::Items tree;
    tree.items.push_back(doc::object_value(std::move(root)));
    return {std::move(tree)};
}

/// The same persons from top to bottom, so that whoever keeps the record finds the next line without a search.
doc::Value alarm_roles(const Source& source, const RecordView&) {
    const auto chain = cascade(source);
    std::vector<RecordView> roles;
    if (chain.head) roles.push_back(chain.head);
    for (const auto& branch : chain.branches) {
        roles.push_back(branch.first);
        roles.insert(roles.end(), branch.others.begin(), branch.others.end());
    }
    return rows_of(source, roles);
}

/// Groups of the sheet 2.05, in the order of need; the kinds are those of the field table.
struct ContactGroup {
    std::array<std::string_view, 4> contacts;
    std::array<std::string_view, 3> providers;
};
constexpr ContactGroup contact_group_table[] = {
    {{"police", "zac", "dispatch"}, {}},
    {{"cert_land", "bsi", "kwid"}, {"ir"}},
    {{"supervision", "social_supervision", "dsb_land", "district"}, {}},
    {{"network"}, {"datacentre", "hosting"}},
    {{"bank"}, {"bank", "insurer"}},
    {{"power", "telecom"}, {"power", "telecom"}},
    {{"neighbour", "election"}, {}},
    {{"hospital", "care", "court", "press"}, {}},
    {{"register"}, {}},
    {{}, {"vendor", "supplier"}},
    {{"other"}, {}},
};

void add_contacts(const Source& source, std::string_view type, std::span<const std::string_view> kinds,
                  std::vector<std::string>& titles, doc::Items& rows) {
    constexpr std::size_t most_purposes = 3;
    const bool is_provider = type == "provider";
    for (const auto kind : kinds) {
        if (kind.empty()) continue;
        for (const auto& record : source.all(type)) {
            if (!is_choice(record, "kind", kind)) continue;
            const std::string title(model::choice_label(*record.type->field("kind"), kind));
            if (std::ranges::find(titles, title) == titles.end()) titles.push_back(title);
            rows.items.push_back(doc::object_value({
                {"name", source.value(record, "name")},
                {"purpose", doc::text_or_missing(call_purpose(source, record, most_purposes), "Wofür")},
                {"phone", day_number(source, record)},
                {"phone_night", night_number(source, record)},
                {"customer_no", doc::text_or_missing(replaced(source.text(record, "customer_no"), " ", "\u00A0"), {})},
                {"verified_on", source.value(record, is_provider ? "reviewed_on" : "verified_on")},
            }));
        }
    }
}

doc::Value contact_groups(const Source& source, const RecordView&) {
    doc::Items groups;
    for (const auto& group : contact_group_table) {
        std::vector<std::string> titles;
        doc::Items rows;
        add_contacts(source, "external_contact", group.contacts, titles, rows);
        add_contacts(source, "provider", group.providers, titles, rows);
        if (!rows.items.empty())
            groups.items.push_back(
                doc::object_value({{"title", doc::text_value(joined(titles, " · "))}, {"rows", {std::move(rows)}}}));
    }
    return {std::move(groups)};
}

/// The level of escalation with this number.
template <int Number> doc::Value level(const Source& source, const RecordView&) {
    const auto paths = source.all("alarm_path");
    const auto levels = paths.empty() ? doc::Value{doc::Missing{}} : source.value(paths.front(), "levels");
    const auto* list = std::get_if<doc::Items>(&levels.is);
    for (const auto& one : list ? list->items : std::vector<doc::Value>{}) {
        const auto* row = std::get_if<doc::ObjectPtr>(&one.is);
        const auto number = row && *row ? (*row)->member("number") : std::nullopt;
        const auto* text = number ? std::get_if<std::string>(&number->is) : nullptr;
        if (text && *text == std::to_string(Number)) return one;
    }
    return {doc::Missing{}};
}
constexpr std::string_view level_shape = "{number,name,criteria:[text],declared_by,led_by,inform,allowed,rhythm,step_down}";

constexpr std::string_view named_roles[] = {"DSB", "ISB", "PR"};
template <std::size_t Which> doc::Value named_role(const Source& source, const RecordView&) {
    const auto role = role_with_code(source, named_roles[Which]);
    return role ? source.record(role) : doc::Value{doc::Missing{}};
}

/// "S3" where the Land uses S1 to S6; else the name of that role in the Land's own scheme.
template <int Number> doc::Value staff_name(const Source& source, const RecordView&) {
    const std::string code = "S" + std::to_string(Number);
    const auto organisations = source.all("organisation");
    if (organisations.empty()) return doc::text_value(code);
    for (const auto& [scheme, field] : {std::pair{"Verwaltungsstab", "staff_name"}, std::pair{"BSI", "bsi_name"}}) {
        if (!is_choice(organisations.front(), "staff_scheme", scheme)) continue;
        const auto name = source.text(role_with_code(source, code), field);
        if (!name.empty()) return doc::text_value(name);
    }
    return doc::text_value(code);
}

constexpr Derived table[] = {
    {"", "alarm_roles", call_shape, "Rolle", alarm_roles},
    {"", "contact_roles", call_shape, "Rolle", contact_roles},
    {"", "persons_by_name", "[person]", "Name", persons_by_name},
    {"", "alarm_tree",
     "[{role,name,number,second_number,deputy,deputy_mobile,branches:[{role,name,number,second_number,deputy,deputy_mobile,"
     "branches:[{role,name,number,second_number,deputy,deputy_mobile}]}]}]",
     "Rolle", alarm_tree},
    {"", "contact_groups", "[{title,rows:[{name,purpose,phone,phone_night,customer_no,verified_on}]}]", "Stelle", contact_groups},
    {"", "level_1", level_shape, "Stufe 1", level<1>},
    {"", "level_2", level_shape, "Stufe 2", level<2>},
    {"", "level_3", level_shape, "Stufe 3", level<3>},
    {"", "level_4", level_shape, "Stufe 4", level<4>},
    {"", "dsb", "role", "Datenschutz", named_role<0>},
    {"", "isb", "role", "Informationssicherheit", named_role<1>},
    {"", "staff_council", "role", "Personalrat", named_role<2>},
    {"", "name_s1", "text", "S1", staff_name<1>},
    {"", "name_s2", "text", "S2", staff_name<2>},
    {"", "name_s3", "text", "S3", staff_name<3>},
    {"", "name_s4", "text", "S4", staff_name<4>},
    {"", "name_s5", "text", "S5", staff_name<5>},
    {"", "name_s6", "text", "S6", staff_name<6>},
};

} // namespace

std::span<const Derived> derived_alarm() { return table; }

} // namespace bcmkit::compose
