// Undo: the events of an action the other way round, when nothing they set has changed since.
#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

/// Whether what an event set is still as it set it. Has no answer for events that cannot be undone.
class Current {
public:
    explicit Current(const Session& session) : s_(session) {}

    bool is(const AgendaArranged& event) const { return s_.agenda == event.now; }
    bool is(const RoundScheduled& event) const { return s_.moving == event.now; }
    bool is(const RoundStarted& event) const { return s_.current == event.now; }
    bool is(const TimerSet& event) const { return s_.timer == event.now; }
    bool is(const DoorLocked& event) const { return s_.locked == event.now; }
    bool is(const ScreenBlanked& event) const { return s_.blank == event.now; }
    bool is(const SessionPaused& event) const { return s_.pause == event.now; }
    bool is(const SpotlightSet& event) const { return s_.spotlight == event.now; }
    bool is(const ModerationSet& event) const { return s_.moderated == event.now; }
    bool is(const SeatMerged& event) const {
        const auto& person = s_.people.at(event.person);
        return person.same_as == event.now && !has_voted_since(event.person, person.moved_at);
    }
    bool is(const PinSet& event) const { return s_.pin == event.pin; }
    bool is(const WifiSet& event) const { return s_.wifi == Wifi{event.name, event.password, event.shown}; }
    bool is(const NoteWritten& event) const { return s_.notes.at(event.round).text == event.text; }
    bool is(const IdeasShared& event) const { return s_.sharing == event.now; }
    bool is(const GroupingAllowed& event) const { return s_.grouping_allowed == event.now; }
    bool is(const HintsAllowed& event) const { return s_.hints_allowed == event.now; }
    bool is(const PersonStateSet& event) const { return s_.people.at(event.person).state == event.now; }
    bool is(const IdeaReworded& event) const { return s_.ideas.at(event.idea).wording == event.now; }
    bool is(const IdeaStateSet& event) const { return s_.ideas.at(event.idea).state == event.now; }
    bool is(const IdeaTranslated& event) const { return s_.ideas.at(event.idea).translation == event.now; }
    bool is(const IdeaPinned& event) const { return s_.ideas.at(event.idea).place == event.now; }
    bool is(const PhotoSet& event) const { return s_.photos.at(event.photo).state == event.now; }
    bool is(const PlanShown& event) const { return s_.plan_shown == event.now; }
    bool is(const PlanSet& event) const { return s_.plan == event.now; }
    bool is(const IdeaPlaced& event) const { return s_.ideas.at(event.idea).placement == event.now; }
    bool is(const GroupSet& event) const { return s_.groups.at(event.group) == event.now; }
    bool is(const VoteSet& event) const {
        const auto& vote = s_.votes.at(event.vote);
        if (vote.state != event.now) return false;
        if (vote.voters == 0) return true;
        // People voted by these rules. Ballots that are nobody's, as after an import, would let everybody vote twice.
        const bool has_same_rules = event.was.votes_per_person == event.now.votes_per_person &&
                                    event.was.votes_per_candidate == event.now.votes_per_candidate;
        return event.was.status != VoteStatus::none && has_same_rules && is_linked(event.vote);
    }
    bool is(const TieSet& event) const { return s_.tie == event.now; }
    bool is(const TopSet& event) const { return s_.top == event.now; }
    bool is(const PlacesRevealed& event) const { return s_.revealed == event.now; }
    bool is(const CommitmentSet& event) const { return s_.commitments.at(event.commitment) == event.now; }
    bool is(const PitchSet& event) const { return s_.pitch == event.now; }
    bool is(const TableTaken& event) const { return s_.people.at(event.person).table == event.now; }
    bool is(const TableChoiceSet& event) const { return s_.choices.at(event.table) == event.now; }
    bool is(const ProposalSet& event) const { return s_.proposals.at(event.group) == event.now; }
    bool is(const StarsGiven& event) const { return s_.stars.at(event.ballot) == event.now; }
    bool is(const MatrixSet& event) const { return s_.matrix == event.now; }
    bool is(const ScoreGiven& event) const {
        const auto& given = s_.scores.at(event.ballot);
        const auto cell = given.find({event.group, event.criterion});
        return !s_.matrix_closed && (cell == given.end() ? 0 : cell->second) == event.now;
    }
    bool is(const MatrixClosed& event) const { return s_.matrix_closed == event.now; }
    bool is(const SubjectDecided& event) const { return s_.decisions.at(event.group) == event.now; }
    bool is(const ChoosingSet& event) const { return s_.choosing == event.now; }
    bool is(const ConcernSet& event) const { return s_.concerns.at(event.concern) == event.now; }
    bool is(const PageTurned& event) const { return s_.current == event.round && s_.page == event.now; }
    bool is(const NextStepSet& event) const { return s_.next_step == event.now; }

private:
    bool is_linked(VoteId id) const {
        const auto links = s_.links.find(id);
        return links != s_.links.end() && links->second.size() >= s_.votes.at(id).ballots.size();
    }

