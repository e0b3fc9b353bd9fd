// SPDX-License-Identifier: EUPL-1.2
#include "common_fields.hpp"
#include "record_types.hpp"
#include "row_types.hpp"

#include <bcmkit/model/documents.hpp>

namespace bcmkit::model {

namespace {

// One row a field.
// clang-format off

constexpr Choice document_kind[] = {{"handbook", "Notfallhandbuch"}, {"gfp", "Geschäftsfortführungsplan"}, {"wap", "Wiederanlaufplan"}, {"whp", "Wiederherstellungsplan"}, {"immediate", "Sofortmaßnahmen"}, {"communication", "Kommunikationsplan"}, {"network_plan", "Netzplan"}, {"contact_list", "Kontaktliste"}, {"rules", "Dienstanweisung"}, {"other", "Sonstiges"}};
constexpr Field document_own_fields[] = {
    field<Document, &Document::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = document_kind}),
    field<Document, &Document::scope>({.name = "scope", .label = "Gilt für", .kind = Kind::references, .targets = "org_unit,application,infrastructure"}),
    field<Document, &Document::edition>({.name = "edition", .label = "Ausgabe", .kind = Kind::number}),
    field<Document, &Document::released_by>({.name = "released_by", .label = "Freigegeben von", .required = Level::reactive}),
    field<Document, &Document::released_on>({.name = "released_on", .label = "Freigegeben am", .kind = Kind::date, .required = Level::reactive}),
    field<Document, &Document::author>({.name = "author", .label = "Verfasst von", .required = Level::building}),
    field<Document, &Document::classification>({.name = "classification", .label = "Klasse"}),
    field<Document, &Document::audience>({.name = "audience", .label = "Zielgruppe"}),
    field<Document, &Document::retention>({.name = "retention", .label = "Aufbewahrung"}),
    field<Document, &Document::references>({.name = "references", .label = "Verweist auf", .kind = Kind::references, .targets = "document,contract"}),
    field<Document, &Document::storage>({.name = "storage", .label = "Liegt", .kind = Kind::rows, .required = Level::reactive, .row_type = &offline_copy_type}),
    field<Document, &Document::needs>({.name = "needs", .label = "Braucht", .kind = Kind::rows, .row_type = &need_type}),
    field<Document, &Document::life_and_limb>({.name = "life_and_limb", .label = "Mit Schutz von Leib und Leben", .kind = Kind::flag}),
    field<Document, &Document::return_criteria>({.name = "return_criteria", .label = "Mit Kriterien zur Rückkehr", .kind = Kind::flag}),
    field<Document, &Document::missing_sections>({.name = "missing_sections", .label = "Fehlende Abschnitte", .kind = Kind::texts}),
};
constexpr auto document_fields = record_fields<Document>(document_own_fields);

constexpr Choice measure_kind[] = {{"prevention", "Vorsorgemaßnahme"}, {"solution", "BC-Lösung"}, {"emergency", "Notfallmaßnahme"}};
constexpr Field measure_own_fields[] = {
    field<Measure, &Measure::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = measure_kind}),
    field<Measure, &Measure::document>({.name = "document", .label = "Plan", .kind = Kind::reference, .targets = "document"}),
    field<Measure, &Measure::steps>({.name = "steps", .label = "Schritte", .kind = Kind::rows, .row_type = &step_type}),
};
constexpr auto measure_fields = record_fields<Measure>(measure_own_fields);

