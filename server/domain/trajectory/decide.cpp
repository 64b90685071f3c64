#include "domain/trajectory/decide.h"

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "domain/trajectory/choice_rules.h"
#include "domain/trajectory/session_rules.h"
#include "domain/trajectory/plan_rules.h"

namespace kiemkring::domain::trajectory {
namespace {

using boost::describe::describe_members, boost::describe::mod_public;

constexpr Cents cents_max = 100'000'000'000;  // a billion euros

/// The most that a number may be says its name, in every kind alike.
constexpr std::int64_t most_in(std::string_view member) {
    struct Bound {
        std::string_view member;
        std::int64_t most;
    };
    constexpr std::array bounds{
        Bound{"fee", cents_max}, Bound{"budget", cents_max}, Bound{"amount", cents_max}, Bound{"area_m2", 10'000'000},
        Bound{"tiles_out", 10'000'000}, Bound{"trees", 1'000'000}, Bound{"people", 100'000}, Bound{"hours", 100'000},
        Bound{"hours_a_week", 80}, Bound{"seats", 500}, Bound{"kept_days", 3'650}, Bound{"weight", 5}, Bound{"contingency_percent", 100},
        Bound{"every_months", 120}, Bound{"group_tenths", 50},
    };
    const auto* found = std::ranges::find(bounds, member, &Bound::member);
    return found == bounds.end() ? 1'000'000'000 : found->most;
}

std::unexpected<Refusal> no(Reason reason, std::string field = {}) { return std::unexpected{Refusal{reason, std::move(field)}}; }

/// The first number out of its bounds.
std::optional<Refusal> number_fault(std::string_view field, std::int64_t value, std::int64_t most) {
    if (value < 0) return Refusal{Reason::negative, std::string{field}};
    if (value > most) return Refusal{Reason::too_large, std::string{field}};
    return std::nullopt;
}
/// What `ends` says lies before what `starts` says: both days, or both times of one day.
std::optional<Refusal> order_fault(std::string_view field, const std::string& starts, const std::string& ends) {
    if (starts.empty() || ends.empty() || starts <= ends) return std::nullopt;
    return Refusal{Reason::wrong_order, std::string{field}};
}

/// What is wrong with an entry by itself: the first field.
template <class T>
std::optional<Refusal> fault_of(const T& now) {
    std::optional<Refusal> fault;
    boost::mp11::mp_for_each<describe_members<T, mod_public>>([&](auto member) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(now.*member.pointer)>, std::int64_t>)
            if (!fault) fault = number_fault(member.name, now.*member.pointer, most_in(member.name));
    });
    if constexpr (requires { now.starts_on; now.ends_on; })
        if (!fault) fault = order_fault("ends_on", now.starts_on, now.ends_on);
    if constexpr (requires { now.starts_at; now.ends_at; })
        if (!fault) fault = order_fault("ends_at", now.starts_at, now.ends_at);
    if constexpr (std::is_same_v<T, Letter>)
        if (!fault && !now.confirmation) fault = Refusal{Reason::needed, "confirmation"};
    // Who does not see it is told what it shows.
    if constexpr (requires { now.in_story; now.description; })
        if (!fault && now.in_story && now.description.empty()) fault = Refusal{Reason::needed, "description"};
    return fault;
}

/// Which kind an entry names by this member.
template <class T>
bool is_there(const Trajectory& trajectory, EntryId id) {
    const auto found = trajectory.entries.find(id);
    return found != trajectory.entries.end() && std::holds_alternative<T>(found->second.entry);
}
bool names_its_kind(const Trajectory& trajectory, std::string_view member, EntryId id) {
    if (member == "idea" || member == "combined_with") return is_there<Idea>(trajectory, id);
    if (member == "criterion") return is_there<Criterion>(trajectory, id);
    if (member == "confirmation") return is_there<Confirmation>(trajectory, id);
    if (member == "beside") return is_there<Photo>(trajectory, id);
    return is_there<Commitment>(trajectory, id);
}

/// What is newly said of other entries and of days to come: the entry is there, the day lies not before today.
template <class T>
std::optional<Refusal> plan_fault(const Trajectory& trajectory, const T* before, const T& now, const Day& today) {
    std::optional<Refusal> fault;
    boost::mp11::mp_for_each<describe_members<T, mod_public>>([&](auto member) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(now.*member.pointer)>, EntryId>) {
            const auto named = now.*member.pointer;
            const bool is_new = !before || before->*member.pointer != named;
            if (!fault && named && is_new && !names_its_kind(trajectory, member.name, named))
                fault = Refusal{Reason::unknown_entry, member.name};
        }
    });
    if constexpr (requires { now.due; }) {
        const bool is_new = !before || before->due != now.due;
        if (!fault && is_new && !now.due.empty() && now.due < today) fault = Refusal{Reason::in_the_past, "due"};
    }
    return fault;
}