    /// On a ballot that came along with this seat. It would go back with it: others would see how the one person voted, and that one
    /// could vote again.
    bool has_voted_since(PersonId seat, Version then) const {
        const auto seats = s_.seats_in(seat);
        return std::ranges::any_of(s_.links, [&](const auto& links) {
            const auto changed = s_.voted_at.find(links.first);
            return changed != s_.voted_at.end() && std::ranges::any_of(seats, [&](PersonId id) {
                const auto link = links.second.find(id);
                if (link == links.second.end()) return false;
                const auto at = changed->second.find(link->second);
                return at != changed->second.end() && at->second > then;
            });
        });
    }

    const Session& s_;
};

/// What an event set: two events of one action may set the same thing.
struct Thing {
    std::size_t kind{};
    std::uint32_t id{};
    auto operator<=>(const Thing&) const = default;
};

Thing thing_of(const Event& event) {
    const auto id = []<class E>(const E& what) -> std::uint32_t {
        if constexpr (requires { what.idea; }) return what.idea.value;
        else if constexpr (requires { what.group; }) return what.group.value;
        else if constexpr (requires { what.person; }) return what.person.value;
        else if constexpr (requires { what.vote; }) return what.vote.value;
        else if constexpr (requires { what.commitment; }) return what.commitment.value;
        else if constexpr (requires { what.concern; }) return what.concern.value;
        else if constexpr (requires { what.table; }) return what.table;
        else return 0;
    };
    return {event.index(), std::visit(id, event)};
}

template <class E>
void fit_to_the_moment(E&, Time) {}
/// A countdown that is over must not come back: it would do at once what is being undone.
void fit_to_the_moment(VoteSet& event, Time now) {
    if (event.now.closes_at && *event.now.closes_at <= now) event.now.closes_at.reset();
}
void fit_to_the_moment(RoundScheduled& event, Time now) {
    if (event.now && event.now->at <= now) event.now.reset();
}
/// A timer that was stopped runs on with what it had left.
void fit_to_the_moment(TimerSet& event, Time now) {
    if (event.now.state == TimerState::running && event.was.state == TimerState::paused && event.was.left_ms > 0)
        event.now.ends_at = now + base::Milliseconds{event.was.left_ms};
}

/// The same the other way round; nothing when it led nowhere.
template <class E>
std::optional<E> inverse_of(E event, const Session&, Time now) {
    std::swap(event.now, event.was);
    fit_to_the_moment(event, now);
    if (event.now == event.was) return {};
    return event;
}
std::optional<PinSet> inverse_of(const PinSet& event, const Session&, Time) { return PinSet{*event.was, event.pin}; }
std::optional<WifiSet> inverse_of(const WifiSet& event, const Session&, Time) {
    return WifiSet{event.was->name, event.was->password, event.was->shown, Wifi{event.name, event.password, event.shown}};
}
/// Its number goes on, so that whoever writes on what was there is told.
std::optional<NoteWritten> inverse_of(const NoteWritten& event, const Session& session, Time) {
    const auto& now = session.notes.at(event.round);
    return NoteWritten{event.round, event.was->text, now.number + 1, now};
}

