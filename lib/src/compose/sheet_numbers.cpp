// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/compose/sheet_numbers.hpp>

#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace bcmkit::compose {

namespace {

struct Range {
    std::string_view type;
    int chapter, first, last, beyond;
};
constexpr Range ranges[] = {
    {"service", 5, 1, 89, 100},
    {"application", 6, 10, 99, 100},
    {"form", 9, 10, 89, 100},
};

struct Parts {
    int chapter = 0;
    bool is_unit = false;
    int number = 0;
    std::string_view rest;
};

Parts parts_of(std::string_view sheet) {
    Parts parts;
    const auto dot = sheet.find('.');
    std::from_chars(sheet.data(), sheet.data() + std::min(dot, sheet.size()), parts.chapter);
    if (dot == std::string_view::npos) return parts;
    std::string_view rest = sheet.substr(dot + 1);
    if (rest.starts_with('V')) {
        parts.is_unit = true;
        rest.remove_prefix(1);
    }
    const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), parts.number);
    if (error == std::errc()) rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()));
    parts.rest = rest;
    return parts;
}

std::string number_text(int chapter, int number) {
    return std::to_string(chapter) + "." + (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

std::strong_ordering compare_sheets(std::string_view a, std::string_view b) {
    const auto left = parts_of(a), right = parts_of(b);
    return std::tie(left.chapter, left.is_unit, left.number, left.rest) <=>
           std::tie(right.chapter, right.is_unit, right.number, right.rest);
}

std::map<std::string, std::string, std::less<>> sheet_numbers(const model::Plan& plan) {
    std::map<std::string, std::string, std::less<>> out;
    for (const auto& range : ranges) {
        const auto* type = model::record_type(range.type);
        int highest = range.first - 1;
        std::vector<std::string> open;
        for (std::size_t i = 0; i < type->count(plan); ++i) {
            const model::RecordView record{type, type->at(plan, i)};
            const auto value = record.get("sheet");
            const auto* text = std::get_if<std::string>(&value);
            if (!text) {
                open.push_back(record.id());
                continue;
            }
            out.emplace(record.id(), *text);
            const auto parts = parts_of(*text);
            if (parts.chapter == range.chapter && !parts.is_unit) highest = std::max(highest, parts.number);
        }
        for (auto& id : open) {
            highest = highest + 1 > range.last && highest + 1 < range.beyond ? range.beyond : highest + 1;
            out.emplace(std::move(id), number_text(range.chapter, highest));
        }
    }
    return out;
}

std::size_t assign_sheet_numbers(model::Plan& plan) {
    std::size_t count = 0;
    for (const auto& [id, number] : sheet_numbers(plan)) {
        const auto record = model::find(plan, id);
        if (!std::holds_alternative<model::Gap>(record.get("sheet"))) continue;
        record.type->field("sheet")->set(model::find_for_edit(plan, id), number);
        ++count;
    }
    return count;
}

} // namespace bcmkit::compose
