// The members of the values, and the names of enumerators as the protocol and the store spell them.
#pragma once

#include <boost/describe.hpp>

#include "domain/refusal.h"
#include "domain/session/values.h"
#include "wire/described.h"

namespace kiemkring::domain {

BOOST_DESCRIBE_ENUM(Reason, bad_json, bad_envelope, bad_args, forbidden, not_found, wrong_round,
    empty_text, too_long, bad_text, quota, votes_are_spent, candidate_has_all_your_votes,
    no_such_vote, vote_is_open, vote_is_closed, votes_were_cast, too_few_voted, no_candidates,
    no_tie, runoff_was_held, not_yet_revealed, all_revealed, being_moved, moved_meanwhile,
    changed_meanwhile, nothing_to_undo, next_step_required, bad_date, bad_email, bad_phone,
    consent_required, no_table, table_has_chosen, nothing_chosen, being_sharpened, session_full, ended, already, rate_limited, read_only, out_of_order, n_reused,
    unavailable, paused, watching, wrong_pin, too_many_pins, outside_plan, concerns_are_open)
BOOST_DESCRIBE_ENUM(RoundKind, lobby, ideas, group, vote, tie, top5, commit, close, talk, break_, show, pitch,
    table_choice, sharpen, concerns, explore, assess, choose)
BOOST_DESCRIBE_ENUM(SessionStatus, open, ended)
BOOST_DESCRIBE_ENUM(PersonState, in, removed, merged, invited)
BOOST_DESCRIBE_ENUM(SeatKind, phone, paper, link)
BOOST_DESCRIBE_ENUM(IdeaStatus, live, hidden, merged, withdrawn, later, waiting)
BOOST_DESCRIBE_ENUM(PhotoStatus, awaited, here, hidden, erased)
BOOST_DESCRIBE_ENUM(TimerState, none, running, paused)
BOOST_DESCRIBE_ENUM(VoteStatus, none, open, closed)
BOOST_DESCRIBE_ENUM(CommitmentRole, lead, help, think, arrange, check_first, informed, missing)
BOOST_DESCRIBE_ENUM(ContactKind, email, phone)
BOOST_DESCRIBE_ENUM(Fits, unknown, yes, no)
BOOST_DESCRIBE_ENUM(ConcernAnswer, none, fine, worried)
BOOST_DESCRIBE_ENUM(ConcernStatus, open, noted, resolved, dropped)
BOOST_DESCRIBE_ENUM(Symbol, none, bee, bird, butterfly, flower, frog, hedgehog, mushroom, tree)
BOOST_DESCRIBE_ENUM(PageKind, photo, concept_, slide)
BOOST_DESCRIBE_ENUM(Scale, points, colours)
BOOST_DESCRIBE_ENUM(Verdict, open, green, amber, red)
BOOST_DESCRIBE_ENUM(TieWay, widen, run_off, merge, draw)

BOOST_DESCRIBE_STRUCT(Details, (), (expected, retry_after_ms, round, name, group))
BOOST_DESCRIBE_STRUCT(SessionInfo, (), (title, question, within, money, place, host, controller,
    language, retained_until, seats_max, code, secret))
BOOST_DESCRIBE_STRUCT(ConceptWords, (), (title, text, facts))
BOOST_DESCRIBE_STRUCT(ShowPage, (), (kind, picture, concept_id, width, height, words))
BOOST_DESCRIBE_STRUCT(AgendaItem, (), (id, kind, title, minutes, say, skipped, text, pages))
BOOST_DESCRIBE_STRUCT(Schedule, (), (round, at))
BOOST_DESCRIBE_STRUCT(Timer, (), (state, ends_at, left_ms))
BOOST_DESCRIBE_STRUCT(Pause, (), (on, timer_ran))
BOOST_DESCRIBE_STRUCT(Sharing, (), (all, through))
BOOST_DESCRIBE_STRUCT(Wording, (), (text, explanation))
BOOST_DESCRIBE_STRUCT(Translation, (), (language, text))
BOOST_DESCRIBE_STRUCT(IdeaState, (), (status, merged_into))
BOOST_DESCRIBE_STRUCT(Placement, (), (group, order))
BOOST_DESCRIBE_STRUCT(Place, (), (x, y))
BOOST_DESCRIBE_STRUCT(PhotoState, (), (status, released, description, width, height))
BOOST_DESCRIBE_STRUCT(Plan, (), (picture, width, height))
BOOST_DESCRIBE_STRUCT(Hold, (), (person, until))
BOOST_DESCRIBE_STRUCT(GroupState, (), (exists, name, single, brought))
BOOST_DESCRIBE_STRUCT(VoteState, (), (status, round, runoff, candidates, votes_per_person,
    votes_per_candidate, closes_at, why_early))
BOOST_DESCRIBE_STRUCT(TieDecision, (), (way, winners, order, seed))
BOOST_DESCRIBE_STRUCT(Tie, (), (vote, first_place, free, size, settled, tied, runoff, decided))
BOOST_DESCRIBE_STRUCT(TopEntry, (), (place, candidate, title, votes, tied))
BOOST_DESCRIBE_STRUCT(Top, (), (vote, entries, near_misses, decided_by, seed))
BOOST_DESCRIBE_STRUCT(CommitmentState, (), (exists, candidate, role, person, hands, note))
BOOST_DESCRIBE_STRUCT(Pitch, (), (group, done))
BOOST_DESCRIBE_STRUCT(Proposal, (), (by, what, where, whom, in_time, in_money, revision))
BOOST_DESCRIBE_STRUCT(ConcernState, (), (candidate, person, answer, text, status))
BOOST_DESCRIBE_STRUCT(Subject, (), (group, about, entry))
BOOST_DESCRIBE_STRUCT(Criterion, (), (name, question, entry))
BOOST_DESCRIBE_STRUCT(Matrix, (), (scale, subjects, criteria))
BOOST_DESCRIBE_STRUCT(TableDecision, (), (verdict, note))
BOOST_DESCRIBE_STRUCT(Choosing, (), (candidate, frozen, reason, combined_with))
BOOST_DESCRIBE_STRUCT(NextStep, (), (date, text))
BOOST_DESCRIBE_STRUCT(Note, (), (text, number))
BOOST_DESCRIBE_STRUCT(Wifi, (), (name, password, shown))
BOOST_DESCRIBE_STRUCT(TextRow, (), (id, text))
BOOST_DESCRIBE_STRUCT(Contact, (), (kind, value, purposes))
BOOST_DESCRIBE_STRUCT(PersonRow, (), (id, token_hash, name, organisation, role, contact))
BOOST_DESCRIBE_STRUCT(BallotLink, (), (vote, person, ballot))

}  // namespace kiemkring::domain

namespace kiemkring::wire {

template <>
inline constexpr std::array came_later<domain::GroupState>{std::string_view{"brought"}};
template <>
inline constexpr std::array came_later<domain::VoteState>{std::string_view{"why_early"}};
template <>
inline constexpr std::array came_later<domain::ShowPage>{std::string_view{"words"}};
template <>
inline constexpr std::array came_later<domain::Choosing>{std::string_view{"combined_with"}};
template <>
inline constexpr std::array came_later<domain::AgendaItem>{std::string_view{"text"}, std::string_view{"pages"}};

}  // namespace kiemkring::wire
