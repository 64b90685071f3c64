#include "domain/trajectory/group_results.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "domain/limits.h"
#include "domain/session/decide.h"
#include "domain/trajectory/choice_rules.h"
#include "domain/trajectory/kept_fields.h"

namespace kiemkring::domain::trajectory {
namespace {

template <class T>
const T* entry_of(const Trajectory& trajectory, EntryId id) {
    const auto found = trajectory.entries.find(id);
    return found == trajectory.entries.end() ? nullptr : std::get_if<T>(&found->second.entry);
}
template <class T>
const T* as_it_came(const Trajectory& trajectory, EntryId id) {
    const auto found = trajectory.came.find(id);
    return found == trajectory.came.end() ? nullptr : std::get_if<T>(&found->second);
}

/// Writes events one after the other, and gives new entries their numbers.
class Writer {
public:
    explicit Writer(const Trajectory& trajectory) : trajectory_{trajectory}, last_{trajectory.last_entry} {}

    template <class T>
    void change(EntryId id, const T& was, const T& now) {
        if (now != was) events.emplace_back(EntrySet{id, Entry{was}, Entry{now}});
    }
    /// 0: it does not fit.
    template <class T>
    EntryId add(const T& now) {
        const auto added = [this](auto is_it) { return static_cast<std::size_t>(std::ranges::count_if(events, is_it)); };
        const auto is_new = [](const Event& event) { return !std::get<EntrySet>(event).was; };
        const auto is_new_one = [&](const Event& event) { return is_new(event) && std::holds_alternative<T>(*std::get<EntrySet>(event).now); };
        if (trajectory_.entries.size() + added(is_new) >= entries_max || trajectory_.all<T>().size() + added(is_new_one) >= T::most) return {};
        last_ = last_.next();
        events.emplace_back(EntrySet{last_, std::nullopt, Entry{now}});
        return last_;
    }
    std::vector<Event> events;

private:
    const Trajectory& trajectory_;
    EntryId last_;
};

/// What is compared with what the session said before.
std::string in_words(std::int64_t tenths, std::int64_t answers) { return std::to_string(tenths) + "/" + std::to_string(answers); }
std::string in_words(const GroupChoice& chosen) {
    return std::to_string(chosen.idea.value) + "+" + std::to_string(chosen.combined_with.value) + " " + std::to_string(static_cast<int>(chosen.method)) + " " + chosen.reason;
}
std::string in_words(const TableSaid& said) { return std::to_string(static_cast<int>(said.colour)) + " " + said.note; }

/// Whether an entry becomes as this session says; of one that stands as another session said only the first time.
bool may_say(const GroupTaken& taken, const std::set<std::int64_t>& before, EntryId id) {
    return taken.is_first || before.contains(id.value) || !taken.of_others.contains(id.value);
}
void now_ours(GroupTaken& taken, std::set<std::int64_t>& ours, EntryId id) {
    ours.insert(id.value);
    if (taken.of_others.contains(id.value)) taken.from_others.insert(id.value);
}

/// A dossier of an earlier version of this program did not remember what came of which session: then there was mostly one.
bool is_not_remembered(const GroupTaken& taken, const std::set<std::int64_t>& before) { return !taken.is_first && before.empty() && taken.of_others.empty(); }

void take_marks(const Trajectory& trajectory, const SessionResults& results, Writer& writer, GroupTaken& taken, KeptFields& kept) {
    const auto marks = trajectory.all<Mark>();
    const auto given = [&](const Mark& mark) {
        return std::ranges::find_if(results.marks, [&](const GroupMark& one) { return one.idea == mark.idea && one.criterion == mark.criterion; });
    };
    const auto before = std::exchange(taken.scored, {});
    const bool is_unknown = is_not_remembered(taken, before);
    for (const auto& [id, mark] : marks) {
        const auto found = given(*mark);
        const bool was_ours = (is_unknown || before.contains(id.value)) && !taken.of_others.contains(id.value);
        if (found == results.marks.end()) {
            if (was_ours) writer.change(id, *mark, as_the_group_gave(*mark, {}));
        } else if (!may_say(taken, before, id)) {
            kept.add(id, kept_field::group, in_words(found->tenths, found->answers));
        } else {
            now_ours(taken, taken.scored, id);
            writer.change(id, *mark, as_the_group_gave(*mark, *found));
        }
    }
    for (const auto& one : results.marks) {
        const bool is_there = std::ranges::any_of(marks, [&](const auto& mark) { return mark.second->idea == one.idea && mark.second->criterion == one.criterion; });
        if (is_there || !entry_of<Idea>(trajectory, one.idea) || !entry_of<Criterion>(trajectory, one.criterion)) continue;
        Mark mark;
        mark.idea = one.idea;
        mark.criterion = one.criterion;
        mark.group_tenths = one.tenths;
        mark.group_answers = one.answers;
        if (const auto id = writer.add(mark)) taken.scored.insert(id.value);
    }
}

/// Whether a choice is still what an earlier version of a session made it.
bool is_as_it_came(const Choice& current, const Choice* came) {
    const auto decided = [](const Choice& one) { return std::tuple{one.outcome, one.idea, one.combined_with, one.method}; };
    return came && decided(*came) == decided(current);
}

/// Whether a choice is what the group chose.
bool says_the_same(const Choice* current, const GroupChoice& chosen) {
    if (!current || current->outcome == ChoiceOutcome::open) return false;
    if (!chosen.idea) return current->outcome == ChoiceOutcome::none;
    return current->outcome == ChoiceOutcome::chosen && current->idea == chosen.idea && current->combined_with == chosen.combined_with;
}

void take_choice(const Trajectory& trajectory, const SessionResults& results, Writer& writer, GroupTaken& taken, KeptFields& kept) {
    const auto* decider = trajectory.one<Decider>();
    const auto choices = trajectory.all<Choice>();
    const auto id = choices.empty() ? EntryId{} : choices.front().first;
    const auto* current = choices.empty() ? nullptr : choices.front().second;
    const bool stands = current && current->outcome != ChoiceOutcome::open;
    const bool was_ours = is_not_remembered(taken, taken.chosen_or_noted) || (taken.chosen_or_noted.contains(id.value) && !taken.of_others.contains(id.value));
    const auto stays = [&] {
        if (results.choice && !says_the_same(current, *results.choice)) kept.add(id, kept_field::choice, in_words(*results.choice));
    };
    if (!decider) return;
    if (trajectory.progress.step != Step::choice) return stays();
    const auto* came = as_it_came<Choice>(trajectory, id);
    // What the desk decided itself stays.
    if (stands && !is_as_it_came(*current, came)) return stays();
    if (current && results.choice && !may_say(taken, taken.chosen_or_noted, id)) return kept.add(id, kept_field::choice, in_words(*results.choice));
    // The desk opened it again since the group said so.
    if (current && !stands && !taken.is_first && results.choice && came && says_the_same(came, *results.choice)) return stays();
    auto now = current ? *current : Choice{};
    if (const auto& chosen = results.choice) {
        const auto is_here = [&](EntryId idea) { return !idea || entry_of<Idea>(trajectory, idea); };
        // How it was chosen is not how this dossier says that is done: somebody has to say so.
        if (!fits(chosen->method, decider->who)) return kept.add(id, "method", in_words(*chosen));
        if (!is_here(chosen->idea) || !is_here(chosen->combined_with)) return stays();
        const auto day = stands && was_ours ? now.decided_on : results.on;
        now = as_the_group_chose(std::move(now), *chosen, day);
        // What the desk wrote of the same choice stays.
        if (stands && came && says_the_same(current, *chosen)) {
            if (current->reason != came->reason) now.reason = current->reason;
            if (current->concerns != came->concerns) now.concerns = current->concerns;
            if (current->decided_on != came->decided_on) now.decided_on = current->decided_on;
        }
    } else if (stands && was_ours) {
        now.outcome = ChoiceOutcome::open;
        now.idea = now.combined_with = {};
    }
    const auto made = current || now.outcome == ChoiceOutcome::open ? id : writer.add(now);
    if (current) writer.change(id, *current, now);
    taken.chosen_or_noted.clear();
    if (results.choice && made) now_ours(taken, taken.chosen_or_noted, made);
}

std::string at_the_table(const SessionPlan& plan, const Day& on) {
    const auto& day = plan.held_on.empty() ? on : plan.held_on;
    const auto numbers = day.size() == 10 ? day.substr(8) + "-" + day.substr(5, 2) + "-" + day.substr(0, 4) : day;
    return (plan.language == SessionLanguage::nl ? "de tafel op " : "the table on ") + numbers;
}

/// The first ideas by their place, then those of the desk itself.
std::vector<std::pair<EntryId, const Idea*>> ideas_to_score(const Trajectory& trajectory) {
    auto ideas = trajectory.all<Idea>();
    std::erase_if(ideas, [](const auto& one) { return one.second->place <= 0 && !one.second->session.empty(); });
    std::ranges::stable_sort(ideas, {}, [](const auto& one) { return one.second->place > 0 ? one.second->place : 1'000'000; });
    if (ideas.size() > limits::subjects_max) ideas.resize(limits::subjects_max);
    return ideas;
}

std::expected<Brought, NothingToScore> for_the_choice(const Trajectory& trajectory, const SessionPlan& plan) {
    if (!trajectory.one<Decider>()) return std::unexpected{NothingToScore::no_decider};
    Brought brought{Scale::points, {}, {}, plan.language == SessionLanguage::nl ? "Geen van deze" : "None of these"};
    for (const auto& [id, idea] : ideas_to_score(trajectory))
        brought.subjects.push_back({idea->name, idea->about, id.value, idea->session.empty() ? 0 : static_cast<std::uint32_t>(idea->number)});
    if (brought.subjects.empty()) return std::unexpected{NothingToScore::no_ideas};
    for (const auto& [id, criterion] : trajectory.all<Criterion>())
        if (criterion->live) brought.criteria.push_back({criterion->name, criterion->question, id.value});
    if (brought.criteria.empty()) return std::unexpected{NothingToScore::no_criteria};
    if (brought.criteria.size() > limits::criteria_max) return std::unexpected{NothingToScore::too_many_criteria};
    return brought;
}

std::expected<Brought, NothingToScore> for_the_green_date(const Trajectory& trajectory) {
    Brought brought{Scale::colours, {}, {domain::Criterion{}}, {}};
    for (const auto& [id, factor] : trajectory.all<Factor>()) brought.subjects.push_back({factor->name, factor->question, id.value, 0});
    if (brought.subjects.empty()) return std::unexpected{NothingToScore::no_factors};
    return brought;
}

}  // namespace

Choice as_the_group_chose(Choice now, const GroupChoice& chosen, const Day& on) {
    now.outcome = chosen.idea ? ChoiceOutcome::chosen : ChoiceOutcome::none;
    now.idea = chosen.idea;
    now.combined_with = chosen.combined_with;
    now.method = chosen.method;
    now.reason = chosen.reason.empty() ? "-" : chosen.reason;
    now.concerns = chosen.concerns;
    now.decided_on = on;
    return now;
}

Factor as_the_table_said(Factor now, const TableSaid& said, const SessionPlan& plan, const Day& on) {
    now.colour = said.colour;
    if (!said.note.empty()) now.note = said.note;
    now.said_by = at_the_table(plan, on);
    return now;
}

Mark as_the_group_gave(Mark now, const GroupMark& given) {
    now.group_tenths = given.tenths;
    now.group_answers = given.answers;
    return now;
}

std::vector<Event> choice_events(const Trajectory& trajectory, const SessionResults& results, GroupTaken& taken, KeptFields& kept) {
    Writer writer{trajectory};
    take_marks(trajectory, results, writer, taken, kept);
    take_choice(trajectory, results, writer, taken, kept);
    return std::move(writer.events);
}

std::vector<Event> green_date_events(const Trajectory& trajectory, const SessionResults& results, const SessionPlan& plan, GroupTaken& taken,
                                     KeptFields& kept) {
    Writer writer{trajectory};
    const auto before = std::exchange(taken.scored, {}), noted = std::exchange(taken.chosen_or_noted, {});
    // A note goes with the colour that it was said for, whichever table said it.
    const auto is_noted = [&](EntryId id) { return noted.contains(id.value) || taken.noted_by_others.contains(id.value); };
    const auto is_as_it_came = [](const Factor& current, const Factor* came) {
        return came && came->colour == current.colour && came->note == current.note && came->said_by == current.said_by;
    };
    for (const auto& [id, current] : trajectory.all<Factor>()) {
        const bool is_said = std::ranges::find(results.said, id, &TableSaid::factor) != results.said.end();
        if (is_said || !before.contains(id.value) || taken.of_others.contains(id.value)) continue;
        auto now = *current;
        now.colour = Colour::open;
        now.said_by.clear();
        if (is_noted(id)) now.note.clear();
        if (is_as_it_came(*current, as_it_came<Factor>(trajectory, id))) writer.change(id, *current, now);
    }
    for (const auto& said : results.said) {
        const auto* current = entry_of<Factor>(trajectory, said.factor);
        if (!current) continue;
        const auto* came = as_it_came<Factor>(trajectory, said.factor);
        if (!may_say(taken, before, said.factor)) {
            kept.add(said.factor, kept_field::colour, in_words(said));
            continue;
        }
        // What the desk wrote after an earlier version of the session stays.
        if (came && !is_as_it_came(*current, came)) {
            if (before.contains(said.factor.value)) taken.scored.insert(said.factor.value);
            if (said.colour != current->colour) kept.add(said.factor, kept_field::colour, in_words(said));
            continue;
        }
        now_ours(taken, taken.scored, said.factor);
        auto now = as_the_table_said(*current, said, plan, results.on);
        if (!said.note.empty()) now_ours(taken, taken.chosen_or_noted, said.factor);
        else if (is_noted(said.factor)) now.note.clear();
        if (now.colour == current->colour && now.note == current->note && came) continue;
        writer.change(said.factor, *current, now);
    }
    return std::move(writer.events);
}

std::expected<Brought, NothingToScore> brought_for(const Trajectory& trajectory, const SessionPlan& plan) {
    return plan.purpose == SessionPurpose::choice ? for_the_choice(trajectory, plan) : for_the_green_date(trajectory);
}

std::vector<AgendaItem> fitted_rounds(std::vector<AgendaItem> rounds, DecisionMaker who) {
    const auto is_out = [who](const AgendaItem& round) {
        const bool is_vote = round.kind == RoundKind::vote || round.kind == RoundKind::tie;
        return (is_vote && who != DecisionMaker::group_vote) || (round.kind == RoundKind::choose && who == DecisionMaker::client);
    };
    std::uint32_t minutes = 0;
    for (const auto& round : rounds)
        if (is_out(round)) minutes += round.minutes;
    std::erase_if(rounds, is_out);
    const auto longer = std::ranges::find_if(rounds, [who](const AgendaItem& round) {
        return round.kind == (who == DecisionMaker::client ? RoundKind::talk : RoundKind::choose);
    });
    if (longer != rounds.end()) longer->minutes += minutes;
    return rounds;
}

}  // namespace kiemkring::domain::trajectory
