// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/recovery.hpp>
#include <bcmkit/model/plan.hpp>

#include <string>
#include <vector>

namespace bcmkit::analysis {

/// What a call goes over.
enum class Means : std::uint8_t {
    office_phone,  ///< needs the own telephone system
    mobile_phone,  ///< own device on a public network, service or private
    private_phone, ///< fixed line at home
    channel,       ///< a recorded channel that names the role or the person as its user
};

/// One way to a person.
struct Way {
    Means means = Means::channel;
    std::string person;        ///< who answers; empty where a channel names the role only
    std::string channel;       ///< id, only with Means::channel
    bool asynchronous = false; ///< does not wake anybody (mail): counts for nobody's alarm
    bool works = false;
    std::string lost_by; ///< id of what was hit and took the way along; empty where it works or its cause is no record
};

/// Whether the caller still knows whom to dial: in a contact list or handbook that is at hand.
enum class Numbers : std::uint8_t {
    at_hand,
    lost,         ///< every recorded list lies on what has failed
    not_recorded, ///< the plan names no list: taken as known, because nothing says otherwise
};

struct RoleReach {
    std::string role;
    std::vector<Way> ways; ///< by rank of the holder

    bool is_reachable() const;
    /// Different ways that work and wake somebody: a means or channel counts once, however many persons share it.
    int channels_left() const;
};

/// Where an alarm path stops, and who is not called any more.
struct ChainBreak {
    enum class Where : std::uint8_t {
        number,  ///< the emergency number is dead and has no replacement
        channel, ///< neither channel of the stage works
        decider, ///< nobody who decides on the stage can be reached
        role,    ///< the chain goes on, but these roles cannot be called
    };
    Where where = Where::role;
    std::string path;                     ///< id of the alarm path
    std::string stage;                    ///< name of the stage; empty for the emergency number
    std::string lost_by;                  ///< id of what was hit, where there is one
    std::vector<std::string> not_alarmed; ///< roles, in the order of the chain
};

/// A document, contract or password safe that lies on what has failed.
struct LostPaper {
    std::string id;
    std::string lost_by;                ///< id of what was hit
    std::vector<std::string> needed_by; ///< what cannot be restored before it is there, sorted
};

struct Reach {
    Numbers numbers = Numbers::not_recorded;
    std::vector<RoleReach> roles; ///< all active roles with a holder, by id
    std::vector<ChainBreak> breaks;
    std::vector<LostPaper> papers;
    std::vector<std::string> working_channels; ///< that wake somebody, by id

    const RoleReach* find(std::string_view role) const;
};

/// Who can still be called when `failed` (per vertex, of failed_vertices for `event`) is gone.
/// A person is reachable iff the number is at hand and one of the own devices or channels works; a role, iff one of its
/// holders of that day is. An office number needs the infrastructure of kind "telephony"; mobile and private ones fall only
/// with what the person "Erreichbar über" names. Radio, runners, sirens, speakers need no number.
Reach reachability(const model::Plan& plan, const Graph& graph, const StateGraph& states, const std::vector<bool>& failed,
                   const Event& event, Date day);

/// "Give these roles this channel": greedy cover of everybody who is unreachable in one of the outages by channels
/// that work in it. Greedy, so not always the fewest channels. What no channel covers stays out.
struct ReachFix {
    std::string channel;
    std::vector<std::string> roles; ///< sorted
};
std::vector<ReachFix> reach_fixes(const std::vector<Reach>& outages);

} // namespace bcmkit::analysis
