// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/scenario.hpp>

#include <bcmkit/base/text.hpp>
#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace bcmkit::analysis {

namespace {

using model::items;
using Ids = std::vector<std::string>;

constexpr Minutes power_is_back = 72 * minutes_per_hour;

constexpr std::array<StandardScenario, 8> standard{{
    {"it-gesamt", "analysis.it_gesamt", "analysis.it_gesamt_rule", "it_total"},
    {"ransomware", "analysis.ransomware", "analysis.ransomware_rule", "ransomware"},
    {"dienstleister", "analysis.dienstleister", "analysis.dienstleister_rule", "provider"},
    {"strom-72h", "analysis.strom_72h", "analysis.strom_72h_rule", "power"},
    {"leitung", "analysis.leitung", "analysis.leitung_rule", "telecom"},
    {"gebaeude", "analysis.gebaeude", "analysis.gebaeude_none", "building"},
    {"personal-30", "analysis.personal_30", "analysis.personal_rule", "staff"},
    {"personal-50", "analysis.personal_50", "analysis.personal_rule", "staff"},
}};

/// Kinds of scenarios whose end does not lie with us.
bool comes_back_by_itself(std::string_view kind) {
    return kind == "provider" || kind == "power" || kind == "telecom" || kind == "building" || kind == "staff";
}

/// Where all IT fails at once, nobody can rule out an attack.
bool may_be_attack(std::string_view kind) { return kind == "ransomware" || kind == "it_total"; }

bool is_it(const model::Infrastructure& infrastructure) {
    const std::string kind = infrastructure.kind.value_or("");
    return kind != "power" && kind != "radio" && kind != "other";
}

template <class List> const auto* find_in(const List& records, const model::Answer<model::Reference>& reference) {
    const auto found = reference
                           ? std::find_if(records.begin(), records.end(), [&](const auto& r) { return r.id == reference->id; })
                           : records.end();
    return found == records.end() ? nullptr : &*found;
}

class Victims {
public:
    explicit Victims(const model::Plan& plan) : plan_(plan) {}

    Ids all_it() const {
        Ids hit;
        for (const auto& application : plan_.applications) hit.push_back(application.id);
        for (const auto& data : plan_.data_sources) hit.push_back(data.id);
        for (const auto& link : plan_.network_links) hit.push_back(link.id);
        for (const auto& infrastructure : plan_.infrastructures) {
            if (is_it(infrastructure)) hit.push_back(infrastructure.id);
        }
        return hit;
    }

    Ids own_it() const {
        Ids hit;
        for (const auto& application : plan_.applications) {
            if (is_own(application)) hit.push_back(application.id);
        }
        for (const auto& data : plan_.data_sources) {
            if (is_own(data)) hit.push_back(data.id);
        }
        for (const auto& infrastructure : plan_.infrastructures) {
            if (is_it(infrastructure) && !is_operator(infrastructure.provider)) hit.push_back(infrastructure.id);
        }
        return hit;
    }

    Ids operators() const {
        Ids hit;
        for (const auto& provider : plan_.providers) {
            if (provider.is_operator.value_or(false)) hit.push_back(provider.id);
        }
        return hit;
    }

    Ids power() const {
        Ids hit;
        for (const auto& infrastructure : plan_.infrastructures) {
            if (infrastructure.kind.value_or("") != "power") continue;
            const auto* provider = find_in(plan_.providers, infrastructure.provider);
            hit.push_back(provider ? provider->id : infrastructure.id);
        }
        return hit;
    }

    Ids lines() const {
        Ids hit;
        for (const auto& link : plan_.network_links) {
            if (link.kind.value_or("") != "backup") hit.push_back(link.id);
        }
        return hit;
    }

