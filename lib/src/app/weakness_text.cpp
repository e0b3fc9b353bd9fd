// SPDX-License-Identifier: EUPL-1.2
// Weaknesses as German sentences.
#include <bcmkit/app/weakness.hpp>

#include <bcmkit/app/impact.hpp>
#include <bcmkit/base/message.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <set>

namespace bcmkit::app {

namespace {

using analysis::ChainBreak;
using analysis::KeyReason;
using analysis::never;

std::string say(std::string_view key, std::vector<std::string> args = {}) { return to_text(Message{key, std::move(args)}); }

/// More names than this are counted only.
constexpr std::size_t named = 4;

class Lines {
public:
    Lines(const model::Plan& plan, const Weaknesses& found) : plan_(plan), found_(found) {}

    std::vector<WeaknessLine> all() {
        points();
        ways();
        heads();
        staff();
        providers();
        for (const auto& loss : found_.losses) data(loss);
        reach();
        papers();
        evidence();
        return std::move(lines_);
    }

    /// What stands still with a record, however little it is.
    std::vector<std::string> of_point(std::string_view id) const {
        const auto point = std::ranges::find(found_.points, id, &RestingOn::id);
        return point == found_.points.end() || !is_trivial(*point) ? std::vector<std::string>() : std::vector{text(*point)};
    }

    std::vector<std::string> of_service(std::string_view id) const {
        std::vector<std::string> out, normal, emergency;
        for (const auto& point : found_.points) {
            if (std::ranges::find(point.normal, id) != point.normal.end()) normal.push_back(point.id);
            if (std::ranges::find(point.emergency, id) != point.emergency.end()) emergency.push_back(point.id);
        }
        std::ranges::sort(normal);
        std::ranges::sort(emergency);
        if (!normal.empty()) out.push_back(say("app.weak_rests_on", {names(normal, normal.size())}));
        if (!emergency.empty()) out.push_back(say("app.weak_rests_on_emergency", {names(emergency, emergency.size())}));
        const auto loss = std::ranges::find(found_.service_losses, id, &ServiceLoss::service);
        if (loss == found_.service_losses.end()) return out;
        if (loss->at_least >= never)
            out.push_back(say("app.weak_service_loss_all"));
        else if (loss->at_most >= never)
            out.push_back(say("app.weak_service_loss_unknown"));
        else
            out.push_back(say("app.weak_service_loss", {to_german(loss->at_most)}));
        return out;
    }

private:
    void add(WeaknessKind kind, std::string text, std::vector<std::string> about) {
        lines_.push_back({kind, std::move(text), std::move(about)});
    }

    std::string name(std::string_view id) const {
        const auto record = model::find(plan_, id);
        return record ? say("app.weak_named", {record.name(), std::string(id)}) : std::string(id);
    }

    std::string names(const std::vector<std::string>& ids, std::size_t most = named) const {
        std::vector<std::string> out;
        for (const auto& id : ids) out.push_back(name(id));
        if (out.size() <= most) return joined(out, ", ");
        const std::string more = std::to_string(out.size() - (most - 1));
        out.resize(most - 1);
        return say("app.weak_and_more", {joined(out, ", "), more});
    }

    /// Names alone, for what the line is not about; they may hold commas.
    std::string titles(const std::vector<std::string>& ids) const {
        std::vector<std::string> out;
        for (const auto& id : ids) {
            const auto record = model::find(plan_, id);
            out.push_back(record ? record.name() : id);
        }
        if (out.size() <= named) return joined(out, "; ");
        const std::string more = std::to_string(out.size() - (named - 1));
        out.resize(named - 1);
        return say("app.weak_and_more", {joined(out, "; "), more});
    }

