// SPDX-License-Identifier: EUPL-1.2
#include "plans.hpp"

#include <bcmkit/base/file.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/check/rule.hpp>

#include <algorithm>
#include <set>

using namespace bcmkit;

namespace {

using Pair = std::pair<std::string, std::string>;

/// The rows "| BK-… | object | …" of LUECKEN.md.
std::multiset<Pair> planted() {
    std::multiset<Pair> out;
    const auto text = read_file(plans::example("landkreis-musterland") / "LUECKEN.md");
    for (const auto line : split(text, '\n')) {
        const auto cells = split(line, '|');
        if (cells.size() > 3 && trimmed(cells[1]).starts_with("BK-"))
            out.emplace(std::string(trimmed(cells[1])), std::string(trimmed(cells[2])));
    }
    return out;
}

std::multiset<Pair> pairs(const std::vector<check::Finding>& findings) {
    std::multiset<Pair> out;
    for (const auto& finding : findings) out.emplace(std::string(finding.rule), finding.object);
    return out;
}

std::string listed(const std::multiset<Pair>& left, const std::multiset<Pair>& right) {
    std::string out;
    for (const auto& pair : left) {
        if (left.count(pair) != right.count(pair)) out += pair.first + " " + pair.second + "; ";
    }
    return out;
}

} // namespace

TEST_SUITE("examples") {
    TEST_CASE("the Landkreis has exactly the gaps that LUECKEN.md tells of") {
        const auto plan = plans::read(plans::example("landkreis-musterland"));
        const auto wanted = planted();
        const auto found = pairs(check::findings(plan, *plan.organisation.stichtag));
        CHECK(wanted.size() > 30);
        CHECK(listed(wanted, found) == "");
        CHECK(listed(found, wanted) == "");
    }

    TEST_CASE("with the repairs applied no error and no warning is left") {
        const auto folder = plans::example("landkreis-musterland");
        const auto plan = plans::read(folder / "repariert", plans::read(folder));
        for (const auto& finding : check::findings(plan, *plan.organisation.stichtag)) {
            CAPTURE(finding.message);
            CHECK(finding.severity == Severity::info);
        }
    }

    TEST_CASE("Kleinbach has no error and no warning, and bears its risks by name") {
        const auto findings = check::findings(plans::sound(), plans::day());
        const auto summary = check::summary(findings);
        CHECK(summary.error == 0);
        CHECK(summary.warning == 0);
        CHECK(summary.accepted > 0);
    }

    TEST_CASE("forgetting any one required field of Kleinbach yields exactly one finding, about that field") {
        const auto before = pairs(check::findings(plans::sound(), plans::day()));
        int fields = 0;
        for (const auto& record : model::all_records(plans::sound())) {
            for (const auto& field : record.type->fields) {
                const bool is_answered = !std::holds_alternative<model::Gap>(field.get(record.record));
                if (field.required != model::Level::reactive || field.name == "id" || !is_answered) continue;
                ++fields;
                auto plan = plans::sound();
                field.set(model::find_for_edit(plan, record.id()), model::Gap::absent);
                std::vector<check::Finding> fresh;
                auto known = before;
                for (auto& finding : check::findings(plan, plans::day())) {
                    const auto old = known.find({std::string(finding.rule), finding.object});
                    if (old == known.end())
                        fresh.push_back(finding);
                    else
                        known.erase(old);
                }
                CAPTURE(record.id());
                CAPTURE(std::string(field.name));
                std::string all;
                for (const auto& finding : fresh)
                    all += std::string(finding.rule) + " " + finding.object + " " + finding.field + "; ";
                CAPTURE(all);
                CHECK(fresh.size() == 1);
                const bool is_about_it = std::ranges::any_of(
                    fresh, [&](const check::Finding& f) { return f.object == record.id() && f.field == field.name; });
                CHECK(is_about_it);
            }
        }
        CHECK(fields > 500);
    }
}
