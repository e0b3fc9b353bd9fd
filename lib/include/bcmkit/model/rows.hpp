// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/answer.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// Small records without an id of their own: the rows of lists inside records.
namespace bcmkit::model {

/// Abhängigkeit: Was gebraucht wird. Zeilen mit gleicher Gruppe sind Alternativen; Zeilen ohne Gruppe werden alle gebraucht.
struct Need {
    Answer<Reference> node;               ///< Gebraucht wird → *
    Answer<std::string> phase;            ///< Wofür: RESTORE, START, OPERATE
    Answer<std::string> group;            ///< Gruppe
    Answer<std::int64_t> needed;          ///< Davon nötig, Stück
    Answer<std::string> recipe;           ///< Nur für Weg
    Answer<std::string> for_level;        ///< Für Stufe: emergency, normal
    Answer<std::string> needed_level;     ///< Nötige Stufe dort: emergency, normal
    Answer<Duration> buffer;              ///< Puffer
    Answer<Duration> switch_time;         ///< Umschaltzeit
    Answer<Duration> endurance;           ///< Höchstdauer
    Answer<std::int64_t> capacity;        ///< Anteil, Prozent
    Answer<std::string> evidence;         ///< Nachweis: declared, tested
    Answer<Date> tested_on;               ///< Geprüft am
    Answer<bool> essential;               ///< Unverzichtbar
    Answer<Duration> required_within;     ///< Gefordert binnen
    Answer<std::string> exception_reason; ///< Begründung der Ausnahme
    Answer<std::string> note;             ///< Bemerkung

    bool operator==(const Need&) const = default;
};

/// Wiederherstellungsweg: Wie etwas wieder in Gang kommt: wiederherstellen, neu aufbauen, Bypass, Papierverfahren.
struct Recipe {
    Answer<std::string> name;     ///< Name
    Answer<std::string> level;    ///< Erreichte Stufe: emergency, normal
    Answer<Duration> duration;    ///< Dauer
    Answer<Reference> calendar;   ///< Kalender → calendar
    Answer<Reference> team;       ///< Team → team
    Answer<References> skills;    ///< Kenntnisse → skill
    Answer<bool> separate;        ///< Ohne Gesamtwiederherstellung
    Answer<std::string> evidence; ///< Nachweis: declared, tested
    Answer<Date> tested_on;       ///< Geprüft am

    bool operator==(const Recipe&) const = default;
};

/// Schadensbewertung: Höchste Schadenskategorie je Zeithorizont (BSI 200-4 §7.2.1).
struct Damage {
    Answer<Duration> horizon;      ///< Ausfall bis
    Answer<std::string> scenario;  ///< Schadensszenario: worst, health, task, law, image, money
    Answer<std::int64_t> category; ///< Kategorie, Stufe

    bool operator==(const Damage&) const = default;
};

/// Zeit im Jahr: Andere Priorität zu bestimmten Zeiten, zum Beispiel vor Wahlen.
struct Season {
    Answer<std::string> from;     ///< Von
    Answer<std::string> to;       ///< Bis
    Answer<std::string> priority; ///< Priorität: A, B, C, D
    Answer<Duration> mtpd;        ///< Spätestens wieder nach (MTPD)
    Answer<std::string> reason;   ///< Grund

    bool operator==(const Season&) const = default;
};

/// Menge und Personal.
struct Quantity {
    Answer<std::string> period;   ///< Zeitraum
    Answer<std::string> staff;    ///< Personen
    Answer<std::int64_t> persons; ///< Anzahl, Personen
    Answer<std::string> cases;    ///< Fälle

    bool operator==(const Quantity&) const = default;
};

/// Schritt.
struct Step {
    Answer<std::string> phase;       ///< Abschnitt: start, operate, return, recovery, test, prepare
    Answer<std::string> action;      ///< Schritt
    Answer<std::string> wanted;      ///< Soll
    Answer<bool> critical;           ///< Kritisch
    Answer<Reference> role;          ///< Wer → role
    Answer<Duration> duration;       ///< Dauer
    Answer<std::int64_t> depends_on; ///< Nach Schritt, Nummer

