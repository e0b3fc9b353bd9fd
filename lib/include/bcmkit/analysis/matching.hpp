// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

namespace bcmkit::analysis {

/// A largest assignment of seats to persons: each seat to at most one person who can sit there, each person to at most
/// one seat. Hopcroft–Karp, O(E·√V), without recursion; the same result on every run.
class Matching {
public:
    using Index = std::int32_t;

    /// `can[seat]`: the persons 0 … persons-1 who can sit there.
    Matching(std::vector<std::vector<Index>> can, Index persons);

    int size() const { return size_; }
    /// −1 where nobody sits.
    Index person_of(Index seat) const { return person_of_[static_cast<std::size_t>(seat)]; }

    /// Seats that together want more persons than can sit there (Hall's condition is broken); empty where all are filled.
    std::vector<Index> short_seats() const;
    /// Persons without whom fewer seats can be filled: those whom no alternating path from an idle person can relieve
    /// (Dulmage–Mendelsohn).
    std::vector<Index> essential() const;

private:
    bool layer();
    bool augment(Index seat);

    std::vector<std::vector<Index>> can_;
    std::vector<Index> person_of_, seat_of_, distance_;
    int size_ = 0;
};

} // namespace bcmkit::analysis