constexpr Choice kit_kind[] = {{"staff", "Krisenstab"}, {"youth", "Jugendamt"}, {"cash", "Handkasse"}, {"registry", "Standesamt"}, {"health", "Gesundheitsamt"}, {"it", "IT"}, {"press", "Presse"}, {"general", "allgemein"}};
constexpr Field kit_own_fields[] = {
    field<Kit, &Kit::code>({.name = "code", .label = "Kurzwort", .required = Level::reactive, .for_unit = true, .help = "handkasse, krisenstab."}),
    field<Kit, &Kit::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .for_unit = true, .choices = kit_kind}),
    field<Kit, &Kit::location>({.name = "location", .label = "Ort", .kind = Kind::reference, .required = Level::reactive, .for_unit = true, .targets = "location"}),
    field<Kit, &Kit::place>({.name = "place", .label = "Genauer Platz", .for_unit = true}),
    field<Kit, &Kit::other_location>({.name = "other_location", .label = "Zweiter Ort", .kind = Kind::reference, .for_unit = true, .targets = "location"}),
    field<Kit, &Kit::seal>({.name = "seal", .label = "Siegelnummer", .for_unit = true}),
    field<Kit, &Kit::keeper>({.name = "keeper", .label = "Verantwortlich", .kind = Kind::reference, .required = Level::reactive, .for_unit = true, .targets = "role,person"}),
    field<Kit, &Kit::items>({.name = "items", .label = "Inhalt", .kind = Kind::rows, .required = Level::reactive, .for_unit = true, .row_type = &kit_item_type}),
    field<Kit, &Kit::checked_on>({.name = "checked_on", .label = "Inhalt geprüft am", .kind = Kind::date, .required = Level::reactive, .for_unit = true}),
    field<Kit, &Kit::check_interval>({.name = "check_interval", .label = "Prüfabstand", .kind = Kind::duration, .for_unit = true}),
    field<Kit, &Kit::for_scenarios>({.name = "for_scenarios", .label = "Für", .kind = Kind::texts, .for_unit = true}),
    field<Kit, &Kit::contains_payment_data>({.name = "contains_payment_data", .label = "Enthält Zahlungsdaten", .kind = Kind::flag, .for_unit = true}),
    field<Kit, &Kit::sealed>({.name = "sealed", .label = "Versiegelt", .kind = Kind::flag, .for_unit = true}),
    field<Kit, &Kit::lent_to>({.name = "lent_to", .label = "Wird verliehen an", .for_unit = true}),
    field<Kit, &Kit::sheets>({.name = "sheets", .label = "Blätter im Koffer", .kind = Kind::texts, .for_unit = true}),
};
constexpr auto kit_fields = record_fields<Kit>(kit_own_fields);

constexpr Choice printed_copy_medium[] = {{"paper", "Papier"}, {"stick", "USB-Stick"}, {"laptop", "getrennter Laptop"}, {"network", "Netzlaufwerk"}};
constexpr Choice printed_copy_audience[] = {{"oeffentlich", "öffentlich"}, {"intern", "intern"}, {"stab", "Stab"}, {"voll", "voll"}};
constexpr Field printed_copy_own_fields[] = {
    field<PrintedCopy, &PrintedCopy::document>({.name = "document", .label = "Dokument", .kind = Kind::reference, .required = Level::reactive, .targets = "document"}),
    field<PrintedCopy, &PrintedCopy::edition>({.name = "edition", .label = "Ausgabe", .kind = Kind::number, .required = Level::reactive}),
    field<PrintedCopy, &PrintedCopy::number>({.name = "number", .label = "Exemplar", .kind = Kind::number, .required = Level::reactive}),
    field<PrintedCopy, &PrintedCopy::location>({.name = "location", .label = "Standort", .kind = Kind::reference, .required = Level::reactive, .targets = "location"}),
    field<PrintedCopy, &PrintedCopy::place>({.name = "place", .label = "Genauer Platz"}),
    field<PrintedCopy, &PrintedCopy::medium>({.name = "medium", .label = "Form", .kind = Kind::choice, .required = Level::reactive, .choices = printed_copy_medium}),
    field<PrintedCopy, &PrintedCopy::holder>({.name = "holder", .label = "Inhaber", .kind = Kind::reference, .targets = "role,person"}),
    field<PrintedCopy, &PrintedCopy::audience>({.name = "audience", .label = "Fassung", .kind = Kind::choice, .choices = printed_copy_audience}),
    field<PrintedCopy, &PrintedCopy::printed_on>({.name = "printed_on", .label = "Gedruckt am", .kind = Kind::date}),
    field<PrintedCopy, &PrintedCopy::destroyed_on>({.name = "destroyed_on", .label = "Vernichtet am", .kind = Kind::date}),
};
constexpr auto printed_copy_fields = record_fields<PrintedCopy>(printed_copy_own_fields);

