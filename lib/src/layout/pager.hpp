// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "composer.hpp"

#include <bcmkit/layout/layout.hpp>

namespace bcmkit::layout {

/// Stacks strips on pages and draws what every page carries: head, foot, thumb index, hole mark.
class Pager {
public:
    Pager(const doc::Sheet& sheet, const doc::Imprint& imprint, const PrintOptions& options, Composer& composer, SheetPages& out);

    /// Draws the head of the first page: its elements come first in the structure.
    void begin();
    void place(Strips strips);
    /// Whether work that belongs on one view runs over to the back (print-design §1.1).
    bool front_is_torn() const { return front_is_torn_; }
    /// Draws the feet; with `duplex` adds the empty back.
    void finish();

private:
    bool is_back(std::size_t page) const { return options_.duplex && page % 2 == 1; }
    Page& page() { return out_.pages.back(); }
    void new_page();
    void end_page(bool forced);
    void put(Strip strip);
    bool begins_back(const Strips& strips, std::size_t at);
    void place_group(Strips& strips, std::size_t begin, std::size_t end);
    Length title_head();
    Length card_head();
    Length following_head();
    std::vector<Line> head_lines(const std::string& words, Length width, const Style& style, int node);
    std::string mark_text_of();
    Length put_mark(Length side);
    void put_confidential(Length right, int node);
    void continuation_note();
    void hole_mark(Page& page, bool back) const;
    void thumb_index(Page& page, bool back) const;
    struct FootRow {
        std::string left, right;
    };
    std::vector<FootRow> foot_rows() const;
    std::string part_words() const;
    std::string widest_number() const;
    void put_foot_text(Page& page, const std::string& row, Point at, bool strong) const;
    void foot(Page& page, bool back) const;

    const doc::Sheet& sheet_;
    const doc::Imprint& imprint_;
    PrintOptions options_;
    Composer& composer_;
    SheetPages& out_;
    Geometry geometry_;
    Length text_width_;
    std::vector<FootRow> foot_rows_; ///< with place holders for number and Kennung
    Length bottom_ = 0;              ///< lower end of the content
    Length foot_top_ = 0;            ///< the rule above the foot
    Length top_ = 0;                 ///< upper end of the content of the current page
    Length cursor_ = 0;
    bool empty_ = true; ///< nothing on the current page yet
    bool break_pending_ = false;
    bool front_is_torn_ = false;
};

} // namespace bcmkit::layout
