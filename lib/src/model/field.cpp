// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/model/field.hpp>

#include "record_types.hpp"

#include <bcmkit/base/phone.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/model/plan.hpp>

#include <algorithm>

namespace bcmkit::model {

namespace {

constexpr const RecordType* types[] = {
    &organisation_type,
    &org_unit_type,
    &location_type,
    &person_type,
    &role_type,
    &service_type,
    &application_type,
    &data_source_type,
    &infrastructure_type,
    &network_link_type,
    &provider_type,
    &contract_type,
    &insurance_policy_type,
    &external_contact_type,
    &reporting_duty_type,
    &deadline_rule_type,
    &deadline_snapshot_type,
    &scenario_type,
    &fallback_type,
    &mutual_aid_type,
    &alternative_it_type,
    &document_type,
    &measure_type,
    &alarm_path_type,
    &channel_type,
    &staff_room_type,
    &reconnect_procedure_type,
    &kit_type,
    &form_type,
    &printed_copy_type,
    &exercise_type,
    &improvement_action_type,
    &risk_item_type,
    &incident_type,
    &backlog_item_type,
    &on_call_roster_type,
    &legal_note_type,
    &glossary_entry_type,
    &benchmark_type,
    &calendar_type,
    &team_type,
    &skill_type,
    &risk_group_type,
    &press_text_type,
    &check_setting_type,
};

void add_links(std::vector<Link>& out, const RecordView& from, const std::string& path, const Value& value, const Field& field) {
    if (const auto* reference = std::get_if<Reference>(&value)) {
        out.push_back({from, path, *reference});
    } else if (const auto* references = std::get_if<References>(&value)) {
        for (const auto& one : *references) out.push_back({from, path, one});
    } else if (const auto* rows = std::get_if<Rows>(&value)) {
        for (std::size_t i = 0; i < rows->size(); ++i) {
            const auto fields = field.row_type->fields;
            for (std::size_t k = 0; k < fields.size(); ++k)
                add_links(out, from, path + "[" + std::to_string(i + 1) + "]." + std::string(fields[k].name), (*rows)[i].cells[k],
                          fields[k]);
        }
    }
}

struct Displayed {
    const Field& field;

    std::string operator()(Gap gap) const { return std::string(gap_word(gap)); }
    std::string operator()(const std::string& text) const {
        if (field.kind == Kind::phone) return to_german_phone(text);
        if (field.kind == Kind::choice) return std::string(choice_label(field, text));
        return text;
    }
    std::string operator()(std::int64_t number) const {
        const auto unit = number == 1 && !field.unit_of_one.empty() ? field.unit_of_one : field.unit;
        const bool is_said_by_label = field.label == field.unit;
        return number_text(field, number) + (unit.empty() || is_said_by_label ? "" : " " + std::string(unit));
    }
    std::string operator()(bool flag) const { return flag ? "ja" : "nein"; }
    std::string operator()(const Date& date) const { return to_german(date); }
    std::string operator()(const Duration& duration) const { return to_german(duration); }
    std::string operator()(const Reference& r) const { return r.is_open() ? r.text + " (noch nicht erfasst)" : r.id; }
    std::string operator()(const References& list) const {
        std::vector<std::string> parts;
        for (const auto& r : list) parts.push_back((*this)(r));
        return joined(parts, ", ");
    }
    std::string operator()(const Texts& texts) const { return joined(texts, "; "); }
    std::string operator()(const Rows& rows) const {
        std::vector<std::string> parts;
        for (const auto& row : rows) {
            std::vector<std::string> cells;
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (const auto* gap = std::get_if<Gap>(&row.cells[i]); gap && *gap == Gap::absent) continue;
                const Field& cell = field.row_type->fields[i];
                cells.push_back(std::string(cell.label) + ": " + display(cell, row.cells[i]));
            }
            parts.push_back(joined(cells, ", "));
        }
        return joined(parts, "\n");
    }
};

} // namespace

// Not defaulted: clang 14 crashes on a defaulted comparison of a type that contains itself.
bool Row::operator==(const Row& other) const { return cells == other.cells; }

const Field* RecordType::field(std::string_view name_or_label) const {
    const std::string wanted = folded(name_or_label);
    for (const auto& candidate : fields) {
        if (candidate.name == name_or_label || folded(candidate.label) == wanted) return &candidate;
    }
    return nullptr;
}

std::span<const RecordType* const> record_types() { return types; }

const RecordType* record_type(std::string_view word) {
    const std::string wanted = folded(word);
    for (const auto* type : types) {
        if (wanted == type->code || wanted == type->plural_code || wanted == type->file || wanted == folded(type->label) ||
            wanted == folded(type->plural_label))
            return type;
    }
    return nullptr;
}

const RecordType* type_of_id(std::string_view id) {
    for (const auto* type : types) {
        if (is_valid_id(*type, id)) return type;
    }
    return nullptr;
}

