// SPDX-License-Identifier: EUPL-1.2
#include "canvas.hpp"

#include <charconv>
#include <cmath>
#include <optional>

namespace bcmkit::pdf {

namespace {

using layout::Glyph;
using layout::Item;
using layout::Page;
using layout::TextRun;

void append_hex(std::string& out, std::uint16_t value) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[value >> shift & 15];
}

/// Draws one page. Consecutive items of one node share their marked content.
class Canvas {
public:
    Canvas(const Page& page, int page_index, int sheet_index, const layout::FontSet& fonts, Drawing& drawing)
        : page_(page)
        , page_index_(page_index)
        , sheet_index_(sheet_index)
        , fonts_(fonts)
        , drawing_(drawing) {
        out_.width = page.width;
        out_.height = page.height;
        out_.number = page.number;
        out_.fonts.resize(fonts.font_count());
    }

    DrawnPage draw() {
        for (std::size_t i = 0; i < page_.items.size(); ++i) {
            const Item& item = page_.items[i];
            if (std::holds_alternative<layout::Link>(item.is)) continue;
            open(item.node);
            if (const auto* run = std::get_if<TextRun>(&item.is))
                text(*run, ends_line(i));
            else if (const auto* rule = std::get_if<layout::Rule>(&item.is))
                line(*rule);
            else if (const auto* frame = std::get_if<layout::Frame>(&item.is))
                rectangle(*frame);
            else if (const auto* polygon = std::get_if<layout::Polygon>(&item.is))
                shape(*polygon);
        }
        close();
        return std::move(out_);
    }

private:
    void open(int node) {
        if (open_ == node) return;
        close();
        auto& ops = out_.operators;
        if (node == layout::pagination) {
            ops += "/Artifact <</Type /Pagination>> BDC\n";
        } else if (node < 0) {
            ops += "/Artifact BMC\n";
        } else {
            ops += "/" + std::string(role_) + " <</MCID " + std::to_string(out_.marks) + ">> BDC\n";
            drawing_.contents.push_back({sheet_index_, node, page_index_, out_.marks});
            ++out_.marks;
        }
        open_ = node;
    }

    void close() {
        if (open_) out_.operators += "EMC\n";
        open_.reset();
    }

    void number(double value) {
        append_number(out_.operators, value);
        out_.operators += ' ';
    }
    void point(layout::Point p) {
        number(points(p.x));
        number(points(page_.height - p.y));
    }
    void colour(layout::Ink ink, bool filled) {
        out_.operators += ink == layout::Ink::black ? '0' : '1';
        out_.operators += filled ? " g\n" : " G\n";
    }

    void dash(layout::Length length) {
        out_.operators += '[';
        if (length > 0) append_number(out_.operators, points(length));
        out_.operators += "] 0 d\n";
    }

    void line(const layout::Rule& rule) {
        colour(rule.ink, false);
        number(points(rule.thickness));
        out_.operators += "w ";
        dash(rule.dash);
        point(rule.from);
        out_.operators += "m ";
        point(rule.to);
        out_.operators += "l S\n";
    }

    void rectangle(const layout::Frame& frame) {
        const bool filled = frame.thickness == 0;
        colour(frame.ink, filled);
        layout::Rect area = frame.area;
        if (!filled) {
            number(points(frame.thickness));
            out_.operators += "w ";
            dash(frame.dash);
            // The line stays inside the edges.
            area = {area.x + frame.thickness / 2, area.y + frame.thickness / 2, area.width - frame.thickness,
                    area.height - frame.thickness};
        }
        point({area.x, area.y + area.height});
        number(points(area.width));
        number(points(area.height));
        out_.operators += filled ? "re f\n" : "re S\n";
    }

    void shape(const layout::Polygon& polygon) {
        if (polygon.points.size() < 3) return;
        colour(polygon.ink, true);
        for (std::size_t i = 0; i < polygon.points.size(); ++i) {
            point(polygon.points[i]);
            out_.operators += i == 0 ? "m " : "l ";
        }
        out_.operators += "h f\n";
    }

    /// Whether the next text of the same element stands on another line: then a blank keeps their words apart for
    /// readers that only see the content.
    bool ends_line(std::size_t i) const {
        const auto& run = std::get<TextRun>(page_.items[i].is);
        if (run.text.empty() || run.text.ends_with(' ') || run.text.ends_with('-')) return false;
        for (std::size_t next = i + 1; next < page_.items.size() && page_.items[next].node == page_.items[i].node; ++next) {
            if (const auto* following = std::get_if<TextRun>(&page_.items[next].is)) return following->at.y != run.at.y;
        }
        return false;
    }

    void text(const TextRun& run, bool with_blank) {
        colour(run.ink, true);
        out_.operators += "BT\n";
        at_ = run.at.x;
        begin_x_ = begin_y_ = 0;
        for (const auto piece : layout::FontSet::pieces(run.text)) word(fonts_.shaped(piece, run.face), run);
        if (with_blank) word(fonts_.shaped(" ", run.face), run);
        end_string();
        out_.operators += "ET\n";
    }