/// Three ways together: what only one side changed is taken from that side. The field that both changed, when there is one.
template <class T>
std::optional<Refusal> merge(const T& was, T& now, const T& current) {
    std::optional<Refusal> clash;
    boost::mp11::mp_for_each<describe_members<T, mod_public>>([&](auto member) {
        auto& mine = now.*member.pointer;
        const auto& theirs = current.*member.pointer;
        const auto& before = was.*member.pointer;
        if (mine == theirs || before == theirs) return;
        if (mine == before) mine = theirs;
        else if (!clash) clash = Refusal{Reason::changed_meanwhile, member.name};
    });
    return clash;
}

Decision add(const Trajectory& trajectory, EntryId id, Entry now, const Day& today) {
    if (is_full(trajectory, now)) return no(Reason::too_many);
    const auto fault = std::visit(
        [&]<class T>(T& one) {
            auto found = fault_of(one);
            if (!found) found = by_hand_fault(static_cast<const T*>(nullptr), one);
            if (!found) found = plan_fault(trajectory, static_cast<const T*>(nullptr), one, today);
            if constexpr (has_rule<T>) if (!found) found = settle(trajectory, id, static_cast<const T*>(nullptr), one, today);
            return found;
        },
        now);
    if (fault) return std::unexpected{*fault};
    if (const auto choice = choice_fault(trajectory, id, nullptr, &now)) return std::unexpected{*choice};
    return EntrySet{id, std::nullopt, now};
}

/// Whom another desk erased for good meanwhile stays away.
Decision put_back(const Trajectory& trajectory, const PutEntry& put, const Day& today) {
    const auto gone = trajectory.taken_away.find(put.id);
    if (put.was || gone == trajectory.taken_away.end()) return no(Reason::not_found);
    if (gone->second.kind != kind_of(put.now)) return no(Reason::wrong_kind);
    return add(trajectory, put.id, put.now, today);
}

template <class T>
Decision change(const Trajectory& trajectory, EntryId id, const T& was, T now, const T& current, const Day& today) {
    if (auto clash = merge(was, now, current)) return std::unexpected{*clash};
    if (now == current) return no(Reason::already);
    if (auto fault = fault_of(now)) return std::unexpected{*fault};
    if (auto fault = by_hand_fault(&current, now)) return std::unexpected{*fault};
    if (auto fault = plan_fault(trajectory, &current, now, today)) return std::unexpected{*fault};
    if constexpr (has_rule<T>)
        if (auto fault = settle(trajectory, id, &current, now, today)) return std::unexpected{*fault};
    EntrySet set{id, Entry{current}, Entry{std::move(now)}};
    if (auto fault = choice_fault(trajectory, id, &*set.was, &*set.now)) return std::unexpected{*fault};
    return set;
}

/// Whether a plan says that the session says otherwise of it.
bool is_contradicted(const Trajectory& trajectory, EntryId id) {
    return std::ranges::any_of(trajectory.all<SessionPlan>(), [id](const auto& plan) {
        return std::ranges::any_of(KeptFields::read(plan.second->kept_note), [id](const auto& place) { return place.first == id; });
    });
}

