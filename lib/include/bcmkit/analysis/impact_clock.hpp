// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/impact.hpp>
#include <bcmkit/base/moment.hpp>
#include <bcmkit/base/work_calendar.hpp>

#include <optional>
#include <string>
#include <vector>

namespace bcmkit::analysis {

/// Something that has to be done or is lost by a moment, whether or not the office is open.
struct Due {
    enum class What : std::uint8_t {
        start_fallback, ///< a service: its Notbetrieb has to run by then
        service_lapses, ///< a service without Notbetrieb: it has stood still for longer than allowed
        fallback_ends,  ///< a service: the Notbetrieb gives out
        battery_ends,   ///< something whose buffer is used up
        payment,        ///< a service: the payment file has to be with the bank
        ask_bank,       ///< a service: the file was due before the event, the money is due now
        legal,          ///< a running deadline of a case
        report,         ///< a duty to report
    };
    What what = What::start_fallback;
    Moment latest;
    std::string object;         ///< id: service, resource, running deadline, duty
    std::string by;             ///< fallback id
    std::optional<Date> payday; ///< payments
    bool operator==(const Due&) const = default;
};

/// Who is on call when it happens.
struct OnCall {
    std::string roster;
    std::string person;         ///< id; empty where nobody is planned
    std::optional<Moment> from; ///< where nobody is: when the next shift begins
    std::optional<Moment> until;
};

/// An impact on the wall clock.
struct ImpactClock {
    Moment start;
    Moment opens;                            ///< next opening of the office; the moment itself where it is open
    bool is_open = false;                    ///< at the start
    bool has_own_hours = false;              ///< false: Mo–Do 8–16, Fr 8–12 was assumed
    std::vector<Date> holidays;              ///< public holidays of the first week
    std::vector<Due> due;                    ///< in thirty days, by time
    std::vector<OnCall> on_call;             ///< by roster
    std::vector<std::string> unread_paydays; ///< services whose payday cannot be read as a date
};

/// What is due before the office has opened and had this long to do it.
inline constexpr Minutes too_late_after_opening = 4 * minutes_per_hour;

/// The office hours are the first calendar of the plan that is not round the clock, else WorkCalendar::office.
ImpactClock on_the_clock(const model::Plan& plan, const Impact& impact, Moment start);

/// The part of `due` that cannot wait for the next opening; where the office is open, for the next one after it.
std::vector<Due> due_before_opening(const ImpactClock& clock);

} // namespace bcmkit::analysis
