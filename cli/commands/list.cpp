// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"
#include "data_output.hpp"
#include "json.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

std::string padded(std::string_view text, std::size_t width) {
    const auto columns = static_cast<std::size_t>(terminal_width(text));
    return std::string(text) + std::string(columns < width ? width - columns : 0, ' ');
}

class List final : public Command {
    void declare(Options& options) override {
        options.optional_argument("ART", kind_, "zum Beispiel leistungen, personen, fachverfahren; ohne Angabe alle Arten");
        options.flag("--json", json_, "für Maschinen");
    }

    Exit run(Terminal& terminal, const Context& context) override {
        const auto plan = app::load_plan(context.plan_file(terminal));
        if (!kind_) {
            list_kinds(terminal, plan);
            return Exit::done;
        }
        const auto& type = app::demand_type(*kind_);
        if (json_)
            list_json(terminal, plan, type);
        else
            list_lines(terminal, plan, type);
        return Exit::done;
    }

    void list_kinds(Terminal& terminal, const model::Plan& plan) const {
        auto kinds = nlohmann::ordered_json::array();
        for (const auto* type : model::record_types()) {
            const auto count = type->count(plan);
            kinds.push_back({{"id", type->plural_code}, {"name", type->plural_label}, {"file", type->file}, {"count", count}});
            if (json_) continue;
            const auto number = std::to_string(count);
            terminal.out << std::string(number.size() < 5 ? 5 - number.size() : 0, ' ') << number << "  "
                         << padded(type->file, 26) << type->plural_label << "\n";
        }
        if (json_) terminal.out << kinds.dump(2) << "\n";
    }

    static void list_json(Terminal& terminal, const model::Plan& plan, const model::RecordType& type) {
        auto records = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < type.count(plan); ++i) records.push_back(to_json(plan, {&type, type.at(plan, i)}));
        terminal.out << records.dump(2) << "\n";
    }

    static void list_lines(Terminal& terminal, const model::Plan& plan, const model::RecordType& type) {
        std::size_t width = 0;
        for (std::size_t i = 0; i < type.count(plan); ++i)
            width = std::max(width, model::RecordView{&type, type.at(plan, i)}.id().size());
        for (std::size_t i = 0; i < type.count(plan); ++i) {
            const model::RecordView record{&type, type.at(plan, i)};
            const auto sheet = record.get("sheet");
            const auto* number = std::get_if<std::string>(&sheet);
            terminal.out << padded(record.id(), width + 2) << record.name() << (number ? "  (Blatt " + *number + ")" : "")
                         << "\n";
        }
        if (terminal.out_is_terminal) terminal.out << type.count(plan) << " " << type.plural_label << "\n";
    }

    std::optional<std::string> kind_;
    bool json_ = false;
};

} // namespace

std::unique_ptr<Command> make_list() { return std::make_unique<List>(); }

} // namespace bcmkit::cli
