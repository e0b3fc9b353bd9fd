// SPDX-License-Identifier: EUPL-1.2
#include "paper.hpp"

#include "../progress.hpp"

#include <bcmkit/app/data.hpp>
#include <bcmkit/base/counted.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

constexpr int shown_warnings = 10;

std::string file_name_for(const std::vector<std::string>& selectors) {
    std::string out;
    for (const char c : folded(selectors.size() == 1 ? selectors.front() : std::string("auszug")))
        out += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ? c : '-';
    return out + ".pdf";
}

nlohmann::ordered_json as_json(const app::PrintResult& result, const std::string& file, model::Audience audience) {
    auto sheets = nlohmann::ordered_json::array();
    for (const auto& sheet : result.sheets) {
        nlohmann::ordered_json row{
            {"number", sheet.number}, {"title", sheet.title}, {"pages", sheet.kennungen.size()}, {"kennungen", sheet.kennungen}};
        if (!sheet.record.empty()) row["record"] = sheet.record;
        sheets.push_back(std::move(row));
    }
    auto notes = nlohmann::ordered_json::array();
    for (const auto& diagnostic : result.diagnostics) notes.push_back(to_text(diagnostic));
    return {{"file", file},
            {"audience", model::audience_word(audience)},
            {"pages", result.pages},
            {"private_numbers", result.private_numbers},
            {"sheets", std::move(sheets)},
            {"messages", std::move(notes)}};
}

} // namespace

void PaperOptions::declare(Options& options, bool with_output) {
    if (with_output) options.text("-o,--output,--datei", output, "DATEI.pdf", "wohin; ohne Angabe nach dem Inhalt benannt");
    options.text("--fassung,--audience", audience, "FASSUNG", "oeffentlich, intern (sonst), stab, voll");
    options.text("--vorlagen,--templates", templates, "ORDNER", "eigene Vorlagen; gleiche Dateinamen gehen vor");
    options.flag("--duplex,--beidseitig", duplex, "für beidseitigen Druck: jedes Blatt beginnt vorn");
    options.flag("--all,--alle", all, "alle Hinweise zeigen, nicht nur die ersten zehn");
    options.flag("--json", json, "für Maschinen");
}

model::Audience PaperOptions::chosen_audience() const {
    if (!audience) return model::Audience::intern;
    if (const auto found = app::audience_from(folded(*audience) == "oeffentlich" ? "oeffentlich" : *audience)) return *found;
    const std::vector<std::string> words{"oeffentlich", "intern", "stab", "voll"};
    std::vector<Message> hints;
    if (const auto near = nearest(*audience, words); !near.empty()) hints.push_back({"cli.did_you_mean", {joined(near, ", ")}});
    throw Error(ErrorCode::usage, {"cli.no_audience", {*audience}}, {}, std::move(hints));
}

std::optional<std::filesystem::path> PaperOptions::template_folder(const Terminal& terminal) const {
    if (!templates) return std::nullopt;
    return terminal.folder / to_path(*templates);
}

void show_diagnostics(Terminal& terminal, const Diagnostics& diagnostics, bool all) {
    int warnings = 0;
    for (const auto& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::info) continue;
        if (diagnostic.severity == Severity::warning && ++warnings > shown_warnings && !all) continue;
        terminal.err << (diagnostic.severity == Severity::error ? "Fehler: " : "Hinweis: ") << to_text(diagnostic) << "\n";
        for (const auto& hint : diagnostic.hints) terminal.err << "  " << to_text(hint) << "\n";
    }
    if (warnings > shown_warnings && !all) terminal.err << "… und " << warnings - shown_warnings << " weitere Hinweise: --alle\n";
}

app::PrintResult print_watched(Terminal& terminal, const model::Plan& plan, app::PrintRequest request) {
    ProgressLine line(terminal);
    request.progress = [&](std::size_t number, std::size_t of) { line.show_sheet(number, of); };
    return app::print(plan, request);
}

Exit print_to_file(Terminal& terminal, const Context& context, const PaperOptions& options,
                   const std::vector<std::string>& selectors) {
    const auto audience = options.chosen_audience();
    const auto plan = app::load_plan(context.plan_file(terminal));
    const auto result =
        print_watched(terminal, plan,
                      {selectors, audience, options.template_folder(terminal), options.duplex, context.date(terminal, plan), {}});
    const bool failed = result.pdf.empty();
    const std::string file = options.output.value_or(file_name_for(selectors));
    if (!failed) write_file(terminal.folder / to_path(file), result.pdf);
    if (options.json)
        terminal.out << as_json(result, failed ? "" : file, audience).dump(2) << "\n";
    else
        show_diagnostics(terminal, result.diagnostics, options.all);
    if (failed) {
        if (!has_errors(result.diagnostics)) throw Error(ErrorCode::usage, {"cli.no_sheets", {joined(selectors, " ")}});
        if (!options.json) terminal.err << to_text(Message{"cli.nothing_printed", {}}) << "\n";
        return Exit::usage;
    }
    if (options.json) return Exit::done;
    terminal.out << file << ": " << counted(static_cast<int>(result.sheets.size()), "Blatt", "Blätter") << ", "
                 << counted(result.pages, "Seite", "Seiten") << ", Fassung " << model::audience_word(audience) << "\n";
    if (result.private_numbers > 0)
        terminal.out << to_text(Message{"cli.private_numbers",
                                        {counted(result.private_numbers, "private Rufnummer", "private Rufnummern")}})
                     << "\n";
    else if (result.confidential)
        terminal.out << to_text(Message{"cli.confidential", {}}) << "\n";
    return Exit::done;
}

} // namespace bcmkit::cli
