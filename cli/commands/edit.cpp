// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "data_output.hpp"

#include <bcmkit/base/text.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

std::string typed(const char* command, const std::string& first, const std::vector<std::string>& rest) {
    return std::string(command) + " " + first + (rest.empty() ? "" : " ") + joined(rest, " ");
}

/// What set and add say; the seam for findings that vanish and sheets that change: result.before, result.after.
Exit print_edit(Terminal& terminal, const app::EditResult& result) {
    print_diagnostics(terminal, result.diagnostics);
    if (has_errors(result.diagnostics)) return Exit::usage;
    print_changes(terminal, result.changes, true);
    if (result.changes.empty()) terminal.out << "Nichts zu ändern: Das steht schon so im Plan.\n";
    for (const auto& line : result.resolved) terminal.out << "gefunden  " << line << "\n";
    for (const auto& word : result.not_found)
        terminal.out << "„" << word << "“ ist noch nicht erfasst; der Verweis bleibt als Text stehen.\n";
    return Exit::done;
}

class Set final : public Command {
    void declare(Options& options) override {
        options.argument("ID", id_, "zum Beispiel SVC-012");
        options.arguments("FELD=WERT", assignments_,
                          "zum Beispiel mtpd=\"4 h\", ersatz=unbekannt; FELD+=WERT ergänzt eine Liste");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        return print_edit(terminal, app::run(app::SetJob{context.plan_file(terminal), id_, assignments_,
                                                         note_of(terminal, typed("set", id_, assignments_))}));
    }

    std::string id_;
    std::vector<std::string> assignments_;
};

class Add final : public Command {
    void declare(Options& options) override {
        options.argument("ART", kind_, "zum Beispiel leistungen");
        options.arguments("FELD=WERT", assignments_, "mindestens name=\"…\"; die ID vergibt das Programm");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        return print_edit(terminal, app::run(app::AddJob{context.plan_file(terminal), kind_, assignments_,
                                                         note_of(terminal, typed("add", kind_, assignments_))}));
    }

    std::string kind_;
    std::vector<std::string> assignments_;
};

class Remove final : public Command {
    void declare(Options& options) override { options.argument("ID", id_, "zum Beispiel SVC-012"); }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto result = app::run(app::RemoveJob{context.plan_file(terminal), id_, note_of(terminal, "remove " + id_)});
        if (result.dependents.empty()) return print_edit(terminal, result.edit);
        terminal.err << "bcmkit: " << id_ << " wird noch gebraucht oder genannt:\n";
        for (const auto& link : result.dependents) {
            const auto name = std::string_view(link.field).substr(0, link.field.find('['));
            const auto* field = link.from.type->field(name);
            terminal.err << "  " << link.from.id() << "  " << link.from.name() << "  (" << (field ? field->label : name) << ")\n";
        }
        terminal.err << "  Ändern Sie zuerst diese Einträge. Der Plan ist unverändert.\n";
        return Exit::usage;
    }

    std::string id_;
};

class History final : public Command {
    void declare(Options& options) override {
        options.optional_argument("ID", id_, "nur zu diesem Eintrag");
        options.number("-n,--anzahl", count_, "ZAHL", "höchstens so viele Zeilen; ohne Angabe 50 auf dem Bildschirm, sonst alle");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto entries = app::run(app::HistoryJob{context.plan_file(terminal), id_});
        const auto most = static_cast<std::size_t>(count_.value_or(terminal.out_is_terminal ? 50 : 1'000'000'000));
        std::int64_t revision = -1;
        std::size_t shown = 0;
        for (const auto& entry : entries) {
            if (shown++ == most) {
                terminal.out << "… " << entries.size() - most << " weitere Zeilen: --anzahl\n";
                break;
            }
            if (entry.revision != revision)
                terminal.out << "Nr. " << entry.revision << "  " << entry.when << "  " << entry.who << "  " << entry.command
                             << "\n";
            revision = entry.revision;
            print(terminal, entry);
        }
        if (entries.empty()) terminal.out << "Noch keine Änderungen.\n";
        return Exit::done;
    }

    static void print(Terminal& terminal, const store::HistoryEntry& entry) {
        terminal.out << "    " << entry.record << "  ";
        if (entry.field.empty()) {
            terminal.out << (entry.old ? "entfernt: " + *entry.old : "neu: " + entry.now.value_or("")) << "\n";
            return;
        }
        const auto* type = model::type_of_id(entry.record);
        const auto* field = type ? type->field(entry.field) : nullptr;
        const auto shown = [](const std::optional<std::string>& text) {
            return replaced(text.value_or("nicht erfasst"), "\n", " / ");
        };
        terminal.out << (field ? std::string(field->label) : entry.field) << ": " << shown(entry.old) << " → " << shown(entry.now)
                     << "\n";
    }

    std::optional<std::string> id_;
    std::optional<int> count_;
};

} // namespace

std::unique_ptr<Command> make_set() { return std::make_unique<Set>(); }
std::unique_ptr<Command> make_add() { return std::make_unique<Add>(); }
std::unique_ptr<Command> make_remove() { return std::make_unique<Remove>(); }
std::unique_ptr<Command> make_history() { return std::make_unique<History>(); }

} // namespace bcmkit::cli
