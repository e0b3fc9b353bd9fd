// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

namespace bcmkit::compose {

/// The plan without the fields that this Fassung must not show, rows included: what leaves the house in a Notfallkoffer.
model::Plan cut_to(const model::Plan& plan, model::Audience audience);

} // namespace bcmkit::compose
