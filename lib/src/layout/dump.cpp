// SPDX-License-Identifier: EUPL-1.2
#include "dump.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace bcmkit::layout {

namespace {

void put_number(std::string& out, std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

/// Millimetres with three digits.
void put_length(std::string& out, Length value) {
    if (value < 0) out += '-';
    const std::int64_t absolute = std::abs(static_cast<std::int64_t>(value));
    put_number(out, absolute / 1000);
    const std::int64_t rest = absolute % 1000;
    out += '.';
    out += static_cast<char>('0' + rest / 100);
    out += static_cast<char>('0' + rest / 10 % 10);
    out += static_cast<char>('0' + rest % 10);
}

void put_point(std::string& out, Point point) {
    out += ' ';
    put_length(out, point.x);
    out += ' ';
    put_length(out, point.y);
}

void put_rect(std::string& out, const Rect& rect) {
    put_point(out, {rect.x, rect.y});
    put_point(out, {rect.width, rect.height});
}

constexpr std::array<std::string_view, 4> face_names{"text", "strong", "code", "strong-code"};
constexpr std::array<std::string_view, 17> role_names{"section", "heading1", "heading2", "heading3", "paragraph", "quote",
                                                      "list",    "item",     "label",    "body",     "table",     "row",
                                                      "header",  "cell",     "figure",   "link",     "span"};

void put_line_style(std::string& out, Length thickness, Length dash, Ink ink) {
    if (thickness > 0) {
        out += " line ";
        put_length(out, thickness);
    }
    if (dash > 0) {
        out += " dash ";
        put_length(out, dash);
    }
    if (ink == Ink::white) out += " white";
}

struct Printer {
    std::string& out;
    void operator()(const TextRun& run) const {
        out += "text";
        put_point(out, run.at);
        out += ' ';
        put_number(out, run.size);
        out += ' ';
        out += face_names[static_cast<std::size_t>(run.face)];
        if (run.ink == Ink::white) out += " white";
        out += " wide ";
        put_length(out, run.width);
        out += " \"";
        out += run.text;
        out += '"';
    }
    void operator()(const Rule& rule) const {
        out += "rule";
        put_point(out, rule.from);
        put_point(out, rule.to);
        put_line_style(out, rule.thickness, rule.dash, rule.ink);
    }
    void operator()(const Frame& frame) const {
        out += frame.thickness == 0 ? "fill" : "frame";
        put_rect(out, frame.area);
        put_line_style(out, frame.thickness, frame.dash, frame.ink);
    }
    void operator()(const Polygon& polygon) const {
        out += "polygon";
        for (const auto& point : polygon.points) put_point(out, point);
        put_line_style(out, 0, 0, polygon.ink);
    }
    void operator()(const Link& link) const {
        out += "link";
        put_rect(out, link.area);
        out += " to ";
        out += link.sheet;
    }
};

} // namespace

void dump_items(std::string& out, std::span<const Item> items, bool with_nodes) {
    for (const auto& item : items) {
        std::visit(Printer{out}, item.is);
        if (with_nodes) {
            out += item.node == decoration ? " -" : item.node == pagination ? " =" : " #";
            if (item.node >= 0) put_number(out, item.node);
        }
        out += '\n';
    }
}

std::string dump(const SheetPages& sheet) {
    std::string out = "sheet " + sheet.number + " " + sheet.title + "\n";
    for (std::size_t i = 0; i < sheet.nodes.size(); ++i) {
        const Node& node = sheet.nodes[i];
        out += "node ";
        put_number(out, static_cast<std::int64_t>(i));
        out += " in ";
        put_number(out, node.parent);
        out += ' ';
        out += role_names[static_cast<std::size_t>(node.role)];
        if (!node.alt.empty()) out += " alt \"" + node.alt + "\"";
        if (!node.actual.empty()) out += " read \"" + node.actual + "\"";
        if (node.columns > 1) out += " columns " + std::to_string(node.columns);
        out += '\n';
    }
    for (const auto& page : sheet.pages) {
        out += "page " + page.number;
        put_point(out, {page.width, page.height});
        out += " used ";
        put_length(out, page.used);
        if (!page.kennung.empty()) out += " kennung " + page.kennung;
        out += '\n';
        dump_items(out, page.items, true);
    }
    for (const auto& diagnostic : sheet.diagnostics) out += "finding " + to_text(diagnostic) + "\n";
    return out;
}

} // namespace bcmkit::layout
