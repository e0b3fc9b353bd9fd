// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/record.hpp>

/// The municipality itself.
namespace bcmkit::model {

/// Kommune: Die Kommune selbst: Werte, die für den ganzen Plan gelten.
struct Organisation : Record {
    Answer<std::string> ags;                          ///< Amtlicher Gemeindeschlüssel
    Answer<std::string> land;                         ///< Land
    Answer<std::string> kind;                         ///< Art: landkreis, kreisfrei, gemeinde, verband, zweckverband
    Answer<std::int64_t> inhabitants;                 ///< Einwohner, Einwohner
    Answer<std::int64_t> employees;                   ///< Beschäftigte, Personen
    Answer<std::string> street;                       ///< Straße
    Answer<std::string> city;                         ///< PLZ und Ort
    Answer<std::string> main_number;                  ///< Zentrale Rufnummer
    Answer<std::string> website;                      ///< Internetadresse
    Answer<std::string> hvb_title;                    ///< Bezeichnung der Leitung
    Answer<Reference> hvb;                            ///< Leitung der Verwaltung → role
    Answer<std::string> staff_scheme;                 ///< Schema des Stabs: FwDV100, Verwaltungsstab, BSI
    Answer<std::string> bcms_level;                   ///< BCMS-Stufe: R, A, S
    Answer<Duration> secured_period;                  ///< Abzusichernder Zeitraum
    Answer<Duration> bao_reaction;                    ///< Reaktionszeit der Notfallorganisation
    Answer<std::int64_t> intolerability_level;        ///< Untragbarkeitsniveau, Stufe
    Answer<Date> thresholds_released_on;              ///< Niveau und Reaktionszeit freigegeben am
    Answer<Date> bia_released_on;                     ///< Ergebnis der BIA freigegeben am
    Answer<Date> staff_released_on;                   ///< Stab freigegeben am
    Answer<Date> level_since;                         ///< Auf dieser Stufe seit
    Answer<Texts> horizons;                           ///< Zeithorizonte
    Answer<std::vector<Threshold>> damage_categories; ///< Schadenskategorien
    Answer<Texts> damage_scenarios;                   ///< Betrachtete Schadensszenarien
    Answer<Duration> limit_a;                         ///< Grenze Priorität A
    Answer<Duration> limit_b;                         ///< Grenze Priorität B
    Answer<Duration> limit_c;                         ///< Grenze Priorität C
    Answer<Date> stichtag;                            ///< Stichtag
    Answer<std::string> assembly_point;               ///< Sammelpunkt
    Answer<std::string> staff_phone;                  ///< Infotelefon für Beschäftigte
    Answer<std::string> citizen_phone;                ///< Bürgertelefon im Notfall
    Answer<std::string> emergency_website;            ///< Notfall-Internetseite
    Answer<std::string> emergency_email;              ///< Ersatz-E-Mail
    Answer<std::string> announcement_time;            ///< Uhrzeit der täglichen Meldung
    Answer<Reference> media_safe;                     ///< Tresor für Wechselmedien → location
    Answer<References> key_holder;                    ///< Mechanischer Schlüssel bei → person
    Answer<std::string> code_word_place;              ///< Ort des Codeworts
    Answer<std::string> cost_centre;                  ///< Kostenstelle Notfall
    Answer<std::int64_t> petty_cash_limit;            ///< Barauszahlung höchstens, Euro
    Answer<std::string> municipal_code;               ///< Gemeindeordnung (Eilentscheidung)
    Answer<std::string> procedure_law;                ///< Verwaltungsverfahrensgesetz
    Answer<std::string> burial_law;                   ///< Bestattungsrecht
    Answer<std::string> disaster_law;                 ///< Katastrophenschutzgesetz
    Answer<std::string> cert_law;                     ///< Meldepflicht an das Landes-CERT
    Answer<bool> serves_others;                       ///< Betreibt IT für andere
    Answer<Texts> informed_offices;                   ///< Wichtiges vor Ort
    Answer<Date> code_of_conduct_on;                  ///< Verhaltenskodex vom
    Answer<Date> rules_of_procedure_on;               ///< Geschäftsordnung des Stabs vom
    Answer<Date> exercise_plan_until;                 ///< Übungsplan reicht bis
    Answer<Texts> stakeholders;                       ///< Anspruchsgruppen
    Answer<Texts> automatic_outputs;                  ///< Automatische Ausgaben
    Answer<Date> deadline_review_on;                  ///< Fristenrecht geprüft am

    bool operator==(const Organisation&) const = default;
};

} // namespace bcmkit::model
