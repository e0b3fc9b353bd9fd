// SPDX-License-Identifier: EUPL-1.2
// The order in which systems come back after all IT has failed (6.01, print-design §2.7): what others need first, then
// the smallest slack, then how many services of priority A depend on it.
#include "parts.hpp"

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/service_deadline.hpp>
#include <bcmkit/base/duration.hpp>
#include <bcmkit/base/message.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <tuple>

namespace bcmkit::compose {

namespace {

using analysis::Index;
using model::RecordView;

constexpr Minutes unknown = -1;

struct Bar {
    Index node = analysis::none;
    Index component = 0;
    RecordView record;
    std::vector<Index> needs; ///< nodes among the bars, those of the same loop left out
    Minutes start = 0, restored = unknown, released = unknown, limit = unknown;
    int services_a = 0;
    int wave = 1;
    std::vector<Index> circle;                    ///< the others that wait for it while it waits for them
    std::vector<Index> holds_up;                  ///< needs of which nobody can say when they are back
    bool takes_unknown = false;                   ///< nobody recorded how long it takes
    Minutes soonest = unknown, longest = unknown; ///< IT work, in the best and in the worst case of the estimates
    bool is_tested = false;                       ///< the time was measured, not estimated

    Minutes slack() const { return limit < 0 ? analysis::never : limit - std::max<Minutes>(restored, 0); }
};

bool is_system(const RecordView& record) {
    return record && (record.type->code == "application" || record.type->code == "infrastructure");
}

/// How long the Fachbereich tests; unknown where nobody recorded it.
Minutes test_time(const RecordView& record) {
    if (record.type->code != "application") return unknown;
    return analysis::test_time(*static_cast<const model::Application*>(record.record)).value_or(unknown);
}

bool is_tested(const RecordView& record) {
    const auto proof = record.get("rta_proof");
    const auto* word = text_in(proof);
    return word && *word == "test";
}

/// What a node reaches along its needs, itself included.
std::set<Index> reached_from(const analysis::Graph& graph, Index start) {
    std::set<Index> seen{start};
    std::vector<Index> open{start};
    while (!open.empty()) {
        const auto& node = graph.nodes[static_cast<std::size_t>(open.back())];
        open.pop_back();
        for (const auto& group : node.groups) {
            for (const auto& alternative : group.alternatives) {
                if (seen.insert(alternative.node).second) open.push_back(alternative.node);
            }
        }
    }
    return seen;
}

class Schedule {
public:
    explicit Schedule(const Source& source)
        : source_(source)
        , graph_(analysis::graph_of(source.plan()))
        , states_(analysis::state_graph(graph_)) {}

    std::vector<Bar> run() {
        recovery_ = analysis::recovery(states_, analysis::it_outage(graph_), analysis::World::lower);
        soonest_ = recovery_with(analysis::Estimate::low);
        longest_ = recovery_with(analysis::Estimate::high);
        place_.assign(graph_.nodes.size(), -1);
        find_bars();
        if (bars_.empty()) return {};
        add_needs();
        add_limits();
        std::ranges::sort(bars_, {}, [](const Bar& bar) { return std::tuple(bar.wave, bar.slack(), -bar.services_a, bar.node); });
        return std::move(bars_);
    }

private:
    /// The same outage where all estimates turn out well, or badly.
    analysis::Recovery recovery_with(analysis::Estimate estimate) const {
        const auto graph = analysis::graph_of(source_.plan(), estimate);
        return analysis::recovery(analysis::state_graph(graph), analysis::it_outage(graph), analysis::World::lower);
    }

    static Minutes end_of(const analysis::Recovery& recovery, std::size_t vertex) {
        return recovery.operate[vertex] < analysis::never ? recovery.operate[vertex] : unknown;
    }

    void find_bars() {
        const auto components = analysis::components(states_, analysis::Along::all);
        for (Index i = 0; i < static_cast<Index>(graph_.nodes.size()); ++i) {
            const auto& node = graph_.nodes[static_cast<std::size_t>(i)];
            const auto record = source_.find(node.id);
            const auto vertex = static_cast<std::size_t>(states_.vertex(i, analysis::Level::normal));
            if (!is_system(record) || !recovery_.failed[vertex]) continue;
            Bar bar;
            bar.node = i;
            bar.component = components.of[vertex];
            bar.record = record;
            if (recovery_.begin[vertex] < analysis::never) bar.start = recovery_.begin[vertex];
            bar.takes_unknown =
                std::ranges::any_of(node.recipes, [](const auto& recipe) { return recipe.duration.is_unknown(); });
            bar.is_tested = is_tested(record);
            if (!bar.takes_unknown && recovery_.operate[vertex] < analysis::never) bar.restored = recovery_.operate[vertex];
            bar.soonest = end_of(soonest_, vertex);
            bar.longest = end_of(longest_, vertex);
            const Minutes test = test_time(record);
            if (bar.restored >= 0 && test >= 0) bar.released = bar.restored + test;
            bars_.push_back(std::move(bar));
        }
        // Dependencies have the smaller component, so waves can be counted in this order.
        std::ranges::sort(bars_, {}, [](const Bar& bar) { return std::pair(bar.component, bar.node); });
        for (std::size_t i = 0; i < bars_.size(); ++i) place_[static_cast<std::size_t>(bars_[i].node)] = static_cast<Index>(i);
    }

