// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/field.hpp>
#include <bcmkit/model/plan.hpp>

/// A plan with records of every kind, answers of every kind and state, awkward names and open references; same seed,
/// same plan.
bcmkit::model::Plan random_plan(unsigned seed, int records_per_type);
