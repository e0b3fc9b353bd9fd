// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

#include <bcmkit/app/data.hpp>

/// How the commands on data speak.
namespace bcmkit::cli {

/// Who does it, when, and what was typed.
app::ChangeNote note_of(const Terminal& terminal, std::string command);

/// All of them on `err`; says how many where there are several.
void print_diagnostics(Terminal& terminal, const Diagnostics& diagnostics);

/// One line a record: "+ SVC-012  Winterdienst"; `with_fields`: below it a line for each field, old and new.
void print_changes(Terminal& terminal, const store::Changes& changes, bool with_fields);

/// "Mail: alt → neu", long texts shortened; of a list of rows a line for each difference: "Braucht, Zeile 2, Puffer: 4 Stunden →
/// 1 Tag".
std::vector<std::string> change_texts(const store::FieldChange& change);

/// References as "Name (ID)"; rows with their number, as `set` wants it: "needs[2]".
std::string display_with_names(const model::Plan& plan, const model::Field& field, const model::Value& value);

} // namespace bcmkit::cli
