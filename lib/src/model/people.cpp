// SPDX-License-Identifier: EUPL-1.2
#include "common_fields.hpp"
#include "record_types.hpp"
#include "row_types.hpp"

#include <bcmkit/model/people.hpp>

namespace bcmkit::model {

namespace {

// One row a field.
// clang-format off

constexpr Field org_unit_own_fields[] = {
    field<OrgUnit, &OrgUnit::code>({.name = "code", .label = "Nummer", .required = Level::reactive, .audience = Audience::open, .help = "Zum Beispiel 50."}),
    field<OrgUnit, &OrgUnit::parent>({.name = "parent", .label = "Übergeordnet", .kind = Kind::reference, .audience = Audience::open, .targets = "org_unit"}),
    field<OrgUnit, &OrgUnit::head>({.name = "head", .label = "Leitung", .kind = Kind::reference, .required = Level::reactive, .targets = "role,person"}),
    field<OrgUnit, &OrgUnit::coordinator>({.name = "coordinator", .label = "BCM-Ansprechperson", .kind = Kind::reference, .targets = "role,person"}),
    field<OrgUnit, &OrgUnit::locations>({.name = "locations", .label = "Standorte", .kind = Kind::references, .audience = Audience::open, .targets = "location"}),
    field<OrgUnit, &OrgUnit::opening_hours>({.name = "opening_hours", .label = "Öffnungszeiten", .audience = Audience::open}),
    field<OrgUnit, &OrgUnit::emergency_team>({.name = "emergency_team", .label = "Notfallteam", .kind = Kind::references, .for_unit = true, .targets = "person,role"}),
    field<OrgUnit, &OrgUnit::powers>({.name = "powers", .label = "Befugnisse im Notfall", .required = Level::reactive, .for_unit = true}),
    field<OrgUnit, &OrgUnit::activation>({.name = "activation", .label = "Aktivierung", .required = Level::reactive, .for_unit = true, .help = "Wann und durch wen der Plan in Kraft tritt."}),
    field<OrgUnit, &OrgUnit::return_criteria>({.name = "return_criteria", .label = "Zurück zum Normalbetrieb, wenn", .for_unit = true}),
    field<OrgUnit, &OrgUnit::purpose>({.name = "purpose", .label = "Ziel des Plans", .required = Level::reactive, .for_unit = true}),
    field<OrgUnit, &OrgUnit::scope>({.name = "scope", .label = "Geltungsbereich", .required = Level::reactive, .for_unit = true}),
    field<OrgUnit, &OrgUnit::reporting>({.name = "reporting", .label = "Fachliche Meldepflichten", .kind = Kind::texts, .for_unit = true}),
    field<OrgUnit, &OrgUnit::cash_point>({.name = "cash_point", .label = "Anlaufstelle für Bürger", .audience = Audience::open}),
};
constexpr auto org_unit_fields = record_fields<OrgUnit>(org_unit_own_fields);

constexpr Field location_own_fields[] = {
    field<Location, &Location::building>({.name = "building", .label = "Haus", .required = Level::reactive, .audience = Audience::open}),
    field<Location, &Location::room>({.name = "room", .label = "Raum", .audience = Audience::open}),
    field<Location, &Location::address>({.name = "address", .label = "Anschrift", .audience = Audience::open}),
    field<Location, &Location::part_of>({.name = "part_of", .label = "Gehört zu", .kind = Kind::reference, .audience = Audience::open, .targets = "location"}),
    field<Location, &Location::keys>({.name = "keys", .label = "Schlüssel bei"}),
    field<Location, &Location::power_backup>({.name = "power_backup", .label = "Notstrom"}),
    field<Location, &Location::internet_paths>({.name = "internet_paths", .label = "Leitungswege", .kind = Kind::texts}),
    field<Location, &Location::alternates>({.name = "alternates", .label = "Ausweichorte", .kind = Kind::references, .targets = "location"}),
    field<Location, &Location::needs>({.name = "needs", .label = "Braucht", .kind = Kind::rows, .row_type = &need_type}),
    field<Location, &Location::risk_groups>({.name = "risk_groups", .label = "Gemeinsame Gefahren", .kind = Kind::references, .targets = "risk_group"}),
};
constexpr auto location_fields = record_fields<Location>(location_own_fields);

constexpr Choice person_on_call_basis[] = {{"job", "Stellenbeschreibung"}, {"agreement", "Dienstvereinbarung"}, {"voluntary", "freiwillig"}, {"none", "keine"}};
constexpr Field person_own_fields[] = {
    field<Person, &Person::given_name>({.name = "given_name", .label = "Vorname"}),
    field<Person, &Person::family_name>({.name = "family_name", .label = "Nachname"}),
    field<Person, &Person::org_unit>({.name = "org_unit", .label = "Amt", .kind = Kind::reference, .required = Level::reactive, .targets = "org_unit"}),
    field<Person, &Person::function>({.name = "function", .label = "Funktion"}),
    field<Person, &Person::phone_office>({.name = "phone_office", .label = "Telefon dienstlich", .kind = Kind::phone}),
    field<Person, &Person::phone_mobile>({.name = "phone_mobile", .label = "Mobil dienstlich", .kind = Kind::phone, .required = Level::reactive}),
    field<Person, &Person::phone_private>({.name = "phone_private", .label = "Telefon privat", .kind = Kind::phone, .audience = Audience::staff}),
    field<Person, &Person::phone_private_mobile>({.name = "phone_private_mobile", .label = "Mobil privat", .kind = Kind::phone, .audience = Audience::staff}),
    field<Person, &Person::email_office>({.name = "email_office", .label = "E-Mail dienstlich", .kind = Kind::email}),
    field<Person, &Person::email_private>({.name = "email_private", .label = "E-Mail privat", .kind = Kind::email, .audience = Audience::staff}),
    field<Person, &Person::distance>({.name = "distance", .label = "Anfahrt", .kind = Kind::duration, .audience = Audience::staff, .help = "Von zu Hause bis zum Dienstgebäude."}),
    field<Person, &Person::on_call_basis>({.name = "on_call_basis", .label = "Grundlage der Bereitschaft", .kind = Kind::choice, .choices = person_on_call_basis}),
    field<Person, &Person::private_data_basis>({.name = "private_data_basis", .label = "Grundlage für private Daten", .audience = Audience::staff, .help = "Einwilligung vom …"}),
    field<Person, &Person::valid_until>({.name = "valid_until", .label = "Angaben gültig bis", .kind = Kind::date}),
    field<Person, &Person::verified_on>({.name = "verified_on", .label = "Nummern geprüft am", .kind = Kind::date}),
    field<Person, &Person::special>({.name = "special", .label = "Besonderes", .audience = Audience::staff, .help = "Schlüssel, Bankvollmacht, Siegel."}),
    field<Person, &Person::knowledge>({.name = "knowledge", .label = "Alleiniges Wissen", .kind = Kind::texts}),
    field<Person, &Person::works_in_it>({.name = "works_in_it", .label = "Arbeitet in der IT", .kind = Kind::flag}),
    field<Person, &Person::skills>({.name = "skills", .label = "Kenntnisse", .kind = Kind::references, .targets = "skill"}),
    field<Person, &Person::needs>({.name = "needs", .label = "Erreichbar über", .kind = Kind::rows, .row_type = &need_type}),
    field<Person, &Person::calendar>({.name = "calendar", .label = "Arbeitskalender", .kind = Kind::reference, .targets = "calendar"}),
};
constexpr auto person_fields = record_fields<Person>(person_own_fields, {.name_label = "Name", .name_audience = Audience::intern});

constexpr Choice role_area[] = {{"leadership", "Leitung"}, {"staff", "Krisenstab"}, {"it", "IT-Notfallstab"}, {"team", "Bewältigungsteam"}, {"office", "Linie"}};
constexpr Field role_own_fields[] = {
    field<Role, &Role::code>({.name = "code", .label = "Kurzwort", .help = "S1 bis S6, LS, IT, DSB, ISB …"}),
    field<Role, &Role::area>({.name = "area", .label = "Bereich", .kind = Kind::choice, .choices = role_area}),
    field<Role, &Role::staff_name>({.name = "staff_name", .label = "Name im Verwaltungsstab"}),
    field<Role, &Role::bsi_name>({.name = "bsi_name", .label = "Name nach BSI 200-4"}),
    field<Role, &Role::mission>({.name = "mission", .label = "Aufgabe in einem Satz"}),
    field<Role, &Role::reports_to>({.name = "reports_to", .label = "Unterstellt", .kind = Kind::reference, .targets = "role"}),
    field<Role, &Role::leads>({.name = "leads", .label = "Führt", .kind = Kind::references, .targets = "role"}),
    field<Role, &Role::first_steps>({.name = "first_steps", .label = "Sofort", .kind = Kind::texts}),
    field<Role, &Role::halt_questions>({.name = "halt_questions", .label = "Halt-Fragen", .kind = Kind::texts}),
    field<Role, &Role::rhythm_steps>({.name = "rhythm_steps", .label = "Laufend", .kind = Kind::texts}),
    field<Role, &Role::powers>({.name = "powers", .label = "Darf ohne Rückfrage"}),
    field<Role, &Role::spending_limit>({.name = "spending_limit", .label = "Ausgaben bis", .kind = Kind::number, .unit = "Euro"}),
    field<Role, &Role::not_task>({.name = "not_task", .label = "Nicht Ihre Aufgabe"}),
    field<Role, &Role::sheets>({.name = "sheets", .label = "Blätter", .kind = Kind::texts}),
    field<Role, &Role::numbers>({.name = "numbers", .label = "Wichtige Nummern", .kind = Kind::references, .targets = "external_contact,provider,person,role"}),
    field<Role, &Role::required>({.name = "required", .label = "Immer nötig", .kind = Kind::flag}),
    field<Role, &Role::decider>({.name = "decider", .label = "Entscheidet über den Notfall", .kind = Kind::flag}),
    field<Role, &Role::holders>({.name = "holders", .label = "Besetzung", .kind = Kind::rows, .required = Level::reactive, .row_type = &holder_type}),
    field<Role, &Role::per_shift>({.name = "per_shift", .label = "Personen je Schicht", .kind = Kind::number, .unit = "Personen", .unit_of_one = "Person"}),
    field<Role, &Role::share>({.name = "share", .label = "Stellenanteil", .kind = Kind::number, .unit = "Prozent"}),
};
constexpr auto role_fields = record_fields<Role>(role_own_fields);

constexpr Choice on_call_roster_basis[] = {{"job", "Stellenbeschreibung"}, {"agreement", "Dienstvereinbarung"}, {"voluntary", "freiwillig"}};
constexpr Field on_call_roster_own_fields[] = {
    field<OnCallRoster, &OnCallRoster::role>({.name = "role", .label = "Rolle", .kind = Kind::reference, .required = Level::reactive, .targets = "role"}),
    field<OnCallRoster, &OnCallRoster::service>({.name = "service", .label = "Leistung", .kind = Kind::reference, .targets = "service"}),
    field<OnCallRoster, &OnCallRoster::shifts>({.name = "shifts", .label = "Schichten", .kind = Kind::rows, .required = Level::reactive, .row_type = &shift_entry_type}),
    field<OnCallRoster, &OnCallRoster::basis>({.name = "basis", .label = "Grundlage", .kind = Kind::choice, .required = Level::reactive, .choices = on_call_roster_basis}),
    field<OnCallRoster, &OnCallRoster::number>({.name = "number", .label = "Bereitschaftsnummer", .kind = Kind::phone}),
    field<OnCallRoster, &OnCallRoster::covers_until>({.name = "covers_until", .label = "Geplant bis", .kind = Kind::date}),
};
constexpr auto on_call_roster_fields = record_fields<OnCallRoster>(on_call_roster_own_fields);

constexpr Field staff_room_own_fields[] = {
    field<StaffRoom, &StaffRoom::location>({.name = "location", .label = "Raum", .kind = Kind::reference, .required = Level::reactive, .targets = "location"}),
    field<StaffRoom, &StaffRoom::alternates>({.name = "alternates", .label = "Ersatzräume", .kind = Kind::references, .required = Level::reactive, .targets = "location"}),
    field<StaffRoom, &StaffRoom::key_at>({.name = "key_at", .label = "Schlüssel bei", .required = Level::reactive}),
    field<StaffRoom, &StaffRoom::key_holders>({.name = "key_holders", .label = "Mechanischer Schlüssel", .kind = Kind::references, .targets = "person"}),
    field<StaffRoom, &StaffRoom::equipment>({.name = "equipment", .label = "Ausstattung", .kind = Kind::texts, .required = Level::reactive}),
    field<StaffRoom, &StaffRoom::power>({.name = "power", .label = "Strom"}),
    field<StaffRoom, &StaffRoom::network>({.name = "network", .label = "Netz"}),
    field<StaffRoom, &StaffRoom::setup>({.name = "setup", .label = "Einrichtung", .kind = Kind::texts}),
    field<StaffRoom, &StaffRoom::checked_on>({.name = "checked_on", .label = "Ausstattung geprüft am", .kind = Kind::date}),
};
constexpr auto staff_room_fields = record_fields<StaffRoom>(staff_room_own_fields);

constexpr Choice channel_kind[] = {{"phone", "Telefon"}, {"mobile", "Mobiltelefon"}, {"sms", "SMS"}, {"satellite", "Satellit"}, {"radio", "Funk"}, {"messenger", "Messenger"}, {"email", "E-Mail"}, {"website", "Internetseite"}, {"siren", "Sirene"}, {"runner", "Läufer"}, {"speaker", "Durchsage"}};
constexpr Field channel_own_fields[] = {
    field<Channel, &Channel::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = channel_kind}),
    field<Channel, &Channel::independent_of>({.name = "independent_of", .label = "Unabhängig von", .kind = Kind::texts, .required = Level::reactive, .help = "eigener IT, eigener Telefonanlage, eigenem Strom, Mobilfunk."}),
    field<Channel, &Channel::number>({.name = "number", .label = "Nummer", .kind = Kind::phone}),
    field<Channel, &Channel::users>({.name = "users", .label = "Nutzer", .kind = Kind::references, .targets = "role,person"}),
    field<Channel, &Channel::asynchronous>({.name = "asynchronous", .label = "Zeitversetzt", .kind = Kind::flag, .help = "E-Mail zum Beispiel: Niemand merkt, ob es ankommt."}),
};
constexpr auto channel_fields = node_fields<Channel>(channel_own_fields);

