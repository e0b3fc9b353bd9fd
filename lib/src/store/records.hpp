// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sqlite.hpp"

#include <bcmkit/store/store.hpp>

/// Between the rows of the plan file and the plan.
namespace bcmkit::store {

/// `name`: of the file, for errors. Throws Error{too_new} for a record type or a field that this program does not know.
model::Plan read_plan(sqlite::Database& database, const std::string& name);
/// Within a transaction: records, answers and history of the given revision.
void write_changes(sqlite::Database& database, const Changes& changes, std::int64_t revision, const ChangeNote& note);
/// Throws Error{input} for a reference that points at nothing, a malformed id or a limit that is exceeded.
void demand_sound(const model::Plan& plan);

/// Gives every service, application and form a sheet number that no other record ever had; honours numbers that are
/// free. Within a transaction.
void assign_sheet_numbers(sqlite::Database& database, model::Plan& plan);

} // namespace bcmkit::store
