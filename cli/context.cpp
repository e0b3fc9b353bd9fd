// SPDX-License-Identifier: EUPL-1.2
#include "command.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <system_error>

namespace bcmkit::cli {

std::filesystem::path Context::plan_file(const Terminal& terminal) const {
    if (plan_option) return terminal.folder / to_path(*plan_option);
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

Date Context::date(const Terminal& terminal, const model::Plan& plan) const {
    return date_option.value_or(plan.organisation.stichtag.value_or(terminal.today));
}

} // namespace bcmkit::cli
