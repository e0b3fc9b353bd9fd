// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/koffer.hpp>

#include <bcmkit/app/print.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/compose/cut.hpp>
#include <bcmkit/kit/folder.hpp>
#include <bcmkit/store/store.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace bcmkit::app {

namespace {

namespace fs = std::filesystem;

struct Register {
    int chapter;
    std::string_view selector, file, what;
};
constexpr Register registers[] = {
    {1, "sofort", "01-sofort.pdf", "Sofort-Karten: was in der ersten Stunde zu tun ist"},
    {2, "alarm", "02-alarm.pdf", "Alarmierung und Telefonnummern"},
    {3, "stab", "03-stab.pdf", "Karten für den Krisenstab"},
    {4, "melden", "04-melden.pdf", "Meldepflichten, Presse, Beschäftigte"},
    {5, "leistungen", "05-leistungen.pdf", "Notbetrieb je Leistung"},
    {6, "it", "06-it.pdf", "Trennstellen und Wiederanlauf"},
    {7, "hilfe", "07-hilfe.pdf", "Dienstleister, Verträge, Partner"},
    {8, "geld", "08-geld.pdf", "Zahlungsfähigkeit und Handkasse"},
    {9, "vordrucke", "09-vordrucke.pdf", "Vordrucke zum Kopieren"},
    {10, "zurueck", "10-zurueck.pdf", "Zurück in den Normalbetrieb"},
    {11, "uebung", "11-uebung.pdf", "Übung"},
    {12, "packlisten", "12-packliste.pdf", "Packlisten der Koffer"},
    {0, "lenkung", "00-lenkung.pdf", "Deckblatt, Wegweiser, Verzeichnis der gültigen Blätter"},
};

/// A print that becomes a file.
struct Job {
    std::string file, selector, what;
};

std::string for_file_name(std::string_view text) {
    std::string out;
    for (const char c : folded(text)) out += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
    return out;
}

std::string code_of(const model::RecordView& record) {
    const auto value = record.get("code");
    const auto* code = std::get_if<std::string>(&value);
    return code ? *code : record.id();
}

std::set<int> chapters_of(const std::vector<std::string>& numbers) {
    std::set<int> out;
    for (const auto& number : numbers) {
        int chapter = -1;
        std::from_chars(number.data(), number.data() + number.size(), chapter);
        out.insert(chapter);
    }
    return out;
}

std::vector<Job> jobs_for(const model::Plan& plan, const Printer& printer) {
    // The handbook first: the other prints take its pages.
    std::vector<Job> jobs{{"handbuch.pdf", "handbuch", "Alles in einem Dokument, zum Drucken"}};
    const auto chapters = chapters_of(printer.numbers());
    for (const auto& one : registers) {
        if (chapters.contains(one.chapter))
            jobs.push_back({std::string(one.file), std::string(one.selector), std::string(one.what)});
    }
    std::set<std::string> names;
    const auto add = [&](std::string_view kind, std::string_view prefix, const model::RecordView& record) {
        const std::string file = std::string(prefix) + for_file_name(code_of(record)) + ".pdf";
        if (names.insert(file).second) jobs.push_back({file, std::string(kind) + record.id(), record.name()});
    };
    std::set<std::string> units;
    for (const auto& service : plan.services) {
        if (service.org_unit && !service.org_unit->is_open()) units.insert(service.org_unit->id);
    }
    for (const auto& id : units) {
        if (const auto unit = model::find(plan, id)) add("amt:", "amt-", unit);
    }
    for (const auto& kit : plan.kits) add("kit:", "koffer-", model::find(plan, kit.id));
    return jobs;
}

/// The cut plan as a plan file. SQLite needs a real file: it is made beside the folder and removed again.
std::string plan_file_of(const model::Plan& plan, const KofferRequest& request) {
    fs::path folder = fs::absolute(request.folder).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    const fs::path file = folder.parent_path() / to_path("." + to_text(folder.filename()) + ".plan");
    struct Removing {
        fs::path file;
        ~Removing() { store::remove_plan_file(file); }
    } removing{file};
    std::error_code error;
    fs::create_directories(folder.parent_path(), error); // a failure shows at the first file
    fs::remove(file, error);
    const store::ChangeNote note{"bcmkit", to_iso(plan.changed_on.value_or(request.date)) + " 00:00:00", "koffer"};
    {
        auto copy = store::Store::create(file, note);
        auto cut = compose::cut_to(plan, request.audience);
        cut.revision = copy.load().revision;
        copy.apply(cut, note);
    }
    return read_file(file, store::largest_plan_file);
}

} // namespace

KofferResult write_koffer(const model::Plan& plan, const KofferRequest& request) {
    kit::require_writable_folder(request.folder);
    KofferResult result;
    Printer printer(plan, request.audience, request.date, request.template_folder, request.duplex);
    const auto jobs = jobs_for(plan, printer);
    std::vector<kit::File> files;
    std::vector<compose::ListedFile> listed;
    std::set<std::string> seen;
    const auto keep = [&](const Diagnostics& diagnostics) {
        for (const auto& diagnostic : diagnostics) {
            if (seen.insert(to_text(diagnostic)).second) result.diagnostics.push_back(diagnostic);
        }
    };
    for (const auto& job : jobs) {
        if (request.progress) request.progress(files.size() + 1, jobs.size() + 2, job.file);
        auto printed = printer.print({job.selector});
        keep(printed.diagnostics);
        result.private_numbers = std::max(result.private_numbers, printed.private_numbers);
        if (printed.pdf.empty()) continue;
        listed.push_back({job.file, job.what, printed.pages});
        files.push_back({job.file, std::move(printed.pdf)});
    }
    // On the cover it stands behind the first hours.
    const auto last_register = std::ranges::find(listed, "12-packliste.pdf", &compose::ListedFile::name);
    if (!listed.empty() && listed.front().name == "handbuch.pdf" && last_register != listed.end())
        std::rotate(listed.begin(), listed.begin() + 1, last_register + 1);
    if (request.progress) request.progress(jobs.size() + 1, jobs.size() + 2, request.plan_name);
    listed.push_back({request.plan_name, "Der Plan für bcmkit", 0});
    listed.push_back({std::string(kit::sums_name), "Prüfsummen: sha256sum -c SHA256SUMS", 0});
    auto cover = printer.print_cover(listed);
    keep(cover.diagnostics);
    if (!cover.pdf.empty()) {
        listed.insert(listed.begin(), {"START-HIER.pdf", "Was liegt wo?", cover.pages});
        files.push_back({"START-HIER.pdf", std::move(cover.pdf)});
    }
    if (has_errors(result.diagnostics)) return result;
    files.push_back({request.plan_name, plan_file_of(plan, request)});
    if (request.progress) request.progress(jobs.size() + 2, jobs.size() + 2, "");
    kit::write_folder(request.folder, files);
    result.files = std::move(listed);
    return result;
}

} // namespace bcmkit::app
