// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/plan_graph.hpp>

#include <bcmkit/analysis/plan_calendars.hpp>
#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace bcmkit::analysis {

namespace {

using model::items;
using model::Reference;

/// Kinds of infrastructure that an IT outage leaves alone.
constexpr std::array without_it{"power", "radio", "other"};

class PlanGraph {
public:
    PlanGraph(const model::Plan& plan, Estimate estimate, Untested untested)
        : plan_(plan)
        , estimate_(estimate)
        , untested_(untested) {}

    Graph build() {
        collect_nodes();
        collect_calendars();
        add_nodes(plan_.services);
        add_nodes(plan_.applications);
        add_nodes(plan_.data_sources);
        add_nodes(plan_.infrastructures);
        add_nodes(plan_.network_links);
        add_nodes(plan_.providers);
        add_nodes(plan_.alternative_its);
        add_nodes(plan_.channels);
        for (const auto& location : plan_.locations) add_rows(location.id, items(location.needs));
        for (const auto& person : plan_.persons) add_rows(person.id, items(person.needs));
        for (const auto& fallback : plan_.fallbacks) add_rows(fallback.id, items(fallback.needs));
        for (const auto& document : plan_.documents) add_rows(document.id, items(document.needs));
        for (const auto& service : plan_.services) add_service(service);
        for (const auto& application : plan_.applications) add_application(application);
        for (const auto& data : plan_.data_sources) add_data(data);
        for (const auto& infrastructure : plan_.infrastructures) add_infrastructure(infrastructure);
        for (const auto& link : plan_.network_links) {
            add_need(link.id, link.operator_, Phase::operate);
            add_need(link.id, link.location, Phase::operate);
        }
        for (const auto& it : plan_.alternative_its) add_need(it.id, it.location, Phase::operate);
        for (const auto& document : plan_.documents) add_copies(document.id, items(document.storage), document.id);
        for (const auto& contract : plan_.contracts) add_copies(contract.id, items(contract.offline_copies), {});
        for (const auto& role : plan_.roles) add_holders(role);
        add_fallbacks();
        add_risk_groups();
        for (auto& node : graph_.nodes) {
            if (node.recipes.empty()) node.recipes.push_back({{}, Level::normal, Span::of(0)});
        }
        return std::move(graph_);
    }

private:
    // Every record is a node: a need may point at any of them, and a node without arcs costs nothing.
    void collect_nodes() {
        for (const auto& record : model::all_records(plan_)) {
            Node node;
            node.id = record.id();
            graph_.nodes.push_back(std::move(node));
        }
        std::sort(graph_.nodes.begin(), graph_.nodes.end(), [](const Node& a, const Node& b) { return a.id < b.id; });
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) index_.emplace(graph_.nodes[i].id, static_cast<Index>(i));
        const auto hit = [&](const auto& records) {
            for (const auto& record : records) node(record.id).hit_in_it_outage = true;
        };
        hit(plan_.applications);
        hit(plan_.data_sources);
        hit(plan_.network_links);
        for (const auto& infrastructure : plan_.infrastructures) {
            const std::string kind = infrastructure.kind.value_or("");
            node(infrastructure.id).hit_in_it_outage = std::find(without_it.begin(), without_it.end(), kind) == without_it.end();
        }
        for (const auto& group : plan_.risk_groups) node(group.id).hidden = true;
    }

    void collect_calendars() {
        const auto land = land_of(plan_);
        for (const auto& calendar : plan_.calendars) {
            const auto hours = work_calendar(calendar, land);
            if (!hours) continue;
            calendars_.emplace(calendar.id, static_cast<Index>(graph_.calendars.size()));
            graph_.calendars.push_back(*hours);
        }
    }

    static Proof proof(const model::Answer<std::string>& evidence, const model::Answer<Date>& tested_on) {
        return {evidence.value_or("") == "tested", tested_on ? std::optional(*tested_on) : std::nullopt};
    }

    Index calendar_index(const model::Answer<Reference>& reference) const {
        const auto found = reference ? calendars_.find(reference->id) : calendars_.end();
        return found == calendars_.end() ? none : found->second;
    }

