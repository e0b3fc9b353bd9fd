// SPDX-License-Identifier: EUPL-1.2
// What rules pass over in silence because a field is open. A rule that cannot be decided has to say so: "nobody knows"
// is no good news. Rules that report an open field themselves are not listed here.
#include "rules/common.hpp"

#include <tuple>

namespace bcmkit::check {

namespace {

using model::RecordView;

/// A field without which a rule cannot be decided for records of a type.
struct Input {
    std::string_view rule, type, field;
    bool (*concerns)(const RecordView&) = nullptr; ///< whether the rule is about this record at all; nullptr: always
};

template <class T> const T& as(const RecordView& record) { return *static_cast<const T*>(record.record); }

bool critical(const RecordView& record) { return is_critical(as<model::Service>(record)); }
bool deadline_rules_it(const RecordView& record) {
    return critical(record) && as<model::Service>(record).deadline_is_mtpd.value_or(false);
}
bool pays_out(const RecordView& record) { return critical(record) && as<model::Service>(record).pays_out.value_or(false); }
bool is_unfinished(const RecordView& record) { return as<model::ImprovementAction>(record).state.value_or("open") != "done"; }
bool is_handbook(const RecordView& record) { return may_be(as<model::Document>(record).kind, "handbook"); }
bool is_other_document(const RecordView& record) { return as<model::Document>(record).kind.value_or("") != "handbook"; }
bool is_reactive(const RecordView& record) { return as<model::Organisation>(record).bcms_level.value_or("R") == "R"; }

constexpr Input inputs[] = {
    {"BK-SVC-007", "service", "mtpd", critical},
    {"BK-SVC-007", "service", "rto", critical},
    {"BK-SVC-008", "service", "process_duration", deadline_rules_it},
    {"BK-SVC-009", "service", "damages", critical},
    {"BK-SVC-010", "service", "damages", critical},
    {"BK-SVC-011", "service", "damages", critical},
    {"BK-SVC-019", "service", "mtpd", critical},
    {"BK-SVC-021", "service", "external", critical},
    {"BK-RES-002", "application", "rto"},
    {"BK-RES-002", "infrastructure", "rto"},
    {"BK-RES-003", "application", "rto"},
    {"BK-RES-003", "data_source", "rto"},
    {"BK-RES-003", "infrastructure", "rto"},
    {"BK-RES-003", "network_link", "rto"},
    {"BK-RES-006", "data_source", "backup_interval"},
    {"BK-RES-006", "data_source", "rpo"},
    {"BK-RES-010", "service", "rto", critical},
    {"BK-APP-006", "data_source", "rto"},
    {"BK-APP-007", "data_source", "restore_points"},
    {"BK-APP-008", "data_source", "offsite"},
    {"BK-APP-012", "application", "end_of_support"},
    {"BK-FAL-002", "fallback", "reach"},
    {"BK-FAL-003", "fallback", "capacity"},
    {"BK-FAL-004", "fallback", "needs_it"},
    {"BK-FAL-005", "fallback", "max_sustain"},
    {"BK-FAL-010", "kit", "location"},
    {"BK-FAL-011", "kit", "contains_payment_data"},
    {"BK-AID-003", "mutual_aid", "same_provider"},
    {"BK-PLN-009", "document", "review_due"},
    {"BK-PLN-010", "document", "storage", is_other_document},
    {"BK-PLN-011", "document", "storage", is_handbook},
    {"BK-PLN-012", "document", "storage", is_handbook},
    {"BK-PLN-013", "printed_copy", "edition"},
    {"BK-ALM-007", "on_call_roster", "basis"},
    {"BK-ALM-011", "on_call_roster", "covers_until"},
    {"BK-PER-002", "person", "verified_on"},
    {"BK-PER-004", "external_contact", "night_needed"},
    {"BK-PER-006", "service", "payment_day", pays_out},
    {"BK-RPT-008", "reporting_duty", "verified_on"},
    {"BK-RPT-008", "deadline_rule", "verified_on"},
    {"BK-RPT-008", "legal_note", "verified_on"},
    {"BK-CON-002", "contract", "valid_to"},
    {"BK-CON-006", "contract", "info_duty"},
    {"BK-EXR-005", "exercise", "date"},
    {"BK-GEN-002", "improvement", "due", is_unfinished},
    {"BK-GEN-003", "organisation", "level_since", is_reactive},
};

bool is_kind(const RecordView& record, std::string_view kind) { return as<model::Document>(record).kind.value_or("") == kind; }
bool is_plan_of_unit(const RecordView& record) { return is_kind(record, "gfp"); }
bool is_restart_plan(const RecordView& record) { return is_kind(record, "wap") || is_kind(record, "whp"); }

// Here an empty field means that there is nothing. Only where somebody was asked and nobody knows, the rule stays open.
constexpr Input asked_inputs[] = {
    {"BK-RES-009", "application", "needs"},
    {"BK-RES-009", "infrastructure", "needs"},
    {"BK-RES-009", "network_link", "needs"},
    {"BK-RES-011", "service", "needs", critical},
    {"BK-RES-013", "service", "needs", critical},
    {"BK-RES-015", "application", "certificates"},
    {"BK-RES-015", "person", "knowledge"},
    {"BK-RES-020", "application", "spof"},
    {"BK-RES-020", "infrastructure", "spof"},
    {"BK-RES-020", "network_link", "spof"},
    {"BK-APP-011", "application", "certificates"},
    {"BK-APP-014", "data_source", "paper_snapshots"},
    {"BK-NET-003", "network_link", "risk_groups"},
    {"BK-FAL-004", "fallback", "needs"},
    {"BK-FAL-009", "form", "stock"},
    {"BK-AID-001", "mutual_aid", "valid_to"},
    {"BK-PLN-002", "document", "missing_sections", is_plan_of_unit},
    {"BK-PLN-005", "document", "missing_sections", is_restart_plan},
    {"BK-PLN-013", "document", "edition"},
    {"BK-PLN-019", "role", "sheets"},
    {"BK-STB-011", "role", "required"},
    {"BK-ALM-006", "role", "required"},
    {"BK-PER-002", "person", "valid_until"},
    {"BK-GEN-005", "person", "works_in_it"},
    {"BK-GEN-008", "calendar", "hours"},
};

/// One line a rule and object: what the rule found, or could not tell for another reason, stands already.
using Spoken = std::set<std::pair<std::string_view, std::string>>;

void add_open(const Subject& subject, std::span<const Input> table, bool only_unknown, Spoken& spoken,
              std::vector<Undecided>& undecided) {
    for (const auto& input : table) {
        const auto* type = model::record_type(input.type);
        const auto* field = type->field(input.field);
        for (std::size_t i = 0; i < type->count(subject.plan()); ++i) {
            const RecordView record{type, type->at(subject.plan(), i)};
            const auto& object = as<model::Record>(record);
            const auto value = field->get(record.record);
            const auto* gap = std::get_if<Gap>(&value);
            if (!gap || *gap == Gap::not_applicable || (only_unknown && *gap != Gap::unknown) || !is_active(object)) continue;
            if (input.concerns && !input.concerns(record)) continue;
            if (!spoken.emplace(input.rule, object.id).second) continue;
            undecided.push_back(
                {input.rule, object.id, std::string(input.field), std::string(field->label),
                 to_text({"check.undecided", {called(object), std::string(field->label), std::string(model::gap_word(*gap))}}),
                 subject.whom_to_ask(record), subject.unit_of(record)});
        }
    }
}

} // namespace

void add_open_inputs(const Subject& subject, const std::vector<Finding>& findings, std::vector<Undecided>& undecided) {
    Spoken spoken;
    for (const auto& finding : findings) spoken.emplace(finding.rule, finding.object);
    for (const auto& one : undecided) spoken.emplace(one.rule, one.object);
    add_open(subject, inputs, false, spoken, undecided);
    add_open(subject, asked_inputs, true, spoken, undecided);
    std::ranges::stable_sort(undecided, {}, [](const Undecided& one) { return std::tie(one.rule, one.object); });
}

} // namespace bcmkit::check
