// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>
#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/compose/book.hpp>
#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// The folder of the Notfallkoffer: for a stick, a laptop that never was in the network, the fire station.
namespace bcmkit::app {

struct KofferRequest {
    std::filesystem::path folder;
    std::string plan_name = "plan.bcm"; ///< of the copy in the folder
    model::Audience audience = model::Audience::intern;
    std::optional<std::filesystem::path> template_folder = {};
    bool duplex = false;
    Date date = {};
    /// Told before each file: its number, how many there are, its name.
    std::function<void(std::size_t, std::size_t, const std::string&)> progress = {};
};

struct KofferResult {
    std::vector<compose::ListedFile> files; ///< in the order of the cover; empty where the diagnostics hold an error
    int private_numbers = 0;
    Diagnostics diagnostics;
};

/// Writes the PDFs by register, the handbook, a booklet for each Amt with services and for each Koffer, a copy of the plan cut to
/// the Fassung, START-HIER.pdf and SHA256SUMS. Only into a new, empty or own folder, whole or not at all. Throws Error as
/// kit::write_folder; with errors among the diagnostics nothing is written.
KofferResult write_koffer(const model::Plan& plan, const KofferRequest& request);

} // namespace bcmkit::app
