// SPDX-License-Identifier: EUPL-1.2
#include "values.hpp"

#include <bcmkit/base/duration.hpp>
#include <bcmkit/base/phone.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/compose/sheet_numbers.hpp>

#include <algorithm>

namespace bcmkit::compose {

using model::Field;
using model::Gap;
using model::Kind;
using model::RecordType;
using model::RecordView;

namespace {

using Types = std::vector<const RecordType*>;

Types types_of(const Field& field) {
    Types out;
    for (const auto* type : model::record_types()) {
        if (model::may_target(field, *type)) out.push_back(type);
    }
    return out;
}

const RecordType* type_by_code(std::string_view code) {
    for (const auto* type : model::record_types()) {
        if (type->code == code) return type;
    }
    return nullptr;
}

/// "escalation_level": the type of rows somewhere in the field table.
const RecordType* row_type_by_code(std::string_view code) {
    for (const auto* type : model::record_types()) {
        for (const auto& field : type->fields) {
            if (field.row_type && field.row_type->code == code) return field.row_type;
        }
    }
    return nullptr;
}

/// Whether a field of `type`, rows included, may point at a record of `target`.
bool may_point(const RecordType& type, const RecordType& target) {
    return std::ranges::any_of(type.fields, [&](const Field& field) {
        if (field.kind == Kind::rows) return may_point(*field.row_type, target);
        return (field.kind == Kind::reference || field.kind == Kind::references) && model::may_target(field, target);
    });
}

/// A record, or the place of one: then all names are there and no value is.
class RecordObject final : public doc::Object {
public:
    RecordObject(const Source& source, RecordView record, Types types, std::string label)
        : source_(source)
        , record_(record)
        , types_(std::move(types))
        , label_(std::move(label)) {}

    std::optional<doc::Value> member(std::string_view name) const override { return source_.member(record_, types_, name); }
    doc::Value text() const override {
        if (!record_) return {doc::Missing{label_, {}}};
        return source_.value(record_, "name");
    }
    bool exists() const override { return static_cast<bool>(record_); }
    std::vector<std::string> names() const override {
        std::vector<std::string> out;
        for (const auto* type : types_) {
            for (const auto& field : type->fields) out.emplace_back(field.name);
            for (const auto* row : derived_values()) {
                if (row->type == type->code) out.emplace_back(row->name);
            }
            for (const auto* other : model::record_types()) {
                if (may_point(*other, *type)) out.emplace_back(other->plural_code);
            }
        }
        return out;
    }

private:
    const Source& source_;
    RecordView record_;
    Types types_;
    std::string label_;
};

/// "entfällt" is an answer: it is printed where a value would stand, and sections do not run.
doc::Value not_applicable(doc::Value nothing, const std::string& label);

/// The place of a record that does not apply: neither do its name and its numbers.
class NotApplicableObject final : public doc::Object {
public:
    NotApplicableObject(doc::ObjectPtr place, std::string label) : place_(std::move(place)), label_(std::move(label)) {}

    std::optional<doc::Value> member(std::string_view name) const override {
        auto value = place_->member(name);
        return value ? std::optional(not_applicable(std::move(*value), std::string(name))) : std::nullopt;
    }
    doc::Value text() const override { return {doc::Missing{label_, "entfällt"}}; }
    bool exists() const override { return false; }
    std::vector<std::string> names() const override { return place_->names(); }

private:
    doc::ObjectPtr place_;
    std::string label_;
};

doc::Value not_applicable(doc::Value nothing, const std::string& label) {
    if (std::holds_alternative<bool>(nothing.is)) return nothing;
    if (auto* place = std::get_if<doc::ObjectPtr>(&nothing.is))
        return {doc::ObjectPtr(std::make_shared<NotApplicableObject>(std::move(*place), label))};
    return {doc::Missing{label, "entfällt"}};
}

/// A reference to something that nobody recorded yet: it has a name and nothing else.
class OpenObject final : public doc::Object {
public:
    OpenObject(const Source& source, std::string text, Types types)
        : source_(source)
        , text_(std::move(text))
        , types_(std::move(types)) {}