/// What comes back has a number of its own: whoever answered the wording that is taken back is told, whatever is written next.
std::optional<ProposalSet> inverse_of(const ProposalSet& event, const Session& session, Time) {
    const auto& now = session.proposals.at(event.group);
    auto back = event.was;
    back.revision = now.revision + (event.now.revision == event.was.revision ? 0 : 1);
    return ProposalSet{event.group, back, now};
}

template <class E>
concept Undoable = requires(const Current& current, const E& event) { current.is(event); };

/// Groups that this action made would be taken away, and some hold ideas that the action did not bring.
bool strands_ideas(const Session& session, const Action& action) {
    std::set<GroupId> made;
    std::set<IdeaId> brought;
    for (const auto& event : action.events) {
        if (const auto* group = std::get_if<GroupSet>(&event); group && !group->was.exists) made.insert(group->group);
        if (const auto* placed = std::get_if<IdeaPlaced>(&event)) brought.insert(placed->idea);
    }
    if (made.empty()) return false;
    return std::ranges::any_of(session.ideas, [&](const auto& idea) {
        return made.contains(idea.second.placement.group) && !brought.contains(idea.first);
    });
}

/// Whether a group that would come back to life, or ideas that return to it, still has a place to return to.
bool returns_to_nowhere(const Session& session, const Action& action) {
    std::set<GroupId> revived;
    for (const auto& event : action.events)
        if (const auto* group = std::get_if<GroupSet>(&event); group && group->was.exists) revived.insert(group->group);
    return std::ranges::any_of(action.events, [&](const Event& event) {
        const auto* placed = std::get_if<IdeaPlaced>(&event);
        return placed && placed->was.group && !session.groups.at(placed->was.group).exists && !revived.contains(placed->was.group);
    });
}

bool leaves(const Action& action, RoundId round) {
    return std::ranges::any_of(action.events, [round](const Event& event) {
        const auto* started = std::get_if<RoundStarted>(&event);
        return started && started->was == round;
    });
}

/// Taking the action back lets people vote again.
bool opens_again(const Action& action, VoteId id) {
    return std::ranges::any_of(action.events, [id](const Event& event) {
        const auto* set = std::get_if<VoteSet>(&event);
        return set && set->vote == id && set->was.status == VoteStatus::open;
    });
}

/// Votes that were taken back by an action can be given back while the vote is open, nobody voted on that ballot since,
/// and the rules still allow them.
bool can_be_given_back(const Session& session, const Action& action) {
    std::map<std::pair<VoteId, BallotId>, std::map<GroupId, std::uint32_t>> back;
    for (const auto& event : action.events)
        if (const auto* vote = std::get_if<VoteRetracted>(&event)) ++back[{vote->vote, vote->ballot}][vote->candidate];
    return std::ranges::all_of(back, [&](const auto& ballot) {
        const auto& vote = session.votes.at(ballot.first.first);
        if (vote.state.status != VoteStatus::open && !opens_again(action, ballot.first.first)) return false;
        if (auto now = vote.ballots.find(ballot.first.second); now != vote.ballots.end() && !now->second.empty()) return false;
        std::uint32_t votes = 0;
        for (const auto& [candidate, given] : ballot.second) {
            if (given > vote.state.votes_per_candidate) return false;
            votes += given;
        }
        return votes <= vote.state.votes_per_person;
    });
}

/// Other ideas were made part of it.
bool has_parts(const Session& session, IdeaId id) {
    return std::ranges::any_of(session.ideas, [id](const auto& idea) {
        return idea.second.state.status == IdeaStatus::merged && idea.second.state.merged_into == id;
    });
}

