// SPDX-License-Identifier: EUPL-1.2
#include "layout_samples.hpp"

#include <bcmkit/base/file.hpp>
#include <bcmkit/layout/layout.hpp>
#include <bcmkit/pdf/pdf.hpp>

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>

using namespace bcmkit;

namespace {

/// A file of its own that vanishes with the test.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view bytes) {
        std::random_device random;
        path_ = std::filesystem::temp_directory_path() /
                ("bcmkit-pdf-" + std::to_string(random()) + std::to_string(random()) + ".pdf");
        write_file(path_, bytes);
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    std::string quoted() const { return "'" + path_.string() + "'"; }

private:
    std::filesystem::path path_;
};

bool has_program(const char* name) { return std::system((std::string("command -v ") + name + " >/dev/null 2>&1").c_str()) == 0; }

struct Run {
    std::string output;
    int status = 0;
};
Run run(const std::string& command) {
    Run result;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return {"", -1};
    std::array<char, 4096> buffer{};
    while (const auto count = std::fread(buffer.data(), 1, buffer.size(), pipe)) result.output.append(buffer.data(), count);
    result.status = pclose(pipe);
    return result;
}

std::string sample_pdf() {
    const layout::FontSet fonts;
    return pdf::write(layout::lay_out(samples::binder(), fonts), fonts, samples::metadata());
}

} // namespace

TEST_CASE("the sample sheets become a PDF to look at") {
    const auto bytes = sample_pdf();
    CHECK(bytes.starts_with("%PDF-1.7"));
    if (const char* path = std::getenv("BCMKIT_SHOW_PDF")) write_file(path, bytes);
}

TEST_CASE("the same sheets give the same bytes, also with a font set that has printed other things") {
    const auto first = sample_pdf();
    CHECK(first == sample_pdf());
    const layout::FontSet fonts;
    auto other = samples::sheet("9.99", "Anderes", {samples::block(samples::paragraph("Zürich 123 ABC ñ → „Test“ 王\u00A0€"))});
    (void)pdf::write(std::vector{layout::lay_out(other, samples::imprint(), fonts)}, fonts, samples::metadata());
    CHECK(first == pdf::write(layout::lay_out(samples::binder(), fonts), fonts, samples::metadata()));
}

TEST_CASE("qpdf finds nothing wrong with the file") {
    if (!has_program("qpdf")) return;
    const TemporaryFile file(sample_pdf());
    const auto result = run("qpdf --check " + file.quoted());
    CHECK_MESSAGE(result.status == 0, result.output);
    CHECK(result.output.find("WARNING") == std::string::npos);
}

TEST_CASE("names, symbols and phone numbers can be copied out of the PDF") {
    if (!has_program("pdftotext")) return;
    auto sheet = samples::sheet("2.09", "Namen");
    sheet.blocks.push_back(samples::block(samples::paragraph(
        "Şahin Łukaszewski **Nguyễn** Čapek **Müller-Lüdenscheidt** Țepeș ẞ 0171~392~00-17 „Zitat“ – 5~€ ○ ◐ ● ✕ →")));
    const layout::FontSet fonts;
    const TemporaryFile file(
        pdf::write(std::vector{layout::lay_out(sheet, samples::imprint(), fonts)}, fonts, samples::metadata()));
    const auto text = run("pdftotext -layout " + file.quoted() + " -").output;
    for (const char* name : {"Şahin", "Łukaszewski", "Nguyễn", "Čapek", "Müller-Lüdenscheidt", "Țepeș", "ẞ", "0171 392 00-17",
                             "„Zitat“", "5 €", "◐", "→"})
        CHECK_MESSAGE(text.find(name) != std::string::npos, name);
    CHECK(text.find("Syntax") == std::string::npos); // poppler complains about bad character maps
}

