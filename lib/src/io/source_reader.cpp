// SPDX-License-Identifier: EUPL-1.2
#include "value_reader.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/io/source.hpp>

#include <algorithm>
#include <map>

namespace bcmkit::io {

using model::Field;
using model::Gap;
using model::RecordType;
using model::Value;

namespace {

/// A file after the first pass.
struct ParsedFile {
    std::string name;
    Item top;
};

/// A record of a file, before its values are read.
struct FoundRecord {
    const RecordType* type;
    const ParsedFile* file;
    const Item* item;
    std::string id;
};

std::vector<Message> suggestion(std::string_view word, const std::vector<std::string>& words) {
    const auto near = nearest(word, words);
    if (near.empty()) return {};
    return {{"io.did_you_mean", {joined(near, ", ")}}};
}

const RecordType* type_of_key(std::string_view key) {
    for (const auto* type : model::record_types()) {
        if (key == type->file || key == type->plural_code) return type;
    }
    return nullptr;
}

std::vector<std::string> file_words() {
    std::vector<std::string> words;
    for (const auto* type : model::record_types()) words.emplace_back(type->file);
    return words;
}

const Member* member(const RecordType& type, const Item& record, std::string_view field) {
    for (const auto& one : record.members) {
        const Field* found = type.field(one.key);
        if (found && found->name == field) return &one;
    }
    return nullptr;
}

class SourceReader {
public:
    SourceReader(const model::Plan& base, std::filesystem::path folder, bool whole_records)
        : base_(base)
        , folder_(std::move(folder))
        , whole_records_(whole_records) {}

    /// A file that cannot be read is one mistake among the others of the folder.
    void parse(const std::filesystem::path& file) {
        const std::string name = to_text(file.filename());
        std::error_code ignored;
        if (whole_records_ && std::filesystem::is_directory(file, ignored))
            report(name, 0, {"io.file_is_folder", {}});
        else
            parse_text(read_file(file, largest_source_file), name);
    }

    void parse_text(std::string_view text, const std::string& name) {
        if (auto top = parse_toml(text, name, result.diagnostics)) files_.push_back({name, std::move(*top)});
    }

    void read(bool replace) {
        names_ = replace ? Names() : Names(base_);
        if (!replace) town_ = base_.organisation.id;
        find_records();
        if (!replace) result.plan = base_;
        result.plan.revision = base_.revision;
        for (const auto& found : records_) read_record(found);
        if (has_errors(result.diagnostics)) return;
        result.resolved = resolve_open_references(result.plan);
    }

    SourceResult result;

private:
    void report(const std::string& file, int line, Message message, std::vector<Message> hints = {}) {
        result.diagnostics.push_back({Severity::error, std::move(message), {file, line, 0, {}}, std::move(hints)});
    }

    void find_records() {
        for (const auto& file : files_) {
            for (const auto& [key, line, value] : file.top.members) {
                const auto* type = type_of_key(key);
                const std::string_view stem = std::string_view(file.name).substr(0, file.name.size() - 5);
                if (!type) {
                    report(file.name, line, {"io.unknown_kind", {key}}, suggestion(key, file_words()));
                } else if (whole_records_ && stem != type->file && stem != type->plural_code) {
                    report(file.name, line, {"io.wrong_file", {key, std::string(type->file) + ".toml"}});
                } else if (value.type == Item::Type::table) {
                    find_record(*type, file, value, line);
                } else if (value.type == Item::Type::list) {
                    for (const auto& item : value.items) find_record(*type, file, item, line);
                } else {
                    report(file.name, line, {"io.no_records", {key}});
                }
            }
        }
    }

