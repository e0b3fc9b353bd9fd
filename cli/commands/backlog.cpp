// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

#include <bcmkit/app/backlog.hpp>
#include <bcmkit/app/data.hpp>
#include <bcmkit/base/text.hpp>

#include <nlohmann/json.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
    return grouped(number) + " " + std::string(number == 1 ? one : many);
}

/// Working days, and what that is on a calendar: five days a week, 21 a month.
std::string working_days(int days) {
    std::string out = counted(days, "Arbeitstag", "Arbeitstage");
    if (days >= 42) return out + ", rund " + counted((days + 10) / 21, "Monat", "Monate");
    if (days >= 10) return out + ", rund " + counted((days + 2) / 5, "Woche", "Wochen");
    return out;
}

class Backlog final : public Command {
    void declare(Options& options) override {
        options.argument("ID", id_, "eine Leistung, zum Beispiel SVC-034");
        options.number("--days,--tage", days_, "N", "wie viele Arbeitstage der Ausfall dauert; ohne Angabe 20");
        options.flag("--json", json_, "für Maschinen");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto plan = app::load_plan(context.plan_file(terminal));
        const auto report = app::backlog_report(plan, id_, days_.value_or(usual_days), context.date(terminal, plan));
        if (json_)
            write_json(terminal, report);
        else
            write_text(terminal, report);
        return Exit::done;
    }

    static void write_text(Terminal& terminal, const app::BacklogReport& report) {
        const auto& in = report.input;
        const auto& out = report.result;
        auto& text = terminal.out;
        text << report.service->name << " (" << report.service->id << "): Rückstand nach "
             << counted(in.days, "Arbeitstag", "Arbeitstagen") << " Ausfall\n";
        text << "Je Tag: " << counted(in.arrivals, "Eingang", "Eingänge") << ", " << grouped(in.capacity)
             << " erledigt; im Notbetrieb " << in.emergency << " Prozent davon; danach " << in.overtime
             << " Prozent Mehrarbeit\n\n";
        text << "Am Tag der Rückkehr:     " << counted(out.waiting, "Fall wartet", "Fälle warten") << ", "
             << counted(out.on_paper, "Fall", "Fälle") << " vom Papier nachzuerfassen\n";
        if (out.catch_up)
            text << "Abgearbeitet nach:       " << working_days(*out.catch_up) << "\n";
        else if (out.short_by > 0)
            text << "Abgearbeitet:            nie – schon für die laufenden Eingänge fehlen "
                 << counted(out.short_by, "Fall", "Fälle") << " je Tag\n";
        else
            text << "Abgearbeitet:            nie – es bleibt keine Zeit neben den laufenden Eingängen\n";
        if (report.extra_hours) text << "Zusätzliche Arbeit:      " << counted(*report.extra_hours, "Stunde", "Stunden") << "\n";
        write_levers(text, report);
        write_limit(text, report);
        for (const auto* running : report.running)
            text << "  " << to_german(*running->due) << "  " << running->name << ", Az. "
                 << running->case_no.value_or(running->id) << ": " << running->effect.value_or("läuft ab") << "\n";
        if (!report.assumed.empty()) text << "\nNicht erfasst und mit 0 gerechnet: " << joined(report.assumed, ", ") << "\n";
    }

    static void write_levers(std::ostream& text, const app::BacklogReport& report) {
        const auto days = [](const std::optional<int>& value) { return value ? working_days(*value) : std::string("nie"); };
        text << "  bei halbem Ausfall:    " << days(report.half_outage) << "\n";
        text << "  mit 10 Prozent mehr Leuten: " << days(report.more_capacity) << "\n";
    }

    static void write_limit(std::ostream& text, const app::BacklogReport& report) {
        const auto& out = report.result;
        if (!report.rule) {
            text << "\nFrist:                   keine mit lesbarer Dauer erfasst\n";
            return;
        }
        text << "\nFrist " << report.rule->name << ": " << report.rule->length.value_or("") << " (gerechnet als "
             << counted(*report.input.limit, "Arbeitstag", "Arbeitstage") << ")\n";
        if (out.late_in_order == 0 && !out.first_late) {
            text << "  Kein Fall wird zu spät.\n";
        } else {
            if (out.first_late) text << "  Der erste Fall ist am " << *out.first_late << ". Tag zu spät";
            if (out.first_late && report.rule->effect_text) text << ": " << *report.rule->effect_text;
            if (out.first_late) text << "\n";
            const auto late = [](const std::optional<std::int64_t>& cases) {
                return cases ? counted(*cases, "Fall", "Fälle") : std::string("immer mehr, weil der Rückstand nie endet");
            };
            text << "  Zu spät, der Reihe nach:      " << late(out.late_in_order) << "\n";
            text << "  Zu spät, Neufälle sofort:     " << late(out.late_new_first) << "\n";
        }
        if (!report.running.empty()) text << "\nLaufende Fristen, die in dieser Zeit enden:\n";
    }

    static void write_json(Terminal& terminal, const app::BacklogReport& report) {
        using Json = nlohmann::ordered_json;
        const auto number = [](const auto& value) { return value ? Json(*value) : Json(nullptr); };
        auto running = Json::array();
        for (const auto* one : report.running) running.push_back({{"id", one->id}, {"due", to_iso(*one->due)}});
        const auto& in = report.input;
        const auto& out = report.result;
        const Json json{{"service", report.service->id},
                        {"days", in.days},
                        {"arrivals", in.arrivals},
                        {"capacity", in.capacity},
                        {"overtime", in.overtime},
                        {"emergency_capacity", in.emergency},
                        {"reentry_effort", in.reentry},
                        {"waiting", out.waiting},
                        {"on_paper", out.on_paper},
                        {"catch_up", number(out.catch_up)},
                        {"short_by", out.short_by},
                        {"catch_up_half_outage", number(report.half_outage)},
                        {"catch_up_more_capacity", number(report.more_capacity)},
                        {"extra_hours", number(report.extra_hours)},
                        {"limit", number(in.limit)},
                        {"rule", report.rule ? Json(report.rule->id) : Json(nullptr)},
                        {"first_late", number(out.first_late)},
                        {"late_in_order", number(out.late_in_order)},
                        {"late_new_first", number(out.late_new_first)},
                        {"running", std::move(running)},
                        {"assumed", report.assumed}};
        terminal.out << json.dump(2) << "\n";
    }

    static constexpr int usual_days = 20;

    std::string id_;
    std::optional<int> days_;
    bool json_ = false;
};

} // namespace

std::unique_ptr<Command> make_backlog() { return std::make_unique<Backlog>(); }

} // namespace bcmkit::cli
