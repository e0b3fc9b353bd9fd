// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "leadership_output.hpp"
#include "paper.hpp"
#include "rule_output.hpp"

#include <bcmkit/app/check.hpp>
#include <bcmkit/app/data.hpp>
#include <bcmkit/base/counted.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <ostream>

namespace bcmkit::cli {

namespace {

/// As many as fit on a screen and into a head.
constexpr std::size_t most_urgent = 10;

class Check final : public Command {
    void declare(Options& options) override {
        options.flag("--all,--alle", all_, "alle Befunde, nicht nur die zehn dringendsten");
        options.text("--since,--seit", since_, "DATEI.bcm", "nur, was gegenüber diesem älteren Plan neu ist");
        options.text("--level,--stufe", level_, "STUFE", "wie auf einer anderen BCMS-Stufe: Reaktiv, Aufbau oder Standard");
        options.text("-o,--output,--datei", output_, "DATEI.pdf",
                     "Prüfbericht drucken: je Amt ein Teil zum Abhaken, auf jeder Seite VERTRAULICH");
        options.flag("--leitung,--management", leadership_, "eine Seite für die Leitung; mit -o als PDF");
        options.text("--vorlagen,--templates", templates_, "ORDNER", "eigene Vorlagen; gleiche Dateinamen gehen vor");
        options.flag("--json", json_, "für Maschinen");
        options.flag("--list,--regeln", list_, "alle Regeln auflisten, ohne zu prüfen");
        options.text("--explain,--erklaere", explain_, "REGEL", "eine Regel erklären, zum Beispiel BK-SVC-002");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        if (explain_) {
            write_rule(terminal, demand_rule(*explain_), json_);
            return Exit::done;
        }
        if (list_) {
            write_rules(terminal, json_);
            return Exit::done;
        }
        if (leadership_ && since_) throw Error(ErrorCode::usage, {"cli.leadership_is_whole", {}});
        auto plan = app::load_plan(context.plan_file(terminal));
        if (level_) plan.organisation.bcms_level = level_code(*level_);
        const auto day = context.date(terminal, plan);
        const auto result = since_ ? app::check_since(plan, older_plan(terminal), day) : app::check_plan(plan, day);
        const Exit exit = result.summary.error + result.summary.warning > 0 ? Exit::act : Exit::done;
        if (leadership_) return show_leadership(terminal, plan, result) ? exit : Exit::usage;
        if (json_)
            write_json(terminal, result);
        else
            write_lines(terminal, plan, result);
        if (output_ && !print(terminal, plan, result)) return Exit::usage;
        return exit;
    }

    /// Judged at the same level: what a higher level asks for is nothing that somebody broke.
    model::Plan older_plan(const Terminal& terminal) const {
        auto before = app::load_plan(terminal.folder / to_path(*since_));
        if (level_) before.organisation.bcms_level = level_code(*level_);
        return before;
    }

    /// "Aufbau" or "A" is "A". Throws Error{usage} for a word that is no level.
    static std::string level_code(const std::string& word) {
        using enum model::Level;
        for (const auto& [code, level] : {std::pair("R", reactive), std::pair("A", building), std::pair("S", standard)}) {
            if (folded(word) == folded(code) || folded(word) == folded(model::level_word(level))) return code;
        }
        throw Error(ErrorCode::usage, {"cli.no_level", {word}});
    }

    /// Returns whether all that was asked for could be written.
    bool show_leadership(Terminal& terminal, const model::Plan& plan, const app::CheckResult& result) const {
        const auto report = app::leadership_report(plan, result);
        if (json_)
            write_leadership_json(terminal, result, report);
        else
            write_leadership(terminal, plan, result, report);
        if (!output_) return true;
        return write(terminal, app::print_leadership(plan, result, report, template_folder(terminal)), "Leitungsblatt");
    }

    std::optional<std::filesystem::path> template_folder(const Terminal& terminal) const {
        return templates_ ? std::optional(terminal.folder / to_path(*templates_)) : std::nullopt;
    }

    bool print(Terminal& terminal, const model::Plan& plan, const app::CheckResult& result) const {
        const auto parts = counted(static_cast<std::int64_t>(result.units.size()), "Teil", "Teile");
        return write(terminal, app::print_check(plan, result, template_folder(terminal)), "Prüfbericht, " + parts);
    }

    bool write(Terminal& terminal, const app::PrintResult& printed, const std::string& what) const {
        show_diagnostics(terminal, printed.diagnostics, all_);
        if (printed.pdf.empty()) return false;
        write_file(terminal.folder / to_path(*output_), printed.pdf);
        if (json_) return true;
        terminal.out << "\n"
                     << *output_ << ": " << what << ", " << counted(printed.pages, "Seite", "Seiten") << "\n"
                     << to_text(Message{"cli.report_confidential", {}}) << "\n";
        return true;
    }