    std::optional<doc::Value> member(std::string_view name) const override {
        if (name == "name") return text();
        return source_.member({}, types_, name);
    }
    doc::Value text() const override { return doc::text_value(text_ + " (noch nicht erfasst)"); }

private:
    const Source& source_;
    std::string text_;
    Types types_;
};

class RowObject final : public doc::Object {
public:
    /// Without a row: an example of one.
    RowObject(const Source& source, const RecordType& type, const model::Row* row, std::string_view owner)
        : source_(source)
        , type_(type)
        , owner_(owner) {
        if (row) row_ = *row;
        exists_ = row != nullptr;
    }

    std::optional<doc::Value> member(std::string_view name) const override {
        for (std::size_t i = 0; i < type_.fields.size(); ++i) {
            const Field& field = type_.fields[i];
            if (field.name == name) return value(i);
            // A choice answers questions: {{#phase_start}}.
            if (field.kind == Kind::choice && name.size() > field.name.size() + 1 && name.starts_with(field.name) &&
                name[field.name.size()] == '_') {
                const auto code = name.substr(field.name.size() + 1);
                if (std::ranges::none_of(field.choices, [&](const auto& choice) { return choice.code == code; })) continue;
                const auto* text = exists_ && source_.shows(field, owner_) ? text_in(row_.cells[i]) : nullptr;
                return doc::Value{text && *text == code};
            }
        }
        return std::nullopt;
    }
    doc::Value text() const override { return type_.fields.empty() ? doc::Value{doc::Missing{}} : value(0); }
    bool exists() const override { return exists_; }
    std::vector<std::string> names() const override {
        std::vector<std::string> out;
        for (const auto& field : type_.fields) out.emplace_back(field.name);
        return out;
    }

private:
    doc::Value value(std::size_t i) const {
        const Field& field = type_.fields[i];
        return exists_ ? source_.field_value(field, row_.cells[i], owner_) : source_.missing(field);
    }

    const Source& source_;
    const RecordType& type_;
    model::Row row_;
    std::string owner_;
    bool exists_ = false;
};

/// What is printed of a plain value.
std::string spoken(const Field& field, const model::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return model::number_text(field, *number);
    // A sentence that is read aloud groups its numbers as the lists do.
    if (field.kind == Kind::text || field.kind == Kind::long_text) return with_grouped_phones(model::display(field, value));
    return model::display(field, value);
}

struct FieldValue {
    const Source& source;
    const Field& field;
    std::string_view owner;

    doc::Value operator()(Gap gap) const {
        auto value = source.missing(field);
        return gap == Gap::not_applicable ? not_applicable(std::move(value), std::string(field.label)) : value;
    }
    doc::Value operator()(const std::string& text) const {
        if (text.empty()) return source.missing(field);
        return doc::text_value(spoken(field, text));
    }
    doc::Value operator()(std::int64_t number) const { return doc::text_value(spoken(field, number)); }
    doc::Value operator()(bool flag) const { return {flag}; }
    doc::Value operator()(const Date& date) const { return doc::text_value(to_german(date)); }
    doc::Value operator()(const Duration& duration) const { return doc::text_value(to_german(duration)); }
    doc::Value operator()(const model::Reference& reference) const { return source.reference(reference, field); }
    doc::Value operator()(const model::References& references) const {
        auto value = source.missing(field);
        for (const auto& one : references) std::get<doc::Items>(value.is).items.push_back(source.reference(one, field));
        return value;
    }
    doc::Value operator()(const model::Texts& texts) const {
        auto value = source.missing(field);
        for (const auto& one : texts) std::get<doc::Items>(value.is).items.push_back(doc::text_value(with_grouped_phones(one)));
        return value;
    }
    doc::Value operator()(const model::Rows& rows) const {
        auto value = source.missing(field);
        for (const auto& row : rows) {
            std::get<doc::Items>(value.is).items.push_back(
                {doc::ObjectPtr(std::make_shared<RowObject>(source, *field.row_type, &row, owner))});
        }
        return value;
    }
};

/// Reads "[{name,steps:[text]}]"; every part of a shape is short and ours.
class ShapeReader {
public:
    ShapeReader(const Source& source, std::string_view text, std::string_view label)
        : source_(source)
        , rest_(text)
        , label_(label) {}

