// SPDX-License-Identifier: EUPL-1.2
// Who holds a role, whom to call first.
#include "values.hpp"

#include <algorithm>

namespace bcmkit::compose {

namespace {

using model::RecordView;

/// The persons of a role by rank; those whose time is over do not count.
std::vector<RecordView> holders_of(const Source& source, const RecordView& role) {
    std::vector<std::pair<std::int64_t, RecordView>> ranked;
    const auto value = role.get("holders");
    const auto* rows = std::get_if<model::Rows>(&value);
    if (!rows) return {};
    const auto& fields = role.type->field("holders")->row_type->fields;
    const auto cell = [&](const model::Row& row, std::string_view name) -> const model::Value& {
        const auto at = std::ranges::find(fields, name, &model::Field::name);
        return row.cells[static_cast<std::size_t>(at - fields.begin())];
    };
    for (const auto& row : *rows) {
        const auto* until = std::get_if<Date>(&cell(row, "to"));
        const auto* reference = std::get_if<model::Reference>(&cell(row, "person"));
        if (!reference || reference->is_open() || (until && *until < source.date())) continue;
        const auto* rank = std::get_if<std::int64_t>(&cell(row, "rank"));
        if (const auto person = source.find(reference->id)) ranked.emplace_back(rank ? *rank : 99, person);
    }
    std::ranges::stable_sort(ranked, {}, [](const auto& entry) { return entry.first; });
    std::vector<RecordView> out;
    for (const auto& [rank, person] : ranked) out.push_back(person);
    return out;
}

doc::Value holder(const Source& source, const RecordView& role) {
    const auto all = holders_of(source, role);
    return all.empty() ? doc::Value{doc::Missing{}} : source.record(all.front());
}

doc::Value deputies(const Source& source, const RecordView& role) {
    const auto all = holders_of(source, role);
    return source.records(std::span(all).subspan(std::min<std::size_t>(1, all.size())), "person");
}

doc::Value same_person(const Source& source, const RecordView& person) { return source.record(person); }

doc::Value leaders(const Source& source, const RecordView&) {
    const auto paths = source.all("alarm_path");
    return source.records(paths.empty() ? std::vector<RecordView>{} : source.targets(paths.front(), "leaders"), "person");
}

constexpr Derived table[] = {
    {"role", "holder", "person", "Name", holder},
    {"role", "deputies", "[person]", "Vertretung", deputies},
    {"role", "person", "person", "Name", holder},
    {"person", "person", "person", "Name", same_person},
    {"", "leaders", "[person]", "Leitung", leaders},
};

} // namespace

std::span<const Derived> derived_people() { return table; }

} // namespace bcmkit::compose
