// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/app/print.hpp>
#include <bcmkit/check/rule.hpp>

#include <filesystem>
#include <string>
#include <vector>

/// What people ask about the state of a plan.
namespace bcmkit::app {

/// The older plan that a check is compared with.
struct SinceThen {
    std::optional<Date> day; ///< its Stand, where the plan says it
    std::size_t solved = 0;  ///< findings of the older plan that are gone
};

/// The result of a check, ready to be shown.
struct CheckResult {
    Date day;
    std::string_view level; ///< "Reaktiv"
    std::size_t services = 0;
    std::vector<check::Finding> findings;    ///< as check::findings orders them
    std::vector<check::Undecided> undecided; ///< what no rule could decide, because something is not known
    std::optional<SinceThen> since;          ///< where it is compared with an older plan
    check::Summary summary;

    /// What concerns one Amt; in the order of the numbers, the whole Kommune last.
    struct Unit {
        std::string id;   ///< of the Amt; empty: the whole Kommune
        std::string code; ///< "50"; empty: the whole Kommune
        std::string name; ///< "Amt 50", "Kommune"
        check::Summary summary;
        std::vector<const check::Finding*> findings;    ///< point into the result
        std::vector<const check::Undecided*> undecided; ///< the same
    };
    std::vector<Unit> units;

    CheckResult() = default;
    CheckResult(const CheckResult&) = delete;
    CheckResult& operator=(const CheckResult&) = delete;
    CheckResult(CheckResult&&) = default;
    CheckResult& operator=(CheckResult&&) = default;
};

CheckResult check_plan(const model::Plan& plan, Date day);

/// The same, but only what is new against an older plan. Both are judged on the same day: a date that has passed since
/// is nothing that somebody broke.
CheckResult check_since(const model::Plan& plan, const model::Plan& before, Date day);

/// The message without the name of its object, for where that stands beside it: "Die Nummer fehlt".
std::string sentence_of(const model::Plan& plan, std::string_view object, const std::string& message);

/// "16 Fehler, 24 Warnungen, 4 Hinweise, 68 nicht beurteilbar".
std::string check_counts(const check::Summary& summary, std::size_t undecided);

/// The Prüfbericht: a cover and a Blatt for each Amt that can be handed out alone. It is a map for attackers, so every page is
/// marked VERTRAULICH. Templates `_pruefbericht.md` and `_pruefbericht-amt.md`.
PrintResult print_check(const model::Plan& plan, const CheckResult& result,
                        const std::optional<std::filesystem::path>& template_folder);

} // namespace bcmkit::app
