// The sections of the report of a trajectory, one file for each step.
#pragma once

#include <set>

#include "report/trajectory_report.h"
#include "report/trajectory_report/words.h"

namespace kiemkring::report::steps {

namespace trajectory = domain::trajectory;
using trajectory::EntryId;

/// What every section looks at.
struct Context {
    const DossierLog& log;
    const trajectory::Trajectory& dossier;
    const DossierChoice& choice;
    const DossierWords& words;
    const ReportWords& common;
};

/// `said_yes`: they agreed to it. Of whom it may not, no organisation is told either.
[[nodiscard]] bool may_be_named(const Context& c, bool said_yes);
/// As far as the choice allows, else "somebody".
[[nodiscard]] std::string named(const Context& c, const std::string& name, bool said_yes);
/// A line in which people are named, as they were typed at the desk; empty where the choice does not allow it.
[[nodiscard]] std::string who(const Context& c, const std::string& typed);
/// Whoever of the desk it was; empty likewise.
[[nodiscard]] std::string organiser(const Context& c, trajectory::OrganiserId id);

[[nodiscard]] std::string day(const Context& c, const trajectory::Day& day);
[[nodiscard]] std::string day(const Context& c, base::Time at);
[[nodiscard]] std::string days(const Context& c, const trajectory::Day& from, const trajectory::Day& until);
[[nodiscard]] std::string money(const Context& c, trajectory::Cents cents);
[[nodiscard]] std::string number(const Context& c, std::int64_t number);

/// What is not empty, with this between.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);
void add(std::vector<Fact>& facts, std::string_view label, std::string value);
void add(std::vector<Block>& blocks, Facts facts);
void add(std::vector<Block>& blocks, Table table);
[[nodiscard]] Paragraph heading(std::string_view text);

/// The shape of a colour, so that it is read in grey too, and its hue.
[[nodiscard]] std::string shape_of(trajectory::Colour colour);
[[nodiscard]] Hue hue_of(trajectory::Colour colour);

/// "Hedge along the fence", or two that became one; empty when none is chosen.
[[nodiscard]] std::string chosen(const Context& c);
/// Of two that become one both; empty when nothing is left of them.
[[nodiscard]] std::string chosen_by(const Context& c, const trajectory::Choice& choice);
[[nodiscard]] std::string idea_name(const Context& c, EntryId id);
[[nodiscard]] bool is_reached(const Context& c, trajectory::Step step);
/// Whether "so much short" or "so much left", in words.
[[nodiscard]] std::string balance(const Context& c);
/// The ideas that a session put first, in that order; the others, as they came.
struct Ideas {
    std::vector<std::pair<EntryId, const trajectory::Idea*>> first, others;
};
[[nodiscard]] Ideas ideas_of(const Context& c);

std::vector<Block> in_short(const Context& c);
std::vector<Block> green_date(const Context& c);
std::vector<Block> session(const Context& c);
std::vector<Block> choice(const Context& c);
std::vector<Block> plan(const Context& c);
std::vector<Block> opening(const Context& c);
std::vector<Block> happened(const Context& c);
std::vector<Block> about(const Context& c);

/// What the report and its summary have in common.
[[nodiscard]] Document begun(const Context& c, std::string_view kind);

/// The planning over the months, and the same in words.
void add_planning(const Context& c, std::vector<Block>& blocks);
/// Versions of what was taken back and stays so, and of the taking back itself.
[[nodiscard]] std::set<domain::Version> taken_back(const trajectory::Trajectory& dossier);
/// The last decisions, the newest first; at most so many.
[[nodiscard]] std::vector<Fact> decisions(const Context& c, std::size_t most);

}  // namespace kiemkring::report::steps
