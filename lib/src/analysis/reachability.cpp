// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/reachability.hpp>

#include <bcmkit/analysis/cause.hpp>
#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace bcmkit::analysis {

namespace {

using model::items;

bool is_active(const model::Record& record) { return record.status.value_or("") != "retired"; }

/// Kinds of channels that reach whoever is near, or have their own list.
constexpr std::array without_number{"radio", "runner", "siren", "speaker", "website"};

bool wakes_nobody(const model::Channel& channel) {
    const std::string kind = channel.kind.value_or("");
    return channel.asynchronous.value_or(false) || kind == "email" || kind == "website";
}

class Reaching {
public:
    Reaching(const model::Plan& plan, const Graph& graph, const StateGraph& states, const std::vector<bool>& failed,
             const Event& event, Date day)
        : plan_(plan)
        , graph_(graph)
        , states_(states)
        , failed_(failed)
        , event_(event)
        , day_(day) {
        for (const auto& person : plan.persons) persons_.emplace(person.id, &person);
    }

    Reach run() {
        out_.numbers = numbers();
        for (const auto& channel : plan_.channels) {
            if (is_active(channel) && !wakes_nobody(channel) && !is_failed(channel.id))
                out_.working_channels.push_back(channel.id);
        }
        for (const auto& role : plan_.roles) {
            if (!is_active(role) || items(role.holders).empty()) continue;
            RoleReach reach;
            reach.role = role.id;
            reach.ways = ways_to(role);
            out_.roles.push_back(std::move(reach));
        }
        for (const auto& path : plan_.alarm_paths) {
            if (is_active(path)) follow(path);
        }
        collect_papers();
        return std::move(out_);
    }

private:
    Index vertex(std::string_view id) const {
        const Index node = graph_.index_of(id);
        return node == none ? none : states_.vertex(node, Level::emergency);
    }

    bool is_failed(std::string_view id) const {
        const Index v = vertex(id);
        return v != none && failed_[static_cast<std::size_t>(v)];
    }

    std::string cause(std::string_view id) const {
        const Index v = vertex(id);
        const Index node = v == none ? none : cause_of_failure(states_, failed_, event_, v);
        return node == none ? std::string() : graph_.nodes[static_cast<std::size_t>(node)].id;
    }

    Numbers numbers() {
        Numbers found = Numbers::not_recorded;
        for (const auto& document : plan_.documents) {
            const std::string kind = document.kind.value_or("");
            if (!is_active(document) || (kind != "contact_list" && kind != "handbook")) continue;
            if (!is_failed(document.id)) return Numbers::at_hand;
            found = Numbers::lost;
            if (numbers_lost_by_.empty()) numbers_lost_by_ = cause(document.id);
        }
        return found;
    }

    /// A way that needs these records; the first of them that failed explains why it does not work.
    Way way(Means means, const std::string& person, std::initializer_list<std::string_view> over, bool by_number) const {
        Way out;
        out.means = means;
        out.person = person;
        out.works = true;
        for (const auto id : over) {
            if (id.empty() || !is_failed(id)) continue;
            out.works = false;
            out.lost_by = cause(id);
            return out;
        }
        if (by_number && out_.numbers == Numbers::lost) {
            out.works = false;
            out.lost_by = numbers_lost_by_;
        }
        return out;
    }

    /// The own telephone system: with several of them nobody recorded which one carries the number, so one is enough.
    std::string_view telephony() const {
        std::string_view failed;
        for (const auto& infrastructure : plan_.infrastructures) {
            if (!is_active(infrastructure) || infrastructure.kind.value_or("") != "telephony") continue;
            if (!is_failed(infrastructure.id)) return {};
            if (failed.empty()) failed = infrastructure.id;
        }
        return failed;
    }

    void add_own(const model::Person& person, std::vector<Way>& ways) const {
        if (person.phone_office) ways.push_back(way(Means::office_phone, person.id, {person.id, telephony()}, true));
        if (person.phone_mobile || person.phone_private_mobile)
            ways.push_back(way(Means::mobile_phone, person.id, {person.id}, true));
        if (person.phone_private) ways.push_back(way(Means::private_phone, person.id, {person.id}, true));
    }

    void add_channels(const std::string& user, const std::string& person, std::vector<Way>& ways) const {
        for (const auto& channel : plan_.channels) {
            const auto users = items(channel.users);
            const bool uses = std::ranges::any_of(users, [&](const auto& reference) { return reference.id == user; });
            if (!is_active(channel) || !uses) continue;
            const bool by_number = std::ranges::find(without_number, channel.kind.value_or("")) == without_number.end();
            Way out = way(Means::channel, person, {person, channel.id}, by_number);
            out.channel = channel.id;
            out.asynchronous = wakes_nobody(channel);
            ways.push_back(std::move(out));
        }
    }

    std::vector<Way> ways_to(const model::Role& role) const {
        std::vector<const model::Holder*> holders;
        for (const auto& holder : items(role.holders)) {
            const bool in_office = (!holder.from || *holder.from <= day_) && (!holder.to || *holder.to >= day_);
            if (in_office && holder.person) holders.push_back(&holder);
        }
        std::ranges::stable_sort(holders, {}, [](const model::Holder* h) { return h->rank.value_or(99); });
        std::vector<Way> ways;
        for (const auto* holder : holders) {
            const auto person = persons_.find(holder->person->id);
            if (person == persons_.end() || !is_active(*person->second)) continue;
            add_own(*person->second, ways);
            add_channels(person->first, person->first, ways);
        }
        add_channels(role.id, {}, ways);
        return ways;
    }

    bool is_reachable(const model::Reference& role) const {
        const auto* reach = out_.find(role.id);
        // Nobody recorded who it is: that is a gap of the plan, not of this outage.
        return !reach || reach->is_reachable();
    }

