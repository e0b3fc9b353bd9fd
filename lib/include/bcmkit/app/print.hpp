// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>
#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/compose/book.hpp>
#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// From a plan to PDF: templates, sheets, pages, Kennungen, bytes.
namespace bcmkit::app {

struct PrintRequest {
    std::vector<std::string> selectors;                        ///< empty: the whole handbook
    model::Audience audience = model::Audience::intern;        ///< stab and voll must be asked for
    std::optional<std::filesystem::path> template_folder = {}; ///< own templates; they win by file name
    bool duplex = false;                                       ///< both sides of the paper
    Date date = {};                                            ///< ages and deadlines count from here
    /// Called for each sheet of the handbook that is laid out: number, of how many.
    std::function<void(std::size_t, std::size_t)> progress = {};
};

struct PrintedSheet {
    std::string number, title;
    std::vector<std::string> kennungen; ///< a page each
    std::string record;                 ///< id; empty for general sheets
};

struct PrintResult {
    std::string pdf; ///< empty where the diagnostics hold an error
    std::string title;
    std::vector<PrintedSheet> sheets;
    int pages = 0;
    int private_numbers = 0;
    bool confidential = false;
    Diagnostics diagnostics; ///< without doubles, errors first
};

/// Several prints of one plan: templates are read and the handbook is laid out once.
class Printer {
public:
    /// `plan` must outlive the printer. Throws Error{machine} where the template folder cannot be read.
    Printer(const model::Plan& plan, model::Audience audience, Date date,
            const std::optional<std::filesystem::path>& template_folder = {}, bool duplex = false);
    ~Printer();
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;

    /// Throws Error{usage} for a selector that means nothing. An empty selection gives an empty PDF.
    PrintResult print(const std::vector<std::string>& selectors) &;
    /// The last print of this printer: what it no longer needs does not wait for the PDF.
    PrintResult print(const std::vector<std::string>& selectors) &&;
    /// The cover of the Notfallkoffer: what lies where (template start-hier.md).
    PrintResult print_cover(const std::vector<compose::ListedFile>& files);
    /// As PrintRequest::progress.
    void on_progress(std::function<void(std::size_t, std::size_t)> progress);
    /// The sheets of the handbook in this Fassung.
    std::vector<std::string> numbers() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Prints once. Throws Error{usage} for a selector that means nothing.
PrintResult print(const model::Plan& plan, const PrintRequest& request);

struct MarkdownRequest {
    std::string file; ///< name, for messages and as the title of last resort
    std::string text; ///< a template without values; the head may be missing
    bool duplex = false;
    Date date = {};
};

/// Prints one Markdown text with the blocks of our templates and without any plan. References to other sheets are
/// printed as they are.
PrintResult print_markdown(const MarkdownRequest& request);

/// "intern" → intern; empty for a word that is no Fassung.
std::optional<model::Audience> audience_from(std::string_view word);

} // namespace bcmkit::app
