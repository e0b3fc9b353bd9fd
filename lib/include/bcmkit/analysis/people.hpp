// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/plan.hpp>

#include <string>
#include <vector>

namespace bcmkit::analysis {

/// Why the plan rests on one head.
enum class KeyReason : std::uint8_t {
    only_knowledge, ///< the person's own list of what nobody else knows
    only_skill,     ///< nobody else has a skill that a way of restoring asks for
    only_card,      ///< nobody else has the card of a certificate
    only_key,       ///< nobody else opens the staff room or safe without power
    only_holder,    ///< a role of the emergency organisation has nobody else
    every_shift,    ///< without this person fewer seats of one shift can be filled, whoever else moves
};
struct KeyPerson {
    std::string person; ///< id
    KeyReason reason = KeyReason::only_knowledge;
    std::string object; ///< id of the application, skill, staff room, organisation or role; empty for knowledge and shifts
    std::string what;   ///< name of the card or what is known; otherwise empty
};

/// Everybody of whom there is only one, by person. Days count for terms of office.
std::vector<KeyPerson> key_persons(const model::Plan& plan, Date day);

/// Roles that sit at the table at the same time: area "staff", the required ones of area "it"; by id.
std::vector<const model::Role*> seats_of(const model::Plan& plan);

/// Somebody who is needed in several places at once.
struct Overlap {
    std::string person;
    std::vector<std::string> main, deputy; ///< roles, in the order of their ids
};
/// Persons with two main seats, with one and two deputies' seats, or with more than two deputies' seats. Deputies of the
/// leadership (area "leadership", no seat at the table) count as well.
std::vector<Overlap> overlaps(const model::Plan& plan, Date day);

/// Whether the seats can be filled in so many shifts that relieve each other, everybody working in one of them.
struct Coverage {
    int seats = 0;  ///< seats × shifts that are needed
    int filled = 0; ///< most that can be filled at once (maximum matching)
    /// Why not all: the persons of these roles, all together, are too few (Hall). Empty where all seats are filled.
    std::vector<std::string> roles;   ///< ids
    std::vector<std::string> persons; ///< ids of all who could sit there
    int roles_need = 0;               ///< seats × shifts of these roles; more than persons
};
Coverage coverage(const model::Plan& plan, Date day, int shifts);

/// Roles that report to each other in a circle, each circle once, from its first id.
std::vector<std::vector<std::string>> reporting_loops(const model::Plan& plan);

/// Somebody deputises for oneself.
struct OwnDeputy {
    std::string object; ///< id of the application or duty
    std::string person; ///< id, or the role that is named twice
};
std::vector<OwnDeputy> own_deputies(const model::Plan& plan, Date day);

/// How many persons it takes to fill one place round the clock: 168 hours of a week over the net hours of one person (contract
/// hours less leave, illness, training). 32.3 h (39 h less 17 %) give 5.2, so 6. Throws std::invalid_argument for hours not in
/// (0, 168].
int persons_round_the_clock(double net_weekly_hours);
inline constexpr double usual_net_hours = 32.3;

/// A team that promises to work round the clock with too few people.
struct ThinTeam {
    std::string team;
    int has = 0, needs = 0;
};
std::vector<ThinTeam> thin_teams(const model::Plan& plan);

} // namespace bcmkit::analysis