    bool operator==(const Step&) const = default;
};

/// Besetzung.
struct Holder {
    Answer<Reference> person;        ///< Person → person
    Answer<std::int64_t> rank;       ///< Rang, Rang
    Answer<Date> from;               ///< Ab
    Answer<Date> to;                 ///< Bis
    Answer<Date> trained_on;         ///< Geschult am
    Answer<Date> exercised_on;       ///< Geübt am
    Answer<std::string> prepared_by; ///< Vorbereitung: exercise, training, none
    Answer<std::string> on_site;     ///< Art: on_site, reachable, standby

    bool operator==(const Holder&) const = default;
};

/// Alarmstufe.
struct AlarmStage {
    Answer<std::string> name;            ///< Stufe
    Answer<std::string> office;          ///< Meldestelle
    Answer<std::string> hours_in;        ///< Erreichbar in der Dienstzeit
    Answer<std::string> hours_out;       ///< Erreichbar sonst
    Answer<std::string> number;          ///< Nummer
    Answer<std::string> fallback_number; ///< Ersatznummer
    Answer<Texts> criteria;              ///< Kriterien zur Ersteinschätzung
    Answer<Reference> decider;           ///< Entscheidet → role
    Answer<References> alarms;           ///< Alarmiert → role
    Answer<Reference> channel;           ///< Kanal → channel
    Answer<Reference> fallback_channel;  ///< Ersatzkanal → channel
    Answer<Duration> max_wait;           ///< Höchstens warten
    Answer<std::string> limitation;      ///< Einschränkung
    Answer<Reference> risk_accepted_by;  ///< Einschränkung getragen von → role
    Answer<std::string> next;            ///< Danach

    bool operator==(const AlarmStage&) const = default;
};

/// Eskalationsstufe.
struct EscalationLevel {
    Answer<std::int64_t> number;     ///< Stufe, Stufe
    Answer<std::string> name;        ///< Bezeichnung
    Answer<Texts> criteria;          ///< Woran erkenne ich das?
    Answer<std::string> declared_by; ///< Wer stellt fest?
    Answer<std::string> led_by;      ///< Wer führt?
    Answer<std::string> inform;      ///< Wen informieren, bis wann?
    Answer<std::string> allowed;     ///< Ohne Rückfrage erlaubt
    Answer<std::string> rhythm;      ///< Takt der Lage
    Answer<std::string> step_down;   ///< Zurückstufen, wenn

    bool operator==(const EscalationLevel&) const = default;
};

/// Kofferteil.
struct KitItem {
    Answer<std::string> group;     ///< Gruppe
    Answer<std::string> name;      ///< Teil
    Answer<std::int64_t> quantity; ///< Soll, Stück
    Answer<std::int64_t> minimum;  ///< Mindestens, Stück
    Answer<std::int64_t> stock;    ///< Ist, Stück
    Answer<std::string> check;     ///< Prüfung: monthly, quarterly, yearly
    Answer<Date> expiry;           ///< Ablauf
    Answer<std::string> serial;    ///< Seriennummer
    Answer<std::string> phone;     ///< Rufnummer
    Answer<bool> sensitive;        ///< Vertraulich
    Answer<bool> sealed;           ///< Versiegelt
    Answer<std::string> place;     ///< Fach

    bool operator==(const KitItem&) const = default;
};

/// Obliegenheit.
struct Obligation {
    Answer<std::string> text;   ///< Pflicht
    Answer<Date> evidence_date; ///< Nachweis vom

