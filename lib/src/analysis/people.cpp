// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/analysis/people.hpp>

#include <bcmkit/analysis/matching.hpp>
#include <bcmkit/analysis/plan_calendars.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

namespace bcmkit::analysis {

namespace {

using model::items;
using model::Role;

bool is_active(const model::Record& record) { return record.status.value_or("") != "retired"; }

/// Ids of who holds the role that day, by rank, each once.
std::vector<std::string> holders_of(const Role& role, Date day) {
    std::vector<const model::Holder*> holders;
    for (const auto& holder : items(role.holders)) {
        const bool in_office = (!holder.from || *holder.from <= day) && (!holder.to || *holder.to >= day);
        if (in_office && holder.person && !holder.person->is_open()) holders.push_back(&holder);
    }
    std::ranges::stable_sort(holders, {}, [](const model::Holder* h) { return h->rank.value_or(99); });
    std::vector<std::string> ids;
    for (const auto* holder : holders) {
        if (std::ranges::find(ids, holder->person->id) == ids.end()) ids.push_back(holder->person->id);
    }
    return ids;
}

bool has_seat(const Role& role) {
    const std::string area = role.area.value_or("");
    return is_active(role) && (area == "staff" || (area == "it" && role.required.value_or(false)));
}

bool is_leadership(const Role& role) { return is_active(role) && role.area.value_or("") == "leadership"; }

int per_shift(const Role& role) { return std::max(1, static_cast<int>(role.per_shift.value_or(1))); }

/// The seats of all shifts, and who can sit there. Roles without anybody are a gap of their own and left out.
struct Seating {
    std::vector<const Role*> role_of; ///< per seat
    std::vector<std::string> persons;
    std::vector<std::vector<Matching::Index>> can;
};

Seating seating(const model::Plan& plan, Date day, int shifts) {
    Seating out;
    std::map<std::string, Matching::Index> index;
    for (const auto* role : seats_of(plan)) {
        std::vector<Matching::Index> can;
        for (const auto& person : holders_of(*role, day)) {
            const auto [found, is_new] = index.emplace(person, static_cast<Matching::Index>(out.persons.size()));
            if (is_new) out.persons.push_back(person);
            can.push_back(found->second);
        }
        for (int seat = 0; !can.empty() && seat < per_shift(*role) * shifts; ++seat) {
            out.role_of.push_back(role);
            out.can.push_back(can);
        }
    }
    return out;
}

class KeyPersons {
public:
    KeyPersons(const model::Plan& plan, Date day) : plan_(plan), day_(day) {}

    std::vector<KeyPerson> run() {
        for (const auto& person : plan_.persons) {
            if (!is_active(person)) continue;
            for (const auto& what : items(person.knowledge)) out_.push_back({person.id, KeyReason::only_knowledge, {}, what});
        }
        add_skills();
        for (const auto& application : plan_.applications) {
            if (!is_active(application)) continue;
            for (const auto& card : items(application.certificates))
                add_single(items(card.holders), KeyReason::only_card, application.id, card.name.value_or(""));
        }
        add_single(items(plan_.organisation.key_holder), KeyReason::only_key, plan_.organisation.id, {});
        for (const auto& room : plan_.staff_rooms) {
            if (is_active(room)) add_single(items(room.key_holders), KeyReason::only_key, room.id, {});
        }
        for (const auto& role : plan_.roles) {
            const auto holders = holders_of(role, day_);
            if ((has_seat(role) || is_leadership(role)) && holders.size() == 1)
                out_.push_back({holders.front(), KeyReason::only_holder, role.id, {}});
        }
        add_every_shift();
        std::ranges::stable_sort(out_, {}, &KeyPerson::person);
        return std::move(out_);
    }

private:
    void add_single(std::span<const model::Reference> holders, KeyReason reason, const std::string& object, std::string what) {
        std::set<std::string> ids;
        for (const auto& holder : holders) ids.insert(holder.id);
        if (ids.size() == 1 && !ids.begin()->empty()) out_.push_back({*ids.begin(), reason, object, std::move(what)});
    }

    /// A skill counts where a way of restoring asks for it.
    void add_skills() {
        std::set<std::string> asked;
        const auto ask = [&](const auto& records) {
            for (const auto& record : records) {
                for (const auto& recipe : items(record.recipes)) {
                    for (const auto& skill : items(recipe.skills)) asked.insert(skill.id);
                }
            }
        };
        ask(plan_.services);
        ask(plan_.applications);
        ask(plan_.data_sources);
        ask(plan_.infrastructures);
        ask(plan_.network_links);
        for (const auto& skill : plan_.skills) {
            if (!asked.contains(skill.id)) continue;
            std::vector<std::string> who;
            for (const auto& person : plan_.persons) {
                const auto skills = items(person.skills);
                if (is_active(person) && std::ranges::any_of(skills, [&](const auto& s) { return s.id == skill.id; }))
                    who.push_back(person.id);
            }
            // A team of a provider brings its own people.
            const bool is_bought = std::ranges::any_of(plan_.teams, [&](const model::Team& team) {
                const auto skills = items(team.skills);
                return team.provider && std::ranges::any_of(skills, [&](const auto& s) { return s.id == skill.id; });
            });
            if (who.size() == 1 && !is_bought) out_.push_back({who.front(), KeyReason::only_skill, skill.id, {}});
        }
    }

    void add_every_shift() {
        auto seats = seating(plan_, day_, 1);
        const Matching matching(seats.can, static_cast<Matching::Index>(seats.persons.size()));
        for (const auto person : matching.essential())
            out_.push_back({seats.persons[static_cast<std::size_t>(person)], KeyReason::every_shift, {}, {}});
    }

