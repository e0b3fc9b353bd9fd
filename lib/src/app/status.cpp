// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/status.hpp>

#include <bcmkit/base/text.hpp>
#include <bcmkit/model/plan.hpp>

#include <algorithm>
#include <limits>

namespace bcmkit::app {

namespace {

using model::Gap;
using model::Plan;
using model::RecordView;
using model::Service;

// Services whose failure hurts first are asked about first; without MTPD comes before long MTPD, because that is the first
// question.
Minutes urgency(const Service& service) { return service.mtpd ? service.mtpd->likely : 0; }

void count_fields(UnitStatus& unit, const RecordView& record, model::Level level) {
    for (const auto& field : record.type->fields) {
        if (field.required > level) continue;
        ++unit.required;
        const model::Value value = field.get(record.record);
        const auto* gap = std::get_if<Gap>(&value);
        if (!gap || *gap != Gap::absent) {
            ++unit.answered;
        } else if (!unit.next) {
            unit.next = NextQuestion{record.id(), record.name(), &field};
        }
    }
}

std::string whom_to_ask(const Plan& plan, const model::OrgUnit& unit) {
    for (const auto* answer : {&unit.coordinator, &unit.head}) {
        if (!*answer) continue;
        if (const auto person = first_person(plan, (*answer)->id)) return person.name();
        if (const auto role = model::find(plan, (*answer)->id)) return role.name();
    }
    return {};
}

} // namespace

model::Level level_of(const Plan& plan) {
    const std::string code = plan.organisation.bcms_level.value_or("R");
    return code == "S" ? model::Level::standard : code == "A" ? model::Level::building : model::Level::reactive;
}

RecordView first_person(const Plan& plan, const std::string& role_or_person) {
    const RecordView found = model::find(plan, role_or_person);
    if (!found || found.type->code == "person") return found;
    if (found.type->code != "role") return {};
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    RecordView holder;
    for (const auto& row : model::items(static_cast<const model::Role*>(found.record)->holders)) {
        const std::int64_t rank = row.rank.value_or(best - 1);
        if (!row.person || row.person->is_open() || rank >= best) continue;
        best = rank;
        holder = model::find(plan, row.person->id);
    }
    return holder;
}

Status status_of(const Plan& plan) {
    Status status{.level = level_of(plan), .units = {}};
    std::vector<const Service*> services;
    for (const auto& service : plan.services) services.push_back(&service);
    std::ranges::stable_sort(services, {}, [](const Service* s) { return urgency(*s); });

    const auto count_services = [&](UnitStatus& unit, const std::string& id) {
        for (const Service* service : services) {
            if ((service->org_unit ? service->org_unit->id : std::string()) != id) continue;
            ++unit.services;
            count_fields(unit, {model::record_type("service"), service}, status.level);
        }
    };
    for (const auto& org_unit : plan.org_units) {
        UnitStatus unit{.id = org_unit.id, .code = org_unit.code.value_or(""), .name = org_unit.name};
        count_services(unit, org_unit.id);
        count_fields(unit, {model::record_type("org_unit"), &org_unit}, status.level);
        unit.ask = whom_to_ask(plan, org_unit);
        status.units.push_back(std::move(unit));
    }
    std::ranges::stable_sort(status.units, {}, [](const UnitStatus& u) { return sort_key(u.code); });
    UnitStatus without_unit;
    count_services(without_unit, "");
    if (without_unit.services > 0) status.units.push_back(std::move(without_unit));
    return status;
}

} // namespace bcmkit::app