constexpr Field alarm_path_own_fields[] = {
    field<AlarmPath, &AlarmPath::emergency_number>({.name = "emergency_number", .label = "Notfallnummer", .kind = Kind::phone, .required = Level::reactive, .audience = Audience::open, .help = "Die Nummer auf der IT-Notfallkarte."}),
    field<AlarmPath, &AlarmPath::replacement_number>({.name = "replacement_number", .label = "Ersatznummer", .kind = Kind::phone, .required = Level::reactive, .audience = Audience::open, .help = "Mobil, unabhängig von der eigenen Telefonanlage."}),
    field<AlarmPath, &AlarmPath::emergency_number_over>({.name = "emergency_number_over", .label = "Notfallnummer läuft über", .kind = Kind::reference, .targets = "infrastructure,network_link,provider"}),
    field<AlarmPath, &AlarmPath::stages>({.name = "stages", .label = "Stufen", .kind = Kind::rows, .required = Level::reactive, .row_type = &alarm_stage_type}),
    field<AlarmPath, &AlarmPath::levels>({.name = "levels", .label = "Eskalationsstufen", .kind = Kind::rows, .row_type = &escalation_level_type}),
    field<AlarmPath, &AlarmPath::may_alarm>({.name = "may_alarm", .label = "Alarmieren dürfen", .kind = Kind::references, .required = Level::reactive, .targets = "role"}),
    field<AlarmPath, &AlarmPath::keyword>({.name = "keyword", .label = "Stichwort"}),
    field<AlarmPath, &AlarmPath::alarm_text>({.name = "alarm_text", .label = "Alarmtext", .required = Level::reactive, .help = "Höchstens 25 Wörter."}),
    field<AlarmPath, &AlarmPath::leaders>({.name = "leaders", .label = "Leitung in dieser Folge anrufen", .kind = Kind::references, .required = Level::reactive, .targets = "person"}),
    field<AlarmPath, &AlarmPath::tested_on>({.name = "tested_on", .label = "Zuletzt geprobt am", .kind = Kind::date, .required = Level::reactive}),
};
constexpr auto alarm_path_fields = record_fields<AlarmPath>(alarm_path_own_fields);