    void write_json(Terminal& terminal, const app::CheckResult& result) const {
        auto findings = nlohmann::ordered_json::array();
        int infos = 0;
        for (const auto& finding : result.findings) {
            infos += finding.severity == Severity::info ? 1 : 0;
            findings.push_back(to_json(finding));
        }
        auto undecided = nlohmann::ordered_json::array();
        for (const auto& one : result.undecided) {
            undecided.push_back({{"rule", one.rule},
                                 {"object", one.object},
                                 {"field", one.field},
                                 {"message", one.message},
                                 {"ask", one.ask},
                                 {"unit", one.unit}});
        }
        nlohmann::ordered_json out = {{"findings", std::move(findings)},
                                      {"undecided", std::move(undecided)},
                                      {"summary",
                                       {{"error", result.summary.error},
                                        {"warning", result.summary.warning},
                                        {"info", infos},
                                        {"undecided", result.undecided.size()}}}};
        if (result.since) out["summary"]["solved"] = result.since->solved;
        terminal.out << out.dump(2) << "\n";
    }

    void write_lines(Terminal& terminal, const model::Plan& plan, const app::CheckResult& result) const {
        terminal.out << "Stichtag " << to_german(result.day) << " · Stufe " << result.level << " · "
                     << counted(static_cast<std::int64_t>(result.services), "Leistung", "Leistungen") << "\n";
        // Where all is printed, the screen needs no more than what comes first.
        const bool everything = all_ || (!terminal.out_is_terminal && !output_);
        const auto count = everything ? result.findings.size() : std::min(most_urgent, result.findings.size());
        for (std::size_t i = 0; i < count; ++i) write_finding(terminal, plan, result.findings[i], i + 1);
        if (everything) write_undecided(terminal, result);
        if (count < result.findings.size()) write_units(terminal, result);
        write_summary(terminal, result);
    }

    static void write_finding(Terminal& terminal, const model::Plan& plan, const check::Finding& finding, std::size_t number) {
        const auto unit = model::find(plan, finding.unit);
        const auto code = unit ? unit.get("code") : model::Value(model::Gap::absent);
        const auto* amt = std::get_if<std::string>(&code);
        const std::string index = std::to_string(number);
        terminal.out << std::string(index.size() < 3 ? 3 - index.size() : 0, ' ') << index << " "
                     << check::severity_word(finding.severity) << "  " << finding.message
                     << (amt ? " (Amt " + *amt + ")" : std::string()) << "  " << finding.rule << "\n";
        terminal.out << "    Abhilfe: " << replaced(finding.remedy, "`", "") << "\n";
    }

    static void write_undecided(Terminal& terminal, const app::CheckResult& result) {
        if (!result.undecided.empty()) terminal.out << "\nNicht beurteilbar, weil etwas nicht bekannt ist:\n";
        // Several rules may wait for the same answer: one line, one question.
        std::map<std::string, std::vector<std::string>> rules_waiting;
        for (const auto& one : result.undecided) rules_waiting[one.message].emplace_back(one.rule);
        for (const auto& one : result.undecided) {
            const auto waiting = rules_waiting.find(one.message);
            if (waiting == rules_waiting.end()) continue;
            terminal.out << "  ?  " << one.message << "  " << joined(waiting->second, ", ") << "\n"
                         << "     Fragen Sie: " << one.ask << "\n";
            rules_waiting.erase(waiting);
        }
    }

    static void write_units(Terminal& terminal, const app::CheckResult& result) {
        terminal.out << "\n";
        for (const auto& unit : result.units) {
            terminal.out << "    " << unit.name << ": " << app::check_counts(unit.summary, unit.undecided.size()) << "\n";
        }
    }

    void write_summary(Terminal& terminal, const app::CheckResult& result) const {
        if (!result.findings.empty()) {
            terminal.out << "\nGrund eines Befunds: bcmkit warum " << result.findings.front().rule;
            if (terminal.out_is_terminal && !all_ && result.findings.size() > most_urgent)
                terminal.out << "    Alle Befunde: bcmkit pruefen --all";
            terminal.out << "\n";
        }
        terminal.out << app::check_counts(result.summary, result.undecided.size());
        if (result.since) terminal.out << "; seit dem älteren Plan behoben: " << result.since->solved;
        terminal.out << "\n";
    }

    bool all_ = false, json_ = false, list_ = false, leadership_ = false;
    std::optional<std::string> explain_, since_, level_, output_, templates_;
};

} // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<Check>(); }

} // namespace bcmkit::cli
