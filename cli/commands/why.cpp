// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "rule_output.hpp"
#include "text_lines.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/app/explanation.hpp>
#include <bcmkit/base/text.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

class Why final : public Command {
    void declare(Options& options) override {
        options.argument("REGEL|ID", word_, "eine Regel (BK-SVC-002) oder ein Eintrag des Plans (SVC-017, APP-010)");
        options.flag("--json", json_, "für Maschinen");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const bool is_rule = folded(word_).starts_with("bk-");
        if (is_rule || check::rule(word_)) {
            // A number like SVC-017 may name both: with a plan at hand it is the service.
            if (is_rule || !model::type_of_id(word_)) {
                write_rule(terminal, demand_rule(word_), json_);
                return Exit::done;
            }
        }
        const auto plan = app::load_plan(context.plan_file(terminal));
        const auto record = app::demand_record(plan, word_);
        const auto day = context.date(terminal, plan);
        const auto facts = app::explain(plan, record.id(), day);
        std::vector<check::Finding> findings;
        for (auto& finding : check::findings(plan, day)) {
            if (finding.object == record.id()) findings.push_back(std::move(finding));
        }
        if (json_)
            write_json(terminal, record, facts, findings);
        else
            write_lines(terminal, record, facts, findings);
        return Exit::done;
    }

    static void write_json(Terminal& terminal, const model::RecordView& record, const std::vector<app::DerivedFact>& facts,
                           const std::vector<check::Finding>& findings) {
        nlohmann::ordered_json out{{"id", record.id()}, {"name", record.name()}};
        out["facts"] = nlohmann::ordered_json::array();
        for (const auto& fact : facts)
            out["facts"].push_back({{"what", app::code_of(fact.what)}, {"text", fact.text}, {"chain", fact.chain}});
        out["findings"] = nlohmann::ordered_json::array();
        for (const auto& finding : findings) out["findings"].push_back(to_json(finding));
        terminal.out << out.dump(2) << "\n";
    }

    static void write_lines(Terminal& terminal, const model::RecordView& record, const std::vector<app::DerivedFact>& facts,
                            const std::vector<check::Finding>& findings) {
        TextLines text(terminal);
        const std::string heading = std::string(record.id()) + " " + std::string(record.name());
        text.line(0, "", heading);
        for (const auto& fact : facts) {
            text.line(0, "", fact.text);
            for (const auto& part : fact.chain) text.line(2, "– ", part);
        }
        if (facts.empty()) text.line(0, "", to_text(Message{"app.why_nothing", {std::string(record.id())}}));
        for (const auto& finding : findings) {
            // The heading names the object already.
            text.line(0, "",
                      std::string(check::severity_word(finding.severity)) + "  " + replaced(finding.message, heading + ": ", "") +
                          "  " + std::string(finding.rule));
            text.line(4, "", "Warum: " + finding.reason);
            text.line(4, "", "Abhilfe: " + replaced(finding.remedy, "`", ""));
        }
    }

    std::string word_;
    bool json_ = false;
};

} // namespace

std::unique_ptr<Command> make_why() { return std::make_unique<Why>(); }

} // namespace bcmkit::cli