    bool works(const model::Answer<model::Reference>& channel) const { return channel && !is_failed(channel->id); }

    bool is_dead(const model::Answer<model::Reference>& reference) const { return reference && is_failed(reference->id); }

    void follow(const model::AlarmPath& path) {
        const auto stages = items(path.stages);
        const auto all_from = [&](std::size_t first) {
            std::vector<std::string> roles;
            for (std::size_t i = first; i < stages.size(); ++i) {
                for (const auto& role : items(stages[i].alarms)) {
                    if (!role.is_open() && std::ranges::find(roles, role.id) == roles.end()) roles.push_back(role.id);
                }
            }
            return roles;
        };
        const auto stop = [&](ChainBreak::Where where, std::size_t stage, const std::string& lost_by) {
            const bool at_number = where == ChainBreak::Where::number;
            out_.breaks.push_back(
                {where, path.id, at_number ? std::string() : stages[stage].name.value_or(""), lost_by, all_from(stage)});
        };
        if (is_dead(path.emergency_number_over) && !path.replacement_number)
            return stop(ChainBreak::Where::number, 0, cause(path.emergency_number_over->id));
        for (std::size_t i = 0; i < stages.size(); ++i) {
            const auto& stage = stages[i];
            const bool names_channel = stage.channel || stage.fallback_channel;
            if (names_channel && !works(stage.channel) && !works(stage.fallback_channel))
                return stop(ChainBreak::Where::channel, i, cause((stage.channel ? stage.channel : stage.fallback_channel)->id));
            std::vector<std::string> missing;
            for (const auto& role : items(stage.alarms)) {
                if (!is_reachable(role)) missing.push_back(role.id);
            }
            if (!missing.empty())
                out_.breaks.push_back(
                    {ChainBreak::Where::role, path.id, stage.name.value_or(""), lost_by(missing.front()), missing});
            // Who decides on a stage has to hear of it, or the next one is never called.
            if (stage.decider && !is_reachable(*stage.decider) && i + 1 < stages.size())
                return stop(ChainBreak::Where::decider, i + 1, lost_by(stage.decider->id));
        }
    }

    /// Why the first of the lost ways to a role is lost.
    std::string lost_by(const std::string& role) const {
        const auto* reach = out_.find(role);
        for (const auto& way : reach ? reach->ways : std::vector<Way>()) {
            if (!way.lost_by.empty()) return way.lost_by;
        }
        return {};
    }

    void collect_papers() {
        std::map<Index, std::set<std::string>> needed_by;
        for (const auto& node : graph_.nodes) {
            for (const auto& group : node.groups) {
                if (group.phase != Phase::restore) continue;
                for (const auto& alternative : group.alternatives) needed_by[alternative.node].insert(node.id);
            }
        }
        const auto add = [&](const model::Record& record) {
            if (!is_active(record) || !is_failed(record.id)) return;
            const auto& who = needed_by[graph_.index_of(record.id)];
            out_.papers.push_back({record.id, cause(record.id), {who.begin(), who.end()}});
        };
        for (const auto& document : plan_.documents) add(document);
        for (const auto& contract : plan_.contracts) add(contract);
        for (const auto& infrastructure : plan_.infrastructures) {
            if (infrastructure.kind.value_or("") == "vault") add(infrastructure);
        }
    }

    const model::Plan& plan_;
    const Graph& graph_;
    const StateGraph& states_;
    const std::vector<bool>& failed_;
    const Event& event_;
    Date day_;
    std::map<std::string, const model::Person*, std::less<>> persons_;
    std::string numbers_lost_by_;
    Reach out_;
};

} // namespace

bool RoleReach::is_reachable() const {
    return std::ranges::any_of(ways, [](const Way& way) { return way.works && !way.asynchronous; });
}

int RoleReach::channels_left() const {
    std::set<std::pair<Means, std::string>> left;
    for (const auto& way : ways) {
        if (way.works && !way.asynchronous) left.emplace(way.means, way.channel);
    }
    return static_cast<int>(left.size());
}

const RoleReach* Reach::find(std::string_view role) const {
    const auto found = std::ranges::find(roles, role, &RoleReach::role);
    return found == roles.end() ? nullptr : &*found;
}

Reach reachability(const model::Plan& plan, const Graph& graph, const StateGraph& states, const std::vector<bool>& failed,
                   const Event& event, Date day) {
    return Reaching(plan, graph, states, failed, event, day).run();
}

std::vector<ReachFix> reach_fixes(const std::vector<Reach>& outages) {
    std::set<std::pair<std::size_t, std::string>> open; // outage, role
    std::map<std::string, std::set<std::size_t>> channels;
    for (std::size_t i = 0; i < outages.size(); ++i) {
        for (const auto& role : outages[i].roles) {
            if (!role.is_reachable()) open.emplace(i, role.role);
        }
        for (const auto& channel : outages[i].working_channels) channels[channel].insert(i);
    }
    std::vector<ReachFix> fixes;
    while (!open.empty()) {
        std::string best;
        std::ptrdiff_t most = 0;
        for (const auto& [channel, works_in] : channels) {
            const auto count =
                std::ranges::count_if(open, [&works = works_in](const auto& pair) { return works.contains(pair.first); });
            if (count <= most) continue;
            most = count;
            best = channel;
        }
        if (most == 0) break;
        std::set<std::string> roles;
        std::erase_if(open, [&](const auto& pair) {
            if (!channels[best].contains(pair.first)) return false;
            roles.insert(pair.second);
            return true;
        });
        fixes.push_back({best, {roles.begin(), roles.end()}});
    }
    return fixes;
}

} // namespace bcmkit::analysis