    std::string text(const RestingOn& point) const {
        std::string out = name(point.id) + ": ";
        out += point.normal.size() == 1 ? say("app.weak_point_one", {titles(point.normal)})
                                        : say("app.weak_point_many", {std::to_string(point.normal.size())});
        out += "; " + (!point.emergency.empty()   ? say("app.weak_point_emergency", {titles(point.emergency)})
                       : point.normal.size() == 1 ? say("app.weak_point_paper_one")
                                                  : say("app.weak_point_paper"));
        if (!point.late.empty()) out += "; " + say("app.weak_point_late", {titles(point.late)});
        if (!point.maybe_late.empty()) out += "; " + say("app.weak_point_maybe", {titles(point.maybe_late)});
        return out;
    }

    /// That a service rests on its own system is no news; that several do, or that nothing is left, is.
    static bool is_trivial(const RestingOn& point) { return point.normal.size() == 1 && point.emergency.empty(); }

    void points() {
        for (const auto& point : found_.points) {
            if (!is_trivial(point)) add(WeaknessKind::points, text(point), {point.id});
        }
    }

    std::string text(const analysis::ShamRedundancy& sham) const {
        std::vector<std::string> others;
        for (const auto& way : sham.alternatives) {
            if (std::ranges::find(sham.common, way) == sham.common.end()) others.push_back(way);
        }
        if (sham.needed > 1)
            return say("app.weak_way_some", {name(sham.owner), std::to_string(sham.needed),
                                             std::to_string(sham.alternatives.size()), names(sham.common)});
        if (others.size() < sham.alternatives.size() && !others.empty())
            return say("app.weak_way_itself", {name(sham.owner), names(sham.common), names(others)});
        return say("app.weak_way", {name(sham.owner), names(sham.alternatives), names(sham.common)});
    }

    void ways() {
        for (const auto& sham : found_.shams) add(WeaknessKind::ways, text(sham), {sham.owner});
        for (const auto& shared : found_.to_ask) {
            const auto record = model::find(plan_, shared.one);
            const auto* field = record.type->field(shared.field);
            add(WeaknessKind::ask,
                say("app.weak_shared", {name(shared.one), name(shared.other), std::string(field ? field->label : shared.field),
                                        model::find(plan_, shared.text) ? name(shared.text) : shared.text}),
                {shared.one, shared.other});
        }
    }

    std::string text(const analysis::KeyPerson& key) const {
        const std::string who = name(key.person);
        switch (key.reason) {
        case KeyReason::only_knowledge: return say("app.weak_knowledge", {who, key.what});
        case KeyReason::only_skill: return say("app.weak_skill", {who, name(key.object)});
        case KeyReason::only_card: return say("app.weak_card", {who, key.what, name(key.object)});
        case KeyReason::only_key: return say("app.weak_key", {who, name(key.object)});
        case KeyReason::only_holder: return say("app.weak_holder", {who, name(key.object)});
        case KeyReason::every_shift: break;
        }
        return say("app.weak_shift", {who});
    }

    void heads() {
        for (const auto& key : found_.key_persons) {
            std::vector<std::string> about{key.person};
            if (!key.object.empty()) about.push_back(key.object);
            add(WeaknessKind::heads, text(key), std::move(about));
        }
    }

    void staff() {
        for (const auto& [person, main, deputy] : found_.overlaps) {
            add(WeaknessKind::staff,
                main.empty()     ? say("app.weak_overlap_deputy", {name(person), names(deputy)})
                : deputy.empty() ? say("app.weak_overlap", {name(person), names(main)})
                                 : say("app.weak_overlap_both", {name(person), names(main), names(deputy)}),
                {person});
        }
        const auto& coverage = found_.coverage;
        if (!coverage.roles.empty())
            add(WeaknessKind::staff,
                say("app.weak_shifts", {names(coverage.roles, coverage.roles.size()), std::to_string(coverage.roles_need),
                                        std::to_string(coverage.persons.size())}),
                coverage.roles);
        for (const auto& loop : found_.reporting_loops)
            add(WeaknessKind::staff, say("app.weak_loop", {names(loop, loop.size())}), loop);
        for (const auto& [object, person] : found_.own_deputies)
            add(WeaknessKind::staff, say("app.weak_own_deputy", {name(object), name(person)}), {object, person});
        for (const auto& [team, has, needs] : found_.thin_teams)
            add(WeaknessKind::staff, say("app.weak_team", {name(team), std::to_string(needs), std::to_string(has)}), {team});
    }

