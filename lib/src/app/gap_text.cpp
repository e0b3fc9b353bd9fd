// SPDX-License-Identifier: EUPL-1.2
// Gaps as German sentences.
#include <bcmkit/app/gap.hpp>

#include <bcmkit/app/impact.hpp>
#include <bcmkit/base/message.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <map>

namespace bcmkit::app {

namespace {

using namespace analysis;

std::string say(std::string_view key, std::vector<std::string> args = {}) { return to_text(Message{key, std::move(args)}); }

/// More names than this are counted only.
constexpr std::size_t named = 4;

class Lines {
public:
    Lines(const model::Plan& plan, const GapReport& report) : plan_(plan), report_(report), all_(report.all) {}

    std::vector<GapLine> lines() {
        for (const auto& entry : report_.services) {
            const auto kind = kind_of(entry.gap);
            if (!kind || *kind == GapKind::never) continue;
            const auto chain_alone = std::vector{chain(entry.gap)};
            add(*kind, text(entry), *kind == GapKind::target ? chain_alone : details(entry), {deadline(entry).id});
        }
        without_return();
        for (const auto& question : report_.questions) ask(question);
        for (const auto& gap : report_.contracts)
            add(GapKind::contract,
                say("app.gap_contract_line", {named_as(gap.promise), to_german(gap.promised), name(gap.node), limit(gap.latest)}),
                {}, {gap.promise, id(gap.node)});
        std::stable_sort(lines_.begin(), lines_.end(), [](const GapLine& a, const GapLine& b) { return a.kind < b.kind; });
        return std::move(lines_);
    }

    std::vector<std::string> of(const GapReport::Entry& entry) const {
        std::vector<std::string> out{text(entry)};
        for (auto& detail : details(entry)) out.push_back(std::move(detail));
        return out;
    }

    std::vector<std::string> details(const GapReport::Entry& entry) const {
        std::vector<std::string> out;
        const auto note = [&](std::string line) {
            if (!line.empty()) out.push_back(std::move(line));
        };
        const auto verdict = entry.gap.verdict;
        if (verdict == Verdict::no_limit || verdict == Verdict::unaffected) return out;
        note(workarounds(entry));
        for (const auto& blockade : entry.blockades) note(cause(blockade));
        if (verdict == Verdict::possible) note(open(entry));
        note(chain(entry.gap));
        note(closers(entry));
        note(detours(entry));
        return out;
    }

private:
    static std::optional<GapKind> kind_of(const ServiceGap& gap) {
        switch (gap.verdict) {
        case Verdict::sure: return GapKind::sure;
        case Verdict::likely: return GapKind::likely;
        case Verdict::never: return GapKind::never;
        case Verdict::possible: return GapKind::possible;
        case Verdict::no_limit: return GapKind::no_limit;
        case Verdict::in_time:
        case Verdict::unaffected: break;
        }
        return gap.late_for_rto > 0 ? std::optional(GapKind::target) : std::nullopt;
    }

    void add(GapKind kind, std::string text, std::vector<std::string> details, std::vector<std::string> about) {
        lines_.push_back({kind, std::move(text), std::move(details), std::move(about)});
    }

    const std::string& id(Index node) const { return all_.likely.graph.nodes[static_cast<std::size_t>(node)].id; }
    Index node_of(Index vertex) const { return all_.likely.states.node[static_cast<std::size_t>(vertex)]; }
    const ServiceDeadline& deadline(const GapReport::Entry& entry) const { return all_.likely.services[entry.gap.service]; }

    std::string named_as(const std::string& id) const { return say("app.weak_named", {name_in(plan_, id), id}); }
    std::string name(Index node) const { return named_as(id(node)); }
    std::string names(const std::vector<Index>& nodes) const {
        std::vector<std::string> out;
        for (const Index node : nodes) out.push_back(name_in(plan_, id(node)));
        if (out.size() <= named) return joined(out, "; ");
        const std::string more = std::to_string(out.size() - (named - 1));
        out.resize(named - 1);
        return say("app.weak_and_more", {joined(out, "; "), more});
    }

    /// What should have been there before the event is wanted at once.
    std::string limit(Minutes latest) const {
        if (latest >= never) return say("app.gap_without_end");
        return latest <= 0 ? say("app.gap_at_once") : span_text(latest, Round::down) + on_clock(latest);
    }

    std::string on_clock(Minutes after) const {
        return report_.start && after < never ? " (" + to_short_german(report_.start->plus(after)) + ")" : std::string();
    }

    std::string back(const ServiceGap& gap) const {
        return span_text(gap.low, gap.high) + (gap.low == gap.high ? on_clock(gap.low) : std::string());
    }

