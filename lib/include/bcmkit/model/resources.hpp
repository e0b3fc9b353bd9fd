// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/record.hpp>

/// What services are made with.
namespace bcmkit::model {

/// Fachverfahren: Programme, mit denen Leistungen erbracht werden.
struct Application : Node {
    Answer<std::string> sheet;                     ///< Blatt
    Answer<Reference> vendor;                      ///< Hersteller → provider
    Answer<std::string> product;                   ///< Produkt
    Answer<std::string> version;                   ///< Version
    Answer<Reference> operator_;                   ///< Betreiber → provider
    Answer<std::string> hosting;                   ///< Betrieb: own, provider, land, saas
    Answer<std::string> hotline;                   ///< Hotline
    Answer<std::string> order_no;                  ///< Auftrags- oder Kundennummer
    Answer<Texts> interfaces;                      ///< Schnittstellen
    Answer<References> registers;                  ///< Register → external_contact
    Answer<References> networks;                   ///< Netze → network_link
    Answer<std::string> auth;                      ///< Anmeldung
    Answer<std::string> installer;                 ///< Installationsmedium
    Answer<std::string> licence;                   ///< Lizenz oder Dongle
    Answer<std::string> minimum;                   ///< Mindestausstattung
    Answer<std::string> sbom_ref;                  ///< Stückliste (SBOM)
    Answer<std::string> export_format;             ///< Exportformat
    Answer<bool> standalone;                       ///< Läuft ohne Netz
    Answer<Date> end_of_support;                   ///< Unterstützung endet
    Answer<std::vector<Certificate>> certificates; ///< Zertifikate und Karten
    Answer<References> reconnect;                  ///< Rückkehr ins Netz → reconnect_procedure
    Answer<Texts> prerequisites;                   ///< Voraussetzungen
    Answer<std::vector<Step>> steps;               ///< Wiederanlauf
    Answer<std::vector<TestCase>> test_cases;      ///< Funktionstest
    Answer<std::string> abort;                     ///< Wenn es nicht klappt
    Answer<std::string> restrictions;              ///< Einschränkungen im Notbetrieb
    Answer<std::string> credentials_place;         ///< Zugangsdaten liegen
    Answer<Reference> executed_by;                 ///< Ausführung → role,person
    Answer<Reference> deputy;                      ///< Vertretung → role,person
    Answer<Reference> released_by_unit;            ///< Freigabe durch → org_unit
    Answer<Texts> automatic_outputs;               ///< Automatische Ausgaben
    Answer<std::string> family;                    ///< Produktfamilie

    bool operator==(const Application&) const = default;
};

/// Datenbestand: Daten und ihre Sicherung.
struct DataSource : Node {
    Answer<References> applications;                    ///< Fachverfahren → application
    Answer<std::string> content;                        ///< Inhalt
    Answer<bool> personal_data;                         ///< Personenbezogen
    Answer<bool> social_data;                           ///< Sozialdaten
    Answer<std::string> volume;                         ///< Umfang
    Answer<Duration> backup_interval;                   ///< Sicherungsabstand (RPA)
    Answer<Duration> rpo;                               ///< Höchstens verlorene Daten (RPO)
    Answer<bool> offsite;                               ///< Kopie außer Haus
    Answer<Date> last_restore_test;                     ///< Letzte Rücksicherung geprüft am
    Answer<bool> separately_restorable;                 ///< Einzeln wiederherstellbar
    Answer<std::string> separate_alternative;           ///< Ersatz dafür
    Answer<std::vector<RestorePoint>> restore_points;   ///< Sicherungsstände
    Answer<std::vector<PaperSnapshot>> paper_snapshots; ///< Papierauszüge
    Answer<std::string> last_record;                    ///< Letzter Beleg vor Ausfall

