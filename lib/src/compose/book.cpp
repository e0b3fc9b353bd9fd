// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/compose/book.hpp>

#include "selector.hpp"
#include "values.hpp"

#include <bcmkit/base/embedded.hpp>
#include <bcmkit/base/hash.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/compose/sheet_numbers.hpp>
#include <bcmkit/doc/template.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace bcmkit::compose {

using model::RecordView;

namespace {

constexpr std::string_view template_folder = "templates/de/";

std::optional<model::Audience> audience_of(std::string_view word) {
    using enum model::Audience;
    for (const auto audience : {open, intern, staff, full}) {
        if (model::audience_word(audience) == word) return audience;
    }
    return std::nullopt;
}

/// The rows of 0.05: whole, and cut for three columns a page.
doc::Value contents_scope(const Contents& contents) {
    const auto& list = contents.sheets;
    constexpr std::size_t on_first_page = 32, on_later_pages = 34, columns = 3; // heights that fit below the heads of 0.05
    const auto row = [](const ListedSheet& sheet) {
        return doc::object_value({{"number", doc::text_value(sheet.number)},
                                  {"title", doc::text_or_missing(sheet.title, "")},
                                  {"front", doc::text_or_missing(sheet.kennungen.empty() ? "" : sheet.kennungen.front(), "")},
                                  {"back", doc::text_or_missing(sheet.kennungen.size() < 2 ? "" : sheet.kennungen[1], "")},
                                  {"kennungen", doc::text_or_missing(joined(sheet.kennungen, " "), "")},
                                  {"pages", doc::text_value(std::to_string(sheet.kennungen.size()))}});
    };
    // A line of a column: one page. Sheets with many pages take several lines.
    struct Line {
        std::string page, kennung;
    };
    std::vector<Line> lines;
    std::string all;
    for (const auto& sheet : list) {
        for (std::size_t i = 0; i < sheet.kennungen.size(); ++i) {
            // "12.01/ KRISENSTAB-1": a long name breaks behind the stroke, not inside the word.
            lines.push_back({replaced(sheet.number, "/", "/ ") + "-" + std::to_string(i + 1), sheet.kennungen[i]});
            all += sheet.number + "-" + std::to_string(i + 1) + " " + sheet.kennungen[i] + "\n";
        }
    }
    const auto line_shape =
        std::make_shared<doc::Value>(doc::object_value({{"page", {doc::Missing{}}}, {"kennung", {doc::Missing{}}}}));
    // A name that breaks is as high as two.
    const auto height_of = [](const Line& line) -> std::size_t { return line.page.find(' ') == std::string::npos ? 1 : 2; };
    std::size_t next = 0;
    const auto column = [&](std::size_t room) {
        doc::Items items{{}, ", ", {}, line_shape};
        for (std::size_t used = 0; next < lines.size() && used + height_of(lines[next]) <= room; ++next) {
            used += height_of(lines[next]);
            items.items.push_back(doc::object_value(
                {{"page", doc::text_value(lines[next].page)}, {"kennung", doc::text_or_missing(lines[next].kennung, "")}}));
        }
        return doc::Value{std::move(items)};
    };
    const auto page = [&](std::size_t room) {
        auto first = column(room), second = column(room), third = column(room);
        return doc::object_value({{"first", std::move(first)}, {"second", std::move(second)}, {"third", std::move(third)}});
    };
    doc::Items pages{{}, ", ", {}, std::make_shared<doc::Value>(page(0))};
    while (next < lines.size()) {
        std::size_t left = 0;
        for (std::size_t i = next; i < lines.size(); ++i) left += height_of(lines[i]);
        // The last page fills its columns evenly.
        const std::size_t room = pages.items.empty() ? on_first_page : on_later_pages;
        pages.items.push_back(page(std::min(room, (left + columns - 1) / columns + 1)));
    }
    doc::Items sheets{{}, ", ", {}, std::make_shared<doc::Value>(row({"0.00", {}, {}}))};
    for (const auto& sheet : list) sheets.items.push_back(row(sheet));
    const auto file = [](const ListedFile& one) {
        return doc::object_value({{"name", doc::text_or_missing(one.name, "")},
                                  {"what", doc::text_or_missing(one.what, "")},
                                  {"pages", doc::text_or_missing(one.pages ? std::to_string(one.pages) : "", "")}});
    };
    doc::Items files{{}, ", ", {}, std::make_shared<doc::Value>(file({}))};
    for (const auto& one : contents.files) files.items.push_back(file(one));
    return doc::object_value({
        {"files", {std::move(files)}},
        {"sheets", {std::move(sheets)}},
        {"sheet_pages", {std::move(pages)}},
        {"sheet_count", doc::text_value(std::to_string(list.size()))},
        {"page_count", doc::text_value(std::to_string(lines.size()))},
        {"book_kennung", doc::text_value(list.empty() ? std::string("–") : kennung(all))},
    });
}

/// An id as it may stand in a sheet number: the part behind the prefix.
std::string short_id(std::string_view id) {
    const auto hyphen = id.find('-');
    return std::string(hyphen == std::string_view::npos ? id : id.substr(hyphen + 1));
}

} // namespace

