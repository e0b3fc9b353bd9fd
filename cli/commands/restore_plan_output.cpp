// SPDX-License-Identifier: EUPL-1.2
#include "restore_plan_output.hpp"
#include "text_lines.hpp"

#include <bcmkit/app/impact.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

using namespace analysis;
using Json = nlohmann::ordered_json;

constexpr std::size_t most_slots = 5;
constexpr std::size_t most_names = 4;
constexpr int who_width = 7;
constexpr int name_width = 32;
constexpr int time_width = 18;

class Page {
public:
    Page(Terminal& terminal, const model::Plan& plan, const app::RecoveryReport& report, const app::RestorePlan& work, bool all)
        : lines_(terminal)
        , plan_(plan)
        , report_(report)
        , work_(work)
        , all_(all) {}

    void write() {
        if (report_.order.steps.empty()) return;
        const int count = work_.crews.at_once;
        lines_.line(0, "",
                    "Zeitplan, wenn " + (count == 1 ? std::string("nur einer") : std::to_string(count) + " gleichzeitig") +
                        (count == 1 ? " daran arbeitet" : " daran arbeiten"));
        where_from();
        slots();
        late();
    }

private:
    const OrderStep& step_of(const Slot& slot) const { return report_.order.steps[static_cast<std::size_t>(slot.step)]; }

    void where_from() {
        std::string text;
        switch (work_.crews.from) {
        case app::Crews::From::asked: text = "Die Zahl haben Sie angegeben."; break;
        case app::Crews::From::plan: {
            std::vector<std::string> names;
            for (const auto& id : work_.crews.teams) names.push_back(app::name_in(plan_, id));
            text = "Die Zahl steht im Plan: " + joined(names, ", ") + ". Anders rechnen: --teams N.";
            break;
        }
        case app::Crews::From::assumed:
            text = "Der Plan nennt bei keinem eigenen Team, wie viele gleichzeitig arbeiten. Anders rechnen: --teams N.";
            break;
        }
        lines_.line(2, "", text + " Wer was kann und wer wann Dienst hat, rechnet bcmkit hier nicht mit.");
    }

    void slots() {
        lines_.line(2, padded("Wer", who_width) + padded("Baustein", name_width) + padded("Arbeit ab", time_width), "läuft");
        std::size_t shown = 0, hidden = 0;
        bool has_others = false;
        for (const auto& slot : work_.schedule.slots) {
            if (slot.back >= never || step_of(slot).work == 0) continue;
            if (!all_ && shown >= most_slots) {
                ++hidden;
                continue;
            }
            ++shown;
            const auto node = report_.states.node[static_cast<std::size_t>(step_of(slot).vertex)];
            const bool by_others = work_.by_others[static_cast<std::size_t>(node)];
            has_others = has_others || by_others;
            const std::string who = by_others ? "fremd" : std::to_string(slot.team);
            std::string lead = padded(who, who_width);
            const std::string what = app::step_name(plan_, report_, step_of(slot));
            if (terminal_width(what) >= name_width) {
                lines_.line(2, lead, what);
                lead = padded("", who_width + name_width);
            } else {
                lead += padded(what, name_width);
            }
            lines_.line(2, lead + padded(app::minute_text(report_, slot.begin), time_width),
                        app::minute_text(report_, slot.back));
        }
        if (hidden > 0) lines_.line(2, "", "… und " + std::to_string(hidden) + " weitere: --alle");
        if (has_others) lines_.line(2, "", "fremd: Das stellen Dienstleister wieder her, oder es kommt von selbst.");
        if (shown == 0) lines_.line(2, "", "Zu keinem Baustein ist eine Dauer erfasst. Erfassen: recipes, duration.");
    }

