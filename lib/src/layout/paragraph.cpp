// SPDX-License-Identifier: EUPL-1.2
#include "paragraph.hpp"
#include "bonds.hpp"
#include "strip.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <array>

namespace bcmkit::layout {

namespace {

constexpr Length choice_before = mm(1); // white beside a box to tick, besides the blank
constexpr Length choice_after = mm(0.3);
constexpr Length shortest_rest = mm(25);    // a write-in line to the end of the line is at least that long
constexpr std::size_t longest_stretch = 64; // atoms without a break; keeps the cost of odd texts linear
constexpr std::size_t longest_prefix = 3;   // with its hyphen: never alone at the end of a line
constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::string_view no_break_space = "\u00A0";

constexpr Length block_side = mm(4), block_gap = mm(1),
                 block_after = mm(0.8);     // of a level: counted, not shaded (print-design §1.8)
constexpr Length white_above_box = mm(1.5); // lines of one paragraph that each begin with a box to tick
constexpr std::string_view block_sign = "▪";

/// "▪▪▪" → 3; 0 for any other word.
int blocks_in(std::string_view word) {
    int count = 0;
    for (; word.starts_with(block_sign); word.remove_prefix(block_sign.size())) ++count;
    return word.empty() ? count : 0;
}

enum class Kind : std::uint8_t { word, blank, line_break, write_in, choice, blocks };

struct Atom {
    Kind kind = Kind::word;
    Face face = Face::text;
    std::string text;
    Length width = 0;
    int node = decoration;
    bool break_after = false; ///< a seam: the next atom may begin a line
    bool hyphen = false;      ///< … and needs a hyphen then
    std::string sheet;        ///< link
    Length wanted = 0;        ///< write-in: length, 0 = the rest
};

bool is_vowel(char32_t c) {
    static constexpr std::u32string_view vowels = U"aeiouyäöüAEIOUYÄÖÜéèáàóòíìúùâêîôûAEIOU";
    return vowels.find(c) != std::u32string_view::npos;
}

/// Where German syllables probably begin (byte offsets): before the last consonant between two vowels, keeping ch, ck, sch,
/// ph and qu together. Right nearly always, and only asked where a word would be cut anyway.
std::vector<std::size_t> syllable_seams(std::string_view word) {
    struct Letter {
        char32_t c;
        std::size_t at;
    };
    std::vector<Letter> letters;
    for (std::size_t i = 0; i < word.size();) {
        const std::size_t at = i;
        letters.push_back({next_code_point(word, i), at});
    }
    const auto is_letter = [](char32_t c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F);
    };
    const auto starts = [&](std::size_t i, std::u32string_view group) {
        for (std::size_t k = 0; k < group.size(); ++k)
            if (i + k >= letters.size() || letters[i + k].c != group[k]) return false;
        return true;
    };
    std::vector<std::size_t> seams;
    std::size_t last_vowel = letters.size();
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!is_letter(letters[i].c)) last_vowel = letters.size();
        if (!is_vowel(letters[i].c)) continue;
        if (last_vowel < i && i - last_vowel > 1) {
            std::size_t begin = i - 1;
            for (const std::u32string_view group : {U"sch", U"ch", U"ck", U"ph", U"th", U"ß"})
                if (i >= group.size() && i - group.size() > last_vowel && starts(i - group.size(), group)) {
                    begin = i - group.size();
                    break;
                }
            if (begin >= 2 && letters.size() - begin >= 3) seams.push_back(letters[begin].at);
        }
        last_vowel = i;
    }
    return seams;
}

class Breaker {
public:
    Breaker(const TextContext& context, Length width, const Style& style, int node, Length first)
        : context_(context)
        , width_(std::max(width, mm(2)))
        , style_(style)
        , node_(node)
        , x_(first) {}

    std::vector<Line> run(const doc::Inlines& text) {
        for (const auto& part : text) std::visit([this](const auto& is) { add(is); }, part);
        fill_lines();
        return std::move(lines_);
    }

private:
    Length measure(std::string_view piece, Face face) const {
        const auto& word = context_.fonts.shaped(piece, face);
        return static_cast<Length>((static_cast<std::int64_t>(word.width) * em(style_.size) + units_per_em / 2) / units_per_em);
    }

