// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/field.hpp>
#include <bcmkit/model/rows.hpp>

namespace bcmkit::model {

extern const RecordType need_type;
extern const RecordType recipe_type;
extern const RecordType damage_type;
extern const RecordType season_type;
extern const RecordType quantity_type;
extern const RecordType step_type;
extern const RecordType holder_type;
extern const RecordType alarm_stage_type;
extern const RecordType escalation_level_type;
extern const RecordType kit_item_type;
extern const RecordType obligation_type;
extern const RecordType offline_copy_type;
extern const RecordType restore_point_type;
extern const RecordType paper_snapshot_type;
extern const RecordType certificate_type;
extern const RecordType test_case_type;
extern const RecordType threshold_type;
extern const RecordType calendar_hours_type;
extern const RecordType shift_entry_type;
extern const RecordType form_field_type;
extern const RecordType inject_type;
extern const RecordType log_entry_type;

/// The description that belongs to a row struct; the codec needs it to read rows.
template <class T> const RecordType& row_type_of() = delete;
template <> inline const RecordType& row_type_of<Need>() { return need_type; }
template <> inline const RecordType& row_type_of<Recipe>() { return recipe_type; }
template <> inline const RecordType& row_type_of<Damage>() { return damage_type; }
template <> inline const RecordType& row_type_of<Season>() { return season_type; }
template <> inline const RecordType& row_type_of<Quantity>() { return quantity_type; }
template <> inline const RecordType& row_type_of<Step>() { return step_type; }
template <> inline const RecordType& row_type_of<Holder>() { return holder_type; }
template <> inline const RecordType& row_type_of<AlarmStage>() { return alarm_stage_type; }
template <> inline const RecordType& row_type_of<EscalationLevel>() { return escalation_level_type; }
template <> inline const RecordType& row_type_of<KitItem>() { return kit_item_type; }
template <> inline const RecordType& row_type_of<Obligation>() { return obligation_type; }
template <> inline const RecordType& row_type_of<OfflineCopy>() { return offline_copy_type; }
template <> inline const RecordType& row_type_of<RestorePoint>() { return restore_point_type; }
template <> inline const RecordType& row_type_of<PaperSnapshot>() { return paper_snapshot_type; }
template <> inline const RecordType& row_type_of<Certificate>() { return certificate_type; }
template <> inline const RecordType& row_type_of<TestCase>() { return test_case_type; }
template <> inline const RecordType& row_type_of<Threshold>() { return threshold_type; }
template <> inline const RecordType& row_type_of<CalendarHours>() { return calendar_hours_type; }
template <> inline const RecordType& row_type_of<ShiftEntry>() { return shift_entry_type; }
template <> inline const RecordType& row_type_of<FormField>() { return form_field_type; }
template <> inline const RecordType& row_type_of<Inject>() { return inject_type; }
template <> inline const RecordType& row_type_of<LogEntry>() { return log_entry_type; }

} // namespace bcmkit::model
