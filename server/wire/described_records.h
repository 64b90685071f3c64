// The members of the records, and the names of their types.
#pragma once

#include <boost/describe.hpp>

#include "domain/session/record.h"
#include "wire/described_values.h"
#include "wire/server_message.h"

namespace kiemkring::domain {

BOOST_DESCRIBE_ENUM(Audience, participant, facilitator, screen, helper)
BOOST_DESCRIBE_ENUM(RecordType, session, invite, agenda, round, person, progress, idea, group, vote,
    tally, tie, top, commitment, leads, table, proposal, concern, moods, stars, closing, undo, spotlight, note, lead, me,
    my_idea, photo, my_photo, plan, paper, matrix, choosing, wifi)

BOOST_DESCRIBE_STRUCT(SessionRecord, (), (id, title, question, within, money, place, host,
    controller, retained_until, language, seats_max, door, status, blank, rehearsal, paused, moderated, reopened))
BOOST_DESCRIBE_STRUCT(InviteRecord, (), (id, code, secret))
BOOST_DESCRIBE_STRUCT(AgendaRound, (), (id, kind, title, minutes, text, say, state, pages))
BOOST_DESCRIBE_STRUCT(PageView, (), (kind, picture, width, height, title, text, facts))
BOOST_DESCRIBE_STRUCT(ShowView, (), (page, pages))
BOOST_DESCRIBE_STRUCT(AgendaRecord, (), (id, rounds, current, moving))
BOOST_DESCRIBE_STRUCT(RunningTimer, (), (state, ends_at))
BOOST_DESCRIBE_STRUCT(PausedTimer, (), (state, left_ms))
BOOST_DESCRIBE_STRUCT(RoundRecord, (), (id, round, kind, timer, ideas_shared, grouping_allowed,
    hints_allowed, pitch, show))
BOOST_DESCRIBE_STRUCT(PersonRecord, (), (id, name, organisation, role, state, table, symbol, votes_left, ready))
BOOST_DESCRIBE_STRUCT(ProgressRecord, (), (id, ideas, writers, seats_taken))
BOOST_DESCRIBE_STRUCT(TranslationView, (), (language, text))
BOOST_DESCRIBE_STRUCT(HoldView, (), (person, name, until))
BOOST_DESCRIBE_STRUCT(IdeaRecord, (), (id, text, explanation, status, group, order, merged_into,
    hold, place, translation))
BOOST_DESCRIBE_STRUCT(GroupRecord, (), (id, name, letter, color, order, single, translation))
BOOST_DESCRIBE_STRUCT(Waiting, (), (person, left))
BOOST_DESCRIBE_STRUCT(VoteRecord, (), (id, vote, runoff, state, candidates, votes_per_person,
    votes_per_candidate, voted, seats, closes_at, waiting))
BOOST_DESCRIBE_STRUCT(Count, (), (candidate, votes))
BOOST_DESCRIBE_STRUCT(TallyRecord, (), (id, vote, counts))
BOOST_DESCRIBE_STRUCT(TieRecord, (), (id, first_place, free, tied, size, ways, runoff, decided))
BOOST_DESCRIBE_STRUCT(TopEntryView, (), (place, candidate, letter, title, votes, tied))
BOOST_DESCRIBE_STRUCT(NearMiss, (), (candidate, letter, title, votes))
BOOST_DESCRIBE_STRUCT(TopRecord, (), (id, size, revealed, entries, near_misses, decided_by, seed))
BOOST_DESCRIBE_STRUCT(CommitmentRecord, (), (id, candidate, role, person, name, hands, note))
BOOST_DESCRIBE_STRUCT(Lead, (), (candidate, lead, people))
BOOST_DESCRIBE_STRUCT(LeadsRecord, (), (id, ideas))
BOOST_DESCRIBE_STRUCT(TableRecord, (), (id, chosen))
BOOST_DESCRIBE_STRUCT(ProposalRecord, (), (id, by, name, what, where, whom, in_time, in_money, revision))
BOOST_DESCRIBE_STRUCT(ConcernRecord, (), (id, candidate, person, name, text, status))
BOOST_DESCRIBE_STRUCT(Mood, (), (candidate, fine, worried, open))
BOOST_DESCRIBE_STRUCT(MoodsRecord, (), (id, ideas))
BOOST_DESCRIBE_STRUCT(StarsRecord, (), (id, counts))
BOOST_DESCRIBE_STRUCT(SubjectView, (), (group, about, verdict, note))
BOOST_DESCRIBE_STRUCT(CriterionView, (), (name, question))
BOOST_DESCRIBE_STRUCT(CellView, (), (group, criterion, counts))
BOOST_DESCRIBE_STRUCT(MatrixRecord, (), (id, scale, subjects, criteria, closed, answered, seats, waiting, cells))
BOOST_DESCRIBE_STRUCT(ChoosingRecord, (), (id, candidate, frozen, reason, candidates, answered, seats, combined_with))
BOOST_DESCRIBE_STRUCT(MyScore, (), (group, criterion, score))
BOOST_DESCRIBE_STRUCT(NextStepView, (), (date, text))
BOOST_DESCRIBE_STRUCT(ClosingRecord, (), (id, next_step))
BOOST_DESCRIBE_STRUCT(UndoView, (), (id, op, what, at))
BOOST_DESCRIBE_STRUCT(UndoRecord, (), (id, action))
BOOST_DESCRIBE_STRUCT(SpotlightRecord, (), (id, idea, text, explanation, translation))
BOOST_DESCRIBE_STRUCT(NoteRecord, (), (id, text, number, undo))
BOOST_DESCRIBE_STRUCT(LeadRecord, (), (id, device, has_pin, pin))
BOOST_DESCRIBE_STRUCT(WifiRecord, (), (id, name, password, shown))
BOOST_DESCRIBE_STRUCT(MyVotes, (), (candidate, votes))
BOOST_DESCRIBE_STRUCT(MyCommitment, (), (id, candidate, role, note))
BOOST_DESCRIBE_STRUCT(MyConcern, (), (candidate, answer, text))
BOOST_DESCRIBE_STRUCT(MeRecord, (), (id, person, name, organisation, role, removed, ready, votes,
    votes_left, commitments, concerns, stars, scores, contact))
BOOST_DESCRIBE_STRUCT(MyIdeaRecord, (), (id, text, explanation, status, group, place, translation))
BOOST_DESCRIBE_STRUCT(PhotoRecord, (), (id, idea, description, status, released, width, height))
BOOST_DESCRIBE_STRUCT(MyPhotoRecord, (), (id, key, idea, description, status, released))
BOOST_DESCRIBE_STRUCT(PlanRecord, (), (id, picture, width, height, shown))
BOOST_DESCRIBE_STRUCT(PaperIdea, (), (id, text, explanation, status, place))
BOOST_DESCRIBE_STRUCT(PaperRecord, (), (id, ideas, votes, votes_left, scores, concerns, may_be_named))

}  // namespace kiemkring::domain

namespace kiemkring::wire {

BOOST_DESCRIBE_ENUM(Mode, snapshot, delta)
BOOST_DESCRIBE_STRUCT(KnockView, (), (id, name))
BOOST_DESCRIBE_STRUCT(TurnedAwayView, (), (id, name, at))
BOOST_DESCRIBE_STRUCT(Suggestion, (), (ideas, group, words))

}  // namespace kiemkring::wire
