// Cards and posters: how large they are, what they say, what they keep to themselves, and when there are none.
#include "report/full_session.h"
#include "report/pdf_text.h"

#include <algorithm>
#include <thread>

#include "report/handout.h"

namespace kiemkring::report::handout_test {

using namespace full;

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

/// From the head of a PNG.
std::array<unsigned, 2> pixels_of(const std::string& png) {
    REQUIRE(png.starts_with("\x89PNG"));
    const auto number = [&png](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(png.at(i));
        return value;
    };
    return {number(16), number(20)};
}

const Door door{"http://192.168.1.20:8080/#q=0f1e2d3c4b5a69788796a5b4c3d2e1f0", "192.168.1.20:8080", "7KM4PX"};

struct Room {
    FullSession full{24, 0};

    auto make(HandoutChoice choice, const Brand& brand = {}) {
        choice.made_at = full.moment.now;
        return handout_of({full.session, full.log}, choice, door, brand);
    }
    std::string pdf(Handout handout, Naming naming = Naming::everybody) {
        auto made = make({handout, "nl", naming});
        REQUIRE(made);
        return text_of(*made);
    }
};

TEST_CASE("Pictures for a screen have its size, posters and cards three hundred dots per inch") {
    Room room;
    const auto pixels = [&room](HandoutChoice choice) {
        choice.language = "nl";
        choice.pixels = true;
        const auto made = room.make(choice);
        REQUIRE(made);
        return pixels_of(*made);
    };
    CHECK(pixels({.handout = Handout::social}) == std::array{1200U, 630U});
    CHECK(pixels({.handout = Handout::square}) == std::array{1080U, 1080U});
    CHECK(pixels({.handout = Handout::results}) == std::array{2480U, 3508U});
    CHECK(pixels({.handout = Handout::invitation, .a3 = true}) == std::array{3508U, 4961U});
    CHECK(pixels({.handout = Handout::tables, .number = 1}) == std::array{2480U, 1754U});
    CHECK(pixels({.handout = Handout::seats, .number = 30}) == std::array{1240U, 1754U});
}

TEST_CASE("A poster of the result names what was chosen, where and when, and what comes next") {
    Room room;
    room.full.close();
    const auto poster = room.pdf(Handout::results);
    for (const std::string_view words : {"Dit kozen we samen", "De Rietkamp, Zevenhuizen", "4 maart 2027", "15 april 2027", "Samen het terrein rond"}) {
        INFO(words);
        CHECK(says(poster, words));
    }
    for (const auto& entry : room.full.session.top->entries) CHECK(says(poster, room.full.session.text(entry.title).substr(0, 12)));
    CHECK_FALSE(says(poster, "Annabel"));
}

TEST_CASE("An invitation has the way in while people can come in, and the next step afterwards") {
    Room room;
    auto poster = room.pdf(Handout::invitation);
    for (const std::string_view words : {"Denk mee", "Wat kan hier groeien", "192.168.1.20:8080", "7KM 4PX"}) CHECK(says(poster, words));
    room.full.close();
    poster = room.pdf(Handout::invitation);
    CHECK(says(poster, "Doe mee met de volgende stap"));
    CHECK(says(poster, "15 april 2027"));
    CHECK_FALSE(says(poster, "7KM 4PX"));  // it leads nowhere any more
}

TEST_CASE("There is a card for every table and every seat, with the names that reports may say") {
    Room room;
    const auto tables = room.pdf(Handout::tables);
    for (const std::string_view words : {"Tafel 1", "Tafel 6"}) CHECK(says(tables, words));
    CHECK_FALSE(says(tables, "Tafel 7"));
    CHECK(std::ranges::count(tables, '\f') == 3);
    room.full.session.info.seats_max = 32;  // two of them free
    const auto seats = room.pdf(Handout::seats);
    CHECK(std::ranges::count(seats, '\f') == 8);
    for (const std::string_view name : {"Annabel", "Wit", "Олена", "Naam"}) {
        INFO(name);
        CHECK(says(seats, name));
    }
    const auto nobody = room.pdf(Handout::seats, Naming::nobody);
    CHECK_FALSE(says(nobody, "Annabel"));
    CHECK(std::ranges::count(nobody, '\f') == 8);
}

TEST_CASE("What cannot be made is refused with a reason") {
    Meeting silent;
    silent.session.info.seats_max = 3;
    const auto lack = [&silent](const HandoutChoice& choice, const Door& way = door) {
        const auto made = handout_of({silent.session, silent.log}, choice, way, {});
        REQUIRE_FALSE(made);
        return made.error();
    };
    CHECK(lack({Handout::social, "nl", {}, true}) == HandoutLack::no_result);
    CHECK(lack({Handout::results, "nl"}) == HandoutLack::no_result);
    CHECK(lack({Handout::invitation, "nl"}, {}) == HandoutLack::no_address);
    CHECK(lack({Handout::seats, "nl", {}, true, false, false, 4}) == HandoutLack::no_such_card);
    CHECK(lack({Handout::tables, "nl", {}, true}) == HandoutLack::no_such_card);
    REQUIRE(silent.facilitator(StartRound{RoundId{8}, 0}) == accepted);
    REQUIRE(silent.facilitator(SetNextStep{"2027-05-01", "planten"}) == accepted);
    REQUIRE(silent.facilitator(CloseSession{}) == accepted);
    CHECK(lack({Handout::seats, "nl"}) == HandoutLack::has_ended);

    Room room;
    const auto screen = room.make({Handout::social, "nl"});
    REQUIRE_FALSE(screen);
    CHECK(screen.error() == HandoutLack::no_such_card);  // a picture for a screen is no PDF
}

TEST_CASE("A result that is not revealed stands on nothing") {
    Meeting voting;
    voting.up_to_the_vote(3, 6);
    REQUIRE(voting.person({1}, CastVote{{1}}) == accepted);
    REQUIRE(voting.facilitator(CloseVote{0, true}) == accepted);
    const auto made = handout_of({voting.session, voting.log}, {Handout::square, "nl", {}, true}, door, {});
    REQUIRE_FALSE(made);
    CHECK(made.error() == HandoutLack::no_result);
}

TEST_CASE("Cards and posters that nobody waits for any more are not made") {
    Room room;
    const auto ways_in = std::array{HandoutChoice{.handout = Handout::tables}, HandoutChoice{.handout = Handout::seats}, HandoutChoice{.handout = Handout::invitation},
                                    HandoutChoice{.handout = Handout::seats, .pixels = true, .number = 1}};
    const auto make = [&room](const HandoutChoice& choice, Course& course) { return handout_of({room.full.session, room.full.log}, choice, door, {}, &course); };
    for (const auto& choice : ways_in) {
        Course course, stopped;
        REQUIRE(make(choice, course));
        CHECK(course.done() == 1000);
        stopped.stop();
        CHECK_THROWS_AS(make(choice, stopped), Stopped);
    }
    room.full.close();
    for (const auto& choice : {HandoutChoice{.handout = Handout::results}, HandoutChoice{.handout = Handout::square, .pixels = true}}) {
        Course course, stopped;
        REQUIRE(make(choice, course));
        CHECK(course.done() == 1000);
        stopped.stop();
        CHECK_THROWS_AS(make(choice, stopped), Stopped);
    }
    // In the middle of many cards too.
    Course halfway;
    room.full.session.status = domain::SessionStatus::open;
    room.full.session.info.seats_max = 500;
    std::thread leaves{[&halfway] {
        while (halfway.done() == 0) std::this_thread::yield();
        halfway.stop();
    }};
    CHECK_THROWS_AS(make({.handout = Handout::seats}, halfway), Stopped);
    leaves.join();
    CHECK(halfway.done() < 1000);
}

TEST_CASE("Text in any colour of an organisation is readable on paper") {
    CHECK(contrast(0x000000, 0xffffff) == Approx(21));
    CHECK(readable_on_paper(moss) == moss);
    for (const Color pale : {0xffff00U, 0xffffffU, 0x00ff00U, 0xff8800U, 0x88ccffU}) {
        CHECK(contrast(readable_on_paper(pale), poster_paper) >= 4.5);
        CHECK(contrast(readable_on_paper(pale), poster_paper) < 6.5);  // as little darker as will do
    }
}

TEST_CASE("Every card and poster, to be looked at", "[.look]") {
    for (const std::string language : {"nl", "en"}) {
        Room room;
        const auto naming = language == "nl" ? Naming::everybody : Naming::nobody;
        const auto make = [&](const std::string& name, HandoutChoice choice) {
            choice.language = language;
            choice.naming = naming;
            keep(name + "-" + language + (choice.pixels ? ".png" : ".pdf"), room.make(choice).value());
        };
        make("invitation-before", {.handout = Handout::invitation});
        make("tables", {.handout = Handout::tables});
        make("seats", {.handout = Handout::seats});
        room.full.close();
        make("social", {.handout = Handout::social, .pixels = true});
        make("square", {.handout = Handout::square, .pixels = true});
        make("results", {.handout = Handout::results});
        make("results-pixels", {.handout = Handout::results, .pixels = true});
        make("invitation-after", {.handout = Handout::invitation, .a3 = true});
    }
}

}  // namespace kiemkring::report::handout_test
