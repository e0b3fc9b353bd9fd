// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/priority.hpp>

#include <bcmkit/base/text.hpp>

namespace bcmkit::analysis {

namespace {

/// "01.11." or "01.11.2026" as a number that orders the days of a year; empty where it is none.
std::optional<int> day_of_year(std::string_view text) {
    const auto parts = split(trimmed(text), '.');
    if (parts.size() < 2) return std::nullopt;
    int numbers[2] = {0, 0};
    for (std::size_t i = 0; i < 2; ++i) {
        if (parts[i].empty() || parts[i].size() > 2) return std::nullopt;
        for (const char c : parts[i]) {
            if (c < '0' || c > '9') return std::nullopt;
            numbers[i] = numbers[i] * 10 + (c - '0');
        }
    }
    if (numbers[0] < 1 || numbers[0] > 31 || numbers[1] < 1 || numbers[1] > 12) return std::nullopt;
    return numbers[1] * 100 + numbers[0];
}

bool includes(const model::Season& season, Date day) {
    // A season with full dates holds once, one with day and month holds every year.
    const auto from_date = season.from ? parse_date(*season.from) : std::nullopt;
    const auto to_date = season.to ? parse_date(*season.to) : std::nullopt;
    if (from_date && to_date) return *from_date <= day && day <= *to_date;
    const auto from = season.from ? day_of_year(*season.from) : std::nullopt;
    const auto to = season.to ? day_of_year(*season.to) : std::nullopt;
    if (!from || !to) return false;
    const int now = day.month() * 100 + day.day();
    return *from <= *to ? *from <= now && now <= *to : now >= *from || now <= *to;
}

const model::Season* season_on(const model::Service& service, Date day) {
    for (const auto& season : model::items(service.seasons)) {
        if (includes(season, day)) return &season;
    }
    return nullptr;
}

} // namespace

PriorityLimits priority_limits(const model::Organisation& organisation) {
    PriorityLimits limits;
    if (organisation.limit_a) limits.a = organisation.limit_a->likely;
    if (organisation.limit_b) limits.b = organisation.limit_b->likely;
    if (organisation.limit_c) limits.c = organisation.limit_c->likely;
    return limits;
}

char priority_for(Minutes mtpd, const PriorityLimits& limits) {
    if (mtpd <= limits.a) return 'A';
    if (mtpd <= limits.b) return 'B';
    return mtpd <= limits.c ? 'C' : 'D';
}

Priority priority_of(const model::Service& service, const model::Organisation& organisation, Date day) {
    const auto limits = priority_limits(organisation);
    const bool confirmed = service.priority_confirmed_by && service.priority_confirmed_on;
    Priority out;
    if (const auto* season = season_on(service, day); season && (season->priority || season->mtpd)) {
        out.letter = season->priority ? season->priority->front() : priority_for(season->mtpd->likely, limits);
        out.seasonal = true;
        out.season_reason = season->reason.value_or("");
        out.confirmed = confirmed && season->priority.has_value();
    } else if (service.priority) {
        out.letter = service.priority->front();
        out.confirmed = confirmed;
    } else if (service.mtpd) {
        out.letter = priority_for(service.mtpd->likely, limits);
    }
    return out;
}

std::optional<Minutes> mtpd_of(const model::Service& service, Date day) {
    const auto* season = season_on(service, day);
    if (season && season->mtpd) return season->mtpd->likely;
    return service.mtpd ? std::optional(service.mtpd->likely) : std::nullopt;
}

std::string to_text(const Priority& priority) {
    if (!priority.letter) return {};
    return std::string(1, priority.letter) + (priority.confirmed ? "" : " (Vorschlag)");
}

} // namespace bcmkit::analysis
