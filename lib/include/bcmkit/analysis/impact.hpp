// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/outage.hpp>
#include <bcmkit/analysis/reachability.hpp>
#include <bcmkit/analysis/scenario.hpp>

#include <optional>
#include <string>
#include <vector>

namespace bcmkit::analysis {

/// How a service is delivered.
enum class Running : std::uint8_t {
    out,       ///< stands still
    emergency, ///< Notbetrieb: on paper, or with less IT
    normal,
};

/// From the favourable to the unfavourable end. `high` is `never` where something on the way is unknown or nothing leads back.
struct Range {
    Minutes low = 0;
    Minutes high = 0;
    bool operator==(const Range&) const = default;
};

/// What a service goes through.
struct ServiceCourse {
    struct Stretch {
        Minutes from = 0; ///< until the next one
        Running how = Running::normal;
        std::string by; ///< id of the fallback that carries it, or the name of another way to Notbetrieb; otherwise empty
        bool operator==(const Stretch&) const = default;
    };
    std::string id;
    char priority = 0;           ///< 'A' … 'D' on that day; 0 = not known
    std::optional<Minutes> mtpd; ///< on that day
    /// Likely durations, what is unknown taken as not coming back: nobody should rely on it. The first one begins at 0.
    std::vector<Stretch> stretches;
    Range back;                      ///< Normalbetrieb, without a break from then on; {0, 0} where it never stopped
    std::optional<Minutes> lapses;   ///< first minute at which it has stood still longer than its MTPD
    bool lapses_for_sure = false;    ///< in the favourable case too
    std::vector<Minutes> ways_ready; ///< when each fallback can begin, likely; empty where there is none

    Running at(Minutes when) const;
    const Stretch& stretch(Minutes when) const;
    bool is_affected() const { return stretches.size() > 1 || stretches.front().how != Running::normal; }
};

/// Something else that is gone for a while.
struct ResourceCourse {
    std::string id;
    bool is_hit = false;
    Minutes from = 0;       ///< first loss; later than 0 where a buffer or battery lasts so long
    Range back;             ///< for good
    bool is_tested = false; ///< all work that its return waits for was tried out; true where it waits for no work of ours
};

/// What-if over time (analysis.md §1.8): thirty days of every service.
struct Impact {
    Happening what;
    std::vector<ServiceCourse> services;   ///< all, by priority, MTPD, id
    std::vector<ResourceCourse> resources; ///< applications, infrastructure, networks, providers, places that fail; by id
    Reach reach;                           ///< who can be called once all batteries are empty
};
inline constexpr Minutes impact_horizon = 30 * minutes_per_day;

/// Ends of ranges: estimates that were never tried out are widened (Untested::widened).
/// `day`: for classes, seasons and who holds a role. With `start` work keeps the calendars of the plan; without it work goes on
/// round the clock, a lower bound.
Impact impact(const model::Plan& plan, const Happening& happening, Date day, std::optional<Moment> start = {});

} // namespace bcmkit::analysis
