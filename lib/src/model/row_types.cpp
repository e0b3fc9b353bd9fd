// SPDX-License-Identifier: EUPL-1.2
#include "row_types.hpp"
#include "codec.hpp"

namespace bcmkit::model {

namespace {

// One row a field.
// clang-format off

constexpr Choice need_phase[] = {{"RESTORE", "zum Wiederherstellen"}, {"START", "zum Starten"}, {"OPERATE", "im Betrieb"}};
constexpr Choice need_for_level[] = {{"emergency", "Notbetrieb"}, {"normal", "Normalbetrieb"}};
constexpr Choice need_needed_level[] = {{"emergency", "Notbetrieb"}, {"normal", "Normalbetrieb"}};
constexpr Choice need_evidence[] = {{"declared", "angegeben"}, {"tested", "geprüft"}};
constexpr Field need_fields[] = {
    field<Need, &Need::node>({.name = "node", .label = "Gebraucht wird", .kind = Kind::reference, .required = Level::reactive, .targets = "*", .help = "Der Datensatz, der gebraucht wird, zum Beispiel INF-003."}),
    field<Need, &Need::phase>({.name = "phase", .label = "Wofür", .kind = Kind::choice, .choices = need_phase, .help = "Ohne Angabe: im Betrieb."}),
    field<Need, &Need::group>({.name = "group", .label = "Gruppe", .help = "Gleiches Wort bei mehreren Zeilen: Es genügen so viele davon, wie unter „Davon nötig“ steht."}),
    field<Need, &Need::needed>({.name = "needed", .label = "Davon nötig", .kind = Kind::number, .unit = "Stück", .help = "Wie viele der Gruppe gebraucht werden. Ohne Angabe: eine."}),
    field<Need, &Need::recipe>({.name = "recipe", .label = "Nur für Weg", .help = "Name des Wiederherstellungswegs, für den das gilt. Ohne Angabe: für alle."}),
    field<Need, &Need::for_level>({.name = "for_level", .label = "Für Stufe", .kind = Kind::choice, .choices = need_for_level, .help = "Ohne Angabe: für beide."}),
    field<Need, &Need::needed_level>({.name = "needed_level", .label = "Nötige Stufe dort", .kind = Kind::choice, .choices = need_needed_level, .help = "Ohne Angabe: Notbetrieb genügt."}),
    field<Need, &Need::buffer>({.name = "buffer", .label = "Puffer", .kind = Kind::duration, .help = "So lange geht es ohne, zum Beispiel USV oder Papiervorrat."}),
    field<Need, &Need::switch_time>({.name = "switch_time", .label = "Umschaltzeit", .kind = Kind::duration, .help = "Bis die Alternative nutzbar ist."}),
    field<Need, &Need::endurance>({.name = "endurance", .label = "Höchstdauer", .kind = Kind::duration, .help = "So lange lässt sich die Alternative höchstens nutzen."}),
    field<Need, &Need::capacity>({.name = "capacity", .label = "Anteil", .kind = Kind::number, .unit = "Prozent", .help = "Welchen Teil der Menge die Alternative schafft."}),
    field<Need, &Need::evidence>({.name = "evidence", .label = "Nachweis", .kind = Kind::choice, .choices = need_evidence, .help = "Ob die Alternative je ausprobiert wurde."}),
    field<Need, &Need::tested_on>({.name = "tested_on", .label = "Geprüft am", .kind = Kind::date, .help = "Tag der letzten Probe."}),
    field<Need, &Need::essential>({.name = "essential", .label = "Unverzichtbar", .kind = Kind::flag, .help = "Ohne das geht auch der Notbetrieb nicht (BSI 200-4 §7.2.2)."}),
    field<Need, &Need::required_within>({.name = "required_within", .label = "Gefordert binnen", .kind = Kind::duration, .help = "Bis dahin muss das Gebrauchte wieder da sein."}),
    field<Need, &Need::exception_reason>({.name = "exception_reason", .label = "Begründung der Ausnahme", .help = "Warum das Gebrauchte später kommen darf."}),
    field<Need, &Need::note>({.name = "note", .label = "Bemerkung"}),
};

constexpr Choice recipe_level[] = {{"emergency", "Notbetrieb"}, {"normal", "Normalbetrieb"}};
constexpr Choice recipe_evidence[] = {{"declared", "angegeben"}, {"tested", "geprüft"}};
constexpr Field recipe_fields[] = {
    field<Recipe, &Recipe::name>({.name = "name", .label = "Name", .required = Level::reactive, .help = "Zum Beispiel „aus der Sicherung“."}),
    field<Recipe, &Recipe::level>({.name = "level", .label = "Erreichte Stufe", .kind = Kind::choice, .choices = recipe_level, .help = "Ohne Angabe: Normalbetrieb."}),
    field<Recipe, &Recipe::duration>({.name = "duration", .label = "Dauer", .kind = Kind::duration, .required = Level::reactive, .help = "Reine Arbeitszeit ohne Warten auf anderes."}),
    field<Recipe, &Recipe::calendar>({.name = "calendar", .label = "Kalender", .kind = Kind::reference, .targets = "calendar", .help = "Wann daran gearbeitet wird. Ohne Angabe: rund um die Uhr."}),
    field<Recipe, &Recipe::team>({.name = "team", .label = "Team", .kind = Kind::reference, .targets = "team", .help = "Wer daran arbeitet."}),
    field<Recipe, &Recipe::skills>({.name = "skills", .label = "Kenntnisse", .kind = Kind::references, .targets = "skill"}),
    field<Recipe, &Recipe::separate>({.name = "separate", .label = "Ohne Gesamtwiederherstellung", .kind = Kind::flag, .help = "Der Weg kommt ohne Rücksicherung des ganzen Systems aus."}),
    field<Recipe, &Recipe::evidence>({.name = "evidence", .label = "Nachweis", .kind = Kind::choice, .choices = recipe_evidence}),
    field<Recipe, &Recipe::tested_on>({.name = "tested_on", .label = "Geprüft am", .kind = Kind::date}),
};

constexpr Choice damage_scenario[] = {{"worst", "höchster Schaden"}, {"health", "persönliche Unversehrtheit"}, {"task", "Aufgabenerfüllung"}, {"law", "Gesetze und Verträge"}, {"image", "Innen- und Außenwirkung"}, {"money", "Finanzen"}};
constexpr Field damage_fields[] = {
    field<Damage, &Damage::horizon>({.name = "horizon", .label = "Ausfall bis", .kind = Kind::duration, .required = Level::reactive, .help = "Zum Beispiel 3 Tage."}),
    field<Damage, &Damage::scenario>({.name = "scenario", .label = "Schadensszenario", .kind = Kind::choice, .choices = damage_scenario}),
    field<Damage, &Damage::category>({.name = "category", .label = "Kategorie", .kind = Kind::number, .required = Level::reactive, .help = "1 gering bis 4 sehr hoch."}),
};

constexpr Choice season_priority[] = {{"A", "A"}, {"B", "B"}, {"C", "C"}, {"D", "D"}};
constexpr Field season_fields[] = {
    field<Season, &Season::from>({.name = "from", .label = "Von", .required = Level::reactive, .help = "Tag und Monat: 01.11."}),
    field<Season, &Season::to>({.name = "to", .label = "Bis", .required = Level::reactive, .help = "Tag und Monat: 31.03."}),
    field<Season, &Season::priority>({.name = "priority", .label = "Priorität", .kind = Kind::choice, .required = Level::reactive, .choices = season_priority}),
    field<Season, &Season::mtpd>({.name = "mtpd", .label = "Spätestens wieder nach (MTPD)", .kind = Kind::duration}),
    field<Season, &Season::reason>({.name = "reason", .label = "Grund"}),
};

constexpr Field quantity_fields[] = {
    field<Quantity, &Quantity::period>({.name = "period", .label = "Zeitraum", .required = Level::reactive, .help = "Tag 1–3, Woche 1, Woche 2–4."}),
    field<Quantity, &Quantity::staff>({.name = "staff", .label = "Personen", .help = "Zum Beispiel „2 Sachbearbeitung, 1 Kasse“."}),
    field<Quantity, &Quantity::persons>({.name = "persons", .label = "Anzahl", .kind = Kind::number, .unit = "Personen", .unit_of_one = "Person"}),
    field<Quantity, &Quantity::cases>({.name = "cases", .label = "Fälle", .help = "Zum Beispiel „3 je Tag“."}),
};

constexpr Choice step_phase[] = {{"start", "Notbetrieb starten"}, {"operate", "im Notbetrieb"}, {"return", "zurück"}, {"recovery", "Wiederanlauf"}, {"test", "Funktionstest"}, {"prepare", "Voraussetzung"}};
constexpr Field step_fields[] = {
    field<Step, &Step::phase>({.name = "phase", .label = "Abschnitt", .kind = Kind::choice, .for_unit = true, .choices = step_phase, .help = "Ohne Angabe: Notbetrieb starten."}),
    field<Step, &Step::action>({.name = "action", .label = "Schritt", .required = Level::reactive, .for_unit = true, .help = "Gegenstand und Verb fett, höchstens 25 Wörter: **Papierliste holen:** Tresor, Raum 112."}),
    field<Step, &Step::wanted>({.name = "wanted", .label = "Soll", .for_unit = true, .help = "Was man danach sieht oder notiert."}),
    field<Step, &Step::critical>({.name = "critical", .label = "Kritisch", .kind = Kind::flag, .for_unit = true, .help = "Bekommt einen Balken am Rand."}),
    field<Step, &Step::role>({.name = "role", .label = "Wer", .kind = Kind::reference, .for_unit = true, .targets = "role"}),
    field<Step, &Step::duration>({.name = "duration", .label = "Dauer", .kind = Kind::duration, .for_unit = true}),
    field<Step, &Step::depends_on>({.name = "depends_on", .label = "Nach Schritt", .kind = Kind::number, .for_unit = true}),
};

constexpr Choice holder_prepared_by[] = {{"exercise", "Übung"}, {"training", "Schulung"}, {"none", "keine"}};
constexpr Choice holder_on_site[] = {{"on_site", "vor Ort"}, {"reachable", "erreichbar"}, {"standby", "Bereitschaft"}};
constexpr Field holder_fields[] = {
    field<Holder, &Holder::person>({.name = "person", .label = "Person", .kind = Kind::reference, .required = Level::reactive, .targets = "person"}),
    field<Holder, &Holder::rank>({.name = "rank", .label = "Rang", .kind = Kind::number, .required = Level::reactive, .help = "1 = Hauptbesetzung, 2 = erste Vertretung."}),
    field<Holder, &Holder::from>({.name = "from", .label = "Ab", .kind = Kind::date}),
    field<Holder, &Holder::to>({.name = "to", .label = "Bis", .kind = Kind::date}),
    field<Holder, &Holder::trained_on>({.name = "trained_on", .label = "Geschult am", .kind = Kind::date}),
    field<Holder, &Holder::exercised_on>({.name = "exercised_on", .label = "Geübt am", .kind = Kind::date}),
    field<Holder, &Holder::prepared_by>({.name = "prepared_by", .label = "Vorbereitung", .kind = Kind::choice, .choices = holder_prepared_by}),
    field<Holder, &Holder::on_site>({.name = "on_site", .label = "Art", .kind = Kind::choice, .choices = holder_on_site}),
};

constexpr Field alarm_stage_fields[] = {
    field<AlarmStage, &AlarmStage::name>({.name = "name", .label = "Stufe", .required = Level::reactive}),
    field<AlarmStage, &AlarmStage::office>({.name = "office", .label = "Meldestelle", .required = Level::reactive}),
    field<AlarmStage, &AlarmStage::hours_in>({.name = "hours_in", .label = "Erreichbar in der Dienstzeit", .required = Level::reactive}),
    field<AlarmStage, &AlarmStage::hours_out>({.name = "hours_out", .label = "Erreichbar sonst", .required = Level::reactive, .help = "Nummer oder „nicht erreichbar“."}),
    field<AlarmStage, &AlarmStage::number>({.name = "number", .label = "Nummer", .kind = Kind::phone, .required = Level::reactive}),
    field<AlarmStage, &AlarmStage::fallback_number>({.name = "fallback_number", .label = "Ersatznummer", .kind = Kind::phone, .required = Level::reactive, .help = "Mobil, nicht über die eigene Telefonanlage."}),
    field<AlarmStage, &AlarmStage::criteria>({.name = "criteria", .label = "Kriterien zur Ersteinschätzung", .kind = Kind::texts, .required = Level::building, .help = "Fragen mit Ja oder Nein."}),
    field<AlarmStage, &AlarmStage::decider>({.name = "decider", .label = "Entscheidet", .kind = Kind::reference, .required = Level::reactive, .targets = "role"}),
    field<AlarmStage, &AlarmStage::alarms>({.name = "alarms", .label = "Alarmiert", .kind = Kind::references, .required = Level::reactive, .targets = "role"}),
    field<AlarmStage, &AlarmStage::channel>({.name = "channel", .label = "Kanal", .kind = Kind::reference, .required = Level::reactive, .targets = "channel"}),
    field<AlarmStage, &AlarmStage::fallback_channel>({.name = "fallback_channel", .label = "Ersatzkanal", .kind = Kind::reference, .required = Level::building, .targets = "channel"}),
    field<AlarmStage, &AlarmStage::max_wait>({.name = "max_wait", .label = "Höchstens warten", .kind = Kind::duration, .help = "Danach die nächste Person."}),
    field<AlarmStage, &AlarmStage::limitation>({.name = "limitation", .label = "Einschränkung", .help = "Wann die Stelle nicht erreichbar ist."}),
    field<AlarmStage, &AlarmStage::risk_accepted_by>({.name = "risk_accepted_by", .label = "Einschränkung getragen von", .kind = Kind::reference, .targets = "role"}),
    field<AlarmStage, &AlarmStage::next>({.name = "next", .label = "Danach"}),
};

constexpr Field escalation_level_fields[] = {
    field<EscalationLevel, &EscalationLevel::number>({.name = "number", .label = "Stufe", .kind = Kind::number, .required = Level::reactive, .help = "1 Störung bis 4 Katastrophe."}),
    field<EscalationLevel, &EscalationLevel::name>({.name = "name", .label = "Bezeichnung", .required = Level::reactive}),
    field<EscalationLevel, &EscalationLevel::criteria>({.name = "criteria", .label = "Woran erkenne ich das?", .kind = Kind::texts, .required = Level::reactive}),
    field<EscalationLevel, &EscalationLevel::declared_by>({.name = "declared_by", .label = "Wer stellt fest?"}),
    field<EscalationLevel, &EscalationLevel::led_by>({.name = "led_by", .label = "Wer führt?"}),
    field<EscalationLevel, &EscalationLevel::inform>({.name = "inform", .label = "Wen informieren, bis wann?"}),
    field<EscalationLevel, &EscalationLevel::allowed>({.name = "allowed", .label = "Ohne Rückfrage erlaubt"}),
    field<EscalationLevel, &EscalationLevel::rhythm>({.name = "rhythm", .label = "Takt der Lage"}),
    field<EscalationLevel, &EscalationLevel::step_down>({.name = "step_down", .label = "Zurückstufen, wenn"}),
};

constexpr Choice kit_item_check[] = {{"monthly", "monatlich"}, {"quarterly", "vierteljährlich"}, {"yearly", "jährlich"}};
constexpr Field kit_item_fields[] = {
    field<KitItem, &KitItem::group>({.name = "group", .label = "Gruppe", .for_unit = true, .help = "Führen, Verbinden, Ersatz-IT, Amtlich, Zugang, Versorgen."}),
    field<KitItem, &KitItem::name>({.name = "name", .label = "Teil", .required = Level::reactive, .for_unit = true}),
    field<KitItem, &KitItem::quantity>({.name = "quantity", .label = "Soll", .kind = Kind::number, .required = Level::reactive, .for_unit = true, .unit = "Stück"}),
    field<KitItem, &KitItem::minimum>({.name = "minimum", .label = "Mindestens", .kind = Kind::number, .for_unit = true, .unit = "Stück"}),
    field<KitItem, &KitItem::stock>({.name = "stock", .label = "Ist", .kind = Kind::number, .for_unit = true, .unit = "Stück"}),
    field<KitItem, &KitItem::check>({.name = "check", .label = "Prüfung", .kind = Kind::choice, .for_unit = true, .choices = kit_item_check}),
    field<KitItem, &KitItem::expiry>({.name = "expiry", .label = "Ablauf", .kind = Kind::date, .for_unit = true}),
    field<KitItem, &KitItem::serial>({.name = "serial", .label = "Seriennummer", .for_unit = true}),
    field<KitItem, &KitItem::phone>({.name = "phone", .label = "Rufnummer", .kind = Kind::phone, .for_unit = true, .help = "Bei Telefonen im Koffer."}),
    field<KitItem, &KitItem::sensitive>({.name = "sensitive", .label = "Vertraulich", .kind = Kind::flag, .for_unit = true}),
    field<KitItem, &KitItem::sealed>({.name = "sealed", .label = "Versiegelt", .kind = Kind::flag, .for_unit = true}),
    field<KitItem, &KitItem::place>({.name = "place", .label = "Fach", .for_unit = true}),
};

constexpr Field obligation_fields[] = {
    field<Obligation, &Obligation::text>({.name = "text", .label = "Pflicht", .required = Level::reactive}),
    field<Obligation, &Obligation::evidence_date>({.name = "evidence_date", .label = "Nachweis vom", .kind = Kind::date}),
};

constexpr Choice offline_copy_medium[] = {{"paper", "Papier"}, {"stick", "USB-Stick"}, {"laptop", "getrennter Laptop"}, {"network", "Netzlaufwerk"}, {"dms", "Dokumentensystem"}};
constexpr Field offline_copy_fields[] = {
    field<OfflineCopy, &OfflineCopy::location>({.name = "location", .label = "Ort", .kind = Kind::reference, .required = Level::reactive, .targets = "location"}),
    field<OfflineCopy, &OfflineCopy::place>({.name = "place", .label = "Genauer Platz", .help = "Zum Beispiel „Tresor Raum 112, Umschlag 2“."}),
    field<OfflineCopy, &OfflineCopy::medium>({.name = "medium", .label = "Form", .kind = Kind::choice, .required = Level::reactive, .choices = offline_copy_medium}),
    field<OfflineCopy, &OfflineCopy::date>({.name = "date", .label = "Stand", .kind = Kind::date}),
    field<OfflineCopy, &OfflineCopy::encrypted>({.name = "encrypted", .label = "Verschlüsselt", .kind = Kind::flag}),
    field<OfflineCopy, &OfflineCopy::key_place>({.name = "key_place", .label = "Ort des Kennworts", .help = "Nie das Kennwort selbst."}),
};

constexpr Choice restore_point_medium[] = {{"online", "online im eigenen Netz"}, {"offline", "getrennt"}, {"immutable", "unveränderbar"}, {"paper", "Papier"}};
constexpr Field restore_point_fields[] = {
    field<RestorePoint, &RestorePoint::name>({.name = "name", .label = "Name", .required = Level::reactive, .help = "Zum Beispiel „Tagessicherung“."}),
    field<RestorePoint, &RestorePoint::interval>({.name = "interval", .label = "Abstand", .kind = Kind::duration, .required = Level::reactive}),
    field<RestorePoint, &RestorePoint::medium>({.name = "medium", .label = "Medium", .kind = Kind::choice, .required = Level::reactive, .choices = restore_point_medium}),
    field<RestorePoint, &RestorePoint::place>({.name = "place", .label = "Ort", .kind = Kind::reference, .targets = "location"}),
    field<RestorePoint, &RestorePoint::same_domain>({.name = "same_domain", .label = "In derselben Anmeldedomäne", .kind = Kind::flag}),
    field<RestorePoint, &RestorePoint::needs>({.name = "needs", .label = "Zum Einspielen nötig", .kind = Kind::references, .targets = "*", .help = "Schlüssel, Lizenz, Katalog, Sicherungsserver."}),
    field<RestorePoint, &RestorePoint::key_place>({.name = "key_place", .label = "Ort des Schlüssels"}),
    field<RestorePoint, &RestorePoint::verified_on>({.name = "verified_on", .label = "Geprüft am", .kind = Kind::date}),
    field<RestorePoint, &RestorePoint::suspect_after>({.name = "suspect_after", .label = "Verdächtig, wenn jünger als", .kind = Kind::duration}),
};

constexpr Field paper_snapshot_fields[] = {
    field<PaperSnapshot, &PaperSnapshot::content>({.name = "content", .label = "Inhalt", .required = Level::reactive}),
    field<PaperSnapshot, &PaperSnapshot::rhythm>({.name = "rhythm", .label = "Rhythmus", .kind = Kind::duration, .required = Level::reactive}),
    field<PaperSnapshot, &PaperSnapshot::place>({.name = "place", .label = "Ort", .required = Level::reactive}),
    field<PaperSnapshot, &PaperSnapshot::printed_on>({.name = "printed_on", .label = "Gedruckt am", .kind = Kind::date, .required = Level::reactive}),
    field<PaperSnapshot, &PaperSnapshot::sealed>({.name = "sealed", .label = "Versiegelt", .kind = Kind::flag}),
    field<PaperSnapshot, &PaperSnapshot::confidential>({.name = "confidential", .label = "Vertraulich", .kind = Kind::flag}),
};

constexpr Field certificate_fields[] = {
    field<Certificate, &Certificate::name>({.name = "name", .label = "Name", .required = Level::reactive}),
    field<Certificate, &Certificate::kind>({.name = "kind", .label = "Art", .help = "OSCI, DVDV, Signaturkarte."}),
    field<Certificate, &Certificate::valid_to>({.name = "valid_to", .label = "Gültig bis", .kind = Kind::date, .required = Level::reactive}),
    field<Certificate, &Certificate::holders>({.name = "holders", .label = "Karte bei", .kind = Kind::references, .targets = "person"}),
};

constexpr Field test_case_fields[] = {
    field<TestCase, &TestCase::action>({.name = "action", .label = "Was", .required = Level::reactive, .for_unit = true}),
    field<TestCase, &TestCase::expected>({.name = "expected", .label = "Erwartet", .required = Level::reactive, .for_unit = true}),
};

constexpr Field threshold_fields[] = {
    field<Threshold, &Threshold::level>({.name = "level", .label = "Kategorie", .kind = Kind::number, .required = Level::reactive}),
    field<Threshold, &Threshold::name>({.name = "name", .label = "Bezeichnung", .required = Level::reactive}),
    field<Threshold, &Threshold::text>({.name = "text", .label = "Beschreibung"}),
};

constexpr Field calendar_hours_fields[] = {
    field<CalendarHours, &CalendarHours::weekdays>({.name = "weekdays", .label = "Wochentage", .required = Level::reactive, .help = "Mo–Fr."}),
    field<CalendarHours, &CalendarHours::from>({.name = "from", .label = "Von", .required = Level::reactive, .help = "08:00"}),
    field<CalendarHours, &CalendarHours::to>({.name = "to", .label = "Bis", .required = Level::reactive, .help = "16:00"}),
};

constexpr Choice shift_entry_kind[] = {{"on_site", "vor Ort"}, {"reachable", "erreichbar"}, {"standby", "Bereitschaft"}};
constexpr Field shift_entry_fields[] = {
    field<ShiftEntry, &ShiftEntry::person>({.name = "person", .label = "Person", .kind = Kind::reference, .required = Level::reactive, .targets = "person"}),
    field<ShiftEntry, &ShiftEntry::role>({.name = "role", .label = "Rolle", .kind = Kind::reference, .targets = "role"}),
    field<ShiftEntry, &ShiftEntry::from>({.name = "from", .label = "Von", .required = Level::reactive, .help = "2026-12-01 08:00"}),
    field<ShiftEntry, &ShiftEntry::to>({.name = "to", .label = "Bis", .required = Level::reactive}),
    field<ShiftEntry, &ShiftEntry::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .choices = shift_entry_kind}),
};

