// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/doc/document.hpp>
#include <bcmkit/layout/fonts.hpp>
#include <bcmkit/layout/page.hpp>

#include <vector>

namespace bcmkit::layout {

struct PrintOptions {
    /// Both sides of the paper: margins alternate, and each Blatt begins on a front. Where a Blatt has an odd number of
    /// pages its last back says that it stays empty on purpose.
    bool duplex = false;
};

/// Breaks the Blatt into pages. Never throws over content: what does not fit, is missing in the fonts or breaks a rule
/// of print-design is a diagnostic, and the page is printed all the same. Same input, same pages.
SheetPages lay_out(const doc::Sheet& sheet, const doc::Imprint& imprint, const FontSet& fonts, const PrintOptions& options = {});

/// All sheets, in the order of the binder.
std::vector<SheetPages> lay_out(const doc::Document& document, const FontSet& fonts, const PrintOptions& options = {});

} // namespace bcmkit::layout
