// SPDX-License-Identifier: EUPL-1.2
// What the cards of the first hours print: plugs, numbers, duties to report.
#include "parts.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace bcmkit::compose {

namespace {

using model::RecordView;
using Kinds = std::span<const std::string_view>;

bool is_one_of(const RecordView& record, std::string_view field, Kinds kinds) {
    const auto value = record.get(field);
    const auto* text = text_in(value);
    return text && std::ranges::find(kinds, *text) != kinds.end();
}

std::vector<RecordView> of_kind(const Source& source, std::string_view type, Kinds kinds) {
    auto records = source.all(type);
    std::erase_if(records, [&](const RecordView& record) { return !is_one_of(record, "kind", kinds); });
    return records;
}

bool holds(const RecordView& record, std::string_view field) {
    const auto value = record.get(field);
    const auto* flag = std::get_if<bool>(&value);
    return flag && *flag;
}

doc::Value first_or_missing(const Source& source, std::span<const RecordView> records) {
    return records.empty() ? doc::Value{doc::Missing{}} : source.record(records.front());
}

// Plugs

constexpr std::string_view backup_kinds[] = {"backup"}, internet_kinds[] = {"internet"}, state_kinds[] = {"state"},
                           outside_kinds[] = {"state", "datacentre", "site", "remote", "partner"};

std::vector<RecordView> outside(const Source& source) {
    auto links = of_kind(source, "network_link", outside_kinds);
    std::ranges::stable_sort(links, {}, [](const RecordView& link) {
        const auto value = link.get("kind");
        const auto* text = text_in(value);
        return std::ranges::find(outside_kinds, text ? *text : "") - std::begin(outside_kinds);
    });
    return links;
}

doc::Value backup_links(const Source& source, const RecordView&) {
    return source.records(of_kind(source, "network_link", backup_kinds), "network_link");
}
doc::Value internet_links(const Source& source, const RecordView&) {
    return source.records(of_kind(source, "network_link", internet_kinds), "network_link");
}
doc::Value state_links(const Source& source, const RecordView&) {
    return source.records(of_kind(source, "network_link", state_kinds), "network_link");
}
doc::Value outside_links(const Source& source, const RecordView&) { return source.records(outside(source), "network_link"); }
doc::Value outside_link_count(const Source& source, const RecordView&) {
    const auto count = outside(source).size();
    return count ? doc::text_value(std::to_string(count)) : doc::Value{doc::Missing{}};
}

// Numbers of outside bodies: the addressee of the duty to report where there is one, else the first contact of that kind.

struct Outside {
    std::string_view duty;
    std::array<std::string_view, 2> kinds;
};
constexpr Outside outside_bodies[] = {
    {"police", {"zac", "police"}},
    {"cert", {"cert_land"}},
    {"bank", {"bank"}},
    {"supervision", {"supervision"}},
    {"dsgvo", {"dsb_land"}},
    {"social", {"social_supervision"}},
    {"network", {"network"}},
    {"bsi", {"bsi"}},
    {"disaster", {"district"}},
    {"court", {"court"}},
    {"election", {"election"}},
    {"", {"dispatch"}},
    {"", {"power"}},
};

template <std::size_t Body> doc::Value contact(const Source& source, const RecordView&) {
    constexpr auto& body = outside_bodies[Body];
    const std::string_view duties[] = {body.duty};
    if (!body.duty.empty()) {
        for (const auto& duty : of_kind(source, "reporting_duty", duties)) {
            const auto addressee = source.target(duty, "addressee");
            if (addressee && addressee.type->code == "external_contact") return source.record(addressee);
        }
    }
    for (const auto kind : body.kinds) {
        const std::string_view kinds[] = {kind};
        if (kind.empty()) continue;
        const auto found = of_kind(source, "external_contact", kinds);
        if (!found.empty()) return source.record(found.front());
    }
    return {doc::Missing{}};
}

doc::Value contacts_neighbour(const Source& source, const RecordView&) {
    constexpr std::string_view kinds[] = {"neighbour"};
    return source.records(of_kind(source, "external_contact", kinds), "external_contact");
}

/// Where the internet is cut, if that is one place for all lines: "Kreishaus, Raum K 04, Schrank 1".
doc::Value internet_place(const Source& source, const RecordView&) {
    std::string place;
    for (const auto& link : of_kind(source, "network_link", internet_kinds)) {
        std::vector<std::string> parts;
        for (const auto field : {"location.whereabouts", "rack"}) {
            if (auto part = source.text(link, field); !part.empty()) parts.push_back(std::move(part));
        }
        const auto here = joined(parts, ", ");
        if (here.empty() || (!place.empty() && here != place)) return {doc::Missing{}};
        place = here;
    }
    return doc::text_or_missing(place, "");
}

/// What goes dark when the internet is cut.
doc::Value internet_indicators(const Source& source, const RecordView&) {
    doc::Items items;
    for (const auto& link : of_kind(source, "network_link", internet_kinds))
        items.items.push_back(source.value(link, "indicator"));
    return {std::move(items)};
}

/// Data centres with which we have a number to call.
doc::Value datacentres(const Source& source, const RecordView&) {
    constexpr std::string_view kinds[] = {"datacentre"};
    return source.records(of_kind(source, "provider", kinds), "provider");
}

/// The one that runs our IT, else the first.
doc::Value datacentre(const Source& source, const RecordView&) {
    constexpr std::string_view kinds[] = {"datacentre"};
    const auto all = of_kind(source, "provider", kinds);
    const auto ours = std::ranges::find_if(all, [](const RecordView& provider) { return holds(provider, "is_operator"); });
    return ours == all.end() ? first_or_missing(source, all) : source.record(*ours);
}

doc::Value ir_contract(const Source& source, const RecordView&) {
    constexpr std::string_view kinds[] = {"ir"};
    return first_or_missing(source, of_kind(source, "contract", kinds));
}

// The case and the phones in it

RecordView staff_case(const Source& source) {
    constexpr std::string_view kinds[] = {"staff"};
    auto kits = of_kind(source, "kit", kinds);
    if (kits.empty()) kits = source.all("kit");
    return kits.empty() ? RecordView{} : kits.front();
}

doc::Value staff_kit(const Source& source, const RecordView&) {
    const auto kit = staff_case(source);
    return kit ? source.record(kit) : doc::Value{doc::Missing{}};
}

/// The phones of one case.
void add_phones(const Source& source, const RecordView& kit, doc::Items& phones) {
    const auto items = source.value(kit, "items");
    const auto* list = std::get_if<doc::Items>(&items.is);
    for (const auto& item : list ? list->items : std::vector<doc::Value>{}) {
        const auto* row = std::get_if<doc::ObjectPtr>(&item.is);
        const auto phone = row && *row ? (*row)->member("phone") : std::nullopt;
        if (!phone || !phone->is_true()) continue;
        phones.items.push_back(doc::object_value({{"name", *(*row)->member("name")},
                                                  {"phone", *phone},
                                                  {"kit", source.value(kit, "name")},
                                                  {"serial", *(*row)->member("serial")}}));
    }
}

/// What the staff takes out of its own case. The phones of other cases are somewhere else: nobody must look for them here.
doc::Value spare_phones(const Source& source, const RecordView&) {
    doc::Items phones;
    if (const auto kit = staff_case(source)) add_phones(source, kit, phones);
    return {std::move(phones)};
}
doc::Value spare_phone_count(const Source& source, const RecordView& record) {
    const auto phones = spare_phones(source, record);
    const auto count = std::get<doc::Items>(phones.is).items.size();
    return count ? doc::text_value(std::to_string(count)) : doc::Value{doc::Missing{}};
}
/// The other cases that hold phones, each with its own.
doc::Value other_kits(const Source& source, const RecordView&) {
    doc::Items kits;
    const auto own = staff_case(source);
    for (const auto& kit : source.all("kit")) {
        doc::Items phones;
        if (kit.record != own.record) add_phones(source, kit, phones);
        if (!phones.items.empty())
            kits.items.push_back(doc::object_value({{"name", source.value(kit, "name")}, {"phones", {std::move(phones)}}}));
    }
    return {std::move(kits)};
}

// Services

/// The shortest limit first.
std::vector<RecordView> services_that(const Source& source, bool (*is_wanted)(const RecordView&)) {
    std::vector<std::pair<Minutes, RecordView>> found;
    for (const auto& service : source.all("service")) {
        if (!is_wanted(service)) continue;
        const auto value = service.get("mtpd");
        const auto* limit = std::get_if<Duration>(&value);
        found.emplace_back(limit ? limit->low : longest_minutes, service);
    }
    std::ranges::stable_sort(found, {}, [](const auto& entry) { return entry.first; });
    std::vector<RecordView> services;
    for (const auto& [limit, service] : found) services.push_back(service);
    return services;
}

/// Who answers for a service at any hour.
struct Answering {
    std::string who; ///< family name where the number is that of a person; empty for a desk or a phone on duty
    doc::Value number;
};

/// The service's own number, else that of its Rufbereitschaft, else the head of its Amt by name: nobody asks a stranger for
/// "Warnung".
Answering answering(const Source& source, const RecordView& service) {
    if (auto own = source.value(service, "phone"); own.is_true()) return {{}, std::move(own)};
    for (const auto& roster : source.pointing_at(service.id(), "on_call_roster")) {
        if (auto number = source.value(roster, "number"); number.is_true()) return {{}, std::move(number)};
    }
    auto mobile = source.value(service, "org_unit.head.person.phone_mobile");
    return {mobile.is_true() ? source.text(service, "org_unit.head.person.family_name") : "", std::move(mobile)};
}

/// The calls that tell whether everything that lives depend on still runs; services that the same number answers for share a
/// line.
doc::Value life_lines(const Source& source, const RecordView&) {
    struct Line {
        std::string names;
        Answering answering;
    };
    std::vector<Line> lines;
    for (const auto& service : services_that(source, [](const RecordView& s) { return holds(s, "life_critical"); })) {
        auto asked = answering(source, service);
        const auto number = text_of(asked.number);
        const auto same = std::ranges::find_if(
            lines, [&](const Line& line) { return !number.empty() && text_of(line.answering.number) == number; });
        if (same == lines.end())
            lines.push_back({service.name(), std::move(asked)});
        else
            same->names += "; " + service.name();
    }
    std::vector<doc::Value> values;
    for (auto& line : lines) {
        values.push_back(doc::object_value({{"name", doc::text_value(std::move(line.names))},
                                            {"who", doc::text_or_missing(std::move(line.answering.who), {})},
                                            {"number", std::move(line.answering.number)}}));
    }
    return list_of(std::move(values));
}
doc::Value priority_a(const Source& source, const RecordView&) {
    const auto first = services_that(source, [](const RecordView& service) {
        constexpr std::string_view highest[] = {"A"};
        return is_one_of(service, "priority", highest);
    });
    return source.records(first, "service");
}
/// As many as a card can name; where there are more, the card sends to the list on 5.00.
doc::Value priority_a_named(const Source& source, const RecordView& record) {
    constexpr std::size_t most_on_a_card = 6;
    auto all = priority_a(source, record);
    auto* list = std::get_if<doc::Items>(&all.is);
    if (list && list->items.size() > most_on_a_card) list->items.clear();
    return all;
}
doc::Value priority_a_count(const Source& source, const RecordView& record) {
    const auto all = priority_a(source, record);
    const auto* list = std::get_if<doc::Items>(&all.is);
    return !list || list->items.empty() ? doc::Value{doc::Missing{}} : doc::text_value(std::to_string(list->items.size()));
}

/// Where to run: "Kreishaus, Raum K 04", "Rathaus, Sitzungssaal"; the name of the place where no room is recorded.
doc::Value whereabouts(const Source& source, const RecordView& location) {
    const auto room = source.text(location, "room");
    if (room.empty()) return source.value(location, "name");
    const bool is_number = std::ranges::any_of(room, [](char c) { return c >= '0' && c <= '9'; });
    const auto building = source.text(location, "building");
    return doc::text_value((building.empty() ? "" : building + ", ") + (is_number ? "Raum " : "") + room);
}

// Power

/// Who knows the fuses of the house: nobody records it apart, so the function of a person has to say it.
doc::Value house_keeper(const Source& source, const RecordView&) {
    for (const auto& person : source.all("person")) {
        const auto function = folded(source.text(person, "function"));
        if (function.find("hausmeister") != std::string::npos || function.find("haustechnik") != std::string::npos)
            return source.record(person);
    }
    return {doc::Missing{}};
}

doc::Value ups_list(const Source& source, const RecordView&) {
    constexpr std::string_view kinds[] = {"power"};
    return source.records(of_kind(source, "infrastructure", kinds), "infrastructure");
}

/// The battery that is empty first.
doc::Value ups(const Source& source, const RecordView&) {
    constexpr std::string_view kinds[] = {"power"};
    const auto all = of_kind(source, "infrastructure", kinds);
    const auto runtime = [](const RecordView& record) {
        const auto value = record.get("runtime");
        const auto* duration = std::get_if<Duration>(&value);
        return duration ? duration->low : longest_minutes;
    };
    const auto first = std::ranges::min_element(all, {}, runtime);
    return first == all.end() ? doc::Value{doc::Missing{}} : source.record(*first);
}

/// Whom a layman rings before touching a server: the phone on duty of the IT-Notfallstab.
doc::Value it_on_call(const Source& source, const RecordView&) {
    constexpr std::string_view it[] = {"it"};
    for (const auto& roster : source.all("on_call_roster")) {
        const auto role = source.target(roster, "role");
        if (role && is_one_of(role, "area", it) && source.value(roster, "number").is_true()) return source.record(roster);
    }
    return {doc::Missing{}};
}

/// The kinds of some records in plain words, each once: "Landesnetz, Rechenzentrum".
doc::Value kinds_of(const Source& source, std::span<const RecordView> records) {
    doc::Items items;
    std::vector<std::string> known;
    for (const auto& record : records) {
        auto kind = source.text(record, "kind");
        if (kind.empty() || std::ranges::find(known, kind) != known.end()) continue;
        known.push_back(kind);
        items.items.push_back(doc::text_value(std::move(kind)));
    }
    return {std::move(items)};
}

doc::Value outside_kind_names(const Source& source, const RecordView&) { return kinds_of(source, outside(source)); }

/// What is shut down before the battery is empty, by rank. Power itself stays on.
std::map<std::int64_t, std::vector<RecordView>> shutdown_ranks(const Source& source) {
    std::map<std::int64_t, std::vector<RecordView>> ranks;
    constexpr std::string_view stays_on[] = {"power", "radio"};
    for (const auto& record : source.all("infrastructure")) {
        const auto value = record.get("shutdown_order");
        const auto* rank = std::get_if<std::int64_t>(&value);
        if (rank && !is_one_of(record, "kind", stays_on)) ranks[*rank].push_back(record);
    }
    return ranks;
}

/// Where most of it stands.
doc::Value server_room(const Source& source, const RecordView&) {
    std::map<std::string, int> count;
    for (const auto& [rank, records] : shutdown_ranks(source)) {
        for (const auto& record : records) {
            if (auto place = source.text(record, "location.whereabouts"); !place.empty()) ++count[std::move(place)];
        }
    }
    const auto most = std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; });
    return most == count.end() ? doc::Value{doc::Missing{}} : doc::text_value(most->first);
}

