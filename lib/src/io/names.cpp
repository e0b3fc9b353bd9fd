// SPDX-License-Identifier: EUPL-1.2
#include "names.hpp"

#include <bcmkit/base/text.hpp>
#include <bcmkit/io/source.hpp>

namespace bcmkit::io {

using model::Reference;
using model::Value;

Names::Names(const model::Plan& plan) {
    for (const auto& record : model::all_records(plan)) add(record.id(), record.name());
}

void Names::add(const std::string& id, const std::string& name) {
    ids_.insert(id);
    if (!name.empty()) by_name_[folded(trimmed(name))].insert(id);
}

std::vector<std::string> Names::ids_by_name(const model::Field& field, std::string_view name) const {
    std::vector<std::string> found;
    const auto entry = by_name_.find(folded(trimmed(name)));
    if (entry == by_name_.end()) return found;
    for (const auto& id : entry->second) {
        const auto* type = model::type_of_id(id);
        if (type && model::may_target(field, *type)) found.push_back(id);
    }
    return found;
}

namespace {

class Resolver {
public:
    explicit Resolver(const Names& names) : names_(names) {}

    /// Whether anything in `value` found its record.
    bool resolve(const model::Field& field, Value& value) {
        bool any = false;
        if (auto* reference = std::get_if<Reference>(&value)) {
            any = resolve(field, *reference);
        } else if (auto* references = std::get_if<model::References>(&value)) {
            for (auto& one : *references) any = resolve(field, one) || any;
        } else if (auto* rows = std::get_if<model::Rows>(&value)) {
            for (auto& row : *rows) {
                for (std::size_t i = 0; i < row.cells.size(); ++i) any = resolve(field.row_type->fields[i], row.cells[i]) || any;
            }
        }
        return any;
    }

    std::vector<std::string> words;

private:
    bool resolve(const model::Field& field, Reference& reference) {
        if (!reference.is_open()) return false;
        std::string id;
        const auto* type = model::type_of_id(reference.text);
        if (type && model::may_target(field, *type) && names_.has_id(reference.text)) {
            id = reference.text;
        } else {
            const auto found = names_.ids_by_name(field, reference.text);
            if (found.size() != 1) return false;
            id = found.front();
        }
        words.push_back(reference.text + " → " + id);
        reference = model::to(id);
        return true;
    }

    const Names& names_;
};

} // namespace

std::vector<std::string> resolve_open_references(model::Plan& plan) {
    const Names names(plan);
    std::vector<std::string> lines;
    for (const auto* type : model::record_types()) {
        for (std::size_t i = 0; i < type->count(plan); ++i) {
            for (const auto& field : type->fields) {
                const bool may_link = field.kind == model::Kind::reference || field.kind == model::Kind::references ||
                                      field.kind == model::Kind::rows;
                if (!may_link) continue;
                Value value = field.get(type->at(plan, i));
                Resolver resolver(names);
                if (!resolver.resolve(field, value)) continue;
                field.set(type->edit(plan, i), std::move(value));
                const std::string id = model::RecordView{type, type->at(plan, i)}.id();
                for (const auto& word : resolver.words) lines.push_back(id + ", " + std::string(field.label) + ": " + word);
            }
        }
    }
    return lines;
}

} // namespace bcmkit::io
