// Suggestions: to facilitators alone, of what is on disk, compared beside the live thread.
#include "live/fake_world.h"

namespace kiemkring::live {

namespace {

using namespace std::chrono_literals;
using domain::GroupId;
using domain::IdeaId;

/// Two that look alike, one that does not, in the round of ideas.
struct Table : FakeWorld {
    Table() : session(make_session()) {
        join(session, "anna");
        anna = enter("anna", phone);
        console = enter(pair(session, Role::facilitator), tablet, 'b');
        enter(pair(session, Role::screen), screen, 'c');
        ask(console, 1, domain::StartRound{{2}, 0});
        for (const auto* text : {"Bankje bij de poort", "Koor in de kantine", "Bank onder de eik"}) write(text);
        settle();
    }
    void write(const std::string& text) { ask(anna, ++written, domain::SubmitIdea{text, ""}); }
    void compare() {
        pass(1s);
        finish_beside();
    }
    [[nodiscard]] std::vector<wire::Suggestion> told() const {
        const auto all = tablet.all<wire::Suggestions>();
        return all.empty() ? std::vector<wire::Suggestion>{} : all.back().suggestions;
    }

    domain::SessionId session;
    Listener phone, tablet, screen;
    Hub::ConnectionId anna{}, console{};
    std::uint64_t written{};
};

}  // namespace

TEST_CASE("Facilitators are told which ideas look alike, phones and the big screen are not") {
    Table table;
    CHECK(table.tablet.all<wire::Suggestions>().empty());
    table.compare();
    REQUIRE(table.told().size() == 1);
    CHECK(table.told()[0].ideas == std::vector<IdeaId>{{1}, {3}});
    CHECK_FALSE(table.told()[0].group);
    CHECK(table.told()[0].words == std::vector<std::string>{"bank"});
    CHECK(table.phone.all<wire::Suggestions>().empty());
    CHECK(table.screen.all<wire::Suggestions>().empty());

    Listener second;
    table.enter(table.pair(table.session, Role::facilitator), second, 'd');
    REQUIRE(second.all<wire::Suggestions>().size() == 1);
    CHECK(second.all<wire::Suggestions>()[0].suggestions == table.told());
}

TEST_CASE("What was grouped is not suggested, and what fits a group is suggested for it") {
    Table table;
    table.compare();
    table.ask(table.console, 2, domain::CreateGroup{"", {{{1}, {}}, {{3}, {}}}});
    table.settle();
    table.compare();
    CHECK(table.told().empty());

    table.write("Schommelbank");
    table.settle();
    table.compare();
    REQUIRE(table.told().size() == 1);
    CHECK(table.told()[0].ideas == std::vector<IdeaId>{{4}});
    CHECK(table.told()[0].group == GroupId{1});
}

TEST_CASE("Ideas are compared once a second at most, and only when something changed") {
    Table table;
    table.pass(900ms);
    CHECK(table.beside.empty());
    table.pass(100ms);
    CHECK(table.beside.size() == 1);
    table.write("Bank in de zon");
    table.settle();
    table.pass(5s);
    CHECK(table.beside.size() == 1);  // the first one is not done yet
    table.finish_beside();
    CHECK(table.beside.size() == 1);
    table.finish_beside();
    CHECK(table.told()[0].ideas.size() == 3);

    const auto heard = table.tablet.all<wire::Suggestions>().size();
    table.ask(table.console, 2, domain::HoldIdea{{1}});  // changes a record, not what is compared
    table.settle();
    table.pass(2s);
    CHECK(table.beside.empty());
    CHECK(table.tablet.all<wire::Suggestions>().size() == heard);
}

TEST_CASE("Nothing is suggested where nobody groups") {
    Table table;
    table.compare();
    REQUIRE(table.told().size() == 1);
    table.ask(table.console, 2, domain::StartRound{{1}, 0});
    table.settle();
    table.compare();
    CHECK(table.told().empty());
    CHECK(table.beside.empty());

    Table alone;
    alone.hub->leave(alone.console);
    alone.pass(3s);
    CHECK(alone.beside.empty());  // no facilitator is there
}

TEST_CASE("A full queue is tried again, and an answer for a room that is gone goes nowhere") {
    Table table;
    table.beside_max = 0;
    table.pass(3s);
    CHECK(table.beside.empty());
    table.beside_max = 8;
    table.pass(1s);
    CHECK(table.beside.size() == 1);

    auto late = std::exchange(table.beside, {});
    table.hub->remove(table.session, [](auto) {});
    table.settle();
    for (auto& work : late) work()();
    CHECK(table.told().empty());
    CHECK(table.hub->broken_rooms() == 0);
}

TEST_CASE("Ideas that are not on disk are not compared") {
    Table table;
    table.compare();
    table.write("Bank in de zon");
    table.hub->tick();  // the turn is being written, and stays so
    table.time += 5s;
    table.hub->tick();
    CHECK(table.beside.empty());
    table.settle();
    table.compare();
    CHECK(table.told()[0].ideas.size() == 3);
}

}  // namespace kiemkring::live
