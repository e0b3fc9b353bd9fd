// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "impact_output.hpp"
#include "paper.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/base/file.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

class Impact final : public Command {
    void declare(Options& options) override {
        options.text("--down,--ausgefallen", down_, "ID[,ID…]", "was ausgefallen ist, zum Beispiel INF-004,NET-RZ");
        options.text("--scenario,--szenario", scenario_, "NAME",
                     "it-gesamt, ransomware, dienstleister, strom-72h, leitung, gebaeude, personal-30, personal-50 "
                     "oder ein Szenario des Plans");
        options.text("--ab,--from", start_, "ZEITPUNKT",
                     "wann es beginnt: \"Fr 27.11.2026 19:40\"; dann mit Wochentag und Uhrzeit");
        options.text("-o,--output,--datei", output_, "DATEI.pdf", "zusätzlich das Ausfallblatt drucken, eine Seite A4");
        options.text("--vorlagen,--templates", templates_, "ORDNER", "eigene Vorlagen; gleiche Dateinamen gehen vor");
        options.flag("--all,--alle", all_, "alle Namen zeigen, nicht nur die dringendsten");
        options.flag("--json", json_, "für Maschinen");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto plan = app::load_plan(context.plan_file(terminal));
        const auto report = app::impact_report(plan, request(terminal, context, plan));
        if (json_)
            write_impact_json(terminal, plan, report);
        else
            write_impact(terminal, plan, report, all_);
        return output_ ? print(terminal, plan, report) : Exit::done;
    }

    app::ImpactRequest request(const Terminal& terminal, const Context& context, const model::Plan& plan) const {
        app::ImpactRequest out;
        if (down_) out.down = app::words_between_commas(*down_);
        out.scenario = scenario_;
        if (start_) out.start = moment_from(*start_);
        out.day = context.date(terminal, plan);
        return out;
    }

    Exit print(Terminal& terminal, const model::Plan& plan, const app::ImpactReport& report) const {
        const auto folder = templates_ ? std::optional(terminal.folder / to_path(*templates_)) : std::nullopt;
        const auto result = app::print_impact(plan, report, folder);
        show_diagnostics(terminal, result.diagnostics, all_);
        if (result.pdf.empty()) return Exit::usage;
        write_file(terminal.folder / to_path(*output_), result.pdf);
        if (!json_)
            terminal.out << "\n"
                         << *output_ << ": Ausfallblatt, " << result.pages << (result.pages == 1 ? " Seite\n" : " Seiten\n");
        return Exit::done;
    }

    std::optional<std::string> down_, scenario_, start_, output_, templates_;
    bool all_ = false, json_ = false;
};

} // namespace

std::unique_ptr<Command> make_impact() { return std::make_unique<Impact>(); }

} // namespace bcmkit::cli
