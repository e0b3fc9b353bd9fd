// SPDX-License-Identifier: EUPL-1.2
// Services in the order in which they must run again.
#include "values.hpp"

#include <bcmkit/base/duration.hpp>

#include <algorithm>

namespace bcmkit::compose {

namespace {

using model::RecordView;

Minutes limit_of(const RecordView& service) {
    const auto value = service.get("mtpd");
    const auto* duration = std::get_if<Duration>(&value);
    return duration ? duration->low : longest_minutes + 1;
}

std::vector<RecordView> by_limit(const Source& source) {
    auto services = source.all("service");
    std::ranges::stable_sort(services, {}, limit_of);
    return services;
}

doc::Value services_by_limit(const Source& source, const RecordView&) { return source.records(by_limit(source), "service"); }

constexpr Derived table[] = {
    {"", "services_by_limit", "[service]", "Leistungen", services_by_limit},
};

} // namespace

std::span<const Derived> derived_services() { return table; }

} // namespace bcmkit::compose