    Minutes minutes(const Duration& duration) const {
        switch (estimate_) {
        case Estimate::low: return duration.low;
        case Estimate::high: return duration.high;
        case Estimate::likely: break;
        }
        return duration.likely;
    }

    /// How long work takes.
    Span work(const Duration& duration, const Proof& proof) const {
        const bool is_one_number = duration.low == duration.high;
        if (untested_ == Untested::widened && is_one_number && !proof.tested) {
            if (estimate_ == Estimate::low) return Span::of(duration.likely / untested_factor);
            if (estimate_ == Estimate::high) return Span::of(duration.likely * untested_factor);
        }
        return Span::of(minutes(duration));
    }

    Minutes minutes_or(const model::Answer<Duration>& duration, Minutes otherwise) const {
        return duration ? minutes(*duration) : otherwise;
    }

    /// How long something lasts (batteries, paper): what is good for the plan is the long end of the estimate.
    Minutes lasting_or(const model::Answer<Duration>& duration, Minutes otherwise) const {
        if (!duration) return otherwise;
        if (estimate_ == Estimate::likely) return duration->likely;
        return estimate_ == Estimate::low ? duration->high : duration->low;
    }

    Node& node(const std::string& id) { return graph_.nodes[static_cast<std::size_t>(index_.at(id))]; }

    std::optional<Index> index(const Reference& reference) const {
        const auto found = index_.find(reference.id);
        return found == index_.end() ? std::nullopt : std::optional(found->second);
    }

    void add_group(Node& owner, Group group) {
        if (!group.alternatives.empty()) owner.groups.push_back(std::move(group));
    }

    void add_need(const std::string& owner, const model::Answer<Reference>& target, Phase phase, Minutes buffer = 0) {
        const auto there = target ? index(*target) : std::nullopt;
        if (!there || graph_.nodes[static_cast<std::size_t>(*there)].id == owner) return;
        Group group;
        group.phase = phase;
        group.buffer = buffer;
        group.alternatives.push_back({*there, Level::emergency, 0});
        add_group(node(owner), std::move(group));
    }

    static Phase phase_of(const model::Need& need) {
        if (need.phase && *need.phase == "RESTORE") return Phase::restore;
        if (need.phase && *need.phase == "START") return Phase::start;
        return Phase::operate;
    }

    void add_rows(const std::string& id, std::span<const model::Need> needs) {
        // Rows of one group may stand apart; what the first of them says about phase and number holds for all.
        std::map<std::string, std::size_t> known;
        std::vector<Group> groups;
        Node& owner = node(id);
        for (const auto& need : needs) {
            const auto there = need.node ? index(*need.node) : std::nullopt;
            if (!there) continue;
            const std::string name = need.group.value_or("");
            const auto found = name.empty() ? known.end() : known.find(name);
            if (found == known.end()) {
                Group group;
                group.phase = phase_of(need);
                group.k = need.needed ? std::max(1, static_cast<int>(*need.needed)) : 1;
                group.buffer = lasting_or(need.buffer, 0);
                if (need.for_level) group.level = *need.for_level == "normal" ? Level::normal : Level::emergency;
                group.recipe = recipe_index(owner, need);
                if (!name.empty()) known.emplace(name, groups.size());
                groups.push_back(std::move(group));
            }
            Group& group = found == known.end() ? groups.back() : groups[found->second];
            const bool wants_normal = need.needed_level && *need.needed_level == "normal";
            group.alternatives.push_back({*there, wants_normal ? Level::normal : Level::emergency,
                                          minutes_or(need.switch_time, 0), lasting_or(need.endurance, never),
                                          static_cast<int>(need.capacity.value_or(100)), proof(need.evidence, need.tested_on)});
        }
        for (auto& group : groups) {
            // A row with an open reference is missing above: the rest has to do.
            group.k = std::min(group.k, static_cast<int>(group.alternatives.size()));
            add_group(owner, std::move(group));
        }
    }

