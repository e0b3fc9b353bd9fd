// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "gap_output.hpp"
#include "recovery_output.hpp"
#include "restore_plan_output.hpp"
#include "weakness_output.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/app/impact.hpp>

#include <ostream>

namespace bcmkit::cli {

namespace {

class Recovery final : public Command {
    void declare(Options& options) override {
        options.text("--down,--ausgefallen", down_, "ID[,ID…]", "was ausgefallen ist, zum Beispiel INF-004,NET-RZ");
        options.text("--scenario,--szenario", scenario_, "NAME", "wie bei „bcmkit ausfall“; ohne Angabe: it-gesamt");
        options.text("--ab,--from", start_, "ZEITPUNKT",
                     "wann es beginnt: \"Fr 27.11.2026 19:40\"; dann mit Wochentag und Uhrzeit");
        options.number("--teams", teams_, "N", "wie viele gleichzeitig wiederherstellen; ohne Angabe die eigenen Teams im Plan");
        options.flag("--all,--alle", all_, "alles zeigen, nicht nur den Anfang jeder Liste");
        options.flag("--json", json_, "für Maschinen");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto plan = app::load_plan(context.plan_file(terminal));
        const auto report = app::recovery_report(plan, request(terminal, context, plan));
        const auto gaps = app::gap_report(plan, report.what, report.day, report.start);
        const auto work = app::restore_plan(plan, report, teams_);
        const auto outage = app::outage_weaknesses(plan, report);
        if (json_) {
            auto out = to_json(plan, report);
            out["schedule"] = to_json(report, work);
            out["gaps"] = to_json(gaps);
            out["gaps"].update(outage_to_json(outage));
            terminal.out << out.dump(2) << "\n";
            return Exit::done;
        }
        const bool everything = all_ || !terminal.out_is_terminal;
        write_recovery(terminal, plan, report, all_);
        terminal.out << "\n";
        write_restore_plan(terminal, plan, report, work, everything);
        terminal.out << "\n";
        write_gaps(terminal, plan, gaps, everything);
        write_loss_and_evidence(terminal, plan, outage, everything);
        return Exit::done;
    }

    app::RecoveryRequest request(const Terminal& terminal, const Context& context, const model::Plan& plan) const {
        app::RecoveryRequest out;
        if (down_) out.down = app::words_between_commas(*down_);
        out.scenario = scenario_;
        if (start_) out.start = moment_from(*start_);
        out.day = context.date(terminal, plan);
        return out;
    }

    std::optional<std::string> down_, scenario_, start_;
    std::optional<int> teams_;
    bool all_ = false, json_ = false;
};

} // namespace

std::unique_ptr<Command> make_recovery() { return std::make_unique<Recovery>(); }

} // namespace bcmkit::cli
