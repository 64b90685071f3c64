#include "domain/trajectory/session_results.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>
#include <tuple>

#include "domain/session/session.h"
#include "domain/trajectory/group_results.h"
#include "domain/trajectory/kept_fields.h"

namespace kiemkring::domain::trajectory {
namespace {

/// Which numbers came: written as "1-5,8".
using Numbers = std::set<std::int64_t>;

std::string written(const Numbers& numbers) {
    std::string text;
    for (auto one = numbers.begin(); one != numbers.end();) {
        const auto first = *one;
        auto last = first;
        while (++one != numbers.end() && *one == last + 1) last = *one;
        text += (text.empty() ? "" : ",") + std::to_string(first);
        if (last > first) text += "-" + std::to_string(last);
    }
    return text;
}
Numbers read_numbers(std::string_view text) {
    constexpr std::int64_t most = 100'000;  // of a session
    Numbers numbers;
    const auto number = [&](std::string_view digits) {
        std::int64_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return std::clamp<std::int64_t>(value, 0, most);
    };
    while (!text.empty()) {
        const auto part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        const auto dash = part.find('-');
        const auto first = number(part.substr(0, dash)), last = dash == std::string_view::npos ? first : number(part.substr(dash + 1));
        for (auto one = first; one <= last; ++one) numbers.insert(one);
    }
    return numbers;
}

/// What has come of a session so far; of one that scored or chose instead which marks or factors are its own, and which choice or
/// notes of factors.
struct Taken {
    Numbers ideas, commitments;
};
Taken read_taken(std::string_view text) {
    const auto middle = text.find(';');
    return {read_numbers(text.substr(0, middle)), read_numbers(middle == std::string_view::npos ? "" : text.substr(middle + 1))};
}
std::string written(const Taken& taken) {
    return taken.ideas.empty() && taken.commitments.empty() ? "" : written(taken.ideas) + ";" + written(taken.commitments);
}

/// What the session says of an entry, and which of it are somebody's words.
constexpr auto said_of(const Idea*) {
    return std::tuple{&Idea::name, &Idea::about, &Idea::letter, &Idea::place, &Idea::votes, &Idea::hands, &Idea::missing_note};
}
constexpr auto words_of(const Idea*) { return std::tuple{&Idea::name, &Idea::about, &Idea::missing_note}; }
constexpr auto said_of(const Commitment*) {
    return std::tuple{&Commitment::name, &Commitment::idea, &Commitment::role, &Commitment::organisation, &Commitment::email,
                      &Commitment::phone, &Commitment::said_note};
}
constexpr auto words_of(const Commitment*) {
    return std::tuple{&Commitment::name, &Commitment::organisation, &Commitment::email, &Commitment::phone, &Commitment::said_note};
}
template <class Members, class Do>
void each(const Members& members, Do what) {
    std::apply([&](auto... member) { (what(member), ...); }, members);
}

std::string in_words(const std::string& text) { return '"' + text; }
std::string in_words(std::int64_t number) { return std::to_string(number); }
std::string in_words(EntryId id) { return std::to_string(id.value); }
std::string in_words(CommitmentRole role) { return std::to_string(static_cast<int>(role)); }

/// What has to be known of an idea before it can be chosen.
struct FactFinding {
    TaskTopic topic{};
    const char *nl, *en;
};
constexpr std::array fact_finding{
    FactFinding{TaskTopic::owner_of_ground, "Van wie is de grond? En mag het?", "Who owns the ground? And may it be?"},
    FactFinding{TaskTopic::cables, "Liggen er kabels of leidingen? (KLIC-melding)", "Are there cables or pipes? (KLIC report)"},
    FactFinding{TaskTopic::cost, "Wat kost het ongeveer?", "What does it cost roughly?"},
};

/// Stands for words that nobody says any more, where there are none here either.
constexpr const char* nobodys = "-";

class Taker {
public:
    Taker(const Trajectory& trajectory, const SessionResults& results, const SessionPlan& plan)
        : trajectory_{trajectory}, results_{results}, plan_{plan}, before_{read_taken(plan.taken_note)}, taken_{before_}, kept_{KeptFields::after(plan.kept_note, plan.kept_said)}, last_{trajectory.last_entry} {}

