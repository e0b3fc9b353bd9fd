// SPDX-License-Identifier: EUPL-1.2
#include "structure.hpp"

#include <set>
#include <utility>

namespace bcmkit::pdf {

namespace {

/// What an element holds, in reading order.
struct Kid {
    int node = -1; ///< another element of the sheet, or
    int mark = -1; ///< content of a page, or
    int jump = -1; ///< an annotation
    int page = -1;
};

using Kids = std::vector<std::vector<Kid>>; ///< by node

/// The kids of all nodes of one sheet. Nodes stand in reading order, so an element joins its parent as soon as
/// something behind it is read; cells without content join too.
class SheetKids {
public:
    explicit SheetKids(const layout::SheetPages& sheet) : sheet_(sheet), kids_(sheet.nodes.size()) {}

    void add(int node, Kid kid) {
        attach_up_to(node);
        kids_.at(static_cast<std::size_t>(node)).push_back(kid);
    }
    Kids finished() {
        attach_up_to(static_cast<int>(sheet_.nodes.size()) - 1);
        return std::move(kids_);
    }

private:
    void attach_up_to(int node) {
        for (; attached_ <= node; ++attached_) {
            const int parent = sheet_.nodes.at(static_cast<std::size_t>(attached_)).parent;
            if (parent >= 0) kids_.at(static_cast<std::size_t>(parent)).push_back({.node = attached_});
        }
    }

    const layout::SheetPages& sheet_;
    Kids kids_;
    int attached_ = 0;
};

/// Writes the elements of one sheet.
class SheetWriter {
public:
    SheetWriter(Haru& haru, const layout::SheetPages& sheet, const Kids& kids, std::span<const HPDF_Page> pages,
                std::span<const HPDF_Annotation> annotations)
        : haru_(haru)
        , sheet_(sheet)
        , kids_(kids)
        , pages_(pages)
        , annotations_(annotations) {}

    std::vector<HPDF_Dict> write(HPDF_Dict document) {
        for (std::size_t i = 0; i < sheet_.nodes.size(); ++i) elements_.push_back(haru_.object());
        for (std::size_t i = 0; i < sheet_.nodes.size(); ++i) {
            const int parent = sheet_.nodes[i].parent;
            HPDF_Dict_Add(elements_[i], "P", parent < 0 ? document : elements_[static_cast<std::size_t>(parent)]);
            element(i);
        }
        return std::move(elements_);
    }

private:
    void element(std::size_t index) {
        const layout::Node& node = sheet_.nodes[index];
        const HPDF_Dict out = elements_[index];
        const auto& kids = kids_[index];
        bool has_jump = false;
        int page = -1;
        for (const auto& kid : kids) {
            has_jump = has_jump || kid.jump >= 0;
            if (page < 0 && kid.mark >= 0) page = kid.page;
        }
        // A link without an annotation would be a broken promise to a screen reader.
        const bool is_plain = node.role == layout::Role::link && !has_jump;
        Haru::name(out, "S", is_plain ? "Span" : role_name(node.role));
        if (page >= 0) HPDF_Dict_Add(out, "Pg", pages_[static_cast<std::size_t>(page)]);
        if (!node.alt.empty()) haru_.text(out, "Alt", node.alt);
        if (!node.actual.empty()) haru_.text(out, "ActualText", node.actual);
        const bool is_one_mark = kids.size() == 1 && kids.front().mark >= 0;
        if (is_one_mark) {
            Haru::number(out, "K", kids.front().mark); // most elements: a list for each would cost megabytes
        } else if (!kids.empty()) {
            const HPDF_Array list = haru_.array();
            for (const auto& kid : kids) add_kid(list, kid, page);
            HPDF_Dict_Add(out, "K", list);
        }
        attributes(out, node);
    }

    void add_kid(HPDF_Array list, const Kid& kid, int element_page) {
        if (kid.node >= 0) {
            HPDF_Array_Add(list, elements_[static_cast<std::size_t>(kid.node)]);
            return;
        }
        if (kid.mark >= 0 && kid.page == element_page) {
            HPDF_Array_AddNumber(list, kid.mark);
            return;
        }
        const HPDF_Dict reference = haru_.dictionary();
        Haru::name(reference, "Type", kid.jump >= 0 ? "OBJR" : "MCR");
        HPDF_Dict_Add(reference, "Pg", pages_[static_cast<std::size_t>(kid.page)]);
        if (kid.jump >= 0)
            HPDF_Dict_Add(reference, "Obj", annotations_[static_cast<std::size_t>(kid.jump)]);
        else
            Haru::number(reference, "MCID", kid.mark);
        HPDF_Array_Add(list, reference);
    }

