// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/check.hpp>

#include "check_imprint.hpp"
#include "computed_sheet.hpp"

#include <bcmkit/app/impact.hpp>
#include <bcmkit/base/counted.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/layout/fonts.hpp>
#include <bcmkit/layout/layout.hpp>
#include <bcmkit/pdf/pdf.hpp>

#include <set>

namespace bcmkit::app {

namespace {

using doc::Value;
using Values = std::vector<std::pair<std::string, Value>>;

Value text(std::string words) { return doc::text_value(std::move(words)); }
Value number(std::size_t count) { return text(std::to_string(count)); }
Value number(int count) { return text(std::to_string(count)); }

/// "IT-Notfall im Landkreis, ALM-001": people know the name, the register knows the id.
std::string where(const model::Plan& plan, const std::string& object) {
    const auto name = name_in(plan, object);
    return name == object ? object : name + ", " + object;
}

/// What to do, taken apart: words, and between grave accents what is typed.
Value todo(std::string_view remedy) {
    std::vector<Value> pieces;
    const auto parts = split(remedy, '`');
    for (std::size_t i = 0; i < parts.size(); i += 2) {
        const auto words = trimmed(parts[i]);
        const auto command = i + 1 < parts.size() ? std::string(parts[i + 1]) : std::string();
        pieces.push_back(doc::object_value({{"apart", Value{i > 0 && parts[i].starts_with(' ')}},
                                            {"text", optional_value(std::string(words))},
                                            {"command", optional_value(command)}}));
    }
    return list_value(std::move(pieces));
}

/// Several rules may wait for one answer: one question.
std::vector<const check::Undecided*> questions_in(std::span<const check::Undecided* const> undecided) {
    std::vector<const check::Undecided*> out;
    std::set<std::string_view> asked;
    for (const auto* one : undecided) {
        if (asked.insert(one->message).second) out.push_back(one);
    }
    return out;
}

/// "16 Fehler, 24 Warnungen, 4 Hinweise, 43 offene Fragen".
std::string counts(const check::Summary& summary, std::size_t questions) {
    const auto all = check_counts(summary, 0);
    if (questions == 0) return all;
    return all + ", " + counted(static_cast<std::int64_t>(questions), "offene Frage", "offene Fragen");
}

class Report {
public:
    Report(const model::Plan& plan, const CheckResult& result) : plan_(plan), result_(result) {}

    Value part(const CheckResult::Unit& unit) const {
        Values values = head();
        const auto view = model::find(plan_, unit.id);
        values.emplace_back("unit", text(unit.name));
        values.emplace_back("title", optional_value(view ? view.name() : std::string()));
        values.emplace_back("reader", text(reader(unit)));
        values.emplace_back("counts", text(counts(unit.summary, questions_in(unit.undecided).size())));
        add(values, "errors", findings(unit, Severity::error));
        add(values, "warnings", findings(unit, Severity::warning));
        add(values, "infos", findings(unit, Severity::info));
        add(values, "undecided", questions(unit));
        add(values, "risks", risks(unit));
        return doc::object_value(std::move(values));
    }

    /// `pages`: of each part, in the order of the units.
    Value cover(const std::vector<std::size_t>& pages) const {
        std::vector<Value> parts;
        std::size_t questions = 0;
        for (std::size_t i = 0; i < result_.units.size(); ++i) {
            const auto& unit = result_.units[i];
            const auto view = model::find(plan_, unit.id);
            const auto asked = questions_in(unit.undecided).size();
            questions += asked;
            parts.push_back(doc::object_value({{"unit", text(unit.name)},
                                               {"code", optional_value(unit.code)},
                                               {"title", optional_value(view ? view.name() : std::string())},
                                               {"errors", number(unit.summary.error)},
                                               {"warnings", number(unit.summary.warning)},
                                               {"infos", number(unit.summary.info)},
                                               {"questions", number(asked)},
                                               {"pages", number(pages[i])}}));
        }
        Values values = head();
        values.emplace_back("kommune", text(plan_.organisation.name));
        values.emplace_back("plan_day", optional_value(plan_.changed_on ? to_german(*plan_.changed_on) : ""));
        values.emplace_back("services", text(counted(static_cast<std::int64_t>(result_.services), "Leistung", "Leistungen")));
        values.emplace_back("counts", text(counts(result_.summary, questions)));
        values.emplace_back("solved", number(result_.since ? result_.since->solved : 0));
        add(values, "parts", std::move(parts));
        return doc::object_value(std::move(values));
    }

private:
    Values head() const {
        const auto& since = result_.since;
        return {{"day", text(to_german(result_.day))},
                {"level", text(std::string(result_.level))},
                {"has_since", Value{since.has_value()}},
                {"since", optional_value(since && since->day ? to_german(*since->day) : "")}};
    }

    /// A list, and whether there is anything in it.
    static void add(Values& values, const std::string& name, std::vector<Value> rows) {
        values.emplace_back("has_" + name, Value{!rows.empty()});
        values.emplace_back(name, list_value(std::move(rows)));
    }

