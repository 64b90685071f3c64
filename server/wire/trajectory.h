// Trajectories as JSON: what desks ask and are told, and the rows that the store keeps.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/trajectory/decide.h"
#include "domain/trajectory/dossier.h"
#include "domain/trajectory/kept_words.h"
#include "domain/trajectory/next_round.h"

namespace kiemkring::wire {

namespace trajectory = domain::trajectory;

/// A command of a desk: `key` (32 hex digits, chosen by the desk) names it, so that a repeat is no second one.
struct DeskCommand {
    std::string key;
    trajectory::Command what;
};
/// Texts come out trimmed. A refusal names the field; nothing in it when it is not a command at all.
[[nodiscard]] std::expected<DeskCommand, std::optional<trajectory::Refusal>> read_desk_command(std::string_view text);

/// The place of a new trajectory, and the language of what it starts with.
struct NewTrajectory {
    std::string key, language;
    trajectory::Place place;
};
[[nodiscard]] std::expected<NewTrajectory, std::optional<trajectory::Refusal>> read_new_trajectory(std::string_view text);

/// Places out of a spreadsheet, some at a time; of each what is wrong with it.
struct ImportedPlace {
    std::string key, facilitator;
    trajectory::Place place;
    bool is_double{};  ///< wanted although one of this name is there
};
inline constexpr std::size_t imported_at_once_max = 50;
struct ImportedPlaces {
    std::string language;
    std::vector<std::expected<ImportedPlace, trajectory::Refusal>> places;
};
/// Nothing when it is no such list.
[[nodiscard]] std::optional<ImportedPlaces> read_imported_places(std::string_view text);
/// What became of each, in their order: its id, or why not.
using Imported = std::expected<trajectory::TrajectoryId, trajectory::Refusal>;
[[nodiscard]] std::string encode(const std::vector<Imported>& imported);
/// Whole trajectories are asked for some at a time, and one is brought in at a time.
inline constexpr std::size_t dossiers_at_once_max = 25;
[[nodiscard]] std::optional<std::vector<trajectory::TrajectoryId>> read_dossiers_asked(std::string_view text);
[[nodiscard]] std::string encode(const trajectory::DossierFile& file);
struct BroughtDossier {
    std::string key;
    trajectory::DossierFile file;
};
[[nodiscard]] std::expected<BroughtDossier, std::optional<trajectory::Refusal>> read_dossier(std::string_view text);

/// A next round, and the language of what it starts with.
struct NextRoundAsked {
    std::string language;
    trajectory::NextRound round;
};
[[nodiscard]] std::optional<NextRoundAsked> read_next_round(std::string_view text);

/// Somebody who wants to join in, with one way at least to be reached.
struct NeighbourAsked {
    std::string key;
    trajectory::Neighbour who;
};
[[nodiscard]] std::expected<NeighbourAsked, std::optional<trajectory::Refusal>> read_neighbour(std::string_view text);

/// The secret of a link, and which trajectory it belongs to.
struct LinkDoor {
    std::string trajectory, secret;
};
[[nodiscard]] std::optional<LinkDoor> read_link_door(std::string_view text);
/// What the person behind a link says.
struct LinkReply {
    std::string key;
    LinkDoor door;
    trajectory::AnswerByLink said;  ///< without the hash
};
[[nodiscard]] std::expected<LinkReply, std::optional<trajectory::Refusal>> read_link_reply(std::string_view text);

/// What the page behind a link shows of a question and of the answer to it; nothing of others.
struct LinkQuestion {
    std::string place, asked_by, name;
    trajectory::Confirms what_for{};
    std::string goal, spot, owner_of_ground, maintainer, frequency;
    trajectory::Day ends_on, plan_ends_on, asked_on;
    std::string ownership_note, upkeep_note;
    trajectory::Consent answer{};
    trajectory::Day answered_on;
    std::string reply_note;
    std::string terms;     ///< mark of what is shown, for the answer to it
    bool changed_since{};  ///< what was agreed is not what they answered to
};
[[nodiscard]] std::string encode(const LinkQuestion& question);

/// What a session says by now where a desk's words have stayed.
[[nodiscard]] std::string encode(const std::vector<trajectory::KeptWords>& words);

[[nodiscard]] std::string encode(const trajectory::Refusal& refusal);

/// Names of organisers by their numbers.
using Names = std::map<std::uint32_t, std::string>;

/// What a desk shows of a trajectory. Above `since` only what was set later, as long as that is known.
/// `run` names the server since its start: after another one everything is looked at again. `today` says what is over by now.
[[nodiscard]] std::string encode_trajectory(const trajectory::Trajectory& shown, domain::Version since, std::string_view run,
                                            const Names& names, std::string_view public_url, const trajectory::Day& today);

/// A part of the list: what changed after a mark, and the mark to ask with next.
struct TrajectoryList {
    std::string mark;
    bool whole{}, more{};  ///< it begins anew; there is more after this mark
    std::vector<const trajectory::Summary*> changed;
    std::vector<trajectory::TrajectoryId> gone;
};
/// With whom they can be handed to.
[[nodiscard]] std::string encode_trajectories(const TrajectoryList& list, const Names& names);

/// The newest format of stored trajectory events.
inline constexpr int trajectory_format = 1;

/// An event as two rows: what is kept as long as the trajectory, and what is personal, empty when nothing is.
struct StoredTrajectoryEvent {
    std::string body, personal;
};
[[nodiscard]] StoredTrajectoryEvent encode_stored(const trajectory::Happened& happened);
/// Adds a stored event to what went before it. The error says in words what is wrong. Personal values that were erased are empty.
[[nodiscard]] std::expected<trajectory::Happened, std::string> read_stored(const trajectory::Trajectory& before, domain::Version version,
                                                                           std::string_view body, std::string_view personal);

[[nodiscard]] std::string encode_stored(const trajectory::Summary& summary);
[[nodiscard]] std::expected<trajectory::Summary, std::string> read_stored_summary(std::string_view text);

}  // namespace kiemkring::wire
