#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <set>
#include <type_traits>

#include "domain/trajectory/next_dated.h"
#include "domain/trajectory/session_results.h"

namespace kiemkring::domain::trajectory {
namespace {

/// What the desk wrote instead does not become the server's because that writes the entry again.
template <class T>
void keep_apart(T& came, const T* was, const T& now) {
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
        if (!was || was->*member.pointer != now.*member.pointer) came.*member.pointer = now.*member.pointer;
    });
}
void remember_what_came(Trajectory& trajectory, const EntrySet& set) {
    if (!set.now) return void(trajectory.came.erase(set.id));
    std::visit(
        [&]<class T>(const T& now) {
            const auto* was = set.was ? std::get_if<T>(&*set.was) : nullptr;
            auto& came = trajectory.came.try_emplace(set.id, now).first->second;
            if (auto* same_kind = std::get_if<T>(&came)) keep_apart(*same_kind, was, now);
            else came = now;
        },
        *set.now);
}

/// A trajectory begins in one command, which may bring along what a desk added elsewhere.
bool is_begun_with(const Trajectory& trajectory, const Happened& happened, const EntrySet& set) {
    const bool is_first = trajectory.version == 0 || (!happened.key.empty() && happened.key == trajectory.made_with);
    return is_first && set.words != Words::of_desk && !set.was && set.now && std::holds_alternative<Factor>(*set.now);
}
bool says_the_same(const std::optional<Entry>& was, const Factor& now) {
    const auto* before = was ? std::get_if<Factor>(&*was) : nullptr;
    return before && before->colour == now.colour && before->note == now.note && before->said_by == now.said_by;
}
/// As it is kept from now on; `before`: nothing for a new one.
Kept as_kept(const Kept* before, const Happened& happened, const EntrySet& set) {
    Kept now{*set.now, happened.version, happened.by, happened.at, {}, {}};
    const auto* factor = std::get_if<Factor>(&now.entry);
    if (!factor) return now;
    const bool is_noted_before = before && says_the_same(set.was, *factor);
    now.noted_at = is_noted_before ? before->noted_at : happened.at;
    now.noted_by = is_noted_before ? before->noted_by : happened.by;
    return now;
}

void apply(Trajectory& trajectory, const Happened& happened, const EntrySet& set) {
    if (is_begun_with(trajectory, happened, set)) trajectory.first_factors.insert(set.id);
    const bool by_server = happened.by == 0 && happened.key.empty();
    if (set.words == Words::of_session || (by_server && set.words == Words::of_writer)) remember_what_came(trajectory, set);
    if (set.now) {
        const auto before = trajectory.entries.find(set.id);
        auto now = as_kept(before == trajectory.entries.end() ? nullptr : &before->second, happened, set);
        trajectory.entries.insert_or_assign(set.id, std::move(now));
        trajectory.taken_away.erase(set.id);
    } else {
        trajectory.entries.erase(set.id);
        if (set.was) trajectory.taken_away[set.id] = {kind_of(*set.was), is_personal(*set.was)};
    }
    trajectory.last_entry = std::max(trajectory.last_entry, set.id);
}
void apply(Trajectory& trajectory, const Happened&, const EntryErased& erased) {
    trajectory.entries.erase(erased.id);
    trajectory.taken_away.erase(erased.id);
    trajectory.came.erase(erased.id);
    for (auto* log : {&trajectory.recent, &trajectory.decisions})
        for (auto& before : *log) erase_values(before, erased.id);
}
void apply(Trajectory& trajectory, const Happened&, const ProgressSet& set) { trajectory.progress = set.now; }
void apply(Trajectory& trajectory, const Happened&, const FacilitatorSet& set) { trajectory.facilitator = set.now; }
void apply(Trajectory& trajectory, const Happened&, const ArchivedSet& set) { trajectory.is_archived = set.now; }

