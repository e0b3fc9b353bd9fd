// SPDX-License-Identifier: EUPL-1.2
#include "common_fields.hpp"
#include "record_types.hpp"
#include "row_types.hpp"

#include <bcmkit/model/services.hpp>

namespace bcmkit::model {

namespace {

// One row a field.
// clang-format off

constexpr Choice service_priority[] = {{"A", "A"}, {"B", "B"}, {"C", "C"}, {"D", "D"}};
constexpr Field service_own_fields[] = {
    field<Service, &Service::sheet>({.name = "sheet", .label = "Blatt", .audience = Audience::open, .help = "Vergibt das Programm."}),
    field<Service, &Service::leika_key>({.name = "leika_key", .label = "LeiKa-Schlüssel", .audience = Audience::open, .help = "14 Ziffern, freiwillig."}),
    field<Service, &Service::org_unit>({.name = "org_unit", .label = "Amt", .kind = Kind::reference, .required = Level::reactive, .audience = Audience::open, .targets = "org_unit"}),
    field<Service, &Service::description>({.name = "description", .label = "Beschreibung", .audience = Audience::open}),
    field<Service, &Service::external>({.name = "external", .label = "Für Bürger oder Firmen", .kind = Kind::flag, .audience = Audience::open}),
    field<Service, &Service::legal_basis>({.name = "legal_basis", .label = "Rechtsgrundlage", .audience = Audience::open}),
    field<Service, &Service::volume>({.name = "volume", .label = "Menge im Jahr", .kind = Kind::number, .audience = Audience::open, .unit = "Fälle", .unit_of_one = "Fall"}),
    field<Service, &Service::peak_times>({.name = "peak_times", .label = "Spitzenzeiten"}),
    field<Service, &Service::worst_time>({.name = "worst_time", .label = "Schlimmster Zeitpunkt", .help = "Zahltag, Wahl, Steuertermin."}),
    field<Service, &Service::time_critical>({.name = "time_critical", .label = "Zeitkritisch", .kind = Kind::flag, .required = Level::reactive}),
    field<Service, &Service::mtpd>({.name = "mtpd", .label = "Spätestens wieder nach (MTPD)", .kind = Kind::duration, .required = Level::reactive, .help = "Ab wann der Schaden untragbar wird (BSI 200-4 §7.2.1)."}),
    field<Service, &Service::mtpd_reason>({.name = "mtpd_reason", .label = "Begründung", .required = Level::reactive, .help = "Warum gerade diese Zeit."}),
    field<Service, &Service::decisive_scenarios>({.name = "decisive_scenarios", .label = "Ausschlaggebende Schäden", .kind = Kind::texts}),
    field<Service, &Service::mbco>({.name = "mbco", .label = "Notbetriebsniveau", .required = Level::reactive, .help = "Was mindestens laufen muss."}),
    field<Service, &Service::postponed>({.name = "postponed", .label = "Bleibt liegen"}),
    field<Service, &Service::mbco_percent>({.name = "mbco_percent", .label = "Notbetrieb", .kind = Kind::number, .unit = "Prozent"}),
    field<Service, &Service::priority>({.name = "priority", .label = "Priorität", .kind = Kind::choice, .choices = service_priority, .help = "Wird aus der MTPD vorgeschlagen, ein Mensch bestätigt sie."}),
    field<Service, &Service::priority_confirmed_by>({.name = "priority_confirmed_by", .label = "Priorität bestätigt von"}),
    field<Service, &Service::priority_confirmed_on>({.name = "priority_confirmed_on", .label = "Priorität bestätigt am", .kind = Kind::date}),
    field<Service, &Service::priority_reason>({.name = "priority_reason", .label = "Grund der Priorität"}),
    field<Service, &Service::rank>({.name = "rank", .label = "Rang", .kind = Kind::number, .help = "Feinere Reihenfolge innerhalb der Priorität."}),
    field<Service, &Service::seasons>({.name = "seasons", .label = "Zeiten im Jahr", .kind = Kind::rows, .row_type = &season_type}),
    field<Service, &Service::process_duration>({.name = "process_duration", .label = "Bearbeitungsdauer", .kind = Kind::duration}),
    field<Service, &Service::deadline_is_mtpd>({.name = "deadline_is_mtpd", .label = "Frist bestimmt die MTPD", .kind = Kind::flag}),
    field<Service, &Service::deadlines>({.name = "deadlines", .label = "Fristen", .kind = Kind::references, .targets = "deadline_rule"}),
    field<Service, &Service::deadlines_reviewed_on>({.name = "deadlines_reviewed_on", .label = "Fristen geprüft am", .kind = Kind::date}),
    field<Service, &Service::damages>({.name = "damages", .label = "Schadensbewertung", .kind = Kind::rows, .row_type = &damage_type}),
    field<Service, &Service::last_bia_on>({.name = "last_bia_on", .label = "Letzte BIA am", .kind = Kind::date, .required = Level::reactive}),
    field<Service, &Service::uses>({.name = "uses", .label = "Fachverfahren", .kind = Kind::references, .required = Level::reactive, .targets = "application,infrastructure", .help = "Womit gearbeitet wird."}),
    field<Service, &Service::data>({.name = "data", .label = "Daten", .kind = Kind::references, .targets = "data_source"}),
    field<Service, &Service::categories_not_needed>({.name = "categories_not_needed", .label = "Nicht benötigt", .kind = Kind::texts, .help = "Ressourcen, die der Notbetrieb nicht braucht: IT, Personal, Infrastruktur, Dienstleistung."}),
    field<Service, &Service::staff_needed>({.name = "staff_needed", .label = "Personal im Notbetrieb", .kind = Kind::rows, .row_type = &quantity_type}),
    field<Service, &Service::via_network>({.name = "via_network", .label = "Über das Landesnetz", .kind = Kind::flag}),
    field<Service, &Service::vvt_ref>({.name = "vvt_ref", .label = "Verzeichnis der Verarbeitung"}),
    field<Service, &Service::pays_out>({.name = "pays_out", .label = "Zahlt Geld aus", .kind = Kind::flag}),
    field<Service, &Service::bank_lead_days>({.name = "bank_lead_days", .label = "Vorlauf der Bank", .kind = Kind::number, .unit = "Arbeitstage", .unit_of_one = "Arbeitstag"}),
    field<Service, &Service::payment_day>({.name = "payment_day", .label = "Zahltag"}),
    field<Service, &Service::registry>({.name = "registry", .label = "Standesamt", .kind = Kind::flag}),
    field<Service, &Service::start_when>({.name = "start_when", .label = "Starten, wenn", .for_unit = true}),
    field<Service, &Service::started_by>({.name = "started_by", .label = "Wer startet", .for_unit = true}),
    field<Service, &Service::start_goal>({.name = "start_goal", .label = "Ziel", .for_unit = true}),
    field<Service, &Service::halt_questions>({.name = "halt_questions", .label = "Halt-Fragen", .kind = Kind::texts, .for_unit = true}),
    field<Service, &Service::equipment>({.name = "equipment", .label = "Das brauchen Sie", .kind = Kind::texts, .for_unit = true}),
    field<Service, &Service::legal_limits>({.name = "legal_limits", .label = "Rechtliche Leitplanken", .kind = Kind::texts, .for_unit = true}),
    field<Service, &Service::citizen_text>({.name = "citizen_text", .label = "Satz für Bürger", .audience = Audience::open}),
    field<Service, &Service::hard_limit>({.name = "hard_limit", .label = "Grenze", .for_unit = true, .help = "Wie lange es so geht, was dann."}),
    field<Service, &Service::return_steps>({.name = "return_steps", .label = "Zurück in den Normalbetrieb", .kind = Kind::texts, .for_unit = true}),
    field<Service, &Service::reentry>({.name = "reentry", .label = "Nacherfassung", .kind = Kind::texts, .for_unit = true}),
    field<Service, &Service::partner_note>({.name = "partner_note", .label = "Partner", .for_unit = true}),
    field<Service, &Service::contacts>({.name = "contacts", .label = "Wichtige Nummern", .kind = Kind::references, .for_unit = true, .targets = "external_contact,provider,person,role"}),
    field<Service, &Service::arrivals>({.name = "arrivals", .label = "Eingänge", .kind = Kind::number, .unit = "Fälle je Tag", .unit_of_one = "Fall je Tag"}),
    field<Service, &Service::capacity>({.name = "capacity", .label = "Erledigt", .kind = Kind::number, .unit = "Fälle je Tag", .unit_of_one = "Fall je Tag"}),
    field<Service, &Service::overtime>({.name = "overtime", .label = "Mehrarbeit", .kind = Kind::number, .unit = "Prozent"}),
    field<Service, &Service::emergency_capacity>({.name = "emergency_capacity", .label = "Im Notbetrieb", .kind = Kind::number, .unit = "Prozent"}),
    field<Service, &Service::reentry_effort>({.name = "reentry_effort", .label = "Aufwand der Nacherfassung", .kind = Kind::number, .unit = "Prozent"}),
    field<Service, &Service::minutes_per_case>({.name = "minutes_per_case", .label = "Dauer je Fall", .kind = Kind::duration}),
    field<Service, &Service::life_critical>({.name = "life_critical", .label = "Lebenswichtig", .kind = Kind::flag, .help = "Wird in der ersten Stunde geprüft."}),
    field<Service, &Service::phone>({.name = "phone", .label = "Telefon rund um die Uhr", .kind = Kind::phone, .help = "Wo immer jemand abnimmt, zum Beispiel die Leitstelle. Sonst druckt Karte 1.02 die Bereitschaft oder die Amtsleitung."}),
    field<Service, &Service::in_kit_of>({.name = "in_kit_of", .label = "Koffer", .kind = Kind::references, .targets = "kit"}),
};
constexpr auto service_fields = node_fields<Service>(service_own_fields, {.owner = Level::reactive, .rto = Level::reactive});

constexpr Choice fallback_mode[] = {{"paper", "Papier"}, {"other_tool", "anderes Werkzeug"}, {"other_office", "andere Stelle"}, {"other_municipality", "andere Kommune"}, {"provider", "Dienstleister"}, {"bank", "Bank"}, {"cash", "bar"}, {"postponed", "aufschieben"}};
constexpr Field fallback_own_fields[] = {
    field<Fallback, &Fallback::services>({.name = "services", .label = "Leistungen", .kind = Kind::references, .required = Level::reactive, .for_unit = true, .targets = "service"}),
    field<Fallback, &Fallback::scenarios>({.name = "scenarios", .label = "Ausfallszenarien", .kind = Kind::texts, .required = Level::reactive, .for_unit = true, .help = "Wofür: IT gesamt, Personal, Gebäude, Dienstleister."}),
    field<Fallback, &Fallback::mode>({.name = "mode", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .for_unit = true, .choices = fallback_mode}),
    field<Fallback, &Fallback::trigger>({.name = "trigger", .label = "Starten, wenn", .for_unit = true}),
    field<Fallback, &Fallback::steps>({.name = "steps", .label = "Schritte", .kind = Kind::rows, .required = Level::reactive, .for_unit = true, .row_type = &step_type}),
    field<Fallback, &Fallback::capacity>({.name = "capacity", .label = "Schafft", .kind = Kind::number, .required = Level::reactive, .for_unit = true, .unit = "Prozent"}),
    field<Fallback, &Fallback::reach>({.name = "reach", .label = "Bereit nach", .kind = Kind::duration, .required = Level::reactive, .for_unit = true}),
    field<Fallback, &Fallback::max_sustain>({.name = "max_sustain", .label = "Trägt höchstens", .kind = Kind::duration, .required = Level::reactive, .for_unit = true}),
    field<Fallback, &Fallback::needs_it>({.name = "needs_it", .label = "Braucht IT", .kind = Kind::flag, .required = Level::reactive, .for_unit = true}),
    field<Fallback, &Fallback::needs>({.name = "needs", .label = "Braucht", .kind = Kind::rows, .for_unit = true, .row_type = &need_type}),
    field<Fallback, &Fallback::kits>({.name = "kits", .label = "Koffer", .kind = Kind::references, .for_unit = true, .targets = "kit"}),
    field<Fallback, &Fallback::forms>({.name = "forms", .label = "Vordrucke", .kind = Kind::references, .for_unit = true, .targets = "form"}),
    field<Fallback, &Fallback::staff>({.name = "staff", .label = "Personal", .kind = Kind::rows, .for_unit = true, .row_type = &quantity_type}),
    field<Fallback, &Fallback::case_data>({.name = "case_data", .label = "Braucht Falldaten", .kind = Kind::flag, .for_unit = true}),
    field<Fallback, &Fallback::case_data_source>({.name = "case_data_source", .label = "Papierauszug aus", .kind = Kind::reference, .for_unit = true, .targets = "data_source"}),
    field<Fallback, &Fallback::legal_basis>({.name = "legal_basis", .label = "Rechtsgrundlage", .for_unit = true}),
    field<Fallback, &Fallback::approvals>({.name = "approvals", .label = "Zustimmungen", .for_unit = true}),
    field<Fallback, &Fallback::payment_file>({.name = "payment_file", .label = "Zahldatei Vormonat liegt", .audience = Audience::staff, .for_unit = true}),
    field<Fallback, &Fallback::payment_limits>({.name = "payment_limits", .label = "Auszahlung begrenzt auf", .for_unit = true}),
    field<Fallback, &Fallback::return_steps>({.name = "return_steps", .label = "Zurück", .kind = Kind::texts, .required = Level::reactive, .for_unit = true}),
    field<Fallback, &Fallback::backlog>({.name = "backlog", .label = "Nacharbeiten", .required = Level::reactive, .for_unit = true}),
    field<Fallback, &Fallback::tested_on>({.name = "tested_on", .label = "Getestet am", .kind = Kind::date, .for_unit = true}),
    field<Fallback, &Fallback::tested_without_it>({.name = "tested_without_it", .label = "Ohne IT getestet am", .kind = Kind::date, .for_unit = true}),
    field<Fallback, &Fallback::test_result>({.name = "test_result", .label = "Ergebnis", .for_unit = true}),
};
constexpr auto fallback_fields = record_fields<Fallback>(fallback_own_fields);

constexpr Field form_own_fields[] = {
    field<Form, &Form::sheet>({.name = "sheet", .label = "Blatt", .audience = Audience::open, .help = "Vergibt das Programm."}),
    field<Form, &Form::code>({.name = "code", .label = "Kurzzeichen", .for_unit = true, .help = "STA-S."}),
    field<Form, &Form::services>({.name = "services", .label = "Leistungen", .kind = Kind::references, .required = Level::reactive, .for_unit = true, .targets = "service"}),
    field<Form, &Form::fields>({.name = "fields", .label = "Felder", .kind = Kind::rows, .for_unit = true, .row_type = &form_field_type}),
    field<Form, &Form::number_from>({.name = "number_from", .label = "Nummern ab", .kind = Kind::number, .required = Level::reactive, .for_unit = true}),
    field<Form, &Form::number_to>({.name = "number_to", .label = "Nummern bis", .kind = Kind::number, .required = Level::reactive, .for_unit = true}),
    field<Form, &Form::stock>({.name = "stock", .label = "Bestand", .kind = Kind::number, .for_unit = true, .unit = "Stück"}),
    field<Form, &Form::minimum_stock>({.name = "minimum_stock", .label = "Mindestbestand", .kind = Kind::number, .for_unit = true, .unit = "Stück"}),
    field<Form, &Form::last_printed>({.name = "last_printed", .label = "Zuletzt gedruckt am", .kind = Kind::date, .for_unit = true}),
    field<Form, &Form::reentry_target>({.name = "reentry_target", .label = "Nacherfassen in", .kind = Kind::reference, .required = Level::reactive, .for_unit = true, .targets = "application"}),
    field<Form, &Form::receipt_text>({.name = "receipt_text", .label = "Text für den Bürger", .audience = Audience::open}),
    field<Form, &Form::copies>({.name = "copies", .label = "Ausfertigungen", .kind = Kind::number, .for_unit = true, .unit = "Stück"}),
};
constexpr auto form_fields = record_fields<Form>(form_own_fields);

constexpr Choice deadline_rule_calendar[] = {{"calendar", "Kalendertage"}, {"workdays", "Werktage"}, {"bankdays", "Arbeitstage"}, {"months", "Monate"}};
constexpr Choice deadline_rule_effect[] = {{"fiction", "Genehmigungsfiktion"}, {"limitation", "Verjährung"}, {"offence", "Ordnungswidrigkeit"}, {"payment", "Zahlung"}, {"report", "Meldung"}, {"claim", "Anspruch"}};
constexpr Choice deadline_rule_confidence[] = {{"high", "hoch"}, {"medium", "mittel"}, {"low", "gering"}};
constexpr Field deadline_rule_own_fields[] = {
    field<DeadlineRule, &DeadlineRule::norm>({.name = "norm", .label = "Norm", .required = Level::reactive, .audience = Audience::open}),
    field<DeadlineRule, &DeadlineRule::land>({.name = "land", .label = "Land", .audience = Audience::open}),
    field<DeadlineRule, &DeadlineRule::trigger>({.name = "trigger", .label = "Auslöser", .required = Level::reactive, .audience = Audience::open}),
    field<DeadlineRule, &DeadlineRule::length>({.name = "length", .label = "Dauer", .required = Level::reactive, .audience = Audience::open, .help = "Zum Beispiel 3 Monate."}),
    field<DeadlineRule, &DeadlineRule::calendar>({.name = "calendar", .label = "Zählung", .kind = Kind::choice, .audience = Audience::open, .choices = deadline_rule_calendar}),
    field<DeadlineRule, &DeadlineRule::effect>({.name = "effect", .label = "Wirkung", .kind = Kind::choice, .required = Level::reactive, .audience = Audience::open, .choices = deadline_rule_effect}),
    field<DeadlineRule, &DeadlineRule::effect_text>({.name = "effect_text", .label = "Was passiert bei Ablauf?", .audience = Audience::open}),
    field<DeadlineRule, &DeadlineRule::extendable>({.name = "extendable", .label = "Verlängerbar", .kind = Kind::flag, .audience = Audience::open}),
    field<DeadlineRule, &DeadlineRule::extension>({.name = "extension", .label = "Verlängerung", .audience = Audience::open}),
    field<DeadlineRule, &DeadlineRule::recurring>({.name = "recurring", .label = "Termine im Jahr", .kind = Kind::texts, .audience = Audience::open, .help = "15.02., 15.05., monatlich zum Ersten."}),
    field<DeadlineRule, &DeadlineRule::bank_lead_days>({.name = "bank_lead_days", .label = "Vorlauf der Bank", .kind = Kind::number, .audience = Audience::open, .unit = "Arbeitstage", .unit_of_one = "Arbeitstag"}),
    field<DeadlineRule, &DeadlineRule::org_unit>({.name = "org_unit", .label = "Amt", .kind = Kind::reference, .audience = Audience::open, .targets = "org_unit"}),
    field<DeadlineRule, &DeadlineRule::verified_on>({.name = "verified_on", .label = "Rechtsstand geprüft am", .kind = Kind::date, .required = Level::reactive, .audience = Audience::open}),
    field<DeadlineRule, &DeadlineRule::confidence>({.name = "confidence", .label = "Sicherheit", .kind = Kind::choice, .audience = Audience::open, .choices = deadline_rule_confidence}),
};
constexpr auto deadline_rule_fields = record_fields<DeadlineRule>(deadline_rule_own_fields);

constexpr Field deadline_snapshot_own_fields[] = {
    field<DeadlineSnapshot, &DeadlineSnapshot::rule>({.name = "rule", .label = "Frist", .kind = Kind::reference, .required = Level::reactive, .audience = Audience::full, .targets = "deadline_rule"}),
    field<DeadlineSnapshot, &DeadlineSnapshot::service>({.name = "service", .label = "Leistung", .kind = Kind::reference, .audience = Audience::full, .targets = "service"}),
    field<DeadlineSnapshot, &DeadlineSnapshot::case_no>({.name = "case_no", .label = "Aktenzeichen", .required = Level::reactive, .audience = Audience::full}),
    field<DeadlineSnapshot, &DeadlineSnapshot::received_on>({.name = "received_on", .label = "Eingang vollständig am", .kind = Kind::date, .audience = Audience::full}),
    field<DeadlineSnapshot, &DeadlineSnapshot::due>({.name = "due", .label = "Frist bis", .kind = Kind::date, .required = Level::reactive, .audience = Audience::full}),
    field<DeadlineSnapshot, &DeadlineSnapshot::effect>({.name = "effect", .label = "Wirkung", .audience = Audience::full}),
    field<DeadlineSnapshot, &DeadlineSnapshot::exported_on>({.name = "exported_on", .label = "Stand", .kind = Kind::date, .audience = Audience::full}),
};
constexpr auto deadline_snapshot_fields = record_fields<DeadlineSnapshot>(deadline_snapshot_own_fields, {.name_audience = Audience::full});

constexpr Field backlog_item_own_fields[] = {
    field<BacklogItem, &BacklogItem::service>({.name = "service", .label = "Leistung", .kind = Kind::reference, .required = Level::reactive, .audience = Audience::full, .targets = "service"}),
    field<BacklogItem, &BacklogItem::form_no>({.name = "form_no", .label = "Formularnummer", .required = Level::reactive, .audience = Audience::full}),
    field<BacklogItem, &BacklogItem::received>({.name = "received", .label = "Vorgang vom", .kind = Kind::date, .audience = Audience::full}),
    field<BacklogItem, &BacklogItem::entered_on>({.name = "entered_on", .label = "Erfasst am", .kind = Kind::date, .audience = Audience::full}),
    field<BacklogItem, &BacklogItem::entered_by>({.name = "entered_by", .label = "Erfasst von", .audience = Audience::full}),
};
constexpr auto backlog_item_fields = record_fields<BacklogItem>(backlog_item_own_fields, {.name_audience = Audience::full});

constexpr Choice mutual_aid_kind[] = {{"aid", "Amtshilfe"}, {"agreement", "öffentlich-rechtliche Vereinbarung"}, {"contract", "Vertrag"}, {"none", "keine"}};
constexpr Field mutual_aid_own_fields[] = {
    field<MutualAid, &MutualAid::partner>({.name = "partner", .label = "Partner", .kind = Kind::reference, .required = Level::reactive, .targets = "external_contact,provider"}),
    field<MutualAid, &MutualAid::kind>({.name = "kind", .label = "Grundlage", .kind = Kind::choice, .required = Level::reactive, .choices = mutual_aid_kind}),
    field<MutualAid, &MutualAid::services>({.name = "services", .label = "Leistungen", .kind = Kind::references, .required = Level::reactive, .targets = "service"}),
    field<MutualAid, &MutualAid::same_application>({.name = "same_application", .label = "Gleiches Fachverfahren", .kind = Kind::flag}),
    field<MutualAid, &MutualAid::applications>({.name = "applications", .label = "Fachverfahren", .kind = Kind::references, .targets = "application"}),
    field<MutualAid, &MutualAid::same_provider>({.name = "same_provider", .label = "Gleicher Dienstleister", .kind = Kind::reference, .targets = "provider"}),
    field<MutualAid, &MutualAid::data_protection>({.name = "data_protection", .label = "Datenschutz", .required = Level::reactive, .help = "Art. 26 oder 28 DSGVO, Datum."}),
    field<MutualAid, &MutualAid::legal_form>({.name = "legal_form", .label = "Rechtsform"}),
    field<MutualAid, &MutualAid::rooms>({.name = "rooms", .label = "Räume"}),
    field<MutualAid, &MutualAid::accounts>({.name = "accounts", .label = "Zugänge"}),
    field<MutualAid, &MutualAid::capacity>({.name = "capacity", .label = "Kapazität"}),
    field<MutualAid, &MutualAid::start_within>({.name = "start_within", .label = "Bereit nach", .kind = Kind::duration}),
    field<MutualAid, &MutualAid::cost>({.name = "cost", .label = "Kosten"}),
    field<MutualAid, &MutualAid::contact_day>({.name = "contact_day", .label = "Ansprechperson Tag"}),
    field<MutualAid, &MutualAid::phone_day>({.name = "phone_day", .label = "Telefon Tag", .kind = Kind::phone}),
    field<MutualAid, &MutualAid::phone_night>({.name = "phone_night", .label = "Telefon Nacht", .kind = Kind::phone}),
    field<MutualAid, &MutualAid::signed_on>({.name = "signed_on", .label = "Unterschrieben am", .kind = Kind::date, .required = Level::reactive}),
    field<MutualAid, &MutualAid::valid_to>({.name = "valid_to", .label = "Gilt bis", .kind = Kind::date}),
    field<MutualAid, &MutualAid::last_checked>({.name = "last_checked", .label = "Zuletzt geprüft am", .kind = Kind::date, .required = Level::reactive}),
};
constexpr auto mutual_aid_fields = record_fields<MutualAid>(mutual_aid_own_fields);

// clang-format on

} // namespace

constinit const RecordType service_type = described({.code = "service",
                                                     .plural_code = "services",
                                                     .label = "Leistung",
                                                     .plural_label = "Leistungen",
                                                     .prefix = "SVC",
                                                     .file = "leistungen",
                                                     .help = "Was Menschen von der Verwaltung bekommen, auch innere Dienste.",
                                                     .fields = service_fields},
                                                    list_access<&Plan::services>());
constinit const RecordType fallback_type = described({.code = "fallback",
                                                      .plural_code = "fallbacks",
                                                      .label = "Notbetrieb",
                                                      .plural_label = "Notbetriebe",
                                                      .prefix = "FAL",
                                                      .file = "notbetrieb",
                                                      .help = "Wie eine Leistung ohne das Ausgefallene weitergeht.",
                                                      .fields = fallback_fields},
                                                     list_access<&Plan::fallbacks>());
constinit const RecordType form_type = described({.code = "form",
                                                  .plural_code = "forms",
                                                  .label = "Vordruck",
                                                  .plural_label = "Vordrucke",
                                                  .prefix = "FRM",
                                                  .file = "vordrucke",
                                                  .help = "",
                                                  .fields = form_fields},
                                                 list_access<&Plan::forms>());
constinit const RecordType deadline_rule_type = described({.code = "deadline_rule",
                                                           .plural_code = "deadline_rules",
                                                           .label = "Frist",
                                                           .plural_label = "Fristen",
                                                           .prefix = "FRI",
                                                           .file = "fristen",
                                                           .help = "",
                                                           .fields = deadline_rule_fields},
                                                          list_access<&Plan::deadline_rules>());
constinit const RecordType deadline_snapshot_type = described({.code = "deadline_snapshot",
                                                               .plural_code = "deadline_snapshots",
                                                               .label = "Laufende Frist",
                                                               .plural_label = "Laufende Fristen",
                                                               .prefix = "LFR",
                                                               .file = "laufende-fristen",
                                                               .help = "",
                                                               .fields = deadline_snapshot_fields},
                                                              list_access<&Plan::deadline_snapshots>());
constinit const RecordType backlog_item_type = described({.code = "backlog_item",
                                                          .plural_code = "backlog_items",
                                                          .label = "Nacharbeit",
                                                          .plural_label = "Nacharbeiten",
                                                          .prefix = "NAC",
                                                          .file = "nacharbeiten",
                                                          .help = "",
                                                          .fields = backlog_item_fields},
                                                         list_access<&Plan::backlog_items>());
constinit const RecordType mutual_aid_type = described({.code = "mutual_aid",
                                                        .plural_code = "mutual_aids",
                                                        .label = "Leistungsübernahme",
                                                        .plural_label = "Leistungsübernahmen",
                                                        .prefix = "AID",
                                                        .file = "amtshilfe",
                                                        .help = "",
                                                        .fields = mutual_aid_fields},
                                                       list_access<&Plan::mutual_aids>());

} // namespace bcmkit::model
