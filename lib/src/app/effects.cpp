// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/effects.hpp>

#include <bcmkit/compose/book.hpp>
#include <bcmkit/compose/sheet_numbers.hpp>

#include <algorithm>
#include <map>

namespace bcmkit::app {

namespace {

using check::Finding;

/// Without what counts for nothing: notes and borne risks.
std::vector<Finding> counted(std::vector<Finding> findings) {
    std::erase_if(findings, [](const Finding& finding) { return finding.accepted || finding.severity == Severity::info; });
    return findings;
}

// The content only: the list of valid sheets and the Kennungen follow from it.
std::map<std::string, doc::Sheet> sheets_of(const model::Plan& plan, Date today) {
    const compose::Book book(plan, compose::own_templates(), model::Audience::full, today);
    Diagnostics ignored;
    const compose::Contents no_list;
    auto composed = book.fill(book.whole(), &no_list, ignored);
    std::map<std::string, doc::Sheet> sheets;
    for (auto& sheet : composed.document.sheets) {
        const std::string number = sheet.number;
        sheets.emplace(number, std::move(sheet));
    }
    return sheets;
}

bool reads_alike(const doc::Sheet& a, const doc::Sheet& b) {
    return a.title == b.title && a.reader == b.reader && a.blocks == b.blocks;
}

std::vector<std::string> differing(const std::map<std::string, doc::Sheet>& before,
                                   const std::map<std::string, doc::Sheet>& after) {
    std::vector<std::string> numbers;
    for (const auto& [number, sheet] : after) {
        const auto old = before.find(number);
        if (old == before.end() || !reads_alike(old->second, sheet)) numbers.push_back(number);
    }
    for (const auto& [number, sheet] : before) {
        if (!after.contains(number)) numbers.push_back(number);
    }
    std::ranges::sort(numbers, [](const std::string& a, const std::string& b) { return compose::compare_sheets(a, b) < 0; });
    return numbers;
}

} // namespace

Effects effects_of(const model::Plan& before, const model::Plan& after, Date today) {
    // The day of the last change stands on every sheet and says nothing about this change.
    model::Plan old = before;
    old.changed_on = after.changed_on;
    old.revision = after.revision;
    const auto was = check::findings(old, today), now = check::findings(after, today);
    return {.vanished = counted(check::fresh(was, now)),
            .appeared = counted(check::fresh(now, was)),
            .now = check::summary(now),
            .sheets = differing(sheets_of(old, today), sheets_of(after, today))};
}

} // namespace bcmkit::app
