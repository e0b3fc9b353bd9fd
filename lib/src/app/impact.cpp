// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/impact.hpp>

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/app/data.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/phone.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>

namespace bcmkit::app {

namespace {

using namespace analysis;

constexpr Minutes rows[] = {
    0, 4 * minutes_per_hour, 24 * minutes_per_hour, 72 * minutes_per_hour, 7 * minutes_per_day, 30 * minutes_per_day};

std::vector<std::string> scenario_ids(const model::Plan& plan) {
    std::vector<std::string> out;
    for (const auto& scenario : standard_scenarios()) out.emplace_back(scenario.id);
    for (const auto& scenario : plan.scenarios) out.push_back(scenario.id);
    return out;
}

Happening demand_scenario(const model::Plan& plan, const std::string& word) {
    const auto ids = scenario_ids(plan);
    auto found = happening(plan, word);
    if (!found) {
        std::vector<Message> hints;
        if (const auto near = nearest(word, ids); !near.empty()) hints.push_back({"app.did_you_mean", {joined(near, ", ")}});
        hints.push_back({"app.all_scenarios", {joined(ids, ", ")}});
        throw Error(ErrorCode::usage, {"app.unknown_scenario", {word}}, {}, std::move(hints));
    }
    // That no role is short of people is an answer.
    if (found->hit.empty() && !found->is_staff)
        throw Error(ErrorCode::usage, {"app.scenario_hits_nothing", {found->id, to_text(found->rule)}});
    return *found;
}

/// Not a word of the glossary: something that has needs of its own, or that something else needs.
bool can_fail(const Graph& graph, const model::RecordView& record) {
    const auto node = graph.index_of(record.id());
    if (node == none) return false;
    if (record.type->field("needs") != nullptr) return true;
    return std::ranges::any_of(graph.nodes, [&](const Node& owner) {
        return std::ranges::any_of(owner.groups, [&](const Group& group) {
            return std::ranges::find(group.alternatives, node, &Alternative::node) != group.alternatives.end();
        });
    });
}

TimePoint point(const Impact& impact, Minutes at, std::optional<Minutes> before) {
    TimePoint out;
    out.at = at;
    for (const auto& course : impact.services) {
        const auto now = course.at(at);
        const auto then = before ? course.at(*before) : Running::normal;
        (now == Running::normal ? out.normal : now == Running::emergency ? out.emergency : out.out) += 1;
        if (now != then)
            (now == Running::normal ? out.back : now == Running::emergency ? out.on_paper : out.stopped).push_back(&course);
        if (course.lapses && *course.lapses <= at && (!before || *course.lapses > *before)) out.lapsed.push_back(&course);
    }
    return out;
}

struct Rounded {
    Minutes number;
    const char* one;
    const char* many;
    const char* of_many; ///< after "ab"
};

Rounded rounded(Minutes minutes, bool up) {
    const auto in = [&](Minutes unit) { return up ? (minutes + unit - 1) / unit : minutes / unit; };
    if (minutes < 2 * minutes_per_hour && minutes % minutes_per_hour != 0) return {minutes, "Minute", "Minuten", "Minuten"};
    if (minutes <= 2 * minutes_per_day) return {in(minutes_per_hour), "Stunde", "Stunden", "Stunden"};
    return {in(minutes_per_day), "Tag", "Tage", "Tagen"};
}

std::string counted(const Rounded& r, bool after = false) {
    return std::to_string(r.number) + " " + (r.number == 1 ? r.one : after ? r.of_many : r.many);
}

/// "Fr 27.11."
std::string day_text(Date date) { return weekday_short(date) + " " + to_german(date).substr(0, 6); }

bool is_whole_day(Due::What what) { return what == Due::What::ask_bank || what == Due::What::legal; }

std::string sheet_of(const model::Plan& plan, std::string_view service) {
    const auto record = model::find(plan, service);
    const auto sheet = record ? record.get("sheet") : model::Value(model::Gap::absent);
    const auto* number = std::get_if<std::string>(&sheet);
    return number ? " (Blatt " + *number + ")" : std::string();
}

} // namespace

std::vector<std::string> words_between_commas(std::string_view text) {
    std::vector<std::string> out;
    for (const auto word : split(text, ',')) {
        if (!trimmed(word).empty()) out.emplace_back(trimmed(word));
    }
    return out;
}

Happening demand_happening(const model::Plan& plan, const std::vector<std::string>& down,
                           const std::optional<std::string>& scenario_id) {
    if (!scenario_id && down.empty())
        throw Error(ErrorCode::usage, {"app.impact_of_what", {}}, {},
                    {{"app.impact_example", {}}, {"app.all_scenarios", {joined(scenario_ids(plan), ", ")}}});
    std::vector<std::string> ids;
    const Graph graph = down.empty() ? Graph{} : graph_of(plan);
    for (const auto& word : down) {
        const auto record = demand_record(plan, word);
        if (!can_fail(graph, record)) throw Error(ErrorCode::usage, {"app.cannot_fail", {record.id(), record.name()}});
        ids.push_back(record.id());
    }
    if (!scenario_id) return outage_of(std::move(ids));
    auto scenario = demand_scenario(plan, *scenario_id);
    return ids.empty() ? scenario : together(std::move(scenario), outage_of(std::move(ids)));
}

ImpactReport impact_report(const model::Plan& plan, const ImpactRequest& request) {
    const auto what = demand_happening(plan, request.down, request.scenario);
    ImpactReport report;
    report.day = request.start ? request.start->date() : request.day;
    report.impact = impact(plan, what, report.day, request.start);
    if (request.start) report.clock = on_the_clock(plan, report.impact, *request.start);
    std::optional<Minutes> before;
    for (const Minutes at : rows) {
        report.points.push_back(point(report.impact, at, before));
        before = at;
    }
    return report;
}

std::string range_text(const Range& range) {
    if (range.low >= never) return "unbekannt";
    const auto low = rounded(range.low, false);
    if (range.high >= never) {
        return range.low == 0 ? std::string("unbekannt") : "ab " + counted(low, true) + ", Ende unbekannt";
    }
    auto high = rounded(range.high, true);
    if (range.low == range.high) return counted(high);
    if (std::string_view(low.many) != high.many) return counted(low) + " bis " + counted(high);
    return low.number == high.number ? counted(high) : std::to_string(low.number) + "–" + counted(high);
}

std::string assumption_text(const ImpactReport& report) {
    if (report.impact.what.is_staff) return to_text(Message{"app.impact_staff", {}});
    return to_text(report.clock ? Message{"app.impact_with_calendars", {}} : Message{"app.impact_round_the_clock", {}});
}

std::string after_text(Minutes minutes) { return minutes == 0 ? "sofort" : "nach " + counted(rounded(minutes, true), true); }

std::string name_in(const model::Plan& plan, std::string_view id) {
    const auto record = model::find(plan, id);
    return record && !record.name().empty() ? record.name() : std::string(id);
}

std::string due_text(const model::Plan& plan, const Due& due) {
    const std::string name = name_in(plan, due.object);
    const std::string payday = due.payday ? day_text(*due.payday) : std::string();
    switch (due.what) {
    case Due::What::start_fallback: return to_text(Message{"app.due_start", {name + sheet_of(plan, due.object)}});
    case Due::What::service_lapses: return to_text(Message{"app.due_lapse", {name + sheet_of(plan, due.object)}});
    case Due::What::fallback_ends: return to_text(Message{"app.due_fallback_ends", {name}});
    case Due::What::battery_ends: return to_text(Message{"app.due_battery", {name}});
    case Due::What::payment: return to_text(Message{"app.due_payment", {name, payday}});
    case Due::What::ask_bank: return to_text(Message{"app.due_ask_bank", {name}});
    case Due::What::report: {
        const auto duty = model::find(plan, due.object);
        const auto condition = duty.get("applies_if");
        const auto* text = std::get_if<std::string>(&condition);
        return text ? to_text(Message{"app.due_report_if", {name, *text}}) : to_text(Message{"app.due_report", {name}});
    }
    case Due::What::legal: break;
    }
    const auto running = std::find_if(plan.deadline_snapshots.begin(), plan.deadline_snapshots.end(),
                                      [&](const auto& one) { return one.id == due.object; });
    if (running == plan.deadline_snapshots.end()) return name;
    const std::string effect = running->effect.value_or(to_text(Message{"app.due_legal_ends", {}}));
    return running->case_no ? to_text(Message{"app.due_legal", {name, *running->case_no, effect}})
                            : to_text(Message{"app.due_legal_bare", {name, effect}});
}

std::vector<DueLine> due_lines(const model::Plan& plan, const std::vector<Due>& list) {
    std::vector<DueLine> out;
    for (std::size_t i = 0; i < list.size();) {
        const auto& due = list[i];
        const std::string when = is_whole_day(due.what) ? day_text(due.latest.date()) : to_short_german(due.latest);
        std::vector<std::string> names;
        const auto first = i;
        for (; i < list.size() && list[i].what == due.what && list[i].latest == due.latest; ++i)
            names.push_back(name_in(plan, list[i].object) +
                            (due.what == Due::What::ask_bank ? "" : sheet_of(plan, list[i].object)));
        const std::string together = joined(names, " · ");
        switch (due.what) {
        case Due::What::start_fallback: out.push_back({when, to_text(Message{"app.due_start", {together}})}); break;
        case Due::What::service_lapses: out.push_back({when, to_text(Message{"app.due_lapse", {together}})}); break;
        case Due::What::ask_bank: out.push_back({when, to_text(Message{"app.due_ask_bank", {together}})}); break;
        case Due::What::battery_ends: out.push_back({when, to_text(Message{"app.due_battery", {together}})}); break;
        default:
            for (auto one = first; one < i; ++one) out.push_back({when, due_text(plan, list[one])});
        }
    }
    return out;
}

std::string on_call_text(const model::Plan& plan, const OnCall& on_call, bool with_end) {
    const std::string roster = name_in(plan, on_call.roster);
    const auto record = model::find(plan, on_call.roster);
    const auto value = record.get("number");
    const auto* number = std::get_if<std::string>(&value);
    const std::string call = number ? ", " + to_german_phone(*number) : std::string();
    if (!on_call.person.empty() && !with_end) return roster + ": " + name_in(plan, on_call.person) + call;
    if (!on_call.person.empty())
        return to_text(Message{
            "app.on_call", {roster, name_in(plan, on_call.person) + call, to_short_german(on_call.until.value_or(Moment{}))}});
    if (on_call.from) return to_text(Message{"app.on_call_nobody_until", {roster + call, to_short_german(*on_call.from)}});
    return to_text(Message{"app.on_call_nobody", {roster + call}});
}

std::string break_text(const model::Plan& plan, const ChainBreak& stop) {
    const std::string cause = stop.lost_by.empty() ? "" : " " + to_text(Message{"app.because_of", {name_in(plan, stop.lost_by)}});
    std::vector<std::string> roles;
    for (const auto& role : stop.not_alarmed) roles.push_back(name_in(plan, role));
    const std::string who = roles.empty() ? std::string() : " " + to_text(Message{"app.not_alarmed", {joined(roles, ", ")}});
    switch (stop.where) {
    case ChainBreak::Where::number: return to_text(Message{"app.break_number", {name_in(plan, stop.path), cause}});
    case ChainBreak::Where::channel: return to_text(Message{"app.break_channel", {stop.stage, cause, who}});
    case ChainBreak::Where::decider: return to_text(Message{"app.break_decider", {stop.stage, cause, who}});
    case ChainBreak::Where::role: break;
    }
    return to_text(Message{"app.break_role", {stop.stage, who}});
}

} // namespace bcmkit::app
