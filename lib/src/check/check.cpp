// SPDX-License-Identifier: EUPL-1.2
#include "subject.hpp"

#include <bcmkit/base/embedded.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>

namespace bcmkit::check {

namespace {

using model::items;

using Texts = std::map<std::string_view, RuleText, std::less<>>;

/// The value of "**Warum:** …" up to the next blank line.
std::string_view part(std::string_view section, std::string_view name) {
    const std::string mark = "**" + std::string(name) + ":** ";
    const auto begin = section.find(mark);
    if (begin == std::string_view::npos) return {};
    const auto rest = section.substr(begin + mark.size());
    return trimmed(rest.substr(0, rest.find("\n\n")));
}

// "## BK-SVC-002 · Titel", then the three parts.
Texts read_texts() {
    Texts texts;
    for (const auto& entry : embedded_texts()) {
        if (!entry.path.starts_with("lib/src/check/rules/") || !entry.path.ends_with(".de.md")) continue;
        std::string_view rest = entry.text;
        for (auto at = rest.find("\n## "); at != std::string_view::npos; at = rest.find("\n## ")) {
            rest.remove_prefix(at + 4);
            const std::string_view section = rest.substr(0, rest.find("\n## "));
            const std::string_view heading = section.substr(0, section.find('\n'));
            constexpr std::string_view separator = " · ";
            const auto cut = heading.find(separator);
            if (cut == std::string_view::npos) continue;
            texts[heading.substr(0, cut)] = {trimmed(heading.substr(cut + separator.size())), part(section, "Warum"),
                                             part(section, "Abhilfe"), part(section, "Quelle")};
        }
    }
    return texts;
}

std::string filled(std::string_view text, const std::string& id, std::string_view field, const std::vector<std::string>& more) {
    std::string out = replaced(replaced(text, "{id}", id), "{feld}", field);
    for (std::size_t i = 0; i < more.size(); ++i) out = replaced(out, "{" + std::to_string(i) + "}", more[i]);
    return out;
}

/// Whether the risk bears this finding, today or once.
bool is_about(const model::RiskItem& risk, const Finding& finding) {
    if (risk.rule.value_or("") != finding.rule || risk.treatment.value_or("") != "accept" || !risk.reason) return false;
    return std::ranges::any_of(items(risk.target), [&](const model::Reference& target) { return target.id == finding.object; });
}

std::string day_or(const model::Answer<Date>& day, std::string_view otherwise) {
    return day ? to_german(*day) : std::string(otherwise);
}

/// A borne risk turns the finding into an accepted info; one that ran out is named.
void apply_risks(Finding& finding, const model::Plan& plan, Date today) {
    const model::RiskItem* over = nullptr;
    for (const auto& risk : plan.risks) {
        if (!is_about(risk, finding)) continue;
        if (risk.valid_to && *risk.valid_to < today) {
            over = &risk;
            continue;
        }
        const std::string until = risk.valid_to ? to_text({"check.accepted_until", {to_german(*risk.valid_to)}})
                                                : to_text(Message{"check.accepted_for_ever", {}});
        finding.accepted = true;
        finding.severity = Severity::info;
        finding.message = to_text(
            Message{"check.accepted",
                    {finding.message, *risk.reason, risk.accepted_by.value_or(to_text(Message{"check.accepted_nobody", {}})),
                     day_or(risk.accepted_on, "?"), until}});
        return;
    }
    if (over) finding.message = to_text({"check.no_longer_borne", {finding.message, to_german(*over->valid_to)}});
}

/// The setting of a rule that switched it off and ran out.
const model::CheckSetting* expired_setting(const model::Plan& plan, std::string_view rule, Date today) {
    for (const auto& setting : plan.check_settings) {
        const bool was_off = setting.rule.value_or("") == rule && setting.off.value_or(false) && setting.reason.has_value();
        if (was_off && setting.until && *setting.until < today) return &setting;
    }
    return nullptr;
}

Severity severity_of(const std::string& code, Severity otherwise) {
    if (code == "error") return Severity::error;
    if (code == "warning") return Severity::warning;
    return code == "info" ? Severity::info : otherwise;
}

} // namespace

const model::CheckSetting* setting_for(const model::Plan& plan, std::string_view rule, Date today) {
    for (const auto& setting : plan.check_settings) {
        // A setting without reason is no decision, and one that ran out is none any more (BK-GEN-007).
        if (setting.rule.value_or("") == rule && setting.reason && (!setting.until || *setting.until >= today)) return &setting;
    }
    return nullptr;
}

Severity lowered(Severity severity) { return severity == Severity::error ? Severity::warning : Severity::info; }

Severity Rule::severity_at(model::Level of_plan) const { return of_plan >= level ? severity : lowered(severity); }

Finding& Report::add(const model::Record& object, std::string_view field, Message message, std::vector<std::string> more) {
    return add(severity(), object, field, std::move(message), std::move(more));
}

Finding& Report::add(Severity severity, const model::Record& object, std::string_view field, Message message,
                     std::vector<std::string> more) {
    const RuleText text = text_of(*rule_);
    const auto view = model::find(subject_.plan(), object.id);
    Finding finding;
    finding.rule = rule_->id;
    finding.severity = severity;
    finding.object = object.id;
    finding.field = field;
    finding.message = to_text(message);
    finding.reason = filled(text.reason, object.id, field, more);
    finding.remedy = filled(text.remedy, object.id, field, more);
    finding.source = text.source;
    finding.ask = view ? subject_.whom_to_ask(view) : to_text(Message{"check.ask_bcm", {}});
    finding.unit = view ? subject_.unit_of(view) : std::string();
    finding.danger = std::min(rule_->danger, subject_.danger_of(view));
    mentioned_.emplace(finding.object, finding.field);
    return findings_.emplace_back(std::move(finding));
}

bool Report::mentions(std::string_view object, std::string_view field) const {
    return mentioned_.contains({std::string(object), std::string(field)});
}

void Report::cannot_tell(const model::Record& object, Message message) {
    const auto view = model::find(subject_.plan(), object.id);
    undecided_.push_back({rule_->id,
                          object.id,
                          {},
                          {},
                          to_text(message),
                          subject_.whom_to_ask(view),
                          view ? subject_.unit_of(view) : std::string()});
}

int Report::limit() const {
    const auto* setting = setting_for(subject_.plan(), rule_->id, subject_.today());
    return setting && setting->limit && *setting->limit > 0 ? static_cast<int>(std::min<std::int64_t>(*setting->limit, 100'000))
                                                            : rule_->limit;
}

Severity Report::severity() const { return rule_->severity_at(subject_.level()); }

std::span<const Rule> all_rules() {
    static const std::vector<Rule> rules = [] {
        std::vector<Rule> all;
        // General rules come last: what a rule of its own says is not said twice.
        for (const auto area : {service_rules(), resource_rules(), application_rules(), fallback_rules(), document_rules(),
                                staff_rules(), alarm_rules(), partner_rules(), general_rules()})
            all.insert(all.end(), area.begin(), area.end());
        return all;
    }();
    return rules;
}

const Rule* rule(std::string_view id) {
    std::string wanted = folded(id);
    if (!wanted.starts_with("bk-")) wanted = "bk-" + wanted;
    for (const auto& candidate : all_rules()) {
        if (folded(candidate.id) == wanted) return &candidate;
    }
    return nullptr;
}

RuleText text_of(const Rule& rule) {
    static const Texts texts = read_texts();
    const auto found = texts.find(rule.id);
    if (found == texts.end()) throw std::logic_error("no text for rule " + std::string(rule.id));
    return found->second;
}

Result examine(const model::Plan& plan, Date today) {
    const Subject subject(plan, today);
    Report report(subject);
    for (const auto& rule : all_rules()) {
        report.begin(rule);
        rule.look(subject, report);
    }
    Result out;
    out.undecided = report.take_undecided();
    add_open_inputs(subject, report.findings(), out.undecided);
    std::erase_if(out.undecided, [&](const Undecided& one) {
        const auto* setting = setting_for(plan, one.rule, today);
        return setting && setting->off.value_or(false);
    });
    for (auto& finding : report.take()) {
        if (const auto* setting = setting_for(plan, finding.rule, today)) {
            if (setting->off.value_or(false)) continue;
            finding.severity = severity_of(setting->severity.value_or(""), finding.severity);
        } else if (const auto* over = expired_setting(plan, finding.rule, today)) {
            finding.message = to_text({"check.no_longer_off", {finding.message, to_german(*over->until)}});
        }
        apply_risks(finding, plan, today);
        out.findings.push_back(std::move(finding));
    }
    std::ranges::stable_sort(out.findings, {}, [](const Finding& f) {
        return std::tuple(-static_cast<int>(f.severity), f.accepted, f.danger, f.rule, f.object, f.field);
    });
    return out;
}

std::vector<Finding> findings(const model::Plan& plan, Date today) { return examine(plan, today).findings; }

std::vector<Finding> fresh(std::span<const Finding> now, std::span<const Finding> before) {
    using Breach = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;
    const auto breach = [](const Finding& f) { return Breach(f.rule, f.object, f.field, f.which); };
    std::multimap<Breach, const Finding*> known;
    for (const auto& finding : before) known.emplace(breach(finding), &finding);
    std::vector<bool> is_known(now.size());
    // Each old finding is used up once: first by the one that says the same, then by one whose words changed.
    for (const bool in_same_words : {true, false}) {
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (is_known[i]) continue;
            const auto [first, last] = known.equal_range(breach(now[i]));
            const auto same = std::find_if(first, last, [&](const auto& old) {
                return old.second->severity >= now[i].severity && (!in_same_words || old.second->message == now[i].message);
            });
            if (same == last) continue;
            known.erase(same);
            is_known[i] = true;
        }
    }
    std::vector<Finding> out;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (!is_known[i]) out.push_back(now[i]);
    }
    return out;
}

void count(const Finding& finding, Summary& summary) {
    int& counter = finding.accepted                        ? summary.accepted
                   : finding.severity == Severity::error   ? summary.error
                   : finding.severity == Severity::warning ? summary.warning
                                                           : summary.info;
    ++counter;
}

Summary summary(std::span<const Finding> findings) {
    Summary out;
    for (const auto& finding : findings) count(finding, out);
    return out;
}

std::string_view severity_word(Severity severity) {
    switch (severity) {
    case Severity::error: return "FEHLER";
    case Severity::warning: return "WARNUNG";
    case Severity::info: break;
    }
    return "HINWEIS";
}

std::string_view severity_code(Severity severity) {
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: break;
    }
    return "info";
}

} // namespace bcmkit::check
