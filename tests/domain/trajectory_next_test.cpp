// What of a dossier is next: by hand, or the first thing in it that has a day.
#include <catch2/catch.hpp>

#include "domain/trajectory/decide.h"
#include "domain/trajectory/next_dated.h"

namespace kiemkring::domain::trajectory {
namespace next_test {

constexpr const char* today = "2026-11-28";

Time at_day(int year, unsigned month, unsigned day) {
    return Time{std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}}.time_since_epoch()};
}

struct Desk {
    Trajectory state;
    Time now = at_day(2026, 11, 28);

    void say(const Command& command) {
        const auto event = decide(state, command, today);
        REQUIRE(event);
        evolve(state, {state.version + 1, now, 1, std::to_string(state.version), 0, *event});
    }
    EntryId put(Entry entry) {
        say(PutEntry{{}, std::nullopt, std::move(entry)});
        return state.last_entry;
    }
    void change(EntryId id, Entry now_is) { say(PutEntry{id, state.entries.at(id).entry, std::move(now_is)}); }
    void take_away(EntryId id) { say(RemoveEntry{id, state.entries.at(id).entry}); }
    void open(Step step) { say(OpenStep{step, "Toch"}); }
};

Desk of_a_place() {
    Desk desk;
    Place place;
    place.name = "De Linde";
    desk.put(place);
    desk.say(HandOver{"Anna"});
    return desk;
}
SessionPlan session_on(Day day) {
    SessionPlan plan;
    plan.name = "Sessie in de kantine";
    plan.held_on = std::move(day);
    return plan;
}
Task task_for(std::string what, Day due, EntryId idea = {}) { return {std::move(what), "Piet", std::move(due), {}, TaskTopic::other, idea, {}}; }

TEST_CASE("What is next is the first open thing of the dossier that has a day", "[trajectory]") {
    auto desk = of_a_place();
    CHECK(next_of(desk.state) == Next{});

    const auto plan = desk.put(session_on("2027-01-20"));
    CHECK(next_of(desk.state) == Next{NextKind::session, "Sessie in de kantine", "Anna", "2027-01-20", plan});
    desk.put(task_for("Zonder dag", ""));
    CHECK(next_of(desk.state).entry == plan);

    const auto call = desk.put(task_for("Bel het waterschap", "2027-01-10"));
    CHECK(next_of(desk.state) == Next{NextKind::task, "Bel het waterschap", "Piet", "2027-01-10", call});
    Permit permit{"Kapvergunning", "Gemeente", PermitState::asked, "2027-01-05", {}};
    const auto felling = desk.put(permit);
    CHECK(next_of(desk.state) == Next{NextKind::permit, "Kapvergunning", {}, "2027-01-05", felling});

    permit.state = PermitState::granted;
    desk.change(felling, permit);
    CHECK(next_of(desk.state).entry == call);
    auto called = task_for("Bel het waterschap", "2027-01-10");
    called.state = TaskState::done;
    desk.change(call, called);
    CHECK(next_of(desk.state).entry == plan);

    const auto summary = summary_of(desk.state);
    CHECK(summary.next_kind == NextKind::session);
    CHECK(summary.next_what == "Sessie in de kantine");
    CHECK(summary.next_who == "Anna");
    CHECK(summary.next_due == "2027-01-20");
}

TEST_CASE("What was written by hand is next until it is taken away", "[trajectory]") {
    auto desk = of_a_place();
    const auto call = desk.put(task_for("Bel het waterschap", "2026-12-01"));
    const auto action = desk.put(NextAction{"Koffie drinken", "Noor", {}});
    CHECK(next_of(desk.state) == Next{NextKind::by_hand, "Koffie drinken", "Noor", {}, action});
    CHECK(summary_of(desk.state).next_kind == NextKind::by_hand);
    CHECK(next_dated(desk.state).entry == call);
    // The list knows that something else has a day all the same, and an earlier one.
    CHECK(summary_of(desk.state).first_kind == NextKind::task);
    CHECK(summary_of(desk.state).first_due == "2026-12-01");
    desk.change(action, NextAction{"Koffie drinken", "Noor", "2026-11-29"});
    CHECK(summary_of(desk.state).first_what == "Koffie drinken");
    desk.change(action, NextAction{"Koffie drinken", "Noor", "2026-12-24"});
    CHECK(summary_of(desk.state).first_what == "Bel het waterschap");
    CHECK(summary_of(desk.state).next_what == "Koffie drinken");

    desk.take_away(action);
    CHECK(next_of(desk.state).entry == call);
}

