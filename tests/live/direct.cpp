// What the room itself keeps of directing: who knocks, who watches, and whose seat a phone has.
#include "live/fake_world.h"

using namespace kiemkring;
using namespace kiemkring::live;
using namespace std::chrono_literals;

namespace {

std::expected<Joined, JoinError> knock(FakeWorld& world, const domain::SessionId& session, const std::string& token,
                                       const std::string& name) {
    std::expected<Joined, JoinError> result = std::unexpected{JoinError::unavailable};
    world.hub->knock(world.hub->summary(session)->code, {token_hash(token), name, "", ""}, [&](auto joined) { result = joined; });
    world.settle();
    return result;
}

std::string pair_standby(FakeWorld& world, const domain::SessionId& session) {
    const auto secret = world.hub->make_pairing(session, Role::facilitator, true).secret;
    REQUIRE(world.pair(secret, "standby " + secret));
    return "standby " + secret;
}

std::optional<domain::Refusal> answer_to(FakeWorld& world, Listener& listener, Hub::ConnectionId connection, std::uint64_t n,
                                         domain::Command command) {
    world.ask(connection, n, std::move(command));
    world.settle();
    for (const auto& answer : listener.all<wire::Answer>())
        if (answer.n == n) return answer.refusal;
    FAIL("no answer to " << n);
    return {};
}

}  // namespace

TEST_CASE("Phones are told when no facilitator was there for a while, and when one is back", "[live]") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener phone, tablet, screen, late;
    const auto tablet_at = world.enter(world.pair(session, Role::facilitator), tablet, 'b');
    const auto phone_at = world.enter("anna", phone);
    world.enter(world.pair(session, Role::screen), screen, 'c');
    const auto told = [](const Listener& who) {
        std::vector<bool> all;
        for (const auto& each : who.all<wire::Away>()) all.push_back(each.away);
        return all;
    };
    world.pass(10min);
    CHECK(told(phone).empty());

    world.hub->leave(tablet_at);
    world.pass(1s);  // until that is noticed
    world.pass(20s);
    CHECK(told(phone).empty());
    SECTION("not when it was only opened again") {
        world.enter(world.pair(session, Role::facilitator), late, 'd');
        world.pass(10min);
        CHECK(told(phone).empty());
    }
    SECTION("once, and so are those who come then") {
        world.pass(20s);
        CHECK(told(phone) == std::vector{true});
        REQUIRE(world.join(session, "bo"));
        Listener bo;
        world.enter("bo", bo, 'e');
        CHECK(told(bo) == std::vector{true});
        world.pass(10min);
        CHECK(told(phone) == std::vector{true});

        world.enter(world.pair(session, Role::facilitator), late, 'd');
        world.pass(1s);
        CHECK(told(phone) == std::vector{true, false});
        CHECK(told(bo) == std::vector{true, false});
        CHECK(told(late).empty());
    }
    SECTION("the only phone opens its page again, and hears it at once") {
        world.pass(20s);
        world.hub->leave(phone_at);
        world.pass(5s);
        Listener again;
        world.enter("anna", again, 'f');
        CHECK(told(again) == std::vector{true});
    }
    CHECK(told(screen).empty());  // it keeps its picture
}

