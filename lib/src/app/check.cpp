// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/check.hpp>

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <map>

namespace bcmkit::app {

namespace {

const model::OrgUnit* unit_of(const model::Plan& plan, const std::string& id) {
    const auto view = model::find(plan, id);
    return view && view.type->code == std::string_view("org_unit") ? static_cast<const model::OrgUnit*>(view.record) : nullptr;
}

std::string code_of(const model::Plan& plan, const std::string& id) {
    const auto* unit = unit_of(plan, id);
    return unit ? unit->code.value_or(unit->id) : std::string();
}

std::vector<CheckResult::Unit> units_of(const model::Plan& plan, const CheckResult& result) {
    // By code, so that 20 stands before 50; the whole Kommune has none and comes last.
    std::map<std::pair<bool, std::string>, CheckResult::Unit> by_code;
    const auto unit = [&](const std::string& id) -> CheckResult::Unit& {
        const auto code = code_of(plan, id);
        auto& found = by_code[{code.empty(), code}];
        found.name = code.empty() ? to_text(Message{"app.whole_organisation", {}}) : to_text(Message{"app.unit", {code}});
        if (!code.empty()) found.id = id;
        found.code = code;
        return found;
    };
    for (const auto& finding : result.findings) unit(finding.unit).findings.push_back(&finding);
    for (const auto& one : result.undecided) unit(one.unit).undecided.push_back(&one);
    std::vector<CheckResult::Unit> out;
    for (auto& [code, one] : by_code) {
        for (const auto* finding : one.findings) check::count(*finding, one.summary);
        out.push_back(std::move(one));
    }
    return out;
}

CheckResult shown(const model::Plan& plan, Date day, check::Result found) {
    CheckResult result;
    result.day = day;
    const std::string level = plan.organisation.bcms_level.value_or("R");
    result.level = model::level_word(level == "A"   ? model::Level::building
                                     : level == "S" ? model::Level::standard
                                                    : model::Level::reactive);
    result.services = plan.services.size();
    result.findings = std::move(found.findings);
    result.undecided = std::move(found.undecided);
    result.summary = check::summary(result.findings);
    result.units = units_of(plan, result);
    return result;
}

} // namespace

CheckResult check_plan(const model::Plan& plan, Date day) { return shown(plan, day, check::examine(plan, day)); }

CheckResult check_since(const model::Plan& plan, const model::Plan& before, Date day) {
    auto now = check::examine(plan, day);
    const auto then = check::examine(before, day);
    const auto solved = check::fresh(then.findings, now.findings).size();
    now.findings = check::fresh(now.findings, then.findings);
    std::erase_if(now.undecided, [&](const check::Undecided& one) {
        return std::ranges::any_of(then.undecided,
                                   [&](const check::Undecided& old) { return old.rule == one.rule && old.object == one.object; });
    });
    auto result = shown(plan, day, std::move(now));
    SinceThen then_until_now{{}, solved};
    if (before.changed_on) then_until_now.day = *before.changed_on;
    result.since = then_until_now;
    return result;
}

std::string sentence_of(const model::Plan& plan, std::string_view object, const std::string& message) {
    const std::string id(object);
    const auto view = model::find(plan, id);
    const auto name = view ? view.name() : std::string();
    const std::string head = (name.empty() ? id : id + " " + name) + ": ";
    return message.starts_with(head) ? message.substr(head.size()) : message;
}

} // namespace bcmkit::app