    /// A group that has enough alternatives which never failed makes nobody wait.
    bool waits(const analysis::Group& group) const {
        const auto there = std::ranges::count_if(group.alternatives, [&](const auto& alternative) {
            return !recovery_.failed[static_cast<std::size_t>(states_.vertex(alternative.node, alternative.level))];
        });
        return there < group.k;
    }

    void add_needs() {
        for (auto& bar : bars_) {
            const bool comes_back = recovery_.operate[vertex_of(bar)] < analysis::never;
            std::set<Index> needs, circle;
            for (const auto& group : graph_.nodes[static_cast<std::size_t>(bar.node)].groups) {
                if (!waits(group)) continue;
                for (const auto& alternative : group.alternatives) {
                    const auto place = place_[static_cast<std::size_t>(alternative.node)];
                    if (place < 0 || alternative.node == bar.node) continue;
                    if (bars_[static_cast<std::size_t>(place)].component != bar.component) {
                        bar.wave = std::max(bar.wave, bars_[static_cast<std::size_t>(place)].wave + 1);
                    } else if (comes_back) {
                        continue; // they start together
                    }
                    needs.insert(alternative.node);
                }
            }
            for (const auto& other : bars_) {
                if (!comes_back && other.component == bar.component && other.node != bar.node) circle.insert(other.node);
            }
            bar.needs.assign(needs.begin(), needs.end());
            bar.circle.assign(circle.begin(), circle.end());
        }
        // In the order of the components what a bar needs is judged before it.
        for (auto& bar : bars_) {
            std::ranges::copy_if(bar.needs, std::back_inserter(bar.holds_up), [&](Index need) {
                const auto& needed = bars_[static_cast<std::size_t>(place_[static_cast<std::size_t>(need)])];
                return needed.restored < 0 || !needed.holds_up.empty();
            });
        }
    }

    std::size_t vertex_of(const Bar& bar) const {
        return static_cast<std::size_t>(states_.vertex(bar.node, analysis::Level::normal));
    }

    void add_limits() {
        const auto services =
            analysis::service_deadlines(source_.plan(), graph_, states_, recovery_, analysis::World::lower, source_.date());
        std::vector<Minutes> strictest(bars_.size(), analysis::never);
        for (const auto& service : services) {
            const auto reached = reached_from(graph_, service.node);
            for (std::size_t i = 0; i < bars_.size(); ++i) {
                if (!reached.contains(bars_[i].node)) continue;
                bars_[i].services_a += service.priority == 'A' ? 1 : 0;
                strictest[i] = std::min(strictest[i], service.mtpd);
            }
        }
        // The strict reading: whoever restores does not rely on the paper of others.
        const auto demand =
            analysis::demand(states_, recovery_, analysis::deadlines_of(services, analysis::Workarounds::ignored));
        for (std::size_t i = 0; i < bars_.size(); ++i) {
            auto& bar = bars_[i];
            const auto by = std::min(demand.every[static_cast<std::size_t>(states_.vertex(bar.node, analysis::Level::emergency))],
                                     demand.every[static_cast<std::size_t>(states_.vertex(bar.node, analysis::Level::normal))]);
            if (by >= analysis::never) continue;
            // A service waits for the test of its Fachbereich too; the limit on paper is that of the release, and
            // never later than the one on the sheet of the service.
            const Minutes released = by + std::max<Minutes>(test_time(bar.record), 0);
            bar.limit = std::max<Minutes>(std::min(released, strictest[i]), 0);
        }
    }

