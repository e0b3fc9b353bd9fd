// SPDX-License-Identifier: EUPL-1.2
#include "composer.hpp"

#include <algorithm>
#include <cstdio>

namespace bcmkit::layout {

namespace {

constexpr int deepest_nesting = 8;

/// White above and below a block; the larger of two neighbours counts.
struct Gaps {
    Length before = mm(2.5), after = mm(2.5);
};

Gaps gaps_of(const doc::Block& block) {
    struct {
        Gaps operator()(const doc::Heading& heading) const {
            return heading.level <= 1 ? Gaps{mm(8), mm(3)} : Gaps{mm(6), mm(2)};
        }
        Gaps operator()(const doc::Paragraph&) const { return {mm(2.5), mm(2.5)}; }
        Gaps operator()(const doc::Steps&) const { return {mm(2), mm(3.2)}; }
        Gaps operator()(const doc::Warning&) const { return {mm(3), mm(2.5)}; }
        Gaps operator()(const doc::EndLine&) const { return {mm(2), mm(2)}; }
        Gaps operator()(const doc::Halt&) const { return {mm(3.2), mm(2.5)}; }
        Gaps operator()(const doc::Facts&) const { return {mm(2.5), mm(3)}; }
        Gaps operator()(const doc::Table&) const { return {mm(3), mm(4)}; }
        Gaps operator()(const doc::Form&) const { return {mm(3), mm(3)}; }
        Gaps operator()(const doc::Box&) const { return {mm(4), mm(4)}; }
        Gaps operator()(const doc::BigNumber&) const { return {mm(4), mm(4)}; }
        Gaps operator()(const doc::Schedule&) const { return {mm(2), mm(4)}; }
        Gaps operator()(const doc::Space& space) const { return {mm(std::clamp(space.height_mm, 0, 200)), 0}; }
        Gaps operator()(const doc::PageBreak&) const { return {0, 0}; }
        Gaps operator()(const doc::Quote&) const { return {mm(3), mm(3)}; }
        Gaps operator()(const doc::List&) const { return {mm(2), mm(2.5)}; }
        Gaps operator()(const doc::Checklist&) const { return {mm(2.5), mm(3)}; }
        Gaps operator()(const doc::WriteLines&) const { return {mm(2.5), mm(3)}; }
        Gaps operator()(const doc::Columns&) const { return {mm(3), mm(3)}; }
        Gaps operator()(const doc::Tree&) const { return {mm(3), mm(3)}; }
        Gaps operator()(const doc::ScaleBar&) const { return {mm(4), mm(4)}; }
    } const visitor;
    return std::visit(visitor, block.is);
}

std::string in(const char* key) { return to_text(Message{key, {}}); }

} // namespace

const Wording& wording() {
    static const Wording words = [] {
        Wording w;
        w.time = in("layout.time");
        w.done_on = in("layout.done_on");
        w.initials = in("layout.initials");
        w.duration = in("layout.duration");
        w.halt = in("layout.halt");
        w.warning = in("layout.warning");
        w.caution = in("layout.caution");
        w.wanted = in("layout.wanted");
        w.action_box = in("layout.action_box");
        w.choice_box = in("layout.choice_box");
        w.write_in = in("layout.write_in");
        w.continued = in("layout.continued");
        w.empty_page = in("layout.empty_page");
        w.sheet = in("layout.sheet");
        w.page = in("layout.page");
        w.kennung = in("layout.kennung");
        w.confidential = in("layout.confidential");
        w.scale = in("layout.scale");
        w.usable = in("layout.usable");
        w.number = in("layout.number");
        w.system = in("layout.system");
        w.needs = in("layout.needs");
        w.who = in("layout.who");
        w.too_late = in("layout.too_late");
        w.restores = in("layout.restores");
        w.tests = in("layout.tests");
        w.limit = in("layout.limit");
        w.wave = in("layout.wave");
        w.time_field = in("layout.time_field");
        w.day_field = in("layout.day_field");
        w.initials_field = in("layout.initials_field");
        w.reached = in("layout.reached");
        return w;
    }();
    return words;
}

Composer::Composer(const doc::Sheet& sheet, const Theme& theme, const FontSet& fonts, SheetPages& out)
    : sheet_(sheet)
    , out_(out)
    , theme_(theme)
    , text_{fonts,
            [this](Role role, int parent, std::string actual) { return node(role, parent, std::move(actual)); },
            [this](std::string_view word, bool at_syllable) {
                report(at_syllable ? Severity::info : Severity::warning,
                       Message{"layout.word_broken", {std::string(word.substr(0, 60))}});
            },
            [this](char32_t code_point, std::string_view word) {
                char hex[16];
                std::snprintf(hex, sizeof hex, "%04X", static_cast<unsigned>(code_point));
                report(Severity::warning, Message{"layout.glyph_missing", {hex, std::string(word.substr(0, 60))}});
            },
            theme.pen_pitch,
            wording().choice_box,
            wording().write_in} {
    if (out_.nodes.empty()) out_.nodes.push_back(Node{});
}

int Composer::node(Role role, int parent, std::string actual) {
    Node made;
    made.role = role;
    made.parent = parent;
    made.actual = std::move(actual);
    out_.nodes.push_back(std::move(made));
    return static_cast<int>(out_.nodes.size()) - 1;
}

void Composer::report(Severity severity, Message message, int line) {
    // The same word on every page of a table is one finding.
    for (const auto& known : out_.diagnostics)
        if (known.message == message && known.place.line == (line >= 0 ? line : line_)) return;
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.message = std::move(message);
    diagnostic.place = {sheet_.source, line >= 0 ? line : line_, 0, sheet_.record};
    if (out_.diagnostics.size() < 1000) out_.diagnostics.push_back(std::move(diagnostic));
}

Strips Composer::compose(const doc::Blocks& blocks, Length width, int parent) {
    Strips strips;
    if (depth_ >= deepest_nesting) {
        report(Severity::error, Message{"layout.too_deep", {std::to_string(deepest_nesting)}});
        return strips;
    }
    ++depth_;
    Length after = 0;
    for (const auto& block : blocks) {
        line_ = block.source_line;
        Gaps gaps = gaps_of(block);
        if (std::holds_alternative<doc::Space>(block.is)) {
            after += gaps.before;
            continue;
        }
        gaps = {theme_.white(gaps.before), theme_.white(gaps.after)};
        if (!std::holds_alternative<doc::Steps>(block.is)) goes_on_after_halt_ = false;
        Strips made = std::visit([&](const auto& is) { return set(is, {width, parent}); }, block.is);
        if (made.empty()) continue;
        made.front().gap = std::max(after, gaps.before);
        for (auto& strip : made)
            if (strip.source_line == 0) strip.source_line = block.source_line;
        // An end line alone on a page would end nothing; a HALT stands with a step before it.
        const bool closes = std::holds_alternative<doc::EndLine>(block.is) || std::holds_alternative<doc::Halt>(block.is);
        if (closes && !strips.empty()) strips.back().keep_with_next = true;
        after = gaps.after;
        std::move(made.begin(), made.end(), std::back_inserter(strips));
    }
    --depth_;
    return strips;
}

std::vector<Line> Composer::lines(const doc::Inlines& text, Length width, const Style& style, int node, Length first) {
    return break_lines(text_, text, width, style, node, first);
}

Strips Composer::text_strips(const doc::Inlines& text, Length width, const Style& style, int node) {
    auto made = lines(text, width, style, node);
    Strips strips;
    for (auto& line : made) {
        Strip strip;
        strip.height = line.height;
        strip.items = std::move(line.items);
        strips.push_back(std::move(strip));
    }
    // Never one line of a paragraph alone on a page; short ones stay whole.
    const std::size_t count = strips.size();
    for (std::size_t i = 0; i + 1 < count; ++i) strips[i].keep_with_next = count <= 3 || i == 0 || i + 2 == count;
    return strips;
}

Length put_lines(Strip& strip, std::vector<Line> lines, Length x, Length y) {
    for (auto& line : lines) {
        shift(line.items, x, y);
        std::move(line.items.begin(), line.items.end(), std::back_inserter(strip.items));
        y += line.height;
    }
    return y;
}

Length height_of(const std::vector<Line>& lines) {
    Length height = 0;
    for (const auto& line : lines) height += line.height;
    return height;
}

void put_rule(Strip& strip, Length x1, Length y1, Length x2, Length y2, Length thickness, Length dash) {
    strip.items.push_back(Item{Rule{{x1, y1}, {x2, y2}, thickness, dash, Ink::black}, decoration});
}

void put_frame(Strip& strip, Rect area, Length thickness, int node, Length dash) {
    strip.items.push_back(Item{Frame{area, thickness, dash, Ink::black}, node});
}

void put_fill(Strip& strip, Rect area, Ink ink) { strip.items.push_back(Item{Frame{area, 0, 0, ink}, decoration}); }

void put_text(const TextContext& context, std::vector<Item>& items, std::string_view text, Point at, const Style& style,
              int node) {
    TextRun run;
    run.at = at;
    run.text = text;
    run.face = style.strong ? Face::strong : Face::text;
    run.size = style.size;
    run.ink = style.ink;
    run.width = width_of(context, text, style);
    items.push_back(Item{std::move(run), node});
}

doc::Inlines plain(std::string text, bool strong) {
    doc::Text part;
    part.text = std::move(text);
    part.strong = strong;
    return {doc::Inline{std::move(part)}};
}

} // namespace bcmkit::layout