bool may_target(const Field& field, const RecordType& type) {
    return field.targets == "*" || std::ranges::count(split(field.targets, ','), type.code) > 0;
}

std::string RecordView::id() const {
    const Value value = get("id");
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

std::string RecordView::name() const {
    const Value value = get("name");
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

Value RecordView::get(std::string_view name) const {
    for (const auto& field : type->fields) {
        if (field.name == name) return field.get(record);
    }
    return Gap::absent;
}

namespace {

// Lists are sorted by id, so a look-up is a binary search.
std::size_t position(const Plan& plan, const RecordType& type, std::string_view id) {
    std::size_t low = 0, high = type.count(plan);
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        const std::string& there = static_cast<const Record*>(type.at(plan, middle))->id;
        if (there < id)
            low = middle + 1;
        else
            high = middle;
    }
    const bool found = low < type.count(plan) && static_cast<const Record*>(type.at(plan, low))->id == id;
    return found ? low : type.count(plan);
}

} // namespace

RecordView find(const Plan& plan, std::string_view id) {
    const RecordType* type = type_of_id(id);
    if (!type) return {};
    const std::size_t i = position(plan, *type, id);
    return i < type->count(plan) ? RecordView{type, type->at(plan, i)} : RecordView{};
}

void* find_for_edit(Plan& plan, std::string_view id) {
    const RecordType* type = type_of_id(id);
    if (!type) return nullptr;
    const std::size_t i = position(plan, *type, id);
    return i < type->count(plan) ? type->edit(plan, i) : nullptr;
}

std::vector<RecordView> all_records(const Plan& plan) {
    std::vector<RecordView> out;
    for (const auto* type : types) {
        for (std::size_t i = 0; i < type->count(plan); ++i) out.push_back({type, type->at(plan, i)});
    }
    return out;
}

namespace {

bool is_link(const Field& field) { return field.kind == Kind::reference || field.kind == Kind::references; }

} // namespace

std::vector<Link> links_of(RecordView record) {
    std::vector<Link> out;
    for (const auto& field : record.type->fields) {
        const bool may_link =
            is_link(field) || (field.kind == Kind::rows && std::ranges::any_of(field.row_type->fields, is_link));
        if (may_link) add_links(out, record, std::string(field.name), field.get(record.record), field);
    }
    return out;
}

std::vector<Link> all_links(const Plan& plan) {
    std::vector<Link> out;
    for (const auto& record : all_records(plan)) {
        auto links = links_of(record);
        out.insert(out.end(), std::make_move_iterator(links.begin()), std::make_move_iterator(links.end()));
    }
    return out;
}

bool is_valid_id(const RecordType& type, std::string_view id) {
    if (!id.starts_with(type.prefix) || id.size() <= type.prefix.size() + 1 || id[type.prefix.size()] != '-') return false;
    const std::string_view rest = id.substr(type.prefix.size() + 1);
    return rest.size() <= 32 &&
           std::ranges::all_of(rest, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string next_id(const Plan& plan, const RecordType& type) {
    int highest = 0;
    for (std::size_t i = 0; i < type.count(plan); ++i) {
        const std::string_view rest =
            std::string_view(static_cast<const Record*>(type.at(plan, i))->id).substr(type.prefix.size() + 1);
        const bool is_number = rest.size() <= 6 && std::ranges::all_of(rest, [](char c) { return c >= '0' && c <= '9'; });
        if (is_number) highest = std::max(highest, std::stoi(std::string(rest)));
    }
    std::string number = std::to_string(highest + 1);
    if (number.size() < 3) number.insert(0, 3 - number.size(), '0');
    return std::string(type.prefix) + "-" + number;
}

std::string_view gap_word(Gap gap) {
    switch (gap) {
    case Gap::unknown: return "unbekannt";
    case Gap::not_applicable: return "entfällt";
    case Gap::absent: break;
    }
    return "nicht erfasst";
}

std::string_view audience_word(Audience a) {
    switch (a) {
    case Audience::open: return "oeffentlich";
    case Audience::staff: return "stab";
    case Audience::full: return "voll";
    case Audience::intern: break;
    }
    return "intern";
}

std::string_view level_word(Level level) {
    switch (level) {
    case Level::reactive: return "Reaktiv";
    case Level::building: return "Aufbau";
    case Level::standard: return "Standard";
    case Level::optional: break;
    }
    return "freiwillig";
}

std::string_view choice_label(const Field& field, std::string_view code) {
    for (const auto& choice : field.choices) {
        if (choice.code == code) return choice.label;
    }
    return code;
}

std::string number_text(const Field& field, std::int64_t number) {
    const bool is_large_amount = !field.unit.empty() && number >= 10'000;
    return is_large_amount ? grouped(number) : std::to_string(number);
}

std::string display(const Field& field, const Value& value) { return std::visit(Displayed{field}, value); }

} // namespace bcmkit::model
