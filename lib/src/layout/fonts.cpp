// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/layout/fonts.hpp>

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <stdexcept>
#include <unordered_map>

// Laid down by lib/cmake/Fonts.cmake.
#define BCMKIT_FONT(name) extern const char name[], name##_end[]
extern "C" {
BCMKIT_FONT(bcmkit_font_inter_regular);
BCMKIT_FONT(bcmkit_font_inter_bold);
BCMKIT_FONT(bcmkit_font_noto_regular);
BCMKIT_FONT(bcmkit_font_noto_bold);
BCMKIT_FONT(bcmkit_font_dejavu_regular);
BCMKIT_FONT(bcmkit_font_dejavu_bold);
}
#undef BCMKIT_FONT

namespace bcmkit::layout {

namespace {

constexpr std::size_t fonts_per_weight = 3;
constexpr std::size_t longest_shaped = 255;
constexpr std::size_t longest_piece = 64;

template <auto Release> struct Releaser {
    template <typename T> void operator()(T* thing) const { Release(thing); }
};
using Blob = std::unique_ptr<hb_blob_t, Releaser<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Releaser<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Releaser<hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Releaser<hb_buffer_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Releaser<hb_subset_input_destroy>>;

struct Font {
    HbFace face;
    HbFont font;
    int upem = 1000;
    bool bold = false;

    std::int32_t em_units(std::int64_t value) const {
        const std::int64_t scaled = value * units_per_em;
        return static_cast<std::int32_t>((scaled >= 0 ? scaled + upem / 2 : scaled - upem / 2) / upem);
    }
    bool has(char32_t code_point) const {
        hb_codepoint_t glyph = 0;
        return hb_font_get_nominal_glyph(font.get(), code_point, &glyph) != 0 && glyph != 0;
    }
};

Font open_font(const char* begin, const char* end, bool bold) {
    const Blob blob(hb_blob_create(begin, static_cast<unsigned>(end - begin), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    Font font;
    font.face.reset(hb_face_create(blob.get(), 0));
    if (hb_face_get_glyph_count(font.face.get()) == 0) throw std::logic_error("an embedded font is no font");
    font.upem = static_cast<int>(hb_face_get_upem(font.face.get()));
    font.font.reset(hb_font_create(font.face.get()));
    hb_font_set_scale(font.font.get(), font.upem, font.upem);
    font.bold = bold;
    return font;
}

bool is_combining(char32_t c) { return (c >= 0x300 && c < 0x370) || c == 0x200D || c == 0xFE0F; }
/// Written from right to left: without bidi it would come out backwards, so it counts as missing.
bool is_right_to_left(char32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE);
}
bool is_invisible(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0xFE0F || c == 0x2060; }
/// Blanks that look the same as an ordinary one on paper.
bool is_fixed_blank(char32_t c) { return c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x2009; }

bool is_letter(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
           (c >= 0x370 && c < 0x530) || (c >= 0x1E00 && c < 0x2000);
}

} // namespace

struct FontSet::Impl {
    std::array<Font, fonts_per_weight * 2> fonts;
    mutable std::unordered_map<std::string, std::unique_ptr<Word>> cache;
    mutable std::string key;

    static bool is_bold(Face face) { return face == Face::strong || face == Face::strong_code; }
    static bool is_code(Face face) { return face == Face::code || face == Face::strong_code; }

    /// The first font of the weight that has the character; the count of fonts where none has.
    std::size_t font_for(char32_t c, Face face) const {
        const std::size_t first = is_bold(face) ? fonts_per_weight : 0;
        if (is_invisible(c)) return first;
        if (is_right_to_left(c)) return fonts.size();
        for (std::size_t i = first; i < first + fonts_per_weight; ++i)
            if (fonts[i].has(c)) return i;
        return is_fixed_blank(c) ? first : fonts.size();
    }

