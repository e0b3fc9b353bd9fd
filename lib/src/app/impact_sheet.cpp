// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/impact.hpp>

#include "computed_sheet.hpp"

#include <bcmkit/base/text.hpp>
#include <bcmkit/compose/cut.hpp>
#include <bcmkit/layout/fonts.hpp>
#include <bcmkit/layout/layout.hpp>
#include <bcmkit/pdf/pdf.hpp>

#include <algorithm>
#include <span>

namespace bcmkit::app {

namespace {

using namespace analysis;
using doc::Value;

constexpr std::string_view template_file = "_ausfall.md";
constexpr auto sheet_audience = model::Audience::intern;

/// How many rows and names the page may have; the first size that fits on one page is printed.
struct Size {
    std::size_t due, names, resources, hit;
};
constexpr Size sizes[] = {{20, 4, 10, 8}, {20, 3, 8, 6}, {20, 2, 6, 4}, {20, 1, 4, 2}, {16, 1, 3, 2},
                          {13, 1, 3, 2},  {10, 1, 3, 2}, {8, 1, 2, 2},  {6, 1, 2, 1},  {4, 1, 1, 1}};

constexpr std::size_t least_on_call = 4;

class Sheet {
public:
    Sheet(const model::Plan& plan, const ImpactReport& report, const Size& size) : plan_(plan), report_(report), size_(size) {}

    Value values() const {
        const auto& what = report_.impact.what;
        const auto& clock = report_.clock;
        const auto lines = due();
        auto values = std::vector<std::pair<std::string, Value>>{
            {"name", doc::text_value(to_text(what.name))},
            {"start", optional_value(clock ? to_german(clock->start) : "")},
            {"opens", optional_value(clock && !clock->is_open ? to_short_german(clock->opens) : "")},
            {"hit", doc::text_value(hit())},
            {"duration", optional_value(duration())},
            {"assumption", doc::text_value(assumption_text(report_))},
            {"has_due", Value{!lines.empty()}},
            {"due_title", optional_value(clock ? due_title() : "")},
            {"due", due_rows(lines)},
            {"more_due", optional_value(more(lines.size(), size_.due))},
            {"points", any_affected() ? points() : list_value({})},
            {"has_points", Value{any_affected()}},
            {"none_stands", Value{!any_affected()}},
            {"reach", reach()},
        };
        add_resources(values);
        return doc::object_value(std::move(values));
    }

private:
    static std::string more(std::size_t all, std::size_t shown) {
        return all > shown ? std::to_string(all - shown) : std::string();
    }

    std::string names(const std::vector<std::string>& ids, std::size_t most) const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < std::min(most, ids.size()); ++i) out.push_back(name_in(plan_, ids[i]));
        const auto rest = more(ids.size(), most);
        return joined(out, ", ") + (rest.empty() ? "" : " und " + rest + " weitere");
    }

    std::string hit() const {
        auto ids = report_.impact.what.hit;
        ids.insert(ids.end(), report_.impact.what.also_hit.begin(), report_.impact.what.also_hit.end());
        return ids.empty() ? "nichts" : names(ids, size_.hit);
    }

    std::string duration() const {
        const auto& what = report_.impact.what;
        if (!what.is_external) return {};
        return what.lasts ? range_text({*what.lasts, *what.lasts}) : "unbekannt";
    }

    std::string due_title() const {
        const auto& opens = report_.clock->opens;
        return to_text(Message{"app.due_until", {weekday_name(opens.date()), clock(opens.minute_of_day())}});
    }

    std::vector<DueLine> due() const {
        if (!report_.clock) return {};
        // What has to be reported stands on 4.01 with numbers and ways.
        auto list = due_before_opening(*report_.clock);
        std::erase_if(list, [](const Due& one) { return one.what == Due::What::report; });
        return due_lines(plan_, list);
    }

    Value due_rows(const std::vector<DueLine>& lines) const {
        std::vector<Value> rows;
        for (std::size_t i = 0; i < std::min(size_.due, lines.size()); ++i)
            rows.push_back(
                doc::object_value({{"when", doc::text_value(lines[i].when)}, {"text", doc::text_value(lines[i].text)}}));
        return list_value(std::move(rows));
    }

