// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/explanation.hpp>

#include <bcmkit/analysis/priority.hpp>
#include <bcmkit/app/deadlock.hpp>
#include <bcmkit/app/gap.hpp>
#include <bcmkit/app/impact.hpp>
#include <bcmkit/app/recovery.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <optional>

namespace bcmkit::app {

namespace {

using namespace analysis;
using What = DerivedFact::What;

std::size_t at(Index i) { return static_cast<std::size_t>(i); }
std::string say(std::string_view key, std::vector<std::string> args = {}) { return to_text(Message{key, std::move(args)}); }

class Explaining {
public:
    Explaining(const model::Plan& plan, Date day)
        : plan_(plan)
        , day_(day)
        , report_(recovery_report(plan, {.down = {}, .scenario = {}, .start = {}, .day = day})) {}

    std::vector<DerivedFact> facts(std::string_view id) {
        const auto record = model::find(plan_, id);
        const auto* service = record && record.type->code == std::string_view("service")
                                  ? static_cast<const model::Service*>(record.record)
                                  : nullptr;
        if (service) {
            priority(*service);
            deadline(*service);
        }
        const Index node = report_.graph.index_of(id);
        if (node == none) return std::move(facts_);
        const Index vertex = report_.states.vertex(node, Level::normal);
        if (!report_.lower.failed[at(vertex)]) {
            add(What::unaffected, say("app.why_unaffected", {std::string(id)}));
            return std::move(facts_);
        }
        back(node, vertex);
        if (!service) needed_by(vertex);
        order(node);
        gap(id, node);
        return std::move(facts_);
    }

private:
    void add(What what, std::string text, std::vector<std::string> chain = {}) {
        facts_.push_back({what, std::move(text), std::move(chain)});
    }

    std::string name(Index node) const {
        const auto& id = report_.graph.nodes[at(node)].id;
        return id + " " + name_in(plan_, id);
    }

    void priority(const model::Service& service) {
        const auto priority = priority_of(service, plan_.organisation, day_);
        const auto mtpd = mtpd_of(service, day_);
        if (!priority.letter)
            add(What::priority, say("app.why_no_priority"));
        else if (priority.seasonal)
            add(What::priority, say("app.why_season", {to_text(priority), priority.season_reason}));
        else if (priority.confirmed)
            add(What::priority, say("app.why_confirmed", {to_text(priority), *service.priority_confirmed_by,
                                                          to_german(*service.priority_confirmed_on)}));
        else if (mtpd)
            add(What::priority, say("app.why_proposal", {to_text(priority), to_german(*mtpd)}));
    }

    void deadline(const model::Service& service) {
        if (const auto mtpd = mtpd_of(service, day_))
            add(What::deadline, say("app.why_mtpd", {to_german(*mtpd), service.mtpd_reason.value_or("–")}));
        if (service.rto) add(What::deadline, say("app.why_rto", {to_german(service.rto->likely)}));
    }

    void back(Index node, Index vertex) {
        const Index early = report_.states.vertex(node, Level::emergency);
        if (report_.lower.operate[at(early)] < report_.lower.operate[at(vertex)]) return_to(What::back_emergency, early);
        return_to(What::back, vertex);
    }

    void return_to(What what, Index vertex) {
        const Minutes when = report_.lower.operate[at(vertex)];
        if (when >= never) {
            never_back(report_.states.node[at(vertex)]);
            return;
        }
        if (!report_.lower.failed[at(vertex)]) {
            add(what, say("app.why_emergency_at_once"));
            return;
        }
        const bool is_open = report_.upper.operate[at(vertex)] >= never;
        if (when == 0 && is_open) {
            // Nothing on the way has a recorded time: "frühestens nach 0 Minuten" would be no answer.
            add(what, say(what == What::back ? "app.why_back_unknown" : "app.why_back_emergency_unknown"),
                {say("app.why_unknown")});
            return;
        }
        std::vector<std::string> chain;
        if (report_.event.lead > 0 && when >= report_.event.lead) {
            const auto lead = to_german(report_.event.lead);
            chain.push_back(say("app.why_lead", {lead, lead}));
        }
        for (const auto& step : critical_path(report_.states, report_.lower, vertex)) {
            const Index node = report_.states.node[at(step.vertex)];
            if (step.work > 0) chain.push_back(say("app.why_step", {name(node), to_german(step.work), to_german(step.until)}));
        }
        if (is_open) chain.push_back(say("app.why_unknown"));
        add(what, say(what == What::back ? "app.why_back" : "app.why_back_emergency", {to_german(when)}), std::move(chain));
    }

