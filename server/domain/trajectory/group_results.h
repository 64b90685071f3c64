// What a group that scored and chose in a live session leaves in a dossier: its marks and its choice (step 3), or what the table says
// of the factors (step 1). Words of the desk stay; what came of an earlier version of the session is replaced.
#pragma once

#include <optional>
#include <set>

#include "domain/session/values.h"
#include "domain/trajectory/session_results.h"

namespace kiemkring::domain {
struct Brought;
}

namespace kiemkring::domain::trajectory {

class KeptFields;

/// The numbers of the marks or factors that are as this session said, and of the choice or of the factors whose note is the table's:
/// before, and by what comes of it now.
struct GroupTaken {
    std::set<std::int64_t> scored, chosen_or_noted;
    std::set<std::int64_t> of_others;        ///< of other sessions of this purpose, both
    std::set<std::int64_t> noted_by_others;  ///< the second of them
    bool is_first{};                         ///< nothing of it came before
    std::set<std::int64_t> from_others;      ///< those of others that are as this session says from now on
};

/// What a session says stands from the first time that it comes, until another one says something of the same; then that one's does,
/// whatever comes of this one afterwards.
///
/// Both add to `kept` where the group says otherwise than what stays: what the desk wrote, or another session said. What the session
/// said before and does not say now is open again.
[[nodiscard]] std::vector<Event> choice_events(const Trajectory& trajectory, const SessionResults& results, GroupTaken& taken, KeptFields& kept);
[[nodiscard]] std::vector<Event> green_date_events(const Trajectory& trajectory, const SessionResults& results, const SessionPlan& plan, GroupTaken& taken,
                                                   KeptFields& kept);

/// What is in the dossier with what the group gave or chose, or what the table said, in its place.
[[nodiscard]] Mark as_the_group_gave(Mark now, const GroupMark& given);
[[nodiscard]] Choice as_the_group_chose(Choice now, const GroupChoice& chosen, const Day& on);
[[nodiscard]] Factor as_the_table_said(Factor now, const TableSaid& said, const SessionPlan& plan, const Day& on);

/// Why there is nothing yet to score.
enum class NothingToScore { no_decider, no_ideas, no_criteria, too_many_criteria, no_factors };
BOOST_DESCRIBE_ENUM(NothingToScore, no_decider, no_ideas, no_criteria, too_many_criteria, no_factors)
/// What comes along to such a session; not to be asked for one that looks for ideas.
[[nodiscard]] std::expected<Brought, NothingToScore> brought_for(const Trajectory& trajectory, const SessionPlan& plan);

/// The rounds of a session of step 3 that fit who decides: others take over the minutes of those that are left out.
[[nodiscard]] std::vector<AgendaItem> fitted_rounds(std::vector<AgendaItem> rounds, DecisionMaker who);

}  // namespace kiemkring::domain::trajectory