doc::Value shutdown_list(const Source& source, const RecordView&) {
    doc::Items items;
    for (const auto& [rank, records] : shutdown_ranks(source))
        items.items.push_back(
            doc::object_value({{"names", source.records(records, "infrastructure")}, {"kinds", kinds_of(source, records)}}));
    return {std::move(items)};
}

// Duties to report

constexpr std::string_view duty_kinds[] = {
    "dsgvo", "affected", "social", "cert",          "network", "bsi",      "police",  "supervision", "disaster", "insurance",
    "bank",  "register", "court",  "staff_council", "council", "election", "partner", "customer",    "other"};

template <std::size_t Kind> doc::Value duties(const Source& source, const RecordView&) {
    return source.records(of_kind(source, "reporting_duty", std::span(&duty_kinds[Kind], 1)), "reporting_duty");
}

/// The number of whoever gets the report.
doc::Value addressee_number(const Source& source, const RecordView& duty) {
    const auto addressee = source.target(duty, "addressee");
    if (!addressee) return {doc::Missing{}};
    if (addressee.type->code == "external_contact") return source.value(addressee, "phone");
    if (addressee.type->code == "provider") return source.value(addressee, "hotline");
    return source.value(addressee, "holder.phone_mobile");
}

/// The number that is printed below the one by day; or that nobody is there.
doc::Value addressee_at_night(const Source& source, const RecordView& duty) {
    const auto addressee = source.target(duty, "addressee");
    if (!addressee || (addressee.type->code != "external_contact" && addressee.type->code != "provider")) return {doc::Missing{}};
    return night_number(source, addressee);
}