constexpr Field form_field_fields[] = {
    field<FormField, &FormField::label>({.name = "label", .label = "Feld", .required = Level::reactive, .for_unit = true}),
    field<FormField, &FormField::width>({.name = "width", .label = "Breite", .kind = Kind::number, .for_unit = true, .unit = "Prozent"}),
    field<FormField, &FormField::lines>({.name = "lines", .label = "Zeilen", .kind = Kind::number, .for_unit = true, .unit = "Zeilen", .unit_of_one = "Zeile"}),
};

constexpr Field inject_fields[] = {
    field<Inject, &Inject::time>({.name = "time", .label = "Spielzeit", .required = Level::reactive}),
    field<Inject, &Inject::channel>({.name = "channel", .label = "Weg"}),
    field<Inject, &Inject::to>({.name = "to", .label = "An"}),
    field<Inject, &Inject::text>({.name = "text", .label = "Text", .required = Level::reactive}),
    field<Inject, &Inject::expected>({.name = "expected", .label = "Erwartete Reaktion"}),
};

constexpr Field log_entry_fields[] = {
    field<LogEntry, &LogEntry::at>({.name = "at", .label = "Uhrzeit", .required = Level::reactive}),
    field<LogEntry, &LogEntry::from>({.name = "from", .label = "Von"}),
    field<LogEntry, &LogEntry::to>({.name = "to", .label = "An"}),
    field<LogEntry, &LogEntry::text>({.name = "text", .label = "Was", .required = Level::reactive}),
    field<LogEntry, &LogEntry::done>({.name = "done", .label = "Veranlasst"}),
};

