// SPDX-License-Identifier: EUPL-1.2
#include "oracle/recovery.hpp"

#include <bcmkit/analysis/data_loss.hpp>
#include <bcmkit/analysis/matching.hpp>
#include <bcmkit/analysis/sham_redundancy.hpp>
#include <bcmkit/analysis/single_points.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <set>
#include <string>

using namespace oracle;

namespace {

int rounds(int otherwise) {
    const char* wanted = std::getenv("BCMKIT_ROUNDS");
    return wanted ? std::atoi(wanted) : otherwise;
}

std::vector<bool> alone(const StateGraph& states, Index node) {
    Event event;
    if (node != none) event.hit = {node};
    return failed_vertices(states, event);
}

std::vector<Index> all_vertices(const StateGraph& states) {
    std::vector<Index> out;
    for (Index v = 0; v < states.vertices(); ++v) out.push_back(v);
    return out;
}

using Can = std::vector<std::vector<Matching::Index>>;

/// Tries every assignment, one seat after the other.
int most_seats(const Can& can, std::size_t seat, std::set<Matching::Index>& taken) {
    if (seat == can.size()) return 0;
    int best = most_seats(can, seat + 1, taken);
    for (const auto person : can[seat]) {
        if (!taken.insert(person).second) continue;
        best = std::max(best, 1 + most_seats(can, seat + 1, taken));
        taken.erase(person);
    }
    return best;
}

int most_seats(const Can& can) {
    std::set<Matching::Index> taken;
    return most_seats(can, 0, taken);
}

Can random_seats(std::mt19937& random, unsigned persons) {
    Can can(1 + random() % 5);
    for (auto& seat : can) {
        for (unsigned p = 0; p < persons; ++p) {
            if (random() % 3 == 0) seat.push_back(static_cast<Matching::Index>(p));
        }
    }
    return can;
}

} // namespace

