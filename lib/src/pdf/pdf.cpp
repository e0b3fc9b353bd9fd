// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/pdf/pdf.hpp>

#include "canvas.hpp"
#include "font.hpp"
#include "haru.hpp"
#include "metadata.hpp"
#include "structure.hpp"

#include <bcmkit/base/hash.hpp>

namespace bcmkit::pdf {

namespace {

/// What the id of the document follows from: title, date and what is drawn.
std::string fingerprint(const Metadata& metadata, const Drawing& drawing) {
    std::string text = metadata.title + to_iso(metadata.date);
    for (const auto& page : drawing.pages) text += to_hex(sha256(page.operators));
    return text;
}

/// libharu keeps its own copy of what is drawn, so that of the drawing goes page by page.
std::vector<HPDF_Page> write_pages(Haru& haru, Drawing& drawing, const std::vector<HPDF_Dict>& fonts) {
    std::vector<HPDF_Page> pages;
    for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
        DrawnPage& drawn = drawing.pages[i];
        const HPDF_Page page = HPDF_AddPage(haru.raw());
        HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(points(drawn.width)));
        HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(points(drawn.height)));
        const auto resources = static_cast<HPDF_Dict>(HPDF_Page_GetInheritableItem(page, "Resources", HPDF_OCLASS_DICT));
        const HPDF_Dict used = haru.dictionary();
        for (std::size_t f = 0; f < fonts.size(); ++f) {
            if (drawn.fonts[f]) HPDF_Dict_Add(used, ("F" + std::to_string(f)).c_str(), fonts[f]);
        }
        HPDF_Dict_Add(resources, "Font", used);
        const HPDF_Stream stream = static_cast<HPDF_PageAttr>(page->attr)->stream;
        HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(drawn.operators.data()),
                          static_cast<HPDF_UINT>(drawn.operators.size()));
        drawn.operators = {};
        Haru::number(page, "StructParents", static_cast<int>(i));
        Haru::name(page, "Tabs", "S");
        pages.push_back(page);
    }
    return pages;
}

std::vector<HPDF_Annotation> write_links(Haru& haru, const Drawing& drawing, const std::vector<HPDF_Page>& pages) {
    std::vector<HPDF_Annotation> annotations;
    for (const Jump& jump : drawing.jumps) {
        const auto height = drawing.pages[static_cast<std::size_t>(jump.page)].height;
        const HPDF_Rect area{
            static_cast<HPDF_REAL>(points(jump.area.x)), static_cast<HPDF_REAL>(points(height - jump.area.y - jump.area.height)),
            static_cast<HPDF_REAL>(points(jump.area.x + jump.area.width)), static_cast<HPDF_REAL>(points(height - jump.area.y))};
        const HPDF_Page target = pages[static_cast<std::size_t>(jump.target_page)];
        const HPDF_Annotation annotation =
            HPDF_Page_CreateLinkAnnot(pages[static_cast<std::size_t>(jump.page)], area, HPDF_Page_CreateDestination(target));
        HPDF_Dict_Add(annotation, "Dest",
                      haru.destination(target, points(drawing.pages[static_cast<std::size_t>(jump.target_page)].height)));
        HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0);
        Haru::number(annotation, "F", 4);
        haru.text(annotation, "Contents", to_text(Message{"pdf.sheet", {jump.target}}));
        Haru::number(annotation, "StructParent", static_cast<int>(drawing.pages.size() + annotations.size()));
        annotations.push_back(annotation);
    }
    return annotations;
}

// One bookmark a register, the sheets below it.
void write_bookmarks(Haru& haru, std::span<const layout::SheetPages> sheets, const Drawing& drawing,
                     const std::vector<HPDF_Page>& pages) {
    const HPDF_Encoder encoder = HPDF_GetEncoder(haru.raw(), "UTF-8");
    std::string_view open_register;
    HPDF_Outline parent = nullptr;
    const auto bookmark = [&](HPDF_Outline above, const std::string& title, std::size_t page) {
        const HPDF_Outline outline = HPDF_CreateOutline(haru.raw(), above, title.c_str(), encoder);
        HPDF_Dict_Add(outline, "Dest", haru.destination(pages[page], points(drawing.pages[page].height)));
        return outline;
    };
    for (std::size_t s = 0; s < sheets.size(); ++s) {
        if (sheets[s].pages.empty()) continue;
        const auto page = static_cast<std::size_t>(drawing.first_page[s]);
        const std::string_view number = sheets[s].number;
        if (!sheets[s].in_register) {
            bookmark(nullptr, sheets[s].title, page);
            continue;
        }
        const std::string_view chapter = number.substr(0, number.find('.'));
        if (!parent || chapter != open_register) {
            parent = bookmark(nullptr, to_text(Message{"pdf.register", {std::string(chapter)}}), page);
            open_register = chapter;
        }
        HPDF_Outline_SetOpened(bookmark(parent, std::string(number) + " " + sheets[s].title, page), HPDF_FALSE);
    }
    HPDF_SetPageMode(haru.raw(), HPDF_PAGE_MODE_USE_OUTLINE);
}

void write_page_labels(Haru& haru, const Drawing& drawing) {
    const HPDF_Array numbers = haru.array();
    for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
        const HPDF_Dict label = haru.dictionary();
        haru.text(label, "P", drawing.pages[i].number);
        HPDF_Array_AddNumber(numbers, static_cast<HPDF_INT32>(i));
        HPDF_Array_Add(numbers, label);
    }
    const HPDF_Dict labels = haru.dictionary();
    HPDF_Dict_Add(labels, "Nums", numbers);
    HPDF_Dict_Add(haru.catalog(), "PageLabels", labels);
}

} // namespace

std::string write(std::span<const layout::SheetPages> sheets, const layout::FontSet& fonts, const Metadata& metadata) {
    Drawing drawing = draw(sheets, fonts);
    const std::string content = fingerprint(metadata, drawing);
    Haru haru;
    std::vector<HPDF_Dict> embedded;
    for (std::size_t i = 0; i < drawing.glyphs.size(); ++i)
        embedded.push_back(drawing.glyphs[i].empty() ? nullptr : embed_font(haru, fonts, i, drawing.glyphs[i]));
    const auto pages = write_pages(haru, drawing, embedded);
    const auto annotations = write_links(haru, drawing, pages);
    write_structure(haru, sheets, drawing, pages, annotations);
    write_bookmarks(haru, sheets, drawing, pages);
    write_page_labels(haru, drawing);
    write_metadata(haru, metadata, content);
    return haru.bytes();
}

} // namespace bcmkit::pdf
