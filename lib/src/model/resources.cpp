// SPDX-License-Identifier: EUPL-1.2
#include "common_fields.hpp"
#include "record_types.hpp"
#include "row_types.hpp"

#include <bcmkit/model/resources.hpp>

namespace bcmkit::model {

namespace {

// One row a field.
// clang-format off

constexpr Choice application_hosting[] = {{"own", "eigenes Haus"}, {"provider", "Dienstleister"}, {"land", "Land"}, {"saas", "Internetdienst"}};
constexpr Field application_own_fields[] = {
    field<Application, &Application::sheet>({.name = "sheet", .label = "Blatt", .audience = Audience::open, .help = "Vergibt das Programm."}),
    field<Application, &Application::vendor>({.name = "vendor", .label = "Hersteller", .kind = Kind::reference, .required = Level::reactive, .targets = "provider"}),
    field<Application, &Application::product>({.name = "product", .label = "Produkt"}),
    field<Application, &Application::version>({.name = "version", .label = "Version", .required = Level::reactive}),
    field<Application, &Application::operator_>({.name = "operator", .label = "Betreiber", .kind = Kind::reference, .required = Level::reactive, .targets = "provider", .help = "Ohne eigenen Betrieb: der Dienstleister."}),
    field<Application, &Application::hosting>({.name = "hosting", .label = "Betrieb", .kind = Kind::choice, .required = Level::reactive, .choices = application_hosting}),
    field<Application, &Application::hotline>({.name = "hotline", .label = "Hotline", .kind = Kind::phone}),
    field<Application, &Application::order_no>({.name = "order_no", .label = "Auftrags- oder Kundennummer"}),
    field<Application, &Application::interfaces>({.name = "interfaces", .label = "Schnittstellen", .kind = Kind::texts}),
    field<Application, &Application::registers>({.name = "registers", .label = "Register", .kind = Kind::references, .targets = "external_contact"}),
    field<Application, &Application::networks>({.name = "networks", .label = "Netze", .kind = Kind::references, .targets = "network_link"}),
    field<Application, &Application::auth>({.name = "auth", .label = "Anmeldung"}),
    field<Application, &Application::installer>({.name = "installer", .label = "Installationsmedium"}),
    field<Application, &Application::licence>({.name = "licence", .label = "Lizenz oder Dongle"}),
    field<Application, &Application::minimum>({.name = "minimum", .label = "Mindestausstattung"}),
    field<Application, &Application::sbom_ref>({.name = "sbom_ref", .label = "Stückliste (SBOM)"}),
    field<Application, &Application::export_format>({.name = "export_format", .label = "Exportformat"}),
    field<Application, &Application::standalone>({.name = "standalone", .label = "Läuft ohne Netz", .kind = Kind::flag}),
    field<Application, &Application::end_of_support>({.name = "end_of_support", .label = "Unterstützung endet", .kind = Kind::date}),
    field<Application, &Application::certificates>({.name = "certificates", .label = "Zertifikate und Karten", .kind = Kind::rows, .row_type = &certificate_type}),
    field<Application, &Application::reconnect>({.name = "reconnect", .label = "Rückkehr ins Netz", .kind = Kind::references, .targets = "reconnect_procedure"}),
    field<Application, &Application::prerequisites>({.name = "prerequisites", .label = "Voraussetzungen", .kind = Kind::texts}),
    field<Application, &Application::steps>({.name = "steps", .label = "Wiederanlauf", .kind = Kind::rows, .required = Level::building, .row_type = &step_type}),
    field<Application, &Application::test_cases>({.name = "test_cases", .label = "Funktionstest", .kind = Kind::rows, .row_type = &test_case_type}),
    field<Application, &Application::abort>({.name = "abort", .label = "Wenn es nicht klappt"}),
    field<Application, &Application::restrictions>({.name = "restrictions", .label = "Einschränkungen im Notbetrieb"}),
    field<Application, &Application::credentials_place>({.name = "credentials_place", .label = "Zugangsdaten liegen", .help = "Umschlag und Tresor, nie das Kennwort."}),
    field<Application, &Application::executed_by>({.name = "executed_by", .label = "Ausführung", .kind = Kind::reference, .targets = "role,person"}),
    field<Application, &Application::deputy>({.name = "deputy", .label = "Vertretung", .kind = Kind::reference, .targets = "role,person"}),
    field<Application, &Application::released_by_unit>({.name = "released_by_unit", .label = "Freigabe durch", .kind = Kind::reference, .targets = "org_unit"}),
    field<Application, &Application::automatic_outputs>({.name = "automatic_outputs", .label = "Automatische Ausgaben", .kind = Kind::texts}),
    field<Application, &Application::family>({.name = "family", .label = "Produktfamilie", .help = "Für den Vergleich mit Partnern."}),
};
constexpr auto application_fields = node_fields<Application>(application_own_fields, {.owner = Level::reactive, .rto = Level::reactive, .rta = Level::reactive, .needs = Level::reactive});

constexpr Field data_source_own_fields[] = {
    field<DataSource, &DataSource::applications>({.name = "applications", .label = "Fachverfahren", .kind = Kind::references, .targets = "application"}),
    field<DataSource, &DataSource::content>({.name = "content", .label = "Inhalt"}),
    field<DataSource, &DataSource::personal_data>({.name = "personal_data", .label = "Personenbezogen", .kind = Kind::flag}),
    field<DataSource, &DataSource::social_data>({.name = "social_data", .label = "Sozialdaten", .kind = Kind::flag}),
    field<DataSource, &DataSource::volume>({.name = "volume", .label = "Umfang"}),
    field<DataSource, &DataSource::backup_interval>({.name = "backup_interval", .label = "Sicherungsabstand (RPA)", .kind = Kind::duration, .required = Level::reactive}),
    field<DataSource, &DataSource::rpo>({.name = "rpo", .label = "Höchstens verlorene Daten (RPO)", .kind = Kind::duration, .required = Level::reactive}),
    field<DataSource, &DataSource::offsite>({.name = "offsite", .label = "Kopie außer Haus", .kind = Kind::flag}),
    field<DataSource, &DataSource::last_restore_test>({.name = "last_restore_test", .label = "Letzte Rücksicherung geprüft am", .kind = Kind::date}),
    field<DataSource, &DataSource::separately_restorable>({.name = "separately_restorable", .label = "Einzeln wiederherstellbar", .kind = Kind::flag, .required = Level::reactive}),
    field<DataSource, &DataSource::separate_alternative>({.name = "separate_alternative", .label = "Ersatz dafür"}),
    field<DataSource, &DataSource::restore_points>({.name = "restore_points", .label = "Sicherungsstände", .kind = Kind::rows, .required = Level::reactive, .row_type = &restore_point_type}),
    field<DataSource, &DataSource::paper_snapshots>({.name = "paper_snapshots", .label = "Papierauszüge", .kind = Kind::rows, .row_type = &paper_snapshot_type}),
    field<DataSource, &DataSource::last_record>({.name = "last_record", .label = "Letzter Beleg vor Ausfall"}),
};
constexpr auto data_source_fields = node_fields<DataSource>(data_source_own_fields, {.owner = Level::reactive, .rta = Level::reactive});

constexpr Choice infrastructure_kind[] = {{"power", "Strom"}, {"network", "Netz"}, {"directory", "Anmeldedienst"}, {"virtualisation", "Virtualisierung"}, {"storage", "Speicher"}, {"backup", "Datensicherung"}, {"telephony", "Telefonie"}, {"access", "Zutritt"}, {"vault", "Passwort-Tresor"}, {"database", "Datenbank"}, {"mail", "E-Mail"}, {"files", "Dateiablage"}, {"radio", "Funk"}, {"client", "Arbeitsplätze"}, {"other", "Sonstiges"}};
constexpr Field infrastructure_own_fields[] = {
    field<Infrastructure, &Infrastructure::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = infrastructure_kind}),
    field<Infrastructure, &Infrastructure::location>({.name = "location", .label = "Ort", .kind = Kind::reference, .targets = "location"}),
    field<Infrastructure, &Infrastructure::rack>({.name = "rack", .label = "Schrank"}),
    field<Infrastructure, &Infrastructure::provider>({.name = "provider", .label = "Dienstleister", .kind = Kind::reference, .targets = "provider"}),
    field<Infrastructure, &Infrastructure::plan>({.name = "plan", .label = "Wiederanlaufplan", .kind = Kind::reference, .targets = "document"}),
    field<Infrastructure, &Infrastructure::steps>({.name = "steps", .label = "Wiederanlauf", .kind = Kind::rows, .row_type = &step_type}),
    field<Infrastructure, &Infrastructure::shutdown_order>({.name = "shutdown_order", .label = "Reihenfolge beim Herunterfahren", .kind = Kind::number}),
    field<Infrastructure, &Infrastructure::runtime>({.name = "runtime", .label = "Restzeit bei Stromausfall", .kind = Kind::duration}),
    field<Infrastructure, &Infrastructure::is_emergency_phone>({.name = "is_emergency_phone", .label = "Trägt die Notfallnummer", .kind = Kind::flag}),
};
constexpr auto infrastructure_fields = node_fields<Infrastructure>(infrastructure_own_fields, {.owner = Level::reactive, .rto = Level::reactive, .rta = Level::reactive});

