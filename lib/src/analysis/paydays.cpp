// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/paydays.hpp>

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <cctype>

namespace bcmkit::analysis {

namespace {

enum class Each : std::uint8_t {
    nothing,
    bank_day,
    first_working,
    first_bank_day,
    last_bank_day,
    day_of_month,
    day_of_year,
    once
};

/// One part of a rhythm.
struct Rhythm {
    Each each = Each::nothing;
    int day = 0, month = 0;
    Date once;
};

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

/// "15." or "15.02." at the beginning of a word.
std::optional<Rhythm> numbered(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!std::isdigit(static_cast<unsigned char>(text[i]))) continue;
        int parts[2] = {0, 0};
        std::size_t at = i;
        for (int& part : parts) {
            const auto begin = at;
            while (at < text.size() && at < begin + 2 && std::isdigit(static_cast<unsigned char>(text[at])))
                part = part * 10 + (text[at++] - '0');
            if (at == begin) break;
            if (at >= text.size() || text[at] != '.') return std::nullopt;
            ++at;
        }
        if (parts[0] < 1 || parts[0] > 31 || parts[1] > 12) return std::nullopt;
        return parts[1] ? Rhythm{Each::day_of_year, parts[0], parts[1], {}} : Rhythm{Each::day_of_month, parts[0], 0, {}};
    }
    return std::nullopt;
}

Rhythm rhythm_from(std::string_view part) {
    if (const auto date = parse_date(trimmed(part))) return {Each::once, 0, 0, *date};
    const std::string word = folded(part);
    if (has(word, "taeglich") || has(word, "taglich")) return {Each::bank_day, 0, 0, {}};
    if (has(word, "erster") && has(word, "bank")) return {Each::first_bank_day, 0, 0, {}};
    if (has(word, "erster") && (has(word, "werktag") || has(word, "arbeitstag"))) return {Each::first_working, 0, 0, {}};
    if (has(word, "letzte") || has(word, "monatsende") || has(word, "ultimo")) return {Each::last_bank_day, 0, 0, {}};
    if (const auto found = numbered(word)) return *found;
    return {};
}

std::vector<Rhythm> rhythms_from(std::string_view text) {
    const std::string_view named = parse_date(trimmed(text)) ? text : split(text, ',').front();
    const std::string parts = replaced(named, " und ", "\n");
    std::vector<Rhythm> out;
    for (const auto part : split(parts, '\n')) {
        const auto rhythm = rhythm_from(part);
        if (rhythm.each == Each::nothing) return {};
        out.push_back(rhythm);
    }
    return out;
}

bool is_working_day(Date date, std::optional<Land> land) {
    return date.weekday() != 0 && date.weekday() != 6 && holiday_name(date, land).empty();
}

bool fits(const Rhythm& rhythm, Date date, std::optional<Land> land) {
    const auto last_of_month = date.plus_days(1 - date.day()).plus_months(1).plus_days(-1);
    switch (rhythm.each) {
    case Each::bank_day: return is_bank_day(date);
    case Each::first_working:
        for (Date day = date.plus_days(1 - date.day()); day < date; day = day.plus_days(1)) {
            if (is_working_day(day, land)) return false;
        }
        return is_working_day(date, land);
    case Each::first_bank_day: return is_bank_day(date) && bank_days_before(date, 1).month() != date.month();
    case Each::last_bank_day: return date == bank_days_before(last_of_month, 0);
    case Each::day_of_month: return date.day() == std::min(rhythm.day, last_of_month.day());
    case Each::day_of_year: return date.day() == rhythm.day && date.month() == rhythm.month;
    case Each::once: return date == rhythm.once;
    case Each::nothing: break;
    }
    return false;
}

} // namespace

std::vector<Date> days_of_rhythm(std::string_view text, Date from, Date until, std::optional<Land> land) {
    const auto rhythms = rhythms_from(text);
    std::vector<Date> out;
    for (Date date = from; !rhythms.empty() && date <= until; date = date.plus_days(1)) {
        if (std::any_of(rhythms.begin(), rhythms.end(), [&](const Rhythm& rhythm) { return fits(rhythm, date, land); }))
            out.push_back(date);
    }
    return out;
}

bool is_rhythm(std::string_view text) { return !rhythms_from(text).empty(); }

std::optional<Minutes> cutoff_from(std::string_view text) {
    // The number before "Uhr" is the time; weekdays may stand before it.
    const std::string word = folded(text);
    const auto end = word.find("uhr");
    const std::string before(trimmed(std::string_view(word).substr(0, end)));
    auto begin = before.size();
    while (begin > 0 &&
           (std::isdigit(static_cast<unsigned char>(before[begin - 1])) || before[begin - 1] == ':' || before[begin - 1] == '.'))
        --begin;
    std::string time = replaced(before.substr(begin), ".", ":");
    if (time.empty()) return std::nullopt;
    if (!has(time, ":")) time += ":00";
    const auto moment = parse_moment("01.01.2000 " + time);
    // From midnight on: "24 Uhr" is the end of the day, not its beginning.
    return moment ? std::optional(moment->minute - Moment::of(*Date::of(2000, 1, 1)).minute) : std::nullopt;
}

std::optional<Minutes> bank_cutoff(const model::Plan& plan) {
    std::optional<Minutes> earliest;
    for (const auto& contact : plan.external_contacts) {
        if (contact.kind.value_or("") != "bank" || !contact.acceptance_cutoff) continue;
        const auto cutoff = cutoff_from(*contact.acceptance_cutoff);
        if (cutoff && (!earliest || *cutoff < *earliest)) earliest = cutoff;
    }
    return earliest;
}

} // namespace bcmkit::analysis
