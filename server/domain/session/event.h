// What happened in a session, as it is stored. Most events set one thing and carry what it was (`was`), so that
// undo is the same event the other way round. Stored events are never rewritten; texts and names are not in them.
#pragma once

#include <variant>

#include "domain/session/values.h"

namespace kiemkring::domain {

struct SessionCreated { SessionInfo info; std::vector<AgendaItem> agenda; bool operator==(const SessionCreated&) const = default; };
/// The session is a rehearsal of that one: a copy to try out with simulated people, that gives no results.
struct RehearsalBegun { SessionId of; bool operator==(const RehearsalBegun&) const = default; };

/// Until when the session is kept, set anew at the desk.
struct RetentionSet { std::string now, was; bool operator==(const RetentionSet&) const = default; };

/// `upload`: the key of the slide that came with it, else empty.
struct AgendaArranged { std::vector<AgendaItem> now, was; std::string upload; bool operator==(const AgendaArranged&) const = default; };
struct RoundScheduled { std::optional<Schedule> now, was; bool operator==(const RoundScheduled&) const = default; };
struct RoundStarted { RoundId now, was; bool operator==(const RoundStarted&) const = default; };
struct TimerSet { Timer now, was; bool operator==(const TimerSet&) const = default; };
struct DoorLocked { bool now{}, was{}; bool operator==(const DoorLocked&) const = default; };
struct ScreenBlanked { bool now{}, was{}; bool operator==(const ScreenBlanked&) const = default; };
struct SessionPaused { Pause now, was; bool operator==(const SessionPaused&) const = default; };
struct SpotlightSet { IdeaId now, was; bool operator==(const SpotlightSet&) const = default; };
struct ModerationSet { bool now{}, was{}; bool operator==(const ModerationSet&) const = default; };
/// Who drives: the device of a tablet that took over, or empty for those that the organiser paired.
struct LeadTaken { std::string now, was; bool operator==(const LeadTaken&) const = default; };
// What is set here without `was` is of before it could be undone: what it was before had been written over.
struct PinSet { TextId pin; std::optional<TextId> was; bool operator==(const PinSet&) const = default; };
struct WifiSet { TextId name, password; bool shown{}; std::optional<Wifi> was; bool operator==(const WifiSet&) const = default; };
struct NoteWritten { RoundId round; TextId text; std::uint32_t number{}; std::optional<Note> was; bool operator==(const NoteWritten&) const = default; };
struct IdeasShared { Sharing now, was; bool operator==(const IdeasShared&) const = default; };
struct GroupingAllowed { bool now{}, was{}; bool operator==(const GroupingAllowed&) const = default; };
struct HintsAllowed { bool now{}, was{}; bool operator==(const HintsAllowed&) const = default; };

struct PersonJoined { PersonId person; SeatKind seat{}; bool operator==(const PersonJoined&) const = default; };
struct PersonDescribed { PersonId person; bool operator==(const PersonDescribed&) const = default; };
struct PersonStateSet { PersonId person; PersonState now{}, was{}; bool operator==(const PersonStateSet&) const = default; };
struct SeatMerged { PersonId person; PersonId now, was; bool operator==(const SeatMerged&) const = default; };
struct ReadySet { PersonId person; RoundId now, was; bool operator==(const ReadySet&) const = default; };
struct ContactGiven { PersonId person; bool operator==(const ContactGiven&) const = default; };
struct ContactWithdrawn { PersonId person; bool operator==(const ContactWithdrawn&) const = default; };

struct IdeaSubmitted {
    IdeaId idea; PersonId author; RoundId round; Wording wording; IdeaState state; Placement placement;
    bool operator==(const IdeaSubmitted&) const = default;
};
struct IdeaReworded { IdeaId idea; Wording now, was; bool operator==(const IdeaReworded&) const = default; };
struct IdeaStateSet { IdeaId idea; IdeaState now, was; bool operator==(const IdeaStateSet&) const = default; };
struct IdeaPlaced { IdeaId idea; Placement now, was; PersonId by; bool operator==(const IdeaPlaced&) const = default; };
struct IdeaHeld { IdeaId idea; std::optional<Hold> now, was; bool operator==(const IdeaHeld&) const = default; };
struct IdeaTranslated { IdeaId idea; std::optional<Translation> now, was; bool operator==(const IdeaTranslated&) const = default; };
struct IdeaPinned { IdeaId idea; std::optional<Place> now, was; bool operator==(const IdeaPinned&) const = default; };
/// A phone will send a photo under this key.
struct PhotoAnnounced {
    PictureId photo; std::string key; IdeaId idea; PersonId author;
    bool operator==(const PhotoAnnounced&) const = default;
};
struct PhotoSet { PictureId photo; PhotoState now, was; bool operator==(const PhotoSet&) const = default; };
/// The plan stands on the big screen, instead of the round.
struct PlanShown { bool now{}, was{}; bool operator==(const PlanShown&) const = default; };
struct PlanSet { std::optional<Plan> now, was; bool operator==(const PlanSet&) const = default; };
struct GroupSet { GroupId group; GroupState now, was; bool operator==(const GroupSet&) const = default; };

struct VoteSet { VoteId vote; VoteState now, was; bool operator==(const VoteSet&) const = default; };
struct VoteCast { VoteId vote; GroupId candidate; BallotId ballot{}; bool operator==(const VoteCast&) const = default; };
struct VoteRetracted { VoteId vote; GroupId candidate; BallotId ballot{}; bool operator==(const VoteRetracted&) const = default; };
struct TieSet { std::optional<Tie> now, was; bool operator==(const TieSet&) const = default; };
struct TopSet { std::optional<Top> now, was; bool operator==(const TopSet&) const = default; };
struct PlacesRevealed { std::uint32_t now{}, was{}; bool operator==(const PlacesRevealed&) const = default; };

struct CommitmentSet { CommitmentId commitment; CommitmentState now, was; bool operator==(const CommitmentSet&) const = default; };
struct PitchSet { Pitch now, was; bool operator==(const PitchSet&) const = default; };
/// Of a show.
struct PageTurned { RoundId round; std::uint32_t now{}, was{}; bool operator==(const PageTurned&) const = default; };
struct TableTaken { PersonId person; std::uint32_t now{}, was{}; bool operator==(const TableTaken&) const = default; };
struct TableChoiceSet { std::uint32_t table{}; std::vector<GroupId> now, was; bool operator==(const TableChoiceSet&) const = default; };
struct ProposalSet { GroupId group; Proposal now, was; bool operator==(const ProposalSet&) const = default; };
struct ConcernSet { ConcernId concern; ConcernState now, was; bool operator==(const ConcernSet&) const = default; };
/// Under a random number like a ballot's, which only a link that is erased at the end ties to somebody.
struct StarsGiven { BallotId ballot{}; std::uint32_t now{}, was{}; bool operator==(const StarsGiven&) const = default; };
/// What is scored; it comes along when the session is made.
struct MatrixSet { std::optional<Matrix> now, was; bool operator==(const MatrixSet&) const = default; };
/// Under a number as that of stars.
struct ScoreGiven { BallotId ballot{}; GroupId group; std::uint32_t criterion{}; std::uint32_t now{}, was{}; bool operator==(const ScoreGiven&) const = default; };
struct MatrixClosed { bool now{}, was{}; bool operator==(const MatrixClosed&) const = default; };
struct SubjectDecided { GroupId group; TableDecision now, was; bool operator==(const SubjectDecided&) const = default; };
struct ChoosingSet { Choosing now, was; bool operator==(const ChoosingSet&) const = default; };
struct SymbolChosen { PersonId person; Symbol now{}, was{}; bool operator==(const SymbolChosen&) const = default; };
struct NextStepSet { std::optional<NextStep> now, was; bool operator==(const NextStepSet&) const = default; };
struct BallotsSealed { bool operator==(const BallotsSealed&) const = default; };
struct SessionStatusSet { SessionStatus now{}, was{}; bool operator==(const SessionStatusSet&) const = default; };
/// The events of this turn that follow undo the action with this id.
struct ActionUndone { std::uint64_t action{}; bool operator==(const ActionUndone&) const = default; };

using Event = std::variant<SessionCreated, AgendaArranged, RoundScheduled, RoundStarted, TimerSet, DoorLocked,
                           ScreenBlanked, SessionPaused, SpotlightSet, ModerationSet, LeadTaken, PinSet, NoteWritten, IdeasShared, GroupingAllowed, HintsAllowed, PersonJoined, PersonDescribed, PersonStateSet, SeatMerged, ReadySet,
                           ContactGiven, ContactWithdrawn, IdeaSubmitted, IdeaReworded, IdeaStateSet, IdeaPlaced,
                           IdeaHeld, GroupSet, VoteSet, VoteCast, VoteRetracted, TieSet, TopSet, PlacesRevealed,
                           CommitmentSet, PitchSet, TableTaken, TableChoiceSet, ProposalSet, ConcernSet, StarsGiven,
                           SymbolChosen, NextStepSet, BallotsSealed, SessionStatusSet, ActionUndone, RehearsalBegun,
                           IdeaPinned, PhotoAnnounced, PhotoSet, PlanSet, IdeaTranslated, PageTurned, RetentionSet,
                           MatrixSet, ScoreGiven, MatrixClosed, SubjectDecided, ChoosingSet, WifiSet, PlanShown>;

/// An event with when, by whom and as part of what it happened.
struct Happened {
    Version version{};
    Time at{};
    std::string op;          ///< the command's name, "join", "create" or "timer"
    bool facilitated{};      ///< a facilitator's command: can be undone
    std::uint64_t action{};  ///< the version of the first event of the same command
    Event what;
    bool operator==(const Happened&) const = default;
};

/// What one decided command changes: events and the erasable rows that go with them.
struct Change {
    std::vector<Event> events;
    std::vector<TextRow> texts;
    std::vector<PersonRow> people;
    std::vector<BallotLink> links;
    std::vector<PictureRow> pictures;
    bool erase_links{};        ///< of the whole session
    std::vector<TextId> erased_texts;
    std::vector<PictureId> erased_pictures;
    std::uint32_t made_id{};   ///< id of what was made, for the answer; 0 when nothing was
};

}  // namespace kiemkring::domain