    void providers() {
        constexpr int enough_for_a_share = 5, half = 50;
        for (const auto& [provider, shares] : found_.shares) {
            for (const auto& share : shares) {
                if (share.all < enough_for_a_share || share.percent() <= half) continue;
                add(WeaknessKind::providers,
                    say("app.weak_share", {name(provider), std::to_string(share.services.size()), std::to_string(share.all),
                                           std::string(1, share.letter)}),
                    {provider});
            }
        }
        for (const auto& helper : found_.helpers)
            add(WeaknessKind::providers, say("app.weak_helper", {name(helper.contract), name(helper.provider)}),
                {helper.contract, helper.provider});
    }

    static std::string why_useless(const analysis::DataLoss& loss) {
        std::vector<std::string> reasons;
        for (const auto& [point, why] : loss.useless) {
            reasons.push_back(why == analysis::Useless::destroyed     ? say("app.weak_useless_destroyed", {point})
                              : why == analysis::Useless::unreachable ? say("app.weak_useless_unreachable", {point})
                                                                      : say("app.weak_useless_no_interval", {point}));
        }
        return joined(reasons, "; ");
    }

    void data(const analysis::DataLoss& loss) {
        const std::string what = name(loss.data);
        if (!loss.is_known) return add(WeaknessKind::data, say("app.weak_loss_unknown", {what}), {loss.data});
        if (loss.loss >= never)
            return add(WeaknessKind::data,
                       loss.useless.empty() ? say("app.weak_loss_none", {what})
                                            : say("app.weak_loss_all", {what, why_useless(loss)}),
                       {loss.data});
        // All of a partner is lost: that one is told.
        if (!loss.has_gap() || loss.consistent_loss >= never) return;
        std::vector<std::string> parts{say("app.weak_loss", {what, to_german(loss.consistent_loss), to_german(loss.required)})};
        if (loss.loss <= loss.required)
            parts.push_back(say("app.weak_loss_shared"));
        else if (loss.interval > 0)
            parts.push_back(say("app.weak_loss_interval", {to_german(loss.interval)}));
        else
            parts.push_back(say("app.weak_loss_suspect"));
        add(WeaknessKind::data, joined(parts, "; "), {loss.data});
    }

    std::string text(const analysis::Way& way) const {
        switch (way.means) {
        case analysis::Means::office_phone: return say("app.weak_means_office");
        case analysis::Means::mobile_phone: return say("app.weak_means_mobile");
        case analysis::Means::private_phone: return say("app.weak_means_private");
        case analysis::Means::channel: break;
        }
        return name(way.channel);
    }

    /// The path stands in front where the sentence does not name it.
    std::string text(const ChainBreak& stop) const {
        const auto sentence = break_text(plan_, stop);
        return stop.where == ChainBreak::Where::number ? sentence : name(stop.path) + ", " + sentence;
    }

    void reach() {
        const auto& reach = found_.reach;
        if (reach.numbers == analysis::Numbers::lost) {
            std::set<std::string> causes;
            for (const auto& paper : reach.papers) {
                if (!paper.lost_by.empty()) causes.insert(paper.lost_by);
            }
            add(WeaknessKind::reach, say("app.weak_no_numbers", {names({causes.begin(), causes.end()})}), {});
        }
        for (const auto& stop : reach.breaks) {
            auto about = stop.not_alarmed;
            about.push_back(stop.path);
            add(WeaknessKind::reach, text(stop), std::move(about));
        }
        std::map<std::string, std::vector<std::string>> last_ways;
        for (const auto& role : reach.roles) {
            const auto lost = std::ranges::find_if(role.ways, [](const auto& way) { return !way.lost_by.empty(); });
            if (!role.is_reachable() && lost != role.ways.end())
                add(WeaknessKind::reach, say("app.weak_no_way_by", {name(role.role), name(lost->lost_by)}), {role.role});
            else if (!role.is_reachable())
                add(WeaknessKind::reach, say("app.weak_no_way", {name(role.role)}), {role.role});
            else if (role.channels_left() == 1)
                last_ways[last_way(role)].push_back(role.role);
        }
        for (const auto& [way, roles] : last_ways) add(WeaknessKind::reach, say("app.weak_one_way", {way, titles(roles)}), roles);
        for (const auto& fix : found_.fixes)
            add(WeaknessKind::reach, say("app.weak_fix", {name(fix.channel), names(fix.roles)}), fix.roles);
    }

