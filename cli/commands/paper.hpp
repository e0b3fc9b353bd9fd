// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

#include <bcmkit/app/print.hpp>

#include <optional>
#include <string>
#include <vector>

/// What print, plan, checklist and koffer have in common.
namespace bcmkit::cli {

struct PaperOptions {
    std::optional<std::string> output, audience, templates;
    bool duplex = false, all = false, json = false;

    void declare(Options& options, bool with_output);
    /// Throws Error{usage} for a word that is no Fassung.
    model::Audience chosen_audience() const;
    std::optional<std::filesystem::path> template_folder(const Terminal& terminal) const;
};

/// app::print with a line that says how far it is, where somebody watches.
app::PrintResult print_watched(Terminal& terminal, const model::Plan& plan, app::PrintRequest request);

/// Prints to the file and says so; errors go to `err`, then nothing is written.
Exit print_to_file(Terminal& terminal, const Context& context, const PaperOptions& options,
                   const std::vector<std::string>& selectors);

/// Errors all, warnings the first ten unless `all`.
void show_diagnostics(Terminal& terminal, const Diagnostics& diagnostics, bool all);

} // namespace bcmkit::cli
