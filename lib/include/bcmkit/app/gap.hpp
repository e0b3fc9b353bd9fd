// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/gap.hpp>
#include <bcmkit/analysis/scenario.hpp>
#include <bcmkit/check/finding.hpp>

#include <optional>
#include <string>
#include <vector>

/// Whether the promised times add up: the gaps of one event, for people and for machines.
namespace bcmkit::app {

struct GapReport {
    struct Entry {
        analysis::ServiceGap gap;
        check::Danger danger = check::Danger::other;
        analysis::Remedies remedies;
        std::vector<analysis::Blockade> blockades; ///< only where nothing leads back: why
    };
    struct Question {
        analysis::Unknown unknown;
        std::string ask; ///< who probably knows
    };
    analysis::Outcomes all;
    std::optional<Moment> start;     ///< of the event; then times are read from the wall clock too
    std::vector<Entry> services;     ///< by verdict; within one by danger, class, deadline
    std::vector<Question> questions; ///< what settles most first
    std::vector<analysis::ContractGap> contracts;
};

/// `day`: for classes and seasons. With `start` work keeps the calendars of the plan; without it work goes on round the clock.
GapReport gap_report(const model::Plan& plan, const analysis::Happening& what, Date day, std::optional<Moment> start = {});

/// Headings of the chapter, in the order in which they are read.
enum class GapKind : std::uint8_t { sure, likely, never, possible, question, contract, target, no_limit };
std::string title_of(GapKind kind);

/// One gap in a German sentence, and what explains it.
struct GapLine {
    GapKind kind = GapKind::sure;
    std::string text;
    std::vector<std::string> details;
    std::vector<std::string> about; ///< ids
};
std::vector<GapLine> gap_lines(const model::Plan& plan, const GapReport& report);
/// One service, whatever its verdict: first how it fares, then what explains it.
std::vector<std::string> gap_lines_of(const model::Plan& plan, const GapReport& report, const GapReport::Entry& entry);

// Words.
/// "76 Stunden", "12 Tage"; above a week whole days, rounded up or down.
enum class Round : std::uint8_t { up, down };
std::string span_text(Minutes minutes, Round round);
/// "76 Stunden", "2 bis 5 Tage", "mindestens 10 Stunden", "unbekannt".
std::string span_text(Minutes low, Minutes high);

} // namespace bcmkit::app
