// SPDX-License-Identifier: EUPL-1.2
#include "../progress.hpp"
#include "commands.hpp"
#include "data_output.hpp"

#include <bcmkit/app/effects.hpp>
#include <bcmkit/base/date.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/text.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <span>

namespace bcmkit::cli {

namespace {

std::string typed(const char* command, const std::string& first, const std::vector<std::string>& rest) {
    return std::string(command) + " " + first + (rest.empty() ? "" : " ") + joined(rest, " ");
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

void print_findings(Terminal& terminal, const char* word, const std::vector<check::Finding>& findings) {
    for (const auto& finding : findings)
        terminal.out << word << "  " << check::severity_word(finding.severity) << "  " << finding.message << "  " << finding.rule
                     << "\n";
}

/// Which findings came and went, and what has to be printed anew.
void print_effects(Terminal& terminal, const app::Effects& effects) {
    print_findings(terminal, "erledigt", effects.vanished);
    print_findings(terminal, "neu     ", effects.appeared);
    terminal.out << "Jetzt " << counted(static_cast<std::size_t>(effects.now.error), "Fehler", "Fehler") << ", "
                 << counted(static_cast<std::size_t>(effects.now.warning), "Warnung", "Warnungen") << ".\n";
    if (effects.sheets.empty()) return;
    constexpr std::size_t most = 12;
    const std::span<const std::string> shown(effects.sheets.data(), std::min(most, effects.sheets.size()));
    terminal.out << "Betroffene Blätter: " << joined(shown, ", ");
    if (effects.sheets.size() > most) terminal.out << " und " << effects.sheets.size() - most << " weitere";
    terminal.out << ".\n";
}

app::Effects effects_of(Terminal& terminal, const Context& context, const app::EditResult& result) {
    ProgressLine line(terminal);
    line.show("Befunde und Blätter werden verglichen …");
    return app::effects_of(result.before, result.after, context.date(terminal, result.after));
}

/// What set, add and remove say.
Exit print_edit(Terminal& terminal, const Context& context, const app::EditResult& result) {
    print_diagnostics(terminal, result.diagnostics);
    if (has_errors(result.diagnostics)) return Exit::usage;
    print_changes(terminal, result.changes, true);
    if (result.changes.empty()) terminal.out << "Nichts zu ändern: Das steht schon so im Plan.\n";
    for (const auto& line : result.resolved) terminal.out << "gefunden  " << line << "\n";
    for (const auto& word : result.not_found)
        terminal.out << "„" << word << "“ ist noch nicht erfasst; der Verweis bleibt als Text stehen.\n";
    if (!result.changes.empty()) print_effects(terminal, effects_of(terminal, context, result));
    return Exit::done;
}

class Set final : public Command {
    void declare(Options& options) override {
        options.argument("ID", id_, "zum Beispiel SVC-012");
        options.arguments("FELD=WERT", assignments_,
                          "zum Beispiel mtpd=\"4 h\", ersatz=unbekannt; FELD+=WERT ergänzt eine Liste");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        if (assignments_.empty())
            throw Error(ErrorCode::usage, {"cli.missing_word", {"FELD=WERT"}}, {}, {{"cli.see_help", {"set"}}});
        return print_edit(terminal, context,
                          app::run(app::SetJob{context.plan_file(terminal), id_, assignments_,
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
        return print_edit(terminal, context,
                          app::run(app::AddJob{context.plan_file(terminal), kind_, assignments_,
                                               note_of(terminal, typed("add", kind_, assignments_))}));
    }

    std::string kind_;
    std::vector<std::string> assignments_;
};

class Remove final : public Command {
    void declare(Options& options) override { options.argument("ID", id_, "zum Beispiel SVC-012"); }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto result = app::run(app::RemoveJob{context.plan_file(terminal), id_, note_of(terminal, "remove " + id_)});
        if (result.dependents.empty()) return print_edit(terminal, context, result.edit);
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
        options.flag("--json", json_, "für Maschinen");
        options.number("-n,--anzahl", count_, "ZAHL", "höchstens so viele Zeilen; ohne Angabe 50 auf dem Bildschirm, sonst alle");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto entries = app::run(app::HistoryJob{context.plan_file(terminal), id_});
        const bool is_for_screen = terminal.out_is_terminal && !json_;
        const auto most = static_cast<std::size_t>(std::max(count_.value_or(is_for_screen ? 50 : 1'000'000'000), 0));
        if (json_) {
            print_json(terminal, std::span(entries).first(std::min(most, entries.size())));
            return Exit::done;
        }
        std::int64_t revision = -1;
        std::size_t shown = 0;
        for (const auto& entry : entries) {
            if (shown++ == most) {
                terminal.out << "… " << entries.size() - most << " weitere Zeilen: --anzahl\n";
                break;
            }
            if (entry.revision != revision)
                terminal.out << "Nr. " << entry.revision << "  " << in_german(entry.when) << "  " << entry.who << "  "
                             << entry.command << "\n";
            revision = entry.revision;
            print(terminal, entry);
        }
        if (entries.empty()) terminal.out << "Noch keine Änderungen.\n";
        return Exit::done;
    }

    /// "2026-11-26 16:07:34" → "26.11.2026 16:07"
    static std::string in_german(std::string_view when) {
        const auto day = parse_date(when.substr(0, 10));
        return day && when.size() >= 16 ? to_german(*day) + std::string(when.substr(10, 6)) : std::string(when);
    }

    static void print_json(Terminal& terminal, std::span<const store::HistoryEntry> entries) {
        auto rows = nlohmann::ordered_json::array();
        for (const auto& entry : entries) {
            nlohmann::ordered_json row{{"revision", entry.revision}, {"when", entry.when},     {"who", entry.who},
                                       {"command", entry.command},   {"record", entry.record}, {"field", entry.field}};
            row["old"] = entry.old ? nlohmann::ordered_json(*entry.old) : nlohmann::ordered_json();
            row["new"] = entry.now ? nlohmann::ordered_json(*entry.now) : nlohmann::ordered_json();
            rows.push_back(std::move(row));
        }
        terminal.out << rows.dump(2) << "\n";
    }

    static void print(Terminal& terminal, const store::HistoryEntry& entry) {
        terminal.out << "    " << entry.record << "  ";
        if (entry.field.empty()) {
            terminal.out << (entry.old ? "entfernt: " + *entry.old : "neu: " + entry.now.value_or("")) << "\n";
            return;
        }
        const auto* type = model::type_of_id(entry.record);
        const auto* field = type ? type->field(entry.field) : nullptr;
        constexpr std::string_view nothing = "nicht erfasst";
        auto old = split(entry.old ? std::string_view(*entry.old) : nothing, '\n');
        auto now = split(entry.now ? std::string_view(*entry.now) : nothing, '\n');
        drop_common_lines(old, now);
        terminal.out << (field ? std::string(field->label) : entry.field) << ": " << shown(old) << " → " << shown(now) << "\n";
    }

    /// Of a list of rows or a long text only what differs; the rest is "…".
    static void drop_common_lines(std::vector<std::string_view>& old, std::vector<std::string_view>& now) {
        const std::size_t shorter = std::min(old.size(), now.size());
        std::size_t head = 0, tail = 0;
        while (head < shorter && old[head] == now[head]) ++head;
        while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail]) ++tail;
        for (auto* lines : {&old, &now}) {
            if (tail > 0) *lines = with_mark(std::span(*lines).first(lines->size() - tail), true);
            if (head > 0) *lines = with_mark(std::span(*lines).subspan(head), false);
        }
    }

    static std::vector<std::string_view> with_mark(std::span<const std::string_view> lines, bool at_end) {
        std::vector<std::string_view> out(lines.begin(), lines.end());
        out.insert(at_end ? out.end() : out.begin(), "…");
        return out;
    }

    static std::string shown(const std::vector<std::string_view>& lines) {
        return joined(std::vector<std::string>(lines.begin(), lines.end()), " / ");
    }

    std::optional<std::string> id_;
    std::optional<int> count_;
    bool json_ = false;
};

} // namespace

std::unique_ptr<Command> make_set() { return std::make_unique<Set>(); }
std::unique_ptr<Command> make_add() { return std::make_unique<Add>(); }
std::unique_ptr<Command> make_remove() { return std::make_unique<Remove>(); }
std::unique_ptr<Command> make_history() { return std::make_unique<History>(); }

} // namespace bcmkit::cli
