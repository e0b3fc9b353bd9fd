// SPDX-License-Identifier: EUPL-1.2
// What the sheet of a service prints: the way without IT, what it takes, the way back.
#include "parts.hpp"

#include <bcmkit/analysis/priority.hpp>
#include <bcmkit/base/phone.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <set>

namespace bcmkit::compose {

namespace {

using model::RecordView;

bool is_for_it(const Source& source, const RecordView& fallback) {
    const auto scenarios = texts_of(source, fallback, "scenarios");
    return scenarios.empty() ||
           std::ranges::any_of(scenarios, [](const auto& text) { return text.find("IT") != std::string::npos; });
}

/// The fallbacks of a service, those for an IT outage first.
std::vector<RecordView> fallbacks_of(const Source& source, const RecordView& service) {
    auto out = source.pointing_at(service.id(), "fallback");
    std::stable_partition(out.begin(), out.end(), [&](const RecordView& fallback) { return is_for_it(source, fallback); });
    return out;
}

doc::Value start_text(const Source& source, const RecordView& service) {
    auto text = source.text(service, "start_when");
    for (const auto& fallback : fallbacks_of(source, service)) {
        if (text.empty()) text = source.text(fallback, "trigger");
    }
    // Nothing known: what the field itself says, a line to write on or "entfällt".
    return text.empty() ? source.value(service, "start_when") : doc::text_value(std::move(text));
}

bool is_return(const RowView& step) { return step.is("phase", "return"); }
bool is_start(const RowView& step) {
    return !is_return(step) && !step.is("phase", "test") && !step.is("phase", "prepare") && !step.is("phase", "recovery");
}

doc::Value ways(const Source& source, const RecordView& service) {
    const auto fallbacks = fallbacks_of(source, service);
    std::vector<doc::Value> out;
    for (const auto& fallback : fallbacks) {
        // Where one role does it all, "Wer startet" says so once.
        std::set<const void*> roles;
        for (const auto& step : rows_of(source, fallback, "steps")) {
            if (is_start(step)) roles.insert(step.target("role").record);
        }
        std::vector<doc::Value> steps;
        for (const auto& step : rows_of(source, fallback, "steps")) {
            if (is_start(step)) steps.push_back(step_value(source, step, roles.size() > 1));
        }
        out.push_back(
            doc::object_value({{"heading", doc::text_or_missing(fallbacks.size() > 1 ? fallback.name() : std::string(), {})},
                               {"steps_start", list_of(std::move(steps))}}));
    }
    return list_of(std::move(out));
}

/// The limit as it follows "nach": "24 Stunden", "3 Tagen".
doc::Value limit_text(const Source& source, const RecordView& service) {
    auto text = source.text(service, "mtpd");
    if (text.ends_with("Tage") || text.ends_with("Monate") || text.ends_with("Jahre")) text += "n";
    return text.empty() ? source.value(service, "mtpd") : doc::text_value(std::move(text));
}

/// "3 Arbeitstage": so long before payday the bank wants to know.
doc::Value bank_lead(const Source&, const RecordView& service) {
    const auto held = service.get("bank_lead_days");
    const bool is_number = std::holds_alternative<std::int64_t>(held);
    return doc::text_or_missing(is_number ? model::display(*service.type->field("bank_lead_days"), held) : std::string(), {});
}

/// False where "entfällt" is recorded: then nobody stands at the counter who would need a sentence.
doc::Value has_citizens(const Source&, const RecordView& service) {
    const auto held = service.get("citizen_text");
    const auto* gap = std::get_if<model::Gap>(&held);
    return {!gap || *gap != model::Gap::not_applicable};
}

/// "4 Sachbearbeitung, 1 Kasse" breaks in front of a number, never behind it.
std::string with_numbers_held(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_held = text[i] == ' ' && i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
        out += is_held ? std::string_view("\u00A0") : text.substr(i, 1);
    }
    return out;
}

doc::Value staff_rows(const Source& source, const RecordView& service) {
    auto rows = rows_of(source, service, "staff_needed");
    for (const auto& fallback : fallbacks_of(source, service)) {
        if (rows.empty()) rows = rows_of(source, fallback, "staff");
    }
    std::vector<doc::Value> out;
    for (const auto& row : rows) {
        auto staff = row.text("staff");
        const auto persons = row.text("persons");
        if (staff.empty()) staff = persons;
        out.push_back(doc::object_value({{"period", row.value("period")},
                                         {"staff_text", doc::text_or_missing(with_numbers_held(staff), {})},
                                         {"cases", row.value("cases")}}));
    }
    return list_or_answer(source, service, "staff_needed", std::move(out));
}

doc::Value has_staff(const Source& source, const RecordView& service) { return {staff_rows(source, service).is_true()}; }

/// Everything that lies on the table before the first case: equipment, forms, cases, paper lists.
doc::Value supplies(const Source& source, const RecordView& service) {
    std::vector<doc::Value> out;
    const auto add = [&](std::string_view key, std::string text, std::string sheet, std::string place) {
        const auto part = [&](std::string_view name) { return doc::text_or_missing(name == key ? text : std::string(), {}); };
        out.push_back(doc::object_value({{"text", part("text")},
                                         {"form", part("form")},
                                         {"kit", part("kit")},
                                         {"list", part("list")},
                                         {"sheet", doc::text_or_missing(std::move(sheet), {})},
                                         {"place", doc::text_or_missing(std::move(place), {})}}));
    };
    const auto equipment = texts_of(source, service, "equipment");
    for (const auto& text : equipment) add("text", with_grouped_phones(text), {}, {});
    const auto is_named = [&](const std::string& word) {
        return !word.empty() &&
               std::ranges::any_of(equipment, [&](const auto& text) { return text.find(word) != std::string::npos; });
    };
    std::vector<std::string> seen;
    const auto is_new = [&](const RecordView& record) {
        if (std::ranges::count(seen, record.id())) return false;
        seen.push_back(record.id());
        return true;
    };
    for (const auto& fallback : fallbacks_of(source, service)) {
        for (const auto& form : source.targets(fallback, "forms")) {
            const auto code = source.text(form, "code");
            if (is_new(form) && !is_named(code))
                add("form", code.empty() ? form.name() : code, source.sheet_number(form.id()), {});
        }
        for (const auto& kit : source.targets(fallback, "kits")) {
            if (is_new(kit) && !is_named(kit.name())) add("kit", kit.name(), {}, source.text(kit, "location.name"));
        }
        // What was recorded as equipment names the paper lists already.
        const auto data = source.target(fallback, "case_data_source");
        if (!equipment.empty() || !data || !is_new(data)) continue;
        for (const auto& snapshot : rows_of(source, data, "paper_snapshots"))
            add("list", snapshot.text("content"), {}, snapshot.text("place"));
    }
    return list_or_answer(source, service, "equipment", std::move(out));
}

struct Dependency {
    std::string name;
    bool essential = false;
};

/// What the service hangs on: whether it stops without it, or goes on with limits.
std::vector<Dependency> dependencies_of(const Source& source, const RecordView& service) {
    std::vector<Dependency> entries;
    const auto add = [&](const std::string& name, bool essential) {
        if (name.empty()) return;
        const auto found = std::ranges::find(entries, name, &Dependency::name);
        if (found == entries.end())
            entries.push_back({name, essential});
        else
            found->essential = found->essential || essential;
    };
    const auto fallbacks = fallbacks_of(source, service);
    const bool runs_on_paper = std::ranges::any_of(fallbacks, [](const RecordView& fallback) {
        const auto value = fallback.get("needs_it");
        const auto* needs_it = std::get_if<bool>(&value);
        return needs_it && !*needs_it;
    });
    const auto add_needs = [&](const RecordView& record, bool otherwise) {
        for (const auto& need : rows_of(source, record, "needs")) {
            if (need.is("phase", "RESTORE")) continue;
            const auto node = need.get("node");
            const auto* reference = std::get_if<model::Reference>(&node);
            if (!reference) continue;
            const auto value = need.get("essential");
            const auto* essential = std::get_if<bool>(&value);
            const bool is_alternative = !need.text("group").empty();
            // What the Notbetrieb needs, no paper replaces.
            const bool is_presumed = (otherwise || need.is("for_level", "emergency")) && !is_alternative;
            add(name_of(source, *reference), essential ? *essential : is_presumed);
        }
    };
    for (const auto& fallback : fallbacks) add_needs(fallback, true);
    add_needs(service, !runs_on_paper);
    const auto uses = service.get("uses");
    if (const auto* references = std::get_if<model::References>(&uses)) {
        for (const auto& reference : *references) add(name_of(source, reference), !runs_on_paper);
    }
    return entries;
}

doc::Value depends_text(const Source& source, const RecordView& service, bool essential) {
    std::vector<std::string> names;
    for (auto& dependency : dependencies_of(source, service)) {
        if (dependency.essential == essential) names.push_back(std::move(dependency.name));
    }
    return doc::text_or_missing(joined(names, " · "), {});
}
doc::Value stops_without(const Source& source, const RecordView& service) { return depends_text(source, service, true); }
doc::Value limited_without(const Source& source, const RecordView& service) { return depends_text(source, service, false); }

/// A note without a number where no partner is recorded that has one.
doc::Value partner_alone(const Source& source, const RecordView& service) {
    const bool has_number = !source.pointing_at(service.id(), "mutual_aid").empty();
    return doc::text_or_missing(has_number ? std::string() : source.text(service, "partner_note"), {});
}

/// Whom to call: partners with the number of the person in charge, then the contacts of the service, each body once.
doc::Value call_rows(const Source& source, const RecordView& service) {
    std::vector<doc::Value> rows;
    std::set<const void*> partners;
    for (const auto& aid : source.pointing_at(service.id(), "mutual_aid")) {
        const auto partner = source.target(aid, "partner");
        std::string name = source.text(aid, "partner.name");
        if (const auto person = source.text(aid, "contact_day"); !person.empty()) name += ", " + person;
        const auto note = partners.empty() ? source.text(service, "partner_note") : std::string();
        rows.push_back(doc::object_value({{"name", doc::text_or_missing(std::move(name), "Partner")},
                                          {"purpose", doc::text_value(note.empty() ? "Partner" : "Partner: " + note)},
                                          {"phone", source.value(aid, "phone_day")},
                                          {"phone_night", source.value(aid, "phone_night")}}));
        partners.insert(partner.record);
    }
    for (const auto& contact : source.targets(service, "contacts")) {
        if (!partners.contains(contact.record)) add_call_rows(source, contact, rows);
    }
    return list_or_answer(source, service, "contacts", std::move(rows));
}

void add_new(model::Texts& into, model::Texts lines) {
    for (auto& line : lines) {
        if (!line.empty() && !std::ranges::count(into, line)) into.push_back(std::move(line));
    }
}

doc::Value back_steps(const Source& source, const RecordView& service) {
    auto lines = texts_of(source, service, "return_steps");
    if (!lines.empty()) return texts_value(lines);
    for (const auto& fallback : fallbacks_of(source, service)) {
        add_new(lines, texts_of(source, fallback, "return_steps"));
        for (const auto& step : rows_of(source, fallback, "steps")) {
            if (is_return(step)) add_new(lines, {step.text("action")});
        }
    }
    return texts_value(lines);
}

doc::Value reentry_steps(const Source& source, const RecordView& service) {
    auto lines = texts_of(source, service, "reentry");
    if (!lines.empty()) return texts_value(lines);
    for (const auto& fallback : fallbacks_of(source, service)) add_new(lines, {source.text(fallback, "backlog")});
    return texts_value(lines);
}

doc::Value last_test(const Source& source, const RecordView& service) {
    doc::Value on{doc::Missing{}}, result{doc::Missing{}};
    for (const auto& fallback : fallbacks_of(source, service)) {
        if (on.is_true()) break;
        on = source.value(fallback, "tested_on");
        result = source.value(fallback, "test_result");
    }
    if (!on.is_true()) return {doc::Missing{}};
    return doc::object_value({{"on", std::move(on)}, {"result", std::move(result)}});
}

doc::Value has_fallback(const Source& source, const RecordView& service) { return {!fallbacks_of(source, service).empty()}; }

doc::Value has_partner(const Source& source, const RecordView& service) {
    const auto fallbacks = fallbacks_of(source, service);
    const bool goes_out = std::ranges::any_of(fallbacks, [](const RecordView& fallback) {
        const auto mode = fallback.get("mode");
        const auto* code = text_in(mode);
        return code && *code == "other_municipality";
    });
    return {goes_out || !source.pointing_at(service.id(), "mutual_aid").empty()};
}

doc::Value fallback_mode(const Source& source, const RecordView& service) {
    for (const auto& fallback : fallbacks_of(source, service)) {
        if (auto mode = source.text(fallback, "mode"); !mode.empty()) return doc::text_value(std::move(mode));
    }
    return {doc::Missing{}};
}

/// The next date that hurts: payday, or what was recorded as the worst time.
doc::Value next_date(const Source& source, const RecordView& service) {
    for (const auto field : {"payment_day", "worst_time"}) {
        if (auto text = source.text(service, field); !text.empty()) return doc::text_value(std::move(text));
    }
    return {doc::Missing{}};
}

const model::Service& record_of(const RecordView& service) { return *static_cast<const model::Service*>(service.record); }

/// "A", or "A (Vorschlag)" as long as nobody confirmed it; of the season that the date is in.
std::string priority_of(const Source& source, const RecordView& service) {
    return analysis::to_text(analysis::priority_of(record_of(service), source.plan().organisation, source.date()));
}

doc::Value priority_text(const Source& source, const RecordView& service) {
    return doc::text_or_missing(priority_of(source, service), "Priorität");
}

doc::Value services_a(const Source& source, const RecordView&) {
    auto services = source.all("service");
    std::erase_if(services, [&](const RecordView& service) { return !priority_of(source, service).starts_with('A'); });
    return source.records(services, "service");
}

/// Two columns, read downwards on each side as the lists of the plan are.
doc::Value services_a_pairs(const Source& source, const RecordView& record) {
    const auto all = services_a(source, record);
    const auto& items = std::get<doc::Items>(all.is).items;
    const std::size_t rows = (items.size() + 1) / 2;
    std::vector<doc::Value> pairs;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto name = [&](std::size_t at) { return doc::text_value(at < items.size() ? text_of(items[at]) : std::string()); };
        pairs.push_back(doc::object_value({{"left", name(i)}, {"right", name(i + rows)}}));
    }
    return list_of(std::move(pairs));
}