// clang-format on

} // namespace

constexpr RecordType need_type = {
    .code = "need",
    .plural_code = "needs",
    .label = "Abhängigkeit",
    .plural_label = "Abhängigkeiten",
    .help = "Was gebraucht wird. Zeilen mit gleicher Gruppe sind Alternativen; Zeilen ohne Gruppe werden alle gebraucht.",
    .fields = need_fields};
constexpr RecordType recipe_type = {
    .code = "recipe",
    .plural_code = "recipes",
    .label = "Wiederherstellungsweg",
    .plural_label = "Wiederherstellungswege",
    .help = "Wie etwas wieder in Gang kommt: wiederherstellen, neu aufbauen, Bypass, Papierverfahren.",
    .fields = recipe_fields};
constexpr RecordType damage_type = {.code = "damage",
                                    .plural_code = "damages",
                                    .label = "Schadensbewertung",
                                    .plural_label = "Schadensbewertungen",
                                    .help = "Höchste Schadenskategorie je Zeithorizont (BSI 200-4 §7.2.1).",
                                    .fields = damage_fields};
constexpr RecordType season_type = {.code = "season",
                                    .plural_code = "seasons",
                                    .label = "Zeit im Jahr",
                                    .plural_label = "Zeiten im Jahr",
                                    .help = "Andere Priorität zu bestimmten Zeiten, zum Beispiel vor Wahlen.",
                                    .fields = season_fields};
