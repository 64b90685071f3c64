// Several desks, lost answers, a disk that fails and a process that dies: what was acknowledged is kept once, and every desk that
// follows a trajectory shows what is on disk.
#include <catch2/catch.hpp>

#include <map>
#include <set>

#include <fmt/core.h>

#include "live/trajectories.h"
#include "simulation/dice.h"
#include "store/memory_event_store.h"

namespace kiemkring::simulation {

namespace {

using namespace domain::trajectory;
using domain::Version;
using live::Trajectories;

class Wall final : public base::Clock {
public:
    [[nodiscard]] base::Time now() const override { return base::Time{now_}; }
    base::Milliseconds now_{1'795'500'000'000};
};

struct Office {
    explicit Office(std::uint64_t seed, live::TrajectoryFaults planted = {}) : dice{seed}, faults{planted} {}

    Dice dice;
    live::TrajectoryFaults faults;
    Wall wall;
    store::MemoryEventStore store;
    std::set<std::string> complaints;
    std::deque<std::move_only_function<void()>> posted;
    std::unique_ptr<Trajectories> trajectories;

    struct Desk {
        TrajectoryId of;
        std::map<EntryId, Entry> shown;  ///< what it knew when it looked last
        Version version{};
    };
    std::vector<Desk> desks{3};
    std::vector<TrajectoryId> ids;
    std::map<TrajectoryId, std::set<std::string>> acknowledged;
    struct Unanswered { TrajectoryId id; std::string key; Command what; std::size_t asked_at{}; };
    std::vector<Unanswered> unanswered;
    std::size_t acts{}, crashes{}, accepted{}, refused{}, looks{}, brought{};
    std::array<std::size_t, 3> brought_for{};  ///< by purpose

    void start() {
        posted.clear();
        trajectories = std::make_unique<Trajectories>(store, wall, dice, [this](auto work) { posted.push_back(std::move(work)); }, faults);
    }
    void promise(bool is_kept, const char* what) {
        if (!is_kept) complaints.insert(what);
    }
    void run_posted() {
        while (!posted.empty()) {
            auto work = std::move(posted.front());
            posted.pop_front();
            work();
        }
    }
    void settle() {
        do run_posted();
        while (store.release());
        run_posted();
    }
    void crash() {
        ++crashes;
        store.crash(dice.below(store.waiting() + 1));
        start();
    }