    void add_pieces(std::string_view text, Face face, int node, const std::string& sheet = {}) {
        for (const auto piece : FontSet::pieces(text)) {
            Atom atom;
            atom.node = node;
            atom.sheet = sheet;
            atom.face = face;
            atom.kind = piece.front() == ' ' ? Kind::blank : Kind::word;
            if (atom.kind == Kind::word && is_phone(bare(piece)) && face == Face::text) atom.face = Face::strong;
            atom.text = atom.kind == Kind::blank ? std::string(" ") : std::string(piece);
            atom.width = measure(atom.text, atom.face);
            if (const int blocks = blocks_in(piece); blocks > 0) {
                atom.kind = Kind::blocks;
                atom.node = context_.new_node(Role::span, node, atom.text);
                atom.width = blocks * block_side + (blocks - 1) * block_gap + block_after;
                atoms_.push_back(std::move(atom));
                continue;
            }
            for (const auto missing : context_.fonts.shaped(atom.text, atom.face).missing) context_.glyph_missing(missing, piece);
            const bool last = piece.data() + piece.size() == text.data() + text.size();
            if (atom.kind == Kind::word) {
                atom.hyphen = atom.text.ends_with(soft_hyphen);
                const bool is_prefix = piece.ends_with('-') && piece.size() <= longest_prefix; // "IT-Notfall", "E-Mail"
                atom.break_after = atom.hyphen || (!last && piece.data()[piece.size()] != ' ' && !is_prefix);
            }
            atoms_.push_back(std::move(atom));
        }
    }

    void add(const doc::Text& text) {
        const bool strong = text.strong || style_.strong;
        const Face face = text.code ? (strong ? Face::strong_code : Face::code) : (strong ? Face::strong : Face::text);
        std::string_view rest = text.text;
        while (true) {
            const auto end = rest.find('\n');
            add_pieces(rest.substr(0, end), face, node_);
            if (end == std::string_view::npos) return;
            add(doc::LineBreak{});
            rest.remove_prefix(end + 1);
        }
    }
    void add(const doc::LineBreak&) {
        Atom atom;
        atom.kind = Kind::line_break;
        atoms_.push_back(std::move(atom));
    }
    void add(const doc::WriteIn& write_in) {
        Atom atom;
        atom.kind = Kind::write_in;
        atom.node = context_.new_node(Role::span, node_, write_in.label.empty() ? context_.write_in_name : write_in.label);
        atom.wanted = write_in.width_mm > 0 ? mm(std::min(write_in.width_mm, 400)) : 0;
        atom.width = std::min(atom.wanted > 0 ? atom.wanted : shortest_rest, width_);
        atoms_.push_back(std::move(atom));
    }
    void add(const doc::Choice&) {
        Atom atom;
        atom.kind = Kind::choice;
        atom.node = context_.new_node(Role::span, node_, context_.choice_name);
        atom.width = std::max(choice_box, em(style_.size) * 9 / 10) + choice_before + choice_after;
        atoms_.push_back(std::move(atom));
    }
    void add(const doc::SheetRef& reference) {
        const int node = context_.new_node(Role::link, node_, {});
        add_pieces(reference.sheet, reference.strong || style_.strong ? Face::strong : Face::text, node, reference.sheet);
    }

    /// Whether a line may end before atom `i`.
    bool may_break_before(std::size_t i) const {
        const Atom& before = atoms_[i - 1];
        const Atom& atom = atoms_[i];
        if (atom.kind == Kind::blank) return false;
        if (before.kind != Kind::blank) return before.kind == Kind::word && before.break_after;
        // A blank: look at the words on both sides.
        std::size_t left = i - 1;
        while (left > 0 && atoms_[left].kind == Kind::blank) --left;
        const Atom& left_atom = atoms_[left];
        if (left_atom.kind == Kind::choice) return false; // the box stays with its word
        if (left_atom.kind == Kind::blocks) return false; // a sign stays with what it marks
        if (atom.kind == Kind::write_in && left_atom.kind == Kind::word)
            return atom.wanted == 0 || !leads_to_blank(left_atom.text);
        if (atom.kind != Kind::word) return true;
        if (left_atom.kind == Kind::write_in)
            return atom.text != "·" && (left_atom.wanted == 0 || !is_unit(atom.text)); // "______ Uhr"
        return left_atom.kind != Kind::word || !belong_together(words_before(i), atom.text);
    }