constexpr Choice exercise_kind[] = {{"desk", "Planbesprechung"}, {"staff", "Stabsübung"}, {"frame", "Stabsrahmenübung"}, {"alarm", "Alarmierungsübung"}, {"function", "Funktionstest"}};
constexpr Field exercise_own_fields[] = {
    field<Exercise, &Exercise::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = exercise_kind}),
    field<Exercise, &Exercise::date>({.name = "date", .label = "Datum", .kind = Kind::date, .required = Level::reactive}),
    field<Exercise, &Exercise::scope>({.name = "scope", .label = "Umfang"}),
    field<Exercise, &Exercise::participants>({.name = "participants", .label = "Teilnehmende", .kind = Kind::references, .targets = "person,role"}),
    field<Exercise, &Exercise::without_it>({.name = "without_it", .label = "Ohne IT", .kind = Kind::flag}),
    field<Exercise, &Exercise::result>({.name = "result", .label = "Ergebnis", .required = Level::reactive}),
    field<Exercise, &Exercise::report>({.name = "report", .label = "Bericht vorhanden", .kind = Kind::flag, .required = Level::reactive}),
    field<Exercise, &Exercise::findings>({.name = "findings", .label = "Erkenntnisse", .kind = Kind::texts}),
    field<Exercise, &Exercise::actions>({.name = "actions", .label = "Folgemaßnahmen", .kind = Kind::references, .targets = "improvement"}),
    field<Exercise, &Exercise::tests>({.name = "tests", .label = "Geprüft wurde", .kind = Kind::references, .targets = "document,role,application,channel,fallback"}),
    field<Exercise, &Exercise::injects>({.name = "injects", .label = "Einspieler", .kind = Kind::rows, .row_type = &inject_type}),
};
constexpr auto exercise_fields = record_fields<Exercise>(exercise_own_fields);

constexpr Choice improvement_action_priority[] = {{"high", "hoch"}, {"medium", "mittel"}, {"low", "niedrig"}};
constexpr Choice improvement_action_state[] = {{"open", "offen"}, {"running", "läuft"}, {"done", "erledigt"}};
constexpr Field improvement_action_own_fields[] = {
    field<ImprovementAction, &ImprovementAction::need>({.name = "need", .label = "Bedarf", .required = Level::reactive}),
    field<ImprovementAction, &ImprovementAction::cause>({.name = "cause", .label = "Anlass", .kind = Kind::references, .targets = "*"}),
    field<ImprovementAction, &ImprovementAction::responsible>({.name = "responsible", .label = "Verantwortlich", .kind = Kind::reference, .required = Level::reactive, .targets = "role,person"}),
    field<ImprovementAction, &ImprovementAction::priority>({.name = "priority", .label = "Dringlichkeit", .kind = Kind::choice, .choices = improvement_action_priority}),
    field<ImprovementAction, &ImprovementAction::due>({.name = "due", .label = "Fällig am", .kind = Kind::date, .required = Level::reactive}),
    field<ImprovementAction, &ImprovementAction::state>({.name = "state", .label = "Stand", .kind = Kind::choice, .required = Level::reactive, .choices = improvement_action_state}),
};
constexpr auto improvement_action_fields = record_fields<ImprovementAction>(improvement_action_own_fields);

constexpr Choice risk_item_treatment[] = {{"accept", "getragen"}, {"reduce", "verringern"}, {"avoid", "vermeiden"}, {"transfer", "übertragen"}};
constexpr Field risk_item_own_fields[] = {
    field<RiskItem, &RiskItem::rule>({.name = "rule", .label = "Regel", .help = "Nummer der Prüfregel, zum Beispiel BK-BEN-001."}),
    field<RiskItem, &RiskItem::target>({.name = "target", .label = "Betrifft", .kind = Kind::references, .required = Level::reactive, .targets = "*"}),
    field<RiskItem, &RiskItem::threat>({.name = "threat", .label = "Gefährdung"}),
    field<RiskItem, &RiskItem::frequency>({.name = "frequency", .label = "Häufigkeit"}),
    field<RiskItem, &RiskItem::damage>({.name = "damage", .label = "Schaden"}),
    field<RiskItem, &RiskItem::treatment>({.name = "treatment", .label = "Behandlung", .kind = Kind::choice, .required = Level::reactive, .choices = risk_item_treatment}),
    field<RiskItem, &RiskItem::reason>({.name = "reason", .label = "Begründung", .required = Level::reactive}),
    field<RiskItem, &RiskItem::accepted_by>({.name = "accepted_by", .label = "Getragen von", .required = Level::reactive}),
    field<RiskItem, &RiskItem::accepted_on>({.name = "accepted_on", .label = "Getragen seit", .kind = Kind::date, .required = Level::reactive}),
    field<RiskItem, &RiskItem::valid_to>({.name = "valid_to", .label = "Gilt bis", .kind = Kind::date}),
};
constexpr auto risk_item_fields = record_fields<RiskItem>(risk_item_own_fields);

