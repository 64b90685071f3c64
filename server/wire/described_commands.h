// The members of the commands: the args of the protocol.
#pragma once

#include <boost/describe.hpp>

#include "domain/session/command.h"
#include "wire/described_values.h"

namespace kiemkring::domain {

BOOST_DESCRIBE_STRUCT(MovedIdea, (), (idea, from))
BOOST_DESCRIBE_STRUCT(SetProfile, (), (name, organisation, role))
BOOST_DESCRIBE_STRUCT(SubmitIdea, (), (text, explanation))
BOOST_DESCRIBE_STRUCT(EditIdea, (), (idea, text, explanation))
BOOST_DESCRIBE_STRUCT(WithdrawIdea, (), (idea))
BOOST_DESCRIBE_STRUCT(RestoreIdea, (), (idea))
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
BOOST_DESCRIBE_STRUCT(StartRound, (), (round, in_ms))
BOOST_DESCRIBE_STRUCT(CancelStart, (), ())
BOOST_DESCRIBE_STRUCT(OrderAgenda, (), (rounds))
BOOST_DESCRIBE_STRUCT(SkipRound, (), (round, skipped))
BOOST_DESCRIBE_STRUCT(RepeatRound, (), (round))
BOOST_DESCRIBE_STRUCT(SetTimer, (), (duration_ms))
BOOST_DESCRIBE_STRUCT(AdjustTimer, (), (delta_ms))
BOOST_DESCRIBE_STRUCT(PauseTimer, (), ())
BOOST_DESCRIBE_STRUCT(ResumeTimer, (), ())
BOOST_DESCRIBE_STRUCT(ShareIdeas, (), (shared))
BOOST_DESCRIBE_STRUCT(HideIdea, (), (idea, hidden))
BOOST_DESCRIBE_STRUCT(KeepForLater, (), (idea, later))
BOOST_DESCRIBE_STRUCT(MergeIdeas, (), (ideas, into))
BOOST_DESCRIBE_STRUCT(UnmergeIdea, (), (idea))
BOOST_DESCRIBE_STRUCT(CreateGroup, (), (name, ideas))
BOOST_DESCRIBE_STRUCT(RenameGroup, (), (group, name))
BOOST_DESCRIBE_STRUCT(MergeGroups, (), (group, into))
BOOST_DESCRIBE_STRUCT(SplitGroup, (), (group, ideas, name))
BOOST_DESCRIBE_STRUCT(DissolveGroup, (), (group))
BOOST_DESCRIBE_STRUCT(AllowGrouping, (), (allowed))
BOOST_DESCRIBE_STRUCT(SetVoteRules, (), (votes_per_person, votes_per_candidate))
BOOST_DESCRIBE_STRUCT(CloseVote, (), (in_ms, anyway))
BOOST_DESCRIBE_STRUCT(KeepVoteOpen, (), ())
BOOST_DESCRIBE_STRUCT(WidenTop, (), ())
BOOST_DESCRIBE_STRUCT(StartRunoff, (), ())
BOOST_DESCRIBE_STRUCT(MergeTied, (), (candidates, into))
BOOST_DESCRIBE_STRUCT(DrawLots, (), ())
BOOST_DESCRIBE_STRUCT(RevealNext, (), ())
BOOST_DESCRIBE_STRUCT(RecordHands, (), (candidate, role, person, hands, note))
BOOST_DESCRIBE_STRUCT(SetNextStep, (), (date, text))
BOOST_DESCRIBE_STRUCT(CloseSession, (), ())
BOOST_DESCRIBE_STRUCT(ShowNothing, (), (blank))
BOOST_DESCRIBE_STRUCT(Undo, (), (action))

}  // namespace kiemkring::domain