constexpr RecordType quantity_type = {.code = "quantity",
                                      .plural_code = "quantities",
                                      .label = "Menge und Personal",
                                      .plural_label = "Mengen und Personal",
                                      .help = "",
                                      .fields = quantity_fields};
constexpr RecordType step_type = {
    .code = "step", .plural_code = "steps", .label = "Schritt", .plural_label = "Schritte", .help = "", .fields = step_fields};
constexpr RecordType holder_type = {.code = "holder",
                                    .plural_code = "holders",
                                    .label = "Besetzung",
                                    .plural_label = "Besetzungen",
                                    .help = "",
                                    .fields = holder_fields};
constexpr RecordType alarm_stage_type = {.code = "alarm_stage",
                                         .plural_code = "stages",
                                         .label = "Alarmstufe",
                                         .plural_label = "Alarmstufen",
                                         .help = "",
                                         .fields = alarm_stage_fields};
constexpr RecordType escalation_level_type = {.code = "escalation_level",
                                              .plural_code = "escalation_levels",
                                              .label = "Eskalationsstufe",
                                              .plural_label = "Eskalationsstufen",
                                              .help = "",
                                              .fields = escalation_level_fields};
constexpr RecordType kit_item_type = {.code = "kit_item",
                                      .plural_code = "kit_items",
                                      .label = "Kofferteil",
                                      .plural_label = "Kofferteile",
                                      .help = "",
                                      .fields = kit_item_fields};
