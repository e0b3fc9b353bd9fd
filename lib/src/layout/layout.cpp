// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/layout/layout.hpp>

#include "composer.hpp"
#include "pager.hpp"

#include <algorithm>
#include <utility>

namespace bcmkit::layout {

namespace {

/// Sheets of at most that many pages are worth a second try with less white.
constexpr std::size_t most_pages_to_retry = 6;

struct Attempt {
    SheetPages sheet;
    std::size_t written = 0; ///< pages without the back that stays empty
    bool front_is_torn = false;

    /// A card that is complete on one view beats half a point of type (print-design §1.1).
    bool beats(const Attempt& other) const {
        return std::pair(written, front_is_torn) < std::pair(other.written, other.front_is_torn);
    }
};

Attempt lay_out_with(const Theme& theme, const doc::Sheet& sheet, const doc::Imprint& imprint, const FontSet& fonts,
                     const PrintOptions& options) {
    Attempt attempt;
    SheetPages& out = attempt.sheet;
    out.number = sheet.number;
    out.title = sheet.title;
    out.in_register = sheet.part.empty();
    Composer composer(sheet, theme, fonts, out);
    Pager pager(sheet, imprint, options, composer, out);
    pager.begin();
    pager.place(composer.compose(sheet.blocks, geometry_of(sheet.format).text_width(), 0));
    pager.finish();
    attempt.written = static_cast<std::size_t>(std::ranges::count_if(out.pages, [](const Page& page) { return page.used > 0; }));
    attempt.front_is_torn = pager.front_is_torn();
    return attempt;
}

} // namespace

SheetPages lay_out(const doc::Sheet& sheet, const doc::Imprint& imprint, const FontSet& fonts, const PrintOptions& options) {
    Attempt best = lay_out_with(theme_of(sheet), sheet, imprint, fonts, options);
    if (best.written < 2 || best.sheet.pages.size() > most_pages_to_retry) return std::move(best.sheet);
    for (const Density density : {Density::close, Density::compact, Density::tight, Density::tightest}) {
        Attempt denser = lay_out_with(theme_of(sheet, density), sheet, imprint, fonts, options);
        if (!denser.beats(best)) continue;
        best = std::move(denser);
        if (!best.front_is_torn) break;
    }
    return std::move(best.sheet);
}

std::vector<SheetPages> lay_out(const doc::Document& document, const FontSet& fonts, const PrintOptions& options) {
    std::vector<SheetPages> sheets;
    sheets.reserve(document.sheets.size());
    for (const auto& sheet : document.sheets) sheets.push_back(lay_out(sheet, document.imprint, fonts, options));
    return sheets;
}

} // namespace bcmkit::layout