    std::string word() { return "woord " + std::to_string(dice.below(6)); }
    Entry any_entry() {
        switch (dice.below(18)) {
            case 9: return Cost{word(), static_cast<Cents>(dice.below(3) * 100), dice.chance(0.2), 0, word()};
            case 10: return Cover{word(), 300, dice.chance(0.7) ? CoverState::promised : CoverState::hoped, {}, {}};
            case 11: {
                Confirmation one;
                one.name = word();
                one.what_for = static_cast<Confirms>(dice.below(3));
                return one;
            }
            case 12: {
                Plan plan;
                plan.goal_note = plan.spot = word();
                return dice.chance(0.5) ? Entry{plan} : Entry{Agreement{word(), word(), word(), "2031-01-01", {}, {}}};
            }
            case 13: {
                PlanVersion ready;
                ready.seen = 1'000'000;
                return dice.chance(0.5) ? Entry{ready} : Entry{Activity{word(), ActivitySort::sowing, "2030-04-01", {}, {}, {}}};
            }
            case 0: return Company{word(), word(), {}};
            case 1: {
                Contact contact;
                contact.name = word();
                contact.role = dice.one_of(std::vector{ContactRole::contact_person, ContactRole::park_manager, ContactRole::other});
                contact.hours_a_week = static_cast<std::int64_t>(dice.below(4));
                return contact;
            }
            case 2: {
                Factor factor;
                factor.name = word();
                factor.colour = dice.chance(0.8) ? Colour::green : Colour::amber;
                return factor;
            }
            case 14: {
                SessionPlan plan;
                plan.name = word();
                plan.purpose = static_cast<SessionPurpose>(dice.below(3));
                return plan;
            }
            case 15: {
                Idea idea;
                idea.name = word();
                return idea;
            }
            case 16: {
                Commitment commitment;
                commitment.name = word();
                return commitment;
            }
            case 17: {
                Task task;
                task.what = word();
                task.topic = TaskTopic::cables;
                return task;
            }
            case 3: return Support{10'400'00, static_cast<Cents>(dice.below(3) * 100), {}, word(), {}};
            case 4: return Thanks{word(), word(), dice.chance(0.5), false};
            case 5: return Upkeep{word(), static_cast<std::int64_t>(dice.below(3)), "2029-11-30", {}, word(), {}, dice.chance(0.5) ? Day{"2029-11-30"} : Day{}};
            case 6: return Neighbour{word(), {}, {}, word(), {}};
            case 7: {
                Opening opening;
                opening.trees = static_cast<std::int64_t>(dice.below(100));
                opening.people = static_cast<std::int64_t>(dice.below(100));
                return opening;
            }
            default: return NextAction{word(), word(), "2030-01-0" + std::to_string(1 + dice.below(9))};
        }
    }
    /// Of step 3: about what the desk knows, and by chance about what is not there.
    Entry any_choice_entry(const Desk& desk) {
        const auto any = [&] { return EntryId{static_cast<std::uint32_t>(dice.below(desk.shown.size() + 4))}; };
        switch (dice.below(5)) {
            case 0: {
                Idea idea;
                idea.name = word();
                return idea;
            }
            case 1: {
                Criterion criterion;
                criterion.name = word();
                criterion.weight = static_cast<std::int64_t>(dice.below(7));
                return criterion;
            }
            case 2: {
                Decider decider;
                decider.who = static_cast<DecisionMaker>(dice.below(3));
                return decider;
            }
            case 3: {
                Choice choice;
                choice.outcome = static_cast<ChoiceOutcome>(dice.below(3));
                choice.idea = any();
                choice.reason = word();
                choice.method = static_cast<ChoiceMethod>(dice.below(5));
                choice.decided_by = word();
                return choice;
            }
            default: {
                Mark mark;
                mark.idea = any();
                mark.criterion = any();
                mark.colour = static_cast<Colour>(dice.below(4));
                return mark;
            }
        }
    }
    Command any_command(const Desk& desk) {
        if (dice.chance(0.25)) return PutEntry{{}, std::nullopt, any_choice_entry(desk)};
        if (!desk.shown.empty() && dice.chance(0.5)) {
            auto one = desk.shown.begin();
            std::advance(one, dice.below(desk.shown.size()));
            if (dice.chance(0.15)) return RemoveEntry{one->first, one->second};
            if (dice.chance(0.05)) return EraseEntry{one->first};
            if (const auto* asked = std::get_if<Confirmation>(&one->second)) {
                if (asked->token_hash.empty() || dice.chance(0.2)) return MakeLink{one->first, dice.hex(32)};
                if (dice.chance(0.1)) return WithdrawLink{one->first};
                return AnswerByLink{asked->token_hash, dice.chance(0.8) ? Consent::accepted : Consent::declined, word()};
            }
            auto now = one->second;
            if (auto* company = std::get_if<Company>(&now)) (dice.chance(0.5) ? company->name : company->trade) = word();
            else if (auto* idea = std::get_if<Idea>(&now)) (dice.chance(0.5) ? idea->note : idea->name) = word();
            else if (auto* factor = std::get_if<Factor>(&now)) factor->colour = Colour::green;
            else if (auto* contact = std::get_if<Contact>(&now)) contact->hours_a_week = static_cast<std::int64_t>(dice.below(100));
            return PutEntry{one->first, one->second, now};
        }
        switch (dice.below(8)) {
            case 0: return OpenStep{static_cast<Step>(dice.below(5)), dice.chance(0.5) ? "Toch" : ""};
            case 1: return ReopenStep{static_cast<Step>(dice.below(5)), "Opnieuw"};
            case 2: return EndTrajectory{dice.one_of(std::vector{Outcome::no_match, Outcome::stopped, Outcome::finished}), dice.chance(0.8) ? "Klaar" : "", 0};
            case 3: return dice.chance(0.5) ? Command{HandOver{word()}} : Command{Archive{dice.chance(0.5)}};
            case 4: return UndoEvent{1 + dice.below(desk.version + 2)};
            case 5: {  // about something that may be gone
                const EntryId some{static_cast<std::uint32_t>(1 + dice.below(40))};
                if (dice.chance(0.5)) return EraseEntry{some};
                return PutEntry{some, std::nullopt, any_entry()};
            }
            default: return PutEntry{{}, std::nullopt, any_entry()};
        }
    }

