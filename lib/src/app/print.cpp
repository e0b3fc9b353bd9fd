// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/print.hpp>

#include "templates.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/compose/book.hpp>
#include <bcmkit/layout/fonts.hpp>
#include <bcmkit/layout/layout.hpp>
#include <bcmkit/pdf/pdf.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

namespace bcmkit::app {

namespace {

constexpr std::size_t most_templates = 1000;

std::vector<compose::TemplateText> templates_in(const std::filesystem::path& folder) {
    std::vector<compose::TemplateText> out;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end && out.size() < most_templates;
         entry.increment(error)) {
        if (entry->path().extension() == ".md")
            out.push_back({to_text(entry->path().filename()), read_file(entry->path(), 1024 * 1024)});
    }
    if (error) throw Error(ErrorCode::machine, {"app.cannot_list", {to_text(folder), error.message()}});
    return out;
}

/// The same mistake in 46 services is one mistake of the template.
Diagnostics tidied(Diagnostics all) {
    std::set<std::string> seen;
    Diagnostics out;
    for (auto& diagnostic : all) {
        if (seen.insert(to_text(diagnostic)).second) out.push_back(std::move(diagnostic));
    }
    std::ranges::stable_sort(out, [](const Diagnostic& a, const Diagnostic& b) { return a.severity > b.severity; });
    return out;
}

} // namespace

std::vector<compose::TemplateText> all_templates(const std::optional<std::filesystem::path>& folder) {
    auto own = compose::own_templates();
    return folder ? compose::merged(std::move(own), templates_in(*folder)) : own;
}

struct Printer::Impl {
    Impl(const model::Plan& plan_in, model::Audience audience, Date date_in, const std::optional<std::filesystem::path>& folder,
         bool duplex)
        : plan(plan_in)
        , date(date_in)
        , book(plan_in, all_templates(folder), audience, date_in)
        , options{duplex} {}

    const model::Plan& plan;
    Date date;
    compose::Book book;
    layout::FontSet fonts;
    layout::PrintOptions options;
    std::optional<std::vector<compose::ListedSheet>> list; ///< of the whole handbook, once it was laid out
    /// Pages of the handbook by sheet number; good for every print whose sheets and imprint are the same.
    std::map<std::string, layout::SheetPages, std::less<>> whole_pages;
    std::string whole_warning;
    std::function<void(std::size_t, std::size_t)> progress = {};
    bool is_last = false; ///< the next print is the last one: pages need not be kept

    const std::vector<compose::ListedSheet>& valid_sheets(Diagnostics& diagnostics);
    PrintResult print(const compose::Selection& selection, const std::vector<compose::ListedFile>& files);
};

// The list of valid sheets names the Kennung of every page, so everything else is laid out before it.
const std::vector<compose::ListedSheet>& Printer::Impl::valid_sheets(Diagnostics& diagnostics) {
    if (list) return *list;
    const auto whole = book.fill(book.whole(), nullptr, diagnostics);
    list.emplace();
    std::size_t done = 0;
    whole_warning = whole.document.imprint.warning;
    for (const auto& sheet : whole.document.sheets) {
        compose::ListedSheet row{sheet.number, sheet.title, {}};
        auto pages = layout::lay_out(sheet, whole.document.imprint, fonts, options);
        for (const auto& page : pages.pages) {
            if (!page.kennung.empty()) row.kennungen.push_back(page.kennung);
        }
        list->push_back(std::move(row));
        if (progress) progress(++done, whole.document.sheets.size());
        whole_pages.emplace(sheet.number, std::move(pages));
    }
    return *list;
}

Printer::Printer(const model::Plan& plan, model::Audience audience, Date date,
                 const std::optional<std::filesystem::path>& template_folder, bool duplex)
    : impl_(std::make_unique<Impl>(plan, audience, date, template_folder, duplex)) {}

Printer::~Printer() = default;

std::vector<std::string> Printer::numbers() const {
    std::vector<std::string> out;
    for (const auto& entry : impl_->book.entries()) {
        if (entry.in_book) out.push_back(entry.number);
    }
    return out;
}

PrintResult Printer::Impl::print(const compose::Selection& selection, const std::vector<compose::ListedFile>& files) {
    PrintResult result;
    result.diagnostics = book.diagnostics();
    result.title = selection.title;
    std::optional<compose::Contents> contents;
    if (std::ranges::any_of(selection.entries, [&](std::size_t i) { return !book.entries()[i].in_list; }))
        contents = compose::Contents{valid_sheets(result.diagnostics), files};
    auto composed = book.fill(selection, contents ? &*contents : nullptr, result.diagnostics);
    result.private_numbers = composed.private_numbers;
    const bool is_whole = selection.unit.empty() && composed.document.imprint.warning == whole_warning;
    std::vector<layout::SheetPages> pages;
    for (auto& sheet : composed.document.sheets) {
        const auto known = whole_pages.find(sheet.number);
        if (!is_whole || known == whole_pages.end())
            pages.push_back(layout::lay_out(sheet, composed.document.imprint, fonts, options));
        else
            pages.push_back(is_last ? std::move(known->second) : known->second);
        sheet.blocks = {}; // laid out: a whole handbook of them would wait for the PDF
    }
    if (is_last) whole_pages.clear();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        PrintedSheet sheet{pages[i].number, pages[i].title, {}, composed.document.sheets[i].record};
        for (const auto& page : pages[i].pages) sheet.kennungen.push_back(page.kennung);
        result.pages += static_cast<int>(pages[i].pages.size());
        result.confidential = result.confidential || composed.document.sheets[i].confidential;
        result.diagnostics.insert(result.diagnostics.end(), pages[i].diagnostics.begin(), pages[i].diagnostics.end());
        result.sheets.push_back(std::move(sheet));
    }
    result.diagnostics = tidied(std::move(result.diagnostics));
    if (has_errors(result.diagnostics) || pages.empty()) return result;
    pdf::Metadata metadata;
    metadata.title = composed.document.imprint.organisation + " – " + result.title;
    metadata.author = composed.document.imprint.organisation;
    metadata.subject = composed.document.imprint.title + ", " + composed.document.imprint.edition;
    metadata.date = plan.changed_on.value_or(date);
    metadata.duplex = options.duplex;
    result.pdf = pdf::write(pages, fonts, metadata);
    return result;
}

PrintResult Printer::print(const std::vector<std::string>& selectors) & {
    return impl_->print(selectors.empty() ? impl_->book.whole() : impl_->book.select(selectors), {});
}

PrintResult Printer::print(const std::vector<std::string>& selectors) && {
    impl_->is_last = true;
    return print(selectors);
}

void Printer::on_progress(std::function<void(std::size_t, std::size_t)> progress) { impl_->progress = std::move(progress); }

PrintResult Printer::print_cover(const std::vector<compose::ListedFile>& files) {
    compose::Selection selection;
    const auto& entries = impl_->book.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].file == "start-hier.md") selection.entries.push_back(i);
    }
    selection.title = "Notfallkoffer";
    return impl_->print(selection, files);
}

PrintResult print(const model::Plan& plan, const PrintRequest& request) {
    Printer printer(plan, request.audience, request.date, request.template_folder, request.duplex);
    printer.on_progress(request.progress);
    return std::move(printer).print(request.selectors);
}

std::optional<model::Audience> audience_from(std::string_view word) {
    using enum model::Audience;
    for (const auto audience : {open, intern, staff, full}) {
        if (model::audience_word(audience) == word) return audience;
    }
    if (word == "öffentlich") return open;
    return std::nullopt;
}

} // namespace bcmkit::app
