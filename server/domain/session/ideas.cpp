// Writing ideas, and what a facilitator does with single ones.
#include <algorithm>
#include <set>

#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

const Idea* find(const Session& session, IdeaId id) {
    auto found = session.ideas.find(id);
    return found == session.ideas.end() ? nullptr : &found->second;
}

Decision set_state(const Session& session, IdeaId id, IdeaStatus status, IdeaId merged_into = {}) {
    Change change;
    IdeaState now{status, merged_into};
    if (const auto& was = session.ideas.at(id).state; now != was) change.events.push_back(IdeaStateSet{id, now, was});
    return change;
}

/// Where a new or returning idea stands: live in the rounds for ideas and on the site, unless a facilitator reads first; else kept
/// for later.
IdeaStatus status_now(const Session& session) {
    const auto kind = session.kind();
    if (kind != RoundKind::ideas && kind != RoundKind::explore) return IdeaStatus::later;
    return session.moderated ? IdeaStatus::waiting : IdeaStatus::live;
}

bool is_of(const Session& session, const Idea& idea, PersonId person) { return session.seat_of(idea.author) == person; }

/// Puts ideas out of sight, or those that are there back: all of them, or none.
Decision put_aside(const Session& session, const std::vector<IdeaId>& ideas, IdeaStatus aside, bool away) {
    if (std::ranges::any_of(ideas, [&](IdeaId id) { return !find(session, id); })) return refuse(Reason::not_found);
    if (session.open_vote()) return refuse(Reason::vote_is_open);
    Change change;
    for (const auto id : ideas) {
        const auto& was = session.ideas.at(id).state;
        if (away && (was.status == IdeaStatus::merged || was.status == IdeaStatus::withdrawn)) return refuse(Reason::changed_meanwhile);
        const IdeaState now{away ? aside : IdeaStatus::live, {}};
        if ((away || was.status == aside) && now != was) change.events.push_back(IdeaStateSet{id, now, was});
    }
    return change;
}

/// What a facilitator let through are the words of then and no others. After the end nobody reads along any more.
void read_anew(const Session& session, IdeaId id, const Idea& idea, Draft& draft) {
    if (session.moderated && session.status == SessionStatus::open && idea.state.status == IdeaStatus::live)
        draft.add(IdeaStateSet{id, {IdeaStatus::waiting, {}}, idea.state});
}

/// After the end: every text that this idea had, but those that are `kept` and what stands as a title in the result.
void erase_words(const Session& session, const Idea& idea, std::vector<TextId> kept, Change& change) {
    if (session.status != SessionStatus::ended) return;
    auto words = idea.earlier;
    words.insert(words.end(), {idea.wording.text, idea.wording.explanation});
    if (idea.translation) words.push_back(idea.translation->text);
    for (auto id : words)
        if (id && std::ranges::find(kept, id) == kept.end() && !session.is_title_in_result(id)) change.erased_texts.push_back(id);
}

/// Taken back after the end: nobody can bring it back any more, so nothing of it is left.
Change taken_for_good(const Session& session, IdeaId id, const Idea& idea) {
    Change change;
    const IdeaState withdrawn{IdeaStatus::withdrawn, {}};
    if (idea.state != withdrawn) change.events.push_back(IdeaStateSet{id, withdrawn, idea.state});
    if (idea.wording != Wording{}) change.events.push_back(IdeaReworded{id, {}, idea.wording});
    if (idea.translation) change.events.push_back(IdeaTranslated{id, {}, idea.translation});
    if (idea.place) change.events.push_back(IdeaPinned{id, {}, idea.place});
    for (auto photo : idea.photos)
        if (const auto& known = session.photos.at(photo); known.state.status != PhotoStatus::erased) erase_photo(photo, known, change);
    erase_words(session, idea, {}, change);
    return change;
}

/// Why nobody may put other words to an idea now: its writer not while people vote, and nobody what was taken back or merged.
std::optional<std::unexpected<Refusal>> cannot_word(const Session& session, const Idea* idea, const Asker& asker) {
    if (!idea) return refuse(Reason::not_found);
    const bool own = asker.role == Asker::Role::participant;
    if (own && !is_of(session, *idea, asker.person)) return refuse(Reason::forbidden);
    if (idea->state.status == IdeaStatus::withdrawn || idea->state.status == IdeaStatus::merged) return refuse(Reason::not_found);
    if (own && session.open_vote()) return refuse_round(session);
    return std::nullopt;
}

}  // namespace

