// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/compose/cut.hpp>

namespace bcmkit::compose {

namespace {

void cut_rows(const model::RecordType& type, model::Rows& rows, model::Audience audience) {
    for (auto& row : rows) {
        for (std::size_t i = 0; i < type.fields.size() && i < row.cells.size(); ++i) {
            if (type.fields[i].audience > audience) row.cells[i] = model::Gap::absent;
        }
    }
}

} // namespace

model::Plan cut_to(const model::Plan& plan, model::Audience audience) {
    model::Plan out = plan;
    for (const auto* type : model::record_types()) {
        for (std::size_t i = 0; i < type->count(out); ++i) {
            void* record = type->edit(out, i);
            for (const auto& field : type->fields) {
                if (field.audience > audience) {
                    field.set(record, model::Gap::absent);
                } else if (field.kind == model::Kind::rows) {
                    auto value = field.get(record);
                    auto* rows = std::get_if<model::Rows>(&value);
                    if (!rows) continue;
                    cut_rows(*field.row_type, *rows, audience);
                    field.set(record, std::move(value));
                }
            }
        }
    }
    return out;
}

} // namespace bcmkit::compose
