// What a session leaves in a dossier: by itself, once, with what changed since, and with nothing that somebody took back.
#include "domain/meeting.h"
#include "domain/trajectory/gates.h"
#include "domain/trajectory/kept_words.h"
#include "domain/trajectory/session_results.h"

namespace kiemkring::domain::trajectory {
namespace session_test {

constexpr const char* today = "2026-11-28";
constexpr const char* live = "00000000000000aa";

struct Dossier {
    Trajectory state;
    EntryId plan;

    Dossier() {
        SessionPlan planned;
        planned.name = "Sessie";
        plan = put(planned);
        REQUIRE(server(LinkSession{plan, live}));
    }
    void add(Event event, OrganiserId by, std::string key) { evolve(state, {state.version + 1, Time{}, by, std::move(key), 0, std::move(event)}); }
    std::optional<Refusal> say(const Command& command) {
        const auto event = decide(state, command, today);
        if (!event) return event.error();
        add(*event, 1, "key " + std::to_string(state.version));
        return std::nullopt;
    }
    EntryId put(Entry entry) {
        REQUIRE_FALSE(say(PutEntry{{}, std::nullopt, std::move(entry)}));
        return state.last_entry;
    }
    template <class T, class Change>
    void change(EntryId id, Change what) {
        const auto was = state.entries.at(id).entry;
        auto now = std::get<T>(was);
        what(now);
        REQUIRE_FALSE(say(PutEntry{id, was, now}));
    }
    /// How many events it was; 0 for a refusal too.
    std::size_t server(const ServerCommand& command) {
        const auto events = decide(state, command);
        if (!events) return 0;
        for (const auto& event : *events) add(event, std::holds_alternative<SessionResults>(command) ? 0 : 1, {});
        return events->size();
    }
    template <class T>
    std::vector<T> all() const {
        std::vector<T> found;
        for (const auto& [id, one] : state.all<T>()) found.push_back(*one);
        return found;
    }
    [[nodiscard]] EntryId idea(std::int64_t number) const {
        for (const auto& [id, one] : state.all<Idea>())
            if (one->number == number) return id;
        return {};
    }
    [[nodiscard]] EntryId commitment(std::int64_t number) const {
        for (const auto& [id, one] : state.all<Commitment>())
            if (one->number == number) return id;
        return {};
    }
    /// Whether a word is in what happened.
    [[nodiscard]] bool remembers(std::string_view word) const {
        for (const auto& happened : state.recent)
            if (const auto* set = std::get_if<EntrySet>(&happened.what))
                for (const auto* entry : {&set->was, &set->now})
                    if (*entry) {
                        const auto* one = std::get_if<Commitment>(&**entry);
                        const auto* idea = std::get_if<Idea>(&**entry);
                        if (one && (one->name == word || one->email == word || one->said_note == word)) return true;
                        if (idea && (idea->name == word || idea->about == word)) return true;
                    }
        return false;
    }
};

Idea idea(std::int64_t number, std::int64_t place, std::string name) {
    Idea one;
    one.name = std::move(name);
    one.letter = std::string(1, static_cast<char>('A' + number - 1));
    one.place = place;
    one.votes = 10 - place;
    one.number = number;
    one.session = live;
    return one;
}
Commitment commitment(std::int64_t number, std::uint32_t of, std::string name, std::string email) {
    Commitment one;
    one.name = std::move(name);
    one.idea = EntryId{of};
    one.role = CommitmentRole::lead;
    one.email = std::move(email);
    one.number = number;
    one.session = live;
    return one;
}
SessionResults first_results() {
    SessionResults results{live, 100, {}, {}, {}};
    for (int i = 1; i <= 5; ++i) {
        results.ideas.push_back(idea(i, i, "Idee " + std::to_string(i)));
        results.known_ideas.insert(i);
    }
    results.commitments = {commitment(1, 1, "Anna", "anna@post.example"), commitment(2, 1, "Bo", ""), commitment(3, 4, "Cor", "cor@post.example")};
    return results;
}

TEST_CASE("The first ideas and the commitments of a session come once") {
    Dossier dossier;
    const auto results = first_results();
    CHECK(dossier.server(results) == 24);  // and the plan says so; with three things to find out for each idea
    const auto version = dossier.state.version;
    CHECK(dossier.server(results) == 0);
    CHECK(dossier.state.version == version);
    CHECK(dossier.all<Idea>() == results.ideas);
    REQUIRE(dossier.all<Commitment>().size() == 3);
    CHECK(dossier.all<Commitment>()[2].idea == dossier.idea(4));
    CHECK(std::get<SessionPlan>(dossier.state.entries.at(dossier.plan).entry).session_version == 100);
    // Another session is not its own.
    auto other = results;
    other.session = "00000000000000bb";
    CHECK(dossier.server(other) == 0);
    // An earlier version says nothing any more, a later one that says the same nothing new.
    auto later = results;
    later.version = 99;
    CHECK(dossier.server(later) == 0);
    later.version = 101;
    CHECK(dossier.server(later) == 0);
}

TEST_CASE("Which version of a session came is not taken back, so that nothing comes a second time") {
    Dossier dossier;
    const auto results = first_results();
    const auto before = dossier.state.version;
    dossier.server(results);
    CHECK(dossier.say(UndoEvent{before + 1}) == Refusal{Reason::not_by_hand, {}});
    // What came with it can be, each by itself.
    CHECK_FALSE(dossier.say(UndoEvent{dossier.state.version}));
    const auto version = dossier.state.version;
    CHECK(dossier.server(results) == 0);
    CHECK(dossier.state.version == version);
}

TEST_CASE("A later version of a session replaces the earlier and leaves what the desk wrote") {
    Dossier dossier;
    auto results = first_results();
    dossier.server(results);
    dossier.change<Idea>(dossier.idea(1), [](Idea& one) { one.note = "Eerst de eigenaar bellen", one.route = Route::own_plan, one.name = "Idee een"; });
    dossier.change<Commitment>(dossier.commitment(1), [](Commitment& one) { one.note = "Gebeld", one.called = true; });

    results.version = 120;
    std::swap(results.ideas[0].place, results.ideas[1].place);
    results.ideas[2].name = "Idee drie";
    results.commitments.push_back(commitment(4, 2, "Dirk", ""));
    CHECK(dossier.server(results) > 0);
    const auto at = [&](std::int64_t number) { return std::get<Idea>(dossier.state.entries.at(dossier.idea(number)).entry); };
    CHECK(at(1).place == 2);
    CHECK(at(1).note == "Eerst de eigenaar bellen");
    CHECK(at(1).route == Route::own_plan);
    CHECK(at(1).name == "Idee een");
    CHECK(at(3).name == "Idee drie");
    CHECK(dossier.commitment(4));
    const auto anna = std::get<Commitment>(dossier.state.entries.at(dossier.commitment(1)).entry);
    CHECK((anna.note == "Gebeld" && anna.called));
    // And once more: what the desk wrote does not become the session's.
    results.version = 130;
    results.ideas[0].votes = 9;
    results.ideas[0].name = "Idee 1, anders";
    dossier.server(results);
    CHECK(at(1).name == "Idee een");
    CHECK(at(1).votes == 9);
    // And the desk is told where the session says otherwise by now.
    const auto plan = [&] { return std::get<SessionPlan>(dossier.state.entries.at(dossier.plan).entry); };
    CHECK(plan().kept_note == std::to_string(dossier.idea(1).value) + ".name");
    auto by_hand = plan();
    by_hand.kept_note += ",1.name";
    CHECK(dossier.say(PutEntry{dossier.plan, Entry{plan()}, Entry{by_hand}}) == Refusal{Reason::not_by_hand, "session"});
    results.version = 140;
    results.ideas[0].name = "Idee 1";
    dossier.server(results);
    CHECK(plan().kept_note == std::to_string(dossier.idea(1).value) + ".name");
    CHECK(at(1).name == "Idee een");
}

TEST_CASE("What the desk wrote stays the desk's when other words of the same entry are put otherwise in the session") {
    Dossier dossier;
    auto results = first_results();
    results.ideas[4].about = "Bij de poort";
    results.commitments.push_back(commitment(4, 5, "Dirk", "dirk@post.example"));
    dossier.server(results);
    const auto five = dossier.idea(5), dirk = dossier.commitment(4);
    dossier.change<Idea>(five, [](Idea& one) { one.name = "Idee vijf", one.note = "Van ons"; });
    dossier.change<Commitment>(dirk, [](Commitment& one) { one.called = true, one.phone = "038 123 45 67"; });
    results.version = 120;
    results.ideas[4].about = "Bij het hek";
    results.commitments[3].email = "d@post.example";
    dossier.server(results);
    CHECK_FALSE(dossier.remembers("Bij de poort"));
    CHECK_FALSE(dossier.remembers("dirk@post.example"));
    // Once more, of something else: nothing of the desk's is the session's by now.
    results.version = 130;
    results.ideas[4].votes = 1;
    results.commitments[3].role = CommitmentRole::informed;
    dossier.server(results);
    const auto idea_now = std::get<Idea>(dossier.state.entries.at(five).entry);
    CHECK(idea_now.name == "Idee vijf");
    CHECK(idea_now.note == "Van ons");
    CHECK(idea_now.about == "Bij het hek");
    CHECK(idea_now.votes == 1);
    const auto dirk_now = std::get<Commitment>(dossier.state.entries.at(dirk).entry);
    CHECK(dirk_now.called);
    CHECK(dirk_now.phone == "038 123 45 67");
    CHECK(dirk_now.email == "d@post.example");
    CHECK(dirk_now.role == CommitmentRole::informed);
    // Somebody who was called is not lost when the idea is no longer among the first.
    results.version = 140;
    results.ideas.resize(4);
    dossier.server(results);
    CHECK(dossier.state.entries.contains(five));
    CHECK(dossier.state.entries.contains(dirk));
}

TEST_CASE("Where the desk's words stayed, what the session says is looked up in it, taken over or left, and both can be undone") {
    Dossier dossier;
    auto results = first_results();
    dossier.server(results);
    const auto one = dossier.idea(1), anna = dossier.commitment(1);
    dossier.change<Idea>(one, [](Idea& idea) { idea.name = "Idee een", idea.votes = 3; });
    dossier.change<Commitment>(anna, [](Commitment& who) { who.role = CommitmentRole::help; });
    results.version = 120;
    results.ideas[0].name = "Idee 1, anders";
    results.ideas[0].votes = 8;
    results.commitments[0].role = CommitmentRole::arrange;
    dossier.server(results);
    const auto plan = [&] { return std::get<SessionPlan>(dossier.state.entries.at(dossier.plan).entry); };
    const auto idea_now = [&] { return std::get<Idea>(dossier.state.entries.at(one).entry); };
    const auto place = [](EntryId id, const char* field) { return std::to_string(id.value) + "." + field; };
    const auto all = place(one, "name") + "," + place(one, "votes") + "," + place(anna, "role");
    REQUIRE(plan().kept_note == all);
    const auto words = kept_words(dossier.state, plan(), results);
    REQUIRE(words.size() == 3);
    // Of one field alone: the other stays as the desk wrote it.
    auto said = idea_now();
    said.name = "Idee 1, anders";
    CHECK(words[0] == KeptWords{one, "name", Entry{said}});
    CHECK(std::get<Idea>(words[1].said).name == "Idee een");
    CHECK(std::get<Idea>(words[1].said).votes == 8);
    CHECK(std::get<Commitment>(words[2].said).role == CommitmentRole::arrange);

    REQUIRE_FALSE(dossier.say(PutEntry{one, Entry{idea_now()}, words[0].said}));
    CHECK(idea_now().name == "Idee 1, anders");
    REQUIRE_FALSE(dossier.say(UndoEvent{dossier.state.version}));
    CHECK(idea_now().name == "Idee een");
    CHECK(plan().kept_note == all);

    auto left = plan();
    left.kept_note = place(one, "name") + "," + place(anna, "role");
    REQUIRE_FALSE(dossier.say(PutEntry{dossier.plan, Entry{plan()}, Entry{left}}));
    CHECK(kept_words(dossier.state, plan(), results).size() == 2);
    REQUIRE_FALSE(dossier.say(UndoEvent{dossier.state.version}));
    CHECK(plan().kept_note == all);
    for (const auto& more : {all + ",1.name", place(one, "votes") + "," + place(one, "name"), all + "," + place(one, "name")}) {
        left.kept_note = more;
        CHECK(dossier.say(PutEntry{dossier.plan, Entry{plan()}, Entry{left}}) == Refusal{Reason::not_by_hand, "session"});
    }

    // What was taken over goes along with the session from then on, like what came by itself.
    REQUIRE_FALSE(dossier.say(PutEntry{one, Entry{idea_now()}, words[0].said, true}));
    results.version = 130;
    results.ideas[0].hands = 2;
    dossier.server(results);
    CHECK(plan().kept_note == place(one, "votes") + "," + place(anna, "role"));
    CHECK(idea_now().hands == 2);
    results.version = 140;
    results.ideas[0].name = "Idee 1, weer anders";
    dossier.server(results);
    CHECK(idea_now().name == "Idee 1, weer anders");
    CHECK_FALSE(dossier.remembers("Idee 1, anders"));
    // Of somebody who took it back the session says nothing, and nothing of a session that is no more.
    auto without = results;
    without.commitments.clear();
    CHECK(kept_words(dossier.state, plan(), without).size() == 1);
    dossier.server(SessionErased{live});
    CHECK(plan().kept_note.empty());
    CHECK(kept_words(dossier.state, plan(), results).empty());
}

TEST_CASE("What a desk left as it stands is not named again until the session says something else") {
    Dossier dossier;
    auto results = first_results();
    dossier.server(results);
    const auto one = dossier.idea(1);
    dossier.change<Idea>(one, [](Idea& idea) { idea.name = "Idee een", idea.votes = 3; });
    const auto plan = [&] { return std::get<SessionPlan>(dossier.state.entries.at(dossier.plan).entry); };
    const auto place = [&](const char* field) { return std::to_string(one.value) + "." + field; };
    const auto says = [&](const char* name, std::int64_t hands) {
        results.version += 10;
        results.ideas[0].name = name;
        results.ideas[0].hands = hands;  // something else is new in every version
        dossier.server(results);
        return plan().kept_note;
    };
    results.ideas[0].votes = 8;
    REQUIRE(says("Idee 1, anders", 1) == place("name") + "," + place("votes"));
    auto left = plan();
    left.kept_note = place("votes");
    REQUIRE_FALSE(dossier.say(PutEntry{dossier.plan, Entry{plan()}, Entry{left}}));

    CHECK(says("Idee 1, anders", 2) == place("votes"));
    CHECK(says("Idee 1, anders", 3) == place("votes"));
    CHECK(says("Idee 1, weer anders", 4) == place("name") + "," + place("votes"));
    // No desk says what a session said.
    left = plan();
    left.kept_said.clear();
    CHECK(dossier.say(PutEntry{dossier.plan, Entry{plan()}, Entry{left}}) == Refusal{Reason::not_by_hand, "session"});
    dossier.server(SessionErased{live});
    CHECK(plan().kept_said.empty());
}

TEST_CASE("A contact that was taken over is erased in all versions when it is taken back, one that was undone stays the desk's") {
    const bool is_undone = GENERATE(false, true);
    Dossier dossier;
    auto results = first_results();
    dossier.server(results);
    const auto anna = dossier.commitment(1);
    const auto email = [&] { return std::get<Commitment>(dossier.state.entries.at(anna).entry).email; };
    dossier.change<Commitment>(anna, [](Commitment& one) { one.email = "anna@werk.example"; });
    const auto plan = [&] { return std::get<SessionPlan>(dossier.state.entries.at(dossier.plan).entry); };
    const auto take = [&] {
        const auto now = dossier.state.entries.at(anna).entry;
        auto said = std::get<Commitment>(now);
        said.email = "anna@nieuw.example";
        return dossier.say(PutEntry{anna, now, Entry{said}, true});
    };
    // Nothing contradicts it yet.
    CHECK(take() == Refusal{Reason::not_by_hand, "session"});
    results.version = 120;
    results.commitments[0].email = "anna@nieuw.example";
    dossier.server(results);
    REQUIRE_FALSE(take());
    CHECK(email() == "anna@nieuw.example");
    if (is_undone) {
        REQUIRE_FALSE(dossier.say(UndoEvent{dossier.state.version}));
        CHECK(plan().kept_note == std::to_string(anna.value) + ".email");
    }
    results.version = 130;
    results.commitments[0].email.clear();
    dossier.server(results);
    CHECK(email() == (is_undone ? "anna@werk.example" : ""));
    CHECK_FALSE(dossier.remembers("anna@nieuw.example"));
    CHECK_FALSE(dossier.remembers("anna@post.example"));
}

TEST_CASE("Somebody whom the desk called is not lost because their idea is no longer among the first") {
    Dossier dossier;
    auto results = first_results();
    dossier.server(results);
    dossier.change<Commitment>(dossier.commitment(3), [](Commitment& one) { one.called = true, one.note = "Belt terug"; });
    results.version = 120;
    results.ideas.resize(3);
    dossier.server(results);
    REQUIRE(dossier.idea(4));
    CHECK(std::get<Idea>(dossier.state.entries.at(dossier.idea(4)).entry).place == 0);
    REQUIRE(dossier.commitment(3));
    CHECK(std::get<Commitment>(dossier.state.entries.at(dossier.commitment(3)).entry).note == "Belt terug");
    CHECK_FALSE(dossier.idea(5));
}

TEST_CASE("An idea that is no longer among the first goes, unless something was done with it") {
    Dossier dossier;
    auto results = first_results();
    dossier.server(results);
    Task task;
    task.what = "Van wie is de grond?";
    task.topic = TaskTopic::owner_of_ground;
    task.idea = dossier.idea(5);
    dossier.put(task);
    results.version = 120;
    results.ideas.resize(3);
    dossier.server(results);
    CHECK_FALSE(dossier.idea(4));
    CHECK_FALSE(dossier.commitment(3));
    REQUIRE(dossier.idea(5));
    CHECK(std::get<Idea>(dossier.state.entries.at(dossier.idea(5)).entry).place == 0);
}

TEST_CASE("An idea comes with what has to be found out, in the language of the meeting, and that goes with it while nobody touched it") {
    Dossier dossier;
    dossier.change<SessionPlan>(dossier.plan, [](SessionPlan& one) { one.language = SessionLanguage::en; });
    auto results = first_results();
    dossier.server(results);
    const auto tasks = [&](std::int64_t number) {
        std::vector<std::pair<EntryId, Task>> found;
        for (const auto& [id, task] : dossier.state.all<Task>())
            if (task->idea == dossier.idea(number)) found.emplace_back(id, *task);
        return found;
    };
    REQUIRE(tasks(1).size() == 3);
    CHECK(tasks(1)[0].second.topic == TaskTopic::owner_of_ground);
    CHECK(tasks(1)[1].second.what == "Are there cables or pipes? (KLIC report)");
    CHECK(tasks(1)[2].second.state == TaskState::open);
    // What the desk takes away does not come again, and can be put back.
    const auto [cost, was] = tasks(1)[2];
    REQUIRE_FALSE(dossier.say(RemoveEntry{cost, was}));
    results.version = 110;
    results.ideas[0].votes = 20;
    dossier.server(results);
    CHECK(tasks(1).size() == 2);
    REQUIRE_FALSE(dossier.say(PutEntry{cost, std::nullopt, was}));
    CHECK(tasks(1).size() == 3);
    // Of ideas that are no longer among the first they go too; where somebody is at work the idea stays, with all of it.
    dossier.change<Task>(tasks(4)[0].first, [](Task& one) { one.who = "Mirjam"; });
    const auto five = dossier.idea(5);
    results.version = 120;
    results.ideas.resize(3);
    dossier.server(results);
    CHECK_FALSE(dossier.idea(5));
    for (const auto& task : dossier.all<Task>()) CHECK(task.idea != five);
    CHECK(tasks(4).size() == 3);
    // Among them again, it comes again, once.
    results.version = 130;
    results.ideas.push_back(idea(5, 4, "Idee 5"));
    dossier.server(results);
    REQUIRE(dossier.idea(5));
    CHECK(tasks(5).size() == 3);
    // And not a second time by an undo of its going.
    const auto went = std::ranges::find_if(dossier.state.recent, [&](const auto& one) {
        const auto* set = std::get_if<EntrySet>(&one.what);
        return set && set->id == five && !set->now;
    });
    REQUIRE(went != dossier.state.recent.end());
    CHECK(dossier.say(UndoEvent{went->version}) == Refusal{Reason::already_there, {}});
    results.version = 140;
    dossier.server(results);
    CHECK(dossier.all<Task>().size() == 15);
    // Of an idea that a desk takes away nothing has to be found out.
    const auto open = [&] { return missing_at_session(dossier.state).size(); };
    CHECK(open() == 15);
    REQUIRE_FALSE(dossier.say(RemoveEntry{dossier.idea(2), dossier.state.entries.at(dossier.idea(2)).entry}));
    CHECK(open() == 12);
    // One that was written down at the desk has none by itself.
    Idea own;
    own.name = "Op papier";
    dossier.put(own);
    CHECK(dossier.all<Task>().size() == 15);
}

TEST_CASE("What was taken away at the desk does not come back") {
    Dossier dossier;
    auto results = first_results();
    dossier.server(results);
    REQUIRE_FALSE(dossier.say(EraseEntry{dossier.commitment(1)}));
    REQUIRE_FALSE(dossier.say(RemoveEntry{dossier.idea(4), dossier.state.entries.at(dossier.idea(4)).entry}));
    results.version = 120;
    results.ideas[0].votes = 3;
    dossier.server(results);
    CHECK_FALSE(dossier.commitment(1));
    CHECK_FALSE(dossier.idea(4));
    CHECK(std::get<Idea>(dossier.state.entries.at(dossier.idea(1)).entry).votes == 3);
    CHECK_FALSE(dossier.remembers("Anna"));
}

TEST_CASE("Who takes something back at the results page is gone from the dossier and from what happened in it") {
    Dossier dossier;
    auto results = first_results();
    results.ideas[1].about = "Achter de loods van Anna";
    dossier.server(results);
    dossier.change<Commitment>(dossier.commitment(1), [](Commitment& one) { one.note = "Vraagt naar water"; });
    const auto id = dossier.commitment(1);

    results.version = 120;
    results.commitments[0].email = "";
    results.ideas[1].about = "";
    dossier.server(results);
    CHECK(dossier.commitment(1) == id);
    CHECK_FALSE(dossier.remembers("anna@post.example"));
    CHECK_FALSE(dossier.remembers("Achter de loods van Anna"));
    CHECK(std::get<Commitment>(dossier.state.entries.at(id).entry).note == "Vraagt naar water");

    results.version = 130;
    results.commitments.erase(results.commitments.begin());
    dossier.server(results);
    CHECK_FALSE(dossier.commitment(1));
    CHECK_FALSE(dossier.remembers("Anna"));
}

TEST_CASE("Who was in a session that is erased is erased in the dossier too, unless they joined the working group themselves") {
    Dossier dossier;
    auto results = first_results();
    results.ideas[0].missing_note = "Iemand als Dirk";
    dossier.server(results);
    Commitment by_hand;
    by_hand.name = "Eva";
    const auto eva = dossier.put(by_hand);
    const auto asks = [&](std::int64_t number, std::string name) {
        Confirmation one;
        one.name = std::move(name);
        one.what_for = Confirms::working_group;
        one.commitment = dossier.commitment(number);
        return dossier.put(one);
    };
    const auto anna = asks(1, "Anna"), bo = asks(2, "Bo");
    dossier.change<Confirmation>(anna, [](Confirmation& one) { one.answer = Consent::accepted; });
    const auto cor = dossier.commitment(3);
    REQUIRE_FALSE(dossier.say(RemoveEntry{cor, dossier.state.entries.at(cor).entry}));

    CHECK(dossier.server(SessionErased{"00000000000000bb"}) == 0);
    CHECK(dossier.server(SessionErased{live}) > 0);
    CHECK(dossier.server(SessionErased{live}) == 0);
    results.version += 1;
    CHECK(dossier.server(results) == 0);
    REQUIRE(dossier.all<Commitment>().size() == 1);
    CHECK(dossier.state.entries.contains(eva));
    CHECK(dossier.state.entries.contains(anna));
    CHECK_FALSE(dossier.state.entries.contains(bo));
    CHECK_FALSE(dossier.state.taken_away.contains(cor));
    for (const auto* word : {"anna@post.example", "Bo", "Cor", "cor@post.example"}) CHECK_FALSE(dossier.remembers(word));
    CHECK(dossier.all<Idea>().size() == 5);
    CHECK(dossier.all<Idea>()[0].name == "Idee 1");
    CHECK(dossier.all<Idea>()[0].missing_note.empty());
    CHECK(summary_of(dossier.state).sessions.empty());
}

TEST_CASE("A session is tied to one plan, and only by the server") {
    Dossier dossier;
    SessionPlan second;
    second.name = "Nog een sessie";
    const auto other = dossier.put(second);
    CHECK(dossier.server(LinkSession{other, live}) == 0);
    CHECK(dossier.server(LinkSession{dossier.plan, "00000000000000bb"}) == 0);
    CHECK(dossier.server(LinkSession{dossier.plan, live}) == 0);
    CHECK(dossier.server(LinkSession{dossier.plan, ""}) == 1);
    CHECK(dossier.server(LinkSession{other, live}) == 1);
    second.session = "00000000000000cc";
    CHECK(dossier.say(PutEntry{{}, std::nullopt, second})->reason == Reason::not_by_hand);
    auto forged = idea(1, 1, "Vals");
    CHECK(dossier.say(PutEntry{{}, std::nullopt, forged})->reason == Reason::not_by_hand);
    CHECK(summary_of(dossier.state).sessions == std::vector<LinkedSession>{{live, 0}});
}

TEST_CASE("Step 2 asks for a session or its ideas, and for what was to be found out") {
    Trajectory empty;
    CHECK(missing(empty, Step::session) == std::vector<Missing>{{Lack::session_held, {}}});
    Dossier dossier;
    CHECK(missing(dossier.state, Step::session) == std::vector<Missing>{{Lack::session_held, dossier.plan}});
    // On paper.
    Idea written;
    written.name = "Een boomgaard";
    const auto there = dossier.put(written);
    CHECK(missing(dossier.state, Step::session).empty());
    Task task;
    task.what = "Kabels";
    task.topic = TaskTopic::cables;
    task.idea = there;
    const auto open = dossier.put(task);
    CHECK(missing(dossier.state, Step::session) == std::vector<Missing>{{Lack::fact_finding, open}});
    dossier.change<Task>(open, [](Task& one) { one.state = TaskState::done; });
    CHECK(missing(dossier.state, Step::session).empty());
}

TEST_CASE("The results of a session name who wants to do what, and how to reach only whom one may call") {
    domain::Meeting meeting;
    const auto anna = meeting.join("Anna"), bo = meeting.join("Bo");
    meeting.start(2);
    REQUIRE(meeting.person(anna, SubmitIdea{"Een groene muur", "bij hal 3"}) == accepted);
    const IdeaId wall{meeting.made};
    meeting.idea(bo, "Een vijver");
    meeting.start(4);
    for (auto who : {anna, bo})
        for (auto candidate : meeting.session.open_vote()->state.candidates) REQUIRE(meeting.person(who, CastVote{candidate}) == accepted);
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
    meeting.start(6);
    while (meeting.facilitator(RevealNext{meeting.session.revealed}) == accepted) {}
    meeting.start(7);
    const auto group = meeting.session.ideas.at(wall).placement.group;
    REQUIRE(meeting.person(anna, CommitTo{group, domain::CommitmentRole::lead, "op zaterdag"}) == accepted);
    REQUIRE(meeting.person(bo, CommitTo{group, domain::CommitmentRole::missing, "een hovenier"}) == accepted);
    REQUIRE(meeting.person(bo, CommitTo{group, domain::CommitmentRole::help, ""}) == accepted);
    REQUIRE(meeting.person(anna, GiveContact{ContactKind::email, "anna@post.example", {"this_idea"}}) == accepted);
    REQUIRE(meeting.person(bo, GiveContact{ContactKind::email, "bo@post.example", {"report"}}) == accepted);
    meeting.start(8);
    REQUIRE(meeting.facilitator(SetNextStep{"2027-02-28", ""}) == accepted);
    REQUIRE(meeting.facilitator(CloseSession{}) == accepted);

    const auto results = results_of(meeting.session, live);
    CHECK(results.version == static_cast<std::int64_t>(meeting.session.version));
    REQUIRE(results.ideas.size() == 2);
    const auto one = std::ranges::find(results.ideas, std::int64_t{group.value}, &Idea::number);
    REQUIRE(one != results.ideas.end());
    CHECK(one->name == "Een groene muur");
    CHECK(one->about == "bij hal 3");
    CHECK(one->votes == 2);
    CHECK(one->place == 1);
    CHECK(one->letter.size() == 1);
    CHECK(one->missing_note == "een hovenier");
    REQUIRE(results.commitments.size() == 2);
    CHECK(results.commitments[0].name == "Anna");
    CHECK(results.commitments[0].email == "anna@post.example");
    CHECK(results.commitments[0].said_note == "op zaterdag");
    CHECK(results.commitments[0].role == CommitmentRole::lead);
    CHECK(results.commitments[1].name == "Bo");
    CHECK(results.commitments[1].email.empty());  // only the report was to be sent
    // What Anna takes back afterwards is not in the next version.
    REQUIRE(meeting.person(anna, WithdrawContact{}) == accepted);
    CHECK(results_of(meeting.session, live).commitments[0].email.empty());
}

}  // namespace session_test
}  // namespace kiemkring::domain::trajectory
