// SPDX-License-Identifier: EUPL-1.2
#include "common_fields.hpp"
#include "record_types.hpp"
#include "row_types.hpp"

#include <bcmkit/model/partners.hpp>

namespace bcmkit::model {

namespace {

// One row a field.
// clang-format off

constexpr Choice provider_kind[] = {{"datacentre", "Rechenzentrum"}, {"vendor", "Hersteller"}, {"ir", "Notfallhilfe (IR)"}, {"telecom", "Telefon und Leitung"}, {"power", "Strom"}, {"insurer", "Versicherung"}, {"bank", "Bank"}, {"supplier", "Lieferant"}, {"hosting", "Internetdienst"}};
constexpr Choice provider_when_needed[] = {{"hour", "Stunde 1"}, {"day", "Tag 1"}, {"week", "Woche 1"}};
constexpr Field provider_own_fields[] = {
    field<Provider, &Provider::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = provider_kind}),
    field<Provider, &Provider::hotline>({.name = "hotline", .label = "Hotline", .kind = Kind::phone, .required = Level::reactive}),
    field<Provider, &Provider::hotline_night>({.name = "hotline_night", .label = "Nacht und Wochenende", .kind = Kind::phone}),
    field<Provider, &Provider::customer_no>({.name = "customer_no", .label = "Kundennummer", .required = Level::reactive}),
    field<Provider, &Provider::sla_response>({.name = "sla_response", .label = "Reaktionszeit laut Vertrag", .kind = Kind::duration}),
    field<Provider, &Provider::sla_rta>({.name = "sla_rta", .label = "Wiederanlauf laut Vertrag", .kind = Kind::duration}),
    field<Provider, &Provider::bcm_statement>({.name = "bcm_statement", .label = "Eigene Notfallvorsorge bestätigt", .kind = Kind::flag}),
    field<Provider, &Provider::sub_providers>({.name = "sub_providers", .label = "Unterauftragnehmer", .kind = Kind::references, .targets = "provider"}),
    field<Provider, &Provider::info_contact>({.name = "info_contact", .label = "Ansprechstelle im Notfall"}),
    field<Provider, &Provider::info_number>({.name = "info_number", .label = "Nummer im Notfall", .kind = Kind::phone}),
    field<Provider, &Provider::when_needed>({.name = "when_needed", .label = "Wann gebraucht", .kind = Kind::choice, .choices = provider_when_needed}),
    field<Provider, &Provider::is_operator>({.name = "is_operator", .label = "Betreibt unsere IT", .kind = Kind::flag}),
};
constexpr auto provider_fields = node_fields<Provider>(provider_own_fields);

constexpr Choice contract_kind[] = {{"operation", "Betrieb"}, {"ir", "Notfallhilfe (IR)"}, {"insurance", "Versicherung"}, {"framework", "Rahmenvertrag"}, {"lease", "Leasing"}, {"maintenance", "Wartung"}, {"telecom", "Leitung"}, {"pentest", "Sicherheitstest"}, {"awareness", "Schulung"}};
constexpr Field contract_own_fields[] = {
    field<Contract, &Contract::provider>({.name = "provider", .label = "Dienstleister", .kind = Kind::reference, .required = Level::reactive, .targets = "provider"}),
    field<Contract, &Contract::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .choices = contract_kind}),
    field<Contract, &Contract::number>({.name = "number", .label = "Vertragsnummer", .required = Level::reactive}),
    field<Contract, &Contract::valid_to>({.name = "valid_to", .label = "Läuft bis", .kind = Kind::date, .required = Level::reactive}),
    field<Contract, &Contract::call_off>({.name = "call_off", .label = "Abruf", .help = "Wie die Leistung abgerufen wird."}),
    field<Contract, &Contract::call_off_by>({.name = "call_off_by", .label = "Abruf durch", .kind = Kind::references, .targets = "role"}),
    field<Contract, &Contract::call_off_code_place>({.name = "call_off_code_place", .label = "Codewort liegt"}),
    field<Contract, &Contract::hours>({.name = "hours", .label = "Zeiten"}),
    field<Contract, &Contract::original_place>({.name = "original_place", .label = "Original liegt"}),
    field<Contract, &Contract::rto_statement>({.name = "rto_statement", .label = "Zusage zur Wiederanlaufzeit", .kind = Kind::duration, .required = Level::reactive}),
    field<Contract, &Contract::info_duty>({.name = "info_duty", .label = "Pflicht zur Information im Notfall", .kind = Kind::flag, .required = Level::reactive}),
    field<Contract, &Contract::offline_copies>({.name = "offline_copies", .label = "Offline-Kopien", .kind = Kind::rows, .required = Level::reactive, .row_type = &offline_copy_type}),
    field<Contract, &Contract::obligations>({.name = "obligations", .label = "Pflichten", .kind = Kind::rows, .row_type = &obligation_type}),
    field<Contract, &Contract::covers>({.name = "covers", .label = "Umfasst", .kind = Kind::references, .targets = "application,infrastructure,network_link,service"}),
};
constexpr auto contract_fields = record_fields<Contract>(contract_own_fields);

