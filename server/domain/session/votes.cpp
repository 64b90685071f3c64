// Voting: opening, casting, closing, and what the counts make of the top.
#include <algorithm>

#include "domain/session/rules.h"
#include "domain/session/tally.h"

namespace kiemkring::domain {
namespace {

VoteId new_vote_id(const Session& session) {
    return {session.votes.empty() ? 1 : session.votes.rbegin()->first.value + 1};
}

/// The open vote, when the round lets people vote.
const Vote* voting(const Session& session) {
    const auto* vote = session.open_vote();
    if (!vote) return nullptr;
    return session.kind() == RoundKind::vote || session.kind() == RoundKind::tie ? vote : nullptr;
}

/// Fewer than eight in ten have voted.
bool is_early(const Session& session) { return session.voted() * 100 < session.seats_taken * 80; }

std::uint32_t spent(const std::map<GroupId, std::uint32_t>& ballot) {
    std::uint32_t votes = 0;
    for (const auto& [candidate, given] : ballot) votes += given;
    return votes;
}

}  // namespace

bool open_vote(const Session& session, RoundId round, Draft& draft) {
    for (const auto& [id, vote] : session.votes)
        if (vote.state.status != VoteStatus::none && vote.state.round == round) return true;

    const auto candidates = group_every_idea(session, draft);
    if (candidates.empty()) return false;

    VoteState state{VoteStatus::open, round, false, candidates, 0, 1, std::nullopt};
    const bool few = candidates.size() < limits::few_candidates_below;
    state.votes_per_person = session.matrix ? 1 : few ? limits::votes_with_few_candidates : limits::votes_default;
    draft.add(VoteSet{new_vote_id(session), state, {}});
    return true;
}

void cancel_unused_vote(const Session& session, Draft& draft) {
    const auto* vote = session.last_vote();
    auto now = vote->state;
    now.status = VoteStatus::none;
    now.closes_at.reset();
    draft.add(VoteSet{session.last_vote_id(), now, vote->state});
    if (vote->state.runoff && session.tie) {
        auto tie = *session.tie;
        tie.runoff = {};
        draft.add(TieSet{tie, session.tie});
    }
}

Decision decide(const Session& session, const CastVote& cast, const Asker& asker, const Moment& moment) {
    const auto* vote = voting(session);
    if (!vote) return refuse_round(session);
    if (vote->state.closes_at && *vote->state.closes_at <= moment.now) return refuse_round(session);
    if (std::ranges::find(vote->state.candidates, cast.candidate) == vote->state.candidates.end())
        return refuse(Reason::not_found);

    const auto id = session.last_vote_id();
    const auto linked = session.ballot_of(id, asker.person);
    if (linked && vote->ballots.contains(*linked)) {
        const auto& ballot = vote->ballots.at(*linked);
        if (auto given = ballot.find(cast.candidate);
            given != ballot.end() && given->second >= vote->state.votes_per_candidate)
            return refuse(Reason::candidate_has_all_your_votes);
        if (spent(ballot) >= vote->state.votes_per_person) return refuse(Reason::votes_are_spent);
    }

    Change change;
    const BallotId ballot = linked ? *linked : moment.random >> 11;
    if (!linked) change.links.push_back({id, asker.person, ballot});
    change.events.push_back(VoteCast{id, cast.candidate, ballot});
    return change;
}

Decision decide(const Session& session, const RetractVote& retract, const Asker& asker, const Moment& moment) {
    const auto* vote = voting(session);
    if (!vote) return refuse_round(session);
    if (vote->state.closes_at && *vote->state.closes_at <= moment.now) return refuse_round(session);

    const auto id = session.last_vote_id();
    const auto linked = session.ballot_of(id, asker.person);
    if (!linked || !vote->ballots.contains(*linked) || !vote->ballots.at(*linked).contains(retract.candidate))
        return refuse(Reason::no_such_vote);

    Change change;
    change.events.push_back(VoteRetracted{id, retract.candidate, *linked});
    return change;
}

Decision decide(const Session& session, const SetVoteRules& rules, const Asker&, const Moment&) {
    const auto* vote = session.open_vote();
    if (!vote || vote->state.runoff) return refuse_round(session);
    if (vote->voters > 0) return refuse(Reason::votes_were_cast);
    if (rules.votes_per_candidate > rules.votes_per_person) return refuse(Reason::bad_args);

    auto now = vote->state;
    now.votes_per_person = rules.votes_per_person;
    now.votes_per_candidate = rules.votes_per_candidate;
    Change change;
    if (now != vote->state) change.events.push_back(VoteSet{session.last_vote_id(), now, vote->state});
    return change;
}

Decision decide(const Session& session, const CloseVote& close, const Asker&, const Moment& moment) {
    const auto* vote = session.open_vote();
    if (!vote) return refuse(Reason::vote_is_closed);
    if (!close.anyway && is_early(session)) return refuse(Reason::too_few_voted);

    Draft draft{session};
    auto why = vote->state.why_early;
    if (is_early(session) && !close.reason.empty()) why = draft.text(close.reason);
    if (close.in_ms > 0) {
        auto now = vote->state;
        now.closes_at = moment.now + base::Milliseconds{close.in_ms};
        now.why_early = why;
        draft.add(VoteSet{session.last_vote_id(), now, vote->state});
    } else {
        close_vote(session, why, draft);
    }
    return draft.change;
}

Decision decide(const Session& session, const KeepVoteOpen&, const Asker&, const Moment&) {
    const auto* vote = session.open_vote();
    if (!vote) return refuse(Reason::vote_is_closed);

    auto now = vote->state;
    now.closes_at.reset();
    now.why_early = {};
    Change change;
    if (now != vote->state) change.events.push_back(VoteSet{session.last_vote_id(), now, vote->state});
    return change;
}

void close_vote(const Session& session, TextId why_early, Draft& draft) {
    const auto* vote = session.last_vote();
    const auto id = session.last_vote_id();
    auto counted = *vote;
    for (auto ballot : session.ballots_left_out()) {
        for (const auto& [candidate, given] : vote->ballots.at(ballot))
            for (std::uint32_t i = 0; i < given; ++i) draft.add(VoteRetracted{id, candidate, ballot});
        counted.ballots.erase(ballot);
    }
    auto closed = vote->state;
    closed.status = VoteStatus::closed;
    closed.closes_at.reset();
    // Enough may have voted after all in the seconds before.
    closed.why_early = is_early(session) ? why_early : TextId{};
    draft.add(VoteSet{id, closed, vote->state});

    const auto counts = count_votes(counted);
    if (vote->state.runoff) {
        settle_runoff(session, counts, draft);
    } else {
        conclude(session, id, tie_across(id, counts, session.places()), draft);
    }
}

}  // namespace kiemkring::domain
