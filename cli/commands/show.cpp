// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "data_output.hpp"
#include "json.hpp"
#include "weakness_output.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

class Show final : public Command {
    void declare(Options& options) override {
        options.argument("ID", id_, "zum Beispiel SVC-012, oder die genaue Bezeichnung");
        options.flag("--all,--alle", all_, "auch die Felder ohne Antwort");
        options.flag("--json", json_, "für Maschinen");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto plan = app::load_plan(context.plan_file(terminal));
        const auto record = app::demand_record(plan, id_);
        std::vector<model::Link> dependents;
        for (auto& link : model::all_links(plan)) {
            if (link.target.id == record.id() && link.from.record != record.record) dependents.push_back(std::move(link));
        }
        const auto found = app::weaknesses(plan, context.date(terminal, plan));
        const auto weaknesses = app::weakness_lines_of(plan, found, record.id());
        if (json_) {
            show_json(terminal, plan, record, dependents, weaknesses);
            return Exit::done;
        }
        show_text(terminal, plan, record, dependents);
        if (!weaknesses.empty()) terminal.out << "\nSchwachstellen:\n";
        for (const auto& line : weaknesses) terminal.out << "    " << line << "\n";
        return Exit::done;
    }

    static void show_json(Terminal& terminal, const model::Plan& plan, const model::RecordView& record,
                          const std::vector<model::Link>& dependents, const std::vector<std::string>& weaknesses) {
        auto object = to_json(plan, record);
        auto list = nlohmann::ordered_json::array();
        for (const auto& link : dependents)
            list.push_back({{"id", link.from.id()}, {"name", link.from.name()}, {"field", link.field}});
        object["needed_by"] = std::move(list);
        object["weaknesses"] = weaknesses;
        terminal.out << object.dump(2) << "\n";
    }

    void show_text(Terminal& terminal, const model::Plan& plan, const model::RecordView& record,
                   const std::vector<model::Link>& dependents) const {
        auto& out = terminal.out;
        out << record.id() << "  " << record.name() << "  (" << record.type->label << ")\n\n";
        for (const auto& field : record.type->fields) {
            const model::Value value = field.get(record.record);
            const auto* gap = std::get_if<model::Gap>(&value);
            if (field.name == "id" || field.name == "name" || (!all_ && gap && *gap == model::Gap::absent)) continue;
            const std::string text = display_with_names(plan, field, value);
            const std::string label = std::string(field.label) + " [" + std::string(field.name) + "]";
            if (text.find('\n') == std::string::npos && terminal_width(label) + terminal_width(text) < 110) {
                out << label << ": " << text << "\n";
                continue;
            }
            out << label << ":\n";
            for (const auto line : split(text, '\n')) out << "    " << line << "\n";
        }
        print_needs(out, plan, record);
        print_dependents(out, dependents);
    }

    static void print_needs(std::ostream& out, const model::Plan& plan, const model::RecordView& record) {
        std::vector<std::string> lines;
        for (const auto& link : model::links_of(record)) {
            const auto target = model::find(plan, link.target.id);
            const std::string line =
                target ? target.id() + "  " + target.name() : "offen: " + link.target.text + " (noch nicht erfasst)";
            if (std::ranges::find(lines, line) == lines.end()) lines.push_back(line);
        }
        out << "\nBraucht und nennt:" << (lines.empty() ? " nichts\n" : "\n");
        for (const auto& line : lines) out << "    " << line << "\n";
    }

    static void print_dependents(std::ostream& out, const std::vector<model::Link>& dependents) {
        out << "\nWird gebraucht oder genannt von:" << (dependents.empty() ? " niemandem\n" : "\n");
        for (const auto& link : dependents) {
            const auto name = std::string_view(link.field).substr(0, link.field.find('['));
            const auto* field = link.from.type->field(name);
            out << "    " << link.from.id() << "  " << link.from.name() << "  (" << (field ? field->label : name) << ")\n";
        }
    }

    std::string id_;
    bool all_ = false, json_ = false;
};

} // namespace

std::unique_ptr<Command> make_show() { return std::make_unique<Show>(); }

} // namespace bcmkit::cli
