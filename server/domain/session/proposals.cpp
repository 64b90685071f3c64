// A group becomes a proposal: what, where, for whom, and whether it fits.
#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

Proposal proposal_of(const Session& session, GroupId group) {
    const auto found = session.proposals.find(group);
    return found == session.proposals.end() ? Proposal{} : found->second;
}

/// Somebody else sharpens it, who does not sit at the same table.
bool is_held_by_others(const Session& session, const Proposal& proposal, PersonId asker) {
    const auto by = session.seat_of(proposal.by);
    if (!by || by == asker) return false;
    const auto& holder = session.people.at(by);
    const auto table = session.people.at(asker).table;
    return holder.state == PersonState::in && (table == 0 || holder.table != table);
}

Decision refuse_held(const Session& session, const Proposal& proposal) {
    return refuse(Reason::being_sharpened, {.name = session.name(proposal.by)});
}

/// A new text only where it says something else.
TextId reworded(const Session& session, TextId was, const std::string& words, Draft& draft) {
    return session.text(was) == words ? was : draft.text(words);
}

}  // namespace

Decision decide(const Session& session, const TakeProposal& take, const Asker& asker, const Moment&) {
    if (session.kind() != RoundKind::sharpen) return refuse_round(session);
    if (!session.has_ideas(take.group)) return refuse(Reason::not_found);
    const auto was = proposal_of(session, take.group);
    if (is_held_by_others(session, was, asker.person)) return refuse_held(session, was);

    auto now = was;
    now.by = take.taken ? asker.person : PersonId{};
    Change change;
    if (now != was) change.events.push_back(ProposalSet{take.group, now, was});
    return change;
}

Decision decide(const Session& session, const AssignProposal& assign, const Asker&, const Moment&) {
    if (!session.has_ideas(assign.group)) return refuse(Reason::not_found);
    if (assign.person && !session.people.contains(assign.person)) return refuse(Reason::not_found);
    const auto was = proposal_of(session, assign.group);
    auto now = was;
    now.by = assign.person;
    Change change;
    if (now != was) change.events.push_back(ProposalSet{assign.group, now, was});
    return change;
}

Decision decide(const Session& session, const WordProposal& word, const Asker& asker, const Moment&) {
    const bool is_participant = asker.role == Asker::Role::participant;
    if (is_participant && session.kind() != RoundKind::sharpen) return refuse_round(session);
    if (session.open_vote()) return refuse(Reason::vote_is_open);
    if (!session.has_ideas(word.group)) return refuse(Reason::not_found);
    const auto was = proposal_of(session, word.group);
    if (is_participant && is_held_by_others(session, was, asker.person)) return refuse_held(session, was);
    if (word.revision != was.revision) return refuse(Reason::changed_meanwhile);

    Draft draft{session};
    auto now = was;
    if (is_participant && !now.by) now.by = asker.person;
    now.what = reworded(session, was.what, word.what, draft);
    now.where = reworded(session, was.where, word.where, draft);
    now.whom = reworded(session, was.whom, word.whom, draft);
    now.in_time = word.in_time;
    now.in_money = word.in_money;
    if (now == was) return draft.change;
    now.revision += 1;
    draft.add(ProposalSet{word.group, now, was});
    return draft.change;
}

}  // namespace kiemkring::domain
