// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "values.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What several tables of computed values need: rows of records, bold beginnings, numbers to call.
namespace bcmkit::compose {

/// A row of a list field, with the description of its cells.
class RowView {
public:
    RowView(const Source& source, const model::RecordType& type, model::Row row, std::string owner)
        : source_(&source)
        , type_(&type)
        , row_(std::move(row))
        , owner_(std::move(owner)) {}

    /// Gap::absent for a name that the row type does not have.
    model::Value get(std::string_view name) const;
    /// What is printed, audience filter included.
    doc::Value value(std::string_view name) const;
    std::string text(std::string_view name) const;
    bool is(std::string_view name, std::string_view code) const;
    /// The record of a reference; empty where open.
    model::RecordView target(std::string_view name) const;

private:
    const Source* source_;
    const model::RecordType* type_;
    model::Row row_;
    std::string owner_;
};
/// The rows of a list field that this reader may see.
std::vector<RowView> rows_of(const Source& source, const model::RecordView& record, std::string_view field);
/// The lines of a list of texts that this reader may see.
model::Texts texts_of(const Source& source, const model::RecordView& record, std::string_view field);
/// The name of a reference, of an open one too.
std::string name_of(const Source& source, const model::Reference& reference);

/// The text of a value; empty where it is missing.
std::string text_of(const doc::Value& value);
doc::Value list_of(std::vector<doc::Value> items);
doc::Value texts_value(const model::Texts& texts);
/// A list gathered from several places; where it is empty, what the field says that is asked for it: nothing, or "entfällt".
doc::Value list_or_answer(const Source& source, const model::RecordView& record, std::string_view field,
                          std::vector<doc::Value> items);
bool is_yes(const model::RecordView& record, std::string_view field);

/// A line is found by its first words: bold up to the colon, else up to the first noun or comma (print-design §1.6).
struct Lead {
    std::string lead, rest;
};
Lead lead_of(std::string_view line);
/// [{lead,rest}]
doc::Value lead_lines(const model::Texts& lines);

/// {name,deputy,phone,phone_night} of a contact, provider, person or role. The second number is that of the deputy where the
/// reader may not see a private one: a number alone is none (print-design §4, criterion 16).
doc::Value number_row(const Source& source, const model::RecordView& record);
/// {name,purpose,phone,phone_night}: one row a person, contact or provider. The number on duty is called at night, too.
inline constexpr std::string_view call_shape = "[{name,purpose,phone,phone_night}]";
doc::Value person_row(const Source& source, const model::RecordView& person, const std::string& purpose);
/// Whom to call for a record: of a role its holder and the first deputy.
void add_call_rows(const Source& source, const model::RecordView& target, std::vector<doc::Value>& rows);
/// Who holds the role: 0 = first, 1 = the first deputy, and so on; empty where nobody is named.
model::RecordView person_of(const Source& source, const model::RecordView& role, std::size_t rank);
/// What a contact or provider is called for: the contracts and programs of a provider, else what it is. At most `most` names.
std::string call_purpose(const Source& source, const model::RecordView& record, std::size_t most);
/// The number of a firm or a body outside by day: one field a record, so every sheet prints the same.
doc::Value day_number(const Source& source, const model::RecordView& record);
/// The number for the night; "nur tagsüber" where the plan says that there is none.
doc::Value night_number(const Source& source, const model::RecordView& record);
/// The name of a role as the Land's scheme of the staff calls it (print-design §2.4).
std::string role_title(const Source& source, const model::RecordView& role);

/// {critical:flag,lead,text,who,wanted,duration,choices:[text]}
inline constexpr std::string_view step_shape = "[{critical:flag,lead,text,who,wanted,duration,choices:[text]}]";
/// `with_role`: whether it says who does it.
doc::Value step_value(const Source& source, const RowView& step, bool with_role = true);

} // namespace bcmkit::compose