    void find_record(const RecordType& type, const ParsedFile& file, const Item& item, int line) {
        if (item.type != Item::Type::table) {
            report(file.name, item.line ? item.line : line, {"io.no_records", {std::string(type.file)}});
            return;
        }
        if (records_.size() >= 100'000) {
            if (records_.size() == 100'000) report(file.name, item.line, {"io.too_many", {}});
            return;
        }
        const Member* id = member(type, item, "id");
        if (!id) {
            report(file.name, item.line, {"io.id_missing", {std::string(type.label)}}, {{"io.id_example", {next_id(type)}}});
            return;
        }
        if (id->value.type != Item::Type::text || !model::is_valid_id(type, id->value.text)) {
            report(file.name, id->line, {"io.bad_id", {id->value.text, std::string(type.label)}},
                   {{"io.id_example", {next_id(type)}}});
            return;
        }
        const auto [place, is_new] = places_.try_emplace(id->value.text, Place{file.name, id->line, 0, {}});
        if (!is_new) {
            report(file.name, id->line, {"io.id_twice", {id->value.text, to_text(place->second)}});
            return;
        }
        if (type.code == "organisation") {
            if (!town_.empty() && town_ != id->value.text) {
                report(file.name, id->line, {"io.one_town", {town_}});
                return;
            }
            town_ = id->value.text;
        }
        const Member* name = member(type, item, "name");
        names_.add(id->value.text, name && name->value.type == Item::Type::text ? name->value.text : std::string());
        records_.push_back({&type, &file, &item, id->value.text});
    }

    std::string next_id(const RecordType& type) const { return model::next_id(base_, type); }

    void read_record(const FoundRecord& found) {
        const RecordType& type = *found.type;
        result.ids.push_back(found.id);
        void* record = model::find_for_edit(result.plan, found.id);
        const bool is_new = !record;
        if (is_new) {
            record = type.add(result.plan, found.id);
            keep_sheet(type, record, found.id);
        } else if (whole_records_) {
            clear(type, record);
        }
        ValueReader reader(names_, found.file->name, folder_, result.diagnostics);
        reader.start_record(found.id);
        std::vector<bool> seen(type.fields.size());
        for (const auto& [key, line, value] : found.item->members) {
            const Field* field = type.field(key);
            if (!field) {
                reader.report(line, {"io.unknown_key", {key, std::string(type.label)}}, suggestion(key, key_words(type)));
                continue;
            }
            const auto index = static_cast<std::size_t>(field - type.fields.data());
            if (seen[index]) reader.report(line, {"io.key_twice", {key, std::string(field->name)}});
            seen[index] = true;
            if (field->name == "id") continue;
            Value read = reader.read(*field, value);
            const auto* gap = std::get_if<Gap>(&read);
            if (field->name == "name" && gap) {
                if (*gap != Gap::absent) reader.report(line, {"io.name_gap", {}});
                continue;
            }
            field->set(record, std::move(read));
        }
        const bool has_name = !model::RecordView{&type, record}.name().empty();
        if (!has_name) reader.report(found.item->line, {"io.name_missing", {std::string(type.label)}});
        for (auto& word : reader.open_words) result.not_found.push_back(std::move(word));
    }

    /// What the folder does not say is "nicht erfasst"; only the sheet number stays, because the program gave it.
    static void clear(const RecordType& type, void* record) {
        for (const auto& field : type.fields) {
            if (field.name != "id" && field.name != "sheet") field.set(record, Gap::absent);
        }
    }

    /// A record that replaces one of the plan keeps its sheet number for the same reason.
    void keep_sheet(const RecordType& type, void* record, const std::string& id) const {
        const Field* sheet = type.field("sheet");
        if (const auto before = model::find(base_, id); before && sheet) sheet->set(record, sheet->get(before.record));
    }

    const model::Plan& base_;
    std::filesystem::path folder_;
    bool whole_records_;
    std::vector<ParsedFile> files_;
    std::vector<FoundRecord> records_;
    std::map<std::string, Place> places_;
    Names names_;
    std::string town_; ///< a plan belongs to one Kommune
};

bool is_toml(const std::filesystem::path& file) { return file.extension() == ".toml"; }

} // namespace

bool is_supplement(const std::filesystem::path& file) {
    const std::string name = to_text(file.filename());
    return is_toml(file) && (name == "repariert.toml" || name.starts_with("nachtrag"));
}

SourceResult read_folder(const std::filesystem::path& folder, const model::Plan& base, bool replace) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) throw Error(ErrorCode::usage, {"io.no_folder", {to_text(folder)}});
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const bool is_hidden = to_text(entry.path().filename()).starts_with('.');
        if (is_toml(entry.path()) && !is_hidden && !is_supplement(entry.path())) files.push_back(entry.path());
    }
    if (error) throw Error(ErrorCode::machine, {"io.folder_unreadable", {to_text(folder)}});
    std::ranges::sort(files);
    if (files.empty()) throw Error(ErrorCode::usage, {"io.nothing_there", {to_text(folder)}});
    SourceReader reader(base, folder, true);
    for (const auto& file : files) {
        const std::string stem = to_text(file.stem());
        if (type_of_key(stem)) {
            reader.parse(file);
        } else {
            auto hints = suggestion(stem, file_words());
            if (hints.empty()) hints.push_back({"io.all_files", {}});
            reader.result.diagnostics.push_back(
                {Severity::error, {"io.unknown_file", {to_text(file.filename())}}, {}, std::move(hints)});
        }
    }
    reader.read(replace);
    return std::move(reader.result);
}

SourceResult read_supplement(const std::filesystem::path& file, const model::Plan& base) {
    SourceReader reader(base, file.has_parent_path() ? file.parent_path() : ".", false);
    reader.parse(file);
    reader.read(false);
    return std::move(reader.result);
}

SourceResult read_supplement_text(std::string_view text, const std::string& name, const model::Plan& base) {
    SourceReader reader(base, {}, false);
    reader.parse_text(text, name);
    reader.read(false);
    return std::move(reader.result);
}

} // namespace bcmkit::io
