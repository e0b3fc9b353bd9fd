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

bool is_about(const Document& document, std::string_view kind, const std::string& id) {
    return may_be(document.kind, kind) &&
           (document.scope.is_open() ||
            std::ranges::any_of(items(document.scope), [&](const model::Reference& one) { return one.id == id; }));
}

bool has_document(const Subject& subject, std::string_view kind, const std::string& id) {
    return std::ranges::any_of(subject.plan().documents,
                               [&](const Document& document) { return is_active(document) && is_about(document, kind, id); });
}

void unit_has_its_plan(const Subject& subject, Report& report) {
    for (const auto& unit : subject.plan().org_units) {
        const bool has_critical = std::ranges::any_of(subject.plan().services, [&](const model::Service& service) {
            return is_critical(service) && service.org_unit && service.org_unit->id == unit.id;
        });
        if (is_active(unit) && has_critical && !has_document(subject, "gfp", unit.id))
            report.add(unit, "", {"check.pln_001", {called(unit)}}, {unit.name});
    }
}

void report_missing_sections(const Subject& subject, Report& report, std::initializer_list<std::string_view> kinds) {
    each_document(subject, [&](const Document& document) {
        const std::string kind = document.kind.value_or("");
        if (std::ranges::find(kinds, kind) == kinds.end() || items(document.missing_sections).empty()) return;
        report.add(document, "missing_sections",
                   {"check.pln_002", {called(document), joined(items(document.missing_sections), ", ")}});
    });
}

void plan_has_all_sections(const Subject& subject, Report& report) { report_missing_sections(subject, report, {"gfp"}); }

void resource_has_restart_plan(const Subject& subject, Report& report) {
    std::set<std::string> critical;
    for (const auto& service : subject.plan().services) {
        if (!is_critical(service)) continue;
        for (const auto& used : items(service.uses)) critical.insert(used.id);
    }
    for (const auto& application : subject.plan().applications) {
        if (!is_active(application) || !critical.contains(application.id) || !application.steps.is_open()) continue;
        if (!has_document(subject, "wap", application.id))
            report.add(application, "steps", {"check.pln_004", {called(application)}});
    }
}

void restart_plan_has_all_sections(const Subject& subject, Report& report) {
    report_missing_sections(subject, report, {"wap", "whp"});
}

/// Calls look(record, steps, somebody) for everything that has a restart; `somebody`: one who does all of it.
template <class Look> void each_restart(const Subject& subject, Look look) {
    for (const auto& application : subject.plan().applications) {
        if (is_active(application)) look(application, items(application.steps), !application.executed_by.is_open());
    }
    for (const auto& infrastructure : subject.plan().infrastructures) {
        if (is_active(infrastructure)) look(infrastructure, items(infrastructure.steps), !infrastructure.owner.is_open());
    }
}

void steps_can_be_done(const Subject& subject, Report& report) {
    each_restart(subject, [&](const model::Record& record, std::span<const model::Step> steps, bool somebody) {
        std::size_t open = 0;
        for (const auto& step : steps) {
            const bool is_restart = step.phase.value_or("recovery") == "recovery";
            if (is_restart && (step.duration.is_open() || (step.role.is_open() && !somebody))) ++open;
        }
        if (open > 0)
            report.add(record, "steps", {"check.pln_006", {called(record), std::to_string(open), std::to_string(steps.size())}});
    });
}

void steps_are_in_order(const Subject& subject, Report& report) {
    each_restart(subject, [&](const model::Record& record, std::span<const model::Step> steps, bool) {
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto number = static_cast<std::int64_t>(i) + 1;
            // Looking back only: what waits for a later step, or for itself, makes a wrong order or a loop.
            if (steps[i].depends_on && (*steps[i].depends_on >= number || *steps[i].depends_on < 1))
                report.add(record, "steps",
                           {"check.pln_007", {called(record), std::to_string(number), std::to_string(*steps[i].depends_on)}});
        }
    });
}

