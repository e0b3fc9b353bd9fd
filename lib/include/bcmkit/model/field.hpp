// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/answer.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The field table: every record type is described once, here, and every other
/// room (store, import, export, show, set, forms, audience filter, history,
/// documentation) walks the description instead of knowing the records.
namespace bcmkit::model {

struct Plan;
struct Row;

/// The rows of a list of small records (steps, needs, holders …).
using Rows = std::vector<Row>;

/// What any room sees of a field. A required text that is empty reads as Gap::absent.
using Value = std::variant<Gap, std::string, std::int64_t, bool, Date, Duration, Reference, References, Texts, Rows>;

/// One row: a value for each field of the row type, in its order.
struct Row {
    std::vector<Value> cells;
    bool operator==(const Row&) const;
};

enum class Kind : std::uint8_t {
    text,      ///< one line
    long_text, ///< Markdown, several lines
    number,    ///< whole number; Field::unit says of what it is a number
    flag,      ///< ja / nein
    choice,    ///< one code of Field::choices
    date,
    duration,
    phone, ///< stored E.164
    email,
    reference,  ///< one record of Field::targets
    references, ///< several
    texts,      ///< a list of lines
    rows,       ///< a list of small records, described by Field::row_type
};

/// Level of the BCMS (BSI 200-4 §1.3).
enum class Level : std::uint8_t { reactive, building, standard, optional };

/// Who may read it on paper. A print of one Fassung shows the fields of that one and of all before it.
enum class Audience : std::uint8_t {
    open,   ///< oeffentlich
    intern, ///< intern: all staff, no private data
    staff,  ///< stab: private numbers, no Sozialdaten
    full,   ///< voll: everything
};

struct Choice {
    std::string_view code, label;
};

struct RecordType;

struct Field {
    std::string_view name;  ///< code name: TOML key, column, JSON member
    std::string_view label; ///< German, as people see it
    Kind kind = Kind::text;
    Level required = Level::optional; ///< from this level on somebody has to answer it
    Audience audience = Audience::intern;
    bool for_unit = false;             ///< also shown in amt:CODE of the record's own Amt, and in kit:ID
    std::string_view unit = {};        ///< of an amount: "Prozent", "Euro", "Personen"; a rank, a year or a level has none
    std::string_view unit_of_one = {}; ///< where it differs: "Person"
    std::string_view targets = {};     ///< of references: codes of record types, comma separated; "*" = any
    std::span<const Choice> choices = {};
    const RecordType* row_type = nullptr;
    std::string_view help = {}; ///< German: what is asked, with an example
    Value (*get)(const void* record) = nullptr;
    void (*set)(void* record, Value value) = nullptr; ///< throws std::bad_variant_access for a value of another kind
};

/// A type of record, or of rows within a record (then without prefix and file).
struct RecordType {
    std::string_view code = {};         ///< "service"
    std::string_view plural_code = {};  ///< "services": key of lists in templates and JSON, KIND of `list`
    std::string_view label = {};        ///< "Leistung"
    std::string_view plural_label = {}; ///< "Leistungen"
    std::string_view prefix = {};       ///< of ids: "SVC"; empty for row types
    std::string_view file = {};         ///< of the source format, without ".toml": "leistungen"
    std::string_view help = {};         ///< German: what belongs here
    std::span<const Field> fields;      ///< record types: "id" and "name" first

    std::size_t (*count)(const Plan&) = nullptr;
    const void* (*at)(const Plan&, std::size_t) = nullptr;
    void* (*edit)(Plan&, std::size_t) = nullptr;
    /// Adds an empty record with this id in its sorted place; the id must be new.
    void* (*add)(Plan&, std::string id) = nullptr;
    void (*remove)(Plan&, std::size_t) = nullptr;

    bool is_row() const noexcept { return prefix.empty(); }
    const Field* field(std::string_view name_or_label) const; ///< by code name or German label, folded
};

/// All record types in the order of documentation; Organisation first.
std::span<const RecordType* const> record_types();
/// By code, plural code, label, plural label or file ("service", "Leistungen" …); nullptr where there is none.
const RecordType* record_type(std::string_view word);
/// By the prefix of an id ("SVC-012" → service); nullptr where it is no id of ours.
const RecordType* type_of_id(std::string_view id);
/// Whether `field` may point at a record of `type`.
bool may_target(const Field& field, const RecordType& type);

/// A record of a plan, seen through its description. Invalid once the plan changes.
struct RecordView {
    const RecordType* type = nullptr;
    const void* record = nullptr;

    explicit operator bool() const noexcept { return record != nullptr; }
    std::string id() const;
    std::string name() const;
    /// Gap::absent for a name that the type does not have.
    Value get(std::string_view field) const;
};

/// nullptr-like where the plan has no such id.
RecordView find(const Plan& plan, std::string_view id);
void* find_for_edit(Plan& plan, std::string_view id);
/// All records, type by type, sorted by id.
std::vector<RecordView> all_records(const Plan& plan);

/// Every reference that a record holds, rows included; `field` is the path "needs[2].node".
struct Link {
    RecordView from;
    std::string field;
    Reference target;
};
std::vector<Link> links_of(RecordView record);
std::vector<Link> all_links(const Plan& plan);

/// A well-formed id of this type: prefix, hyphen, then 1–32 of A–Z, 0–9 and hyphen ("SVC-012", "KIT-HANDKASSE").
bool is_valid_id(const RecordType& type, std::string_view id);
/// The next free number with three digits: "SVC-047".
std::string next_id(const Plan& plan, const RecordType& type);

std::string_view gap_word(Gap gap);                                       ///< "nicht erfasst", "unbekannt", "entfällt"
std::string_view audience_word(Audience a);                               ///< "oeffentlich", "intern", "stab", "voll"
std::string_view level_word(Level level);                                 ///< "Reaktiv", "Aufbau", "Standard"
std::string_view choice_label(const Field& field, std::string_view code); ///< the code itself where it is none of the choices
/// Without its unit; amounts from 10.000 with points between the thousands, numbers that count nothing as they are.
std::string number_text(const Field& field, std::int64_t number);
/// German, as a person reads it in a terminal: "3 Tage", "ja", "Strom, Netz", "unbekannt". Phones grouped, references as ids.
std::string display(const Field& field, const Value& value);

} // namespace bcmkit::model
