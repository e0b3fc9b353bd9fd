// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/check/finding.hpp>
#include <bcmkit/io/source.hpp>
#include <bcmkit/model/field.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

/// Plans for tests, and edits of them as people type them.
namespace plans {

using namespace bcmkit;

inline std::filesystem::path example(std::string_view name) {
    return std::filesystem::path(BCMKIT_SOURCE_DIR) / "examples" / name;
}

inline model::Plan read(const std::filesystem::path& folder, const model::Plan& base = {}) {
    auto result = io::read_folder(folder, base, false);
    for (const auto& diagnostic : result.diagnostics) {
        if (diagnostic.severity == Severity::error) FAIL("not read: " << to_text(diagnostic));
    }
    return std::move(result.plan);
}

/// The small example: complete, without an error or a warning. Read once.
inline const model::Plan& sound() {
    static const model::Plan plan = read(example("gemeinde-kleinbach"));
    return plan;
}

inline Date day() { return *Date::of(2026, 12, 1); }

/// "SVC-001 mtpd=4 h" sets a field, "SVC-001 mtpd=" forgets it, "+SVC-900 name=Neu" makes a record first, "-PRE-001" removes one.
inline void edit_one(model::Plan& plan, std::string_view edit) {
    const std::string whole(edit);
    CAPTURE(whole);
    const char mark = edit.front();
    if (mark == '+' || mark == '-') edit.remove_prefix(1);
    const std::string id(edit.substr(0, edit.find(' ')));
    const auto* type = model::type_of_id(id);
    REQUIRE(type != nullptr);
    if (mark == '-') {
        for (std::size_t i = 0; i < type->count(plan); ++i) {
            if (model::RecordView{type, type->at(plan, i)}.id() == id) return type->remove(plan, i);
        }
        FAIL("no such record");
    }
    if (mark == '+' && !model::find(plan, id)) type->add(plan, id);
    void* record = model::find_for_edit(plan, id);
    REQUIRE(record != nullptr);
    if (edit.find(' ') == std::string_view::npos) return;
    const auto rest = edit.substr(edit.find(' ') + 1);
    const auto equals = rest.find('=');
    const auto* field = type->field(rest.substr(0, equals));
    REQUIRE(field != nullptr);
    Diagnostics diagnostics;
    auto value = io::read_value(plan, *field, rest.substr(equals + 1), "test", diagnostics);
    for (const auto& diagnostic : diagnostics) FAIL("not understood: " << to_text(diagnostic));
    field->set(record, std::move(value));
}

inline model::Plan edited(const std::vector<std::string>& edits) {
    model::Plan plan = sound();
    for (const auto& edit : edits) edit_one(plan, edit);
    return plan;
}

inline const check::Finding* found(const std::vector<check::Finding>& findings, std::string_view rule, std::string_view object) {
    for (const auto& finding : findings) {
        if (finding.rule == rule && finding.object == object) return &finding;
    }
    return nullptr;
}

} // namespace plans
