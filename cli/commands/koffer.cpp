// SPDX-License-Identifier: EUPL-1.2
#include "../progress.hpp"
#include "commands.hpp"
#include "paper.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/app/koffer.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>

#include <nlohmann/json.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

class Koffer final : public Command {
    void declare(Options& options) override {
        options.argument("ORDNER", folder_, "neuer, leerer oder früher so geschriebener Ordner, zum Beispiel auf einem Stick");
        paper_.declare(options, false);
    }

    Exit run(Terminal& terminal, const Context& context) override {
        app::KofferRequest request;
        request.audience = paper_.chosen_audience();
        const auto plan_file = context.plan_file(terminal);
        const auto plan = app::load_plan(plan_file);
        request.folder = terminal.folder / to_path(folder_);
        request.plan_name = to_text(plan_file.filename());
        request.template_folder = paper_.template_folder(terminal);
        request.duplex = paper_.duplex;
        request.date = context.date(terminal, plan);
        const auto result = write(terminal, plan, request);
        if (!paper_.json) show_diagnostics(terminal, result.diagnostics, paper_.all);
        if (paper_.json) print_json(terminal, result);
        if (result.files.empty()) {
            if (!paper_.json) terminal.err << to_text(Message{"cli.nothing_printed", {}}) << "\n";
            return Exit::usage;
        }
        if (!paper_.json) print_list(terminal, result, request.audience);
        return Exit::done;
    }

    static app::KofferResult write(Terminal& terminal, const model::Plan& plan, app::KofferRequest& request) {
        ProgressLine line(terminal);
        request.progress = [&](std::size_t number, std::size_t of, const std::string& file) {
            line.show(std::to_string(number) + " von " + std::to_string(of) + "  " + file);
        };
        return app::write_koffer(plan, request);
    }

    void print_list(Terminal& terminal, const app::KofferResult& result, model::Audience audience) const {
        terminal.out << folder_ << " (Fassung " << model::audience_word(audience) << ")\n";
        for (const auto& file : result.files) {
            const auto width = terminal_width(file.name);
            terminal.out << "  " << file.name << std::string(static_cast<std::size_t>(width < 24 ? 24 - width : 1), ' ')
                         << file.what;
            if (file.pages > 0) terminal.out << " (" << file.pages << (file.pages == 1 ? " Seite)" : " Seiten)");
            terminal.out << "\n";
        }
        if (result.private_numbers > 0)
            terminal.out << to_text(
                                Message{"cli.private_numbers", {std::to_string(result.private_numbers) + " private Rufnummern"}})
                         << "\n";
        terminal.out << "Prüfen: cd " << folder_ << " && sha256sum -c SHA256SUMS\n";
    }

    void print_json(Terminal& terminal, const app::KofferResult& result) const {
        auto files = nlohmann::ordered_json::array();
        for (const auto& file : result.files) files.push_back({{"name", file.name}, {"what", file.what}, {"pages", file.pages}});
        auto notes = nlohmann::ordered_json::array();
        for (const auto& diagnostic : result.diagnostics) notes.push_back(to_text(diagnostic));
        const nlohmann::ordered_json out{{"folder", folder_},
                                         {"files", std::move(files)},
                                         {"private_numbers", result.private_numbers},
                                         {"messages", std::move(notes)}};
        terminal.out << out.dump(2) << "\n";
    }

    std::string folder_;
    PaperOptions paper_;
};

} // namespace

std::unique_ptr<Command> make_koffer() { return std::make_unique<Koffer>(); }

} // namespace bcmkit::cli
