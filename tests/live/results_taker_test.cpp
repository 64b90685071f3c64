// What live sessions came to comes into their dossiers by itself: once, as it is now, whatever fails on the way, and whether they ran
// here or elsewhere.
#include <algorithm>

#include "live/fake_world.h"
#include "live/results_taker.h"
#include "wire/export.h"

namespace kiemkring::live {
namespace results_taker_test {

using namespace domain::trajectory;

/// A server with dossiers and sessions on one store.
struct House : FakeWorld {
    std::deque<std::move_only_function<void()>> posted;
    std::unique_ptr<ResultsTaker> taker;
    std::unique_ptr<Trajectories> trajectories;

    House() { open_dossiers(); }
    ~House() {
        trajectories.reset();
        hub.reset();
    }
    void open_dossiers() {
        trajectories = std::make_unique<Trajectories>(store, *this, *this, [this](auto work) { posted.push_back(std::move(work)); });
        taker = std::make_unique<ResultsTaker>(*hub, *trajectories, *this);
    }
    void restart() {
        store.crash();
        posted.clear();
        alarm.reset();
        trajectories.reset();
        hub.reset();
        taker.reset();
        open();
        open_dossiers();
    }
    void calm() {
        for (int i = 0; i < 4; ++i) {
            settle();
            for (; !posted.empty(); posted.pop_front()) posted.front()();
        }
    }
    void tick() {
        taker->tick();
        calm();
    }
    TrajectoryId dossier() {
        domain::trajectory::Place place;
        place.name = "De Hoef";
        TrajectoryId id;
        trajectories->create(1, hex(16), {place}, "Noor", [&](auto made) { id = made.value(); });
        calm();
        return id;
    }
    EntryId put(const TrajectoryId& id, Entry now, std::optional<EntryId> over = {}) {
        EntryId made;
        const auto was = over ? std::optional{entries(id).at(*over).entry} : std::nullopt;
        trajectories->command(id, 1, hex(16), PutEntry{over.value_or(EntryId{}), was, std::move(now)}, [&](auto answer) { made = answer.value().entry; });
        calm();
        return made;
    }
    EntryId plan_for(const TrajectoryId& id, const domain::SessionId& session, SessionPurpose purpose = SessionPurpose::ideas) {
        SessionPlan plan;
        plan.name = "Sessie";
        plan.purpose = purpose;
        const auto made = put(id, plan);
        CHECK(link(id, made, session));
        return made;
    }
    bool link(const TrajectoryId& id, EntryId plan, const domain::SessionId& session) {
        bool is_linked = false;
        trajectories->command(id, 1, ServerCommand{LinkSession{plan, session}}, [&](auto done) { is_linked = done.has_value(); });
        calm();
        return is_linked;
    }
    Trajectory shown(const TrajectoryId& id) {
        Trajectory state;
        state.id = id;
        for (const auto& event : store.kept_events(id)) evolve(state, event);
        return state;
    }
    std::map<EntryId, Kept> entries(const TrajectoryId& id) { return shown(id).entries; }
    std::vector<std::string> ideas(const TrajectoryId& id, const domain::SessionId& of) {
        std::vector<std::pair<std::int64_t, std::string>> placed;
        const auto state = shown(id);
        for (const auto& [entry, idea] : state.all<Idea>())
            if (idea->session == of) placed.emplace_back(idea->place, idea->name);
        std::ranges::sort(placed);
        std::vector<std::string> names;
        for (const auto& [place, name] : placed) names.push_back(name);
        return names;
    }
    std::vector<std::string> commitments(const TrajectoryId& id) {
        std::vector<std::string> all;
        const auto state = shown(id);
        for (const auto& [entry, one] : state.all<domain::trajectory::Commitment>()) all.push_back(one->name + ": " + one->said_note);
        return all;
    }
    SessionPlan plan(const TrajectoryId& id, EntryId entry) { return std::get<SessionPlan>(entries(id).at(entry).entry); }
};

/// A session of Anna with these ideas, each with fewer votes than the one before, and Anna who helps with the first.
struct Evening {
    House& house;
    domain::SessionId session;
    std::string token = house.hex(32);
    Listener phone, tablet;
    Hub::ConnectionId anna{}, console{};
    std::uint64_t n_anna{}, n_tablet{};