TEST_CASE("labels and descriptions of any length do not stop the printing") {
    auto sheet = samples::sheet("9.98", std::string(60'000, 'T'));
    doc::Form form;
    form.rows.push_back({{{std::string(60'000, 'F') + "ß", 1, {}, false}}, 12});
    sheet.blocks.push_back(samples::block(form));
    const layout::FontSet fonts;
    const auto bytes = pdf::write(std::vector{layout::lay_out(sheet, samples::imprint(), fonts)}, fonts, samples::metadata());
    CHECK(bytes.size() > 1000);
}

TEST_CASE("all fonts are embedded as subsets with a character map") {
    if (!has_program("pdffonts")) return;
    const TemporaryFile file(sample_pdf());
    const auto fonts = run("pdffonts " + file.quoted()).output;
    CHECK(fonts.find("+Inter-Regular") != std::string::npos);
    CHECK(fonts.find("+Inter-Bold") != std::string::npos);
    CHECK(fonts.find(" no ") == std::string::npos);
}

TEST_CASE("a screen reader finds headings, lists and table heads in reading order") {
    if (!has_program("pdfinfo")) return;
    const TemporaryFile file(sample_pdf());
    const auto tree = run("pdfinfo -struct-text " + file.quoted()).output;
    for (const char* element :
         {"Document", "Sect", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure"})
        CHECK_MESSAGE(tree.find(std::string(element)) != std::string::npos, element);
    const auto title = tree.find("Cyberangriff: erste 15 Minuten");
    const auto step = tree.find("Datensicherung trennen:");
    const auto halt = tree.find("Laut vorlesen");
    const auto end = tree.find("Ende Karte 15 min");
    CHECK(title < step);
    CHECK(step < halt);
    CHECK(halt < end);
    CHECK(end != std::string::npos);
    CHECK(tree.find("Seite 1.01-1") == std::string::npos); // feet are artifacts
    CHECK(run("pdfinfo " + file.quoted()).output.find("Tagged:          yes") != std::string::npos);
}

TEST_CASE("every operator is marked, every mark has its element, and nothing else is drawn") {
    if (!has_program("qpdf")) return;
    const TemporaryFile file(sample_pdf());
    const auto plain = run("qpdf --qdf --object-streams=disable " + file.quoted() + " -").output;
    CHECK(plain.find("/MarkInfo") != std::string::npos);
    CHECK(plain.find("<pdfaid:part>2</pdfaid:part>") != std::string::npos);
    CHECK(plain.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
    CHECK(plain.find("/Lang (de-DE)") != std::string::npos);

    // Page contents are the streams with text; walk their operators.
    std::size_t pages = 0;
    std::size_t marks = 0;
    for (auto at = plain.find("\nstream\n"); at != std::string::npos; at = plain.find("\nstream\n", at + 1)) {
        const auto begin = at + 8;
        const auto stream = std::string_view(plain).substr(begin, plain.find("endstream", begin) - begin);
        if (stream.find(" Tf ") == std::string_view::npos || stream.find("BDC") == std::string_view::npos) continue;
        ++pages;
        int open = 0;
        std::set<int> ids;
        std::size_t line_begin = 0;
        while (line_begin < stream.size()) {
            const auto line_end = std::min(stream.find('\n', line_begin), stream.size());
            const auto line = stream.substr(line_begin, line_end - line_begin);
            line_begin = line_end + 1;
            if (line.ends_with("BDC") || line.ends_with("BMC")) {
                CHECK(open == 0);
                ++open;
                if (const auto id = line.find("/MCID "); id != std::string_view::npos) {
                    ids.insert(std::atoi(std::string(line.substr(id + 6)).c_str()));
                    ++marks;
                }
            } else if (line == "EMC") {
                CHECK(open == 1);
                --open;
            } else if (!line.empty())
                CHECK(open == 1);
            CHECK(line.find("<0000") == std::string_view::npos); // .notdef
        }
        CHECK(open == 0);
        CHECK(!ids.empty());
        CHECK(*ids.rbegin() == static_cast<int>(ids.size()) - 1);
    }
    const layout::FontSet fonts;
    std::size_t expected = 0;
    for (const auto& sheet : layout::lay_out(samples::binder(), fonts)) expected += sheet.pages.size();
    CHECK(pages == expected);
    CHECK(marks > 100);

    // The ParentTree names one element for each mark, and every element it names exists.
    const auto object = [&](int number) {
        const auto head = "\n" + std::to_string(number) + " 0 obj\n";
        const auto at = plain.find(head);
        REQUIRE(at != std::string::npos);
        return std::string_view(plain).substr(at + head.size(), plain.find("endobj", at) - at - head.size());
    };
    const auto references = [](std::string_view text) {
        std::vector<int> numbers;
        for (auto at = text.find(" 0 R"); at != std::string_view::npos; at = text.find(" 0 R", at + 1)) {
            auto begin = at;
            while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
            numbers.push_back(std::atoi(std::string(text.substr(begin, at - begin)).c_str()));
        }
        return numbers;
    };
    const auto tree = plain.find("/ParentTree ");
    REQUIRE(tree != std::string::npos);
    std::size_t owners = 0;
    std::size_t direct = 0;
    for (const int entry : references(object(references(plain.substr(tree, 40)).at(0)))) {
        if (object(entry).find("/S /") != std::string_view::npos) {
            ++direct; // the element of a link
            continue;
        }
        for (const int owner : references(object(entry))) {
            CHECK(object(owner).find("/S /") != std::string_view::npos);
            ++owners;
        }
    }
    CHECK(owners == marks);
    CHECK(direct > 0);
}

TEST_CASE("a reference leads to its Blatt where that is part of the PDF") {
    auto from = samples::sheet("1.01", "Von", {samples::block(samples::paragraph("weiter auf Blatt [1.02] und [9.99]"))});
    auto to = samples::sheet("1.02", "Nach", {samples::block(samples::paragraph("Ziel"))});
    doc::Document document;
    document.imprint = samples::imprint();
    document.sheets = {from, to};
    const layout::FontSet fonts;
    const auto bytes = pdf::write(layout::lay_out(document, fonts), fonts, samples::metadata());
    std::size_t links = 0;
    for (auto at = bytes.find("/Subtype /Link"); at != std::string::npos; at = bytes.find("/Subtype /Link", at + 1)) ++links;
    CHECK(links == 1);
}

TEST_CASE("many pages take little time") {
    const layout::FontSet fonts;
    doc::Document document;
    document.imprint = samples::imprint();
    for (int i = 0; i < 60; ++i) {
        auto sheets = samples::binder().sheets;
        document.sheets.insert(document.sheets.end(), sheets.begin(), sheets.end());
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto pages = layout::lay_out(document, fonts);
    const auto middle = std::chrono::steady_clock::now();
    const auto bytes = pdf::write(pages, fonts, samples::metadata());
    const auto end = std::chrono::steady_clock::now();
    std::size_t count = 0;
    for (const auto& sheet : pages) count += sheet.pages.size();
    const auto seconds = [](auto span) { return std::chrono::duration<double>(span).count(); };
    MESSAGE(count << " pages: layout " << seconds(middle - begin) << " s, pdf " << seconds(end - middle) << " s, " << bytes.size()
                  << " bytes");
    CHECK(count > 400);
    CHECK(seconds(end - begin) < 60); // only to notice a catastrophe: debug builds on busy machines are slow
}
