// Step 3: who decides comes first, one mark for each idea and criterion, and one choice that stands until it is opened again.
#include <catch2/catch.hpp>

#include "domain/trajectory/choice_rules.h"
#include "domain/trajectory/gates.h"

namespace kiemkring::domain::trajectory {
namespace choosing {
namespace {

struct Table {
    Trajectory state;
    EntryId bench, pond, time, money, decider;

    Table() {
        bench = put(idea("Een pauzeplek buiten"));
        pond = put(idea("Regen opvangen"));
        time = put(criterion("Tijd"));
        money = put(criterion("Geld"));
        state.progress.step = Step::choice;
    }

    std::optional<Reason> say(const Command& command) {
        const auto event = decide(state, command, "2026-11-28");
        if (!event) return event.error().reason;
        const auto* undo = std::get_if<UndoEvent>(&command);
        evolve(state, {state.version + 1, Time{}, 1, std::to_string(state.version), undo ? undo->version : Version{}, *event});
        return std::nullopt;
    }
    std::optional<Reason> add(Entry entry) { return say(PutEntry{{}, std::nullopt, std::move(entry)}); }
    EntryId put(Entry entry) {
        REQUIRE_FALSE(add(std::move(entry)));
        return state.last_entry;
    }
    template <class T, class Change>
    std::optional<Reason> change(EntryId id, Change change) {
        auto now = std::get<T>(state.entries.at(id).entry);
        change(now);
        return say(PutEntry{id, state.entries.at(id).entry, now});
    }
    std::optional<Reason> remove(EntryId id) { return say(RemoveEntry{id, state.entries.at(id).entry}); }

