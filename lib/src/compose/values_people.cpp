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

/// The cards of register 3, by the Kurzwort of the role.
struct RoleCard {
    std::string_view code, sheet;
};
constexpr RoleCard role_cards[] = {
    {"LS", "3.01"}, {"S1", "3.02"}, {"S2", "3.03"}, {"S3", "3.04"},  {"S4", "3.05"},
    {"S5", "3.06"}, {"S6", "3.07"}, {"IT", "3.08"}, {"ETB", "3.09"},
};

template <std::size_t Card> doc::Value role_of_card(const Source& source, const RecordView&) {
    for (const auto& role : source.all("role")) {
        const auto code = role.get("code");
        if (const auto* text = text_in(code); text && *text == role_cards[Card].code) return source.record(role);
    }
    return {doc::Missing{}};
}

constexpr Derived table[] = {
    {"", "role_lead", "role", "Leitung Krisenstab", role_of_card<0>},
    {"", "role_s1", "role", "S1", role_of_card<1>},
    {"", "role_s2", "role", "S2", role_of_card<2>},
    {"", "role_s3", "role", "S3", role_of_card<3>},
    {"", "role_s4", "role", "S4", role_of_card<4>},
    {"", "role_s5", "role", "S5", role_of_card<5>},
    {"", "role_s6", "role", "S6", role_of_card<6>},
    {"", "role_it", "role", "Leitung IT-Notfallstab", role_of_card<7>},
    {"", "role_log", "role", "Führung Tagebuch", role_of_card<8>},
    {"role", "holder", "person", "Name", holder},
    {"role", "deputies", "[person]", "Vertretung", deputies},
    {"role", "person", "person", "Name", holder},
    {"person", "person", "person", "Name", same_person},
    {"", "leaders", "[person]", "Leitung", leaders},
};

} // namespace

std::string_view role_card(std::string_view code) {
    for (const auto& card : role_cards) {
        if (card.code == code) return card.sheet;
    }
    return {};
}

std::span<const Derived> derived_people() { return table; }

} // namespace bcmkit::compose
