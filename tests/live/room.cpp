#include <map>

#include "live/fake_world.h"

using namespace kiemkring;
using namespace kiemkring::live;
using namespace std::chrono_literals;
using domain::SubmitIdea;

namespace {

domain::Version last_version(const Listener& listener, const std::string& audience) {
    domain::Version version = 0;
    for (const auto& changes : listener.all<wire::Changes>())
        if (changes.audience == audience) version = changes.to;
    return version;
}

}  // namespace

TEST_CASE("Nobody hears of a command before it is on disk, and the asker is answered first") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener anna, tablet;
    const auto phone = world.enter("anna", anna);
    world.enter(world.pair(session, Role::facilitator), tablet);
    world.pass(1s);
    anna.forget(), tablet.forget();

    world.ask(phone, 1, SubmitIdea{"bijenhotel", ""});
    CHECK(anna.heard.empty());
    CHECK(tablet.heard.empty());
    world.settle();
    REQUIRE(anna.heard.size() >= 2);
    CHECK(std::holds_alternative<wire::Answer>(anna.heard[0]));
    CHECK(!tablet.all<wire::Changes>().empty());
}

TEST_CASE("A repeat gets the first answer and has no second effect, within one turn too") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener anna, tablet;
    const auto phone = world.enter("anna", anna);
    world.enter(world.pair(session, Role::facilitator), tablet);

    world.ask(phone, 1, SubmitIdea{"een", ""});
    world.ask(phone, 2, SubmitIdea{"twee", ""});  // both wait while the first is written
    world.ask(phone, 2, SubmitIdea{"twee", ""});
    world.settle();
    world.ask(phone, 2, SubmitIdea{"twee", ""});
    world.settle();
    const auto answers = anna.all<wire::Answer>();
    REQUIRE(answers.size() == 4);
    CHECK(answers[1] == answers[2]);
    CHECK(answers[1] == answers[3]);
    CHECK(world.hub->summary(session)->people == 1);
    std::size_t ideas = 0;
    for (const auto& [key, record] : records_of(tablet, "facilitator")) ideas += key.starts_with("idea/");
    CHECK(ideas == 2);

    anna.forget();
    world.ask(phone, 2, SubmitIdea{"iets anders", ""});
    world.ask(phone, 9, SubmitIdea{"te vroeg", ""});
    world.settle();
    const auto refused = anna.all<wire::Answer>();
    REQUIRE(refused.size() == 2);
    CHECK(refused[0].refusal->reason == domain::Reason::n_reused);
    CHECK(refused[1].refusal->reason == domain::Reason::out_of_order);
    CHECK(refused[1].refusal->details.expected == 3);
}

TEST_CASE("After a write of unknown outcome the room starts again from its stream") {
    const bool was_written = GENERATE(false, true);
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener anna;
    const auto phone = world.enter("anna", anna);
    anna.forget();

    world.store.fail_call(1, was_written);
    world.ask(phone, 1, SubmitIdea{"een", ""});
    world.settle();
    REQUIRE(anna.all<wire::Answer>().size() == 1);
    CHECK(anna.all<wire::Answer>()[0].refusal->reason == domain::Reason::unavailable);

    world.ask(phone, 1, SubmitIdea{"een", ""});
    world.settle();
    REQUIRE(anna.all<wire::Answer>().size() == 2);
    CHECK(!anna.all<wire::Answer>()[1].refusal);
    CHECK(records_of(anna, "me").contains("my_idea/1"));
    CHECK(records_of(anna, "me").size() == 1);
}

TEST_CASE("When somebody else appended first, the room reads on and decides again") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener anna;
    const auto phone = world.enter("anna", anna);
    store::Commit other;
    other.events = {{0, world.now(), "lock_door", true, 3, domain::DoorLocked{true, false}}};
    world.store.commit(session, 2, other, {});
    world.ask(phone, 1, SubmitIdea{"een", ""});
    world.settle();
    REQUIRE(anna.all<wire::Answer>().size() == 1);
    CHECK(!anna.all<wire::Answer>()[0].refusal);
    CHECK(std::get<domain::SessionRecord>(records_of(anna, "participant").at("session/0")).door == "locked");
}