constexpr Field incident_own_fields[] = {
    field<Incident, &Incident::started>({.name = "started", .label = "Beginn"}),
    field<Incident, &Incident::entries>({.name = "entries", .label = "Tagebuch", .kind = Kind::rows, .audience = Audience::full, .row_type = &log_entry_type}),
    field<Incident, &Incident::police_report>({.name = "police_report", .label = "Bei der Polizei angezeigt", .kind = Kind::flag}),
    field<Incident, &Incident::reports>({.name = "reports", .label = "Gemeldet an", .kind = Kind::references, .targets = "reporting_duty"}),
    field<Incident, &Incident::affected>({.name = "affected", .label = "Betroffen", .kind = Kind::references, .targets = "service,application"}),
};
constexpr auto incident_fields = record_fields<Incident>(incident_own_fields);

constexpr Field legal_note_own_fields[] = {
    field<LegalNote, &LegalNote::norm>({.name = "norm", .label = "Norm", .required = Level::reactive, .audience = Audience::open}),
    field<LegalNote, &LegalNote::text>({.name = "text", .label = "Inhalt", .audience = Audience::open}),
    field<LegalNote, &LegalNote::verified_on>({.name = "verified_on", .label = "Rechtsstand geprüft am", .kind = Kind::date, .required = Level::reactive, .audience = Audience::open}),
};
constexpr auto legal_note_fields = record_fields<LegalNote>(legal_note_own_fields);

constexpr Field glossary_entry_own_fields[] = {
    field<GlossaryEntry, &GlossaryEntry::meaning>({.name = "meaning", .label = "Bedeutung", .required = Level::reactive, .audience = Audience::open}),
    field<GlossaryEntry, &GlossaryEntry::abbreviation>({.name = "abbreviation", .label = "Abkürzung", .audience = Audience::open}),
};
constexpr auto glossary_entry_fields = record_fields<GlossaryEntry>(glossary_entry_own_fields);

constexpr Field benchmark_own_fields[] = {
    field<Benchmark, &Benchmark::survey_year>({.name = "survey_year", .label = "Jahr der Umfrage", .kind = Kind::number, .required = Level::reactive, .audience = Audience::open}),
    field<Benchmark, &Benchmark::key>({.name = "key", .label = "Schlüssel", .required = Level::reactive, .audience = Audience::open}),
    field<Benchmark, &Benchmark::value>({.name = "value", .label = "Wert", .required = Level::reactive, .audience = Audience::open}),
    field<Benchmark, &Benchmark::base_text>({.name = "base_text", .label = "Bezugsgröße", .required = Level::reactive, .audience = Audience::open}),
    field<Benchmark, &Benchmark::n_stated>({.name = "n_stated", .label = "n laut Studie", .kind = Kind::number, .audience = Audience::open, .unit = "Antworten", .unit_of_one = "Antwort"}),
    field<Benchmark, &Benchmark::n_inferred>({.name = "n_inferred", .label = "n erschlossen", .kind = Kind::number, .audience = Audience::open, .unit = "Antworten", .unit_of_one = "Antwort"}),
    field<Benchmark, &Benchmark::caveat>({.name = "caveat", .label = "Einschränkung", .required = Level::reactive, .audience = Audience::open}),
};
constexpr auto benchmark_fields = record_fields<Benchmark>(benchmark_own_fields);

