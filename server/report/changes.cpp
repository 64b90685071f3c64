#include "report/changes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <type_traits>

namespace kiemkring::report {
namespace {

template <class E, class... Es>
concept is_any_of = (std::same_as<E, Es> || ...);

/// What a room does and no report tells: clocks, doors, screens, who is ready, notes, votes that are under way, photos that are not there
/// yet. With a contact people say whether they may be named, or take that back.
bool is_told(const domain::Event& event) {
    using namespace domain;
    return std::visit(
        []<class E>(const E&) {
            return !is_any_of<E, RoundScheduled, TimerSet, DoorLocked, ScreenBlanked, PlanShown, SessionPaused, SpotlightSet, ModerationSet, LeadTaken, PinSet, NoteWritten,
                              GroupingAllowed, HintsAllowed, ReadySet, IdeaHeld, VoteCast, VoteRetracted, SymbolChosen, BallotsSealed, ActionUndone,
                              PageTurned, ScoreGiven, WifiSet, PitchSet, PhotoAnnounced>;
        },
        event);
}

using MaybeEntry = std::optional<domain::trajectory::Entry>;

/// Of an entry no report tells anything.
bool is_told(const domain::trajectory::Entry& entry) {
    return !std::holds_alternative<domain::trajectory::CalendarFeed>(entry) && !std::holds_alternative<domain::trajectory::Letter>(entry);
}

/// What one thing was, and what it is.
template <class Value>
struct Turn {
    std::optional<Value> was, now;
    void add(const Value& before, const Value& after) {
        if (!was) was.emplace(before);
        now.emplace(after);
    }
    [[nodiscard]] bool is_change() const { return was != now; }
};

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

std::size_t changes_since(std::span<const domain::trajectory::Happened> events, domain::Version version) {
    using namespace domain::trajectory;
    std::map<EntryId, Turn<MaybeEntry>> entries;
    Turn<Progress> progress;
    Turn<std::string> facilitator;
    for (const auto& one : events) {
        if (one.version <= version) continue;
        if (const auto* set = std::get_if<EntrySet>(&one.what)) {
            if (is_told(set->now ? *set->now : *set->was)) entries[set->id].add(set->was, set->now);
        } else if (const auto* gone = std::get_if<EntryErased>(&one.what)) {
            // What it was is not known any more, but that it was.
            entries[gone->id].add(Entry{}, std::nullopt);
        } else if (const auto* step = std::get_if<ProgressSet>(&one.what)) {
            progress.add(step->was, step->now);
        } else if (const auto* carrier = std::get_if<FacilitatorSet>(&one.what)) {
            facilitator.add(carrier->was, carrier->now);
        }
    }
    const auto otherwise = std::ranges::count_if(entries, [](const auto& entry) { return entry.second.is_change(); });
    return static_cast<std::size_t>(otherwise) + progress.is_change() + facilitator.is_change();
}

}  // namespace kiemkring::report