    doc::Value read() {
        if (take('[')) {
            auto inner = std::make_shared<doc::Value>(read());
            take(']');
            return {doc::Items{{}, ", ", label_, std::move(inner)}};
        }
        if (take('{')) {
            std::vector<std::pair<std::string, doc::Value>> fields;
            while (!rest_.empty() && !take('}')) {
                std::string name = word();
                doc::Value value = take(':') ? read() : doc::Value{doc::Missing{}};
                fields.emplace_back(std::move(name), std::move(value));
                take(',');
            }
            return doc::object_value(std::move(fields));
        }
        const std::string name = word();
        if (name == "flag") return {false};
        if (const auto* type = type_by_code(name))
            return {doc::ObjectPtr(std::make_shared<RecordObject>(source_, RecordView{}, Types{type}, label_))};
        if (const auto* type = row_type_by_code(name))
            return {doc::ObjectPtr(std::make_shared<RowObject>(source_, *type, nullptr, ""))};
        return {doc::Missing{label_, {}}};
    }

private:
    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::string word() {
        const auto end = std::min(rest_.find_first_of("[]{},:"), rest_.size());
        std::string out(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return out;
    }

    const Source& source_;
    std::string_view rest_;
    std::string label_;
};

/// What is always there.
class PlanObject final : public doc::Object {
public:
    explicit PlanObject(const Source& source) : source_(source) {}

    std::optional<doc::Value> member(std::string_view name) const override {
        const auto& plan = source_.plan();
        if (name == "kommune") return first("organisation", "Kommune");
        if (name == "alarm") return first("alarm_path", "Alarmierung");
        if (name == "stabsraum") return first("staff_room", "Stabsraum");
        if (name == "versicherung") return first("insurance", "Versicherung");
        if (name == "stand") return doc::text_value(to_german(plan.changed_on.value_or(source_.date())));
        if (name == "stichtag") return doc::text_value(to_german(source_.date()));
        if (name == "ausgabe") return doc::text_value("Entwurf");
        if (name == "fassung") return doc::text_value(std::string(model::audience_word(source_.reader().audience)));
        if (name == "private") return doc::Value{source_.reader().audience >= model::Audience::staff};
        if (name == "oeffentlich") return doc::Value{source_.reader().audience == model::Audience::open};
        for (const auto* row : derived_values()) {
            if (row->type.empty() && row->name == name) return source_.derived(*row, {});
        }
        for (const auto* type : model::record_types()) {
            if (type->plural_code == name) return source_.records(source_.all(type->code), type->code);
        }
        return std::nullopt;
    }
    doc::Value text() const override { return {doc::Missing{}}; }
    std::vector<std::string> names() const override {
        std::vector<std::string> out{"kommune",  "alarm",   "stabsraum", "versicherung", "stand",
                                     "stichtag", "ausgabe", "fassung",   "private",      "oeffentlich"};
        for (const auto* type : model::record_types()) out.emplace_back(type->plural_code);
        for (const auto* row : derived_values()) {
            if (row->type.empty()) out.emplace_back(row->name);
        }
        return out;
    }

private:
    doc::Value first(std::string_view code, std::string label) const {
        const auto* type = type_by_code(code);
        const auto all = source_.all(code);
        return {doc::ObjectPtr(
            std::make_shared<RecordObject>(source_, all.empty() ? RecordView{} : all.front(), Types{type}, std::move(label)))};
    }

