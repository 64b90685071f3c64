#include "domain/limits.h"
#include "meeting.h"

using namespace kiemkring::domain;
using kiemkring::base::Milliseconds;

TEST_CASE("The 31st is refused, who is removed frees a seat") {
    Meeting meeting;
    for (int i = 0; i < 30; ++i) meeting.join();
    CHECK(decide_join(meeting.session, {"one more", "", "", ""}, meeting.moment).error().reason == Reason::session_full);

    CHECK(meeting.facilitator(RemovePerson{{3}}) == accepted);
    meeting.join("Nora");
    CHECK(meeting.facilitator(BringBackPerson{{3}}) == Reason::session_full);
    CHECK(meeting.session.seats_taken == 30);
}

TEST_CASE("A locked door lets nobody new in") {
    Meeting meeting;
    CHECK(meeting.facilitator(LockDoor{true}) == accepted);
    CHECK(decide_join(meeting.session, {"t", "", "", ""}, meeting.moment).error().reason == Reason::forbidden);
    CHECK(meeting.facilitator(LockDoor{false}) == accepted);
    meeting.join();
}

TEST_CASE("Equal names are told apart and nobody stays without one") {
    Meeting meeting;
    meeting.join("Anna");
    meeting.join("Anna");
    auto nameless = meeting.join("");
    CHECK(meeting.session.name({2}) == "Anna (2)");
    CHECK_FALSE(meeting.session.name(nameless).empty());
    CHECK(meeting.person({2}, SetProfile{"Bo", "Veldhoen", "planner"}) == accepted);
    CHECK(meeting.session.name({2}) == "Bo");
}

TEST_CASE("An idea outside the round for ideas is kept for later") {
    Meeting meeting;
    auto anna = meeting.join("Anna");
    auto idea = meeting.idea(anna, "Een bankje");
    CHECK(meeting.session.ideas.at(idea).state.status == IdeaStatus::later);
    CHECK_FALSE(project(meeting.session, Audience::screen, {RecordType::idea, idea.value}));
    CHECK(meeting.facilitator(KeepForLater{{idea}, false}) == accepted);
    CHECK(meeting.session.ideas.at(idea).state.status == IdeaStatus::live);
}

TEST_CASE("Silent writing: others see an idea only once it is shared") {
    Meeting meeting;
    auto anna = meeting.join("Anna");
    meeting.start(2);
    auto idea = meeting.idea(anna, "Een bankje");
    CHECK_FALSE(project(meeting.session, Audience::participant, {RecordType::idea, idea.value}));
    CHECK(project(meeting.session, Audience::facilitator, {RecordType::idea, idea.value}));
    CHECK(own_keys(meeting.session, anna).size() == 2);

    CHECK(meeting.facilitator(ShareIdeas{true}) == accepted);
    CHECK(project(meeting.session, Audience::participant, {RecordType::idea, idea.value}));
}

TEST_CASE("A talk or a break has its time, and leaves what was written in silence unshared") {
    Meeting meeting;
    auto anna = meeting.join("Anna");
    meeting.start(2);
    auto idea = meeting.idea(anna, "Een bankje");
    for (std::uint32_t interlude : {9u, 10u}) {
        meeting.start(interlude);
        CHECK(meeting.session.timer.state == TimerState::running);
        CHECK_FALSE(project(meeting.session, Audience::participant, {RecordType::idea, idea.value}));
        CHECK(meeting.session.ideas.at(meeting.idea(anna, "Een heg")).state.status == IdeaStatus::later);
    }
    meeting.start(2);
    CHECK_FALSE(meeting.session.sharing.all);
    meeting.start(3);
    CHECK(meeting.session.sharing.all);
}

