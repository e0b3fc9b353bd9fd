// SPDX-License-Identifier: EUPL-1.2
#include "recovery_output.hpp"
#include "text_lines.hpp"

#include <bcmkit/app/deadlock.hpp>
#include <bcmkit/app/impact.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

using namespace analysis;

constexpr std::size_t most_in_wave = 4;
constexpr std::size_t most_names = 4;
constexpr int name_width = 34;
constexpr int time_width = 20;

class Page {
public:
    Page(Terminal& terminal, const model::Plan& plan, const app::RecoveryReport& report, bool all)
        : lines_(terminal)
        , plan_(plan)
        , report_(report)
        , all_(all || !terminal.out_is_terminal) {}

    void write() {
        head();
        order();
        stuck();
    }

private:
    std::string name(Index node) const { return app::name_in(plan_, report_.graph.nodes[static_cast<std::size_t>(node)].id); }

    std::string names(const std::vector<Index>& nodes) const {
        const std::size_t count = all_ ? nodes.size() : std::min(nodes.size(), most_names);
        std::vector<std::string> out;
        for (std::size_t i = 0; i < count; ++i) out.push_back(name(nodes[i]));
        if (count < nodes.size()) out.push_back("… und " + std::to_string(nodes.size() - count) + " weitere: --alle");
        return joined(out, ", ");
    }

    static std::string counted(std::size_t count, const char* one, const char* many) {
        return std::to_string(count) + " " + (count == 1 ? one : many);
    }

    void head() {
        const auto& what = report_.what;
        lines_.line(0, "", "Wiederanlauf: " + to_text(what.name));
        lines_.line(0, "", to_text(what.rule));
        if (what.is_external)
            lines_.line(0, "",
                        what.lasts ? "Das Getroffene ist " + app::after_text(*what.lasts) + " von selbst wieder da."
                                   : "Das Getroffene kommt von selbst wieder; wann, ist nicht erfasst.");
        if (report_.start) lines_.line(0, "", "Beginn " + to_german(*report_.start));
        lines_.line(0, "",
                    to_text(report_.start ? Message{"app.recovery_calendars", {}} : Message{"app.recovery_round_the_clock", {}}));
        if (report_.event.lead > 0) lines_.line(0, "", to_text(Message{"app.recovery_lead", {to_german(report_.event.lead)}}));
        lines_.blank();
    }

    void order() {
        const auto& steps = report_.order.steps;
        if (steps.empty()) {
            if (report_.order.stuck.empty()) lines_.line(0, "", "Es gibt nichts wiederherzustellen.");
            return;
        }
        const int waves = steps.back().wave;
        lines_.line(0, "",
                    "Reihenfolge: " + counted(steps.size(), "Baustein", "Bausteine") + " in " +
                        counted(static_cast<std::size_t>(waves), "Welle", "Wellen"));
        lines_.line(0, padded("     Pr Baustein", name_width + 7) + padded("frühestens da", time_width + 2), "gebraucht bis");
        for (std::size_t i = 0; i < steps.size();) {
            const int number = steps[i].wave;
            wave(number);
            std::size_t shown = 0, hidden = 0;
            for (; i < steps.size() && steps[i].wave == number; ++i) {
                if (all_ || shown < most_in_wave) {
                    step(i);
                    ++shown;
                } else {
                    ++hidden;
                }
            }
            if (hidden > 0) lines_.line(5, "", "… und " + std::to_string(hidden) + " weitere: --alle");
        }
        legend();
        lines_.line(2, "", to_text(Message{"app.recovery_needed_by", {}}));
        least();
    }

    /// What the highest class needs at least, by the numbers of the list above.
    void least() {
        const auto& steps = report_.order.steps;
        for (const char letter : {'A', 'B', 'C', 'D'}) {
            const auto places = minimal_set(report_.order, letter);
            if (places.empty() || places.size() == steps.size()) continue;
            std::vector<std::string> numbers;
            for (const Index place : places) numbers.push_back(std::to_string(place + 1));
            const bool is_enough = analysis::is_enough(report_.order, letter);
            lines_.line(2, "",
                        "Für Priorität " + std::string(1, letter) + (is_enough ? " genügt: " : " mindestens: ") +
                            joined(numbers, ", ") + " (" + std::to_string(places.size()) + " von " +
                            std::to_string(steps.size()) + ")" +
                            (is_enough ? "" : ". Das reicht nicht für alles: siehe „Kommt so nicht wieder“"));
            return;
        }
    }

    void wave(int number) {
        const std::string lead = "Welle " + std::to_string(number);
        lines_.line(0, "", lead + (number == 1 ? ": wartet auf nichts, was ausgefallen ist" : ": wartet auf die Wellen davor"));
    }

    bool is_late(const OrderStep& step) const { return step.inherited.latest < never && step.back > step.inherited.latest; }

