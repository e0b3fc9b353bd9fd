// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/diagnostic.hpp>
#include <bcmkit/model/field.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// What people type to change one field: "mtpd=4 h", "needs+=node=INF-004 phase=RESTORE", "needs[2].buffer=4 h", "needs-=2".
namespace bcmkit::app {

struct Assignment {
    enum class What : std::uint8_t {
        set,    ///< "="
        add,    ///< "+=": to the list that is there
        remove, ///< "-=": from the list that is there
    };

    const model::Field* field = nullptr;
    std::optional<std::size_t> line;    ///< counted from 1: "needs[2]"
    const model::Field* cell = nullptr; ///< of the row: "needs[2].buffer"
    What what = What::set;
    std::string_view typed; ///< what stands behind the sign; lives as long as the text that was parsed

    /// As it was typed, for messages: "needs[2].buffer".
    std::string path() const;
};

/// Throws Error{usage} with the nearest words where the text is no assignment to a field of the type.
Assignment parse_assignment(const model::RecordType& type, std::string_view text);

/// The whole new value of the field; mistakes are collected, the value is then not to be used.
/// `origin`: of references that stay open. Throws Error{usage} for a line that is not there and for a list that is none.
model::Value assigned(const model::Plan& plan, const Assignment& assignment, const model::Value& old, const std::string& origin,
                      Diagnostics& diagnostics);

} // namespace bcmkit::app
