// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/concentration.hpp>

#include <bcmkit/analysis/priority.hpp>

#include <algorithm>
#include <set>

namespace bcmkit::analysis {

namespace {

using model::items;

bool is_active(const model::Record& record) { return record.status.value_or("") != "retired"; }

const std::string* resolved(const model::Answer<model::Reference>& reference) {
    return reference && !reference->is_open() ? &reference->id : nullptr;
}

} // namespace

std::map<std::string, std::vector<Share>> provider_shares(const model::Plan& plan, Date day) {
    std::map<std::string, std::string> operators; // application → provider
    for (const auto& application : plan.applications) {
        if (const auto* provider = resolved(application.operator_)) operators.emplace(application.id, *provider);
    }
    std::map<char, int> all;
    std::map<std::string, std::map<char, std::set<std::string>>> rests_on;
    for (const auto& service : plan.services) {
        const char letter = priority_of(service, plan.organisation, day).letter;
        if (!is_active(service) || !service.time_critical.value_or(false) || !letter) continue;
        ++all[letter];
        for (const auto& used : items(service.uses)) {
            const auto found = operators.find(used.id);
            if (found != operators.end()) rests_on[found->second][letter].insert(service.id);
        }
    }
    std::map<std::string, std::vector<Share>> out;
    for (const auto& [provider, classes] : rests_on) {
        for (const auto& [letter, services] : classes)
            out[provider].push_back({letter, {services.begin(), services.end()}, all[letter]});
    }
    return out;
}

std::vector<HelperIsOperator> helpers_that_operate(const model::Plan& plan) {
    std::map<std::string, std::vector<std::string>> operates;
    const auto note = [&](const model::Record& record, const model::Answer<model::Reference>& provider) {
        const auto* id = resolved(provider);
        if (id && is_active(record)) operates[*id].push_back(record.id);
    };
    for (const auto& application : plan.applications) note(application, application.operator_);
    for (const auto& infrastructure : plan.infrastructures) note(infrastructure, infrastructure.provider);
    std::vector<HelperIsOperator> out;
    for (const auto& contract : plan.contracts) {
        const auto* id = resolved(contract.provider);
        if (!is_active(contract) || contract.kind.value_or("") != "ir" || !id) continue;
        const auto provider = std::ranges::find(plan.providers, *id, &model::Provider::id);
        const bool says_so = provider != plan.providers.end() && provider->is_operator.value_or(false);
        auto what = operates[*id];
        std::ranges::sort(what);
        if (says_so || !what.empty()) out.push_back({contract.id, *id, std::move(what)});
    }
    return out;
}

} // namespace bcmkit::analysis