constexpr RecordType obligation_type = {.code = "obligation",
                                        .plural_code = "obligations",
                                        .label = "Obliegenheit",
                                        .plural_label = "Obliegenheiten",
                                        .help = "",
                                        .fields = obligation_fields};
constexpr RecordType offline_copy_type = {.code = "offline_copy",
                                          .plural_code = "offline_copies",
                                          .label = "Offline-Kopie",
                                          .plural_label = "Offline-Kopien",
                                          .help = "",
                                          .fields = offline_copy_fields};
constexpr RecordType restore_point_type = {.code = "restore_point",
                                           .plural_code = "restore_points",
                                           .label = "Sicherungsstand",
                                           .plural_label = "Sicherungsstände",
                                           .help = "",
                                           .fields = restore_point_fields};
constexpr RecordType paper_snapshot_type = {.code = "paper_snapshot",
                                            .plural_code = "paper_snapshots",
                                            .label = "Papierauszug",
                                            .plural_label = "Papierauszüge",
                                            .help = "",
                                            .fields = paper_snapshot_fields};
constexpr RecordType certificate_type = {.code = "certificate",
                                         .plural_code = "certificates",
                                         .label = "Zertifikat",
                                         .plural_label = "Zertifikate",
                                         .help = "",
                                         .fields = certificate_fields};
