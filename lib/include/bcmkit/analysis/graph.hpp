// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/work_calendar.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who needs whom, and what follows from it. Knows neither storage nor paper.
namespace bcmkit::analysis {

using Index = std::int32_t;
inline constexpr Index none = -1;

/// "Does not come back at all" (A = ∞).
inline constexpr Minutes never = std::numeric_limits<Minutes>::max() / 4;

/// When a need has to be met.
enum class Phase : std::uint8_t {
    restore, ///< before work on the owner can begin
    start,   ///< before the owner counts as started; work goes on in parallel
    operate, ///< while the owner runs; loops of this phase are legal, they start together
};

/// How well something runs.
enum class Level : std::uint8_t {
    emergency, ///< Notbetrieb
    normal,    ///< Normalbetrieb
};

/// Which of the three points of an estimate stands for a duration. What comes out is monotone in all durations, so the
/// results for `low` and `high` enclose every case between them.
enum class Estimate : std::uint8_t {
    low,    ///< günstig
    likely, ///< wahrscheinlich
    high,   ///< ungünstig
};

/// A duration in both worlds: an unknown one is 0 in the lower world and `never` in the upper one.
struct Span {
    Minutes lower = 0;
    Minutes upper = 0;

    static constexpr Span of(Minutes m) { return {m, m}; }
    static constexpr Span unknown() { return {0, never}; }
    constexpr bool is_unknown() const { return upper >= never; }
    bool operator==(const Span&) const = default;
};

/// Whether somebody has tried it. Said by its owner only until then.
struct Proof {
    bool tested = false;
    std::optional<Date> on{}; ///< day of the test, where recorded
};

struct Alternative {
    Index node = none;
    Level level = Level::emergency; ///< that the owner needs there
    Minutes switch_time = 0;        ///< from "it runs there" to "the owner can use it"
    Minutes endurance = never;      ///< how long it can be used in all; `never` where no limit is recorded
    int capacity = 100;             ///< percent of what the owner needs in normal times
    Proof proof{};
};

/// k of the alternatives have to be there.
struct Group {
    Phase phase = Phase::operate;
    int k = 1;
    std::vector<Alternative> alternatives;
    Minutes buffer = 0;         ///< how long the owner survives without (operate only; not used for recovery)
    Index recipe = none;        ///< only for this recipe of the owner
    std::optional<Level> level; ///< only for the recipes that reach this level
};

/// One way to get a node running again. Several are real alternatives.
struct Recipe {
    std::string name;
    Level level = Level::normal;
    Span duration;
    Minutes ready_after = 0;     ///< from "all its needs run" to "the level is reached this way": getting the paper out
    Minutes endurance = never;   ///< how long the level can be held this way (not used for recovery)
    Index calendar = none;       ///< into Graph::calendars: when people work on it; `none` = nothing recorded
    Index team = none;           ///< node of the team that does it
    std::vector<Index> skills{}; ///< nodes of the skills that it takes
    Proof proof{};
};

/// Something that can fail and be restored. Without a recipe it never comes back once it is hit.
struct Node {
    std::string id;
    std::vector<Recipe> recipes;
    std::vector<Group> groups;
    bool hit_in_it_outage = false; ///< IT of the own house or of a data centre: gone when all IT is gone
    bool hidden = false;           ///< a common danger: never named among the things to restore
};

/// The nodes, in the order of their ids.
struct Graph {
    std::vector<Node> nodes;
    std::vector<WorkCalendar> calendars{};

    /// `none` where there is no such node.
    Index index_of(std::string_view id) const;
};

} // namespace bcmkit::analysis