constexpr Choice network_link_kind[] = {{"backup", "Datensicherung"}, {"internet", "Internet"}, {"state", "Landesnetz"}, {"datacentre", "Rechenzentrum"}, {"site", "Standort"}, {"remote", "Fernwartung"}, {"partner", "Partner"}, {"phone", "Telefon"}};
constexpr Field network_link_own_fields[] = {
    field<NetworkLink, &NetworkLink::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = network_link_kind}),
    field<NetworkLink, &NetworkLink::operator_>({.name = "operator", .label = "Betreiber", .kind = Kind::reference, .required = Level::reactive, .targets = "provider,external_contact"}),
    field<NetworkLink, &NetworkLink::operator_number>({.name = "operator_number", .label = "Gegenseite anrufen", .kind = Kind::phone}),
    field<NetworkLink, &NetworkLink::operator_number_night>({.name = "operator_number_night", .label = "Gegenseite nachts", .kind = Kind::phone}),
    field<NetworkLink, &NetworkLink::device>({.name = "device", .label = "Gerät", .required = Level::reactive}),
    field<NetworkLink, &NetworkLink::port>({.name = "port", .label = "Steckplatz", .required = Level::reactive}),
    field<NetworkLink, &NetworkLink::cable_label>({.name = "cable_label", .label = "Kabel-Beschriftung", .required = Level::reactive}),
    field<NetworkLink, &NetworkLink::cable_colour>({.name = "cable_colour", .label = "Kabel-Farbe", .required = Level::reactive}),
    field<NetworkLink, &NetworkLink::location>({.name = "location", .label = "Raum", .kind = Kind::reference, .required = Level::reactive, .targets = "location"}),
    field<NetworkLink, &NetworkLink::rack>({.name = "rack", .label = "Schrank"}),
    field<NetworkLink, &NetworkLink::rack_unit>({.name = "rack_unit", .label = "Höhe", .help = "Höheneinheit oder „oben“."}),
    field<NetworkLink, &NetworkLink::indicator>({.name = "indicator", .label = "Leuchte", .help = "Welche Leuchte danach aus ist."}),
    field<NetworkLink, &NetworkLink::who_may>({.name = "who_may", .label = "Wer darf trennen"}),
    field<NetworkLink, &NetworkLink::path>({.name = "path", .label = "Weg", .help = "Hauseinführung, Trasse."}),
    field<NetworkLink, &NetworkLink::redundant_with>({.name = "redundant_with", .label = "Zweiter Weg", .kind = Kind::reference, .targets = "network_link"}),
    field<NetworkLink, &NetworkLink::reconnect>({.name = "reconnect", .label = "Rückkehr ins Netz", .kind = Kind::references, .targets = "reconnect_procedure"}),
    field<NetworkLink, &NetworkLink::condition>({.name = "condition", .label = "Anschlussbedingung"}),
};
constexpr auto network_link_fields = node_fields<NetworkLink>(network_link_own_fields);

