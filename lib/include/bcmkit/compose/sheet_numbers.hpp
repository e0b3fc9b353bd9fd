// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/plan.hpp>

#include <compare>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace bcmkit::compose {

/// The sheet numbers of services, Fachverfahren and forms, by id: the stored ones, and for records without one the next
/// free number above all stored ones, in the order of ids. Services 5.01–5.89, then from 5.100; Fachverfahren 6.10–6.99, then
/// from 6.100; forms 9.10–9.89, then from 9.100.
std::map<std::string, std::string, std::less<>> sheet_numbers(const model::Plan& plan);

/// Writes the numbers of sheet_numbers() into the records that have none; returns how many.
std::size_t assign_sheet_numbers(model::Plan& plan);

/// Order in the binder: 5.02 before 5.10 before 5.90 before 5.100 before 5.V50.
std::strong_ordering compare_sheets(std::string_view a, std::string_view b);

} // namespace bcmkit::compose