    bool any_affected() const {
        return std::ranges::any_of(report_.impact.services, [](const ServiceCourse& course) { return course.is_affected(); });
    }

    Value points() const {
        std::vector<Value> rows;
        std::optional<Minutes> before;
        for (const auto& point : report_.points) {
            rows.push_back(doc::object_value({
                {"after", doc::text_value(short_after(point.at))},
                {"when", optional_value(report_.clock ? to_short_german(report_.clock->start.plus(point.at)) : "")},
                {"normal", doc::text_value(std::to_string(point.normal))},
                {"emergency", doc::text_value(std::to_string(point.emergency))},
                {"out", doc::text_value(std::to_string(point.out))},
                {"trouble", optional_value(trouble(point, before))},
            }));
            before = point.at;
        }
        return list_value(std::move(rows));
    }

    /// "4 h", "7 Tage": the column is narrow.
    static std::string short_after(Minutes at) {
        if (at <= 3 * minutes_per_day) return std::to_string(at / minutes_per_hour) + " h";
        return std::to_string(at / minutes_per_day) + " Tage";
    }

    /// What has lapsed since the row before, whose Notbetrieb is at its end, and otherwise what stands still.
    std::string trouble(const TimePoint& point, std::optional<Minutes> before) const {
        std::vector<std::string> lapsed, ended, parts;
        for (const auto* course : point.lapsed) lapsed.push_back(course->id);
        for (const auto* course : point.stopped) {
            if (before && course->at(*before) == Running::emergency) ended.push_back(course->id);
        }
        if (!lapsed.empty()) parts.push_back(to_text(Message{"app.lapsed", {names(lapsed, size_.names)}}));
        if (!ended.empty()) parts.push_back(to_text(Message{"app.paper_ended", {names(ended, size_.names)}}));
        if (parts.empty() && point.out > 0)
            parts.push_back(to_text(Message{"app.stands", {names(standing(point.at), size_.names)}}));
        return joined(parts, "; ");
    }

    std::vector<std::string> standing(Minutes at) const {
        std::vector<std::string> out;
        for (const auto& course : report_.impact.services) {
            if (course.at(at) == Running::out) out.push_back(course.id);
        }
        return out;
    }

    static Value labelled(std::string_view label, std::string text) {
        return doc::object_value({{"label", doc::text_value(std::string(label))}, {"text", doc::text_value(std::move(text))}});
    }

    Value reach() const {
        if (report_.impact.what.is_staff) return list_value({labelled("Erreichbar", to_text(Message{"app.reach_unknown", {}}))});
        const auto& reach = report_.impact.reach;
        std::vector<std::string> gone, papers;
        for (const auto& role : reach.roles) {
            if (!role.is_reachable()) gone.push_back(role.role);
        }
        std::vector<Value> rows;
        rows.push_back(gone.empty() ? labelled("Erreichbar", to_text(Message{"app.all_reachable", {}}))
                                    : labelled("Nicht erreichbar", names(gone, size_.names + 3)));
        for (std::size_t i = 0; i < std::min(size_.names + 1, reach.breaks.size()); ++i)
            rows.push_back(labelled("Alarmierung", break_text(plan_, reach.breaks[i])));
        for (const auto& paper : reach.papers) papers.push_back(paper.id);
        if (!papers.empty()) rows.push_back(labelled("Nicht zugänglich", names(papers, size_.names + 1)));
        if (report_.clock) {
            std::vector<std::string> on_call;
            const auto& all = report_.clock->on_call;
            const auto most = std::min(all.size(), std::max(least_on_call, size_.hit));
            for (std::size_t i = 0; i < most; ++i) on_call.push_back(on_call_text(plan_, all[i], false));
            if (all.size() > most) on_call.push_back("und " + more(all.size(), most) + " weitere");
            if (!on_call.empty()) rows.push_back(labelled("Bereitschaft", joined(on_call, " · ")));
        }
        return list_value(std::move(rows));
    }

