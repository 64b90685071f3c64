// Live sessions of all three purposes and the dossiers that they belong to, on one disk that fails in a process that dies: groups score,
// decide, choose, vote and commit, sessions end and are opened again, and desks write beside it. What the sessions came to is in the
// dossiers once, by the code of the server, and it is what they say now.
#include <catch2/catch.hpp>
#include <fmt/core.h>

#include <array>
#include <map>
#include <set>

#include "domain/session/session.h"
#include "domain/trajectory/group_results.h"
#include "live/results_taker.h"
#include "simulation/dice.h"
#include "store/memory_event_store.h"
#include "wire/client_message.h"

namespace kiemkring::simulation {

namespace {

using namespace domain::trajectory;
using domain::RoundKind;
using live::Hub;

class Town final : public base::Clock, public live::Alarm {
public:
    Town(std::uint64_t seed, live::TrajectoryFaults planted) : dice{seed}, faults_{planted} {
        start();
        for (int i = 0; i < 2; ++i) found(i);
    }
    [[nodiscard]] base::Time now() const override { return base::Time{now_}; }
    void wake_at(base::Time when) override { alarm_ = when; }

    Dice dice;
    std::set<std::string> complaints;
    std::size_t crashes{}, failures{}, ends{}, reopened{};
    std::array<std::size_t, 3> taken{};  ///< versions of sessions, by purpose

