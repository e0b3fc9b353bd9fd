// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/data_loss.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace bcmkit::analysis {

namespace {

using model::DataSource;
using model::items;
using model::RestorePoint;

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

constexpr std::size_t most_choices = 5;

/// What is left of the choices when none is worse in both loss and time.
std::vector<RestoreChoice> pareto(std::vector<RestoreChoice> choices) {
    std::ranges::stable_sort(choices,
                             [](const auto& a, const auto& b) { return std::tie(a.loss, a.back) < std::tie(b.loss, b.back); });
    std::vector<RestoreChoice> out;
    for (auto& choice : choices) {
        if (out.size() < most_choices && (out.empty() || choice.back < out.back().back)) out.push_back(std::move(choice));
    }
    return out;
}

class Losses {
public:
    Losses(const model::Plan& plan, const Graph& graph, const StateGraph& states, const Recovery& recovery, const Attack& attack)
        : plan_(plan)
        , graph_(graph)
        , states_(states)
        , recovery_(recovery)
        , attack_(attack) {
        for (const auto& data : plan.data_sources) is_data_.insert(data.id);
    }

    std::vector<DataLoss> run() {
        for (const auto& data : plan_.data_sources) {
            if (data.status.value_or("") != "retired") out_.push_back(look(data));
        }
        find_common_points();
        inherit_requirements();
        for (auto& loss : out_) {
            if (loss.required < never) loss.interval = loss.required - suspect_[loss.data];
        }
        return std::move(out_);
    }

private:
    /// When everything that the restore needs is there; empty where something never is.
    std::optional<Minutes> there(const RestorePoint& point) const {
        Minutes latest = 0;
        for (const auto& need : items(point.needs)) {
            const Index node = graph_.index_of(need.id);
            // What is not recorded yet cannot be judged here: BK-GEN-001 asks for it.
            if (node == none) continue;
            const Minutes operates = recovery_.operate[at(states_.vertex(node, Level::emergency))];
            if (operates >= never) return std::nullopt;
            latest = std::max(latest, operates);
        }
        return latest;
    }

    /// Age below which a copy is not trusted. What cannot be changed afterwards, or lies apart, is as good as on its day; what
    /// the plan itself calls suspect stays so.
    Minutes suspect_age(const RestorePoint& point) const {
        if (!attack_.on_backups) return 0;
        const std::string medium = point.medium.value_or("");
        const bool can_be_changed = medium.empty() || medium == "online";
        const Minutes said = point.suspect_after ? point.suspect_after->likely : 0;
        return std::max(said, can_be_changed ? attack_.inside_for : 0);
    }

    DataLoss look(const DataSource& data) {
        DataLoss out;
        out.data = data.id;
        out.required = data.rpo ? data.rpo->likely : never;
        std::vector<RestoreChoice> choices;
        Minutes least_suspect = never;
        for (const auto& point : items(data.restore_points)) {
            const std::string name = point.name.value_or("");
            const std::string medium = point.medium.value_or("");
            out.separately = out.separately || stands_alone(data, point);
            // Nobody recorded the domain: an attacker is not given the benefit of the doubt.
            const bool in_reach = medium == "online" && point.same_domain.value_or(true);
            if (attack_.on_backups && in_reach) {
                out.useless.emplace_back(name, Useless::destroyed);
                continue;
            }
            const auto back = there(point);
            if (!back) {
                out.useless.emplace_back(name, Useless::unreachable);
                continue;
            }
            const auto& interval = point.interval ? point.interval : data.backup_interval;
            if (!interval) {
                out.useless.emplace_back(name, Useless::no_interval);
                out.is_known = false;
                continue;
            }
            const Minutes suspect = suspect_age(point);
            least_suspect = std::min(least_suspect, suspect);
            choices.push_back({name, suspect + interval->likely, *back, medium == "paper" || point.key_place.has_value()});
        }
        // Without any restore point there is nothing to judge by.
        if (items(data.restore_points).empty()) out.is_known = data.restore_points.is(model::Gap::not_applicable);
        out.choices = pareto(std::move(choices));
        if (!out.choices.empty()) {
            out.loss = out.choices.front().loss;
            out.is_known = true;
        }
        out.consistent_loss = out.loss;
        suspect_[data.id] = least_suspect >= never ? 0 : least_suspect;
        return out;
    }

