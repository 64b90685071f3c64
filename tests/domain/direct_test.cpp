// What a facilitator directs with: pause, spotlight, moderation, notes, who drives; and two seats of one person.
#include "meeting.h"

using namespace kiemkring::domain;
using kiemkring::base::Milliseconds;

namespace {

bool sees(const Meeting& meeting, Audience audience, RecordType type, std::uint32_t id = 0) {
    return project(meeting.session, audience, {type, id}).has_value();
}

template <class R>
R seen(const Meeting& meeting, Audience audience, RecordType type, std::uint32_t id = 0) {
    return std::get<R>(project(meeting.session, audience, {type, id}).value());
}

std::optional<UndoView> offered(const Meeting& meeting) {
    return seen<UndoRecord>(meeting, Audience::facilitator, RecordType::undo).action;
}

}  // namespace

TEST_CASE("In a pause the timer and every countdown stand still, and what somebody wrote is taken") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    meeting.start(2);
    REQUIRE(meeting.facilitator(SetTimer{60'000}) == accepted);
    REQUIRE(meeting.facilitator(StartRound{{3}, 10'000}) == accepted);
    meeting.moment.now += Milliseconds{5'000};
    REQUIRE(meeting.facilitator(PauseSession{true}) == accepted);
    CHECK(meeting.session.timer == Timer{TimerState::paused, {}, 55'000});
    CHECK_FALSE(next_deadline(meeting.session));

    meeting.moment.now += Milliseconds{600'000};
    const auto idea = meeting.idea(anna, "Een bankje");
    CHECK(meeting.person(anna, EditIdea{idea, "Twee bankjes", ""}) == accepted);

    SECTION("it goes on with the time that was left") {
        REQUIRE(meeting.facilitator(PauseSession{false}) == accepted);
        CHECK(meeting.session.timer == Timer{TimerState::running, meeting.moment.now + Milliseconds{55'000}, 0});
        CHECK(meeting.session.pause == Pause{});
    }
    SECTION("undo does the same, and does not bring back a countdown that would be over") {
        REQUIRE(meeting.facilitator(Undo{offered(meeting)->id}) == accepted);
        CHECK(meeting.session.timer == Timer{TimerState::running, meeting.moment.now + Milliseconds{55'000}, 0});
        CHECK_FALSE(meeting.session.moving);
    }
    SECTION("a new round ends it") {
        meeting.start(3);
        CHECK_FALSE(meeting.session.pause.on);
    }
}

TEST_CASE("A timer that stood still before the pause stands still after it") {
    Meeting meeting;
    meeting.start(2);
    REQUIRE(meeting.facilitator(PauseTimer{}) == accepted);
    const auto before = meeting.session.timer;
    REQUIRE(meeting.facilitator(PauseSession{true}) == accepted);
    REQUIRE(meeting.facilitator(PauseSession{false}) == accepted);
    CHECK(meeting.session.timer == before);
}

TEST_CASE("A vote in a pause is asked again, not lost") {
    Meeting meeting;
    meeting.up_to_the_vote(3, 3);
    REQUIRE(meeting.facilitator(CloseVote{5'000, true}) == accepted);
    REQUIRE(meeting.facilitator(PauseSession{true}) == accepted);
    CHECK_FALSE(next_deadline(meeting.session));
    const auto refused = decide(meeting.session, CastVote{{1}}, {Asker::Role::participant, {1}, {}}, meeting.moment);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == Reason::paused);
    CHECK(is_passing(refused.error().reason));
    CHECK(refused.error().details.retry_after_ms == 2'000);

    REQUIRE(meeting.facilitator(PauseSession{false}) == accepted);
    CHECK(meeting.person({1}, CastVote{{1}}) == accepted);
}

TEST_CASE("Who is done says so, tablet and big screen see it, and the next round asks anew") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    CHECK(meeting.person(anna, SetReady{{1}, true}) == Reason::wrong_round);  // nobody is done with coming in
    meeting.start(2);
    CHECK(meeting.person(anna, SetReady{{2}, true}) == accepted);
    CHECK(meeting.me(anna).ready);
    CHECK(seen<PersonRecord>(meeting, Audience::facilitator, RecordType::person, 1).ready == true);
    CHECK(seen<PersonRecord>(meeting, Audience::screen, RecordType::person, 1).ready == true);
    CHECK_FALSE(seen<PersonRecord>(meeting, Audience::participant, RecordType::person, 1).ready.has_value());

    SECTION("said too late it does not count for another round") {
        meeting.start(3);
        CHECK(meeting.person(anna, SetReady{{2}, true}) == Reason::wrong_round);
        CHECK_FALSE(meeting.me(anna).ready);
        meeting.start(2);
        CHECK_FALSE(meeting.me(anna).ready);
    }
    SECTION("a step that is undone takes nothing away") {
        meeting.start(3);
        REQUIRE(meeting.facilitator(Undo{offered(meeting)->id}) == accepted);
        CHECK(meeting.me(anna).ready);
    }
    SECTION("or not yet") {
        CHECK(meeting.person(anna, SetReady{{2}, false}) == accepted);
        CHECK_FALSE(meeting.me(anna).ready);
    }
}

TEST_CASE("One idea in the light is on every screen, without its writer, until it is hidden or the round ends") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    meeting.start(2);
    const auto idea = meeting.idea(anna, "Een bankje");
    REQUIRE(meeting.facilitator(Spotlight{idea}) == accepted);
    for (auto audience : {Audience::participant, Audience::facilitator, Audience::screen})
        CHECK(seen<SpotlightRecord>(meeting, audience, RecordType::spotlight) == SpotlightRecord{0, idea, "Een bankje", ""});

    SECTION("lights out") {
        CHECK(meeting.facilitator(Spotlight{}) == accepted);
        CHECK_FALSE(sees(meeting, Audience::participant, RecordType::spotlight));
    }
    SECTION("who withdraws it takes it out of the light") {
        CHECK(meeting.person(anna, WithdrawIdea{idea}) == accepted);
        CHECK_FALSE(sees(meeting, Audience::screen, RecordType::spotlight));
    }
    SECTION("the next round comes without it, and undo brings it back") {
        meeting.start(3);
        CHECK_FALSE(sees(meeting, Audience::screen, RecordType::spotlight));
        REQUIRE(meeting.facilitator(Undo{offered(meeting)->id}) == accepted);
        CHECK(sees(meeting, Audience::screen, RecordType::spotlight));
    }
    SECTION("what nobody may see does not come into the light") {
        REQUIRE(meeting.facilitator(HideIdea{{idea}, true}) == accepted);
        CHECK_FALSE(sees(meeting, Audience::participant, RecordType::spotlight));
        REQUIRE(meeting.facilitator(Spotlight{}) == accepted);
        CHECK(meeting.facilitator(Spotlight{idea}) == Reason::changed_meanwhile);
        CHECK(meeting.facilitator(Spotlight{{99}}) == Reason::not_found);
    }
}

TEST_CASE("With moderation on, others see an idea, and its new words, only once it was let through") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    REQUIRE(meeting.facilitator(Moderate{true}) == accepted);
    meeting.start(2);
    REQUIRE(meeting.facilitator(ShareIdeas{true}) == accepted);
    const auto idea = meeting.idea(anna, "Een bankje");
    const auto hidden_from_all = [&] {
        return !sees(meeting, Audience::participant, RecordType::idea, idea.value) &&
               !sees(meeting, Audience::screen, RecordType::idea, idea.value) &&
               sees(meeting, Audience::facilitator, RecordType::idea, idea.value);
    };
    CHECK(hidden_from_all());
    CHECK(std::get<MyIdeaRecord>(*project_own(meeting.session, {RecordType::my_idea, idea.value})).status == IdeaStatus::waiting);
    CHECK(meeting.facilitator(Spotlight{idea}) == Reason::changed_meanwhile);

    REQUIRE(meeting.facilitator(AdmitIdeas{{idea}}) == accepted);
    CHECK(sees(meeting, Audience::participant, RecordType::idea, idea.value));
    CHECK(meeting.person(anna, EditIdea{idea, "Iets anders", ""}) == accepted);
    CHECK(hidden_from_all());
    CHECK(meeting.person(anna, WithdrawIdea{idea}) == accepted);
    CHECK(meeting.person(anna, RestoreIdea{idea}) == accepted);
    CHECK(hidden_from_all());

    SECTION("what is withdrawn meanwhile is not let through") {
        CHECK(meeting.person(anna, WithdrawIdea{idea}) == accepted);
        CHECK(meeting.facilitator(AdmitIdeas{{idea}}) == accepted);
        CHECK(hidden_from_all());
    }
    SECTION("off is for what comes: what waits goes on waiting") {
        REQUIRE(meeting.facilitator(Moderate{false}) == accepted);
        CHECK(hidden_from_all());
        CHECK(sees(meeting, Audience::participant, RecordType::idea, meeting.idea(anna, "Een heg").value));
    }
}

TEST_CASE("Notes are for facilitators, and who writes on what was there before is told, not overwritten") {
    Meeting meeting;
    const auto texts = meeting.session.texts.size();
    CHECK(meeting.facilitator(WriteNote{{2}, 0, "Karin vraagt het woord"}) == accepted);
    CHECK(meeting.made == 1);
    CHECK(meeting.facilitator(WriteNote{{2}, 0, "Koffie om drie uur"}) == Reason::changed_meanwhile);
    CHECK(meeting.facilitator(WriteNote{{2}, 1, "Karin vraagt het woord\nKoffie om drie uur"}) == accepted);
    CHECK(meeting.made == 2);
    CHECK(meeting.facilitator(WriteNote{{99}, 0, "?"}) == Reason::not_found);

    CHECK(seen<NoteRecord>(meeting, Audience::facilitator, RecordType::note, 2).text == "Karin vraagt het woord\nKoffie om drie uur");
    CHECK_FALSE(sees(meeting, Audience::participant, RecordType::note, 2));
    CHECK_FALSE(sees(meeting, Audience::screen, RecordType::note, 2));
    CHECK(meeting.session.texts.size() == texts + 2);
    CHECK_FALSE(offered(meeting));  // undo of a step takes back no note
    CHECK(meeting.ask(WriteNote{{2}, 2, "?"}, {Asker::Role::screen, {}}) == Reason::forbidden);
}

TEST_CASE("A note is undone where it stands, a sitting at once, and never what another tablet wrote since") {
    Meeting meeting;
    const auto note = [&] { return seen<NoteRecord>(meeting, Audience::facilitator, RecordType::note, 2); };
    const auto write = [&](const std::string& text, bool goes_on = false) {
        const auto found = meeting.session.notes.find({2});
        const auto number = found == meeting.session.notes.end() ? 0U : found->second.number;
        REQUIRE(meeting.facilitator(WriteNote{{2}, number, text, goes_on}) == accepted);
    };
    write("Karin");
    write("Karin vraagt", true);
    write("Karin vraagt het woord", true);
    const auto of_karin = note().undo;
    const auto texts = meeting.session.texts.size();
    write("Karin vraagt het woord\nKoffie");
    write("Karin vraagt het woord\nKoffie om drie uur", true);
    CHECK(meeting.session.texts.size() == texts + 1);  // a sitting writes over one text
    CHECK(note().undo != of_karin);
    CHECK(meeting.facilitator(Undo{of_karin}) == Reason::changed_meanwhile);

    REQUIRE(meeting.facilitator(LockDoor{true}) == accepted);
    CHECK(offered(meeting)->op == "lock_door");
    REQUIRE(meeting.facilitator(Undo{note().undo}) == accepted);
    CHECK(note().text == "Karin vraagt het woord");
    CHECK(note().number == 6);  // whoever writes on what was there is told
    CHECK(meeting.facilitator(WriteNote{{2}, 5, "?"}) == Reason::changed_meanwhile);
    CHECK(offered(meeting)->op == "lock_door");

    SECTION("step by step to an empty one") {
        REQUIRE(note().undo == of_karin);
        REQUIRE(meeting.facilitator(Undo{of_karin}) == accepted);
        CHECK(note() == NoteRecord{{2}, "", 7, 0});
    }
    SECTION("what was crossed out is gone when the session ends") {
        write("Piet");
        meeting.start(8);
        REQUIRE(meeting.facilitator(SetNextStep{"2027-01-15", ""}) == accepted);
        REQUIRE(meeting.facilitator(CloseSession{}) == accepted);
        CHECK(note() == NoteRecord{{2}, "Piet", 7, 0});
        for (const auto& [id, text] : meeting.session.texts) CHECK(text.find("Karin") == std::string::npos);
    }
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("A PIN that was made anew is undone to the one before, unless another was made since") {
    Meeting meeting;
    const auto lead = [&] { return seen<LeadRecord>(meeting, Audience::facilitator, RecordType::lead); };
    const Asker second{Asker::Role::facilitator, {}, "9f86d081884c7d65"};
    REQUIRE(meeting.facilitator(SetPin{"4711"}) == accepted);
    const auto first = meeting.made;
    CHECK(lead().pin == first);
    REQUIRE(meeting.facilitator(SetPin{"0815"}) == accepted);
    CHECK(lead().pin == meeting.made);
    const auto actions = meeting.session.actions;
    CHECK(meeting.facilitator(Undo{actions.front().id}) == Reason::changed_meanwhile);
    CHECK(offered(meeting)->op == "set_pin");

    REQUIRE(meeting.facilitator(Undo{offered(meeting)->id}) == accepted);
    CHECK(lead().pin == first);
    CHECK(meeting.ask(TakeLead{"0815"}, second) == Reason::wrong_pin);
    SECTION("which is good again") { CHECK(meeting.ask(TakeLead{"4711"}, second) == accepted); }
    SECTION("and to none") {
        REQUIRE(meeting.facilitator(Undo{offered(meeting)->id}) == accepted);
        CHECK(lead() == LeadRecord{0, "", false, 0});
        CHECK(meeting.ask(TakeLead{""}, second) == Reason::wrong_pin);
    }
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("A PIN, a Wi-Fi and a note of before there was undo are left as they are") {
    Meeting meeting;
    Change before;
    before.texts = {{TextId{1}, "4711"}, {TextId{2}, "De Grift"}, {TextId{4}, "Koffie"}};
    before.events = {PinSet{{1}, {}}, WifiSet{{2}, {3}, true, {}}, NoteWritten{{2}, {4}, 3, {}}};
    meeting.apply(before, "set_pin", true);
    CHECK_FALSE(offered(meeting));
    CHECK(seen<NoteRecord>(meeting, Audience::facilitator, RecordType::note, 2).undo == 0);
    REQUIRE(meeting.facilitator(WriteNote{{2}, 3, "Thee", true}) == accepted);
    REQUIRE(meeting.facilitator(Undo{seen<NoteRecord>(meeting, Audience::facilitator, RecordType::note, 2).undo}) == accepted);
    CHECK(seen<NoteRecord>(meeting, Audience::facilitator, RecordType::note, 2).text == "Koffie");
}

TEST_CASE("The Wi-Fi of the room is for the tablet, for the big screen while shown, and gone at the end") {
    Meeting meeting;
    const auto told = [&](Audience audience) { return project(meeting.session, audience, {RecordType::wifi, 0}); };
    CHECK_FALSE(told(Audience::facilitator));
    const auto texts = meeting.session.texts.size();
    REQUIRE(meeting.facilitator(SetWifi{"De Grift", "groene plek", true}) == accepted);
    CHECK(std::get<WifiRecord>(*told(Audience::screen)).password == "groene plek");
    for (auto audience : {Audience::participant, Audience::helper}) CHECK_FALSE(told(audience));

    REQUIRE(meeting.facilitator(SetWifi{"De Grift", "groene plek", false}) == accepted);
    CHECK_FALSE(told(Audience::screen));
    CHECK(std::get<WifiRecord>(*told(Audience::facilitator)).name == "De Grift");
    REQUIRE(meeting.facilitator(SetWifi{"Gasten", "", true}) == accepted);
    CHECK(meeting.session.texts.size() == texts + 3);
    CHECK(std::get<WifiRecord>(*told(Audience::screen)).name == "Gasten");
    REQUIRE(meeting.facilitator(SetWifi{"", "", false}) == accepted);
    CHECK_FALSE(told(Audience::facilitator));
    REQUIRE(meeting.facilitator(Undo{offered(meeting)->id}) == accepted);
    CHECK(std::get<WifiRecord>(*told(Audience::screen)).name == "Gasten");
    REQUIRE(meeting.facilitator(Undo{offered(meeting)->id}) == accepted);
    CHECK(std::get<WifiRecord>(*told(Audience::facilitator)) == WifiRecord{0, "De Grift", "groene plek", false});
    CHECK(meeting.ask(SetWifi{"Gasten", "", true}, {Asker::Role::screen, {}}) == Reason::forbidden);

    REQUIRE(meeting.facilitator(SetWifi{"De Grift", "groene plek", true}) == accepted);
    meeting.start(8);
    REQUIRE(meeting.facilitator(SetNextStep{"2027-01-15", ""}) == accepted);
    REQUIRE(meeting.facilitator(CloseSession{}) == accepted);
    CHECK_FALSE(told(Audience::facilitator));
    for (const auto& [id, text] : meeting.session.texts) CHECK(text != "groene plek");
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("A second tablet sees all and does nothing, until it takes over with the PIN") {
    Meeting meeting;
    const Asker main{Asker::Role::facilitator, {}, ""}, second{Asker::Role::facilitator, {}, "9f86d081884c7d65"};
    CHECK(meeting.ask(LockDoor{true}, second) == Reason::watching);
    CHECK(meeting.ask(TakeLead{""}, second) == Reason::wrong_pin);  // there is none yet
    CHECK(meeting.ask(SetPin{"4711"}, second) == Reason::watching);
    REQUIRE(meeting.ask(SetPin{"4711"}, main) == accepted);
    CHECK(meeting.ask(TakeLead{"0000"}, second) == Reason::wrong_pin);
    CHECK(meeting.ask(TakeLead{""}, second) == Reason::wrong_pin);
    REQUIRE(meeting.ask(TakeLead{"4711"}, second) == accepted);
    CHECK(meeting.ask(LockDoor{true}, second) == accepted);
    CHECK(meeting.ask(LockDoor{false}, main) == Reason::watching);
    CHECK(seen<LeadRecord>(meeting, Audience::facilitator, RecordType::lead).device == second.device);
    CHECK_FALSE(sees(meeting, Audience::participant, RecordType::lead));

    // The tablet of the organiser comes back also when nobody knows the PIN any more.
    REQUIRE(meeting.ask(TakeLead{""}, main) == accepted);
    CHECK(meeting.ask(LockDoor{true}, second) == Reason::watching);
    REQUIRE(offered(meeting));
    CHECK(offered(meeting)->op == "lock_door");  // taking over is not undone
}

TEST_CASE("Two seats of one person become one: one set of votes, all ideas, one place more") {
    Meeting meeting{3};
    const auto anna = meeting.join("Anna"), again = meeting.join("Anna"), bo = meeting.join("Bo");
    meeting.start(2);
    meeting.idea(anna, "Een bankje");
    const auto second = meeting.idea(again, "Een heg");
    meeting.idea(bo, "Een vijver");
    meeting.start(4);
    REQUIRE(meeting.person(anna, CastVote{{1}}) == accepted);
    REQUIRE(meeting.person(again, CastVote{{1}}) == accepted);
    REQUIRE(meeting.person(again, CastVote{{2}}) == accepted);
    const auto before = state_hash(meeting.session);
    const auto vote = [&] { return *meeting.session.last_vote(); };
    CHECK(vote().voters == 2);

    REQUIRE(meeting.facilitator(MergeSeats{again, anna}) == accepted);
    CHECK(vote().voters == 1);
    CHECK(meeting.session.seats_taken == 2);
    CHECK(own_keys(meeting.session, anna).size() == 3);
    CHECK_FALSE(sees(meeting, Audience::facilitator, RecordType::person, again.value));
    CHECK(meeting.me(anna).votes.size() == 1);
    meeting.join("Cem");

    SECTION("either phone acts for the one that is left, within its votes") {
        CHECK(meeting.person(again, CastVote{{2}}) == accepted);
        CHECK(meeting.person(anna, CastVote{{3}}) == accepted);
        CHECK(meeting.person(again, CastVote{{3}}) == Reason::candidate_has_all_your_votes);
        CHECK(meeting.me(anna).votes_left == 0);
        CHECK(vote().voters == 1);
        REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
        meeting.start(3);
        CHECK(meeting.person(anna, WithdrawIdea{second}) == accepted);
    }
    SECTION("either phone sets the pins of what the other wrote") {
        REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
        meeting.start(3);
        REQUIRE(meeting.facilitator(AllowGrouping{true}) == accepted);
        CHECK(meeting.person(anna, PinIdea{second, Place{0.2, 0.4}}) == accepted);
        CHECK(meeting.person(again, PinIdea{{1}, Place{0.2, 0.4}}) == accepted);
        CHECK(meeting.person(bo, PinIdea{second, Place{0.3, 0.4}}) == Reason::forbidden);
    }
    SECTION("undo gives both their seats and votes back") {
        const auto merged = meeting.session.actions.back();
        REQUIRE(merged.op == "merge_seats");
        CHECK(meeting.facilitator(Undo{merged.id}) == Reason::session_full);
        CHECK_FALSE(offered(meeting));
        REQUIRE(meeting.facilitator(RemovePerson{{4}}) == accepted);
        REQUIRE(meeting.facilitator(Undo{merged.id}) == accepted);
        CHECK(vote().voters == 2);
        CHECK(meeting.me(again).votes.size() == 2);
        CHECK(meeting.session.seats_taken == 3);
        CHECK(own_keys(meeting.session, again).size() == 2);
        CHECK(before != state_hash(meeting.session));  // the number of events, at least
        CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
    }
    SECTION("votes that the rules no longer allow do not come back") {
        REQUIRE(meeting.person(anna, RetractVote{{1}}) == accepted);
        REQUIRE(meeting.facilitator(RemovePerson{{4}}) == accepted);
        REQUIRE(meeting.facilitator(SetVoteRules{1, 1}) == accepted);
        const auto merged = meeting.session.actions.at(meeting.session.actions.size() - 3);
        REQUIRE(merged.op == "merge_seats");
        CHECK(meeting.facilitator(Undo{merged.id}) == Reason::changed_meanwhile);
    }
}

TEST_CASE("What somebody holds on one phone is in their hand on the other too") {
    Meeting meeting;
    const auto anna = meeting.join("Anna"), again = meeting.join("Anna");
    meeting.start(2);
    meeting.idea(anna, "Een bankje");
    meeting.start(3);
    REQUIRE(meeting.facilitator(AllowGrouping{true}) == accepted);
    REQUIRE(meeting.person(again, HoldIdea{{1}}) == accepted);
    CHECK(meeting.person(anna, HoldIdea{{1}}) == Reason::being_moved);
    REQUIRE(meeting.facilitator(MergeSeats{again, anna}) == accepted);
    CHECK(meeting.person(anna, HoldIdea{{1}}) == accepted);
    CHECK(meeting.person(again, ReleaseIdea{{1}}) == accepted);
    CHECK_FALSE(meeting.session.ideas.at({1}).hold);
}

TEST_CASE("Of two seats the votes of the one that has them stay") {
    Meeting meeting;
    const auto anna = meeting.join("Anna"), again = meeting.join("Anna");
    meeting.start(2);
    meeting.idea(anna, "Een bankje");
    meeting.start(4);
    REQUIRE(meeting.person(again, CastVote{{1}}) == accepted);
    REQUIRE(meeting.facilitator(MergeSeats{again, anna}) == accepted);
    CHECK(meeting.me(anna).votes.size() == 1);
    CHECK(meeting.person(anna, CastVote{{1}}) == Reason::candidate_has_all_your_votes);
    CHECK(meeting.person(anna, RetractVote{{1}}) == accepted);
    CHECK(meeting.session.last_vote()->voters == 0);
}

TEST_CASE("Contact data of a seat that went up in another can be taken back") {
    Meeting meeting;
    const auto anna = meeting.join("Anna"), again = meeting.join("Anna");
    meeting.start(7);
    REQUIRE(meeting.person(again, GiveContact{ContactKind::email, "anna@example.nl", {"report"}}) == accepted);
    REQUIRE(meeting.facilitator(MergeSeats{again, anna}) == accepted);
    CHECK(meeting.me(anna).contact->value == "anna@example.nl");
    CHECK(meeting.person(anna, WithdrawContact{}) == accepted);
    CHECK_FALSE(meeting.me(anna).contact);
    CHECK_FALSE(meeting.session.rows.at(again).contact);
}

TEST_CASE("Seats that are not there, or the same, or gone, do not become one") {
    Meeting meeting;
    const auto anna = meeting.join("Anna"), bo = meeting.join("Bo");
    CHECK(meeting.facilitator(MergeSeats{anna, anna}) == Reason::bad_args);
    CHECK(meeting.facilitator(MergeSeats{anna, {9}}) == Reason::not_found);
    REQUIRE(meeting.facilitator(MergeSeats{anna, bo}) == accepted);
    CHECK(meeting.facilitator(MergeSeats{bo, anna}) == Reason::changed_meanwhile);
    CHECK(meeting.facilitator(BringBackPerson{anna}) == Reason::not_found);
    REQUIRE(meeting.facilitator(RemovePerson{bo}) == accepted);
    CHECK(meeting.person(anna, SubmitIdea{"Een bankje", ""}) == Reason::forbidden);
}

TEST_CASE("Undo offers the newest action that can be undone, and says what it was about") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    meeting.start(2);
    const auto bench = meeting.idea(anna, "Een bankje"), hedge = meeting.idea(anna, "Een heg");
    REQUIRE(meeting.facilitator(HideIdea{{bench}, true}) == accepted);
    REQUIRE(meeting.facilitator(HideIdea{{hedge}, true}) == accepted);
    CHECK(offered(meeting)->what == "Een heg");
    CHECK(offered(meeting)->at == meeting.moment.now);

    // Somebody else changed it since: the one before is offered.
    CHECK(meeting.person(anna, WithdrawIdea{hedge}) == accepted);
    CHECK(offered(meeting)->what == "Een bankje");
    CHECK(meeting.person(anna, WithdrawIdea{bench}) == accepted);
    CHECK(offered(meeting)->op == "start_round");
    REQUIRE(meeting.facilitator(Undo{offered(meeting)->id}) == accepted);
    CHECK_FALSE(offered(meeting));
}

TEST_CASE("Whoever writes, changes or takes back an idea is not to be told from what a facilitator is sent with it") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    meeting.join("Bram");
    const auto sent_of_people = [&](const Command& command) {
        meeting.touched.clear();
        REQUIRE_FALSE(meeting.ask(command, {Asker::Role::participant, anna, {}, {}}));
        return std::ranges::any_of(meeting.touched, [](const RecordKey& key) { return key.type == RecordType::person; });
    };
    CHECK_FALSE(sent_of_people(SubmitIdea{"Een bank onder de linde", "", {}, {}}));
    const auto idea = meeting.session.ideas.rbegin()->first;
    CHECK_FALSE(sent_of_people(WithdrawIdea{idea}));
    CHECK_FALSE(sent_of_people(RestoreIdea{idea}));
}
