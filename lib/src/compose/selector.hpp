// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "values.hpp"

#include <bcmkit/compose/book.hpp>

#include <set>
#include <span>
#include <string>
#include <string_view>

namespace bcmkit::compose {

/// The sheets that `words` name among `entries`, which are sorted. Throws Error{usage}.
Selection selected(const Source& source, std::span<const Entry> entries, std::span<const std::string> words);

/// The records that belong to an Amt (with its Sachgebiete) or to a Koffer: services, fallbacks, forms, Fachverfahren.
std::set<std::string> records_of_unit(const Source& source, std::string_view id);

} // namespace bcmkit::compose