    void attributes(HPDF_Dict out, const layout::Node& node) {
        const bool is_cell = node.role == layout::Role::header_cell || node.role == layout::Role::data_cell;
        const HPDF_Dict attributes = haru_.dictionary();
        if (is_cell && (node.role == layout::Role::header_cell || node.columns > 1)) {
            Haru::name(attributes, "O", "Table");
            if (node.role == layout::Role::header_cell) Haru::name(attributes, "Scope", node.row_scope ? "Row" : "Column");
            if (node.columns > 1) Haru::number(attributes, "ColSpan", node.columns);
            HPDF_Dict_Add(out, "A", attributes);
        } else if (node.role == layout::Role::list) {
            Haru::name(attributes, "O", "List");
            Haru::name(attributes, "ListNumbering", node.ordered ? "Decimal" : "None");
            HPDF_Dict_Add(out, "A", attributes);
        } else {
            HPDF_Dict_Free(attributes);
        }
    }

    Haru& haru_;
    const layout::SheetPages& sheet_;
    const Kids& kids_;
    std::span<const HPDF_Page> pages_;
    std::span<const HPDF_Annotation> annotations_;
    std::vector<HPDF_Dict> elements_;
};

} // namespace

void write_structure(Haru& haru, std::span<const layout::SheetPages> sheets, const Drawing& drawing,
                     std::span<const HPDF_Page> pages, std::span<const HPDF_Annotation> annotations) {
    std::vector<SheetKids> collecting;
    for (const auto& sheet : sheets) collecting.emplace_back(sheet);
    // The annotation of a link follows its first piece of text.
    std::map<std::pair<int, int>, std::vector<std::size_t>> jumps_of;
    for (std::size_t i = 0; i < drawing.jumps.size(); ++i) jumps_of[{drawing.jumps[i].sheet, drawing.jumps[i].node}].push_back(i);
    for (const auto& content : drawing.contents) {
        auto& kids = collecting[static_cast<std::size_t>(content.sheet)];
        kids.add(content.node, {.mark = content.mark, .page = content.page});
        const auto jumps = jumps_of.find({content.sheet, content.node});
        if (jumps == jumps_of.end()) continue;
        for (const auto i : jumps->second) kids.add(content.node, {.jump = static_cast<int>(i), .page = drawing.jumps[i].page});
        jumps_of.erase(jumps);
    }
    for (const auto& [place, jumps] : jumps_of) {
        for (const auto i : jumps)
            collecting[static_cast<std::size_t>(place.first)].add(place.second,
                                                                  {.jump = static_cast<int>(i), .page = drawing.jumps[i].page});
    }

    const HPDF_Dict root = haru.object();
    Haru::name(root, "Type", "StructTreeRoot");
    const HPDF_Dict document = haru.object();
    Haru::name(document, "S", "Document");
    HPDF_Dict_Add(document, "P", root);
    const HPDF_Array sections = haru.array();
    std::vector<std::vector<HPDF_Dict>> elements;
    for (std::size_t s = 0; s < sheets.size(); ++s) {
        const Kids kids = collecting[s].finished();
        elements.push_back(SheetWriter(haru, sheets[s], kids, pages, annotations).write(document));
        if (!elements.back().empty()) HPDF_Array_Add(sections, elements.back().front());
    }
    HPDF_Dict_Add(document, "K", sections);
    HPDF_Dict_Add(root, "K", document);

    std::vector<std::vector<HPDF_Dict>> owners(drawing.pages.size());
    for (const auto& content : drawing.contents)
        owners[static_cast<std::size_t>(content.page)].push_back(
            elements[static_cast<std::size_t>(content.sheet)][static_cast<std::size_t>(content.node)]);
    const HPDF_Array numbers = haru.array();
    int key = 0;
    for (const auto& page : owners) {
        const HPDF_Array list = haru.array_object();
        for (const HPDF_Dict element : page) HPDF_Array_Add(list, element);
        HPDF_Array_AddNumber(numbers, key++);
        HPDF_Array_Add(numbers, list);
    }
    for (const auto& jump : drawing.jumps) {
        HPDF_Array_AddNumber(numbers, key++);
        HPDF_Array_Add(numbers, elements[static_cast<std::size_t>(jump.sheet)][static_cast<std::size_t>(jump.node)]);
    }
    const HPDF_Dict parents = haru.object();
    HPDF_Dict_Add(parents, "Nums", numbers);
    HPDF_Dict_Add(root, "ParentTree", parents);
    Haru::number(root, "ParentTreeNextKey", key);
    HPDF_Dict_Add(haru.catalog(), "StructTreeRoot", root);
}

} // namespace bcmkit::pdf