    void ask(TrajectoryId id, std::string key, Command what) {
        unanswered.push_back({id, key, what, acts});
        trajectories->command(id, 1, key, what, [this, id, key](auto answer) {
            if (!answer && std::holds_alternative<Trajectories::Trouble>(answer.error())) return;  // asked again later
            std::erase_if(unanswered, [&](const auto& one) { return one.key == key; });
            if (answer) {
                ++accepted;
                acknowledged[id].insert(key);
                const auto& kept = store.kept_events(id);
                promise(std::ranges::find(kept, key, &Happened::key) != kept.end(), "what is acknowledged is on disk");
            } else {
                ++refused;
            }
        });
    }
    static std::string session_of(const TrajectoryId& id, std::uint64_t which) { return "session " + std::to_string(which) + " of " + id; }
    /// A session that has ended, in some version of it, about what the desk knows of and by chance about what is not there.
    void bring_results(const Desk& desk) {
        SessionResults results;
        results.session = session_of(desk.of, dice.below(3));
        results.version = static_cast<std::int64_t>(1 + dice.below(acts));
        results.known_ideas = {1, 2, 3, 4, 5, 6};
        results.on = "2026-11-28";
        const auto some = [&]<class T>(std::type_identity<T>) {
            std::vector<EntryId> there;
            for (const auto& [id, entry] : desk.shown)
                if (std::holds_alternative<T>(entry)) there.push_back(id);
            return there.empty() || dice.chance(0.2) ? EntryId{static_cast<std::uint32_t>(1 + dice.below(30))} : dice.one_of(there);
        };
        const auto some_idea = [&] { return some(std::type_identity<Idea>{}); };
        std::set<std::pair<EntryId, EntryId>> cells;
        for (int marks = 0; marks < 4; ++marks) {
            const std::pair cell{some_idea(), some(std::type_identity<Criterion>{})};
            if (cells.insert(cell).second) results.marks.push_back({cell.first, cell.second, 10 + static_cast<std::int64_t>(dice.below(41)), 3});
        }
        results.said.push_back({some(std::type_identity<Factor>{}), Colour::amber, word()});
        if (dice.chance(0.7)) results.choice = GroupChoice{dice.chance(0.2) ? EntryId{} : some_idea(), ChoiceMethod::consent, word(), ""};
        for (std::int64_t number = 1; number <= 6; ++number) {
            if (dice.chance(0.2)) continue;
            Idea idea;
            idea.name = word();
            idea.votes = static_cast<std::int64_t>(dice.below(9));
            idea.session = results.session;
            idea.number = number;
            results.ideas.push_back(idea);
            Commitment commitment;
            commitment.name = word();
            commitment.email = dice.chance(0.5) ? "a@post.example" : "";
            commitment.idea = EntryId{static_cast<std::uint32_t>(number)};
            commitment.session = results.session;
            commitment.number = number;
            if (dice.chance(0.7)) results.commitments.push_back(commitment);
        }
        const auto purpose = [&, session = results.session]() -> std::optional<SessionPurpose> {
            for (const auto& [id, entry] : desk.shown)
                if (const auto* plan = std::get_if<SessionPlan>(&entry); plan && plan->session == session) return plan->purpose;
            return {};
        }();
        if (purpose) ++brought_for[static_cast<std::size_t>(*purpose)];
        const auto bring = [&] { trajectories->command(desk.of, 0, ServerCommand{results}, [this](auto answer) { brought += answer.has_value(); }); };
        bring();
        if (dice.chance(0.2)) bring();
        if (dice.chance(0.05)) trajectories->command(desk.of, 0, ServerCommand{SessionErased{results.session}}, [](auto) {});
    }
    void tie(const Desk& desk) {
        std::vector<EntryId> plans;
        for (const auto& [id, entry] : desk.shown)
            if (std::holds_alternative<SessionPlan>(entry)) plans.push_back(id);
        if (!plans.empty())
            trajectories->command(desk.of, 1, ServerCommand{LinkSession{dice.one_of(plans), session_of(desk.of, dice.below(3))}}, [](auto) {});
    }
    /// Of each idea and commitment of a session there is one, one choice at most, and of a session that was erased nobody.
    void check_once(const Trajectory& state) {
        for (const auto& [id, plan] : state.all<SessionPlan>())
            for (const auto& [other, commitment] : state.all<Commitment>())
                promise(!(plan->session_erased && commitment->session == plan->session), "nobody stays of a session that was erased");
        std::set<std::tuple<std::size_t, std::string, std::int64_t>> there;
        for (const auto& [id, kept] : state.entries) {
            const auto* idea = std::get_if<Idea>(&kept.entry);
            const auto* commitment = std::get_if<Commitment>(&kept.entry);
            if (idea && !idea->session.empty()) promise(there.emplace(0, idea->session, idea->number).second, "each idea of a session is here once");
            if (commitment && !commitment->session.empty()) promise(there.emplace(1, commitment->session, commitment->number).second, "each commitment of a session is here once");
        }
        promise(state.all<Choice>().size() <= 1, "there is one choice");
        promise(has_one_mark_each(state), "there is one mark of an idea and a criterion");
    }
    /// What happened next to a dossier: it was decided on what is here, and of a session no older version comes after a newer one.
    void check_next(const Trajectory& state, const Happened& next) {
        promise(next.version == state.version + 1, "no version is missing and none is there twice");
        const auto* set = std::get_if<EntrySet>(&next.what);
        if (!set) return;
        const auto now = state.entries.find(set->id);
        promise(set->was.has_value() == (now != state.entries.end()), "an entry is added once, and changed or taken away while it is there");
        if (set->was && now != state.entries.end()) promise(now->second.entry == *set->was, "a change is of what is there");
        const auto* before = now == state.entries.end() ? nullptr : std::get_if<SessionPlan>(&now->second.entry);
        const auto* after = set->now ? std::get_if<SessionPlan>(&*set->now) : nullptr;
        if (before && after && before->session == after->session)
            promise(before->session_version <= after->session_version, "an older version of a session does not replace a newer one");
    }
    void look(Desk& desk) {
        trajectories->look(desk.of, std::nullopt, [this, &desk](const Trajectory* shown) {
            if (!shown) return;
            ++looks;
            // Nothing is shown that is not on disk.
            promise(shown->version <= store.kept_events(shown->id).size(), "nothing is shown that is not on disk");
            if (shown->id != desk.of) return;  // it turned to another one meanwhile
            desk.version = shown->version;
            desk.shown.clear();
            for (const auto& [id, kept] : shown->entries) desk.shown.emplace(id, kept.entry);
        });
    }
    void act() {
        ++acts;
        // A desk gives up after a while; a trajectory knows the keys of its last 200 events.
        std::erase_if(unanswered, [&](const auto& one) { return one.asked_at + 100 < acts; });
        auto& desk = desks[dice.below(desks.size())];
        if (const auto& next = ids[dice.below(ids.size())]; next != desk.of) desk = {next, {}, 0};
        switch (dice.below(8)) {
            case 0: return look(desk);
            case 2: return bring_results(desk);
            case 3: return dice.chance(0.5) ? tie(desk) : look(desk);
            case 1:
                if (!unanswered.empty()) {  // its answer was lost
                    const auto again = unanswered[dice.below(unanswered.size())];
                    return ask(again.id, again.key, again.what);
                }
                [[fallthrough]];
            default: ask(desk.of, dice.hex(16), any_command(desk));
        }
    }