    void take() {
        for (const auto& idea : results_.ideas)
            if (const auto id = take(idea, before_.ideas, taken_.ideas)) ideas_[idea.number] = id;
        leave_ideas();
        Numbers there;
        for (auto commitment : results_.commitments) {
            const auto idea = ideas_.find(commitment.idea.value);
            if (idea == ideas_.end()) continue;
            commitment.idea = idea->second;
            there.insert(commitment.number);
            take(commitment, before_.commitments, taken_.commitments);
        }
        // Who takes it back is not kept, whatever was written beside the name.
        for (const auto& [id, one] : ours<Commitment>())
            if (!there.contains(one->number)) events_.emplace_back(EntryErased{id});
        for (const auto idea : new_ideas_) find_out(idea);
    }
    [[nodiscard]] std::vector<Event> events() && { return std::move(events_); }
    [[nodiscard]] const Taken& taken() const { return taken_; }
    [[nodiscard]] const KeptFields& kept() const { return kept_; }

private:
    template <class T>
    std::vector<std::pair<EntryId, const T*>> ours() const {
        auto all = trajectory_.all<T>();
        std::erase_if(all, [&](const auto& one) { return one.second->session != results_.session; });
        return all;
    }
    template <class T>
    const T* as_it_came(EntryId id) const {
        const auto found = trajectory_.came.find(id);
        return found == trajectory_.came.end() ? nullptr : std::get_if<T>(&found->second);
    }

    template <class T>
    EntryId take(const T& said, const Numbers& before, Numbers& taken) {
        taken.insert(said.number);
        for (const auto& [id, current] : ours<T>())
            if (current->number == said.number) {
                change(id, *current, merged(id, said, *current, as_it_came<T>(id)), &said);
                return id;
            }
        // It was here and somebody took it away, or it does not fit.
        if (before.contains(said.number) || !add(said)) return {};
        if constexpr (std::is_same_v<T, Idea>) new_ideas_.push_back(last_);
        return last_;
    }
    template <class T>
    bool add(const T& one) {
        auto& added = added_[T::entry_kind];
        if (all_added_ + trajectory_.entries.size() >= entries_max || trajectory_.all<T>().size() + added >= T::most) return false;
        ++added, ++all_added_;
        last_ = last_.next();
        events_.emplace_back(EntrySet{last_, std::nullopt, Entry{one}});
        return true;
    }

    /// An idea comes with what has to be found out about it; what a desk takes away of that stays away.
    void find_out(EntryId idea) {
        for (const auto& one : fact_finding) {
            Task task;
            task.what = plan_.language == SessionLanguage::nl ? one.nl : one.en;
            task.topic = one.topic;
            task.idea = idea;
            add(task);
        }
    }
    /// Nobody has touched it since it came.
    [[nodiscard]] bool is_as_it_came(EntryId id, const Task& task) const {
        const auto* came = as_it_came<Task>(id);
        return came && *came == task;
    }
    void leave_tasks(EntryId idea) {
        for (const auto& [id, task] : trajectory_.all<Task>())
            if (task->idea == idea && is_as_it_came(id, *task)) events_.emplace_back(EntrySet{id, Entry{*task}, std::nullopt});
    }

    /// What the desk wrote in a field of the session stays; where the session says something new there, that is kept in mind.
    template <class T>
    T merged(EntryId id, const T& said, const T& current, const T* came) {
        T now = current;
        each(said_of(&now), [&](auto member) {
            if (!came || came->*member == current.*member) now.*member = said.*member;
            else if (said.*member != came->*member && said.*member != current.*member) kept_.add(id, field_name(member), in_words(said.*member));
        });
        return now;
    }

    /// `said`: null for one that is not among the first any more.
    template <class T>
    void change(EntryId id, const T& current, const T& now, const T* said) {
        const auto* came = as_it_came<T>(id);
        // Words that were taken back or put otherwise are gone in all versions, also those that a desk put others in the place of.
        bool has_other_words = false;
        each(words_of(&now), [&](auto member) {
            has_other_words |= !(current.*member).empty() && now.*member != current.*member;
            has_other_words |= said && came && !(came->*member).empty() && came->*member != nobodys && came->*member != current.*member &&
                               said->*member != came->*member;
        });
        if (!has_other_words && now == current) return;
        if (!has_other_words) return void(events_.emplace_back(EntrySet{id, Entry{current}, Entry{now}}));
        events_.emplace_back(EntryErased{id});
        if (!came) return void(events_.emplace_back(EntrySet{id, std::nullopt, Entry{now}}));
        auto without_desk = of_session(now, current, *came, said);
        events_.emplace_back(EntrySet{id, std::nullopt, Entry{without_desk}});
        if (without_desk != now) events_.emplace_back(EntrySet{id, Entry{std::move(without_desk)}, Entry{now}, Words::of_desk});
    }

    /// Without what the desk wrote, so that it goes on being known whose words are whose; and without what the session says no more.
    template <class T>
    static T of_session(const T& now, const T& current, T came, const T* said) {
        each(said_of(&now), [&](auto member) {
            const bool is_said_still = said && said->*member == came.*member;
            if (came.*member == current.*member) came.*member = now.*member;
            else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(came.*member)>, std::string>)
                if (!is_said_still) came.*member = (now.*member).empty() ? nobodys : "";
        });
        return came;
    }