    /// Names of the late targets, each service once.
    std::vector<std::string> names(bool only_staff) const {
        std::vector<std::string> out;
        for (const auto& late : work_.schedule.late) {
            if (only_staff && !late.is_staff) continue;
            const auto& target = report_.targets[static_cast<std::size_t>(late.target)];
            auto name = app::name_in(plan_, report_.graph.nodes[static_cast<std::size_t>(target.node)].id);
            if (std::ranges::find(out, name) == out.end()) out.push_back(std::move(name));
        }
        return out;
    }

    std::string shortened(std::vector<std::string> words) const {
        const std::size_t count = words.size();
        if (!all_ && count > most_names) {
            words.resize(most_names);
            words.push_back("… und " + std::to_string(count - most_names) + " weitere: --alle");
        }
        return joined(words, ", ");
    }

    static std::string counted(std::size_t count) { return std::to_string(count) + (count == 1 ? " Leistung" : " Leistungen"); }

    void late() {
        const auto staff = names(true), all = names(false);
        if (all.empty()) {
            lines_.line(2, "", "So kommt jede Leistung, die überhaupt zurückkommt, rechtzeitig, auch ohne Notbetrieb.");
            return;
        }
        const bool one = all.size() == 1;
        lines_.line(2, "", counted(all.size()) + (one ? " kommt" : " kommen") + " so zu spät, wenn kein Notbetrieb trägt.");
        if (staff.empty())
            lines_.line(2, "",
                        std::string("Mehr Leute ändern daran nichts: Auch mit genug Leuten ") + (one ? "käme sie" : "kämen sie") +
                            " zu spät.");
        else
            lines_.line(2, "Nur weil Leute fehlen: ", shortened(staff));
        if (work_.schedule.latest_by > 0 && work_.schedule.is_best())
            lines_.line(2, "", "Eine bessere Reihenfolge gibt es nicht.");
    }

    TextLines lines_;
    const model::Plan& plan_;
    const app::RecoveryReport& report_;
    const app::RestorePlan& work_;
    bool all_;
};

std::string_view code(app::Crews::From from) {
    switch (from) {
    case app::Crews::From::asked: return "asked";
    case app::Crews::From::plan: return "plan";
    case app::Crews::From::assumed: break;
    }
    return "assumed";
}

Json minutes(Minutes value) { return value >= never ? Json(nullptr) : Json(value); }

} // namespace

void write_restore_plan(Terminal& terminal, const model::Plan& plan, const app::RecoveryReport& report,
                        const app::RestorePlan& work, bool all) {
    Page(terminal, plan, report, work, all).write();
}

Json to_json(const app::RecoveryReport& report, const app::RestorePlan& work) {
    const auto& schedule = work.schedule;
    const auto id = [&](Index node) { return report.graph.nodes[static_cast<std::size_t>(node)].id; };
    auto slots = Json::array(), late = Json::array();
    for (const auto& slot : schedule.slots) {
        const auto vertex = report.order.steps[static_cast<std::size_t>(slot.step)].vertex;
        const auto node = report.states.node[static_cast<std::size_t>(vertex)];
        slots.push_back({{"nr", slot.step + 1},
                         {"id", id(node)},
                         {"team", slot.team > 0 ? Json(slot.team) : Json(nullptr)},
                         {"by_others", bool(work.by_others[static_cast<std::size_t>(node)])},
                         {"begin", minutes(slot.begin)},
                         {"done", minutes(slot.done)},
                         {"back", minutes(slot.back)}});
    }
    for (const auto& one : schedule.late) {
        const auto& target = report.targets[static_cast<std::size_t>(one.target)];
        late.push_back({{"id", id(target.node)},
                        {"level", target.level == Level::normal ? "normal" : "emergency"},
                        {"late", one.by},
                        {"only_staff_is_missing", one.is_staff}});
    }
    return {{"teams", work.crews.at_once},
            {"teams_from", code(work.crews.from)},
            {"teams_of", work.crews.teams},
            {"slots", slots},
            {"late", late},
            {"latest_by", minutes(schedule.latest_by)},
            {"at_least", minutes(schedule.at_least)},
            {"is_best", schedule.is_best()}};
}

} // namespace bcmkit::cli
