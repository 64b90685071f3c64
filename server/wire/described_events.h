// The members of the events, and the names under which they are stored. A stored name never changes.
#pragma once

#include <boost/describe.hpp>

#include "domain/session/event.h"
#include "wire/described_values.h"

namespace kiemkring::domain {

BOOST_DESCRIBE_STRUCT(SessionCreated, (), (info, agenda))
BOOST_DESCRIBE_STRUCT(RetentionSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(AgendaArranged, (), (now, was, upload))
BOOST_DESCRIBE_STRUCT(RoundScheduled, (), (now, was))
BOOST_DESCRIBE_STRUCT(RoundStarted, (), (now, was))
BOOST_DESCRIBE_STRUCT(TimerSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(DoorLocked, (), (now, was))
BOOST_DESCRIBE_STRUCT(ScreenBlanked, (), (now, was))
BOOST_DESCRIBE_STRUCT(SessionPaused, (), (now, was))
BOOST_DESCRIBE_STRUCT(SpotlightSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(ModerationSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(LeadTaken, (), (now, was))
BOOST_DESCRIBE_STRUCT(PinSet, (), (pin, was))
BOOST_DESCRIBE_STRUCT(WifiSet, (), (name, password, shown, was))
BOOST_DESCRIBE_STRUCT(NoteWritten, (), (round, text, number, was))
BOOST_DESCRIBE_STRUCT(IdeasShared, (), (now, was))
BOOST_DESCRIBE_STRUCT(GroupingAllowed, (), (now, was))
BOOST_DESCRIBE_STRUCT(HintsAllowed, (), (now, was))
BOOST_DESCRIBE_STRUCT(PersonJoined, (), (person, seat))
BOOST_DESCRIBE_STRUCT(PersonDescribed, (), (person))
BOOST_DESCRIBE_STRUCT(PersonStateSet, (), (person, now, was))
BOOST_DESCRIBE_STRUCT(SeatMerged, (), (person, now, was))
BOOST_DESCRIBE_STRUCT(ReadySet, (), (person, now, was))
BOOST_DESCRIBE_STRUCT(ContactGiven, (), (person))
BOOST_DESCRIBE_STRUCT(ContactWithdrawn, (), (person))
BOOST_DESCRIBE_STRUCT(IdeaSubmitted, (), (idea, author, round, wording, state, placement))
BOOST_DESCRIBE_STRUCT(IdeaReworded, (), (idea, now, was))
BOOST_DESCRIBE_STRUCT(IdeaStateSet, (), (idea, now, was))
BOOST_DESCRIBE_STRUCT(IdeaPlaced, (), (idea, now, was, by))
BOOST_DESCRIBE_STRUCT(IdeaHeld, (), (idea, now, was))
BOOST_DESCRIBE_STRUCT(IdeaTranslated, (), (idea, now, was))
BOOST_DESCRIBE_STRUCT(IdeaPinned, (), (idea, now, was))
BOOST_DESCRIBE_STRUCT(PhotoAnnounced, (), (photo, key, idea, author))
BOOST_DESCRIBE_STRUCT(PhotoSet, (), (photo, now, was))
BOOST_DESCRIBE_STRUCT(PlanSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(PlanShown, (), (now, was))
BOOST_DESCRIBE_STRUCT(GroupSet, (), (group, now, was))
BOOST_DESCRIBE_STRUCT(VoteSet, (), (vote, now, was))
BOOST_DESCRIBE_STRUCT(VoteCast, (), (vote, candidate, ballot))
BOOST_DESCRIBE_STRUCT(VoteRetracted, (), (vote, candidate, ballot))
BOOST_DESCRIBE_STRUCT(TieSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(TopSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(PlacesRevealed, (), (now, was))
BOOST_DESCRIBE_STRUCT(CommitmentSet, (), (commitment, now, was))
BOOST_DESCRIBE_STRUCT(PitchSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(PageTurned, (), (round, now, was))
BOOST_DESCRIBE_STRUCT(TableTaken, (), (person, now, was))
BOOST_DESCRIBE_STRUCT(TableChoiceSet, (), (table, now, was))
BOOST_DESCRIBE_STRUCT(ProposalSet, (), (group, now, was))
BOOST_DESCRIBE_STRUCT(ConcernSet, (), (concern, now, was))
BOOST_DESCRIBE_STRUCT(StarsGiven, (), (ballot, now, was))
BOOST_DESCRIBE_STRUCT(MatrixSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(ScoreGiven, (), (ballot, group, criterion, now, was))
BOOST_DESCRIBE_STRUCT(MatrixClosed, (), (now, was))
BOOST_DESCRIBE_STRUCT(SubjectDecided, (), (group, now, was))
BOOST_DESCRIBE_STRUCT(ChoosingSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(SymbolChosen, (), (person, now, was))
BOOST_DESCRIBE_STRUCT(NextStepSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(BallotsSealed, (), ())
BOOST_DESCRIBE_STRUCT(SessionStatusSet, (), (now, was))
BOOST_DESCRIBE_STRUCT(ActionUndone, (), (action))
BOOST_DESCRIBE_STRUCT(RehearsalBegun, (), (of))

/// The stored name of an event.
template <class E>
inline constexpr const char* event_name = nullptr;

template <> inline constexpr const char* event_name<SessionCreated> = "session_created";
template <> inline constexpr const char* event_name<AgendaArranged> = "agenda_arranged";
template <> inline constexpr const char* event_name<RoundScheduled> = "round_scheduled";
template <> inline constexpr const char* event_name<RoundStarted> = "round_started";
template <> inline constexpr const char* event_name<TimerSet> = "timer_set";
template <> inline constexpr const char* event_name<DoorLocked> = "door_locked";
template <> inline constexpr const char* event_name<ScreenBlanked> = "screen_blanked";
template <> inline constexpr const char* event_name<SessionPaused> = "session_paused";
template <> inline constexpr const char* event_name<SpotlightSet> = "spotlight_set";
template <> inline constexpr const char* event_name<ModerationSet> = "moderation_set";
template <> inline constexpr const char* event_name<LeadTaken> = "lead_taken";
template <> inline constexpr const char* event_name<PinSet> = "pin_set";
template <> inline constexpr const char* event_name<WifiSet> = "wifi_set";
template <> inline constexpr const char* event_name<NoteWritten> = "note_written";
template <> inline constexpr const char* event_name<IdeasShared> = "ideas_shared";
template <> inline constexpr const char* event_name<GroupingAllowed> = "grouping_allowed";
template <> inline constexpr const char* event_name<HintsAllowed> = "hints_allowed";
template <> inline constexpr const char* event_name<PersonJoined> = "person_joined";
template <> inline constexpr const char* event_name<PersonDescribed> = "person_described";
template <> inline constexpr const char* event_name<PersonStateSet> = "person_state_set";
template <> inline constexpr const char* event_name<SeatMerged> = "seat_merged";
template <> inline constexpr const char* event_name<ReadySet> = "ready_set";
template <> inline constexpr const char* event_name<ContactGiven> = "contact_given";
template <> inline constexpr const char* event_name<ContactWithdrawn> = "contact_withdrawn";
template <> inline constexpr const char* event_name<IdeaSubmitted> = "idea_submitted";
template <> inline constexpr const char* event_name<IdeaReworded> = "idea_reworded";
template <> inline constexpr const char* event_name<IdeaStateSet> = "idea_state_set";
template <> inline constexpr const char* event_name<IdeaPlaced> = "idea_placed";
template <> inline constexpr const char* event_name<IdeaHeld> = "idea_held";
template <> inline constexpr const char* event_name<IdeaTranslated> = "idea_translated";
template <> inline constexpr const char* event_name<IdeaPinned> = "idea_pinned";
template <> inline constexpr const char* event_name<PhotoAnnounced> = "photo_announced";
template <> inline constexpr const char* event_name<PhotoSet> = "photo_set";
template <> inline constexpr const char* event_name<PlanSet> = "plan_set";
template <> inline constexpr const char* event_name<PlanShown> = "plan_shown";
template <> inline constexpr const char* event_name<GroupSet> = "group_set";
template <> inline constexpr const char* event_name<VoteSet> = "vote_set";
template <> inline constexpr const char* event_name<VoteCast> = "vote_cast";
template <> inline constexpr const char* event_name<VoteRetracted> = "vote_retracted";
template <> inline constexpr const char* event_name<TieSet> = "tie_set";
template <> inline constexpr const char* event_name<TopSet> = "top_set";
template <> inline constexpr const char* event_name<PlacesRevealed> = "places_revealed";
template <> inline constexpr const char* event_name<CommitmentSet> = "commitment_set";
template <> inline constexpr const char* event_name<PitchSet> = "pitch_set";
template <> inline constexpr const char* event_name<PageTurned> = "page_turned";
template <> inline constexpr const char* event_name<TableTaken> = "table_taken";
template <> inline constexpr const char* event_name<TableChoiceSet> = "table_choice_set";
template <> inline constexpr const char* event_name<ProposalSet> = "proposal_set";
template <> inline constexpr const char* event_name<ConcernSet> = "concern_set";
template <> inline constexpr const char* event_name<StarsGiven> = "stars_given";
template <> inline constexpr const char* event_name<MatrixSet> = "matrix_set";
template <> inline constexpr const char* event_name<ScoreGiven> = "score_given";
template <> inline constexpr const char* event_name<MatrixClosed> = "matrix_closed";
template <> inline constexpr const char* event_name<SubjectDecided> = "subject_decided";
template <> inline constexpr const char* event_name<ChoosingSet> = "choosing_set";
template <> inline constexpr const char* event_name<SymbolChosen> = "symbol_chosen";
template <> inline constexpr const char* event_name<NextStepSet> = "next_step_set";
template <> inline constexpr const char* event_name<BallotsSealed> = "ballots_sealed";
template <> inline constexpr const char* event_name<SessionStatusSet> = "session_status_set";
template <> inline constexpr const char* event_name<ActionUndone> = "action_undone";
template <> inline constexpr const char* event_name<RetentionSet> = "retention_set";
template <> inline constexpr const char* event_name<RehearsalBegun> = "rehearsal_begun";

}  // namespace kiemkring::domain

namespace kiemkring::wire {

template <>
inline constexpr std::array came_later<domain::AgendaArranged>{std::string_view{"upload"}};
template <>
inline constexpr std::array came_later<domain::PinSet>{std::string_view{"was"}};
template <>
inline constexpr std::array came_later<domain::WifiSet>{std::string_view{"was"}};
template <>
inline constexpr std::array came_later<domain::NoteWritten>{std::string_view{"was"}};
template <>
inline constexpr std::array came_later<domain::PersonJoined>{std::string_view{"seat"}};

}  // namespace kiemkring::wire
