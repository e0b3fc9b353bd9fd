// SPDX-License-Identifier: EUPL-1.2
#include "leadership_output.hpp"

#include <bcmkit/app/impact.hpp>
#include <bcmkit/base/moment.hpp>
#include <bcmkit/base/text.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

constexpr std::size_t most_dates = 3;
constexpr std::size_t most_names = 3;

/// Filled up with blanks to so many columns; what is wider stays whole.
std::string padded(const std::string& text, std::size_t columns, bool right = false) {
    const auto width = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    const std::string blanks(width < columns ? columns - width : 0, ' ');
    return right ? blanks + text : text + blanks;
}

void write_shares(std::ostream& out, const app::LeadershipReport& report) {
    out << "\nWie viele Leistungen haben das?          ja  nein  nicht erfasst   von  Kommunen mit ja (Studie)\n";
    for (const auto& share : report.shares)
        out << "  " << padded(share.label, 36) << padded(std::to_string(share.yes), 5, true)
            << padded(std::to_string(share.no), 6, true) << padded(std::to_string(share.open), 15, true)
            << padded(std::to_string(share.yes + share.no + share.open), 6, true) << "  "
            << (share.study.value.empty() ? "keine Zahl" : share.study.value)
            << (share.remark.empty() ? "" : "  (" + share.remark + ")") << "\n";
    out << "  " << app::study_source(report) << "\n";
}

} // namespace

void write_leadership(Terminal& terminal, const model::Plan& plan, const app::CheckResult& result,
                      const app::LeadershipReport& report) {
    auto& out = terminal.out;
    out << "Stichtag " << to_german(result.day) << " · Stufe " << result.level << " · "
        << app::check_counts(result.summary, result.undecided.size()) << "\n";
    write_shares(out, report);
    out << "\nDie schwersten Lücken:\n";
    if (report.worst.empty()) out << "  Die Prüfung meldet keinen Fehler und keine Warnung.\n";
    for (std::size_t i = 0; i < report.worst.size(); ++i) {
        const auto& finding = report.worst[i];
        out << "  " << i + 1 << ". " << app::place_of(plan, finding) << ": "
            << app::sentence_of(plan, finding.object, finding.message) << ".\n     " << finding.reason << "\n";
    }
    out << "\nBitte entscheiden:\n";
    if (report.decisions.empty()) out << "  Zurzeit liegt nichts zur Entscheidung vor.\n";
    for (const auto& one : report.decisions)
        out << "  ☐ " << one.question << "\n     Betrifft: " << app::names_of(plan, one.about, most_names) << "\n";
    out << "\nNächste Termine:\n";
    if (report.dates.empty()) out << "  nicht erfasst\n";
    for (std::size_t i = 0; i < std::min(most_dates, report.dates.size()); ++i) {
        const auto& one = report.dates[i];
        out << "  " << weekday_short(one.day) << " " << to_german(one.day) << "  " << app::name_in(plan, one.object) << ": "
            << one.what << "\n";
    }
}

void write_leadership_json(Terminal& terminal, const app::CheckResult& result, const app::LeadershipReport& report) {
    using nlohmann::ordered_json;
    auto shares = ordered_json::array(), worst = ordered_json::array(), decisions = ordered_json::array(),
         dates = ordered_json::array();
    for (const auto& share : report.shares) {
        ordered_json row{{"key", share.key}, {"label", share.label}, {"yes", share.yes}, {"no", share.no}, {"open", share.open}};
        if (!share.study.value.empty()) row["study"] = {{"value", share.study.value}, {"year", share.study.year}};
        shares.push_back(std::move(row));
    }
    for (const auto& finding : report.worst)
        worst.push_back({{"rule", finding.rule},
                         {"severity", check::severity_code(finding.severity)},
                         {"object", finding.object},
                         {"message", finding.message},
                         {"reason", finding.reason}});
    for (const auto& one : report.decisions) decisions.push_back({{"question", one.question}, {"objects", one.about}});
    for (const auto& one : report.dates) dates.push_back({{"date", to_iso(one.day)}, {"object", one.object}, {"what", one.what}});
    const auto& counts = result.summary;
    const ordered_json out{{"date", to_iso(result.day)},
                           {"level", result.level},
                           {"services", std::move(shares)},
                           {"study", app::study_source(report)},
                           {"worst", std::move(worst)},
                           {"decisions", std::move(decisions)},
                           {"dates", std::move(dates)},
                           {"summary",
                            {{"error", counts.error},
                             {"warning", counts.warning},
                             {"info", counts.info},
                             {"accepted", counts.accepted},
                             {"undecided", result.undecided.size()}}}};
    terminal.out << out.dump(2) << "\n";
}

} // namespace bcmkit::cli
