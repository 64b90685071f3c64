// Undo: the events of an action the other way round, when nothing they set has changed since.
#include <algorithm>
#include <ranges>

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
    bool is(const IdeasShared& event) const { return s_.sharing == event.now; }
    bool is(const GroupingAllowed& event) const { return s_.grouping_allowed == event.now; }
    bool is(const PersonStateSet& event) const { return s_.people.at(event.person).state == event.now; }
    bool is(const IdeaReworded& event) const { return s_.ideas.at(event.idea).wording == event.now; }
    bool is(const IdeaStateSet& event) const { return s_.ideas.at(event.idea).state == event.now; }
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
    bool is(const ConcernSet& event) const { return s_.concerns.at(event.concern) == event.now; }
    bool is(const NextStepSet& event) const { return s_.next_step == event.now; }

private:
    bool is_linked(VoteId id) const {
        const auto links = s_.links.find(id);
        return links != s_.links.end() && links->second.size() >= s_.votes.at(id).ballots.size();
    }

    const Session& s_;
};

template <class E>
void clear_what_is_due(E&, Time) {}
/// A countdown that is over must not come back: it would do at once what is being undone.
void clear_what_is_due(VoteSet& event, Time now) {
    if (event.now.closes_at && *event.now.closes_at <= now) event.now.closes_at.reset();
}
void clear_what_is_due(RoundScheduled& event, Time now) {
    if (event.now && event.now->at <= now) event.now.reset();
}

template <class E>
concept Undoable = requires(const Current& current, const E& event) { current.is(event); };

/// Whether a group that this action made would be taken away with ideas in it that the action did not bring.
bool strands_ideas(const Session& session, const Action& action) {
    for (const auto& event : action.events) {
        const auto* made = std::get_if<GroupSet>(&event);
        if (!made || made->was.exists) continue;
        for (const auto& [id, idea] : session.ideas) {
            if (idea.placement.group != made->group) continue;
            const bool brought = std::ranges::any_of(action.events, [&, idea_id = id](const Event& other) {
                const auto* placed = std::get_if<IdeaPlaced>(&other);
                return placed && placed->idea == idea_id;
            });
            if (!brought) return true;
        }
    }
    return false;
}

/// Whether a group that would come back to life, or ideas that return to it, still has a place to return to.
bool returns_to_nowhere(const Session& session, const Action& action) {
    for (const auto& event : action.events) {
        const auto* placed = std::get_if<IdeaPlaced>(&event);
        if (!placed || !placed->was.group) continue;
        if (session.groups.at(placed->was.group).exists) continue;
        const bool revived = std::ranges::any_of(action.events, [&](const Event& other) {
            const auto* group = std::get_if<GroupSet>(&other);
            return group && group->group == placed->was.group && group->was.exists;
        });
        if (!revived) return true;
    }
    return false;
}

}  // namespace

Decision decide(const Session& session, const Undo& undo, const Asker&, const Moment& moment) {
    auto action = std::ranges::find(session.actions, undo.action, &Action::id);
    if (action == session.actions.end()) return refuse(Reason::nothing_to_undo);
    if (strands_ideas(session, *action) || returns_to_nowhere(session, *action)) return refuse(Reason::changed_meanwhile);

    Change change;
    change.events.push_back(ActionUndone{undo.action});
    // An action may set one thing twice, so each step back is looked at from where the later ones led.
    Session trial = session;
    std::vector<RecordKey> touched;
    Version version = session.version;
    for (const auto& event : action->events | std::views::reverse) {
        const Current now{trial};
        const bool undone = std::visit(
            Overloaded{[&]<Undoable E>(const E& what) {
                           if (!now.is(what)) return false;
                           auto inverse = what;
                           std::swap(inverse.now, inverse.was);
                           clear_what_is_due(inverse, moment.now);
                           if (inverse.now == inverse.was) return true;
                           evolve(trial, {++version, moment.now, "undo", true, 0, inverse}, touched);
                           change.events.push_back(inverse);
                           return true;
                       },
                       [](const auto&) { return true; }},
            event);
        if (!undone) return refuse(Reason::changed_meanwhile);
    }
    if (change.events.size() == 1) return refuse(Reason::changed_meanwhile);
    if (trial.seats_taken > std::max(session.seats_taken, session.info.seats_max)) return refuse(Reason::session_full);
    return change;
}

}  // namespace kiemkring::domain
