// SPDX-License-Identifier: EUPL-1.2
#include "font.hpp"

#include <bcmkit/base/hash.hpp>

#include <cmath>

namespace bcmkit::pdf {

namespace {

std::string hex(std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string hex(std::uint16_t value) { return hex(std::string{static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)}); }

// Six capital letters that depend on the used glyphs, as PDF asks of a subset's name.
std::string subset_tag(const UsedGlyphs& used) {
    std::string ids;
    for (const auto& [id, glyph] : used) ids += hex(id);
    const Sha256 hash = sha256(ids);
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + hash[i] % 26);
    return tag;
}

// libharu's own map uses an operator that is not allowed there; this one has a line for each glyph.
std::string to_unicode(const UsedGlyphs& used) {
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS "
                      "def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    std::vector<std::string> lines;
    for (const auto& [id, glyph] : used) {
        // A mark that only completes the letter before it says nothing of its own.
        const std::string text = glyph.text.empty() ? "\u200B" : glyph.text;
        lines.push_back("<" + hex(id) + "> <" + hex(utf16(text)) + ">\n");
    }
    constexpr std::size_t most_lines = 100; // of one block (PDF 32000-1, 9.10.3)
    for (std::size_t i = 0; i < lines.size(); i += most_lines) {
        const std::size_t count = std::min(most_lines, lines.size() - i);
        map += std::to_string(count) + " beginbfchar\n";
        for (std::size_t k = 0; k < count; ++k) map += lines[i + k];
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

HPDF_Dict descriptor(Haru& haru, const layout::FontProgram& program, const std::string& name) {
    const HPDF_Dict out = haru.object();
    Haru::name(out, "Type", "FontDescriptor");
    Haru::name(out, "FontName", name);
    Haru::number(out, "Flags", 4);
    const HPDF_Array box = haru.array();
    for (const int edge : {program.left, program.bottom, program.right, program.top}) HPDF_Array_AddNumber(box, edge);
    HPDF_Dict_Add(out, "FontBBox", box);
    Haru::number(out, "ItalicAngle", 0);
    Haru::number(out, "Ascent", program.ascent);
    Haru::number(out, "Descent", program.descent);
    Haru::number(out, "CapHeight", program.cap_height);
    Haru::number(out, "StemV", program.bold ? 140 : 80);
    const HPDF_Dict file = haru.stream(program.bytes);
    if (program.cff) {
        Haru::name(file, "Subtype", "CIDFontType0C");
        HPDF_Dict_Add(out, "FontFile3", file);
    } else {
        Haru::number(file, "Length1", static_cast<int>(program.bytes.size()));
        HPDF_Dict_Add(out, "FontFile2", file);
    }
    return out;
}

HPDF_Array widths(Haru& haru, const UsedGlyphs& used) {
    const HPDF_Array out = haru.array();
    HPDF_Array run = nullptr;
    int last = -2;
    for (const auto& [id, glyph] : used) {
        if (id != last + 1) {
            HPDF_Array_AddNumber(out, id);
            run = haru.array();
            HPDF_Array_Add(out, run);
        }
        HPDF_Array_AddNumber(run, static_cast<HPDF_INT32>(std::lround(glyph.nominal / 100.0)));
        last = id;
    }
    return out;
}

} // namespace

HPDF_Dict embed_font(Haru& haru, const layout::FontSet& fonts, std::size_t index, const UsedGlyphs& used) {
    std::vector<std::uint16_t> ids;
    for (const auto& [id, glyph] : used) ids.push_back(id);
    const layout::FontProgram program = fonts.subset(index, ids);
    const std::string name = subset_tag(used) + "+" + program.name;

    const HPDF_Dict cid = haru.object();
    Haru::name(cid, "Type", "Font");
    Haru::name(cid, "Subtype", program.cff ? "CIDFontType0" : "CIDFontType2");
    Haru::name(cid, "BaseFont", name);
    const HPDF_Dict system = haru.dictionary();
    haru.text(system, "Registry", "Adobe");
    haru.text(system, "Ordering", "Identity");
    Haru::number(system, "Supplement", 0);
    HPDF_Dict_Add(cid, "CIDSystemInfo", system);
    HPDF_Dict_Add(cid, "FontDescriptor", descriptor(haru, program, name));
    if (!program.cff) Haru::name(cid, "CIDToGIDMap", "Identity");
    Haru::number(cid, "DW", 0);
    HPDF_Dict_Add(cid, "W", widths(haru, used));

    const HPDF_Dict font = haru.object();
    Haru::name(font, "Type", "Font");
    Haru::name(font, "Subtype", "Type0");
    Haru::name(font, "BaseFont", name);
    Haru::name(font, "Encoding", "Identity-H");
    const HPDF_Array descendants = haru.array();
    HPDF_Array_Add(descendants, cid);
    HPDF_Dict_Add(font, "DescendantFonts", descendants);
    HPDF_Dict_Add(font, "ToUnicode", haru.stream(to_unicode(used)));
    return font;
}

} // namespace bcmkit::pdf
