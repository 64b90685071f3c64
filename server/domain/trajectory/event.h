// What can happen to a trajectory. Almost every event sets one thing and carries what it was, so undo is the same event the other way round.
#pragma once

#include <optional>
#include <variant>

#include "base/time.h"
#include "domain/trajectory/entry.h"

namespace kiemkring::domain::trajectory {

using Time = base::Time;

/// Which organiser; 0: the server itself.
using OrganiserId = std::uint32_t;

/// The five steps of the approach.
enum class Step { green_date, session, choice, plan, opening };
BOOST_DESCRIBE_ENUM(Step, green_date, session, choice, plan, opening)

enum class Outcome { running, no_match, stopped, finished };
BOOST_DESCRIBE_ENUM(Outcome, running, no_match, stopped, finished)

/// How far it has come: the step it is in, and how it ended.
struct Progress {
    Step step{};
    Outcome outcome{};
    std::string reason;  ///< why a step opened that was not complete, why it ended, or why an earlier one was opened again
    Cents refund{};      ///< of the fee, when it is no match
    bool operator==(const Progress&) const = default;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (step, outcome, reason, refund))

/// Whose words they are: those of whoever wrote them, else of a session from which a desk took them over, or of a desk: of this one, from
/// which the server only put them down again, or of one elsewhere that added what a file brings along.
enum class Words { of_writer, of_session, of_desk };
BOOST_DESCRIBE_ENUM(Words, of_writer, of_session, of_desk)

/// Added when there was nothing, taken away when there is nothing now.
struct EntrySet {
    static constexpr std::string_view event_name = "entry_set";
    EntryId id;
    std::optional<Entry> was, now;
    Words words{};
    bool operator==(const EntrySet&) const = default;
};
/// What is personal in it is gone for good, in all its versions; there is no undo.
struct EntryErased {
    static constexpr std::string_view event_name = "entry_erased";
    EntryId id;
    bool operator==(const EntryErased&) const = default;
};
struct ProgressSet {
    static constexpr std::string_view event_name = "progress_set";
    Progress was, now;
    bool operator==(const ProgressSet&) const = default;
};
struct FacilitatorSet {
    static constexpr std::string_view event_name = "facilitator_set";
    std::string was, now;  ///< a name; empty: nobody yet
    bool operator==(const FacilitatorSet&) const = default;
};
struct ArchivedSet {
    static constexpr std::string_view event_name = "archived_set";
    bool was{}, now{};
    bool operator==(const ArchivedSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(EntrySet, (), (id, was, now, words))
BOOST_DESCRIBE_STRUCT(EntryErased, (), (id))
BOOST_DESCRIBE_STRUCT(ProgressSet, (), (was, now))
BOOST_DESCRIBE_STRUCT(FacilitatorSet, (), (was, now))
BOOST_DESCRIBE_STRUCT(ArchivedSet, (), (was, now))

using Event = std::variant<EntrySet, EntryErased, ProgressSet, FacilitatorSet, ArchivedSet>;

/// An event with when, by whom and as part of what it happened.
struct Happened {
    Version version{};
    Time at{};
    OrganiserId by{};
    std::string key;    ///< of the command, chosen by its desk: 32 hex digits; empty for what the server did
    Version undoes{};   ///< the event that this one takes back, else 0
    Event what;
    bool operator==(const Happened&) const = default;
};

}  // namespace kiemkring::domain::trajectory