    /// The words before atom `i` with only blanks between, the nearest first.
    WordsBefore words_before(std::size_t i) const {
        WordsBefore words;
        for (std::size_t found = 0; i > 0 && found < words.size(); --i) {
            const Atom& atom = atoms_[i - 1];
            if (atom.kind == Kind::word)
                words[found++] = atom.text;
            else if (atom.kind != Kind::blank)
                break;
        }
        return words;
    }

    /// First atom after the unbreakable stretch that begins at `i`.
    std::size_t end_of_stretch(std::size_t i) const {
        std::size_t end = i + 1;
        while (end < atoms_.size() && end - i < longest_stretch && atoms_[end].kind != Kind::line_break && !may_break_before(end))
            ++end;
        return end;
    }

    void fill_lines() {
        std::size_t i = 0;
        while (i < atoms_.size()) {
            if (atoms_[i].kind == Kind::line_break) {
                end_line(false);
                ++i;
                continue;
            }
            std::size_t end = end_of_stretch(i);
            Length width = 0;
            Length trailing = 0;
            for (std::size_t k = i; k < end; ++k) {
                trailing = atoms_[k].kind == Kind::blank ? trailing + atoms_[k].width : 0;
                width += atoms_[k].width;
            }
            // Only a hyphen that would really be printed needs room.
            const Length hyphen = atoms_[end - 1].hyphen ? measure("-", atoms_[end - 1].face) : 0;
            if (x_ > start_ && x_ + width - trailing + hyphen > width_) end_line(true);
            if (x_ == start_) hang_ = begins_lone_box(i) ? atoms_[i].width : hang_;
            if (x_ == start_ && width - trailing > width_ - start_) {
                // Too wide for any line: give up the bonds one by one, then the word itself.
                if (end - i > 1) {
                    Length fitting = start_;
                    std::size_t k = i;
                    while (k < end && fitting + atoms_[k].width <= width_) fitting += atoms_[k++].width;
                    if (k > i)
                        end = k;
                    else
                        end = i + 1;
                    if (atoms_[i].width > width_ - start_) end = i + 1;
                }
                if (end == i + 1 && atoms_[i].kind == Kind::word && atoms_[i].width > width_ - start_) {
                    split_word(i);
                    continue;
                }
            }
            for (; i < end; ++i) place(atoms_[i]);
        }
        end_line(false);
        if (lines_.size() > 1 && lines_.back().items.empty()) lines_.pop_back();
    }

    /// Where to cut a word that is wider than the line: at a fixed blank, else between syllables, else anywhere.
    struct WordCut {
        std::size_t at = 0; ///< bytes; 0 = nowhere
        bool hyphen = false;
        std::size_t dropped = 0; ///< bytes of the blank
    };
    WordCut best_cut(const Atom& atom, const Word& shaped) const {
        const std::int64_t room = static_cast<std::int64_t>(width_ - start_) * units_per_em / em(style_.size);
        const std::int64_t hyphen = context_.fonts.shaped("-", atom.face).width;
        const auto syllables = syllable_seams(shaped.text);
        WordCut anywhere, syllable, blank;
        std::int64_t x = 0;
        for (const auto& glyph : shaped.glyphs) {
            x += glyph.advance;
            if (x > room && anywhere.at > 0) break;
            if (glyph.text_length == 0) continue;
            const std::size_t end = glyph.text_begin + glyph.text_length;
            if (end >= shaped.text.size()) break;
            anywhere.at = end;
            if (x + hyphen <= room && std::binary_search(syllables.begin(), syllables.end(), end)) syllable = {end, true, 0};
            if (std::string_view(shaped.text).substr(end).starts_with(no_break_space))
                blank = {end, false, no_break_space.size()};
        }
        if (blank.at > 0) return blank;
        return syllable.at > 0 ? syllable : anywhere;
    }

