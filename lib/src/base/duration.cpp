// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/duration.hpp>

#include <bcmkit/base/text.hpp>

#include <cmath>

namespace bcmkit {

namespace {

std::optional<Minutes> unit_minutes(std::string_view word) {
    const std::string unit = folded(word);
    if (unit == "min" || unit == "min." || unit == "minute" || unit == "minuten" || unit == "m") return 1;
    if (unit == "h" || unit == "std" || unit == "std." || unit == "stunde" || unit == "stunden") return minutes_per_hour;
    if (unit == "d" || unit == "tag" || unit == "tage" || unit == "tagen" || unit == "t" || unit == "t.") return minutes_per_day;
    if (unit == "w" || unit == "wo" || unit == "wo." || unit == "woche" || unit == "wochen") return minutes_per_week;
    return std::nullopt;
}

// "1 Tag 12 h", "1,5 Tage", "24h"; a number without a unit is not accepted, it would be a guess.
std::optional<Minutes> parse_value(std::string_view text) {
    Minutes total = 0;
    bool any = false;
    std::size_t i = 0;
    const auto skip_blanks = [&] {
        while (i < text.size() && text[i] == ' ') ++i;
    };
    const auto is_digit = [&] { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (skip_blanks(); i < text.size(); skip_blanks()) {
        if (!is_digit()) return std::nullopt;
        double number = 0;
        for (; is_digit(); ++i) {
            number = number * 10 + (text[i] - '0');
            if (number > static_cast<double>(longest_minutes)) return std::nullopt;
        }
        if (i < text.size() && text[i] == ',') {
            ++i;
            if (!is_digit()) return std::nullopt;
            for (double scale = 0.1; is_digit(); ++i, scale /= 10) number += scale * (text[i] - '0');
        }
        skip_blanks();
        const std::size_t start = i;
        while (i < text.size() && text[i] != ' ' && !is_digit()) ++i;
        const auto unit = unit_minutes(text.substr(start, i - start));
        if (!unit) return std::nullopt;
        total += static_cast<Minutes>(std::llround(number * static_cast<double>(*unit)));
        any = true;
        if (total > longest_minutes) return std::nullopt;
    }
    return any ? std::optional(total) : std::nullopt;
}

std::string source_value(Minutes m) {
    if (m != 0 && m % minutes_per_week == 0)
        return std::to_string(m / minutes_per_week) + (m == minutes_per_week ? " Woche" : " Wochen");
    if (m > 2 * minutes_per_day && m % minutes_per_day == 0) return std::to_string(m / minutes_per_day) + " Tage";
    if (m != 0 && m % minutes_per_hour == 0) return std::to_string(m / minutes_per_hour) + " h";
    if (m > minutes_per_hour) return std::to_string(m / minutes_per_hour) + " h " + std::to_string(m % minutes_per_hour) + " min";
    return std::to_string(m) + " min";
}

struct Spoken {
    std::string number, unit;
};

// Half hours and half days are spoken as such; everything else falls back to the smaller unit.
Spoken spoken(Minutes m) {
    const auto count = [](Minutes n, const char* one, const char* many) {
        return Spoken{std::to_string(n), n == 1 ? one : many};
    };
    if (m >= 2 * minutes_per_week && m % minutes_per_week == 0) return count(m / minutes_per_week, "Woche", "Wochen");
    if (m > 2 * minutes_per_day && m % minutes_per_day == 0) return count(m / minutes_per_day, "Tag", "Tage");
    if (m >= minutes_per_hour && m % minutes_per_hour == 0) return count(m / minutes_per_hour, "Stunde", "Stunden");
    if (m >= 2 * minutes_per_hour) {
        const Minutes rest = m % minutes_per_hour;
        return {std::to_string(m / minutes_per_hour) + " Std. " + std::to_string(rest), "Min."};
    }
    return count(m, "Minute", "Minuten");
}

} // namespace

std::optional<Duration> parse_duration(std::string_view text) {
    const auto parts = split(text, '/');
    if (parts.size() == 1) {
        const auto value = parse_value(trimmed(parts[0]));
        return value ? std::optional(Duration::of(*value)) : std::nullopt;
    }
    if (parts.size() != 3) return std::nullopt;
    const auto low = parse_value(trimmed(parts[0])), likely = parse_value(trimmed(parts[1])),
               high = parse_value(trimmed(parts[2]));
    if (!low || !likely || !high || *low > *likely || *likely > *high) return std::nullopt;
    return Duration{*low, *likely, *high};
}

std::string to_source(const Duration& d) {
    if (d.low == d.likely && d.likely == d.high) return source_value(d.likely);
    return source_value(d.low) + " / " + source_value(d.likely) + " / " + source_value(d.high);
}

std::string to_german(Minutes minutes) {
    const Spoken s = spoken(minutes);
    return s.number + "\u00A0" + s.unit;
}

std::string to_german(const Duration& d) {
    if (!d.is_estimate()) return to_german(d.likely);
    const Spoken low = spoken(d.low), high = spoken(d.high);
    const bool same_unit = low.unit == high.unit || (high.unit.starts_with(low.unit) && high.unit.size() - low.unit.size() <= 2);
    return low.number + (same_unit ? "" : "\u00A0" + low.unit) + " bis\u00A0" + high.number + "\u00A0" + high.unit;
}

} // namespace bcmkit
