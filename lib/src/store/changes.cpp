// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/store/changes.hpp>

namespace bcmkit::store {

namespace {

using model::RecordType;
using model::RecordView;

bool is_absent(const model::Value& value) {
    const auto* gap = std::get_if<model::Gap>(&value);
    return gap && *gap == model::Gap::absent;
}

RecordChange one_sided(RecordChange::Kind kind, const RecordView& record) {
    RecordChange change{kind, record.type, record.id(), record.name(), {}};
    for (const auto& field : record.type->fields) {
        model::Value value = field.get(record.record);
        if (field.name == "id" || is_absent(value)) continue;
        if (kind == RecordChange::Kind::added)
            change.fields.push_back({&field, model::Gap::absent, std::move(value)});
        else
            change.fields.push_back({&field, std::move(value), model::Gap::absent});
    }
    return change;
}

void compare(const RecordView& before, const RecordView& after, Changes& out) {
    RecordChange change{RecordChange::Kind::changed, after.type, after.id(), after.name(), {}};
    for (const auto& field : after.type->fields) {
        model::Value old = field.get(before.record), now = field.get(after.record);
        if (old != now) change.fields.push_back({&field, std::move(old), std::move(now)});
    }
    if (!change.fields.empty()) out.push_back(std::move(change));
}

} // namespace

Changes differences(const model::Plan& before, const model::Plan& after) {
    Changes out;
    for (const RecordType* type : model::record_types()) {
        std::size_t b = 0, a = 0;
        const std::size_t b_end = type->count(before), a_end = type->count(after);
        while (b < b_end || a < a_end) {
            const RecordView old{type, b < b_end ? type->at(before, b) : nullptr};
            const RecordView now{type, a < a_end ? type->at(after, a) : nullptr};
            const int order = !old ? 1 : !now ? -1 : old.id().compare(now.id());
            if (order < 0)
                out.push_back(one_sided(RecordChange::Kind::removed, old)), ++b;
            else if (order > 0)
                out.push_back(one_sided(RecordChange::Kind::added, now)), ++a;
            else
                compare(old, now, out), ++b, ++a;
        }
    }
    return out;
}

void put_record(model::Plan& plan, RecordView record) {
    const std::string id = record.id();
    void* place = model::find_for_edit(plan, id);
    if (!place) place = record.type->add(plan, id);
    for (const auto& field : record.type->fields) field.set(place, field.get(record.record));
}

bool remove_record(model::Plan& plan, std::string_view id) {
    const RecordType* type = model::type_of_id(id);
    if (!type) return false;
    for (std::size_t i = 0; i < type->count(plan); ++i) {
        if (RecordView{type, type->at(plan, i)}.id() != id) continue;
        type->remove(plan, i);
        return true;
    }
    return false;
}

} // namespace bcmkit::store