TEST_CASE("A delta and a snapshot lead to the same records, and versions form a chain") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener first, second, fresh, tablet;
    const auto phone = world.enter("anna", first);
    const auto console = world.enter(world.pair(session, Role::facilitator), tablet, 'b');
    const auto before = records_of(first, "participant");
    const auto have = last_version(first, "participant"), have_me = last_version(first, "me");
    world.hub->leave(phone);

    world.ask(console, 1, domain::LockDoor{true});
    world.settle();
    world.ask(console, 2, domain::StartRound{{2}, 0});
    world.settle();
    world.enter("anna", second, 'a', have, have_me);
    world.enter("anna", fresh, 'c');
    CHECK(second.all<wire::Welcome>().at(0).mode == wire::Mode::delta);
    CHECK(second.all<wire::Changes>().at(0).from == have);
    CHECK(fresh.all<wire::Welcome>().at(0).mode == wire::Mode::snapshot);
    CHECK(records_of(second, "participant", before) == records_of(fresh, "participant"));
    CHECK(records_of(second, "participant", before) != before);

    domain::Version version = 0;
    for (const auto& changes : tablet.all<wire::Changes>()) {
        CHECK(changes.from == version);
        version = changes.to;
    }
}

TEST_CASE("A newer connection of the same outbox replaces the older one, a second device does not") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener old, other, newer;
    world.enter("anna", old, 'a');
    world.enter("anna", other, 'b');
    CHECK(old.closed == 0);
    world.enter("anna", newer, 'a');
    CHECK(old.closed == 4009);
    CHECK(other.closed == 0);
    CHECK(world.enter("nobody", other) == 0);
}

TEST_CASE("Ideas that are not shared are in no frame to others") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    REQUIRE(world.join(session, "bob"));
    Listener anna, bob, screen, tablet;
    const auto phone = world.enter("anna", anna, 'a');
    world.enter("bob", bob, 'b');
    world.enter(world.pair(session, Role::screen), screen, 'c');
    const auto console = world.enter(world.pair(session, Role::facilitator), tablet, 'd');
    world.ask(console, 1, domain::StartRound{{2}, 0});
    world.settle();
    world.ask(phone, 1, SubmitIdea{"kanarie", ""});
    world.settle();
    const auto has_canary = [](const Listener& listener) {
        for (const auto& frame : listener.frames)
            if (frame->find("kanarie") != std::string::npos) return true;
        return false;
    };
    CHECK(has_canary(anna));
    CHECK(has_canary(tablet));
    CHECK_FALSE(has_canary(bob));
    CHECK_FALSE(has_canary(screen));

    world.ask(console, 2, domain::ShareIdeas{true});
    world.settle();
    CHECK(has_canary(bob));
    CHECK(has_canary(screen));
}

TEST_CASE("Who is removed reads so in the own record, and is closed with 4004") {
    FakeWorld world;
    const auto session = world.make_session();
    const auto seat = world.join(session, "anna");
    REQUIRE(seat);
    Listener anna, again, tablet;
    world.enter("anna", anna, 'a');
    const auto console = world.enter(world.pair(session, Role::facilitator), tablet, 'b');
    world.ask(console, 1, domain::RemovePerson{seat->person});
    world.settle();
    CHECK(std::get<domain::MeRecord>(records_of(anna, "me").at("me/0")).removed);
    CHECK(anna.closed == 4004);
    world.enter("anna", again, 'a');
    CHECK(again.closed == 4004);
    CHECK(world.join(session, "anna").error() == JoinError::no_session);
    world.ask(console, 2, domain::BringBackPerson{seat->person});
    world.settle();
    CHECK(world.join(session, "anna")->again);
}

