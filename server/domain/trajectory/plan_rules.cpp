#include "domain/trajectory/plan_rules.h"

#include <algorithm>

#include "base/content_hash.h"
#include "domain/trajectory/choice_rules.h"
#include "domain/trajectory/gates.h"

namespace kiemkring::domain::trajectory {
namespace {

/// What a version of the plan is about. Tasks and answers go on after it.
bool is_of_plan(const Entry& entry) {
    return std::visit(
        []<class T>(const T&) {
            return std::is_same_v<T, Plan> || std::is_same_v<T, Cost> || std::is_same_v<T, Cover> || std::is_same_v<T, Activity> ||
                   std::is_same_v<T, Risk> || std::is_same_v<T, Permit> || std::is_same_v<T, Agreement>;
        },
        entry);
}

bool changed_after(const Trajectory& trajectory, Version version) {
    return std::ranges::any_of(trajectory.recent,
                               [&](const Happened& one) {
                                   const auto* set = std::get_if<EntrySet>(&one.what);
                                   return set && one.version > version && is_of_plan(set->now ? *set->now : *set->was);
                               }) ||
           // What happened is remembered for a while; what was set says when for good.
           std::ranges::any_of(trajectory.entries, [&](const auto& kept) {
               return kept.second.set_at > version && is_of_plan(kept.second.entry);
           });
}

/// What is agreed, without the place that it is about; so it stands with answers that an earlier version kept.
std::string agreed_in(const Trajectory& trajectory) {
    const auto* agreed = trajectory.one<Agreement>();
    if (!agreed) return {};
    auto terms = agreed->owner_of_ground + " / " + agreed->maintainer + " / " + agreed->frequency + " / " + agreed->ends_on;
    // Whoever says yes read these too; long texts only have to be known again.
    if (!agreed->ownership_note.empty() || !agreed->upkeep_note.empty()) terms += " / " + std::to_string(base::content_hash(agreed->ownership_note + '\n' + agreed->upkeep_note));
    return terms;
}

/// A number for what will be made, and where.
std::string mark_of_place(const Trajectory& trajectory) {
    const auto* plan = trajectory.one<Plan>();
    return std::to_string(base::content_hash(plan ? "place\n" + plan->spot + '\n' + plan->goal_note : "place\n\n"));
}

bool has_answered(const Confirmation& one) { return one.answer == Consent::accepted || one.answer == Consent::declined; }

bool is_confirmed(const Trajectory& trajectory, Confirms what_for) {
    return std::ranges::any_of(trajectory.all<Confirmation>(), [&](const auto& one) {
        return one.second->what_for == what_for && one.second->answer == Consent::accepted &&
               (what_for == Confirms::working_group || (is_to_these_terms(trajectory, *one.second) && !is_letter_gone(trajectory, one.first, *one.second)));
    });
}

}  // namespace

std::vector<Missing> missing_in_plan(const Trajectory& trajectory, const Day& today) {
    std::vector<Missing> lacks;
    const auto need = [&](bool is_there, Lack what, EntryId entry = {}) {
        if (!is_there) lacks.push_back({what, entry});
    };
    const auto* choice = trajectory.one<Choice>();
    need(!choice || !lost_its_idea(trajectory, *choice), Lack::chosen_gone);
    const auto* plan = trajectory.one<Plan>();
    need(plan && !plan->goal_note.empty(), Lack::goal);
    need(plan && !plan->spot.empty(), Lack::spot);
    const auto costs = trajectory.all<Cost>();
    need(!costs.empty(), Lack::cost);
    for (const auto& [id, cost] : costs) need(!cost->basis.empty(), Lack::cost_basis, id);
    const auto sums = sums_of(trajectory);
    need(sums.covered() >= sums.needed(), Lack::cover);
    need(std::ranges::any_of(trajectory.all<Activity>(), [](const auto& one) { return !one.second->starts_on.empty(); }), Lack::planning);
    for (const auto& [id, task] : trajectory.all<Task>())
        if (!task->idea && task->state != TaskState::done) need(!task->who.empty() && !task->due.empty(), Lack::task_owner, id);
    for (const auto& [id, permit] : trajectory.all<Permit>())
        need(permit->state != PermitState::to_find_out && permit->state != PermitState::refused, Lack::permit, id);
    need(is_confirmed(trajectory, Confirms::working_group), Lack::working_group);
    const auto* agreed = trajectory.one<Agreement>();
    need(agreed && !agreed->owner_of_ground.empty(), Lack::owner_of_ground);
    need(agreed && !agreed->maintainer.empty(), Lack::maintainer);
    need(agreed && !agreed->frequency.empty(), Lack::frequency);
    const auto agreed_until = agreed ? agreed->ends_on : Day{};
    need(!agreed_until.empty(), Lack::agreement_end);
    // What is over when it is agreed, or before there is anything to look after, agrees nothing.
    need(agreed_until.empty() || agreed_until >= today, Lack::agreement_over);
    need(agreed_until.empty() || agreed_until < today || !plan || agreed_until >= plan->ends_on, Lack::agreement_short);
    need(is_confirmed(trajectory, Confirms::ownership), Lack::ownership_confirmed);
    need(is_confirmed(trajectory, Confirms::upkeep), Lack::upkeep_confirmed);
    return lacks;
}

std::vector<Missing> missing_at_plan(const Trajectory& trajectory, const Day& today) {
    auto lacks = missing_in_plan(trajectory, today);
    if (!ready_as(trajectory)) lacks.push_back({Lack::plan_ready, {}});
    return lacks;
}

const PlanVersion* ready_as(const Trajectory& trajectory) {
    const Kept* newest{};
    for (const auto& [id, kept] : trajectory.entries)
        if (std::holds_alternative<PlanVersion>(kept.entry) && (!newest || kept.set_at > newest->set_at)) newest = &kept;
    return newest && !changed_after(trajectory, newest->set_at) ? &std::get<PlanVersion>(newest->entry) : nullptr;
}

PlanSums sums_of(const Trajectory& trajectory) {
    PlanSums sums;
    for (const auto& [id, cost] : trajectory.all<Cost>()) {
        (cost->in_kind ? sums.in_kind : sums.cost) += cost->amount;
        sums.hours += cost->hours;
    }
    for (const auto& [id, cover] : trajectory.all<Cover>())
        (cover->state == CoverState::hoped ? sums.hoped : cover->state == CoverState::promised ? sums.promised : sums.received) += cover->amount;
    if (const auto* plan = trajectory.one<Plan>()) sums.contingency = (sums.cost * plan->contingency_percent + 99) / 100;
    return sums;
}

std::string terms_of(const Trajectory& trajectory) {
    const auto agreed = agreed_in(trajectory);
    return agreed.empty() ? agreed : agreed + " / " + mark_of_place(trajectory);
}

std::string mark_of_terms(const Trajectory& trajectory, Confirms what_for) {
    const auto* plan = trajectory.one<Plan>();
    const auto ready_on = plan ? plan->ends_on : Day{};
    return std::to_string(base::content_hash(mark_of_place(trajectory) + '\n' + (what_for == Confirms::working_group ? ready_on : agreed_in(trajectory))));
}

bool is_to_these_terms(const Trajectory& trajectory, const Confirmation& one) {
    return one.terms_note == terms_of(trajectory) || one.terms_note == agreed_in(trajectory);
}

bool said_yes_to_other(const Trajectory& trajectory, const Confirmation& one) {
    return one.what_for != Confirms::working_group && one.answer == Consent::accepted && !is_to_these_terms(trajectory, one);
}

bool has_letter(const Trajectory& trajectory, EntryId confirmation) {
    return std::ranges::any_of(trajectory.all<Letter>(), [&](const auto& letter) { return letter.second->confirmation == confirmation; });
}

bool is_letter_gone(const Trajectory& trajectory, EntryId id, const Confirmation& one) {
    return std::ranges::find(attached_words, one.letter) != attached_words.end() && !has_letter(trajectory, id);
}

std::optional<Refusal> settle(const Trajectory& trajectory, EntryId, const PlanVersion* before, PlanVersion& now, const Day& today) {
    if (before) return Refusal{Reason::not_by_hand, "number"};
    if (trajectory.progress.step < Step::plan) return Refusal{Reason::step_not_next, "ready"};
    if (now.seen < 0 || changed_after(trajectory, static_cast<Version>(now.seen))) return Refusal{Reason::changed_meanwhile, "seen"};
    if (!missing_in_plan(trajectory, today).empty()) return Refusal{Reason::not_complete, "ready"};
    if (ready_as(trajectory)) return Refusal{Reason::already, "ready"};
    now.number = 1;
    for (const auto& [id, one] : trajectory.all<PlanVersion>()) now.number = std::max(now.number, one->number + 1);
    return std::nullopt;
}

std::optional<Refusal> settle(const Trajectory& trajectory, EntryId id, const Confirmation* before, Confirmation& now, const Day& today) {
    const Confirmation none;
    const auto& was = before ? *before : none;
    if (now.token_hash != was.token_hash || now.withdrawn != was.withdrawn) return Refusal{Reason::not_by_hand, "token_hash"};
    now.terms_note = was.terms_note;
    if (before && now.what_for != was.what_for) return Refusal{Reason::not_by_hand, "what_for"};
    // Of two desks that ask the same person one does.
    const bool is_asked = !before && now.commitment && std::ranges::any_of(trajectory.all<Confirmation>(), [&](const auto& one) {
        return one.second->commitment == now.commitment && one.second->what_for == now.what_for;
    });
    if (is_asked) return Refusal{Reason::already_there, "commitment"};
    if (now.what_for == Confirms::working_group) {
        if (now.answer != was.answer) now.answered_on = has_answered(now) ? today : Day{};
        return std::nullopt;
    }
    // Who owns and who looks after it says so themselves: by their link, or with a signature that is attached here.
    if (now.answer != was.answer) return Refusal{Reason::not_by_hand, "answer"};
    // What an earlier version took as a yes without its letter stays one.
    const bool needs_letter = now.letter != was.letter && !now.letter.empty() && (was.letter.empty() || is_letter_gone(trajectory, id, was));
    if (needs_letter && !has_letter(trajectory, id)) return Refusal{Reason::letter_first, "letter"};
    if (now.letter.empty() == was.letter.empty()) return std::nullopt;
    const bool signed_now = !now.letter.empty();
    now.answer = signed_now ? Consent::accepted : now.token_hash.empty() ? Consent::not_asked : Consent::asked;
    now.answered_on = signed_now ? today : Day{};
    now.terms_note = signed_now ? terms_of(trajectory) : std::string{};
    return std::nullopt;
}

std::optional<Refusal> settle(const Trajectory&, EntryId, const CalendarFeed* before, CalendarFeed& now, const Day&) {
    const CalendarFeed none;
    const auto& was = before ? *before : none;
    if (now.token_hash != was.token_hash || now.withdrawn != was.withdrawn) return Refusal{Reason::not_by_hand, "token_hash"};
    return std::nullopt;
}

}  // namespace kiemkring::domain::trajectory
