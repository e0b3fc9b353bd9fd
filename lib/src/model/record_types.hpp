// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/field.hpp>

namespace bcmkit::model {

extern const RecordType organisation_type;
extern const RecordType org_unit_type;
extern const RecordType location_type;
extern const RecordType person_type;
extern const RecordType role_type;
extern const RecordType service_type;
extern const RecordType application_type;
extern const RecordType data_source_type;
extern const RecordType infrastructure_type;
extern const RecordType network_link_type;
extern const RecordType provider_type;
extern const RecordType contract_type;
extern const RecordType insurance_policy_type;
extern const RecordType external_contact_type;
extern const RecordType reporting_duty_type;
extern const RecordType deadline_rule_type;
extern const RecordType deadline_snapshot_type;
extern const RecordType scenario_type;
extern const RecordType fallback_type;
extern const RecordType mutual_aid_type;
extern const RecordType alternative_it_type;
extern const RecordType document_type;
extern const RecordType measure_type;
extern const RecordType alarm_path_type;
extern const RecordType channel_type;
extern const RecordType staff_room_type;
extern const RecordType reconnect_procedure_type;
extern const RecordType kit_type;
extern const RecordType form_type;
extern const RecordType printed_copy_type;
extern const RecordType exercise_type;
extern const RecordType improvement_action_type;
extern const RecordType risk_item_type;
extern const RecordType incident_type;
extern const RecordType backlog_item_type;
extern const RecordType on_call_roster_type;
extern const RecordType legal_note_type;
extern const RecordType glossary_entry_type;
extern const RecordType benchmark_type;
extern const RecordType calendar_type;
extern const RecordType team_type;
extern const RecordType skill_type;
extern const RecordType risk_group_type;
extern const RecordType press_text_type;
extern const RecordType check_setting_type;

} // namespace bcmkit::model
