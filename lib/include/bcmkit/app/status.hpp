// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/field.hpp>

#include <optional>
#include <string>
#include <vector>

/// How far the collection of data has come: what the continuity manager asks next, and whom.
namespace bcmkit::app {

struct NextQuestion {
    std::string record; ///< id
    std::string name;   ///< of the record
    const model::Field* field = nullptr;
};

struct UnitStatus {
    std::string id;   ///< of the Amt; empty for services without one
    std::string code; ///< "50"
    std::string name;
    int services = 0;
    int answered = 0; ///< mandatory fields of the plan's level that have an answer; "unbekannt" is one
    int required = 0;
    std::optional<NextQuestion> next = std::nullopt; ///< most urgent service first
    std::string ask = {};                            ///< whom: name and function; empty where nobody is recorded
};

struct Status {
    model::Level level = model::Level::reactive;
    std::vector<UnitStatus> units; ///< by code; services without Amt last
};

Status status_of(const model::Plan& plan);

/// The level of the plan (Organisation.bcms_level); reactive where it is not answered.
model::Level level_of(const model::Plan& plan);

/// The person who first holds this role today, or the person itself; an empty view where there is none.
model::RecordView first_person(const model::Plan& plan, const std::string& role_or_person);

} // namespace bcmkit::app
