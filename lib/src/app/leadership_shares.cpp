// SPDX-License-Identifier: EUPL-1.2
#include "leadership_shares.hpp"

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/priority.hpp>
#include <bcmkit/analysis/recovery.hpp>

#include <algorithm>
#include <set>

namespace bcmkit::app {

namespace {

using model::items;
using model::Plan;
using model::Service;

/// `not_asked`: it does not apply to this service.
enum class State : std::uint8_t { yes, no, open, not_asked };

bool is_active(const model::Record& record) { return record.status.value_or("") != "retired"; }

template <class T> const T* record_of(const Plan& plan, const model::Reference& reference, std::string_view type) {
    const auto view = model::find(plan, reference.id);
    return view && view.type->code == type ? static_cast<const T*>(view.record) : nullptr;
}

bool needs_no_it(const Service& service) {
    return std::ranges::any_of(items(service.categories_not_needed), [](const std::string& word) { return word == "IT"; });
}

class Counter {
public:
    Counter(const Plan& plan, Date day)
        : plan_(plan)
        , day_(day)
        , graph_(analysis::graph_of(plan))
        , states_(analysis::state_graph(graph_))
        , outage_(analysis::recovery(states_, analysis::it_outage(graph_), analysis::World::lower)) {}

    State priority(const Service& service) const {
        return analysis::priority_of(service, plan_.organisation, day_).letter ? State::yes : State::open;
    }

    bool is_confirmed(const Service& service) const { return analysis::priority_of(service, plan_.organisation, day_).confirmed; }

    /// All Fachverfahren that it names are recorded, or it needs none.
    State applications(const Service& service) const {
        if (needs_no_it(service) || service.uses.is(model::Gap::not_applicable)) return State::yes;
        if (!service.uses || service.uses->empty()) return State::open;
        const bool all = std::ranges::none_of(*service.uses, [](const auto& used) { return used.is_open(); });
        return all ? State::yes : State::no;
    }

    /// Two different persons hold the role today that answers for it.
    State deputy(const Service& service) const {
        if (!service.owner || service.owner->is_open()) return State::open;
        const auto* role = record_of<model::Role>(plan_, *service.owner, "role");
        if (!role) return State::no; // a person, who has no deputy
        if (role->holders.is_open()) return State::open;
        std::set<std::string> persons;
        for (const auto& holder : items(role->holders)) {
            const bool is_over = holder.to && *holder.to < day_;
            if (holder.person && !holder.person->is_open() && !is_over) persons.insert(holder.person->id);
        }
        return persons.size() >= 2 ? State::yes : State::no;
    }

    /// A fallback that works while all IT is gone.
    State paper(const Service& service) const {
        bool any_open = false;
        for (const auto& fallback : plan_.fallbacks) {
            const bool is_for_it =
                std::ranges::any_of(items(fallback.services), [&](const auto& s) { return s.id == service.id; });
            if (!is_active(fallback) || !is_for_it || fails_without_it(fallback.id)) continue;
            if (fallback.needs_it && !*fallback.needs_it) return State::yes;
            any_open = any_open || fallback.needs_it.is_open();
        }
        return any_open ? State::open : State::no;
    }

    /// The contracts behind it can be read without the own IT. Not asked where nobody outside is needed.
    State contracts(const Service& service) const {
        State state = State::not_asked;
        const auto weigh = [&](State one) {
            if (state == State::not_asked || one == State::no || (one == State::open && state == State::yes)) state = one;
        };
        for (const auto& used : items(service.uses)) {
            const auto* application = record_of<model::Application>(plan_, used, "application");
            if (application && application->operator_) weigh(contracts_with(application->operator_->id, *application));
        }
        for (const auto& contract : plan_.contracts) {
            const bool covers = std::ranges::any_of(items(contract.covers), [&](const auto& c) { return c.id == service.id; });
            if (covers && is_active(contract)) weigh(is_offline(contract));
        }
        return state;
    }

