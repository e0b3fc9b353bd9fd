// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace bcmkit::store {

/// One field that differs between two plans.
struct FieldChange {
    const model::Field* field = nullptr;
    model::Value old, now;
};

/// One record that differs between two plans.
struct RecordChange {
    enum class Kind : std::uint8_t { added, changed, removed };

    Kind kind = Kind::changed;
    const model::RecordType* type = nullptr;
    std::string id;
    std::string name;                ///< the new one; of a removed record the old one
    std::vector<FieldChange> fields; ///< in the order of the table; of an added or removed record its answered ones
};

using Changes = std::vector<RecordChange>;

/// What has to happen to `before` so that it becomes `after`; type by type, sorted by id.
Changes differences(const model::Plan& before, const model::Plan& after);

/// Adds a copy of the record, or replaces the one with its id.
void put_record(model::Plan& plan, model::RecordView record);
/// Whether there was one.
bool remove_record(model::Plan& plan, std::string_view id);

} // namespace bcmkit::store