TEST_CASE("Who knocks on a locked door waits until a facilitator lets them in, and then has a seat", "[live]") {
    FakeWorld world;
    const auto session = world.make_session();
    Listener tablet;
    const auto at = world.enter(world.pair(session, Role::facilitator), tablet);
    REQUIRE_FALSE(answer_to(world, tablet, at, 1, domain::LockDoor{true}));

    CHECK(world.join(session, "anna").error() == JoinError::locked);
    CHECK(tablet.all<wire::Knocks>().empty());
    CHECK(knock(world, session, "anna", "Anna").error() == JoinError::waits_at_the_door);
    REQUIRE(tablet.all<wire::Knocks>().size() == 1);
    const auto waiting = tablet.all<wire::Knocks>().back().waiting;
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].name == "Anna");

    SECTION("let in: the next knock is the seat, and the door stays locked for others") {
        REQUIRE_FALSE(answer_to(world, tablet, at, 2, domain::AnswerKnock{waiting[0].id, true}));
        CHECK(tablet.all<wire::Knocks>().back().waiting.empty());
        const auto joined = knock(world, session, "anna", "Anna");
        REQUIRE(joined);
        CHECK(joined->again);
        CHECK(joined->name == "Anna");
        CHECK(world.join(session, "bo").error() == JoinError::locked);
        CHECK(answer_to(world, tablet, at, 3, domain::AnswerKnock{waiting[0].id, true})->reason == domain::Reason::not_found);
    }
    SECTION("turned away: knocking again is not heard for a while") {
        REQUIRE_FALSE(answer_to(world, tablet, at, 2, domain::AnswerKnock{waiting[0].id, false}));
        CHECK(knock(world, session, "anna", "Anna").error() == JoinError::turned_away);
        world.pass(301s);
        CHECK(knock(world, session, "anna", "Anna").error() == JoinError::waits_at_the_door);
    }
    SECTION("turned away by mistake: every tablet can let them in after all") {
        REQUIRE_FALSE(answer_to(world, tablet, at, 2, domain::AnswerKnock{waiting[0].id, false}));
        const auto turned_away = tablet.all<wire::Knocks>().back().turned_away;
        REQUIRE(turned_away.size() == 1);
        CHECK(turned_away[0].name == "Anna");
        Listener other;
        world.enter(world.pair(session, Role::facilitator), other);
        CHECK(other.all<wire::Knocks>().back().turned_away == turned_away);
        REQUIRE_FALSE(answer_to(world, tablet, at, 3, domain::AnswerKnock{waiting[0].id, true}));
        CHECK(tablet.all<wire::Knocks>().back().turned_away.empty());
        CHECK(world.join(session, "anna")->again);
    }
    SECTION("let in by mistake: undo takes the seat back") {
        REQUIRE_FALSE(answer_to(world, tablet, at, 2, domain::AnswerKnock{waiting[0].id, true}));
        const auto undo = std::get<domain::UndoRecord>(records_of(tablet, "facilitator").at("undo/0")).action;
        REQUIRE(undo);
        CHECK(undo->op == "answer_knock");
        CHECK(undo->what == "Anna");
        REQUIRE_FALSE(answer_to(world, tablet, at, 3, domain::Undo{undo->id}));
        CHECK(world.join(session, "anna").error() == JoinError::no_session);
    }
    SECTION("who goes away is forgotten") {
        world.pass(16s);
        CHECK(tablet.all<wire::Knocks>().back().waiting.empty());
    }
    SECTION("who knocks again is the same, and a tablet that comes back sees them") {
        world.pass(10s);
        CHECK(knock(world, session, "anna", "Anna").error() == JoinError::waits_at_the_door);
        world.pass(10s);
        CHECK(tablet.all<wire::Knocks>().size() == 1);
        Listener other;
        world.enter(world.pair(session, Role::facilitator), other);
        CHECK(other.all<wire::Knocks>().back().waiting.size() == 1);
    }
    SECTION("an open door needs no knock") {
        REQUIRE_FALSE(answer_to(world, tablet, at, 2, domain::LockDoor{false}));
        CHECK(knock(world, session, "anna", "Anna"));
        CHECK(tablet.all<wire::Knocks>().back().waiting.empty());
    }
    SECTION("no more than ten are heard at once") {
        for (int i = 0; i < 9; ++i)
            CHECK(knock(world, session, "phone" + std::to_string(i), "").error() == JoinError::waits_at_the_door);
        CHECK(knock(world, session, "one more", "").error() == JoinError::too_many_knocks);
    }
}

TEST_CASE("Nobody knocks their way into a full session", "[live]") {
    FakeWorld world;
    const auto session = world.make_session(1);
    Listener tablet;
    const auto at = world.enter(world.pair(session, Role::facilitator), tablet);
    REQUIRE(world.join(session, "anna"));
    REQUIRE_FALSE(answer_to(world, tablet, at, 1, domain::LockDoor{true}));
    CHECK(knock(world, session, "bo", "Bo").error() == JoinError::session_full);
}

