// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/data.hpp>

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/hash.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/io/source.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace bcmkit::app {

namespace {

/// In the folder: a line for each file that export wrote, as sha256sum prints it. While export is writing, a file has
/// two lines, the old and the new one, so that an interrupted export still knows its own files.
constexpr const char* manifest_name = ".bcmkit-export";

using Hashes = std::map<std::string, std::set<std::string>>;

Hashes read_manifest(const std::filesystem::path& folder) {
    Hashes hashes;
    std::error_code ignored;
    if (!std::filesystem::exists(folder / manifest_name, ignored)) return hashes;
    const std::string text = read_file(folder / manifest_name, 1024 * 1024);
    for (const auto line : split(text, '\n')) {
        if (line.size() > 66) hashes[std::string(line.substr(66))].insert(std::string(line.substr(0, 64)));
    }
    return hashes;
}

std::string manifest_text(const Hashes& hashes) {
    std::string text;
    for (const auto& [name, known] : hashes) {
        for (const auto& hash : known) text += hash + "  " + name + "\n";
    }
    return text;
}

/// Every file of the folder is one that export wrote and nobody changed. Files of Git are somebody else's business.
void demand_ours(const std::filesystem::path& folder, const Hashes& written) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = to_text(entry.path().filename());
        if (name == manifest_name || name.starts_with(".git")) continue;
        const auto known = written.find(name);
        if (known == written.end() || !entry.is_regular_file())
            throw Error(ErrorCode::usage, {"app.export_foreign", {to_text(folder), name}}, {}, {{"app.export_elsewhere", {}}});
        if (!known->second.contains(to_hex(sha256(read_file(entry.path())))))
            throw Error(ErrorCode::usage, {"app.export_changed", {to_text(folder), name}}, {}, {{"app.export_import_first", {}}});
    }
    if (error) throw Error(ErrorCode::machine, {"app.export_unreadable", {to_text(folder)}});
}

} // namespace

ExportResult run(const ExportJob& job) {
    const model::Plan plan = load_plan(job.plan_file);
    std::error_code error;
    const bool exists = std::filesystem::exists(job.folder, error);
    if (exists && !std::filesystem::is_directory(job.folder, error))
        throw Error(ErrorCode::usage, {"app.export_no_folder", {to_text(job.folder)}});
    const Hashes before = exists ? read_manifest(job.folder) : Hashes();
    if (exists) demand_ours(job.folder, before);
    std::filesystem::create_directories(job.folder, error);
    if (error) throw Error(ErrorCode::machine, {"app.export_unwritable", {to_text(job.folder)}});

    const auto files = io::write_source(plan);
    Hashes after, both = before;
    for (const auto& file : files) {
        const std::string hash = to_hex(sha256(file.text));
        after[file.name] = {hash};
        both[file.name].insert(hash);
    }
    write_file(job.folder / manifest_name, manifest_text(both));
    ExportResult result;
    for (const auto& file : files) {
        write_file(job.folder / file.name, file.text);
        result.files.push_back(file.name);
    }
    for (const auto& [name, ignored] : before) {
        if (!after.contains(name)) std::filesystem::remove(job.folder / to_path(name), error);
    }
    write_file(job.folder / manifest_name, manifest_text(after));
    result.records = model::all_records(plan).size();
    return result;
}

} // namespace bcmkit::app
