// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/record.hpp>

/// Firms, authorities, contracts and duties to report.
namespace bcmkit::model {

/// Dienstleister: Firmen, Rechenzentren, Zweckverbände.
struct Provider : Node {
    Answer<std::string> kind;          ///< Art
    Answer<std::string> hotline;       ///< Hotline
    Answer<std::string> hotline_night; ///< Nacht und Wochenende
    Answer<std::string> customer_no;   ///< Kundennummer
    Answer<Duration> sla_response;     ///< Reaktionszeit laut Vertrag
    Answer<Duration> sla_rta;          ///< Wiederanlauf laut Vertrag
    Answer<bool> bcm_statement;        ///< Eigene Notfallvorsorge bestätigt
    Answer<References> sub_providers;  ///< Unterauftragnehmer → provider
    Answer<std::string> info_contact;  ///< Ansprechstelle im Notfall
    Answer<std::string> info_number;   ///< Nummer im Notfall
    Answer<std::string> when_needed;   ///< Wann gebraucht: hour, day, week
    Answer<bool> is_operator;          ///< Betreibt unsere IT

    bool operator==(const Provider&) const = default;
};

/// Vertrag.
struct Contract : Record {
    Answer<Reference> provider;                      ///< Dienstleister → provider
    Answer<std::string> kind;                        ///< Art
    Answer<std::string> number;                      ///< Vertragsnummer
    Answer<Date> valid_to;                           ///< Läuft bis
    Answer<std::string> call_off;                    ///< Abruf
    Answer<References> call_off_by;                  ///< Abruf durch → role
    Answer<std::string> call_off_code_place;         ///< Codewort liegt
    Answer<std::string> hours;                       ///< Zeiten
    Answer<std::string> original_place;              ///< Original liegt
    Answer<Duration> rto_statement;                  ///< Zusage zur Wiederanlaufzeit
    Answer<bool> info_duty;                          ///< Pflicht zur Information im Notfall
    Answer<std::vector<OfflineCopy>> offline_copies; ///< Offline-Kopien
    Answer<std::vector<Obligation>> obligations;     ///< Pflichten
    Answer<References> covers;                       ///< Umfasst → application,infrastructure,network_link,service

    bool operator==(const Contract&) const = default;
};

/// Cyberversicherung.
struct InsurancePolicy : Record {
    Answer<Reference> insurer;                   ///< Versicherer → provider
    Answer<std::string> hotline;                 ///< Schadenhotline
    Answer<std::string> policy_no;               ///< Policennummer
    Answer<Duration> notify_within;              ///< Melden binnen
    Answer<Texts> approval_for;                  ///< Zustimmung nötig für
    Answer<std::vector<Obligation>> obligations; ///< Obliegenheiten
    Answer<Texts> exclusions;                    ///< Ausschlüsse
    Answer<Date> valid_to;                       ///< Läuft bis

    bool operator==(const InsurancePolicy&) const = default;
};

/// Externe Stelle: Behörden, Bank, Gericht, Klinik, Nachbarn.
struct ExternalContact : Record {
    Answer<std::string> kind;              ///< Art
    Answer<std::string> purpose;           ///< Wofür
    Answer<std::string> phone;             ///< Telefon Tag
    Answer<std::string> phone_night;       ///< Nacht und Wochenende
    Answer<std::string> fax;               ///< Fax
    Answer<std::string> email;             ///< E-Mail
    Answer<std::string> portal;            ///< Portal
    Answer<std::string> address;           ///< Anschrift
    Answer<std::string> hours;             ///< Zeiten
    Answer<std::string> contact_person;    ///< Ansprechperson
    Answer<std::string> customer_no;       ///< Kundennummer
    Answer<Date> verified_on;              ///< Angaben geprüft am
    Answer<bool> night_needed;             ///< Auch nachts nötig
    Answer<bool> scan;                     ///< Auf das Scan-Blatt
    Answer<std::string> acceptance_cutoff; ///< Annahmeschluss
    Answer<References> second_signer;      ///< Zweite Unterschrift → person

    bool operator==(const ExternalContact&) const = default;
};

/// Meldepflicht.
struct ReportingDuty : Record {
    Answer<Reference> addressee;        ///< Empfänger → external_contact,provider,role
    Answer<std::string> addressee_text; ///< Empfänger (Text)
    Answer<std::string> basis;          ///< Grundlage
    Answer<std::string> trigger;        ///< Uhr läuft ab: knowledge, finding, contract, order
    Answer<std::string> applies_if;     ///< Gilt für uns, wenn
    Answer<Duration> deadline;          ///< Frist
    Answer<std::string> deadline_text;  ///< Frist (Text)
    Answer<Reference> role;             ///< Wer meldet → role
    Answer<Reference> deputy;           ///< Vertretung → role
    Answer<std::string> medium;         ///< Weg
    Answer<std::string> form_template;  ///< Vordruck
    Answer<std::string> follow_up;      ///< Nachmeldung
    Answer<std::int64_t> order;         ///< Reihenfolge, Rang
    Answer<std::string> kind;           ///< Art
    Answer<Date> verified_on;           ///< Rechtsstand geprüft am
    Answer<bool> starts_with_knowledge; ///< Endet am eintragen

    bool operator==(const ReportingDuty&) const = default;
};

} // namespace bcmkit::model
