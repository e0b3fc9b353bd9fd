// SPDX-License-Identifier: EUPL-1.2
#include "recovery_output.hpp"

#include <bcmkit/app/deadlock.hpp>
#include <bcmkit/app/impact.hpp>

namespace bcmkit::cli {

namespace {

using namespace analysis;
using Json = nlohmann::ordered_json;

Json minutes(Minutes value) { return value >= never ? Json(nullptr) : Json(value); }
Json priority(char letter) { return letter ? Json(std::string(1, letter)) : Json(nullptr); }

class Facts {
public:
    Facts(const model::Plan& plan, const app::RecoveryReport& report) : plan_(plan), report_(report) {}

    Json all() const {
        auto hit = report_.what.hit;
        hit.insert(hit.end(), report_.what.also_hit.begin(), report_.what.also_hit.end());
        Json out{{"scenario", report_.what.id},
                 {"name", to_text(report_.what.name)},
                 {"hit", hit},
                 {"start", report_.start ? Json(to_iso(*report_.start)) : Json(nullptr)},
                 {"lead", report_.event.lead}};
        out["steps"] = Json::array();
        for (std::size_t i = 0; i < report_.order.steps.size(); ++i) out["steps"].push_back(step(i));
        out["least"] = Json::object();
        out["least_is_enough"] = Json::object();
        for (const char letter : {'A', 'B', 'C', 'D'}) {
            auto& numbers = out["least"][std::string(1, letter)] = Json::array();
            for (const Index place : minimal_set(report_.order, letter)) numbers.push_back(place + 1);
            out["least_is_enough"][std::string(1, letter)] = is_enough(report_.order, letter);
        }
        out["stuck"] = Json::array();
        for (const auto& stuck : report_.order.stuck) {
            Json row = record(stuck.node);
            row.update(inherited(stuck.inherited));
            out["stuck"].push_back(std::move(row));
        }
        out["blockades"] = Json::array();
        for (const auto& blockade : report_.blockades)
            out["blockades"].push_back(
                {{"deadlock", blockade.is_deadlock()}, {"members", ids(blockade.members)}, {"cycle", ids(blockade.cycle)}});
        out["deadlocks"] = Json::array();
        for (const auto& deadlock : report_.deadlocks) {
            auto proposals = Json::array();
            for (const auto& proposal : deadlock.proposals) {
                auto fixes = Json::array();
                for (const auto& fix : proposal.fixes) fixes.push_back({{"for", id(fix.owner)}, {"instead_of", id(fix.needed)}});
                proposals.push_back({{"fixes", fixes}, {"cost", proposal.cost}});
            }
            out["deadlocks"].push_back({{"members", ids(deadlock.members)},
                                        {"cycle", ids(deadlock.cycle)},
                                        {"why", app::blocked_lines(plan_, report_.graph, deadlock)},
                                        {"black_start", deadlock.is_black_start},
                                        {"proposals", proposals},
                                        {"is_least", deadlock.is_least}});
        }
        return out;
    }

private:
    const std::string& id(Index node) const { return report_.graph.nodes[static_cast<std::size_t>(node)].id; }

    Json record(Index node) const { return {{"id", id(node)}, {"name", app::name_in(plan_, id(node))}}; }

    std::vector<std::string> ids(const std::vector<Index>& nodes) const {
        std::vector<std::string> out;
        for (const Index node : nodes) out.push_back(id(node));
        return out;
    }

    Json inherited(const Inherited& from) const {
        const bool has_target = from.target != none && from.latest < never;
        return {
            {"priority", priority(from.priority)},
            {"latest", minutes(from.latest)},
            {"latest_for", has_target ? Json(id(report_.targets[static_cast<std::size_t>(from.target)].node)) : Json(nullptr)}};
    }

    Json step(std::size_t place) const {
        const auto& step = report_.order.steps[place];
        const auto vertex = static_cast<std::size_t>(step.vertex);
        const auto& node = report_.graph.nodes[static_cast<std::size_t>(report_.states.node[vertex])];
        std::vector<std::size_t> needs;
        for (const Index need : step.needs) needs.push_back(static_cast<std::size_t>(need) + 1);
        Json out{{"nr", place + 1}};
        out.update(record(report_.states.node[vertex]));
        out["way"] = node.recipes[static_cast<std::size_t>(report_.states.recipe[vertex])].name;
        out["wave"] = step.wave;
        out.update(inherited(step.inherited));
        out["begin"] = step.begin;
        out["back"] = step.back;
        out["back_is_known"] = report_.upper.operate[vertex] < never;
        out["work"] = step.is_unknown ? Json(nullptr) : Json(step.work);
        out["services"] = step.dependents;
        out["after"] = needs;
        return out;
    }

    const model::Plan& plan_;
    const app::RecoveryReport& report_;
};

} // namespace

nlohmann::ordered_json to_json(const model::Plan& plan, const app::RecoveryReport& report) { return Facts(plan, report).all(); }

} // namespace bcmkit::cli
