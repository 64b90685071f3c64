// The rules of a trajectory: entries merged field by field, what opens a step, undo that never takes back what somebody else did.
#include <catch2/catch.hpp>

#include <algorithm>

#include "domain/trajectory/approach.h"
#include "domain/trajectory/decide.h"
#include "domain/trajectory/reasons.h"

namespace kiemkring::domain::trajectory {
namespace {

constexpr const char* today = "2026-11-28";

struct Desk {
    Trajectory state;

    /// Does it, or gives the reason.
    std::optional<Refusal> say(const Command& command) {
        const auto event = decide(state, command, today);
        if (!event) return event.error();
        const auto* undo = std::get_if<UndoEvent>(&command);
        evolve(state, {state.version + 1, Time{}, 1, std::to_string(state.version), undo ? undo->version : Version{}, *event});
        return std::nullopt;
    }
    EntryId put(Entry entry) {
        REQUIRE_FALSE(say(PutEntry{{}, std::nullopt, std::move(entry)}));
        return state.last_entry;
    }
    template <class T>
    T& get(EntryId id) { return std::get<T>(state.entries.at(id).entry); }
};

Place park(std::string name) {
    Place place;
    place.name = std::move(name);
    place.sort = PlaceKind::business_park;
    return place;
}

Contact contact(std::string name, ContactRole role, std::int64_t hours) {
    Contact one;
    one.name = std::move(name);
    one.role = role;
    one.hours_a_week = hours;
    return one;
}

Factor factor(std::string name, Colour colour) {
    Factor one;
    one.name = std::move(name);
    one.colour = colour;
    return one;
}

std::vector<Lack> lacks(const Trajectory& state) {
    std::vector<Lack> found;
    for (const auto& one : missing(state, state.progress.step)) found.push_back(one.what);
    return found;
}

/// Everything the green date asks for, on a business park.
Desk complete_park() {
    Desk desk;
    desk.put(park("De Vlinder"));
    desk.put(Company{"Bakkerij Van Veen", {}, {}});
    desk.put(Company{"Drukkerij Smit", {}, {}});
    desk.put(contact("Noor", ContactRole::contact_person, 3));
    desk.put(contact("Kees", ContactRole::park_manager, 0));
    desk.put(Support{10'400'00, 20'000'00, "De vereniging", "In het weekbericht", {}});
    for (auto& one : factors_of(proposed_approach(), "nl")) {
        one.colour = Colour::green;
        desk.put(one);
    }
    return desk;
}

}  // namespace

TEST_CASE("Two desks that write in different fields of one entry both keep what they wrote", "[trajectory]") {
    Desk desk;
    const auto id = desk.put(park("De Vlinder"));
    const auto seen = desk.get<Place>(id);
    auto mine = seen, theirs = seen;
    mine.address = "Vlinderweg 1";
    theirs.funder = "Gemeente";
    CHECK_FALSE(desk.say(PutEntry{id, seen, mine}));
    CHECK_FALSE(desk.say(PutEntry{id, seen, theirs}));
    CHECK(desk.get<Place>(id).address == "Vlinderweg 1");
    CHECK(desk.get<Place>(id).funder == "Gemeente");
}

TEST_CASE("Two desks that write in one field: the second is told which, and nothing is overwritten", "[trajectory]") {
    Desk desk;
    const auto id = desk.put(park("De Vlinder"));
    const auto seen = desk.get<Place>(id);
    auto mine = seen, theirs = seen;
    mine.name = "Park De Vlinder";
    theirs.name = "Vlinderpark";
    CHECK_FALSE(desk.say(PutEntry{id, seen, mine}));
    CHECK(desk.say(PutEntry{id, seen, theirs}) == Refusal{Reason::changed_meanwhile, "name"});
    CHECK(desk.get<Place>(id).name == "Park De Vlinder");
    CHECK(desk.say(RemoveEntry{id, seen}) == Refusal{Reason::changed_meanwhile, ""});
    CHECK(desk.say(PutEntry{id, mine, mine}) == Refusal{Reason::already, ""});
    CHECK(desk.say(PutEntry{{99}, mine, mine}) == Refusal{Reason::not_found, ""});
    CHECK(desk.say(PutEntry{id, Company{"x", {}, {}}, Company{"y", {}, {}}}) == Refusal{Reason::wrong_kind, ""});
    CHECK(desk.say(PutEntry{{}, std::nullopt, park("Nog een")}) == Refusal{Reason::too_many, ""});
}

TEST_CASE("Numbers out of their bounds and days gone by are refused at their field", "[trajectory][bad-input]") {
    Desk desk;
    auto place = park("De Vlinder");
    place.area_m2 = -1;
    CHECK(desk.say(PutEntry{{}, std::nullopt, place}) == Refusal{Reason::negative, "area_m2"});
    place.area_m2 = 10'000'001;
    CHECK(desk.say(PutEntry{{}, std::nullopt, place}) == Refusal{Reason::too_large, "area_m2"});
    CHECK(desk.say(PutEntry{{}, std::nullopt, Support{-1, 0, {}, {}, {}}}) == Refusal{Reason::negative, "fee"});
    CHECK(desk.say(PutEntry{{}, std::nullopt, Support{0, 200'000'000'000, {}, {}, {}}}) == Refusal{Reason::too_large, "budget"});
    CHECK(desk.say(PutEntry{{}, std::nullopt, contact("Noor", ContactRole::other, 81)}) == Refusal{Reason::too_large, "hours_a_week"});
    CHECK(desk.say(PutEntry{{}, std::nullopt, NextAction{"Bellen", "Noor", "2026-11-27"}}) == Refusal{Reason::in_the_past, "due"});
    CHECK(desk.state.version == 0);
    const auto id = desk.put(NextAction{"Bellen", "Noor", today});
    // What became overdue can be written about without another day.
    evolve(desk.state, {2, Time{}, 1, "x", 0, EntrySet{id, desk.get<NextAction>(id), NextAction{"Bellen", "Noor", "2026-11-01"}}});
    CHECK_FALSE(desk.say(PutEntry{id, desk.get<NextAction>(id), NextAction{"Bellen", "Kees", "2026-11-01"}}));
}

TEST_CASE("A park needs two companies and somebody who speaks for it, one company does not", "[trajectory]") {
    Desk desk;
    const auto id = desk.put(park("De Vlinder"));
    desk.put(Company{"Bakkerij Van Veen", {}, {}});
    desk.put(factor("Geld", Colour::amber));
    CHECK(lacks(desk.state) == std::vector{Lack::park_manager, Lack::second_company, Lack::contact_person, Lack::budget,
                                           Lack::communication, Lack::factor});
    auto company = desk.get<Place>(id);
    company.sort = PlaceKind::company;
    CHECK_FALSE(desk.say(PutEntry{id, desk.get<Place>(id), company}));
    CHECK(lacks(desk.state) == std::vector{Lack::contact_person, Lack::budget, Lack::communication, Lack::factor});
    desk.put(contact("Noor", ContactRole::contact_person, 0));
    CHECK(lacks(desk.state) == std::vector{Lack::hours, Lack::budget, Lack::communication, Lack::factor});
}

TEST_CASE("All green opens step 2, otherwise only a written reason does, and it is kept", "[trajectory]") {
    Desk green = complete_park();
    CHECK(lacks(green.state).empty());
    CHECK_FALSE(green.say(OpenStep{Step::session, {}}));
    CHECK(green.state.progress == Progress{Step::session, Outcome::running, {}, 0});

    Desk amber = complete_park();
    amber.put(factor("Buren", Colour::red));
    CHECK(amber.say(OpenStep{Step::session, {}}) == Refusal{Reason::not_complete, "reason"});
    CHECK(amber.say(OpenStep{Step::choice, "Toch"}) == Refusal{Reason::step_not_next, ""});
    CHECK_FALSE(amber.say(OpenStep{Step::session, "De buren komen naar de sessie"}));
    CHECK(amber.state.progress.reason == "De buren komen naar de sessie");
    CHECK(amber.say(EndTrajectory{Outcome::no_match, "Toch niet", 0}) == Refusal{Reason::step_not_next, ""});
    CHECK(amber.say(PutEntry{{}, std::nullopt, PlanVersion{}}) == Refusal{Reason::step_not_next, "ready"});
    CHECK(amber.say(ReopenStep{Step::green_date, {}}) == Refusal{Reason::reason_needed, "reason"});
    CHECK_FALSE(amber.say(ReopenStep{Step::green_date, "Een bedrijf is weg"}));
    CHECK(amber.state.progress.step == Step::green_date);
}

namespace {

/// As the server begins one: all of it in one command.
Desk begun() {
    Desk desk;
    const auto add = [&](Entry entry) {
        const auto& state = desk.state;
        evolve(desk.state, {state.version + 1, base::Time{std::chrono::hours{1}}, 1, "begin", 0,
                            EntrySet{state.last_entry.next(), std::nullopt, std::move(entry)}});
    };
    add(park("De Vlinder"));
    for (auto& entry : first_entries(proposed_approach(), "nl")) add(std::move(entry));
    return desk;
}
bool lacks_a_factor(const Trajectory& state) { return std::ranges::count(lacks(state), Lack::factor_gone) > 0; }

}  // namespace

TEST_CASE("A factor of the approach stays, one of their own may go again", "[trajectory]") {
    Desk desk = begun();
    const auto first = desk.state.all<Factor>().front().first;
    CHECK(desk.state.first_factors.size() == 7);
    CHECK(desk.say(RemoveEntry{first, desk.state.entries.at(first).entry}) == Refusal{Reason::of_approach, ""});
    // Nor does it go because it is called otherwise, or by taking back that it came.
    CHECK(desk.say(UndoEvent{2}) == Refusal{Reason::of_approach, ""});
    CHECK_FALSE(desk.say(PutEntry{first, desk.state.entries.at(first).entry, factor("Een naam", Colour::red)}));
    CHECK(desk.say(RemoveEntry{first, desk.state.entries.at(first).entry}) == Refusal{Reason::of_approach, ""});

    const auto own = desk.put(factor("Buren", Colour::red));
    const auto added = desk.state.version;
    CHECK_FALSE(desk.say(RemoveEntry{own, desk.state.entries.at(own).entry}));
    CHECK_FALSE(desk.say(UndoEvent{desk.state.version}));
    CHECK_FALSE(desk.say(UndoEvent{added}));
    CHECK(desk.state.all<Factor>().size() == 7);
    CHECK_FALSE(lacks_a_factor(desk.state));
}

TEST_CASE("A factor of the approach that was taken away before this was refused is missing until it is back", "[trajectory]") {
    Desk desk = begun();
    const auto gone = desk.state.all<Factor>().front().first;
    const auto taken = desk.state.version + 1;
    evolve(desk.state, {taken, Time{}, 1, "old", 0, EntrySet{gone, desk.state.entries.at(gone).entry, std::nullopt}});
    for (const auto& [id, one] : desk.state.all<Factor>()) {
        auto now = *one;
        now.colour = Colour::green;
        REQUIRE_FALSE(desk.say(PutEntry{id, Entry{*one}, now}));
    }
    const auto missing_now = missing(desk.state, Step::green_date);
    CHECK(std::ranges::count(missing_now, Missing{Lack::factor_gone, gone}) == 1);
    CHECK(std::ranges::count(missing_now, Lack::factor, &Missing::what) == 0);
    CHECK(desk.say(OpenStep{Step::session, {}}) == Refusal{Reason::not_complete, "reason"});
    CHECK_FALSE(desk.say(UndoEvent{taken}));
    CHECK_FALSE(lacks_a_factor(desk.state));
    CHECK(desk.say(UndoEvent{desk.state.version}) == Refusal{Reason::of_approach, ""});
    CHECK_FALSE(desk.say(OpenStep{Step::session, "Drie is genoeg"}));
}

TEST_CASE("What is said of a factor has the day on which it was said, whatever is corrected later", "[trajectory]") {
    Desk desk = begun();
    const auto [id, unused] = desk.state.all<Factor>().front();
    const auto say_at = [&](int hour, OrganiserId by, auto change) {
        auto now = desk.get<Factor>(id);
        const Entry was = now;
        change(now);
        evolve(desk.state, {desk.state.version + 1, base::Time{std::chrono::hours{hour}}, by, "k" + std::to_string(hour), 0, EntrySet{id, was, now}});
        const auto& kept = desk.state.entries.at(id);
        return std::pair{kept.noted_at, kept.noted_by};
    };
    const auto at = [](int hour) { return base::Time{std::chrono::hours{hour}}; };
    CHECK(desk.state.entries.at(id).noted_at == at(1));
    CHECK(say_at(5, 2, [](Factor& one) { one.colour = Colour::green; }) == std::pair{at(5), OrganiserId{2}});
    CHECK(say_at(6, 3, [](Factor& one) { one.question = "Is er iemand?"; }) == std::pair{at(5), OrganiserId{2}});
    CHECK(say_at(7, 3, [](Factor& one) { one.said_by = "Noor"; }) == std::pair{at(7), OrganiserId{3}});
    CHECK(say_at(8, 1, [](Factor& one) { one.note = "Elke dinsdag"; }) == std::pair{at(8), OrganiserId{1}});
}

TEST_CASE("Every step keeps the reason with which it was opened, whatever came later", "[trajectory]") {
    Desk desk;
    desk.put(park("De Vlinder"));
    using Reasons = std::vector<StepReasons>;
    CHECK(reasons_of(desk.state).empty());
    REQUIRE_FALSE(desk.say(OpenStep{Step::session, "De gemeente wacht"}));
    const auto opened = desk.state.version;
    REQUIRE_FALSE(desk.say(OpenStep{Step::choice, "De rest komt later"}));
    const StepReasons two{Step::session, "De gemeente wacht", {}}, three{Step::choice, "De rest komt later", {}};
    CHECK(reasons_of(desk.state) == Reasons{two, three});
    // An end has its reason in the progress, and says nothing of a step.
    REQUIRE_FALSE(desk.say(EndTrajectory{Outcome::stopped, "Het geld is op", 0}));
    CHECK(reasons_of(desk.state) == Reasons{two, three});
    REQUIRE_FALSE(desk.say(ReopenStep{Step::choice, "Er is weer geld"}));
    CHECK(reasons_of(desk.state) == Reasons{two, {Step::choice, "De rest komt later", "Er is weer geld"}});
    // Going back closes what is later; taking that back brings it back, and so on.
    REQUIRE_FALSE(desk.say(ReopenStep{Step::session, "Nog een sessie"}));
    const Reasons back{{Step::session, "De gemeente wacht", "Nog een sessie"}};
    CHECK(reasons_of(desk.state) == back);
    REQUIRE_FALSE(desk.say(UndoEvent{desk.state.version}));
    CHECK(reasons_of(desk.state) == Reasons{two, {Step::choice, "De rest komt later", "Er is weer geld"}});
    REQUIRE_FALSE(desk.say(UndoEvent{desk.state.version}));
    CHECK(reasons_of(desk.state) == back);
    REQUIRE_FALSE(desk.say(OpenStep{Step::choice, "Nu echt"}));
    CHECK(reasons_of(desk.state) == Reasons{two, {Step::choice, "Nu echt", {}}});
    CHECK(desk.say(UndoEvent{opened}) == Refusal{Reason::changed_meanwhile, ""});

    // A step whose opening was taken back was not opened with a reason.
    Desk other;
    other.put(park("Bergerveld"));
    REQUIRE_FALSE(other.say(OpenStep{Step::session, "De gemeente wacht"}));
    REQUIRE_FALSE(other.say(UndoEvent{other.state.version}));
    CHECK(reasons_of(other.state).empty());
}

TEST_CASE("No match ends it with a reason and records the refund, never more than the fee", "[trajectory]") {
    Desk desk;
    desk.put(park("De Vlinder"));
    desk.put(Support{10'400'00, 0, {}, {}, {}});
    CHECK(desk.say(EndTrajectory{Outcome::no_match, {}, 9'000'00}) == Refusal{Reason::reason_needed, "reason"});
    CHECK(desk.say(EndTrajectory{Outcome::no_match, "Te weinig mensen", 10'400'01}) == Refusal{Reason::too_large, "refund"});
    CHECK(desk.say(EndTrajectory{Outcome::stopped, "Te weinig mensen", 1}) == Refusal{Reason::too_large, "refund"});
    CHECK(desk.say(EndTrajectory{Outcome::finished, {}, 0}) == Refusal{Reason::step_not_next, ""});
    CHECK_FALSE(desk.say(EndTrajectory{Outcome::no_match, "Te weinig mensen", 9'000'00}));
    CHECK(summary_of(desk.state).refund == 9'000'00);
    CHECK(desk.say(OpenStep{Step::session, "Toch"}) == Refusal{Reason::ended, ""});
    CHECK_FALSE(desk.say(UndoEvent{desk.state.version}));
    CHECK(desk.state.progress.outcome == Outcome::running);
}

TEST_CASE("Every event can be taken back, unless somebody changed the same thing since", "[trajectory]") {
    Desk desk = complete_park();
    const auto before = desk.state.entries;
    const auto id = desk.put(Company{"Garage Bos", {}, {}});
    const auto added = desk.state.version;
    CHECK_FALSE(desk.say(PutEntry{id, desk.get<Company>(id), Company{"Garage De Bos", {}, {}}}));
    CHECK(desk.say(UndoEvent{added}) == Refusal{Reason::changed_meanwhile, ""});
    CHECK_FALSE(desk.say(UndoEvent{desk.state.version}));
    CHECK(desk.get<Company>(id).name == "Garage Bos");
    CHECK_FALSE(desk.say(UndoEvent{added}));
    CHECK_FALSE(desk.state.entries.contains(id));
    CHECK(desk.state.entries == before);
    CHECK_FALSE(desk.say(HandOver{"Noor"}));
    CHECK_FALSE(desk.say(Archive{true}));
    CHECK(desk.say(Archive{true}) == Refusal{Reason::already, ""});
    CHECK_FALSE(desk.say(UndoEvent{desk.state.version}));
    CHECK_FALSE(desk.state.is_archived);
    CHECK(desk.say(UndoEvent{10'000}) == Refusal{Reason::nothing_to_undo, ""});
    CHECK(summary_of(desk.state).companies == 2);
    CHECK(summary_of(desk.state).green == 7);
}

TEST_CASE("Who is erased is in nothing that happened, and is not brought back", "[trajectory]") {
    Desk desk = complete_park();
    const auto id = desk.put(contact("Samira Haddad", ContactRole::other, 0));
    auto other = desk.get<Contact>(id);
    other.phone = "0612345678";
    CHECK_FALSE(desk.say(PutEntry{id, desk.get<Contact>(id), other}));
    const auto set_at = desk.state.version;
    CHECK_FALSE(desk.say(EraseEntry{id}));
    CHECK(desk.say(UndoEvent{desk.state.version}) == Refusal{Reason::nothing_to_undo, ""});
    CHECK(desk.say(UndoEvent{set_at}) == Refusal{Reason::nothing_to_undo, ""});
    for (const auto& happened : desk.state.recent)
        if (const auto* set = std::get_if<EntrySet>(&happened.what); set && set->id == id)
            CHECK(std::get<Contact>(*set->now) == Contact{});
    CHECK(desk.say(EraseEntry{desk.state.entries.begin()->first}) == Refusal{Reason::wrong_kind, ""});
}

TEST_CASE("Who was taken away can still be erased, and is not put back afterwards", "[trajectory]") {
    Desk desk;
    desk.put(park("De Vlinder"));
    const auto id = desk.put(contact("Samira Haddad", ContactRole::other, 0));
    const auto samira = desk.get<Contact>(id);
    const auto company = desk.put(Company{"Bakkerij Van Veen", {}, {}});
    CHECK(desk.say(PutEntry{{99}, std::nullopt, samira}) == Refusal{Reason::not_found, ""});
    CHECK_FALSE(desk.say(RemoveEntry{id, samira}));
    CHECK_FALSE(desk.say(RemoveEntry{company, desk.get<Company>(company)}));

    // It comes back under its number, once, and as the kind that it was.
    CHECK(desk.say(PutEntry{id, std::nullopt, Company{"x", {}, {}}}) == Refusal{Reason::wrong_kind, ""});
    CHECK(desk.say(PutEntry{id, samira, contact("Samira", ContactRole::other, 0)}) == Refusal{Reason::not_found, ""});
    CHECK_FALSE(desk.say(PutEntry{id, std::nullopt, samira}));
    CHECK(desk.say(PutEntry{id, std::nullopt, samira}) == Refusal{Reason::changed_meanwhile, ""});
    CHECK(desk.get<Contact>(id) == samira);
    CHECK(desk.state.taken_away.size() == 1);

    CHECK_FALSE(desk.say(RemoveEntry{id, samira}));
    // Also when that was so long ago that it is not told any more.
    for (std::size_t i = 0; i < recent_max; ++i) CHECK_FALSE(desk.say(HandOver{std::to_string(i)}));
    CHECK(desk.say(EraseEntry{company}) == Refusal{Reason::wrong_kind, ""});
    CHECK_FALSE(desk.say(EraseEntry{id}));
    CHECK(desk.say(EraseEntry{id}) == Refusal{Reason::not_found, ""});
    CHECK(desk.say(PutEntry{id, std::nullopt, samira}) == Refusal{Reason::not_found, ""});
    CHECK_FALSE(desk.state.entries.contains(id));
}

TEST_CASE("The fee does not go below what was paid back, by no way round", "[trajectory][bad-input]") {
    Desk desk;
    desk.put(park("De Vlinder"));
    const auto id = desk.put(Support{10'400'00, 0, {}, {}, {}});
    const auto full = desk.get<Support>(id);
    auto less = full;
    less.fee = 8'000'00;
    const Refusal below{Reason::below_refund, "fee"};
    CHECK_FALSE(desk.say(EndTrajectory{Outcome::no_match, "Te weinig mensen", 9'000'00}));
    CHECK(desk.say(PutEntry{id, full, less}) == below);
    CHECK(desk.say(RemoveEntry{id, full}) == below);
    CHECK_FALSE(desk.say(ReopenStep{Step::green_date, "Toch"}));
    const auto reopened = desk.state.version;
    CHECK_FALSE(desk.say(PutEntry{id, full, less}));
    CHECK(desk.say(UndoEvent{reopened}) == below);
    CHECK(desk.state.progress.refund == 0);
    // What else stands there can be changed.
    auto other = less;
    other.paid_by = "De vereniging";
    CHECK_FALSE(desk.say(PutEntry{id, less, other}));
}

TEST_CASE("Undo brings back no second one of a kind, and nothing over what somebody set since", "[trajectory]") {
    Desk desk;
    desk.put(park("De Vlinder"));
    const auto id = desk.put(NextAction{"Bellen", "Noor", today});
    CHECK_FALSE(desk.say(RemoveEntry{id, desk.get<NextAction>(id)}));
    const auto done = desk.state.version;
    desk.put(NextAction{"Mailen", "Kees", today});
    CHECK(desk.say(UndoEvent{done}) == Refusal{Reason::too_many, ""});

    const auto one = desk.put(factor("Geld", Colour::amber));
    const auto set = [&](Colour colour) { CHECK_FALSE(desk.say(PutEntry{one, desk.get<Factor>(one), factor("Geld", colour)})); };
    set(Colour::green);
    const auto anna = desk.state.version;
    set(Colour::red);
    set(Colour::green);
    CHECK(desk.say(UndoEvent{anna}) == Refusal{Reason::changed_meanwhile, ""});
    CHECK(desk.get<Factor>(one).colour == Colour::green);
}

}  // namespace kiemkring::domain::trajectory
