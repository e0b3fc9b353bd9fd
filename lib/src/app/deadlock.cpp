// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/deadlock.hpp>

#include <bcmkit/app/impact.hpp>
#include <bcmkit/base/message.hpp>
#include <bcmkit/base/text.hpp>

namespace bcmkit::app {

namespace {

using namespace analysis;

std::string say(std::string_view key, std::vector<std::string> args = {}) { return to_text(Message{key, std::move(args)}); }

std::string name(const model::Plan& plan, const Graph& graph, Index node) {
    return name_in(plan, graph.nodes[static_cast<std::size_t>(node)].id);
}

std::string names(const model::Plan& plan, const Graph& graph, const std::vector<Index>& nodes) {
    std::vector<std::string> out;
    for (const Index node : nodes) out.push_back(name(plan, graph, node));
    return joined(out, ", ");
}

std::string_view phase_key(Phase phase) {
    switch (phase) {
    case Phase::restore: return "app.dead_to_restore";
    case Phase::start: return "app.dead_to_start";
    case Phase::operate: break;
    }
    return "app.dead_to_operate";
}

std::string_view fix_key(FixKind kind) {
    switch (kind) {
    case FixKind::offline_copy: return "app.dead_fix_copy";
    case FixKind::local_account: return "app.dead_fix_account";
    case FixKind::spare_device: return "app.dead_fix_device";
    case FixKind::second_provider: break;
    }
    return "app.dead_fix_provider";
}

} // namespace

std::vector<std::string> blocked_lines(const model::Plan& plan, const Graph& graph, const Deadlock& deadlock) {
    std::vector<std::string> out;
    for (const auto& need : deadlock.blocked) {
        std::string line = say(phase_key(need.phase), {name(plan, graph, need.owner), name(plan, graph, need.needed)});
        if (need.also_waiting.empty() && need.too_short.empty()) line += say("app.dead_no_other");
        if (!need.also_waiting.empty()) line += say("app.dead_also_waiting", {names(plan, graph, need.also_waiting)});
        if (!need.too_short.empty()) line += say("app.dead_too_short", {names(plan, graph, need.too_short)});
        out.push_back(line + ".");
    }
    if (deadlock.is_black_start) out.push_back(say("app.dead_black_start"));
    return out;
}

std::vector<std::string> proposal_lines(const model::Plan& plan, const Graph& graph, const Deadlock& deadlock) {
    std::vector<std::string> out;
    for (const auto& proposal : deadlock.proposals) {
        std::vector<std::string> fixes;
        for (const auto& fix : proposal.fixes)
            fixes.push_back(say(fix_key(fix.kind), {name(plan, graph, fix.owner), name(plan, graph, fix.needed)}));
        out.push_back(joined(fixes, " " + say("app.dead_and") + " "));
    }
    return out;
}

} // namespace bcmkit::app