constexpr Choice alternative_it_kind[] = {{"own", "eigen"}, {"called", "abrufbar"}};
constexpr Field alternative_it_own_fields[] = {
    field<AlternativeIt, &AlternativeIt::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = alternative_it_kind}),
    field<AlternativeIt, &AlternativeIt::control>({.name = "control", .label = "Unter eigener Kontrolle", .kind = Kind::flag}),
    field<AlternativeIt, &AlternativeIt::location>({.name = "location", .label = "Ort", .kind = Kind::reference, .targets = "location"}),
    field<AlternativeIt, &AlternativeIt::capacity>({.name = "capacity", .label = "Kapazität"}),
    field<AlternativeIt, &AlternativeIt::bring_up>({.name = "bring_up", .label = "Bereit nach", .kind = Kind::duration, .required = Level::reactive}),
    field<AlternativeIt, &AlternativeIt::call_off_contract>({.name = "call_off_contract", .label = "Abruf über", .kind = Kind::reference, .targets = "contract"}),
};
constexpr auto alternative_it_fields = node_fields<AlternativeIt>(alternative_it_own_fields);

constexpr Field reconnect_procedure_own_fields[] = {
    field<ReconnectProcedure, &ReconnectProcedure::network>({.name = "network", .label = "Netz oder Register", .kind = Kind::reference, .required = Level::building, .targets = "network_link,external_contact"}),
    field<ReconnectProcedure, &ReconnectProcedure::operator_contact>({.name = "operator_contact", .label = "Ansprechstelle", .required = Level::building}),
    field<ReconnectProcedure, &ReconnectProcedure::evidence>({.name = "evidence", .label = "Geforderte Nachweise", .kind = Kind::texts, .required = Level::building}),
    field<ReconnectProcedure, &ReconnectProcedure::certificates>({.name = "certificates", .label = "Zertifikate", .kind = Kind::texts}),
    field<ReconnectProcedure, &ReconnectProcedure::test>({.name = "test", .label = "Test"}),
    field<ReconnectProcedure, &ReconnectProcedure::approver>({.name = "approver", .label = "Freigabe durch"}),
};
constexpr auto reconnect_procedure_fields = record_fields<ReconnectProcedure>(reconnect_procedure_own_fields);

