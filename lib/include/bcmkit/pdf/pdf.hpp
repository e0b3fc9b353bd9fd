// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>
#include <bcmkit/layout/fonts.hpp>
#include <bcmkit/layout/page.hpp>

#include <span>
#include <string>

namespace bcmkit::pdf {

struct Metadata {
    std::string title;
    std::string author;
    std::string subject;
    Date date; ///< of the plan; never today's clock, or the bytes would differ
    std::string lang = "de-DE";
    bool duplex = false; ///< tell the printer to turn the paper at the long edge
};

/// The sheets as one PDF (PDF/A-2a and PDF/UA-1): bookmarks, page labels "1.01-1", links between the sheets that are
/// part of it. `fonts` must be the set that the pages were laid out with. Same input, same bytes.
/// Throws Error{machine} where the memory does not suffice.
std::string write(std::span<const layout::SheetPages> sheets, const layout::FontSet& fonts, const Metadata& metadata);

} // namespace bcmkit::pdf
