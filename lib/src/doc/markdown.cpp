// SPDX-License-Identifier: EUPL-1.2
#include "markdown.hpp"

#include <bcmkit/base/text.hpp>

#include <cmark.h>

#include <algorithm>
#include <cctype>
#include <memory>

namespace bcmkit::doc {

namespace {

constexpr int deepest_block = 12;

struct FreeNode {
    void operator()(cmark_node* node) const noexcept { cmark_node_free(node); }
};
using Parsed = std::unique_ptr<cmark_node, FreeNode>;

Parsed parse(std::string_view text) {
    Parsed tree(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
    cmark_consolidate_text_nodes(tree.get());
    return tree;
}

cmark_node* as_node(void* node) { return static_cast<cmark_node*>(node); }

std::string_view literal(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text ? text : "";
}

constexpr std::string_view box = "☐";

// What may be left of "{{building}}, {{room}}" when both are missing.
bool is_separator(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const char32_t c = next_code_point(text, i);
        if (std::u32string_view(U" ,;:·/–-()\u00A0").find(c) == std::u32string_view::npos) return false;
    }
    return true;
}

void trim_separators(Inlines& inlines) {
    while (!inlines.empty()) {
        const auto* text = std::get_if<Text>(&inlines.front());
        if (!text || !is_separator(text->text)) break;
        inlines.erase(inlines.begin());
    }
    while (!inlines.empty()) {
        const auto* text = std::get_if<Text>(&inlines.back());
        if (!text || !is_separator(text->text)) break;
        inlines.pop_back();
    }
    const auto begins = [](std::string_view text) {
        for (const std::string_view mark : {" ", ",", ";", "·", "/", "–"}) {
            if (text.starts_with(mark)) return mark.size();
        }
        return std::size_t{0};
    };
    const auto ends = [](std::string_view text) {
        for (const std::string_view mark : {" ", ",", ";", "·", "/", "–"}) {
            if (text.ends_with(mark)) return mark.size();
        }
        return std::size_t{0};
    };
    if (inlines.empty()) return;
    if (auto* text = std::get_if<Text>(&inlines.front())) {
        while (const auto n = begins(text->text)) text->text.erase(0, n);
    }
    if (auto* text = std::get_if<Text>(&inlines.back())) {
        while (const auto n = ends(text->text)) text->text.erase(text->text.size() - n);
    }
}

// People leave room to write in their texts too: "Zahltag ____", "Name: ____…" up to the
// end of the line, and "☐ ja ☐ nein" are what they look like.
void add_value_line(std::string_view line, bool strong, Inlines& out) {
    constexpr std::size_t shortest_line = 3;
    constexpr int least_width_mm = 18;
    std::string pending;
    const auto flush = [&] {
        if (!pending.empty()) out.push_back(Text{std::move(pending), strong, false});
        pending.clear();
    };
    for (std::size_t i = 0; i < line.size();) {
        const std::size_t run = std::min(line.find_first_not_of('_', i), line.size()) - i;
        if (run >= shortest_line) {
            flush();
            i += run;
            const bool to_the_end = line.substr(i).starts_with("…");
            if (to_the_end) i += std::string_view("…").size();
            const int width_mm = std::max(least_width_mm, static_cast<int>(std::min<std::size_t>(run, 50)) * 3);
            out.push_back(WriteIn{to_the_end ? 0 : width_mm, {}});
        } else if (line.substr(i).starts_with(box)) {
            flush();
            out.push_back(Choice{});
            i += box.size();
        } else {
            pending += line[i++];
        }
    }
    flush();
}

// Breaks of the line inside a value stay breaks; the reserved letters cannot be printed.
void add_value_text(std::string_view value, bool strong, bool code, Inlines& out) {
    const std::string safe = replaced(replaced(value, open_mark, "\uFFFD"), close_mark, "\uFFFD");
    bool first = true;
    for (const auto line : split(trimmed(safe), '\n')) {
        if (!first) out.push_back(LineBreak{});
        first = false;
        if (code && !line.empty())
            out.push_back(Text{std::string(line), strong, code});
        else
            add_value_line(line, strong, out);
    }
}

// Neighbours of the same kind become one text: layout measures fewer pieces.
void merge_texts(Inlines& inlines) {
    Inlines out;
    for (auto& item : inlines) {
        auto* text = std::get_if<Text>(&item);
        auto* last = out.empty() ? nullptr : std::get_if<Text>(&out.back());
        if (text && last && last->strong == text->strong && last->code == text->code)
            last->text += text->text;
        else
            out.push_back(std::move(item));
    }
    inlines = std::move(out);
}

void trim_ends(Inlines& inlines) {
    if (inlines.empty()) return;
    if (auto* text = std::get_if<Text>(&inlines.front())) {
        text->text.erase(0, std::min(text->text.find_first_not_of(' '), text->text.size()));
        if (text->text.empty()) inlines.erase(inlines.begin());
    }
    if (inlines.empty()) return;
    if (auto* text = std::get_if<Text>(&inlines.back())) {
        text->text.erase(text->text.find_last_not_of(' ') + 1);
        if (text->text.empty()) inlines.pop_back();
    }
}

// A writing line without a label takes the words before it: screen readers say what belongs there.
void label_lines(Inlines& inlines) {
    std::string before;
    for (auto& item : inlines) {
        if (const auto* text = std::get_if<Text>(&item)) {
            before += text->text;
        } else if (auto* line = std::get_if<WriteIn>(&item)) {
            if (line->label.empty()) {
                std::string_view words = trimmed(before);
                const auto start = words.size() > 40 ? words.find(' ', words.size() - 40) : std::string_view::npos;
                if (start != std::string_view::npos) words = words.substr(start + 1);
                if (words.size() <= 60) line->label = std::string(trimmed(words));
            }
            before.clear();
        }
    }
}

} // namespace

std::string plain_text(const Inlines& inlines, std::string_view for_gap) {
    std::string out;
    for (const auto& item : inlines) {
        if (const auto* text = std::get_if<Text>(&item))
            out += text->text;
        else if (const auto* sheet = std::get_if<SheetRef>(&item))
            out += sheet->sheet;
        else if (std::holds_alternative<WriteIn>(item))
            out += for_gap;
        else if (std::holds_alternative<Choice>(item))
            out += box;
        else
            out += ' ';
    }
    return std::string(trimmed(out));
}

void drop_orphan_headings(Blocks& blocks) {
    Blocks out;
    const auto level = [](const Block& block) {
        const auto* heading = std::get_if<Heading>(&block.is);
        return heading ? heading->level : 99;
    };
    const auto ends_section = [](const Block& block) {
        return std::holds_alternative<PageBreak>(block.is) || std::holds_alternative<EndLine>(block.is);
    };
    for (auto& block : blocks) {
        while (!out.empty() && std::holds_alternative<Heading>(out.back().is) &&
               (level(block) <= level(out.back()) || ends_section(block)))
            out.pop_back();
        out.push_back(std::move(block));
    }
    while (!out.empty() && std::holds_alternative<Heading>(out.back().is)) out.pop_back();
    blocks = std::move(out);
}

Place BlockReader::place(std::size_t line) const {
    if (marked_.lines.empty()) return {nodes_.files.empty() ? "" : nodes_.files.front(), 0, 0, {}};
    const auto& at = marked_.lines[std::min(line, marked_.lines.size() - 1)];
    return {nodes_.files[static_cast<std::size_t>(at.file)], at.line, 0, {}};
}

void BlockReader::report(std::size_t line, Message message, std::vector<Message> hints) {
    diagnostics_.push_back({Severity::error, std::move(message), place(line), std::move(hints)});
}

void BlockReader::add(Blocks& out, decltype(Block::is) what, std::size_t line) {
    if (++blocks_ > most_blocks) {
        if (blocks_ == most_blocks + 1) report(line, {"doc.too_many_blocks", {std::to_string(most_blocks)}});
        return;
    }
    const int outer = marked_.lines.empty() ? 0 : marked_.lines[std::min(line, marked_.lines.size() - 1)].outer;
    out.push_back({std::move(what), outer});
}

Blocks BlockReader::read() {
    auto blocks = read_document(marked_.text, 0, 0);
    drop_orphan_headings(blocks);
    return blocks;
}

std::string BlockReader::read_title() { return plain(marked_.text, 0); }

Blocks BlockReader::read_document(std::string_view text, std::size_t first_line, int depth) {
    Blocks out;
    const Parsed tree = parse(text);
    for (cmark_node* node = cmark_node_first_child(tree.get()); node; node = cmark_node_next(node))
        read_node(node, text, first_line, depth, out);
    return out;
}

void BlockReader::read_node(void* raw, std::string_view text, std::size_t first_line, int depth, Blocks& out) {
    cmark_node* node = as_node(raw);
    const std::size_t line = first_line + static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node))) - 1;
    if (depth > deepest_block) {
        report(line, {"doc.too_deep", {}});
        return;
    }
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        add(out, Heading{std::min(2, cmark_node_get_heading_level(node)), inlines_of(node, line)}, line);
        break;
    case CMARK_NODE_PARAGRAPH: {
        auto inlines = inlines_of(node, line);
        if (!inlines.empty()) add(out, Paragraph{std::move(inlines)}, line);
        break;
    }
    case CMARK_NODE_BLOCK_QUOTE: {
        Quote quote;
        for (cmark_node* child = cmark_node_first_child(node); child; child = cmark_node_next(child))
            read_node(child, text, first_line, depth + 1, quote.blocks);
        if (!quote.blocks.empty()) add(out, std::move(quote), line);
        break;
    }
    case CMARK_NODE_LIST: read_list(node, first_line, text, depth, line, out); break;
    case CMARK_NODE_THEMATIC_BREAK: add(out, PageBreak{}, line); break;
    case CMARK_NODE_CODE_BLOCK: {
        const std::string_view info = cmark_node_get_fence_info(node) ? cmark_node_get_fence_info(node) : "";
        if (trimmed(info).empty())
            report(line, {"doc.code_block", {}}, {{"doc.code_block_hint", {}}});
        else
            read_fence(info, literal(node), line, depth, out);
        break;
    }
    case CMARK_NODE_HTML_BLOCK:
        // Comments are for writers of templates.
        if (!trimmed(literal(node)).starts_with("<!--")) report(line, {"doc.html", {}});
        break;
    default: break;
    }
}