/// Who reports, as short as the cards say it: the known Kurzwort, else the name of the role.
doc::Value who_reports(const Source& source, const RecordView& duty) {
    const auto role = source.target(duty, "role");
    constexpr std::string_view known[] = {"DSB", "ISB"};
    return role ? source.value(role, is_one_of(role, "code", known) ? "code" : "name") : doc::Value{doc::Missing{}};
}

/// Before whom the administration answers.
doc::Value council_name(const Source&, const RecordView& organisation) {
    constexpr std::string_view county[] = {"landkreis"}, association[] = {"zweckverband"};
    if (is_one_of(organisation, "kind", county)) return doc::text_value("Kreistag");
    return doc::text_value(is_one_of(organisation, "kind", association) ? "Verbandsversammlung" : "Rat");
}

// Texts for press and citizens

/// The paragraphs of a text to hang up, found by their first words: bold up to the colon; without one, bold as a whole.
doc::Value lead_paragraphs(const Source& source, const RecordView& text) {
    std::vector<doc::Value> out;
    const std::string whole = source.text(text, "text");
    for (const auto line : split(whole, '\n')) {
        const auto paragraph = trimmed(line);
        if (paragraph.empty()) continue;
        const auto colon = paragraph.find(": ");
        const auto end = colon == std::string_view::npos ? paragraph.size() : colon + 1;
        out.push_back(doc::object_value({{"lead", doc::text_value(std::string(paragraph.substr(0, end)))},
                                         {"rest", doc::text_or_missing(std::string(trimmed(paragraph.substr(end))), {})}}));
    }
    return list_of(std::move(out));
}

