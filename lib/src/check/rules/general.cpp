// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

#include <bcmkit/analysis/plan_calendars.hpp>

namespace bcmkit::check {

namespace {

/// The records that a mistyped or informal name may mean, as "SVC-012 Name".
std::vector<std::string> nearest_records(const Subject& subject, const model::Field& field, std::string_view text) {
    std::vector<std::string> names;
    std::map<std::string, std::string> id_by_name;
    for (const auto& record : model::all_records(subject.plan())) {
        if (!model::may_target(field, *record.type)) continue;
        names.push_back(record.name());
        id_by_name.emplace(record.name(), record.id());
        names.push_back(record.id());
    }
    std::vector<std::string> out;
    for (const auto& near : nearest(text, names)) {
        const auto found = id_by_name.find(near);
        out.push_back(found == id_by_name.end() ? near : found->second + " " + near);
    }
    return out;
}

const model::Field& field_of(const model::RecordType& type, std::string_view path) {
    const model::RecordType* of = &type;
    for (;;) {
        const auto bracket = path.find('[');
        const model::Field* field = of->field(path.substr(0, bracket));
        const auto dot = path.find('.');
        if (bracket == std::string_view::npos || dot == std::string_view::npos) return *field;
        of = field->row_type;
        path = path.substr(dot + 1);
    }
}

void references_lead_somewhere(const Subject& subject, Report& report) {
    for (const auto& link : model::all_links(subject.plan())) {
        if (!link.target.is_open() && model::find(subject.plan(), link.target.id)) continue;
        const auto& object = *static_cast<const model::Record*>(link.from.record);
        const std::string written = link.target.is_open() ? link.target.text : link.target.id;
        const auto& field = field_of(*link.from.type, link.field);
        const auto near = nearest_records(subject, field, written);
        const std::string_view top(link.field.data(), std::min(link.field.find('['), link.field.size()));
        Message message =
            near.empty() ? Message{"check.gen_001", {called(object), std::string(field.label), written}}
                         : Message{"check.gen_001_near", {called(object), std::string(field.label), written, joined(near, ", ")}};
        report.add(object, top, std::move(message)).which = written;
    }
}

void improvements_are_on_time(const Subject& subject, Report& report) {
    for (const auto& action : subject.plan().improvements) {
        const bool open = is_active(action) && action.state && *action.state != "done";
        if (open && action.due && *action.due < subject.today())
            report.add(action, "due", {"check.gen_002", {called(action), to_german(*action.due)}});
    }
}

void level_is_reconsidered(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.bcms_level.value_or("R") == "R" && organisation.level_since &&
        organisation.level_since->plus_months(report.limit()) < subject.today())
        report.add(organisation, "level_since", {"check.gen_003", {to_german(*organisation.level_since)}});
}

void leadership_released_results(const Subject& subject, Report& report) {
    const auto& organisation = subject.plan().organisation;
    if (organisation.id.empty()) return;
    if (organisation.bia_released_on.is_open()) report.add(organisation, "bia_released_on", {"check.gen_004_bia", {}});
    if (organisation.staff_released_on.is_open()) report.add(organisation, "staff_released_on", {"check.gen_004_staff", {}});
}

// Rows are part of their record; their required cells are asked once per record and cell.
void look_at_rows(Report& report, const model::Record& object, const model::Field& field, const model::Rows& rows,
                  model::Level level) {
    const auto cells = field.row_type->fields;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].required > level) continue;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto* gap = std::get_if<Gap>(&rows[row].cells[i]);
            if (!gap || *gap == Gap::not_applicable) continue;
            const Message message{"check.gen_006_row",
                                  {called(object), std::string(field.label), std::to_string(row + 1), std::string(cells[i].label),
                                   std::string(model::gap_word(*gap))}};
            if (*gap == Gap::absent)
                report.add(object, field.name, message, {std::string(cells[i].label)});
            else
                report.add(Severity::info, object, field.name, message, {std::string(cells[i].label)});
        }
    }
}

