// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/record.hpp>

/// Plans, kits, copies, exercises, decisions.
namespace bcmkit::model {

/// Dokument: Pläne und alles, worauf sie verweisen.
struct Document : Record {
    Answer<std::string> kind;                 ///< Art
    Answer<References> scope;                 ///< Gilt für → org_unit,application,infrastructure
    Answer<std::int64_t> edition;             ///< Ausgabe, Nummer
    Answer<std::string> released_by;          ///< Freigegeben von
    Answer<Date> released_on;                 ///< Freigegeben am
    Answer<std::string> author;               ///< Verfasst von
    Answer<std::string> classification;       ///< Klasse
    Answer<std::string> audience;             ///< Zielgruppe
    Answer<std::string> retention;            ///< Aufbewahrung
    Answer<References> references;            ///< Verweist auf → document,contract
    Answer<std::vector<OfflineCopy>> storage; ///< Liegt
    Answer<std::vector<Need>> needs;          ///< Braucht
    Answer<bool> life_and_limb;               ///< Mit Schutz von Leib und Leben
    Answer<bool> return_criteria;             ///< Mit Kriterien zur Rückkehr
    Answer<Texts> missing_sections;           ///< Fehlende Abschnitte

    bool operator==(const Document&) const = default;
};

/// Maßnahme.
struct Measure : Record {
    Answer<std::string> kind;        ///< Art: prevention, solution, emergency
    Answer<Reference> document;      ///< Plan → document
    Answer<std::vector<Step>> steps; ///< Schritte

    bool operator==(const Measure&) const = default;
};

/// Notfallkoffer.
struct Kit : Record {
    Answer<std::string> code;           ///< Kurzwort
    Answer<std::string> kind;           ///< Art: staff, youth, cash, registry, health, it, press, general
    Answer<Reference> location;         ///< Ort → location
    Answer<std::string> place;          ///< Genauer Platz
    Answer<Reference> other_location;   ///< Zweiter Ort → location
    Answer<std::string> seal;           ///< Siegelnummer
    Answer<Reference> keeper;           ///< Verantwortlich → role,person
    Answer<std::vector<KitItem>> items; ///< Inhalt
    Answer<Date> checked_on;            ///< Inhalt geprüft am
    Answer<Duration> check_interval;    ///< Prüfabstand
    Answer<Texts> for_scenarios;        ///< Für
    Answer<bool> contains_payment_data; ///< Enthält Zahlungsdaten
    Answer<bool> sealed;                ///< Versiegelt
    Answer<std::string> lent_to;        ///< Wird verliehen an
    Answer<Texts> sheets;               ///< Blätter im Koffer

    bool operator==(const Kit&) const = default;
};

/// Exemplar.
struct PrintedCopy : Record {
    Answer<Reference> document;   ///< Dokument → document
    Answer<std::int64_t> edition; ///< Ausgabe, Nummer
    Answer<std::int64_t> number;  ///< Exemplar, Nummer
    Answer<Reference> location;   ///< Standort → location
    Answer<std::string> place;    ///< Genauer Platz
    Answer<std::string> medium;   ///< Form: paper, stick, laptop, network
    Answer<Reference> holder;     ///< Inhaber → role,person
    Answer<std::string> audience; ///< Fassung: oeffentlich, intern, stab, voll
    Answer<Date> printed_on;      ///< Gedruckt am
    Answer<Date> destroyed_on;    ///< Vernichtet am

    bool operator==(const PrintedCopy&) const = default;
};

/// Übung.
struct Exercise : Record {
    Answer<std::string> kind;            ///< Art: desk, staff, frame, alarm, function
    Answer<Date> date;                   ///< Datum
    Answer<std::string> scope;           ///< Umfang
    Answer<References> participants;     ///< Teilnehmende → person,role
    Answer<bool> without_it;             ///< Ohne IT
    Answer<std::string> result;          ///< Ergebnis
    Answer<bool> report;                 ///< Bericht vorhanden
    Answer<Texts> findings;              ///< Erkenntnisse
    Answer<References> actions;          ///< Folgemaßnahmen → improvement
    Answer<References> tests;            ///< Geprüft wurde → document,role,application,channel,fallback
    Answer<std::vector<Inject>> injects; ///< Einspieler