TEST_CASE("What had to be found out of an idea that was not chosen is not next", "[trajectory]") {
    auto desk = of_a_place();
    desk.open(Step::session);
    Idea pond;
    pond.name = "Een vijver";
    Idea hedge;
    hedge.name = "Een haag";
    const auto of_pond = desk.put(pond), of_hedge = desk.put(hedge);
    const auto pond_ground = desk.put(task_for("Van wie is de grond?", "2026-12-01", of_pond));
    const auto hedge_cables = desk.put(task_for("Waar liggen kabels?", "2026-12-08", of_hedge));
    CHECK(next_of(desk.state) == Next{NextKind::fact_finding, "Van wie is de grond?", "Piet", "2026-12-01", pond_ground});

    desk.open(Step::choice);
    desk.put(Decider{DecisionMaker::client, {}, {}});
    Choice choice;
    choice.outcome = ChoiceOutcome::chosen;
    choice.idea = of_hedge;
    choice.reason = "Kan meteen";
    choice.method = ChoiceMethod::decision;
    choice.decided_by = "De directie";
    desk.put(choice);
    CHECK(next_of(desk.state).entry == hedge_cables);
}

TEST_CASE("A session that gave its result or whose step is over is not next, and neither is an opening that was measured", "[trajectory]") {
    auto desk = of_a_place();
    desk.put(session_on("2026-12-15"));
    for (const auto step : {Step::session, Step::choice}) desk.open(step);
    CHECK(next_of(desk.state) == Next{});
    auto second = session_on("2027-02-01");
    second.purpose = SessionPurpose::choice;
    const auto deepening = desk.put(second);
    CHECK(next_of(desk.state).entry == deepening);

    for (const auto step : {Step::plan, Step::opening}) desk.open(step);
    Opening opening;
    opening.held_on = "2027-05-01";
    const auto party = desk.put(opening);
    CHECK(next_of(desk.state) == Next{NextKind::opening, {}, "Anna", "2027-05-01", party});
    opening.people = 60;
    desk.change(party, opening);
    CHECK(next_of(desk.state) == Next{});
}

TEST_CASE("Upkeep is next on its first turn after the last that was done, over months and years, until it ends", "[trajectory]") {
    auto desk = of_a_place();
    Upkeep work{"Water geven", 1, "2027-05-31", "2028-05-31", "Terreinbeheer", {}, {}};
    const auto watering = desk.put(work);
    CHECK(next_of(desk.state) == Next{});  // not before step 5
    for (const auto step : {Step::session, Step::choice, Step::plan, Step::opening}) desk.open(step);
    CHECK(next_of(desk.state) == Next{NextKind::upkeep, "Water geven", "Terreinbeheer", "2027-05-31", watering});

    const auto done = [&](const Day& turn) {
        work.done_on = turn;
        desk.change(watering, work);
        return next_of(desk.state).due;
    };
    CHECK(done("2027-05-31") == "2027-06-30");
    CHECK(done("2028-01-31") == "2028-02-29");
    CHECK(done("2028-05-30") == "2028-05-31");
    CHECK(done("2028-05-31") == "");
    desk.say(UndoEvent{desk.state.version});
    CHECK(next_of(desk.state).due == "2028-05-31");

    CHECK(done("2027-05-31") == "2027-06-30");
    desk.say(EndTrajectory{Outcome::finished, "Klaar", 0});
    CHECK(next_of(desk.state).due == "2027-06-30");
}

TEST_CASE("A turn of upkeep that was missed stays next whatever else changes", "[trajectory]") {
    auto desk = of_a_place();
    Upkeep work{"Water geven", 1, "2027-05-31", "2027-08-31", "Terreinbeheer", {}, "2027-05-31"};
    const auto watering = desk.put(work);
    for (const auto step : {Step::session, Step::choice, Step::plan, Step::opening}) desk.open(step);
    const auto after = [&](Time day) {
        desk.now = day;
        desk.say(HandOver{desk.state.facilitator == "Anna" ? "Noor" : "Anna"});
        return next_of(desk.state).due;
    };
    CHECK(after(at_day(2027, 6, 29)) == "2027-06-30");
    CHECK(after(at_day(2027, 7, 15)) == "2027-06-30");
    CHECK(after(at_day(2029, 1, 1)) == "2027-06-30");

    // Nobody said of any that it was done: the latest is, and not all of them one by one.
    desk.now = at_day(2027, 5, 1);
    work.done_on.clear();
    desk.change(watering, work);
    CHECK(after(at_day(2027, 5, 2)) == "2027-05-31");
    CHECK(after(at_day(2027, 5, 31)) == "2027-05-31");
    CHECK(after(at_day(2027, 6, 29)) == "2027-05-31");
    CHECK(after(at_day(2027, 7, 15)) == "2027-06-30");
    CHECK(after(at_day(2029, 1, 1)) == "2027-08-31");
    // So is what comes once.
    work.every_months = 0;
    desk.change(watering, work);
    CHECK(after(at_day(2029, 1, 2)) == "2027-05-31");
    work.done_on = "2027-05-31";
    desk.change(watering, work);
    CHECK(next_of(desk.state) == Next{});
}

TEST_CASE("Nothing is next where it was no match", "[trajectory]") {
    auto desk = of_a_place();
    desk.put(session_on("2027-01-20"));
    desk.say(EndTrajectory{Outcome::no_match, "Geen plek", 0});
    CHECK(next_of(desk.state) == Next{});
}

}  // namespace next_test
}  // namespace kiemkring::domain::trajectory
