// SPDX-License-Identifier: EUPL-1.2
#include "../progress.hpp"
#include "commands.hpp"
#include "data_output.hpp"

#include <bcmkit/base/file.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

class Import final : public Command {
    void declare(Options& options) override {
        options.argument("ORDNER", source_, "Ordner mit TOML-Dateien, oder eine einzelne Datei als Nachtrag");
        options.flag("--replace,--ersetzen", replace_, "auch entfernen, was der Ordner nicht nennt");
        options.flag("--dry-run,--probe", dry_run_, "nur zeigen, was sich ändern würde");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto plan_file = context.plan_file(terminal);
        const auto result = read(terminal, plan_file);
        print_diagnostics(terminal, result.diagnostics);
        if (has_errors(result.diagnostics)) return Exit::usage;
        print_changes(terminal, result.changes, true);
        for (const auto& line : result.resolved) terminal.out << "gefunden  " << line << "\n";
        print_summary(terminal, result, plan_file);
        return Exit::done;
    }

    app::ImportResult read(Terminal& terminal, const std::filesystem::path& plan_file) const {
        ProgressLine line(terminal);
        line.show(source_ + " wird gelesen …");
        return app::run(app::ImportJob{plan_file, terminal.folder / to_path(source_), replace_, dry_run_,
                                       note_of(terminal, "import " + source_ + (replace_ ? " --replace" : ""))});
    }

    void print_summary(Terminal& terminal, const app::ImportResult& result, const std::filesystem::path& plan_file) const {
        using Kind = store::RecordChange::Kind;
        const auto count = [&](Kind kind) { return std::ranges::count(result.changes, kind, &store::RecordChange::kind); };
        terminal.out << count(Kind::added) << " neu, " << count(Kind::changed) << " geändert, " << count(Kind::removed)
                     << " entfernt";
        if (!result.not_found.empty()) terminal.out << ", " << result.not_found.size() << " Verweise noch offen";
        terminal.out << ".\n";
        if (dry_run_)
            terminal.out << "Nur eine Probe: Der Plan ist unverändert.\n";
        else if (result.created)
            terminal.out << "Neue Plandatei: " << to_text(plan_file) << "\n";
    }

    std::string source_;
    bool replace_ = false, dry_run_ = false;
};

} // namespace

std::unique_ptr<Command> make_import() { return std::make_unique<Import>(); }

} // namespace bcmkit::cli