    const Source& source_;
};

} // namespace

const std::string* text_in(const model::Value& value) { return std::get_if<std::string>(&value); }

std::string person_name(const RecordView& person) {
    const auto given = person.get("given_name"), family = person.get("family_name");
    if (const auto* first = text_in(given)) {
        if (const auto* last = text_in(family)) return *first + " " + *last;
    }
    return person.name();
}

Source::Source(const model::Plan& plan, Reader reader)
    : plan_(plan)
    , reader_(std::move(reader))
    , sheet_numbers_(sheet_numbers(plan)) {
    for (const auto& link : model::all_links(plan)) {
        if (link.target.is_open()) continue;
        auto& list = pointing_[link.target.id];
        const bool is_there = std::ranges::any_of(list, [&](const RecordView& view) { return view.record == link.from.record; });
        if (!is_there) list.push_back(link.from);
    }
}

std::vector<RecordView> Source::all(std::string_view code) const {
    std::vector<RecordView> out;
    const auto* type = type_by_code(code);
    if (!type) return out;
    for (std::size_t i = 0; i < type->count(plan_); ++i) out.push_back({type, type->at(plan_, i)});
    return out;
}

std::vector<RecordView> Source::pointing_at(std::string_view id, std::string_view type) const {
    std::vector<RecordView> out;
    const auto found = pointing_.find(id);
    if (found == pointing_.end()) return out;
    std::ranges::copy_if(found->second, std::back_inserter(out), [&](const RecordView& view) { return view.type->code == type; });
    std::ranges::sort(out, {}, [](const RecordView& view) { return view.id(); });
    return out;
}

RecordView Source::target(const RecordView& record, std::string_view field) const {
    const auto value = record.get(field);
    const auto* reference = std::get_if<model::Reference>(&value);
    return reference && !reference->is_open() ? find(reference->id) : RecordView{};
}

std::vector<RecordView> Source::targets(const RecordView& record, std::string_view field) const {
    std::vector<RecordView> out;
    const auto value = record.get(field);
    if (const auto* references = std::get_if<model::References>(&value)) {
        for (const auto& one : *references) {
            if (one.is_open()) continue;
            if (const auto view = find(one.id)) out.push_back(view);
        }
    }
    return out;
}

bool Source::shows(const Field& field, std::string_view record_id) const {
    if (field.audience <= reader_.audience) return true;
    return field.for_unit && reader_.audience >= model::Audience::intern && reader_.own.contains(std::string(record_id));
}

doc::Value Source::record(const RecordView& record) const {
    return {doc::ObjectPtr(std::make_shared<RecordObject>(*this, record, Types{record.type}, std::string(record.type->label)))};
}

doc::Value Source::records(std::span<const RecordView> records, std::string_view type) const {
    auto value = example("[" + std::string(type) + "]", "");
    for (const auto& one : records) std::get<doc::Items>(value.is).items.push_back(record(one));
    return value;
}

doc::Value Source::value(const RecordView& start, std::string_view path) const {
    if (!start) return {doc::Missing{}};
    doc::Value value = record(start);
    for (const auto part : split(path, '.')) {
        const auto* object = std::get_if<doc::ObjectPtr>(&value.is);
        auto next = object && *object ? (*object)->member(part) : std::nullopt;
        if (!next) return {doc::Missing{}};
        value = std::move(*next);
    }
    return value;
}

std::string Source::text(const RecordView& start, std::string_view path) const {
    doc::Value found = value(start, path);
    for (int i = 0; i < 4; ++i) {
        if (const auto* text = std::get_if<std::string>(&found.is)) return *text;
        const auto* object = std::get_if<doc::ObjectPtr>(&found.is);
        if (!object || !*object) return {};
        found = doc::Value((*object)->text());
    }
    return {};
}

doc::Value Source::reference(const model::Reference& reference, const Field& field) const {
    if (reference.is_open()) return {doc::ObjectPtr(std::make_shared<OpenObject>(*this, reference.text, types_of(field)))};
    const auto found = find(reference.id);
    auto types = types_of(field);
    if (found) {
        // Its own type first: names are looked up there before those of the others.
        std::erase(types, found.type);
        types.insert(types.begin(), found.type);
    }
    return {doc::ObjectPtr(std::make_shared<RecordObject>(*this, found, std::move(types), std::string(field.label)))};
}

doc::Value Source::missing(const Field& field) const {
    const std::string label(field.label);
    const auto list = [&](doc::Value shape, std::string separator) {
        return doc::Value{doc::Items{{}, std::move(separator), label, std::make_shared<doc::Value>(std::move(shape))}};
    };
    const auto place = [&] {
        return doc::Value{doc::ObjectPtr(std::make_shared<RecordObject>(*this, RecordView{}, types_of(field), label))};
    };
    switch (field.kind) {
    case Kind::reference: return place();
    case Kind::references: return list(place(), ", ");
    case Kind::texts: return list({doc::Missing{label, {}}}, "; ");
    case Kind::rows: return list({doc::ObjectPtr(std::make_shared<RowObject>(*this, *field.row_type, nullptr, ""))}, ", ");
    default: return {doc::Missing{label, {}}};
    }
}

doc::Value Source::field_value(const Field& field, const model::Value& value, std::string_view record_id) const {
    if (!shows(field, record_id)) return missing(field);
    auto out = std::visit(FieldValue{*this, field, record_id}, value);
    if (field.audience > model::Audience::intern && !std::holds_alternative<doc::Missing>(out.is))
        out.trace = (field.kind == Kind::phone ? "tel:" : "") + std::string(record_id) + "." + std::string(field.name);
    return out;
}

doc::Value Source::example(std::string_view shape, std::string_view label) const {
    return ShapeReader(*this, shape, label).read();
}

doc::Value Source::derived(const Derived& row, const RecordView& record) const {
    const bool of_plan = row.type.empty();
    if (!of_plan && !record) return example(row.shape, row.label);
    if (of_plan) {
        if (const auto known = derived_of_plan_.find(row.name); known != derived_of_plan_.end()) return known->second;
    }
    auto value = row.build(*this, record);
    if (auto* list = std::get_if<doc::Items>(&value.is)) {
        if (!list->shape || list->label.empty()) {
            auto example_value = example(row.shape, row.label);
            if (auto* example_list = std::get_if<doc::Items>(&example_value.is)) {
                if (!list->shape) list->shape = example_list->shape;
                if (list->label.empty()) list->label = std::string(row.label);
            }
        }
    } else if (auto* gap = std::get_if<doc::Missing>(&value.is)) {
        // Nothing found: the names of the shape stay valid.
        if (row.shape != "text" && gap->word.empty())
            value = example(row.shape, row.label);
        else if (gap->label.empty())
            gap->label = std::string(row.label);
    }
    if (of_plan) derived_of_plan_.emplace(row.name, value);
    return value;
}

std::optional<doc::Value> Source::member(const RecordView& record, std::span<const RecordType* const> types,
                                         std::string_view name) const {
    const std::string id = record ? record.id() : std::string();
    for (const auto* type : types) {
        // The record's own type holds values; for the other possible types the name is known and empty.
        const RecordView here = record && record.type == type ? record : RecordView{};
        for (const auto& field : type->fields) {
            if (field.name == name) {
                if (!here) return missing(field);
                if (name == "name" && type->code == "person")
                    return doc::text_or_missing(person_name(here), std::string(field.label));
                if (name == "sheet") {
                    if (const auto number = sheet_number(id); !number.empty()) return doc::text_value(number);
                }
                return field_value(field, field.get(here.record), id);
            }
            const bool asks = field.kind == Kind::choice && name.size() > field.name.size() + 1 && name.starts_with(field.name) &&
                              name[field.name.size()] == '_';
            if (asks) {
                const auto code = name.substr(field.name.size() + 1);
                if (std::ranges::none_of(field.choices, [&](const auto& choice) { return choice.code == code; })) continue;
                if (!here || !shows(field, id)) return doc::Value{false};
                const auto value = field.get(here.record);
                const auto* text = text_in(value);
                return doc::Value{text && *text == code};
            }
        }
        for (const auto* row : derived_values()) {
            if (row->type == type->code && row->name == name) return derived(*row, here);
        }
        for (const auto* other : model::record_types()) {
            if (other->plural_code != name || !may_point(*other, *type)) continue;
            return records(here ? pointing_at(id, other->code) : std::vector<RecordView>{}, other->code);
        }
    }
    return std::nullopt;
}

doc::Value Source::root() const { return {doc::ObjectPtr(std::make_shared<PlanObject>(*this))}; }

std::string Source::sheet_number(std::string_view id) const {
    const auto found = sheet_numbers_.find(id);
    return found == sheet_numbers_.end() ? std::string() : found->second;
}

std::vector<const Derived*> derived_values() {
    static const std::vector<const Derived*> all = [] {
        std::vector<const Derived*> out;
        for (const auto table : {derived_alarm(), derived_first_hours(), derived_people(), derived_services(), derived_staff(),
                                 derived_service_sheets(), derived_it(), derived_recovery()}) {
            for (const auto& row : table) out.push_back(&row);
        }
        return out;
    }();
    return all;
}

} // namespace bcmkit::compose