    /// Only the causes that this node waits for: a plan may have several loops.
    void never_back(Index node) {
        std::vector<std::string> chain;
        for (const auto& blockade : blockades_of(gaps().all.likely, node, Level::normal)) {
            std::vector<std::string> names;
            for (const Index member : blockade.is_deadlock() ? blockade.cycle : blockade.members) names.push_back(name(member));
            if (blockade.is_deadlock()) names.push_back(names.front());
            chain.push_back(say(blockade.is_deadlock() ? "app.why_loop" : "app.why_dead_end",
                                {joined(names, blockade.is_deadlock() ? " → " : ", ")}));
            for (const auto& deadlock : report_.deadlocks) {
                if (deadlock.members != blockade.members) continue;
                for (auto& line : blocked_lines(plan_, report_.graph, deadlock)) chain.push_back(std::move(line));
                for (const auto& proposal : proposal_lines(plan_, report_.graph, deadlock))
                    chain.push_back(say("app.dead_solved", {proposal}));
            }
        }
        add(What::never, say("app.why_never"), std::move(chain));
    }

    /// The deadline that comes down from the services, along the way that is really taken.
    void needed_by(Index vertex) {
        if (ways_.node.empty()) {
            ways_ = first_ways(report_.states, report_.event, report_.lower);
            inherited_ = inherited(ways_, report_.lower, report_.targets);
        }
        const auto& from = inherited_[at(vertex)];
        if (from.target == none || from.latest >= never) {
            add(What::needed_by, say("app.why_not_needed"));
            return;
        }
        const auto& target = report_.targets[at(from.target)];
        std::vector<std::string> chain;
        if (target.latest <= 0) {
            chain.push_back(say("app.why_needs_at_once", {name(target.node)}));
        } else {
            chain.push_back(say("app.why_needs_service", {name(target.node), to_german(target.latest)}));
            if (from.latest < target.latest) chain.push_back(say("app.why_needs_work", {to_german(target.latest - from.latest)}));
        }
        const std::string letter = from.priority ? std::string(1, from.priority) : std::string("–");
        add(What::needed_by,
            from.latest > 0 ? say("app.why_needed_by", {to_german(from.latest), letter}) : say("app.why_needed_before", {letter}),
            std::move(chain));
    }

    void order(Index node) {
        const auto& steps = report_.order.steps;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (report_.states.node[at(steps[i].vertex)] != node) continue;
            std::vector<std::string> chain;
            for (const Index need : steps[i].needs)
                chain.push_back(say("app.why_after", {name(report_.states.node[at(steps[at(need)].vertex)])}));
            add(What::order,
                say("app.why_order", {std::to_string(i + 1), std::to_string(steps.size()), std::to_string(steps[i].wave)}),
                std::move(chain));
        }
    }

    void gap(std::string_view id, Index node) {
        const auto& gaps = this->gaps();
        for (const auto& entry : gaps.services) {
            if (entry.gap.node != node) continue;
            auto lines = gap_lines_of(plan_, gaps, entry);
            if (lines.empty()) return;
            std::string first = std::move(lines.front());
            lines.erase(lines.begin());
            add(What::gap, std::move(first), std::move(lines));
        }
        for (const auto& contract : gaps.contracts) {
            if (gaps.all.likely.graph.nodes[at(contract.node)].id == id)
                add(What::gap, say("app.why_contract", {name_in(plan_, contract.promise), to_german(contract.promised)}));
        }
    }

    /// Of the same event, on the same graph.
    const GapReport& gaps() {
        if (!gaps_) gaps_ = gap_report(plan_, report_.what, day_);
        return *gaps_;
    }

    const model::Plan& plan_;
    Date day_;
    RecoveryReport report_;
    std::optional<GapReport> gaps_;
    StateGraph ways_;
    std::vector<Inherited> inherited_;
    std::vector<DerivedFact> facts_;
};

} // namespace

std::string_view code_of(What what) {
    switch (what) {
    case What::priority: return "priority";
    case What::deadline: return "deadline";
    case What::unaffected: return "unaffected";
    case What::back: return "back";
    case What::back_emergency: return "back_emergency";
    case What::never: return "never";
    case What::needed_by: return "needed_by";
    case What::order: return "order";
    case What::gap: break;
    }
    return "gap";
}

std::vector<DerivedFact> explain(const model::Plan& plan, std::string_view id, Date day) {
    return Explaining(plan, day).facts(id);
}

} // namespace bcmkit::app
