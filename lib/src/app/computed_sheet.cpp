// SPDX-License-Identifier: EUPL-1.2
#include "computed_sheet.hpp"

#include "templates.hpp"

#include <algorithm>
#include <stdexcept>

namespace bcmkit::app {

ComputedSheet::ComputedSheet(const std::optional<std::filesystem::path>& template_folder, std::string_view file,
                             Diagnostics& diagnostics) {
    const auto all = all_templates(template_folder);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.file == file; });
    if (found == all.end()) throw std::logic_error("no template " + std::string(file));
    template_ = doc::read_template(found->file, found->text, {}, diagnostics);
}

std::optional<doc::Sheet> ComputedSheet::fill(const doc::Value& values, Diagnostics& diagnostics) const {
    if (!template_) return std::nullopt;
    auto filled = doc::fill(*template_, std::vector{values}, diagnostics);
    if (!filled) return std::nullopt;
    filled->sheet.number = template_->head().sheet;
    return std::move(filled->sheet);
}

doc::Value list_value(std::vector<doc::Value> rows) {
    doc::Items items;
    items.items = std::move(rows);
    return {std::move(items)};
}

doc::Value optional_value(std::string text) { return doc::text_or_missing(std::move(text), ""); }

} // namespace bcmkit::app