    explicit Evening(House& where) : house(where) {
        domain::SessionInfo info;
        info.title = "Groen";
        info.language = "nl";
        info.seats_max = 30;
        std::vector<domain::AgendaItem> rounds;
        for (const auto kind : {domain::RoundKind::lobby, domain::RoundKind::ideas, domain::RoundKind::vote, domain::RoundKind::top5,
                                domain::RoundKind::commit, domain::RoundKind::close})
            rounds.push_back({{static_cast<std::uint32_t>(rounds.size() + 1)}, kind, "", 5, "", false});
        house.hub->create(1, info, rounds, [&](auto made) { session = made.value(); });
        house.calm();
        REQUIRE(house.join(session, token));
        anna = house.enter(token, phone);
        console = house.enter(house.pair(session, Role::facilitator), tablet, 'b');
    }
    void say(domain::Command command) {
        house.ask(anna, ++n_anna, std::move(command));
        house.calm();
        REQUIRE_FALSE(phone.all<wire::Answer>().back().refusal);
    }
    void lead(domain::Command command) {
        house.ask(console, ++n_tablet, std::move(command));
        house.calm();
        REQUIRE_FALSE(tablet.all<wire::Answer>().back().refusal);
    }
    void hold(const std::vector<std::string>& texts) {
        say(domain::SetProfile{"Anna", "", ""});
        lead(domain::StartRound{{2}, 0});
        for (const auto& text : texts) say(domain::SubmitIdea{text, ""});
        lead(domain::StartRound{{3}, 0});
        for (std::uint32_t i = 0; i < texts.size(); ++i)
            if (i < 3) say(domain::CastVote{{i + 1}});
        lead(domain::CloseVote{0, true});
        lead(domain::StartRound{{5}, 0});
        say(domain::CommitTo{{1}, domain::CommitmentRole::help, "een schop"});
        end();
    }
    void end() {
        lead(domain::StartRound{{6}, 0});
        lead(domain::SetNextStep{"2030-01-20", "Kijken"});
        lead(domain::CloseSession{});
    }
    void reopen() { lead(domain::ReopenSession{}); }
};

TEST_CASE("The first ideas and the commitments of a session come by themselves, and a repeat is ignored", "[live][results]") {
    House house;
    const auto id = house.dossier();
    Evening evening{house};
    const auto plan = house.plan_for(id, evening.session);
    house.tick();
    CHECK(house.ideas(id, evening.session).empty());
    evening.hold({"Een boomgaard", "Een vijver"});
    house.tick();
    CHECK(house.ideas(id, evening.session) == std::vector<std::string>{"Een boomgaard", "Een vijver"});
    CHECK(house.commitments(id) == std::vector<std::string>{"Anna: een schop"});
    const auto version = house.shown(id).version;
    const auto taken = house.plan(id, plan).session_version;
    CHECK(taken > 0);
    // Looked at again, after a restart too, and asked once more or in an older version.
    house.tick();
    house.restart();
    house.tick();
    std::size_t answered = 0;
    house.hub->look(evening.session, [&](const domain::Session* session) {
        auto results = results_of(*session, evening.session, "2026-11-28");
        for (const auto older : {0, 1, 20}) {
            results.version = taken - older;
            results.ideas[0].name = "Iets anders";
            house.trajectories->command(id, 0, ServerCommand{results}, [&](auto done) { answered += done.has_value(); });
        }
    });
    house.calm();
    CHECK(answered == 3);
    CHECK(house.shown(id).version == version);
}

TEST_CASE("What a session that was opened again changes replaces the earlier version, and what changed can be seen", "[live][results]") {
    House house;
    const auto id = house.dossier();
    Evening evening{house};
    const auto plan = house.plan_for(id, evening.session);
    evening.hold({"Een boomgaard", "Een vijver"});
    house.tick();
    const auto before = house.shown(id);
    EntryId first, second;
    for (const auto& [entry, idea] : before.all<Idea>()) (idea->name == "Een boomgaard" ? first : second) = entry;
    auto own = std::get<Idea>(before.entries.at(second).entry);
    own.note = "Eerst de eigenaar bellen";
    own.name = "Een poel";
    house.put(id, own, second);
    const auto version = house.shown(id).version;
    const auto taken = house.plan(id, plan).session_version;

    evening.reopen();
    house.tick();
    CHECK(house.shown(id).version == version);  // nobody knows yet what it comes to
    evening.lead(domain::StartRound{{5}, 0});
    evening.say(domain::WithdrawCommitment{{1}});
    evening.say(domain::CommitTo{{2}, domain::CommitmentRole::lead, "planten"});
    house.tick();
    CHECK(house.shown(id).version == version);
    evening.end();
    house.tick();
    CHECK(house.ideas(id, evening.session) == std::vector<std::string>{"Een boomgaard", "Een poel"});
    CHECK(house.commitments(id) == std::vector<std::string>{"Anna: planten"});
    CHECK(std::get<Idea>(house.entries(id).at(second).entry).note == "Eerst de eigenaar bellen");
    CHECK(house.plan(id, plan).session_version > taken);
    // What is different stands in what happened, by the server itself; what she took back stands nowhere.
    std::size_t by_itself = 0, came = 0;
    for (const auto& event : house.store.kept_events(id)) {
        const auto* set = std::get_if<EntrySet>(&event.what);
        for (const auto* entry : {set ? &set->was : nullptr, set ? &set->now : nullptr})
            if (const auto* one = entry && *entry ? std::get_if<domain::trajectory::Commitment>(&**entry) : nullptr) {
                CHECK(one->said_note != "een schop");
                came += one->said_note == "planten";
            }
        by_itself += event.version > version && event.by == 0;
    }
    CHECK(by_itself == house.shown(id).version - version);
    CHECK(came == 1);
    house.restart();
    const auto after = house.shown(id).version;
    house.tick();
    CHECK(house.shown(id).version == after);
}

TEST_CASE("A second session is added beside the first, and each has its own version", "[live][results]") {
    House house;
    const auto id = house.dossier();
    Evening first{house}, second{house};
    const auto plan_a = house.plan_for(id, first.session), plan_b = house.plan_for(id, second.session);
    CHECK_FALSE(house.link(id, plan_b, first.session));
    first.hold({"Een boomgaard"});
    house.tick();
    second.hold({"Een boomgaard", "Een haag"});
    house.tick();
    CHECK(house.ideas(id, first.session) == std::vector<std::string>{"Een boomgaard"});
    CHECK(house.ideas(id, second.session) == std::vector<std::string>{"Een boomgaard", "Een haag"});
    CHECK(house.commitments(id).size() == 2);
    const auto of_second = house.plan(id, plan_b).session_version;
    first.reopen();
    first.say(domain::WithdrawCommitment{{1}});
    first.end();
    house.tick();
    CHECK(house.ideas(id, first.session) == std::vector<std::string>{"Een boomgaard"});
    CHECK(house.commitments(id).size() == 1);
    CHECK(house.ideas(id, second.session) == std::vector<std::string>{"Een boomgaard", "Een haag"});
    CHECK(house.plan(id, plan_b).session_version == of_second);
    CHECK(house.plan(id, plan_a).session_version > 0);
    // One of them is erased: who was in it goes, and nobody of the other.
    house.hub->remove(first.session, [](auto) {});
    house.calm();
    house.tick();
    CHECK(house.plan(id, plan_a).session_erased);
    CHECK(house.commitments(id).size() == 1);
    CHECK(house.ideas(id, first.session) == std::vector<std::string>{"Een boomgaard"});
}

TEST_CASE("What could not be written or read is taken after a while", "[live][results]") {
    House house;
    const auto id = house.dossier();
    Evening evening{house};
    house.plan_for(id, evening.session);
    evening.hold({"Een boomgaard"});
    const auto version = house.shown(id).version;
    // Whether it was written is not known: it is there once.
    house.store.fail_call(1, GENERATE(false, true));
    house.tick();
    const auto known = house.shown(id).version;
    house.tick();
    CHECK(house.shown(id).version == known);
    house.pass(base::Milliseconds{6'000});
    house.tick();
    CHECK(house.ideas(id, evening.session) == std::vector<std::string>{"Een boomgaard"});
    CHECK(house.commitments(id).size() == 1);
    CHECK(house.shown(id).version > version);
}

TEST_CASE("A session of whose end nobody heard that it was written is taken too", "[live][results]") {
    House house;
    const auto id = house.dossier();
    Evening evening{house};
    house.plan_for(id, evening.session);
    evening.hold({"Een boomgaard"});
    house.tick();
    REQUIRE(house.commitments(id).size() == 1);
    evening.reopen();
    evening.say(domain::WithdrawCommitment{{1}});
    evening.lead(domain::StartRound{{6}, 0});
    house.store.fail_call(1, true);
    house.ask(evening.console, ++evening.n_tablet, domain::CloseSession{});
    house.calm();
    house.pass(base::Milliseconds{6'000});
    house.calm();
    house.tick();
    CHECK(house.commitments(id).empty());
}

TEST_CASE("A session that ran on a laptop elsewhere is brought in, linked, and taken, and so is its newer version", "[live][results]") {
    House laptop, home;
    home.seed = 77;  // no ids and tokens of the other
    Evening evening{laptop};
    evening.hold({"Een boomgaard", "Een vijver"});
    const auto file = [&] {
        store::StoredSession stored;
        laptop.hub->read(evening.session, [&](auto read) { stored = std::move(read.value()); });
        laptop.calm();
        // As it goes from one to the other.
        const auto brought = wire::read_export(wire::encode_export({evening.session, stored.events, stored.texts, stored.people, {}})).value();
        store::StoredSession read;
        read.events = brought.events;
        read.texts = brought.texts;
        read.people = brought.people;
        read.summary.emplace().id = brought.id;
        return read;
    };
    const auto id = home.dossier();
    Evening here{home};
    const auto plan_here = home.plan_for(id, here.session);
    here.hold({"Een haag"});
    std::optional<bool> is_in;
    home.hub->adopt(1, file(), {}, [&](auto done) { is_in = done.has_value(); });
    home.calm();
    REQUIRE(is_in == true);
    const auto plan = home.plan_for(id, evening.session);
    home.tick();
    home.tick();
    CHECK(home.ideas(id, evening.session) == std::vector<std::string>{"Een boomgaard", "Een vijver"});
    CHECK(home.ideas(id, here.session) == std::vector<std::string>{"Een haag"});
    CHECK(home.commitments(id).size() == 2);
    const auto taken = home.plan(id, plan).session_version, of_here = home.plan(id, plan_here).session_version;

    evening.reopen();
    evening.say(domain::WithdrawCommitment{{1}});
    evening.end();
    std::optional<bool> is_newer;
    home.hub->renew(1, file(), true, [&](auto done) { is_newer = done.has_value(); });
    home.calm();
    REQUIRE(is_newer == true);
    home.tick();
    CHECK(home.ideas(id, evening.session) == std::vector<std::string>{"Een boomgaard", "Een vijver"});
    CHECK(home.plan(id, plan).session_version > taken);
    CHECK(home.plan(id, plan_here).session_version == of_here);
    CHECK(home.commitments(id).size() == 1);
}

}  // namespace results_taker_test
}  // namespace kiemkring::live
