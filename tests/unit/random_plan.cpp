// SPDX-License-Identifier: EUPL-1.2
#include "random_plan.hpp"

#include <random>

using namespace bcmkit;
using namespace bcmkit::model;

namespace {

constexpr const char* words[] = {"Şahin",
                                 "Łukaszewski",
                                 "Nguyễn",
                                 "Čapek",
                                 "Müller-Lüdenscheidt",
                                 "„Büro“: Raum 1 # A",
                                 "a\"b\\c'd",
                                 "Straße\tTab",
                                 "= {x}",
                                 "[[leistungen]]",
                                 "100 % sicher",
                                 "Ελληνικά 漢字 🙂",
                                 "\"\"\"",
                                 "ends with \"",
                                 "back\\slash\\",
                                 "2026-12-01",
                                 "true",
                                 "4 h"};

class Generator {
public:
    Generator(unsigned seed, const std::vector<std::string>& ids) : random_(seed), ids_(ids) {}

    unsigned up_to(unsigned limit) { return static_cast<unsigned>(random_()) % limit; }

    Value value(const Field& field) {
        switch (up_to(5)) {
        case 0: return Gap::absent;
        case 1: return Gap::unknown;
        case 2: return Gap::not_applicable;
        default: return answered(field);
        }
    }

    std::string text() { return std::string(words[up_to(std::size(words))]) + " " + std::to_string(up_to(1000)); }

private:
    Value answered(const Field& field) {
        switch (field.kind) {
        case Kind::text: return text();
        case Kind::long_text: return text() + (up_to(2) ? "\n\n- " + text() + "\n  \"\"\"\n" : "");
        case Kind::number: return static_cast<std::int64_t>(random_()) - (std::int64_t{1} << 31);
        case Kind::flag: return up_to(2) == 1;
        case Kind::choice: return std::string(field.choices[up_to(static_cast<unsigned>(field.choices.size()))].code);
        case Kind::date: return Date::from_day_number(up_to(60000));
        case Kind::duration: {
            const Minutes low = up_to(100000), likely = low + up_to(100000), high = likely + up_to(100000);
            return up_to(2) ? Duration::of(likely) : Duration{low, likely, high};
        }
        case Kind::phone: return "+4930231251" + std::to_string(10 + up_to(90));
        case Kind::email: return "amt" + std::to_string(up_to(99)) + "@musterland.example.org";
        case Kind::reference: return reference(field);
        case Kind::references: {
            References list;
            for (unsigned n = up_to(4); n > 0; --n) list.push_back(reference(field));
            return list;
        }
        case Kind::texts: {
            Texts list;
            for (unsigned n = up_to(4); n > 0; --n) list.push_back(text());
            return list;
        }
        case Kind::rows: {
            Rows rows;
            for (unsigned n = up_to(4); n > 0; --n) {
                Row row;
                for (const auto& cell : field.row_type->fields) row.cells.push_back(value(cell));
                rows.push_back(std::move(row));
            }
            return rows;
        }
        }
        return Gap::absent;
    }

    Reference reference(const Field& field) {
        for (int attempt = 0; attempt < 20; ++attempt) {
            const auto& id = ids_[up_to(static_cast<unsigned>(ids_.size()))];
            if (may_target(field, *type_of_id(id))) return to(id);
        }
        return {{}, "Nirgends erfasst " + std::to_string(up_to(50)), "test"};
    }

    std::mt19937 random_;
    const std::vector<std::string>& ids_;
};

} // namespace

Plan random_plan(unsigned seed, int records_per_type) {
    Plan plan;
    std::vector<std::string> ids;
    for (const auto* type : record_types()) {
        const int count = type->code == "organisation" ? 1 : records_per_type;
        for (int i = 0; i < count; ++i) {
            ids.push_back(next_id(plan, *type));
            type->add(plan, ids.back());
        }
    }
    Generator generator(seed, ids);
    for (const auto& id : ids) {
        const auto* type = type_of_id(id);
        for (const auto& field : type->fields) {
            if (field.name == "id" || field.name == "sheet") continue;
            // Names stay unlike each other and unlike open references.
            Value value = field.name == "name" ? Value(id + " " + generator.text()) : generator.value(field);
            field.set(find_for_edit(plan, id), std::move(value));
        }
    }
    return plan;
}