doc::Value payout_services(const Source& source, const RecordView&) {
    auto services = source.all("service");
    std::erase_if(services, [](const RecordView& service) { return !is_yes(service, "pays_out"); });
    return source.records(services, "service");
}

/// Rows of boxes whose widths add up to a line.
doc::Value field_rows(const Source& source, const RecordView& form) {
    constexpr std::int64_t full = 100;
    std::vector<doc::Value> rows, fields;
    std::int64_t used = 0;
    const auto close = [&] {
        if (!fields.empty())
            rows.push_back(
                doc::object_value({{"fields", list_of(std::move(fields))}, {"label", {doc::Missing{}}}, {"lines", {false}}}));
        fields.clear();
        used = 0;
    };
    for (const auto& field : rows_of(source, form, "fields")) {
        const auto lines = field.get("lines"), width = field.get("width");
        const auto* count = std::get_if<std::int64_t>(&lines);
        const auto* percent = std::get_if<std::int64_t>(&width);
        if (count && *count > 1) {
            close();
            rows.push_back(doc::object_value({{"fields", list_of({})}, {"label", field.value("label")}, {"lines", {true}}}));
            continue;
        }
        const std::int64_t share = std::clamp<std::int64_t>(percent ? *percent : full / 2, 1, full);
        if (used + share > full) close();
        used += share;
        const auto quarters = std::clamp<std::int64_t>((share + 12) / 25, 1, 4);
        fields.push_back(doc::object_value({{"label", field.value("label")},
                                            {"first", {fields.empty()}},
                                            {"quarter", {quarters == 1}},
                                            {"half", {quarters == 2}},
                                            {"most", {quarters == 3}},
                                            {"whole", {quarters == 4}}}));
    }
    close();
    return list_of(std::move(rows));
}

