// SPDX-License-Identifier: EUPL-1.2
#include "command.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <ostream>
#include <system_error>

namespace bcmkit::cli {

namespace {

std::filesystem::path find_plan(const Context& context, const Terminal& terminal) {
    if (context.plan_option) return terminal.folder / to_path(*context.plan_option);
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(terminal.folder, error)) {
        if (entry.path().extension() == ".bcm") names.push_back(to_text(entry.path().filename()));
    }
    if (names.size() == 1) return terminal.folder / to_path(names.front());
    if (names.size() > 1) {
        std::ranges::sort(names);
        throw Error(ErrorCode::usage, {"cli.several_plans", {joined(names, ", ")}}, {}, {{"cli.name_the_plan", {names.front()}}});
    }
    if (terminal.plan_from_environment) return terminal.folder / to_path(*terminal.plan_from_environment);
    throw Error(ErrorCode::usage, {"cli.no_plan", {}}, {}, {{"cli.how_to_start", {}}});
}

} // namespace

std::filesystem::path Context::plan_file(Terminal& terminal) const {
    auto file = find_plan(*this, terminal);
    warn_of_network_drive(terminal, file);
    return file;
}

void warn_of_network_drive(Terminal& terminal, const std::filesystem::path& plan_file) {
    if (store::is_on_network_drive(plan_file, terminal.file_system))
        terminal.err << to_text(Message{"cli.on_network_drive", {to_text(plan_file)}}) << "\n";
}

Date Context::date(const Terminal& terminal, const model::Plan& plan) const {
    return date_option.value_or(plan.organisation.stichtag.value_or(terminal.today));
}

} // namespace bcmkit::cli
