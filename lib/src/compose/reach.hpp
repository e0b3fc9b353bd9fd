// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "values.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace bcmkit::compose {

/// How strongly one thing hangs on another.
enum class Strength : std::uint8_t { none, limited, essential };

/// What records need, over any number of steps.
class Reach {
public:
    explicit Reach(const Source& source) : source_(source) {}

    /// Everything that a record needs, by id; as weak as the weakest step on the strongest way.
    std::map<std::string, Strength> of(const model::RecordView& start) const;
    /// What a record needs by itself.
    const std::vector<std::pair<model::RecordView, Strength>>& next(const model::RecordView& record) const;

private:
    std::vector<std::pair<model::RecordView, Strength>> read(const model::RecordView& record) const;

    const Source& source_;
    mutable std::map<const void*, std::vector<std::pair<model::RecordView, Strength>>> known_;
};

} // namespace bcmkit::compose
