// SPDX-License-Identifier: EUPL-1.2
#include "command.hpp"

#include <bcmkit/app/koffer.hpp>
#include <bcmkit/app/print.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/compose/book.hpp>
#include <bcmkit/compose/sheet_numbers.hpp>
#include <bcmkit/io/source.hpp>
#include <bcmkit/store/store.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <sstream>

using namespace bcmkit;
namespace fs = std::filesystem;

namespace {

const Date today = *Date::of(2026, 12, 1);

struct TempFolder {
    fs::path path;
    TempFolder() {
        std::random_device random;
        path = fs::temp_directory_path() / ("bcmkit-print-" + std::to_string(random()) + std::to_string(random()));
        fs::create_directory(path);
    }
    ~TempFolder() { fs::remove_all(path); }
};

struct Ran {
    cli::Exit exit;
    std::string out, err;
};
Ran ran(const fs::path& folder, std::vector<std::string> words) {
    std::ostringstream out, err;
    std::istringstream in;
    cli::Terminal terminal{.out = out,
                           .err = err,
                           .in = in,
                           .today = today,
                           .now = "2026-12-01 08:00:00",
                           .user = "test",
                           .plan_from_environment = {},
                           .folder = folder};
    const auto exit = cli::run_command_line(words, terminal);
    return {exit, out.str(), err.str()};
}

/// A plan file from the example Gemeinde, once for all tests of this file.
const fs::path& gemeinde() {
    static const TempFolder folder;
    static const fs::path plan = [] {
        const auto made = ran(folder.path, {"-p", "kleinbach.bcm", "import", BCMKIT_SOURCE_DIR "/examples/gemeinde-kleinbach"});
        REQUIRE_MESSAGE(made.exit == cli::Exit::done, made.err);
        return folder.path;
    }();
    return plan;
}

} // namespace

TEST_CASE("every name in every template resolves to a field or a computed value") {
    const model::Plan empty;
    const compose::Book book(empty, compose::own_templates(), model::Audience::full, today);
    for (const auto& diagnostic : book.diagnostics()) FAIL_CHECK(to_text(diagnostic));
    for (const auto& diagnostic : book.check_templates()) FAIL_CHECK(to_text(diagnostic));
}

TEST_CASE("an empty plan prints the whole handbook with writing lines") {
    const model::Plan empty;
    const auto result = app::print(empty, {{}, model::Audience::intern, {}, false, today});
    for (const auto& diagnostic : result.diagnostics) {
        if (diagnostic.severity == Severity::error) FAIL_CHECK(to_text(diagnostic));
    }
    CHECK(result.pdf.starts_with("%PDF-"));
    CHECK(result.private_numbers == 0);
}

TEST_CASE("printing twice gives the same bytes, and 0.05 names the Kennung of each page") {
    const auto& folder = gemeinde();
    REQUIRE(ran(folder, {"drucken", "handbuch", "-o", "a.pdf"}).exit == cli::Exit::done);
    REQUIRE(ran(folder, {"handbuch", "-o", "b.pdf"}).exit == cli::Exit::done);
    CHECK(read_file(folder / "a.pdf") == read_file(folder / "b.pdf"));
    // A sheet printed alone has the Kennung that it has in the handbook.
    const auto plan = store::Store::open(folder / "kleinbach.bcm", store::OpenMode::read_only).load();
    app::Printer printer(plan, model::Audience::intern, today);
    const auto whole = printer.print({"handbuch"}),
               alone = app::print(plan, {{"1.01"}, model::Audience::intern, {}, false, today});
    REQUIRE(alone.sheets.size() == 1);
    bool found = false;
    for (const auto& sheet : whole.sheets) {
        if (sheet.number == "1.01") found = sheet.kennungen == alone.sheets[0].kennungen;
    }
    CHECK(found);
    CHECK(whole.sheets.front().number == "0.01");
    // 137 pages stand on two pages of three columns; no row runs over to a third.
    const auto list = std::ranges::find(whole.sheets, "0.05", [](const auto& sheet) { return sheet.number; });
    REQUIRE(list != whole.sheets.end());
    CHECK(list->kennungen.size() == 2);
}

