// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>
#include <bcmkit/compose/cut.hpp>
#include <bcmkit/kit/folder.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <random>

using namespace bcmkit;
namespace fs = std::filesystem;

namespace {

struct TempFolder {
    fs::path path;
    TempFolder() {
        std::random_device random;
        path = fs::temp_directory_path() / ("bcmkit-koffer-" + std::to_string(random()) + std::to_string(random()));
        fs::create_directory(path);
    }
    ~TempFolder() { fs::remove_all(path); }
};

} // namespace

TEST_CASE("the folder of a Notfallkoffer is replaced as a whole") {
    const TempFolder temp;
    const fs::path folder = temp.path / "koffer";
    kit::write_folder(folder, std::vector<kit::File>{{"a.pdf", "A"}, {"b.pdf", "B"}});
    CHECK(read_file(folder / "SHA256SUMS") == "559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd  a.pdf\n"
                                              "df7e70e5021544f4834bbee64a9e3789febc4be81470df629cad6ddb03320a5c  b.pdf\n");
    kit::write_folder(folder, std::vector<kit::File>{{"a.pdf", "A2"}});
    CHECK(read_file(folder / "a.pdf") == "A2");
    CHECK_FALSE(fs::exists(folder / "b.pdf"));
    CHECK(std::distance(fs::directory_iterator(temp.path), fs::directory_iterator()) == 1);
}

TEST_CASE("a list of hashes on a stick cannot make koffer delete what lies elsewhere") {
    const TempFolder temp;
    const std::string hash(64, '0');
    for (const char* name : {"a.pdf", "Müller Stadt.bcm"}) CHECK(kit::listed_files(hash + "  " + name + "\n").contains(name));
    for (const char* name : {"../a", "/a", "a/b", "..", ".", "a\\b", "c:a", "a\tb"}) {
        CAPTURE(name);
        CHECK(kit::listed_files(hash + "  " + name + "\n").empty());
    }

    // A name so long that no folder can be built beside it: written in place, as on a stick.
    const fs::path folder = temp.path / std::string(253, 'k');
    fs::create_directory(folder);
    const fs::path elsewhere = temp.path / "wichtig.txt";
    write_file(elsewhere, "wichtig");
    write_file(folder / "SHA256SUMS", hash + "  ../wichtig.txt\n" + hash + "  " + elsewhere.string() + "\n");
    kit::write_folder(folder, std::vector<kit::File>{{"a.pdf", "A"}});
    CHECK(read_file(elsewhere) == "wichtig");
    CHECK(read_file(folder / "a.pdf") == "A");
}

TEST_CASE("what an operating system leaves on a stick is no foreign file") {
    const TempFolder temp;
    const fs::path folder = temp.path / "koffer";
    const std::vector<kit::File> files{{"a.pdf", "A"}};
    kit::write_folder(folder, files);
    for (const char* name : {".DS_Store", "._a.pdf", "desktop.ini"}) write_file(folder / name, "x");
    fs::create_directory(folder / ".Trash-1000");
    CHECK_NOTHROW(kit::require_writable_folder(folder));
}

TEST_CASE("a folder with foreign or changed files is left alone") {
    const TempFolder temp;
    const fs::path folder = temp.path / "koffer";
    const std::vector<kit::File> files{{"a.pdf", "A"}};
    kit::write_folder(folder, files);
    write_file(folder / "notizen.txt", "wichtig");
    CHECK_THROWS_AS(kit::write_folder(folder, files), Error);
    fs::remove(folder / "notizen.txt");
    write_file(folder / "a.pdf", "von Hand");
    CHECK_THROWS_AS(kit::write_folder(folder, files), Error);
    CHECK(read_file(folder / "a.pdf") == "von Hand");
    write_file(temp.path / "datei", "x");
    CHECK_THROWS_AS(kit::write_folder(temp.path / "datei", files), Error);
    CHECK_THROWS_AS(kit::write_folder(temp.path / "weg" / "koffer", files), Error);
}

TEST_CASE("a plan that is cut to intern holds no private field") {
    model::Plan plan;
    model::Person person;
    person.id = "PER-001";
    person.name = "Ada";
    person.phone_mobile = std::string("+491713920044");
    person.phone_private = std::string("+493023125112");
    person.notes = std::string("geheim");
    plan.persons.push_back(person);
    const auto cut = compose::cut_to(plan, model::Audience::intern);
    CHECK(cut.persons[0].phone_mobile.has_value());
    CHECK(cut.persons[0].phone_private.is(model::Gap::absent));
    CHECK(cut.persons[0].notes.is(model::Gap::absent));
    for (const auto& record : model::all_records(cut)) {
        for (const auto& field : record.type->fields) {
            if (field.audience > model::Audience::intern) CHECK(std::holds_alternative<model::Gap>(field.get(record.record)));
        }
    }
    CHECK(compose::cut_to(plan, model::Audience::full) == plan);
}