Decision decide(const Session& session, const SubmitIdea& submit, const Asker& asker, const Moment&) {
    if (session.people.at(asker.person).submitted >= limits::ideas_per_person_max) return refuse(Reason::quota);
    if (session.ideas.size() >= limits::ideas_per_session_max) return refuse(Reason::quota);

    IdeaId id{static_cast<std::uint32_t>(session.ideas.size()) + 1};
    Draft draft{session};
    Wording wording{draft.text(submit.text), draft.text(submit.explanation)};
    draft.add(IdeaSubmitted{id, asker.person, session.current, wording, {status_now(session), {}},
                            {GroupId{}, static_cast<double>(id.value)}});
    if (submit.place) draft.add(IdeaPinned{id, submit.place, {}});
    if (submit.photo) announce_photo(session, *submit.photo, id, asker.person, draft);
    draft.change.made_id = id.value;
    return draft.change;
}

Decision decide(const Session& session, const AddIdeas& add, const Asker&, const Moment&) {
    if (session.open_vote()) return refuse(Reason::vote_is_open);
    if (session.ideas.size() + add.lines.size() > limits::ideas_per_session_max) return refuse(Reason::quota);

    Draft draft{session};
    auto id = static_cast<std::uint32_t>(session.ideas.size());
    for (const auto& line : add.lines) {
        const IdeaId made{++id};
        draft.add(IdeaSubmitted{made, {}, session.current, {draft.text(line), {}}, {IdeaStatus::live, {}}, {GroupId{}, static_cast<double>(id)}});
    }
    draft.change.made_id = id;
    return draft.change;
}

Decision decide(const Session& session, const EditIdea& edit, const Asker& asker, const Moment&) {
    const auto* idea = find(session, edit.idea);
    if (auto why_not = cannot_word(session, idea, asker)) return *why_not;
    const bool own = asker.role == Asker::Role::participant;
    Draft draft{session};
    Wording now = idea->wording;
    if (edit.text != session.text(now.text)) now.text = draft.text(edit.text);
    if (edit.explanation != session.text(now.explanation)) now.explanation = draft.text(edit.explanation);
    if (now == idea->wording) return draft.change;
    draft.add(IdeaReworded{edit.idea, now, idea->wording});
    if (own) read_anew(session, edit.idea, *idea, draft);
    erase_words(session, *idea, {now.text, now.explanation, idea->translation ? idea->translation->text : TextId{}}, draft.change);
    return draft.change;
}

Decision decide(const Session& session, const TranslateIdea& translate, const Asker& asker, const Moment&) {
    const auto* idea = find(session, translate.idea);
    if (auto why_not = cannot_word(session, idea, asker)) return *why_not;
    const bool own = asker.role == Asker::Role::participant;
    Draft draft{session};
    const auto& was = idea->translation;
    std::optional<Translation> now;
    if (!translate.text.empty()) {
        const bool is_same = was && session.text(was->text) == translate.text;
        now = Translation{translate.language, is_same ? was->text : draft.text(translate.text)};
    }
    if (now == was) return draft.change;
    draft.add(IdeaTranslated{translate.idea, now, was});
    if (own && now) read_anew(session, translate.idea, *idea, draft);
    erase_words(session, *idea, {idea->wording.text, idea->wording.explanation, now ? now->text : TextId{}}, draft.change);
    return draft.change;
}

Decision decide(const Session& session, const PinIdea& pin, const Asker& asker, const Moment&) {
    const auto* idea = find(session, pin.idea);
    if (!idea) return refuse(Reason::not_found);
    const bool own = asker.role == Asker::Role::participant;
    if (own && !is_of(session, *idea, asker.person)) return refuse(Reason::forbidden);
    if (idea->state.status == IdeaStatus::withdrawn || idea->state.status == IdeaStatus::merged)
        return refuse(Reason::not_found);
    if (own && session.open_vote()) return refuse_round(session);

    Change change;
    if (pin.place != idea->place) change.events.push_back(IdeaPinned{pin.idea, pin.place, idea->place});
    return change;
}

Decision decide(const Session& session, const WithdrawIdea& withdraw, const Asker& asker, const Moment&) {
    const auto* idea = find(session, withdraw.idea);
    if (!idea) return refuse(Reason::not_found);
    if (!is_of(session, *idea, asker.person)) return refuse(Reason::forbidden);
    const bool for_good = session.status == SessionStatus::ended;
    if (!for_good && idea->state.status == IdeaStatus::merged) return refuse(Reason::changed_meanwhile);
    if (session.open_vote()) return refuse_round(session);
    auto decision = for_good ? taken_for_good(session, withdraw.idea, *idea) : set_state(session, withdraw.idea, IdeaStatus::withdrawn);
    // What others wrote and was merged into it stays.
    for (const auto& [other, part] : session.ideas)
        if (decision && part.state.status == IdeaStatus::merged && part.state.merged_into == withdraw.idea)
            decision->events.push_back(IdeaStateSet{other, {IdeaStatus::live, {}}, part.state});
    return decision;
}

