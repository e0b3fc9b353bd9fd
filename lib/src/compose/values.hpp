// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>
#include <bcmkit/doc/value.hpp>
#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The plan as templates see it. Records and rows are walked through the field table; what has to be computed stands
/// in the tables of values_<topic>.cpp. Who may read a field is decided here and nowhere else.
namespace bcmkit::compose {

class Source;

/// A computed value: a row in one of the tables below.
struct Derived {
    std::string_view type;  ///< of the record that has it: "service"; empty: always there
    std::string_view name;  ///< in templates
    std::string_view shape; ///< "text", "flag", "service" (a record), "escalation_level" (a row), "[service]", "[text]",
                            ///< "[{name,phone,steps:[text]}]"
    std::string_view label; ///< of the writing line where there is no value
    /// Only called with a record that exists (for type "": with an empty view).
    doc::Value (*build)(const Source& source, const model::RecordView& record);
};

// One table a topic: lib/src/compose/values_<topic>.cpp. A new file is added here and in values.cpp.
std::span<const Derived> derived_alarm();
std::span<const Derived> derived_first_hours();
std::span<const Derived> derived_people();
std::span<const Derived> derived_services();
std::span<const Derived> derived_staff();
std::span<const Derived> derived_service_sheets();
std::span<const Derived> derived_it();
std::span<const Derived> derived_recovery();

/// Who reads, and when.
struct Reader {
    model::Audience audience = model::Audience::intern;
    Date date;                 ///< rules, ages and deadlines count from here
    std::set<std::string> own; ///< ids of the unit's or kit's records: their fields marked for_unit are shown as well
};

class Source {
public:
    Source(const model::Plan& plan, Reader reader);
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    const model::Plan& plan() const noexcept { return plan_; }
    const Reader& reader() const noexcept { return reader_; }
    Date date() const noexcept { return reader_.date; }

    /// The record as an object for templates.
    doc::Value record(const model::RecordView& record) const;
    /// What a field prints, audience filter included: by its name, dotted paths too ("org_unit.head").
    doc::Value value(const model::RecordView& record, std::string_view path) const;
    /// The same as a text; empty where there is none.
    std::string text(const model::RecordView& record, std::string_view path) const;
    /// A list of records; `type`: the code of what may stand in it.
    doc::Value records(std::span<const model::RecordView> records, std::string_view type) const;

    /// The record that a reference field leads to; empty where there is none or it is not recorded.
    model::RecordView target(const model::RecordView& record, std::string_view field) const;
    std::vector<model::RecordView> targets(const model::RecordView& record, std::string_view field) const;
    /// The records of a type, by code ("service"), sorted by id.
    std::vector<model::RecordView> all(std::string_view type) const;
    /// The records of `type` that point at this one, sorted by id.
    std::vector<model::RecordView> pointing_at(std::string_view id, std::string_view type) const;
    model::RecordView find(std::string_view id) const { return model::find(plan_, id); }

    /// Whether the reader may see a field of this record.
    bool shows(const model::Field& field, std::string_view record_id) const;
    /// Everything that is always there, as the outermost scope.
    doc::Value root() const;
    /// An example value of a shape, for checking templates without data.
    doc::Value example(std::string_view shape, std::string_view label) const;
    /// The number of the record's sheet: its field, or the next free one where none was assigned yet; empty if it has none.
    std::string sheet_number(std::string_view id) const;

    // For the objects of values.cpp.
    std::optional<doc::Value> member(const model::RecordView& record, std::span<const model::RecordType* const> types,
                                     std::string_view name) const;
    doc::Value reference(const model::Reference& reference, const model::Field& field) const;
    doc::Value field_value(const model::Field& field, const model::Value& value, std::string_view record_id) const;
    doc::Value missing(const model::Field& field) const;
    doc::Value derived(const Derived& row, const model::RecordView& record) const;

private:
    const model::Plan& plan_;
    Reader reader_;
    std::map<std::string, std::vector<model::RecordView>, std::less<>> pointing_;
    mutable std::map<std::string_view, doc::Value> derived_of_plan_;
    std::map<std::string, std::string, std::less<>> sheet_numbers_;
};

/// All rows of all tables.
std::vector<const Derived*> derived_values();

/// The sheet of a role card by the role's Kurzwort: "S2" → "3.03"; empty where there is none.
std::string_view role_card(std::string_view code);
/// "Erika Muster": given name first; the record's name where the parts are not recorded.
std::string person_name(const model::RecordView& person);
/// The texts of a value: a typed read of a model field.
const std::string* text_in(const model::Value& value);

} // namespace bcmkit::compose