    static Index recipe_index(const Node& owner, const model::Need& need) {
        if (!need.recipe) return none;
        for (std::size_t i = 0; i < owner.recipes.size(); ++i) {
            if (owner.recipes[i].name == *need.recipe) return static_cast<Index>(i);
        }
        return none;
    }

    template <class List> void add_nodes(const List& records) {
        for (const auto& record : records) {
            Node& owner = node(record.id);
            for (const auto& recipe : items(record.recipes)) owner.recipes.push_back(way(recipe, record));
            if (owner.recipes.empty()) {
                const bool is_work = owner.hit_in_it_outage && !record.rta.is(model::Gap::not_applicable);
                Recipe only;
                only.calendar = calendar_index(record.calendar);
                only.proof = {record.rta_proof.value_or("") == "test",
                              record.tested_on ? std::optional(*record.tested_on) : std::nullopt};
                only.duration = record.rta ? work(*record.rta, only.proof) : is_work ? Span::unknown() : Span::of(0);
                owner.recipes.push_back(std::move(only));
            }
            add_rows(record.id, items(record.needs));
        }
    }

    Recipe way(const model::Recipe& recipe, const model::Node& record) const {
        Recipe out;
        out.name = recipe.name.value_or("");
        out.level = recipe.level.value_or("") == "emergency" ? Level::emergency : Level::normal;
        out.proof = proof(recipe.evidence, recipe.tested_on);
        out.duration = recipe.duration ? work(*recipe.duration, out.proof) : Span::unknown();
        out.calendar = calendar_index(recipe.calendar);
        if (recipe.team) {
            out.team = index(*recipe.team).value_or(none);
            const auto team = std::ranges::find(plan_.teams, recipe.team->id, &model::Team::id);
            if (team != plan_.teams.end() && out.calendar == none) out.calendar = calendar_index(team->calendar);
        }
        if (out.calendar == none) out.calendar = calendar_index(record.calendar);
        for (const auto& skill : items(recipe.skills)) {
            if (const auto there = index(skill)) out.skills.push_back(*there);
        }
        return out;
    }

    void add_service(const model::Service& service) {
        Node& owner = node(service.id);
        // What a service is made with belongs to Normalbetrieb; its fallbacks have needs of their own.
        for (auto& group : owner.groups) {
            if (!group.level && group.recipe == none) group.level = Level::normal;
        }
        for (const auto* list : {&service.uses, &service.data}) {
            for (const auto& reference : items(*list)) {
                const auto there = index(reference);
                if (!there) continue;
                Group group;
                group.level = Level::normal;
                group.alternatives.push_back({*there, Level::emergency, 0});
                add_group(owner, std::move(group));
            }
        }
    }

    void add_application(const model::Application& application) {
        add_need(application.id, application.operator_, Phase::operate);
        for (const auto& network : items(application.networks)) add_need(application.id, network, Phase::operate);
    }

    void add_data(const model::DataSource& data) {
        for (const auto& application : items(data.applications)) {
            if (index(application)) add_need(application.id, model::to(data.id), Phase::operate);
        }
        // Rows that say where the data come from know better than the list of restore points.
        for (const auto& need : items(data.needs)) {
            if (phase_of(need) == Phase::restore) return;
        }
        // Each restore point is a way to the data: one of them suffices.
        Group group;
        group.phase = Phase::restore;
        for (const auto& point : items(data.restore_points)) {
            const auto needs = items(point.needs);
            if (needs.empty()) return;    // a restore point that needs nothing is there at once
            if (needs.size() > 1) return; // several at once: the rows of `needs` have to say it
            if (const auto there = index(needs.front())) group.alternatives.push_back({*there, Level::emergency, 0});
        }
        add_group(node(data.id), std::move(group));
    }

    void add_infrastructure(const model::Infrastructure& infrastructure) {
        // Batteries and generators carry on for a while when the mains fail.
        const bool is_power = infrastructure.kind.value_or("") == "power";
        const Minutes buffer = is_power ? lasting_or(infrastructure.runtime, 0) : 0;
        add_need(infrastructure.id, infrastructure.provider, Phase::operate, buffer);
        add_need(infrastructure.id, infrastructure.location, Phase::operate);
        add_need(infrastructure.id, infrastructure.plan, Phase::restore);
    }

