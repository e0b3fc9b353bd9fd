// SPDX-License-Identifier: EUPL-1.2
#include "gap_output.hpp"
#include "text_lines.hpp"

#include <ostream>

namespace bcmkit::cli {

namespace {

using namespace analysis;
using Json = nlohmann::ordered_json;

/// Of each kind of gap on a screen, without what closes it: --all has the rest.
constexpr std::size_t most_lines = 2;

Json minutes(Minutes value) { return value >= never ? Json(nullptr) : Json(value); }
Json letter(char priority) { return priority ? Json(std::string(1, priority)) : Json(nullptr); }

std::string_view code(Verdict verdict) {
    switch (verdict) {
    case Verdict::unaffected: return "unaffected";
    case Verdict::no_limit: return "no_limit";
    case Verdict::in_time: return "in_time";
    case Verdict::possible: return "possible";
    case Verdict::likely: return "likely";
    case Verdict::sure: return "sure";
    case Verdict::never: break;
    }
    return "never";
}

class ToJson {
public:
    explicit ToJson(const app::GapReport& report) : report_(report), graph_(report.all.likely.graph) {}

    Json all() const {
        auto services = Json::array(), nodes = Json::array(), questions = Json::array(), contracts = Json::array();
        for (const auto& entry : report_.services) services.push_back(service(entry));
        for (const auto& gap : node_gaps(report_.all)) {
            if (!graph_.nodes[static_cast<std::size_t>(gap.node)].hidden) nodes.push_back(node(gap));
        }
        for (const auto& question : report_.questions)
            questions.push_back({{"id", id(question.unknown.node)},
                                 {"what", question.unknown.what == Unknown::What::work ? "duration" : "workaround"},
                                 {"priority", letter(question.unknown.priority)},
                                 {"settles", ids(question.unknown.settles)},
                                 {"concerns", ids(question.unknown.concerns)},
                                 {"ask", question.ask}});
        for (const auto& gap : report_.contracts)
            contracts.push_back({{"promise", gap.promise},
                                 {"provider", gap.provider},
                                 {"id", id(gap.node)},
                                 {"promised", gap.promised},
                                 {"latest", gap.latest}});
        return {{"services", services}, {"nodes", nodes}, {"questions", questions}, {"contracts", contracts}};
    }

private:
    const std::string& id(Index node) const { return graph_.nodes[static_cast<std::size_t>(node)].id; }
    const std::string& id_of(Index vertex) const { return id(report_.all.likely.states.node[static_cast<std::size_t>(vertex)]); }

    Json ids(const std::vector<Index>& nodes) const {
        auto out = Json::array();
        for (const Index one : nodes) out.push_back(id(one));
        return out;
    }

    static Json times(Minutes low, Minutes likely, Minutes high) {
        return {{"low", minutes(low)}, {"likely", minutes(likely)}, {"high", minutes(high)}};
    }

    Json node(const NodeGap& gap) const {
        return {{"id", id(gap.node)},
                {"level", gap.level == Level::normal ? "normal" : "emergency"},
                {"verdict", code(gap.verdict)},
                {"back", times(gap.low, gap.likely, gap.high)},
                {"latest", minutes(gap.latest)},
                {"latest_if_all_is_needed", minutes(gap.strict)},
                {"late", minutes(gap.late)},
                {"in_loop", gap.in_loop}};
    }

    Json service(const app::GapReport::Entry& entry) const {
        const auto& gap = entry.gap;
        const auto& asked = report_.all.likely.services[gap.service];
        auto chain = Json::array(), closers = Json::array(), detours = Json::array(), carried = Json::array(),
             blockades = Json::array();
        for (const auto& step : gap.chain)
            chain.push_back({{"id", id_of(step.vertex)},
                             {"from", minutes(step.from)},
                             {"until", minutes(step.until)},
                             {"work", minutes(step.work)}});
        for (const auto& closer : entry.remedies.closers)
            closers.push_back({{"id", id_of(closer.vertex)}, {"by", closer.by}, {"is_enough", closer.is_enough}});
        for (const auto& detour : entry.remedies.detours)
            detours.push_back({{"owner", id(detour.owner)}, {"instead_of", id(detour.instead_of)}});
        for (const auto& bridge : asked.carried) carried.push_back(bridge.by);
        for (const auto& blockade : entry.blockades)
            blockades.push_back({{"members", ids(blockade.members)}, {"cycle", ids(blockade.cycle)}});
        return {{"id", asked.id},
                {"priority", letter(asked.priority)},
                {"verdict", code(gap.verdict)},
                {"back", times(gap.low, gap.likely, gap.high)},
                {"emergency", minutes(asked.emergency)},
                {"mtpd", minutes(asked.mtpd)},
                {"mtpd_is_rto", asked.is_rto},
                {"rto", minutes(asked.rto)},
                {"carried_by", carried},
                {"carried_until", minutes(asked.bridged)},
                {"checks", asked.checks},
                {"latest", minutes(asked.latest())},
                {"late", minutes(gap.late)},
                {"late_for_rto", minutes(gap.late_for_rto)},
                {"emergency_late", gap.emergency_late},
                {"open", ids(gap.open)},
                {"chain", chain},
                {"closers", closers},
                {"detours", detours},
                {"blockades", blockades}};
    }

    const app::GapReport& report_;
    const Graph& graph_;
};

} // namespace

void write_gaps(Terminal& terminal, const model::Plan& plan, const app::GapReport& report, bool everything) {
    TextLines text(terminal);
    const auto lines = app::gap_lines(plan, report);
    for (std::size_t i = 0; i < lines.size();) {
        const auto kind = lines[i].kind;
        terminal.out << (i == 0 ? "" : "\n") << app::title_of(kind) << "\n";
        const std::size_t first = i;
        for (; i < lines.size() && lines[i].kind == kind; ++i) {
            if (!everything && i - first >= most_lines) continue;
            text.line(2, "", lines[i].text);
            if (!everything && !lines[i].text.ends_with(':')) continue; // the names are what it says
            for (const auto& detail : lines[i].details) text.line(6, "", detail);
        }
        if (!everything && i - first > most_lines) terminal.out << "  … und " << i - first - most_lines << " weitere: --alle\n";
    }
    if (!everything && !lines.empty()) terminal.out << "\nWarum, und was hilft: --alle\n";
    if (lines.empty()) terminal.out << "Keine Lücke gefunden in dem, was erfasst ist.\n";
}

nlohmann::ordered_json to_json(const app::GapReport& report) { return ToJson(report).all(); }

} // namespace bcmkit::cli
