// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/doc/document.hpp>
#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Plan and templates become sheets: which sheet gets what, and who may read it.
namespace bcmkit::compose {

struct TemplateText {
    std::string file; ///< name without folder: "1.01-karte-15-min.md"
    std::string text;
};

/// The templates of the program, sorted by file name.
std::vector<TemplateText> own_templates();
/// `others` win by file name; new ones are added.
std::vector<TemplateText> merged(std::vector<TemplateText> own, std::vector<TemplateText> others);

/// A sheet that could be printed.
struct Entry {
    std::string number;
    std::string file;       ///< of its template
    std::string record;     ///< id; empty for general sheets
    bool in_book = true;    ///< part of the handbook
    bool in_list = true;    ///< listed in 0.05; the others are composed last, because they print the list
    std::size_t recipe = 0; ///< index of the template
};

/// A row of the list of valid sheets (0.05).
struct ListedSheet {
    std::string number, title;
    std::vector<std::string> kennungen; ///< a page each
};

/// A file of the Notfallkoffer, for its cover.
struct ListedFile {
    std::string name, what;
    int pages = 0;
};

/// What can only be known once other sheets are printed.
struct Contents {
    std::vector<ListedSheet> sheets;
    std::vector<ListedFile> files = {};
};

/// A set of sheets to print.
struct Selection {
    std::vector<std::size_t> entries; ///< indices into Book::entries(), in the order of the binder
    std::string unit;                 ///< id of the Amt or Koffer whose fields are shown; empty = none
    std::string title;                ///< of the document: "Sofort-Karten"
};

struct Composed {
    doc::Document document;
    int private_numbers = 0; ///< phone numbers in it that only Stab and voll may see
};

class Book {
public:
    /// Reads all templates and finds out which sheets this plan has in this Fassung. Mistakes in templates are
    /// diagnostics. `plan` must outlive the book.
    Book(const model::Plan& plan, std::vector<TemplateText> templates, model::Audience audience, Date date);
    ~Book();
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    const std::vector<Entry>& entries() const noexcept;
    const Diagnostics& diagnostics() const noexcept;

    /// What the words of the command line mean: handbuch, sofort, alarm, stab, melden, amt:CODE, rolle:ID, kit:ID, a
    /// sheet, a range, an id. Throws Error{usage} for a word that means nothing, with the nearest ones.
    Selection select(std::span<const std::string> words) const;
    /// The whole handbook.
    Selection whole() const;

    /// Fills the sheets of a selection. `contents`: what 0.05 prints, or nullptr: then the sheets that print it are left out.
    /// Problems go to `diagnostics`; with an error among them the document must not be printed.
    Composed fill(const Selection& selection, const Contents* contents, Diagnostics& diagnostics) const;

    /// Every template against the field table, sections without data included.
    Diagnostics check_templates() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The words that select() takes besides sheets and ids, for help and suggestions.
std::span<const std::string_view> selector_words();

} // namespace bcmkit::compose