    const Source& source_;
    analysis::Graph graph_;
    analysis::StateGraph states_;
    analysis::Recovery recovery_, soonest_, longest_;
    std::vector<Bar> bars_;
    std::vector<Index> place_; ///< of each node among the bars; -1 = none
};

doc::Value minutes_value(Minutes minutes) { return doc::text_or_missing(minutes < 0 ? "" : std::to_string(minutes), ""); }

std::string who_of(const Source& source, const RecordView& record) {
    const auto field = record.type->code == "application" ? "executed_by" : "owner";
    // Functions of the staff are known by their short name; the Kurzwort of any other role is known to nobody.
    const auto code = source.text(record, std::string(field) + ".code");
    return code.size() == 2 && code.starts_with('S') ? code : source.text(record, field);
}

using NumberOf = std::function<int(Index)>;

std::string numbers(const std::vector<Index>& nodes, const NumberOf& number_of) {
    std::vector<int> sorted;
    for (const auto node : nodes) sorted.push_back(number_of(node));
    std::ranges::sort(sorted);
    std::vector<std::string> out;
    for (const int number : sorted) out.push_back(std::to_string(number));
    return joined(out, ", ");
}

/// What stands in place of the bar, or beside it: nobody is to start work on a promise.
std::string note_of(const Bar& bar, const NumberOf& number_of) {
    const auto words = [&](std::string_view key, const std::vector<Index>& nodes) {
        return to_text(Message{std::string(key), {numbers(nodes, number_of)}});
    };
    if (!bar.circle.empty()) return words("compose.circle", bar.circle);
    if (!bar.holds_up.empty()) return words(bar.restored < 0 ? "compose.waits" : "compose.earliest", bar.holds_up);
    if (bar.restored >= 0) return {};
    return to_text(Message{bar.takes_unknown ? "compose.duration_unknown" : "compose.never_back", {}});
}

/// How sure the end of the bar is. A time that was never tried out is said to be an estimate, with its span where known.
std::string remark_of(const Bar& bar) {
    if (bar.restored < 0 || bar.is_tested) return {};
    const bool has_span = bar.soonest >= 0 && bar.longest > bar.soonest;
    if (!has_span) return to_text(Message{"compose.estimated", {}});
    return to_text(Message{"compose.estimated_span", {to_german(Duration{bar.soonest, bar.restored, bar.longest})}});
}

doc::Value recovery(const Source& source, const RecordView&) {
    const auto bars = Schedule(source).run();
    const NumberOf number_of = [&](Index node) {
        const auto at = std::ranges::find(bars, node, &Bar::node);
        return static_cast<int>(at - bars.begin()) + 1;
    };
    std::vector<doc::Value> rows;
    for (const auto& bar : bars) {
        rows.push_back(doc::object_value({{"name", doc::text_value(bar.record.name())},
                                          {"id", doc::text_value(bar.record.id())},
                                          {"needs", doc::text_or_missing(numbers(bar.needs, number_of), "braucht")},
                                          {"who", doc::text_or_missing(who_of(source, bar.record), "wer")},
                                          {"start", minutes_value(bar.start)},
                                          {"restored", minutes_value(bar.restored)},
                                          {"released", minutes_value(bar.released)},
                                          {"limit", minutes_value(bar.limit)},
                                          {"wave", doc::text_value(std::to_string(bar.wave))},
                                          {"note", doc::text_or_missing(note_of(bar, number_of), {})},
                                          {"remark", doc::text_or_missing(remark_of(bar), {})}}));
    }
    return list_of(std::move(rows));
}

/// The computed list once more: the source keeps it.
doc::Value all_rows(const Source& source) {
    const auto root = source.root();
    const auto* object = std::get_if<doc::ObjectPtr>(&root.is);
    return object ? (*object)->member("recovery").value_or(doc::Value{doc::Missing{}}) : doc::Value{doc::Missing{}};
}

doc::Value has_recovery(const Source& source, const RecordView&) { return {all_rows(source).is_true()}; }

doc::Value recovery_nr(const Source& source, const RecordView& application) {
    const auto rows = all_rows(source);
    const auto* list = std::get_if<doc::Items>(&rows.is);
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
        const auto* row = std::get_if<doc::ObjectPtr>(&list->items[i].is);
        const auto id = row ? (*row)->member("id") : std::nullopt;
        if (id && text_of(*id) == application.id()) return doc::text_value(std::to_string(i + 1));
    }
    return {doc::Missing{}};
}

constexpr Derived table[] = {
    {"", "recovery", "[{name,id,needs,who,start,restored,released,limit,wave,note,remark}]", "Wiederanlauf", recovery},
    {"", "has_recovery", "flag", "Wiederanlauf", has_recovery},
    {"application", "recovery_nr", "text", "Nr. auf 6.01", recovery_nr},
};

} // namespace

std::span<const Derived> derived_recovery() { return table; }

} // namespace bcmkit::compose
