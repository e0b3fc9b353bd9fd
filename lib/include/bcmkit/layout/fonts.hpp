// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The one object that knows how wide a word is and which glyphs draw it. Layout measures with it and the PDF is
/// written with it, so that both always agree.
namespace bcmkit::layout {

/// What a text is set in. Regular and bold only: italics and grey do not survive a photocopier (print-design §1.2).
enum class Face : std::uint8_t {
    text,
    strong,
    code, ///< slashed zero, serifs on I, a tail on l
    strong_code,
};

/// Advances and offsets are in 1/100000 of the type size.
inline constexpr std::int32_t units_per_em = 100000;

struct Glyph {
    std::uint16_t font = 0; ///< which embedded file
    std::uint16_t id = 0;   ///< glyph in that file; never 0 (.notdef)
    std::int32_t advance = 0;
    std::int32_t nominal = 0; ///< advance without kerning: what the font itself says
    std::int32_t x_offset = 0, y_offset = 0;
    std::uint16_t text_begin = 0, text_length = 0; ///< bytes of Word::text; length 0 = belongs to the glyph before
};

/// A word, shaped: kerning on, ligatures off, all digits equally wide.
struct Word {
    std::string text; ///< what was drawn: missing characters are U+FFFD here
    std::vector<Glyph> glyphs;
    std::int32_t width = 0;
    std::vector<char32_t> missing; ///< characters that no embedded font has
};

/// A font file as a PDF wants it: only the glyphs asked for, at their old numbers.
struct FontProgram {
    std::string name;  ///< PostScript name
    std::string bytes; ///< CFF table or TrueType file
    bool cff = false;
    bool bold = false;
    int ascent = 0, descent = 0, cap_height = 0;  ///< 1/1000 em
    int left = 0, bottom = 0, right = 0, top = 0; ///< bounding box, 1/1000 em
};

/// The fonts that were compiled into the program: Inter, then Noto Sans, then DejaVu Sans, character by character.
/// Nothing is read from the machine. Not for several threads at once: it caches every word it has seen.
class FontSet {
public:
    /// The pieces in which a line of text is shaped: words, runs of blanks, and the parts of a word on both sides of a seam
    /// (after a hyphen or a slash between letters, at a soft hyphen; not in ids: "BK-STB-005"). A line may break after each; a
    /// word without seams is cut after 64 bytes. Together they are the whole text.
    static std::vector<std::string_view> pieces(std::string_view text);

    FontSet();
    ~FontSet();
    FontSet(FontSet&&) noexcept;
    FontSet& operator=(FontSet&&) noexcept;

    /// The word as glyphs. A character that no font has becomes U+FFFD and is named in Word::missing. Takes one of
    /// `pieces`; anything longer than 255 bytes is cut there. The reference stays valid as long as the set.
    const Word& shaped(std::string_view word, Face face) const;

    std::size_t font_count() const;
    /// The part of font `font` that draws `glyphs` (sorted, without doubles).
    FontProgram subset(std::size_t font, std::span<const std::uint16_t> glyphs) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace bcmkit::layout