TEST_CASE("A second tablet takes over with the PIN, after five wrong ones in a minute with none", "[live]") {
    FakeWorld world;
    const auto session = world.make_session();
    Listener main, second;
    const auto main_at = world.enter(world.pair(session, Role::facilitator), main);
    const auto token = pair_standby(world, session);
    const auto second_at = world.enter(token, second, 'b');
    CHECK(main.all<wire::Welcome>().at(0).device == "");
    const auto device = second.all<wire::Welcome>().at(0).device.value();
    CHECK(device.size() == 16);

    REQUIRE_FALSE(answer_to(world, main, main_at, 1, domain::SetPin{"4711"}));
    CHECK(answer_to(world, second, second_at, 1, domain::LockDoor{true})->reason == domain::Reason::watching);
    for (std::uint64_t n = 2; n <= 6; ++n)
        CHECK(answer_to(world, second, second_at, n, domain::TakeLead{"0000"})->reason == domain::Reason::wrong_pin);
    const auto refused = answer_to(world, second, second_at, 7, domain::TakeLead{"4711"});
    REQUIRE(refused);
    CHECK(refused->reason == domain::Reason::too_many_pins);
    CHECK(refused->details.retry_after_ms == 60'000);
    CHECK_FALSE(answer_to(world, main, main_at, 2, domain::LockDoor{true}));  // harms nobody else

    world.pass(60s);
    CHECK_FALSE(answer_to(world, second, second_at, 8, domain::TakeLead{"4711"}));
    CHECK(answer_to(world, main, main_at, 3, domain::LockDoor{false})->reason == domain::Reason::watching);

    SECTION("and drives after a restart") {
        world.hub.reset();
        world.open();
        Listener again;
        const auto at = world.enter(token, again, 'c');
        CHECK(again.all<wire::Welcome>().at(0).device == device);
        CHECK_FALSE(answer_to(world, again, at, 1, domain::LockDoor{false}));
    }
    SECTION("the tablet of the organiser comes back without a PIN") {
        CHECK_FALSE(answer_to(world, main, main_at, 4, domain::TakeLead{""}));
        CHECK(answer_to(world, second, second_at, 9, domain::LockDoor{false})->reason == domain::Reason::watching);
    }
}

TEST_CASE("A phone whose seat went up in another comes back as that one, and as itself when that is undone", "[live]") {
    FakeWorld world;
    const auto session = world.make_session();
    Listener tablet, anna, again;
    const auto at = world.enter(world.pair(session, Role::facilitator), tablet);
    REQUIRE(world.join(session, "anna"));
    REQUIRE(world.join(session, "again"));
    const auto anna_at = world.enter("anna", anna, 'c');
    const auto again_at = world.enter("again", again, 'b');
    REQUIRE_FALSE(answer_to(world, anna, anna_at, 1, domain::SubmitIdea{"Een bankje", ""}));
    REQUIRE_FALSE(answer_to(world, again, again_at, 1, domain::SubmitIdea{"Een heg", ""}));

    REQUIRE_FALSE(answer_to(world, tablet, at, 1, domain::MergeSeats{{2}, {1}}));
    CHECK(again.closed == 1012);
    CHECK(anna.closed == 0);
    const auto told = anna.all<wire::Changes>().back();
    CHECK(told.audience == "me");
    CHECK(told.put.size() == 1);  // the other idea

    Listener back;
    domain::Version had = 0, had_me = 0;
    for (const auto& changes : again.all<wire::Changes>()) (changes.audience == "me" ? had_me : had) = changes.to;
    const auto back_at = world.hub->enter({"again", std::string(32, 'b'), again.all<wire::Welcome>()[0].epoch, had, had_me}, back);
    world.settle();
    CHECK(back.all<wire::Welcome>().at(0).person == 1);
    CHECK(back.all<wire::Welcome>().at(0).mode == wire::Mode::snapshot);
    CHECK_FALSE(answer_to(world, back, back_at, 2, domain::WithdrawIdea{{1}}));
    CHECK(world.join(session, "again")->person == domain::PersonId{1});

    anna.forget();
    const auto undo = tablet.all<wire::Changes>();
    std::uint64_t action = 0;
    for (const auto& changes : undo)
        for (const auto& record : changes.put)
            if (const auto* offered = std::get_if<domain::UndoRecord>(&record); offered && offered->action) action = offered->action->id;
    REQUIRE_FALSE(answer_to(world, tablet, at, 2, domain::Undo{action}));
    CHECK(back.closed == 1012);
    CHECK(anna.all<wire::Changes>().back().gone == std::vector<std::string>{"my_idea/2"});
    Listener itself;
    world.enter("again", itself, 'b');
    CHECK(itself.all<wire::Welcome>().at(0).person == 2);
}
