// The rounds of step 3 and of the green date: everybody scores what came along from a dossier, and one of it is chosen.
#include <algorithm>
#include <set>

#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

std::uint32_t best_score(Scale scale) { return scale == Scale::points ? 5 : 3; }

bool has_open_concerns(const Session& session, GroupId candidate) {
    return std::ranges::any_of(session.concerns, [&](const auto& one) {
        const auto& concern = one.second;
        return concern.candidate == candidate && concern.answer == ConcernAnswer::worried && concern.status == ConcernStatus::open;
    });
}

/// What people think of a proposal is asked anew; undo gives their answers back.
void ask_again(const Session& session, GroupId candidate, Draft& draft) {
    for (const auto& [id, concern] : session.concerns)
        if (concern.candidate == candidate && concern.answer != ConcernAnswer::none)
            draft.add(ConcernSet{id, {candidate, concern.person, ConcernAnswer::none, {}, ConcernStatus::open}, concern});
}

}  // namespace

void bring_along(const Brought& brought, Draft& draft) {
    Matrix matrix{brought.scale, {}, brought.criteria};
    std::set<std::uint32_t> taken{0};
    for (const auto& subject : brought.subjects) taken.insert(subject.number);
    const auto group = [&](const std::string& name, std::uint32_t number) {
        const GroupId id{number ? number : *taken.rbegin() + 1};
        taken.insert(id.value);
        draft.add(GroupSet{id, {true, draft.text(name), false, true}, {}});
        return id;
    };
    std::set<std::uint32_t> used;
    for (const auto& subject : brought.subjects) {
        const auto id = group(subject.name, used.insert(subject.number).second ? subject.number : 0);
        matrix.subjects.push_back({id, draft.text(subject.about), subject.entry});
    }
    if (!brought.none.empty()) group(brought.none, 0);
    draft.add(MatrixSet{std::move(matrix), std::nullopt});
}

std::optional<Brought> brought_of(const Session& session) {
    if (!session.matrix) return {};
    Brought brought{session.matrix->scale, {}, session.matrix->criteria, {}};
    for (const auto& subject : session.matrix->subjects)
        brought.subjects.push_back({session.title(subject.group), session.text(subject.about), subject.entry, subject.group.value});
    for (const auto& [id, group] : session.groups)
        if (group.brought && !session.is_subject(id)) brought.none = session.title(id);
    return brought;
}

Decision decide(const Session& session, const GiveScore& give, const Asker& asker, const Moment& moment) {
    if (session.kind() != RoundKind::assess) return refuse_round(session);
    if (!session.is_subject(give.group) || give.criterion >= session.matrix->criteria.size()) return refuse(Reason::not_found);
    if (session.matrix_closed || session.sealed) return refuse(Reason::vote_is_closed);
    if (give.score > best_score(session.matrix->scale)) return refuse(Reason::bad_args);

    Change change;
    BallotId ballot = moment.random >> 11;
    std::uint32_t was = 0;
    if (const auto given = session.scores_by(asker.person)) {
        ballot = *given;
        const auto mine = session.scores_of(asker.person);
        if (const auto cell = mine.find({give.group, give.criterion}); cell != mine.end()) was = cell->second;
    } else {
        change.links.push_back({scores_links, asker.person, ballot});
    }
    if (give.score == was) return Change{};
    change.events.push_back(ScoreGiven{ballot, give.group, give.criterion, give.score, was});
    return change;
}

Decision decide(const Session& session, const CloseMatrix& close, const Asker&, const Moment&) {
    if (session.kind() != RoundKind::assess) return refuse_round(session);
    if (!session.matrix) return refuse(Reason::not_found);
    if (session.sealed && !close.closed) return refuse(Reason::vote_is_closed);
    return set_value<MatrixClosed>(close.closed, session.matrix_closed);
}

Decision decide(const Session& session, const DecideSubject& decided, const Asker&, const Moment&) {
    if (session.kind() != RoundKind::assess) return refuse_round(session);
    if (!session.is_subject(decided.group) || session.matrix->scale != Scale::colours) return refuse(Reason::not_found);
    const auto found = session.decisions.find(decided.group);
    const auto was = found == session.decisions.end() ? TableDecision{} : found->second;
    Draft draft{session};
    TableDecision now{decided.verdict, session.text(was.note) == decided.note ? was.note : draft.text(decided.note)};
    if (now == was) return Change{};
    draft.add(SubjectDecided{decided.group, now, was});
    return draft.change;
}

Decision decide(const Session& session, const ProposeChoice& propose, const Asker&, const Moment&) {
    if (session.kind() != RoundKind::choose) return refuse_round(session);
    if (session.choosing.frozen) return refuse(Reason::already);
    if (propose.group && !session.is_brought(propose.group)) return refuse(Reason::not_found);
    if (propose.combined_with && (!session.is_subject(propose.group) || !session.is_subject(propose.combined_with))) return refuse(Reason::not_found);
    if (propose.combined_with && propose.combined_with == propose.group) return refuse(Reason::bad_args);
    const Choosing now{propose.group, false, {}, propose.combined_with};
    const auto& was = session.choosing;
    if (now == was) return Change{};
    Draft draft{session};
    draft.add(ChoosingSet{now, was});
    // Who said fine to one of them did not say so to both.
    for (const auto& proposal : {was, now})
        if (proposal.combined_with) ask_again(session, proposal.candidate, draft);
    return draft.change;
}

Decision decide(const Session& session, const FreezeChoice& freeze, const Asker&, const Moment&) {
    if (session.kind() != RoundKind::choose) return refuse_round(session);
    auto now = session.choosing;
    if (!now.candidate) return refuse(Reason::not_found);
    if (freeze.frozen == now.frozen) return Change{};
    Draft draft{session};
    now.frozen = freeze.frozen;
    if (freeze.frozen) {
        if (freeze.reason.empty()) return refuse(Reason::empty_text);
        if (has_open_concerns(session, now.candidate)) return refuse(Reason::concerns_are_open);
        now.reason = draft.text(freeze.reason);
    }
    draft.add(ChoosingSet{now, session.choosing});
    return draft.change;
}

}  // namespace kiemkring::domain