constexpr Choice risk_group_kind[] = {{"place", "Ort"}, {"power", "Stromkreis"}, {"path", "Trasse"}, {"provider", "Anbieter"}, {"datacentre", "Rechenzentrum"}, {"cluster", "Server-Verbund"}, {"product", "Produkt"}, {"admin", "Verwaltungskonto"}, {"certificate", "Zertifikatsstelle"}, {"person", "Person"}};
constexpr Field risk_group_own_fields[] = {
    field<RiskGroup, &RiskGroup::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = risk_group_kind}),
    field<RiskGroup, &RiskGroup::location>({.name = "location", .label = "Ort", .kind = Kind::reference, .targets = "location"}),
};
constexpr auto risk_group_fields = record_fields<RiskGroup>(risk_group_own_fields);

constexpr Field calendar_own_fields[] = {
    field<Calendar, &Calendar::hours>({.name = "hours", .label = "Arbeitszeiten", .kind = Kind::rows, .required = Level::reactive, .row_type = &calendar_hours_type}),
    field<Calendar, &Calendar::holidays>({.name = "holidays", .label = "Feiertage nach Land", .kind = Kind::flag}),
};
constexpr auto calendar_fields = record_fields<Calendar>(calendar_own_fields);

constexpr Field team_own_fields[] = {
    field<Team, &Team::members>({.name = "members", .label = "Mitglieder", .kind = Kind::references, .targets = "person"}),
    field<Team, &Team::provider>({.name = "provider", .label = "Dienstleister", .kind = Kind::reference, .targets = "provider"}),
    field<Team, &Team::skills>({.name = "skills", .label = "Kenntnisse", .kind = Kind::references, .targets = "skill"}),
    field<Team, &Team::parallel>({.name = "parallel", .label = "Gleichzeitig", .kind = Kind::number, .unit = "Personen", .unit_of_one = "Person"}),
    field<Team, &Team::calendar>({.name = "calendar", .label = "Arbeitskalender", .kind = Kind::reference, .targets = "calendar"}),
};
constexpr auto team_fields = record_fields<Team>(team_own_fields);

constexpr Field skill_own_fields[] = {
    field<Skill, &Skill::description>({.name = "description", .label = "Beschreibung"}),
};
constexpr auto skill_fields = record_fields<Skill>(skill_own_fields);

