// Step 5: what it needs before it is finished, what the lists show of it, and what a next round begins with.
#include <catch2/catch.hpp>

#include <algorithm>

#include "domain/trajectory/decide.h"
#include "domain/trajectory/next_round.h"
#include "domain/trajectory/session_results.h"

namespace kiemkring::domain::trajectory {
namespace opening_test {

constexpr const char* today = "2026-11-28";

struct Desk {
    Trajectory state;

    std::optional<Refusal> say(const Command& command) {
        const auto event = decide(state, command, today);
        if (!event) return event.error();
        evolve(state, {state.version + 1, Time{}, 1, std::to_string(state.version), 0, *event});
        return std::nullopt;
    }
    EntryId put(Entry entry) {
        REQUIRE_FALSE(say(PutEntry{{}, std::nullopt, std::move(entry)}));
        return state.last_entry;
    }
    void change(EntryId id, Entry now) { REQUIRE_FALSE(say(PutEntry{id, state.entries.at(id).entry, std::move(now)})); }
    [[nodiscard]] std::vector<Lack> lacks() const {
        std::vector<Lack> found;
        for (const auto& one : missing(state, Step::opening)) found.push_back(one.what);
        return found;
    }
};

Desk at_opening() {
    Desk desk;
    Place place;
    place.name = "De Linde";
    place.area_m2 = 180;
    desk.put(place);
    for (const auto step : {Step::session, Step::choice, Step::plan, Step::opening}) REQUIRE_FALSE(desk.say(OpenStep{step, "Toch"}));
    return desk;
}

TEST_CASE("A trajectory is finished when its party was held, measured, thanked for and looked after, or with a reason", "[trajectory]") {
    auto desk = at_opening();
    CHECK(desk.lacks() == std::vector{Lack::opening_day, Lack::measured, Lack::thanks, Lack::upkeep});
    CHECK(desk.say(EndTrajectory{Outcome::finished, "", 0}) == Refusal{Reason::not_complete, "reason"});

    Opening opening;
    opening.held_on = "2026-05-01";
    opening.area_m2 = 210;
    opening.trees = 12;
    opening.people = 60;
    desk.put(opening);
    Task task{"Koffie regelen", {}, {}, {}, TaskTopic::opening, {}, {}};
    const auto coffee = desk.put(task);
    Thanks thanks{"Noor", "De schop", false, false};
    const auto noor = desk.put(thanks);
    Upkeep water{"Water geven", 1, "2026-05-01", "2028-05-01", {}, {}};
    const auto watering = desk.put(water);
    CHECK(desk.lacks() == std::vector{Lack::opening_task, Lack::thanks, Lack::upkeep_function});
    task.state = TaskState::done;
    desk.change(coffee, task);
    thanks.thanked = true;
    desk.change(noor, thanks);
    water.function = "Terreinbeheer";
    desk.change(watering, water);
    CHECK(desk.lacks().empty());
    CHECK_FALSE(desk.say(EndTrajectory{Outcome::finished, "", 0}));
    CHECK(desk.state.progress.outcome == Outcome::finished);

    const auto summary = summary_of(desk.state);
    CHECK(summary.area_m2 == 180);
    CHECK(summary.measured_m2 == 210);
    CHECK(summary.trees == 12);
    CHECK(summary.people == 60);
}

TEST_CASE("The list tells what is planned from what could be, and everybody once who said that they do something", "[trajectory]") {
    auto desk = at_opening();
    const auto before = summary_of(desk.state);
    CHECK(before.joined == 0);
    Plan plan;
    plan.area_m2 = 150;
    plan.trees = 8;
    desk.put(plan);
    Idea idea;
    idea.name = "Boomgaard";
    const auto orchard = desk.put(idea);
    const auto say = [&](const std::string& name, CommitmentRole role) {
        Commitment one;
        one.name = name;
        one.idea = orchard;
        one.role = role;
        desk.put(one);
    };
    say("Noor", CommitmentRole::lead);
    say("Noor", CommitmentRole::help);
    say("Bram", CommitmentRole::arrange);
    say("Ali", CommitmentRole::informed);
    const auto summary = summary_of(desk.state);
    CHECK(summary.area_m2 == 150);
    CHECK(summary.planned_trees == 8);
    CHECK(summary.joined == 2);
    CHECK(summary.measured_m2 == 0);
}

TEST_CASE("Nobody finishes it before step 5, and what is unfinished takes a written reason", "[trajectory][bad-input]") {
    Desk early;
    early.put(Place{});
    CHECK(early.say(EndTrajectory{Outcome::finished, "Klaar", 0}) == Refusal{Reason::step_not_next, ""});
    auto desk = at_opening();
    CHECK_FALSE(desk.say(EndTrajectory{Outcome::finished, "Er komt geen feest.", 0}));
}

TEST_CASE("A photo in the story says what it shows, and numbers of what was measured have their bounds", "[trajectory][bad-input]") {
    auto desk = at_opening();
    Photo photo;
    photo.in_story = true;
    CHECK(desk.say(PutEntry{{}, std::nullopt, photo}) == Refusal{Reason::needed, "description"});
    photo.description = "Tegels voor hal 2";
    const auto id = desk.put(photo);
    CHECK_FALSE(desk.say(EraseEntry{id}));
    Opening opening;
    opening.trees = 1'000'001;
    CHECK(desk.say(PutEntry{{}, std::nullopt, opening}) == Refusal{Reason::too_large, "trees"});
    opening = {};
    opening.tiles_out = -1;
    CHECK(desk.say(PutEntry{{}, std::nullopt, opening}) == Refusal{Reason::negative, "tiles_out"});
    opening = {};
    opening.starts_at = "15:00";
    opening.ends_at = "14:00";
    CHECK(desk.say(PutEntry{{}, std::nullopt, opening}) == Refusal{Reason::wrong_order, "ends_at"});
    Upkeep work{"Snoeien", 121, {}, {}, {}, {}};
    CHECK(desk.say(PutEntry{{}, std::nullopt, work}) == Refusal{Reason::too_large, "every_months"});
}

TEST_CASE("A neighbour is kept for a year, and the list says until when there is one", "[trajectory]") {
    CHECK(kept_until("2026-11-28") == "2027-11-28");
    CHECK(kept_until("2028-02-29") == "2029-02-28");
    CHECK(kept_until("") == "");
    auto desk = at_opening();
    Neighbour early, late;
    early.name = "Ali", early.came_on = "2026-11-01";
    late.name = "Bo", late.came_on = "2026-11-20";
    const auto ali = desk.put(early), bo = desk.put(late);
    CHECK(summary_of(desk.state).neighbours_until == "2027-11-01");
    const auto on = [&](const Day& day) { return decide(desk.state, NeighboursKept{day}).value(); };
    CHECK(on("2027-11-01").empty());
    const std::vector<Event> first{EntryErased{ali}}, both{EntryErased{ali}, EntryErased{bo}};
    CHECK(on("2027-11-02") == first);
    CHECK(on("2028-01-01") == both);
}

TEST_CASE("A photo of after lies on one of before", "[trajectory]") {
    auto desk = at_opening();
    const auto before = desk.put(Photo{PhotoMoment::before, {}, {}, false, {}});
    const auto after = desk.put(Photo{PhotoMoment::after, {}, {}, false, before});
    Thanks thanks{"Noor", {}, false, false};
    const auto noor = desk.put(thanks);
    CHECK(desk.say(PutEntry{after, desk.state.entries.at(after).entry, Photo{PhotoMoment::after, {}, {}, false, noor}}) ==
          Refusal{Reason::unknown_entry, "beside"});
}

TEST_CASE("A next round begins with what was not chosen, for the same place, and with people only when they are wanted", "[trajectory]") {
    auto desk = at_opening();
    Company company{"Koelhuis Zuid", {}, {}};
    desk.put(company);
    Contact contact;
    contact.name = "Noor";
    desk.put(contact);
    Idea bench, pond;
    bench.name = "Bank";
    bench.about = "Bij de vaart";
    bench.letter = "A";
    bench.place = 1;
    bench.votes = 9;
    bench.route = Route::own_plan;
    pond.name = "Vijver";
    pond.letter = "B";
    pond.place = 2;
    pond.votes = 7;
    const auto chosen = desk.put(bench), left = desk.put(pond);
    desk.put(Decider{});
    Choice choice;
    choice.outcome = ChoiceOutcome::chosen;
    choice.idea = chosen;
    choice.reason = "Daar zit iedereen al";
    desk.put(choice);

    CHECK_FALSE(entries_of({{chosen}, false}, desk.state, proposed_approach(), "nl").has_value());
    CHECK_FALSE(entries_of({{EntryId{999}}, false}, desk.state, proposed_approach(), "nl").has_value());
    const auto has = [](const std::vector<Entry>& entries, const Entry& one) {
        return std::ranges::any_of(entries, [&](const Entry& entry) { return entry == one; });
    };
    const auto without = entries_of({{left}, false}, desk.state, proposed_approach(), "nl");
    REQUIRE(without.has_value());
    Idea seed;
    seed.name = "Vijver";
    CHECK(has(*without, seed));
    CHECK(has(*without, company));
    CHECK_FALSE(has(*without, contact));
    CHECK(has(*entries_of({{left}, true}, desk.state, proposed_approach(), "nl"), contact));

    // All of it can be put down.
    Desk next;
    for (const auto& entry : *without) next.put(entry);
}

}  // namespace opening_test
}  // namespace kiemkring::domain::trajectory