void document_is_labelled(const Subject& subject, Report& report) {
    each_document(subject, [&](const Document& document) {
        const std::pair<bool, std::string_view> labels[] = {{document.author.is_open(), "author"},
                                                            {document.classification.is_open(), "classification"},
                                                            {document.audience.is_open(), "audience"},
                                                            {document.retention.is_open(), "retention"}};
        for (const auto& [is_missing, field] : labels) {
            if (!is_missing) continue;
            report.add(document, field, {"check.pln_014", {called(document)}});
            break; // one line a document
        }
    });
}

/// "2.04 Kontaktverzeichnis intern" → "2.04"; empty for a text that names no sheet.
std::string_view sheet_in(std::string_view text) {
    const auto end = std::min(text.find_first_of(" ,;"), text.size());
    const auto word = text.substr(0, end);
    const auto dot = word.find('.');
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool is_sheet = dot != std::string_view::npos && dot > 0 && dot + 1 < word.size() &&
                          std::ranges::all_of(word.substr(0, dot), is_digit) && (is_digit(word[dot + 1]) || word[dot + 1] == 'V');
    return is_sheet ? word : std::string_view();
}

void named_sheets_are_printed(const Subject& subject, Report& report) {
    const auto look = [&](const model::Record& record, std::string_view field, std::string_view text) {
        const auto sheet = sheet_in(text);
        if (!sheet.empty() && !subject.is_sheet(sheet))
            report.add(record, field, {"check.pln_019", {called(record), std::string(sheet)}});
    };
    const auto look_at_list = [&](const auto& record) {
        for (const auto& text : items(record.sheets)) look(record, "sheets", text);
    };
    for (const auto& role : subject.plan().roles) look_at_list(role);
    for (const auto& kit : subject.plan().kits) look_at_list(kit);
    for (const auto& scenario : subject.plan().scenarios) look(scenario, "sheet", scenario.sheet.value_or(""));
}

constexpr auto reactive = model::Level::reactive;
constexpr auto building = model::Level::building;

constexpr Rule rules[] = {
    {"BK-PLN-001", reactive, Severity::error, Danger::other, unit_has_its_plan},
    {"BK-PLN-002", reactive, Severity::error, Danger::other, plan_has_all_sections},
    {"BK-PLN-004", building, Severity::error, Danger::other, resource_has_restart_plan},
    {"BK-PLN-005", building, Severity::error, Danger::other, restart_plan_has_all_sections},
    {"BK-PLN-006", reactive, Severity::warning, Danger::other, steps_can_be_done},
    {"BK-PLN-007", reactive, Severity::warning, Danger::other, steps_are_in_order},
    {"BK-PLN-008", reactive, Severity::error, Danger::other, plan_is_released},
    {"BK-PLN-009", reactive, Severity::warning, Danger::other, plan_is_reviewed},
    {"BK-PLN-010", reactive, Severity::error, Danger::other, document_is_readable_without_it},
    {"BK-PLN-011", reactive, Severity::error, Danger::other, handbook_is_readable_without_it},
    {"BK-PLN-012", reactive, Severity::warning, Danger::other, handbook_lies_on_paper_in_two_buildings},
    {"BK-PLN-013", reactive, Severity::error, Danger::other, copies_are_current},
    {"BK-PLN-014", building, Severity::warning, Danger::other, document_is_labelled},
    {"BK-PLN-015", reactive, Severity::error, Danger::person, immediate_measures_protect_life},
    {"BK-PLN-016", reactive, Severity::warning, Danger::other, end_of_emergency_is_defined},
    {"BK-PLN-018", reactive, Severity::warning, Danger::other, encrypted_copy_names_its_key},
    {"BK-PLN-019", reactive, Severity::warning, Danger::other, named_sheets_are_printed},
};

} // namespace

std::span<const Rule> document_rules() { return rules; }

} // namespace bcmkit::check
