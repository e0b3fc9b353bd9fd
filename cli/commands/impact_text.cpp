// SPDX-License-Identifier: EUPL-1.2
#include "impact_output.hpp"
#include "text_lines.hpp"

#include <bcmkit/analysis/plan_calendars.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <map>
#include <ostream>

namespace bcmkit::cli {

namespace {

using namespace analysis;

constexpr std::size_t most_names = 6;
constexpr std::size_t most_due = 25;
constexpr int resource_width = 44;
constexpr std::size_t most_hits = 8;

class Page {
public:
    Page(Terminal& terminal, const model::Plan& plan, const app::ImpactReport& report, bool all)
        : out_(terminal.out)
        , lines_(terminal)
        , plan_(plan)
        , report_(report)
        , all_(all || !terminal.out_is_terminal) {}

    void write() {
        head();
        if (report_.clock) due();
        timeline();
        unreachable();
        papers();
        resources();
    }

private:
    void line(int indent, std::string_view lead, std::string_view text) { lines_.line(indent, lead, text); }

    std::string name(std::string_view id) const { return app::name_in(plan_, id); }

    std::string when(Minutes after) const {
        return report_.clock ? to_short_german(report_.clock->start.plus(after)) : app::after_text(after);
    }

    void head() {
        const auto& what = report_.impact.what;
        line(0, "", to_text(what.name));
        line(0, "", to_text(what.rule));
        std::vector<std::string> hit;
        for (const auto* list : {&what.hit, &what.also_hit})
            for (const auto& id : *list) hit.push_back(name(id));
        if (hit.size() > most_hits) {
            const auto more = hit.size() - most_hits;
            hit.resize(most_hits);
            hit.push_back("… und " + std::to_string(more) + " weitere");
        }
        line(0, "", hit.empty() ? "Getroffen ist danach nichts." : joined(hit, " · "));
        if (what.is_external)
            line(0, "",
                 what.lasts ? "Dauert " + app::range_text({*what.lasts, *what.lasts}) + ", dann ist es von selbst wieder da."
                            : "Wie lange es dauert, ist nicht erfasst: gerechnet wird ohne Ende.");
        if (!what.suspect.empty())
            line(0, "", "Keine sichere Sicherung: " + names_of(what.suspect) + ". Wie lange die Rückkehr dauert, ist unbekannt.");
        line(0, "", "Gerechnet: " + app::assumption_text(report_));
    }

    std::string names_of(const std::vector<std::string>& ids) const {
        std::vector<std::string> out;
        for (const auto& id : ids) out.push_back(name(id));
        return joined(out, ", ");
    }

    void due() {
        const auto& clock = *report_.clock;
        out_ << "\n";
        line(0, "",
             "Beginn " + to_german(clock.start) + (clock.is_open ? ", das Büro ist offen." : ", das Büro ist zu.") +
                 (clock.has_own_hours ? "" : " Bürozeit nicht erfasst, angenommen: Mo–Do 8–16, Fr 8–12 Uhr."));
        for (const auto date : clock.holidays)
            line(0, "",
                 "Feiertag: " + weekday_short(date) + " " + to_german(date) + ", " +
                     std::string(holiday_name(date, land_of(plan_))));
        for (const auto& on_call : clock.on_call) line(0, "", app::on_call_text(plan_, on_call));
        out_ << "\n";
        const auto list = app::due_lines(plan_, due_before_opening(clock));
        line(0, "",
             "Bis " + weekday_name(clock.opens.date()) + " " + cli_clock(clock.opens) + " Uhr fällig (und was bis " +
                 cli_clock(clock.opens.plus(too_late_after_opening)) + " Uhr nicht mehr zu schaffen wäre)");
        if (list.empty()) line(2, "", "nichts");
        const auto count = all_ ? list.size() : std::min(list.size(), most_due);
        for (std::size_t i = 0; i < count; ++i) line(2, padded(list[i].when, 17), list[i].text);
        if (count < list.size()) line(2, "", "… und " + std::to_string(list.size() - count) + " weitere: --alle");
        if (!clock.unread_paydays.empty()) line(2, "", "Zahltag nicht als Datum lesbar: " + names_of(clock.unread_paydays));
    }

    static std::string cli_clock(Moment moment) {
        const auto minute = moment.minute_of_day();
        return minute % 60 == 0 ? std::to_string(minute / 60) : clock(minute);
    }

    void names(std::string_view lead, const std::vector<const ServiceCourse*>& list, bool with_end, bool with_limit) {
        if (list.empty()) return;
        std::vector<std::string> out;
        const auto count = all_ ? list.size() : std::min(list.size(), most_names);
        for (std::size_t i = 0; i < count; ++i) {
            std::string text = name(list[i]->id);
            if (with_end) text += paper_end(*list[i]);
            if (with_limit)
                text += std::string(" (") + (list[i]->lapses_for_sure ? "" : "vielleicht ") + when(*list[i]->lapses) + ")";
            out.push_back(std::move(text));
        }
        if (count < list.size()) out.push_back("… und " + std::to_string(list.size() - count) + " weitere: --alle");
        line(4, padded(lead, 16), joined(out, " · "));
    }

