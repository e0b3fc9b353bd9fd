// SPDX-License-Identifier: EUPL-1.2
#include "selector.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/compose/sheet_numbers.hpp>
#include <bcmkit/doc/template.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace bcmkit::compose {

using model::RecordView;

namespace {

struct Register {
    std::string_view word;
    int chapter;
    std::string_view title;
};
constexpr Register registers[] = {
    {"lenkung", 0, "Register 0 Lenkung"},
    {"sofort", 1, "Register 1 Sofort-Karten"},
    {"alarm", 2, "Register 2 Alarm und Kontakte"},
    {"stab", 3, "Register 3 Stab"},
    {"melden", 4, "Register 4 Melden und Kommunikation"},
    {"leistungen", 5, "Register 5 Leistungen"},
    {"it", 6, "Register 6 IT-Wiederanlauf"},
    {"hilfe", 7, "Register 7 Hilfe von außen"},
    {"geld", 8, "Register 8 Geld"},
    {"vordrucke", 9, "Register 9 Vordrucke"},
    {"zurueck", 10, "Register 10 Zurück in den Normalbetrieb"},
    {"uebung", 11, "Register 11 Übung"},
    {"packlisten", 12, "Register 12 Koffer"},
};

constexpr std::string_view words_list[] = {
    "handbuch",   "sofort", "alarm", "stab", "melden",    "amt:",    "rolle:", "kit:",      "lenkung",
    "leistungen", "it",     "hilfe", "geld", "vordrucke", "zurueck", "uebung", "packlisten"};

int chapter_of(std::string_view number) {
    int chapter = -1;
    std::from_chars(number.data(), number.data() + number.size(), chapter);
    return chapter;
}

bool leads_to(const Source& source, const RecordView& record, std::string_view field, std::string_view id) {
    const auto target = source.target(record, field);
    return target && target.id() == id;
}

class Selecting {
public:
    Selecting(const Source& source, std::span<const Entry> entries) : source_(source), entries_(entries) {}