    /// The building with the most parts of the IT-Basis, the first of several; its rooms follow it.
    Ids main_building() const {
        std::map<std::string, int> parts;
        for (const auto& infrastructure : plan_.infrastructures) {
            if (const auto* place = find_in(plan_.locations, infrastructure.location)) ++parts[building_of(*place)];
        }
        std::string most;
        for (const auto& [building, count] : parts) {
            if (most.empty() || count > parts.at(most)) most = building;
        }
        Ids hit;
        if (most.empty()) return hit;
        hit.push_back(most);
        for (const auto& place : plan_.locations) {
            if (place.id != most && building_of(place) == most) hit.push_back(place.id);
        }
        return hit;
    }

    /// Roles in which too few are left.
    Ids short_roles(int percent_missing) const {
        Ids hit;
        for (const auto& role : plan_.roles) {
            const auto holders = static_cast<std::int64_t>(items(role.holders).size());
            const auto left = holders * (100 - percent_missing) / 100;
            if (holders > 0 && left < std::max<std::int64_t>(role.per_shift.value_or(1), 1)) hit.push_back(role.id);
        }
        return hit;
    }

    /// What an attacker in the own domain can delete is no backup.
    Ids suspect_data() const {
        Ids out;
        for (const auto& data : plan_.data_sources) {
            const auto points = items(data.restore_points);
            const bool none_left = std::all_of(points.begin(), points.end(), [](const model::RestorePoint& point) {
                return point.medium.value_or("") == "online" && point.same_domain.value_or(true);
            });
            if (!points.empty() && none_left && is_own(data)) out.push_back(data.id);
        }
        return out;
    }

private:
    bool is_operator(const model::Answer<model::Reference>& reference) const {
        const auto* provider = find_in(plan_.providers, reference);
        return provider && provider->is_operator.value_or(false);
    }

    bool is_own(const model::Application& application) const {
        if (application.hosting) return *application.hosting == "own";
        return !application.operator_;
    }

    /// Data lie where their applications run; without any, in the house.
    bool is_own(const model::DataSource& data) const {
        bool has_application = false;
        for (const auto& reference : items(data.applications)) {
            const auto* application = find_in(plan_.applications, model::Answer<model::Reference>(reference));
            if (application && is_own(*application)) return true;
            has_application = has_application || application;
        }
        return !has_application;
    }

    std::string building_of(const model::Location& place) const {
        const model::Location* outer = &place;
        for (std::size_t steps = 0; steps < plan_.locations.size(); ++steps) { // a circle of rooms ends as well
            const auto* next = find_in(plan_.locations, outer->part_of);
            if (!next) break;
            outer = next;
        }
        return outer->id;
    }