TEST_CASE("selectors of the command line say what they printed, and mistakes end with exit 2") {
    const auto& folder = gemeinde();
    const auto checklist = ran(folder, {"checkliste", "-o", "c.pdf"});
    CHECK(checklist.exit == cli::Exit::done);
    CHECK(checklist.out.find("Fassung intern") != std::string::npos);
    CHECK(ran(folder, {"drucken", "1.00-1.02", "-o", "d.pdf"}).exit == cli::Exit::done);
    for (const std::string wrong : {"sofrt", "7.77", "amt:gibtsnicht"}) {
        CAPTURE(wrong);
        const auto failed = ran(folder, {"drucken", wrong, "-o", "e.pdf"});
        CHECK(failed.exit == cli::Exit::usage);
        CHECK_FALSE(failed.err.empty());
        CHECK_FALSE(fs::exists(folder / "e.pdf"));
    }
    CHECK(ran(folder, {"drucken", "sofort", "--fassung", "geheim"}).exit == cli::Exit::usage);
    CHECK(ran(folder, {"drucken"}).exit == cli::Exit::usage);
}

TEST_CASE("private numbers are printed in the Fassung stab only, with the mark") {
    const auto& folder = gemeinde();
    const auto intern = ran(folder, {"drucken", "2.04", "--json", "-o", "i.pdf"});
    CHECK(intern.out.find("\"private_numbers\": 0") != std::string::npos);
    const auto staff = ran(folder, {"drucken", "2.04", "--fassung", "stab", "-o", "s.pdf"});
    CHECK(staff.exit == cli::Exit::done);
    CHECK(staff.out.find("VERTRAULICH") != std::string::npos);
}

TEST_CASE("register 1 has at most twelve pages, the poster apart, and needs no advice") {
    const fs::path examples = BCMKIT_SOURCE_DIR "/examples";
    for (auto plan : {model::Plan(), io::read_folder(examples / "gemeinde-kleinbach", {}, true).plan,
                      io::read_folder(examples / "landkreis-musterland", {}, true).plan}) {
        CAPTURE(plan.organisation.name);
        for (auto& path : plan.alarm_paths) path.replacement_number = std::string("+491713920044"); // two numbers need more room
        const auto printed = app::print(plan, {{"sofort"}, model::Audience::intern, {}, false, today});
        std::size_t pages = 0;
        std::size_t poster_pages = 0;
        for (const auto& sheet : printed.sheets) (sheet.number == "1.00A" ? poster_pages : pages) += sheet.kennungen.size();
        CHECK(poster_pages == 1);
        CHECK(pages <= 12);
        for (const auto& diagnostic : printed.diagnostics) {
            if (diagnostic.severity != Severity::info) FAIL_CHECK(to_text(diagnostic));
        }
    }
}

TEST_CASE("the sheets of registers 4 to 6 keep their budgets of pages") {
    const fs::path examples = BCMKIT_SOURCE_DIR "/examples";
    const std::map<std::string, std::size_t> budgets{{"4.01", 3}, {"4.02", 1}, {"4.04", 4}, {"4.05", 1}, {"5.00", 3},
                                                     {"5.90", 3}, {"6.01", 3}, {"6.02", 1}, {"6.03", 1}};
    for (const auto& plan : {model::Plan(), io::read_folder(examples / "gemeinde-kleinbach", {}, true).plan,
                             io::read_folder(examples / "landkreis-musterland", {}, true).plan}) {
        CAPTURE(plan.organisation.name);
        const auto printed = app::print(plan, {{"4.01-6.99"}, model::Audience::intern, {}, false, today});
        for (const auto& sheet : printed.sheets) {
            CAPTURE(sheet.number);
            const bool is_service = !sheet.record.empty() && sheet.number.starts_with("5.") && sheet.number[2] != 'V';
            const auto budget = budgets.find(sheet.number);
            const bool is_unit = sheet.number.starts_with("5.V");
            const bool is_program = !sheet.record.empty() && sheet.number.starts_with("6.");
            if (is_service || is_program) CHECK(sheet.kennungen.size() <= 2);
            if (is_unit) CHECK(sheet.kennungen.size() <= 3);
            if (budget != budgets.end()) CHECK(sheet.kennungen.size() <= budget->second);
        }
    }
}

TEST_CASE("each Koffer has its own packing list, and a service is printed without its questionnaire") {
    const auto plan = store::Store::open(gemeinde() / "kleinbach.bcm", store::OpenMode::read_only).load();
    app::Printer printer(plan, model::Audience::intern, today);
    const auto numbers = [&](const std::string& word) {
        std::set<std::string> found;
        for (const auto& sheet : printer.print({word}).sheets) found.insert(sheet.number);
        return found;
    };
    CHECK(numbers("12.01") == std::set<std::string>{"12.01/HANDKASSE", "12.01/KRISENSTAB", "12.01/STANDESAMT"});
    const auto kit = numbers("kit:KIT-HANDKASSE");
    CHECK(kit.contains("12.01/HANDKASSE"));
    CHECK_FALSE(kit.contains("12.01/KRISENSTAB"));
    CHECK(numbers("SVC-001").size() == 1);
}

