// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The source format: a folder of TOML files that people review and version (docs/formate/quellformat.md).
namespace bcmkit::io {

/// Largest file of the source format, and largest text file beside it.
inline constexpr std::size_t largest_source_file = 16u * 1024 * 1024;

/// A plan as the folder wants it, or everything that is wrong with the folder.
struct SourceResult {
    model::Plan plan;             ///< the given plan with the folder's records; only without errors
    std::vector<std::string> ids; ///< of the records that the folder names, in reading order
    Diagnostics diagnostics;      ///< all mistakes of all files
    std::vector<std::string>
        resolved; ///< open references of the given plan that now point somewhere: "SVC-032, uses: NWR-Client"
    std::vector<std::string> not_found; ///< references of the folder that stay open, in reading order
};

/// Reads all files of a folder over `base`. A record of the folder is the whole record: a key that is missing there is
/// "nicht erfasst" afterwards; records that the folder does not name stay, unless `replace`.
/// Throws Error{usage} where there is no folder, Error{machine} where a file cannot be read.
SourceResult read_folder(const std::filesystem::path& folder, const model::Plan& base, bool replace);

/// Reads one file with records of any kind over `base` ("Nachtrag"). Only the keys that it names change.
SourceResult read_supplement(const std::filesystem::path& file, const model::Plan& base);

/// The same from memory; `name` stands in places. Text files beside it are not allowed.
SourceResult read_supplement_text(std::string_view text, const std::string& name, const model::Plan& base);

/// Whether a folder passes over the file because it is meant for read_supplement: "repariert.toml", "nachtrag….toml".
bool is_supplement(const std::filesystem::path& file);

/// Reads what was typed for one field, as in the source format: "4 h", "ja", "unbekannt", "SVC-001, SVC-002",
/// [{node = "INF-001"}]. Nothing typed means "nicht erfasst". `origin`: of references that stay open.
model::Value read_value(const model::Plan& plan, const model::Field& field, std::string_view typed, const std::string& origin,
                        Diagnostics& diagnostics);

/// Lets open references whose text is now the id or the name of a record point there; returns a line for each.
std::vector<std::string> resolve_open_references(model::Plan& plan);

/// A file of the folder that export writes.
struct SourceFile {
    std::string name; ///< "leistungen.toml"
    std::string text;
};

/// The whole plan in the source format: same plan, same bytes. Kinds without a record have no file.
std::vector<SourceFile> write_source(const model::Plan& plan);

} // namespace bcmkit::io
