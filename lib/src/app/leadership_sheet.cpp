// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/leadership.hpp>

#include "check_imprint.hpp"
#include "computed_sheet.hpp"

#include <bcmkit/app/impact.hpp>
#include <bcmkit/base/moment.hpp>
#include <bcmkit/layout/fonts.hpp>
#include <bcmkit/layout/layout.hpp>
#include <bcmkit/pdf/pdf.hpp>

#include <algorithm>

namespace bcmkit::app {

namespace {

using doc::Value;

/// How much the page may hold; the first size that fits on one page is printed.
struct Size {
    std::size_t decisions, dates;
    bool reasons;
};
constexpr Size sizes[] = {{8, 3, true}, {6, 3, true}, {5, 3, false}, {4, 3, false}, {4, 2, false}, {3, 1, false}};

Value text(std::string words) { return doc::text_value(std::move(words)); }

Value shares(const LeadershipReport& report) {
    std::vector<Value> rows;
    for (const auto& share : report.shares)
        rows.push_back(doc::object_value({{"label", text(share.label)},
                                          {"remark", optional_value(share.remark)},
                                          {"yes", text(std::to_string(share.yes))},
                                          {"no", text(std::to_string(share.no))},
                                          {"open", text(std::to_string(share.open))},
                                          {"all", text(std::to_string(share.yes + share.no + share.open))},
                                          {"study", optional_value(share.study.value)}}));
    return list_value(std::move(rows));
}

Value worst(const model::Plan& plan, const LeadershipReport& report, bool with_reason) {
    std::vector<Value> rows;
    for (const auto& finding : report.worst)
        rows.push_back(doc::object_value({{"what", text(sentence_of(plan, finding.object, finding.message))},
                                          {"where", text(place_of(plan, finding))},
                                          {"reason", optional_value(with_reason ? finding.reason : "")}}));
    return list_value(std::move(rows));
}

Value decisions(const model::Plan& plan, const LeadershipReport& report, std::size_t most) {
    std::vector<Value> rows;
    for (std::size_t i = 0; i < std::min(most, report.decisions.size()); ++i) {
        const auto& one = report.decisions[i];
        rows.push_back(doc::object_value({{"question", text(one.question)}, {"about", text(names_of(plan, one.about, 1))}}));
    }
    return list_value(std::move(rows));
}

Value dates(const model::Plan& plan, const LeadershipReport& report, std::size_t most) {
    std::vector<Value> rows;
    for (std::size_t i = 0; i < std::min(most, report.dates.size()); ++i) {
        const auto& one = report.dates[i];
        rows.push_back(doc::object_value({{"day", text(weekday_short(one.day) + " " + to_german(one.day))},
                                          {"what", text(name_in(plan, one.object) + ": " + one.what)}}));
    }
    return list_value(std::move(rows));
}

Value values(const model::Plan& plan, const CheckResult& result, const LeadershipReport& report, const Size& size) {
    const auto left = report.decisions.size() > size.decisions ? report.decisions.size() - size.decisions : 0;
    return doc::object_value({
        {"kommune", text(plan.organisation.name)},
        {"leader", optional_value(plan.organisation.hvb_title.value_or(""))},
        {"day", text(to_german(result.day))},
        {"level", text(std::string(result.level))},
        {"counts", text(check_counts(result.summary, result.undecided.size()))},
        {"shares", shares(report)},
        {"source", text(study_source(report))},
        {"has_worst", Value{!report.worst.empty()}},
        {"worst", worst(plan, report, size.reasons)},
        {"has_decisions", Value{!report.decisions.empty()}},
        {"decisions", decisions(plan, report, size.decisions)},
        {"more_decisions", optional_value(left > 0 ? std::to_string(left) : "")},
        {"has_dates", Value{!report.dates.empty()}},
        {"dates", dates(plan, report, size.dates)},
    });
}

} // namespace

PrintResult print_leadership(const model::Plan& plan, const CheckResult& result, const LeadershipReport& report,
                             const std::optional<std::filesystem::path>& template_folder) {
    PrintResult out;
    out.confidential = true;
    const ComputedSheet which(template_folder, "_leitungsblatt.md", out.diagnostics);
    if (has_errors(out.diagnostics)) return out;
    const layout::FontSet fonts;
    const auto imprint = report_imprint(plan, result);
    std::vector<layout::SheetPages> pages;
    Diagnostics of_try;
    for (const auto& size : sizes) {
        of_try.clear();
        auto sheet = which.fill(values(plan, result, report, size), of_try);
        if (!sheet) break;
        sheet->number = "L";
        sheet->part = to_text(Message{"app.leadership_part", {}});
        sheet->confidential = true;
        out.title = sheet->title;
        pages = {layout::lay_out(*sheet, imprint, fonts, {})};
        if (pages.front().pages.size() == 1) break;
    }
    out.diagnostics.insert(out.diagnostics.end(), of_try.begin(), of_try.end());
    if (pages.empty() || has_errors(out.diagnostics)) return out;
    out.pages = static_cast<int>(pages.front().pages.size());
    out.diagnostics.insert(out.diagnostics.end(), pages.front().diagnostics.begin(), pages.front().diagnostics.end());
    if (has_errors(out.diagnostics)) return out;
    pdf::Metadata metadata;
    metadata.title = out.title;
    metadata.author = imprint.organisation;
    metadata.subject = imprint.edition;
    metadata.date = result.day;
    out.pdf = pdf::write(pages, fonts, metadata);
    return out;
}

} // namespace bcmkit::app