/// Something was said for somebody, or somebody sat down: what made the seat is not what others did with it since.
bool has_begun(const Session& session, PersonId id) {
    const auto& person = session.people.at(id);
    if (person.submitted > 0 || person.table > 0 || session.scores_by(id) || session.seats_in(id).size() > 1) return true;
    return std::ranges::any_of(session.votes, [&](const auto& vote) { return session.ballot_of(vote.first, id).has_value(); });
}

/// The events that lead back from an action; or why none do.
std::expected<std::vector<Event>, Reason> way_back(const Session& session, const Action& action, Time now) {
    std::vector<Event> back;
    std::set<Thing> looked_at;
    std::int64_t seats = session.seats_taken;
    const Current current{session};
    for (const auto& event : action.events | std::views::reverse) {
        // What an action set twice led from one to the other: only the last must still be so.
        const bool last = looked_at.insert(thing_of(event)).second;
        const bool fine = std::visit(
            Overloaded{[&]<Undoable E>(const E& what) {
                           if (last && !current.is(what)) return false;
                           if (auto inverse = inverse_of(what, session, now)) back.push_back(std::move(*inverse));
                           return true;
                       },
                       [&](const PageTurned& what) {
                           // Its round was left by the same action, or is still the one of now.
                           if (last && !leaves(action, what.round) && !current.is(what)) return false;
                           back.push_back(PageTurned{what.round, what.was, what.now});
                           return true;
                       },
                       [&](const VoteRetracted& what) {
                           back.push_back(VoteCast{what.vote, what.candidate, what.ballot});
                           return true;
                       },
                       [&](const PersonJoined& what) {
                           const auto& person = session.people.at(what.person);
                           if (person.state != PersonState::in || !person.own.empty() || has_begun(session, what.person)) return false;
                           back.push_back(PersonStateSet{what.person, PersonState::removed, PersonState::in});
                           return true;
                       },
                       [&](const IdeaSubmitted& what) {
                           // What was brought as a list; what somebody wrote is no act of a facilitator.
                           const auto& idea = session.ideas.at(what.idea);
                           if (idea.state != what.state || idea.wording != what.wording || idea.placement != what.placement || idea.place ||
                               idea.translation || has_parts(session, what.idea))
                               return false;
                           back.push_back(IdeaStateSet{what.idea, {IdeaStatus::withdrawn, {}}, what.state});
                           return true;
                       },
                       [](const auto&) { return true; }},
            event);
        if (!fine) return std::unexpected{Reason::changed_meanwhile};
        if (const auto* person = std::get_if<PersonStateSet>(&event))
            seats += (person->was == PersonState::in) - (person->now == PersonState::in);
    }
    if (back.empty() || strands_ideas(session, action) || returns_to_nowhere(session, action) || !can_be_given_back(session, action))
        return std::unexpected{Reason::changed_meanwhile};
    if (seats > std::max(session.seats_taken, session.info.seats_max)) return std::unexpected{Reason::session_full};
    return back;
}

}  // namespace

const Action* newest_undoable(const Session& session) {
    for (const auto& action : session.actions | std::views::reverse)
        if (!std::holds_alternative<NoteWritten>(action.events.front()) && way_back(session, action, {})) return &action;
    return nullptr;
}

Decision decide(const Session& session, const Undo& undo, const Asker&, const Moment& moment) {
    auto action = std::ranges::find(session.actions, undo.action, &Action::id);
    if (action == session.actions.end()) return refuse(Reason::nothing_to_undo);
    auto back = way_back(session, *action, moment.now);
    if (!back) return refuse(back.error());

    Change change;
    change.events = std::move(*back);
    change.events.push_back(ActionUndone{undo.action});
    return change;
}

}  // namespace kiemkring::domain
