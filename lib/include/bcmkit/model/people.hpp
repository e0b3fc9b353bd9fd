// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/record.hpp>

/// Who does it, from where, and who calls whom.
namespace bcmkit::model {

/// Amt: Ämter und Sachgebiete.
struct OrgUnit : Record {
    Answer<std::string> code;            ///< Nummer
    Answer<Reference> parent;            ///< Übergeordnet → org_unit
    Answer<Reference> head;              ///< Leitung → role,person
    Answer<Reference> coordinator;       ///< BCM-Ansprechperson → role,person
    Answer<References> locations;        ///< Standorte → location
    Answer<std::string> opening_hours;   ///< Öffnungszeiten
    Answer<References> emergency_team;   ///< Notfallteam → person,role
    Answer<std::string> powers;          ///< Befugnisse im Notfall
    Answer<std::string> activation;      ///< Aktivierung
    Answer<std::string> return_criteria; ///< Zurück zum Normalbetrieb, wenn
    Answer<std::string> purpose;         ///< Ziel des Plans
    Answer<std::string> scope;           ///< Geltungsbereich
    Answer<Texts> reporting;             ///< Fachliche Meldepflichten
    Answer<std::string> cash_point;      ///< Anlaufstelle für Bürger

    bool operator==(const OrgUnit&) const = default;
};

/// Ort: Gebäude und Räume.
struct Location : Record {
    Answer<std::string> building;     ///< Haus
    Answer<std::string> room;         ///< Raum
    Answer<std::string> address;      ///< Anschrift
    Answer<Reference> part_of;        ///< Gehört zu → location
    Answer<std::string> keys;         ///< Schlüssel bei
    Answer<std::string> power_backup; ///< Notstrom
    Answer<Texts> internet_paths;     ///< Leitungswege
    Answer<References> alternates;    ///< Ausweichorte → location
    Answer<std::vector<Need>> needs;  ///< Braucht
    Answer<References> risk_groups;   ///< Gemeinsame Gefahren → risk_group

    bool operator==(const Location&) const = default;
};

/// Person: Menschen, die im Plan vorkommen.
struct Person : Record {
    Answer<std::string> given_name;           ///< Vorname
    Answer<std::string> family_name;          ///< Nachname
    Answer<Reference> org_unit;               ///< Amt → org_unit
    Answer<std::string> function;             ///< Funktion
    Answer<std::string> phone_office;         ///< Telefon dienstlich
    Answer<std::string> phone_mobile;         ///< Mobil dienstlich
    Answer<std::string> phone_private;        ///< Telefon privat
    Answer<std::string> phone_private_mobile; ///< Mobil privat
    Answer<std::string> email_office;         ///< E-Mail dienstlich
    Answer<std::string> email_private;        ///< E-Mail privat
    Answer<Duration> distance;                ///< Anfahrt
    Answer<std::string> on_call_basis;        ///< Grundlage der Bereitschaft: job, agreement, voluntary, none
    Answer<std::string> private_data_basis;   ///< Grundlage für private Daten
    Answer<Date> valid_until;                 ///< Angaben gültig bis
    Answer<Date> verified_on;                 ///< Nummern geprüft am
    Answer<std::string> special;              ///< Besonderes
    Answer<Texts> knowledge;                  ///< Alleiniges Wissen
    Answer<bool> works_in_it;                 ///< Arbeitet in der IT
    Answer<References> skills;                ///< Kenntnisse → skill
    Answer<std::vector<Need>> needs;          ///< Erreichbar über
    Answer<Reference> calendar;               ///< Arbeitskalender → calendar

    bool operator==(const Person&) const = default;
};

/// Rolle: Funktionen im Notfall und in der Linie.
struct Role : Record {
    Answer<std::string> code;            ///< Kurzwort
    Answer<std::string> area;            ///< Bereich: leadership, staff, it, team, office
    Answer<std::string> staff_name;      ///< Name im Verwaltungsstab
    Answer<std::string> bsi_name;        ///< Name nach BSI 200-4
    Answer<std::string> mission;         ///< Aufgabe in einem Satz
    Answer<Reference> reports_to;        ///< Unterstellt → role
    Answer<References> leads;            ///< Führt → role
    Answer<Texts> first_steps;           ///< Sofort
    Answer<Texts> halt_questions;        ///< Halt-Fragen
    Answer<Texts> rhythm_steps;          ///< Laufend
    Answer<std::string> powers;          ///< Darf ohne Rückfrage
    Answer<std::int64_t> spending_limit; ///< Ausgaben bis, Euro
    Answer<std::string> not_task;        ///< Nicht Ihre Aufgabe
    Answer<Texts> sheets;                ///< Blätter
    Answer<References> numbers;          ///< Wichtige Nummern → external_contact,provider,person,role
    Answer<bool> required;               ///< Immer nötig
    Answer<bool> decider;                ///< Entscheidet über den Notfall
    Answer<std::vector<Holder>> holders; ///< Besetzung
    Answer<std::int64_t> per_shift;      ///< Personen je Schicht, Personen
    Answer<std::int64_t> share;          ///< Stellenanteil, Prozent

    bool operator==(const Role&) const = default;
};

/// Rufbereitschaft.
struct OnCallRoster : Record {
    Answer<Reference> role;                 ///< Rolle → role
    Answer<Reference> service;              ///< Leistung → service
    Answer<std::vector<ShiftEntry>> shifts; ///< Schichten
    Answer<std::string> basis;              ///< Grundlage: job, agreement, voluntary
    Answer<std::string> number;             ///< Bereitschaftsnummer
    Answer<Date> covers_until;              ///< Geplant bis

    bool operator==(const OnCallRoster&) const = default;
};

/// Stabsraum.
struct StaffRoom : Record {
    Answer<Reference> location;     ///< Raum → location
    Answer<References> alternates;  ///< Ersatzräume → location
    Answer<std::string> key_at;     ///< Schlüssel bei
    Answer<References> key_holders; ///< Mechanischer Schlüssel → person
    Answer<Texts> equipment;        ///< Ausstattung
    Answer<std::string> power;      ///< Strom
    Answer<std::string> network;    ///< Netz
    Answer<Texts> setup;            ///< Einrichtung
    Answer<Date> checked_on;        ///< Ausstattung geprüft am

    bool operator==(const StaffRoom&) const = default;
};

/// Kanal.
struct Channel : Node {
    Answer<std::string> kind;     ///< Art
    Answer<Texts> independent_of; ///< Unabhängig von
    Answer<std::string> number;   ///< Nummer
    Answer<References> users;     ///< Nutzer → role,person
    Answer<bool> asynchronous;    ///< Zeitversetzt

    bool operator==(const Channel&) const = default;
};

/// Alarmierungsweg.
struct AlarmPath : Record {
    Answer<std::string> emergency_number;        ///< Notfallnummer
    Answer<std::string> replacement_number;      ///< Ersatznummer
    Answer<Reference> emergency_number_over;     ///< Notfallnummer läuft über → infrastructure,network_link,provider
    Answer<std::vector<AlarmStage>> stages;      ///< Stufen
    Answer<std::vector<EscalationLevel>> levels; ///< Eskalationsstufen
    Answer<References> may_alarm;                ///< Alarmieren dürfen → role
    Answer<std::string> keyword;                 ///< Stichwort
    Answer<std::string> alarm_text;              ///< Alarmtext
    Answer<References> leaders;                  ///< Leitung in dieser Folge anrufen → person
    Answer<Date> tested_on;                      ///< Zuletzt geprobt am

    bool operator==(const AlarmPath&) const = default;
};

} // namespace bcmkit::model
