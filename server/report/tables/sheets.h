// The sheets of the tables, and what all of them look at.
#pragma once

#include <map>

#include "report/session_report/sections.h"
#include "report/tables/table_words.h"
#include "report/tables/tables.h"

namespace kiemkring::report::sheets {

using namespace domain;

/// When something came to be as it is, and in which round that was.
struct Stamp {
    base::Time at{};
    RoundId round;
};

/// Read from the log in one pass. What was undone and set again has the last time.
struct Stamps {
    explicit Stamps(std::span<const Happened> events);

    std::map<IdeaId, Stamp> ideas;  ///< when they were sent
    std::map<GroupId, Stamp> groups;  ///< when they were made
    std::map<VoteId, Stamp> votes;  ///< when they closed
    std::map<CommitmentId, Stamp> commitments;
    std::map<GroupId, Stamp> proposals, verdicts;
    std::map<std::uint32_t, Stamp> table_choices;
    Stamp top, matrix, choosing, next_step;
};

struct Context {
    const sections::Context& report;
    const TableWords& words;
    const Stamps& stamps;
    const domain::trajectory::Trajectory* dossier;
    bool is_revealed{};  ///< or nobody is left for whom it would be early
};

[[nodiscard]] inline const Session& session_of(const Context& c) { return c.report.session; }
/// Without rows yet.
[[nodiscard]] Sheet sheet_of(const SheetWords& words, std::vector<SheetColumn> columns);
[[nodiscard]] SheetColumn column(std::string_view title, double width);
/// Nothing for an empty text.
[[nodiscard]] TableCell text_cell(std::string_view text);
[[nodiscard]] TableCell time_cell(const Stamp& stamp);
[[nodiscard]] TableCell round_cell(const Context& c, RoundId round);
/// The letter and the title of a group, empty when it has none any more.
[[nodiscard]] TableCell letter_cell(const Context& c, GroupId group);
[[nodiscard]] TableCell title_cell(const Context& c, GroupId group);
/// What a map knows of a key; an empty stamp when it does not.
template <class Key>
[[nodiscard]] Stamp stamp_in(const std::map<Key, Stamp>& stamps, const Key& key) {
    const auto found = stamps.find(key);
    return found == stamps.end() ? Stamp{} : found->second;
}
/// The closed main vote that the result is of; nothing before people may know it.
[[nodiscard]] const std::pair<const VoteId, Vote>* result_vote(const Context& c);

/// Of the sheet of votes: what a chart shows.
inline constexpr std::size_t votes_label_column = 3, votes_value_column = 4;

Sheet about(const Context& c);
Sheet ideas(const Context& c);
Sheet groups(const Context& c);
Sheet votes(const Context& c);
Sheet ballots(const Context& c);
Sheet commitments(const Context& c);
Sheet tasks(const Context& c);
Sheet budget(const Context& c);
Sheet scores(const Context& c);
Sheet choices(const Context& c);

}  // namespace kiemkring::report::sheets
