// What a desk is told of what happened in a dossier.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "wire/trajectory.h"

using namespace kiemkring;

TEST_CASE("Of what a session says otherwise a desk is told what it was", "[wire][trajectory]") {
    namespace trajectory = domain::trajectory;
    trajectory::Trajectory state;
    state.id = "00000000000000aa";
    const auto happens = [&](trajectory::OrganiserId by, trajectory::Event what) {
        evolve(state, {state.version + 1, trajectory::Time{}, by, by ? "key" : "", 0, std::move(what)});
    };
    const auto changes = [&]<class T>(T was, auto change) {
        auto now = was;
        change(now);
        const trajectory::EntryId id{state.last_entry.next()};
        happens(0, trajectory::EntrySet{id, std::nullopt, trajectory::Entry{was}});
        happens(0, trajectory::EntrySet{id, trajectory::Entry{was}, trajectory::Entry{now}});
        return id;
    };
    trajectory::Mark mark;
    mark.group_tenths = 34, mark.group_answers = 12;
    trajectory::Factor factor;
    factor.name = "Geld", factor.note = "Nog niets";
    trajectory::Commitment anna;
    anna.name = "Anna", anna.role = trajectory::CommitmentRole::help;
    trajectory::Choice choice;
    choice.reason = "Schaduw";
    changes(mark, [](auto& one) { one.group_tenths = 41; });
    changes(factor, [](auto& one) { one.colour = trajectory::Colour::green; });
    changes(choice, [](auto& one) { one.reason = "Zitten"; });
    const auto person = changes(anna, [](auto& one) { one.role = trajectory::CommitmentRole::lead; });
    const auto lines = [&] { return nlohmann::json::parse(wire::encode_trajectory(state, 0, "run", {}, "", "2026-11-28"))["happened"]; };
    auto told = lines();
    REQUIRE(told.size() == 8);
    for (const auto at : {0U, 2U, 4U, 6U}) CHECK(told[at]["was"].is_null());
    CHECK(told[1]["was"]["group_tenths"] == 34);
    CHECK(told[3]["was"]["note"] == "Nog niets");
    CHECK(told[5]["was"]["reason"] == "Schaduw");
    CHECK(told[7]["was"]["role"] == "help");

    // What a desk changes is told by the entry itself; of who is erased nothing is told.
    happens(1, trajectory::EntrySet{{1}, trajectory::Entry{mark}, trajectory::Entry{mark}});
    happens(0, trajectory::EntryErased{person});
    told = lines();
    CHECK(told[8]["was"].is_null());
    CHECK(told[7]["was"]["name"] == "");
    CHECK_FALSE(told.dump().contains("Anna"));
}
