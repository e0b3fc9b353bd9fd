// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/check/finding.hpp>
#include <bcmkit/model/field.hpp>

#include <optional>

namespace bcmkit::check {

class Subject;
class Report;

/// One rule: a row of a table in lib/src/check/rules/.
struct Rule {
    std::string_view id; ///< as in the catalogue; never reused
    model::Level level;  ///< from this level on it has `severity`, below one step less
    Severity severity;
    Danger danger; ///< at least; the object may put more at stake
    void (*look)(const Subject&, Report&);
    int limit = 0;                    ///< what the rule measures against; a CheckSetting may change it; 0 = nothing to set
    std::string_view limit_unit = {}; ///< "Monate", "Tage", "Prozent", "Personen"

    Severity severity_at(model::Level of_plan) const;
};

/// All rules, area by area in the order of their ids.
std::span<const Rule> all_rules();
/// By id, also without "BK-" and in lower case ("svc-002"); nullptr where there is none.
const Rule* rule(std::string_view id);

/// The German text of a rule, from the .de.md of its area.
struct RuleText {
    std::string_view title, reason, remedy, source;
};
/// Throws std::logic_error where the text is missing: a mistake in the program.
RuleText text_of(const Rule& rule);

} // namespace bcmkit::check
