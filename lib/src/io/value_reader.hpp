// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "names.hpp"
#include "toml_tree.hpp"

#include <filesystem>

namespace bcmkit::io {

/// Reads values by the description of their field. Mistakes are collected and read as "nicht erfasst".
class ValueReader {
public:
    /// `file`: for places and the origin of open references; `folder`: where text files lie, empty where none are allowed.
    ValueReader(const Names& names, std::string file, std::filesystem::path folder, Diagnostics& diagnostics)
        : names_(names)
        , file_(std::move(file))
        , folder_(std::move(folder))
        , diagnostics_(diagnostics) {}

    /// Of the record whose values follow, for places.
    void start_record(std::string id) { record_ = std::move(id); }
    /// What open references say of where they come from, instead of file and line.
    void name_origin(std::string origin) { origin_ = std::move(origin); }

    model::Value read(const model::Field& field, const Item& item);

    void report(int line, Message message, std::vector<Message> hints = {});

    std::vector<std::string> open_words; ///< of references that point at nothing recorded

private:
    model::Value read_text(const model::Field& field, const Item& item);
    model::Value read_long_text(const model::Field& field, const Item& item);
    model::Value read_number(const model::Field& field, const Item& item);
    model::Value read_choice(const model::Field& field, const Item& item);
    model::Value read_simple(const model::Field& field, const Item& item);
    model::Value read_references(const model::Field& field, const Item& item);
    model::Value read_texts(const model::Field& field, const Item& item);
    model::Value read_rows(const model::Field& field, const Item& item);
    std::optional<model::Row> read_row(const model::Field& field, const Item& item);
    std::optional<model::Reference> read_reference(const model::Field& field, const Item& item);
    model::Value wrong(const model::Field& field, const Item& item);

    const Names& names_;
    std::string file_, record_, origin_;
    std::filesystem::path folder_;
    Diagnostics& diagnostics_;
};

/// The words that a key may be: code names and labels, for suggestions.
std::vector<std::string> key_words(const model::RecordType& type);

} // namespace bcmkit::io