    Selection run(std::span<const std::string> words) {
        std::vector<std::string> titles;
        for (const auto& word : words) titles.push_back(add(word));
        Selection out;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (chosen_.contains(i)) out.entries.push_back(i);
        }
        // Two units in one print: each would show the fields of the other to people who may not see them.
        if (units_.size() == 1 && words.size() == 1) out.unit = *units_.begin();
        out.title = titles.size() > 3 ? "Auszug" : joined(titles, ", ");
        return out;
    }

private:
    template <class Matches> std::size_t choose(Matches matches) {
        std::size_t count = 0;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (!matches(entries_[i])) continue;
            chosen_.insert(i);
            ++count;
        }
        return count;
    }

    std::string add(const std::string& word) {
        const std::string plain = folded(trimmed(word));
        if (plain == "handbuch" || plain == "alles") {
            choose([](const Entry& entry) { return entry.in_book; });
            return "Notfallhandbuch";
        }
        if (plain == "checkliste") {
            for (const std::string part : {"sofort", "alarm", "stab"}) add(part);
            return "Checklisten";
        }
        for (const auto& one : registers) {
            if (plain != one.word) continue;
            choose([&](const Entry& entry) { return entry.in_book && chapter_of(entry.number) == one.chapter; });
            return std::string(one.title);
        }
        const auto colon = word.find(':');
        if (colon != std::string::npos) {
            const std::string kind = folded(word.substr(0, colon)), rest(trimmed(std::string_view(word).substr(colon + 1)));
            if (kind == "amt") return add_unit(rest, word);
            if (kind == "rolle") return add_role(rest, word);
            if (kind == "kit" || kind == "koffer") return add_kit(rest, word);
        }
        return add_sheets(word);
    }

    /// The record of a type by id, code or name.
    RecordView named(std::string_view type, std::string_view word, const std::string& selector) const {
        const auto all = source_.all(type);
        std::vector<std::string> known;
        for (const auto& record : all) {
            const auto code = record.get("code");
            const auto* text = text_in(code);
            const std::string wanted = folded(word), id = folded(record.id());
            const bool is_id = id == wanted || id.substr(std::min(id.find('-'), id.size() - 1) + 1) == wanted;
            if (is_id || folded(record.name()) == wanted || (text && folded(*text) == wanted)) return record;
            known.push_back(text ? *text : record.id());
            known.push_back(record.id());
        }
        const std::string start = selector.substr(0, selector.find(':') + 1);
        std::vector<Message> hints;
        const auto near = nearest(word, known);
        if (!near.empty()) hints.push_back({"compose.did_you_mean", {start + joined(near, ", " + start)}});
        hints.push_back(
            {"compose.see_list", {std::string(all.empty() ? model::record_type(type)->file : all.front().type->file)}});
        throw Error(ErrorCode::usage, {"compose.unknown_selector", {selector}}, {}, std::move(hints));
    }

    std::string add_unit(std::string_view word, const std::string& selector) {
        const auto unit = named("org_unit", word, selector);
        const auto own = records_of_unit(source_, unit.id());
        choose([&](const Entry& entry) { return !entry.record.empty() && own.contains(entry.record); });
        units_.insert(unit.id());
        return unit.name();
    }

    std::string add_role(std::string_view word, const std::string& selector) {
        const auto role = named("role", word, selector);
        choose([&](const Entry& entry) { return entry.record == role.id(); });
        std::set<std::string> numbers{"2.04", "2.05"};
        const auto code = role.get("code");
        if (const auto* text = text_in(code)) numbers.emplace(role_card(*text));
        add_numbers(role, numbers);
        choose([&](const Entry& entry) { return numbers.contains(entry.number); });
        return role.name();
    }

    std::string add_kit(std::string_view word, const std::string& selector) {
        const auto kit = named("kit", word, selector);
        std::set<std::string> numbers;
        add_numbers(kit, numbers);
        const auto own = records_of_unit(source_, kit.id());
        choose([&](const Entry& entry) {
            return numbers.contains(entry.number) || (!entry.record.empty() && own.contains(entry.record));
        });
        units_.insert(kit.id());
        return kit.name();
    }

    /// "9.01 Einsatztagebuch", "1.00-1.06": the numbers in the field `sheets`.
    void add_numbers(const RecordView& record, std::set<std::string>& numbers) {
        const auto value = record.get("sheets");
        const auto* texts = std::get_if<model::Texts>(&value);
        if (!texts) return;
        for (const auto& text : *texts) {
            for (const auto piece : split(text, ' ')) {
                auto word = trimmed(piece);
                while (word.ends_with(',') || word.ends_with(';')) word.remove_suffix(1);
                if (doc::is_sheet_number(word)) {
                    numbers.emplace(word);
                    continue;
                }
                const auto range = range_of(word);
                if (range)
                    for (const auto& entry : entries_) {
                        if (is_within(entry, *range)) numbers.insert(entry.number);
                    }
            }
        }
    }

    struct Range {
        std::string first, last;
    };
    static std::optional<Range> range_of(std::string_view word) {
        const std::string clean = replaced(word, "–", "-");
        for (std::size_t at = clean.find('-'); at != std::string::npos; at = clean.find('-', at + 1)) {
            const auto first = clean.substr(0, at), last = clean.substr(at + 1);
            if (doc::is_sheet_number(first) && doc::is_sheet_number(last)) return Range{first, last};
        }
        return std::nullopt;
    }
    static bool is_within(const Entry& entry, const Range& range) {
        return entry.in_book && compare_sheets(entry.number, range.first) >= 0 &&
               (compare_sheets(entry.number, range.last) <= 0 || entry.number.starts_with(range.last + "/"));
    }

    std::string add_sheets(const std::string& word) {
        const std::string wanted(trimmed(word));
        std::size_t count = choose([&](const Entry& entry) {
            return entry.number == wanted || entry.number.starts_with(wanted + "/") ||
                   (entry.in_book && !entry.record.empty() && entry.record == wanted);
        });
        const auto range = range_of(wanted);
        if (count == 0 && range) count = choose([&](const Entry& entry) { return is_within(entry, *range); });
        if (count != 0) return "Blatt " + wanted;
        std::vector<std::string> known(std::begin(words_list), std::end(words_list));
        for (const auto& entry : entries_) known.push_back(entry.number);
        std::vector<Message> hints;
        const bool is_backwards = range && compare_sheets(range->first, range->last) > 0;
        const auto near = is_backwards ? std::vector{range->last + "-" + range->first} : nearest(wanted, known);
        if (!near.empty()) hints.push_back({"compose.did_you_mean", {joined(near, ", ")}});
        hints.push_back({"compose.selectors", {}});
        const bool is_sheet = doc::is_sheet_number(wanted) || (range && !is_backwards);
        throw Error(ErrorCode::usage, {is_sheet ? "compose.no_such_sheet" : "compose.unknown_selector", {word}}, {},
                    std::move(hints));
    }

    const Source& source_;
    std::span<const Entry> entries_;
    std::set<std::size_t> chosen_;
    std::set<std::string> units_;
};

} // namespace

std::span<const std::string_view> selector_words() { return words_list; }

Selection selected(const Source& source, std::span<const Entry> entries, std::span<const std::string> words) {
    return Selecting(source, entries).run(words);
}

std::set<std::string> records_of_unit(const Source& source, std::string_view id) {
    std::set<std::string> own{std::string(id)};
    std::vector<RecordView> services;
    const auto start = source.find(id);
    if (start && start.type->code == "kit") {
        services = source.pointing_at(id, "service");
        for (const auto& fallback : source.pointing_at(id, "fallback")) own.insert(fallback.id());
    } else {
        // Sachgebiete below the Amt belong to it; the plan may hold a circle, so each is visited once.
        std::vector<std::string> open{std::string(id)};
        while (!open.empty()) {
            const std::string unit = open.back();
            open.pop_back();
            for (const auto& child : source.pointing_at(unit, "org_unit")) {
                if (leads_to(source, child, "parent", unit) && own.insert(child.id()).second) open.push_back(child.id());
            }
            for (const auto& service : source.pointing_at(unit, "service")) {
                if (leads_to(source, service, "org_unit", unit)) services.push_back(service);
            }
        }
    }
    for (const auto& service : services) {
        own.insert(service.id());
        for (const std::string_view type : {"fallback", "form"}) {
            for (const auto& record : source.pointing_at(service.id(), type)) own.insert(record.id());
        }
        for (const auto& used : source.targets(service, "uses")) {
            if (used.type->code == "application") own.insert(used.id());
        }
    }
    return own;
}

} // namespace bcmkit::compose
