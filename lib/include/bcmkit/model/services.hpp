// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/record.hpp>

/// What people come for, and how it goes on without IT.
namespace bcmkit::model {

/// Leistung: Was Menschen von der Verwaltung bekommen, auch innere Dienste.
struct Service : Node {
    Answer<std::string> sheet;                  ///< Blatt
    Answer<std::string> leika_key;              ///< LeiKa-Schlüssel
    Answer<Reference> org_unit;                 ///< Amt → org_unit
    Answer<std::string> description;            ///< Beschreibung
    Answer<bool> external;                      ///< Für Bürger oder Firmen
    Answer<std::string> legal_basis;            ///< Rechtsgrundlage
    Answer<std::int64_t> volume;                ///< Menge im Jahr, Fälle
    Answer<std::string> peak_times;             ///< Spitzenzeiten
    Answer<std::string> worst_time;             ///< Schlimmster Zeitpunkt
    Answer<bool> time_critical;                 ///< Zeitkritisch
    Answer<Duration> mtpd;                      ///< Spätestens wieder nach (MTPD)
    Answer<std::string> mtpd_reason;            ///< Begründung
    Answer<Texts> decisive_scenarios;           ///< Ausschlaggebende Schäden
    Answer<std::string> mbco;                   ///< Notbetriebsniveau
    Answer<std::string> postponed;              ///< Bleibt liegen
    Answer<std::int64_t> mbco_percent;          ///< Notbetrieb, Prozent
    Answer<std::string> priority;               ///< Priorität: A, B, C, D
    Answer<std::string> priority_confirmed_by;  ///< Priorität bestätigt von
    Answer<Date> priority_confirmed_on;         ///< Priorität bestätigt am
    Answer<std::string> priority_reason;        ///< Grund der Priorität
    Answer<std::int64_t> rank;                  ///< Rang, Rang
    Answer<std::vector<Season>> seasons;        ///< Zeiten im Jahr
    Answer<Duration> process_duration;          ///< Bearbeitungsdauer
    Answer<bool> deadline_is_mtpd;              ///< Frist bestimmt die MTPD
    Answer<References> deadlines;               ///< Fristen → deadline_rule
    Answer<Date> deadlines_reviewed_on;         ///< Fristen geprüft am
    Answer<std::vector<Damage>> damages;        ///< Schadensbewertung
    Answer<Date> last_bia_on;                   ///< Letzte BIA am
    Answer<References> uses;                    ///< Fachverfahren → application,infrastructure
    Answer<References> data;                    ///< Daten → data_source
    Answer<Texts> categories_not_needed;        ///< Nicht benötigt
    Answer<std::vector<Quantity>> staff_needed; ///< Personal im Notbetrieb
    Answer<bool> via_network;                   ///< Über das Landesnetz
    Answer<std::string> vvt_ref;                ///< Verzeichnis der Verarbeitung
    Answer<bool> pays_out;                      ///< Zahlt Geld aus
    Answer<std::int64_t> bank_lead_days;        ///< Vorlauf der Bank, Arbeitstage
    Answer<std::string> payment_day;            ///< Zahltag
    Answer<bool> registry;                      ///< Standesamt
    Answer<std::string> start_when;             ///< Starten, wenn
    Answer<std::string> started_by;             ///< Wer startet
    Answer<std::string> start_goal;             ///< Ziel
    Answer<Texts> halt_questions;               ///< Halt-Fragen
    Answer<Texts> equipment;                    ///< Das brauchen Sie
    Answer<Texts> legal_limits;                 ///< Rechtliche Leitplanken
    Answer<std::string> citizen_text;           ///< Satz für Bürger
    Answer<std::string> hard_limit;             ///< Grenze
    Answer<Texts> return_steps;                 ///< Zurück in den Normalbetrieb
    Answer<Texts> reentry;                      ///< Nacherfassung
    Answer<std::string> partner_note;           ///< Partner
    Answer<References> contacts;                ///< Wichtige Nummern → external_contact,provider,person,role
    Answer<std::int64_t> arrivals;              ///< Eingänge, Fälle je Tag
    Answer<std::int64_t> capacity;              ///< Erledigt, Fälle je Tag
    Answer<std::int64_t> overtime;              ///< Mehrarbeit, Prozent
    Answer<std::int64_t> emergency_capacity;    ///< Im Notbetrieb, Prozent
    Answer<std::int64_t> reentry_effort;        ///< Aufwand der Nacherfassung, Prozent
    Answer<Duration> minutes_per_case;          ///< Dauer je Fall
    Answer<bool> life_critical;                 ///< Lebenswichtig
    Answer<std::string> phone;                  ///< Telefon rund um die Uhr
    Answer<References> in_kit_of;               ///< Koffer → kit