TEST_CASE("A seat whose write had an unknown outcome lets its phone in") {
    const bool was_written = GENERATE(false, true);
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "bob"));  // the room is open
    world.store.fail_call(1, was_written);
    CHECK(world.join(session, "anna").error() == JoinError::unavailable);
    const auto seat = world.join(session, "anna");
    REQUIRE(seat);
    CHECK(seat->again == was_written);
    CHECK(world.hub->holder("anna"));
}

TEST_CASE("A restarted hub knows sessions, seats and pairings") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    const auto token = world.pair(session, Role::facilitator);
    world.hub.reset();
    world.store.crash();
    world.open();
    REQUIRE(world.hub->summary(session));
    CHECK(world.hub->holder("anna")->role == Role::participant);
    CHECK(world.hub->holder(token)->role == Role::facilitator);
    Listener anna;
    CHECK(world.enter("anna", anna) != 0);
    CHECK(anna.all<wire::Welcome>().size() == 1);
}

TEST_CASE("A link lets one tablet in, again when its answer was lost, and as many screens as come") {
    FakeWorld world;
    const auto session = world.make_session();
    const auto elsewhere = world.make_session();
    REQUIRE(world.join(session, "anna"));

    const auto link = world.hub->make_pairing(session, Role::facilitator).secret;
    CHECK(world.pair(link, "tablet"));
    CHECK(world.pair(link, "tablet"));
    CHECK_FALSE(world.pair(link, "second tablet"));
    CHECK(world.hub->holder("tablet")->role == Role::facilitator);

    const auto wall = world.hub->make_pairing(session, Role::screen).secret;
    CHECK(world.pair(wall, "screen"));
    CHECK(world.pair(wall, "second screen"));
    // A token that is good for something else already.
    CHECK_FALSE(world.pair(wall, "anna"));
    CHECK_FALSE(world.pair(wall, "tablet"));
    CHECK_FALSE(world.pair(world.hub->make_pairing(elsewhere, Role::facilitator).secret, "tablet"));
    CHECK(world.hub->holder("anna")->role == Role::participant);

    world.time += std::chrono::minutes{31};
    CHECK_FALSE(world.pair(wall, "third screen"));
    CHECK_FALSE(world.pair("no secret at all", "third screen"));
}

TEST_CASE("After the end a typed code leads nowhere, and the QR says that it is over") {
    FakeWorld world;
    domain::SessionId session;
    world.hub->create(1, {.title = "Groen", .language = "nl", .seats_max = 30},
                      {{{1}, domain::RoundKind::lobby, "", 0, "", false}, {{2}, domain::RoundKind::close, "", 5, "", false}},
                      [&](auto made) { session = made.value(); });
    world.settle();
    Listener tablet;
    const auto console = world.enter(world.pair(session, Role::facilitator), tablet, 'b');
    world.ask(console, 1, domain::StartRound{{2}, 0});
    world.ask(console, 2, domain::SetNextStep{"2027-01-20", ""});
    world.ask(console, 3, domain::CloseSession{});
    world.settle();
    REQUIRE(world.hub->summary(session)->status == domain::SessionStatus::ended);

    CHECK(world.join(session, "anna").error() == JoinError::no_session);
    const auto describe = [&](const std::string& code_or_secret) {
        std::optional<std::expected<Invitation, StoreTrouble>> told;
        world.hub->invitation(code_or_secret, [&](auto invitation) { told = std::move(invitation); });
        world.settle();
        return told.value();
    };
    CHECK(describe(world.hub->summary(session)->code).error() == StoreTrouble::not_found);
    CHECK(describe(world.hub->summary(session)->secret)->state == std::string{"ended"});
}

