// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>
#include <bcmkit/base/duration.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace bcmkit::model {

/// Why there is no value. Analyses treat absent and unknown alike, checks do not; paper prints a writing line for both.
enum class Gap : std::uint8_t {
    absent,         ///< nicht erfasst: nobody was asked
    unknown,        ///< unbekannt: asked, nobody knows
    not_applicable, ///< entfällt: does not apply here
};

/// An optional field: a value or the reason why there is none.
template <class T> class Answer {
public:
    Answer() = default;
    Answer(T value) : state_(std::move(value)) {}
    Answer(Gap gap) : state_(gap) {}

    bool has_value() const noexcept { return std::holds_alternative<T>(state_); }
    explicit operator bool() const noexcept { return has_value(); }
    /// Only where has_value().
    const T& operator*() const { return std::get<T>(state_); }
    const T* operator->() const { return &std::get<T>(state_); }
    T& operator*() { return std::get<T>(state_); }
    T value_or(T otherwise) const { return has_value() ? std::get<T>(state_) : std::move(otherwise); }

    bool is(Gap gap) const noexcept {
        const auto* held = std::get_if<Gap>(&state_);
        return held && *held == gap;
    }
    /// Nobody was asked, or nobody knows.
    bool is_open() const noexcept { return is(Gap::absent) || is(Gap::unknown); }
    /// Only where !has_value().
    Gap gap() const { return std::get<Gap>(state_); }

    bool operator==(const Answer&) const = default;

private:
    std::variant<Gap, T> state_ = Gap::absent;
};

/// The items of an optional list; none where there is no value.
template <class T> std::span<const T> items(const Answer<std::vector<T>>& answer) {
    return answer ? std::span<const T>(*answer) : std::span<const T>();
}

/// A pointer to another record: resolved (`id`), or open: what a person wrote of something that is not recorded yet.
struct Reference {
    std::string id;     ///< empty where open
    std::string text;   ///< what was written, where open: "Prosoz"
    std::string origin; ///< where it was written, where open: "leistungen.toml, Zeile 12"

    bool is_open() const noexcept { return id.empty(); }
    bool operator==(const Reference&) const = default;
};

/// A resolved reference.
inline Reference to(std::string id) { return {std::move(id), {}, {}}; }

using References = std::vector<Reference>;
using Texts = std::vector<std::string>;

} // namespace bcmkit::model