    std::string last_way(const analysis::RoleReach& role) const {
        const auto left = std::ranges::find_if(role.ways, [](const auto& way) { return way.works && !way.asynchronous; });
        return left == role.ways.end() ? std::string() : text(*left);
    }

    void papers() {
        for (const auto& [id, lost_by, needed_by] : found_.reach.papers) {
            const bool itself = lost_by == id;
            add(WeaknessKind::papers,
                itself && needed_by.empty() ? say("app.weak_paper_itself", {name(id)})
                : itself                    ? say("app.weak_paper_itself_needed", {name(id), titles(needed_by)})
                : needed_by.empty()         ? say("app.weak_paper", {name(id), name(lost_by)})
                                            : say("app.weak_paper_needed", {name(id), name(lost_by), titles(needed_by)}),
                {id});
        }
    }

    /// One line for each way that nobody tried, with all that hangs on it.
    void evidence() {
        struct Way {
            std::string text;
            std::optional<Date> last;
            std::vector<std::string> services;
        };
        std::map<std::pair<std::string, std::string>, Way> ways;
        for (const auto& gap : found_.evidence) {
            auto& way = ways[{gap.object, gap.way}];
            way.text = gap.way.empty() ? name(gap.object) : name(gap.object) + ", " + gap.way;
            way.last = gap.last;
            way.services.push_back(gap.service);
        }
        std::vector<std::pair<std::string, Way>> sorted;
        for (auto& [key, way] : ways) sorted.emplace_back(key.first, std::move(way));
        std::ranges::stable_sort(sorted, std::greater<>(), [](const auto& pair) { return pair.second.services.size(); });
        for (const auto& [object, way] : sorted) {
            add(WeaknessKind::evidence,
                way.last ? say("app.weak_stale", {way.text, to_german(*way.last), titles(way.services)})
                         : say("app.weak_untested", {way.text, titles(way.services)}),
                {object});
        }
    }

    const model::Plan& plan_;
    const Weaknesses& found_;
    std::vector<WeaknessLine> lines_;
};

} // namespace

std::string title_of(WeaknessKind kind) {
    switch (kind) {
    case WeaknessKind::points: return say("app.weak_points");
    case WeaknessKind::ways: return say("app.weak_ways");
    case WeaknessKind::ask: return say("app.weak_ask");
    case WeaknessKind::heads: return say("app.weak_heads");
    case WeaknessKind::staff: return say("app.weak_staff");
    case WeaknessKind::providers: return say("app.weak_providers");
    case WeaknessKind::data: return say("app.weak_data");
    case WeaknessKind::reach: return say("app.weak_reach");
    case WeaknessKind::papers: return say("app.weak_papers");
    case WeaknessKind::evidence: break;
    }
    return say("app.weak_evidence");
}

std::vector<WeaknessLine> weakness_lines(const model::Plan& plan, const Weaknesses& found) { return Lines(plan, found).all(); }

std::vector<std::string> weakness_lines_of(const model::Plan& plan, const Weaknesses& found, std::string_view id) {
    const auto record = model::find(plan, id);
    std::vector<std::string> out;
    if (record && record.type->code == std::string_view("service")) out = Lines(plan, found).of_service(id);
    for (auto& line : Lines(plan, found).of_point(id)) out.push_back(std::move(line));
    for (const auto& line : weakness_lines(plan, found)) {
        if (std::ranges::find(line.about, id) != line.about.end()) out.push_back(line.text);
    }
    return out;
}

} // namespace bcmkit::app
