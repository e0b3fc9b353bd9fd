// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/doc/template.hpp>

#include <filesystem>
#include <optional>
#include <string_view>

namespace bcmkit::app {

/// A sheet that is worked out when somebody asks for it and stands in no binder. Its template begins with `_`, so no Fassung
/// and no Koffer holds it; own templates win by file name.
class ComputedSheet {
public:
    /// Mistakes of the template go to `diagnostics`. Throws Error{machine} where the folder cannot be read.
    ComputedSheet(const std::optional<std::filesystem::path>& template_folder, std::string_view file, Diagnostics& diagnostics);

    /// Empty where the template or what it makes of the values is broken; then `diagnostics` hold an error.
    std::optional<doc::Sheet> fill(const doc::Value& values, Diagnostics& diagnostics) const;

private:
    std::optional<doc::Template> template_;
};

doc::Value list_value(std::vector<doc::Value> rows);
/// A text that a section of the template may ask for; missing where it is empty.
doc::Value optional_value(std::string text);

} // namespace bcmkit::app
