// SPDX-License-Identifier: EUPL-1.2
#include "parts.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>

namespace bcmkit::compose {

using model::RecordView;

namespace {

/// The longest beginning that is still bold.
constexpr std::size_t longest_lead = 80;
/// Alternatives of a step that together are longer get a line each.
constexpr std::size_t longest_inline_choices = 160;

constexpr std::string_view box = "☐";

bool has_capital(std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
        const char32_t c = next_code_point(word, i);
        if ((c >= U'A' && c <= U'Z') || c == U'Ä' || c == U'Ö' || c == U'Ü') return true;
    }
    return false;
}

/// Lines are recorded as parts of a list; on a card each stands alone.
std::string with_capital(std::string_view text) {
    std::size_t end = 0;
    if (text.empty()) return {};
    const char32_t c = next_code_point(text, end);
    if (c >= U'a' && c <= U'z') return to_utf8(c - U'a' + U'A') + std::string(text.substr(end));
    if (c == U'ä' || c == U'ö' || c == U'ü') return to_utf8(c - 0x20) + std::string(text.substr(end));
    return std::string(text);
}

const model::RecordView& no_record() {
    static const model::RecordView none;
    return none;
}

} // namespace

model::Value RowView::get(std::string_view name) const {
    for (std::size_t i = 0; i < type_->fields.size(); ++i) {
        if (type_->fields[i].name == name) return row_.cells[i];
    }
    return model::Gap::absent;
}

doc::Value RowView::value(std::string_view name) const {
    for (std::size_t i = 0; i < type_->fields.size(); ++i) {
        if (type_->fields[i].name == name) return source_->field_value(type_->fields[i], row_.cells[i], owner_);
    }
    return {doc::Missing{}};
}

std::string RowView::text(std::string_view name) const { return text_of(value(name)); }

bool RowView::is(std::string_view name, std::string_view code) const {
    const auto held = get(name);
    const auto* text = text_in(held);
    return text && *text == code;
}

RecordView RowView::target(std::string_view name) const {
    const auto held = get(name);
    const auto* reference = std::get_if<model::Reference>(&held);
    return reference && !reference->is_open() ? source_->find(reference->id) : no_record();
}

std::vector<RowView> rows_of(const Source& source, const RecordView& record, std::string_view name) {
    std::vector<RowView> out;
    if (!record) return out;
    const auto* field = record.type->field(name);
    if (!field || !source.shows(*field, record.id())) return out;
    const auto value = record.get(name);
    if (const auto* rows = std::get_if<model::Rows>(&value)) {
        for (const auto& row : *rows) out.emplace_back(source, *field->row_type, row, record.id());
    }
    return out;
}

model::Texts texts_of(const Source& source, const RecordView& record, std::string_view name) {
    if (!record) return {};
    const auto* field = record.type->field(name);
    if (!field || !source.shows(*field, record.id())) return {};
    const auto value = record.get(name);
    const auto* texts = std::get_if<model::Texts>(&value);
    return texts ? *texts : model::Texts{};
}

std::string name_of(const Source& source, const model::Reference& reference) {
    if (reference.is_open()) return reference.text;
    const auto record = source.find(reference.id);
    if (!record) return reference.id;
    return record.type->code == "person" ? person_name(record) : record.name();
}

std::string text_of(const doc::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.is)) return *text;
    if (const auto* object = std::get_if<doc::ObjectPtr>(&value.is); object && *object) {
        const auto inner = (*object)->text();
        if (const auto* text = std::get_if<std::string>(&inner.is)) return *text;
    }
    return {};
}

doc::Value list_of(std::vector<doc::Value> items) { return {doc::Items{std::move(items), ", ", {}, nullptr}}; }

doc::Value texts_value(const model::Texts& texts) {
    std::vector<doc::Value> out;
    for (const auto& text : texts) out.push_back(doc::text_value(text));
    return list_of(std::move(out));
}

doc::Value list_or_answer(const Source& source, const RecordView& record, std::string_view field, std::vector<doc::Value> items) {
    if (items.empty()) {
        auto answer = source.value(record, field);
        if (std::holds_alternative<doc::Missing>(answer.is)) return answer;
    }
    return list_of(std::move(items));
}

bool is_yes(const RecordView& record, std::string_view field) {
    const auto value = record.get(field);
    const auto* flag = std::get_if<bool>(&value);
    return flag && *flag;
}

