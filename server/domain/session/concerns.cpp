// What people think of the ideas of the top before they say who joins in, and of the session at its end.
#include <algorithm>

#include "domain/session/rules.h"

namespace kiemkring::domain {

namespace {

bool is_of(const Session& session, const ConcernState& concern, PersonId person, GroupId candidate) {
    return person && session.seat_of(concern.person) == person && concern.candidate == candidate;
}

/// After the end a concern can only be taken back, and its words are erased.
Decision take_back(const Session& session, const AnswerConcern& answer, PersonId person) {
    if (answer.answer != ConcernAnswer::none) return refuse(Reason::ended);
    Change change;
    for (const auto& [id, said] : session.concerns) {
        if (said.answer == ConcernAnswer::none || !is_of(session, said, person, answer.candidate)) continue;
        auto now = said;
        now.answer = ConcernAnswer::none;
        now.text = {};
        change.events.push_back(ConcernSet{id, now, said});
        if (said.text) change.erased_texts.push_back(said.text);
    }
    return change;
}

}  // namespace

Decision decide(const Session& session, const AnswerConcern& answer, const Asker& asker, const Moment&) {
    if (session.status == SessionStatus::ended) return take_back(session, answer, asker.person);
    const bool chooses = session.kind() == RoundKind::choose;
    if (session.kind() != RoundKind::concerns && !chooses) return refuse_round(session);
    if (chooses ? session.choosing.candidate != answer.candidate : !session.is_in_top(answer.candidate)) return refuse(Reason::not_found);
    if (chooses && session.choosing.frozen) return refuse(Reason::vote_is_closed);
    // The room speaks through a facilitator only of concerns.
    if (asker.role == Asker::Role::facilitator && answer.answer != ConcernAnswer::worried) return refuse(Reason::bad_args);

    ConcernId id{static_cast<std::uint32_t>(session.concerns.size()) + 1};
    ConcernState was;
    for (const auto& [other, concern] : session.concerns)
        if (is_of(session, concern, asker.person, answer.candidate)) {
            id = other;
            was = concern;
        }
    if (id.value > limits::concerns_per_session_max) return refuse(Reason::quota);

    Draft draft{session};
    auto now = was;
    now.candidate = answer.candidate;
    if (!was.person) now.person = asker.person;
    now.answer = answer.answer;
    const auto words = answer.answer == ConcernAnswer::worried ? answer.text : std::string{};
    now.text = session.text(was.text) == words ? was.text : draft.text(words);
    if (now != was) {
        now.status = ConcernStatus::open;
        draft.add(ConcernSet{id, now, was});
    }
    draft.change.made_id = id.value;
    return draft.change;
}

Decision decide(const Session& session, const SettleConcern& settle, const Asker&, const Moment&) {
    const auto found = session.concerns.find(settle.concern);
    if (found == session.concerns.end() || found->second.answer != ConcernAnswer::worried) return refuse(Reason::not_found);
    auto now = found->second;
    now.status = settle.status;
    Change change;
    if (now != found->second) change.events.push_back(ConcernSet{settle.concern, now, found->second});
    return change;
}

Decision decide(const Session& session, const GiveStars& give, const Asker& asker, const Moment& moment) {
    if (session.kind() != RoundKind::close) return refuse_round(session);
    // Whose stars are whose is gone: nobody gives a second time.
    if (session.sealed) return refuse(Reason::vote_is_closed);
    Change change;
    BallotId ballot = moment.random >> 11;
    std::uint32_t was = 0;
    if (const auto given = session.stars_by(asker.person)) {
        ballot = *given;
        was = session.stars.contains(ballot) ? session.stars.at(ballot) : 0;
    } else {
        change.links.push_back({{}, asker.person, ballot});
    }
    if (give.stars == was) return Change{};
    change.events.push_back(StarsGiven{ballot, give.stars, was});
    return change;
}

}  // namespace kiemkring::domain