Decision put_entry(const Trajectory& trajectory, const PutEntry& put, const Day& today) {
    if (!put.id) return add(trajectory, trajectory.last_entry.next(), put.now, today);
    const auto found = trajectory.entries.find(put.id);
    if (found == trajectory.entries.end()) return put_back(trajectory, put, today);
    if (!put.was) return no(Reason::changed_meanwhile);  // somebody put it back first
    const Entry& current = found->second.entry;
    if (put.was->index() != put.now.index() || current.index() != put.now.index()) return no(Reason::wrong_kind);
    return std::visit(
        [&]<class T>(const T& now) { return change(trajectory, put.id, std::get<T>(*put.was), now, std::get<T>(current), today); }, put.now);
}

/// Of a session that said it again after it was taken away there would be two.
bool came_again(const Trajectory& trajectory, EntryId id, const Entry& now) {
    return std::visit(
        [&]<class T>(const T& one) {
            if constexpr (std::is_same_v<T, Idea> || std::is_same_v<T, Commitment>) {
                return !one.session.empty() && std::ranges::any_of(trajectory.all<T>(), [&](const auto& other) {
                    return other.first != id && other.second->session == one.session && other.second->number == one.number;
                });
            } else {
                return false;
            }
        },
        now);
}

Decision decide_on(const Trajectory& trajectory, const PutEntry& put, const Day& today) {
    if (came_again(trajectory, put.id, put.now)) return no(Reason::already_there);
    if (put.said && !is_contradicted(trajectory, put.id)) return no(Reason::not_by_hand, "session");
    auto decided = put_entry(trajectory, put, today);
    if (decided) std::get<EntrySet>(*decided).words = put.said ? Words::of_session : Words::of_writer;
    return decided;
}

/// Step 2 opens when all factors of the approach are green: whoever wants fewer says why it opens all the same.
bool is_of_approach(const Trajectory& trajectory, EntryId id) { return trajectory.first_factors.contains(id); }

Decision decide_on(const Trajectory& trajectory, const RemoveEntry& remove, const Day&) {
    const auto found = trajectory.entries.find(remove.id);
    if (found == trajectory.entries.end()) return no(Reason::not_found);
    if (found->second.entry != remove.was) return no(Reason::changed_meanwhile);
    if (auto fault = choice_fault(trajectory, remove.id, &found->second.entry, nullptr)) return std::unexpected{*fault};
    if (std::holds_alternative<PlanVersion>(remove.was)) return no(Reason::not_by_hand);
    if (is_of_approach(trajectory, remove.id)) return no(Reason::of_approach);
    return EntrySet{remove.id, found->second.entry, std::nullopt};
}

Decision decide_on(const Trajectory& trajectory, const EraseEntry& erase, const Day&) {
    const auto found = trajectory.entries.find(erase.id);
    const auto gone = trajectory.taken_away.find(erase.id);
    const bool is_there = found != trajectory.entries.end();
    if (!is_there && gone == trajectory.taken_away.end()) return no(Reason::not_found);
    if (!(is_there ? is_personal(found->second.entry) : gone->second.is_personal)) return no(Reason::wrong_kind);
    return EntryErased{erase.id};
}

Decision decide_on(const Trajectory& trajectory, const OpenStep& open, const Day& today) {
    const auto& progress = trajectory.progress;
    if (progress.outcome != Outcome::running) return no(Reason::ended);
    if (static_cast<int>(open.step) != static_cast<int>(progress.step) + 1) return no(Reason::step_not_next);
    const bool complete = missing(trajectory, progress.step, today).empty();
    if (!complete && open.reason.empty()) return no(Reason::not_complete, "reason");
    return ProgressSet{progress, {open.step, Outcome::running, complete ? std::string{} : open.reason, 0}};
}

