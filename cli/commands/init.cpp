// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "data_output.hpp"
#include "paper.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/app/interview.hpp>
#include <bcmkit/app/print.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>

#include <istream>
#include <ostream>

namespace bcmkit::cli {

namespace {

// One question a screen block; an empty line skips it.
app::Answers ask(Terminal& terminal) {
    app::Answers answers;
    const auto questions = app::questions();
    terminal.out << questions.size()
                 << " Fragen. Was Sie nicht wissen: „weiß ich nicht“ oder einfach Eingabetaste. Nichts davon ist endgültig.\n";
    int number = 0;
    for (const auto& question : questions) {
        terminal.out << "\n"
                     << ++number << "/" << questions.size() << "  " << question.text << "\n     " << question.hint << "\n     > "
                     << std::flush;
        std::string line;
        if (!std::getline(terminal.in, line)) break;
        if (line.size() > longest_text) throw Error(ErrorCode::input, {"cli.answer_too_long", {}});
        if (!trimmed(line).empty()) answers.emplace(question.key, normalized(trimmed(line)));
    }
    terminal.out << "\n";
    return answers;
}

class Init final : public Command {
    void declare(Options& options) override {
        options.argument("DATEI", file_, "neue Plandatei, zum Beispiel meinkreis.bcm");
        options.flag("--fragen", with_questions_, "höchstens 18 Fragen stellen und die ersten Blätter drucken");
        options.text("--antworten", answers_file_, "DATEI.toml", "dasselbe mit Antworten aus einer Datei");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto file = terminal.folder / to_path(file_);
        const bool interviewed = with_questions_ || answers_file_;
        app::Answers answers;
        if (answers_file_)
            answers = app::read_answers(terminal.folder / to_path(*answers_file_));
        else if (with_questions_)
            answers = ask(terminal);
        auto result = app::plan_from(answers);

        warn_of_network_drive(terminal, file);
        app::create_plan(file, interviewed ? result.plan : model::Plan(), note_of(terminal, "init"));
        if (!interviewed) {
            terminal.out << "Leerer Plan angelegt: " << file_ << "\nWeiter: bcmkit -p " << file_
                         << " hinzufuegen aemter name=\"Sozialamt\" code=50\n";
            return Exit::done;
        }
        print_first_sheets(terminal, context, file, result);
        return Exit::done;
    }

    void print_first_sheets(Terminal& terminal, const Context& context, const std::filesystem::path& file,
                            const app::InterviewResult& result) const {
        auto output = file;
        output.replace_filename(to_path(to_text(file.stem()) + "-erste-blaetter.pdf"));
        app::PrintRequest request;
        request.date = context.date_option.value_or(terminal.today);
        for (const auto sheet : app::first_sheets()) request.selectors.emplace_back(sheet);
        const auto printed = app::print(app::load_plan(file), request);
        show_diagnostics(terminal, printed.diagnostics, false);
        if (has_errors(printed.diagnostics)) throw Error(ErrorCode::input, {"cli.plan_made_without_paper", {file_}});
        write_file(output, printed.pdf);
        terminal.out << "Fertig: " << result.answered << " von " << app::questions().size() << " Fragen beantwortet. "
                     << printed.pages << " Seiten in " << to_text(output.filename()) << ".\n";
        if (result.open.empty()) return;
        terminal.out << "Offen – auf dem Papier ist dort eine Schreiblinie:\n";
        for (const auto& question : result.open)
            terminal.out << "  " << question.text << (question.ask.empty() ? "" : "  Fragen Sie " + question.ask + ".") << "\n";
    }

    std::string file_;
    bool with_questions_ = false;
    std::optional<std::string> answers_file_;
};

} // namespace

std::unique_ptr<Command> make_init() { return std::make_unique<Init>(); }

} // namespace bcmkit::cli
