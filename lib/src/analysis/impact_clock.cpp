// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/impact_clock.hpp>

#include <bcmkit/analysis/paydays.hpp>
#include <bcmkit/analysis/plan_calendars.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace bcmkit::analysis {

namespace {

using model::items;

/// A payment whose file was due before the event is worth a question to the bank for so long.
constexpr std::int64_t days_to_ask = 7;
/// Bank days that are looked ahead for a payday: more than any lead.
constexpr std::int64_t days_ahead = 45;

WorkCalendar office_hours(const model::Plan& plan, bool& has_own) {
    for (const auto& calendar : plan.calendars) {
        const auto hours = work_calendar(calendar, land_of(plan));
        if (!hours || hours->is_around_the_clock()) continue;
        has_own = true;
        return *hours;
    }
    has_own = false;
    return WorkCalendar::office(land_of(plan));
}

class Clockwork {
public:
    Clockwork(const model::Plan& plan, const Impact& impact, Moment start)
        : plan_(plan)
        , impact_(impact)
        , land_(land_of(plan))
        , cutoff_(bank_cutoff(plan)) {
        const auto hours = office_hours(plan, out_.has_own_hours);
        out_.start = start;
        out_.is_open = hours.is_open(start);
        out_.opens = out_.is_open ? hours.next_opening(start) : hours.next_open(start);
    }

    ImpactClock run() {
        for (int day = 0; day < 7; ++day) {
            const Date date = out_.start.date().plus_days(day);
            if (!holiday_name(date, land_).empty()) out_.holidays.push_back(date);
        }
        for (const auto& course : impact_.services) add_service(course);
        for (const auto& course : impact_.resources) {
            if (!course.is_hit && course.from > 0) add(Due::What::battery_ends, course.from, course.id);
        }
        for (const auto& service : plan_.services) add_payments(service);
        for (const auto& running : plan_.deadline_snapshots) add_legal(running);
        if (!impact_.what.is_external || impact_.what.id == "dienstleister") add_reports();
        for (const auto& roster : plan_.on_call_rosters) out_.on_call.push_back(on_call(roster));
        std::stable_sort(out_.due.begin(), out_.due.end(), [](const Due& a, const Due& b) {
            return std::tie(a.latest, a.what, a.object) < std::tie(b.latest, b.what, b.object);
        });
        return std::move(out_);
    }

private:
    void add(Due::What what, Minutes after, const std::string& object, const std::string& by = {}) {
        out_.due.push_back({what, out_.start.plus(after), object, by, std::nullopt});
    }

    void add_service(const ServiceCourse& course) {
        bool started = false;
        for (std::size_t i = 0; i < course.stretches.size(); ++i) {
            const auto& stretch = course.stretches[i];
            const bool gives_out = i > 0 && stretch.how == Running::out && course.stretches[i - 1].how == Running::emergency;
            if (gives_out) add(Due::What::fallback_ends, stretch.from, course.id, course.stretches[i - 1].by);
            if (started || stretch.how != Running::emergency || !course.mtpd) continue;
            started = true;
            const Minutes down = i > 0 ? course.stretches[i - 1].from : stretch.from;
            const bool was_out = i > 0 && course.stretches[i - 1].how == Running::out;
            const Minutes latest = (was_out ? down : stretch.from) + *course.mtpd;
            // Paper that comes too late: the limit that breaks is the one line about it.
            const bool is_too_late = course.lapses && *course.lapses <= latest;
            if (!is_too_late) add(Due::What::start_fallback, latest, course.id, stretch.by);
        }
        if (course.lapses) add(Due::What::service_lapses, *course.lapses, course.id);
    }

    void add_payments(const model::Service& service) {
        if (!service.pays_out.value_or(false)) return;
        const auto course = std::find_if(impact_.services.begin(), impact_.services.end(),
                                         [&](const ServiceCourse& c) { return c.id == service.id; });
        if (course == impact_.services.end() || !course->is_affected()) return;
        std::set<Date> seen;
        const auto lead = static_cast<int>(service.bank_lead_days.value_or(0));
        if (service.payment_day) {
            if (!is_rhythm(*service.payment_day)) out_.unread_paydays.push_back(service.id);
            add_paydays(service.id, *service.payment_day, lead, seen);
        }
        for (const auto& reference : items(service.deadlines)) {
            const auto rule = std::find_if(plan_.deadline_rules.begin(), plan_.deadline_rules.end(),
                                           [&](const auto& r) { return r.id == reference.id; });
            if (rule == plan_.deadline_rules.end() || rule->effect.value_or("") != "payment") continue;
            for (const auto& text : items(rule->recurring))
                add_paydays(service.id, text, static_cast<int>(rule->bank_lead_days.value_or(lead)), seen);
        }
    }

    void add_paydays(const std::string& service, std::string_view rhythm, int lead, std::set<Date>& seen) {
        const Date today = out_.start.date();
        for (const Date payday : days_of_rhythm(rhythm, today, today.plus_days(days_ahead), land_)) {
            if (!seen.insert(payday).second) continue;
            const Moment latest = Moment::of(bank_days_before(payday, lead), cutoff_.value_or(minutes_per_day - 1));
            if (latest >= out_.start)
                out_.due.push_back({Due::What::payment, latest, service, {}, payday});
            else if (payday > today && payday <= today.plus_days(days_to_ask))
                out_.due.push_back({Due::What::ask_bank, Moment::of(payday), service, {}, payday});
        }
    }

    void add_legal(const model::DeadlineSnapshot& running) {
        if (!running.due || *running.due < out_.start.date()) return;
        const auto course = std::find_if(impact_.services.begin(), impact_.services.end(),
                                         [&](const ServiceCourse& c) { return running.service && c.id == running.service->id; });
        const Moment end = Moment::of(running.due->plus_days(1));
        if (course == impact_.services.end() || end > out_.start.plus(impact_horizon)) return;
        const bool handled = course->at(std::min(impact_horizon, end.minute - out_.start.minute - 1)) == Running::normal;
        if (!handled) out_.due.push_back({Due::What::legal, Moment::of(*running.due, minutes_per_day - 1), running.id, {}, {}});
    }

    void add_reports() {
        for (const auto& duty : plan_.reporting_duties) {
            if (duty.deadline && duty.starts_with_knowledge.value_or(false))
                add(Due::What::report, duty.deadline->likely, duty.id);
        }
    }

    OnCall on_call(const model::OnCallRoster& roster) const {
        OnCall out;
        out.roster = roster.id;
        for (const auto& shift : items(roster.shifts)) {
            const auto from = parse_moment(shift.from.value_or("")), to = parse_moment(shift.to.value_or(""));
            if (!from || !to || !shift.person) continue;
            if (*from <= out_.start && out_.start < *to) return {roster.id, shift.person->id, std::nullopt, to};
            if (*from > out_.start && (!out.from || *from < *out.from)) out.from = from;
        }
        return out;
    }

    const model::Plan& plan_;
    const Impact& impact_;
    std::optional<Land> land_;
    std::optional<Minutes> cutoff_;
    ImpactClock out_;
};

} // namespace

ImpactClock on_the_clock(const model::Plan& plan, const Impact& impact, Moment start) {
    return Clockwork(plan, impact, start).run();
}

std::vector<Due> due_before_opening(const ImpactClock& clock) {
    std::vector<Due> out;
    const Moment last = clock.opens.plus(too_late_after_opening);
    for (const auto& due : clock.due) {
        if (due.latest <= last) out.push_back(due);
    }
    return out;
}

} // namespace bcmkit::analysis