constexpr Choice press_text_kind[] = {{"holding", "Haltestatement"}, {"release", "Pressemitteilung"}, {"notice", "Aushang"}, {"answering", "Telefonansage"}, {"faq", "Frage und Antwort"}, {"phrase", "Sprachregel"}};
constexpr Field press_text_own_fields[] = {
    field<PressText, &PressText::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .audience = Audience::open, .choices = press_text_kind}),
    field<PressText, &PressText::text>({.name = "text", .label = "Text", .kind = Kind::long_text, .required = Level::reactive, .audience = Audience::open}),
};
constexpr auto press_text_fields = record_fields<PressText>(press_text_own_fields);

constexpr Choice check_setting_severity[] = {{"error", "Fehler"}, {"warning", "Warnung"}, {"info", "Hinweis"}};
constexpr Field check_setting_own_fields[] = {
    field<CheckSetting, &CheckSetting::rule>({.name = "rule", .label = "Regel", .required = Level::reactive}),
    field<CheckSetting, &CheckSetting::off>({.name = "off", .label = "Abgeschaltet", .kind = Kind::flag}),
    field<CheckSetting, &CheckSetting::severity>({.name = "severity", .label = "Gewicht", .kind = Kind::choice, .choices = check_setting_severity}),
    field<CheckSetting, &CheckSetting::limit>({.name = "limit", .label = "Grenze", .kind = Kind::number, .help = "Statt der üblichen Grenze der Regel; „bcmkit warum REGEL“ nennt sie mit Einheit."}),
    field<CheckSetting, &CheckSetting::reason>({.name = "reason", .label = "Begründung", .required = Level::reactive}),
    field<CheckSetting, &CheckSetting::until>({.name = "until", .label = "Bis", .kind = Kind::date}),
};
constexpr auto check_setting_fields = record_fields<CheckSetting>(check_setting_own_fields);

constexpr Choice scenario_kind[] = {{"ransomware", "Verschlüsselung"}, {"it_total", "IT gesamt"}, {"it_part", "IT teilweise"}, {"staff", "Personal"}, {"building", "Gebäude"}, {"provider", "Dienstleister"}, {"power", "Strom"}, {"telecom", "Leitung"}};
constexpr Field scenario_own_fields[] = {
    field<Scenario, &Scenario::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = scenario_kind}),
    field<Scenario, &Scenario::symptom>({.name = "symptom", .label = "Was sehen Sie?", .audience = Audience::open}),
    field<Scenario, &Scenario::sheet>({.name = "sheet", .label = "Gehen Sie zu Blatt", .audience = Audience::open}),
    field<Scenario, &Scenario::hits>({.name = "hits", .label = "Trifft", .kind = Kind::references, .targets = "*"}),
    field<Scenario, &Scenario::duration>({.name = "duration", .label = "Dauer", .kind = Kind::duration}),
};
constexpr auto scenario_fields = record_fields<Scenario>(scenario_own_fields);

// clang-format on

} // namespace

constinit const RecordType document_type = described({.code = "document",
                                                      .plural_code = "documents",
                                                      .label = "Dokument",
                                                      .plural_label = "Dokumente",
                                                      .prefix = "DOK",
                                                      .file = "dokumente",
                                                      .help = "Pläne und alles, worauf sie verweisen.",
                                                      .fields = document_fields},
                                                     list_access<&Plan::documents>());
constinit const RecordType measure_type = described({.code = "measure",
                                                     .plural_code = "measures",
                                                     .label = "Maßnahme",
                                                     .plural_label = "Maßnahmen",
                                                     .prefix = "MAS",
                                                     .file = "massnahmen",
                                                     .help = "",
                                                     .fields = measure_fields},
                                                    list_access<&Plan::measures>());
constinit const RecordType kit_type = described({.code = "kit",
                                                 .plural_code = "kits",
                                                 .label = "Notfallkoffer",
                                                 .plural_label = "Notfallkoffer",
                                                 .prefix = "KIT",
                                                 .file = "koffer",
                                                 .help = "",
                                                 .fields = kit_fields},
                                                list_access<&Plan::kits>());
constinit const RecordType printed_copy_type = described({.code = "printed_copy",
                                                          .plural_code = "printed_copies",
                                                          .label = "Exemplar",
                                                          .plural_label = "Exemplare",
                                                          .prefix = "EXP",
                                                          .file = "exemplare",
                                                          .help = "",
                                                          .fields = printed_copy_fields},
                                                         list_access<&Plan::printed_copies>());
