// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

#include <ostream>

namespace bcmkit::cli {

namespace {

class Help final : public Command {
    void declare(Options& options) override { options.optional_argument("BEFEHL", word_, "nur zu diesem Befehl"); }

    Exit run(Terminal& terminal, const Context&) override {
        if (!word_) {
            terminal.out << help_text();
            return Exit::done;
        }
        terminal.out << help_text(demand_command(*word_));
        return Exit::done;
    }

    std::optional<std::string> word_;
};

} // namespace

std::unique_ptr<Command> make_help() { return std::make_unique<Help>(); }

} // namespace bcmkit::cli