    std::string who(const GapReport::Entry& entry) const {
        const auto& asked = deadline(entry);
        const std::string letter = asked.priority ? std::string(1, asked.priority) : std::string("–");
        return say("app.gap_who", {letter, name_in(plan_, asked.id), asked.id, stake(entry.danger)});
    }

    static std::string stake(check::Danger danger) {
        switch (danger) {
        case check::Danger::person: return say("app.gap_stake_person");
        case check::Danger::money: return say("app.gap_stake_money");
        case check::Danger::deadline: return say("app.gap_stake_deadline");
        case check::Danger::other: break;
        }
        return {};
    }

    std::string text(const GapReport::Entry& entry) const {
        const auto& gap = entry.gap;
        const auto& asked = deadline(entry);
        switch (gap.verdict) {
        case Verdict::unaffected: return say("app.gap_unaffected_line", {who(entry)});
        case Verdict::never: return say("app.gap_never_line", {who(entry), limit(asked.latest())});
        case Verdict::no_limit: return say("app.gap_no_limit_line", {who(entry), back(gap)});
        case Verdict::in_time:
            return gap.late_for_rto > 0 ? say("app.gap_target_line", {who(entry), back(gap), to_german(asked.rto)})
                                        : say("app.gap_in_time_line", {who(entry), back(gap), limit(asked.latest())});
        case Verdict::possible:
            if (gap.late >= never) return say("app.gap_unknown_line", {who(entry), back(gap), limit(asked.latest())});
            break;
        case Verdict::likely:
        case Verdict::sure: break;
        }
        const char* key = gap.verdict == Verdict::possible ? "app.gap_possible_line" : "app.gap_line";
        return say(key, {who(entry), back(gap), limit(asked.latest()), span_text(gap.late, Round::up)});
    }

    /// Those whose workarounds give out first stand first; the blockades themselves stand with the order.
    void without_return() {
        std::map<Minutes, std::vector<const GapReport::Entry*>> by_end;
        for (const auto& entry : report_.services) {
            if (entry.gap.verdict == Verdict::never) by_end[lasts_until(entry)].push_back(&entry);
        }
        for (const auto& [end, entries] : by_end) {
            std::vector<std::string> names, about;
            auto by_class = entries;
            std::ranges::stable_sort(by_class, {},
                                     [&](const auto* e) { return deadline(*e).priority ? deadline(*e).priority : 'Z'; });
            for (const auto* entry : by_class) {
                const auto& asked = deadline(*entry);
                names.push_back((asked.priority ? std::string(1, asked.priority) + " " : std::string()) +
                                name_in(plan_, asked.id));
                about.push_back(asked.id);
            }
            const char* key = end <= 0 ? "app.gap_never_now" : end >= never ? "app.gap_never_endless" : "app.gap_never_until";
            add(GapKind::never, say(key, {span_text(end, Round::down) + on_clock(end)}), {joined(names, "; ")}, std::move(about));
        }
    }

    /// When nothing carries the service any more; to the day above a week, so that those of a day stand together.
    Minutes lasts_until(const GapReport::Entry& entry) const {
        const auto& asked = deadline(entry);
        if (asked.carried.empty()) return 0;
        return asked.bridged >= never             ? never
               : asked.bridged > minutes_per_week ? asked.bridged / minutes_per_day * minutes_per_day
                                                  : asked.bridged;
    }

    /// What carries the service in the meantime, and for how long.
    std::string workarounds(const GapReport::Entry& entry) const {
        const auto& asked = deadline(entry);
        std::vector<std::string> used;
        for (const auto& bridge : asked.carried) used.push_back(name_in(plan_, bridge.by));
        if (asked.ways.empty()) return say("app.gap_no_workaround") + checks(asked);
        if (entry.gap.emergency_late) return say("app.gap_workaround_late", {limit(asked.emergency)});
        if (used.empty()) return say("app.gap_workaround_short", {to_german(asked.mtpd)}) + checks(asked);
        if (asked.bridged >= never) return say("app.gap_workaround_endless", {joined(used, "; ")});
        return say("app.gap_workaround", {joined(used, "; "), limit(asked.bridged)}) + checks(asked);
    }

    static std::string checks(const ServiceDeadline& asked) {
        return asked.checks > 0 ? " " + say("app.gap_checks", {to_german(asked.checks)}) : std::string();
    }

    std::string cause(const Blockade& blockade) const {
        std::vector<std::string> out;
        for (const Index node : blockade.is_deadlock() ? blockade.cycle : blockade.members) out.push_back(name(node));
        if (!blockade.is_deadlock()) return say("app.gap_dead_end", {joined(out, ", ")});
        out.push_back(out.front());
        return say("app.gap_loop", {joined(out, " → ")});
    }

