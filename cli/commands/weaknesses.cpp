// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "weakness_output.hpp"

#include <bcmkit/app/data.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

class ListWeaknesses final : public Command {
    void declare(Options& options) override {
        options.flag("--all,--alle", all_, "alle Zeilen, nicht nur zehn je Abschnitt");
        options.flag("--json", json_, "für Maschinen");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto plan = app::load_plan(context.plan_file(terminal));
        const auto day = context.date(terminal, plan);
        const auto found = app::weaknesses(plan, day);
        if (json_) {
            terminal.out << to_json(found).dump(2) << "\n";
            return Exit::done;
        }
        terminal.out << "Stichtag " << to_german(day) << " · Annahme: Angriff, die ganze eigene IT ist weg · VERTRAULICH\n\n";
        write_weaknesses(terminal, plan, found, all_ || !terminal.out_is_terminal);
        return Exit::done;
    }

    bool all_ = false, json_ = false;
};

} // namespace

std::unique_ptr<Command> make_weaknesses() { return std::make_unique<ListWeaknesses>(); }

} // namespace bcmkit::cli