    /// Whether this way back asks for no other data, directly or through what has to be restored or started before.
    bool stands_alone(const DataSource& data, const RestorePoint& point) const {
        std::set<Index> seen;
        std::vector<Index> work;
        for (const auto& need : items(point.needs)) {
            if (const Index node = graph_.index_of(need.id); node != none) work.push_back(node);
        }
        while (!work.empty()) {
            const Index n = work.back();
            work.pop_back();
            if (!seen.insert(n).second) continue;
            const auto& node = graph_.nodes[at(n)];
            if (node.id != data.id && is_data_.contains(node.id)) return false;
            for (const auto& group : node.groups) {
                // With a choice somebody can choose; only what cannot be avoided counts.
                const bool is_must = static_cast<int>(group.alternatives.size()) <= group.k;
                if (group.phase != Phase::restore || !is_must) continue;
                for (const auto& alternative : group.alternatives) work.push_back(alternative.node);
            }
        }
        return true;
    }

    /// Data of one application have to fit together: the oldest of their points is the common one.
    void find_common_points() {
        std::map<std::string, std::vector<DataLoss*>> of;
        for (auto& loss : out_) {
            const auto data = std::ranges::find(plan_.data_sources, loss.data, &DataSource::id);
            for (const auto& application : items(data->applications)) {
                if (!application.is_open()) of[application.id].push_back(&loss);
            }
        }
        for (const auto& [application, members] : of) {
            Minutes oldest = 0;
            for (const auto* member : members) oldest = std::max(oldest, member->loss);
            for (auto* member : members) {
                member->consistent_loss = std::max(member->consistent_loss, oldest);
                for (const auto* other : members) member->is_known = member->is_known && other->is_known;
            }
        }
    }

    /// Who derives data from others asks of them what is asked of oneself. Repeated along chains; values only fall.
    void inherit_requirements() {
        std::map<std::string, DataLoss*> of;
        for (auto& loss : out_) of.emplace(loss.data, &loss);
        for (bool again = true; again;) {
            again = false;
            for (const auto& data : plan_.data_sources) {
                for (const auto& need : items(data.needs)) {
                    const auto source = need.node ? of.find(need.node->id) : of.end();
                    const auto user = of.find(data.id);
                    if (source == of.end() || user == of.end() || user->second->required >= source->second->required) continue;
                    source->second->required = user->second->required;
                    again = true;
                }
            }
        }
    }

    const model::Plan& plan_;
    const Graph& graph_;
    const StateGraph& states_;
    const Recovery& recovery_;
    const Attack& attack_;
    std::set<std::string> is_data_;
    std::map<std::string, Minutes> suspect_;
    std::vector<DataLoss> out_;
};

} // namespace

std::vector<DataLoss> data_losses(const model::Plan& plan, const Graph& graph, const StateGraph& states, const Recovery& recovery,
                                  const Attack& attack) {
    return Losses(plan, graph, states, recovery, attack).run();
}

std::vector<Minutes> propagated_loss(const StateGraph& graph, const std::vector<Minutes>& own_by_node) {
    std::vector<Minutes> loss(at(graph.vertices()), 0);
    for (Index v = 0; v < graph.vertices(); ++v) loss[at(v)] = own_by_node[at(graph.node[at(v)])];
    const Components order = components(graph, Along::all);
    const auto look = [&](Index v) {
        Minutes most = loss[at(v)];
        for (Index g = graph.group_begin[at(v)]; g < graph.group_begin[at(v) + 1]; ++g) {
            if (graph.phase[at(g)] == Phase::restore) continue;
            std::vector<Minutes> there;
            for (Index a = graph.arc_begin[at(g)]; a < graph.arc_begin[at(g) + 1]; ++a)
                there.push_back(loss[at(graph.arcs[at(a)].vertex)]);
            const auto k = static_cast<std::size_t>(std::max(graph.k[at(g)], 0));
            if (k == 0) continue;
            std::ranges::sort(there);
            most = std::max(most, k <= there.size() ? there[k - 1] : never);
        }
        const bool changed = most != loss[at(v)];
        loss[at(v)] = most;
        return changed;
    };
    for (Index c = 0; c < order.count(); ++c) {
        for (bool again = true; again;) {
            again = false;
            for (Index i = order.begin[at(c)]; i < order.begin[at(c) + 1]; ++i) again = look(order.members[at(i)]) || again;
            again = again && order.is_cyclic[at(c)];
        }
    }
    return loss;
}

} // namespace bcmkit::analysis
