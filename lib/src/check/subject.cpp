// SPDX-License-Identifier: EUPL-1.2
#include "subject.hpp"

#include <bcmkit/analysis/single_points.hpp>
#include <bcmkit/base/embedded.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/check/people.hpp>

#include <algorithm>
#include <array>

namespace bcmkit::check {

namespace {

using model::items;

model::Level level_of(const model::Organisation& organisation) {
    const std::string code = organisation.bcms_level.value_or("R");
    if (code == "A") return model::Level::building;
    return code == "S" ? model::Level::standard : model::Level::reactive;
}

/// Fields that lead from a record to the one whose Amt it shares, in the order in which they are asked.
constexpr std::array ways_to_unit{"org_unit", "services", "service", "scope", "covers", "applications"};
constexpr std::array ways_to_person{"owner", "keeper", "holder", "responsible", "role", "head"};

model::Reference first_reference(const model::Value& value) {
    if (const auto* one = std::get_if<model::Reference>(&value)) return *one;
    if (const auto* several = std::get_if<model::References>(&value); several && !several->empty()) return several->front();
    return {};
}

/// The numbers of all sheets: "templates/de/2.04-kontakte-intern.md" → "2.04", and those of the records.
std::set<std::string, std::less<>> all_sheets(const model::Plan& plan) {
    constexpr std::string_view folder = "templates/de/";
    std::set<std::string, std::less<>> out;
    for (const auto& entry : embedded_texts()) {
        if (!entry.path.starts_with(folder)) continue;
        const auto file = entry.path.substr(folder.size());
        out.emplace(file.substr(0, file.find('-')));
    }
    const auto add = [&](const auto& records) {
        for (const auto& record : records) {
            if (record.sheet) out.insert(*record.sheet);
        }
    };
    add(plan.services);
    add(plan.applications);
    add(plan.forms);
    for (const auto& unit : plan.org_units) out.insert("5.V" + unit.code.value_or(""));
    return out;
}

} // namespace

Subject::Subject(const model::Plan& plan, Date today)
    : plan_(plan)
    , today_(today)
    , level_(level_of(plan.organisation))
    , graph_(analysis::graph_of(plan))
    , states_(analysis::state_graph(graph_))
    , outage_(analysis::it_outage(graph_))
    , lower_(analysis::recovery(states_, outage_, analysis::World::lower))
    , upper_(analysis::recovery(states_, outage_, analysis::World::upper)) {
    sheets_ = all_sheets(plan);
    for (const auto& fallback : plan.fallbacks) {
        for (const auto& service : items(fallback.services)) fallbacks_[service.id].push_back(&fallback);
    }
    for (const auto& service : plan.services) {
        for (const auto* list : {&service.uses, &service.data}) {
            for (const auto& used : items(*list)) service_using_.emplace(used.id, service.id);
        }
    }
}

bool Subject::fails_without_it(std::string_view id) const {
    const auto node = graph_.index_of(id);
    return node != analysis::none && lower_.failed[static_cast<std::size_t>(states_.vertex(node, analysis::Level::emergency))];
}

std::optional<Minutes> Subject::runs_again(std::string_view id, analysis::Level level, analysis::World world) const {
    const auto node = graph_.index_of(id);
    if (node == analysis::none) return std::nullopt;
    const auto& recovery = world == analysis::World::lower ? lower_ : upper_;
    return recovery.operate[static_cast<std::size_t>(states_.vertex(node, level))];
}

std::span<const std::string> Subject::resting_on(std::string_view id) const {
    if (!resting_on_) {
        resting_on_.emplace();
        std::vector<analysis::Index> watched;
        for (const auto& service : plan_.services)
            watched.push_back(states_.vertex(graph_.index_of(service.id), analysis::Level::normal));
        const auto points = analysis::single_points(states_, watched);
        for (std::size_t i = 0; i < points.size(); ++i) {
            for (const auto node : points[i])
                (*resting_on_)[graph_.nodes[static_cast<std::size_t>(node)].id].push_back(plan_.services[i].id);
        }
    }
    const auto found = resting_on_->find(id);
    return found == resting_on_->end() ? std::span<const std::string>() : found->second;
}

std::span<const analysis::ShamRedundancy> Subject::sham_redundancy() const {
    if (!shams_) shams_ = analysis::sham_redundancy(plan_, graph_, states_);
    return *shams_;
}

const analysis::Reach& Subject::reach() const {
    if (!reach_) reach_ = analysis::reachability(plan_, graph_, states_, lower_.failed, outage_, today_);
    return *reach_;
}

std::string Subject::name(std::string_view id) const {
    const auto view = model::find(plan_, id);
    const std::string name = view ? view.name() : std::string();
    return name.empty() ? std::string(id) : name;
}

std::string Subject::unit_of_person(const model::Reference& reference) const {
    for (const auto* person : persons_of(reference)) {
        if (person->org_unit && !person->org_unit->is_open()) return person->org_unit->id;
    }
    return {};
}

std::string Subject::unit_of(const model::RecordView& record) const {
    model::RecordView at = record;
    // A few steps suffice: a contract covers an application, that belongs to a service, that to an Amt.
    for (int step = 0; at && step < 4; ++step) {
        if (at.type->code == std::string_view("org_unit")) return at.id();
        model::RecordView next;
        for (const auto* way : ways_to_unit) {
            next = model::find(plan_, first_reference(at.get(way)).id);
            if (next) break;
        }
        if (!next) {
            const auto user = service_using_.find(at.id());
            const bool is_application = at.type->code == std::string_view("application");
            if (user != service_using_.end() && is_application) next = model::find(plan_, user->second);
        }
        if (!next) break;
        at = next;
    }
    for (const auto& from : {at, record}) {
        for (const auto* way : ways_to_person) {
            const auto reference = first_reference(from.get(way));
            const std::string unit = reference.id.empty() ? std::string() : unit_of_person(reference);
            if (!unit.empty()) return unit;
        }
    }
    return {};
}

Danger Subject::danger_of(const model::RecordView& record) const {
    if (!record) return Danger::other;
    const model::Service* service = nullptr;
    if (record.type->code == std::string_view("service")) service = static_cast<const model::Service*>(record.record);
    for (const auto* way : {"services", "service"}) {
        if (service) break;
        const auto view = model::find(plan_, first_reference(record.get(way)).id);
        if (view && view.type->code == std::string_view("service")) service = static_cast<const model::Service*>(view.record);
    }
    return service ? check::danger_of(*service) : Danger::other;
}

std::string Subject::building_of(const model::Answer<model::Reference>& place) const {
    if (!place || place->is_open()) return {};
    std::string id = place->id;
    for (int step = 0; step < 8; ++step) { // bounded, because people can record a loop
        const auto view = model::find(plan_, id);
        if (!view || view.type->code != std::string_view("location")) break;
        const auto& location = *static_cast<const model::Location*>(view.record);
        if (!location.part_of || location.part_of->is_open()) break;
        id = location.part_of->id;
    }
    return id;
}

std::vector<const model::Person*> Subject::persons_of(const model::Reference& reference) const {
    std::vector<const model::Person*> out;
    const auto view = model::find(plan_, reference.id);
    if (!view) return out;
    const auto add = [&](const model::Reference& person) {
        const auto found = model::find(plan_, person.id);
        if (found && found.type->code == std::string_view("person"))
            out.push_back(static_cast<const model::Person*>(found.record));
    };
    if (view.type->code == std::string_view("person")) add(reference);
    if (view.type->code == std::string_view("role")) {
        std::vector<const model::Holder*> holders;
        for (const auto& holder : items(static_cast<const model::Role*>(view.record)->holders)) holders.push_back(&holder);
        std::ranges::stable_sort(holders, {}, [](const model::Holder* h) { return h->rank.value_or(99); });
        for (const auto* holder : holders) {
            if (holder->person) add(*holder->person);
        }
    }
    return out;
}

std::span<const model::Fallback* const> Subject::fallbacks_of(const std::string& service) const {
    const auto found = fallbacks_.find(service);
    if (found == fallbacks_.end()) return {};
    return found->second;
}

bool Subject::is_sheet(std::string_view number) const {
    const bool is_known = sheets_.contains(number.substr(0, number.find('/')));
    // Records get their numbers when they are stored; before that nobody can say.
    const bool may_come = std::ranges::any_of(plan_.services, [](const auto& service) { return service.sheet.is_open(); });
    return is_known || (may_come && number.starts_with("5."));
}

std::string Subject::whom_to_ask(const model::RecordView& record) const {
    for (const auto& [at, ways] : {std::pair(record, std::array{"owner", "keeper", "responsible"}),
                                   std::pair(model::find(plan_, unit_of(record)), std::array{"coordinator", "head", "owner"})}) {
        if (!at) continue;
        for (const auto* way : ways) {
            const auto reference = first_reference(at.get(way));
            if (!reference.id.empty()) return name(reference.id);
            if (!reference.text.empty()) return reference.text;
        }
        if (at.type->code == std::string_view("org_unit")) return at.name();
    }
    return to_text(Message{"check.ask_bcm", {}});
}

Danger danger_of(const model::Service& service) {
    if (service.life_critical.value_or(false)) return Danger::person;
    if (service.pays_out.value_or(false)) return Danger::money;
    return items(service.deadlines).empty() ? Danger::other : Danger::deadline;
}

std::vector<std::string> whom_to_ask(const model::Plan& plan, const std::vector<std::string>& ids, Date today) {
    std::vector<std::string> out;
    if (ids.empty()) return out;
    const Subject subject(plan, today);
    for (const auto& id : ids) out.push_back(subject.whom_to_ask(model::find(plan, id)));
    return out;
}

} // namespace bcmkit::check