    /// Replaces a word that is wider than the line by two, the first of which fits.
    void split_word(std::size_t i) {
        const Atom word = atoms_[i];
        const auto& shaped = context_.fonts.shaped(word.text, word.face);
        const WordCut cut = best_cut(word, shaped);
        if (cut.at == 0) { // a single glyph wider than the column
            atoms_[i].width = width_ - start_;
            return;
        }
        const bool phone = is_phone(bare(word.text));
        if (!broken_reported_ && (cut.dropped == 0 || phone)) {
            context_.word_broken(word.text, cut.hyphen);
            broken_reported_ = true;
        }
        Atom head = word;
        Atom tail = word;
        head.text = shaped.text.substr(0, cut.at);
        head.width = std::min(measure(head.text, head.face), width_ - start_);
        head.break_after = true;
        head.hyphen = cut.hyphen;
        tail.text = shaped.text.substr(cut.at + cut.dropped);
        tail.width = measure(tail.text, tail.face);
        atoms_[i] = std::move(tail);
        place(head);
        end_line(true);
    }

    void place(const Atom& atom) {
        switch (atom.kind) {
        case Kind::blank:
            if (x_ == start_ && line_.items.empty()) return;
            place_text(atom);
            return;
        case Kind::word: place_text(atom); return;
        case Kind::write_in: {
            pending_hyphen_ = false;
            has_write_in_ = true;
            const Length length = atom.wanted > 0 ? atom.width : width_ - x_;
            const Length y = style_.baseline() + mm(0.8);
            Item item{Rule{{x_, y}, {x_ + length, y}, thin, 0, style_.ink}, atom.node};
            line_.items.push_back(std::move(item));
            x_ += length;
            break;
        }
        case Kind::choice: {
            pending_hyphen_ = false;
            const Length side = atom.width - choice_before - choice_after;
            const Length before = x_ > 0 ? choice_before : 0; // at the left edge the box stands flush
            // Its middle at the middle of the capitals.
            const Length top = style_.baseline() - em(style_.size) * 36 / 100 - side / 2;
            line_.items.push_back(Item{Frame{{x_ + before, top, side, side}, medium, 0, style_.ink}, atom.node});
            x_ += before + side + choice_after;
            break;
        }
        case Kind::blocks: {
            pending_hyphen_ = false;
            const Length top = style_.baseline() - em(style_.size) * 36 / 100 - block_side / 2;
            for (int i = blocks_in(atom.text); i > 0; --i, x_ += block_side + block_gap)
                line_.items.push_back(Item{Frame{{x_, top, block_side, block_side}, 0, 0, style_.ink}, atom.node});
            x_ += block_after - block_gap;
            break;
        }
        case Kind::line_break: break;
        }
    }

    /// Whether atom `i` is the only box to tick up to the next line break: what follows hangs behind it.
    bool begins_lone_box(std::size_t i) const {
        if (atoms_[i].kind != Kind::choice) return false;
        for (++i; i < atoms_.size() && atoms_[i].kind != Kind::line_break; ++i)
            if (atoms_[i].kind == Kind::choice) return false;
        return true;
    }

    void place_text(const Atom& atom) {
        pending_hyphen_ = atom.kind == Kind::word && atom.hyphen;
        if (!line_.items.empty()) {
            if (auto* run = std::get_if<TextRun>(&line_.items.back().is); run != nullptr && run->face == atom.face &&
                                                                          line_.items.back().node == atom.node &&
                                                                          run->at.x + run->width == x_) {
                run->text += atom.text;
                run->width += atom.width;
                x_ += atom.width;
                return;
            }
        }
        TextRun run;
        run.at = {x_, style_.baseline()};
        run.text = atom.text;
        run.face = atom.face;
        run.size = style_.size;
        run.ink = style_.ink;
        run.width = atom.width;
        line_.items.push_back(Item{std::move(run), atom.node});
        if (!atom.sheet.empty()) links_.push_back({line_.items.size() - 1, atom.sheet});
        x_ += atom.width;
    }