    bool operator==(const Obligation&) const = default;
};

/// Offline-Kopie.
struct OfflineCopy {
    Answer<Reference> location;    ///< Ort → location
    Answer<std::string> place;     ///< Genauer Platz
    Answer<std::string> medium;    ///< Form: paper, stick, laptop, network, dms
    Answer<Date> date;             ///< Stand
    Answer<bool> encrypted;        ///< Verschlüsselt
    Answer<std::string> key_place; ///< Ort des Kennworts

    bool operator==(const OfflineCopy&) const = default;
};

/// Sicherungsstand.
struct RestorePoint {
    Answer<std::string> name;       ///< Name
    Answer<Duration> interval;      ///< Abstand
    Answer<std::string> medium;     ///< Medium: online, offline, immutable, paper
    Answer<Reference> place;        ///< Ort → location
    Answer<bool> same_domain;       ///< In derselben Anmeldedomäne
    Answer<References> needs;       ///< Zum Einspielen nötig → *
    Answer<std::string> key_place;  ///< Ort des Schlüssels
    Answer<Date> verified_on;       ///< Geprüft am
    Answer<Duration> suspect_after; ///< Verdächtig, wenn jünger als

    bool operator==(const RestorePoint&) const = default;
};

/// Papierauszug.
struct PaperSnapshot {
    Answer<std::string> content; ///< Inhalt
    Answer<Duration> rhythm;     ///< Rhythmus
    Answer<std::string> place;   ///< Ort
    Answer<Date> printed_on;     ///< Gedruckt am
    Answer<bool> sealed;         ///< Versiegelt
    Answer<bool> confidential;   ///< Vertraulich

    bool operator==(const PaperSnapshot&) const = default;
};

/// Zertifikat.
struct Certificate {
    Answer<std::string> name;   ///< Name
    Answer<std::string> kind;   ///< Art
    Answer<Date> valid_to;      ///< Gültig bis
    Answer<References> holders; ///< Karte bei → person

    bool operator==(const Certificate&) const = default;
};

/// Testfall.
struct TestCase {
    Answer<std::string> action;   ///< Was
    Answer<std::string> expected; ///< Erwartet

    bool operator==(const TestCase&) const = default;
};

/// Schadenskategorie.
struct Threshold {
    Answer<std::int64_t> level; ///< Kategorie, Stufe
    Answer<std::string> name;   ///< Bezeichnung
    Answer<std::string> text;   ///< Beschreibung

    bool operator==(const Threshold&) const = default;
};

/// Arbeitszeit.
struct CalendarHours {
    Answer<std::string> weekdays; ///< Wochentage
    Answer<std::string> from;     ///< Von
    Answer<std::string> to;       ///< Bis

    bool operator==(const CalendarHours&) const = default;
};

/// Schicht.
struct ShiftEntry {
    Answer<Reference> person; ///< Person → person
    Answer<Reference> role;   ///< Rolle → role
    Answer<std::string> from; ///< Von
    Answer<std::string> to;   ///< Bis
    Answer<std::string> kind; ///< Art: on_site, reachable, standby

    bool operator==(const ShiftEntry&) const = default;
};

/// Formularfeld.
struct FormField {
    Answer<std::string> label;  ///< Feld
    Answer<std::int64_t> width; ///< Breite, Prozent
    Answer<std::int64_t> lines; ///< Zeilen, Zeilen

    bool operator==(const FormField&) const = default;
};

/// Einspieler.
struct Inject {
    Answer<std::string> time;     ///< Spielzeit
    Answer<std::string> channel;  ///< Weg
    Answer<std::string> to;       ///< An
    Answer<std::string> text;     ///< Text
    Answer<std::string> expected; ///< Erwartete Reaktion

    bool operator==(const Inject&) const = default;
};

/// Eintrag.
struct LogEntry {
    Answer<std::string> at;   ///< Uhrzeit
    Answer<std::string> from; ///< Von
    Answer<std::string> to;   ///< An
    Answer<std::string> text; ///< Was
    Answer<std::string> done; ///< Veranlasst

    bool operator==(const LogEntry&) const = default;
};

} // namespace bcmkit::model
