#include <algorithm>

#include "domain/trajectory/choice_rules.h"
#include "domain/trajectory/gates.h"

namespace kiemkring::domain::trajectory {
namespace {

using Fault = std::optional<Refusal>;

Fault because(Reason reason, std::string field = {}) { return Refusal{reason, std::move(field)}; }

bool is_past_choice(const Trajectory& trajectory) { return trajectory.progress.step > Step::choice; }

bool stands(const Choice* choice) { return choice && choice->outcome != ChoiceOutcome::open; }

/// A session whose words were taken back leaves the letter of the idea, or a dash.
bool has_words(const Trajectory& trajectory, EntryId id) {
    const auto found = trajectory.entries.find(id);
    const auto* idea = found == trajectory.entries.end() ? nullptr : std::get_if<Idea>(&found->second.entry);
    return idea && (idea->session.empty() || (idea->name != idea->letter && idea->name != "-"));
}

/// There may be none other that is about the same.
template <class T, class Same>
bool is_double(const Trajectory& trajectory, EntryId id, Same same) {
    return std::ranges::any_of(trajectory.all<T>(), [&](const auto& one) { return one.first != id && same(*one.second); });
}

Fault double_fault(const Trajectory& trajectory, EntryId id, const Entry& now) {
    if (const auto* mark = std::get_if<Mark>(&now))
        if (is_double<Mark>(trajectory, id,
                            [&](const Mark& other) { return other.idea == mark->idea && other.criterion == mark->criterion; }))
            return because(Reason::already_there, "criterion");
    if (const auto* criterion = std::get_if<Criterion>(&now))
        if (is_double<Criterion>(trajectory, id, [&](const Criterion& other) { return other.name == criterion->name; }))
            return because(Reason::already_there, "name");
    return std::nullopt;
}

Fault mark_fault(const Trajectory& trajectory, const Mark* before, const Mark& now) {
    if (!now.idea) return because(Reason::needed, "idea");
    if (!now.criterion) return because(Reason::needed, "criterion");
    if (before && (before->idea != now.idea || before->criterion != now.criterion)) return because(Reason::wrong_kind);
    return trajectory.one<Decider>() ? std::nullopt : because(Reason::decider_first);
}

Fault decider_fault(const Trajectory& trajectory, const Decider* before, const Decider& now) {
    const bool changes = before && before->who != now.who;
    return changes && stands(trajectory.one<Choice>()) ? because(Reason::choice_is_made, "who") : std::nullopt;
}

/// What must be said for a choice to stand.
Fault made_fault(const Trajectory& trajectory, const Choice& now) {
    const auto* decider = trajectory.one<Decider>();
    if (!decider) return because(Reason::decider_first);
    if (trajectory.progress.step < Step::choice) return because(Reason::step_not_next);
    const bool is_one = now.outcome == ChoiceOutcome::chosen;
    if (is_one && !now.idea) return because(Reason::needed, "idea");
    if (is_one && now.idea == now.combined_with) return because(Reason::same_idea, "combined_with");
    if (!is_one && (now.idea || now.combined_with)) return because(Reason::none_has_no_idea, "idea");
    if (now.reason.empty()) return because(Reason::reason_needed, "reason");
    if (!fits(now.method, decider->who)) return because(Reason::method_does_not_fit, "method");
    if (is_one && decider->who == DecisionMaker::client && now.decided_by.empty()) return because(Reason::needed, "decided_by");
    return std::nullopt;
}

Fault choice_change_fault(const Trajectory& trajectory, const Choice* before, const Choice& now) {
    if (!stands(before)) return stands(&now) ? made_fault(trajectory, now) : std::nullopt;
    if (now.outcome == ChoiceOutcome::open) {
        if (lost_its_idea(trajectory, *before)) return std::nullopt;
        if (is_past_choice(trajectory)) return because(Reason::choice_is_made);
        const bool says_why = !now.reopen_note.empty() && now.reopen_note != before->reopen_note;
        return says_why ? std::nullopt : because(Reason::reason_needed, "reopen_note");
    }
    const auto decided = [](const Choice& one) { return std::tuple{one.outcome, one.idea, one.combined_with, one.method}; };
    if (decided(*before) != decided(now)) return because(Reason::choice_is_made, "idea");
    return made_fault(trajectory, now);
}

bool is_chosen(const Trajectory& trajectory, EntryId idea) {
    const auto* choice = trajectory.one<Choice>();
    return choice && choice->outcome == ChoiceOutcome::chosen && (choice->idea == idea || choice->combined_with == idea);
}

Fault removal_fault(const Trajectory& trajectory, EntryId id, const Entry& before) {
    if (const auto* choice = std::get_if<Choice>(&before)) return stands(choice) ? because(Reason::choice_is_made) : std::nullopt;
    if (std::holds_alternative<Idea>(before) && is_chosen(trajectory, id)) return because(Reason::choice_is_made);
    if (!std::holds_alternative<Decider>(before)) return std::nullopt;
    const bool is_used = !trajectory.all<Mark>().empty() || stands(trajectory.one<Choice>());
    return is_used ? because(Reason::decider_first) : std::nullopt;
}

template <class T>
const T* as(const Entry* entry) {
    return entry ? std::get_if<T>(entry) : nullptr;
}

}  // namespace

bool was_left_out(const Trajectory& trajectory, EntryId idea) {
    const auto* choice = trajectory.one<Choice>();
    return idea && choice && choice->outcome == ChoiceOutcome::chosen && choice->idea != idea && choice->combined_with != idea;
}

bool lost_its_idea(const Trajectory& trajectory, const Choice& choice) {
    if (choice.outcome != ChoiceOutcome::chosen) return false;
    return !has_words(trajectory, choice.idea) || (choice.combined_with && !has_words(trajectory, choice.combined_with));
}

bool fits(ChoiceMethod method, DecisionMaker who) {
    switch (who) {
        case DecisionMaker::group_consent: return method == ChoiceMethod::consent;
        case DecisionMaker::group_vote: return method != ChoiceMethod::consent && method != ChoiceMethod::decision;
        case DecisionMaker::client: return method == ChoiceMethod::decision;
    }
    return false;
}

std::optional<Refusal> choice_fault(const Trajectory& trajectory, EntryId id, const Entry* before, const Entry* now) {
    if (!now) return removal_fault(trajectory, id, *before);
    if (const auto* mark = as<Mark>(now))
        if (auto fault = mark_fault(trajectory, as<Mark>(before), *mark)) return fault;
    if (const auto* decider = as<Decider>(now)) return decider_fault(trajectory, as<Decider>(before), *decider);
    if (const auto* choice = as<Choice>(now)) return choice_change_fault(trajectory, as<Choice>(before), *choice);
    return double_fault(trajectory, id, *now);
}

std::optional<Refusal> choice_undo_fault(const Trajectory& trajectory, EntryId id, const Entry* before, const Entry* now) {
    if (as<Choice>(before) || as<Choice>(now)) return is_past_choice(trajectory) ? because(Reason::choice_is_made) : std::nullopt;
    return now ? double_fault(trajectory, id, *now) : removal_fault(trajectory, id, *before);
}

std::vector<Missing> missing_at_choice(const Trajectory& trajectory) {
    std::vector<Missing> lacks;
    if (!trajectory.one<Decider>()) lacks.push_back({Lack::who_decides, {}});
    const auto* choice = trajectory.one<Choice>();
    if (!choice || choice->outcome != ChoiceOutcome::chosen) {
        lacks.push_back({Lack::one_choice, {}});
        return lacks;
    }
    if (lost_its_idea(trajectory, *choice)) {
        lacks.push_back({Lack::chosen_gone, {}});
        return lacks;
    }
    const auto marks = trajectory.all<Mark>();
    for (const auto& [criterion, unused] : trajectory.all<Criterion>()) {
        const bool is_marked = std::ranges::any_of(marks, [&](const auto& mark) {
            return mark.second->idea == choice->idea && mark.second->criterion == criterion && mark.second->colour != Colour::open;
        });
        if (!is_marked) lacks.push_back({Lack::mark, criterion});
    }
    for (const auto id : {choice->idea, choice->combined_with}) {
        const auto found = trajectory.entries.find(id);
        const auto* idea = found == trajectory.entries.end() ? nullptr : std::get_if<Idea>(&found->second.entry);
        if (idea && idea->route == Route::undecided) lacks.push_back({Lack::route, id});
    }
    return lacks;
}

}  // namespace kiemkring::domain::trajectory