    const model::Plan& plan_;
};

void tidy(Ids& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// How long the plan expects this kind of disturbance to last.
std::optional<Minutes> expected(const model::Plan& plan, std::string_view kind) {
    for (const auto& scenario : plan.scenarios) {
        if (scenario.kind.value_or("") == kind && scenario.duration) return scenario.duration->likely;
    }
    return std::nullopt;
}

Ids hits_of(const model::Scenario& scenario) {
    Ids out;
    for (const auto& reference : items(scenario.hits)) {
        if (!reference.is_open()) out.push_back(reference.id);
    }
    tidy(out);
    return out;
}

/// Where the rule finds nothing, the plan's own scenario of this kind may know.
void ask_the_plan(const model::Plan& plan, std::string_view kind, Happening& out) {
    for (const auto& scenario : plan.scenarios) {
        if (!out.hit.empty() || scenario.kind.value_or("") != kind) continue;
        out.hit = hits_of(scenario);
        if (!out.hit.empty()) out.rule = {"analysis.own_scenario_rule", {scenario.id}};
    }
}

Happening standard_happening(const model::Plan& plan, const StandardScenario& which) {
    const Victims victims(plan);
    Happening out;
    out.id = which.id;
    out.name = {which.name, {}};
    out.rule = {which.rule, {}};
    out.is_external = comes_back_by_itself(which.kind);
    out.may_be_attack = may_be_attack(which.kind);
    out.is_staff = which.kind == "staff";
    if (out.is_external) out.lasts = expected(plan, which.kind);
    if (which.id == "it-gesamt") out.hit = victims.all_it();
    if (which.id == "ransomware") {
        out.hit = victims.own_it();
        out.suspect = victims.suspect_data();
    }
    if (which.id == "dienstleister") out.hit = victims.operators();
    if (which.id == "strom-72h") {
        out.hit = victims.power();
        out.lasts = power_is_back;
    }
    if (which.id == "leitung") out.hit = victims.lines();
    if (which.id == "gebaeude") {
        out.hit = victims.main_building();
        if (!out.hit.empty()) out.rule = {"analysis.gebaeude_rule", {model::find(plan, out.hit.front()).name()}};
    }
    if (which.id == "personal-30") out.hit = victims.short_roles(30);
    if (which.id == "personal-50") out.hit = victims.short_roles(50);
    tidy(out.hit);
    tidy(out.suspect);
    // What the plan says of one share of the staff says nothing about another one.
    if (which.id != "personal-30") ask_the_plan(plan, which.kind, out);
    return out;
}

/// Every way to what comes back by itself is to wait.
void wait_for(Node& node, std::optional<Minutes> minutes, Minutes lead) {
    Recipe wait;
    wait.duration = minutes ? Span::of(std::max<Minutes>(*minutes - lead, 0)) : Span::unknown();
    node.recipes = {wait};
    std::erase_if(node.groups, [](const Group& group) { return group.phase == Phase::restore; });
    for (auto& group : node.groups) {
        group.recipe = none;
        group.level.reset();
    }
}

} // namespace

std::span<const StandardScenario> standard_scenarios() { return standard; }

Happening outage_of(std::vector<std::string> ids) {
    Happening out;
    out.hit = std::move(ids);
    tidy(out.hit);
    out.name = {"analysis.down", {joined(out.hit, ", ")}};
    out.rule = {"analysis.down_rule", {}};
    return out;
}

std::optional<Happening> happening(const model::Plan& plan, std::string_view id) {
    const std::string word = folded(id);
    for (const auto& which : standard) {
        if (which.id == word) return standard_happening(plan, which);
    }
    for (const auto& scenario : plan.scenarios) {
        if (folded(scenario.id) != word) continue;
        Happening out;
        out.id = scenario.id;
        out.name = {"analysis.own_scenario", {scenario.name}};
        out.rule = {"analysis.own_scenario_rule", {scenario.id}};
        out.hit = hits_of(scenario);
        const std::string kind = scenario.kind.value_or("");
        out.is_external = comes_back_by_itself(kind);
        out.may_be_attack = may_be_attack(kind);
        out.is_staff = kind == "staff";
        if (kind == "ransomware") out.suspect = Victims(plan).suspect_data();
        tidy(out.suspect);
        if (out.is_external && scenario.duration) out.lasts = scenario.duration->likely;
        return out;
    }
    return std::nullopt;
}

Happening together(Happening scenario, const Happening& named) {
    scenario.name = {"analysis.both", {to_text(scenario.name), to_text(named.name)}};
    scenario.rule = {"analysis.both_rule", {to_text(scenario.rule), to_text(named.rule)}};
    scenario.also_hit = named.hit;
    return scenario;
}

Event event_of(const model::Plan& plan, Graph& graph, const Happening& happening) {
    Event event;
    event.lead = plan.organisation.bao_reaction ? plan.organisation.bao_reaction->likely : 0;
    for (const auto* list : {&happening.hit, &happening.also_hit}) {
        for (const auto& id : *list) {
            const Index node = graph.index_of(id);
            if (node == none) continue;
            event.hit.push_back(node);
            if (happening.is_external && list == &happening.hit)
                wait_for(graph.nodes[static_cast<std::size_t>(node)], happening.lasts, event.lead);
        }
    }
    std::sort(event.hit.begin(), event.hit.end());
    event.hit.erase(std::unique(event.hit.begin(), event.hit.end()), event.hit.end());
    for (const auto& id : happening.suspect) {
        const Index node = graph.index_of(id);
        if (node == none) continue;
        for (auto& recipe : graph.nodes[static_cast<std::size_t>(node)].recipes) recipe.duration = Span::unknown();
    }
    return event;
}

} // namespace bcmkit::analysis