    void word(const layout::Word& word, const TextRun& run) {
        for (const Glyph& glyph : word.glyphs) {
            if (!in_string_ || glyph.font != font_ || glyph.y_offset != rise_) begin_string(glyph, run);
            note(word, glyph);
            // Kerning as the difference to what the font itself says, in 1/1000 em; positive moves left.
            const double before = -glyph.x_offset / 100.0 + pending_;
            if (std::abs(before) >= 0.5) {
                out_.operators += '>';
                append_number(out_.operators, std::round(before));
                out_.operators += '<';
            }
            append_hex(out_.operators, glyph.id);
            pending_ = (glyph.nominal - glyph.advance + glyph.x_offset) / 100.0;
            at_ += glyph.advance * (run.size * 35.27778) / layout::units_per_em;
        }
    }

    void begin_string(const Glyph& glyph, const TextRun& run) {
        end_string();
        auto& ops = out_.operators;
        font_ = glyph.font;
        rise_ = glyph.y_offset;
        out_.fonts.at(font_) = true;
        ops += "/F" + std::to_string(font_) + " ";
        number(run.size / 10.0);
        ops += "Tf ";
        number(rise_ * (run.size / 10.0) / layout::units_per_em);
        ops += "Ts ";
        const double x = at_ * 72.0 / 25400.0, y = points(page_.height - run.at.y);
        number(x - begin_x_);
        number(y - begin_y_);
        begin_x_ = x;
        begin_y_ = y;
        ops += "Td [<";
        in_string_ = true;
        pending_ = 0;
    }

    void end_string() {
        if (in_string_) out_.operators += ">] TJ\n";
        in_string_ = false;
    }

    void note(const layout::Word& word, const Glyph& glyph) {
        UsedGlyph& used = drawing_.glyphs.at(glyph.font)[glyph.id];
        used.nominal = glyph.nominal;
        if (used.text.empty() && glyph.text_length > 0) used.text = word.text.substr(glyph.text_begin, glyph.text_length);
        // Fixed and ordinary blanks share a glyph; searching expects the ordinary one.
        if (used.text == "\u00A0") used.text = " ";
    }

    const Page& page_;
    const int page_index_, sheet_index_;
    const layout::FontSet& fonts_;
    Drawing& drawing_;
    DrawnPage out_;
    static constexpr std::string_view role_ = "Span"; // the element itself says what it is; this name is only a hint
    std::optional<int> open_;
    // Within a text object:
    double at_ = 0;                    ///< 1/1000 mm
    double begin_x_ = 0, begin_y_ = 0; ///< where the last string began, in points
    bool in_string_ = false;
    std::uint16_t font_ = 0;
    std::int32_t rise_ = 0;
    double pending_ = 0; ///< kerning before the next glyph
};

} // namespace

void append_number(std::string& out, double value) {
    auto thousandths = std::llround(value * 1000);
    if (thousandths < 0) {
        out += '-';
        thousandths = -thousandths;
    }
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, thousandths / 1000);
    out.append(digits, end);
    auto rest = thousandths % 1000;
    if (rest == 0) return;
    out += '.';
    for (auto place = 100; rest > 0; place /= 10) {
        out += static_cast<char>('0' + rest / place);
        rest %= place;
    }
}

std::string_view role_name(layout::Role role) {
    switch (role) {
    case layout::Role::section: return "Sect";
    case layout::Role::heading1: return "H1";
    case layout::Role::heading2: return "H2";
    case layout::Role::heading3: return "H3";
    case layout::Role::paragraph: return "P";
    case layout::Role::quote: return "BlockQuote";
    case layout::Role::list: return "L";
    case layout::Role::item: return "LI";
    case layout::Role::label: return "Lbl";
    case layout::Role::body: return "LBody";
    case layout::Role::table: return "Table";
    case layout::Role::row: return "TR";
    case layout::Role::header_cell: return "TH";
    case layout::Role::data_cell: return "TD";
    case layout::Role::figure: return "Figure";
    case layout::Role::link: return "Link";
    case layout::Role::span: return "Span";
    }
    return "Span";
}

Drawing draw(std::span<const layout::SheetPages> sheets, const layout::FontSet& fonts) {
    Drawing drawing;
    drawing.glyphs.resize(fonts.font_count());
    std::map<std::string_view, int> first_page_of;
    int page_index = 0;
    for (const auto& sheet : sheets) {
        drawing.first_page.push_back(page_index);
        first_page_of.emplace(sheet.number, page_index);
        page_index += static_cast<int>(sheet.pages.size());
    }
    for (std::size_t s = 0; s < sheets.size(); ++s) {
        for (const auto& page : sheets[s].pages) {
            const int index = static_cast<int>(drawing.pages.size());
            drawing.pages.push_back(Canvas(page, index, static_cast<int>(s), fonts, drawing).draw());
            for (const auto& item : page.items) {
                const auto* link = std::get_if<layout::Link>(&item.is);
                if (!link || item.node < 0) continue;
                const auto target = first_page_of.find(link->sheet);
                if (target != first_page_of.end())
                    drawing.jumps.push_back({index, link->area, static_cast<int>(s), item.node, target->second, link->sheet});
            }
        }
    }
    return drawing;
}

} // namespace bcmkit::pdf
