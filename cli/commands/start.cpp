// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

#include <ostream>

namespace bcmkit::cli {

namespace {

class Start final : public Command {
    void declare(Options&) override {}

    Exit run(Terminal& terminal, const Context&) override {
        terminal.out << help_text();
        return Exit::done;
    }
};

} // namespace

std::unique_ptr<Command> make_start() { return std::make_unique<Start>(); }

} // namespace bcmkit::cli
