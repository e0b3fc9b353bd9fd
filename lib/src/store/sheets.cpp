// SPDX-License-Identifier: EUPL-1.2
#include "records.hpp"

#include <map>

namespace bcmkit::store {

namespace {

/// Where the numbers of one record type lie: a first range of two digits, then on from 100 without end.
struct SheetRange {
    std::string_view kind; ///< code of the record type
    std::string_view register_number;
    int first, last;
};

constexpr SheetRange ranges[] = {{"service", "5", 1, 89}, {"application", "6", 10, 99}, {"form", "9", 10, 89}};

std::string number_text(const SheetRange& range, int number) {
    const std::string digits = std::to_string(number);
    return std::string(range.register_number) + "." + (digits.size() < 2 ? "0" : "") + digits;
}

bool is_in_range(const SheetRange& range, std::string_view text) {
    const std::string prefix = std::string(range.register_number) + ".";
    if (!text.starts_with(prefix) || text.size() > prefix.size() + 6) return false;
    int number = 0;
    for (const char c : text.substr(prefix.size())) {
        if (c < '0' || c > '9') return false;
        number = number * 10 + (c - '0');
    }
    return number_text(range, number) == text && (number >= 100 || (number >= range.first && number <= range.last));
}

/// Every number that was ever given, and to which record.
using Given = std::map<std::string, std::string, std::less<>>;

bool may_have(const Given& given, const std::string& number, const std::string& id) {
    const auto found = given.find(number);
    return found == given.end() || found->second == id;
}

class Assignment {
public:
    Assignment(Given& given, const SheetRange& range) : given_(given), range_(range), next_(range.first) {}

    /// The numbers that are written in the plan and free; first come, first served.
    std::string honoured(const std::string& wanted, const std::string& id) {
        if (!is_in_range(range_, wanted) || !may_have(given_, wanted, id)) return {};
        given_[wanted] = id;
        return wanted;
    }

    std::string next(const std::string& id) {
        while (given_.contains(number_text(range_, next_))) next_ = next_ == range_.last ? 100 : next_ + 1;
        const std::string number = number_text(range_, next_);
        given_[number] = id;
        return number;
    }

private:
    Given& given_;
    const SheetRange& range_;
    int next_;
};

} // namespace

void assign_sheet_numbers(sqlite::Database& database, model::Plan& plan) {
    Given given;
    std::map<std::string, std::string, std::less<>> last_of_record;
    for (sqlite::Query query(database, "SELECT number, record FROM sheet_number ORDER BY length(number), number");
         query.step();) {
        given[query.text(0)] = query.text(1);
        last_of_record.try_emplace(query.text(1), query.text(0));
    }
    const Given before = given;
    for (const auto& range : ranges) {
        const model::RecordType& type = *model::record_type(range.kind);
        const model::Field& sheet = *type.field("sheet");
        Assignment assignment(given, range);
        std::vector<std::size_t> without;
        for (std::size_t i = 0; i < type.count(plan); ++i) {
            const model::Value value = sheet.get(type.at(plan, i));
            const auto* wanted = std::get_if<std::string>(&value);
            const std::string id = model::RecordView{&type, type.at(plan, i)}.id();
            if (!wanted || assignment.honoured(*wanted, id).empty()) without.push_back(i);
        }
        for (const std::size_t i : without) {
            const std::string id = model::RecordView{&type, type.at(plan, i)}.id();
            const auto earlier = last_of_record.find(id);
            sheet.set(type.edit(plan, i), earlier != last_of_record.end() ? earlier->second : assignment.next(id));
        }
    }
    sqlite::Query insert(database, "INSERT INTO sheet_number VALUES (?, ?)");
    for (const auto& [number, id] : given) {
        if (!before.contains(number)) insert.bind(std::string_view(number)).bind(std::string_view(id)).execute();
    }
}

} // namespace bcmkit::store
