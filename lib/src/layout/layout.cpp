// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/layout/layout.hpp>

#include "composer.hpp"
#include "pager.hpp"

namespace bcmkit::layout {

SheetPages lay_out(const doc::Sheet& sheet, const doc::Imprint& imprint, const FontSet& fonts, const PrintOptions& options) {
    SheetPages out;
    out.number = sheet.number;
    out.title = sheet.title;
    Composer composer(sheet, fonts, out);
    Pager pager(sheet, imprint, options, composer, out);
    pager.begin();
    pager.place(composer.compose(sheet.blocks, geometry_of(sheet.format).text_width(), 0));
    pager.finish();
    return out;
}

std::vector<SheetPages> lay_out(const doc::Document& document, const FontSet& fonts, const PrintOptions& options) {
    std::vector<SheetPages> sheets;
    sheets.reserve(document.sheets.size());
    for (const auto& sheet : document.sheets) sheets.push_back(lay_out(sheet, document.imprint, fonts, options));
    return sheets;
}

} // namespace bcmkit::layout