TEST_CASE("a broken template of the user stops the print with file and line") {
    const auto& folder = gemeinde();
    fs::create_directory(folder / "vorlagen");
    write_file(folder / "vorlagen" / "1.99-eigen.md",
               "---\nblatt: 1.99\ntitel: Eigenes Blatt\n---\nSiehe [7.77] und {{komune.name}}.\n");
    const auto failed = ran(folder, {"drucken", "1.99", "--vorlagen", "vorlagen", "-o", "v.pdf"});
    CHECK(failed.exit == cli::Exit::usage);
    CHECK(failed.err.find("1.99-eigen.md, Zeile 5") != std::string::npos);
    CHECK(failed.err.find("kommune") != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "v.pdf"));
    write_file(folder / "vorlagen" / "1.99-eigen.md",
               "---\nblatt: 1.99\ntitel: Eigenes Blatt\n---\nFür {{kommune.name}}, weiter auf [1.01].\n");
    CHECK(ran(folder, {"drucken", "1.99", "--vorlagen", "vorlagen", "-o", "v.pdf"}).exit == cli::Exit::done);
}

TEST_CASE("the Notfallkoffer holds the registers, a cut plan and hashes") {
    const auto& folder = gemeinde();
    const auto made = ran(folder, {"koffer", "koffer"});
    REQUIRE_MESSAGE(made.exit == cli::Exit::done, made.err);
    for (const std::string file :
         {"START-HIER.pdf", "01-sofort.pdf", "02-alarm.pdf", "12-packliste.pdf", "handbuch.pdf", "kleinbach.bcm", "SHA256SUMS"})
        CHECK(fs::exists(folder / "koffer" / file));
    const auto cut = store::Store::open(folder / "koffer" / "kleinbach.bcm", store::OpenMode::read_only).load();
    CHECK_FALSE(cut.persons.empty());
    for (const auto& person : cut.persons) CHECK_FALSE(person.phone_private.has_value());
    // No second copy of the private numbers hides in the history of the file.
    const auto plan = store::Store::open(folder / "kleinbach.bcm", store::OpenMode::read_only).load();
    const auto bytes = read_file(folder / "koffer" / "kleinbach.bcm");
    for (const auto& person : plan.persons) {
        if (person.phone_private) CHECK(bytes.find(*person.phone_private) == std::string::npos);
    }
    const auto sums = read_file(folder / "koffer" / "SHA256SUMS");
    REQUIRE(ran(folder, {"koffer", "koffer"}).exit == cli::Exit::done);
    CHECK(read_file(folder / "koffer" / "SHA256SUMS") == sums);
    write_file(folder / "koffer" / "eigenes.txt", "x");
    CHECK(ran(folder, {"koffer", "koffer"}).exit == cli::Exit::usage);
}

TEST_CASE("a single text is printed without a plan") {
    const TempFolder temp;
    write_file(temp.path / "a.md", "# Merkblatt\n\nText mit **fett** und ____…\n\n```schritte\n! eins | gut\n```\n");
    CHECK(ran(temp.path, {"md", "a.md"}).exit == cli::Exit::done);
    CHECK(read_file(temp.path / "a.pdf").starts_with("%PDF-"));
    write_file(temp.path / "b.md", "Text\n\n```tabele\n```\n");
    const auto failed = ran(temp.path, {"text", "b.md", "-o", "b.pdf"});
    CHECK(failed.exit == cli::Exit::usage);
    CHECK(failed.err.find("b.md, Zeile 3") != std::string::npos);
}

TEST_CASE("650 services and 284 Fachverfahren have numbers of their own") {
    model::Plan plan;
    for (int i = 0; i < 650; ++i) {
        model::Service service;
        service.id = "SVC-" + std::to_string(1000 + i);
        service.name = "Leistung " + std::to_string(i);
        plan.services.push_back(service);
    }
    for (int i = 0; i < 284; ++i) {
        model::Application application;
        application.id = "APP-" + std::to_string(1000 + i);
        application.name = "Verfahren " + std::to_string(i);
        plan.applications.push_back(application);
    }
    std::set<std::string> numbers;
    for (const auto& [id, number] : compose::sheet_numbers(plan)) numbers.insert(number);
    CHECK(numbers.size() == 934);
    CHECK(numbers.contains("5.89"));
    CHECK(numbers.contains("5.100"));
    CHECK_FALSE(numbers.contains("5.90"));
    const compose::Book book(plan, compose::own_templates(), model::Audience::intern, today);
    for (const auto& diagnostic : book.diagnostics()) FAIL_CHECK(to_text(diagnostic));
    CHECK(book.entries().size() > 934);
}