    const model::Plan& plan_;
    Date day_;
    std::vector<KeyPerson> out_;
};

} // namespace

std::vector<KeyPerson> key_persons(const model::Plan& plan, Date day) { return KeyPersons(plan, day).run(); }

std::vector<const Role*> seats_of(const model::Plan& plan) {
    std::vector<const Role*> out;
    for (const auto& role : plan.roles) {
        if (has_seat(role)) out.push_back(&role);
    }
    return out;
}

std::vector<Overlap> overlaps(const model::Plan& plan, Date day) {
    std::map<std::string, Overlap> of;
    for (const auto& role : plan.roles) {
        if (!has_seat(role) && !is_leadership(role)) continue;
        const auto holders = holders_of(role, day);
        for (std::size_t i = 0; i < holders.size(); ++i) {
            Overlap& overlap = of[holders[i]];
            overlap.person = holders[i];
            // The head of the administration leads from outside: no seat at the table.
            if (i == 0 && has_seat(role)) overlap.main.push_back(role.id);
            if (i > 0) overlap.deputy.push_back(role.id);
        }
    }
    std::vector<Overlap> out;
    for (auto& [person, overlap] : of) {
        const auto main = overlap.main.size(), deputy = overlap.deputy.size();
        if (main > 1 || (main == 1 && deputy >= 2) || deputy > 2) out.push_back(std::move(overlap));
    }
    return out;
}

Coverage coverage(const model::Plan& plan, Date day, int shifts) {
    const auto seats = seating(plan, day, shifts);
    const Matching matching(seats.can, static_cast<Matching::Index>(seats.persons.size()));
    Coverage out;
    out.seats = static_cast<int>(seats.can.size());
    out.filled = matching.size();
    std::set<std::string> persons;
    for (const auto seat : matching.short_seats()) {
        const auto& role = seats.role_of[static_cast<std::size_t>(seat)]->id;
        if (std::ranges::find(out.roles, role) == out.roles.end()) out.roles.push_back(role);
        for (const auto person : seats.can[static_cast<std::size_t>(seat)])
            persons.insert(seats.persons[static_cast<std::size_t>(person)]);
    }
    out.persons.assign(persons.begin(), persons.end());
    for (const auto* role : seats.role_of) out.roles_need += std::ranges::find(out.roles, role->id) != out.roles.end() ? 1 : 0;
    return out;
}

std::vector<std::vector<std::string>> reporting_loops(const model::Plan& plan) {
    std::map<std::string, std::string> above;
    for (const auto& role : plan.roles) {
        if (role.reports_to && !role.reports_to->is_open()) above[role.id] = role.reports_to->id;
    }
    std::set<std::string> done;
    std::vector<std::vector<std::string>> loops;
    for (const auto& [first, unused] : above) {
        std::vector<std::string> path;
        std::string at = first;
        while (above.contains(at) && !done.contains(at)) {
            done.insert(at);
            path.push_back(at);
            at = above[at];
        }
        const auto begin = std::ranges::find(path, at);
        if (begin == path.end()) continue;
        std::vector<std::string> loop(begin, path.end());
        std::rotate(loop.begin(), std::ranges::min_element(loop), loop.end());
        loops.push_back(std::move(loop));
    }
    return loops;
}

std::vector<OwnDeputy> own_deputies(const model::Plan& plan, Date day) {
    std::vector<OwnDeputy> out;
    const auto first = [&](const model::Reference& reference) {
        const auto role = std::ranges::find(plan.roles, reference.id, &Role::id);
        if (role == plan.roles.end()) return reference.id;
        const auto holders = holders_of(*role, day);
        return holders.empty() ? std::string() : holders.front();
    };
    const auto look = [&](const std::string& object, const auto& one, const auto& deputy) {
        if (!one || !deputy || one->is_open() || deputy->is_open()) return;
        if (one->id == deputy->id)
            out.push_back({object, one->id});
        else if (const auto person = first(*one); !person.empty() && person == first(*deputy))
            out.push_back({object, person});
    };
    for (const auto& application : plan.applications) {
        if (is_active(application)) look(application.id, application.executed_by, application.deputy);
    }
    for (const auto& duty : plan.reporting_duties) {
        if (is_active(duty)) look(duty.id, duty.role, duty.deputy);
    }
    return out;
}

int persons_round_the_clock(double net_weekly_hours) {
    constexpr double hours_of_a_week = 168;
    if (!(net_weekly_hours > 0) || net_weekly_hours > hours_of_a_week) throw std::invalid_argument("hours of a week");
    return static_cast<int>(std::ceil(hours_of_a_week / net_weekly_hours));
}

std::vector<ThinTeam> thin_teams(const model::Plan& plan) {
    std::vector<ThinTeam> out;
    for (const auto& team : plan.teams) {
        const auto members = items(team.members);
        const auto hours = calendar_of(plan, team.calendar);
        // A provider's people are not counted here: the contract promises them.
        if (!is_active(team) || team.provider || members.empty() || !hours || !hours->is_around_the_clock()) continue;
        const int at_once = std::max(1, static_cast<int>(team.parallel.value_or(1)));
        const int needs = at_once * persons_round_the_clock(usual_net_hours);
        if (static_cast<int>(members.size()) < needs) out.push_back({team.id, static_cast<int>(members.size()), needs});
    }
    return out;
}

} // namespace bcmkit::analysis
