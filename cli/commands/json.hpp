// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <nlohmann/json.hpp>

namespace bcmkit::cli {

/// A record for machines: code names as members, answered fields only, "id" and "name" first. The recorded gaps read
/// {"gap": "unbekannt"}; durations are minutes, an estimate {"low", "likely", "high"}; dates ISO; references
/// {"id", "name"} or, where open, {"open"}.
nlohmann::ordered_json to_json(const model::Plan& plan, const model::RecordView& record);

/// One value, as in a record; null where it is not recorded.
nlohmann::ordered_json to_json(const model::Plan& plan, const model::Field& field, const model::Value& value);

} // namespace bcmkit::cli
