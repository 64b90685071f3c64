// A helper on a phone of their own, seats on paper, and links sent beforehand, in a room.
#include <algorithm>

#include "live/fake_world.h"

using namespace kiemkring;
using namespace kiemkring::live;
using namespace kiemkring::domain;

namespace {

std::optional<Reason> refusal_of(const Listener& listener, std::uint64_t n) {
    for (const auto& answer : listener.all<wire::Answer>())
        if (answer.n == n) return answer.refusal ? std::optional{answer.refusal->reason} : std::nullopt;
    FAIL("no answer to " << n);
    return {};
}

struct Table : FakeWorld {
    SessionId session = make_session(3);
    Listener tablet, helper;
    Hub::ConnectionId on_tablet = enter(pair(session, live::Role::facilitator), tablet, 'a');
    Hub::ConnectionId on_helper = enter(pair(session, live::Role::helper), helper, 'b');
};

std::expected<Joined, JoinError> by_link(FakeWorld& world, const std::string& secret, const std::string& token) {
    std::expected<Joined, JoinError> result = std::unexpected{JoinError::unavailable};
    world.hub->join(secret, {token_hash(token), "", "", ""}, [&](auto joined) { result = joined; });
    world.settle();
    return result;
}

}  // namespace

TEST_CASE("A helper is told what a helper needs, and who knocks", "[paper]") {
    Table room;
    CHECK(room.helper.all<wire::Welcome>().front().role == "helper");
    CHECK(room.helper.all<wire::Presence>().empty());
    room.ask(room.on_tablet, 1, LockDoor{true});
    room.settle();
    room.hub->knock(room.hub->summary(room.session)->secret, {token_hash("late"), "Noor", "", ""}, [](auto) {});
    room.settle();
    REQUIRE(!room.helper.all<wire::Knocks>().empty());
    CHECK(room.helper.all<wire::Knocks>().back().waiting.front().name == "Noor");
    room.ask(room.on_helper, 1, AnswerKnock{1, true});
    room.settle();
    CHECK(!refusal_of(room.helper, 1));
    CHECK(room.hub->holder("late").has_value());
}

TEST_CASE("What a helper may not is forbidden, and the third time ends the connection", "[paper]") {
    Table room;
    for (std::uint64_t n = 1; n <= 3; ++n) room.ask(room.on_helper, n, LockDoor{true});
    room.settle();
    for (std::uint64_t n = 1; n <= 3; ++n) CHECK(refusal_of(room.helper, n) == Reason::forbidden);
    CHECK(room.helper.closed == 4003);
    CHECK(room.store.kept(room.session)->events.size() == 1);
}

TEST_CASE("What is said for a seat on paper is told to tablet and helper, and a repeat has no second effect", "[paper]") {
    Table room;
    room.ask(room.on_helper, 1, AddPaperSeat{"Truus"});
    room.ask(room.on_tablet, 1, StartRound{{2}, 0});
    room.settle();
    Listener phone;
    REQUIRE(room.join(room.session, "anna"));
    room.enter("anna", phone, 'c');
    phone.forget();
    for (int times = 0; times < 2; ++times) room.ask(room.on_helper, 2, SubmitIdea{"Een bank", ""}, {1});
    room.settle();
    // The same number for somebody else is another command.
    room.ask(room.on_helper, 2, SubmitIdea{"Een bank", ""}, {2});
    room.settle();
    CHECK(room.helper.all<wire::Answer>().back().refusal->reason == Reason::n_reused);
    const auto on_paper = [](const Listener& listener) {
        std::optional<PaperRecord> last;
        for (const auto& changes : listener.all<wire::Changes>())
            for (const auto& record : changes.put)
                if (const auto* paper = std::get_if<PaperRecord>(&record)) last = *paper;
        return last;
    };
    for (const auto* listener : {&room.helper, &room.tablet}) {
        REQUIRE(on_paper(*listener));
        CHECK(on_paper(*listener)->ideas.size() == 1);
    }
    CHECK(!on_paper(phone));
}

TEST_CASE("A pairing lets one helper in", "[paper]") {
    FakeWorld world;
    const auto session = world.make_session();
    const auto secret = world.hub->make_pairing(session, live::Role::helper).secret;
    CHECK(world.pair(secret, "one phone"));
    CHECK(world.pair(secret, "one phone"));
    CHECK(!world.pair(secret, "another phone"));
    CHECK(world.hub->holder("one phone")->role == live::Role::helper);
    world.open();  // a restart
    CHECK(world.hub->holder("one phone")->role == live::Role::helper);
}

TEST_CASE("A personal link outlives a restart, and lets one phone in", "[paper]") {
    FakeWorld world;
    const auto session = world.make_session(2);
    std::string secret;
    world.hub->invite(session, "Ria", {}, [&](auto made) { secret = made.value().secret; });
    world.settle();
    REQUIRE(secret.size() == 32);
    world.open();
    CHECK(world.hub->summary(session)->people == 0);
    // Two phones in one moment: one of them.
    std::vector<std::expected<Joined, JoinError>> results;
    for (const std::string token : {"one", "two"})
        world.hub->join(secret, {token_hash(token), "", "", ""}, [&](auto joined) { results.push_back(joined); });
    world.settle();
    REQUIRE(results.size() == 2);
    CHECK(results[0]->name == "Ria");
    CHECK(results[1].error() == JoinError::no_session);
    CHECK(by_link(world, secret, "one")->again);
    CHECK(by_link(world, secret, "three").error() == JoinError::no_session);
    world.open();
    CHECK(by_link(world, secret, "three").error() == JoinError::no_session);
    CHECK(by_link(world, secret, "one")->person == results[0]->person);
    CHECK(world.hub->summary(session)->people == 1);
}

