// SPDX-License-Identifier: EUPL-1.2
#include "rule_output.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/text.hpp>

#include <nlohmann/json.hpp>

#include <ostream>

namespace bcmkit::cli {

const check::Rule& demand_rule(std::string_view word) {
    if (const auto* found = check::rule(word)) return *found;
    std::vector<std::string> ids;
    for (const auto& rule : check::all_rules()) ids.emplace_back(rule.id);
    std::vector<Message> hints;
    const auto near = nearest(word, ids);
    if (!near.empty()) hints.push_back({"cli.did_you_mean", {joined(near, ", ")}});
    hints.push_back({"cli.all_rules", {}});
    throw Error(ErrorCode::usage, {"cli.no_rule", {std::string(word)}}, {}, std::move(hints));
}

void write_rule(Terminal& terminal, const check::Rule& rule, bool json) {
    const auto text = check::text_of(rule);
    if (json) {
        const nlohmann::ordered_json out{{"id", rule.id},         {"severity", check::severity_code(rule.severity)},
                                         {"title", text.title},   {"reason", text.reason},
                                         {"remedy", text.remedy}, {"source", text.source}};
        terminal.out << out.dump(2) << "\n";
        return;
    }
    const auto plain = [](std::string_view part) {
        return replaced(replaced(replaced(part, "`", ""), "{id}", "ID"), "{feld}", "feld");
    };
    terminal.out << rule.id << "  " << text.title << "\n";
    terminal.out << "Gewicht: " << check::severity_word(rule.severity);
    if (rule.level > model::Level::reactive)
        terminal.out << " ab Stufe " << model::level_word(rule.level) << ", darunter "
                     << check::severity_word(rule.severity_at(model::Level::reactive));
    terminal.out << "\nWarum: " << text.reason << "\nAbhilfe: " << plain(text.remedy) << "\nQuelle: " << text.source << "\n";
}

void write_rules(Terminal& terminal, bool json) {
    auto rows = nlohmann::ordered_json::array();
    for (const auto& rule : check::all_rules()) {
        const auto text = check::text_of(rule);
        rows.push_back(
            {{"id", rule.id}, {"severity", check::severity_code(rule.severity)}, {"title", text.title}, {"source", text.source}});
        if (json) continue;
        const std::string word(check::severity_word(rule.severity));
        terminal.out << rule.id << "  " << word << std::string(9 - word.size(), ' ') << text.title << "\n";
    }
    if (json) terminal.out << rows.dump(2) << "\n";
}

nlohmann::ordered_json to_json(const check::Finding& finding) {
    return {{"rule", finding.rule},         {"severity", check::severity_code(finding.severity)},
            {"object", finding.object},     {"message", finding.message},
            {"reason", finding.reason},     {"remedy", finding.remedy},
            {"ask", finding.ask},           {"unit", finding.unit},
            {"accepted", finding.accepted}, {"source", finding.source}};
}

} // namespace bcmkit::cli