std::vector<TemplateText> own_templates() {
    std::vector<TemplateText> out;
    for (const auto& entry : embedded_texts()) {
        if (entry.path.starts_with(template_folder) && entry.path.ends_with(".md"))
            out.push_back({std::string(entry.path.substr(template_folder.size())), std::string(entry.text)});
    }
    std::ranges::sort(out, {}, &TemplateText::file);
    return out;
}

std::vector<TemplateText> merged(std::vector<TemplateText> own, std::vector<TemplateText> others) {
    for (auto& other : others) {
        const auto same = std::ranges::find(own, other.file, &TemplateText::file);
        if (same == own.end())
            own.push_back(std::move(other));
        else
            *same = std::move(other);
    }
    std::ranges::sort(own, {}, &TemplateText::file);
    return own;
}

struct Book::Impl {
    Impl(const model::Plan& plan_in, model::Audience audience_in, Date date_in)
        : plan(plan_in)
        , audience(audience_in)
        , date(date_in)
        , source(plan_in, {audience_in, date_in, {}}) {}

    const model::Plan& plan;
    model::Audience audience;
    Date date;
    Source source;
    std::vector<doc::Template> templates;
    std::vector<Entry> entries;
    Diagnostics diagnostics;

    void read(const std::vector<TemplateText>& texts);
    void add_entries(std::size_t recipe);
    void add_entry(std::size_t recipe, const RecordView& record);
    std::vector<doc::Value> scopes(const Source& from, std::string_view per, const RecordView& record,
                                   const Contents* contents) const;
    std::vector<doc::Value> scopes_for(const Source& from, const Entry& entry, const Contents* contents) const;
    bool exists(std::string_view number) const;
};

void Book::Impl::read(const std::vector<TemplateText>& texts) {
    const doc::Partials partials = [&](std::string_view file) -> std::optional<std::string> {
        const auto found = std::ranges::find(texts, file, &TemplateText::file);
        return found == texts.end() ? std::nullopt : std::optional(found->text);
    };
    for (const auto& text : texts) {
        if (text.file.starts_with('_')) continue;
        if (auto recipe = doc::read_template(text.file, text.text, partials, diagnostics))
            templates.push_back(std::move(*recipe));
    }
    for (std::size_t i = 0; i < templates.size(); ++i) add_entries(i);
    std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) { return compare_sheets(a.number, b.number) < 0; });
    for (std::size_t i = 1; i < entries.size(); ++i) {
        if (entries[i].number == entries[i - 1].number)
            diagnostics.push_back({Severity::error,
                                   {"compose.same_number", {entries[i].number, entries[i - 1].file}},
                                   {entries[i].file, 0, 0, {}},
                                   {}});
    }
}

void Book::Impl::add_entries(std::size_t recipe) {
    const auto& head = templates[recipe].head();
    const Place place{templates[recipe].file(), 0, 0, {}};
    const auto least = head.audience.empty() ? std::optional(model::Audience::open) : audience_of(head.audience);
    if (!least) {
        diagnostics.push_back({Severity::error, {"compose.unknown_audience", {head.audience}}, place, {}});
        return;
    }
    if (*least > audience) return;
    if (head.per.empty()) {
        add_entry(recipe, {});
        return;
    }
    const auto* type = model::record_type(head.per);
    if (!type) {
        diagnostics.push_back({Severity::error, {"compose.unknown_kind", {head.per}}, place, {}});
        return;
    }
    for (const auto& record : source.all(type->code)) add_entry(recipe, record);
}

void Book::Impl::add_entry(std::size_t recipe, const RecordView& record) {
    const auto& which = templates[recipe];
    const auto& head = which.head();
    const auto around = scopes(source, head.per, record, nullptr);
    if (!head.when.empty() && !doc::holds(which, around, diagnostics)) return;
    Entry entry;
    entry.file = which.file();
    entry.record = record ? record.id() : std::string();
    entry.in_book = head.in_book;
    entry.in_list = head.in_list;
    entry.recipe = recipe;
    if (head.sheet.ends_with(".*"))
        entry.number = source.sheet_number(entry.record);
    else
        entry.number = doc::fill_text(which, head.sheet, around, short_id(entry.record), diagnostics);
    if (entry.in_book && !doc::is_sheet_number(entry.number)) {
        diagnostics.push_back(
            {Severity::error, {"compose.bad_number", {entry.number, entry.record}}, {which.file(), 0, 0, entry.record}, {}});
        return;
    }
    entries.push_back(std::move(entry));
}

