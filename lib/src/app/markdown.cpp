// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/print.hpp>

#include <bcmkit/base/text.hpp>
#include <bcmkit/doc/template.hpp>
#include <bcmkit/layout/fonts.hpp>
#include <bcmkit/layout/layout.hpp>
#include <bcmkit/pdf/pdf.hpp>

#include <algorithm>

namespace bcmkit::app {

namespace {

constexpr int lines_of_head = 3;

bool has_head(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text = trimmed(text);
    return text.starts_with("---\n") || text.starts_with("---\r\n") || text.starts_with("<!--");
}

/// The first heading, else the name of the file; a title holds no braces.
std::string title_of(const MarkdownRequest& request) {
    std::string title = request.file.substr(0, request.file.rfind('.'));
    for (const auto line : split(request.text, '\n')) {
        if (!line.starts_with("# ")) continue;
        title = std::string(trimmed(line.substr(2)));
        break;
    }
    return replaced(replaced(title, "{", ""), "}", "");
}

} // namespace

PrintResult print_markdown(const MarkdownRequest& request) {
    PrintResult result;
    const bool own_head = has_head(request.text);
    const std::string text = own_head ? request.text : "---\ntitel: " + title_of(request) + "\n---\n" + request.text;
    Diagnostics found;
    const auto which = doc::read_template(request.file, text, {}, found);
    const std::vector<doc::Value> scopes{doc::object_value({})};
    auto filled = which ? doc::fill(*which, scopes, found) : std::nullopt;
    for (auto& diagnostic : found) {
        if (!own_head && diagnostic.place.line > lines_of_head) diagnostic.place.line -= lines_of_head;
    }
    result.diagnostics = std::move(found);
    if (!filled) return result;
    auto& sheet = filled->sheet;
    sheet.number = which->head().sheet.empty() ? "0.00" : which->head().sheet;
    // Without a head the first heading became the title: it need not stand there twice.
    if (!own_head && !sheet.blocks.empty()) {
        const auto* heading = std::get_if<doc::Heading>(&sheet.blocks.front().is);
        if (heading && heading->level == 1) sheet.blocks.erase(sheet.blocks.begin());
    }
    const layout::FontSet fonts;
    doc::Imprint imprint;
    imprint.title = sheet.title;
    imprint.edition = to_german(request.date);
    const std::vector<layout::SheetPages> pages{layout::lay_out(sheet, imprint, fonts, {request.duplex})};
    result.title = sheet.title;
    result.pages = static_cast<int>(pages.front().pages.size());
    PrintedSheet printed{sheet.number, sheet.title, {}, {}};
    for (const auto& page : pages.front().pages) printed.kennungen.push_back(page.kennung);
    result.sheets.push_back(std::move(printed));
    result.diagnostics.insert(result.diagnostics.end(), pages.front().diagnostics.begin(), pages.front().diagnostics.end());
    if (has_errors(result.diagnostics)) return result;
    pdf::Metadata metadata;
    metadata.title = sheet.title;
    metadata.date = request.date;
    metadata.duplex = request.duplex;
    result.pdf = pdf::write(pages, fonts, metadata);
    return result;
}

} // namespace bcmkit::app
