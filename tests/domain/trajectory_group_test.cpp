// What a group that scored and chose leaves in a dossier: by itself, once, with what changed since, beside the words of the desk.
#include "domain/meeting.h"
#include "domain/trajectory/group_results.h"
#include "domain/trajectory/kept_words.h"

namespace kiemkring::domain::trajectory {
namespace group_test {
namespace {

constexpr const char* live = "00000000000000bb";

struct Dossier {
    Trajectory state;
    EntryId plan, bench, pond, money, time;

    explicit Dossier(SessionPurpose purpose = SessionPurpose::choice, DecisionMaker who = DecisionMaker::group_consent) {
        state.progress.step = Step::choice;
        SessionPlan planned;
        planned.name = "Verdieping";
        planned.purpose = purpose;
        plan = put(planned);
        Decider decider;
        decider.who = who;
        put(decider);
        bench = put(idea("Een bankje"));
        pond = put(idea("Een vijver"));
        money = put(criterion("Geld"));
        time = put(criterion("Tijd"));
        REQUIRE(server(LinkSession{plan, live}));
    }
    static Idea idea(std::string name) {
        Idea one;
        one.name = std::move(name);
        return one;
    }
    static Criterion criterion(std::string name) {
        Criterion one;
        one.name = std::move(name);
        one.live = true;
        return one;
    }
    void add(Event event, OrganiserId by, std::string key) { evolve(state, {state.version + 1, Time{}, by, std::move(key), 0, std::move(event)}); }
    EntryId put(Entry entry) {
        const auto event = decide(state, PutEntry{{}, std::nullopt, std::move(entry)}, "2026-11-28");
        REQUIRE(event);
        add(*event, 1, "key " + std::to_string(state.version));
        return state.last_entry;
    }
    template <class T, class Change>
    void change(EntryId id, Change what) {
        const auto was = state.entries.at(id).entry;
        auto now = std::get<T>(was);
        what(now);
        const auto event = decide(state, PutEntry{id, was, now}, "2026-11-28");
        REQUIRE(event);
        add(*event, 1, "key " + std::to_string(state.version));
    }
    std::size_t server(const ServerCommand& command) {
        const auto events = decide(state, command);
        if (!events) return 0;
        for (const auto& event : *events) add(event, std::holds_alternative<SessionResults>(command) ? 0 : 1, {});
        return events->size();
    }
    [[nodiscard]] Brought brought() const { return brought_for(state, *state.one<SessionPlan>()).value(); }
    template <class T>
    [[nodiscard]] EntryId first() const {
        return state.all<T>().front().first;
    }
    /// One more session for the same.
    EntryId another(const std::string& session) {
        SessionPlan planned;
        planned.name = "Nog een avond";
        planned.purpose = state.one<SessionPlan>()->purpose;
        const auto id = put(planned);
        REQUIRE(server(LinkSession{id, session}));
        return id;
    }
    const Mark* mark(EntryId idea, EntryId criterion) const {
        for (const auto& [id, one] : state.all<Mark>())
            if (one->idea == idea && one->criterion == criterion) return one;
        return nullptr;
    }
};

/// Two people score, and choose the first subject.
Meeting held(const Dossier& dossier) {
    Meeting w{30, dossier.brought()};
    const auto anna = w.join("Anna"), bo = w.join("Bo");
    w.start(17);
    REQUIRE(w.person(anna, GiveScore{{1}, 0, 4}) == accepted);
    REQUIRE(w.person(bo, GiveScore{{1}, 0, 3}) == accepted);
    REQUIRE(w.person(bo, GiveScore{{2}, 1, 1}) == accepted);
    w.start(18);
    REQUIRE(w.facilitator(ProposeChoice{{1}}) == accepted);
    REQUIRE(w.person(bo, AnswerConcern{{1}, ConcernAnswer::worried, "Kabels"}) == accepted);
    REQUIRE(w.facilitator(SettleConcern{{1}, ConcernStatus::noted}) == accepted);
    REQUIRE(w.facilitator(FreezeChoice{true, "Iedereen wil zitten"}) == accepted);
    return w;
}

}  // namespace

TEST_CASE("The marks and the choice of a group come into the dossier once, and a later version replaces them") {
    Dossier dossier;
    Mark own;
    own.idea = dossier.bench;
    own.criterion = dossier.money;
    own.colour = Colour::red;
    own.summary = "te duur";
    dossier.put(own);
    auto w = held(dossier);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")) > 1);
    const auto* mark = dossier.mark(dossier.bench, dossier.money);
    CHECK(mark->summary == "te duur");
    CHECK(mark->colour == Colour::red);
    CHECK(mark->group_tenths == 35);
    CHECK(mark->group_answers == 2);
    CHECK(dossier.mark(dossier.pond, dossier.time)->group_tenths == 10);
    CHECK(dossier.mark(dossier.bench, dossier.time) == nullptr);
    const auto* choice = dossier.state.one<Choice>();
    REQUIRE(choice);
    CHECK(choice->outcome == ChoiceOutcome::chosen);
    CHECK(choice->idea == dossier.bench);
    CHECK(choice->method == ChoiceMethod::consent);
    CHECK(choice->reason == "Iedereen wil zitten");
    CHECK(choice->concerns == "Kabels (genoteerd)");
    CHECK(choice->decided_on == "2026-11-28");
    CHECK(dossier.server(results_of(w.session, live, "2026-11-29")) == 0);

    REQUIRE(w.facilitator(FreezeChoice{false, ""}) == accepted);
    REQUIRE(w.facilitator(ProposeChoice{{3}}) == accepted);
    REQUIRE(w.facilitator(FreezeChoice{true, "Toch niet"}) == accepted);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-29")) == 2);
    CHECK(dossier.state.one<Choice>()->outcome == ChoiceOutcome::none);
    CHECK(dossier.state.one<Choice>()->idea == EntryId{});
}

TEST_CASE("Two ideas that a group made one come into the dossier as one choice") {
    Dossier dossier;
    auto w = held(dossier);
    REQUIRE(w.facilitator(FreezeChoice{false, ""}) == accepted);
    CHECK(w.facilitator(ProposeChoice{{1}, {1}}) == domain::Reason::bad_args);
    CHECK(w.facilitator(ProposeChoice{{1}, {3}}) == domain::Reason::not_found);  // "none of these" is no plan
    REQUIRE(w.facilitator(ProposeChoice{{1}, {2}}) == accepted);
    // Nobody said anything of both yet.
    const auto shown = [&] { return std::get<ChoosingRecord>(project(w.session, Audience::participant, {RecordType::choosing, 0}).value()); };
    CHECK(shown().combined_with == GroupId{2});
    CHECK(shown().answered == 0);
    REQUIRE(w.person({1}, AnswerConcern{{1}, ConcernAnswer::fine, ""}) == accepted);
    CHECK(shown().answered == 1);
    REQUIRE(w.facilitator(FreezeChoice{true, "Samen op een plek"}) == accepted);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")) > 1);
    const auto* choice = dossier.state.one<Choice>();
    REQUIRE(choice);
    CHECK(choice->idea == dossier.bench);
    CHECK(choice->combined_with == dossier.pond);
    CHECK(dossier.state.one<SessionPlan>()->kept_note.empty());
}

TEST_CASE("A choice that the desk made stays, and one that does not fit who decides does not come") {
    Dossier dossier;
    auto w = held(dossier);
    Choice own;
    own.outcome = ChoiceOutcome::chosen;
    own.idea = dossier.pond;
    own.reason = "Aan tafel besloten";
    own.method = ChoiceMethod::consent;
    dossier.put(own);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")));
    CHECK(dossier.state.one<Choice>()->idea == dossier.pond);
    CHECK(dossier.state.one<SessionPlan>()->kept_note == std::to_string(dossier.first<Choice>().value) + ".choice");
    const auto words_in = [&](const Dossier& one, const Meeting& held) {
        return kept_words(one.state, *one.state.one<SessionPlan>(), results_of(held.session, live, "2026-11-28"));
    };
    const auto words = words_in(dossier, w);
    REQUIRE(words.size() == 1);
    const auto group = std::get<Choice>(words[0].said);
    CHECK(group.idea == dossier.bench);
    CHECK(group.reason == "Iedereen wil zitten");
    // Taken over as everything that was decided changes: opened with why, and then made.
    const auto choice = dossier.first<Choice>();
    dossier.change<Choice>(choice, [](Choice& one) { one.outcome = ChoiceOutcome::open, one.idea = {}, one.reopen_note = "De groep koos anders"; });
    dossier.change<Choice>(choice, [&](Choice& one) { one = group; });
    CHECK(dossier.state.one<Choice>()->idea == dossier.bench);

    Dossier client{SessionPurpose::choice, DecisionMaker::client};
    auto other = held(client);
    REQUIRE(client.server(results_of(other.session, live, "2026-11-28")));
    CHECK(client.state.one<Choice>() == nullptr);
    CHECK(client.state.one<SessionPlan>()->kept_note == "0.method");
    REQUIRE(words_in(client, other).size() == 1);
    CHECK(words_in(client, other)[0].entry == EntryId{});
    CHECK(std::get<Choice>(words_in(client, other)[0].said).method == ChoiceMethod::consent);
    CHECK(client.mark(client.bench, client.money));
}

TEST_CASE("What the table says of a factor comes with who said it, until the desk writes something else") {
    Dossier dossier{SessionPurpose::green_date};
    Factor factor;
    factor.name = "Een trekker";
    const auto lead = dossier.put(factor);
    factor.name = "Geld";
    const auto money = dossier.put(factor);
    Meeting w{30, dossier.brought()};
    w.join("Anna");
    w.start(17);
    REQUIRE(w.facilitator(DecideSubject{{1}, Verdict::amber, "Eerst vragen"}) == accepted);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")) == 2);
    const auto shown = [&](EntryId id) { return std::get<Factor>(dossier.state.entries.at(id).entry); };
    CHECK(shown(lead).colour == Colour::amber);
    CHECK(shown(lead).note == "Eerst vragen");
    CHECK(shown(lead).said_by == "de tafel op 28-11-2026");
    CHECK(shown(money).colour == Colour::open);

    dossier.change<Factor>(lead, [](Factor& one) { one.colour = Colour::green; });
    REQUIRE(w.facilitator(DecideSubject{{2}, Verdict::green, ""}) == accepted);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-29")) == 2);
    CHECK(shown(lead).colour == Colour::green);
    CHECK(shown(money).colour == Colour::green);
    const auto words = kept_words(dossier.state, *dossier.state.one<SessionPlan>(), results_of(w.session, live, "2026-11-29"));
    REQUIRE(words.size() == 1);
    CHECK(words[0].field == "colour");
    CHECK(std::get<Factor>(words[0].said).colour == Colour::amber);
    CHECK(std::get<Factor>(words[0].said).said_by == "de tafel op 29-11-2026");
}

TEST_CASE("What a table said and takes back when the session is opened again is open again") {
    Dossier dossier{SessionPurpose::green_date};
    Factor factor;
    factor.name = "Een trekker";
    const auto lead = dossier.put(factor);
    factor.name = "Geld";
    const auto money = dossier.put(factor);
    const auto shown = [&](EntryId id) { return std::get<Factor>(dossier.state.entries.at(id).entry); };
    Meeting w{30, dossier.brought()};
    w.join("Anna");
    w.start(17);
    dossier.change<Factor>(lead, [](Factor& one) { one.note = "Wij denken aan Joost"; });
    for (const std::uint32_t group : {1U, 2U}) REQUIRE(w.facilitator(DecideSubject{{group}, Verdict::green, ""}) == accepted);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")));
    CHECK(shown(lead).note == "Wij denken aan Joost");
    dossier.change<Factor>(money, [](Factor& one) { one.note = "Van de provincie"; });
    for (const std::uint32_t group : {1U, 2U}) REQUIRE(w.facilitator(DecideSubject{{group}, Verdict::open, ""}) == accepted);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-29")));
    CHECK(shown(lead).colour == Colour::open);
    CHECK(shown(lead).said_by.empty());
    CHECK(shown(lead).note == "Wij denken aan Joost");  // of the desk, before
    CHECK(shown(money).colour == Colour::green);  // the desk was at work in it
    CHECK(dossier.server(results_of(w.session, live, "2026-11-30")) == 0);
}

TEST_CASE("The note of a table goes with the colour that it was said for") {
    Dossier dossier{SessionPurpose::green_date};
    Factor factor;
    factor.name = "Een trekker";
    const auto lead = dossier.put(factor);
    const auto shown = [&] { return std::get<Factor>(dossier.state.entries.at(lead).entry); };
    Meeting w{30, dossier.brought()};
    w.join("Anna");
    w.start(17);
    const auto say = [&](Verdict verdict, const char* note) {
        REQUIRE(w.facilitator(DecideSubject{{1}, verdict, note}) == accepted);
        REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")));
    };
    say(Verdict::amber, "Eerst vragen");
    CHECK(shown().note == "Eerst vragen");
    say(Verdict::green, "");
    CHECK(shown().colour == Colour::green);
    CHECK(shown().note.empty());
    say(Verdict::red, "Joost gaat weg");
    say(Verdict::open, "");
    CHECK(shown().colour == Colour::open);
    CHECK(shown().note.empty());
    // Another table says something else without a note.
    say(Verdict::amber, "Toch Joost");
    dossier.another("00000000000000cc");
    Meeting v{30, dossier.brought()};
    v.join("Bo");
    v.start(17);
    REQUIRE(v.facilitator(DecideSubject{{1}, Verdict::green, ""}) == accepted);
    REQUIRE(dossier.server(results_of(v.session, "00000000000000cc", "2026-11-29")));
    CHECK(shown().colour == Colour::green);
    CHECK(shown().note.empty());
}

TEST_CASE("A second session of step 3 leaves the marks and the choice of the first where it says nothing of them") {
    Dossier dossier;
    auto w = held(dossier);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")));
    const std::string other = "00000000000000cc";
    dossier.another(other);
    // It scored one cell, and came to no choice.
    Meeting v{30, dossier.brought()};
    const auto cor = v.join("Cor");
    v.start(17);
    REQUIRE(v.person(cor, GiveScore{{1}, 0, 5}) == accepted);
    REQUIRE(dossier.server(results_of(v.session, other, "2026-11-29")));
    CHECK(dossier.mark(dossier.bench, dossier.money)->group_tenths == 50);
    CHECK(dossier.mark(dossier.pond, dossier.time)->group_tenths == 10);
    REQUIRE(dossier.state.one<Choice>());
    CHECK(dossier.state.one<Choice>()->outcome == ChoiceOutcome::chosen);
    // The first takes its choice back: that is its own.
    REQUIRE(w.facilitator(FreezeChoice{false, ""}) == accepted);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-30")));
    CHECK(dossier.state.one<Choice>()->outcome == ChoiceOutcome::open);
}

TEST_CASE("Of two sessions that contradict each other the later stands, and what the earlier said is looked up in it") {
    Dossier dossier;
    auto w = held(dossier);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")));
    const auto second = dossier.another("00000000000000cc");
    Meeting v{30, dossier.brought()};
    const auto cor = v.join("Cor");
    v.start(17);
    REQUIRE(v.person(cor, GiveScore{{1}, 0, 5}) == accepted);
    v.start(18);
    REQUIRE(v.facilitator(ProposeChoice{{2}}) == accepted);
    REQUIRE(v.person(cor, AnswerConcern{{2}, ConcernAnswer::fine, ""}) == accepted);
    REQUIRE(v.facilitator(FreezeChoice{true, "Toch water"}) == accepted);
    REQUIRE(dossier.server(results_of(v.session, "00000000000000cc", "2026-11-29")));
    const auto plan = [&](EntryId id) { return std::get<SessionPlan>(dossier.state.entries.at(id).entry); };
    const auto cell = [&] {
        for (const auto& [id, one] : dossier.state.all<Mark>())
            if (one->idea == dossier.bench) return id;
        return EntryId{};
    };
    const auto named = std::to_string(cell().value) + ".group," + std::to_string(dossier.first<Choice>().value) + ".choice";
    const auto as_the_later_says = [&] {
        CHECK(dossier.mark(dossier.bench, dossier.money)->group_tenths == 50);
        CHECK(dossier.state.one<Choice>()->idea == dossier.pond);
        CHECK(dossier.state.one<Choice>()->decided_on == "2026-11-29");
        CHECK(plan(dossier.plan).kept_note == named);
        CHECK(plan(second).kept_note.empty());
    };
    as_the_later_says();
    const auto words = kept_words(dossier.state, plan(dossier.plan), results_of(w.session, live, "2026-11-28"));
    REQUIRE(words.size() == 2);
    CHECK(std::get<Mark>(words[0].said).group_tenths == 35);
    CHECK(std::get<Mark>(words[0].said).group_answers == 2);
    CHECK(std::get<Choice>(words[1].said).idea == dossier.bench);
    CHECK(std::get<Choice>(words[1].said).reason == "Iedereen wil zitten");
    // What of whom stands is not taken back on its own.
    for (const auto& one : dossier.state.recent)
        if (const auto* set = std::get_if<EntrySet>(&one.what); set && set->id == dossier.plan && one.by == 0)
            CHECK(decide_undo(dossier.state, one.version).error().reason == Reason::not_by_hand);

    // Somebody corrects something else in the first.
    auto corrected = results_of(w.session, live, "2026-11-30");
    corrected.version += 1;
    dossier.server(corrected);
    as_the_later_says();
    CHECK(dossier.mark(dossier.pond, dossier.time)->group_tenths == 10);

    // The later one says otherwise, and then nothing: from then on the first is asked again.
    REQUIRE(v.facilitator(FreezeChoice{false, ""}) == accepted);
    REQUIRE(v.facilitator(ProposeChoice{{3}}) == accepted);
    REQUIRE(v.facilitator(FreezeChoice{true, "Geen geld"}) == accepted);
    REQUIRE(dossier.server(results_of(v.session, "00000000000000cc", "2026-11-30")));
    CHECK(dossier.state.one<Choice>()->outcome == ChoiceOutcome::none);
    REQUIRE(v.facilitator(FreezeChoice{false, ""}) == accepted);
    REQUIRE(dossier.server(results_of(v.session, "00000000000000cc", "2026-11-30")));
    CHECK(dossier.state.one<Choice>()->outcome == ChoiceOutcome::open);
    corrected.version += 1;
    REQUIRE(dossier.server(corrected));
    CHECK(dossier.state.one<Choice>()->idea == dossier.bench);
    CHECK(plan(dossier.plan).kept_note == std::to_string(cell().value) + ".group");
}

TEST_CASE("What the desk wrote of the choice of a group stays when somebody corrects something else") {
    Dossier dossier;
    auto w = held(dossier);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")));
    dossier.change<Choice>(dossier.first<Choice>(), [](Choice& one) { one.reason = "Iedereen wil zitten, en het kan dit jaar"; });
    auto corrected = results_of(w.session, live, "2026-11-29");
    corrected.version += 1;
    dossier.server(corrected);
    CHECK(dossier.state.one<Choice>()->reason == "Iedereen wil zitten, en het kan dit jaar");
    CHECK(dossier.state.one<Choice>()->decided_on == "2026-11-28");

    REQUIRE(w.facilitator(FreezeChoice{false, ""}) == accepted);
    REQUIRE(w.facilitator(ProposeChoice{{2}}) == accepted);
    REQUIRE(w.facilitator(FreezeChoice{true, "Dan water"}) == accepted);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-30")));
    CHECK(dossier.state.one<Choice>()->reason == "Dan water");
}

TEST_CASE("A choice that the desk opened again stays open until the group says something else") {
    Dossier dossier;
    auto w = held(dossier);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")));
    const auto choice = dossier.first<Choice>();
    dossier.change<Choice>(choice, [](Choice& one) { one.outcome = ChoiceOutcome::open, one.idea = {}, one.reopen_note = "De eigenaar wil niet"; });
    auto corrected = results_of(w.session, live, "2026-11-29");
    corrected.version += 1;
    dossier.server(corrected);
    CHECK(dossier.state.one<Choice>()->outcome == ChoiceOutcome::open);
    CHECK(dossier.state.one<SessionPlan>()->kept_note == std::to_string(choice.value) + ".choice");

    REQUIRE(w.facilitator(FreezeChoice{false, ""}) == accepted);
    REQUIRE(w.facilitator(ProposeChoice{{2}}) == accepted);
    REQUIRE(w.facilitator(FreezeChoice{true, "Dan water"}) == accepted);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-30")));
    CHECK(dossier.state.one<Choice>()->idea == dossier.pond);
    CHECK(dossier.state.one<SessionPlan>()->kept_note.empty());
}

TEST_CASE("Of two tables that say otherwise of a factor the later stands, also when the earlier comes once more") {
    Dossier dossier{SessionPurpose::green_date};
    Factor factor;
    factor.name = "Een trekker";
    const auto lead = dossier.put(factor);
    const auto shown = [&] { return std::get<Factor>(dossier.state.entries.at(lead).entry); };
    Meeting w{30, dossier.brought()}, v{30, dossier.brought()};
    for (auto* meeting : {&w, &v}) {
        meeting->join("Anna");
        meeting->start(17);
    }
    REQUIRE(w.facilitator(DecideSubject{{1}, Verdict::amber, "Eerst vragen"}) == accepted);
    REQUIRE(v.facilitator(DecideSubject{{1}, Verdict::green, "Joost doet het"}) == accepted);
    REQUIRE(dossier.server(results_of(w.session, live, "2026-11-28")));
    dossier.another("00000000000000cc");
    REQUIRE(dossier.server(results_of(v.session, "00000000000000cc", "2026-11-29")));
    CHECK(shown().colour == Colour::green);
    auto corrected = results_of(w.session, live, "2026-11-30");
    corrected.version += 1;
    dossier.server(corrected);
    CHECK(shown().colour == Colour::green);
    CHECK(shown().note == "Joost doet het");
    const auto* first = dossier.state.one<SessionPlan>();
    CHECK(first->kept_note == std::to_string(lead.value) + ".colour");
    CHECK(std::get<Factor>(kept_words(dossier.state, *first, corrected).at(0).said).note == "Eerst vragen");
    // A note of the other table is not what this one said.
    corrected.said.at(0).note.clear();
    CHECK(std::get<Factor>(kept_words(dossier.state, *first, corrected).at(0).said).note.empty());
}

TEST_CASE("A session of step 3 needs who decides, ideas and criteria, and has the rounds that fit who decides") {
    Dossier dossier;
    CHECK(dossier.brought().subjects.size() == 2);
    CHECK(dossier.brought().criteria.size() == 2);
    for (int i = 0; i < 4; ++i) dossier.put(Dossier::criterion("Criterium " + std::to_string(i)));
    CHECK(brought_for(dossier.state, *dossier.state.one<SessionPlan>()).error() == NothingToScore::too_many_criteria);
    Trajectory empty;
    SessionPlan plan;
    plan.purpose = SessionPurpose::choice;
    CHECK(brought_for(empty, plan).error() == NothingToScore::no_decider);
    plan.purpose = SessionPurpose::green_date;
    CHECK(brought_for(empty, plan).error() == NothingToScore::no_factors);

    const auto minutes = [](const std::vector<AgendaItem>& rounds) {
        std::uint32_t sum = 0;
        for (const auto& round : rounds) sum += round.minutes;
        return sum;
    };
    const std::vector<AgendaItem> rounds{{{1}, RoundKind::lobby, "", 5, "", false, "", {}}, {{2}, RoundKind::talk, "", 5, "", false, "", {}},
                                         {{3}, RoundKind::vote, "", 5, "", false, "", {}}, {{4}, RoundKind::choose, "", 5, "", false, "", {}}};
    CHECK(fitted_rounds(rounds, DecisionMaker::group_vote).size() == 4);
    for (auto who : {DecisionMaker::group_consent, DecisionMaker::client}) CHECK(minutes(fitted_rounds(rounds, who)) == 20);
    CHECK(fitted_rounds(rounds, DecisionMaker::group_consent).size() == 3);
    CHECK(fitted_rounds(rounds, DecisionMaker::client).size() == 2);
}

}  // namespace group_test
}  // namespace kiemkring::domain::trajectory
