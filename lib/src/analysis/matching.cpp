// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/matching.hpp>

#include <algorithm>
#include <utility>

namespace bcmkit::analysis {

namespace {

std::size_t at(Matching::Index i) { return static_cast<std::size_t>(i); }

constexpr Matching::Index nobody = -1;

} // namespace

Matching::Matching(std::vector<std::vector<Index>> can, Index persons)
    : can_(std::move(can))
    , person_of_(can_.size(), nobody)
    , seat_of_(at(persons), nobody) {
    while (layer()) {
        for (Index seat = 0; seat < static_cast<Index>(can_.size()); ++seat) {
            if (person_of_[at(seat)] == nobody && augment(seat)) ++size_;
        }
    }
}

/// Distance of every seat from an empty one along alternating paths; whether one of them ends at an idle person.
bool Matching::layer() {
    distance_.assign(can_.size(), -1);
    std::vector<Index> queue;
    for (Index seat = 0; seat < static_cast<Index>(can_.size()); ++seat) {
        if (person_of_[at(seat)] != nobody) continue;
        distance_[at(seat)] = 0;
        queue.push_back(seat);
    }
    bool found = false;
    for (std::size_t next = 0; next < queue.size(); ++next) {
        for (const Index person : can_[at(queue[next])]) {
            const Index other = seat_of_[at(person)];
            if (other == nobody) found = true;
            if (other == nobody || distance_[at(other)] >= 0) continue;
            distance_[at(other)] = distance_[at(queue[next])] + 1;
            queue.push_back(other);
        }
    }
    return found;
}

/// Seats somebody on `seat` by moving others one layer on. Depth first with a stack of its own.
bool Matching::augment(Index seat) {
    struct Step {
        Index seat;
        std::size_t next;
    };
    std::vector<Step> path{{seat, 0}};
    while (!path.empty()) {
        auto& [here, next] = path.back();
        if (next == can_[at(here)].size()) {
            distance_[at(here)] = -2; // no use to come here again in this round
            path.pop_back();
            if (!path.empty()) ++path.back().next;
            continue;
        }
        const Index other = seat_of_[at(can_[at(here)][next])];
        if (other == nobody) {
            for (const auto& step : path) {
                const Index person = can_[at(step.seat)][step.next];
                person_of_[at(step.seat)] = person;
                seat_of_[at(person)] = step.seat;
            }
            return true;
        }
        if (distance_[at(other)] == distance_[at(here)] + 1)
            path.push_back({other, 0});
        else
            ++next;
    }
    return false;
}

std::vector<Matching::Index> Matching::short_seats() const {
    // From each empty seat to everybody who could sit there, and to the seats that these fill.
    std::vector<bool> in(can_.size(), false);
    std::vector<Index> queue;
    for (Index seat = 0; seat < static_cast<Index>(can_.size()); ++seat) {
        if (person_of_[at(seat)] != nobody) continue;
        // One empty seat is reason enough: what it reaches is the shortest story.
        in[at(seat)] = true;
        queue.push_back(seat);
        break;
    }
    for (std::size_t next = 0; next < queue.size(); ++next) {
        for (const Index person : can_[at(queue[next])]) {
            const Index other = seat_of_[at(person)];
            if (other == nobody || in[at(other)]) continue;
            in[at(other)] = true;
            queue.push_back(other);
        }
    }
    std::ranges::sort(queue);
    return queue;
}

std::vector<Matching::Index> Matching::essential() const {
    std::vector<std::vector<Index>> seats(seat_of_.size()); // where each person can sit
    for (Index seat = 0; seat < static_cast<Index>(can_.size()); ++seat) {
        for (const Index person : can_[at(seat)]) seats[at(person)].push_back(seat);
    }
    std::vector<bool> can_go(seat_of_.size(), false);
    std::vector<Index> queue;
    for (Index person = 0; person < static_cast<Index>(seat_of_.size()); ++person) {
        if (seat_of_[at(person)] != nobody) continue;
        can_go[at(person)] = true;
        queue.push_back(person);
    }
    for (std::size_t next = 0; next < queue.size(); ++next) {
        for (const Index seat : seats[at(queue[next])]) {
            const Index other = person_of_[at(seat)];
            if (other == nobody || can_go[at(other)]) continue;
            can_go[at(other)] = true;
            queue.push_back(other);
        }
    }
    std::vector<Index> out;
    for (Index person = 0; person < static_cast<Index>(seat_of_.size()); ++person) {
        if (!can_go[at(person)]) out.push_back(person);
    }
    return out;
}

} // namespace bcmkit::analysis
