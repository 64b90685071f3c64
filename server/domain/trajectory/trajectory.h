// The state of one trajectory: its entries, how far it is, who carries it.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "domain/trajectory/event.h"

namespace kiemkring::domain::trajectory {

/// Which trajectory: 16 random hex digits.
using TrajectoryId = std::string;

inline constexpr std::size_t entries_max = 2'000;
/// Of each trajectory so many can be undone and are shown as what happened.
inline constexpr std::size_t recent_max = 200;
/// So many decisions stay in view, however much happened after them.
inline constexpr std::size_t decisions_max = 300;

struct Kept {
    Entry entry;
    Version set_at{};  ///< the event that set it last
    OrganiserId by{};
    Time at{};
    /// Of a factor: when its colour, its note or who said so was put down last, and who did.
    Time noted_at{};
    OrganiserId noted_by{};
    bool operator==(const Kept&) const = default;
};

/// What was taken away and can be put back under its number; a person in it can still be erased.
struct TakenAway {
    std::string_view kind;
    bool is_personal{};
    bool operator==(const TakenAway&) const = default;
};

struct Trajectory {
    TrajectoryId id;
    std::string made_with;  ///< key of the command that made it
    Version version{};
    Time created_at{}, changed_at{};
    std::map<EntryId, Kept> entries;
    std::map<EntryId, TakenAway> taken_away;
    std::map<EntryId, Entry> came;  ///< what the server itself wrote in them, apart from what a desk put in its place
    EntryId last_entry;
    std::set<EntryId> first_factors;  ///< with which it began: those of the approach, also one that is no longer there
    Progress progress;
    std::string facilitator;  ///< who carries it; empty: nobody yet
    bool is_archived{};
    std::deque<Happened> recent;  ///< the newest at the end
    std::deque<Happened> decisions;  ///< likewise: steps, the choice, versions of the plan, answers, who carries it
    bool operator==(const Trajectory&) const = default;

    /// All of a kind, in the order in which they were made.
    template <class T>
    [[nodiscard]] std::vector<std::pair<EntryId, const T*>> all() const {
        std::vector<std::pair<EntryId, const T*>> found;
        for (const auto& [entry_id, kept] : entries)
            if (const auto* one = std::get_if<T>(&kept.entry)) found.emplace_back(entry_id, one);
        return found;
    }
    /// The first of a kind; nullptr when there is none.
    template <class T>
    [[nodiscard]] const T* one() const {
        for (const auto& [entry_id, kept] : entries)
            if (const auto* found = std::get_if<T>(&kept.entry)) return found;
        return nullptr;
    }
};

/// Adds what happened; never fails.
void evolve(Trajectory& trajectory, const Happened& happened);

/// Leaves nothing of an entry in what happened to it.
void erase_values(Happened& happened, EntryId id);

/// A live session that belongs to a trajectory, and of which version the results were taken; 0: not yet.
struct LinkedSession {
    std::string session;
    std::int64_t version{};
    bool operator==(const LinkedSession&) const = default;
};
BOOST_DESCRIBE_STRUCT(LinkedSession, (), (session, version))

/// Where what is next comes from; in the order in which those of one day go.
enum class NextKind { nothing, by_hand, session, opening, permit, fact_finding, task, upkeep };
BOOST_DESCRIBE_ENUM(NextKind, nothing, by_hand, session, opening, permit, fact_finding, task, upkeep)

/// What is next: in the words of the entry that it comes from (an opening has none), who does it, and when.
struct Next {
    NextKind kind{};
    std::string what, who;
    Day due;
    EntryId entry;
    bool operator==(const Next&) const = default;
};
BOOST_DESCRIBE_STRUCT(Next, (), (kind, what, who, due, entry))

/// What the lists of trajectories show. Written in the transaction of the change.
struct Summary {
    TrajectoryId id;
    std::string made_with;  ///< key of the command that made it
    Version version{};
    Time created_at{}, changed_at{};
    Step step{};
    Outcome outcome{};
    bool is_archived{};
    std::string facilitator, place, municipality, funder;
    std::string next_what, next_who;  ///< written by hand, else the first in the dossier that has a day (`next_of`)
    PlaceKind sort{};
    Day next_due;
    NextKind next_kind{};
    /// Of what was written by hand and the first with a day in the dossier, that of the earlier day: what was written hides nothing late.
    NextKind first_kind{};
    std::string first_what;
    Day first_due;
    std::int64_t area_m2{};  ///< as the plan says, else as it could become
    std::uint32_t companies{}, green{}, factors{};
    Cents budget{}, refund{};
    std::int64_t trees{}, people{};  ///< as measured at the opening
    std::vector<LinkedSession> sessions;  ///< but for those that are erased
    std::int64_t measured_m2{};           ///< at the opening
    std::int64_t planned_trees{};         ///< as the plan says
    std::uint32_t joined{};               ///< people who said that they do something, each once
    Day neighbours_until;                 ///< the first day on which somebody among the neighbours is kept for the last time
    bool operator==(const Summary&) const = default;
};
BOOST_DESCRIBE_STRUCT(Summary, (), (id, made_with, version, created_at, changed_at, step, outcome, is_archived, facilitator, place, municipality,
                                    funder, next_what, next_who, sort, next_due, next_kind, first_kind, first_what, first_due, area_m2, companies, green, factors, budget, refund, trees,
                                    people, sessions, measured_m2, planned_trees, joined, neighbours_until))
[[nodiscard]] Summary summary_of(const Trajectory& trajectory);
/// One more whenever `summary_of` says something else of the same trajectory: what is stored is then made anew, once.
inline constexpr int summary_rules = 1;

}  // namespace kiemkring::domain::trajectory
