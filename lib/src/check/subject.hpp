// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/analysis/plan_graph.hpp>
#include <bcmkit/analysis/priority.hpp>
#include <bcmkit/analysis/reachability.hpp>
#include <bcmkit/analysis/recovery.hpp>
#include <bcmkit/analysis/sham_redundancy.hpp>
#include <bcmkit/check/rule.hpp>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace bcmkit::check {

/// What a rule sees: the plan, the day, and what was worked out once for all rules.
class Subject {
public:
    Subject(const model::Plan& plan, Date today);

    const model::Plan& plan() const { return plan_; }
    Date today() const { return today_; }
    model::Level level() const { return level_; }

    const analysis::Graph& graph() const { return graph_; }
    const analysis::StateGraph& states() const { return states_; }
    /// All IT at once, unknown durations as 0 and as never.
    const analysis::Recovery& lower() const { return lower_; }
    const analysis::Recovery& upper() const { return upper_; }
    /// Whether a record is gone or cannot work when all IT is gone.
    bool fails_without_it(std::string_view id) const;
    /// When a record runs again at a level; empty for an unknown id.
    std::optional<Minutes> runs_again(std::string_view id, analysis::Level level, analysis::World world) const;

    // Weaknesses, worked out when the first rule asks.
    /// Services whose Normalbetrieb stands still when this record alone fails; sorted.
    std::span<const std::string> resting_on(std::string_view id) const;
    /// Several ways that are one.
    std::span<const analysis::ShamRedundancy> sham_redundancy() const;
    /// Who can still be called when all IT is gone.
    const analysis::Reach& reach() const;

    /// The record behind a reference, where it is of this type; nullptr otherwise.
    template <class T> const T* find(const model::Reference& reference, std::string_view type) const {
        const auto view = model::find(plan_, reference.id);
        return view && view.type->code == type ? static_cast<const T*>(view.record) : nullptr;
    }
    const model::Provider* provider(const model::Answer<model::Reference>& reference) const {
        return reference ? find<model::Provider>(*reference, "provider") : nullptr;
    }

    /// Name of a record, or its id where it has none.
    std::string name(std::string_view id) const;
    /// The Amt whom a record concerns: its own, that of its services, or that of who answers for it. Empty: nobody's.
    std::string unit_of(const model::RecordView& record) const;
    /// What is at stake with a record.
    Danger danger_of(const model::RecordView& record) const;
    /// The building of a place: the outermost place that it belongs to.
    std::string building_of(const model::Answer<model::Reference>& place) const;
    /// The persons behind a reference to a person or a role, in their rank.
    std::vector<const model::Person*> persons_of(const model::Reference& reference) const;
    std::span<const model::Fallback* const> fallbacks_of(const std::string& service) const;
    /// Whether a sheet of this number can be printed: a template's, or that of a record. "5.V50" for each Amt.
    bool is_sheet(std::string_view number) const;
    /// Who probably knows about a record: who answers for it, else its Amt's contact, else the BCM office.
    std::string whom_to_ask(const model::RecordView& record) const;

private:
    std::string unit_of_person(const model::Reference& reference) const;

    const model::Plan& plan_;
    Date today_;
    model::Level level_;
    analysis::Graph graph_;
    analysis::StateGraph states_;
    analysis::Event outage_;
    analysis::Recovery lower_, upper_;
    std::map<std::string, std::vector<const model::Fallback*>, std::less<>> fallbacks_;
    std::map<std::string, std::string, std::less<>> service_using_;
    mutable std::optional<std::map<std::string, std::vector<std::string>, std::less<>>> resting_on_;
    mutable std::optional<std::vector<analysis::ShamRedundancy>> shams_;
    mutable std::optional<analysis::Reach> reach_;
    std::set<std::string, std::less<>> sheets_;
};

/// Where rules put their findings.
class Report {
public:
    explicit Report(const Subject& subject) : subject_(subject) {}

    void begin(const Rule& rule) { rule_ = &rule; }

    /// A breach at the object; `field` is the field that is missing or wrong. `more` fills {0} … of the remedy.
    Finding& add(const model::Record& object, std::string_view field, Message message, std::vector<std::string> more = {});
    /// The same with a weight of its own (a possible breach weighs less than a certain one).
    Finding& add(Severity severity, const model::Record& object, std::string_view field, Message message,
                 std::vector<std::string> more = {});
    /// Says that a finding covers this field as well.
    void settle(const model::Record& object, std::string_view field) { mentioned_.emplace(object.id, field); }
    /// Whether some rule spoke about this field of this object already.
    bool mentions(std::string_view object, std::string_view field) const;

    /// The rule cannot be decided for the object, because of something that is not a field of it.
    void cannot_tell(const model::Record& object, Message message);

    Severity severity() const;
    /// What the rule measures against: its own limit, or that of the plan.
    int limit() const;
    const std::vector<Finding>& findings() const { return findings_; }
    std::vector<Undecided> take_undecided() { return std::move(undecided_); }
    std::vector<Finding> take() { return std::move(findings_); }

private:
    const Subject& subject_;
    const Rule* rule_ = nullptr;
    std::vector<Finding> findings_;
    std::vector<Undecided> undecided_;
    std::set<std::pair<std::string, std::string>> mentioned_;
};

/// Adds to `undecided` what the rules passed over because a field is open (undecided.cpp), and sorts it.
void add_open_inputs(const Subject& subject, const std::vector<Finding>& findings, std::vector<Undecided>& undecided);
/// The setting of a rule that holds on the day; nullptr where there is none.
const model::CheckSetting* setting_for(const model::Plan& plan, std::string_view rule, Date today);

/// One step less: an error becomes a warning, a warning a note.
Severity lowered(Severity severity);

// The tables of the areas, in rules/<area>.cpp.
std::span<const Rule> service_rules();
std::span<const Rule> resource_rules();
std::span<const Rule> application_rules();
std::span<const Rule> fallback_rules();
std::span<const Rule> document_rules();
std::span<const Rule> staff_rules();
std::span<const Rule> alarm_rules();
std::span<const Rule> partner_rules();
std::span<const Rule> general_rules();

} // namespace bcmkit::check