    void add_resources(std::vector<std::pair<std::string, Value>>& values) const {
        std::vector<const ResourceCourse*> back;
        std::vector<std::string> gone;
        for (const auto& course : report_.impact.resources) {
            if (course.back.low >= never)
                gone.push_back(course.id);
            else
                back.push_back(&course);
        }
        std::stable_sort(back.begin(), back.end(), [](const auto* a, const auto* b) { return a->back.low < b->back.low; });
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < std::min(size_.resources, back.size()); ++i)
            texts.push_back(name_in(plan_, back[i]->id) + " " + range_text(back[i]->back) + (back[i]->is_tested ? "" : "*"));
        const auto rest = more(back.size(), size_.resources);
        std::string text = joined(texts, " · ");
        if (!rest.empty()) text += " · und " + rest + " weitere";
        const auto shown = std::span(back).first(texts.size());
        const bool any_untested = std::ranges::any_of(shown, [](const auto* one) { return !one->is_tested; });
        if (any_untested) text += ". " + to_text(Message{"app.impact_untested", {}});
        values.emplace_back("resources", optional_value(back.empty() ? "" : text));
        values.emplace_back("never", optional_value(gone.empty() ? "" : names(gone, size_.names + 1)));
    }

    const model::Plan& plan_;
    const ImpactReport& report_;
    const Size& size_;
};

doc::Imprint imprint_of(const model::Plan& plan, const ImpactReport& report) {
    doc::Imprint imprint;
    imprint.organisation = plan.organisation.name;
    imprint.title = "Notfallhandbuch";
    imprint.edition = "Entwurf · Stand " + to_german(plan.changed_on.value_or(report.day));
    imprint.audience = std::string(model::audience_word(sheet_audience));
    return imprint;
}

} // namespace

PrintResult print_impact(const model::Plan& plan, const ImpactReport& report,
                         const std::optional<std::filesystem::path>& template_folder) {
    PrintResult result;
    const ComputedSheet which(template_folder, template_file, result.diagnostics);
    if (has_errors(result.diagnostics)) return result;
    const layout::FontSet fonts;
    const auto imprint = imprint_of(plan, report);
    // The report names records by id only; what a reader of this sheet must not know is not there to be printed.
    const auto visible = compose::cut_to(plan, sheet_audience);
    std::vector<layout::SheetPages> pages;
    Diagnostics of_try;
    for (const auto& size : sizes) {
        of_try.clear();
        const auto sheet = which.fill(Sheet(visible, report, size).values(), of_try);
        if (!sheet) {
            result.diagnostics.insert(result.diagnostics.end(), of_try.begin(), of_try.end());
            return result;
        }
        result.title = sheet->title;
        pages = {layout::lay_out(*sheet, imprint, fonts, {})};
        if (pages.front().pages.size() == 1) break;
    }
    result.diagnostics.insert(result.diagnostics.end(), of_try.begin(), of_try.end());
    if (pages.front().pages.size() > 1)
        result.diagnostics.push_back(
            {Severity::warning, {"app.impact_pages", {std::to_string(pages.front().pages.size())}}, {}, {}});
    PrintedSheet printed{pages.front().number, result.title, {}, {}};
    for (const auto& page : pages.front().pages) printed.kennungen.push_back(page.kennung);
    result.pages = static_cast<int>(printed.kennungen.size());
    result.sheets.push_back(std::move(printed));
    result.diagnostics.insert(result.diagnostics.end(), pages.front().diagnostics.begin(), pages.front().diagnostics.end());
    if (has_errors(result.diagnostics)) return result;
    pdf::Metadata metadata;
    metadata.title = imprint.organisation + " – " + result.title;
    metadata.author = imprint.organisation;
    metadata.subject = imprint.edition;
    metadata.date = plan.changed_on.value_or(report.day);
    result.pdf = pdf::write(pages, fonts, metadata);
    return result;
}

} // namespace bcmkit::app
