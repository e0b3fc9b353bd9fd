// SPDX-License-Identifier: EUPL-1.2
#include "../progress.hpp"
#include "commands.hpp"
#include "data_output.hpp"
#include "json.hpp"

#include <bcmkit/base/file.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

using Kind = store::RecordChange::Kind;
using Json = nlohmann::ordered_json;

std::ptrdiff_t count(const app::ImportResult& result, Kind kind) {
    return std::ranges::count(result.changes, kind, &store::RecordChange::kind);
}

Json to_json(const app::ImportResult& result, const store::RecordChange& change) {
    const char* word = change.kind == Kind::added ? "added" : change.kind == Kind::removed ? "removed" : "changed";
    Json fields = Json::array();
    for (const auto& field : change.fields)
        fields.push_back({{"field", field.field->name},
                          {"old", cli::to_json(result.before, *field.field, field.old)},
                          {"new", cli::to_json(result.after, *field.field, field.now)}});
    return {{"change", word}, {"id", change.id}, {"name", change.name}, {"fields", std::move(fields)}};
}

Json to_json(const Diagnostic& diagnostic) {
    const char* severity = diagnostic.severity == Severity::error     ? "error"
                           : diagnostic.severity == Severity::warning ? "warning"
                                                                      : "info";
    Json advice = Json::array();
    for (const auto& hint : diagnostic.hints) advice.push_back(to_text(hint));
    return {{"severity", severity},
            {"file", diagnostic.place.file},
            {"line", diagnostic.place.line > 0 ? Json(diagnostic.place.line) : Json()},
            {"object", diagnostic.place.record},
            {"message", to_text(diagnostic.message)},
            {"advice", std::move(advice)}};
}

Json to_json(const app::ImportResult& result, bool dry_run) {
    Json changes = Json::array(), diagnostics = Json::array();
    for (const auto& change : result.changes) changes.push_back(to_json(result, change));
    for (const auto& diagnostic : result.diagnostics) diagnostics.push_back(to_json(diagnostic));
    return {{"dry_run", dry_run},
            {"applied", !dry_run && !has_errors(result.diagnostics)},
            {"summary",
             {{"added", count(result, Kind::added)},
              {"changed", count(result, Kind::changed)},
              {"removed", count(result, Kind::removed)},
              {"open_references", result.not_found.size()}}},
            {"changes", std::move(changes)},
            {"resolved_references", result.resolved},
            {"open_references", result.not_found},
            {"diagnostics", std::move(diagnostics)}};
}

class Import final : public Command {
    void declare(Options& options) override {
        options.argument("ORDNER", source_, "Ordner mit TOML-Dateien, oder eine einzelne Datei als Nachtrag");
        options.flag("--replace,--ersetzen", replace_, "auch entfernen, was der Ordner nicht nennt");
        options.flag("--dry-run,--probe", dry_run_, "nur zeigen, was sich ändern würde");
        options.flag("--json", json_, "für Maschinen: was neu, geändert und entfernt ist, und alle Fehler");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto plan_file = context.plan_file(terminal);
        const auto result = read(terminal, plan_file);
        print_diagnostics(terminal, result.diagnostics);
        if (json_) terminal.out << to_json(result, dry_run_).dump(2) << "\n";
        if (has_errors(result.diagnostics)) return Exit::usage;
        if (json_) return Exit::done;
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
        terminal.out << count(result, Kind::added) << " neu, " << count(result, Kind::changed) << " geändert, "
                     << count(result, Kind::removed) << " entfernt";
        const auto open = result.not_found.size();
        if (open > 0) terminal.out << ", " << open << (open == 1 ? " Verweis" : " Verweise") << " noch offen";
        terminal.out << ".\n";
        if (dry_run_)
            terminal.out << "Nur eine Probe: Der Plan ist unverändert.\n";
        else if (result.created)
            terminal.out << "Neue Plandatei: " << to_text(plan_file) << "\n";
    }

    std::string source_;
    bool replace_ = false, dry_run_ = false, json_ = false;
};

} // namespace

std::unique_ptr<Command> make_import() { return std::make_unique<Import>(); }

} // namespace bcmkit::cli