TEST_CASE("Only the writer changes or withdraws an idea, a withdrawn one can be brought back") {
    Meeting meeting;
    auto anna = meeting.join("Anna");
    auto bo = meeting.join("Bo");
    meeting.start(2);
    auto idea = meeting.idea(anna, "Een bankje");
    CHECK(meeting.person(bo, EditIdea{idea, "Weg ermee", ""}) == Reason::forbidden);
    CHECK(meeting.person(bo, WithdrawIdea{idea}) == Reason::forbidden);
    CHECK(meeting.person(anna, EditIdea{idea, "Twee bankjes", "bij de poort"}) == accepted);
    CHECK(meeting.session.text(meeting.session.ideas.at(idea).wording.text) == "Twee bankjes");
    CHECK(meeting.person(anna, WithdrawIdea{idea}) == accepted);
    CHECK(meeting.session.live_ideas == 0);
    CHECK(meeting.person(anna, RestoreIdea{idea}) == accepted);
    CHECK(meeting.session.live_ideas == 1);
}

TEST_CASE("Two people at one idea: one wins, the other hears by whom") {
    Meeting meeting;
    auto anna = meeting.join("Anna");
    auto bo = meeting.join("Bo");
    meeting.start(2);
    auto idea = meeting.idea(anna, "Een bankje");
    meeting.start(3);
    CHECK(meeting.person(anna, HoldIdea{idea}) == Reason::forbidden);
    CHECK(meeting.facilitator(AllowGrouping{true}) == accepted);
    CHECK(meeting.facilitator(CreateGroup{"Zitten", {}}) == accepted);
    GroupId group{meeting.made};

    CHECK(meeting.person(anna, HoldIdea{idea}) == accepted);
    CHECK(meeting.person(bo, MoveIdeas{{{idea, {}}}, group, {}}) == Reason::being_moved);
    auto refused = decide(meeting.session, MoveIdeas{{{idea, {}}}, group, {}}, {Asker::Role::participant, bo}, meeting.moment);
    CHECK(refused.error().details.name == "Anna");

    SECTION("a forgotten hold frees itself after ten seconds") {
        meeting.moment.now += Milliseconds{10'001};
        CHECK(meeting.person(bo, MoveIdeas{{{idea, {}}}, group, {}}) == accepted);
    }
    SECTION("who is later reads where it went") {
        CHECK(meeting.person(anna, MoveIdeas{{{idea, {}}}, group, {}}) == accepted);
        auto late = decide(meeting.session, MoveIdeas{{{idea, {}}}, group, {}}, {Asker::Role::participant, bo}, meeting.moment);
        CHECK(late.error().reason == Reason::moved_meanwhile);
        CHECK(late.error().details.name == "Anna");
        CHECK(late.error().details.group == group.value);
    }
}

TEST_CASE("Ideas can be put before another one, in the same order everywhere") {
    Meeting meeting;
    auto anna = meeting.join("Anna");
    meeting.start(2);
    std::vector<IdeaId> ideas;
    for (int i = 0; i < 4; ++i) ideas.push_back(meeting.idea(anna, "Idee " + std::to_string(i)));
    meeting.start(3);
    CHECK(meeting.facilitator(CreateGroup{"Alles", {{ideas[0], {}}, {ideas[1], {}}}}) == accepted);
    GroupId group{meeting.made};
    CHECK(meeting.facilitator(MoveIdeas{{{ideas[2], {}}, {ideas[3], {}}}, group, ideas[1]}) == accepted);
    const auto order = [&](int i) { return meeting.session.ideas.at(ideas[i]).placement.order; };
    CHECK(order(0) < order(2));
    CHECK(order(2) < order(3));
    CHECK(order(3) < order(1));
}

TEST_CASE("Undo takes back what a facilitator did, never what somebody did since") {
    Meeting meeting;
    auto anna = meeting.join("Anna");
    meeting.start(2);
    auto one = meeting.idea(anna, "Een");
    auto two = meeting.idea(anna, "Twee");
    meeting.start(3);
    const auto last = [&] { return meeting.session.actions.back().id; };

    CHECK(meeting.facilitator(CreateGroup{"Groep", {{one, {}}}}) == accepted);
    GroupId group{meeting.made};
    const auto created = last();
    CHECK(meeting.facilitator(AllowGrouping{true}) == accepted);

    SECTION("in order") {
        CHECK(meeting.facilitator(Undo{last()}) == accepted);
        CHECK_FALSE(meeting.session.grouping_allowed);
        CHECK(meeting.facilitator(Undo{last()}) == accepted);
        CHECK_FALSE(meeting.session.groups.at(group).exists);
        CHECK(meeting.session.ideas.at(one).placement.group == GroupId{});
        CHECK(meeting.facilitator(Undo{created}) == Reason::nothing_to_undo);
    }
    SECTION("not under somebody else's hands") {
        CHECK(meeting.person(anna, MoveIdeas{{{two, {}}}, group, {}}) == accepted);
        CHECK(meeting.facilitator(Undo{created}) == Reason::changed_meanwhile);
    }
    SECTION("also a merge, a rename, a hide and a closed vote") {
        CHECK(meeting.facilitator(MergeIdeas{{two}, one}) == accepted);
        CHECK(meeting.facilitator(Undo{last()}) == accepted);
        CHECK(meeting.session.ideas.at(two).state.status == IdeaStatus::live);
        CHECK(meeting.facilitator(AllowHints{true}) == accepted);
        CHECK(meeting.session.hints_allowed);
        CHECK(meeting.facilitator(Undo{last()}) == accepted);
        CHECK_FALSE(meeting.session.hints_allowed);
        CHECK(meeting.facilitator(RenameGroup{group, "Anders"}) == accepted);
        CHECK(meeting.facilitator(Undo{last()}) == accepted);
        CHECK(meeting.session.title(group) == "Groep");
        const auto status = [&](IdeaId id) { return meeting.session.ideas.at(id).state.status; };
        CHECK(meeting.facilitator(HideIdea{{two}, true}) == accepted);
        CHECK(meeting.facilitator(Undo{last()}) == accepted);
        // Several at once are one action; one that is not there leaves all as they are.
        CHECK(meeting.facilitator(HideIdea{{one, {99}}, true}) == Reason::not_found);
        CHECK(status(one) == IdeaStatus::live);
        CHECK(meeting.facilitator(HideIdea{{one, two}, true}) == accepted);
        CHECK((status(one) == IdeaStatus::hidden && status(two) == IdeaStatus::hidden));
        CHECK(meeting.facilitator(Undo{last()}) == accepted);
        CHECK((status(one) == IdeaStatus::live && status(two) == IdeaStatus::live));
        CHECK(meeting.facilitator(KeepForLater{{one, two}, true}) == accepted);
        CHECK(meeting.facilitator(HideIdea{{two}, true}) == accepted);
        CHECK(meeting.facilitator(KeepForLater{{one, two}, false}) == accepted);
        CHECK((status(one) == IdeaStatus::live && status(two) == IdeaStatus::hidden));
        for (int i = 0; i < 3; ++i) CHECK(meeting.facilitator(Undo{last()}) == accepted);
        CHECK((status(one) == IdeaStatus::live && status(two) == IdeaStatus::live));
        meeting.start(4);
        CHECK(meeting.person(anna, CastVote{group}) == accepted);
        CHECK(meeting.facilitator(CloseVote{0, false}) == accepted);
        CHECK(meeting.session.top);
        CHECK(meeting.facilitator(Undo{last()}) == accepted);
        CHECK_FALSE(meeting.session.top);
        CHECK(meeting.session.last_vote()->state.status == VoteStatus::open);
        CHECK(meeting.me(anna).votes.size() == 1);
    }
}

TEST_CASE("Ideas that were there already are nobody's, take part, and wait while people write in silence") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    const auto sees = [&](std::uint32_t id) { return project(meeting.session, Audience::screen, {RecordType::idea, id}).has_value(); };
    REQUIRE(meeting.facilitator(AddIdeas{{"Een bankje", "Een heg"}}) == accepted);
    const auto list = meeting.session.actions.back().id;
    CHECK(meeting.person(anna, AddIdeas{{"Nog een"}}) == Reason::forbidden);
    CHECK(meeting.session.people.size() == 1);
    CHECK(meeting.session.live_ideas == 2);
    CHECK(meeting.session.writers == 0);
    meeting.start(2);
    meeting.idea(anna, "Een vijver");
    for (std::uint32_t id : {1u, 2u, 3u}) CHECK_FALSE(sees(id));
    CHECK(meeting.person(anna, EditIdea{{1}, "Van mij", ""}) == Reason::forbidden);

    SECTION("shared with the others, and voted on") {
        REQUIRE(meeting.facilitator(ShareIdeas{true}) == accepted);
        for (std::uint32_t id : {1u, 2u, 3u}) CHECK(sees(id));
        meeting.start(4);
        CHECK(meeting.session.open_vote()->state.candidates.size() == 3);
        CHECK(meeting.facilitator(AddIdeas{{"Te laat"}}) == Reason::vote_is_open);
    }
    SECTION("undone while none of them was touched") {
        REQUIRE(meeting.facilitator(Undo{list}) == accepted);
        CHECK(meeting.session.live_ideas == 1);
    }
    SECTION("and not after") {
        REQUIRE(meeting.facilitator(EditIdea{{2}, "Een haag", ""}) == accepted);
        CHECK(meeting.facilitator(Undo{list}) == Reason::changed_meanwhile);
    }
    SECTION("what everybody saw stays seen in a later round of writing") {
        meeting.start(3);
        REQUIRE(meeting.facilitator(RepeatRound{{2}}) == accepted);
        meeting.start(meeting.made);
        meeting.idea(anna, "Een boom");
        CHECK(sees(3));
        CHECK_FALSE(sees(4));
    }
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("A start that was tapped on an older agenda moves nobody") {
    Meeting meeting;
    meeting.start(2);
    REQUIRE(meeting.facilitator(StartRound{{3}, 0, RoundId{2}}) == accepted);
    // Next, on a tablet that still shows the round before.
    CHECK(meeting.facilitator(StartRound{{2}, 0, RoundId{1}}) == Reason::changed_meanwhile);
    CHECK(meeting.facilitator(StartRound{{2}, 30'000, RoundId{1}}) == Reason::changed_meanwhile);
    CHECK(meeting.session.current == RoundId{3});
    CHECK_FALSE(meeting.session.moving);
    // The same round once more is no news.
    CHECK(meeting.facilitator(StartRound{{3}, 0, RoundId{2}}) == accepted);
    CHECK(meeting.session.current == RoundId{3});
    CHECK(meeting.facilitator(StartRound{{2}, 0, RoundId{3}}) == accepted);
    CHECK(meeting.session.current == RoundId{2});
}

TEST_CASE("Who withdraws an idea does not take along what was merged into it") {
    Meeting meeting;
    auto anna = meeting.join("Anna"), bo = meeting.join("Bo");
    meeting.start(2);
    auto one = meeting.idea(anna, "Een bankje"), two = meeting.idea(bo, "Een zitje");
    CHECK(meeting.facilitator(MergeIdeas{{two, two}, one}) == accepted);
    CHECK(meeting.person(anna, WithdrawIdea{one}) == accepted);
    CHECK(meeting.session.ideas.at(one).state.status == IdeaStatus::withdrawn);
    CHECK(meeting.session.ideas.at(two).state.status == IdeaStatus::live);
}

TEST_CASE("What a countdown did is undone, and does not happen again by itself") {
    Meeting meeting;
    auto anna = meeting.join("Anna");
    meeting.join("Bo");
    meeting.start(2);
    auto idea = meeting.idea(anna, "Een bankje");
    const auto last = [&] { return meeting.session.actions.back().id; };
    const auto time_passes = [&](int seconds) {
        meeting.moment.now += std::chrono::seconds{seconds};
        for (int i = 0; i < 5; ++i)
            if (auto due = next_deadline(meeting.session); due && *due <= meeting.moment.now)
                meeting.apply(*decide_deadline(meeting.session, meeting.moment), "timer", true);
    };

    SECTION("a round that started in 30 seconds") {
        CHECK(meeting.facilitator(StartRound{{3}, 30'000}) == accepted);
        time_passes(40);
        REQUIRE(meeting.session.current == RoundId{3});
        CHECK(meeting.facilitator(Undo{last()}) == accepted);
        time_passes(40);
        CHECK(meeting.session.current == RoundId{2});
        CHECK_FALSE(meeting.session.moving);
    }
    SECTION("a start that was called off and would be over by now") {
        CHECK(meeting.facilitator(StartRound{{3}, 30'000}) == accepted);
        CHECK(meeting.facilitator(CancelStart{}) == accepted);
        time_passes(40);
        CHECK(meeting.facilitator(Undo{last()}) == Reason::changed_meanwhile);
        CHECK(meeting.session.current == RoundId{2});
    }
    SECTION("a vote that closed after ten seconds") {
        meeting.start(3);
        REQUIRE(meeting.facilitator(CreateGroup{"Groep", {{idea, {}}}}) == accepted);
        meeting.start(4);
        CHECK(meeting.person(anna, CastVote{GroupId{1}}) == accepted);
        CHECK(meeting.facilitator(CloseVote{10'000, true}) == accepted);
        SECTION("and was over") {
            time_passes(11);
            REQUIRE(meeting.session.last_vote()->state.status == VoteStatus::closed);
            CHECK(meeting.facilitator(Undo{last()}) == accepted);
            time_passes(40);
            CHECK(meeting.session.open_vote());
            CHECK(meeting.me(anna).votes.size() == 1);
        }
        SECTION("and was kept open") {
            CHECK(meeting.facilitator(KeepVoteOpen{}) == accepted);
            time_passes(40);
            CHECK(meeting.facilitator(Undo{last()}) == Reason::changed_meanwhile);
            CHECK(meeting.session.open_vote());
        }
    }
}

TEST_CASE("Undo keeps to the seats, to the rules people voted by, and to ballots that are somebody's") {
    Meeting meeting{2};
    auto anna = meeting.join("Anna");
    meeting.join("Bo");
    meeting.start(2);
    auto idea = meeting.idea(anna, "Een bankje");
    const auto last = [&] { return meeting.session.actions.back().id; };

    SECTION("nobody returns to a seat that was given away") {
        CHECK(meeting.facilitator(RemovePerson{{2}}) == accepted);
        meeting.join("Cas");
        CHECK(meeting.facilitator(Undo{last()}) == Reason::session_full);
        CHECK(meeting.session.seats_taken == 2);
    }
    meeting.start(3);
    REQUIRE(meeting.facilitator(CreateGroup{"Groep", {{idea, {}}}}) == accepted);
    meeting.start(4);
    SECTION("rules stay once somebody voted") {
        CHECK(meeting.facilitator(SetVoteRules{8, 3}) == accepted);
        CHECK(meeting.person(anna, CastVote{GroupId{1}}) == accepted);
        CHECK(meeting.facilitator(Undo{last()}) == Reason::changed_meanwhile);
        CHECK(meeting.person(anna, RetractVote{GroupId{1}}) == accepted);
        CHECK(meeting.facilitator(Undo{last()}) == accepted);
    }
    SECTION("a vote whose ballots have lost their people, as after an import, stays closed") {
        CHECK(meeting.person(anna, CastVote{GroupId{1}}) == accepted);
        CHECK(meeting.facilitator(CloseVote{0, true}) == accepted);
        meeting.session.links.clear();
        CHECK(meeting.facilitator(Undo{last()}) == Reason::changed_meanwhile);
    }
}

TEST_CASE("After an import whoever comes in takes the place of somebody who cannot come back") {
    Meeting meeting{2};
    auto anna = meeting.join("Anna");
    meeting.start(2);
    auto idea = meeting.idea(anna, "Een bankje");
    meeting.join("Bo");
    for (auto& [id, row] : meeting.session.rows) row.token_hash.clear();

    const auto join = [&](const std::string& token, const std::string& name) {
        auto joined = decide_join(meeting.session, {token, name, "", ""}, meeting.moment);
        if (!joined) return std::string{"refused"};
        meeting.apply(*joined, "join", false);
        return meeting.session.name({joined->made_id});
    };
    CHECK(join("one", "Bo") == "Bo");
    CHECK(meeting.session.people.at({2}).state == PersonState::removed);
    CHECK(join("two", "Cas") == "Cas");
    CHECK(meeting.session.people.at(anna).state == PersonState::removed);
    CHECK(meeting.session.seats_taken == 2);
    CHECK(meeting.session.ideas.at(idea).state.status == IdeaStatus::live);
    CHECK(join("three", "Dia") == "refused");
    CHECK(meeting.session.actions.back().op != "join");
}

TEST_CASE("One tap moves everybody, now or in 30 seconds, forwards and backwards") {
    Meeting meeting;
    meeting.join();
    meeting.start(2);
    meeting.start(1);
    CHECK(meeting.session.current == RoundId{1});
    CHECK(meeting.facilitator(StartRound{{2}, 30'000}) == accepted);
    CHECK(meeting.session.current == RoundId{1});
    CHECK(meeting.facilitator(CancelStart{}) == accepted);
    CHECK_FALSE(next_deadline(meeting.session));
    CHECK(meeting.facilitator(StartRound{{2}, 30'000}) == accepted);
    meeting.moment.now += Milliseconds{30'000};
    meeting.apply(*decide_deadline(meeting.session, meeting.moment), "timer", true);
    CHECK(meeting.session.current == RoundId{2});
    CHECK_FALSE(meeting.session.moving);
}

TEST_CASE("The agenda can be reordered, skipped and repeated") {
    Meeting meeting;
    CHECK(meeting.facilitator(SkipRound{{3}, true}) == accepted);
    CHECK(meeting.facilitator(RepeatRound{{2}}) == accepted);
    CHECK(meeting.session.agenda[1].id == RoundId{16});
    CHECK(meeting.session.agenda[1].kind == RoundKind::ideas);
    CHECK(meeting.facilitator(OrderAgenda{{{1}, {2}}}) == Reason::changed_meanwhile);
    CHECK(meeting.facilitator(OrderAgenda{{{1}, {2}, {16}, {3}, {4}, {5}, {6}, {9}, {10}, {11}, {12}, {13}, {14}, {15}, {8}, {7}}}) == accepted);
    CHECK(meeting.session.agenda.back().id == RoundId{7});
}

TEST_CASE("Timers advise: start, plus, minus, pause, resume") {
    Meeting meeting;
    CHECK(meeting.facilitator(SetTimer{60'000}) == accepted);
    CHECK(meeting.facilitator(AdjustTimer{60'000}) == accepted);
    CHECK(meeting.session.timer.ends_at == meeting.moment.now + Milliseconds{120'000});
    meeting.moment.now += Milliseconds{20'000};
    CHECK(meeting.facilitator(PauseTimer{}) == accepted);
    CHECK(meeting.session.timer.left_ms == 100'000);
    CHECK(meeting.facilitator(AdjustTimer{-60'000}) == accepted);
    meeting.moment.now += Milliseconds{500'000};
    CHECK(meeting.facilitator(ResumeTimer{}) == accepted);
    CHECK(meeting.session.timer.ends_at == meeting.moment.now + Milliseconds{40'000});
}

TEST_CASE("Commitments, contact and the end") {
    Meeting meeting;
    meeting.up_to_the_vote(3, 4);
    for (std::uint32_t i = 1; i <= 3; ++i) CHECK(meeting.person({i}, CastVote{{i}}) == accepted);
    CHECK(meeting.person({1}, CommitTo{{1}, CommitmentRole::lead, ""}) == Reason::wrong_round);
    CHECK(meeting.person({1}, GiveContact{ContactKind::email, "a@b.nl", {"report"}}) == Reason::wrong_round);
    CHECK(meeting.facilitator(CloseVote{0, false}) == accepted);
    meeting.start(7);
    CHECK(meeting.person({1}, CommitTo{{1}, CommitmentRole::lead, ""}) == accepted);
    CHECK(meeting.person({1}, CommitTo{{1}, CommitmentRole::lead, "graag"}) == accepted);
    CHECK(meeting.session.commitments.size() == 1);
    CHECK(meeting.person({1}, CommitTo{{4}, CommitmentRole::lead, ""}) == Reason::not_found);
    CHECK(meeting.person({2}, WithdrawCommitment{{1}}) == Reason::forbidden);
    CHECK(meeting.facilitator(RecordHands{{2}, CommitmentRole::help, {}, 3, ""}) == accepted);
    CHECK(meeting.person({1}, GiveContact{ContactKind::email, "a@b.nl", {}}) == Reason::consent_required);
    CHECK(meeting.person({1}, GiveContact{ContactKind::email, "a@b.nl", {"report"}}) == accepted);
    CHECK(meeting.me({1}).contact->value == "a@b.nl");

    auto leads = std::get<LeadsRecord>(*project(meeting.session, Audience::screen, {RecordType::leads, 0}));
    CHECK(leads.ideas[0].lead);
    CHECK_FALSE(leads.ideas[1].lead);
    CHECK(leads.ideas[1].people == 3);
    // Who leads and helps too is one person.
    CHECK(leads.ideas[0].people == 1);
    CHECK(meeting.person({1}, CommitTo{{1}, CommitmentRole::help, ""}) == accepted);
    CHECK(std::get<LeadsRecord>(*project(meeting.session, Audience::screen, {RecordType::leads, 0})).ideas[0].people == 1);
    // Who wants to be kept posted does not join in by that.
    CHECK(meeting.person({2}, CommitTo{{1}, CommitmentRole::informed, ""}) == accepted);
    CHECK(meeting.person({3}, CommitTo{{1}, CommitmentRole::check_first, ""}) == accepted);
    CHECK(std::get<LeadsRecord>(*project(meeting.session, Audience::screen, {RecordType::leads, 0})).ideas[0].people == 2);

    CHECK(meeting.facilitator(CloseSession{}) == Reason::wrong_round);
    meeting.start(8);
    CHECK(meeting.facilitator(CloseSession{}) == Reason::next_step_required);
    CHECK(meeting.facilitator(SetNextStep{"2026-12-15", "Samen meten"}) == accepted);
    CHECK(meeting.facilitator(CloseSession{}) == accepted);
    CHECK(meeting.session.links.empty());
    CHECK(meeting.session.sealed);
    CHECK(meeting.me({1}).votes.empty());
    CHECK(meeting.person({1}, SubmitIdea{"Te laat", ""}) == Reason::ended);
    CHECK(meeting.facilitator(Undo{1}) == Reason::ended);
}

TEST_CASE("Whoever may see nothing of a command may not give it") {
    Meeting meeting;
    auto anna = meeting.join("Anna");
    CHECK(meeting.person(anna, LockDoor{true}) == Reason::forbidden);
    CHECK(meeting.facilitator(SubmitIdea{"x", ""}) == Reason::forbidden);
    CHECK(meeting.ask(CastVote{{1}}, {Asker::Role::screen, {}}) == Reason::forbidden);
}
