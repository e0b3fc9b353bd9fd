// SPDX-License-Identifier: EUPL-1.2
#include "pager.hpp"

#include "dump.hpp"

#include <bcmkit/base/hash.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <utility>

namespace bcmkit::layout {

namespace {

constexpr Style foot_style{smallest_size, false, Ink::black, 128};
constexpr Length foot_gap = mm(4.6); // between content and foot; the note of continuation stands there
constexpr Length least_room_to_cut = mm(35);
constexpr std::size_t longest_head = 1000; // bytes
constexpr int fullest_percent = 85;
/// As wide as any number and Kennung, so that the feet of all pages have the same rows.
constexpr std::string_view widest_page = "-888";
constexpr std::string_view widest_count = "888";
constexpr std::string_view widest_kennung = "MMM-MMM";
constexpr std::string_view separator = " · ";

std::string joined_with_dots(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const auto part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

std::string page_of(std::string_view number, std::string_view count) {
    return to_text(Message{"layout.page_of", {std::string(number), std::string(count)}});
}

} // namespace

Pager::Pager(const doc::Sheet& sheet, const doc::Imprint& imprint, const PrintOptions& options, Composer& composer,
             SheetPages& out)
    : sheet_(sheet)
    , imprint_(imprint)
    , options_(options)
    , composer_(composer)
    , out_(out)
    , geometry_(geometry_of(sheet.format))
    , text_width_(geometry_.text_width()) {
    foot_rows_ = foot_rows();
    const auto rows = foot_rows_.size();
    foot_top_ = geometry_.height - geometry_.bottom - static_cast<Length>(rows) * foot_style.leading() - mm(1.2);
    bottom_ = foot_top_ - foot_gap;
}

void Pager::begin() { new_page(); }

void Pager::new_page() {
    Page made;
    made.width = geometry_.width;
    made.height = geometry_.height;
    made.number = sheet_.number + "-" + std::to_string(out_.pages.size() + 1);
    out_.pages.push_back(std::move(made));
    if (out_.pages.size() > 1)
        top_ = following_head();
    else if (!sheet_.has_title)
        top_ = geometry_.top;
    else
        top_ = sheet_.format == doc::Format::a6 ? card_head() : title_head();
    cursor_ = top_;
    empty_ = true;
}

/// A head that is higher than a third of the page would leave no page.
std::vector<Line> Pager::head_lines(const std::string& words, Length width, const Style& style, int node) {
    constexpr std::size_t most_lines = 4;
    auto made = break_lines(composer_.text(), plain(words.substr(0, longest_head)), width, style, node);
    if (made.size() > most_lines || words.size() > longest_head) {
        composer_.report(Severity::error, Message{"layout.overflow", {words.substr(0, 40)}}, 0);
        made.resize(std::min(made.size(), most_lines));
    }
    return made;
}

/// The mark, or the number where the mark is too long for its box.
std::string Pager::mark_text_of() {
    if (sheet_.mark.empty()) return sheet_.number;
    if (sheet_.mark.size() < longest_head && width_of(composer_.text(), sheet_.mark, Style{130, true}) < text_width_ / 3)
        return sheet_.mark;
    composer_.report(Severity::error, Message{"layout.overflow", {sheet_.mark.substr(0, 40)}}, 0);
    return sheet_.number;
}

/// White bold word on black at the right end of the head.
void Pager::put_confidential(Length right, int node) {
    if (!sheet_.confidential) return;
    const Style style{105, true, Ink::white};
    const Length width = width_of(composer_.text(), wording().confidential, style);
    const Length left = right - width - mm(4);
    page().items.push_back(
        Item{Frame{{left, geometry_.top, width + mm(4), mm(6)}, 0, 0, Ink::black}, node >= 0 ? decoration : node});
    put_text(composer_.text(), page().items, wording().confidential,
             {left + mm(2), geometry_.top + mm(3) + em(style.size) * 36 / 100}, style, node);
}

/// The black box with the mark; returns its width.
Length Pager::put_mark(Length side) {
    const std::string mark = mark_text_of();
    const Style style{130, true, Ink::white};
    const Length width = std::max(mm(18), width_of(composer_.text(), mark, style) + mm(5));
    page().items.push_back(Item{Frame{{0, geometry_.top, width, side}, 0, 0, Ink::black}, decoration});
    return width;
}

Length Pager::title_head() {
    const TextContext& text = composer_.text();
    const bool poster = sheet_.format == doc::Format::a4_poster;
    const Style title_style{poster ? 440 : 200, true, Ink::black, 115};
    const Style sub_style{poster ? 240 : 105, false, Ink::black, 130};
    const Style mark_style{130, true, Ink::white};
    const std::string mark = mark_text_of();
    const Length mark_width = std::min(put_mark(mm(14)), text_width_ / 2);
    const std::size_t mark_item = page().items.size() - 1;
    const Length left = mark_width + mm(4);
    const Length confidential = sheet_.confidential ? mm(38) : 0;

    const int heading = composer_.node(Role::heading1, 0);
    Strip strip;
    Length y =
        put_lines(strip, head_lines(sheet_.title, text_width_ - left - confidential, title_style, heading), left, mm(-0.6));
    const int line = composer_.node(Role::paragraph, 0);
    const Length mode_width = width_of(text, sheet_.mode, sub_style);
    const Length reader_width = width_of(text, sheet_.reader, sub_style);
    if (!sheet_.mode.empty() || !sheet_.reader.empty()) {
        y = std::max(y + mm(0.4), mm(8.6));
        // The tab of register 0 stands beside this line: "im Dienst" must not read "im Dienst 0".
        const Length beside_tab = sheet_.chapter() == 0 ? mm(4) : 0;
        if (mode_width + reader_width + beside_tab + mm(5) <= text_width_ - left) {
            if (!sheet_.mode.empty())
                put_text(text, strip.items, sheet_.mode + " ", {left, y + sub_style.baseline()}, sub_style, line);
            if (!sheet_.reader.empty())
                put_text(text, strip.items, sheet_.reader,
                         {sheet_.mode.empty() ? left : text_width_ - reader_width - beside_tab, y + sub_style.baseline()},
                         sub_style, line);
            y += sub_style.leading();
        } else {
            for (const auto& part : {sheet_.mode, sheet_.reader})
                if (!part.empty()) y = put_lines(strip, head_lines(part + " ", text_width_ - left, sub_style, line), left, y);
        }
    }
    const Length height = std::max(y, mm(14));
    std::get<Frame>(page().items[mark_item].is).area.height = height;
    shift(strip.items, 0, geometry_.top);
    std::move(strip.items.begin(), strip.items.end(), std::back_inserter(page().items));
    const Length mark_text = width_of(text, mark, mark_style);
    put_text(text, page().items, mark,
             {(mark_width - mark_text) / 2, geometry_.top + height / 2 + em(mark_style.size) * 36 / 100}, mark_style, line);
    put_confidential(text_width_, line);
    const Length rule = geometry_.top + height + mm(2);
    page().items.push_back(Item{Rule{{0, rule}, {text_width_, rule}, thick, 0, Ink::black}, decoration});
    return rule + mm(3.8);
}

/// Cards: the title white on black over the whole width.
Length Pager::card_head() {
    const Style title{200, true, Ink::white, 115};
    const Style small{100, true, Ink::white, 125};
    const int heading = composer_.node(Role::heading1, 0);
    Strip strip;
    put_fill(strip, {0, 0, text_width_, 0});
    Length y = put_lines(strip, head_lines(sheet_.title, text_width_ - mm(8), title, heading), mm(4), mm(2.2));
    const int line = composer_.node(Role::paragraph, 0);
    for (const auto& part : {sheet_.mode, sheet_.reader})
        if (!part.empty()) y = put_lines(strip, head_lines(part + " ", text_width_ - mm(8), small, line), mm(4), y + mm(0.2));
    std::get<Frame>(strip.items.front().is).area.height = y + mm(2.2);
    shift(strip.items, 0, geometry_.top);
    std::move(strip.items.begin(), strip.items.end(), std::back_inserter(page().items));
    return geometry_.top + y + mm(2.2) + mm(3);
}

/// Later pages: number and title in one line, so that a loose page finds back.
Length Pager::following_head() {
    if (!sheet_.has_title && sheet_.format == doc::Format::a6) return geometry_.top;
    const TextContext& text = composer_.text();
    const Style mark_style{110, true, Ink::white};
    const Style title_style{130, true, Ink::black, 120};
    const std::string mark = mark_text_of();
    const Length mark_text = width_of(text, mark, mark_style);
    const Length mark_width = std::max(mm(18), mark_text + mm(4));
    const Length left = mark_width + mm(4);
    Strip strip;
    put_fill(strip, {0, 0, mark_width, 0});
    const Length room = text_width_ - left - (sheet_.confidential ? mm(38) : 0);
    auto title = break_lines(text, plain(sheet_.title.substr(0, longest_head)), room, title_style, pagination);
    if (title.size() > 2) title.resize(2);
    const Length title_height = height_of(title);
    const Length height = std::max(mm(7.5), title_height + mm(1));
    put_lines(strip, std::move(title), left, (height - title_height) / 2);
    std::get<Frame>(strip.items.front().is).area.height = height;
    put_text(text, strip.items, mark, {(mark_width - mark_text) / 2, height / 2 + em(mark_style.size) * 36 / 100}, mark_style,
             pagination);
    const Length rule = height + mm(1.6);
    put_rule(strip, 0, rule, text_width_, rule, medium);
    shift(strip.items, 0, geometry_.top);
    for (auto& item : strip.items) item.node = pagination;
    std::move(strip.items.begin(), strip.items.end(), std::back_inserter(page().items));
    put_confidential(text_width_, pagination);
    return geometry_.top + rule + mm(3.8);
}

void Pager::continuation_note() {
    if (sheet_.format == doc::Format::a6) return; // the card for the pocket says "bitte wenden" itself
    const Style style = Style{smallest_size}.bold();
    const TextContext& text = composer_.text();
    const Length width = width_of(text, wording().continued, style);
    const Length baseline = foot_top_ - mm(1.3);
    const Length triangle = mm(2.6);
    const Length left = text_width_ - width - triangle - mm(1.5);
    put_text(text, page().items, wording().continued, {left, baseline}, style, pagination);
    const Length x = text_width_ - triangle;
    page().items.push_back(
        Item{Polygon{{{x, baseline - mm(2.3)}, {x + triangle, baseline - mm(2.3)}, {x + triangle / 2, baseline}}, Ink::black},
             pagination});
}

void Pager::end_page(bool forced) {
    page().used = cursor_ - top_;
    const Length room = bottom_ - top_;
    const auto percent = static_cast<int>(static_cast<std::int64_t>(page().used) * 100 / std::max(room, 1));
    // Pages that simply ran full are no risk; the last one before a fixed end is.
    if (forced && percent > fullest_percent)
        composer_.report(Severity::info, Message{"layout.page_full", {page().number, std::to_string(percent)}}, 0);
}

void Pager::put(Strip strip) {
    if (empty_ && strip.repeat) {
        auto items = strip.repeat->items;
        shift(items, 0, cursor_);
        std::move(items.begin(), items.end(), std::back_inserter(page().items));
        cursor_ += strip.repeat->height;
    } else if (!empty_)
        cursor_ += strip.gap;
    shift(strip.items, 0, cursor_);
    std::move(strip.items.begin(), strip.items.end(), std::back_inserter(page().items));
    cursor_ += strip.height;
    empty_ = false;
}

void Pager::place_group(Strips& strips, std::size_t begin, std::size_t end) {
    Length height = 0;
    for (std::size_t i = begin; i < end; ++i) height += strips[i].height + (i > begin ? strips[i].gap : 0);
    const auto break_page = [&] {
        continuation_note();
        end_page(false);
        new_page();
    };
    const Length room = bottom_ - top_;
    if (!empty_ && height <= room && cursor_ + strips[begin].gap + height > bottom_) break_page();
    for (std::size_t i = begin; i < end; ++i) {
        Strip strip = std::move(strips[i]);
        const auto needed = [&] { return (empty_ ? (strip.repeat ? strip.repeat->height : 0) : strip.gap) + strip.height; };
        while (cursor_ + needed() > bottom_) {
            const Length repeat = empty_ && strip.repeat ? strip.repeat->height : 0;
            const Length here = bottom_ - cursor_ - (empty_ ? repeat : strip.gap);
            const Length whole = bottom_ - top_ - (strip.repeat ? strip.repeat->height : 0);
            if (!empty_ && (strip.height <= whole || here < least_room_to_cut)) {
                break_page();
                continue;
            }
            Cut parts = cut(std::move(strip), std::max(here, mm(10)));
            if (!parts.clean) composer_.report(Severity::warning, Message{"layout.too_tall", {}}, parts.first.source_line);
            put(std::move(parts.first));
            break_page();
            strip = std::move(parts.rest);
        }
        put(std::move(strip));
    }
}

/// Whether the break at `at` is made: always, or only where the rest does not fit below a complete front.
bool Pager::begins_back(const Strips& strips, std::size_t at) {
    if (!strips[at].break_if_needed) return true;
    if (out_.pages.size() > 1) {
        front_is_torn_ = true;
        return false;
    }
    Length height = 0;
    for (std::size_t i = at + 1; i < strips.size() && !strips[i].page_break; ++i) height += strips[i].gap + strips[i].height;
    return cursor_ + height > bottom_;
}

void Pager::place(Strips strips) {
    for (std::size_t i = 0; i < strips.size();) {
        if (strips[i].page_break) {
            break_pending_ = break_pending_ || begins_back(strips, i);
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < strips.size() && strips[end - 1].keep_with_next && !strips[end].page_break) ++end;
        if (break_pending_ && !empty_) {
            continuation_note();
            end_page(true);
            new_page();
        }
        break_pending_ = false;
        place_group(strips, i, end);
        i = end;
    }
}

void Pager::hole_mark(Page& page, bool back) const {
    const Length length = mm(3);
    const Length edge = mm(8);
    Rule rule;
    rule.thickness = thin;
    if (sheet_.format == doc::Format::a4_landscape) {
        const Length y = back ? page.height - edge - length : edge;
        rule.from = {page.width / 2, y};
        rule.to = {page.width / 2, y + length};
    } else if (sheet_.format == doc::Format::a4 || sheet_.format == doc::Format::a5) {
        const Length x = back ? page.width - edge - length : edge;
        rule.from = {x, page.height / 2};
        rule.to = {x + length, page.height / 2};
    } else
        return;
    page.items.push_back(Item{rule, pagination});
}

void Pager::thumb_index(Page& page, bool back) const {
    if (sheet_.format != doc::Format::a4 && sheet_.format != doc::Format::a4_landscape) return;
    const int chapter = sheet_.chapter();
    if (chapter < 0 || chapter > 12) return;
    constexpr Length tab_long = mm(16);
    constexpr Length tab_short = mm(6); // 8 mm from the edge of the paper, 1 mm from the text
    const Length along = mm(14) + chapter * mm(20);
    Rect area;
    if (sheet_.format == doc::Format::a4_landscape) {
        if (back) return;
        // Once the binder is turned, the lower edge is where the other pages have their right one.
        area = {page.width - along - tab_long, page.height - mm(8) - tab_short, tab_long, tab_short};
    } else
        area = {back ? mm(8) : page.width - mm(8) - tab_short, along, tab_short, tab_long};
    // On backs the bars of critical steps share the margin; they are more important.
    for (const auto& item : page.items)
        if (const auto* frame = std::get_if<Frame>(&item.is))
            if (frame->area.x < area.x + area.width && frame->area.x + frame->area.width > area.x &&
                frame->area.y < area.y + area.height && frame->area.y + frame->area.height > area.y)
                return;
    page.items.push_back(Item{Frame{area, 0, 0, Ink::black}, pagination});
    const std::string number = std::to_string(chapter);
    const Style style{number.size() > 1 && area.width == tab_short ? 110 : 140, true, Ink::white};
    const Length width = width_of(composer_.text(), number, style);
    put_text(composer_.text(), page.items, number,
             {area.x + (area.width - width) / 2, area.y + area.height / 2 + em(style.size) * 36 / 100}, style, pagination);
}

/// What a loose page belongs to: a Blatt of the binder, or a part of a report.
std::string Pager::part_words() const { return sheet_.part.empty() ? wording().sheet + " " + sheet_.number : sheet_.part; }

/// The place holder for the number of a page.
std::string Pager::widest_number() const {
    return sheet_.part.empty() ? sheet_.number + std::string(widest_page) : page_of(widest_count, widest_count);
}

std::vector<Pager::FootRow> Pager::foot_rows() const {
    const Style style = foot_style;
    const TextContext& text = composer_.text();
    const std::string page_number = wording().page + " " + widest_number();
    const std::string kennung(widest_kennung);
    const bool card = sheet_.format == doc::Format::a6;
    std::string sheet = joined_with_dots({card ? "" : imprint_.organisation, card ? "" : imprint_.title, part_words()});
    std::string notes = joined_with_dots({imprint_.audience, imprint_.copy});
    if (card) sheet = joined_with_dots({sheet, std::exchange(notes, {})});
    const std::string mark = wording().kennung + " " + kennung;
    const std::string warning =
        sheet_.confidential ? (imprint_.warning.empty() ? wording().confidential : imprint_.warning) : std::string();
    std::string edition = joined_with_dots({imprint_.edition, mark});
    const auto fits = [&](const std::string& left, const std::string& right) {
        return width_of(text, left, style) + width_of(text, right, style.bold()) + mm(6) <= text_width_;
    };
    if (const std::string with_notes = joined_with_dots({edition, notes}); fits(with_notes, warning)) {
        edition = with_notes;
        notes.clear();
    }
    std::vector<FootRow> rows{{sheet, page_number}, {edition, ""}};
    // Everything in as few rows as the width allows.
    const std::string together = joined_with_dots({sheet, edition});
    if (fits(together, page_number))
        rows = {{together, page_number}};
    else if (!fits(sheet, page_number)) {
        rows = {{joined_with_dots({imprint_.organisation, imprint_.title}), ""}, {part_words(), page_number}, {edition, ""}};
        if (const std::string below = joined_with_dots({part_words(), edition}); fits(rows[0].left, page_number))
            rows = {{rows[0].left, page_number}, {fits(below, "") ? below : edition, ""}};
        else if (!fits(edition, ""))
            rows = {rows[0], rows[1], {imprint_.edition, ""}, {mark, ""}};
    }
    for (const auto& note : {notes, warning}) {
        if (note.empty()) continue;
        auto& last = rows.back();
        if (last.right.empty() && fits(last.left, note))
            last.right = note;
        else
            rows.push_back({note, ""});
    }
    return rows;
}

/// The Kennung in the same letters as in the list of sheets, so that both can be compared by eye.
void Pager::put_foot_text(Page& page, const std::string& row, Point at, bool strong) const {
    const Style style = strong ? foot_style.bold() : foot_style;
    const auto code = page.kennung.empty() ? std::string::npos : row.find(page.kennung);
    const TextContext& text = composer_.text();
    put_text(text, page.items, row.substr(0, code), at, style, pagination);
    if (code == std::string::npos) return;
    const auto put_next = [&](std::string part, Face face) {
        const auto& before = std::get<TextRun>(page.items.back().is);
        const Length x = before.at.x + before.width;
        put_text(text, page.items, part, {x, at.y}, style, pagination);
        std::get<TextRun>(page.items.back().is).face = face;
    };
    put_next(page.kennung, Face::code);
    if (const auto rest = row.substr(code + page.kennung.size()); !rest.empty())
        put_next(rest, strong ? Face::strong : Face::text);
}

void Pager::foot(Page& page, bool back) const {
    const bool landscape_back = back && sheet_.format == doc::Format::a4_landscape;
    const Length left = back && geometry_.mirrored ? geometry_.right : geometry_.left;
    // Backs of landscape pages are bound at their lower edge.
    const Length dy = landscape_back ? geometry_.bottom - geometry_.top : 0;
    const TextContext& text = composer_.text();
    const std::size_t first = page.items.size();
    page.items.push_back(Item{Rule{{0, foot_top_}, {text_width_, foot_top_}, thin, 0, Ink::black}, pagination});
    Length y = foot_top_ + mm(1.2);
    const std::string warning =
        sheet_.confidential ? (imprint_.warning.empty() ? wording().confidential : imprint_.warning) : std::string();
    const auto place = std::to_string(&page - out_.pages.data() + 1);
    const std::string number = sheet_.part.empty() ? page.number : page_of(place, std::to_string(out_.pages.size()));
    const auto filled = [&](const std::string& row) {
        return replaced(replaced(row, widest_number(), number), widest_kennung, page.kennung);
    };
    for (const auto& row : foot_rows_) {
        const bool loud = !warning.empty() && row.left == warning;
        put_foot_text(page, filled(row.left), {0, y + foot_style.baseline()}, loud);
        if (!row.right.empty()) {
            const std::string right = filled(row.right);
            put_text(text, page.items, right, {text_width_ - width_of(text, right, foot_style.bold()), y + foot_style.baseline()},
                     foot_style.bold(), pagination);
        }
        y += foot_style.leading();
    }
    for (std::size_t i = first; i < page.items.size(); ++i) shift(page.items[i], left, dy);
}

void Pager::finish() {
    end_page(true);
    if (options_.duplex && out_.pages.size() % 2 == 1) {
        Page blank;
        blank.width = geometry_.width;
        blank.height = geometry_.height;
        blank.number = sheet_.number + "-" + std::to_string(out_.pages.size() + 1);
        const Style style{120};
        const Length width = width_of(composer_.text(), wording().empty_page, style);
        put_text(composer_.text(), blank.items, wording().empty_page, {(text_width_ - width) / 2, blank.height / 2}, style,
                 composer_.node(Role::paragraph, 0));
        out_.pages.push_back(std::move(blank));
    }
    for (std::size_t i = 0; i < out_.pages.size(); ++i) {
        Page& page = out_.pages[i];
        const bool back = is_back(i);
        // Before anything that depends on the side of the paper, and without the foot.
        std::string seen = page.number + "\n";
        dump_items(seen, page.items, false);
        page.kennung = kennung(seen);
        const bool landscape_back = back && sheet_.format == doc::Format::a4_landscape;
        shift(page.items, back && geometry_.mirrored ? geometry_.right : geometry_.left,
              landscape_back ? geometry_.bottom - geometry_.top : 0);
        hole_mark(page, back);
        thumb_index(page, back);
        foot(page, back);
    }
}

} // namespace bcmkit::layout