    /// A current copy on paper of the handbook, or of the plan of its Amt.
    State printed(const Service& service) const {
        bool any_recorded = false;
        for (const auto& document : plan_.documents) {
            const auto kind = document.kind.value_or("");
            const bool is_plan_of_unit =
                kind == "gfp" && service.org_unit &&
                std::ranges::any_of(items(document.scope), [&](const auto& unit) { return unit.id == service.org_unit->id; });
            if (!is_active(document) || (kind != "handbook" && !is_plan_of_unit)) continue;
            for (const auto& copy : plan_.printed_copies) {
                if (!copy.document || copy.document->id != document.id || copy.destroyed_on) continue;
                any_recorded = any_recorded || copy.medium.has_value();
                const bool is_old = document.edition && copy.edition && *copy.edition < *document.edition;
                if (copy.medium.value_or("") == "paper" && !is_old) return State::yes;
            }
        }
        return any_recorded ? State::no : State::open;
    }

private:
    bool fails_without_it(const std::string& id) const {
        const auto node = graph_.index_of(id);
        return node != analysis::none &&
               outage_.failed[static_cast<std::size_t>(states_.vertex(node, analysis::Level::emergency))];
    }

    static State is_offline(const model::Contract& contract) {
        if (contract.offline_copies.is_open()) return State::open;
        const bool any = std::ranges::any_of(items(contract.offline_copies), [](const model::OfflineCopy& copy) {
            return copy.medium && *copy.medium != "network" && *copy.medium != "dms";
        });
        return any ? State::yes : State::no;
    }

    /// The contracts for the operation of a Fachverfahren; one that names what it covers counts for that alone. Open where the
    /// operator has none on record.
    State contracts_with(const std::string& provider, const model::Application& application) const {
        State state = State::not_asked;
        for (const auto& contract : plan_.contracts) {
            if (!is_active(contract) || !contract.provider || contract.provider->id != provider) continue;
            const auto covered = items(contract.covers);
            const bool is_about_it = std::ranges::any_of(covered, [&](const auto& one) { return one.id == application.id; });
            if (contract.kind.value_or("") != "operation" || (!covered.empty() && !is_about_it)) continue;
            const auto one = is_offline(contract);
            if (state == State::not_asked || one == State::no || (one == State::open && state == State::yes)) state = one;
        }
        return state == State::not_asked ? State::open : state;
    }

    const Plan& plan_;
    Date day_;
    analysis::Graph graph_;
    analysis::StateGraph states_;
    analysis::Recovery outage_;
};

/// What is counted, and what the Resilienzmonitor 2025 (89 Kommunen) says to it. An empty value: it has no figure.
struct Row {
    std::string_view key, label;
    State (Counter::*state)(const Service&) const;
    std::string_view study_key, study_value;
};
constexpr Row rows[] = {
    {"priority", "app.share_priority", &Counter::priority, "rm.services_prio", "27,6 %"},
    {"applications", "app.share_applications", &Counter::applications, "rm.app_doc", "12,4 %"},
    {"deputy", "app.share_deputy", &Counter::deputy, "", ""},
    {"paper", "app.share_paper", &Counter::paper, "", ""},
    {"contracts", "app.share_contracts", &Counter::contracts, "rm.contracts_offline", "rund 33 %"},
    {"printed", "app.share_printed", &Counter::printed, "rm.plan_printed", "44,0 %"},
};
constexpr std::int64_t study_year = 2025;

/// The newest figure of the plan (a later survey), else the one of the program.
StudyFigure study_of(const Plan& plan, const Row& row) {
    StudyFigure out{std::string(row.study_value), row.study_value.empty() ? 0 : study_year};
    for (const auto& one : plan.benchmarks) {
        const bool is_newer = one.survey_year && *one.survey_year > out.year;
        if (!row.study_key.empty() && one.key.value_or("") == row.study_key && one.value && is_newer)
            out = {*one.value, *one.survey_year};
    }
    return out;
}

} // namespace

std::vector<ServiceShare> service_shares(const Plan& plan, Date day) {
    const Counter counter(plan, day);
    std::vector<ServiceShare> out;
    for (const auto& row : rows) {
        ServiceShare share;
        share.key = row.key;
        share.label = to_text(Message{row.label, {}});
        share.study = study_of(plan, row);
        std::size_t confirmed = 0;
        for (const auto& service : plan.services) {
            const bool is_slow = service.time_critical && !*service.time_critical;
            if (!is_active(service) || (is_slow && row.key != "priority")) continue;
            switch ((counter.*row.state)(service)) {
            case State::yes: ++share.yes; break;
            case State::no: ++share.no; break;
            case State::open: ++share.open; break;
            case State::not_asked: break;
            }
            if (row.key == "priority" && counter.is_confirmed(service)) ++confirmed;
        }
        if (row.key == "priority" && share.yes > 0)
            share.remark = to_text(Message{"app.share_confirmed", {std::to_string(confirmed)}});
        out.push_back(std::move(share));
    }
    return out;
}

} // namespace bcmkit::app
