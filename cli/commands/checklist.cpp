// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "paper.hpp"

namespace bcmkit::cli {

namespace {

class Checklist final : public Command {
    void declare(Options& options) override {
        options.arguments("WAS", selectors_, "wie bei drucken; ohne Angabe sofort alarm stab");
        paper_.declare(options, true);
    }

    Exit run(Terminal& terminal, const Context& context) override {
        return print_to_file(terminal, context, paper_, selectors_.empty() ? std::vector<std::string>{"checkliste"} : selectors_);
    }

    std::vector<std::string> selectors_;
    PaperOptions paper_;
};

} // namespace

std::unique_ptr<Command> make_checklist() { return std::make_unique<Checklist>(); }

} // namespace bcmkit::cli
