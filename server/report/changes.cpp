#include "report/changes.h"

#include <set>
#include <type_traits>

namespace kiemkring::report {
namespace {

template <class E, class... Es>
concept is_any_of = (std::same_as<E, Es> || ...);

/// What a room does and no report tells: clocks, doors, screens, who is ready, notes, votes that are under way.
bool is_told(const domain::Event& event) {
    using namespace domain;
    return std::visit(
        []<class E>(const E&) {
            return !is_any_of<E, RoundScheduled, TimerSet, DoorLocked, ScreenBlanked, SessionPaused, SpotlightSet, ModerationSet, LeadTaken, PinSet, NoteWritten,
                              GroupingAllowed, HintsAllowed, ReadySet, IdeaHeld, VoteCast, VoteRetracted, SymbolChosen, BallotsSealed, ActionUndone,
                              PageTurned, ScoreGiven, WifiSet, PitchSet>;
        },
        event);
}

bool is_told(const domain::trajectory::Event& event) {
    using namespace domain::trajectory;
    if (std::holds_alternative<ArchivedSet>(event)) return false;
    const auto* set = std::get_if<EntrySet>(&event);
    if (!set) return true;
    const auto& entry = set->now ? *set->now : *set->was;
    return !std::holds_alternative<CalendarFeed>(entry) && !std::holds_alternative<Letter>(entry);
}

}  // namespace

std::size_t changes_since(std::span<const domain::Happened> events, domain::Version version) {
    std::set<std::uint64_t> actions;
    for (const auto& one : events) {
        if (one.version <= version) continue;
        if (const auto* undone = std::get_if<domain::ActionUndone>(&one.what)) {
            // Of what was done before the report, the undoing is the change.
            if (actions.erase(undone->action) == 0 && undone->action <= version) actions.insert(one.action);
        } else if (one.op != "undo" && is_told(one.what)) {
            actions.insert(one.action);
        }
    }
    return actions.size();
}

std::size_t changes_since(const domain::trajectory::Trajectory& trajectory, domain::Version version) {
    std::set<domain::Version> changes;
    for (const auto& one : trajectory.recent) {
        if (one.version <= version || !is_told(one.what)) continue;
        if (one.undoes == 0 || changes.erase(one.undoes) == 0) changes.insert(one.version);
    }
    return changes.size();
}

}  // namespace kiemkring::report
