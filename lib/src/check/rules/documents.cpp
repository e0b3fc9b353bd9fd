// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

namespace bcmkit::check {

namespace {

using model::Document;
using model::PrintedCopy;

template <class Look> void each_document(const Subject& subject, Look look) {
    for (const auto& document : subject.plan().documents) {
        if (is_active(document)) look(document);
    }
}

template <class Look> void each_copy_of(const Subject& subject, const Document& document, Look look) {
    for (const auto& copy : subject.plan().printed_copies) {
        const bool is_there = is_active(copy) && !copy.destroyed_on;
        if (is_there && copy.document && copy.document->id == document.id) look(copy);
    }
}

void plan_is_released(const Subject& subject, Report& report) {
    each_document(subject, [&](const Document& document) {
        if (document.released_by.is_open()) report.add(document, "released_by", {"check.pln_008_by", {called(document)}});
        if (document.released_on.is_open()) report.add(document, "released_on", {"check.pln_008_on", {called(document)}});
    });
}

void plan_is_reviewed(const Subject& subject, Report& report) {
    each_document(subject, [&](const Document& document) {
        if (document.review_due && *document.review_due < subject.today())
            report.add(document, "review_due", {"check.pln_009", {called(document), to_german(*document.review_due)}});
    });
}

struct Copies {
    int recorded = 0, offline = 0;
    std::set<std::string> paper_buildings;
    int paper = 0;
};

Copies copies_of(const Subject& subject, const Document& document) {
    Copies out;
    std::set<std::string> paper_places;
    const auto add = [&](const model::Answer<std::string>& medium, const model::Answer<model::Reference>& place) {
        if (!medium) return;
        ++out.recorded;
        if (is_offline(medium)) ++out.offline;
        if (*medium != "paper" || !place) return;
        paper_places.insert(place->id.empty() ? place->text : place->id);
        out.paper_buildings.insert(subject.building_of(place));
    };
    for (const auto& copy : items(document.storage)) add(copy.medium, copy.location);
    each_copy_of(subject, document, [&](const PrintedCopy& copy) { add(copy.medium, copy.location); });
    out.paper = static_cast<int>(paper_places.size());
    return out;
}

void document_is_readable_without_it(const Subject& subject, Report& report) {
    each_document(subject, [&](const Document& document) {
        if (document.kind.value_or("") == "handbook") return; // BK-PLN-011
        const Copies copies = copies_of(subject, document);
        if (copies.recorded > 0 && copies.offline == 0) report.add(document, "storage", {"check.pln_010", {called(document)}});
    });
}

void handbook_is_readable_without_it(const Subject& subject, Report& report) {
    each_document(subject, [&](const Document& document) {
        if (document.kind.value_or("") != "handbook") return;
        const Copies copies = copies_of(subject, document);
        if (copies.recorded > 0 && copies.offline == 0) report.add(document, "storage", {"check.pln_011", {called(document)}});
    });
}

void handbook_lies_on_paper_in_two_buildings(const Subject& subject, Report& report) {
    each_document(subject, [&](const Document& document) {
        if (document.kind.value_or("") != "handbook") return;
        const Copies copies = copies_of(subject, document);
        // Nothing recorded at all is a missing field; nothing offline is BK-PLN-011.
        if (copies.recorded == 0 || copies.offline == 0) return;
        if (copies.paper < 2)
            report.add(document, "storage", {"check.pln_012_few", {called(document), std::to_string(copies.paper)}});
        else if (copies.paper_buildings.size() < 2)
            report.add(document, "storage",
                       {"check.pln_012_building", {called(document), subject.name(*copies.paper_buildings.begin())}});
    });
}

void copies_are_current(const Subject& subject, Report& report) {
    each_document(subject, [&](const Document& document) {
        if (!document.edition) return;
        each_copy_of(subject, document, [&](const PrintedCopy& copy) {
            if (copy.edition && *copy.edition < *document.edition)
                report.add(copy, "edition",
                           {"check.pln_013",
                            {called(copy), std::to_string(*copy.edition), std::to_string(*document.edition),
                             copy.location ? subject.name(copy.location->id) : copy.place.value_or("")}},
                           {std::to_string(*document.edition)});
        });
    });
}

void immediate_measures_protect_life(const Subject& subject, Report& report) {
    if (subject.plan().documents.empty()) return;
    bool any = false;
    each_document(subject, [&](const Document& document) {
        any = any || may_be(document.kind, "immediate");
        if (document.kind.value_or("") != "immediate") return;
        if (!document.life_and_limb.value_or(false)) report.add(document, "life_and_limb", {"check.pln_015", {called(document)}});
    });
    if (!any && !subject.plan().organisation.id.empty()) report.add(subject.plan().organisation, "", {"check.pln_015_none", {}});
}

void end_of_emergency_is_defined(const Subject& subject, Report& report) {
    for (const auto& unit : subject.plan().org_units) {
        const bool has_critical = std::ranges::any_of(subject.plan().services, [&](const model::Service& service) {
            return is_critical(service) && service.org_unit && service.org_unit->id == unit.id;
        });
        if (is_active(unit) && has_critical && unit.return_criteria.is_open())
            report.add(unit, "return_criteria", {"check.pln_016", {called(unit)}});
    }
}

void encrypted_copy_names_its_key(const Subject& subject, Report& report) {
    const auto look = [&](const model::Record& object, std::string_view field, std::span<const model::OfflineCopy> copies) {
        for (const auto& copy : copies) {
            if (copy.encrypted.value_or(false) && copy.key_place.is_open())
                report.add(object, field, {"check.pln_018", {called(object), copy.place.value_or("")}});
        }
    };
    each_document(subject, [&](const Document& document) { look(document, "storage", items(document.storage)); });
    for (const auto& contract : subject.plan().contracts) look(contract, "offline_copies", items(contract.offline_copies));
}

constexpr auto reactive = model::Level::reactive;

constexpr Rule rules[] = {
    {"BK-PLN-008", reactive, Severity::error, Danger::other, plan_is_released},
    {"BK-PLN-009", reactive, Severity::warning, Danger::other, plan_is_reviewed},
    {"BK-PLN-010", reactive, Severity::error, Danger::other, document_is_readable_without_it},
    {"BK-PLN-011", reactive, Severity::error, Danger::other, handbook_is_readable_without_it},
    {"BK-PLN-012", reactive, Severity::warning, Danger::other, handbook_lies_on_paper_in_two_buildings},
    {"BK-PLN-013", reactive, Severity::error, Danger::other, copies_are_current},
    {"BK-PLN-015", reactive, Severity::error, Danger::person, immediate_measures_protect_life},
    {"BK-PLN-016", reactive, Severity::warning, Danger::other, end_of_emergency_is_defined},
    {"BK-PLN-018", reactive, Severity::warning, Danger::other, encrypted_copy_names_its_key},
};

} // namespace

std::span<const Rule> document_rules() { return rules; }

} // namespace bcmkit::check