    void act() {
        now_ += dice.between(0, 2'000);
        auto& meeting = meetings_[dice.below(meetings_.size())];
        switch (dice.below(12)) {
            case 0: return write_at_a_desk(meeting.dossier);
            case 1: taker_->tick(); return;
            case 2: trajectories_->tick(); return;
            case 3:
                if (!dice.chance(0.3)) return void(run_posted());
                ++failures;
                return store_.fail_call(1 + dice.below(4), dice.chance(0.5));
            case 4:
                if (dice.chance(0.15)) crash();
                return;
            case 5: return end(meeting);
            case 6:
                if (dice.chance(0.5)) hub_->reopen(meeting.session, [this](auto done) { reopened += done.has_value(); });
                return;
            case 7:
            case 8: lead(meeting, next_of_facilitator(meeting)); return;
            default: say(meeting, next_of_somebody(meeting));
        }
    }
    /// A step of the machine: something on disk, or something that was put off.
    void go_on() {
        if (dice.chance(0.7)) store_.release();
        if (dice.chance(0.4)) run_posted();
        if (dice.chance(0.7)) wake();
    }
    /// Everything ends and is taken.
    void calm_down() {
        store_.repair();
        for (int i = 0; i < 8; ++i) settle_and_wait();  // what is to fail fails now
        for (auto& meeting : meetings_) {
            for (int tries = 0; tries < 5 && !has_ended(meeting); ++tries) {
                end(meeting);
                settle_and_wait();
            }
            complain_unless(has_ended(meeting), "a session can be ended");
        }
        for (int i = 0; i < 12; ++i) {
            taker_->tick();
            settle_and_wait();
        }
    }
    void check() {
        for (const auto& dossier : dossiers_) check_log(dossier);
        for (const auto& meeting : meetings_) check_results(meeting);
    }

private:
    struct Phone final : live::Member {
        explicit Phone(std::string its_token) : token{std::move(its_token)} {}
        void send(live::Frame) override {}
        void close(std::uint16_t, const std::string&) override { is_closed = true; }
        std::string token;
        Hub::ConnectionId connection{};
        std::uint64_t n{};
        bool is_closed{};
    };
    struct Meeting {
        TrajectoryId dossier;
        EntryId plan;
        SessionPurpose purpose{};
        std::string session;
        std::vector<std::unique_ptr<Phone>> phones;
    };

    // --- the machine ---
    void start() {
        posted_.clear();
        alarm_.reset();
        hub_ = std::make_unique<Hub>(store_, store_, *this, dice, *this, "http://kiemkring.test");
        trajectories_ = std::make_unique<live::Trajectories>(store_, *this, dice, [this](auto work) { posted_.push_back(std::move(work)); }, faults_);
        taker_ = std::make_unique<live::ResultsTaker>(*hub_, *trajectories_, *this, faults_);
        for (auto& meeting : meetings_)
            for (auto& phone : meeting.phones) phone->connection = 0;
    }
    void crash() {
        ++crashes;
        store_.crash(dice.below(store_.waiting() + 1));
        posted_.clear();
        trajectories_.reset();
        hub_.reset();
        taker_.reset();
        start();
    }
    void run_posted() {
        while (!posted_.empty()) {
            auto work = std::move(posted_.front());
            posted_.pop_front();
            work();
        }
    }
    void wake() {
        if (!alarm_ || *alarm_ > now()) return;
        alarm_.reset();
        hub_->tick();
    }
    void settle() {
        for (int i = 0; i < 12; ++i) {
            run_posted();
            store_.release_all();
            wake();
        }
    }
    void settle_and_wait() {
        settle();
        now_ += base::Milliseconds{6'000};
        settle();
    }
    void complain_unless(bool is_kept, const char* what) {
        if (!is_kept) complaints.insert(what);
    }

    // --- a dossier with what there is to score, and its sessions ---
    template <class T>
    static T named(std::string name) {
        T one;
        one.name = std::move(name);
        return one;
    }
    void command(const TrajectoryId& id, Command what) {
        trajectories_->command(id, 1, dice.hex(16), std::move(what), [](auto) {});
        settle();
    }
    void found(int which) {
        Decider decider;
        decider.who = DecisionMaker::group_consent;
        std::vector<Entry> entries{named<Place>("Plek " + std::to_string(which)), decider};
        for (const auto* name : {"Geld", "Grond", "Trekker"}) entries.emplace_back(named<Factor>(name));
        for (const auto* name : {"Een bankje", "Een vijver", "Een haag"}) entries.emplace_back(named<Idea>(name));
        for (const auto* name : {"Kosten", "Tijd"}) {
            auto criterion = named<Criterion>(name);
            criterion.live = true;
            entries.emplace_back(criterion);
        }
        // One of each purpose, and by chance a second one.
        for (int purpose = 0; purpose < 3; ++purpose)
            for (std::uint64_t i = 0; i < 1 + dice.below(2); ++i) {
                auto plan = named<SessionPlan>("Sessie");
                plan.purpose = static_cast<SessionPurpose>(purpose);
                entries.emplace_back(plan);
            }
        TrajectoryId id;
        trajectories_->create(1, dice.hex(16), entries, "Noor", [&](auto made) { id = made.value(); });
        settle();
        dossiers_.push_back(id);
        command(id, OpenStep{Step::session, "Toch"});
        command(id, OpenStep{Step::choice, "Toch"});
        const auto state = folded(id);
        for (const auto& [plan_id, plan] : state.all<SessionPlan>()) begin(state, plan_id, *plan);
    }
    void begin(const Trajectory& state, EntryId plan_id, const SessionPlan& plan) {
        Meeting meeting{state.id, plan_id, plan.purpose, {}, {}};
        std::optional<domain::Brought> brought;
        if (plan.purpose != SessionPurpose::ideas) brought = brought_for(state, plan).value();
        domain::SessionInfo info;
        info.title = "Groen";
        info.language = "nl";
        info.seats_max = 30;
        std::vector<domain::AgendaItem> rounds;
        for (const auto kind : rounds_) rounds.push_back({domain::RoundId{static_cast<std::uint32_t>(rounds.size() + 1)}, kind, "", 5, "", false, "", {}});
        if (!brought) std::erase_if(rounds, [](const auto& round) { return round.kind == RoundKind::assess || round.kind == RoundKind::choose; });
        hub_->create(dice.hex(8), 1, info, rounds, brought, nullptr, [&](auto made) { meeting.session = made.value(); });
        settle();
        trajectories_->command(state.id, 1, ServerCommand{LinkSession{plan_id, meeting.session}}, [](auto) {});
        for (int i = 0; i < 3; ++i) {
            meeting.phones.push_back(std::make_unique<Phone>(dice.hex(32)));
            hub_->join(hub_->summary(meeting.session)->code, {live::token_hash(meeting.phones.back()->token), "Naam " + std::to_string(i), "", ""}, [](auto) {});
            settle();
        }
        meetings_.push_back(std::move(meeting));
    }

    // --- people ---
    static domain::RoundId round_of(RoundKind kind) {
        return {static_cast<std::uint32_t>(1 + std::ranges::find(rounds_, kind) - rounds_.begin())};
    }
    std::string word() { return "woord " + std::to_string(dice.below(9)); }
    void lead(const Meeting& meeting, domain::Command what) {
        hub_->ask(meeting.session, [what = std::move(what)](const domain::Session&) { return what; }, [](auto) {});
    }
    void say(Meeting& meeting, const domain::Command& what) {
        auto& phone = *meeting.phones[dice.below(meeting.phones.size())];
        if (std::exchange(phone.is_closed, false)) phone.connection = 0;
        if (!phone.connection) phone.connection = hub_->enter({phone.token, std::string(32, 'a'), {}, 0, 0}, phone);
        if (!phone.connection) return;
        const auto message = wire::read_client_message(wire::encode_command(++phone.n, what, {}));
        const auto& read = std::get<wire::CommandMessage>(message.value());
        hub_->command(phone.connection, read.n, read.content, read.command, read.paper_seat);
    }
    /// Through what stands in the way of the end.
    void end(const Meeting& meeting) {
        lead(meeting, domain::CloseVote{0, true});
        lead(meeting, domain::StartRound{round_of(RoundKind::close), 0});
        lead(meeting, domain::SetNextStep{"2030-01-20", "Kijken"});
        lead(meeting, domain::CloseSession{});
    }
    domain::Command next_of_facilitator(const Meeting& meeting) {
        const domain::GroupId group{static_cast<std::uint32_t>(1 + dice.below(4))};
        const auto any = [&](std::initializer_list<RoundKind> kinds) { return domain::StartRound{round_of(dice.one_of(std::vector(kinds))), 0}; };
        if (meeting.purpose == SessionPurpose::green_date) {
            if (dice.chance(0.3)) return any({RoundKind::assess});
            return domain::DecideSubject{group, static_cast<domain::Verdict>(dice.below(4)), dice.chance(0.7) ? word() : ""};
        }
        if (meeting.purpose == SessionPurpose::choice) {
            switch (dice.below(5)) {
                case 0:
                case 1: return any({RoundKind::assess, RoundKind::choose});
                case 2: return domain::ProposeChoice{group, dice.chance(0.3) ? domain::GroupId{static_cast<std::uint32_t>(1 + dice.below(3))} : domain::GroupId{}};
                default: return domain::FreezeChoice{dice.chance(0.6), word()};
            }
        }
        switch (dice.below(5)) {
            case 0: return any({RoundKind::ideas, RoundKind::vote, RoundKind::top5, RoundKind::commit});
            case 1: return any({RoundKind::vote, RoundKind::commit});
            case 2: return domain::CloseVote{0, true};
            default: return domain::EditIdea{{static_cast<std::uint32_t>(1 + dice.below(6))}, word(), ""};
        }
    }
    domain::Command next_of_somebody(const Meeting& meeting) {
        const domain::GroupId group{static_cast<std::uint32_t>(1 + dice.below(4))};
        if (meeting.purpose != SessionPurpose::ideas)
            return domain::GiveScore{group, static_cast<std::uint32_t>(dice.below(2)), static_cast<std::uint32_t>(dice.below(6))};
        switch (dice.below(6)) {
            case 0:
            case 1: return domain::SubmitIdea{word(), ""};
            case 2: return domain::CastVote{group};
            case 3: return domain::WithdrawIdea{{static_cast<std::uint32_t>(1 + dice.below(6))}};
            case 4: return domain::WithdrawCommitment{{static_cast<std::uint32_t>(1 + dice.below(4))}};
            default: return domain::CommitTo{group, static_cast<domain::CommitmentRole>(dice.below(4)), word()};
        }
    }
    /// In what came, and beside it.
    void write_at_a_desk(const TrajectoryId& id) {
        if (!dice.chance(0.3)) return;
        trajectories_->look(id, std::nullopt, [this, id](const Trajectory* shown) {
            if (!shown || shown->id != id) return;
            auto one = shown->entries.begin();
            std::advance(one, dice.below(shown->entries.size()));
            const auto was = one->second.entry;
            auto now = was;
            if (auto* idea = std::get_if<Idea>(&now)) (dice.chance(0.7) ? idea->note : idea->name) = word();
            else if (auto* factor = std::get_if<Factor>(&now)) (dice.chance(0.5) ? factor->question : factor->note) = word();
            else if (auto* mark = std::get_if<Mark>(&now)) mark->summary = word();
            else if (auto* who = std::get_if<domain::trajectory::Commitment>(&now)) who->note = word();
            else return;
            const bool is_removed = dice.chance(0.03) && std::holds_alternative<Idea>(now) && !std::get<Idea>(now).session.empty();
            // Whether it is written or not, nobody may count on it any more.
            touched_[id].insert(one->first);
            const auto change = is_removed ? Command{RemoveEntry{one->first, was}} : Command{PutEntry{one->first, was, now}};
            trajectories_->command(id, 1, dice.hex(16), change, [](auto) {});
        });
    }

    // --- what must be true ---
    Trajectory folded(const TrajectoryId& id) {
        Trajectory state;
        state.id = id;
        for (const auto& event : store_.kept_events(id)) evolve(state, event);
        return state;
    }
    domain::Session session_at(const std::string& id, std::int64_t version) {
        domain::Session session;
        const auto* kept = store_.kept(id);
        put_rows(session, kept->texts, kept->people, kept->links);
        std::vector<domain::RecordKey> touched;
        for (const auto& event : kept->events)
            if (event.version <= static_cast<domain::Version>(version)) evolve(session, event, touched);
        return session;
    }
    bool has_ended(const Meeting& meeting) {
        return session_at(meeting.session, std::numeric_limits<std::int64_t>::max()).status == domain::SessionStatus::ended;
    }
    /// Version by version: each was of a session that had ended, and none came after a newer one.
    void check_log(const TrajectoryId& id) {
        std::map<std::string, std::int64_t> versions;
        for (const auto& event : store_.kept_events(id)) {
            const auto* set = std::get_if<EntrySet>(&event.what);
            const auto* plan = set && set->now ? std::get_if<SessionPlan>(&*set->now) : nullptr;
            if (!plan || plan->session.empty() || plan->session_version == versions[plan->session]) continue;
            complain_unless(plan->session_version > versions[plan->session], "an older version of a session does not replace a newer one");
            versions[plan->session] = plan->session_version;
            ++taken[static_cast<std::size_t>(plan->purpose)];
            complain_unless(session_at(plan->session, plan->session_version).status == domain::SessionStatus::ended, "only of a session that has ended something is taken");
        }
        const auto state = folded(id);
        std::optional<Trajectory> shown;
        trajectories_->look(id, std::nullopt, [&](const Trajectory* one) {
            if (one) shown = *one;
        });
        settle();
        complain_unless(shown == state, "what is shown is what is on disk");
        std::set<std::pair<EntryId, EntryId>> cells;
        for (const auto& [mark_id, mark] : state.all<Mark>()) complain_unless(cells.emplace(mark->idea, mark->criterion).second, "there is one mark of an idea and a criterion");
        complain_unless(state.all<Choice>().size() <= 1, "there is one choice");
        std::set<std::pair<std::string, std::int64_t>> ideas, commitments;
        for (const auto& [idea_id, idea] : state.all<Idea>())
            complain_unless(idea->session.empty() || ideas.emplace(idea->session, idea->number).second, "each idea of a session is here once");
        for (const auto& [one_id, one] : state.all<Commitment>())
            complain_unless(one->session.empty() || commitments.emplace(one->session, one->number).second, "each commitment of a session is here once");
    }
    void check_results(const Meeting& meeting) {
        const auto state = folded(meeting.dossier);
        const auto& plan = std::get<SessionPlan>(state.entries.at(meeting.plan).entry);
        complain_unless(plan.session_version > 0, "what a session came to is taken by itself");
        if (meeting.purpose == SessionPurpose::ideas) return check_ideas(meeting, state);
        // What the sessions of this purpose say, this one and perhaps another.
        std::vector<Says> all;
        for (const auto& other : meetings_)
            if (other.dossier == meeting.dossier && other.purpose == meeting.purpose) all.push_back(says(other));
        if (meeting.purpose == SessionPurpose::green_date) check_factors(state, all);
        else check_choice(state, all);
    }
    /// What a session says now, and whatever it said when something of it was taken.
    struct Says {
        SessionResults now;
        std::vector<SessionResults> ever;
    };
    Says says(const Meeting& meeting) {
        const auto at = [&](std::int64_t version) { return results_of(session_at(meeting.session, version), meeting.session, "2026-11-28"); };
        Says one{at(std::numeric_limits<std::int64_t>::max()), {}};
        one.ever.push_back(one.now);
        for (const auto& event : store_.kept_events(meeting.dossier)) {
            const auto* set = std::get_if<EntrySet>(&event.what);
            const auto* plan = set && set->now && set->id == meeting.plan ? std::get_if<SessionPlan>(&*set->now) : nullptr;
            if (plan && plan->session_version > 0) one.ever.push_back(at(plan->session_version));
        }
        return one;
    }
    /// At a desk.
    bool was_removed(const Meeting& meeting, std::int64_t number) {
        return std::ranges::any_of(store_.kept_events(meeting.dossier), [&](const auto& event) {
            const auto* set = std::get_if<EntrySet>(&event.what);
            const auto* idea = event.by != 0 && set && set->was && !set->now ? std::get_if<Idea>(&*set->was) : nullptr;
            return idea && idea->session == meeting.session && idea->number == number;
        });
    }
    void check_ideas(const Meeting& meeting, const Trajectory& state) {
        const auto results = results_of(session_at(meeting.session, std::numeric_limits<std::int64_t>::max()), meeting.session, "2026-11-28");
        std::map<std::int64_t, std::pair<EntryId, const Idea*>> here;
        for (const auto& [id, idea] : state.all<Idea>())
            if (idea->session == meeting.session) here.emplace(idea->number, std::pair{id, idea});
        bool some_removed = false;
        for (const auto& said : results.ideas) {
            const auto found = here.find(said.number);
            if (found == here.end()) {
                complain_unless(was_removed(meeting, said.number), "each of the first ideas is in the dossier");
                some_removed = true;
                continue;
            }
            const auto& [id, idea] = found->second;
            complain_unless(idea->place == said.place && idea->votes == said.votes, "an idea has the place and votes of now");
            if (!touched_[meeting.dossier].contains(id)) complain_unless(idea->name == said.name, "an idea has the words of now");
        }
        std::set<std::int64_t> there, theirs;
        for (const auto& [id, one] : state.all<Commitment>())
            if (one->session == meeting.session) there.insert(one->number);
        for (const auto& one : results.commitments)
            if (std::ranges::any_of(results.ideas, [&](const auto& idea) { return idea.number == one.idea.value; })) theirs.insert(one.number);
        complain_unless(some_removed || std::ranges::includes(there, theirs), "each commitment to one of the first ideas is in the dossier");
        std::set<std::int64_t> known;
        for (const auto& one : results.commitments) known.insert(one.number);
        complain_unless(std::ranges::includes(known, there), "who took it back is not in the dossier");
    }
    /// Where only one session ever said something it is as that says now; where two did, as one of them said.
    void check_factors(const Trajectory& state, const std::vector<Says>& all) {
        for (const auto& [id, factor] : state.all<Factor>()) {
            if (touched_[state.id].contains(id)) continue;
            std::set<std::pair<Colour, std::string>> now, ever;
            std::size_t sayers = 0;
            const auto add = [&](auto& to, const SessionResults& results) {
                for (const auto& one : results.said)
                    if (one.factor == id) to.emplace(one.colour, one.note);
            };
            for (const auto& one : all) {
                std::set<std::pair<Colour, std::string>> its;
                for (const auto& results : one.ever) add(its, results);
                sayers += !its.empty();
                ever.insert(its.begin(), its.end());
                add(now, one.now);
            }
            const auto& may_be = sayers > 1 ? ever : now;
            const bool is_said = may_be.contains({factor->colour, factor->note}) || may_be.contains({factor->colour, ""});
            complain_unless(is_said || ((sayers > 1 || now.empty()) && factor->colour == Colour::open), "a factor is as the table says now");
        }
    }
    void check_choice(const Trajectory& state, const std::vector<Says>& all) {
        std::map<std::pair<EntryId, EntryId>, std::set<std::pair<std::int64_t, std::int64_t>>> given;
        for (const auto& one : all)
            for (const auto& mark : one.now.marks) given[{mark.idea, mark.criterion}].emplace(mark.tenths, mark.answers);
        const auto marks = state.all<Mark>();
        for (const auto& [cell, values] : given) {
            const auto found = std::ranges::find_if(marks, [&](const auto& one) { return std::pair{one.second->idea, one.second->criterion} == cell; });
            const bool is_given = found != marks.end() && values.contains({found->second->group_tenths, found->second->group_answers});
            complain_unless(is_given, "a mark is what a group gave");
        }
        for (const auto& [id, mark] : marks)
            complain_unless(mark->group_answers == 0 || given.contains({mark->idea, mark->criterion}), "nothing is a mark that no group gave");
        std::set<std::pair<EntryId, EntryId>> now, ever;
        std::size_t sayers = 0;
        for (const auto& one : all) {
            bool said = false;
            for (const auto& results : one.ever)
                if (results.choice) said = true, ever.emplace(results.choice->idea, results.choice->combined_with);
            sayers += said;
            if (one.now.choice) now.emplace(one.now.choice->idea, one.now.choice->combined_with);
        }
        const auto* choice = state.one<Choice>();
        const bool stands = choice && choice->outcome != ChoiceOutcome::open;
        if (sayers <= 1) complain_unless(stands == !now.empty(), "there is a choice when a group chose");
        if (stands) complain_unless((sayers > 1 ? ever : now).contains({choice->idea, choice->combined_with}), "the choice is that of a group");
    }

    static constexpr std::array rounds_{RoundKind::lobby, RoundKind::ideas, RoundKind::vote, RoundKind::top5,
                                        RoundKind::commit, RoundKind::close, RoundKind::assess, RoundKind::choose};
    live::TrajectoryFaults faults_;
    base::Milliseconds now_{1'795'500'000'000};
    std::optional<base::Time> alarm_;
    store::MemoryEventStore store_;
    std::deque<std::move_only_function<void()>> posted_;
    std::vector<TrajectoryId> dossiers_;
    std::vector<Meeting> meetings_;
    std::map<TrajectoryId, std::set<EntryId>> touched_;
    // The taker is gone after the other two.
    std::unique_ptr<live::ResultsTaker> taker_;
    std::unique_ptr<Hub> hub_;
    std::unique_ptr<live::Trajectories> trajectories_;
};

void live_through(Town& town) {
    for (int i = 0; i < 2'000; ++i) {
        town.act();
        town.go_on();
    }
    town.calm_down();
    town.check();
}

}  // namespace

TEST_CASE("What live sessions come to is in their dossiers once, and is what they say now", "[simulation][trajectory]") {
    std::size_t crashes = 0, failures = 0, reopened = 0;
    std::array<std::size_t, 3> taken{};
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        INFO("seed " << seed);
        Town town{seed, {}};
        live_through(town);
        CHECK(town.complaints == std::set<std::string>{});
        crashes += town.crashes;
        failures += town.failures;
        reopened += town.reopened;
        for (std::size_t i = 0; i < taken.size(); ++i) taken[i] += town.taken[i];
    }
    CHECK(crashes > 100);
    CHECK(failures > 100);
    CHECK(reopened > 100);
    for (const auto count : taken) CHECK(count > 150);
    fmt::print("results taken by themselves: {} versions of sessions for ideas, {} for the choice, {} for the green date; {} times opened again, {} crashes, {} calls that failed\n",
               taken[0], taken[1], taken[2], reopened, crashes, failures);
}

#ifndef __SANITIZE_ADDRESS__
TEST_CASE("Of results, too, the simulation finds the bugs that are planted", "[simulation][trajectory][planted]") {
    using Faults = live::TrajectoryFaults;
    for (const auto is_on : {&Faults::takes_once, &Faults::takes_before_the_end, &Faults::takes_twice, &Faults::keeps_what_failed}) {
        const auto* fault = std::ranges::find(live::trajectory_faults, is_on, &live::TrajectoryFault::is_on);
        DYNAMIC_SECTION("a server that " << fault->what) {
            Faults planted;
            planted.*is_on = true;
            std::uint64_t found = 0;
            for (std::uint64_t seed = 1; seed <= 10 && found == 0; ++seed) {
                Town town{seed, planted};
                live_through(town);
                if (town.complaints.empty()) continue;
                found = seed;
                fmt::print("a server that {}: found with seed {}: {}\n", fault->what, seed, *town.complaints.begin());
            }
            CHECK(found > 0);
        }
    }
}
#endif

}  // namespace kiemkring::simulation
