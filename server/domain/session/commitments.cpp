// Who does what for the ideas of the top, the next step, and the end.
#include <algorithm>

#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

bool may_commit(const Session& session) {
    return session.kind() == RoundKind::commit || session.kind() == RoundKind::close;
}

/// After the end: every wording of a note but the one that it has now.
void erase_notes(const Session& session, CommitmentId id, TextId kept, Change& change) {
    if (session.status != SessionStatus::ended) return;
    auto notes = std::vector{session.commitments.at(id).note};
    if (const auto earlier = session.earlier_notes.find(id); earlier != session.earlier_notes.end())
        notes.insert(notes.end(), earlier->second.begin(), earlier->second.end());
    for (auto note : notes)
        if (note && note != kept) change.erased_texts.push_back(note);
}

Decision put(const Session& session, CommitmentState now, const std::string& note) {
    if (!may_commit(session)) return refuse_round(session);
    if (!session.is_in_top(now.candidate)) return refuse(Reason::not_found);
    if (session.commitments.size() >= limits::commitments_per_session_max) return refuse(Reason::quota);

    CommitmentId id{static_cast<std::uint32_t>(session.commitments.size()) + 1};
    CommitmentState was;
    for (const auto& [other, commitment] : session.commitments)
        if (now.person && session.seat_of(commitment.person) == now.person && commitment.candidate == now.candidate && commitment.role == now.role) {
            id = other;
            was = commitment;
            now.person = commitment.person;
        }
    if (session.status == SessionStatus::ended && !was.exists) return refuse(Reason::ended);
    Draft draft{session};
    now.note = was.exists && session.text(was.note) == note ? was.note : draft.text(note);
    if (now != was) draft.add(CommitmentSet{id, now, was});
    if (was.exists) erase_notes(session, id, now.note, draft.change);
    draft.change.made_id = id.value;
    return draft.change;
}

}  // namespace

Decision decide(const Session& session, const CommitTo& commit, const Asker& asker, const Moment&) {
    return put(session, {true, commit.candidate, commit.role, asker.person, 1, {}}, commit.note);
}

Decision decide(const Session& session, const RecordHands& hands, const Asker&, const Moment&) {
    if (hands.person && !session.people.contains(hands.person)) return refuse(Reason::not_found);
    return put(session, {true, hands.candidate, hands.role, hands.person, hands.person ? 1 : hands.hands, {}}, hands.note);
}

Decision decide(const Session& session, const WithdrawCommitment& withdraw, const Asker& asker, const Moment&) {
    auto found = session.commitments.find(withdraw.commitment);
    if (found == session.commitments.end() || !found->second.exists) return refuse(Reason::not_found);
    if (asker.role == Asker::Role::participant && session.seat_of(found->second.person) != asker.person) return refuse(Reason::forbidden);

    auto now = found->second;
    now.exists = false;
    if (session.status == SessionStatus::ended) now.note = {};
    Change change;
    erase_notes(session, withdraw.commitment, now.note, change);
    change.events.push_back(CommitmentSet{withdraw.commitment, now, found->second});
    return change;
}

Decision decide(const Session& session, const SetNextStep& next, const Asker&, const Moment&) {
    Draft draft{session};
    const auto& was = session.next_step;
    if (was && was->date == next.date && session.text(was->text) == next.text) return draft.change;
    draft.add(NextStepSet{NextStep{next.date, draft.text(next.text)}, was});
    return draft.change;
}

Decision decide(const Session& session, const CloseSession&, const Asker&, const Moment&) {
    if (session.kind() != RoundKind::close) return refuse_round(session);
    if (!session.next_step) return refuse(Reason::next_step_required);
    if (session.open_vote()) return refuse(Reason::vote_is_open);

    Draft draft{session};
    if (session.timer != Timer{}) draft.add(TimerSet{{}, session.timer});
    if (session.moving) draft.add(RoundScheduled{std::nullopt, session.moving});
    if (session.pause.on) draft.add(SessionPaused{{}, session.pause});
    if (session.spotlight) draft.add(SpotlightSet{{}, session.spotlight});
    if (session.plan_shown) draft.add(PlanShown{false, true});
    draft.change.erased_texts.assign(session.put_away.begin(), session.put_away.end());
    if (session.wifi.name) {
        draft.add(WifiSet{});
        draft.change.erased_texts.insert(draft.change.erased_texts.end(), {session.wifi.name, session.wifi.password});
    }
    draft.add(BallotsSealed{});
    draft.add(SessionStatusSet{SessionStatus::ended, SessionStatus::open});
    draft.change.erase_links = true;
    return draft.change;
}

Decision decide(const Session& session, const ReopenSession&, const Asker&, const Moment&) { return reopen(session); }

Change reopen(const Session& session) {
    Draft draft{session};
    if (session.status != SessionStatus::ended) return draft.change;
    // Whose scores are whose is gone: nobody gives a second time.
    if (session.matrix && !session.matrix_closed) draft.add(MatrixClosed{true, false});
    draft.add(SessionStatusSet{SessionStatus::open, SessionStatus::ended});
    return draft.change;
}

}  // namespace kiemkring::domain