Lead lead_of(std::string_view text) {
    constexpr std::string_view bold = "**";
    text = trimmed(text);
    if (text.starts_with(bold)) {
        const auto end = text.find(bold, bold.size());
        if (end != std::string_view::npos)
            return {std::string(text.substr(bold.size(), end - bold.size())),
                    replaced(trimmed(text.substr(end + bold.size())), bold, "")};
    }
    const std::string plain = replaced(text, bold, "");
    const std::string_view line = plain;
    const auto colon = line.find(": ");
    if (colon != std::string_view::npos && colon < longest_lead)
        return {std::string(line.substr(0, colon + 1)), std::string(trimmed(line.substr(colon + 1)))};
    std::size_t begin = 0;
    for (int words = 0; words < 5 && begin < line.size(); ++words) {
        const auto end = std::min(line.find(' ', begin), line.size());
        const auto word = line.substr(begin, end - begin);
        if (has_capital(word) || word.ends_with(','))
            return {std::string(line.substr(0, end)), std::string(trimmed(line.substr(end)))};
        begin = end + 1;
    }
    const auto end = std::min(line.find(' '), line.size());
    return {std::string(line.substr(0, end)), std::string(trimmed(line.substr(end)))};
}

doc::Value lead_lines(const model::Texts& lines) {
    std::vector<doc::Value> out;
    for (const auto& line : lines) {
        auto [lead, rest] = lead_of(line);
        lead = with_capital(lead);
        out.push_back(
            doc::object_value({{"lead", doc::text_value(std::move(lead))}, {"rest", doc::text_or_missing(std::move(rest), {})}}));
    }
    return list_of(std::move(out));
}

std::string role_title(const Source& source, const RecordView& role) {
    const auto organisations = source.all("organisation");
    const auto scheme = organisations.empty() ? model::Value{model::Gap::absent} : organisations.front().get("staff_scheme");
    const auto* word = text_in(scheme);
    const std::string_view field = word && *word == "Verwaltungsstab" ? "staff_name"
                                   : word && *word == "BSI"           ? "bsi_name"
                                                                      : "name";
    const auto title = source.text(role, field);
    return title.empty() ? role.name() : title;
}

RecordView person_of(const Source& source, const RecordView& role, std::size_t rank) {
    auto value = rank == 0 ? source.value(role, "holder") : source.value(role, "deputies");
    if (rank > 0) {
        const auto* list = std::get_if<doc::Items>(&value.is);
        if (!list || list->items.size() < rank) return {};
        // The list dies with the value that holds it.
        auto entry = list->items[rank - 1];
        value = std::move(entry);
    }
    const auto* object = std::get_if<doc::ObjectPtr>(&value.is);
    if (!object || !*object || !(*object)->exists()) return {};
    const auto found = (*object)->member("id");
    const auto* text = found ? std::get_if<std::string>(&found->is) : nullptr;
    return text ? source.find(*text) : RecordView{};
}

std::string call_purpose(const Source& source, const RecordView& record, std::size_t most) {
    if (record.type->code != "provider") return source.text(record, "purpose");
    std::vector<std::string> names;
    for (const auto type : {"contract", "application"}) {
        for (const auto& one : source.pointing_at(record.id(), type)) {
            auto name = source.text(one, "name");
            if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
        }
    }
    if (names.empty()) return source.text(record, "kind");
    if (names.size() <= most) return joined(names, ", ");
    const auto others = names.size() - most;
    names.resize(most);
    return joined(names, ", ") + " und " + std::to_string(others) + "\u00A0weitere";
}

doc::Value day_number(const Source& source, const RecordView& record) {
    return source.value(record, record.type->code == "provider" ? "hotline" : "phone");
}

doc::Value night_number(const Source& source, const RecordView& record) {
    const std::string_view field = record.type->code == "provider" ? "hotline_night" : "phone_night";
    auto number = source.value(record, field);
    if (number.is_true()) return number;
    const auto needed = record.get("night_needed");
    const auto* is_needed = std::get_if<bool>(&needed);
    const auto raw = record.get(field);
    const auto* gap = std::get_if<model::Gap>(&raw);
    const bool day_only = (is_needed && !*is_needed) || (gap && *gap == model::Gap::not_applicable);
    return day_only ? doc::text_value("nur tagsüber") : number;
}