constexpr std::string_view press_kinds[] = {"holding", "release", "notice", "answering", "faq", "phrase"};

template <std::size_t Kind> doc::Value press(const Source& source, const RecordView&) {
    return source.records(of_kind(source, "press_text", std::span(&press_kinds[Kind], 1)), "press_text");
}

constexpr Derived table[] = {
    {"", "backup_links", "[network_link]", "Datensicherung", backup_links},
    {"", "internet_links", "[network_link]", "Internet", internet_links},
    {"", "state_links", "[network_link]", "Landesnetz", state_links},
    {"", "outside_links", "[network_link]", "Verbindungen nach außen", outside_links},
    {"", "outside_link_count", "text", "Anzahl", outside_link_count},
    {"", "contact_zac", "external_contact", "Polizei Cybercrime", contact<0>},
    {"", "contact_cert", "external_contact", "Landes-CERT", contact<1>},
    {"", "contact_bank", "external_contact", "Hausbank", contact<2>},
    {"", "contact_supervision", "external_contact", "Kommunalaufsicht", contact<3>},
    {"", "contact_lfd", "external_contact", "Landesdatenschutz", contact<4>},
    {"", "contact_social", "external_contact", "Aufsicht Soziales", contact<5>},
    {"", "contact_network", "external_contact", "Netzbetreiber", contact<6>},
    {"", "contact_bsi", "external_contact", "BSI", contact<7>},
    {"", "contact_disaster", "external_contact", "Kreis, Katastrophenschutz", contact<8>},
    {"", "contact_court", "external_contact", "Gericht", contact<9>},
    {"", "contact_election", "external_contact", "Wahlleitung", contact<10>},
    {"", "contact_dispatch", "external_contact", "Leitstelle", contact<11>},
    {"", "contact_power", "external_contact", "Stromversorger", contact<12>},
    {"", "contacts_neighbour", "[external_contact]", "Nachbarkommune", contacts_neighbour},
    {"", "datacentres", "[provider]", "Rechenzentrum", datacentres},
    {"", "datacentre", "provider", "Rechenzentrum", datacentre},
    {"", "internet_place", "text", "Raum, Schrank", internet_place},
    {"", "internet_indicators", "[text]", "Leuchte", internet_indicators},
    {"", "ir_contract", "contract", "Fachfirma", ir_contract},
    {"", "staff_kit", "kit", "Notfallkoffer", staff_kit},
    {"", "spare_phones", "[{name,phone,kit,serial}]", "Ersatztelefone", spare_phones},
    {"", "other_kits", "[{name,phones:[{name,phone,kit,serial}]}]", "Andere Koffer", other_kits},
    {"", "spare_phone_count", "text", "Anzahl", spare_phone_count},
    {"", "life_lines", "[{name,who,number}]", "Lebenswichtig", life_lines},
    {"", "priority_a", "[service]", "Priorität A", priority_a},
    {"", "priority_a_named", "[service]", "Priorität A", priority_a_named},
    {"", "priority_a_count", "text", "Anzahl", priority_a_count},
    {"press_text", "lead_paragraphs", "[{lead,rest}]", "Aushang", lead_paragraphs},
    {"location", "whereabouts", "text", "Ort, Raum", whereabouts},
    {"organisation", "council_name", "text", "Rat", council_name},
    {"", "house_keeper", "person", "Haustechnik", house_keeper},
    {"", "ups_list", "[infrastructure]", "Notstrom", ups_list},
    {"", "ups", "infrastructure", "Notstrom", ups},
    {"", "outside_kinds", "[text]", "Verbindungen nach außen", outside_kind_names},
    {"", "it_on_call", "on_call_roster", "IT-Bereitschaft", it_on_call},
    {"", "server_room", "text", "Raum der Server", server_room},
    {"", "shutdown_list", "[{names,kinds}]", "Herunterfahren", shutdown_list},
    {"", "duties_dsgvo", "[reporting_duty]", "Meldepflicht", duties<0>},
    {"", "duties_affected", "[reporting_duty]", "Meldepflicht", duties<1>},
    {"", "duties_social", "[reporting_duty]", "Meldepflicht", duties<2>},
    {"", "duties_cert", "[reporting_duty]", "Meldepflicht", duties<3>},
    {"", "duties_network", "[reporting_duty]", "Meldepflicht", duties<4>},
    {"", "duties_bsi", "[reporting_duty]", "Meldepflicht", duties<5>},
    {"", "duties_police", "[reporting_duty]", "Meldepflicht", duties<6>},
    {"", "duties_supervision", "[reporting_duty]", "Meldepflicht", duties<7>},
    {"", "duties_disaster", "[reporting_duty]", "Meldepflicht", duties<8>},
    {"", "duties_insurance", "[reporting_duty]", "Meldepflicht", duties<9>},
    {"", "duties_bank", "[reporting_duty]", "Meldepflicht", duties<10>},
    {"", "duties_register", "[reporting_duty]", "Meldepflicht", duties<11>},
    {"", "duties_court", "[reporting_duty]", "Meldepflicht", duties<12>},
    {"", "duties_staff_council", "[reporting_duty]", "Meldepflicht", duties<13>},
    {"", "duties_council", "[reporting_duty]", "Meldepflicht", duties<14>},
    {"", "duties_election", "[reporting_duty]", "Meldepflicht", duties<15>},
    {"", "duties_partner", "[reporting_duty]", "Meldepflicht", duties<16>},
    {"", "duties_customer", "[reporting_duty]", "Meldepflicht", duties<17>},
    {"", "duties_other", "[reporting_duty]", "Meldepflicht", duties<18>},
    {"reporting_duty", "number", "text", "Nummer", addressee_number},
    {"reporting_duty", "number_at_night", "text", "Nummer nachts", addressee_at_night},
    {"reporting_duty", "who", "text", "Wer meldet", who_reports},
    {"", "press_holding", "[press_text]", "Haltestatement", press<0>},
    {"", "press_release", "[press_text]", "Pressemitteilung", press<1>},
    {"", "press_notice", "[press_text]", "Aushang", press<2>},
    {"", "press_answering", "[press_text]", "Telefonansage", press<3>},
    {"", "press_faq", "[press_text]", "Frage und Antwort", press<4>},
    {"", "press_phrase", "[press_text]", "Sprachregel", press<5>},
};

} // namespace

std::span<const Derived> derived_first_hours() { return table; }

} // namespace bcmkit::compose
