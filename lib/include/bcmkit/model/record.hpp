// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/rows.hpp>

namespace bcmkit::model {

/// What every record has.
struct Record {
    std::string id;   ///< text id, the only key; never renumbered: "SVC-012"
    std::string name; ///< Bezeichnung

    Answer<std::string> status;          ///< Stand der Bearbeitung: draft, released, retired
    Answer<Reference> owner;             ///< Zuständige Rolle → role,person
    Answer<Date> reviewed_on;            ///< Geprüft am
    Answer<Date> review_due;             ///< Prüfen bis
    Answer<std::string> reviewed_by;     ///< Geprüft von
    Answer<std::string> source;          ///< Quelle
    Answer<std::string> confidentiality; ///< Vertraulichkeit: open, intern, confidential, social, vs
    Answer<std::string> notes;           ///< Notizen

    bool operator==(const Record&) const = default;
};

/// A record that can fail and be restored: a vertex of the dependency graph.
struct Node : Record {
    Answer<Duration> rto;                ///< Geforderte Wiederanlaufzeit (RTO)
    Answer<Duration> rta;                ///< Tatsächliche Wiederanlaufzeit (RTA)
    Answer<std::string> rta_proof;       ///< Nachweis der Wiederanlaufzeit: test, sla, estimate, none
    Answer<Date> tested_on;              ///< Zuletzt getestet am
    Answer<std::string> spof;            ///< Einzelner Ausfallpunkt: knowledge, technology, contact, none
    Answer<std::string> substitute;      ///< Ersatz
    Answer<std::vector<Need>> needs;     ///< Braucht
    Answer<std::vector<Recipe>> recipes; ///< Wiederherstellungswege
    Answer<References> risk_groups;      ///< Gemeinsame Gefahren → risk_group
    Answer<Reference> calendar;          ///< Arbeitskalender → calendar

    bool operator==(const Node&) const = default;
};

} // namespace bcmkit::model
