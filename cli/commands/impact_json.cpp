// SPDX-License-Identifier: EUPL-1.2
#include "impact_output.hpp"

#include <nlohmann/json.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

using namespace analysis;
using Json = nlohmann::ordered_json;

/// Minutes; null where it does not come back or nobody knows.
Json minutes(Minutes value) { return value >= never ? Json(nullptr) : Json(value); }
Json minutes(const std::optional<Minutes>& value) { return value ? minutes(*value) : Json(nullptr); }
Json range(const Range& value) { return {{"low", minutes(value.low)}, {"high", minutes(value.high)}}; }

const char* word(Running how) { return how == Running::normal ? "normal" : how == Running::emergency ? "emergency" : "out"; }

const char* word(Due::What what) {
    switch (what) {
    case Due::What::start_fallback: return "start_fallback";
    case Due::What::service_lapses: return "service_lapses";
    case Due::What::fallback_ends: return "fallback_ends";
    case Due::What::battery_ends: return "battery_ends";
    case Due::What::payment: return "payment";
    case Due::What::ask_bank: return "ask_bank";
    case Due::What::legal: return "legal";
    case Due::What::report: break;
    }
    return "report";
}

const char* word(ChainBreak::Where where) {
    switch (where) {
    case ChainBreak::Where::number: return "number";
    case ChainBreak::Where::channel: return "channel";
    case ChainBreak::Where::decider: return "decider";
    case ChainBreak::Where::role: break;
    }
    return "role";
}

Json ids_of(const std::vector<const ServiceCourse*>& list) {
    auto out = Json::array();
    for (const auto* course : list) out.push_back(course->id);
    return out;
}

Json service(const model::Plan& plan, const ServiceCourse& course) {
    auto stretches = Json::array();
    for (const auto& stretch : course.stretches)
        stretches.push_back({{"from", stretch.from}, {"state", word(stretch.how)}, {"by", stretch.by}});
    return {{"id", course.id},
            {"name", app::name_in(plan, course.id)},
            {"priority", course.priority ? Json(std::string(1, course.priority)) : Json(nullptr)},
            {"mtpd", minutes(course.mtpd)},
            {"stretches", std::move(stretches)},
            {"normal_again", range(course.back)},
            {"lapses", minutes(course.lapses)},
            {"lapses_for_sure", course.lapses_for_sure}};
}

Json due_list(const model::Plan& plan, const std::vector<Due>& list) {
    auto out = Json::array();
    for (const auto& due : list) {
        Json row{
            {"latest", to_iso(due.latest)}, {"what", word(due.what)}, {"object", due.object}, {"text", app::due_text(plan, due)}};
        if (due.payday) row["payday"] = to_iso(*due.payday);
        out.push_back(std::move(row));
    }
    return out;
}

Json clock(const model::Plan& plan, const ImpactClock& clock) {
    auto on_call = Json::array();
    for (const auto& one : clock.on_call)
        on_call.push_back({{"roster", one.roster},
                           {"person", one.person.empty() ? Json(nullptr) : Json(one.person)},
                           {"until", one.until ? Json(to_iso(*one.until)) : Json(nullptr)}});
    return {{"start", to_iso(clock.start)},     {"opens", to_iso(clock.opens)},
            {"is_open", clock.is_open},         {"due_before_opening", due_list(plan, due_before_opening(clock))},
            {"due", due_list(plan, clock.due)}, {"on_call", std::move(on_call)}};
}

Json reach(const Reach& reach) {
    auto roles = Json::array(), breaks = Json::array(), papers = Json::array();
    for (const auto& role : reach.roles)
        roles.push_back({{"id", role.role}, {"reachable", role.is_reachable()}, {"ways_left", role.channels_left()}});
    for (const auto& stop : reach.breaks)
        breaks.push_back({{"where", word(stop.where)},
                          {"path", stop.path},
                          {"stage", stop.stage},
                          {"lost_by", stop.lost_by},
                          {"not_alarmed", stop.not_alarmed}});
    for (const auto& paper : reach.papers)
        papers.push_back({{"id", paper.id}, {"lost_by", paper.lost_by}, {"needed_by", paper.needed_by}});
    return {{"roles", std::move(roles)}, {"breaks", std::move(breaks)}, {"papers", std::move(papers)}};
}

} // namespace

void write_impact_json(Terminal& terminal, const model::Plan& plan, const app::ImpactReport& report) {
    const auto& what = report.impact.what;
    auto hit = what.hit;
    hit.insert(hit.end(), what.also_hit.begin(), what.also_hit.end());
    Json out{{"scenario", what.id},
             {"name", to_text(what.name)},
             {"hit", hit},
             {"suspect", what.suspect},
             {"lasts", what.is_external ? minutes(what.lasts.value_or(never)) : Json(nullptr)}};
    out["clock"] = report.clock ? clock(plan, *report.clock) : Json(nullptr);
    out["timeline"] = Json::array();
    for (const auto& point : report.points)
        out["timeline"].push_back({{"at", point.at},
                                   {"normal", point.normal},
                                   {"emergency", point.emergency},
                                   {"out", point.out},
                                   {"stopped", ids_of(point.stopped)},
                                   {"on_paper", ids_of(point.on_paper)},
                                   {"back", ids_of(point.back)},
                                   {"lapsed", ids_of(point.lapsed)}});
    out["services"] = Json::array();
    for (const auto& course : report.impact.services) out["services"].push_back(service(plan, course));
    out["resources"] = Json::array();
    for (const auto& course : report.impact.resources)
        out["resources"].push_back({{"id", course.id},
                                    {"hit", course.is_hit},
                                    {"from", course.from},
                                    {"again", range(course.back)},
                                    {"tested", course.is_tested}});
    out["reach"] = reach(report.impact.reach);
    terminal.out << out.dump(2) << "\n";
}

} // namespace bcmkit::cli