    /// Ideas that are not among the first any more: those with which something was done here stay, without a place.
    void leave_ideas() {
        for (const auto& [id, current] : ours<Idea>()) {
            if (std::ranges::find(results_.ideas, current->number, &Idea::number) != results_.ideas.end()) continue;
            const bool has_words = results_.known_ideas.contains(current->number);
            const auto* came = as_it_came<Idea>(id);
            if (is_named_elsewhere(id) || has_worked_on_people(id) || !came || *came != *current) {
                Idea now = *current;
                now.place = now.votes = now.hands = 0;
                if (!has_words) {
                    now.name = now.letter.empty() ? "-" : now.letter;
                    now.about = now.missing_note = "";
                }
                change<Idea>(id, *current, now, nullptr);
                ideas_[current->number] = id;
            } else {
                leave_tasks(id);
                if (has_words) events_.emplace_back(EntrySet{id, Entry{*current}, std::nullopt});
                else events_.emplace_back(EntryErased{id});
                taken_.ideas.erase(current->number);  // the session may say it again
            }
        }
    }
    [[nodiscard]] bool is_named_elsewhere(EntryId idea) const {
        return std::ranges::any_of(trajectory_.entries, [&](const auto& kept) {
            return std::visit(
                [&]<class T>(const T& one) {
                    if constexpr (std::is_same_v<T, Commitment>) return one.idea == idea && one.session != results_.session;
                    else if constexpr (std::is_same_v<T, Task>) return one.idea == idea && !is_as_it_came(kept.first, one);
                    else if constexpr (requires { one.combined_with; }) return one.idea == idea || one.combined_with == idea;
                    else if constexpr (requires { one.idea; }) return one.idea == idea;
                    else return false;
                },
                kept.second.entry);
        });
    }

    /// Something was written at the desk beside somebody who joins in on it.
    [[nodiscard]] bool has_worked_on_people(EntryId idea) const {
        return std::ranges::any_of(ours<Commitment>(), [&](const auto& one) {
            const auto* came = as_it_came<Commitment>(one.first);
            return one.second->idea == idea && came && *came != *one.second;
        });
    }