void required_fields_are_answered(const Subject& subject, Report& report) {
    for (const auto& record : model::all_records(subject.plan())) {
        const auto& object = *static_cast<const model::Record*>(record.record);
        if (!is_active(object)) continue;
        for (const auto& field : record.type->fields) {
            const bool has_required_cells =
                field.kind == model::Kind::rows && std::ranges::any_of(field.row_type->fields, [&](const model::Field& cell) {
                    return cell.required <= subject.level();
                });
            if (field.required > subject.level() && !has_required_cells) continue;
            const auto value = field.get(record.record);
            if (const auto* rows = std::get_if<model::Rows>(&value)) {
                if (!report.mentions(object.id, field.name)) look_at_rows(report, object, field, *rows, subject.level());
                continue;
            }
            const auto* gap = std::get_if<Gap>(&value);
            if (!gap || *gap == Gap::not_applicable || field.required > subject.level()) continue;
            // A rule of its own has said more than this one could.
            if (report.mentions(object.id, field.name)) continue;
            const Message message{"check.gen_006",
                                  {called(object), std::string(field.label), std::string(model::gap_word(*gap))}};
            if (*gap == Gap::absent)
                report.add(object, field.name, message, {std::string(field.label)});
            else
                report.add(Severity::info, object, field.name, message, {std::string(field.label)});
        }
    }
}

void security_officer_is_independent(const Subject& subject, Report& report) {
    if (subject.plan().organisation.id.empty() || subject.plan().roles.empty()) return;
    const model::Role* officer = nullptr;
    bool is_unnamed = false;
    for (const auto& role : subject.plan().roles) {
        if (!is_active(role)) continue;
        is_unnamed = is_unnamed || role.name.empty();
        if (folded(role.name).find(folded("Informationssicherheit")) != std::string::npos) officer = &role;
    }
    if (!officer && !is_unnamed) report.add(subject.plan().organisation, "", {"check.gen_005_none", {}});
    if (!officer) return;
    const auto persons = subject.persons_of(model::to(officer->id));
    if (!persons.empty() && persons.front()->works_in_it.value_or(false))
        report.add(*officer, "holders", {"check.gen_005", {called(*officer), persons.front()->name}});
}

void settings_have_an_effect(const Subject& subject, Report& report) {
    for (const auto& setting : subject.plan().check_settings) {
        if (!is_active(setting)) continue;
        const auto* about = setting.rule ? rule(*setting.rule) : nullptr;
        if (setting.rule && !about)
            report.add(setting, "rule", {"check.gen_007_rule", {called(setting), *setting.rule}});
        else if (setting.rule && setting.reason.is_open())
            report.add(setting, "reason", {"check.gen_007_reason", {called(setting), *setting.rule}});
        else if (setting.until && *setting.until < subject.today())
            report.add(setting, "until", {"check.gen_007_until", {called(setting), to_german(*setting.until)}});
        else if (about && setting.limit && (about->limit == 0 || *setting.limit < 1))
            report.add(setting, "limit", {"check.gen_007_limit", {called(setting), std::string(about->id)}});
    }
}

void benchmark_names_its_base(const Subject& subject, Report& report) {
    for (const auto& benchmark : subject.plan().benchmarks) {
        if (is_active(benchmark) && benchmark.caveat.is_open())
            report.add(benchmark, "caveat", {"check.ben_001", {called(benchmark)}});
        if (is_active(benchmark) && benchmark.base_text.is_open())
            report.add(benchmark, "base_text", {"check.ben_001", {called(benchmark)}});
    }
}

void calendars_can_be_read(const Subject& subject, Report& report) {
    for (const auto& calendar : subject.plan().calendars) {
        if (!is_active(calendar)) continue;
        for (const auto row : analysis::unreadable_hours(calendar))
            report.add(calendar, "hours", {"check.gen_008", {called(calendar), std::to_string(row + 1)}});
    }
}

constexpr auto reactive = model::Level::reactive;

constexpr Rule rules[] = {
    {"BK-BEN-001", reactive, Severity::info, Danger::other, benchmark_names_its_base},
    {"BK-GEN-001", reactive, Severity::error, Danger::other, references_lead_somewhere},
    {"BK-GEN-002", reactive, Severity::warning, Danger::other, improvements_are_on_time},
    {"BK-GEN-003", reactive, Severity::info, Danger::other, level_is_reconsidered, 24, "Monate"},
    {"BK-GEN-004", reactive, Severity::warning, Danger::other, leadership_released_results},
    {"BK-GEN-005", reactive, Severity::warning, Danger::other, security_officer_is_independent},
    // Last: what another rule says about a field is not said twice.
    {"BK-GEN-006", reactive, Severity::warning, Danger::other, required_fields_are_answered},
    {"BK-GEN-007", reactive, Severity::warning, Danger::other, settings_have_an_effect},
    {"BK-GEN-008", reactive, Severity::warning, Danger::other, calendars_can_be_read},
};

} // namespace

std::span<const Rule> general_rules() { return rules; }

} // namespace bcmkit::check
