// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../subject.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>

/// What several areas of rules ask.
namespace bcmkit::check {

using model::Gap;
using model::items;

/// Whether the record is still part of the plan.
inline bool is_active(const model::Record& record) { return record.status.value_or("") != "retired"; }

inline bool is_critical(const model::Service& service) { return is_active(service) && service.time_critical.value_or(false); }

/// "SVC-017 Auszahlung SGB XII": how a message names its object.
inline std::string called(const model::Record& record) { return record.name.empty() ? record.id : record.id + " " + record.name; }

inline std::string german(Minutes minutes) { return to_german(minutes); }

/// Whether something was last done within so many months; never done does not count.
inline bool is_within_months(const model::Answer<Date>& day, Date today, int months) {
    return day && day->plus_months(months) >= today;
}

/// Whether one of the texts contains the word, written in any way.
inline bool mentions_word(const model::Answer<model::Texts>& texts, std::string_view word) {
    return std::ranges::any_of(items(texts),
                               [&](const std::string& text) { return folded(text).find(folded(word)) != std::string::npos; });
}

/// Whether a fallback is meant for the loss of all IT.
inline bool covers_it_outage(const model::Fallback& fallback) {
    return is_active(fallback) &&
           (fallback.scenarios.is_open() || mentions_word(fallback.scenarios, "IT gesamt") ||
            mentions_word(fallback.scenarios, "IT-Ausfall") || mentions_word(fallback.scenarios, "Ransomware"));
}

/// Whether an answer says so, or might: where nobody recorded the kind of a thing, that is the gap, not the missing thing.
inline bool may_be(const model::Answer<std::string>& answer, std::string_view value) {
    return answer.is_open() || answer.value_or("") == value;
}

/// Readable without the own network.
inline bool is_offline(const model::Answer<std::string>& medium) { return medium && *medium != "network" && *medium != "dms"; }

} // namespace bcmkit::check
