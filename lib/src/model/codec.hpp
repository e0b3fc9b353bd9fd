// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "row_types.hpp"

#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <algorithm>
#include <type_traits>

/// Between members and Value. Only the tables of this folder use it; every other room sees plain functions.
namespace bcmkit::model {

template <class T> struct Codec;

template <> struct Codec<std::string> {
    static Value out(const std::string& text) { return text.empty() ? Value(Gap::absent) : Value(text); }
    static std::string in(Value value) {
        return std::holds_alternative<Gap>(value) ? std::string() : std::get<std::string>(std::move(value));
    }
};

template <class T> struct Codec<Answer<T>> {
    static Value out(const Answer<T>& answer) { return answer ? Value(*answer) : Value(answer.gap()); }
    static Answer<T> in(Value value) {
        if (const auto* gap = std::get_if<Gap>(&value)) return *gap;
        return std::get<T>(std::move(value));
    }
};

template <class T>
concept RowStruct = requires {
    row_type_of<T>();
};

template <RowStruct T> struct Codec<Answer<std::vector<T>>> {
    static Value out(const Answer<std::vector<T>>& answer) {
        if (!answer) return answer.gap();
        Rows rows;
        for (const T& item : *answer) {
            Row row;
            for (const Field& field : row_type_of<T>().fields) row.cells.push_back(field.get(&item));
            rows.push_back(std::move(row));
        }
        return rows;
    }
    static Answer<std::vector<T>> in(Value value) {
        if (const auto* gap = std::get_if<Gap>(&value)) return *gap;
        std::vector<T> list;
        for (Row& row : std::get<Rows>(value)) {
            T item;
            const auto fields = row_type_of<T>().fields;
            for (std::size_t i = 0; i < fields.size(); ++i) fields[i].set(&item, std::move(row.cells.at(i)));
            list.push_back(std::move(item));
        }
        return list;
    }
};

template <class T, auto Member> using MemberType = std::remove_cvref_t<decltype(std::declval<T>().*Member)>;

template <class T, auto Member> constexpr Field field(Field described) {
    described.get = [](const void* record) { return Codec<MemberType<T, Member>>::out(static_cast<const T*>(record)->*Member); };
    described.set = [](void* record, Value value) {
        static_cast<T*>(record)->*Member = Codec<MemberType<T, Member>>::in(std::move(value));
    };
    return described;
}

/// How a plan keeps the records of one type.
struct Access {
    std::size_t (*count)(const Plan&);
    const void* (*at)(const Plan&, std::size_t);
    void* (*edit)(Plan&, std::size_t);
    void* (*add)(Plan&, std::string);
    void (*remove)(Plan&, std::size_t);
};

template <auto List> constexpr Access list_access() {
    return {
        [](const Plan& plan) { return (plan.*List).size(); },
        [](const Plan& plan, std::size_t i) -> const void* { return &(plan.*List).at(i); },
        [](Plan& plan, std::size_t i) -> void* { return &(plan.*List).at(i); },
        [](Plan& plan, std::string id) -> void* {
            auto& list = plan.*List;
            const auto place =
                std::ranges::lower_bound(list, id, {}, [](const auto& record) -> const std::string& { return record.id; });
            const auto added = list.emplace(place);
            added->id = std::move(id);
            return &*added;
        },
        [](Plan& plan, std::size_t i) { (plan.*List).erase((plan.*List).begin() + static_cast<std::ptrdiff_t>(i)); },
    };
}

/// A plan has one Organisation or none.
constexpr Access organisation_access() {
    return {
        [](const Plan& plan) { return std::size_t{plan.organisation.id.empty() ? 0u : 1u}; },
        [](const Plan& plan, std::size_t) -> const void* { return &plan.organisation; },
        [](Plan& plan, std::size_t) -> void* { return &plan.organisation; },
        [](Plan& plan, std::string id) -> void* {
            plan.organisation.id = std::move(id);
            return &plan.organisation;
        },
        [](Plan& plan, std::size_t) { plan.organisation = {}; },
    };
}

constexpr RecordType described(RecordType type, Access access) {
    type.count = access.count;
    type.at = access.at;
    type.edit = access.edit;
    type.add = access.add;
    type.remove = access.remove;
    return type;
}

} // namespace bcmkit::model
