// SPDX-License-Identifier: EUPL-1.2
#include "common_fields.hpp"
#include "record_types.hpp"
#include "row_types.hpp"

#include <bcmkit/model/organisation.hpp>

namespace bcmkit::model {

namespace {

// One row a field.
// clang-format off

constexpr Choice organisation_land[] = {{"BW", "Baden-Württemberg"}, {"BY", "Bayern"}, {"BE", "Berlin"}, {"BB", "Brandenburg"}, {"HB", "Bremen"}, {"HH", "Hamburg"}, {"HE", "Hessen"}, {"MV", "Mecklenburg-Vorpommern"}, {"NI", "Niedersachsen"}, {"NW", "Nordrhein-Westfalen"}, {"RP", "Rheinland-Pfalz"}, {"SL", "Saarland"}, {"SN", "Sachsen"}, {"ST", "Sachsen-Anhalt"}, {"SH", "Schleswig-Holstein"}, {"TH", "Thüringen"}, {"XX", "Musterland"}};
constexpr Choice organisation_kind[] = {{"landkreis", "Landkreis"}, {"kreisfrei", "kreisfreie Stadt"}, {"gemeinde", "kreisangehörige Stadt oder Gemeinde"}, {"verband", "Amt Verbandsgemeinde oder Samtgemeinde"}, {"zweckverband", "Zweckverband"}};
constexpr Choice organisation_staff_scheme[] = {{"FwDV100", "S1 bis S6"}, {"Verwaltungsstab", "Verwaltungsstab"}, {"BSI", "BSI 200-4"}};
constexpr Choice organisation_bcms_level[] = {{"R", "Reaktiv"}, {"A", "Aufbau"}, {"S", "Standard"}};
constexpr Field organisation_own_fields[] = {
    field<Organisation, &Organisation::ags>({.name = "ags", .label = "Amtlicher Gemeindeschlüssel", .audience = Audience::open, .help = "Acht Ziffern."}),
    field<Organisation, &Organisation::land>({.name = "land", .label = "Land", .kind = Kind::choice, .required = Level::reactive, .audience = Audience::open, .choices = organisation_land, .help = "Bestimmt Meldewege und Fristen."}),
    field<Organisation, &Organisation::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .audience = Audience::open, .choices = organisation_kind}),
    field<Organisation, &Organisation::inhabitants>({.name = "inhabitants", .label = "Einwohner", .kind = Kind::number, .audience = Audience::open, .unit = "Einwohner"}),
    field<Organisation, &Organisation::employees>({.name = "employees", .label = "Beschäftigte", .kind = Kind::number, .audience = Audience::open, .unit = "Personen", .unit_of_one = "Person"}),
    field<Organisation, &Organisation::street>({.name = "street", .label = "Straße", .audience = Audience::open}),
    field<Organisation, &Organisation::city>({.name = "city", .label = "PLZ und Ort", .audience = Audience::open}),
    field<Organisation, &Organisation::main_number>({.name = "main_number", .label = "Zentrale Rufnummer", .kind = Kind::phone, .audience = Audience::open}),
    field<Organisation, &Organisation::website>({.name = "website", .label = "Internetadresse", .audience = Audience::open}),
    field<Organisation, &Organisation::hvb_title>({.name = "hvb_title", .label = "Bezeichnung der Leitung", .required = Level::reactive, .audience = Audience::open, .help = "Landrätin, Bürgermeister."}),
    field<Organisation, &Organisation::hvb>({.name = "hvb", .label = "Leitung der Verwaltung", .kind = Kind::reference, .required = Level::reactive, .targets = "role"}),
    field<Organisation, &Organisation::staff_scheme>({.name = "staff_scheme", .label = "Schema des Stabs", .kind = Kind::choice, .required = Level::reactive, .choices = organisation_staff_scheme, .help = "Danach heißen die Rollen auf Papier."}),
    field<Organisation, &Organisation::bcms_level>({.name = "bcms_level", .label = "BCMS-Stufe", .kind = Kind::choice, .required = Level::reactive, .choices = organisation_bcms_level, .help = "Danach richten sich die Prüfungen."}),
    field<Organisation, &Organisation::secured_period>({.name = "secured_period", .label = "Abzusichernder Zeitraum", .kind = Kind::duration, .required = Level::reactive, .help = "Zum Beispiel 30 Tage (BSI 200-4 §3.2.3)."}),
    field<Organisation, &Organisation::bao_reaction>({.name = "bao_reaction", .label = "Reaktionszeit der Notfallorganisation", .kind = Kind::duration, .required = Level::reactive, .help = "Vom Erkennen bis zum Ausrufen (BSI 200-4 §5.5.1)."}),
    field<Organisation, &Organisation::intolerability_level>({.name = "intolerability_level", .label = "Untragbarkeitsniveau", .kind = Kind::number, .required = Level::reactive, .help = "Ab dieser Schadenskategorie ist der Schaden untragbar."}),
    field<Organisation, &Organisation::thresholds_released_on>({.name = "thresholds_released_on", .label = "Niveau und Reaktionszeit freigegeben am", .kind = Kind::date, .required = Level::reactive, .help = "Von der Leitung."}),
    field<Organisation, &Organisation::bia_released_on>({.name = "bia_released_on", .label = "Ergebnis der BIA freigegeben am", .kind = Kind::date, .required = Level::reactive}),
    field<Organisation, &Organisation::staff_released_on>({.name = "staff_released_on", .label = "Stab freigegeben am", .kind = Kind::date, .required = Level::reactive}),
    field<Organisation, &Organisation::level_since>({.name = "level_since", .label = "Auf dieser Stufe seit", .kind = Kind::date}),
    field<Organisation, &Organisation::horizons>({.name = "horizons", .label = "Zeithorizonte", .kind = Kind::texts, .required = Level::reactive, .help = "4 h, 24 h, 3 Tage, 7 Tage, 14 Tage, 30 Tage."}),
    field<Organisation, &Organisation::damage_categories>({.name = "damage_categories", .label = "Schadenskategorien", .kind = Kind::rows, .required = Level::reactive, .row_type = &threshold_type}),
    field<Organisation, &Organisation::damage_scenarios>({.name = "damage_scenarios", .label = "Betrachtete Schadensszenarien", .kind = Kind::texts, .required = Level::reactive}),
    field<Organisation, &Organisation::limit_a>({.name = "limit_a", .label = "Grenze Priorität A", .kind = Kind::duration, .help = "Ohne Angabe: 24 h."}),
    field<Organisation, &Organisation::limit_b>({.name = "limit_b", .label = "Grenze Priorität B", .kind = Kind::duration, .help = "Ohne Angabe: 3 Tage."}),
    field<Organisation, &Organisation::limit_c>({.name = "limit_c", .label = "Grenze Priorität C", .kind = Kind::duration, .help = "Ohne Angabe: 7 Tage."}),
    field<Organisation, &Organisation::stichtag>({.name = "stichtag", .label = "Stichtag", .kind = Kind::date, .help = "Nur für Beispiele und Tests: dieser Tag gilt statt heute."}),
    field<Organisation, &Organisation::assembly_point>({.name = "assembly_point", .label = "Sammelpunkt", .required = Level::reactive, .audience = Audience::open, .help = "Treffpunkt nach Durchsage."}),
    field<Organisation, &Organisation::staff_phone>({.name = "staff_phone", .label = "Infotelefon für Beschäftigte", .kind = Kind::phone}),
    field<Organisation, &Organisation::citizen_phone>({.name = "citizen_phone", .label = "Bürgertelefon im Notfall", .kind = Kind::phone, .audience = Audience::open}),
    field<Organisation, &Organisation::emergency_website>({.name = "emergency_website", .label = "Notfall-Internetseite", .audience = Audience::open, .help = "Bei einem fremden Anbieter."}),
    field<Organisation, &Organisation::emergency_email>({.name = "emergency_email", .label = "Ersatz-E-Mail", .kind = Kind::email, .help = "Außerhalb der eigenen Domäne."}),
    field<Organisation, &Organisation::announcement_time>({.name = "announcement_time", .label = "Uhrzeit der täglichen Meldung", .audience = Audience::open, .help = "Zum Beispiel 15 Uhr."}),
    field<Organisation, &Organisation::media_safe>({.name = "media_safe", .label = "Tresor für Wechselmedien", .kind = Kind::reference, .targets = "location"}),
    field<Organisation, &Organisation::key_holder>({.name = "key_holder", .label = "Mechanischer Schlüssel bei", .kind = Kind::references, .required = Level::reactive, .targets = "person", .help = "Wer Stabsraum und Tresor ohne Strom öffnet."}),
    field<Organisation, &Organisation::code_word_place>({.name = "code_word_place", .label = "Ort des Codeworts", .help = "Zum Beispiel Umschlag 3."}),
    field<Organisation, &Organisation::cost_centre>({.name = "cost_centre", .label = "Kostenstelle Notfall"}),
    field<Organisation, &Organisation::petty_cash_limit>({.name = "petty_cash_limit", .label = "Barauszahlung höchstens", .kind = Kind::number, .unit = "Euro", .help = "Je Fall."}),
    field<Organisation, &Organisation::municipal_code>({.name = "municipal_code", .label = "Gemeindeordnung (Eilentscheidung)", .audience = Audience::open, .help = "Fundstelle, zum Beispiel § 60 GO."}),
    field<Organisation, &Organisation::procedure_law>({.name = "procedure_law", .label = "Verwaltungsverfahrensgesetz", .audience = Audience::open}),
    field<Organisation, &Organisation::burial_law>({.name = "burial_law", .label = "Bestattungsrecht", .audience = Audience::open}),
    field<Organisation, &Organisation::disaster_law>({.name = "disaster_law", .label = "Katastrophenschutzgesetz", .audience = Audience::open}),
    field<Organisation, &Organisation::cert_law>({.name = "cert_law", .label = "Meldepflicht an das Landes-CERT", .audience = Audience::open, .help = "Gesetz oder Anschlussbedingung."}),
    field<Organisation, &Organisation::serves_others>({.name = "serves_others", .label = "Betreibt IT für andere", .kind = Kind::flag}),
    field<Organisation, &Organisation::informed_offices>({.name = "informed_offices", .label = "Wichtiges vor Ort", .kind = Kind::texts, .help = "Was in der ersten Stunde angerufen wird: Wasserwerk, Kitas."}),
    field<Organisation, &Organisation::code_of_conduct_on>({.name = "code_of_conduct_on", .label = "Verhaltenskodex vom", .kind = Kind::date, .required = Level::reactive}),
    field<Organisation, &Organisation::rules_of_procedure_on>({.name = "rules_of_procedure_on", .label = "Geschäftsordnung des Stabs vom", .kind = Kind::date, .required = Level::building}),
    field<Organisation, &Organisation::exercise_plan_until>({.name = "exercise_plan_until", .label = "Übungsplan reicht bis", .kind = Kind::date, .required = Level::reactive}),
    field<Organisation, &Organisation::stakeholders>({.name = "stakeholders", .label = "Anspruchsgruppen", .kind = Kind::texts, .required = Level::building}),
    field<Organisation, &Organisation::automatic_outputs>({.name = "automatic_outputs", .label = "Automatische Ausgaben", .kind = Kind::texts, .help = "Was bei einem Ausfall gestoppt werden muss: Erinnerungsmails, Zahlläufe."}),
    field<Organisation, &Organisation::deadline_review_on>({.name = "deadline_review_on", .label = "Fristenrecht geprüft am", .kind = Kind::date}),
};
constexpr auto organisation_fields = record_fields<Organisation>(organisation_own_fields);

// clang-format on

} // namespace

constinit const RecordType organisation_type = described({.code = "organisation",
                                                          .plural_code = "organisations",
                                                          .label = "Kommune",
                                                          .plural_label = "Kommune",
                                                          .prefix = "ORG",
                                                          .file = "kommune",
                                                          .help = "Die Kommune selbst: Werte, die für den ganzen Plan gelten.",
                                                          .fields = organisation_fields},
                                                         organisation_access());

} // namespace bcmkit::model
