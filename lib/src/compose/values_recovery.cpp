// SPDX-License-Identifier: EUPL-1.2
// The order in which systems come back after all IT has failed (6.01).
#include "parts.hpp"

namespace bcmkit::compose {

namespace {

using model::RecordView;

doc::Value nothing(const Source&, const RecordView&) { return {doc::Missing{}}; }
doc::Value no_rows(const Source&, const RecordView&) { return list_of({}); }
doc::Value no(const Source&, const RecordView&) { return {false}; }

constexpr Derived table[] = {
    {"", "recovery", "[{name,id,needs,who,start,restored,released,limit,wave}]", "Wiederanlauf", no_rows},
    {"", "has_recovery", "flag", "Wiederanlauf", no},
    {"application", "recovery_nr", "text", "Nr. auf 6.01", nothing},
};

} // namespace

std::span<const Derived> derived_recovery() { return table; }

} // namespace bcmkit::compose
