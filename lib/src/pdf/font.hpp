// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "canvas.hpp"
#include "haru.hpp"

namespace bcmkit::pdf {

/// Embeds the used part of one font file; all its glyphs have a Unicode text.
HPDF_Dict embed_font(Haru& haru, const layout::FontSet& fonts, std::size_t index, const UsedGlyphs& used);

} // namespace bcmkit::pdf
