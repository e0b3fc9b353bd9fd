// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

#include <bcmkit/base/error.hpp>

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
        const auto* entry = command(*word_);
        if (!entry) throw Error(ErrorCode::usage, {"cli.unknown_command", {*word_}}, {}, {{"cli.all_commands", {}}});
        terminal.out << help_text(*entry);
        return Exit::done;
    }

    std::optional<std::string> word_;
};

} // namespace

std::unique_ptr<Command> make_help() { return std::make_unique<Help>(); }

} // namespace bcmkit::cli