constexpr RecordType test_case_type = {.code = "test_case",
                                       .plural_code = "test_cases",
                                       .label = "Testfall",
                                       .plural_label = "Testfälle",
                                       .help = "",
                                       .fields = test_case_fields};
constexpr RecordType threshold_type = {.code = "threshold",
                                       .plural_code = "thresholds",
                                       .label = "Schadenskategorie",
                                       .plural_label = "Schadenskategorien",
                                       .help = "",
                                       .fields = threshold_fields};
constexpr RecordType calendar_hours_type = {.code = "calendar_hours",
                                            .plural_code = "calendar_hours",
                                            .label = "Arbeitszeit",
                                            .plural_label = "Arbeitszeiten",
                                            .help = "",
                                            .fields = calendar_hours_fields};
constexpr RecordType shift_entry_type = {.code = "shift_entry",
                                         .plural_code = "shift_entries",
                                         .label = "Schicht",
                                         .plural_label = "Schichten",
                                         .help = "",
                                         .fields = shift_entry_fields};
constexpr RecordType form_field_type = {.code = "form_field",
                                        .plural_code = "form_fields",
                                        .label = "Formularfeld",
                                        .plural_label = "Formularfelder",
                                        .help = "",
                                        .fields = form_field_fields};
constexpr RecordType inject_type = {.code = "inject",
                                    .plural_code = "injects",
                                    .label = "Einspieler",
                                    .plural_label = "Einspieler",
                                    .help = "",
                                    .fields = inject_fields};
constexpr RecordType log_entry_type = {.code = "log_entry",
                                       .plural_code = "log_entries",
                                       .label = "Eintrag",
                                       .plural_label = "Einträge",
                                       .help = "",
                                       .fields = log_entry_fields};

} // namespace bcmkit::model