    bool is_open(const OrderStep& step) const { return report_.upper.operate[static_cast<std::size_t>(step.vertex)] >= never; }

    void step(std::size_t place) {
        const auto& step = report_.order.steps[place];
        const char letter = step.inherited.priority ? step.inherited.priority : '-';
        const std::string number = std::to_string(place + 1);
        std::string lead = std::string(number.size() < 3 ? 3 - number.size() : 0, ' ') + number + ". " + letter + " ";
        const std::string what = app::step_name(plan_, report_, step);
        if (terminal_width(what) >= name_width) {
            lines_.line(0, lead, what);
            lead = padded("", name_width + 7);
        } else {
            lead += padded(what, name_width);
        }
        const std::string back =
            step.is_unknown ? "unbekannt" : app::minute_text(report_, step.back) + (is_open(step) ? " + ?" : "");
        const Minutes latest = step.inherited.latest;
        const std::string by = latest >= never ? "–" : app::minute_text(report_, std::max<Minutes>(latest, 0));
        lines_.line(0, lead + padded(back, time_width) + (is_late(step) ? "! " : "  "), by);
        if (all_) details(step);
    }

    void details(const OrderStep& step) {
        std::vector<std::string> parts;
        if (step.inherited.target != none) {
            const auto& target = report_.targets[static_cast<std::size_t>(step.inherited.target)];
            const int others = step.dependents - 1;
            parts.push_back("für " + name(target.node) +
                            (others > 0 ? " und " + counted(static_cast<std::size_t>(others), "weitere", "weitere") : ""));
        } else {
            parts.push_back("keine Leistung wartet darauf");
        }
        std::vector<std::string> numbers;
        for (const Index need : step.needs) numbers.push_back(std::to_string(need + 1));
        if (!numbers.empty()) parts.push_back("nach Nr. " + joined(numbers, ", "));
        lines_.line(7, "", joined(parts, "; "));
    }

    void legend() {
        const auto& steps = report_.order.steps;
        const auto any = [&](auto test) { return std::any_of(steps.begin(), steps.end(), test); };
        if (any([&](const OrderStep& step) { return is_late(step); }))
            lines_.line(2, "!    ", "zu spät, auch wenn alles so schnell geht wie erfasst");
        if (any([&](const OrderStep& step) { return is_open(step) && !step.is_unknown; }))
            lines_.line(2, "+ ?  ", "dazu kommt eine Dauer, die niemand erfasst hat");
    }

    void stuck() {
        if (report_.order.stuck.empty()) return;
        lines_.blank();
        lines_.line(0, "", "Kommt so nicht wieder: " + counted(report_.order.stuck.size(), "Baustein", "Bausteine"));
        std::vector<bool> is_named(report_.graph.nodes.size(), false);
        for (const auto& blockade : report_.blockades) {
            const auto& shown = blockade.is_deadlock() ? blockade.cycle : blockade.members;
            for (const Index node : shown) is_named[static_cast<std::size_t>(node)] = true;
            if (blockade.is_deadlock())
                lines_.line(2, "Kreis: ", circle(blockade.cycle) + ". Jedes wartet auf das nächste.");
            else
                section("Nichts Erfasstes führt zurück:", blockade.members);
        }
        for (const auto& deadlock : report_.deadlocks) way_out(deadlock);
        std::vector<Index> others;
        for (const auto& stuck : report_.order.stuck) {
            if (!is_named[static_cast<std::size_t>(stuck.node)]) others.push_back(stuck.node);
        }
        section("Darum auch nicht:", others);
    }

    void way_out(const Deadlock& deadlock) {
        if (all_) {
            for (const auto& line : app::blocked_lines(plan_, report_.graph, deadlock)) lines_.line(4, "", line);
        }
        bool is_first = true;
        for (const auto& proposal : app::proposal_lines(plan_, report_.graph, deadlock)) {
            if (!is_first && !all_) break;
            lines_.line(4, "", to_text(Message{is_first ? "app.dead_solved" : "app.dead_solved_too", {proposal}}));
            is_first = false;
        }
    }

    void section(std::string_view title, const std::vector<Index>& nodes) {
        if (nodes.empty()) return;
        lines_.line(2, "", title);
        lines_.line(4, "", names(nodes));
    }

    std::string circle(const std::vector<Index>& cycle) const {
        std::vector<std::string> out;
        for (const Index node : cycle) out.push_back(name(node));
        out.push_back(name(cycle.front()));
        return joined(out, " → ");
    }

    TextLines lines_;
    const model::Plan& plan_;
    const app::RecoveryReport& report_;
    bool all_;
};

} // namespace

void write_recovery(Terminal& terminal, const model::Plan& plan, const app::RecoveryReport& report, bool all) {
    Page(terminal, plan, report, all).write();
}

} // namespace bcmkit::cli