    static bool has_one_mark_each(const Trajectory& trajectory) {
        std::set<std::pair<EntryId, EntryId>> pairs;
        for (const auto& [id, mark] : trajectory.all<Mark>())
            if (!pairs.emplace(mark->idea, mark->criterion).second) return false;
        return true;
    }

    void check() {
        settle();
        for (const auto& id : ids) {
            const auto& kept = store.kept_events(id);
            std::multiset<std::string> keys;
            Trajectory folded;
            folded.id = id;
            for (const auto& event : kept) {
                check_next(folded, event);
                evolve(folded, event);
                if (event.version > first_events.at(id) && !event.key.empty()) keys.insert(event.key);
            }
            for (const auto& key : acknowledged[id]) promise(keys.count(key) == 1, "what was acknowledged is kept once");
            for (const auto& key : keys) promise(keys.count(key) == 1, "what was asked is kept once at most");
            std::optional<Trajectory> shown;
            for (int tries = 0; !shown && tries < 5; ++tries) {  // the disk may fail once more
                trajectories->look(id, std::nullopt, [&](const Trajectory* one) {
                    if (one) shown = *one;
                });
                settle();
            }
            promise(shown == folded, "what is shown is what is on disk");
            check_once(folded);
            const auto* summary = trajectories->summary(id);
            promise(summary && *summary == summary_of(folded), "the list shows what is on disk");
        }
    }
    std::map<TrajectoryId, Version> first_events;
};

void live_through(Office& office, std::size_t acts) {
    office.start();
    for (int i = 0; i < 2; ++i) {
        Place place;
        place.name = "Plek " + std::to_string(i);
        std::vector<Entry> entries{place, Decider{}};
        for (const auto purpose : {SessionPurpose::ideas, SessionPurpose::choice, SessionPurpose::green_date}) {
            SessionPlan plan;
            plan.name = "Sessie";
            plan.purpose = purpose;
            entries.emplace_back(plan);
        }
        Factor factor;
        factor.name = "Geld";
        entries.emplace_back(factor);
        office.trajectories->create(1, office.dice.hex(16), entries, "Noor", [&](auto made) { office.ids.push_back(made.value()); });
        office.settle();
        office.first_events[office.ids.back()] = office.store.kept_events(office.ids.back()).size();
    }
    for (std::size_t i = 0; i < acts; ++i) {
        office.act();
        office.wall.now_ += office.dice.between(0, 5'000);
        if (office.dice.chance(0.3)) office.run_posted();
        if (office.dice.chance(0.3)) office.store.release();
        if (office.dice.chance(0.05)) office.trajectories->tick();
        if (office.dice.chance(0.02)) office.store.fail_call(1 + office.dice.below(3), office.dice.chance(0.5));
        if (office.dice.chance(0.01)) office.crash();
        if (office.dice.chance(0.01)) office.check();
    }
    office.check();
    // What never got an answer gets its one answer now.
    for (int tries = 0; !office.unanswered.empty() && tries < 200; ++tries) {
        const auto again = office.unanswered.back();
        office.ask(again.id, again.key, again.what);
        office.settle();
        std::erase_if(office.unanswered, [&](const auto& one) { return one.key == again.key; });
    }
    office.check();
}

}  // namespace

TEST_CASE("Desks, a failing disk and a process that dies: a trajectory keeps what it acknowledged, once", "[simulation][trajectory]") {
    std::size_t crashes = 0, accepted = 0;
    std::array<std::size_t, 3> brought_for{};
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        INFO("seed " << seed);
        Office office{seed};
        live_through(office, 600);
        CHECK(office.complaints == std::set<std::string>{});
        CHECK(office.accepted > 600 / 10);
        CHECK(office.refused > 0);
        CHECK(office.looks > 0);
        CHECK(office.brought > 0);
        crashes += office.crashes;
        accepted += office.accepted;
        for (std::size_t i = 0; i < brought_for.size(); ++i) brought_for[i] += office.brought_for[i];
    }
    for (const auto count : brought_for) CHECK(count > 100);
    CHECK(accepted > 400 * 600 / 6);
    fmt::print("trajectories: {} commands accepted, {} crashes; results of {} sessions for ideas, {} for the choice, {} for the green date\n", accepted,
               crashes, brought_for[0], brought_for[1], brought_for[2]);
}

#ifndef __SANITIZE_ADDRESS__
TEST_CASE("Of trajectories, too, the desks find the bugs that are planted", "[simulation][trajectory][planted]") {
    using Faults = live::TrajectoryFaults;
    for (const auto& fault : live::trajectory_faults) {
        // The others are of who looks at sessions, and found where live sessions are (results.cpp).
        if (fault.is_on == &Faults::takes_once || fault.is_on == &Faults::takes_before_the_end) continue;
        DYNAMIC_SECTION("a server that " << fault.what) {
            Faults planted;
            planted.*fault.is_on = true;
            std::uint64_t found = 0;
            for (std::uint64_t seed = 1; seed <= 10 && found == 0; ++seed) {
                Office office{seed, planted};
                live_through(office, 600);
                if (office.complaints.empty()) continue;
                found = seed;
                fmt::print("a server that {}: found with seed {}: {}\n", fault.what, seed, *office.complaints.begin());
            }
            CHECK(found > 0);
        }
    }
}
#endif

}  // namespace kiemkring::simulation