    bool operator==(const Service&) const = default;
};

/// Notbetrieb: Wie eine Leistung ohne das Ausgefallene weitergeht.
struct Fallback : Record {
    Answer<References> services; ///< Leistungen → service
    Answer<Texts> scenarios;     ///< Ausfallszenarien
    Answer<std::string> mode;    ///< Art: paper, other_tool, other_office, other_municipality, provider, bank, cash, postponed
    Answer<std::string> trigger; ///< Starten, wenn
    Answer<std::vector<Step>> steps;     ///< Schritte
    Answer<std::int64_t> capacity;       ///< Schafft, Prozent
    Answer<Duration> reach;              ///< Bereit nach
    Answer<Duration> max_sustain;        ///< Trägt höchstens
    Answer<bool> needs_it;               ///< Braucht IT
    Answer<std::vector<Need>> needs;     ///< Braucht
    Answer<References> kits;             ///< Koffer → kit
    Answer<References> forms;            ///< Vordrucke → form
    Answer<std::vector<Quantity>> staff; ///< Personal
    Answer<bool> case_data;              ///< Braucht Falldaten
    Answer<Reference> case_data_source;  ///< Papierauszug aus → data_source
    Answer<std::string> legal_basis;     ///< Rechtsgrundlage
    Answer<std::string> approvals;       ///< Zustimmungen
    Answer<std::string> payment_file;    ///< Zahldatei Vormonat liegt
    Answer<std::string> payment_limits;  ///< Auszahlung begrenzt auf
    Answer<Texts> return_steps;          ///< Zurück
    Answer<std::string> backlog;         ///< Nacharbeiten
    Answer<Date> tested_on;              ///< Getestet am
    Answer<Date> tested_without_it;      ///< Ohne IT getestet am
    Answer<std::string> test_result;     ///< Ergebnis

    bool operator==(const Fallback&) const = default;
};

/// Vordruck.
struct Form : Record {
    Answer<std::string> sheet;             ///< Blatt
    Answer<std::string> code;              ///< Kurzzeichen
    Answer<References> services;           ///< Leistungen → service
    Answer<std::vector<FormField>> fields; ///< Felder
    Answer<std::int64_t> number_from;      ///< Nummern ab, Nummer
    Answer<std::int64_t> number_to;        ///< Nummern bis, Nummer
    Answer<std::int64_t> stock;            ///< Bestand, Stück
    Answer<std::int64_t> minimum_stock;    ///< Mindestbestand, Stück
    Answer<Date> last_printed;             ///< Zuletzt gedruckt am
    Answer<Reference> reentry_target;      ///< Nacherfassen in → application
    Answer<std::string> receipt_text;      ///< Text für den Bürger
    Answer<std::int64_t> copies;           ///< Ausfertigungen, Stück

    bool operator==(const Form&) const = default;
};

/// Frist.
struct DeadlineRule : Record {
    Answer<std::string> norm;            ///< Norm
    Answer<std::string> land;            ///< Land
    Answer<std::string> trigger;         ///< Auslöser
    Answer<std::string> length;          ///< Dauer
    Answer<std::string> calendar;        ///< Zählung: calendar, workdays, bankdays, months
    Answer<std::string> effect;          ///< Wirkung: fiction, limitation, offence, payment, report, claim
    Answer<std::string> effect_text;     ///< Was passiert bei Ablauf?
    Answer<bool> extendable;             ///< Verlängerbar
    Answer<std::string> extension;       ///< Verlängerung
    Answer<Texts> recurring;             ///< Termine im Jahr
    Answer<std::int64_t> bank_lead_days; ///< Vorlauf der Bank, Arbeitstage
    Answer<Reference> org_unit;          ///< Amt → org_unit
    Answer<Date> verified_on;            ///< Rechtsstand geprüft am
    Answer<std::string> confidence;      ///< Sicherheit: high, medium, low

    bool operator==(const DeadlineRule&) const = default;
};

/// Laufende Frist.
struct DeadlineSnapshot : Record {
    Answer<Reference> rule;      ///< Frist → deadline_rule
    Answer<Reference> service;   ///< Leistung → service
    Answer<std::string> case_no; ///< Aktenzeichen
    Answer<Date> received_on;    ///< Eingang vollständig am
    Answer<Date> due;            ///< Frist bis
    Answer<std::string> effect;  ///< Wirkung
    Answer<Date> exported_on;    ///< Stand

    bool operator==(const DeadlineSnapshot&) const = default;
};

/// Nacharbeit.
struct BacklogItem : Record {
    Answer<Reference> service;      ///< Leistung → service
    Answer<std::string> form_no;    ///< Formularnummer
    Answer<Date> received;          ///< Vorgang vom
    Answer<Date> entered_on;        ///< Erfasst am
    Answer<std::string> entered_by; ///< Erfasst von

    bool operator==(const BacklogItem&) const = default;
};

/// Leistungsübernahme.
struct MutualAid : Record {
    Answer<Reference> partner;           ///< Partner → external_contact,provider
    Answer<std::string> kind;            ///< Grundlage: aid, agreement, contract, none
    Answer<References> services;         ///< Leistungen → service
    Answer<bool> same_application;       ///< Gleiches Fachverfahren
    Answer<References> applications;     ///< Fachverfahren → application
    Answer<Reference> same_provider;     ///< Gleicher Dienstleister → provider
    Answer<std::string> data_protection; ///< Datenschutz
    Answer<std::string> legal_form;      ///< Rechtsform
    Answer<std::string> rooms;           ///< Räume
    Answer<std::string> accounts;        ///< Zugänge
    Answer<std::string> capacity;        ///< Kapazität
    Answer<Duration> start_within;       ///< Bereit nach
    Answer<std::string> cost;            ///< Kosten
    Answer<std::string> contact_day;     ///< Ansprechperson Tag
    Answer<std::string> phone_day;       ///< Telefon Tag
    Answer<std::string> phone_night;     ///< Telefon Nacht
    Answer<Date> signed_on;              ///< Unterschrieben am
    Answer<Date> valid_to;               ///< Gilt bis
    Answer<Date> last_checked;           ///< Zuletzt geprüft am

    bool operator==(const MutualAid&) const = default;
};

} // namespace bcmkit::model
