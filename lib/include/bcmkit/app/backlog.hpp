// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/backlog.hpp>
#include <bcmkit/base/date.hpp>
#include <bcmkit/base/duration.hpp>
#include <bcmkit/model/plan.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bcmkit::app {

/// The pile of one service after an outage.
struct BacklogReport {
    const model::Service* service = nullptr;
    analysis::BacklogCase input;
    analysis::Backlog result;
    std::optional<int> half_outage;   ///< days to catch up had the outage been half as long
    std::optional<int> more_capacity; ///< days to catch up with ten percent more of the normal capacity
    std::optional<std::int64_t> extra_hours;
    const model::DeadlineRule* rule = nullptr;           ///< of the limit
    std::vector<const model::DeadlineSnapshot*> running; ///< deadlines of cases that end during the outage, by day
    std::vector<std::string> assumed;                    ///< labels of fields that were taken as 0, because nobody recorded them
};

/// Throws Error{usage}: `id` is no service, arrivals or capacity are not recorded, or the days are not 1 … 1000.
BacklogReport backlog_report(const model::Plan& plan, std::string_view id, int days, Date today);

} // namespace bcmkit::app
