// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/app/status.hpp>

#include <nlohmann/json.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

std::string heading(const app::UnitStatus& unit) {
    if (unit.id.empty()) return "Ohne Amt";
    return "Amt " + (unit.code.empty() ? unit.id : unit.code) + "  " + unit.name;
}

class Status final : public Command {
    void declare(Options& options) override { options.flag("--json", json_, "für Programme"); }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto plan = app::load_plan(context.plan_file(terminal));
        const auto status = app::status_of(plan);
        if (json_)
            print_json(terminal, status);
        else
            print(terminal, status);
        return Exit::done;
    }

    static void print(Terminal& terminal, const app::Status& status) {
        terminal.out << "Stufe " << model::level_word(status.level) << "\n";
        if (status.units.empty())
            terminal.out << "Noch keine Ämter und Leistungen. Anfangen: bcmkit hinzufuegen aemter name=\"Sozialamt\" code=50\n";
        for (const auto& unit : status.units) {
            terminal.out << "\n"
                         << heading(unit) << "\n  " << unit.services << (unit.services == 1 ? " Leistung" : " Leistungen")
                         << " · " << unit.answered << " von " << unit.required << " Pflichtangaben\n";
            if (unit.next) {
                terminal.out << "  Nächste Frage: " << unit.next->field->label << " – " << unit.next->name << " ("
                             << unit.next->record << ")\n";
                if (!unit.next->field->help.empty()) terminal.out << "    " << unit.next->field->help << "\n";
                terminal.out << "    Antwort: bcmkit aendern " << unit.next->record << " " << unit.next->field->name
                             << "=\"…\"\n";
            } else {
                terminal.out << "  Alle Pflichtangaben sind beantwortet.\n";
            }
            terminal.out << "  Fragen Sie: " << (unit.ask.empty() ? "(niemand erfasst)" : unit.ask) << "\n";
        }
    }

    static void print_json(Terminal& terminal, const app::Status& status) {
        auto units = nlohmann::ordered_json::array();
        for (const auto& unit : status.units) {
            nlohmann::ordered_json row = {{"id", unit.id},
                                          {"code", unit.code},
                                          {"name", unit.name},
                                          {"services", unit.services},
                                          {"answered", unit.answered},
                                          {"required", unit.required}};
            if (unit.next) row["next"] = {{"record", unit.next->record}, {"field", unit.next->field->name}};
            row["ask"] = unit.ask;
            units.push_back(std::move(row));
        }
        terminal.out << units.dump(2) << "\n";
    }

    bool json_ = false;
};

} // namespace

std::unique_ptr<Command> make_status() { return std::make_unique<Status>(); }

} // namespace bcmkit::cli
