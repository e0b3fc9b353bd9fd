// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/layout/layout.hpp>

#include "composer.hpp"
#include "pager.hpp"

#include <algorithm>

namespace bcmkit::layout {

namespace {

/// Sheets of at most that many pages are worth a second try with less white.
constexpr std::size_t most_pages_to_retry = 6;

SheetPages lay_out_with(const Theme& theme, const doc::Sheet& sheet, const doc::Imprint& imprint, const FontSet& fonts,
                        const PrintOptions& options) {
    SheetPages out;
    out.number = sheet.number;
    out.title = sheet.title;
    out.in_register = sheet.part.empty();
    Composer composer(sheet, theme, fonts, out);
    Pager pager(sheet, imprint, options, composer, out);
    pager.begin();
    pager.place(composer.compose(sheet.blocks, geometry_of(sheet.format).text_width(), 0));
    pager.finish();
    return out;
}

/// Without the back that stays empty.
std::ptrdiff_t written_pages(const SheetPages& sheet) {
    return std::count_if(sheet.pages.begin(), sheet.pages.end(), [](const Page& page) { return page.used > 0; });
}

} // namespace

SheetPages lay_out(const doc::Sheet& sheet, const doc::Imprint& imprint, const FontSet& fonts, const PrintOptions& options) {
    SheetPages roomy = lay_out_with(theme_of(sheet), sheet, imprint, fonts, options);
    if (written_pages(roomy) < 2 || roomy.pages.size() > most_pages_to_retry) return roomy;
    // A card that is complete on one view beats half a point of type (print-design §1.1).
    for (const Density density : {Density::close, Density::compact, Density::tight}) {
        SheetPages denser = lay_out_with(theme_of(sheet, density), sheet, imprint, fonts, options);
        if (written_pages(denser) < written_pages(roomy)) return denser;
    }
    return roomy;
}

std::vector<SheetPages> lay_out(const doc::Document& document, const FontSet& fonts, const PrintOptions& options) {
    std::vector<SheetPages> sheets;
    sheets.reserve(document.sheets.size());
    for (const auto& sheet : document.sheets) sheets.push_back(lay_out(sheet, document.imprint, fonts, options));
    return sheets;
}

} // namespace bcmkit::layout