// clang-format on

} // namespace

constinit const RecordType org_unit_type = described({.code = "org_unit",
                                                      .plural_code = "org_units",
                                                      .label = "Amt",
                                                      .plural_label = "Ämter",
                                                      .prefix = "ORGU",
                                                      .file = "aemter",
                                                      .help = "Ämter und Sachgebiete.",
                                                      .fields = org_unit_fields},
                                                     list_access<&Plan::org_units>());
constinit const RecordType location_type = described({.code = "location",
                                                      .plural_code = "locations",
                                                      .label = "Ort",
                                                      .plural_label = "Orte",
                                                      .prefix = "ORT",
                                                      .file = "orte",
                                                      .help = "Gebäude und Räume.",
                                                      .fields = location_fields},
                                                     list_access<&Plan::locations>());
constinit const RecordType person_type = described({.code = "person",
                                                    .plural_code = "persons",
                                                    .label = "Person",
                                                    .plural_label = "Personen",
                                                    .prefix = "PER",
                                                    .file = "personen",
                                                    .help = "Menschen, die im Plan vorkommen.",
                                                    .fields = person_fields},
                                                   list_access<&Plan::persons>());
constinit const RecordType role_type = described({.code = "role",
                                                  .plural_code = "roles",
                                                  .label = "Rolle",
                                                  .plural_label = "Rollen",
                                                  .prefix = "ROL",
                                                  .file = "rollen",
                                                  .help = "Funktionen im Notfall und in der Linie.",
                                                  .fields = role_fields},
                                                 list_access<&Plan::roles>());
