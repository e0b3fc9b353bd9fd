// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/base/file.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

class Export final : public Command {
    void declare(Options& options) override {
        options.argument("ORDNER", folder_, "leerer oder neuer Ordner, oder einer vom letzten Export");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto result = app::run(app::ExportJob{context.plan_file(terminal), terminal.folder / to_path(folder_)});
        terminal.out << result.records << " Einträge in " << result.files.size() << " Dateien nach " << folder_
                     << " geschrieben.\n";
        terminal.out << "Kommentare und Textdateien aus einem früheren Ordner sind nicht dabei: Die Plandatei merkt sich nur die "
                        "Angaben.\n";
        return Exit::done;
    }

    std::string folder_;
};

} // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

} // namespace bcmkit::cli
