// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/state_graph.hpp>

#include <algorithm>
#include <stdexcept>

namespace bcmkit::analysis {

namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// The groups of a node that hold for one of its recipes.
bool applies(const Group& group, const Node& node, Index recipe) {
    if (group.recipe != none && group.recipe != recipe) return false;
    return !group.level || *group.level == node.recipes[at(recipe)].level;
}

/// Builds the arrays owner by owner; vertices of alternatives are known before any group is written.
class Builder {
public:
    explicit Builder(const Graph& graph) : graph_(graph) {}

    StateGraph build() {
        for (Index n = 0; n < static_cast<Index>(graph_.nodes.size()); ++n) add_vertices(n);
        out_.group_begin.push_back(0);
        for (Index v = 0; v < out_.vertices(); ++v) {
            add_groups(v);
            out_.group_begin.push_back(out_.groups());
        }
        out_.arc_begin.push_back(static_cast<Index>(out_.arcs.size()));
        out_.calendars = graph_.calendars;
        if (!out_.endurance.empty()) out_.endurance.resize(out_.arcs.size(), never);
        connect_back(out_);
        return std::move(out_);
    }

private:
    static bool is_simple(const Node& node) { return node.recipes.size() == 1 && node.recipes.front().level == Level::normal; }

    Index add_vertex(Index node, Index recipe, Span duration, Index calendar = none) {
        if (!graph_.calendars.empty()) out_.calendar.push_back(calendar);
        out_.node.push_back(node);
        out_.recipe.push_back(recipe);
        out_.duration.push_back(duration);
        return out_.vertices() - 1;
    }

    void add_vertices(Index n) {
        const Node& node = graph_.nodes[at(n)];
        const Index first = out_.vertices();
        first_way_.push_back(first);
        for (std::size_t r = 0; r < node.recipes.size(); ++r)
            add_vertex(n, static_cast<Index>(r), node.recipes[r].duration, node.recipes[r].calendar);
        if (is_simple(node)) {
            out_.emergency.push_back(first);
            out_.normal.push_back(first);
        } else {
            out_.emergency.push_back(add_vertex(n, none, {}));
            out_.normal.push_back(add_vertex(n, none, {}));
        }
    }

    void begin_group(Index owner, Phase phase, int k, Minutes buffer) {
        out_.owner.push_back(owner);
        out_.phase.push_back(phase);
        out_.k.push_back(k);
        out_.buffer.push_back(buffer);
        out_.arc_begin.push_back(static_cast<Index>(out_.arcs.size()));
    }

    void add_arc(StateGraph::Arc arc, Minutes endurance) {
        out_.arcs.push_back(arc);
        if (endurance >= never) return;
        out_.endurance.resize(out_.arcs.size(), never);
        out_.endurance.back() = endurance;
    }

    void add_groups(Index v) {
        const Index n = out_.node[at(v)];
        const Node& node = graph_.nodes[at(n)];
        if (out_.recipe[at(v)] == none) {
            add_ways(v, n, node);
            return;
        }
        for (const Group& group : node.groups) {
            if (!applies(group, node, out_.recipe[at(v)])) continue;
            begin_group(v, group.phase, group.k, group.buffer);
            for (const Alternative& alternative : group.alternatives) {
                if (alternative.node < 0 || at(alternative.node) >= graph_.nodes.size())
                    throw std::out_of_range("alternative without node");
                add_arc({out_.vertex(alternative.node, alternative.level), alternative.switch_time}, alternative.endurance);
            }
        }
    }

    // A level runs as soon as one of its ways does; Normalbetrieb is a way to Notbetrieb.
    void add_ways(Index v, Index n, const Node& node) {
        const bool is_emergency = v == out_.emergency[at(n)];
        begin_group(v, Phase::operate, 1, 0);
        for (std::size_t r = 0; r < node.recipes.size(); ++r) {
            const bool reaches = (node.recipes[r].level == Level::emergency) == is_emergency;
            if (reaches)
                add_arc({first_way_[at(n)] + static_cast<Index>(r), node.recipes[r].ready_after}, node.recipes[r].endurance);
        }
        if (is_emergency) out_.arcs.push_back({out_.normal[at(n)], 0});
    }

