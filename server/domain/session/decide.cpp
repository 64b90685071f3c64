#include "domain/session/decide.h"

#include "domain/access.h"
#include "domain/session/rules.h"

namespace kiemkring::domain {

namespace {

/// In a pause nothing that others see moves; what somebody writes is taken.
bool waits_for_the_pause_to_end(const Command& command) {
    return std::visit([]<class C>(const C&) { return one_of<C, CastVote, RetractVote, MoveIdeas, SetReady, GiveScore>; }, command);
}

/// A tablet that watches does nothing but take over.
bool only_watches(const Session& session, const Command& command, const Asker& asker) {
    return asker.role == Asker::Role::facilitator && asker.device != session.lead && !std::holds_alternative<TakeLead>(command);
}

/// After the end everybody may still put right, or take back, what is theirs, and object to a photo; nothing else happens.
bool is_open_after_the_end(const Command& command) {
    return std::visit([]<class C>(const C&) {
        return one_of<C, SetProfile, EditIdea, TranslateIdea, WithdrawIdea, CommitTo, WithdrawCommitment, GiveContact,
                      WithdrawContact, AnswerConcern, DescribePhoto, WithdrawPhoto, ObjectToPhoto>;
    }, command);
}

/// A photo is brought by the phone of its author, and paper has none.
bool has_photo(const Command& command) {
    const auto* submit = std::get_if<SubmitIdea>(&command);
    return submit && submit->photo;
}

}  // namespace

Decision decide(const Session& session, const Command& command, const Asker& asker_then, const Moment& moment) {
    auto asker = asker_then;
    asker.person = session.seat_of(asker.person);
    if (!may(asker, command)) return refuse(Reason::forbidden);
    const bool for_a_person = asker.role == Asker::Role::participant || asker.paper_seat;
    const bool for_the_room = std::holds_alternative<ReopenSession>(command) || std::holds_alternative<ObjectToPhoto>(command);
    const bool goes_after_the_end = for_the_room || (for_a_person && is_open_after_the_end(command));
    if (session.status == SessionStatus::ended && !goes_after_the_end) return refuse(Reason::ended);
    if (only_watches(session, command, asker)) return refuse(Reason::watching);
    if (asker.paper_seat) {
        const auto person = session.people.find(asker.paper_seat);
        if (person == session.people.end() || !person->second.on_paper || person->second.state != PersonState::in)
            return refuse(Reason::not_found);
        if (!session.rows.contains(asker.paper_seat)) return refuse(Reason::not_found);  // of an import that lacks it
        if (has_photo(command)) return refuse(Reason::bad_args);
        asker = {Asker::Role::participant, asker.paper_seat, {}, {}};
    }
    if (asker.role == Asker::Role::participant) {
        auto person = session.people.find(asker.person);
        if (person == session.people.end() || person->second.state == PersonState::removed)
            return refuse(Reason::forbidden);
        if (session.pause.on && waits_for_the_pause_to_end(command))
            return refuse(Reason::paused, {.retry_after_ms = limits::pause_asks_again.count()});
    }

    return std::visit([&](const auto& asked) { return decide(session, asked, asker, moment); }, command);
}

std::unexpected<Refusal> refuse_round(const Session& session) {
    static constexpr const char* names[] = {"lobby", "ideas", "group", "vote", "tie", "top5", "commit",
                                            "close", "talk",  "break", "show", "pitch", "table_choice",
                                            "sharpen", "concerns", "explore", "assess", "choose"};
    return refuse(Reason::wrong_round, {.round = names[static_cast<int>(session.kind())]});
}

Change create_session(SessionInfo info, std::vector<AgendaItem> agenda, const std::optional<Brought>& brought,
                      std::shared_ptr<const PictureBytes> site_plan) {
    // A copy has none of the pictures.
    for (auto& item : agenda) std::erase_if(item.pages, [](const ShowPage& page) { return page.kind != PageKind::concept_; });
    Draft draft{Session{}};
    draft.add(SessionCreated{std::move(info), std::move(agenda)});
    if (brought) bring_along(*brought, draft);
    if (site_plan) {
        const PictureId picture{1};
        draft.add(PlanSet{Plan{picture, site_plan->width, site_plan->height}, std::nullopt});
        draft.change.pictures.push_back({picture, std::move(site_plan)});
    }
    return draft.change;
}

Change create_rehearsal(SessionInfo info, const Session& of, SessionId of_id) {
    auto agenda = of.agenda;
    // Photos are of people who are not there.
    for (auto& item : agenda) std::erase_if(item.pages, [](const ShowPage& page) { return page.kind == PageKind::photo; });
    Draft draft{Session{}};
    draft.add(SessionCreated{std::move(info), std::move(agenda)});
    draft.add(RehearsalBegun{std::move(of_id)});
    if (of.plan) draft.add(PlanSet{of.plan, std::nullopt});
    if (const auto brought = brought_of(of)) bring_along(*brought, draft);
    return draft.change;
}

Change keep_until(const Session& session, const std::string& date) {
    Change change;
    if (date != session.info.retained_until) change.events.push_back(RetentionSet{date, session.info.retained_until});
    return change;
}

std::optional<Time> next_deadline(const Session& session) {
    if (session.status == SessionStatus::ended) return {};
    std::optional<Time> next;
    if (session.moving) next = session.moving->at;
    const auto* vote = session.open_vote();
    if (vote && vote->state.closes_at)
        next = next ? std::min(*next, *vote->state.closes_at) : *vote->state.closes_at;
    return next;
}

std::optional<Change> decide_deadline(const Session& session, const Moment& moment) {
    if (session.status == SessionStatus::ended) return {};
    const auto* vote = session.open_vote();
    if (vote && vote->state.closes_at && *vote->state.closes_at <= moment.now) {
        Draft draft{session};
        close_vote(session, session.last_vote()->state.why_early, draft);
        return draft.change;
    }
    if (session.moving && session.moving->at <= moment.now) {
        if (auto started = start_now(session, session.moving->round, moment)) return *started;
        // The round cannot start any more (a vote opened, say): the countdown ends without a move.
        Change change;
        change.events.push_back(RoundScheduled{std::nullopt, session.moving});
        return change;
    }
    return {};
}

std::vector<Happened> as_happened(const Change& change, Version seen, Time now, const std::string& op, bool facilitated) {
    std::vector<Happened> all;
    const auto action = seen + 1;
    for (const auto& event : change.events) all.push_back({++seen, now, op, facilitated, action, event});
    return all;
}

}  // namespace kiemkring::domain
