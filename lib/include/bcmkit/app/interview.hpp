// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/model/plan.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The first hour of a new plan: at most 18 questions, and the first own sheets in hand.
namespace bcmkit::app {

struct Question {
    std::string_view key;  ///< in an answers file: "notfallnummer"
    std::string_view text; ///< German, one line
    std::string_view hint; ///< what to write, with an example; parts are separated by commas
    std::string_view ask;  ///< whom to ask when one does not know
};

/// In the order in which they are asked; at most 18.
std::span<const Question> questions();

/// What a person typed. "weiß ich nicht", "?" and "unbekannt" mean unknown; an empty text means not asked.
using Answers = std::map<std::string, std::string, std::less<>>;

struct OpenQuestion {
    std::string text;
    std::string ask;
};

struct InterviewResult {
    model::Plan plan;
    int answered = 0;
    std::vector<OpenQuestion> open; ///< unknown or empty
};

/// The plan that follows from the answers. Keys that are no question throw Error{usage} with suggestions.
InterviewResult plan_from(const Answers& answers);

/// The sheets that are worth printing after the interview: "0.01", "0.02", "1.00-1.02", "2.01", "6.02".
std::span<const std::string_view> first_sheets();

} // namespace bcmkit::app