    bool operator==(const Exercise&) const = default;
};

/// BCM-Maßnahme.
struct ImprovementAction : Record {
    Answer<std::string> need;      ///< Bedarf
    Answer<References> cause;      ///< Anlass → *
    Answer<Reference> responsible; ///< Verantwortlich → role,person
    Answer<std::string> priority;  ///< Dringlichkeit: high, medium, low
    Answer<Date> due;              ///< Fällig am
    Answer<std::string> state;     ///< Stand: open, running, done

    bool operator==(const ImprovementAction&) const = default;
};

/// Risiko: Auch bewusst getragene Befunde von „bcmkit check“.
struct RiskItem : Record {
    Answer<std::string> rule;        ///< Regel
    Answer<References> target;       ///< Betrifft → *
    Answer<std::string> threat;      ///< Gefährdung
    Answer<std::string> frequency;   ///< Häufigkeit
    Answer<std::string> damage;      ///< Schaden
    Answer<std::string> treatment;   ///< Behandlung: accept, reduce, avoid, transfer
    Answer<std::string> reason;      ///< Begründung
    Answer<std::string> accepted_by; ///< Getragen von
    Answer<Date> accepted_on;        ///< Getragen seit
    Answer<Date> valid_to;           ///< Gilt bis

    bool operator==(const RiskItem&) const = default;
};

/// Ereignis.
struct Incident : Record {
    Answer<std::string> started;           ///< Beginn
    Answer<std::vector<LogEntry>> entries; ///< Tagebuch
    Answer<bool> police_report;            ///< Bei der Polizei angezeigt
    Answer<References> reports;            ///< Gemeldet an → reporting_duty
    Answer<References> affected;           ///< Betroffen → service,application

    bool operator==(const Incident&) const = default;
};

/// Rechtsstand.
struct LegalNote : Record {
    Answer<std::string> norm; ///< Norm
    Answer<std::string> text; ///< Inhalt
    Answer<Date> verified_on; ///< Rechtsstand geprüft am

    bool operator==(const LegalNote&) const = default;
};

/// Begriff.
struct GlossaryEntry : Record {
    Answer<std::string> meaning;      ///< Bedeutung
    Answer<std::string> abbreviation; ///< Abkürzung

    bool operator==(const GlossaryEntry&) const = default;
};

/// Vergleichswert.
struct Benchmark : Record {
    Answer<std::int64_t> survey_year; ///< Jahr der Umfrage, Jahr
    Answer<std::string> key;          ///< Schlüssel
    Answer<std::string> value;        ///< Wert
    Answer<std::string> base_text;    ///< Bezugsgröße
    Answer<std::int64_t> n_stated;    ///< n laut Studie, Antworten
    Answer<std::int64_t> n_inferred;  ///< n erschlossen, Antworten
    Answer<std::string> caveat;       ///< Einschränkung

    bool operator==(const Benchmark&) const = default;
};

/// Pressetext.
struct PressText : Record {
    Answer<std::string> kind; ///< Art: holding, release, notice, answering, faq, phrase
    Answer<std::string> text; ///< Text

    bool operator==(const PressText&) const = default;
};

/// Prüfeinstellung: Regeln, die abgeschaltet oder anders gewichtet sind.
struct CheckSetting : Record {
    Answer<std::string> rule;     ///< Regel
    Answer<bool> off;             ///< Abgeschaltet
    Answer<std::string> severity; ///< Gewicht: error, warning, info
    Answer<std::int64_t> limit;   ///< Grenze
    Answer<std::string> reason;   ///< Begründung
    Answer<Date> until;           ///< Bis

    bool operator==(const CheckSetting&) const = default;
};

/// Ausfallszenario.
struct Scenario : Record {
    Answer<std::string> kind;    ///< Art: ransomware, it_total, it_part, staff, building, provider, power, telecom
    Answer<std::string> symptom; ///< Was sehen Sie?
    Answer<std::string> sheet;   ///< Gehen Sie zu Blatt
    Answer<References> hits;     ///< Trifft → *
    Answer<Duration> duration;   ///< Dauer

    bool operator==(const Scenario&) const = default;
};

} // namespace bcmkit::model
