// SPDX-License-Identifier: EUPL-1.2
// What IT and providers need on paper: plugs, contracts, recovery of an application, who hangs on what.
#include "parts.hpp"
#include "reach.hpp"

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/single_points.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace bcmkit::compose {

namespace {

using model::RecordView;

/// Columns of the dependency matrix; more do not fit on a landscape page (print-design §2.6).
constexpr std::size_t most_columns = 6;

std::string code_in(const RecordView& record, std::string_view field) {
    const auto value = record.get(field);
    const auto* text = text_in(value);
    return text ? *text : std::string();
}

/// Backups first, then the way in, then partners: the order in which plugs are pulled.
std::vector<RecordView> links_of(const Source& source, const RecordView&) {
    static constexpr std::string_view order[] = {"backup",     "internet", "remote", "state",
                                                 "datacentre", "partner",  "site",   "phone"};
    auto links = source.all("network_link");
    std::ranges::stable_sort(
        links, {}, [](const RecordView& link) { return std::ranges::find(order, code_in(link, "kind")) - std::begin(order); });
    return links;
}

doc::Value links_in_order(const Source& source, const RecordView& plan) {
    return source.records(links_of(source, plan), "network_link");
}

/// Who may pull which plug: one entry for each answer, with the numbers of its rows where answers differ.
doc::Value link_permissions(const Source& source, const RecordView& plan) {
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    const auto links = links_of(source, plan);
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto who = source.text(links[i], "who_may");
        auto found = std::ranges::find(groups, who, [](const auto& group) { return group.first; });
        if (found == groups.end()) found = groups.insert(groups.end(), {who, {}});
        found->second.push_back(std::to_string(i + 1));
    }
    std::vector<doc::Value> out;
    for (const auto& [who, numbers] : groups) {
        out.push_back(doc::object_value({{"who", doc::text_or_missing(who, "Wer darf trennen")},
                                         {"numbers", doc::text_or_missing(groups.size() > 1 ? joined(numbers, ", ") : "", {})}}));
    }
    return list_of(std::move(out));
}

doc::Value banks(const Source& source, const RecordView&) {
    auto contacts = source.all("external_contact");
    std::erase_if(contacts, [](const RecordView& contact) {
        const auto kind = folded(code_in(contact, "kind"));
        return kind.find("bank") == std::string::npos && kind.find("sparkasse") == std::string::npos;
    });
    return source.records(contacts, "external_contact");
}

doc::Value has_signers(const Source& source, const RecordView& bank) { return {!source.targets(bank, "second_signer").empty()}; }

bool is_ir(const RecordView& contract) {
    const auto kind = folded(code_in(contract, "kind"));
    return kind == "ir" || kind.find("incident") != std::string::npos || kind.find("notfallhilfe") != std::string::npos;
}

/// The contract for help in an attack, with the firm's numbers.
doc::Value ir(const Source& source, const RecordView&) {
    for (const auto& contract : source.all("contract")) {
        if (!is_ir(contract)) continue;
        const auto firm = source.target(contract, "provider");
        return doc::object_value({{"name", source.value(contract, "provider.name")},
                                  {"hotline", source.value(contract, "provider.hotline")},
                                  {"hotline_night", source.value(contract, "provider.hotline_night")},
                                  {"contract_no", source.value(contract, "number")},
                                  {"call_off", source.value(contract, "call_off")},
                                  {"code_place", source.value(contract, "call_off_code_place")},
                                  {"original_place", source.value(contract, "original_place")},
                                  {"conflict", {firm && is_yes(firm, "is_operator")}}});
    }
    return {doc::Missing{}};
}

/// Whom a link or an application has on its other side: a number of its own where one is recorded, else that of the body
/// itself. Two records of one number drift apart, and the one that is dead is on the card.
doc::Value partner_number(const Source& source, const RecordView& record, std::string_view own, std::string_view partner,
                          std::string_view of_provider, std::string_view of_contact) {
    if (auto number = source.value(record, own); number.is_true()) return number;
    const auto body = source.target(record, partner);
    if (!body) return source.value(record, own);
    return source.value(body, body.type->code == "provider" ? of_provider : of_contact);
}
doc::Value link_number(const Source& source, const RecordView& link) {
    return partner_number(source, link, "operator_number", "operator", "hotline", "phone");
}
doc::Value link_number_night(const Source& source, const RecordView& link) {
    return partner_number(source, link, "operator_number_night", "operator", "hotline_night", "phone_night");
}
doc::Value application_number(const Source& source, const RecordView& application) {
    return partner_number(source, application, "hotline", "vendor", "hotline", "phone");
}
doc::Value claims_number(const Source& source, const RecordView& policy) {
    return partner_number(source, policy, "hotline", "insurer", "hotline", "phone");
}

/// "S4" is on every door of the staff's rooms; all other short names need the insider.
std::string caller_name(const Source& source, const RecordView& role) {
    auto code = source.text(role, "code");
    const bool is_staff_function = code.size() == 2 && code[0] == 'S' && code[1] >= '1' && code[1] <= '6';
    return is_staff_function ? code : role_title(source, role);
}

/// The policy that this firm insures; empty where it insures nothing.
RecordView policy_of(const Source& source, const RecordView& provider) {
    const auto policies = source.pointing_at(provider.id(), "insurance");
    return policies.empty() ? RecordView{} : policies.front();
}

/// Whether every copy of the contract lies where nobody gets at it once the IT is down.
bool is_only_online(const Source& source, const RecordView& contract) {
    const auto copies = rows_of(source, contract, "offline_copies");
    return !copies.empty() && std::ranges::all_of(copies, [](const RowView& copy) { return copy.is("medium", "network"); });
}

/// One row a contract; providers without contract have a row as well. A policy is the contract of an insurer.
doc::Value provider_rows(const Source& source, std::span<const std::string_view> when, bool otherwise) {
    std::vector<doc::Value> rows;
    for (const auto& provider : source.all("provider")) {
        const auto needed = code_in(provider, "when_needed");
        const bool is_asked = std::ranges::count(when, needed) > 0 || (otherwise && needed.empty());
        if (!is_asked) continue;
        std::vector<RecordView> contracts;
        for (const auto& contract : source.pointing_at(provider.id(), "contract")) {
            if (const auto firm = source.target(contract, "provider"); firm && firm.record == provider.record)
                contracts.push_back(contract);
        }
        const auto policy = contracts.empty() ? policy_of(source, provider) : RecordView{};
        if (contracts.empty()) contracts.push_back(policy);
        for (const auto& contract : contracts) {
            const auto of = [&](std::string_view field) {
                return contract ? source.value(contract, field) : doc::Value{doc::Missing{}};
            };
            std::vector<std::string> callers;
            if (contract) {
                for (const auto& role : source.targets(contract, "call_off_by")) callers.push_back(caller_name(source, role));
            }
            rows.push_back(doc::object_value({{"name", source.value(provider, "name")},
                                              {"conflict", {contract && is_ir(contract) && is_yes(provider, "is_operator")}},
                                              {"contract", of("name")},
                                              {"customer_no", source.value(provider, "customer_no")},
                                              {"contract_no", of(policy ? "policy_no" : "number")},
                                              {"first_call", {static_cast<bool>(policy)}},
                                              {"hotline", day_number(source, provider)},
                                              {"hotline_night", night_number(source, provider)},
                                              {"sla_response", source.value(provider, "sla_response")},
                                              {"call_off_by", doc::text_or_missing(joined(callers, ", "), {})},
                                              {"call_off", of("call_off")},
                                              {"code_place", of("call_off_code_place")},
                                              {"valid_to", of("valid_to")},
                                              {"original_place", of("original_place")},
                                              {"only_online", {contract && is_only_online(source, contract)}}}));
        }
    }
    return list_of(std::move(rows));
}

doc::Value providers_hour(const Source& source, const RecordView&) {
    static constexpr std::string_view when[] = {"hour"};
    return provider_rows(source, when, false);
}
doc::Value providers_day(const Source& source, const RecordView&) {
    static constexpr std::string_view when[] = {"day"};
    return provider_rows(source, when, false);
}
doc::Value providers_later(const Source& source, const RecordView&) {
    static constexpr std::string_view when[] = {"week"};
    return provider_rows(source, when, true);
}

const Duration* limit_of(const RecordView& service, model::Value& holder) {
    holder = service.get("mtpd");
    return std::get_if<Duration>(&holder);
}

/// The services that work with an application.
std::vector<RecordView> users_of(const Source& source, const RecordView& application) {
    auto services = source.pointing_at(application.id(), "service");
    std::ranges::stable_sort(services, {}, [](const RecordView& service) {
        model::Value held;
        const auto* limit = limit_of(service, held);
        return limit ? limit->low : longest_minutes + 1;
    });
    return services;
}

doc::Value users(const Source& source, const RecordView& application) {
    return source.records(users_of(source, application), "service");
}

doc::Value shortest_limit(const Source& source, const RecordView& application) {
    const auto services = users_of(source, application);
    return services.empty() ? doc::Value{doc::Missing{}} : source.value(services.front(), "mtpd");
}

/// What has to run before: infrastructure and lines, once each.
doc::Value needed_nodes(const Source& source, const RecordView& application) {
    model::Texts names;
    const auto add = [&](std::string name) {
        if (!name.empty() && !std::ranges::count(names, name)) names.push_back(std::move(name));
    };
    for (const auto& need : rows_of(source, application, "needs")) {
        const auto node = need.get("node");
        if (const auto* reference = std::get_if<model::Reference>(&node)) add(name_of(source, *reference));
    }
    for (const auto& link : source.targets(application, "networks")) add(link.name());
    return texts_value(names);
}

/// Back only after the first service has run out of time.
doc::Value too_late(const Source& source, const RecordView& application) {
    const auto services = users_of(source, application);
    if (services.empty()) return {false};
    model::Value held;
    const auto* limit = limit_of(services.front(), held);
    const auto rta = application.get("rta");
    const auto* back = std::get_if<Duration>(&rta);
    return {limit && back && back->likely > limit->low};
}

doc::Value steps_recovery(const Source& source, const RecordView& application) {
    std::vector<doc::Value> steps;
    for (const auto& step : rows_of(source, application, "steps")) {
        if (!step.is("phase", "test") && !step.is("phase", "return")) steps.push_back(step_value(source, step));
    }
    return list_of(std::move(steps));
}

bool is_column(const RecordView& node) {
    static constexpr std::string_view types[] = {"infrastructure",   "network_link",   "provider",
                                                 "external_contact", "alternative_it", "channel"};
    return std::ranges::count(types, node.type->code) > 0;
}

/// Whether something that fails alone takes the Normalbetrieb of a service along, or its owner says so.
class SinglePoints {
public:
    explicit SinglePoints(const Source& source) : graph_(analysis::graph_of(source.plan())) {
        const auto states = analysis::state_graph(graph_);
        std::vector<analysis::Index> watched;
        for (const auto& service : source.plan().services)
            watched.push_back(states.vertex(graph_.index_of(service.id), analysis::Level::normal));
        for (const auto& nodes : analysis::single_points(states, watched)) points_.insert(nodes.begin(), nodes.end());
    }

    bool has(const RecordView& node) const {
        const auto recorded = code_in(node, "spof");
        return points_.contains(graph_.index_of(node.id())) || (!recorded.empty() && recorded != "none");
    }

private:
    analysis::Graph graph_;
    std::set<analysis::Index> points_;
};

/// Services against what they share: ● and ○, the most wanted columns first.
doc::Value dependency_matrix(const Source& source, const RecordView&) {
    auto services = source.all("service");
    std::ranges::stable_sort(services, {}, [](const RecordView& service) {
        model::Value held;
        const auto* limit = limit_of(service, held);
        return limit ? limit->low : longest_minutes + 1;
    });
    const Reach reach(source);
    std::vector<std::map<std::string, Strength>> reached;
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> wanted; // ● and all
    for (const auto& service : services) {
        reached.push_back(reach.of(service));
        for (const auto& [id, strength] : reached.back()) {
            if (!is_column(source.find(id))) continue;
            wanted[id].first += strength == Strength::essential;
            wanted[id].second += 1;
        }
    }
    if (wanted.empty()) return list_of({});
    // Who operates a line has no column of its own beside it.
    std::set<std::string> operators;
    for (const auto& [id, count] : wanted) {
        const auto node = source.find(id);
        if (node.type->code != "network_link") continue;
        if (const auto who = source.target(node, "operator")) operators.insert(who.id());
    }
    std::vector<std::string> columns;
    for (const auto& [id, count] : wanted) {
        if (!operators.contains(id)) columns.push_back(id);
    }
    std::ranges::stable_sort(columns, std::ranges::greater{}, [&](const std::string& id) { return wanted[id]; });
    const auto all = columns.size();
    columns.resize(std::min(columns.size(), most_columns));

    const SinglePoints single(source);
    std::vector<doc::Value> heads, rows, counts;
    for (const auto& id : columns) {
        const auto node = source.find(id);
        const bool is_outside = node.type->code == "provider" || node.type->code == "external_contact";
        heads.push_back(doc::object_value(
            {{"name", doc::text_value(node.name())}, {"single", {single.has(node)}}, {"outside", {is_outside}}}));
        counts.push_back(doc::text_value(std::to_string(wanted[id].first)));
    }
    for (std::size_t i = 0; i < services.size(); ++i) {
        std::vector<doc::Value> marks;
        for (const auto& id : columns) {
            const auto found = reached[i].find(id);
            const auto strength = found == reached[i].end() ? Strength::none : found->second;
            marks.push_back(doc::object_value(
                {{"essential", {strength == Strength::essential}}, {"limited", {strength == Strength::limited}}}));
        }
        rows.push_back(doc::object_value({{"name", source.value(services[i], "name")},
                                          {"limit", source.value(services[i], "mtpd")},
                                          {"marks", list_of(std::move(marks))}}));
    }
    std::vector<doc::Value> parts;
    parts.push_back(doc::object_value({{"columns", list_of(std::move(heads))},
                                       {"rows", list_of(std::move(rows))},
                                       {"counts", list_of(std::move(counts))},
                                       {"shown", doc::text_value(std::to_string(columns.size()))},
                                       {"all", doc::text_value(std::to_string(all))}}));
    return list_of(std::move(parts));
}

constexpr std::string_view provider_shape = "[{name,conflict:flag,first_call:flag,only_online:flag,contract,customer_no,contract_"
                                            "no,hotline,hotline_night,sla_response,call_off_by,"
                                            "call_off,code_place,valid_to,original_place}]";

constexpr Derived table[] = {
    {"", "links_in_order", "[network_link]", "Verbindungen", links_in_order},
    {"external_contact", "has_signers", "flag", "Unterschrift", has_signers},
    {"", "link_permissions", "[{who,numbers}]", "Wer darf trennen", link_permissions},
    {"", "banks", "[external_contact]", "Banken", banks},
    {"network_link", "call_number", "text", "Gegenseite anrufen", link_number},
    {"network_link", "call_number_night", "text", "Gegenseite nachts", link_number_night},
    {"application", "call_number", "text", "Hotline", application_number},
    {"insurance", "call_number", "text", "Schadenhotline", claims_number},
    {"", "ir", "{name,hotline,hotline_night,contract_no,call_off,code_place,original_place,conflict:flag}", "Fachfirma", ir},
    {"", "providers_hour", provider_shape, "Dienstleister", providers_hour},
    {"", "providers_day", provider_shape, "Dienstleister", providers_day},
    {"", "providers_later", provider_shape, "Dienstleister", providers_later},
    {"", "dependency_matrix",
     "[{columns:[{name,single:flag,outside:flag}],rows:[{name,limit,marks:[{essential:flag,limited:flag}]}],counts:[text],shown,"
     "all}]",
     "Abhängigkeiten", dependency_matrix},
    {"application", "users", "[service]", "Leistungen", users},
    {"application", "shortest_limit", "text", "Grenze", shortest_limit},
    {"application", "too_late", "flag", "Zu spät", too_late},
    {"application", "needed_nodes", "[text]", "Voraussetzungen", needed_nodes},
    {"application", "steps_recovery", step_shape, "Schritte", steps_recovery},
};

} // namespace

std::span<const Derived> derived_it() { return table; }

} // namespace bcmkit::compose