Decision decide_on(const Trajectory& trajectory, const ReopenStep& reopen, const Day&) {
    const auto& progress = trajectory.progress;
    if (reopen.step > progress.step) return no(Reason::step_not_next);
    if (reopen.step == progress.step && progress.outcome == Outcome::running) return no(Reason::already);
    if (reopen.reason.empty()) return no(Reason::reason_needed, "reason");
    return ProgressSet{progress, {reopen.step, Outcome::running, reopen.reason, 0}};
}

Decision decide_on(const Trajectory& trajectory, const EndTrajectory& end, const Day&) {
    const auto& progress = trajectory.progress;
    if (progress.outcome != Outcome::running) return no(Reason::ended);
    if (end.outcome == Outcome::running) return no(Reason::already);
    if (end.outcome == Outcome::finished && progress.step != Step::opening) return no(Reason::step_not_next);
    // There is a match once step 2 began; from then on it is stopped.
    if (end.outcome == Outcome::no_match && progress.step != Step::green_date) return no(Reason::step_not_next);
    if (end.outcome != Outcome::finished && end.reason.empty()) return no(Reason::reason_needed, "reason");
    if (end.outcome == Outcome::finished && end.reason.empty() && !missing(trajectory, Step::opening).empty())
        return no(Reason::not_complete, "reason");
    if (auto fault = number_fault("refund", end.refund, cents_max)) return std::unexpected{*fault};
    const auto* support = trajectory.one<Support>();
    if (end.refund > (support ? support->fee : 0)) return no(Reason::too_large, "refund");
    if (end.refund > 0 && end.outcome != Outcome::no_match) return no(Reason::too_large, "refund");
    return ProgressSet{progress, {progress.step, end.outcome, end.reason, end.refund}};
}

Decision decide_on(const Trajectory& trajectory, const HandOver& hand, const Day&) {
    if (hand.to == trajectory.facilitator) return no(Reason::already);
    if (hand.was && *hand.was != trajectory.facilitator) return no(Reason::changed_meanwhile, "to");
    return FacilitatorSet{trajectory.facilitator, hand.to};
}

Decision decide_on(const Trajectory& trajectory, const Archive& archive, const Day&) {
    if (archive.archived == trajectory.is_archived) return no(Reason::already);
    return ArchivedSet{trajectory.is_archived, archive.archived};
}

template <class C>
    requires std::is_same_v<C, MakeLink> || std::is_same_v<C, WithdrawLink> || std::is_same_v<C, AnswerByLink>
Decision decide_on(const Trajectory& trajectory, const C& link, const Day& today) {
    return decide_link(trajectory, link, today);
}

Decision decide_on(const Trajectory& trajectory, const UndoEvent& undo, const Day&) { return decide_undo(trajectory, undo.version); }

bool was_erased_since(const Trajectory& trajectory, const Happened& happened) {
    const auto* set = std::get_if<EntrySet>(&happened.what);
    return set && std::ranges::any_of(trajectory.recent, [&](const Happened& later) {
        const auto* erased = std::get_if<EntryErased>(&later.what);
        return erased && erased->id == set->id && later.version > happened.version;
    });
}

/// Whether somebody set the same thing later, and that was not taken back: even when it is by now as it was.
bool was_set_since(const Trajectory& trajectory, const Happened& happened) {
    std::vector<Version> later;
    for (const auto& one : trajectory.recent) {
        if (one.version <= happened.version || one.what.index() != happened.what.index()) continue;
        const auto *set = std::get_if<EntrySet>(&one.what), *before = std::get_if<EntrySet>(&happened.what);
        if (set && set->id != before->id) continue;
        // An undo takes what it undoes out of the count; one of this event itself stays in it.
        if (one.undoes == 0 || std::erase(later, one.undoes) == 0) later.push_back(one.version);
    }
    return !later.empty();
}

std::optional<Entry> current(const Trajectory& trajectory, const EntrySet& set) {
    const auto found = trajectory.entries.find(set.id);
    return found == trajectory.entries.end() ? std::nullopt : std::optional{found->second.entry};
}
Progress current(const Trajectory& trajectory, const ProgressSet&) { return trajectory.progress; }
std::string current(const Trajectory& trajectory, const FacilitatorSet&) { return trajectory.facilitator; }
bool current(const Trajectory& trajectory, const ArchivedSet&) { return trajectory.is_archived; }

