// SPDX-License-Identifier: EUPL-1.2
// How long single points of failure take on a random graph: bench_weakness [nodes]. Prints the median of five runs; correctness
// is proven in tests/property/weakness_test.cpp.
#include <bcmkit/analysis/single_points.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

/// Each node needs earlier ones: up to three groups, a third of them a choice. The last tenth are the services.
Graph layered(int nodes) {
    std::mt19937 random(4711);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Graph graph;
    for (int i = 0; i < nodes; ++i) {
        Node node;
        node.id = "N-" + std::to_string(10'000'000 + i);
        node.recipes.push_back({"", Level::normal, Span::of(30 + below(600))});
        for (int g = i == 0 ? 0 : 1 + below(3); g > 0; --g) {
            Group group;
            group.phase = below(3) == 0 ? Phase::start : Phase::operate;
            const int count = below(3) == 0 ? 2 + below(3) : 1;
            for (int a = 0; a < count; ++a) group.alternatives.push_back({static_cast<Index>(below(i)), Level::emergency, 0});
            group.k = 1 + (count > 2 ? below(count - 1) : 0);
            node.groups.push_back(std::move(group));
        }
        graph.nodes.push_back(std::move(node));
    }
    return graph;
}

template <class Work> double median_ms(Work work) {
    std::array<double, 5> times{};
    for (auto& time : times) {
        const auto from = std::chrono::steady_clock::now();
        work();
        time = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    const int nodes = argc > 1 ? std::atoi(argv[1]) : 1000;
    if (nodes < 10) return 2;
    const auto states = state_graph(layered(nodes));
    std::vector<Index> services;
    for (Index n = nodes - nodes / 10; n < nodes; ++n) services.push_back(states.vertex(n, Level::normal));
    const std::vector<Minutes> limits(services.size(), minutes_per_hour);

    std::vector<std::vector<Index>> points;
    std::vector<std::vector<SinglePoint>> slow;
    const double structural = median_ms([&] { points = single_points(states, services); });
    const double sweep = median_ms([&] { slow = slow_points(states, services, limits, points, World::lower); });
    std::size_t all = 0, late = 0;
    for (const auto& of_service : points) all += of_service.size();
    for (const auto& of_service : slow) late += of_service.size();
    std::printf("%d nodes, %d groups, %zu arcs, %zu services\n", nodes, static_cast<int>(states.groups()), states.arcs.size(),
                services.size());
    std::printf("structural single points  %9.2f ms  (%zu pairs)\n", structural, all);
    std::printf("time sweep                %9.2f ms  (%zu of them too late)\n", sweep, late);
    return 0;
}
