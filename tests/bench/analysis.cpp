// SPDX-License-Identifier: EUPL-1.2
// The figures that the analysis has to reach, beside their targets: bench_analysis. Each row is a process of its own, because its
// peak of memory counts: bench_analysis ROW. Times are medians of five runs after one to warm up.
#include "large_graph.hpp"
#include "unit/random_plan.hpp"

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/single_points.hpp>
#include <bcmkit/check/finding.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>

using namespace bcmkit;
using namespace bcmkit::analysis;

namespace {

/// On the wall clock, and what the processor did meanwhile: on a busy machine only the latter says something.
struct Seconds {
    double wall = 0, processor = 0;
};

template <class Work> Seconds median(Work work) {
    work();
    std::array<double, 5> wall{}, processor{};
    for (std::size_t i = 0; i < wall.size(); ++i) {
        const auto from = std::chrono::steady_clock::now();
        const std::clock_t ticks = std::clock();
        work();
        processor[i] = static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC;
        wall[i] = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    }
    std::sort(wall.begin(), wall.end());
    std::sort(processor.begin(), processor.end());
    return {wall[wall.size() / 2], processor[processor.size() / 2]};
}

/// The most memory that this process ever held; 0 where the system does not tell.
double peak_megabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kilobytes = 0;
        if (word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
    }
    return 0;
}

void row(const std::string& what, Seconds seconds, const char* target) {
    std::printf("| %-66s | %8.4f s | %8.4f s | %6.0f MB | %-16s |\n", what.c_str(), seconds.wall, seconds.processor,
                peak_megabytes(), target);
}

std::string size_of(const StateGraph& graph) {
    return std::to_string(graph.vertices()) + " vertices, " + std::to_string(graph.arcs.size()) + " arcs";
}

/// The plan that both rows of a thousand nodes look at: records of every kind, a good part of the answers missing.
model::Plan thousand_nodes() {
    constexpr int records_of_a_kind = 27;
    return random_plan(4711, records_of_a_kind);
}

void check_row() {
    const auto plan = thousand_nodes();
    const Date today = Date::from_day_number(20'783);
    std::size_t findings = 0;
    const auto seconds = median([&] { findings = check::examine(plan, today).findings.size(); });
    row("check of " + std::to_string(graph_of(plan).nodes.size()) + " records, " + std::to_string(findings) + " findings",
        seconds, "< 0.2 s");
}

void sweep(const StateGraph& states, const std::vector<Index>& watched, const std::string& what) {
    const std::vector<Minutes> limits(watched.size(), minutes_per_hour);
    std::size_t pairs = 0;
    const auto seconds = median([&] {
        const auto points = single_points(states, watched);
        for (const auto& of_one : slow_points(states, watched, limits, points, World::lower)) pairs += of_one.size();
    });
    row("time sweep, " + what + size_of(states), seconds, "< 1 s");
}

void sweep_row() {
    const auto plan = thousand_nodes();
    const auto graph = graph_of(plan);
    const auto states = state_graph(graph);
    std::vector<Index> watched;
    for (const auto& service : plan.services) watched.push_back(states.vertex(graph.index_of(service.id), Level::emergency));
    sweep(states, watched, "plan: ");
}

/// The same for a graph in which every tenth node is a service.
void layered_sweep_row() {
    constexpr Index nodes = 1'000;
    const auto states = large_graph(nodes);
    std::vector<Index> watched;
    for (Index v = nodes - nodes / 10; v < nodes; ++v) watched.push_back(v);
    sweep(states, watched, "layers: ");
}

Event everything(const StateGraph& graph) {
    Event event;
    for (Index n = 0; n < static_cast<Index>(graph.normal.size()); ++n) event.hit.push_back(n);
    return event;
}

void recovery_row(const char* what, const StateGraph& graph, bool with_demand, const char* target) {
    const Event event = everything(graph);
    std::vector<Deadline> deadlines;
    for (Index n = static_cast<Index>(graph.normal.size()) * 9 / 10; n < static_cast<Index>(graph.normal.size()); ++n)
        deadlines.push_back({n, Level::emergency, minutes_per_day + n % minutes_per_day});
    std::ptrdiff_t lost = 0;
    const auto seconds = median([&] {
        const auto back = recovery(graph, event, World::lower);
        if (with_demand) demand(graph, back, deadlines);
        lost = std::count(back.operate.begin(), back.operate.end(), never);
    });
    row(std::string(what) + size_of(graph) + (lost > 0 ? ", lost: " + std::to_string(lost) : ""), seconds, target);
}

struct Row {
    const char* name;
    void (*run)();
};

constexpr Row rows[] = {
    {"check", check_row},
    {"sweep", sweep_row},
    {"layered-sweep", layered_sweep_row},
    {"100000", [] { recovery_row("recovery and requirement, ", large_graph(100'000), true, "< 1 s, < 100 MB"); }},
    {"1000000", [] { recovery_row("recovery, ", large_graph(1'000'000), false, "< 5 s, < 300 MB"); }},
    {"tangle",
     [] { recovery_row("recovery, all in one loop, ", large_graph(10'000, Order::tangle), false, "none: worst case"); }},
    {"tangle-100000",
     [] { recovery_row("recovery, all in one loop, ", large_graph(100'000, Order::tangle), false, "none: worst case"); }},
    {"tangle-1000000",
     [] { recovery_row("recovery, all in one loop, ", large_graph(1'000'000, Order::tangle), false, "none: worst case"); }},
    {"ring", [] { recovery_row("recovery, one ring, ", ring(10'000), false, "none: worst case"); }},
};

} // namespace

int main(int argc, char** argv) {
    if (argc > 1) {
        for (const auto& candidate : rows) {
            if (std::string(argv[1]) != candidate.name) continue;
            candidate.run();
            return 0;
        }
        std::cerr << "no such row: " << argv[1] << '\n';
        return 2;
    }
    std::printf("| %-66s | %10s | %10s | %9s | %-16s |\n", "what", "wall", "processor", "peak", "target");
    std::puts("|---|---|---|---|---|");
    std::fflush(stdout);
    for (const auto& one : rows) {
        if (std::system((std::string(argv[0]) + " " + one.name).c_str()) != 0) return 1;
    }
    return 0;
}
