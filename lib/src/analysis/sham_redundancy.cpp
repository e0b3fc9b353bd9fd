// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/sham_redundancy.hpp>

#include <bcmkit/analysis/single_points.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>
#include <tuple>

namespace bcmkit::analysis {

namespace {

using Word = std::uint64_t;

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// A choice in the plan: the state graph may hold it several times, once per recipe.
struct Choice {
    Index owner = none;
    std::vector<Index> alternatives; ///< nodes
    int needed = 1;
    bool operator<(const Choice& other) const {
        return std::tie(owner, alternatives, needed) < std::tie(other.owner, other.alternatives, other.needed);
    }
};

std::vector<Index> different(std::vector<Index> nodes) {
    std::vector<Index> out;
    for (const Index node : nodes) {
        if (std::ranges::find(out, node) == out.end()) out.push_back(node);
    }
    return out;
}

/// Both links of a pair, named once.
std::vector<std::pair<Index, Index>> second_ways(const model::Plan& plan, const Graph& graph) {
    std::vector<std::pair<Index, Index>> pairs;
    std::set<std::pair<Index, Index>> known;
    for (const auto& link : plan.network_links) {
        if (!link.redundant_with || link.status.value_or("") == "retired") continue;
        const Index one = graph.index_of(link.id), other = graph.index_of(link.redundant_with->id);
        if (one == none || other == none || one == other) continue;
        if (known.insert(std::minmax(one, other)).second) pairs.emplace_back(one, other);
    }
    return pairs;
}

std::vector<std::string> ids(const Graph& graph, const std::vector<Index>& nodes) {
    std::vector<std::string> out;
    for (const Index node : nodes) out.push_back(graph.nodes[at(node)].id);
    return out;
}

/// Fields that say on what something rests.
constexpr std::array telling{"operator", "provider", "location", "part_of", "path", "address", "sub_providers", "product"};

std::vector<std::string> words(const model::RecordView& record, std::string_view field) {
    const auto value = record.get(field);
    if (const auto* text = std::get_if<std::string>(&value)) return {std::string(trimmed(folded(*text)))};
    if (const auto* one = std::get_if<model::Reference>(&value)) return {one->id};
    std::vector<std::string> out;
    if (const auto* several = std::get_if<model::References>(&value)) {
        for (const auto& reference : *several) out.push_back(reference.id);
    }
    return out;
}

/// The groups of the state graph in which something can be chosen, without those that fail before anything is lost.
std::vector<std::pair<Index, Choice>> choices_of(const StateGraph& states, SingleFailures& failures) {
    failures.run({});
    std::vector<std::pair<Index, Choice>> out;
    for (Index g = 0; g < states.groups(); ++g) {
        Choice choice;
        choice.owner = states.node[at(states.owner[at(g)])];
        choice.needed = states.k[at(g)];
        for (Index a = states.arc_begin[at(g)]; a < states.arc_begin[at(g) + 1]; ++a)
            choice.alternatives.push_back(states.node[at(states.arcs[at(a)].vertex)]);
        choice.alternatives = different(std::move(choice.alternatives));
        const bool is_own_way = std::ranges::find(choice.alternatives, choice.owner) != choice.alternatives.end();
        if (is_own_way || static_cast<int>(choice.alternatives.size()) <= choice.needed || failures.group(g) != 0) continue;
        out.emplace_back(g, std::move(choice));
    }
    return out;
}

} // namespace

std::vector<ShamRedundancy> sham_redundancy(const model::Plan& plan, const Graph& graph, const StateGraph& states) {
    SingleFailures failures(states);
    const auto choices = choices_of(states, failures);
    const auto pairs = second_ways(plan, graph);
    std::map<Choice, std::set<Index>> common;
    const auto count = static_cast<Index>(graph.nodes.size());
    for (Index first = 0; first < count; first += static_cast<Index>(SingleFailures::lanes)) {
        std::vector<Index> nodes;
        for (Index n = first; n < count && nodes.size() < SingleFailures::lanes; ++n) nodes.push_back(n);
        failures.run(nodes);
        const auto note = [&](const Choice& choice, Word lost, Index except) {
            for (; lost != 0; lost &= lost - 1) {
                const Index node = nodes[static_cast<std::size_t>(std::countr_zero(lost))];
                if (node != except) common[choice].insert(node);
            }
        };
        // That the owner itself takes its alternatives along does not matter to the owner.
        for (const auto& [group, choice] : choices) note(choice, failures.group(group), choice.owner);
        for (const auto& [one, other] : pairs) {
            const auto lost = [&](Index node) { return failures.vertex(states.vertex(node, Level::emergency)); };
            note({one, {one, other}, 1}, lost(one) & lost(other), none);
        }
    }
    std::vector<ShamRedundancy> out;
    for (const auto& [choice, nodes] : common) {
        out.push_back({graph.nodes[at(choice.owner)].id, ids(graph, choice.alternatives), choice.needed,
                       ids(graph, {nodes.begin(), nodes.end()})});
    }
    return out;
}

std::vector<SharedField> shared_fields(const model::Plan& plan, const Graph& graph) {
    std::set<std::pair<Index, Index>> pairs;
    for (const auto& [one, other] : second_ways(plan, graph)) pairs.insert(std::minmax(one, other));
    for (const auto& node : graph.nodes) {
        for (const auto& group : node.groups) {
            if (static_cast<int>(group.alternatives.size()) <= group.k) continue;
            for (const auto& a : group.alternatives) {
                for (const auto& b : group.alternatives) {
                    if (a.node < b.node) pairs.emplace(a.node, b.node);
                }
            }
        }
    }
    std::vector<SharedField> out;
    for (const auto& [one, other] : pairs) {
        const auto a = model::find(plan, graph.nodes[at(one)].id), b = model::find(plan, graph.nodes[at(other)].id);
        if (!a || !b) continue;
        for (const auto* field : telling) {
            const auto there = words(b, field);
            for (const auto& word : words(a, field)) {
                if (word.empty() || std::ranges::find(there, word) == there.end()) continue;
                const auto value = a.get(field);
                const auto* text = std::get_if<std::string>(&value);
                out.push_back({a.id(), b.id(), field, text ? *text : word});
            }
        }
    }
    return out;
}

} // namespace bcmkit::analysis