    void end_line(bool wrapped) {
        // Drop blanks at the end; keep one as a character, so that readers do not run the words together.
        while (!line_.items.empty()) {
            auto* run = std::get_if<TextRun>(&line_.items.back().is);
            if (run == nullptr || !run->text.ends_with(' ')) break;
            while (run->text.ends_with(' ')) {
                run->text.pop_back();
                run->width -= measure(" ", run->face);
            }
            x_ = run->at.x + run->width;
            if (!run->text.empty()) {
                if (wrapped) run->text += ' ';
                break;
            }
            line_.items.pop_back();
        }
        if (wrapped && pending_hyphen_ && !line_.items.empty()) place_hyphen();
        for (const auto& [index, sheet] : links_) {
            if (index >= line_.items.size()) continue;
            const auto& run = std::get<TextRun>(line_.items[index].is);
            line_.items.push_back(Item{Link{{run.at.x, 0, run.width, style_.leading()}, sheet}, line_.items[index].node});
        }
        line_.width = x_;
        line_.height = style_.leading();
        if (has_write_in_ && !lines_.empty()) {
            const Length room = std::max(0, context_.pen_pitch - line_.height);
            shift(line_.items, 0, room);
            line_.height += room;
        }
        if (hang_ > 0 && start_ == 0 && !lines_.empty()) {
            shift(line_.items, 0, white_above_box);
            line_.height += white_above_box;
        }
        has_write_in_ = false;
        lines_.push_back(std::move(line_));
        line_ = {};
        links_.clear();
        if (!wrapped) hang_ = 0;
        x_ = start_ = hang_;
        pending_hyphen_ = false;
    }

    /// The hyphen of a soft seam: on paper a hyphen, for readers none.
    void place_hyphen() {
        const auto& last = line_.items.back();
        const auto* before = std::get_if<TextRun>(&last.is);
        if (before == nullptr) return;
        TextRun run = *before;
        run.at.x = before->at.x + before->width;
        run.text = "-";
        run.width = measure("-", run.face);
        x_ = run.at.x + run.width;
        const int node = context_.new_node(Role::span, last.node, std::string(soft_hyphen));
        line_.items.push_back(Item{std::move(run), node});
    }

    const TextContext& context_;
    Length width_;
    Style style_;
    int node_;
    std::vector<Atom> atoms_;
    std::vector<Line> lines_;
    Line line_;
    std::vector<std::pair<std::size_t, std::string>> links_;
    Length x_ = 0;
    Length start_ = 0; ///< where this line begins
    Length hang_ = 0;  ///< where the lines below a box to tick begin; 0 = at the edge
    bool pending_hyphen_ = false;
    bool has_write_in_ = false;
    bool broken_reported_ = false;
};

} // namespace

std::vector<Line> break_lines(const TextContext& context, const doc::Inlines& text, Length width, const Style& style, int node,
                              Length first) {
    return Breaker(context, width, style, node, first).run(text);
}

Length width_of(const TextContext& context, std::string_view text, const Style& style) {
    Length width = 0;
    const Face face = style.strong ? Face::strong : Face::text;
    for (const auto piece : FontSet::pieces(text))
        width += static_cast<Length>(
            (static_cast<std::int64_t>(context.fonts.shaped(piece, face).width) * em(style.size) + units_per_em / 2) /
            units_per_em);
    return width;
}

bool is_phone(std::string_view word) {
    int digits = 0;
    if (word.empty() || (word.front() != '0' && word.front() != '+')) return false;
    for (std::size_t i = word.front() == '+' ? 1 : 0; i < word.size();) {
        if (is_digit(word[i])) {
            ++digits;
            ++i;
        } else if (word[i] == '-')
            ++i;
        else if (word.substr(i).starts_with(no_break_space))
            i += no_break_space.size();
        else
            return false;
    }
    return digits >= 6 && word.find_first_of("-\u00A0") != std::string_view::npos;
}

} // namespace bcmkit::layout