    const Graph& graph_;
    StateGraph out_;
    std::vector<Index> first_way_;
};

/// Tarjan's method with its own stack: a plan may be a chain of a million links.
class Tarjan {
public:
    Tarjan(const StateGraph& graph, Along along)
        : graph_(graph)
        , along_(along)
        , number_(at(graph.vertices()), none)
        , low_(at(graph.vertices()), 0)
        , looped_(at(graph.vertices()), false) {
        out_.of.assign(at(graph.vertices()), none);
        out_.begin.push_back(0);
    }

    Components run() {
        for (Index v = 0; v < graph_.vertices(); ++v) {
            if (number_[at(v)] == none) visit(v);
        }
        return std::move(out_);
    }

private:
    struct Frame {
        Index vertex, group, arc;
    };

    bool counts(Index group, Index arc) const {
        return along_ == Along::all || (graph_.phase[at(group)] == Phase::operate && graph_.arcs[at(arc)].switch_time == 0);
    }

    void open(Index v) {
        number_[at(v)] = low_[at(v)] = next_++;
        stack_.push_back(v);
        const Index group = graph_.group_begin[at(v)];
        frames_.push_back({v, group, group < graph_.groups() ? graph_.arc_begin[at(group)] : 0});
    }

    /// The next neighbour of the top frame; `none` where all were seen.
    Index next_neighbour() {
        Frame& frame = frames_.back();
        const Index end = graph_.group_begin[at(frame.vertex) + 1];
        while (frame.group < end) {
            if (frame.arc < graph_.arc_begin[at(frame.group) + 1]) {
                const Index arc = frame.arc++;
                if (counts(frame.group, arc)) return graph_.arcs[at(arc)].vertex;
            } else {
                ++frame.group;
            }
        }
        return none;
    }

    void visit(Index root) {
        open(root);
        while (!frames_.empty()) {
            const Index v = frames_.back().vertex;
            const Index u = next_neighbour();
            if (u == none) {
                frames_.pop_back();
                if (!frames_.empty()) low_[at(frames_.back().vertex)] = std::min(low_[at(frames_.back().vertex)], low_[at(v)]);
                if (low_[at(v)] == number_[at(v)]) close(v);
            } else if (number_[at(u)] == none) {
                open(u);
            } else {
                if (out_.of[at(u)] == none) low_[at(v)] = std::min(low_[at(v)], number_[at(u)]);
                if (u == v) looped_[at(v)] = true;
            }
        }
    }

    void close(Index v) {
        const Index component = out_.count();
        Index member = none;
        do {
            member = stack_.back();
            stack_.pop_back();
            out_.of[at(member)] = component;
            out_.members.push_back(member);
        } while (member != v);
        std::sort(out_.members.begin() + out_.begin.back(), out_.members.end());
        const auto size = static_cast<Index>(out_.members.size()) - out_.begin.back();
        out_.is_cyclic.push_back(size > 1 || looped_[at(v)]);
        out_.begin.push_back(static_cast<Index>(out_.members.size()));
    }

    const StateGraph& graph_;
    Along along_;
    std::vector<Index> number_, low_, stack_;
    std::vector<bool> looped_;
    std::vector<Frame> frames_;
    Index next_ = 0;
    Components out_;
};

} // namespace

Index Graph::index_of(std::string_view id) const {
    const auto found = std::lower_bound(nodes.begin(), nodes.end(), id,
                                        [](const Node& node, std::string_view wanted) { return node.id < wanted; });
    return found != nodes.end() && found->id == id ? static_cast<Index>(found - nodes.begin()) : none;
}

StateGraph state_graph(const Graph& graph) { return Builder(graph).build(); }

void connect_back(StateGraph& graph) {
    std::vector<Index> count(at(graph.vertices()) + 1, 0);
    for (const auto& arc : graph.arcs) ++count[at(arc.vertex) + 1];
    for (std::size_t i = 1; i < count.size(); ++i) count[i] += count[i - 1];
    graph.used_begin = count;
    graph.used.resize(graph.arcs.size());
    for (Index g = 0; g < graph.groups(); ++g) {
        for (Index a = graph.arc_begin[at(g)]; a < graph.arc_begin[at(g) + 1]; ++a)
            graph.used[at(count[at(graph.arcs[at(a)].vertex)]++)] = {g, a};
    }
}

Components components(const StateGraph& graph, Along along) { return Tarjan(graph, along).run(); }

} // namespace bcmkit::analysis
