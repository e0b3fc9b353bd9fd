// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/leadership.hpp>

#include "leadership_shares.hpp"

#include <bcmkit/app/impact.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace bcmkit::app {

namespace {

constexpr std::size_t most_findings = 5;
/// Risks that run out so soon have to be decided now: the next meeting may be a quarter away.
constexpr int days_to_decide = 90;

/// Findings that nobody below the leadership can settle, the weightiest first.
struct DecisionRow {
    std::string_view question;
    std::array<std::string_view, 4> rules; ///< empty ones match nothing
};
const DecisionRow decision_rows[] = {
    {"app.decide_decider", {"BK-STB-008"}},
    {"app.decide_limits", {"BK-SVC-015"}},
    {"app.decide_gaps", {"BK-RES-003", "BK-RES-010", "BK-RES-019", "BK-SVC-007"}},
    {"app.decide_provider", {"BK-RES-016"}},
    {"app.decide_helper", {"BK-CON-003"}},
    {"app.decide_shifts", {"BK-STB-007"}},
    {"app.decide_limitation", {"BK-ALM-002", "BK-ALM-007"}},
    {"app.decide_release", {"BK-GEN-004", "BK-PLN-008"}},
    {"app.decide_exercise", {"BK-EXR-001"}},
    {"app.decide_rules", {"BK-STB-009"}},
    {"app.decide_level", {"BK-GEN-003"}},
};

bool is_active(const model::Record& record) { return record.status.value_or("") != "retired"; }

void add_once(std::vector<std::string>& ids, const std::string& id) {
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
}

std::vector<Decision> decisions(const model::Plan& plan, const CheckResult& result, const ServiceShare& priority) {
    std::vector<Decision> out;
    for (const auto& row : decision_rows) {
        Decision decision{to_text(Message{row.question, {}}), {}};
        for (const auto& finding : result.findings) {
            const bool is_meant = std::ranges::find(row.rules, finding.rule) != row.rules.end();
            if (is_meant && !finding.accepted) add_once(decision.about, finding.object);
        }
        if (!decision.about.empty()) out.push_back(std::move(decision));
    }
    Decision unconfirmed{to_text(Message{"app.decide_priorities", {}}), {}};
    for (const auto& service : plan.services) {
        if (is_active(service) && service.mtpd && !service.priority_confirmed_by) unconfirmed.about.push_back(service.id);
    }
    if (priority.yes > 0 && !unconfirmed.about.empty()) out.push_back(std::move(unconfirmed));
    Decision ending{to_text(Message{"app.decide_risk", {}}), {}};
    for (const auto& risk : plan.risks) {
        const bool is_borne = is_active(risk) && risk.treatment.value_or("") == "accept";
        if (is_borne && risk.valid_to && *risk.valid_to <= result.day.plus_days(days_to_decide)) ending.about.push_back(risk.id);
    }
    if (!ending.about.empty()) out.push_back(std::move(ending));
    return out;
}

class Dates {
public:
    explicit Dates(Date day) : day_(day) {}

    template <class T> void add(const std::vector<T>& records, model::Answer<Date> T::*field, std::string_view what) {
        for (const auto& record : records) {
            if (is_active(record)) add(record.*field, record.id, what);
        }
    }
    void add(const model::Answer<Date>& day, const std::string& object, std::string_view what) {
        if (day && *day >= day_) dates_.push_back({*day, object, to_text(Message{what, {}})});
    }
    std::vector<NextDate> take() {
        std::ranges::stable_sort(dates_, {}, [](const NextDate& one) { return std::tie(one.day, one.object); });
        return std::move(dates_);
    }

private:
    Date day_;
    std::vector<NextDate> dates_;
};

std::vector<NextDate> next_dates(const model::Plan& plan, Date day) {
    Dates dates(day);
    dates.add(plan.exercises, &model::Exercise::date, "app.date_exercise");
    dates.add(plan.contracts, &model::Contract::valid_to, "app.date_contract");
    dates.add(plan.risks, &model::RiskItem::valid_to, "app.date_risk");
    for (const auto& action : plan.improvements) {
        if (is_active(action) && action.state.value_or("") != "done") dates.add(action.due, action.id, "app.date_action");
    }
    for (const auto& document : plan.documents) {
        if (is_active(document)) dates.add(document.review_due, document.id, "app.date_review");
    }
    dates.add(plan.organisation.exercise_plan_until, plan.organisation.id, "app.date_exercise_plan");
    return dates.take();
}

} // namespace

LeadershipReport leadership_report(const model::Plan& plan, const CheckResult& result) {
    LeadershipReport out;
    out.shares = service_shares(plan, result.day);
    for (const auto& finding : result.findings) {
        const bool counts = !finding.accepted && finding.severity != Severity::info;
        if (counts && out.worst.size() < most_findings) out.worst.push_back(finding);
    }
    out.decisions = decisions(plan, result, out.shares.front());
    out.dates = next_dates(plan, result.day);
    return out;
}

std::string place_of(const model::Plan& plan, const check::Finding& finding) {
    std::string out = name_in(plan, finding.object);
    if (const auto unit = model::find(plan, finding.unit)) {
        const auto& code = static_cast<const model::OrgUnit*>(unit.record)->code;
        out += ", " + to_text(Message{"app.unit", {code.value_or(unit.id())}});
    }
    return out;
}

std::string study_source(const LeadershipReport& report) {
    std::int64_t year = 0;
    for (const auto& share : report.shares) year = std::max(year, share.study.year);
    return to_text(Message{"app.leadership_source", {std::to_string(year)}});
}

std::string names_of(const model::Plan& plan, const std::vector<std::string>& ids, std::size_t most) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, ids.size()); ++i) names.push_back(name_in(plan, ids[i]));
    const auto shown = joined(names, ", ");
    return ids.size() > most ? to_text(Message{"app.weak_and_more", {shown, std::to_string(ids.size() - most)}}) : shown;
}

} // namespace bcmkit::app