    static bool is_on_network(const model::Answer<std::string>& medium) {
        return !medium || *medium == "network" || *medium == "dms";
    }

    /// The places where a document or contract lies, as alternatives. `document` is empty for what is never printed in copies.
    void add_copies(const std::string& id, std::span<const model::OfflineCopy> copies, const std::string& document) {
        Group group;
        bool is_safe = copies.empty(); // nothing recorded: nothing known that could take it away
        const auto add = [&](const model::Answer<std::string>& medium, const model::Answer<Reference>& location) {
            if (is_on_network(medium)) {
                for (const auto& infrastructure : plan_.infrastructures) {
                    if (infrastructure.kind.value_or("") == "files")
                        group.alternatives.push_back({index_.at(infrastructure.id), Level::emergency, 0});
                }
            } else if (const auto there = location ? index(*location) : std::nullopt) {
                group.alternatives.push_back({*there, Level::emergency, 0});
            } else {
                is_safe = true;
            }
        };
        for (const auto& copy : copies) add(copy.medium, copy.location);
        for (const auto& copy : plan_.printed_copies) {
            if (copy.document && copy.document->id == document && !copy.destroyed_on) add(copy.medium, copy.location);
        }
        if (!is_safe) add_group(node(id), std::move(group));
    }

    void add_holders(const model::Role& role) {
        Group group;
        for (const auto& holder : items(role.holders)) {
            const auto there = holder.person ? index(*holder.person) : std::nullopt;
            if (there) group.alternatives.push_back({*there, Level::emergency, 0});
        }
        add_group(node(role.id), std::move(group));
    }

    void add_risk_groups() {
        for (auto& group : plan_.risk_groups) {
            Recipe nobody_knows;
            nobody_knows.duration = Span::unknown();
            node(group.id).recipes = {nobody_knows};
        }
        const auto add = [&](const auto& records) {
            for (const auto& record : records) {
                for (const auto& group : items(record.risk_groups)) add_need(record.id, model::to(group.id), Phase::operate);
            }
        };
        add(plan_.services);
        add(plan_.applications);
        add(plan_.data_sources);
        add(plan_.infrastructures);
        add(plan_.network_links);
        add(plan_.providers);
        add(plan_.alternative_its);
        add(plan_.channels);
        add(plan_.locations);
    }

    void add_fallbacks() {
        for (const auto& fallback : plan_.fallbacks) {
            for (const auto& reference : items(fallback.services)) {
                if (!index(reference) || !reference.id.starts_with("SVC-")) continue;
                Node& service = node(reference.id);
                const Proof tried{fallback.tested_on.has_value(),
                                  fallback.tested_on ? std::optional(*fallback.tested_on) : std::nullopt};
                Recipe paper;
                paper.name = fallback.id;
                paper.level = Level::emergency;
                paper.duration = Span::of(0);
                paper.ready_after = minutes_or(fallback.reach, 0);
                paper.endurance = lasting_or(fallback.max_sustain, never);
                paper.proof = tried;
                service.recipes.push_back(std::move(paper));
                Group group;
                group.recipe = static_cast<Index>(service.recipes.size()) - 1;
                group.alternatives.push_back({index_.at(fallback.id), Level::emergency, 0, never,
                                              static_cast<int>(fallback.capacity.value_or(100)), tried});
                add_group(service, std::move(group));
            }
        }
    }

    const model::Plan& plan_;
    Estimate estimate_;
    Untested untested_;
    Graph graph_;
    std::map<std::string, Index, std::less<>> calendars_;
    std::map<std::string, Index, std::less<>> index_;
};

} // namespace

Graph graph_of(const model::Plan& plan, Estimate estimate, Untested untested) {
    return PlanGraph(plan, estimate, untested).build();
}

} // namespace bcmkit::analysis
