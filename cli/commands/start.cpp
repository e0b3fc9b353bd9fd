// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

class Start final : public Command {
    void declare(Options&) override {}

    Exit run(Terminal& terminal, const Context& context) override {
        const std::string plan = plan_line(terminal, context);
        terminal.out << "bcmkit – Notfallplan und Checklisten, die ohne IT funktionieren\n"
                     << plan << "\n"
                     << "  bcmkit stand                        Was ist erfasst, was fehlt, wen frage ich als Nächstes?\n"
                        "  bcmkit pruefen                      Die dringendsten Lücken\n"
                        "  bcmkit drucken handbuch -o h.pdf    Das Notfallhandbuch als PDF\n"
                        "  bcmkit zeige SVC-001                Eine Leistung mit allem, was sie braucht\n"
                        "  bcmkit koffer ORDNER                Ordner für Stick, Laptop, Feuerwache\n\n"
                        "Neu anfangen: bcmkit neu meinkreis.bcm --fragen     Alle Befehle: bcmkit hilfe\n";
        return Exit::done;
    }

    // A plan that cannot be read is said here and explained by every other command.
    static std::string plan_line(Terminal& terminal, const Context& context) {
        try {
            const auto file = context.plan_file(terminal);
            const auto plan = app::load_plan(file);
            return "Plan: " + to_text(file.filename()) + " · " +
                   (plan.organisation.name.empty() ? "noch ohne Kommune" : plan.organisation.name) + " · " +
                   std::to_string(plan.services.size()) + " Leistungen" +
                   (plan.changed_on ? " · Stand " + to_german(*plan.changed_on) : "") + "\n";
        } catch (const Error& error) {
            return std::string(error.what()) + "\n";
        }
    }
};

} // namespace

std::unique_ptr<Command> make_start() { return std::make_unique<Start>(); }

} // namespace bcmkit::cli
