// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/plan.hpp>

namespace bcmkit::analysis {

/// Limits of the classes; what the Organisation leaves open has the defaults.
struct PriorityLimits {
    Minutes a = 24 * minutes_per_hour;
    Minutes b = 3 * minutes_per_day;
    Minutes c = 7 * minutes_per_day;
};
PriorityLimits priority_limits(const model::Organisation& organisation);

/// 'A' to 'D' for an MTPD.
char priority_for(Minutes mtpd, const PriorityLimits& limits);

struct Priority {
    char letter = 0;        ///< 'A' … 'D'; 0 where neither a class nor an MTPD is known
    bool confirmed = false; ///< by a person, with name and date; otherwise it is a proposal
    bool seasonal = false;  ///< a season of the year makes it this class today
    std::string season_reason;
};
/// The class of a service on a day. A season that includes the day wins over the class of the rest of the year.
Priority priority_of(const model::Service& service, const model::Organisation& organisation, Date day);
/// The MTPD on a day: a season may shorten it.
std::optional<Minutes> mtpd_of(const model::Service& service, Date day);

/// "A", "A (Vorschlag)", or empty.
std::string to_text(const Priority& priority);

} // namespace bcmkit::analysis