TEST_CASE("A link that was taken back opens nothing, also after another took its place", "[paper]") {
    Table world;
    std::vector<Hub::PersonalLink> links;
    const auto invite = [&](const char* name) {
        world.hub->invite(world.session, name, {}, [&](auto made) { links.push_back(made.value()); });
        world.settle();
    };
    invite("Ria");
    world.ask(world.on_tablet, 1, RemovePerson{links[0].person});
    world.settle();
    CHECK(by_link(world, links[0].secret, "one").error() == JoinError::no_session);
    invite("Bo");
    CHECK(links[1].person == links[0].person);
    CHECK(by_link(world, links[0].secret, "one").error() == JoinError::no_session);
    CHECK(by_link(world, links[1].secret, "two")->name == "Bo");
}

TEST_CASE("In a full room another phone gets the seat that somebody has", "[paper]") {
    FakeWorld world;
    const auto session = world.make_session(2);
    const auto anna = world.join(session, "anna"), bo = world.join(session, "bo");
    REQUIRE((anna && bo));
    Listener tablet, first, second;
    const auto console = world.enter(world.pair(session, Role::facilitator), tablet, 'c');
    world.enter("anna", first, 'a');
    std::vector<std::expected<Hub::PersonalLink, JoinError>> links;
    const auto invite = [&](PersonId into) {
        world.hub->invite(session, "", into, [&](auto made) { links.push_back(std::move(made)); });
        world.settle();
        return links.back();
    };
    CHECK(invite({7}).error() == JoinError::no_session);
    const auto link = invite(anna->person);
    REQUIRE(link);
    std::string state;
    world.hub->invitation(link->secret, [&](auto found) { state = found.value().state; });
    world.settle();
    CHECK(state == "open");
    const auto again = by_link(world, link->secret, "annas tablet");
    REQUIRE(again);
    CHECK(again->person == anna->person);
    CHECK(again->name == anna->name);
    CHECK(world.hub->summary(session)->people == 2);
    const auto hers = world.enter("annas tablet", second, 'b');
    world.ask(hers, 1, SubmitIdea{"Een bankje", ""});
    world.settle();
    CHECK(live::records_of(first, "me").contains("my_idea/1"));
    CHECK(by_link(world, link->secret, "somebody else").error() == JoinError::no_session);
    CHECK(by_link(world, world.hub->summary(session)->secret, "a third").error() == JoinError::session_full);

    SECTION("also after a restart") {
        world.open();
        CHECK(by_link(world, link->secret, "annas tablet")->person == anna->person);
    }
    SECTION("a link that was not opened yet leads nowhere once its person was taken out") {
        const auto late = invite(bo->person);
        world.ask(console, 1, RemovePerson{bo->person});
        world.settle();
        CHECK(by_link(world, late->secret, "bos tablet").error() == JoinError::no_session);
    }
    SECTION("what was taken back becomes the link of another, with a seat of its own") {
        const auto late = invite(bo->person);
        world.ask(console, 1, RemovePerson{late->person});
        world.ask(console, 2, RemovePerson{bo->person});
        world.settle();
        const auto other = invite({});
        CHECK(other->person == late->person);
        CHECK(by_link(world, other->secret, "cem")->person == late->person);
        CHECK(world.hub->summary(session)->people == 2);
    }
}

TEST_CASE("Another day until which a session is kept is told to everybody, listed, and kept", "[paper]") {
    Table world;
    const auto& [session, tablet] = std::tie(world.session, world.tablet);
    world.settle();
    std::optional<std::expected<void, StoreTrouble>> kept;
    world.hub->keep_until(session, "2031-02-03", [&](auto result) { kept = result; });
    world.settle();
    REQUIRE((kept && *kept));
    const auto changes = tablet.all<wire::Changes>();
    REQUIRE(!changes.empty());
    const auto* told = std::get_if<SessionRecord>(&changes.back().put.front());
    REQUIRE(told);
    CHECK(told->retained_until == "2031-02-03");
    world.open();
    CHECK(world.hub->summary(session)->retained_until == "2031-02-03");
    world.hub->erase_kept_until("2031-02-03");
    world.settle();
    CHECK(world.hub->summary(session));
    world.hub->erase_kept_until("2031-02-04");
    world.settle();
    CHECK(!world.hub->summary(session));
}

TEST_CASE("A link whose use was not written is as good as before", "[paper]") {
    FakeWorld world;
    const auto session = world.make_session();
    std::string secret;
    world.hub->invite(session, "", {}, [&](auto made) { secret = made.value().secret; });
    world.settle();
    world.store.fail_call(1, false);
    CHECK(by_link(world, secret, "one").error() == JoinError::unavailable);
    world.pass(base::Milliseconds{5'000});
    CHECK(by_link(world, secret, "one").has_value());
    CHECK(by_link(world, secret, "two").error() == JoinError::no_session);
}