bool is_decided_by(const Entry& entry) {
    return std::visit(
        []<class T>(const T&) {
            return std::is_same_v<T, Decider> || std::is_same_v<T, Choice> || std::is_same_v<T, PlanVersion> || std::is_same_v<T, Confirmation>;
        },
        entry);
}
bool is_decision(const Event& event) {
    if (const auto* set = std::get_if<EntrySet>(&event)) return is_decided_by(set->now ? *set->now : *set->was);
    return std::holds_alternative<ProgressSet>(event) || std::holds_alternative<FacilitatorSet>(event);
}
void remember(std::deque<Happened>& log, const Happened& happened, std::size_t most) {
    log.push_back(happened);
    if (log.size() > most) log.pop_front();
}

}  // namespace

void erase_values(Happened& happened, EntryId id) {
    auto* set = std::get_if<EntrySet>(&happened.what);
    if (!set || set->id != id) return;
    for (auto* entry : {&set->was, &set->now})
        if (*entry) std::visit([]<class T>(T& one) { one = T{}; }, **entry);
}

void evolve(Trajectory& trajectory, const Happened& happened) {
    std::visit([&](const auto& what) { apply(trajectory, happened, what); }, happened.what);
    if (trajectory.version == 0) {
        trajectory.created_at = happened.at;
        trajectory.made_with = happened.key;
    }
    trajectory.version = happened.version;
    trajectory.changed_at = happened.at;
    remember(trajectory.recent, happened, recent_max);
    if (is_decision(happened.what)) remember(trajectory.decisions, happened, decisions_max);
}

Summary summary_of(const Trajectory& trajectory) {
    Summary summary;
    summary.id = trajectory.id;
    summary.made_with = trajectory.made_with;
    summary.version = trajectory.version;
    summary.created_at = trajectory.created_at;
    summary.changed_at = trajectory.changed_at;
    summary.step = trajectory.progress.step;
    summary.outcome = trajectory.progress.outcome;
    summary.refund = trajectory.progress.refund;
    summary.facilitator = trajectory.facilitator;
    summary.is_archived = trajectory.is_archived;
    if (const auto* place = trajectory.one<Place>()) {
        summary.place = place->name;
        summary.sort = place->sort;
        summary.municipality = place->municipality;
        summary.funder = place->funder;
        summary.area_m2 = place->area_m2;
    }
    const auto next = next_of(trajectory);
    summary.next_kind = next.kind;
    summary.next_what = next.what;
    summary.next_who = next.who;
    summary.next_due = next.due;
    const auto dated = next_dated(trajectory);
    const bool is_before = dated.kind != NextKind::nothing && (next.due.empty() || dated.due < next.due);
    const auto& first = is_before ? dated : next;
    if (!first.due.empty()) {
        summary.first_kind = first.kind;
        summary.first_what = first.what;
        summary.first_due = first.due;
    }
    if (const auto* plan = trajectory.one<Plan>()) {
        if (plan->area_m2 > 0) summary.area_m2 = plan->area_m2;
        summary.planned_trees = plan->trees;
    }
    std::set<std::string> joined;
    for (const auto& [id, one] : trajectory.all<Commitment>())
        if (one->role != CommitmentRole::informed && !one->name.empty()) joined.insert(one->name);
    summary.joined = static_cast<std::uint32_t>(joined.size());
    if (const auto* opening = trajectory.one<Opening>()) {
        summary.measured_m2 = opening->area_m2;
        summary.trees = opening->trees;
        summary.people = opening->people;
    }
    if (const auto* support = trajectory.one<Support>()) summary.budget = support->budget;
    summary.companies = static_cast<std::uint32_t>(trajectory.all<Company>().size());
    for (const auto& [id, factor] : trajectory.all<Factor>()) {
        ++summary.factors;
        summary.green += factor->colour == Colour::green;
    }
    for (const auto& [id, plan] : trajectory.all<SessionPlan>())
        if (!plan->session.empty() && !plan->session_erased) summary.sessions.push_back({plan->session, plan->session_version});
    for (const auto& [id, neighbour] : trajectory.all<Neighbour>())
        if (const auto until = kept_until(neighbour->came_on); !until.empty() && (summary.neighbours_until.empty() || until < summary.neighbours_until))
            summary.neighbours_until = until;
    return summary;
}

}  // namespace kiemkring::domain::trajectory
