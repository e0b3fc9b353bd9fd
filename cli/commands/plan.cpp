// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "paper.hpp"

namespace bcmkit::cli {

namespace {

class WholePlan final : public Command {
    void declare(Options& options) override { paper_.declare(options, true); }

    Exit run(Terminal& terminal, const Context& context) override {
        return print_to_file(terminal, context, paper_, {"handbuch"});
    }

    PaperOptions paper_;
};

} // namespace

std::unique_ptr<Command> make_plan() { return std::make_unique<WholePlan>(); }

} // namespace bcmkit::cli