constinit const RecordType on_call_roster_type = described({.code = "on_call_roster",
                                                            .plural_code = "on_call_rosters",
                                                            .label = "Rufbereitschaft",
                                                            .plural_label = "Rufbereitschaften",
                                                            .prefix = "RUF",
                                                            .file = "rufbereitschaft",
                                                            .help = "",
                                                            .fields = on_call_roster_fields},
                                                           list_access<&Plan::on_call_rosters>());
constinit const RecordType staff_room_type = described({.code = "staff_room",
                                                        .plural_code = "staff_rooms",
                                                        .label = "Stabsraum",
                                                        .plural_label = "Stabsräume",
                                                        .prefix = "STR",
                                                        .file = "stabsraum",
                                                        .help = "",
                                                        .fields = staff_room_fields},
                                                       list_access<&Plan::staff_rooms>());
constinit const RecordType channel_type = described({.code = "channel",
                                                     .plural_code = "channels",
                                                     .label = "Kanal",
                                                     .plural_label = "Kanäle",
                                                     .prefix = "KAN",
                                                     .file = "kanaele",
                                                     .help = "",
                                                     .fields = channel_fields},
                                                    list_access<&Plan::channels>());
constinit const RecordType alarm_path_type = described({.code = "alarm_path",
                                                        .plural_code = "alarm_paths",
                                                        .label = "Alarmierungsweg",
                                                        .plural_label = "Alarmierungswege",
                                                        .prefix = "ALM",
                                                        .file = "alarm",
                                                        .help = "",
                                                        .fields = alarm_path_fields},
                                                       list_access<&Plan::alarm_paths>());

} // namespace bcmkit::model
