// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "canvas.hpp"
#include "haru.hpp"

namespace bcmkit::pdf {

/// Writes the structure tree and its way back from the pages (ParentTree). `annotations` belong to drawing.jumps.
void write_structure(Haru& haru, std::span<const layout::SheetPages> sheets, const Drawing& drawing,
                     std::span<const HPDF_Page> pages, std::span<const HPDF_Annotation> annotations);

} // namespace bcmkit::pdf