constexpr Field insurance_policy_own_fields[] = {
    field<InsurancePolicy, &InsurancePolicy::insurer>({.name = "insurer", .label = "Versicherer", .kind = Kind::reference, .required = Level::reactive, .targets = "provider"}),
    field<InsurancePolicy, &InsurancePolicy::hotline>({.name = "hotline", .label = "Schadenhotline", .kind = Kind::phone, .required = Level::reactive}),
    field<InsurancePolicy, &InsurancePolicy::policy_no>({.name = "policy_no", .label = "Policennummer", .required = Level::reactive}),
    field<InsurancePolicy, &InsurancePolicy::notify_within>({.name = "notify_within", .label = "Melden binnen", .kind = Kind::duration, .required = Level::reactive}),
    field<InsurancePolicy, &InsurancePolicy::approval_for>({.name = "approval_for", .label = "Zustimmung nötig für", .kind = Kind::texts}),
    field<InsurancePolicy, &InsurancePolicy::obligations>({.name = "obligations", .label = "Obliegenheiten", .kind = Kind::rows, .row_type = &obligation_type}),
    field<InsurancePolicy, &InsurancePolicy::exclusions>({.name = "exclusions", .label = "Ausschlüsse", .kind = Kind::texts}),
    field<InsurancePolicy, &InsurancePolicy::valid_to>({.name = "valid_to", .label = "Läuft bis", .kind = Kind::date}),
};
constexpr auto insurance_policy_fields = record_fields<InsurancePolicy>(insurance_policy_own_fields);

