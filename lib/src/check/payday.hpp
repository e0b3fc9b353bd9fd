// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>

#include <optional>
#include <string_view>

namespace bcmkit::check {

/// The next payday from `today` on, of what people write: "täglich", "15. des Monats", "letzter Bankarbeitstag",
/// "Monatsende und 15. des Monats", "erster Werktag des Monats". Empty where no day can be read.
std::optional<Date> next_payday(std::string_view text, Date today);

} // namespace bcmkit::check