    bool operator==(const DataSource&) const = default;
};

/// IT-Basis: Strom, Server, Anmeldung, Telefonie: was alles andere trägt.
struct Infrastructure : Node {
    Answer<std::string> kind;            ///< Art
    Answer<Reference> location;          ///< Ort → location
    Answer<std::string> rack;            ///< Schrank
    Answer<Reference> provider;          ///< Dienstleister → provider
    Answer<Reference> plan;              ///< Wiederanlaufplan → document
    Answer<std::vector<Step>> steps;     ///< Wiederanlauf
    Answer<std::int64_t> shutdown_order; ///< Reihenfolge beim Herunterfahren, Rang
    Answer<Duration> runtime;            ///< Restzeit bei Stromausfall
    Answer<bool> is_emergency_phone;     ///< Trägt die Notfallnummer

    bool operator==(const Infrastructure&) const = default;
};

/// Netzanbindung: Verbindungen nach außen und die Stecker, die man zieht.
struct NetworkLink : Node {
    Answer<std::string> kind;                  ///< Art: backup, internet, state, datacentre, site, remote, partner, phone
    Answer<Reference> operator_;               ///< Betreiber → provider,external_contact
    Answer<std::string> operator_number;       ///< Gegenseite anrufen
    Answer<std::string> operator_number_night; ///< Gegenseite nachts
    Answer<std::string> device;                ///< Gerät
    Answer<std::string> port;                  ///< Steckplatz
    Answer<std::string> cable_label;           ///< Kabel-Beschriftung
    Answer<std::string> cable_colour;          ///< Kabel-Farbe
    Answer<Reference> location;                ///< Raum → location
    Answer<std::string> rack;                  ///< Schrank
    Answer<std::string> rack_unit;             ///< Höhe
    Answer<std::string> indicator;             ///< Leuchte
    Answer<std::string> who_may;               ///< Wer darf trennen
    Answer<std::string> path;                  ///< Weg
    Answer<Reference> redundant_with;          ///< Zweiter Weg → network_link
    Answer<References> reconnect;              ///< Rückkehr ins Netz → reconnect_procedure
    Answer<std::string> condition;             ///< Anschlussbedingung

    bool operator==(const NetworkLink&) const = default;
};

/// Ersatz-IT.
struct AlternativeIt : Node {
    Answer<std::string> kind;            ///< Art: own, called
    Answer<bool> control;                ///< Unter eigener Kontrolle
    Answer<Reference> location;          ///< Ort → location
    Answer<std::string> capacity;        ///< Kapazität
    Answer<Duration> bring_up;           ///< Bereit nach
    Answer<Reference> call_off_contract; ///< Abruf über → contract

    bool operator==(const AlternativeIt&) const = default;
};

/// Rückkehr ins Netz.
struct ReconnectProcedure : Record {
    Answer<Reference> network;            ///< Netz oder Register → network_link,external_contact
    Answer<std::string> operator_contact; ///< Ansprechstelle
    Answer<Texts> evidence;               ///< Geforderte Nachweise
    Answer<Texts> certificates;           ///< Zertifikate
    Answer<std::string> test;             ///< Test
    Answer<std::string> approver;         ///< Freigabe durch

    bool operator==(const ReconnectProcedure&) const = default;
};

/// Gemeinsame Gefahr: Was mehrere Dinge zugleich trifft.
struct RiskGroup : Record {
    Answer<std::string> kind;   ///< Art
    Answer<Reference> location; ///< Ort → location

    bool operator==(const RiskGroup&) const = default;
};

/// Arbeitskalender.
struct Calendar : Record {
    Answer<std::vector<CalendarHours>> hours; ///< Arbeitszeiten
    Answer<bool> holidays;                    ///< Feiertage nach Land

    bool operator==(const Calendar&) const = default;
};

/// Team.
struct Team : Record {
    Answer<References> members;    ///< Mitglieder → person
    Answer<Reference> provider;    ///< Dienstleister → provider
    Answer<References> skills;     ///< Kenntnisse → skill
    Answer<std::int64_t> parallel; ///< Gleichzeitig, Personen
    Answer<Reference> calendar;    ///< Arbeitskalender → calendar

    bool operator==(const Team&) const = default;
};

/// Kenntnis.
struct Skill : Record {
    Answer<std::string> description; ///< Beschreibung

    bool operator==(const Skill&) const = default;
};

} // namespace bcmkit::model
