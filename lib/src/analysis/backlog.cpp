// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/backlog.hpp>

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <cctype>
#include <deque>
#include <stdexcept>

namespace bcmkit::analysis {

namespace {

/// One case in the unit of the reckoning: percent of percent stay whole numbers.
constexpr std::int64_t one_case = 10'000;
constexpr int working_days_a_month = 21;
constexpr std::int64_t most_percent = 1'000, most_days = 1'000;

std::int64_t cases_up(std::int64_t units) { return (units + one_case - 1) / one_case; }

enum class Policy : std::uint8_t { in_order, new_first };

/// The desk of one service, day by day.
class Desk {
public:
    Desk(const BacklogCase& input, Policy policy) : input_(input), policy_(policy) {}

    Backlog run() {
        Backlog out;
        for (; day_ < input_.days; ++day_) {
            arrive();
            const auto done = work(input_.capacity * input_.emergency * (one_case / 100), out);
            paper_ += done;
        }
        out.waiting = cases_up(waiting_);
        out.on_paper = cases_up(paper_);
        to_enter_ = paper_ * input_.reentry / 100;
        const auto daily = input_.capacity * (100 + input_.overtime) * (one_case / 100);
        const auto arrivals = input_.arrivals * one_case;
        out.short_by = cases_up(std::max<std::int64_t>(arrivals - daily, 0));
        const bool has_spare = daily > arrivals;
        const int last = input_.days + longest_backlog;
        for (; day_ < last && (waiting_ > 0 || to_enter_ > 0) && (has_spare || will_be_late(out)); ++day_) {
            arrive();
            const auto done = work(daily, out);
            to_enter_ -= std::min(to_enter_, daily - done);
        }
        if (waiting_ == 0 && to_enter_ == 0) out.catch_up = day_ - input_.days;
        if (waiting_ > 0 && input_.limit) out.late_in_order = out.late_new_first = std::nullopt;
        return out;
    }

private:
    struct Cohort {
        int day;
        std::int64_t left;
    };

    void arrive() {
        if (input_.arrivals == 0) return;
        cohorts_.push_back({day_, input_.arrivals * one_case});
        waiting_ += input_.arrivals * one_case;
    }

    std::int64_t work(std::int64_t capacity, Backlog& out) {
        const auto before = capacity;
        if (policy_ == Policy::new_first && !cohorts_.empty() && cohorts_.back().day == day_) {
            finish(cohorts_.back(), capacity, out);
            if (cohorts_.back().left == 0) cohorts_.pop_back();
        }
        while (capacity > 0 && !cohorts_.empty()) {
            finish(cohorts_.front(), capacity, out);
            if (cohorts_.front().left == 0) cohorts_.pop_front();
        }
        note_first_late(out);
        return before - capacity;
    }

    void finish(Cohort& cohort, std::int64_t& capacity, Backlog& out) {
        const auto done = std::min(capacity, cohort.left);
        cohort.left -= done;
        capacity -= done;
        waiting_ -= done;
        if (!input_.limit || day_ - cohort.day <= *input_.limit) return;
        late_ += done;
        (policy_ == Policy::in_order ? out.late_in_order : out.late_new_first) = cases_up(late_);
    }

    /// Whether somebody may still become the first who waits too long.
    bool will_be_late(const Backlog& out) const { return input_.limit && !out.first_late && waiting_ > 0; }

    void note_first_late(Backlog& out) const {
        if (out.first_late || !input_.limit || cohorts_.empty()) return;
        if (day_ - cohorts_.front().day >= *input_.limit) out.first_late = day_ + 1;
    }

    const BacklogCase& input_;
    Policy policy_;
    int day_ = 0;
    std::deque<Cohort> cohorts_;
    std::int64_t waiting_ = 0, paper_ = 0, to_enter_ = 0, late_ = 0;
};

bool is_between(std::int64_t value, std::int64_t most) { return value >= 0 && value <= most; }

} // namespace

Backlog backlog(const BacklogCase& input) {
    const bool is_possible = is_between(input.arrivals, most_backlog_cases) && is_between(input.capacity, most_backlog_cases) &&
                             is_between(input.overtime, most_percent) && is_between(input.emergency, most_percent) &&
                             is_between(input.reentry, most_percent) && is_between(input.days, most_days);
    if (!is_possible) throw std::invalid_argument("backlog");
    auto out = Desk(input, Policy::in_order).run();
    out.late_new_first = Desk(input, Policy::new_first).run().late_new_first;
    return out;
}

std::optional<int> working_days(std::string_view length, bool counts_workdays) {
    const std::string word = folded(trimmed(length));
    std::size_t end = 0;
    int number = 0;
    while (end < word.size() && end < 4 && std::isdigit(static_cast<unsigned char>(word[end])))
        number = number * 10 + (word[end++] - '0');
    if (end == 0 || number == 0) return std::nullopt;
    const auto unit = trimmed(std::string_view(word).substr(end));
    if (unit.starts_with("monat")) return number * working_days_a_month;
    if (unit.starts_with("woche")) return number * 5;
    if (unit.starts_with("arbeitstag") || unit.starts_with("werktag")) return number;
    if (unit.starts_with("tag")) return counts_workdays ? number : (number * 5 + 6) / 7;
    if (unit.starts_with("jahr")) return number * 12 * working_days_a_month;
    return std::nullopt;
}

std::optional<ServiceLimit> strictest_limit(const model::Plan& plan, const model::Service& service) {
    std::optional<ServiceLimit> out;
    for (const auto& reference : model::items(service.deadlines)) {
        const auto rule = std::find_if(plan.deadline_rules.begin(), plan.deadline_rules.end(),
                                       [&](const auto& one) { return one.id == reference.id; });
        if (rule == plan.deadline_rules.end() || !rule->length) continue;
        const auto days = working_days(*rule->length, rule->calendar.value_or("") == "workdays");
        if (days && (!out || *days < out->days)) out = ServiceLimit{*days, &*rule};
    }
    return out;
}

} // namespace bcmkit::analysis