// clang-format on

} // namespace

constinit const RecordType application_type = described({.code = "application",
                                                         .plural_code = "applications",
                                                         .label = "Fachverfahren",
                                                         .plural_label = "Fachverfahren",
                                                         .prefix = "APP",
                                                         .file = "fachverfahren",
                                                         .help = "Programme, mit denen Leistungen erbracht werden.",
                                                         .fields = application_fields},
                                                        list_access<&Plan::applications>());
constinit const RecordType data_source_type = described({.code = "data_source",
                                                         .plural_code = "data_sources",
                                                         .label = "Datenbestand",
                                                         .plural_label = "Datenbestände",
                                                         .prefix = "DAT",
                                                         .file = "daten",
                                                         .help = "Daten und ihre Sicherung.",
                                                         .fields = data_source_fields},
                                                        list_access<&Plan::data_sources>());
constinit const RecordType infrastructure_type =
    described({.code = "infrastructure",
               .plural_code = "infrastructures",
               .label = "IT-Basis",
               .plural_label = "IT-Basis",
               .prefix = "INF",
               .file = "infrastruktur",
               .help = "Strom, Server, Anmeldung, Telefonie: was alles andere trägt.",
               .fields = infrastructure_fields},
              list_access<&Plan::infrastructures>());
constinit const RecordType network_link_type = described({.code = "network_link",
                                                          .plural_code = "network_links",
                                                          .label = "Netzanbindung",
                                                          .plural_label = "Netzanbindungen",
                                                          .prefix = "NET",
                                                          .file = "netze",
                                                          .help = "Verbindungen nach außen und die Stecker, die man zieht.",
                                                          .fields = network_link_fields},
                                                         list_access<&Plan::network_links>());
constinit const RecordType alternative_it_type = described({.code = "alternative_it",
                                                            .plural_code = "alternative_its",
                                                            .label = "Ersatz-IT",
                                                            .plural_label = "Ersatz-IT",
                                                            .prefix = "EIT",
                                                            .file = "ersatz-it",
                                                            .help = "",
                                                            .fields = alternative_it_fields},
                                                           list_access<&Plan::alternative_its>());
constinit const RecordType reconnect_procedure_type = described({.code = "reconnect_procedure",
                                                                 .plural_code = "reconnect_procedures",
                                                                 .label = "Rückkehr ins Netz",
                                                                 .plural_label = "Rückkehr in die Netze",
                                                                 .prefix = "RUE",
                                                                 .file = "rueckkehr",
                                                                 .help = "",
                                                                 .fields = reconnect_procedure_fields},
                                                                list_access<&Plan::reconnect_procedures>());
constinit const RecordType risk_group_type = described({.code = "risk_group",
                                                        .plural_code = "risk_groups",
                                                        .label = "Gemeinsame Gefahr",
                                                        .plural_label = "Gemeinsame Gefahren",
                                                        .prefix = "GEF",
                                                        .file = "gefahren",
                                                        .help = "Was mehrere Dinge zugleich trifft.",
                                                        .fields = risk_group_fields},
                                                       list_access<&Plan::risk_groups>());
constinit const RecordType calendar_type = described({.code = "calendar",
                                                      .plural_code = "calendars",
                                                      .label = "Arbeitskalender",
                                                      .plural_label = "Arbeitskalender",
                                                      .prefix = "KAL",
                                                      .file = "kalender",
                                                      .help = "",
                                                      .fields = calendar_fields},
                                                     list_access<&Plan::calendars>());
constinit const RecordType team_type = described({.code = "team",
                                                  .plural_code = "teams",
                                                  .label = "Team",
                                                  .plural_label = "Teams",
                                                  .prefix = "TEA",
                                                  .file = "teams",
                                                  .help = "",
                                                  .fields = team_fields},
                                                 list_access<&Plan::teams>());
constinit const RecordType skill_type = described({.code = "skill",
                                                   .plural_code = "skills",
                                                   .label = "Kenntnis",
                                                   .plural_label = "Kenntnisse",
                                                   .prefix = "KEN",
                                                   .file = "kenntnisse",
                                                   .help = "",
                                                   .fields = skill_fields},
                                                  list_access<&Plan::skills>());

} // namespace bcmkit::model