    const Trajectory& trajectory_;
    const SessionResults& results_;
    const SessionPlan& plan_;
    Taken before_, taken_;
    KeptFields kept_;
    EntryId last_;
    std::map<std::string_view, std::size_t> added_;
    std::size_t all_added_{};
    std::vector<EntryId> new_ideas_;
    std::map<std::int64_t, EntryId> ideas_;
    std::vector<Event> events_;
};

std::pair<EntryId, const SessionPlan*> plan_of(const Trajectory& trajectory, const std::string& session) {
    for (const auto& plan : trajectory.all<SessionPlan>())
        if (plan.second->session == session) return plan;
    return {};
}

/// What stands as another session says now no longer stands as this one said: it is named in this one's plan instead.
SessionPlan without(SessionPlan plan, const std::set<std::int64_t>& gone) {
    auto taken = read_taken(plan.taken_note);
    KeptFields kept{plan.kept_note};
    for (const auto number : gone) {
        const EntryId id{static_cast<std::uint32_t>(number)};
        const bool is_choice = plan.purpose == SessionPurpose::choice;
        if (taken.ideas.erase(number) > 0) kept.add(id, is_choice ? kept_field::group : kept_field::colour);
        if (taken.commitments.erase(number) > 0 && is_choice) kept.add(id, kept_field::choice);
    }
    plan.taken_note = written(taken);
    if (!plan.session_erased) plan.kept_note = kept.text();
    return plan;
}

using Decided = std::expected<std::vector<Event>, Refusal>;

Decided decide_on(const Trajectory& trajectory, const LinkSession& link) {
    const auto found = trajectory.entries.find(link.plan);
    const auto* plan = found == trajectory.entries.end() ? nullptr : std::get_if<SessionPlan>(&found->second.entry);
    if (!plan) return std::unexpected{Refusal{Reason::not_found, {}}};
    if (plan->session == link.session) return std::vector<Event>{};
    const bool is_taken = !link.session.empty() && (!plan->session.empty() || plan_of(trajectory, link.session).second);
    if (is_taken) return std::unexpected{Refusal{Reason::already, "session"}};
    auto now = *plan;
    now.session = link.session;
    now.session_version = 0;
    now.taken_note.clear();
    now.kept_note.clear();
    now.kept_said.clear();
    return std::vector<Event>{EntrySet{link.plan, Entry{*plan}, Entry{now}}};
}

Decided decide_on(const Trajectory& trajectory, const SessionResults& results) {
    const auto [id, plan] = plan_of(trajectory, results.session);
    if (!plan || results.session.empty() || plan->session_erased || plan->session_version >= results.version) return std::vector<Event>{};
    auto now = *plan;
    now.session_version = results.version;
    std::vector<Event> events, of_others;
    auto kept = KeptFields::after(plan->kept_note, plan->kept_said);
    if (plan->purpose == SessionPurpose::ideas) {
        Taker taker{trajectory, results, *plan};
        taker.take();
        now.taken_note = written(taker.taken());
        kept = taker.kept();
        events = std::move(taker).events();
    } else {
        // Those of another session of the same purpose are not this one's to take back.
        const auto before = read_taken(plan->taken_note);
        GroupTaken taken;
        taken.scored = before.ideas;
        taken.chosen_or_noted = before.commitments;
        taken.is_first = plan->session_version == 0;
        auto others = trajectory.all<SessionPlan>();
        std::erase_if(others, [&](const auto& other) { return other.first == id || other.second->purpose != plan->purpose; });
        for (const auto& [other_id, other] : others) {
            const auto theirs = read_taken(other->taken_note);
            for (const auto& numbers : {theirs.ideas, theirs.commitments}) taken.of_others.insert(numbers.begin(), numbers.end());
            taken.noted_by_others.insert(theirs.commitments.begin(), theirs.commitments.end());
        }
        events = plan->purpose == SessionPurpose::choice ? choice_events(trajectory, results, taken, kept) : green_date_events(trajectory, results, *plan, taken, kept);
        now.taken_note = written(Taken{taken.scored, taken.chosen_or_noted});
        for (const auto& [other_id, other] : others)
            if (auto fewer = without(*other, taken.from_others); fewer != *other)
                of_others.emplace_back(EntrySet{other_id, Entry{*other}, Entry{std::move(fewer)}});
    }
    now.kept_note = kept.text();
    now.kept_said = kept.said();
    // Nothing that a dossier shows has changed since.
    const bool says_the_same = now.kept_note == plan->kept_note && now.kept_said == plan->kept_said && now.taken_note == plan->taken_note;
    if (events.empty() && says_the_same && plan->session_version > 0) return events;
    events.insert(events.begin(), EntrySet{id, Entry{*plan}, Entry{now}});
    events.insert(events.begin(), of_others.begin(), of_others.end());
    return events;
}

/// An idea keeps its words; who is still missing for it may be a name, and goes.
Decided decide_on(const Trajectory& trajectory, const SessionErased& erased) {
    const auto [id, plan] = plan_of(trajectory, erased.session);
    if (!plan || erased.session.empty() || plan->session_erased) return std::vector<Event>{};
    auto now = *plan;
    now.session_erased = true;
    now.kept_note.clear();
    now.kept_said.clear();
    std::vector<Event> events{EntrySet{id, Entry{*plan}, Entry{now}}};
    const auto is_of = [&](EntryId one) {
        const auto found = trajectory.entries.find(one);
        const auto* commitment = found == trajectory.entries.end() ? nullptr : std::get_if<Commitment>(&found->second.entry);
        return commitment && commitment->session == erased.session;
    };
    for (const auto& [one, asked] : trajectory.all<Confirmation>())
        if (is_of(asked->commitment) && asked->answer != Consent::accepted) events.emplace_back(EntryErased{one});
    for (const auto& [one, commitment] : trajectory.all<Commitment>())
        if (commitment->session == erased.session) events.emplace_back(EntryErased{one});
    for (const auto& [one, away] : trajectory.taken_away)
        if (away.kind == Commitment::entry_kind) events.emplace_back(EntryErased{one});
    for (const auto& [one, idea] : trajectory.all<Idea>()) {
        if (idea->session != erased.session || idea->missing_note.empty()) continue;
        auto without = *idea;
        without.missing_note.clear();
        events.emplace_back(EntryErased{one});
        events.emplace_back(EntrySet{one, std::nullopt, Entry{std::move(without)}});
    }
    return events;
}

Decided decide_on(const Trajectory& trajectory, const NeighboursKept& kept) {
    std::vector<Event> events;
    for (const auto& [id, neighbour] : trajectory.all<Neighbour>())
        if (const auto until = kept_until(neighbour->came_on); !until.empty() && until < kept.today) events.emplace_back(EntryErased{id});
    return events;
}

}  // namespace

Day kept_until(const Day& came_on) {
    int year{};
    if (came_on.size() != 10 || std::from_chars(came_on.data(), came_on.data() + 4, year).ec != std::errc{}) return {};
    const auto rest = came_on.substr(4) == "-02-29" ? std::string{"-02-28"} : came_on.substr(4);
    return std::to_string(year + 1) + rest;
}

std::expected<std::vector<Event>, Refusal> decide(const Trajectory& trajectory, const ServerCommand& command) {
    return std::visit([&](const auto& one) { return decide_on(trajectory, one); }, command);
}

}  // namespace kiemkring::domain::trajectory