void BlockReader::read_list(void* raw, std::size_t first_line, std::string_view text, int depth, std::size_t line, Blocks& out) {
    cmark_node* node = as_node(raw);
    List list;
    list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    bool all_boxes = true;
    Checklist checklist;
    for (cmark_node* item = cmark_node_first_child(node); item; item = cmark_node_next(item)) {
        Blocks blocks;
        for (cmark_node* child = cmark_node_first_child(item); child; child = cmark_node_next(child))
            read_node(child, text, first_line, depth + 1, blocks);
        auto* paragraph = blocks.size() == 1 ? std::get_if<Paragraph>(&blocks.front().is) : nullptr;
        if (paragraph && !paragraph->text.empty() && std::holds_alternative<Choice>(paragraph->text.front())) {
            Inlines rest(paragraph->text.begin() + 1, paragraph->text.end());
            trim_ends(rest);
            checklist.items.push_back(std::move(rest));
        } else {
            all_boxes = false;
        }
        list.items.push_back(std::move(blocks));
    }
    if (list.items.empty()) return;
    if (all_boxes)
        add(out, std::move(checklist), line);
    else
        add(out, std::move(list), line);
}

Inlines BlockReader::inlines_of(void* parent, std::size_t line) {
    Inlines out;
    bool dropped = false;
    add_inlines(parent, false, line, Gaps::line, out, dropped);
    merge_texts(out);
    trim_ends(out);
    label_lines(out);
    return out;
}

