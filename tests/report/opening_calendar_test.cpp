// The party and the upkeep for calendars.
#include <catch2/catch.hpp>

#include "report/opening_calendar.h"
#include "report/trajectory_calendar.h"

namespace kiemkring::report {
namespace opening_calendar_test {

using namespace domain::trajectory;

TEST_CASE("Upkeep comes back for years and names a function, and no work without a day is in it", "[report][trajectory]") {
    Trajectory trajectory;
    trajectory.id = "0123456789abcdef";
    Place place;
    place.name = "De Linde";
    trajectory.entries[{1}] = {place, 1, 1, {}};
    trajectory.entries[{2}] = {Upkeep{"Snoeien", 6, "2030-02-01", "2036-02-01", "Terreinbeheer", "beheer@delinde.example"}, 5, 1, {}};
    trajectory.entries[{3}] = {Upkeep{"Ooit", 1, "", "", "Iemand", ""}, 6, 1, {}};
    const auto text = calendar("De Linde", upkeep_of(trajectory));
    CHECK(text.find("SUMMARY:Snoeien: De Linde") != std::string::npos);
    CHECK(text.find("INTERVAL=6") != std::string::npos);
    CHECK(text.find("UNTIL=20360201") != std::string::npos);
    CHECK(text.find("DESCRIPTION:Terreinbeheer\\nbeheer@delinde.example") != std::string::npos);
    CHECK(text.find("CONTACT:Terreinbeheer\\nbeheer@delinde.example") != std::string::npos);
    CHECK(text.find("Ooit") == std::string::npos);
}

TEST_CASE("Upkeep is announced two weeks before, by the calendar and to nobody else", "[report][trajectory]") {
    Trajectory trajectory;
    trajectory.id = "0123456789abcdef";
    trajectory.entries[{2}] = {Upkeep{"Snoeien", 6, "2030-02-01", "", "Terreinbeheer", "beheer@delinde.example"}, 5, 1, {}};
    // Also in the feed of all that is planned.
    for (const auto& text : {calendar("De Linde", upkeep_of(trajectory)), calendar_of(trajectory)}) {
        CAPTURE(text);
        const auto alarm = text.find("BEGIN:VALARM");
        REQUIRE(alarm != std::string::npos);
        CHECK(text.find("ACTION:DISPLAY", alarm) != std::string::npos);
        CHECK(text.find("TRIGGER:-P13DT15H", alarm) != std::string::npos);  // nine in the morning of the day two weeks before
        CHECK(text.find("DESCRIPTION:Snoeien", alarm) != std::string::npos);
        CHECK(text.find("beheer@delinde.example") < alarm);
        for (const auto* sent : {"ATTENDEE", "ORGANIZER", "METHOD", "ACTION:EMAIL"}) CHECK(text.find(sent) == std::string::npos);
    }
    // What comes once is due in the feed, and is counted from that day.
    trajectory.entries[{2}] = {Upkeep{"Wieden", 0, "2030-02-01", "", "Terreinbeheer", ""}, 5, 1, {}};
    CHECK(calendar_of(trajectory).find("TRIGGER;RELATED=END:-P13DT15H") != std::string::npos);
    trajectory.entries[{2}] = {Task{.what = "Bellen", .due = "2030-02-01"}, 5, 1, {}};
    CHECK(calendar_of(trajectory).find("VALARM") == std::string::npos);
}

TEST_CASE("The party is in the calendar once its day is known", "[report][trajectory]") {
    Trajectory trajectory;
    Opening opening;
    opening.location = "Hal 2";
    trajectory.entries[{1}] = {opening, 1, 1, {}};
    CHECK(calendar("", party_of(trajectory)).find("Hal 2") == std::string::npos);
    opening.held_on = "2030-05-20";
    trajectory.entries[{1}] = {opening, 2, 1, {}};
    const auto invitation = calendar("", party_of(trajectory)), feed = calendar_of(trajectory);
    CHECK(invitation.find("LOCATION:Hal 2") != std::string::npos);
    // Whoever has both sees it once.
    const auto from = invitation.find("UID:");
    CHECK(feed.find(invitation.substr(from, invitation.find("\r\n", from) + 2 - from)) != std::string::npos);
    CHECK(feed.find("LOCATION:Hal 2") == feed.rfind("LOCATION:Hal 2"));
    CHECK(feed.find("LOCATION:Hal 2") != std::string::npos);
}

TEST_CASE("What was not found out of an idea that was not chosen is not in the calendar", "[report][trajectory]") {
    Trajectory trajectory;
    trajectory.entries[{1}] = {Idea{}, 1, 1, {}};
    trajectory.entries[{2}] = {Idea{}, 2, 1, {}};
    trajectory.entries[{3}] = {Task{.what = "Waar liggen kabels?", .due = "2030-02-01", .idea = {1}}, 3, 1, {}};
    trajectory.entries[{4}] = {Task{.what = "Van wie is de grond?", .due = "2030-02-01", .idea = {2}}, 4, 1, {}};
    const auto holds = [&](std::string_view what) { return calendar_of(trajectory).find(what) != std::string::npos; };
    CHECK(holds("kabels"));
    CHECK(holds("grond"));
    Choice choice;
    choice.outcome = ChoiceOutcome::chosen;
    choice.idea = {1};
    trajectory.entries[{5}] = {choice, 5, 1, {}};
    CHECK(holds("kabels"));
    CHECK_FALSE(holds("grond"));
    std::get<Task>(trajectory.entries[{4}].entry).state = TaskState::done;
    CHECK(holds("grond"));
}

}  // namespace opening_calendar_test
}  // namespace kiemkring::report
