// A trajectory as a file, and made again out of it: the words and figures come along, and nothing that only its server knew.
#include <catch2/catch.hpp>

#include "domain/trajectory/dossier.h"

namespace kiemkring::domain::trajectory {
namespace dossier_test {

Trajectory with(std::vector<std::pair<std::uint32_t, Entry>> entries) {
    Trajectory made;
    made.id = "00000000000000aa";
    for (auto& [id, entry] : entries) evolve(made, {made.version + 1, Time{}, 1, "k", 0, EntrySet{{id}, std::nullopt, std::move(entry)}});
    return made;
}
Place place(std::string name = "De Hoef") {
    Place one;
    one.name = std::move(name);
    return one;
}
Trajectory made_of(const std::vector<Event>& events) {
    Trajectory made;
    for (const auto& event : events) evolve(made, {made.version + 1, Time{}, 1, "k", 0, event});
    return made;
}
Trajectory again(const Trajectory& before) { return made_of(events_of(file_of(before)).value()); }

TEST_CASE("A dossier is made again with its own words, in numbers of its own", "[trajectory][dossier]") {
    Idea bench;
    bench.name = "Een bank";
    bench.session = "00000000000000bb";
    bench.number = 4;
    Criterion time;
    time.name = "Tijd";
    Mark mark;
    mark.idea = {20}, mark.criterion = {30};
    mark.summary = "3 maanden";
    Decider decider;
    Choice choice;
    choice.outcome = ChoiceOutcome::chosen;
    choice.idea = {20};
    choice.reason = "Dichtbij";
    Support support;
    support.fee = 1'000'00;
    auto before = with({{5, place()}, {6, support}, {20, bench}, {30, time}, {31, decider}, {40, mark}, {41, choice}});
    before.progress = {Step::plan, Outcome::running, "Toch", 0};
    before.facilitator = "Bram";
    before.is_archived = true;

    const auto made = again(before);
    CHECK(made.entries.size() == before.entries.size());
    CHECK(made.one<Place>()->name == "De Hoef");
    CHECK(made.one<Idea>()->session.empty());
    CHECK(made.one<Idea>()->number == 0);
    const auto idea = made.all<Idea>()[0].first;
    CHECK(idea == EntryId{3});
    CHECK(made.one<Mark>()->idea == idea);
    CHECK(made.one<Mark>()->criterion == made.all<Criterion>()[0].first);
    CHECK(made.one<Choice>()->idea == idea);
    CHECK(made.progress == before.progress);
    CHECK(made.facilitator == "Bram");
    CHECK(made.is_archived);
    // And once more it is the same.
    CHECK(again(made).entries.size() == made.entries.size());
}

TEST_CASE("The factors of a file are those with which its trajectory begins", "[trajectory][dossier]") {
    Factor money;
    money.name = "Geld";
    const auto made = again(with({{5, place()}, {6, money}}));
    const auto [id, factor] = made.all<Factor>().front();
    CHECK(made.first_factors == std::set{id});
    CHECK(decide(made, RemoveEntry{id, Entry{*factor}}, "2026-11-28").error() == Refusal{Reason::of_approach, ""});
}

TEST_CASE("A factor that a desk added before it became a file can be taken away again", "[trajectory][dossier]") {
    Factor money, light;
    money.name = "Geld";
    light.name = "Zon";
    auto before = with({{5, place()}, {6, money}});
    evolve(before, {before.version + 1, Time{}, 1, "another key", 0, EntrySet{{9}, std::nullopt, Entry{light}}});
    CHECK(file_of(before).added_factors == std::vector{EntryId{9}});
    const auto made = again(before);
    REQUIRE(made.all<Factor>().size() == 2);
    const auto first = made.all<Factor>()[0], added = made.all<Factor>()[1];
    CHECK(made.first_factors == std::set{first.first});
    CHECK(decide(made, RemoveEntry{added.first, Entry{*added.second}}, "2026-11-28"));
    CHECK(again(made).first_factors == made.first_factors);

    auto older = file_of(before);
    older.added_factors.clear();
    CHECK(made_of(events_of(older).value()).first_factors.size() == 2);
}

TEST_CASE("What belongs to the server of a dossier does not come along", "[trajectory][dossier]") {
    Confirmation by_link, by_letter;
    by_link.name = "Joost", by_link.what_for = Confirms::ownership, by_link.token_hash = "hash", by_link.answer = Consent::accepted;
    by_link.answered_on = "2026-11-01", by_link.terms_note = "x";
    by_letter.name = "Kees", by_letter.what_for = Confirms::upkeep, by_letter.answer = Consent::accepted, by_letter.letter = "Map 3";
    SessionPlan plan;
    plan.name = "Sessie", plan.session = "00000000000000bb", plan.session_version = 9, plan.taken_note = "1;";
    CalendarFeed feed;
    feed.name = "Bram", feed.token_hash = "hash";
    Mark lost;
    lost.idea = {77}, lost.criterion = {78};
    const auto before = with({{1, place()}, {2, by_link}, {3, by_letter}, {4, plan}, {5, feed}, {6, PlanVersion{1, 5, {}}},
                              {7, Photo{PhotoMoment::before, "Tegels", {}, true, {}}}, {8, lost}});
    for (const auto& one : file_of(before).entries)
        if (const auto* asked = std::get_if<Confirmation>(&one.entry)) CHECK(asked->token_hash.empty());
    const auto made = again(before);
    CHECK(made.entries.size() == 5);
    CHECK(made.all<Confirmation>()[0].second->answer == Consent::not_asked);
    CHECK(made.all<Confirmation>()[0].second->answered_on.empty());
    CHECK(made.all<Confirmation>()[1].second->answer == Consent::accepted);
    CHECK(made.one<SessionPlan>()->session.empty());
    CHECK(made.one<SessionPlan>()->session_version == 0);
    CHECK(made.one<CalendarFeed>()->token_hash.empty());
}

TEST_CASE("A file with more or other than there may be makes nothing", "[trajectory][dossier][bad-input]") {
    const auto fault = [](DossierFile file) { return events_of(std::move(file)).error(); };
    CHECK(fault(file_of(with({{1, Company{"A", {}, {}}}}))) == Refusal{Reason::needed, "name"});
    auto two = file_of(with({{1, place()}}));
    two.entries.push_back({{2}, Time{}, place("Nog een")});
    CHECK(fault(two).reason == Reason::too_many);
    two.entries[1] = {{1}, Time{}, Company{"A", {}, {}}};
    CHECK(fault(two) == Refusal{Reason::already_there, "id"});
    two.entries[1] = {{2}, Time{}, Cost{"Planten", -1, false, 0, {}}};
    CHECK(fault(two) == Refusal{Reason::negative, "amount"});
    auto paid = file_of(with({{1, place()}}));
    paid.progress = {Step::green_date, Outcome::no_match, "Nee", 1};
    CHECK(fault(paid) == Refusal{Reason::too_large, "refund"});
    Criterion time;
    time.name = "Tijd";
    CHECK(fault(file_of(with({{1, place()}, {2, time}, {3, time}}))).reason == Reason::already_there);
}

}  // namespace dossier_test
}  // namespace kiemkring::domain::trajectory
