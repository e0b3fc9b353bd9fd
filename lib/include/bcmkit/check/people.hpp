// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/check/finding.hpp>

/// Who knows, and what is at stake: what rules say with a finding, for others who ask.
namespace bcmkit::check {

/// What is at stake with a service.
Danger danger_of(const model::Service& service);

/// For each record by id, who probably knows about it: who answers for it, else its Amt's contact, else the BCM office. Never
/// empty.
std::vector<std::string> whom_to_ask(const model::Plan& plan, const std::vector<std::string>& ids, Date today);

} // namespace bcmkit::check
