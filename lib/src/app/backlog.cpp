// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/backlog.hpp>

#include <bcmkit/app/data.hpp>
#include <bcmkit/base/error.hpp>

#include <algorithm>

namespace bcmkit::app {

namespace {

constexpr int most_days = 1000;

std::string label_of(std::string_view field) {
    const auto* found = model::record_type("service")->field(field);
    return std::string(found->label);
}

const model::Service& demand_service(const model::Plan& plan, std::string_view id) {
    const auto record = demand_record(plan, id);
    if (record.type->code != std::string_view("service"))
        throw Error(ErrorCode::usage, {"app.no_service", {record.id(), record.name()}});
    const auto& service = *static_cast<const model::Service*>(record.record);
    if (!service.arrivals || !service.capacity)
        throw Error(ErrorCode::usage, {"app.backlog_needs", {service.name}}, {}, {{"app.backlog_set", {service.id}}});
    return service;
}

analysis::BacklogCase case_of(const model::Service& service, int days, std::vector<std::string>& assumed) {
    analysis::BacklogCase out;
    out.arrivals = *service.arrivals;
    out.capacity = *service.capacity;
    out.days = days;
    const auto read = [&](const model::Answer<std::int64_t>& answer, std::string_view field) {
        if (!answer && !answer.is(model::Gap::not_applicable)) assumed.push_back(label_of(field));
        return answer.value_or(0);
    };
    out.overtime = read(service.overtime, "overtime");
    out.emergency = read(service.emergency_capacity, "emergency_capacity");
    out.reentry = read(service.reentry_effort, "reentry_effort");
    return out;
}

/// Working days from `today` on, as a day of the calendar: five of seven.
Date after_working_days(Date today, int days) { return today.plus_days(static_cast<std::int64_t>(days) * 7 / 5); }

} // namespace

BacklogReport backlog_report(const model::Plan& plan, std::string_view id, int days, Date today) {
    if (days < 1 || days > most_days) throw Error(ErrorCode::usage, {"app.backlog_days", {std::to_string(most_days)}});
    BacklogReport out;
    const auto& service = demand_service(plan, id);
    out.service = &service;
    out.input = case_of(service, days, out.assumed);
    if (const auto limit = analysis::strictest_limit(plan, service)) {
        out.input.limit = limit->days;
        out.rule = limit->rule;
    }
    try {
        out.result = analysis::backlog(out.input);
        auto other = out.input;
        other.days = std::max(days / 2, 1);
        out.half_outage = analysis::backlog(other).catch_up;
        other = out.input;
        other.capacity = std::min(other.capacity + (other.capacity + 9) / 10, analysis::most_backlog_cases);
        out.more_capacity = analysis::backlog(other).catch_up;
    } catch (const std::invalid_argument&) {
        throw Error(ErrorCode::usage, {"app.backlog_numbers", {service.id, service.name}});
    }
    if (service.minutes_per_case) {
        const auto effort = out.result.waiting * 100 + out.result.on_paper * out.input.reentry;
        out.extra_hours = effort * service.minutes_per_case->likely / 100 / minutes_per_hour;
    }
    const Date end = after_working_days(today, days);
    for (const auto& running : plan.deadline_snapshots) {
        if (running.service && running.service->id == service.id && running.due && *running.due >= today && *running.due <= end)
            out.running.push_back(&running);
    }
    std::stable_sort(out.running.begin(), out.running.end(), [](const auto* a, const auto* b) { return *a->due < *b->due; });
    return out;
}

} // namespace bcmkit::app