    /// The work in its order, and what it comes to: whoever reads it can add up.
    std::string chain(const ServiceGap& gap) const {
        std::vector<std::string> out;
        Minutes sum = all_.likely.event.lead;
        if (sum > 0) out.push_back(say("app.gap_lead", {to_german(sum)}));
        const std::size_t without_work = out.size();
        for (const auto& step : gap.chain) {
            if (step.work <= 0 || step.work >= never) continue;
            out.push_back(name_in(plan_, id(node_of(step.vertex))) + " " + to_german(step.work));
            sum += step.work;
        }
        if (out.size() == without_work || gap.verdict == Verdict::never) return {};
        const Minutes end = gap.likely < never ? gap.likely : sum;
        return say(sum == end ? "app.gap_chain" : "app.gap_chain_waits", {joined(out, " → "), to_german(end)});
    }

    std::string closers(const GapReport::Entry& entry) const {
        std::vector<std::string> enough;
        for (const auto& closer : entry.remedies.closers) {
            if (closer.is_enough)
                enough.push_back(
                    say("app.gap_closer", {name_in(plan_, id(node_of(closer.vertex))), span_text(closer.by, Round::up)}));
        }
        if (!enough.empty()) return say("app.gap_closers", {joined(enough, "; ")});
        return entry.remedies.closers.empty() ? std::string() : say("app.gap_no_closer");
    }

    std::string detours(const GapReport::Entry& entry) const {
        std::vector<std::string> out;
        for (const auto& detour : entry.remedies.detours)
            out.push_back(say("app.gap_detour", {name_in(plan_, id(detour.instead_of)), name_in(plan_, id(detour.owner))}));
        return out.empty() ? std::string() : say("app.gap_detours", {joined(out, "; ")});
    }

    std::string open(const GapReport::Entry& entry) const {
        std::vector<std::string> out;
        for (const Index node : entry.gap.open) {
            const bool is_way = std::ranges::any_of(deadline(entry).ways, [&](const Bridge& b) { return b.by == id(node); });
            out.push_back(say(is_way ? "app.gap_open_way" : "app.gap_open_work", {name(node)}));
        }
        return out.empty() ? say("app.gap_open_none") : say("app.gap_open", {joined(out, "; ")});
    }

    void ask(const GapReport::Question& question) {
        const auto& unknown = question.unknown;
        const bool is_work = unknown.what == Unknown::What::work;
        std::vector<std::string> details;
        const std::string letter = unknown.priority ? std::string(1, unknown.priority) : std::string("–");
        if (!unknown.settles.empty())
            details.push_back(say(unknown.settles.size() == 1 ? "app.gap_settles_one" : "app.gap_settles",
                                  {names(unknown.settles), letter, std::to_string(unknown.settles.size())}));
        if (!unknown.concerns.empty()) details.push_back(say("app.gap_concerns", {names(unknown.concerns)}));
        details.push_back(say("app.gap_ask", {question.ask}));
        std::vector<std::string> about{id(unknown.node)};
        for (const Index node : unknown.settles) about.push_back(id(node));
        add(GapKind::question, say(is_work ? "app.gap_how_long" : "app.gap_how_far", {name(unknown.node)}), std::move(details),
            std::move(about));
    }

    const model::Plan& plan_;
    const GapReport& report_;
    const Outcomes& all_;
    std::vector<GapLine> lines_;
};

} // namespace

std::string title_of(GapKind kind) {
    switch (kind) {
    case GapKind::sure: return say("app.gap_sure");
    case GapKind::likely: return say("app.gap_likely");
    case GapKind::never: return say("app.gap_never");
    case GapKind::possible: return say("app.gap_possible");
    case GapKind::question: return say("app.gap_question");
    case GapKind::contract: return say("app.gap_contract");
    case GapKind::target: return say("app.gap_target");
    case GapKind::no_limit: break;
    }
    return say("app.gap_no_limit");
}

std::vector<GapLine> gap_lines(const model::Plan& plan, const GapReport& report) { return Lines(plan, report).lines(); }

std::vector<std::string> gap_lines_of(const model::Plan& plan, const GapReport& report, const GapReport::Entry& entry) {
    return Lines(plan, report).of(entry);
}

std::string span_text(Minutes minutes, Round round) {
    if (minutes <= minutes_per_week || minutes % minutes_per_day == 0) return to_german(minutes);
    return to_german((minutes / minutes_per_day + (round == Round::up ? 1 : 0)) * minutes_per_day);
}

std::string span_text(Minutes low, Minutes high) {
    if (low >= never || (low == 0 && high >= never)) return say("app.gap_unknown");
    if (high >= never) return say("app.gap_at_least", {span_text(low, Round::down)});
    return low == high ? span_text(low, Round::up) : range_text({low, high});
}

} // namespace bcmkit::app