Decision decide(const Session& session, const RestoreIdea& restore, const Asker& asker, const Moment&) {
    const auto* idea = find(session, restore.idea);
    if (!idea) return refuse(Reason::not_found);
    if (!is_of(session, *idea, asker.person)) return refuse(Reason::forbidden);
    if (idea->state.status != IdeaStatus::withdrawn) return Change{};
    // Taken back after the end, and erased.
    if (session.text(idea->wording.text).empty()) return refuse(Reason::not_found);
    if (session.open_vote()) return refuse_round(session);
    return set_state(session, restore.idea, status_now(session));
}

Decision decide(const Session& session, const ShareIdeas& share, const Asker&, const Moment&) {
    Sharing now{share.shared, session.sharing.through};
    return set_value<IdeasShared>(now, session.sharing);
}

Decision decide(const Session& session, const AllowHints& allow, const Asker&, const Moment&) {
    return set_value<HintsAllowed>(allow.allowed, session.hints_allowed);
}

Decision decide(const Session& session, const HideIdea& hide, const Asker&, const Moment&) {
    return put_aside(session, hide.ideas, IdeaStatus::hidden, hide.hidden);
}

Decision decide(const Session& session, const KeepForLater& keep, const Asker&, const Moment&) {
    return put_aside(session, keep.ideas, IdeaStatus::later, keep.later);
}

Decision decide(const Session& session, const Spotlight& light, const Asker&, const Moment&) {
    if (light.idea) {
        const auto* idea = find(session, light.idea);
        if (!idea) return refuse(Reason::not_found);
        if (idea->state.status != IdeaStatus::live && idea->state.status != IdeaStatus::later)
            return refuse(Reason::changed_meanwhile);
    }
    return set_value<SpotlightSet>(light.idea, session.spotlight);
}

Decision decide(const Session& session, const Moderate& moderate, const Asker&, const Moment&) {
    return set_value<ModerationSet>(moderate.moderated, session.moderated);
}

Decision decide(const Session& session, const AdmitIdeas& admit, const Asker&, const Moment&) {
    if (session.open_vote()) return refuse(Reason::vote_is_open);
    Change change;
    for (auto id : admit.ideas) {
        const auto* idea = find(session, id);
        if (!idea) return refuse(Reason::not_found);
        // What somebody else decided about meanwhile stays so.
        if (idea->state.status == IdeaStatus::waiting)
            change.events.push_back(IdeaStateSet{id, {IdeaStatus::live, {}}, idea->state});
    }
    return change;
}

Decision decide(const Session& session, const MergeIdeas& merge, const Asker&, const Moment&) {
    const auto* into = find(session, merge.into);
    if (!into || into->state.status != IdeaStatus::live) return refuse(Reason::not_found);
    if (session.open_vote()) return refuse(Reason::vote_is_open);

    Change change;
    for (auto id : std::set(merge.ideas.begin(), merge.ideas.end())) {
        const auto* idea = find(session, id);
        if (!idea) return refuse(Reason::not_found);
        if (id == merge.into) continue;
        if (idea->state.status != IdeaStatus::live) return refuse(Reason::changed_meanwhile);
        change.events.push_back(IdeaStateSet{id, {IdeaStatus::merged, merge.into}, idea->state});
        // What was merged into this one goes along.
        for (const auto& [other, part] : session.ideas)
            if (part.state.status == IdeaStatus::merged && part.state.merged_into == id)
                change.events.push_back(IdeaStateSet{other, {IdeaStatus::merged, merge.into}, part.state});
    }
    if (change.events.empty()) return refuse(Reason::bad_args);
    return change;
}

Decision decide(const Session& session, const UnmergeIdea& unmerge, const Asker&, const Moment&) {
    const auto* idea = find(session, unmerge.idea);
    if (!idea) return refuse(Reason::not_found);
    if (session.open_vote()) return refuse(Reason::vote_is_open);
    if (idea->state.status != IdeaStatus::merged) return Change{};
    return set_state(session, unmerge.idea, IdeaStatus::live);
}

}  // namespace kiemkring::domain