void BlockReader::add_inlines(void* parent, bool strong, std::size_t line, Gaps gaps, Inlines& out, bool& dropped) {
    for (cmark_node* node = cmark_node_first_child(as_node(parent)); node; node = cmark_node_next(node)) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT: add_text(literal(node), strong, false, line, gaps, out, dropped); break;
        case CMARK_NODE_CODE: add_text(literal(node), strong, true, line, gaps, out, dropped); break;
        case CMARK_NODE_SOFTBREAK:
            out.push_back(Text{" ", strong, false});
            ++line;
            break;
        case CMARK_NODE_LINEBREAK:
            out.push_back(LineBreak{});
            ++line;
            break;
        case CMARK_NODE_HTML_INLINE:
            if (!literal(node).starts_with("<!--")) report(line, {"doc.html", {}});
            break;
        case CMARK_NODE_IMAGE: report(line, {"doc.image", {}}); break;
        default: add_inlines(node, strong || cmark_node_get_type(node) == CMARK_NODE_STRONG, line, gaps, out, dropped);
        }
    }
}

void BlockReader::add_text(std::string_view text, bool strong, bool code, std::size_t line, Gaps gaps, Inlines& out,
                           bool& dropped) {
    std::string pending;
    const auto flush = [&] {
        if (!pending.empty()) out.push_back(Text{std::move(pending), strong, code});
        pending.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        if (const auto mark = mark_at(rest, marked_.marks.size())) {
            flush();
            const Mark& what = marked_.marks[mark->first];
            if (what.kind == Mark::Kind::value)
                add_value_text(what.text, strong, code, out);
            else if (what.kind == Mark::Kind::missing && gaps == Gaps::empty)
                dropped = true;
            else
                out.push_back(WriteIn{what.width_mm, what.text});
            i += mark->second;
        } else if (rest.starts_with(box) && !code) {
            flush();
            out.push_back(Choice{});
            i += box.size();
        } else if (rest.front() == '[' && !code) {
            // Either the template's own number, or a value that is one.
            std::size_t length = 0;
            std::string number;
            if (const auto value = mark_at(rest.substr(1), marked_.marks.size());
                value && rest.substr(1 + value->second).starts_with(']') &&
                marked_.marks[value->first].kind == Mark::Kind::value) {
                number = marked_.marks[value->first].text;
                length = value->second + 2;
            } else if (const auto end = rest.find(']'); end != std::string_view::npos) {
                number = std::string(rest.substr(1, end - 1));
                length = end + 1;
            }
            if (is_sheet_number(number)) {
                flush();
                out.push_back(SheetRef{number, strong});
                uses_.push_back({number, place(line)});
                i += length;
            } else {
                pending += '[';
                ++i;
            }
        } else {
            pending += text[i++];
        }
    }
    flush();
}

Inlines BlockReader::inline_text(std::string_view text, std::size_t line, Gaps gaps) {
    if (trimmed(text).empty()) return {};
    // An empty mark in front: "- x", "# x" and "1. x" stay text, and so do four blanks.
    const std::string guard = std::string(open_mark) + std::string(close_mark) + " ";
    const std::string guarded = guard + std::string(trimmed(text));
    const Parsed tree = parse(guarded);
    Inlines out;
    bool dropped = false;
    for (cmark_node* node = cmark_node_first_child(tree.get()); node; node = cmark_node_next(node))
        add_inlines(node, false, line, gaps, out, dropped);
    if (!out.empty()) {
        if (auto* first = std::get_if<Text>(&out.front())) {
            if (first->text.starts_with(guard)) first->text.erase(0, guard.size());
            if (first->text.empty()) out.erase(out.begin());
        }
    }
    merge_texts(out);
    trim_ends(out);
    if (dropped) trim_separators(out);
    label_lines(out);
    return out;
}

std::string BlockReader::plain(std::string_view text, std::size_t line, std::string_view for_gap) {
    return plain_text(inline_text(text, line), for_gap);
}

} // namespace bcmkit::doc