    void decides(DecisionMaker who) {
        Decider one;
        one.who = who;
        decider = put(one);
    }
    static Idea idea(std::string name) {
        Idea one;
        one.name = std::move(name);
        return one;
    }
    static Criterion criterion(std::string name) {
        Criterion one;
        one.name = std::move(name);
        return one;
    }
    static Mark mark(EntryId idea, EntryId criterion, Colour colour = Colour::green) {
        Mark one;
        one.idea = idea;
        one.criterion = criterion;
        one.colour = colour;
        return one;
    }
    [[nodiscard]] Choice chosen(ChoiceMethod method = ChoiceMethod::consent) const {
        Choice one;
        one.outcome = ChoiceOutcome::chosen;
        one.idea = bench;
        one.reason = "Het kan dit jaar, en iedereen zit er.";
        one.method = method;
        return one;
    }
    [[nodiscard]] std::vector<Missing> lacks() const { return missing(state, Step::choice); }
};

}  // namespace

TEST_CASE("Nothing is filled in before it is said who decides", "[trajectory][choice]") {
    Table table;
    REQUIRE(table.add(Table::mark(table.bench, table.time)) == Reason::decider_first);
    REQUIRE(table.add(table.chosen()) == Reason::decider_first);
    table.decides(DecisionMaker::group_consent);
    table.put(Table::mark(table.bench, table.time));
    REQUIRE(table.remove(table.decider) == Reason::decider_first);
    REQUIRE(table.add(Decider{}) == Reason::too_many);
}

TEST_CASE("An undo does not take away who decides from under what was filled in", "[trajectory][choice]") {
    Table table;
    table.decides(DecisionMaker::group_consent);
    const auto said = table.state.version;
    const auto mark = table.put(Table::mark(table.bench, table.time));
    REQUIRE(table.say(UndoEvent{said}) == Reason::decider_first);
    REQUIRE_FALSE(table.remove(mark));
    REQUIRE_FALSE(table.say(UndoEvent{said}));
    REQUIRE_FALSE(table.state.one<Decider>());
}

TEST_CASE("Each idea has one mark on each criterion", "[trajectory][choice]") {
    Table table;
    table.decides(DecisionMaker::client);
    const auto mark = table.put(Table::mark(table.bench, table.time));
    REQUIRE(table.add(Table::mark(table.bench, table.time, Colour::red)) == Reason::already_there);
    table.put(Table::mark(table.bench, table.money));
    table.put(Table::mark(table.pond, table.time));
    REQUIRE(table.change<Mark>(mark, [&](Mark& now) { now.idea = table.pond; }) == Reason::wrong_kind);
    REQUIRE_FALSE(table.change<Mark>(mark, [](Mark& now) { now.colour = Colour::amber; }));
    REQUIRE(table.add(Table::mark({}, table.time)) == Reason::needed);
    REQUIRE(table.add(Table::mark(table.time, table.time)) == Reason::unknown_entry);

    SECTION("also when a removal is undone after somebody marked it anew") {
        REQUIRE_FALSE(table.remove(mark));
        const auto removed = table.state.version;
        table.put(Table::mark(table.bench, table.time, Colour::red));
        REQUIRE(table.say(UndoEvent{removed}) == Reason::already_there);
    }
}

TEST_CASE("No two criteria have one name", "[trajectory][choice]") {
    Table table;
    REQUIRE(table.add(Table::criterion("Tijd")) == Reason::already_there);
    REQUIRE(table.change<Criterion>(table.money, [](Criterion& now) { now.name = "Tijd"; }) == Reason::already_there);
    REQUIRE_FALSE(table.change<Criterion>(table.money, [](Criterion& now) { now.weight = 3; }));
    REQUIRE(table.change<Criterion>(table.money, [](Criterion& now) { now.weight = 6; }) == Reason::too_large);
}

TEST_CASE("How it was chosen fits who decides", "[trajectory][choice]") {
    using enum ChoiceMethod;
    const auto [who, fitting] = GENERATE(table<DecisionMaker, std::vector<ChoiceMethod>>({
        {DecisionMaker::group_consent, {consent}},
        {DecisionMaker::group_vote, {ChoiceMethod::vote, run_off, draw}},
        {DecisionMaker::client, {decision}},
    }));
    for (const auto method : {consent, ChoiceMethod::vote, run_off, draw, decision}) {
        Table table;
        table.decides(who);
        auto choice = table.chosen(method);
        choice.decided_by = "Samira Haddad";
        const bool is_fitting = std::ranges::find(fitting, method) != fitting.end();
        REQUIRE(table.add(choice) == (is_fitting ? std::nullopt : std::optional{Reason::method_does_not_fit}));
    }
}

TEST_CASE("None of the ideas needs no name of who decided", "[trajectory][choice]") {
    Table table;
    table.decides(DecisionMaker::client);
    auto none = table.chosen(ChoiceMethod::decision);
    none.outcome = ChoiceOutcome::none;
    none.idea = {};
    REQUIRE(none.decided_by.empty());
    REQUIRE_FALSE(table.add(none));
}

TEST_CASE("A choice says which idea, why, and of a client who it was", "[trajectory][choice]") {
    Table table;
    table.decides(DecisionMaker::client);
    auto choice = table.chosen(ChoiceMethod::decision);
    REQUIRE(table.add(choice) == Reason::needed);  // by whom
    choice.decided_by = "Samira Haddad";
    auto nothing = choice;
    nothing.idea = {};
    REQUIRE(table.add(nothing) == Reason::needed);
    auto silent = choice;
    silent.reason.clear();
    REQUIRE(table.add(silent) == Reason::reason_needed);
    auto twice = choice;
    twice.combined_with = choice.idea;
    REQUIRE(table.add(twice) == Reason::same_idea);
    choice.combined_with = table.pond;
    REQUIRE_FALSE(table.add(choice));
    REQUIRE(table.add(choice) == Reason::too_many);
    REQUIRE(table.remove(table.pond) == Reason::choice_is_made);
}

TEST_CASE("None of them is an answer too", "[trajectory][choice]") {
    Table table;
    table.decides(DecisionMaker::group_consent);
    auto none = table.chosen();
    none.outcome = ChoiceOutcome::none;
    REQUIRE(table.add(none) == Reason::none_has_no_idea);
    none.idea = {};
    REQUIRE_FALSE(table.add(none));
    REQUIRE(table.lacks() == std::vector<Missing>{{Lack::one_choice, {}}});
    REQUIRE_FALSE(table.say(ReopenStep{Step::session, "Nog een keer met de buren"}));
}

TEST_CASE("A choice that stands changes only after it was opened again with a reason", "[trajectory][choice]") {
    Table table;
    table.decides(DecisionMaker::group_vote);
    const auto choice = table.put(table.chosen(ChoiceMethod::vote));
    REQUIRE(table.change<Choice>(choice, [&](Choice& now) { now.idea = table.pond; }) == Reason::choice_is_made);
    REQUIRE(table.change<Choice>(choice, [](Choice& now) { now.method = ChoiceMethod::draw; }) == Reason::choice_is_made);
    REQUIRE(table.change<Decider>(table.decider, [](Decider& now) { now.who = DecisionMaker::client; }) == Reason::choice_is_made);
    REQUIRE(table.remove(choice) == Reason::choice_is_made);
    REQUIRE_FALSE(table.change<Choice>(choice, [](Choice& now) { now.concerns = "Er komt een rookvrij bord."; }));

    const auto reopen = [](std::string why) {
        return [why](Choice& now) {
            now.outcome = ChoiceOutcome::open;
            now.reopen_note = why;
        };
    };
    REQUIRE(table.change<Choice>(choice, reopen("")) == Reason::reason_needed);
    table.state.progress.step = Step::plan;
    REQUIRE(table.change<Choice>(choice, reopen("De grond blijkt verhuurd")) == Reason::choice_is_made);
    table.state.progress.step = Step::choice;
    REQUIRE_FALSE(table.change<Choice>(choice, reopen("De grond blijkt verhuurd")));
    REQUIRE_FALSE(table.change<Choice>(choice, [&](Choice& now) {
        now.outcome = ChoiceOutcome::chosen;
        now.idea = table.pond;
    }));
    REQUIRE(table.change<Choice>(choice, reopen("De grond blijkt verhuurd")) == Reason::reason_needed);  // the same words again
}

TEST_CASE("An undo leaves the choice alone once the plan has begun", "[trajectory][choice]") {
    Table table;
    table.decides(DecisionMaker::group_vote);
    table.put(table.chosen(ChoiceMethod::vote));
    const auto made = table.state.version;
    table.state.progress.step = Step::plan;
    REQUIRE(table.say(UndoEvent{made}) == Reason::choice_is_made);
    table.state.progress.step = Step::choice;
    REQUIRE_FALSE(table.say(UndoEvent{made}));
    REQUIRE_FALSE(table.state.one<Choice>());
}

TEST_CASE("Step 4 opens for one idea that was looked at from all sides", "[trajectory][choice]") {
    Table table;
    REQUIRE(table.lacks() == std::vector<Missing>{{Lack::who_decides, {}}, {Lack::one_choice, {}}});
    table.decides(DecisionMaker::group_consent);
    table.put(Table::mark(table.bench, table.time));
    const auto open = table.put(Table::mark(table.bench, table.money, Colour::open));
    table.put(table.chosen());
    REQUIRE(table.lacks() == std::vector<Missing>{{Lack::mark, table.money}, {Lack::route, table.bench}});
    REQUIRE(table.say(OpenStep{Step::plan, ""}) == Reason::not_complete);
    REQUIRE_FALSE(table.change<Idea>(table.bench, [](Idea& now) { now.route = Route::own_plan; }));
    REQUIRE_FALSE(table.change<Mark>(open, [](Mark& now) { now.colour = Colour::red; }));
    REQUIRE(table.lacks().empty());
    REQUIRE_FALSE(table.say(OpenStep{Step::plan, ""}));
    REQUIRE(table.state.progress.step == Step::plan);
}

TEST_CASE("Of two ideas that became one each says what it will be", "[trajectory][choice]") {
    Table table;
    table.decides(DecisionMaker::group_consent);
    for (const auto criterion : {table.time, table.money}) table.put(Table::mark(table.bench, criterion));
    auto both = table.chosen();
    both.combined_with = table.pond;
    table.put(both);
    REQUIRE(table.lacks() == std::vector<Missing>{{Lack::route, table.bench}, {Lack::route, table.pond}});
    REQUIRE_FALSE(table.change<Idea>(table.bench, [](Idea& now) { now.route = Route::ivn_concept; }));
    REQUIRE(table.lacks() == std::vector<Missing>{{Lack::route, table.pond}});
    REQUIRE_FALSE(table.change<Idea>(table.pond, [](Idea& now) { now.route = Route::own_plan; }));
    REQUIRE(table.lacks().empty());
}

TEST_CASE("Nothing is chosen before the ideas are there", "[trajectory][choice]") {
    Table table;
    table.decides(DecisionMaker::group_consent);
    table.state.progress.step = Step::session;
    REQUIRE(table.add(table.chosen()) == Reason::step_not_next);
}

TEST_CASE("A choice whose idea was erased is asked again, also after step 3", "[trajectory][choice]") {
    Table table;
    table.decides(DecisionMaker::group_consent);
    auto choice = table.chosen();
    choice.combined_with = table.pond;
    const auto made = table.put(choice);
    const auto what = [&] { return table.lacks().empty() ? Lack::mark : table.lacks().front().what; };
    REQUIRE(what() == Lack::mark);

    SECTION("erased at a desk") {
        REQUIRE_FALSE(table.say(EraseEntry{GENERATE_COPY(table.bench, table.pond)}));
        REQUIRE(what() == Lack::chosen_gone);
    }
    SECTION("its words taken back in the session") {
        auto& idea = std::get<Idea>(table.state.entries.at(table.bench).entry);
        idea.session = "00000000000000aa";
        idea.letter = GENERATE("B", "");
        REQUIRE(what() == Lack::mark);
        idea.name = idea.letter.empty() ? "-" : idea.letter;
        REQUIRE(what() == Lack::chosen_gone);
        // In words of the desk it is there again.
        REQUIRE_FALSE(table.change<Idea>(table.bench, [](Idea& now) { now.name = "De bank van wijk B"; }));
        REQUIRE(what() == Lack::mark);
        std::get<Idea>(table.state.entries.at(table.bench).entry).name = idea.letter.empty() ? "-" : idea.letter;
    }
    table.state.progress.step = Step::plan;
    const auto missed = missing(table.state, Step::plan);
    REQUIRE(std::ranges::count(missed, Missing{Lack::chosen_gone, {}}) == 1);
    const auto other = table.put(Table::idea("Een haag"));
    REQUIRE_FALSE(table.change<Choice>(made, [](Choice& now) {
        now.outcome = ChoiceOutcome::open;
        now.idea = now.combined_with = {};
    }));
    REQUIRE_FALSE(table.change<Choice>(made, [&](Choice& now) {
        now.outcome = ChoiceOutcome::chosen;
        now.idea = other;
    }));
    REQUIRE(table.change<Choice>(made, [&](Choice& now) { now.outcome = ChoiceOutcome::open; }) == Reason::choice_is_made);
}

}  // namespace choosing
}  // namespace kiemkring::domain::trajectory
