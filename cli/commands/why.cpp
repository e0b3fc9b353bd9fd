// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "rule_output.hpp"

#include <bcmkit/app/check.hpp>
#include <bcmkit/app/data.hpp>
#include <bcmkit/base/text.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

class Why final : public Command {
    void declare(Options& options) override {
        options.argument("REGEL|ID", word_, "eine Regel (BK-SVC-002) oder ein Eintrag des Plans (SVC-017)");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const bool is_rule = folded(word_).starts_with("bk-");
        if (is_rule || check::rule(word_)) {
            // A number like SVC-017 may name both: with a plan at hand it is the service.
            if (is_rule || !model::type_of_id(word_)) {
                write_rule(terminal, demand_rule(word_));
                return Exit::done;
            }
        }
        const auto plan = app::load_plan(context.plan_file(terminal));
        const auto record = app::demand_record(plan, word_);
        const auto day = context.date(terminal, plan);
        const std::string heading = std::string(record.id()) + " " + std::string(record.name());
        terminal.out << heading << "\n";
        if (record.type->code == std::string_view("service")) {
            for (const auto& line : app::explain_service(plan, *static_cast<const model::Service*>(record.record), day))
                terminal.out << line << "\n";
        }
        for (const auto& finding : check::findings(plan, day)) {
            if (finding.object == record.id())
                // The heading names the object already.
                terminal.out << check::severity_word(finding.severity) << "  " << replaced(finding.message, heading + ": ", "")
                             << "  " << finding.rule << "\n"
                             << "    Warum: " << finding.reason << "\n    Abhilfe: " << replaced(finding.remedy, "`", "") << "\n";
        }
        return Exit::done;
    }

    std::string word_;
};

} // namespace

std::unique_ptr<Command> make_why() { return std::make_unique<Why>(); }

} // namespace bcmkit::cli