TEST_CASE("While the disk is full everybody is told, reading goes on, and nothing new is taken") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener phone, tablet, screen, late;
    const auto anna = world.enter("anna", phone);
    const auto console = world.enter(world.pair(session, Role::facilitator), tablet, 'b');
    world.enter(world.pair(session, Role::screen), screen, 'c');
    world.ask(console, 1, domain::StartRound{{2}, 0});
    world.settle();
    world.ask(anna, 1, domain::SubmitIdea{"Een bank", ""});
    world.settle();
    phone.forget();

    world.hub->storage_full(true);
    for (const auto* each : {&phone, &tablet, &screen}) CHECK(each->all<wire::Storage>() == std::vector{wire::Storage{true}});
    world.ask(anna, 2, domain::SubmitIdea{"Een heg", ""});
    world.ask(anna, 1, domain::SubmitIdea{"Een bank", ""});  // answered before: the same answer
    world.settle();
    const auto answers = phone.all<wire::Answer>();
    REQUIRE(answers.size() == 2);
    CHECK(answers[0].refusal->reason == domain::Reason::read_only);
    CHECK_FALSE(answers[1].refusal);
    CHECK(world.join(session, "anna")->again);
    CHECK(world.join(session, "bo").error() == JoinError::unavailable);
    std::optional<std::expected<domain::SessionId, StoreTrouble>> made, adopted;
    world.hub->create(1, {}, {{{1}, domain::RoundKind::lobby, "", 0, "", false}}, [&](auto result) { made = result; });
    store::StoredSession elsewhere;
    elsewhere.events.push_back({1, {}, "create", false, 1, domain::SessionCreated{}});
    world.hub->adopt(1, std::move(elsewhere), {}, [&](auto result) { adopted = result; });
    world.settle();
    REQUIRE((made && adopted));
    CHECK(made->error() == StoreTrouble::unavailable);
    CHECK(adopted->error() == StoreTrouble::unavailable);

    world.enter("anna", late, 'd');
    CHECK(late.all<wire::Storage>() == std::vector{wire::Storage{true}});
    CHECK(records_of(late, "participant").contains("session/0"));
    CHECK(records_of(late, "me").contains("my_idea/1"));

    world.hub->storage_full(false);
    CHECK(phone.all<wire::Storage>().back() == wire::Storage{false});
    world.ask(anna, 2, domain::SubmitIdea{"Een heg", ""});
    world.settle();
    CHECK_FALSE(phone.all<wire::Answer>().back().refusal);
}

std::uint32_t current_round(const Listener& tablet) {
    for (const auto& [key, record] : records_of(tablet, "facilitator"))
        if (const auto* agenda = std::get_if<domain::AgendaRecord>(&record)) return agenda->current.value;
    return 0;
}

TEST_CASE("A deadline that falls while the disk is full is met afterwards") {
    FakeWorld world;
    const auto session = world.make_session();
    Listener tablet;
    const auto console = world.enter(world.pair(session, Role::facilitator), tablet, 'b');
    world.ask(console, 1, domain::StartRound{{2}, 30'000});
    world.settle();
    world.hub->storage_full(true);
    world.pass(std::chrono::minutes{2});
    CHECK(current_round(tablet) == 1);
    world.hub->storage_full(false);
    world.settle();
    CHECK(current_round(tablet) == 2);
}

TEST_CASE("A room that waits for a countdown alone is not woken before it") {
    FakeWorld world;
    const auto session = world.make_session();
    Listener tablet;
    const auto console = world.enter(world.pair(session, Role::facilitator), tablet);
    world.ask(console, 1, domain::StartRound{{2}, 600'000});
    world.settle();
    world.hub->leave(console);
    world.pass(std::chrono::minutes{2});
    REQUIRE(world.alarm);
    CHECK(*world.alarm > world.time + std::chrono::minutes{5});
}

TEST_CASE("Draining closes everybody with 1012 after what was asked is on disk") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener anna;
    const auto phone = world.enter("anna", anna);
    world.ask(phone, 1, SubmitIdea{"een", ""});
    bool done = false;
    world.hub->drain([&] { done = true; });
    CHECK_FALSE(done);
    world.settle();
    CHECK(done);
    CHECK(anna.closed == 1012);
    CHECK(anna.all<wire::Answer>().size() == 1);
}
