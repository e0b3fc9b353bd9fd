// SPDX-License-Identifier: EUPL-1.2
#include "../../lib/src/store/open.hpp" // white box: a migration of our own
#include "../../lib/src/store/records.hpp"
#include "plans.hpp"
#include "temp.hpp"

#include <bcmkit/app/check.hpp>
#include <bcmkit/base/file.hpp>

using namespace bcmkit;

TEST_CASE("the older plan of a comparison may have an older schema, and its file stays as it was") {
    const TempFolder folder;
    const auto file = folder / "alt.bcm";
    { store::Store::create(file, {}).apply(plans::edited({"SVC-001 mtpd="}), {}); }
    const auto bytes = read_file(file);
    // As a later program will read the file of this one.
    auto steps = store::migrations();
    steps.push_back("ALTER TABLE record ADD COLUMN remark TEXT;");
    const auto impl = store::open_plan_file(file, store::OpenMode::read_only, {}, steps);
    const auto result =
        app::check_since(plans::edited({"SVC-001 rto="}), store::read_plan(*impl->database, "alt.bcm"), plans::day());
    CHECK(plans::found(result.findings, "BK-SVC-003", "SVC-001") != nullptr);
    CHECK(plans::found(result.findings, "BK-SVC-002", "SVC-001") == nullptr);
    REQUIRE(result.since.has_value());
    CHECK(result.since->solved >= 1);
    CHECK(read_file(file) == bytes);
}