constinit const RecordType exercise_type = described({.code = "exercise",
                                                      .plural_code = "exercises",
                                                      .label = "Übung",
                                                      .plural_label = "Übungen",
                                                      .prefix = "UEB",
                                                      .file = "uebungen",
                                                      .help = "",
                                                      .fields = exercise_fields},
                                                     list_access<&Plan::exercises>());
constinit const RecordType improvement_action_type = described({.code = "improvement",
                                                                .plural_code = "improvements",
                                                                .label = "BCM-Maßnahme",
                                                                .plural_label = "BCM-Maßnahmen",
                                                                .prefix = "BCM",
                                                                .file = "verbesserungen",
                                                                .help = "",
                                                                .fields = improvement_action_fields},
                                                               list_access<&Plan::improvements>());
constinit const RecordType risk_item_type = described({.code = "risk",
                                                       .plural_code = "risks",
                                                       .label = "Risiko",
                                                       .plural_label = "Risiken",
                                                       .prefix = "RIS",
                                                       .file = "risiken",
                                                       .help = "Auch bewusst getragene Befunde von „bcmkit check“.",
                                                       .fields = risk_item_fields},
                                                      list_access<&Plan::risks>());
constinit const RecordType incident_type = described({.code = "incident",
                                                      .plural_code = "incidents",
                                                      .label = "Ereignis",
                                                      .plural_label = "Ereignisse",
                                                      .prefix = "ERE",
                                                      .file = "ereignisse",
                                                      .help = "",
                                                      .fields = incident_fields},
                                                     list_access<&Plan::incidents>());
constinit const RecordType legal_note_type = described({.code = "legal_note",
                                                        .plural_code = "legal_notes",
                                                        .label = "Rechtsstand",
                                                        .plural_label = "Rechtsstände",
                                                        .prefix = "REC",
                                                        .file = "rechtsstand",
                                                        .help = "",
                                                        .fields = legal_note_fields},
                                                       list_access<&Plan::legal_notes>());
constinit const RecordType glossary_entry_type = described({.code = "glossary_entry",
                                                            .plural_code = "glossary_entries",
                                                            .label = "Begriff",
                                                            .plural_label = "Begriffe",
                                                            .prefix = "BEG",
                                                            .file = "begriffe",
                                                            .help = "",
                                                            .fields = glossary_entry_fields},
                                                           list_access<&Plan::glossary_entries>());
constinit const RecordType benchmark_type = described({.code = "benchmark",
                                                       .plural_code = "benchmarks",
                                                       .label = "Vergleichswert",
                                                       .plural_label = "Vergleichswerte",
                                                       .prefix = "VGL",
                                                       .file = "vergleich",
                                                       .help = "",
                                                       .fields = benchmark_fields},
                                                      list_access<&Plan::benchmarks>());
constinit const RecordType press_text_type = described({.code = "press_text",
                                                        .plural_code = "press_texts",
                                                        .label = "Pressetext",
                                                        .plural_label = "Pressetexte",
                                                        .prefix = "PRE",
                                                        .file = "pressetexte",
                                                        .help = "",
                                                        .fields = press_text_fields},
                                                       list_access<&Plan::press_texts>());
constinit const RecordType check_setting_type =
    described({.code = "check_setting",
               .plural_code = "check_settings",
               .label = "Prüfeinstellung",
               .plural_label = "Prüfeinstellungen",
               .prefix = "PRF",
               .file = "pruefeinstellungen",
               .help = "Regeln, die abgeschaltet sind, anders gewichtet werden oder mit einer anderen Grenze prüfen. Wirkt nur "
                       "mit Begründung, und nur bis zum Datum.",
               .fields = check_setting_fields},
              list_access<&Plan::check_settings>());
constinit const RecordType scenario_type = described({.code = "scenario",
                                                      .plural_code = "scenarios",
                                                      .label = "Ausfallszenario",
                                                      .plural_label = "Ausfallszenarien",
                                                      .prefix = "SZE",
                                                      .file = "szenarien",
                                                      .help = "",
                                                      .fields = scenario_fields},
                                                     list_access<&Plan::scenarios>());

} // namespace bcmkit::model
