// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/doc/document.hpp>
#include <bcmkit/doc/value.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Templates become sheets in two phases: values travel through the Markdown parser as marks of two reserved
/// letters and are put into the parsed tree afterwards. So no value can create structure, in no context.
/// The language stands in docs/handbuch/vorlagen.md.
namespace bcmkit::doc {

inline constexpr std::size_t largest_template = 256 * 1024;
inline constexpr int most_blocks = 20'000;
inline constexpr int deepest_partial = 8;

/// The head of a template, as written: texts may hold values.
struct Head {
    std::string sheet, title, mark, mode, reader;
    Format format = Format::a4;
    std::string per;      ///< "service": one sheet for each
    std::string when;     ///< names that must hold; "^name" must not
    std::string audience; ///< the least Fassung; empty = intern
    bool confidential = false;
    bool has_title = true;
    bool in_list = true;
    bool in_book = true; ///< part of the handbook; else only where it is asked for
};

struct TemplateNodes;

class Template {
public:
    const std::string& file() const noexcept { return file_; }
    const Head& head() const noexcept { return head_; }

private:
    friend class TemplateReader;
    friend struct TemplateAccess;
    std::string file_;
    Head head_;
    std::shared_ptr<const TemplateNodes> nodes_;
};

/// The text of a partial by its file name ("_kopf.md"); empty where there is none.
using Partials = std::function<std::optional<std::string>(std::string_view file)>;

/// Reads a template; mistakes go to `diagnostics` with file and line, then nothing comes back.
std::optional<Template> read_template(std::string file, std::string_view text, const Partials& partials,
                                      Diagnostics& diagnostics);

/// A number between brackets: a promise that the sheet exists.
struct SheetUse {
    std::string sheet;
    Place place;
};

struct Filled {
    Sheet sheet;
    std::vector<SheetUse> uses;
    std::vector<std::string> traces; ///< Value::trace of everything printed, sorted, each once
};

/// Fills a template. `scopes`: where names are looked up, the last one first. Unknown names and broken blocks go to
/// `diagnostics`; then nothing comes back. Warnings may come with a sheet.
std::optional<Filled> fill(const Template& which, std::span<const Value> scopes, Diagnostics& diagnostics);

/// Reports every name of the template that `scopes` do not know, in sections without data too.
void check(const Template& which, std::span<const Value> scopes, Diagnostics& diagnostics);

/// A single text of the head, filled: "5.V{{org_unit.code}}". Missing values are `otherwise`.
std::string fill_text(const Template& which, std::string_view text, std::span<const Value> scopes, std::string_view otherwise,
                      Diagnostics& diagnostics);

/// Whether the head's `when` holds; unknown names go to `diagnostics`.
bool holds(const Template& which, std::span<const Value> scopes, Diagnostics& diagnostics);

/// "1.02", "5.112", "5.V50", "1.00A", "12.01/JUG".
bool is_sheet_number(std::string_view text);

} // namespace bcmkit::doc
