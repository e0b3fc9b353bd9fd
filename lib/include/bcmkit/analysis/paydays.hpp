// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/holidays.hpp>
#include <bcmkit/base/moment.hpp>
#include <bcmkit/model/plan.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace bcmkit::analysis {

/// The days that a rhythm names, `from` to `until` (both included), sorted, each once. Reads what people write of paydays and
/// deadlines: "letzter Bankarbeitstag", "erster Bankarbeitstag", "Erster Werktag des Monats", "Monatsende und 15. des Monats",
/// "monatlich zum Letzten", "täglich" (bank days), "29.12.2026", "15.02."; words behind a comma are a remark. Empty where it
/// cannot be read or no such day lies between.
std::vector<Date> days_of_rhythm(std::string_view text, Date from, Date until, std::optional<Land> land);
/// Whether days_of_rhythm understands the text.
bool is_rhythm(std::string_view text);

/// The minute of the day after which a bank takes no more files: "Mo–Fr 11 Uhr", "täglich bis 11:30 Uhr". Empty where the text
/// names no time.
std::optional<Minutes> cutoff_from(std::string_view text);
/// The earliest cut-off of the recorded banks; empty where none is recorded.
std::optional<Minutes> bank_cutoff(const model::Plan& plan);

} // namespace bcmkit::analysis
