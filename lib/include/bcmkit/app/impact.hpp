// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/impact_clock.hpp>
#include <bcmkit/app/print.hpp>

#include <optional>
#include <string>
#include <vector>

/// What stands still at which hour when something fails.
namespace bcmkit::app {

struct ImpactRequest {
    std::vector<std::string> down;       ///< ids, or names
    std::optional<std::string> scenario; ///< of analysis::standard_scenarios, or of the plan
    std::optional<Moment> start;         ///< then times are read from the wall clock too
    Date day;                            ///< for classes and roles, where there is no start
};

/// A row of the timeline, and what happened since the row before.
struct TimePoint {
    Minutes at = 0;
    int normal = 0, emergency = 0, out = 0;              ///< services
    std::vector<const analysis::ServiceCourse*> stopped, ///< stand still now, and did not at the row before
        on_paper,                                        ///< in Notbetrieb now, and were not at the row before
        back,                                            ///< in Normalbetrieb now, and were not at the row before
        lapsed;                                          ///< stood still for longer than allowed since the row before
};

struct ImpactReport {
    analysis::Impact impact;
    std::optional<analysis::ImpactClock> clock;
    std::vector<TimePoint> points; ///< 0, 4 h, 24 h, 72 h, 7 d, 30 d; point into `impact`
    Date day;

    ImpactReport() = default;
    ImpactReport(const ImpactReport&) = delete;
    ImpactReport& operator=(const ImpactReport&) = delete;
    ImpactReport(ImpactReport&&) = default;
    ImpactReport& operator=(ImpactReport&&) = default;
};

/// "INF-004, NET-RZ" as people type it.
std::vector<std::string> words_between_commas(std::string_view text);

/// What people name: a scenario, records by id or name, or both. Throws Error{usage}: neither of them, an unknown one (with all
/// scenarios), or a scenario that hits nothing in this plan.
analysis::Happening demand_happening(const model::Plan& plan, const std::vector<std::string>& down,
                                     const std::optional<std::string>& scenario);

/// Throws as demand_happening does.
ImpactReport impact_report(const model::Plan& plan, const ImpactRequest& request);

// Words for screen and paper.
/// "2–5 Tage", "ab 2 Tagen, Ende unbekannt", "unbekannt"; the low end is rounded down, the high end up.
std::string range_text(const analysis::Range& range);
/// What was taken for granted: hours of work, people, what nobody knows.
std::string assumption_text(const ImpactReport& report);
/// "sofort", "nach 4 Stunden", "nach 7 Tagen".
std::string after_text(Minutes minutes);
/// "Notbetrieb muss laufen: Inobhutnahme-Bereitschaft (Blatt 5.03)".
std::string due_text(const model::Plan& plan, const analysis::Due& due);
/// A list of them as it stands on screen and paper: what is the same at the same time is one line.
struct DueLine {
    std::string when; ///< "Mo 30.11. 11:00", "Fr 04.12." where the whole day is left
    std::string text;
};
std::vector<DueLine> due_lines(const model::Plan& plan, const std::vector<analysis::Due>& list);
/// "Bereitschaft Jugendamt: Eva Muster, 0171 39200-51, bis Mo 30.11. 08:00"; short: without the end.
std::string on_call_text(const model::Plan& plan, const analysis::OnCall& on_call, bool with_end = true);
/// Where an alarm path stops.
std::string break_text(const model::Plan& plan, const analysis::ChainBreak& stop);
/// Name of a record; its id where there is none.
std::string name_in(const model::Plan& plan, std::string_view id);

/// The impact on one page of A4, to be handed to the crisis staff. Template `_ausfall.md`.
PrintResult print_impact(const model::Plan& plan, const ImpactReport& report,
                         const std::optional<std::filesystem::path>& template_folder);

} // namespace bcmkit::app
