// SPDX-License-Identifier: EUPL-1.2
#include "bonds.hpp"

#include <algorithm>
#include <span>

namespace bcmkit::layout {

namespace {

constexpr std::size_t longest_bound_word = 24; // behind a sign; a longer word would tear a hole into the line before

bool contains(std::span<const std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// "(§" is a paragraph sign; the full stop of "Art." belongs to the word.
std::string_view opened(std::string_view word) {
    while (!word.empty() && (word.front() == '(' || word.front() == '"')) word.remove_prefix(1);
    return word;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool starts_with_digit(std::string_view word) { return !word.empty() && is_digit(word.front()); }
bool ends_with_digit(std::string_view word) { return !word.empty() && is_digit(word.back()); }

/// What a number follows: "Raum 112", "Amt 50".
bool leads_to_number(std::string_view word) {
    static constexpr std::array<std::string_view, 44> leads{
        "Blatt", "Blätter",     "Karte",    "Raum",   "Räume",   "Nr.",       "§",        "§§",     "Abs.",   "Art.",  "Seite",
        "Zeile", "Zeilen",      "Umschlag", "Stufe",  "Tel.",    "Schrank",   "Etage",    "Zimmer", "Haus",   "Phase", "Option",
        "Weg",   "Punkt",       "Register", "Anlage", "Satz",    "Vordruck",  "Exemplar", "ca.",    "je",     "Welle", "Amt",
        "Amtes", "Amtsleitung", "Ziffer",   "Gerät",  "Ausgabe", "Anschluss", "Tor",      "Netz",   "Stunde", "Tag",   "Woche"};
    return contains(leads, word);
}

/// "Nordring 40": what ends like a street.
bool is_street(std::string_view word) {
    static constexpr std::array<std::string_view, 10> ends{"straße", "str.",  "ring", "platz", "weg",
                                                           "allee",  "gasse", "damm", "ufer",  "markt"};
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return word.size() > end.size() && word.ends_with(end); });
}

/// "33" after "Art.", "83a" after "§": what follows is the law or its next part.
bool is_paragraph_number(const WordsBefore& before) {
    static constexpr std::array<std::string_view, 6> signs{"§", "§§", "Art.", "Abs.", "Satz", "Nr."};
    return starts_with_digit(bare(before[0])) && contains(signs, opened(before[1])) && before[0].back() != ',' &&
           before[0].back() != '.' && before[0].back() != ')';
}

/// "DSGVO", "StGB", "LKrO", "Abs.", "Satz": two capitals at least, so that "Art. 33 Meldung" may still be parted.
bool is_law_or_part(std::string_view word) {
    const std::string_view plain = bare(word);
    return plain == "Abs" || plain == "Satz" || plain == "ff" || plain == "Nr" ||
           std::count_if(plain.begin(), plain.end(), is_upper) >= 2;
}

bool is_roman(std::string_view word) { return !word.empty() && word.find_first_not_of("IVX") == std::string_view::npos; }

/// A group of a phone number that was typed with ordinary blanks: "0171", "392", "00-51".
bool is_group(std::string_view word) {
    return !word.empty() && word.size() <= 9 &&
           std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '-' || c == '/'; });
}

/// Whether `after` continues a phone number: groups back to one that begins with 0 or +49.
bool continues_phone(const WordsBefore& before, std::string_view after) {
    if (!is_group(bare(after))) return false;
    for (const auto word : before) {
        const std::string_view group = bare(word);
        if (group.starts_with('+')) return true;
        if (!is_group(group)) return false;
        if (group.front() == '0' && group.size() > 1 && group.size() <= 6 && group[1] != '0') return true;
    }
    return false;
}

/// "Mo", and the end of "Mo–Fr".
bool ends_with_weekday(std::string_view word) {
    static constexpr std::array<std::string_view, 7> weekdays{"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"};
    constexpr std::string_view dash = "–";
    if (const auto at = word.rfind(dash); at != std::string_view::npos) word.remove_prefix(at + dash.size());
    return contains(weekdays, word);
}

/// "→ weiter", "● zwingend", "20 ×": a sign stays with what it marks.
bool is_sign(std::string_view word) {
    static constexpr std::array<std::string_view, 10> signs{"→", "≥", "≤", "○", "◐", "●", "✕", "▪", "=", "×"};
    return contains(signs, opened(word));
}

} // namespace

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view bare(std::string_view word) {
    while (!word.empty() && (word.front() == '(' || word.front() == '"')) word.remove_prefix(1);
    while (!word.empty() && std::string_view(".,;:)!?\"").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    return word;
}

bool is_unit(std::string_view word) {
    static constexpr std::array<std::string_view, 42> units{"h",
                                                            "min",
                                                            "Min",
                                                            "Std",
                                                            "Uhr",
                                                            "%",
                                                            "€",
                                                            "Euro",
                                                            "Cent",
                                                            "Prozent",
                                                            "mm",
                                                            "cm",
                                                            "m",
                                                            "km",
                                                            "kg",
                                                            "kW",
                                                            "kVA",
                                                            "l",
                                                            "GB",
                                                            "TB",
                                                            "MB",
                                                            "Tag",
                                                            "Tage",
                                                            "Tagen",
                                                            "Stunde",
                                                            "Stunden",
                                                            "Minuten",
                                                            "Woche",
                                                            "Wochen",
                                                            "Monate",
                                                            "Monat",
                                                            "Jahre",
                                                            "pt",
                                                            "Personen",
                                                            "Werktage",
                                                            "Arbeitstage",
                                                            "Bankarbeitstage",
                                                            "Bankarbeitstagen",
                                                            "×",
                                                            "Fälle",
                                                            "Monaten",
                                                            "Jahren"};
    return contains(units, bare(word));
}

bool leads_to_blank(std::string_view word) {
    static constexpr std::array<std::string_view, 6> leads{"um", "am", "bis", "ab", "von", "Raum"};
    return contains(leads, opened(word));
}

bool belong_together(const WordsBefore& before, std::string_view after) {
    const std::string_view last = before[0];
    if (last.empty() || after.empty()) return false;
    if (after == "·") return true; // a dot ends what stands before it, it never begins a line
    if (is_sign(last)) return after.size() < longest_bound_word;
    if (continues_phone(before, after)) return true;
    if (ends_with_digit(bare(last)) && is_unit(after)) return true;
    const bool number = starts_with_digit(bare(after));
    if (leads_to_number(opened(last)) && (number || bare(after).size() == 1)) return true;
    if (number && is_street(last)) return true;
    if (is_paragraph_number(before) && is_law_or_part(after)) return true;
    if (bare(last) == "SGB" && is_roman(bare(after))) return true;
    if (bare(last).size() == 1 && is_upper(last.front()) && number && last.back() != '.') return true; // K 04
    return ends_with_weekday(bare(last)) && number;
}

} // namespace bcmkit::layout