std::vector<doc::Value> Book::Impl::scopes(const Source& from, std::string_view per, const RecordView& record,
                                           const Contents* contents) const {
    std::vector<doc::Value> out{from.root()};
    out.push_back(contents_scope(contents ? *contents : Contents{}));
    if (record)
        out.push_back(doc::object_value({{std::string(record.type->code), from.record(record)}}));
    else if (!per.empty()) {
        if (const auto* type = model::record_type(per))
            out.push_back(doc::object_value({{std::string(type->code), from.example(type->code, type->label)}}));
    }
    return out;
}

std::vector<doc::Value> Book::Impl::scopes_for(const Source& from, const Entry& entry, const Contents* contents) const {
    const auto record = entry.record.empty() ? RecordView{} : from.find(entry.record);
    return scopes(from, templates[entry.recipe].head().per, record, contents);
}

// "12.01" is there as well where there is a 12.01 for each Koffer: "12.01/JUG".
bool Book::Impl::exists(std::string_view number) const {
    const auto at = std::ranges::lower_bound(
        entries, number, [](std::string_view a, std::string_view b) { return compare_sheets(a, b) < 0; }, &Entry::number);
    for (auto entry = at; entry != entries.end(); ++entry) {
        if (entry->number == number) return true;
        if (entry->number.starts_with(number) && entry->number[number.size()] == '/') return true;
        if (!entry->number.starts_with(number)) break;
    }
    return false;
}

Book::Book(const model::Plan& plan, std::vector<TemplateText> templates, model::Audience audience, Date date)
    : impl_(std::make_unique<Impl>(plan, audience, date)) {
    impl_->read(templates);
}

Book::~Book() = default;

const std::vector<Entry>& Book::entries() const noexcept { return impl_->entries; }
const Diagnostics& Book::diagnostics() const noexcept { return impl_->diagnostics; }

Selection Book::select(std::span<const std::string> words) const { return selected(impl_->source, impl_->entries, words); }

Selection Book::whole() const {
    static const std::string word = "handbuch";
    return select(std::span(&word, 1));
}

Composed Book::fill(const Selection& selection, const Contents* contents, Diagnostics& diagnostics) const {
    // A unit's or a kit's print shows more fields: it needs a source of its own.
    std::optional<Source> own;
    if (!selection.unit.empty())
        own.emplace(impl_->plan, Reader{impl_->audience, impl_->date, records_of_unit(impl_->source, selection.unit)});
    const Source& source = own ? *own : impl_->source;
    Composed out;
    std::set<std::string> numbers_shown;
    for (const std::size_t index : selection.entries) {
        const Entry& entry = impl_->entries[index];
        if (!entry.in_list && !contents) continue;
        const auto& which = impl_->templates[entry.recipe];
        auto around = impl_->scopes_for(source, entry, contents);
        auto filled = doc::fill(which, around, diagnostics);
        if (!filled) continue;
        filled->sheet.number = entry.number;
        filled->sheet.record = entry.record;
        if (filled->sheet.title.empty()) filled->sheet.title = entry.number;
        bool discloses = false;
        for (const auto& trace : filled->traces) {
            discloses = true;
            if (trace.starts_with("tel:")) numbers_shown.insert(trace);
        }
        filled->sheet.confidential = discloses;
        for (const auto& use : filled->uses) {
            if (!impl_->exists(use.sheet))
                diagnostics.push_back({Severity::error, {"compose.unknown_sheet", {use.sheet, entry.number}}, use.place, {}});
        }
        out.document.sheets.push_back(std::move(filled->sheet));
    }
    out.private_numbers = static_cast<int>(numbers_shown.size());
    auto& imprint = out.document.imprint;
    imprint.organisation = impl_->plan.organisation.name;
    imprint.title = "Notfallhandbuch";
    imprint.edition = "Entwurf · Stand " + to_german(impl_->plan.changed_on.value_or(impl_->date));
    imprint.audience = std::string(model::audience_word(impl_->audience));
    const bool is_confidential = std::ranges::any_of(out.document.sheets, &doc::Sheet::confidential);
    if (out.private_numbers > 0)
        imprint.warning = to_text(Message{out.private_numbers == 1 ? "compose.confidential_one" : "compose.confidential",
                                          {std::to_string(out.private_numbers)}});
    else if (is_confidential)
        imprint.warning = to_text(Message{"compose.confidential_plain", {}});
    return out;
}

Diagnostics Book::check_templates() const {
    Diagnostics out;
    for (const auto& which : impl_->templates) {
        const auto around = impl_->scopes(impl_->source, which.head().per, {}, nullptr);
        doc::check(which, around, out);
    }
    return out;
}

} // namespace bcmkit::compose
