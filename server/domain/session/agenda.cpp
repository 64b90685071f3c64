// Rounds and their timer.
#include <algorithm>

#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

bool is_timed(RoundKind kind) {
    return kind == RoundKind::ideas || kind == RoundKind::explore || kind == RoundKind::group || kind == RoundKind::vote || kind == RoundKind::commit ||
           kind == RoundKind::table_choice || kind == RoundKind::sharpen || kind == RoundKind::assess || kind == RoundKind::choose || is_interlude(kind);
}

/// Rounds in which silent writing goes on being silent.
bool leaves_sharing_alone(RoundKind kind) {
    return kind == RoundKind::ideas || kind == RoundKind::explore || kind == RoundKind::lobby || kind == RoundKind::show || is_interlude(kind);
}

/// Rounds about groups: an idea that nobody grouped becomes a group of its own.
bool is_about_groups(RoundKind kind) {
    return kind == RoundKind::pitch || kind == RoundKind::table_choice || kind == RoundKind::sharpen;
}

/// Rounds that may be held at any moment; a session begins and ends once.
bool may_be_added(const Session& session, RoundKind kind) {
    if (kind == RoundKind::assess || kind == RoundKind::choose) return session.matrix.has_value();
    return kind != RoundKind::lobby && kind != RoundKind::close;
}

Timer running_until(Time end) { return {TimerState::running, end, 0}; }

std::int64_t left_ms(const Timer& timer, Time now) {
    if (timer.state == TimerState::paused) return timer.left_ms;
    if (timer.state == TimerState::running) return std::max<std::int64_t>(0, (timer.ends_at - now).count());
    return 0;
}

/// Whether moving to this round would leave an open vote behind. A run-off goes on in the round tie.
bool leaves_open_vote(const Session& session, const AgendaItem& round) {
    const auto* vote = session.open_vote();
    if (!vote || round.id == session.current) return false;
    return vote->state.round != round.id && !(vote->state.runoff && round.kind == RoundKind::tie);
}

/// The agenda with this round, as a new one, right after the current.
Decision insert_next(const Session& session, AgendaItem item) {
    if (session.agenda.size() >= limits::rounds_max) return refuse(Reason::quota);
    item.id = RoundId{session.rounds_made + 1};
    auto arranged = session.agenda;
    const auto current = std::ranges::find(arranged, session.current, &AgendaItem::id);
    arranged.insert(current == arranged.end() ? current : current + 1, item);

    auto decision = set_value<AgendaArranged>(arranged, session.agenda);
    decision->made_id = item.id.value;
    return decision;
}

/// The timer that ran when the pause began runs on.
void end_pause(const Session& session, const Moment& moment, Draft& draft) {
    draft.add(SessionPaused{{}, session.pause});
    if (session.pause.timer_ran && session.timer.state == TimerState::paused)
        draft.add(TimerSet{running_until(moment.now + base::Milliseconds{session.timer.left_ms}), session.timer});
}

}  // namespace

Decision start_now(const Session& session, RoundId id, const Moment& moment) {
    const auto* round = session.round(id);
    if (!round) return refuse(Reason::not_found);
    const auto leaves = leaves_open_vote(session, *round);
    if (leaves && session.last_vote()->voters > 0) return refuse(Reason::vote_is_open);

    Draft draft{session};
    if (session.moving) draft.add(RoundScheduled{std::nullopt, session.moving});
    if (id == session.current) return draft.change;
    if (leaves) cancel_unused_vote(session, draft);
    // Whoever comes back to a show by undo finds the page that was on.
    if (session.page) draft.add(PageTurned{session.current, 0, session.page});
    draft.add(RoundStarted{id, session.current});
    if (session.pause.on) draft.add(SessionPaused{{}, session.pause});
    if (session.spotlight) draft.add(SpotlightSet{{}, session.spotlight});
    if (session.plan_shown) draft.add(PlanShown{false, true});
    // Whoever was done with it once is asked again.
    for (const auto& [person, seat] : session.people)
        if (seat.ready == id) draft.add(ReadySet{person, {}, id});

    Timer timer;
    if (is_timed(round->kind) && round->minutes > 0) timer = running_until(moment.now + std::chrono::minutes{round->minutes});
    if (timer != session.timer) draft.add(TimerSet{timer, session.timer});

    Sharing sharing = session.sharing;
    if (round->kind == RoundKind::ideas && !session.visited.contains(id))
        // What everybody saw stays; what was given before the first writing waits with the rest.
        sharing = {false, session.sharing.all && !session.ideas.empty() ? session.ideas.rbegin()->first : session.sharing.through};
    else if (!leaves_sharing_alone(round->kind))
        sharing.all = true;
    if (sharing != session.sharing) draft.add(IdeasShared{sharing, session.sharing});

    if (round->kind == RoundKind::vote && !open_vote(session, id, draft)) return refuse(Reason::no_candidates);
    if (is_about_groups(round->kind) && !session.open_vote()) group_every_idea(session, draft);
    if (round->kind == RoundKind::pitch && !session.visited.contains(id) && session.pitch != Pitch{})
        draft.add(PitchSet{{}, session.pitch});
    if (round->kind == RoundKind::commit || round->kind == RoundKind::concerns || round->kind == RoundKind::choose ||
        round->kind == RoundKind::close) {
        auto all = session.top ? static_cast<std::uint32_t>(session.top->entries.size()) : 0;
        if (all > session.revealed) draft.add(PlacesRevealed{all, session.revealed});
    }
    // What a vote chose is proposed.
    if (round->kind == RoundKind::choose && session.matrix && !session.choosing.candidate && session.top && !session.top->entries.empty())
        draft.add(ChoosingSet{{session.top->entries.front().candidate, false, {}}, session.choosing});
    return draft.change;
}