constexpr Choice external_contact_kind[] = {{"police", "Polizei"}, {"zac", "Polizei Cybercrime (ZAC)"}, {"dsb_land", "Landesdatenschutz"}, {"cert_land", "Landes-CERT"}, {"bsi", "BSI"}, {"kwid", "Warn- und Informationsdienst"}, {"supervision", "Aufsicht"}, {"social_supervision", "Aufsicht Soziales"}, {"network", "Netzbetreiber"}, {"register", "Register"}, {"bank", "Bank"}, {"court", "Gericht"}, {"hospital", "Klinik"}, {"dispatch", "Leitstelle"}, {"neighbour", "Nachbarkommune"}, {"district", "Kreis"}, {"press", "Presse"}, {"care", "Seelsorge"}, {"power", "Strom"}, {"telecom", "Telefon"}, {"election", "Wahlleitung"}, {"other", "Sonstige"}};
constexpr Field external_contact_own_fields[] = {
    field<ExternalContact, &ExternalContact::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .audience = Audience::open, .choices = external_contact_kind}),
    field<ExternalContact, &ExternalContact::purpose>({.name = "purpose", .label = "Wofür", .audience = Audience::open}),
    field<ExternalContact, &ExternalContact::phone>({.name = "phone", .label = "Telefon Tag", .kind = Kind::phone, .required = Level::reactive, .audience = Audience::open}),
    field<ExternalContact, &ExternalContact::phone_night>({.name = "phone_night", .label = "Nacht und Wochenende", .kind = Kind::phone, .audience = Audience::open}),
    field<ExternalContact, &ExternalContact::fax>({.name = "fax", .label = "Fax", .kind = Kind::phone, .audience = Audience::open}),
    field<ExternalContact, &ExternalContact::email>({.name = "email", .label = "E-Mail", .kind = Kind::email, .audience = Audience::open}),
    field<ExternalContact, &ExternalContact::portal>({.name = "portal", .label = "Portal", .audience = Audience::open}),
    field<ExternalContact, &ExternalContact::address>({.name = "address", .label = "Anschrift", .audience = Audience::open}),
    field<ExternalContact, &ExternalContact::hours>({.name = "hours", .label = "Zeiten", .audience = Audience::open}),
    field<ExternalContact, &ExternalContact::contact_person>({.name = "contact_person", .label = "Ansprechperson"}),
    field<ExternalContact, &ExternalContact::customer_no>({.name = "customer_no", .label = "Kundennummer"}),
    field<ExternalContact, &ExternalContact::verified_on>({.name = "verified_on", .label = "Angaben geprüft am", .kind = Kind::date, .required = Level::reactive}),
    field<ExternalContact, &ExternalContact::night_needed>({.name = "night_needed", .label = "Auch nachts nötig", .kind = Kind::flag}),
    field<ExternalContact, &ExternalContact::scan>({.name = "scan", .label = "Auf das Scan-Blatt", .kind = Kind::flag}),
    field<ExternalContact, &ExternalContact::acceptance_cutoff>({.name = "acceptance_cutoff", .label = "Annahmeschluss", .help = "Bei Banken: Mo–Fr 11 Uhr."}),
    field<ExternalContact, &ExternalContact::second_signer>({.name = "second_signer", .label = "Zweite Unterschrift", .kind = Kind::references, .audience = Audience::staff, .targets = "person"}),
};
constexpr auto external_contact_fields = record_fields<ExternalContact>(external_contact_own_fields);

constexpr Choice reporting_duty_trigger[] = {{"knowledge", "Kenntnis"}, {"finding", "Feststellung"}, {"contract", "laut Vertrag"}, {"order", "vor Anordnung"}};
constexpr Choice reporting_duty_kind[] = {{"dsgvo", "Datenschutz"}, {"affected", "Betroffene"}, {"social", "Sozialdaten"}, {"cert", "Landes-CERT"}, {"network", "Netzbetreiber"}, {"bsi", "BSI"}, {"police", "Polizei"}, {"supervision", "Aufsicht"}, {"disaster", "Katastrophenschutz"}, {"insurance", "Versicherung"}, {"bank", "Bank"}, {"register", "Register"}, {"court", "Gericht"}, {"staff_council", "Personalrat"}, {"council", "Rat oder Kreistag"}, {"election", "Wahl"}, {"partner", "Partner"}, {"customer", "Auftraggeber"}, {"other", "Sonstige"}};
constexpr Field reporting_duty_own_fields[] = {
    field<ReportingDuty, &ReportingDuty::addressee>({.name = "addressee", .label = "Empfänger", .kind = Kind::reference, .required = Level::reactive, .audience = Audience::open, .targets = "external_contact,provider,role"}),
    field<ReportingDuty, &ReportingDuty::addressee_text>({.name = "addressee_text", .label = "Empfänger (Text)", .audience = Audience::open}),
    field<ReportingDuty, &ReportingDuty::basis>({.name = "basis", .label = "Grundlage", .required = Level::reactive, .audience = Audience::open}),
    field<ReportingDuty, &ReportingDuty::trigger>({.name = "trigger", .label = "Uhr läuft ab", .kind = Kind::choice, .audience = Audience::open, .choices = reporting_duty_trigger}),
    field<ReportingDuty, &ReportingDuty::applies_if>({.name = "applies_if", .label = "Gilt für uns, wenn", .required = Level::reactive, .audience = Audience::open}),
    field<ReportingDuty, &ReportingDuty::deadline>({.name = "deadline", .label = "Frist", .kind = Kind::duration, .audience = Audience::open}),
    field<ReportingDuty, &ReportingDuty::deadline_text>({.name = "deadline_text", .label = "Frist (Text)", .required = Level::reactive, .audience = Audience::open, .help = "unverzüglich, möglichst 72 h."}),
    field<ReportingDuty, &ReportingDuty::role>({.name = "role", .label = "Wer meldet", .kind = Kind::reference, .required = Level::reactive, .audience = Audience::open, .targets = "role"}),
    field<ReportingDuty, &ReportingDuty::deputy>({.name = "deputy", .label = "Vertretung", .kind = Kind::reference, .audience = Audience::open, .targets = "role"}),
    field<ReportingDuty, &ReportingDuty::medium>({.name = "medium", .label = "Weg", .required = Level::reactive, .audience = Audience::open}),
    field<ReportingDuty, &ReportingDuty::form_template>({.name = "form_template", .label = "Vordruck", .audience = Audience::open}),
    field<ReportingDuty, &ReportingDuty::follow_up>({.name = "follow_up", .label = "Nachmeldung", .audience = Audience::open}),
    field<ReportingDuty, &ReportingDuty::order>({.name = "order", .label = "Reihenfolge", .kind = Kind::number, .audience = Audience::open}),
    field<ReportingDuty, &ReportingDuty::kind>({.name = "kind", .label = "Art", .kind = Kind::choice, .required = Level::reactive, .audience = Audience::open, .choices = reporting_duty_kind}),
    field<ReportingDuty, &ReportingDuty::verified_on>({.name = "verified_on", .label = "Rechtsstand geprüft am", .kind = Kind::date, .audience = Audience::open}),
    field<ReportingDuty, &ReportingDuty::starts_with_knowledge>({.name = "starts_with_knowledge", .label = "Endet am eintragen", .kind = Kind::flag, .audience = Audience::open}),
};
constexpr auto reporting_duty_fields = record_fields<ReportingDuty>(reporting_duty_own_fields);

