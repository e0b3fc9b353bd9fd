// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/app/check.hpp>

/// What the head of the Kommune has to know and to decide, on one page.
namespace bcmkit::app {

/// A figure of the Resilienzmonitor: a share of Kommunen, not of services, so it is set beside and never subtracted.
struct StudyFigure {
    std::string value; ///< "27,6 %"; empty: the study has no figure
    std::int64_t year = 0;
};

/// How many services have something. Each service that it is asked of counts once.
struct ServiceShare {
    std::string_view key; ///< "priority"
    std::string label;    ///< "eine Priorität"
    std::size_t yes = 0, no = 0;
    std::size_t open = 0; ///< nobody recorded it, or nobody knows
    StudyFigure study;
    std::string remark; ///< "davon 12 von der Leitung bestätigt"; mostly empty

    std::size_t all() const { return yes + no + open; }
};

/// Something that only the leadership can decide.
struct Decision {
    std::string question;           ///< "Schneller wiederanlaufen oder das Risiko tragen?"
    std::vector<std::string> about; ///< ids of the records
};

struct NextDate {
    Date day;
    std::string object; ///< id
    std::string what;   ///< "Vertrag läuft ab"
};

struct LeadershipReport {
    std::vector<ServiceShare> shares;
    std::vector<check::Finding> worst; ///< at most five, as check orders them; no borne risks, no notes
    std::vector<Decision> decisions;
    std::vector<NextDate> dates; ///< from the day on, the nearest first
};

LeadershipReport leadership_report(const model::Plan& plan, const CheckResult& result);

/// Name of where a finding lies, with its Amt: "IT-Notfall im Landkreis, Amt 10".
std::string place_of(const model::Plan& plan, const check::Finding& finding);
/// Names of records, the first ones: "Sozialwesen, Wohngeld und 3 weitere".
std::string names_of(const model::Plan& plan, const std::vector<std::string>& ids, std::size_t most);

/// Where the figures of the study come from, and why nobody should read a rank into them.
std::string study_source(const LeadershipReport& report);

/// The Leitungsblatt, one page of A4, VERTRAULICH. Template `_leitungsblatt.md`.
PrintResult print_leadership(const model::Plan& plan, const CheckResult& result, const LeadershipReport& report,
                             const std::optional<std::filesystem::path>& template_folder);

} // namespace bcmkit::app
