// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>
#include <bcmkit/model/plan.hpp>

#include <string>
#include <string_view>
#include <vector>

/// Where the values come from that nobody entered.
namespace bcmkit::app {

/// One derived value, and the chain that leads to it.
struct DerivedFact {
    enum class What : std::uint8_t {
        priority,       ///< class of a service, from its MTPD or confirmed
        deadline,       ///< MTPD and asked-for RTO of a service
        unaffected,     ///< it goes on when all IT fails
        back,           ///< earliest return to Normalbetrieb
        back_emergency, ///< … to Notbetrieb, where that is earlier
        never,          ///< nothing recorded leads back
        needed_by,      ///< inherited from what depends on it
        order,          ///< place in the order of the recovery
        gap,            ///< how the two compare
    };
    What what = What::back;
    std::string text;               ///< a German sentence
    std::vector<std::string> chain; ///< what it is made of, in order
};
/// "back_emergency": the name of a fact for machines.
std::string_view code_of(DerivedFact::What what);

/// Every value that the analysis derives for a record if all IT fails, in the order in which people ask. Empty for a record that
/// nothing is derived for. Work goes on round the clock; what is unknown takes no time.
std::vector<DerivedFact> explain(const model::Plan& plan, std::string_view id, Date day);

} // namespace bcmkit::app
