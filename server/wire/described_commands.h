// The members of the commands: the args of the protocol.
#pragma once

#include <boost/describe.hpp>

#include "domain/session/command.h"
#include "wire/described_values.h"

namespace kiemkring::domain {

BOOST_DESCRIBE_STRUCT(MovedIdea, (), (idea, from))
BOOST_DESCRIBE_STRUCT(SetProfile, (), (name, organisation, role))
BOOST_DESCRIBE_STRUCT(SubmitIdea, (), (text, explanation, place, photo))
BOOST_DESCRIBE_STRUCT(EditIdea, (), (idea, text, explanation))
BOOST_DESCRIBE_STRUCT(WithdrawIdea, (), (idea))
BOOST_DESCRIBE_STRUCT(RestoreIdea, (), (idea))
BOOST_DESCRIBE_STRUCT(SetReady, (), (round, ready))
BOOST_DESCRIBE_STRUCT(HoldIdea, (), (idea))
BOOST_DESCRIBE_STRUCT(ReleaseIdea, (), (idea))
BOOST_DESCRIBE_STRUCT(MoveIdeas, (), (ideas, to, before))
BOOST_DESCRIBE_STRUCT(CastVote, (), (candidate))
BOOST_DESCRIBE_STRUCT(RetractVote, (), (candidate))
BOOST_DESCRIBE_STRUCT(CommitTo, (), (candidate, role, note))
BOOST_DESCRIBE_STRUCT(WithdrawCommitment, (), (commitment))
BOOST_DESCRIBE_STRUCT(GiveContact, (), (kind, value, purposes))
BOOST_DESCRIBE_STRUCT(WithdrawContact, (), ())
BOOST_DESCRIBE_STRUCT(LockDoor, (), (locked))
BOOST_DESCRIBE_STRUCT(RemovePerson, (), (person))
BOOST_DESCRIBE_STRUCT(BringBackPerson, (), (person))
BOOST_DESCRIBE_STRUCT(AddPaperSeat, (), (name))
BOOST_DESCRIBE_STRUCT(MergeSeats, (), (person, into))
BOOST_DESCRIBE_STRUCT(AnswerKnock, (), (knock, let_in))
BOOST_DESCRIBE_STRUCT(PauseSession, (), (paused))
BOOST_DESCRIBE_STRUCT(Spotlight, (), (idea))
BOOST_DESCRIBE_STRUCT(Moderate, (), (moderated))
BOOST_DESCRIBE_STRUCT(AdmitIdeas, (), (ideas))
BOOST_DESCRIBE_STRUCT(AddIdeas, (), (lines))
BOOST_DESCRIBE_STRUCT(WriteNote, (), (round, seen, text, goes_on))
BOOST_DESCRIBE_STRUCT(SetWifi, (), (name, password, shown))
BOOST_DESCRIBE_STRUCT(SetPin, (), (pin))
BOOST_DESCRIBE_STRUCT(TakeLead, (), (pin))
BOOST_DESCRIBE_STRUCT(StartRound, (), (round, in_ms, seen))
BOOST_DESCRIBE_STRUCT(CancelStart, (), ())
BOOST_DESCRIBE_STRUCT(OrderAgenda, (), (rounds))
BOOST_DESCRIBE_STRUCT(SkipRound, (), (round, skipped))
BOOST_DESCRIBE_STRUCT(RepeatRound, (), (round))
BOOST_DESCRIBE_STRUCT(SetTimer, (), (duration_ms))
BOOST_DESCRIBE_STRUCT(AdjustTimer, (), (delta_ms))
BOOST_DESCRIBE_STRUCT(PauseTimer, (), ())
BOOST_DESCRIBE_STRUCT(ResumeTimer, (), ())
BOOST_DESCRIBE_STRUCT(ShareIdeas, (), (shared))
BOOST_DESCRIBE_STRUCT(HideIdea, (), (ideas, hidden))
BOOST_DESCRIBE_STRUCT(KeepForLater, (), (ideas, later))
BOOST_DESCRIBE_STRUCT(MergeIdeas, (), (ideas, into))
BOOST_DESCRIBE_STRUCT(UnmergeIdea, (), (idea))
BOOST_DESCRIBE_STRUCT(CreateGroup, (), (name, ideas))
BOOST_DESCRIBE_STRUCT(RenameGroup, (), (group, name))
BOOST_DESCRIBE_STRUCT(MergeGroups, (), (group, into))
BOOST_DESCRIBE_STRUCT(SplitGroup, (), (group, ideas, name))
BOOST_DESCRIBE_STRUCT(DissolveGroup, (), (group))
BOOST_DESCRIBE_STRUCT(AllowGrouping, (), (allowed))
BOOST_DESCRIBE_STRUCT(AllowHints, (), (allowed))
BOOST_DESCRIBE_STRUCT(SetVoteRules, (), (votes_per_person, votes_per_candidate))
BOOST_DESCRIBE_STRUCT(CloseVote, (), (in_ms, anyway, reason))
BOOST_DESCRIBE_STRUCT(KeepVoteOpen, (), ())
BOOST_DESCRIBE_STRUCT(WidenTop, (), ())
BOOST_DESCRIBE_STRUCT(StartRunoff, (), ())
BOOST_DESCRIBE_STRUCT(MergeTied, (), (candidates, into))
BOOST_DESCRIBE_STRUCT(DrawLots, (), ())
BOOST_DESCRIBE_STRUCT(RevealNext, (), (seen))
BOOST_DESCRIBE_STRUCT(RecordHands, (), (candidate, role, person, hands, note))
BOOST_DESCRIBE_STRUCT(SetNextStep, (), (date, text))
BOOST_DESCRIBE_STRUCT(AddRound, (), (kind, title, text, say, minutes))
BOOST_DESCRIBE_STRUCT(EditRound, (), (round, title, text, say, minutes))
BOOST_DESCRIBE_STRUCT(PageWish, (), (kind, picture, concept_id))
BOOST_DESCRIBE_STRUCT(SetPages, (), (round, was, pages))
BOOST_DESCRIBE_STRUCT(TurnPage, (), (round, page))
BOOST_DESCRIBE_STRUCT(StartPitch, (), (group))
BOOST_DESCRIBE_STRUCT(SitAtTable, (), (table))
BOOST_DESCRIBE_STRUCT(SeatPerson, (), (person, table))
BOOST_DESCRIBE_STRUCT(DealTables, (), (tables))
BOOST_DESCRIBE_STRUCT(ChooseForTable, (), (table, group, chosen))
BOOST_DESCRIBE_STRUCT(KeepChosen, (), ())
BOOST_DESCRIBE_STRUCT(KeepGroupForLater, (), (group, later))
BOOST_DESCRIBE_STRUCT(TakeProposal, (), (group, taken))
BOOST_DESCRIBE_STRUCT(AssignProposal, (), (group, person))
BOOST_DESCRIBE_STRUCT(WordProposal, (), (group, revision, what, where, whom, in_time, in_money))
BOOST_DESCRIBE_STRUCT(AnswerConcern, (), (candidate, answer, text))
BOOST_DESCRIBE_STRUCT(SettleConcern, (), (concern, status))
BOOST_DESCRIBE_STRUCT(GiveStars, (), (stars))
BOOST_DESCRIBE_STRUCT(GiveScore, (), (group, criterion, score))
BOOST_DESCRIBE_STRUCT(CloseMatrix, (), (closed))
BOOST_DESCRIBE_STRUCT(DecideSubject, (), (group, verdict, note))
BOOST_DESCRIBE_STRUCT(ProposeChoice, (), (group, combined_with))
BOOST_DESCRIBE_STRUCT(FreezeChoice, (), (frozen, reason))
BOOST_DESCRIBE_STRUCT(ChooseSymbol, (), (symbol))
BOOST_DESCRIBE_STRUCT(CloseSession, (), ())
BOOST_DESCRIBE_STRUCT(ReopenSession, (), ())
BOOST_DESCRIBE_STRUCT(ShowNothing, (), (blank))
BOOST_DESCRIBE_STRUCT(Undo, (), (action))
BOOST_DESCRIBE_STRUCT(TranslateIdea, (), (idea, language, text))
BOOST_DESCRIBE_STRUCT(PinIdea, (), (idea, place))
BOOST_DESCRIBE_STRUCT(AddPhoto, (), (idea, photo))
BOOST_DESCRIBE_STRUCT(DescribePhoto, (), (photo, description))
BOOST_DESCRIBE_STRUCT(WithdrawPhoto, (), (photo))
BOOST_DESCRIBE_STRUCT(ObjectToPhoto, (), (photo))
BOOST_DESCRIBE_STRUCT(ReleasePhotos, (), (photos, released))
BOOST_DESCRIBE_STRUCT(HidePhoto, (), (photo, hidden))
BOOST_DESCRIBE_STRUCT(RemovePlan, (), ())
BOOST_DESCRIBE_STRUCT(ShowPlan, (), (shown))

}  // namespace kiemkring::domain

namespace kiemkring::wire {

template <>
inline constexpr std::array came_later<domain::SubmitIdea>{std::string_view{"place"}, std::string_view{"photo"}};
template <>
inline constexpr std::array came_later<domain::ProposeChoice>{std::string_view{"combined_with"}};
template <>
inline constexpr std::array came_later<domain::StartRound>{std::string_view{"seen"}};
template <>
inline constexpr std::array came_later<domain::WriteNote>{std::string_view{"goes_on"}};
template <>
inline constexpr std::array came_later<domain::CloseVote>{std::string_view{"reason"}};

}  // namespace kiemkring::wire