// clang-format on

} // namespace

constinit const RecordType provider_type = described({.code = "provider",
                                                      .plural_code = "providers",
                                                      .label = "Dienstleister",
                                                      .plural_label = "Dienstleister",
                                                      .prefix = "PRV",
                                                      .file = "dienstleister",
                                                      .help = "Firmen, Rechenzentren, Zweckverbände.",
                                                      .fields = provider_fields},
                                                     list_access<&Plan::providers>());
constinit const RecordType contract_type = described({.code = "contract",
                                                      .plural_code = "contracts",
                                                      .label = "Vertrag",
                                                      .plural_label = "Verträge",
                                                      .prefix = "VTR",
                                                      .file = "vertraege",
                                                      .help = "",
                                                      .fields = contract_fields},
                                                     list_access<&Plan::contracts>());
constinit const RecordType insurance_policy_type = described({.code = "insurance",
                                                              .plural_code = "insurances",
                                                              .label = "Cyberversicherung",
                                                              .plural_label = "Cyberversicherungen",
                                                              .prefix = "VER",
                                                              .file = "versicherung",
                                                              .help = "",
                                                              .fields = insurance_policy_fields},
                                                             list_access<&Plan::insurances>());
constinit const RecordType external_contact_type = described({.code = "external_contact",
                                                              .plural_code = "external_contacts",
                                                              .label = "Externe Stelle",
                                                              .plural_label = "Externe Stellen",
                                                              .prefix = "EXT",
                                                              .file = "kontakte",
                                                              .help = "Behörden, Bank, Gericht, Klinik, Nachbarn.",
                                                              .fields = external_contact_fields},
                                                             list_access<&Plan::external_contacts>());
constinit const RecordType reporting_duty_type = described({.code = "reporting_duty",
                                                            .plural_code = "reporting_duties",
                                                            .label = "Meldepflicht",
                                                            .plural_label = "Meldepflichten",
                                                            .prefix = "MEL",
                                                            .file = "meldepflichten",
                                                            .help = "",
                                                            .fields = reporting_duty_fields},
                                                           list_access<&Plan::reporting_duties>());

} // namespace bcmkit::model
