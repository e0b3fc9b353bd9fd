// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "paper.hpp"

#include <bcmkit/base/error.hpp>

namespace bcmkit::cli {

namespace {

class Print final : public Command {
    void declare(Options& options) override {
        options.arguments("WAS", selectors_, "handbuch, sofort, alarm, stab, melden, amt:50, rolle:S2, kit:ID, 5.12, 1.00-1.06");
        paper_.declare(options, true);
    }

    Exit run(Terminal& terminal, const Context& context) override {
        if (selectors_.empty()) throw Error(ErrorCode::usage, {"cli.print_what", {}}, {}, {{"compose.selectors", {}}});
        return print_to_file(terminal, context, paper_, selectors_);
    }

    std::vector<std::string> selectors_;
    PaperOptions paper_;
};

} // namespace

std::unique_ptr<Command> make_print() { return std::make_unique<Print>(); }

} // namespace bcmkit::cli