constexpr Derived table[] = {
    {"", "services_a", "[service]", "Leistungen der Priorität A", services_a},
    {"", "services_a_pairs", "[{left,right}]", "Leistungen der Priorität A", services_a_pairs},
    {"", "payout_services", "[service]", "Auszahlungen", payout_services},
    {"service", "priority_text", "text", "Priorität", priority_text},
    {"service", "start_text", "text", "Starten, wenn", start_text},
    {"service", "ways", "[{heading,steps_start:[{critical:flag,lead,text,who,wanted,duration,choices:[text]}]}]", "Schritte",
     ways},
    {"service", "limit_text", "text", "Spätestens wieder nach", limit_text},
    {"service", "has_citizens", "flag", "Satz für Bürger", has_citizens},
    {"service", "staff_rows", "[{period,staff_text,cases}]", "Personal", staff_rows},
    {"service", "has_staff", "flag", "Personal", has_staff},
    {"service", "supplies", "[{text,form,kit,list,sheet,place}]", "Das brauchen Sie", supplies},
    {"service", "bank_lead", "text", "Vorlauf der Bank", bank_lead},
    {"service", "stops_without", "text", "Geht nicht ohne", stops_without},
    {"service", "limited_without", "text", "Eingeschränkt ohne", limited_without},
    {"service", "partner_alone", "text", "Partner", partner_alone},
    {"service", "call_rows", call_shape, "Wichtige Nummern", call_rows},
    {"service", "back_steps", "[text]", "Zurück in den Normalbetrieb", back_steps},
    {"service", "reentry_steps", "[text]", "Nacherfassung", reentry_steps},
    {"service", "last_test", "{on,result}", "Letzter Test", last_test},
    {"service", "has_fallback", "flag", "Notbetrieb", has_fallback},
    {"service", "has_partner", "flag", "Partner", has_partner},
    {"service", "fallback_mode", "text", "Notbetrieb", fallback_mode},
    {"service", "next_date", "text", "Nächster Stichtag", next_date},
    {"form", "field_rows", "[{label,lines:flag,fields:[{label,first:flag,quarter:flag,half:flag,most:flag,whole:flag}]}]",
     "Felder", field_rows},
};

} // namespace

std::span<const Derived> derived_service_sheets() { return table; }

} // namespace bcmkit::compose
