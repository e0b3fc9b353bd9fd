// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "paper.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/app/print.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

const model::OrgUnit& demand_unit(const model::Plan& plan, const std::string& word) {
    std::vector<std::string> words;
    for (const auto& unit : plan.org_units) {
        if (unit.id == word || unit.code.value_or("") == word || folded(unit.name) == folded(word)) return unit;
        words.push_back(unit.code.value_or(unit.id));
        words.push_back(unit.name);
    }
    std::vector<Message> hints;
    if (const auto near = nearest(word, words); !near.empty()) hints.push_back({"cli.did_you_mean", {joined(near, ", ")}});
    throw Error(ErrorCode::usage, {"cli.unknown_unit", {word}}, {}, std::move(hints));
}

class Form final : public Command {
    void declare(Options& options) override {
        options.argument("AMT", unit_, "Nummer oder Name, zum Beispiel 50");
        options.text("-o,--output,--datei", output_, "DATEI.pdf", "wohin; ohne Angabe fragebogen-AMT.pdf");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto plan = app::load_plan(context.plan_file(terminal));
        const auto& unit = demand_unit(plan, unit_);
        app::PrintRequest request;
        request.date = context.date(terminal, plan);
        for (const auto& service : plan.services) {
            if (service.org_unit && service.org_unit->id == unit.id) request.selectors.push_back("F." + service.id);
        }
        if (request.selectors.empty())
            throw Error(ErrorCode::usage, {"cli.unit_without_services", {unit.name}}, {},
                        {{"cli.how_to_add_service", {unit.id}}});
        const auto printed = print_watched(terminal, plan, std::move(request));
        show_diagnostics(terminal, printed.diagnostics, false);
        if (has_errors(printed.diagnostics)) return Exit::usage;
        const std::string output = output_.value_or("fragebogen-" + unit.code.value_or(unit.id) + ".pdf");
        write_file(terminal.folder / to_path(output), printed.pdf);
        terminal.out << output << ": " << printed.pages << (printed.pages == 1 ? " Seite" : " Seiten") << " für " << unit.name
                     << ", je Leistung eine.\n";
        return Exit::done;
    }

    std::string unit_;
    std::optional<std::string> output_;
};

} // namespace

std::unique_ptr<Command> make_form() { return std::make_unique<Form>(); }

} // namespace bcmkit::cli