    void shape_run(Word& word, std::size_t begin, std::size_t end, std::size_t index, Face face) const;
    Word shape(std::string_view text, Face face) const;
};

void FontSet::Impl::shape_run(Word& word, std::size_t begin, std::size_t end, std::size_t index, Face face) const {
    static const hb_language_t german = hb_language_from_string("de", -1);
    const Font& font = fonts[index];
    const Buffer buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), word.text.data() + begin, static_cast<int>(end - begin), 0, static_cast<int>(end - begin));
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer.get(), german);
    const auto feature = [](const char* tag, unsigned value) {
        return hb_feature_t{HB_TAG(tag[0], tag[1], tag[2], tag[3]), value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    };
    const unsigned code = is_code(face) ? 1 : 0;
    // Ligatures and contextual forms off: searching and copying stay exact.
    const std::array features{feature("kern", 1), feature("liga", 0),    feature("clig", 0),   feature("calt", 0),
                              feature("tnum", 1), feature("zero", code), feature("ss02", code)};
    hb_shape(font.font.get(), buffer.get(), features.data(), features.size());

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    for (unsigned i = 0; i < count; ++i) {
        Glyph glyph;
        glyph.font = static_cast<std::uint16_t>(index);
        glyph.id = static_cast<std::uint16_t>(infos[i].codepoint);
        glyph.advance = font.em_units(positions[i].x_advance);
        glyph.nominal = font.em_units(hb_font_get_glyph_h_advance(font.font.get(), infos[i].codepoint));
        glyph.x_offset = font.em_units(positions[i].x_offset);
        glyph.y_offset = font.em_units(positions[i].y_offset);
        const unsigned cluster = infos[i].cluster;
        if (i == 0 || infos[i - 1].cluster != cluster) {
            unsigned next = i + 1;
            while (next < count && infos[next].cluster == cluster) ++next;
            const std::size_t cluster_end = next < count ? begin + infos[next].cluster : end;
            glyph.text_begin = static_cast<std::uint16_t>(begin + cluster);
            glyph.text_length = static_cast<std::uint16_t>(cluster_end - begin - cluster);
        }
        word.width += glyph.advance;
        // A font may lack a glyph for a blank that HarfBuzz then makes of nothing.
        if (glyph.id != 0)
            word.glyphs.push_back(glyph);
        else if (!word.glyphs.empty())
            word.glyphs.back().advance += glyph.advance;
        else
            word.width -= glyph.advance;
    }
}

Word FontSet::Impl::shape(std::string_view text, Face face) const {
    Word word;
    std::vector<std::pair<std::size_t, std::size_t>> runs; // end in word.text, font
    for (std::size_t i = 0; i < text.size() && i < longest_shaped;) {
        char32_t c = next_code_point(text, i);
        if (is_invisible(c)) continue;
        if (is_fixed_blank(c)) c = 0xA0;
        std::size_t font = font_for(c, face);
        if (font == fonts.size()) {
            word.missing.push_back(c);
            c = 0xFFFD;
            font = font_for(c, face);
        }
        if (is_combining(c) && !runs.empty()) font = runs.back().second;
        word.text += to_utf8(c);
        if (!runs.empty() && runs.back().second == font)
            runs.back().first = word.text.size();
        else
            runs.emplace_back(word.text.size(), font);
    }
    std::size_t begin = 0;
    for (const auto& [end, font] : runs) {
        shape_run(word, begin, end, font, face);
        begin = end;
    }
    return word;
}

FontSet::FontSet() : impl_(std::make_unique<Impl>()) {
    impl_->fonts = {open_font(bcmkit_font_inter_regular, bcmkit_font_inter_regular_end, false),
                    open_font(bcmkit_font_noto_regular, bcmkit_font_noto_regular_end, false),
                    open_font(bcmkit_font_dejavu_regular, bcmkit_font_dejavu_regular_end, false),
                    open_font(bcmkit_font_inter_bold, bcmkit_font_inter_bold_end, true),
                    open_font(bcmkit_font_noto_bold, bcmkit_font_noto_bold_end, true),
                    open_font(bcmkit_font_dejavu_bold, bcmkit_font_dejavu_bold_end, true)};
}
FontSet::~FontSet() = default;
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;

const Word& FontSet::shaped(std::string_view word, Face face) const {
    std::string& key = impl_->key;
    key.assign(1, static_cast<char>(face));
    key += word;
    auto& entry = impl_->cache[key];
    if (!entry) entry = std::make_unique<Word>(impl_->shape(word, face));
    return *entry;
}

