// What a live session leaves in a dossier: its first ideas, and who wants to do what. Both come by themselves when it ends.
#pragma once

#include <expected>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "domain/trajectory/decide.h"

namespace kiemkring::domain {
struct Session;
}

namespace kiemkring::domain::trajectory {

/// What the group gave on average, in tenths of a point, and how many gave something.
struct GroupMark {
    EntryId idea, criterion;
    std::int64_t tenths{}, answers{};
    bool operator==(const GroupMark&) const = default;
};
/// What the table decided of a factor.
struct TableSaid {
    EntryId factor;
    Colour colour{};
    std::string note;
    bool operator==(const TableSaid&) const = default;
};
/// What was chosen; idea 0: none of them.
struct GroupChoice {
    EntryId idea;
    ChoiceMethod method{};
    std::string reason, concerns;
    EntryId combined_with{};
    bool operator==(const GroupChoice&) const = default;
};

/// Of one version of a session that has ended. Entries carry their number within the session; the ideas of commitments are numbers
/// of ideas of the session too.
struct SessionResults {
    std::string session;
    std::int64_t version{};
    std::vector<Idea> ideas;
    std::vector<Commitment> commitments;
    std::vector<GroupMark> marks;
    std::vector<TableSaid> said;
    std::optional<GroupChoice> choice;
    Day on;  ///< when it was taken
    std::set<std::int64_t> known_ideas;  ///< that have words in the session still, also those that are not among the first
    bool operator==(const SessionResults&) const = default;
};
[[nodiscard]] SessionResults results_of(const Session& session, std::string id, Day on = {});

/// Ties a live session to a plan of one; none: unties it.
struct LinkSession {
    EntryId plan;
    std::string session;
};

/// The session was erased, on its day or by hand: who was in it is erased here too, and from what somebody said of them. Whoever said yes
/// to the working group by themselves gave their name anew, and stays in that.
struct SessionErased {
    std::string session;
};

/// Neighbours who came more than a year before are erased.
struct NeighboursKept {
    Day today;
};
/// The last day on which a neighbour who came then is kept.
[[nodiscard]] Day kept_until(const Day& came_on);

/// What the server does of its own, when it has looked at the session or at the calendar.
using ServerCommand = std::variant<LinkSession, SessionResults, SessionErased, NeighboursKept>;
/// Nothing for what is known already. A later version replaces what the earlier said, and leaves what was written at a desk.
[[nodiscard]] std::expected<std::vector<Event>, Refusal> decide(const Trajectory& trajectory, const ServerCommand& command);

}  // namespace kiemkring::domain::trajectory