doc::Value number_row(const Source& source, const RecordView& record) {
    const auto code = record.type->code;
    const auto first_known = [&](const RecordView& of, std::initializer_list<std::string_view> fields) {
        for (const auto field : fields) {
            auto value = source.value(of, field);
            if (value.is_true()) return value;
        }
        return doc::Value{doc::Missing{}};
    };
    std::string name = record.name(), deputy;
    doc::Value phone{doc::Missing{}}, night{doc::Missing{}};
    const auto of_person = [&](const RecordView& person) {
        phone = first_known(person, {"phone_mobile", "phone_office"});
        night = first_known(person, {"phone_private_mobile", "phone_private"});
    };
    if (code == "external_contact") {
        phone = day_number(source, record);
        night = source.value(record, "phone_night");
    } else if (code == "provider") {
        phone = day_number(source, record);
        night = source.value(record, "hotline_night");
    } else if (code == "person") {
        name = person_name(record);
        if (const auto function = source.text(record, "function"); !function.empty()) name += " (" + function + ")";
        of_person(record);
    } else if (code == "role") {
        name = role_title(source, record);
        const auto holder = source.value(record, "holder");
        if (const auto who = text_of(holder); !who.empty()) {
            name = who + " (" + name + ")";
            phone = first_known(record, {"holder.phone_mobile", "holder.phone_office"});
            night = first_known(record, {"holder.phone_private_mobile", "holder.phone_private"});
            const auto deputies = source.value(record, "deputies");
            const auto* list = std::get_if<doc::Items>(&deputies.is);
            const auto* next = list && !list->items.empty() ? std::get_if<doc::ObjectPtr>(&list->items.front().is) : nullptr;
            const auto number = next && *next ? (*next)->member("phone_mobile") : std::nullopt;
            if (!night.is_true() && number && number->is_true()) {
                night = *number;
                deputy = text_of(list->items.front());
            }
        }
    }
    return doc::object_value({{"name", doc::text_value(std::move(name))},
                              {"deputy", doc::text_or_missing(std::move(deputy), {})},
                              {"phone", std::move(phone)},
                              {"phone_night", std::move(night)}});
}

doc::Value person_row(const Source& source, const RecordView& person, const std::string& purpose) {
    auto phone = source.value(person, "phone_mobile");
    const bool is_mobile = phone.is_true();
    if (!is_mobile) phone = source.value(person, "phone_office");
    auto night = source.value(person, "phone_private_mobile");
    if (!night.is_true()) night = source.value(person, "phone_private");
    if (!night.is_true() && is_mobile) night = doc::text_value("wie Tag");
    return doc::object_value({{"name", source.value(person, "name")},
                              {"purpose", doc::text_or_missing(purpose, {})},
                              {"phone", std::move(phone)},
                              {"phone_night", std::move(night)}});
}

void add_call_rows(const Source& source, const RecordView& target, std::vector<doc::Value>& rows) {
    constexpr std::size_t most_names = 1;
    const auto code = target.type->code;
    if (code == "person") {
        rows.push_back(person_row(source, target, source.text(target, "function")));
    } else if (code == "role") {
        const auto holder = person_of(source, target, 0), deputy = person_of(source, target, 1);
        if (!holder) rows.push_back(doc::object_value({{"name", doc::text_value(role_title(source, target))}}));
        if (holder) rows.push_back(person_row(source, holder, role_title(source, target)));
        if (deputy) rows.push_back(person_row(source, deputy, "Vertretung"));
    } else {
        rows.push_back(doc::object_value({{"name", source.value(target, "name")},
                                          {"purpose", doc::text_or_missing(call_purpose(source, target, most_names), {})},
                                          {"phone", day_number(source, target)},
                                          {"phone_night", night_number(source, target)}}));
    }
}

doc::Value step_value(const Source& source, const RowView& step, bool with_role) {
    const std::string action = step.text("action");
    auto [lead, text] = lead_of(action);
    std::vector<doc::Value> choices;
    const auto first = text.find(box);
    const bool has_several = first != std::string::npos && text.find(box, first + 1) != std::string::npos;
    if (has_several && text.size() - first > longest_inline_choices) {
        std::string_view rest = std::string_view(text).substr(first + box.size());
        while (true) {
            const auto end = std::min(rest.find(box), rest.size());
            choices.push_back(doc::text_value(std::string(trimmed(rest.substr(0, end)))));
            if (end == rest.size()) break;
            rest.remove_prefix(end + box.size());
        }
        text = std::string(trimmed(std::string_view(text).substr(0, first)));
    }
    // The column is narrow and IT reads it: "30 min", "2 h".
    const auto duration = replaced(replaced(replaced(step.text("duration"), "Minuten", "min"), "Stunden", "h"), "Stunde", "h");
    const auto role = with_role ? step.target("role") : model::RecordView{};
    // Functions of the staff are known by their short name on every sheet.
    std::string who = role ? role_title(source, role) : std::string();
    if (const auto code = role ? source.text(role, "code") : std::string(); code.size() == 2 && code.starts_with('S')) who = code;
    const auto critical = step.get("critical");
    const auto* is_critical = std::get_if<bool>(&critical);
    return doc::object_value({{"critical", {is_critical && *is_critical}},
                              {"lead", doc::text_or_missing(std::move(lead), {})},
                              {"text", doc::text_value(std::move(text))},
                              {"who", doc::text_or_missing(std::move(who), {})},
                              {"wanted", doc::text_or_missing(step.text("wanted"), {})},
                              {"duration", doc::text_or_missing(duration, {})},
                              {"choices", list_of(std::move(choices))}});
}

} // namespace bcmkit::compose
