// SPDX-License-Identifier: EUPL-1.2
#include "reach.hpp"

#include "parts.hpp"

#include <algorithm>

namespace bcmkit::compose {

using model::RecordView;

std::map<std::string, Strength> Reach::of(const RecordView& start) const {
    std::map<std::string, Strength> found;
    std::vector<std::pair<RecordView, Strength>> open{{start, Strength::essential}};
    while (!open.empty()) {
        const auto [record, strength] = open.back();
        open.pop_back();
        for (const auto& [needed, own] : next(record)) {
            const auto through = std::min(strength, own);
            auto& known = found[needed.id()];
            if (through <= known) continue;
            known = through;
            open.emplace_back(needed, through);
        }
    }
    found.erase(start.id());
    return found;
}

const std::vector<std::pair<RecordView, Strength>>& Reach::next(const RecordView& record) const {
    const auto known = known_.find(record.record);
    return known != known_.end() ? known->second : known_.emplace(record.record, read(record)).first->second;
}

std::vector<std::pair<RecordView, Strength>> Reach::read(const RecordView& record) const {
    std::vector<std::pair<RecordView, Strength>> out;
    for (const auto& need : rows_of(source_, record, "needs")) {
        const auto node = need.target("node");
        if (!node || need.is("phase", "RESTORE")) continue;
        const auto value = need.get("essential");
        const auto* essential = std::get_if<bool>(&value);
        const bool must = essential ? *essential : need.text("group").empty();
        out.emplace_back(node, must ? Strength::essential : Strength::limited);
    }
    for (const auto field : {"uses", "networks"}) {
        for (const auto& node : source_.targets(record, field)) out.emplace_back(node, Strength::essential);
    }
    for (const auto field : {"operator", "provider"}) {
        if (const auto node = source_.target(record, field)) out.emplace_back(node, Strength::essential);
    }
    return out;
}

} // namespace bcmkit::compose