    /// Who gets the part: the head of the Amt.
    std::string reader(const CheckResult::Unit& unit) const {
        const auto view = model::find(plan_, unit.id);
        if (!view) return to_text(Message{"app.report_for_leadership", {}});
        const auto& head = static_cast<const model::OrgUnit*>(view.record)->head;
        return head ? name_in(plan_, head->id.empty() ? head->text : head->id) : view.name();
    }

    std::vector<Value> findings(const CheckResult::Unit& unit, Severity severity) const {
        std::vector<Value> rows;
        for (const auto* finding : unit.findings) {
            if (finding->accepted || finding->severity != severity) continue;
            rows.push_back(doc::object_value({{"what", text(sentence_of(plan_, finding->object, finding->message))},
                                              {"where", text(where(plan_, finding->object))},
                                              {"todo", todo(finding->remedy)},
                                              {"ask", text(finding->ask)},
                                              {"rule", text(std::string(finding->rule))}}));
        }
        return rows;
    }

    std::vector<Value> questions(const CheckResult::Unit& unit) const {
        std::vector<Value> rows;
        for (const auto* one : questions_in(unit.undecided)) {
            rows.push_back(doc::object_value({{"what", text(sentence_of(plan_, one->object, one->message))},
                                              {"where", text(where(plan_, one->object))},
                                              {"ask", text(one->ask)}}));
        }
        return rows;
    }

    std::vector<Value> risks(const CheckResult::Unit& unit) const {
        std::vector<Value> rows;
        for (const auto* finding : unit.findings) {
            if (!finding->accepted) continue;
            rows.push_back(doc::object_value({{"what", text(sentence_of(plan_, finding->object, finding->message))},
                                              {"where", text(where(plan_, finding->object))},
                                              {"rule", text(std::string(finding->rule))}}));
        }
        return rows;
    }

    const model::Plan& plan_;
    const CheckResult& result_;
};

void append(Diagnostics& all, const Diagnostics& more) { all.insert(all.end(), more.begin(), more.end()); }

} // namespace

doc::Imprint report_imprint(const model::Plan& plan, const CheckResult& result) {
    doc::Imprint imprint;
    imprint.organisation = plan.organisation.name;
    imprint.title = "Prüfbericht";
    imprint.edition = to_text(Message{"app.report_edition", {to_german(result.day), std::string(result.level)}});
    imprint.warning = to_text(Message{"app.report_warning", {}});
    return imprint;
}

std::string check_counts(const check::Summary& summary, std::size_t undecided) {
    std::vector<std::string> parts{counted(summary.error, "Fehler", "Fehler"), counted(summary.warning, "Warnung", "Warnungen"),
                                   counted(summary.info, "Hinweis", "Hinweise")};
    if (summary.accepted > 0) parts.push_back(counted(summary.accepted, "getragenes Risiko", "getragene Risiken"));
    if (undecided > 0) parts.push_back(std::to_string(undecided) + " nicht beurteilbar");
    return joined(parts, ", ");
}

PrintResult print_check(const model::Plan& plan, const CheckResult& result,
                        const std::optional<std::filesystem::path>& template_folder) {
    PrintResult out;
    out.confidential = true;
    const ComputedSheet cover(template_folder, "_pruefbericht.md", out.diagnostics);
    const ComputedSheet part(template_folder, "_pruefbericht-amt.md", out.diagnostics);
    if (has_errors(out.diagnostics)) return out;
    const layout::FontSet fonts;
    const auto imprint = report_imprint(plan, result);
    const Report report(plan, result);
    const auto count = std::to_string(result.units.size());
    std::vector<layout::SheetPages> pages;
    std::vector<std::size_t> page_counts;
    const auto set = [&](std::optional<doc::Sheet> sheet, std::string number, std::string name) -> layout::SheetPages {
        if (!sheet) return {};
        sheet->part = std::move(name);
        sheet->number = std::move(number);
        sheet->confidential = true;
        return layout::lay_out(*sheet, imprint, fonts, {});
    };
    for (const auto& unit : result.units) {
        const auto nr = std::to_string(pages.size() + 1);
        auto made =
            set(part.fill(report.part(unit), out.diagnostics), "T" + nr, to_text(Message{"app.report_part", {nr, count}}));
        page_counts.push_back(made.pages.size());
        pages.push_back(std::move(made));
    }
    pages.insert(pages.begin(),
                 set(cover.fill(report.cover(page_counts), out.diagnostics), "D", to_text(Message{"app.report_cover", {}})));
    out.title = pages.front().title;
    for (const auto& sheet : pages) {
        PrintedSheet printed{sheet.number, sheet.title, {}, {}};
        for (const auto& page : sheet.pages) printed.kennungen.push_back(page.kennung);
        out.pages += static_cast<int>(sheet.pages.size());
        out.sheets.push_back(std::move(printed));
        append(out.diagnostics, sheet.diagnostics);
    }
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
