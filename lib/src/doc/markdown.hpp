// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "mustache.hpp"

#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/doc/block.hpp>
#include <bcmkit/doc/template.hpp>

#include <string>
#include <string_view>
#include <vector>

/// Marked Markdown becomes blocks. Structure is read first, from the template's own letters; values replace their
/// marks in the finished tree.
namespace bcmkit::doc {

class BlockReader {
public:
    BlockReader(const Marked& marked, const TemplateNodes& nodes, Diagnostics& diagnostics)
        : marked_(marked)
        , nodes_(nodes)
        , diagnostics_(diagnostics) {}

    Blocks read();
    std::vector<SheetUse> uses() && { return std::move(uses_); }

    /// A text of one line, without structure: titles.
    std::string read_title();

private:
    enum class Gaps {
        line,  ///< a missing value becomes a writing line
        empty, ///< it leaves the place empty: table cells
    };
    /// A line of a fenced block, with its number in the marked text.
    struct Line {
        std::string_view text; ///< without indentation
        int indent = 0;
        std::size_t number = 0;
    };
    /// The words behind the fence: "tabelle zeile=9".
    struct Fence {
        std::string_view word, rest;
        std::size_t number = 0; ///< of the fence's own line
        std::vector<Line> lines;
        std::string_view literal;
    };

    // markdown.cpp
    Blocks read_document(std::string_view text, std::size_t first_line, int depth);
    void read_node(void* node, std::string_view text, std::size_t first_line, int depth, Blocks& out);
    void read_list(void* node, std::size_t first_line, std::string_view text, int depth, std::size_t line, Blocks& out);
    Inlines inlines_of(void* parent, std::size_t line);
    void add_inlines(void* parent, bool strong, std::size_t line, Gaps gaps, Inlines& out, bool& dropped);
    void add_text(std::string_view literal, bool strong, bool code, std::size_t line, Gaps gaps, Inlines& out, bool& dropped);
    Inlines inline_text(std::string_view text, std::size_t line, Gaps gaps = Gaps::line);
    Inlines cell(std::string_view text, std::size_t line) { return inline_text(text, line, Gaps::empty); }
    std::string plain(std::string_view text, std::size_t line, std::string_view for_gap = "______");
    void add(Blocks& out, decltype(Block::is) what, std::size_t line);
    Place place(std::size_t line) const;
    void report(std::size_t line, Message message, std::vector<Message> hints = {});

    // fences.cpp
    void read_fence(std::string_view info, std::string_view literal, std::size_t number, int depth, Blocks& out);
    void read_facts(const Fence& fence, Blocks& out);
    void read_warning(const Fence& fence, bool severe, Blocks& out);
    void read_steps(const Fence& fence, Blocks& out);
    void read_halt(const Fence& fence, Blocks& out);
    void read_end(const Fence& fence, Blocks& out);
    void read_table(const Fence& fence, Blocks& out);
    bool read_widths(const Line& line, Table& table);
    void read_table_row(const Line& line, Table& table);
    void read_form(const Fence& fence, Blocks& out);
    void read_write_lines(const Fence& fence, Blocks& out);
    void read_box(const Fence& fence, int depth, Blocks& out);
    void read_number(const Fence& fence, Blocks& out);
    void read_columns(const Fence& fence, int depth, Blocks& out);
    void read_tree(const Fence& fence, Blocks& out);
    void read_schedule(const Fence& fence, Blocks& out);
    void read_checklist(const Fence& fence, Blocks& out);
    /// Options "name=4" of a fence; reports unknown ones.
    int option(const Fence& fence, std::string_view name, int otherwise) const;
    void check_options(const Fence& fence, std::initializer_list<std::string_view> known);

    const Marked& marked_;
    const TemplateNodes& nodes_;
    Diagnostics& diagnostics_;
    std::vector<SheetUse> uses_;
    int next_step_ = 1;
    int blocks_ = 0;
};

/// The text of inlines, for fields that hold plain text; `for_gap` stands for writing lines.
std::string plain_text(const Inlines& inlines, std::string_view for_gap);

/// Headings without anything below them are dropped.
void drop_orphan_headings(Blocks& blocks);

} // namespace bcmkit::doc
