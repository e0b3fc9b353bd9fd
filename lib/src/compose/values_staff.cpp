// SPDX-License-Identifier: EUPL-1.2
// What role cards and the sheets of an Amt print.
#include "parts.hpp"

#include <bcmkit/base/hash.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace bcmkit::compose {

namespace {

using model::RecordView;

/// More numbers than these do not fit on the sheet of an Amt.
constexpr std::size_t most_numbers = 12;

doc::Value title(const Source& source, const RecordView& role) { return doc::text_value(role_title(source, role)); }

/// "S2" where the printed name of the role does not say it already.
doc::Value short_name(const Source& source, const RecordView& role) {
    const auto code = source.text(role, "code");
    return doc::text_or_missing(role_title(source, role).starts_with(code) || !code.starts_with('S') ? std::string() : code, {});
}

doc::Value reports_to_title(const Source& source, const RecordView& role) {
    const auto superior = source.target(role, "reports_to");
    return doc::text_or_missing(superior ? role_title(source, superior) : std::string(), "Unterstellt");
}

doc::Value leads_text(const Source& source, const RecordView& role) {
    std::vector<std::string> names;
    for (const auto& led : source.targets(role, "leads")) {
        const auto code = source.text(led, "code");
        const bool is_function = code.size() == 2 && code.starts_with('S');
        names.push_back(is_function ? code : role_title(source, led));
    }
    return doc::text_or_missing(joined(names, ", "), "Führt");
}

doc::Value first_lines(const Source& source, const RecordView& role) { return lead_lines(texts_of(source, role, "first_steps")); }
doc::Value rhythm_lines(const Source& source, const RecordView& role) {
    return lead_lines(texts_of(source, role, "rhythm_steps"));
}

/// Whom a role calls: the person it answers to, then those whom the plan names. Roles bring their first deputy along.
doc::Value number_rows(const Source& source, const RecordView& role) {
    std::vector<doc::Value> rows;
    std::set<std::string> seen{role.id()};
    const auto add = [&](const RecordView& target) {
        if (target && seen.insert(target.id()).second) add_call_rows(source, target, rows);
    };
    add(source.target(role, "reports_to"));
    for (const auto& target : source.targets(role, "numbers")) add(target);
    return list_of(std::move(rows));
}

/// Where the accounts for the emergency lie: the case with envelope 1 (print-design §2.10, packing list).
doc::Value envelope_1(const Source& source, const RecordView&) {
    for (const auto& kit : source.all("kit")) {
        for (const auto& item : rows_of(source, kit, "items")) {
            if (!item.text("name").starts_with("Umschlag 1")) continue;
            std::vector<std::string> where{source.text(kit, "name")};
            for (const auto& part : {source.text(kit, "location.name"), item.text("place")}) {
                if (!part.empty()) where.push_back(part);
            }
            return doc::text_value(joined(where, ", "));
        }
    }
    return {doc::Missing{"Umschlag 1 liegt", {}}};
}

/// The roles that sit in the staff, in the order of their cards.
doc::Value staff_roles(const Source& source, const RecordView&) {
    std::vector<std::pair<std::string, RecordView>> found;
    for (const auto& role : source.all("role")) {
        if (const auto card = role_card(source.text(role, "code")); !card.empty()) found.emplace_back(card, role);
    }
    std::ranges::stable_sort(found, {}, [](const auto& entry) { return entry.first; });
    std::vector<RecordView> roles;
    for (const auto& [card, role] : found) roles.push_back(role);
    return source.records(roles, "role");
}

std::vector<RecordView> services_of_unit(const Source& source, const RecordView& unit) {
    auto services = source.pointing_at(unit.id(), "service");
    std::erase_if(services, [&](const RecordView& service) {
        const auto own = source.target(service, "org_unit");
        return !own || own.record != unit.record;
    });
    std::ranges::stable_sort(services, {}, [](const RecordView& service) {
        const auto value = service.get("mtpd");
        const auto* limit = std::get_if<Duration>(&value);
        return limit ? limit->low : longest_minutes + 1;
    });
    return services;
}

doc::Value unit_services(const Source& source, const RecordView& unit) {
    return source.records(services_of_unit(source, unit), "service");
}

doc::Value team_rows(const Source& source, const RecordView& unit) {
    std::vector<doc::Value> rows;
    std::set<std::string> seen;
    const auto add = [&](RecordView record) {
        if (!record) return;
        // A role and its holder are one phone call.
        std::string key = record.id();
        if (record.type->code == "role") key = source.text(record, "holder.id").empty() ? key : source.text(record, "holder.id");
        if (seen.insert(key).second) rows.push_back(number_row(source, record));
    };
    add(source.target(unit, "head"));
    for (const auto& member : source.targets(unit, "emergency_team")) add(member);
    return list_of(std::move(rows));
}

doc::Value unit_contacts(const Source& source, const RecordView& unit) {
    std::vector<doc::Value> rows;
    std::set<std::string> seen;
    for (const auto& service : services_of_unit(source, unit)) {
        for (const auto& contact : source.targets(service, "contacts")) {
            if (rows.size() < most_numbers && seen.insert(contact.id()).second) add_call_rows(source, contact, rows);
        }
    }
    return list_of(std::move(rows));
}

/// What the services of the unit need, each thing once, the most wanted first.
doc::Value resource_rows(const Source& source, const RecordView& unit) {
    struct Entry {
        RecordView node;
        std::vector<std::string> users;
    };
    std::vector<Entry> entries;
    const auto add = [&](const RecordView& node, const RecordView& service) {
        if (!node) return;
        auto found = std::ranges::find_if(entries, [&](const Entry& entry) { return entry.node.record == node.record; });
        if (found == entries.end()) found = entries.insert(entries.end(), {node, {}});
        const auto sheet = source.sheet_number(service.id());
        if (found->users.empty() || found->users.back() != sheet) found->users.push_back(sheet);
    };
    for (const auto& service : services_of_unit(source, unit)) {
        for (const auto& used : source.targets(service, "uses")) add(used, service);
        for (const auto& need : rows_of(source, service, "needs")) add(need.target("node"), service);
    }
    std::ranges::stable_sort(entries, std::ranges::greater{}, [](const Entry& entry) { return entry.users.size(); });
    std::vector<doc::Value> rows;
    for (const auto& [node, users] : entries) {
        rows.push_back(doc::object_value({{"name", source.value(node, "name")},
                                          {"used_by", doc::text_value(joined(users, ", "))},
                                          {"rto", source.value(node, "rto")},
                                          {"rta", source.value(node, "rta")},
                                          {"sheet", doc::text_or_missing(source.sheet_number(node.id()), {})}}));
    }
    return list_of(std::move(rows));
}

/// Fallbacks for what is not IT: people, buildings, firms.
doc::Value other_fallbacks(const Source& source, const RecordView& unit) {
    std::vector<doc::Value> rows;
    std::set<std::string> seen;
    for (const auto& service : services_of_unit(source, unit)) {
        for (const auto& fallback : source.pointing_at(service.id(), "fallback")) {
            const auto scenarios = texts_of(source, fallback, "scenarios");
            const bool is_it = scenarios.empty() || std::ranges::any_of(scenarios, [](const auto& text) {
                                   return text.find("IT") != std::string::npos;
                               });
            if (is_it || !seen.insert(fallback.id()).second) continue;
            rows.push_back(doc::object_value(
                {{"name", source.value(fallback, "name")}, {"scenarios_text", doc::text_value(joined(scenarios, ", "))}}));
        }
    }
    return list_of(std::move(rows));
}

/// "Rettungswache, Schrank 2 (Papier)": where copies of a document lie.
/// "Raum 201, Stabsraum" and "Stabsraum, Schrank links" name the room once.
std::string place_text(const std::string& location, std::string_view place) {
    if (location.empty() || place.empty()) return location + std::string(place);
    const auto comma = location.rfind(", ");
    const std::string_view room = std::string_view(location).substr(comma == std::string::npos ? 0 : comma + 2);
    if (place == room) return location;
    if (place.starts_with(room) && place.substr(room.size()).starts_with(", ")) place.remove_prefix(room.size() + 2);
    return location + ", " + std::string(place);
}

doc::Value storage_text(const Source& source, const RecordView& document) {
    std::vector<std::string> places;
    for (const auto& copy : rows_of(source, document, "storage")) {
        auto text = place_text(copy.text("location"), copy.text("place"));
        if (!text.empty()) places.push_back(std::move(text));
    }
    return doc::text_or_missing(joined(places, "; "), "Liegt");
}

/// The part of a kit's sheet number behind "12.01/": its id without the prefix, in the letters of sheet numbers. Longer ones
/// end with a hash, so that no two kits share a sheet.
doc::Value kit_sheet_code(const Source&, const RecordView& kit) {
    constexpr std::size_t longest = 16, kept = 8; // of a code in a sheet number; before the hash
    const std::string id = kit.id();
    const auto hyphen = id.find('-');
    std::string code = hyphen == std::string::npos ? id : id.substr(hyphen + 1);
    for (char& c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        const bool is_allowed = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (!is_allowed) c = '-';
    }
    if (code.size() > longest) code = code.substr(0, kept) + "-" + kennung(id);
    return doc::text_value(std::move(code));
}

/// The content of a case in the groups of its packing list, in the order in which they were recorded.
doc::Value item_groups(const Source& source, const RecordView& kit) {
    std::vector<std::pair<std::string, std::vector<doc::Value>>> groups;
    for (const auto& item : rows_of(source, kit, "items")) {
        const auto name = item.text("group");
        auto found = std::ranges::find_if(groups, [&](const auto& group) { return group.first == name; });
        if (found == groups.end()) found = groups.insert(groups.end(), {name, {}});
        const auto quantity = item.get("quantity");
        const auto* count = std::get_if<std::int64_t>(&quantity);
        found->second.push_back(
            doc::object_value({{"name", item.value("name")},
                               {"phone", item.value("phone")},
                               {"serial", item.value("serial")},
                               {"count", doc::text_or_missing(count ? std::to_string(*count) : std::string(), {})},
                               {"check", item.value("check")},
                               {"expiry", item.value("expiry")}}));
    }
    std::vector<doc::Value> out;
    for (auto& [name, items] : groups)
        out.push_back(doc::object_value({{"group", doc::text_or_missing(name, {})}, {"items", list_of(std::move(items))}}));
    return list_of(std::move(out));
}

constexpr Derived table[] = {
    {"", "staff_roles", "[role]", "Rollen", staff_roles},
    {"role", "title", "text", "Rolle", title},
    {"role", "short", "text", "Kurzwort", short_name},
    {"role", "reports_to_title", "text", "Unterstellt", reports_to_title},
    {"role", "leads_text", "text", "Führt", leads_text},
    {"role", "first_lines", "[{lead,rest}]", "Sofort", first_lines},
    {"role", "rhythm_lines", "[{lead,rest}]", "Laufend", rhythm_lines},
    {"", "envelope_1", "text", "Umschlag 1 liegt", envelope_1},
    {"role", "number_rows", call_shape, "Wichtige Nummern", number_rows},
    {"org_unit", "services_by_limit", "[service]", "Leistungen", unit_services},
    {"org_unit", "team_rows", "[{name,deputy,phone,phone_night}]", "Notfallteam", team_rows},
    {"org_unit", "call_rows", call_shape, "Wichtige Nummern", unit_contacts},
    {"org_unit", "resource_rows", "[{name,used_by,rto,rta,sheet}]", "Ressourcen", resource_rows},
    {"org_unit", "other_fallbacks", "[{name,scenarios_text}]", "Notbetrieb", other_fallbacks},
    {"document", "storage_text", "text", "Liegt", storage_text},
    {"kit", "sheet_code", "text", "Blatt", kit_sheet_code},
    {"kit", "item_groups", "[{group,items:[{name,phone,serial,count,check,expiry}]}]", "Inhalt", item_groups},
};

} // namespace

std::span<const Derived> derived_staff() { return table; }

} // namespace bcmkit::compose
