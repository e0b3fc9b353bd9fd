// SPDX-License-Identifier: EUPL-1.2
#include "json.hpp"

namespace bcmkit::cli {

namespace {

using Json = nlohmann::ordered_json;

struct ToJson {
    const model::Plan& plan;
    const model::Field& field;

    Json operator()(model::Gap gap) const { return {{"gap", model::gap_word(gap)}}; }
    Json operator()(const std::string& text) const { return text; }
    Json operator()(std::int64_t number) const { return number; }
    Json operator()(bool flag) const { return flag; }
    Json operator()(const Date& date) const { return to_iso(date); }
    Json operator()(const Duration& duration) const {
        if (!duration.is_estimate()) return duration.likely;
        return {{"low", duration.low}, {"likely", duration.likely}, {"high", duration.high}};
    }
    Json operator()(const model::Reference& reference) const {
        if (reference.is_open()) return {{"open", reference.text}};
        const auto record = model::find(plan, reference.id);
        return {{"id", reference.id}, {"name", record ? record.name() : std::string()}};
    }
    Json operator()(const model::References& list) const {
        Json out = Json::array();
        for (const auto& one : list) out.push_back((*this)(one));
        return out;
    }
    Json operator()(const model::Texts& list) const { return list; }
    Json operator()(const model::Rows& list) const {
        Json out = Json::array();
        for (const auto& row : list) {
            Json object = Json::object();
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const auto* gap = std::get_if<model::Gap>(&row.cells[i]);
                if (gap && *gap == model::Gap::absent) continue;
                const auto& cell = field.row_type->fields[i];
                object[std::string(cell.name)] = std::visit(ToJson{plan, cell}, row.cells[i]);
            }
            out.push_back(std::move(object));
        }
        return out;
    }
};

} // namespace

Json to_json(const model::Plan& plan, const model::Field& field, const model::Value& value) {
    const auto* gap = std::get_if<model::Gap>(&value);
    return gap && *gap == model::Gap::absent ? Json() : std::visit(ToJson{plan, field}, value);
}

Json to_json(const model::Plan& plan, const model::RecordView& record) {
    Json object = {{"id", record.id()}, {"name", record.name()}};
    for (const auto& field : record.type->fields) {
        if (field.name == "id" || field.name == "name") continue;
        Json value = to_json(plan, field, field.get(record.record));
        if (!value.is_null()) object[std::string(field.name)] = std::move(value);
    }
    return object;
}

} // namespace bcmkit::cli
