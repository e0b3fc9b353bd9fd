// SPDX-License-Identifier: EUPL-1.2
#include "weakness_output.hpp"
#include "text_lines.hpp"

#include <bcmkit/base/date.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

using Json = nlohmann::ordered_json;

Json minutes(Minutes m) { return m >= analysis::never ? Json(nullptr) : Json(m); }

template <class List, class ToObject> Json array_of(const List& list, ToObject to_object) {
    Json out = Json::array();
    for (const auto& one : list) out.push_back(to_object(one));
    return out;
}

std::string_view code(analysis::KeyReason reason) {
    switch (reason) {
    case analysis::KeyReason::only_knowledge: return "only_knowledge";
    case analysis::KeyReason::only_skill: return "only_skill";
    case analysis::KeyReason::only_card: return "only_card";
    case analysis::KeyReason::only_key: return "only_key";
    case analysis::KeyReason::only_holder: return "only_holder";
    case analysis::KeyReason::every_shift: break;
    }
    return "every_shift";
}

std::string_view code(analysis::Useless why) {
    switch (why) {
    case analysis::Useless::destroyed: return "destroyed";
    case analysis::Useless::unreachable: return "unreachable";
    case analysis::Useless::no_interval: break;
    }
    return "no_interval";
}

std::string_view code(analysis::ChainBreak::Where where) {
    switch (where) {
    case analysis::ChainBreak::Where::number: return "number";
    case analysis::ChainBreak::Where::channel: return "channel";
    case analysis::ChainBreak::Where::decider: return "decider";
    case analysis::ChainBreak::Where::role: break;
    }
    return "role";
}

std::string_view code(analysis::Means means) {
    switch (means) {
    case analysis::Means::office_phone: return "office_phone";
    case analysis::Means::mobile_phone: return "mobile_phone";
    case analysis::Means::private_phone: return "private_phone";
    case analysis::Means::channel: break;
    }
    return "channel";
}

Json structure(const app::Weaknesses& found) {
    Json out;
    out["single_points"] = array_of(found.points, [](const app::RestingOn& p) {
        return Json{
            {"id", p.id}, {"normal", p.normal}, {"emergency", p.emergency}, {"late", p.late}, {"maybe_late", p.maybe_late}};
    });
    out["sham_redundancy"] = array_of(found.shams, [](const analysis::ShamRedundancy& s) {
        return Json{{"owner", s.owner}, {"alternatives", s.alternatives}, {"needed", s.needed}, {"common", s.common}};
    });
    out["to_ask"] = array_of(found.to_ask, [](const analysis::SharedField& s) {
        return Json{{"one", s.one}, {"other", s.other}, {"field", s.field}, {"text", s.text}};
    });
    Json shares = Json::array();
    for (const auto& [provider, classes] : found.shares) {
        for (const auto& share : classes)
            shares.push_back({{"provider", provider},
                              {"class", std::string(1, share.letter)},
                              {"services", share.services},
                              {"of", share.all},
                              {"percent", share.percent()}});
    }
    out["provider_shares"] = std::move(shares);
    out["helper_is_operator"] = array_of(found.helpers, [](const analysis::HelperIsOperator& h) {
        return Json{{"contract", h.contract}, {"provider", h.provider}, {"operates", h.operates}};
    });
    return out;
}

Json people(const app::Weaknesses& found) {
    Json out;
    out["key_persons"] = array_of(found.key_persons, [](const analysis::KeyPerson& k) {
        return Json{{"person", k.person}, {"reason", code(k.reason)}, {"object", k.object}, {"what", k.what}};
    });
    out["overlaps"] = array_of(found.overlaps, [](const analysis::Overlap& o) {
        return Json{{"person", o.person}, {"main", o.main}, {"deputy", o.deputy}};
    });
    const auto& coverage = found.coverage;
    out["three_shifts"] = {{"seats", coverage.seats},
                           {"filled", coverage.filled},
                           {"roles", coverage.roles},
                           {"persons", coverage.persons},
                           {"persons_needed", coverage.roles_need}};
    out["reporting_loops"] = found.reporting_loops;
    out["own_deputies"] = array_of(found.own_deputies, [](const analysis::OwnDeputy& o) {
        return Json{{"object", o.object}, {"person", o.person}};
    });
    out["thin_teams"] = array_of(found.thin_teams, [](const analysis::ThinTeam& t) {
        return Json{{"team", t.team}, {"has", t.has}, {"needs", t.needs}};
    });
    return out;
}