TEST_SUITE("weaknesses, against oracles") {
    TEST_CASE("64 failures at once are the same, bit by bit, as one after the other") {
        std::mt19937 random(64);
        int several = 0;
        for (int round = 0; round < rounds(600); ++round) {
            CAPTURE(round);
            const int nodes = 3 + round % 90;
            const Graph graph = random_graph(random, {.nodes = nodes, .most_alternatives = 6, .recipes = round % 3 == 0});
            const auto states = state_graph(graph);
            SingleFailures failures(states);
            for (Index first = 0; first < nodes; first += 64) {
                std::vector<Index> batch;
                for (Index n = first; n < std::min(first + 64, static_cast<Index>(nodes)); ++n) batch.push_back(n);
                failures.run(batch);
                for (std::size_t lane = 0; lane < batch.size(); ++lane) {
                    const auto failed = alone(states, batch[lane]);
                    for (Index v = 0; v < states.vertices(); ++v)
                        REQUIRE((failures.vertex(v) >> lane & 1U) == (failed[at(v)] ? 1U : 0U));
                    several += std::ranges::count(failed, true) > 1 ? 1 : 0;
                }
            }
        }
        CHECK(several > 100); // losses that took others along
    }

    TEST_CASE("a single point of failure is a node whose loss alone takes the vertex along") {
        std::mt19937 random(77);
        int found = 0;
        for (int round = 0; round < rounds(300); ++round) {
            CAPTURE(round);
            const Graph graph = random_graph(random, {.nodes = 3 + round % 70, .most_alternatives = 4, .recipes = true});
            const auto states = state_graph(graph);
            const auto watched = all_vertices(states);
            const auto points = single_points(states, watched);
            const auto anyway = alone(states, none);
            std::vector<std::vector<Index>> expected(watched.size());
            for (Index n = 0; n < static_cast<Index>(graph.nodes.size()); ++n) {
                const auto failed = alone(states, n);
                for (const Index v : watched) {
                    if (failed[at(v)] && !anyway[at(v)] && states.node[at(v)] != n) expected[at(v)].push_back(n);
                }
            }
            REQUIRE(points == expected);
            for (const auto& list : points) found += list.empty() ? 0 : 1;
        }
        CHECK(found > 200);
    }

    TEST_CASE("the sweep over time finds every node whose loss alone makes the vertex late") {
        std::mt19937 random(78);
        int found = 0;
        for (int round = 0; round < rounds(200); ++round) {
            CAPTURE(round);
            const Graph graph = random_graph(random, {.nodes = 3 + round % 20, .recipes = true});
            const auto states = state_graph(graph);
            const auto watched = all_vertices(states);
            const std::vector<Minutes> limits(watched.size(), round % 6);
            const auto slow = slow_points(states, watched, limits, single_points(states, watched), World::lower);
            const auto anyway = alone(states, none);
            for (Index n = 0; n < static_cast<Index>(graph.nodes.size()); ++n) {
                Event event;
                event.hit = {n};
                const auto back = recovery(states, event, World::lower).operate;
                for (const Index v : watched) {
                    if (states.node[at(v)] == n || anyway[at(v)]) continue;
                    const bool listed = std::ranges::any_of(
                        slow[at(v)], [&](const SinglePoint& p) { return p.node == n && p.back == back[at(v)]; });
                    REQUIRE(listed == (back[at(v)] > limits.front()));
                    found += listed ? 1 : 0;
                }
            }
        }
        CHECK(found > 100);
    }

    TEST_CASE("ways that are one: too few alternatives are left with the common node alone") {
        std::mt19937 random(79);
        int found = 0;
        for (int round = 0; round < rounds(300); ++round) {
            CAPTURE(round);
            const Graph graph = random_graph(random, {.nodes = 4 + round % 70, .most_alternatives = 4});
            const auto states = state_graph(graph);
            const auto anyway = alone(states, none);
            std::map<std::pair<std::string, std::vector<std::string>>, std::set<std::string>> expected;
            for (Index n = 0; n < static_cast<Index>(graph.nodes.size()); ++n) {
                const auto failed = alone(states, n);
                for (Index owner = 0; owner < static_cast<Index>(graph.nodes.size()); ++owner) {
                    for (const auto& group : graph.nodes[at(owner)].groups) {
                        std::vector<std::string> ids;
                        int left = 0, left_anyway = 0;
                        bool is_own = false;
                        for (const auto& alternative : group.alternatives) {
                            const auto v = at(states.vertex(alternative.node, alternative.level));
                            left += failed[v] ? 0 : 1;
                            left_anyway += anyway[v] ? 0 : 1;
                            is_own = is_own || alternative.node == owner;
                            const auto& id = graph.nodes[at(alternative.node)].id;
                            if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
                        }
                        const bool is_choice = !is_own && static_cast<int>(ids.size()) > group.k && left_anyway >= group.k;
                        if (is_choice && n != owner && left < group.k)
                            expected[{graph.nodes[at(owner)].id, ids}].insert(graph.nodes[at(n)].id);
                    }
                }
            }
            std::map<std::pair<std::string, std::vector<std::string>>, std::set<std::string>> got;
            for (const auto& sham : sham_redundancy({}, graph, states))
                got[{sham.owner, sham.alternatives}].insert(sham.common.begin(), sham.common.end());
            REQUIRE(got == expected);
            found += static_cast<int>(got.size());
        }
        CHECK(found > 100);
    }

    TEST_CASE("the assignment of seats is as large as trying everything finds, and its reasons hold") {
        std::mt19937 random(80);
        int short_of_people = 0, key_people = 0;
        for (int round = 0; round < rounds(1500); ++round) {
            CAPTURE(round);
            const auto persons = static_cast<unsigned>(1 + random() % 6);
            const Can can = random_seats(random, persons);
            const Matching matching(can, static_cast<Matching::Index>(persons));
            const int most = most_seats(can);
            REQUIRE(matching.size() == most);
            const auto seats = matching.short_seats();
            std::set<Matching::Index> could;
            for (const auto seat : seats) could.insert(can[at(seat)].begin(), can[at(seat)].end());
            REQUIRE(seats.empty() == (most == static_cast<int>(can.size())));
            if (!seats.empty()) REQUIRE(seats.size() > could.size());
            short_of_people += seats.empty() ? 0 : 1;
            const auto essential = matching.essential();
            for (Matching::Index person = 0; person < static_cast<Matching::Index>(persons); ++person) {
                Can without = can;
                for (auto& seat : without) std::erase(seat, person);
                const bool is_essential = std::ranges::find(essential, person) != essential.end();
                REQUIRE(is_essential == (most_seats(without) < most));
                key_people += is_essential ? 1 : 0;
            }
        }
        CHECK(short_of_people > 100);
        CHECK(key_people > 100);
    }

    TEST_CASE("a vertex loses at most t exactly when it survives the loss of all that lose more") {
        std::mt19937 random(81);
        for (int round = 0; round < rounds(300); ++round) {
            CAPTURE(round);
            const Graph graph = random_graph(random, {.nodes = 3 + round % 25, .most_alternatives = 4, .recipes = true});
            const auto states = state_graph(graph);
            std::vector<Minutes> own;
            for (std::size_t n = 0; n < graph.nodes.size(); ++n) own.push_back(random() % 3 == 0 ? Minutes(random() % 5) : 0);
            const auto loss = propagated_loss(states, own);
            for (Minutes most = 0; most < 5; ++most) {
                Event event;
                for (std::size_t n = 0; n < own.size(); ++n) {
                    if (own[n] > most) event.hit.push_back(static_cast<Index>(n));
                }
                const auto failed = failed_vertices(states, event);
                for (Index v = 0; v < states.vertices(); ++v) REQUIRE((loss[at(v)] > most) == failed[at(v)]);
            }
        }
    }
}
