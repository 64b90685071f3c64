// The sections of the report of a session, one file for each that is more than a few lines.
#pragma once

#include <optional>

#include "domain/session/record.h"
#include "report/session_report.h"
#include "report/words.h"

namespace kiemkring::report::sections {

using namespace domain;

/// What every section looks at.
struct Context {
    const Session& session;
    std::span<const Happened> events;
    const ReportChoice& choice;
    const ReportWords& words;
};

/// Nothing for one that is not there any more.
[[nodiscard]] std::optional<GroupRecord> group_of(const Context& c, GroupId id);
[[nodiscard]] Hue hue_of(const GroupRecord& group);
/// Everybody knows the whole result.
[[nodiscard]] bool is_revealed(const Context& c);
/// By name, or as `person_unnamed`, as far as the choice allows.
[[nodiscard]] std::string named(const Context& c, PersonId id);
[[nodiscard]] bool may_be_named(const Context& c, PersonId id);
/// Seats with somebody in them.
[[nodiscard]] std::vector<PersonId> people_there(const Context& c);
/// When the doors opened: the first round, or else the making of the session.
[[nodiscard]] base::Time began_at(const Context& c);
/// The groups that have ideas, by letter.
[[nodiscard]] std::vector<GroupId> groups_with_ideas(const Context& c);
/// A group of one idea that nobody gave a name: its letter stands before the idea, and that is all.
[[nodiscard]] bool stands_alone(const Context& c, GroupId id);
/// All that is left in it is kept for later.
[[nodiscard]] bool is_put_aside(const Context& c, GroupId id);
/// What a group proposes: what, where, for whom, and whether it fits. Nothing of what nobody said, and never who said it.
[[nodiscard]] std::vector<Fact> proposal_of(const Context& c, GroupId id);
/// The photos of an idea that everybody may see, those of merged ones too.
[[nodiscard]] std::vector<Picture> photos_of(const Context& c, IdeaId id);
/// What stands on the pin of an idea: the letter of its group, and a number.
[[nodiscard]] std::string pin_label(const Context& c, IdeaId id);

/// How many find it fine and how many worry, in numbers alone: what a concern says is for the facilitator, as the phone promises.
/// Empty when nobody said.
[[nodiscard]] std::string mood_of(const Context& c, GroupId candidate);
/// Of the plan that is proposed or chosen; of two that become one both.
[[nodiscard]] std::string title_of(const Context& c, const Choosing& choosing);
[[nodiscard]] bool is_planned(const Context& c, RoundKind kind);
/// Not asked in a session that scores what came along from a dossier.
[[nodiscard]] bool has_top_or_lacks_it(const Context& c);

std::vector<Block> in_short(const Context& c);
std::vector<Block> people(const Context& c);
std::vector<Block> course(const Context& c);
std::vector<Block> top(const Context& c);
/// What the group scored and chose of what came along from a dossier; nothing where nothing did.
std::vector<Block> choice(const Context& c);
std::vector<Block> ideas(const Context& c);
std::vector<Block> plan(const Context& c);
std::vector<Block> votes(const Context& c);
std::vector<Block> commitments(const Context& c);
std::vector<Block> decisions(const Context& c);
std::vector<Block> next_steps(const Context& c);
std::vector<Block> appendix(const Context& c);

}  // namespace kiemkring::report::sections
