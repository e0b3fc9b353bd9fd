// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "paper.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

class Markdown final : public Command {
    void declare(Options& options) override {
        options.argument("DATEI.md", file_, "ein Text mit den Bausteinen der Vorlagen");
        options.text("-o,--output,--datei", output_, "DATEI.pdf", "wohin; ohne Angabe neben den Text");
        options.flag("--duplex,--beidseitig", duplex_, "für beidseitigen Druck");
        options.flag("--all,--alle", all_, "alle Hinweise zeigen, nicht nur die ersten zehn");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto source = terminal.folder / to_path(file_);
        const auto result = app::print_markdown(
            {to_text(source.filename()), read_file(source, 1024 * 1024), duplex_, context.date_option.value_or(terminal.today)});
        show_diagnostics(terminal, result.diagnostics, all_);
        if (result.pdf.empty()) {
            terminal.err << to_text(Message{"cli.nothing_printed", {}}) << "\n";
            return Exit::usage;
        }
        auto target = source;
        target.replace_extension(".pdf");
        if (output_) target = terminal.folder / to_path(*output_);
        write_file(target, result.pdf);
        terminal.out << to_text(target.filename()) << ": " << result.pages << (result.pages == 1 ? " Seite\n" : " Seiten\n");
        return Exit::done;
    }

    std::string file_;
    std::optional<std::string> output_;
    bool duplex_ = false, all_ = false;
};

} // namespace

std::unique_ptr<Command> make_md() { return std::make_unique<Markdown>(); }

} // namespace bcmkit::cli