/// Whatever happens, no more is noted as paid back than the fee was.
Decision within_fee(const Trajectory& trajectory, Decision decided) {
    if (!decided) return decided;
    const auto* support = trajectory.one<Support>();
    const Cents fee_before = support ? support->fee : 0, refund_before = trajectory.progress.refund;
    auto fee = fee_before, refund = refund_before;
    if (const auto* set = std::get_if<EntrySet>(&*decided)) {
        if (set->was && std::holds_alternative<Support>(*set->was)) fee = 0;
        if (const auto* now = set->now ? std::get_if<Support>(&*set->now) : nullptr) fee = now->fee;
    }
    if (const auto* set = std::get_if<ProgressSet>(&*decided)) refund = set->now.refund;
    if (refund > fee && (fee < fee_before || refund > refund_before)) return no(Reason::below_refund, "fee");
    return decided;
}

/// Of which version of a session results came, and what stands as it said: what is in the dossier does not go with it, and would come
/// a second time.
bool is_taken(const Happened& happened) {
    const auto* set = std::get_if<EntrySet>(&happened.what);
    const auto* was = set && set->was ? std::get_if<SessionPlan>(&*set->was) : nullptr;
    const auto* now = set && set->now ? std::get_if<SessionPlan>(&*set->now) : nullptr;
    return was && now && was->session == now->session && (was->session_version != now->session_version || was->taken_note != now->taken_note);
}

Decision undo_of(const Trajectory& trajectory, Version version) {
    const auto found = std::ranges::find(trajectory.recent, version, &Happened::version);
    if (found == trajectory.recent.end() || was_erased_since(trajectory, *found)) return no(Reason::nothing_to_undo);
    if (is_answer_by_link(*found) || is_taken(*found)) return no(Reason::not_by_hand);
    return std::visit(
        [&]<class E>(E event) -> Decision {
            if constexpr (std::is_same_v<E, EntryErased>) return no(Reason::nothing_to_undo);
            else {
                if (current(trajectory, event) != event.now || was_set_since(trajectory, *found)) return no(Reason::changed_meanwhile);
                std::swap(event.was, event.now);
                if constexpr (std::is_same_v<E, EntrySet>) event.words = Words::of_writer;
                if constexpr (std::is_same_v<E, EntrySet>) {
                    if (!event.now && is_of_approach(trajectory, event.id)) return no(Reason::of_approach);
                    if (event.now && !event.was && is_full(trajectory, *event.now)) return no(Reason::too_many);
                    if (event.now && came_again(trajectory, event.id, *event.now)) return no(Reason::already_there);
                    const auto *before = event.was ? &*event.was : nullptr, *now = event.now ? &*event.now : nullptr;
                    if (auto fault = choice_undo_fault(trajectory, event.id, before, now)) return std::unexpected{*fault};
                }
                return event;
            }
        },
        found->what);
}

}  // namespace

std::optional<Refusal> fault_alone(const Entry& entry) {
    return std::visit([](const auto& one) { return fault_of(one); }, entry);
}

bool is_full(const Trajectory& trajectory, const Entry& now) {
    const auto of_kind = std::ranges::count_if(
        trajectory.entries, [&](const auto& kept) { return kept.second.entry.index() == now.index(); });
    return static_cast<std::size_t>(of_kind) >= most_of(now) || trajectory.entries.size() >= entries_max;
}

Decision decide(const Trajectory& trajectory, const Command& command, const Day& today) {
    return within_fee(trajectory, std::visit([&](const auto& one) { return decide_on(trajectory, one, today); }, command));
}

Decision decide_undo(const Trajectory& trajectory, Version version) { return within_fee(trajectory, undo_of(trajectory, version)); }

}  // namespace kiemkring::domain::trajectory
