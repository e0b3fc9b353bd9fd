// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace bcmkit::io {

/// What a word may mean: the ids and names of a plan and of the files that are being read.
class Names {
public:
    Names() = default;
    explicit Names(const model::Plan& plan);

    void add(const std::string& id, const std::string& name);
    bool has_id(const std::string& id) const { return ids_.contains(id); }
    /// The records that a field may point at and that have this name, ignoring case, umlauts and accents; sorted.
    std::vector<std::string> ids_by_name(const model::Field& field, std::string_view name) const;

private:
    std::set<std::string, std::less<>> ids_;
    std::map<std::string, std::set<std::string>> by_name_;
};

} // namespace bcmkit::io
