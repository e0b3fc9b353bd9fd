// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "codec.hpp"

#include <array>

/// The fields that every record has, and those that every node of the dependency graph has: described once.
namespace bcmkit::model {

/// What differs between the types.
struct CommonFields {
    Level owner = Level::optional; ///< from which level it must be answered; so the next three
    Level rto = Level::optional;
    Level rta = Level::optional;
    Level needs = Level::optional;
    std::string_view name_label = "Bezeichnung";
    Audience name_audience = Audience::open;
};

inline constexpr Choice record_status[] = {{"draft", "Entwurf"}, {"released", "freigegeben"}, {"retired", "außer Kraft"}};
inline constexpr Choice record_confidentiality[] = {
    {"open", "offen"}, {"intern", "intern"}, {"confidential", "vertraulich"}, {"social", "Sozialdaten"}, {"vs", "VS-NfD"}};
inline constexpr Choice node_rta_proof[] = {{"test", "Test"}, {"sla", "Vertrag"}, {"estimate", "Schätzung"}, {"none", "keiner"}};
inline constexpr Choice node_spof[] = {
    {"knowledge", "Wissen"}, {"technology", "Technik"}, {"contact", "Ansprechpartner"}, {"none", "keiner"}};

// One row a field.
// clang-format off

template <class T> constexpr std::array<Field, 2> key_fields(const CommonFields& differing) {
    return {
        field<T, &T::id>({.name = "id", .label = "ID", .required = Level::reactive, .audience = Audience::open, .help = "Kürzel und Nummer. Bleibt für immer."}),
        field<T, &T::name>({.name = "name", .label = differing.name_label, .required = Level::reactive, .audience = differing.name_audience}),
    };
}

template <class T> constexpr std::array<Field, 10> recovery_fields(const CommonFields& differing) {
    return {
        field<T, &T::rto>({.name = "rto", .label = "Geforderte Wiederanlaufzeit (RTO)", .kind = Kind::duration, .required = differing.rto, .help = "Bis wann es nach Ausrufen des Notfalls wieder laufen muss (BSI 200-4 §7.2)."}),
        field<T, &T::rta>({.name = "rta", .label = "Tatsächliche Wiederanlaufzeit (RTA)", .kind = Kind::duration, .required = differing.rta, .help = "Wie lange es wirklich dauert. Nicht bekannt: unbekannt (BSI 200-4 §8.2)."}),
        field<T, &T::rta_proof>({.name = "rta_proof", .label = "Nachweis der Wiederanlaufzeit", .kind = Kind::choice, .choices = node_rta_proof}),
        field<T, &T::tested_on>({.name = "tested_on", .label = "Zuletzt getestet am", .kind = Kind::date}),
        field<T, &T::spof>({.name = "spof", .label = "Einzelner Ausfallpunkt", .kind = Kind::choice, .choices = node_spof}),
        field<T, &T::substitute>({.name = "substitute", .label = "Ersatz", .help = "Was stattdessen benutzt werden kann."}),
        field<T, &T::needs>({.name = "needs", .label = "Braucht", .kind = Kind::rows, .required = differing.needs, .row_type = &need_type, .help = "Wovon es abhängt."}),
        field<T, &T::recipes>({.name = "recipes", .label = "Wiederherstellungswege", .kind = Kind::rows, .row_type = &recipe_type}),
        field<T, &T::risk_groups>({.name = "risk_groups", .label = "Gemeinsame Gefahren", .kind = Kind::references, .targets = "risk_group", .help = "Was mehrere zugleich trifft: Trasse, Raum, Konto."}),
        field<T, &T::calendar>({.name = "calendar", .label = "Arbeitskalender", .kind = Kind::reference, .targets = "calendar"}),
    };
}

template <class T> constexpr std::array<Field, 8> keeping_fields(const CommonFields& differing) {
    return {
        field<T, &T::status>({.name = "status", .label = "Stand der Bearbeitung", .kind = Kind::choice, .choices = record_status, .help = "Ohne Angabe: Entwurf."}),
        field<T, &T::owner>({.name = "owner", .label = "Zuständige Rolle", .kind = Kind::reference, .required = differing.owner, .targets = "role,person", .help = "Wer dafür geradesteht."}),
        field<T, &T::reviewed_on>({.name = "reviewed_on", .label = "Geprüft am", .kind = Kind::date}),
        field<T, &T::review_due>({.name = "review_due", .label = "Prüfen bis", .kind = Kind::date}),
        field<T, &T::reviewed_by>({.name = "reviewed_by", .label = "Geprüft von"}),
        field<T, &T::source>({.name = "source", .label = "Quelle", .help = "Woher die Angabe stammt."}),
        field<T, &T::confidentiality>({.name = "confidentiality", .label = "Vertraulichkeit", .kind = Kind::choice, .choices = record_confidentiality}),
        field<T, &T::notes>({.name = "notes", .label = "Notizen", .kind = Kind::long_text, .audience = Audience::full, .help = "Wird nicht gedruckt."}),
    };
}
// clang-format on

template <std::size_t... Sizes> constexpr auto joined(const std::array<Field, Sizes>&... parts) {
    std::array<Field, (Sizes + ...)> all;
    auto place = all.begin();
    ((place = std::ranges::copy(parts, place).out), ...);
    return all;
}

/// The whole table of a record type: id and name, its own fields, who keeps it.
template <class T, std::size_t N> constexpr auto record_fields(const Field (&own)[N], const CommonFields& differing = {}) {
    return joined(key_fields<T>(differing), std::to_array(own), keeping_fields<T>(differing));
}

/// The same for something that can fail and be restored.
template <class T, std::size_t N> constexpr auto node_fields(const Field (&own)[N], const CommonFields& differing = {}) {
    return joined(key_fields<T>(differing), std::to_array(own), recovery_fields<T>(differing), keeping_fields<T>(differing));
}

} // namespace bcmkit::model