    /// " (bis Mi 02.12. 19:40)": until when the paper lasts.
    std::string paper_end(const ServiceCourse& course) const {
        for (std::size_t i = 1; i < course.stretches.size(); ++i) {
            if (course.stretches[i - 1].how == Running::emergency && course.stretches[i].how == Running::out)
                return " (bis " + when(course.stretches[i].from) + ")";
        }
        return {};
    }

    void timeline() {
        out_ << "\n";
        line(0, padded("Leistungen", report_.clock ? 34 : 18), "läuft   Notbetrieb   steht");
        for (const auto& point : report_.points) {
            const std::string lead = app::after_text(point.at);
            line(0, padded(padded(lead, 18) + (report_.clock ? when(point.at) : std::string()), report_.clock ? 34 : 18),
                 number(point.normal, 5) + number(point.emergency, 13) + number(point.out, 8));
            names("steht:", point.stopped, false, false);
            names("Notbetrieb:", point.on_paper, true, false);
            names("wieder normal:", point.back, false, false);
            names("Frist gerissen:", point.lapsed, false, true);
        }
    }

    static std::string number(int value, std::size_t width) {
        const auto text = std::to_string(value);
        return std::string(width - std::min(width, text.size()), ' ') + text;
    }

    void unreachable() {
        out_ << "\n";
        const auto& reach = report_.impact.reach;
        std::vector<std::string> gone;
        int one_way = 0;
        for (const auto& role : reach.roles) {
            if (!role.is_reachable()) gone.push_back(name(role.role));
            one_way += role.channels_left() == 1 ? 1 : 0;
        }
        if (reach.roles.empty()) return;
        if (report_.impact.what.is_staff) {
            line(0, "", to_text(Message{"app.reach_unknown", {}}));
            return;
        }
        if (reach.numbers == Numbers::lost) line(0, "", "Alle erfassten Nummernlisten liegen auf dem Ausgefallenen.");
        if (gone.empty())
            line(0, "",
                 "Alle Rollen sind noch erreichbar" +
                     (one_way > 0 ? ", " + std::to_string(one_way) + " davon nur noch auf einem Weg." : std::string(".")));
        else
            line(0, "Nicht erreichbar: ", joined(gone, ", "));
        for (const auto& stop : reach.breaks) line(0, "Alarmierung:      ", app::break_text(plan_, stop));
    }

    void papers() {
        for (const auto& paper : report_.impact.reach.papers) {
            std::string text = name(paper.id);
            if (paper.lost_by != paper.id) text += " (wegen " + name(paper.lost_by) + ")";
            if (!paper.needed_by.empty()) text += ". Gebraucht für: " + names_of(paper.needed_by);
            line(0, "Unerreichbar:     ", text);
        }
    }

    void resources() {
        std::vector<const ResourceCourse*> list;
        std::vector<std::string> gone;
        for (const auto& course : report_.impact.resources) {
            if (course.back.low >= never)
                gone.push_back(course.id);
            else
                list.push_back(&course);
        }
        if (list.empty() && gone.empty()) return;
        std::stable_sort(list.begin(), list.end(), [](const auto* a, const auto* b) { return a->back.low < b->back.low; });
        out_ << "\n";
        line(0, "", "Wieder da (ab Beginn)");
        const std::size_t count = all_ ? list.size() : std::min<std::size_t>(list.size(), 15);
        for (std::size_t i = 0; i < count; ++i) {
            std::string text = app::range_text(list[i]->back);
            if (!list[i]->is_hit && list[i]->from > 0) text += ", fällt erst " + when(list[i]->from) + " aus";
            std::string lead = name(list[i]->id) + (list[i]->is_tested ? "" : " *");
            if (terminal_width(lead) > resource_width) {
                line(2, "", lead);
                lead.clear();
            }
            line(2, padded(lead, resource_width) + " ", text);
        }
        if (count < list.size()) line(2, "", "… und " + std::to_string(list.size() - count) + " weitere: --alle");
        if (std::ranges::any_of(list, [](const auto* one) { return !one->is_tested; }))
            line(2, "", to_text(Message{"app.impact_untested", {}}));
        if (gone.empty()) return;
        line(2, "", "Gar nicht, nichts Erfasstes führt zurück:");
        line(4, "", names_of(gone));
    }

    std::ostream& out_;
    TextLines lines_;
    const model::Plan& plan_;
    const app::ImpactReport& report_;
    bool all_;
};

} // namespace

void write_impact(Terminal& terminal, const model::Plan& plan, const app::ImpactReport& report, bool all) {
    Page(terminal, plan, report, all).write();
}

} // namespace bcmkit::cli
