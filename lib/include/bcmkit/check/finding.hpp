// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>
#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/model/plan.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Rules that a plan should keep, and what to do where it does not.
namespace bcmkit::check {

/// What is at stake; the order is the order of urgency.
enum class Danger : std::uint8_t { person, money, deadline, other };

struct Finding {
    std::string_view rule; ///< "BK-SVC-002"
    Severity severity = Severity::warning;
    std::string object;  ///< id of the record
    std::string field;   ///< code name of the field that the finding is about; empty where it is about the whole record
    std::string which;   ///< what sets it apart from others of this rule about this field: the open word of a reference; or empty
    std::string message; ///< German, one line, names the object
    std::string reason;  ///< why it matters
    std::string remedy;  ///< what to do, with a command
    std::string source;  ///< paragraph
    std::string ask;     ///< who can answer or do it: a role, a person or an Amt; never empty
    std::string unit;    ///< id of the Amt whom it concerns; empty: the whole Kommune
    Danger danger = Danger::other;
    bool accepted = false; ///< a risk that a named person bears: listed, not counted
};

/// A rule could not be decided for an object: what it needs to know is not recorded or unknown. Neither a pass nor a breach.
struct Undecided {
    std::string_view rule;
    std::string object;
    std::string field;   ///< code name of what is missing; empty where it is missing elsewhere (in a chain)
    std::string label;   ///< the same in German
    std::string message; ///< German, one line
    std::string ask;     ///< who probably knows: a role, a person or an Amt; never empty
    std::string unit;    ///< as in Finding
};

/// Everything that was found out on a day.
struct Result {
    std::vector<Finding> findings;    ///< errors first, then by danger, rule and object
    std::vector<Undecided> undecided; ///< by rule and object; at most one a rule and object
};

struct Summary {
    int error = 0, warning = 0, info = 0, accepted = 0;
};

/// Everything that the rules say on a day, in a stable order.
/// The level comes from the Organisation (default R); rules of a higher level weigh one step less below it.
/// Switched-off rules are left out, borne risks become accepted infos.
Result examine(const model::Plan& plan, Date today);
/// The findings of examine() alone.
std::vector<Finding> findings(const model::Plan& plan, Date today);

/// What `now` says and `before` did not. The same breach of a rule by an object counts once however its words changed; of
/// several over one field (two certificates) those whose words stayed are the same first. A risk that is borne now, or a finding
/// that weighs less, is nothing new; one that weighs more is.
std::vector<Finding> fresh(std::span<const Finding> now, std::span<const Finding> before);

/// Accepted findings count as accepted only.
void count(const Finding& finding, Summary& summary);
Summary summary(std::span<const Finding> findings);

/// German words for a person: "FEHLER", "WARNUNG", "HINWEIS".
std::string_view severity_word(Severity severity);
/// Code for programs: "error", "warning", "info".
std::string_view severity_code(Severity severity);

} // namespace bcmkit::check
