// What earlier versions stored of trajectories goes on being read.
#include <catch2/catch.hpp>

#include "wire/trajectory.h"

using namespace kiemkring;

TEST_CASE("A commitment that was stored with an answer of its own is read without it", "[wire][trajectory]") {
    namespace trajectory = domain::trajectory;
    const auto personal =
        R"({"kind":"commitment","name":"Anna","idea":0,"role":"lead","organisation":"","email":"","phone":"","said_note":"","note":"",)"
        R"("called":true,"session":"","number":0,"answer":"accepted","answered_on":"2026-11-01"})";
    const auto body = R"({"v":1,"at":1795500000000,"by":1,"key":"k","undoes":0,"event":"entry_set","what":{"id":1,"personal":"commitment"}})";
    const auto read = wire::read_stored({}, 1, body, personal);
    REQUIRE(read);
    const auto& now = std::get<trajectory::EntrySet>(read->what).now;
    const auto& anna = std::get<trajectory::Commitment>(now.value());
    CHECK(anna.name == "Anna");
    CHECK(anna.called);
    CHECK(std::get<trajectory::EntrySet>(read->what).words == trajectory::Words::of_writer);
    // What is written from now on does not have it.
    CHECK_FALSE(wire::encode_stored(*read).personal.contains("answer"));
}

TEST_CASE("Upkeep that was stored before a turn could be done is read, and which was done is stored", "[wire][trajectory]") {
    namespace trajectory = domain::trajectory;
    const auto body =
        R"({"v":1,"at":1795500000000,"by":1,"key":"k","undoes":0,"event":"entry_set","what":{"id":1,"words":"of_writer","now":{"kind":"upkeep",)"
        R"("what":"Snoeien","every_months":6,"starts_on":"2026-11-01","ends_on":"","function":"Terreinbeheer","email":""}}})";
    auto read = wire::read_stored({}, 1, body, {});
    REQUIRE(read);
    auto& work = std::get<trajectory::Upkeep>(std::get<trajectory::EntrySet>(read->what).now.value());
    CHECK(work.function == "Terreinbeheer");
    CHECK(work.done_on.empty());
    work.done_on = "2027-05-01";
    const auto stored = wire::encode_stored(*read);
    const auto again = wire::read_stored({}, 1, stored.body, stored.personal);
    REQUIRE(again);
    CHECK(*again == *read);
}

TEST_CASE("Whose words were put down is stored, of a person and of anything else", "[wire][trajectory]") {
    namespace trajectory = domain::trajectory;
    const auto words = GENERATE(trajectory::Words::of_writer, trajectory::Words::of_session, trajectory::Words::of_desk);
    trajectory::Idea idea;
    idea.name = "Een bank";
    trajectory::Commitment anna;
    anna.name = "Anna";
    for (const auto& entry : {trajectory::Entry{idea}, trajectory::Entry{anna}}) {
        const trajectory::Happened happened{1, {}, 1, "k", 0, trajectory::EntrySet{{1}, std::nullopt, entry, words}};
        const auto stored = wire::encode_stored(happened);
        const auto read = wire::read_stored({}, 1, stored.body, stored.personal);
        REQUIRE(read);
        CHECK(*read == happened);
    }
}