Decision decide(const Session& session, const PauseSession& pause, const Asker&, const Moment& moment) {
    Draft draft{session};
    if (pause.paused == session.pause.on) return draft.change;
    if (!pause.paused) {
        end_pause(session, moment, draft);
        return draft.change;
    }

    const bool timer_runs = session.timer.state == TimerState::running;
    draft.add(SessionPaused{{true, timer_runs}, session.pause});
    if (timer_runs) draft.add(TimerSet{{TimerState::paused, {}, left_ms(session.timer, moment.now)}, session.timer});
    // Nothing goes on by itself.
    if (session.moving) draft.add(RoundScheduled{std::nullopt, session.moving});
    if (const auto* vote = session.open_vote(); vote && vote->state.closes_at) {
        auto open = vote->state;
        open.closes_at.reset();
        draft.add(VoteSet{session.last_vote_id(), open, vote->state});
    }
    return draft.change;
}

Decision decide(const Session& session, const StartRound& start, const Asker&, const Moment& moment) {
    // Tapped on a tablet that had not heard yet where everybody is.
    if (start.seen && *start.seen != session.current && start.round != session.current) return refuse(Reason::changed_meanwhile);
    auto started = start_now(session, start.round, moment);
    if (!started || start.in_ms <= 0) return started;

    Change change;
    if (start.round != session.current)
        change.events.push_back(
            RoundScheduled{Schedule{start.round, moment.now + base::Milliseconds{start.in_ms}}, session.moving});
    return change;
}

Decision decide(const Session& session, const CancelStart&, const Asker&, const Moment&) {
    return set_value<RoundScheduled>(std::optional<Schedule>{}, session.moving);
}

Decision decide(const Session& session, const OrderAgenda& order, const Asker&, const Moment&) {
    std::vector<AgendaItem> arranged;
    for (auto id : order.rounds) {
        const auto* item = session.round(id);
        if (!item) return refuse(Reason::not_found);
        if (std::ranges::count(order.rounds, id) > 1) return refuse(Reason::bad_args);
        arranged.push_back(*item);
    }
    if (arranged.size() != session.agenda.size()) return refuse(Reason::changed_meanwhile);
    return set_value<AgendaArranged>(arranged, session.agenda);
}

Decision decide(const Session& session, const SkipRound& skip, const Asker&, const Moment&) {
    if (!session.round(skip.round)) return refuse(Reason::not_found);
    if (skip.round == session.current) return refuse_round(session);

    auto arranged = session.agenda;
    std::ranges::find(arranged, skip.round, &AgendaItem::id)->skipped = skip.skipped;
    return set_value<AgendaArranged>(arranged, session.agenda);
}

Decision decide(const Session& session, const RepeatRound& repeat, const Asker&, const Moment&) {
    const auto* item = session.round(repeat.round);
    if (!item) return refuse(Reason::not_found);
    auto again = *item;
    again.skipped = false;
    return insert_next(session, again);
}

Decision decide(const Session& session, const AddRound& add, const Asker&, const Moment&) {
    if (!may_be_added(session, add.kind)) return refuse(Reason::bad_args);
    return insert_next(session, {{}, add.kind, add.title, add.minutes, add.say, false, add.text});
}

Decision decide(const Session& session, const EditRound& edit, const Asker&, const Moment&) {
    if (!session.round(edit.round)) return refuse(Reason::not_found);
    auto arranged = session.agenda;
    auto& item = *std::ranges::find(arranged, edit.round, &AgendaItem::id);
    item.title = edit.title;
    item.text = edit.text;
    item.say = edit.say;
    item.minutes = edit.minutes;
    return set_value<AgendaArranged>(arranged, session.agenda);
}

Decision decide(const Session& session, const SetTimer& set, const Asker&, const Moment& moment) {
    Timer timer;
    if (set.duration_ms > 0) timer = running_until(moment.now + base::Milliseconds{set.duration_ms});
    return set_value<TimerSet>(timer, session.timer);
}

Decision decide(const Session& session, const AdjustTimer& adjust, const Asker&, const Moment& moment) {
    auto timer = session.timer;
    const auto left = std::max<std::int64_t>(0, left_ms(timer, moment.now) + adjust.delta_ms);
    if (timer.state == TimerState::paused) timer.left_ms = left;
    else timer = running_until(moment.now + base::Milliseconds{left});
    return set_value<TimerSet>(timer, session.timer);
}

Decision decide(const Session& session, const PauseTimer&, const Asker&, const Moment& moment) {
    auto timer = session.timer;
    if (timer.state == TimerState::running) timer = {TimerState::paused, {}, left_ms(timer, moment.now)};
    return set_value<TimerSet>(timer, session.timer);
}

Decision decide(const Session& session, const ResumeTimer&, const Asker&, const Moment& moment) {
    auto timer = session.timer;
    if (timer.state == TimerState::paused) timer = running_until(moment.now + base::Milliseconds{timer.left_ms});
    return set_value<TimerSet>(timer, session.timer);
}

}  // namespace kiemkring::domain