namespace {

/// The word between two blanks, without what stands around it: "(BK-STB-005)," is "BK-STB-005".
std::string_view word_around(std::string_view text, std::size_t at) {
    constexpr std::string_view around = "()[],.;:";
    const auto begin = text.substr(0, at).rfind(' ') + 1; // 0 where there is no blank
    auto word = text.substr(begin, text.find(' ', at) - begin);
    word.remove_prefix(std::min(word.find_first_not_of(around), word.size()));
    return word.substr(0, word.find_last_not_of(around) + 1);
}

/// "BK-STB-005", "KIT-HANDKASSE": torn apart, nobody finds it again.
bool is_identifier(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
}

} // namespace

std::vector<std::string_view> FontSet::pieces(std::string_view text) {
    std::vector<std::string_view> result;
    std::size_t begin = 0;
    char32_t before = 0;
    const auto cut = [&](std::size_t end) {
        if (end > begin) result.push_back(text.substr(begin, end - begin));
        begin = end;
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t here = i;
        const char32_t c = next_code_point(text, i);
        if (c == ' ') {
            if (before != ' ') cut(here);
        } else {
            if (before == ' ' || here - begin >= longest_piece) cut(here);
            if (c == 0xAD || c == 0x200B) cut(i);
            if ((c == '-' || c == '/') && is_letter(before) && !(c == '-' && is_identifier(word_around(text, here)))) {
                std::size_t after = i;
                if (after < text.size() && is_letter(next_code_point(text, after))) cut(i);
            }
        }
        before = c;
    }
    cut(text.size());
    return result;
}

std::size_t FontSet::font_count() const { return impl_->fonts.size(); }

FontProgram FontSet::subset(std::size_t index, std::span<const std::uint16_t> glyphs) const {
    const Font& font = impl_->fonts.at(index);
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) throw std::bad_alloc();
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    hb_set_add(wanted, 0);
    for (const auto glyph : glyphs) hb_set_add(wanted, glyph);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GPOS", "GSUB", "GDEF", "kern", "name", "post", "OS/2", "DSIG", "FFTM", "cmap", "gasp", "LTSH",
                            "VDMX", "hdmx", "prop", "MATH", "STAT", "meta"})
        hb_set_add(dropped, HB_TAG(tag[0], tag[1], tag[2], tag[3]));
    const HbFace part(hb_subset_or_fail(font.face.get(), input.get()));
    if (!part) throw std::bad_alloc();

    FontProgram program;
    program.bold = font.bold;
    const Blob cff(hb_face_reference_table(part.get(), HB_TAG('C', 'F', 'F', ' ')));
    program.cff = hb_blob_get_length(cff.get()) > 0;
    const Blob whole(hb_face_reference_blob(part.get()));
    const Blob& chosen = program.cff ? cff : whole;
    unsigned length = 0;
    const char* data = hb_blob_get_data(chosen.get(), &length);
    program.bytes.assign(data, length);

    char name[128];
    unsigned name_length = sizeof name;
    hb_ot_name_get_utf8(font.face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &name_length, name);
    for (const char c : std::string_view(name, name_length))
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-') program.name += c;
    const auto metric = [&](hb_ot_metrics_tag_t tag, int fallback) {
        hb_position_t value = 0;
        return static_cast<int>(
            std::lround((hb_ot_metrics_get_position(font.font.get(), tag, &value) != 0 ? value : fallback) * 1000.0 / font.upem));
    };
    program.ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, font.upem * 9 / 10);
    program.descent = metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -font.upem / 5);
    program.cap_height = metric(HB_OT_METRICS_TAG_CAP_HEIGHT, font.upem * 7 / 10);
    const Blob head(hb_face_reference_table(font.face.get(), HB_TAG('h', 'e', 'a', 'd')));
    const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(head.get(), &length));
    if (length < 54) throw std::logic_error("an embedded font has no head table");
    const auto box = [&](int offset) {
        return static_cast<int>(
            std::lround(static_cast<std::int16_t>(bytes[offset] << 8 | bytes[offset + 1]) * 1000.0 / font.upem));
    };
    program.left = box(36);
    program.bottom = box(38);
    program.right = box(40);
    program.top = box(42);
    return program;
}

} // namespace bcmkit::layout
