// Hints: to the writer alone, of shared ideas alone, and only when the facilitator allows it.
#include "live/fake_world.h"

namespace kiemkring::live {

namespace {

using namespace std::chrono_literals;
using domain::IdeaId;

struct WritingRoom : FakeWorld {
    WritingRoom() : session(make_session()) {
        join(session, "anna");
        join(session, "bram");
        anna = enter("anna", hers);
        bram = enter("bram", his, 'b');
        console = enter(pair(session, Role::facilitator), tablet, 'c');
        say(domain::StartRound{{2}, 0});
    }
    void say(domain::Command command) {
        ask(console, ++said, std::move(command));
        settle();
    }
    void write(Hub::ConnectionId who, std::uint64_t n, const std::string& text) {
        ask(who, n, domain::SubmitIdea{text, ""});
        settle();
        finish_beside();
    }

    domain::SessionId session;
    Listener hers, his, tablet;
    Hub::ConnectionId anna{}, bram{}, console{};
    std::uint64_t said{};
};

}  // namespace

TEST_CASE("Without the facilitator's leave nobody gets a hint") {
    WritingRoom room;
    room.say(domain::ShareIdeas{true});
    room.write(room.anna, 1, "Bankje bij de poort");
    room.write(room.bram, 1, "Bankje bij de vijver");
    CHECK(room.his.all<wire::Hint>().empty());
}

TEST_CASE("Who writes something that was there already is told so, nobody else is") {
    WritingRoom room;
    room.say(domain::AllowHints{true});
    room.say(domain::ShareIdeas{true});
    room.write(room.anna, 1, "Bankje bij de poort");
    room.write(room.anna, 2, "Bankje onder de eik");  // like one's own: no news
    CHECK(room.hers.all<wire::Hint>().empty());
    room.write(room.bram, 1, "Een koor in de kantine");
    CHECK(room.his.all<wire::Hint>().empty());
    room.write(room.bram, 2, "Een bankje bij de vijver");
    CHECK(room.his.all<wire::Hint>() == std::vector{wire::Hint{{4}, {{1}, {2}}}});
    CHECK(room.hers.all<wire::Hint>().empty());
    CHECK(room.tablet.all<wire::Hint>().empty());

}

TEST_CASE("An idea of the seat that somebody had before is their own, and the hint comes to both phones") {
    WritingRoom room;
    room.join(room.session, "anna2");
    Listener hers_too;
    room.say(domain::AllowHints{true});
    room.say(domain::ShareIdeas{true});
    room.write(room.anna, 1, "Bankje bij de poort");
    room.write(room.bram, 1, "Een koor in de kantine");
    room.say(domain::MergeSeats{{3}, {1}});
    const auto second = room.enter("anna2", hers_too, 'd');
    room.write(second, 1, "Nog een bankje bij de poort");
    CHECK(hers_too.all<wire::Hint>().empty());
    room.write(second, 2, "Een koor in de kantine van de school");
    CHECK(hers_too.all<wire::Hint>().size() == 1);
    CHECK(room.hers.all<wire::Hint>().size() == 1);
    CHECK(room.his.all<wire::Hint>().empty());
}

TEST_CASE("Ideas that are written silently are in no hint") {
    WritingRoom room;
    room.say(domain::AllowHints{true});
    room.write(room.anna, 1, "Bankje bij de poort");
    room.write(room.bram, 1, "Een bankje bij de poort");
    CHECK(room.his.all<wire::Hint>().empty());

    room.say(domain::ShareIdeas{true});
    room.ask(room.bram, 2, domain::SubmitIdea{"Nog een bankje bij de poort", ""});
    room.settle();
    room.say(domain::HideIdea{{{1}}, true});  // while the ideas are compared
    room.finish_beside();
    CHECK(room.his.all<wire::Hint>().empty());
}

TEST_CASE("A hint that finds the queue full does not come, and the idea is there") {
    WritingRoom room;
    room.say(domain::AllowHints{true});
    room.say(domain::ShareIdeas{true});
    room.write(room.anna, 1, "Bankje bij de poort");
    room.beside_max = 0;
    room.write(room.bram, 1, "Een bankje bij de poort");
    CHECK(room.his.all<wire::Hint>().empty());
    CHECK_FALSE(room.his.all<wire::Answer>().back().refusal);
}

}  // namespace kiemkring::live