Json losses(const app::Weaknesses& found) {
    Json out;
    out["data_loss"] = array_of(found.losses, [](const analysis::DataLoss& l) {
        auto choices = array_of(l.choices, [](const analysis::RestoreChoice& c) {
            return Json{{"name", c.name}, {"loss", minutes(c.loss)}, {"back", minutes(c.back)}, {"key_known", c.key_known}};
        });
        auto useless = array_of(l.useless, [](const auto& u) { return Json{{"name", u.first}, {"why", code(u.second)}}; });
        return Json{{"data", l.data},
                    {"is_known", l.is_known},
                    {"loss", minutes(l.loss)},
                    {"consistent_loss", minutes(l.consistent_loss)},
                    {"required", minutes(l.required)},
                    {"interval", minutes(l.interval)},
                    {"separately", l.separately},
                    {"gap", l.has_gap()},
                    {"choices", std::move(choices)},
                    {"useless", std::move(useless)}};
    });
    out["service_loss"] = array_of(found.service_losses, [](const app::ServiceLoss& l) {
        return Json{{"service", l.service}, {"at_least", minutes(l.at_least)}, {"at_most", minutes(l.at_most)}};
    });
    return out;
}

Json reach(const app::Weaknesses& found) {
    Json out;
    out["numbers"] = found.reach.numbers == analysis::Numbers::at_hand ? "at_hand"
                     : found.reach.numbers == analysis::Numbers::lost  ? "lost"
                                                                       : "not_recorded";
    out["roles"] = array_of(found.reach.roles, [](const analysis::RoleReach& r) {
        auto ways = array_of(r.ways, [](const analysis::Way& w) {
            return Json{{"means", code(w.means)},   {"person", w.person}, {"channel", w.channel},
                        {"wakes", !w.asynchronous}, {"works", w.works},   {"lost_by", w.lost_by}};
        });
        return Json{{"role", r.role}, {"reachable", r.is_reachable()}, {"channels_left", r.channels_left()}, {"ways", ways}};
    });
    out["breaks"] = array_of(found.reach.breaks, [](const analysis::ChainBreak& b) {
        return Json{{"where", code(b.where)},
                    {"path", b.path},
                    {"stage", b.stage},
                    {"lost_by", b.lost_by},
                    {"not_alarmed", b.not_alarmed}};
    });
    out["papers"] = array_of(found.reach.papers, [](const analysis::LostPaper& p) {
        return Json{{"id", p.id}, {"lost_by", p.lost_by}, {"needed_by", p.needed_by}};
    });
    out["fixes"] = array_of(found.fixes, [](const analysis::ReachFix& f) {
        return Json{{"channel", f.channel}, {"roles", f.roles}};
    });
    return out;
}

/// By kind, each under its heading; of each at most so many.
void write_lines(Terminal& terminal, const std::vector<app::WeaknessLine>& lines, std::size_t most, std::string_view all) {
    TextLines text(terminal);
    for (std::size_t i = 0; i < lines.size();) {
        const auto kind = lines[i].kind;
        terminal.out << (i == 0 ? "" : "\n") << app::title_of(kind) << "\n";
        const std::size_t first = i;
        for (; i < lines.size() && lines[i].kind == kind; ++i) {
            if (i - first < most) text.line(2, "– ", lines[i].text);
        }
        if (i - first > most) terminal.out << "    … und " << i - first - most << " weitere: " << all << "\n";
    }
}

} // namespace

void write_weaknesses(Terminal& terminal, const model::Plan& plan, const app::Weaknesses& found, bool everything) {
    constexpr std::size_t most = 10;
    const auto lines = app::weakness_lines(plan, found);
    write_lines(terminal, lines, everything ? lines.size() : most, "bcmkit schwachstellen --alle");
    if (lines.empty()) terminal.out << "Keine Schwachstelle gefunden in dem, was erfasst ist.\n";
}

void write_loss_and_evidence(Terminal& terminal, const model::Plan& plan, const app::Weaknesses& found, bool everything) {
    constexpr std::size_t most = 2;
    auto lines = app::weakness_lines(plan, found);
    std::erase_if(lines, [](const app::WeaknessLine& line) {
        return line.kind != app::WeaknessKind::data && line.kind != app::WeaknessKind::evidence;
    });
    if (lines.empty()) return;
    terminal.out << "\n";
    write_lines(terminal, lines, everything ? lines.size() : most, "--alle");
}

nlohmann::ordered_json outage_to_json(const app::Weaknesses& found) {
    Json out = losses(found);
    out["untested"] = array_of(found.evidence, [](const analysis::EvidenceGap& g) {
        return Json{{"service", g.service},
                    {"object", g.object},
                    {"way", g.way},
                    {"last", g.last ? Json(to_iso(*g.last)) : Json(nullptr)}};
    });
    return out;
}

nlohmann::ordered_json to_json(const app::Weaknesses& found) {
    Json out = structure(found);
    out.update(people(found));
    out.update(outage_to_json(found));
    out["reach"] = reach(found);
    return out;
}

} // namespace bcmkit::cli
