// Step 4: the plan is ready only when it is complete, as a version of what it was then; links are answered by who has them.
#include <catch2/catch.hpp>

#include <algorithm>

#include "domain/trajectory/plan_rules.h"

namespace kiemkring::domain::trajectory {
namespace plan_test {

struct Table {
    Trajectory state;
    Day today{"2026-11-28"};

    std::optional<Refusal> say(const Command& command, OrganiserId by = 1) {
        const auto event = decide(state, command, today);
        if (!event) return event.error();
        const auto* undo = std::get_if<UndoEvent>(&command);
        evolve(state, {state.version + 1, Time{}, by, std::to_string(state.version), undo ? undo->version : Version{}, *event});
        return std::nullopt;
    }
    EntryId put(Entry entry) {
        REQUIRE_FALSE(say(PutEntry{{}, std::nullopt, std::move(entry)}));
        return state.last_entry;
    }
    template <class T, class Change>
    std::optional<Refusal> change(EntryId id, Change change) {
        auto was = std::get<T>(state.entries.at(id).entry);
        auto now = was;
        change(now);
        return say(PutEntry{id, Entry{was}, Entry{now}});
    }
    template <class T>
    const T& get(EntryId id) { return std::get<T>(state.entries.at(id).entry); }
    std::optional<Refusal> mark_ready() {
        PlanVersion version;
        version.seen = static_cast<std::int64_t>(state.version);
        return say(PutEntry{{}, std::nullopt, version});
    }
    [[nodiscard]] std::vector<Lack> lacks() const {
        std::vector<Lack> found;
        for (const auto& one : missing_in_plan(state, today)) found.push_back(one.what);
        return found;
    }
};

Confirmation asked(Confirms what_for, std::string name) {
    Confirmation one;
    one.name = std::move(name);
    one.what_for = what_for;
    return one;
}

struct WholePlan : Table {
    EntryId plan, cost, cover, agreement, owner, keeper, member;
    WholePlan() {
        state.progress.step = Step::plan;
        Plan p;
        p.goal_note = "Een wilde strook met bankjes.";
        p.spot = "Naast de weegbrug";
        p.contingency_percent = 10;
        plan = put(p);
        cost = put(Cost{"Planten", 200'000, false, 0, "Offerte van de kweker"});
        cover = put(Cover{"Provincie", 220'000, CoverState::promised, {}, {}});
        put(Activity{"Planten", ActivitySort::planting_bare_root, "2026-12-01", "2026-12-05", {}, {}});
        agreement = put(Agreement{"Van Loon Logistiek", "Hoveniersbedrijf Kees", "elke maand", "2031-12-31", {}, {}});
        owner = put(asked(Confirms::ownership, "Joost"));
        keeper = put(asked(Confirms::upkeep, "Kees"));
        member = put(asked(Confirms::working_group, "Mirjam"));
        for (const auto id : {owner, keeper, member}) {
            const auto hash = "hash " + std::to_string(id.value);
            REQUIRE_FALSE(say(MakeLink{id, hash}));
            REQUIRE_FALSE(say(AnswerByLink{hash, Consent::accepted, {}}, 0));
        }
    }
};

bool has(const std::vector<Lack>& lacks, Lack one) { return std::ranges::find(lacks, one) != lacks.end(); }

TEST_CASE("An empty plan says everything that is missing, and cannot be ready", "[trajectory][plan]") {
    Table table;
    table.state.progress.step = Step::plan;
    const auto lacks = table.lacks();
    for (const auto one : {Lack::goal, Lack::spot, Lack::cost, Lack::planning, Lack::working_group, Lack::owner_of_ground, Lack::maintainer,
                           Lack::frequency, Lack::agreement_end, Lack::ownership_confirmed, Lack::upkeep_confirmed})
        CHECK(has(lacks, one));
    CHECK(table.mark_ready() == Refusal{Reason::not_complete, "ready"});
}

TEST_CASE("A whole plan is ready once, and again after it changed", "[trajectory][plan]") {
    WholePlan table;
    REQUIRE(table.lacks().empty());
    CHECK(missing(table.state, Step::plan) == std::vector{Missing{Lack::plan_ready, {}}});
    REQUIRE_FALSE(table.mark_ready());
    CHECK(ready_as(table.state)->number == 1);
    CHECK(missing(table.state, Step::plan).empty());
    CHECK(table.mark_ready()->reason == Reason::already);

    // Tasks and who helps go on beside it.
    Task task;
    task.what = "Kweker bellen";
    task.who = "Mirjam";
    task.due = "2026-12-01";
    table.put(task);
    CHECK(ready_as(table.state));

    REQUIRE_FALSE(table.change<Cost>(table.cost, [](Cost& one) { one.amount = 190'000; }));
    CHECK_FALSE(ready_as(table.state));
    REQUIRE_FALSE(table.mark_ready());
    CHECK(ready_as(table.state)->number == 2);
    REQUIRE_FALSE(table.say(RemoveEntry{table.cost, table.state.entries.at(table.cost).entry}));
    CHECK_FALSE(ready_as(table.state));
}

TEST_CASE("Whoever said yes said so to the explanations as well", "[trajectory][plan]") {
    const auto change = GENERATE(as<void (*)(Agreement&)>{}, [](Agreement& one) { one.ownership_note = "Alleen de strook langs de weg"; },
                                 [](Agreement& one) { one.upkeep_note = "Zonder water geven"; });
    WholePlan table;
    REQUIRE_FALSE(table.change<Agreement>(table.agreement, change));
    CHECK(has(table.lacks(), Lack::ownership_confirmed));
    CHECK(has(table.lacks(), Lack::upkeep_confirmed));
}

TEST_CASE("Whoever said yes said so to what comes there, and where", "[trajectory][plan]") {
    const auto change = GENERATE(as<void (*)(Plan&)>{}, [](Plan& one) { one.spot = "Bij de vaart"; }, [](Plan& one) { one.goal_note = "Een parkeerplaats."; });
    WholePlan table;
    REQUIRE_FALSE(table.change<Plan>(table.plan, change));
    CHECK(table.lacks() == std::vector{Lack::ownership_confirmed, Lack::upkeep_confirmed});
    CHECK(said_yes_to_other(table.state, table.get<Confirmation>(table.owner)));
    REQUIRE_FALSE(table.say(UndoEvent{table.state.version}));
    CHECK(table.lacks().empty());
    // What their pages do not show asks nobody anew.
    REQUIRE_FALSE(table.change<Plan>(table.plan, [](Plan& one) { one.ends_on = "2027-06-30", one.area_m2 = 180; }));
    CHECK(table.lacks().empty());
}

TEST_CASE("A yes that an earlier version kept holds while the agreement is the same", "[trajectory][plan]") {
    const bool with_notes = GENERATE(false, true);
    WholePlan table;
    if (with_notes) REQUIRE_FALSE(table.change<Agreement>(table.agreement, [](Agreement& one) { one.upkeep_note = "Zonder water geven"; }));
    // The number is that of the texts, as it was written then.
    const std::string kept = with_notes ? "Van Loon Logistiek / Hoveniersbedrijf Kees / elke maand / 2031-12-31 / 5185984270806579397"
                                        : "Van Loon Logistiek / Hoveniersbedrijf Kees / elke maand / 2031-12-31";
    for (const auto id : {table.owner, table.keeper}) {
        auto& one = std::get<Confirmation>(table.state.entries.at(id).entry);
        CHECK(one.terms_note != kept);
        one.terms_note = kept;
    }
    CHECK(table.lacks().empty());
    CHECK_FALSE(said_yes_to_other(table.state, table.get<Confirmation>(table.owner)));
    REQUIRE_FALSE(table.change<Agreement>(table.agreement, [](Agreement& one) { one.frequency = "elk jaar"; }));
    CHECK(table.lacks() == std::vector{Lack::ownership_confirmed, Lack::upkeep_confirmed});
    // Who answers anew answers to the place too.
    const auto hash = table.get<Confirmation>(table.owner).token_hash;
    REQUIRE_FALSE(table.say(AnswerByLink{hash, Consent::accepted, {}}, 0));
    CHECK(table.lacks() == std::vector{Lack::upkeep_confirmed});
    REQUIRE_FALSE(table.change<Plan>(table.plan, [](Plan& one) { one.spot = "Bij de vaart"; }));
    CHECK(table.lacks() == std::vector{Lack::ownership_confirmed, Lack::upkeep_confirmed});
}

TEST_CASE("An answer by link is to what its page showed", "[trajectory][plan]") {
    WholePlan table;
    const auto id = table.*GENERATE(&WholePlan::owner, &WholePlan::keeper, &WholePlan::member);
    const auto before = table.get<Confirmation>(id);
    const auto seen = mark_of_terms(table.state, before.what_for);
    const auto says_no = [&](const std::string& mark) { return table.say(AnswerByLink{before.token_hash, Consent::declined, {}, mark}, 0); };
    // Whoever is asked into the group reads no agreement.
    REQUIRE_FALSE(table.change<Agreement>(table.agreement, [](Agreement& one) { one.ownership_note = "Alleen de strook langs de weg"; }));
    CHECK((mark_of_terms(table.state, before.what_for) == seen) == (id == table.member));
    const auto after_agreement = mark_of_terms(table.state, before.what_for);
    REQUIRE_FALSE(table.change<Plan>(table.plan, [](Plan& one) { one.spot = "Bij de vaart"; }));
    for (const auto& mark : {seen, after_agreement, std::string{}}) CHECK(says_no(mark) == Refusal{Reason::changed_meanwhile, "seen"});
    CHECK(table.get<Confirmation>(id) == before);
    CHECK_FALSE(says_no(mark_of_terms(table.state, before.what_for)));
    CHECK(table.get<Confirmation>(id).answer == Consent::declined);
    CHECK(table.get<Confirmation>(id).terms_note == terms_of(table.state));
}

TEST_CASE("Agreements for later block a plan one by one", "[trajectory][plan]") {
    const auto [clear, lack] = GENERATE(table<void (*)(Agreement&), Lack>({
        {[](Agreement& one) { one.owner_of_ground.clear(); }, Lack::owner_of_ground},
        {[](Agreement& one) { one.maintainer.clear(); }, Lack::maintainer},
        {[](Agreement& one) { one.frequency.clear(); }, Lack::frequency},
        {[](Agreement& one) { one.ends_on.clear(); }, Lack::agreement_end},
    }));
    WholePlan table;
    REQUIRE_FALSE(table.change<Agreement>(table.agreement, clear));
    const auto lacks = table.lacks();
    CHECK(has(lacks, lack));
    // They said yes to something else.
    CHECK(has(lacks, Lack::ownership_confirmed));
    CHECK(has(lacks, Lack::upkeep_confirmed));
    CHECK(table.mark_ready()->reason == Reason::not_complete);
}

TEST_CASE("Agreements that are over, or before the plan is, agree nothing", "[trajectory][plan][bad-input]") {
    WholePlan table;
    REQUIRE_FALSE(table.change<Plan>(table.plan, [](Plan& one) { one.ends_on = "2027-06-30"; }));
    const auto until = [&](const char* day) {
        REQUIRE_FALSE(table.change<Agreement>(table.agreement, [&](Agreement& one) { one.ends_on = day; }));
        return std::pair{has(table.lacks(), Lack::agreement_over), has(table.lacks(), Lack::agreement_short)};
    };
    CHECK(until("2026-11-27") == std::pair{true, false});
    CHECK(table.mark_ready()->reason == Reason::not_complete);
    CHECK(until("2026-11-28") == std::pair{false, true});
    CHECK(until("2027-06-29") == std::pair{false, true});
    CHECK(table.mark_ready()->reason == Reason::not_complete);
    CHECK(until("2027-06-30") == std::pair{false, false});
    CHECK_FALSE(has(table.lacks(), Lack::agreement_end));
    // Where nobody knows what day it is nothing is over yet.
    REQUIRE_FALSE(table.change<Agreement>(table.agreement, [&](Agreement& one) { one.ends_on = "2001-01-01"; }));
    const auto without_day = missing_in_plan(table.state);
    CHECK(std::ranges::none_of(without_day, [](const Missing& one) { return one.what == Lack::agreement_over; }));
}

TEST_CASE("Whoever marks a plan ready has seen it as it is", "[trajectory][plan]") {
    WholePlan table;
    PlanVersion version;
    version.seen = static_cast<std::int64_t>(table.state.version);
    REQUIRE_FALSE(table.change<Plan>(table.plan, [](Plan& one) { one.area_m2 = 180; }));
    CHECK(table.say(PutEntry{{}, std::nullopt, version}) == Refusal{Reason::changed_meanwhile, "seen"});
    REQUIRE_FALSE(table.mark_ready());
    const auto marked = table.state.last_entry;
    CHECK(table.change<PlanVersion>(marked, [](PlanVersion& one) { one.note = "anders"; })->reason == Reason::not_by_hand);
    CHECK(table.say(RemoveEntry{marked, table.state.entries.at(marked).entry})->reason == Reason::not_by_hand);
    REQUIRE_FALSE(table.say(UndoEvent{table.state.version}));
    CHECK_FALSE(ready_as(table.state));
}

TEST_CASE("Costs in money, in kind and in hours stay apart, and hope covers nothing", "[trajectory][plan]") {
    WholePlan table;
    auto sums = sums_of(table.state);
    CHECK(sums.needed() == 220'000);
    CHECK(sums.covered() == 220'000);
    table.put(Cost{"Grond omwerken", 50'000, true, 12, "Eigen kraan"});
    sums = sums_of(table.state);
    CHECK(sums.needed() == 220'000);
    CHECK(sums.in_kind == 50'000);
    CHECK(sums.hours == 12);
    REQUIRE_FALSE(table.change<Cover>(table.cover, [](Cover& one) { one.state = CoverState::hoped; }));
    CHECK(has(table.lacks(), Lack::cover));
    CHECK(sums_of(table.state).hoped == 220'000);
}

TEST_CASE("A share for setbacks is rounded up to a whole cent", "[trajectory][plan]") {
    WholePlan table;
    REQUIRE_FALSE(table.change<Cost>(table.cost, [](Cost& one) { one.amount = 101; }));
    CHECK(sums_of(table.state).contingency == 11);
}

TEST_CASE("A link answers as often as wanted until it is withdrawn", "[trajectory][plan]") {
    WholePlan table;
    const auto hash = table.get<Confirmation>(table.owner).token_hash;
    CHECK(table.say(AnswerByLink{hash, Consent::accepted, {}}, 0)->reason == Reason::already);
    REQUIRE_FALSE(table.say(AnswerByLink{hash, Consent::declined, "Toch niet."}, 0));
    CHECK(has(table.lacks(), Lack::ownership_confirmed));
    CHECK(table.get<Confirmation>(table.owner).reply_note == "Toch niet.");
    CHECK(table.say(UndoEvent{table.state.version})->reason == Reason::not_by_hand);
    CHECK(table.say(AnswerByLink{hash, Consent::asked, {}}, 0)->reason == Reason::needed);
    REQUIRE_FALSE(table.say(WithdrawLink{table.owner}));
    CHECK(table.say(WithdrawLink{table.owner})->reason == Reason::already);
    CHECK(table.say(AnswerByLink{hash, Consent::accepted, {}}, 0)->reason == Reason::withdrawn);
    REQUIRE_FALSE(table.say(MakeLink{table.owner, "another"}));
    CHECK(table.say(AnswerByLink{hash, Consent::accepted, {}}, 0)->reason == Reason::not_found);
    CHECK_FALSE(table.say(AnswerByLink{"another", Consent::accepted, {}}, 0));
    CHECK(table.say(AnswerByLink{"", Consent::accepted, {}}, 0)->reason == Reason::not_found);
}

TEST_CASE("A desk says yes for an owner only with a signed letter, and sets no link by hand", "[trajectory][plan]") {
    Table table;
    const auto owner = table.put(asked(Confirms::ownership, "Joost"));
    CHECK(table.change<Confirmation>(owner, [](Confirmation& one) { one.answer = Consent::accepted; }) ==
          Refusal{Reason::not_by_hand, "answer"});
    // Where a letter would lie is no yes: it is attached itself, and to whom it belongs.
    const auto in_map_3 = [](Confirmation& one) { one.letter = "Map 3 in de kast"; };
    table.put(Letter{table.put(asked(Confirms::ownership, "Mien")), {}});
    CHECK(table.change<Confirmation>(owner, in_map_3) == Refusal{Reason::letter_first, "letter"});
    auto with_letter = asked(Confirms::upkeep, "Kees");
    with_letter.letter = "bijgevoegd";
    CHECK(table.say(PutEntry{{}, std::nullopt, with_letter}) == Refusal{Reason::letter_first, "letter"});
    CHECK(table.get<Confirmation>(owner).answer == Consent::not_asked);
    table.put(Letter{owner, {}});
    CHECK(table.get<Confirmation>(owner).answer == Consent::not_asked);
    REQUIRE_FALSE(table.change<Confirmation>(owner, in_map_3));
    CHECK(table.get<Confirmation>(owner).answer == Consent::accepted);
    CHECK(table.get<Confirmation>(owner).answered_on == table.today);
    // Where it lies may be written anew; what they signed stays what it was.
    table.put(Agreement{"Van Loon Logistiek", {}, {}, {}, {}, {}});
    REQUIRE_FALSE(table.change<Confirmation>(owner, [](Confirmation& one) { one.letter = "Map 4 in de kast"; }));
    CHECK(table.get<Confirmation>(owner).terms_note.empty());
    CHECK(said_yes_to_other(table.state, table.get<Confirmation>(owner)));
    REQUIRE_FALSE(table.change<Confirmation>(owner, [](Confirmation& one) { one.letter.clear(); }));
    CHECK(table.get<Confirmation>(owner).answer == Consent::not_asked);
    CHECK(table.change<Confirmation>(owner, [](Confirmation& one) { one.token_hash = "mine"; })->reason == Reason::not_by_hand);
    CHECK(table.say(MakeLink{table.put(Cost{"Planten", 1, false, 0, {}}), "secret"})->reason == Reason::wrong_kind);
    const auto member = table.put(asked(Confirms::working_group, "Mirjam"));
    CHECK_FALSE(table.change<Confirmation>(member, [](Confirmation& one) { one.answer = Consent::accepted; }));
}

TEST_CASE("Who came forward is asked once for the group, whoever asks", "[trajectory][plan]") {
    Table table;
    Commitment sanne;
    sanne.name = "Sanne";
    auto question = asked(Confirms::working_group, "Sanne");
    question.commitment = table.put(sanne);
    const auto first = table.put(question);
    CHECK(table.say(PutEntry{{}, std::nullopt, question}) == Refusal{Reason::already_there, "commitment"});
    CHECK_FALSE(table.change<Confirmation>(first, [](Confirmation& one) { one.email = "sanne@post.example"; }));
    // By another road she may be asked too, and two of one name who did not come forward are two people.
    question.what_for = Confirms::upkeep;
    CHECK_FALSE(table.say(PutEntry{{}, std::nullopt, question}));
    table.put(asked(Confirms::working_group, "Jan"));
    table.put(asked(Confirms::working_group, "Jan"));
    REQUIRE_FALSE(table.say(RemoveEntry{first, table.state.entries.at(first).entry}));
    question.what_for = Confirms::working_group;
    CHECK_FALSE(table.say(PutEntry{{}, std::nullopt, question}));
}

TEST_CASE("A letter belongs to somebody who was asked", "[trajectory][plan][bad-input]") {
    Table table;
    const auto owner = table.put(asked(Confirms::ownership, "Joost"));
    CHECK(table.say(PutEntry{{}, std::nullopt, Letter{{}, {}}}) == Refusal{Reason::needed, "confirmation"});
    CHECK(table.say(PutEntry{{}, std::nullopt, Letter{{99}, {}}}) == Refusal{Reason::unknown_entry, "confirmation"});
    const auto letter = table.put(Letter{owner, {}});
    REQUIRE_FALSE(table.say(EraseEntry{letter}));
}

TEST_CASE("A yes that stood on an attached letter does not count once the letter is gone", "[trajectory][plan]") {
    const std::string attached = GENERATE("bijgevoegd", "attached");
    WholePlan table;
    const auto other = table.put(asked(Confirms::ownership, "Mien"));
    REQUIRE_FALSE(table.say(RemoveEntry{table.owner, table.state.entries.at(table.owner).entry}));
    CHECK(has(table.lacks(), Lack::ownership_confirmed));
    auto letter = table.put(Letter{other, {}});
    const auto brought = table.state.version;
    REQUIRE_FALSE(table.change<Confirmation>(other, [&](Confirmation& one) { one.letter = attached; }));
    CHECK_FALSE(has(table.lacks(), Lack::ownership_confirmed));
    const auto is_gone = [&] { return is_letter_gone(table.state, other, table.get<Confirmation>(other)); };
    CHECK_FALSE(is_gone());

    // The upload taken back, and that taken back.
    REQUIRE_FALSE(table.say(UndoEvent{brought}));
    CHECK(has(table.lacks(), Lack::ownership_confirmed));
    CHECK(is_gone());
    REQUIRE_FALSE(table.say(UndoEvent{table.state.version}));
    CHECK_FALSE(has(table.lacks(), Lack::ownership_confirmed));

    // Erased, while another page of it stays: it still counts.
    const auto page = table.put(Letter{other, {}});
    REQUIRE_FALSE(table.say(EraseEntry{letter}));
    CHECK_FALSE(is_gone());
    REQUIRE_FALSE(table.say(EraseEntry{page}));
    CHECK(is_gone());
    CHECK(has(table.lacks(), Lack::ownership_confirmed));
    // Somebody else's letter does not stand in for it, nor does any word.
    table.put(Letter{table.keeper, {}});
    CHECK(is_gone());
    CHECK(table.change<Confirmation>(other, [](Confirmation& one) { one.letter = "Map 3 in de kast"; }) == Refusal{Reason::letter_first, "letter"});
    CHECK(has(table.lacks(), Lack::ownership_confirmed));
    table.put(Letter{other, {}});
    REQUIRE_FALSE(table.change<Confirmation>(other, [](Confirmation& one) { one.letter = "Map 3 in de kast"; }));
    CHECK_FALSE(has(table.lacks(), Lack::ownership_confirmed));
}

TEST_CASE("A yes that an earlier version took without its letter stays one", "[trajectory][plan]") {
    WholePlan table;
    auto by_paper = asked(Confirms::ownership, "Mien");
    by_paper.answer = Consent::accepted, by_paper.answered_on = "2026-11-01", by_paper.letter = "Map 3 in de kast", by_paper.terms_note = terms_of(table.state);
    const EntryId mien{table.state.last_entry.next()};
    evolve(table.state, {table.state.version + 1, Time{}, 1, "earlier", {}, EntrySet{mien, std::nullopt, by_paper}});
    REQUIRE_FALSE(table.say(RemoveEntry{table.owner, table.state.entries.at(table.owner).entry}));
    CHECK_FALSE(has(table.lacks(), Lack::ownership_confirmed));
    REQUIRE_FALSE(table.change<Confirmation>(mien, [](Confirmation& one) { one.letter = "Map 4 in de kast"; }));
    CHECK_FALSE(has(table.lacks(), Lack::ownership_confirmed));
    // Taken back by the desk it is a new yes that needs its letter.
    REQUIRE_FALSE(table.change<Confirmation>(mien, [](Confirmation& one) { one.letter.clear(); }));
    CHECK(has(table.lacks(), Lack::ownership_confirmed));
    CHECK(table.change<Confirmation>(mien, [](Confirmation& one) { one.letter = "Map 4 in de kast"; })->reason == Reason::letter_first);
}

}  // namespace plan_test
}  // namespace kiemkring::domain::trajectory
