// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/single_points.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <map>

namespace bcmkit::analysis {

namespace {

using Word = std::uint64_t;

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// How many of the words have each bit set, as a binary number per bit: plane p holds the digit 2^p of all 64 counts.
struct BitCounts {
    std::array<Word, 32> planes{};
    std::size_t used = 0;

    void add(Word word) {
        for (std::size_t p = 0; word != 0; ++p) {
            if (p == used) ++used;
            const Word carry = planes[p] & word;
            planes[p] ^= word;
            word = carry;
        }
    }

    /// Bits whose count is at least `least`: compared from the highest digit downward.
    Word at_least(std::uint32_t least) const {
        const auto digits = static_cast<std::size_t>(std::bit_width(least));
        Word greater = 0, equal = ~Word(0);
        for (std::size_t p = std::max(used, digits); p-- > 0;) {
            const Word digit = p < used ? planes[p] : 0;
            const Word wanted = (least >> p & 1U) != 0 ? ~Word(0) : 0;
            greater |= equal & digit & ~wanted;
            equal &= ~(digit ^ wanted);
        }
        return greater | equal;
    }
};

} // namespace

SingleFailures::SingleFailures(const StateGraph& graph)
    : graph_(graph)
    , order_(components(graph, Along::all))
    , failed_(at(graph.vertices()), 0) {}

std::uint64_t SingleFailures::group(Index g) const {
    const Index begin = graph_.arc_begin[at(g)], end = graph_.arc_begin[at(g) + 1], k = graph_.k[at(g)];
    const auto lost = [&](Index arc) { return failed_[at(graph_.arcs[at(arc)].vertex)]; };
    const Index spare = end - begin - k; // so many may fail
    if (spare < 0) return ~Word(0);
    if (spare == 0 || k == 1) {
        Word any = 0, all = ~Word(0);
        for (Index a = begin; a < end; ++a) {
            any |= lost(a);
            all &= lost(a);
        }
        return spare == 0 ? (k == 0 ? 0 : any) : all;
    }
    BitCounts counts;
    for (Index a = begin; a < end; ++a) counts.add(lost(a));
    return counts.at_least(static_cast<std::uint32_t>(spare) + 1);
}

void SingleFailures::run(std::span<const Index> nodes) {
    std::ranges::fill(failed_, 0);
    std::map<Index, Word> lane;
    for (std::size_t i = 0; i < nodes.size() && i < lanes; ++i) lane[nodes[i]] |= Word(1) << i;
    const auto look = [&](Index v) {
        Word word = failed_[at(v)];
        for (Index g = graph_.group_begin[at(v)]; g < graph_.group_begin[at(v) + 1]; ++g) {
            if (graph_.phase[at(g)] != Phase::restore) word |= group(g);
        }
        const bool changed = word != failed_[at(v)];
        failed_[at(v)] = word;
        return changed;
    };
    for (Index v = 0; v < graph_.vertices(); ++v) {
        const auto found = lane.find(graph_.node[at(v)]);
        if (found != lane.end()) failed_[at(v)] = found->second;
    }
    for (Index c = 0; c < order_.count(); ++c) {
        bool again = true;
        while (again) {
            again = false;
            for (Index i = order_.begin[at(c)]; i < order_.begin[at(c) + 1]; ++i) again = look(order_.members[at(i)]) || again;
            again = again && order_.is_cyclic[at(c)];
        }
    }
}

std::vector<std::vector<Index>> single_points(const StateGraph& graph, std::span<const Index> watched) {
    std::vector<std::vector<Index>> points(watched.size());
    SingleFailures failures(graph);
    failures.run({});
    std::vector<bool> fails_anyway;
    for (const Index v : watched) fails_anyway.push_back(failures.vertex(v) != 0);

    // Only what a watched vertex rests on can take it along.
    std::vector<bool> below(at(graph.vertices()), false), candidate(graph.emergency.size(), false);
    std::vector<Index> work(watched.begin(), watched.end());
    while (!work.empty()) {
        const Index v = work.back();
        work.pop_back();
        if (below[at(v)]) continue;
        below[at(v)] = candidate[at(graph.node[at(v)])] = true;
        for (Index g = graph.group_begin[at(v)]; g < graph.group_begin[at(v) + 1]; ++g) {
            if (graph.phase[at(g)] == Phase::restore) continue;
            for (Index a = graph.arc_begin[at(g)]; a < graph.arc_begin[at(g) + 1]; ++a) work.push_back(graph.arcs[at(a)].vertex);
        }
    }
    std::vector<Index> nodes;
    for (std::size_t n = 0; n < candidate.size(); ++n) {
        if (candidate[n]) nodes.push_back(static_cast<Index>(n));
    }
    for (std::size_t first = 0; first < nodes.size(); first += SingleFailures::lanes) {
        const auto batch = std::span(nodes).subspan(first, std::min(SingleFailures::lanes, nodes.size() - first));
        failures.run(batch);
        for (std::size_t w = 0; w < watched.size(); ++w) {
            if (fails_anyway[w]) continue;
            for (Word word = failures.vertex(watched[w]); word != 0; word &= word - 1) {
                const Index node = batch[static_cast<std::size_t>(std::countr_zero(word))];
                if (node != graph.node[at(watched[w])]) points[w].push_back(node);
            }
        }
    }
    return points;
}

std::vector<std::vector<SinglePoint>> slow_points(const StateGraph& graph, std::span<const Index> watched,
                                                  std::span<const Minutes> limits, const std::vector<std::vector<Index>>& points,
                                                  World world) {
    std::map<Index, std::vector<std::size_t>> whom; // node → watched vertices that it takes along
    for (std::size_t w = 0; w < watched.size(); ++w) {
        if (limits[w] >= never) continue;
        for (const Index node : points[w]) whom[node].push_back(w);
    }
    std::vector<std::vector<SinglePoint>> out(watched.size());
    for (const auto& [node, hurt] : whom) {
        Event event;
        event.hit = {node};
        const auto found = recovery(graph, event, world);
        for (const auto w : hurt) {
            const Minutes back = found.operate[at(watched[w])];
            if (back > limits[w]) out[w].push_back({node, back});
        }
    }
    return out;
}

} // namespace bcmkit::analysis
