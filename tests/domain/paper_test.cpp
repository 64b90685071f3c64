// People without a phone, and links sent beforehand.
#include <algorithm>

#include "domain/limits.h"
#include "domain/meeting.h"

using namespace kiemkring::domain;

namespace {

struct PaperMeeting : Meeting {
    using Meeting::Meeting;
    PersonId paper(const std::string& name = "") {
        REQUIRE(helper(AddPaperSeat{name}) == accepted);
        return {made};
    }
    PersonId link(const std::string& name = "") {
        auto invited = decide_invite(session, {"link " + std::to_string(session.people.size()), name, "", ""}, moment);
        REQUIRE(invited);
        apply(*invited, "join", false);
        return {invited->made_id};
    }
    std::optional<Reason> open(PersonId link, const std::string& token, const std::string& name = "") {
        auto opened = decide_join(session, {token, name, "", "", link}, moment);
        if (!opened) return opened.error().reason;
        apply(*opened, "join", false);
        return accepted;
    }
    std::optional<PaperRecord> seen(Audience audience, PersonId person) const {
        const auto record = project(session, audience, {RecordType::paper, person.value});
        return record ? std::optional{std::get<PaperRecord>(*record)} : std::nullopt;
    }
    std::optional<PersonRecord> person_seen(Audience audience, PersonId person) const {
        const auto record = project(session, audience, {RecordType::person, person.value});
        return record ? std::optional{std::get<PersonRecord>(*record)} : std::nullopt;
    }
};

}  // namespace

TEST_CASE("A seat on paper counts as a seat, and there are no more than the session has", "[paper]") {
    PaperMeeting meeting{2};
    meeting.join();
    const auto truus = meeting.paper("Truus");
    CHECK(meeting.session.seats_taken == 2);
    CHECK(meeting.session.name(truus) == "Truus");
    CHECK(meeting.session.rows.at(truus).token_hash.empty());
    CHECK(meeting.helper(AddPaperSeat{""}) == Reason::session_full);
    CHECK(meeting.facilitator(AddPaperSeat{""}) == Reason::session_full);
    // Whoever comes in late does not get the seat of somebody who has no token, not even by name.
    CHECK(decide_join(meeting.session, {"late", "Truus", "", ""}, meeting.moment).error().reason == Reason::session_full);
    CHECK(meeting.person({1}, AddPaperSeat{""}) == Reason::forbidden);
}

TEST_CASE("A helper writes ideas and votes for a seat on paper, within its own quota", "[paper]") {
    PaperMeeting meeting;
    meeting.up_to_the_vote(3, 9);
    const auto truus = meeting.paper("Truus"), piet = meeting.paper();
    for (std::uint32_t candidate = 1; candidate <= 5; ++candidate) CHECK(meeting.helper(CastVote{{candidate}}, truus) == accepted);
    CHECK(meeting.helper(CastVote{{6}}, truus) == Reason::votes_are_spent);
    CHECK(meeting.helper(CastVote{{1}}, piet) == accepted);
    CHECK(meeting.session.open_vote()->voters == 2);

    CHECK(meeting.helper(RetractVote{{2}}, truus) == accepted);
    CHECK(meeting.helper(CastVote{{1}}, truus) == Reason::candidate_has_all_your_votes);
    CHECK(meeting.helper(CastVote{{6}}, truus) == accepted);
    CHECK(meeting.seen(Audience::helper, truus)->votes_left == 0);
    CHECK(meeting.seen(Audience::helper, piet)->votes.size() == 1);

    REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
    CHECK(meeting.helper(RetractVote{{1}}, truus).has_value());
    CHECK(meeting.seen(Audience::facilitator, truus)->votes.size() == 5);
    meeting.start(8);
    REQUIRE(meeting.facilitator(SetNextStep{"2027-01-15", ""}) == accepted);
    REQUIRE(meeting.facilitator(CloseSession{}) == accepted);
    CHECK(meeting.seen(Audience::facilitator, truus)->votes.empty());
    CHECK(meeting.session.links.empty());
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("What is on paper is seen by facilitators and helpers only, and ideas by everybody when they are shared", "[paper]") {
    PaperMeeting meeting;
    const auto truus = meeting.paper("Truus");
    meeting.start(2);
    REQUIRE(meeting.helper(SubmitIdea{"Een bank", ""}, truus) == accepted);
    const IdeaId bench{meeting.made};
    CHECK(meeting.session.ideas.at(bench).author == truus);
    for (auto audience : {Audience::participant, Audience::screen}) {
        CHECK(!meeting.seen(audience, truus));
        CHECK(meeting.person_seen(audience, truus)->name == "Truus");
    }
    for (auto audience : {Audience::facilitator, Audience::helper}) CHECK(meeting.seen(audience, truus)->ideas.front().text == "Een bank");
    for (const auto& key : all_keys(meeting.session))
        if (key.type == RecordType::idea || key.type == RecordType::invite || key.type == RecordType::lead)
            CHECK(!project(meeting.session, Audience::helper, key));
    CHECK(meeting.helper(EditIdea{bench, "Een lange bank", ""}, truus) == accepted);
    CHECK(meeting.helper(WithdrawIdea{bench}, truus) == accepted);
    CHECK(meeting.helper(RestoreIdea{bench}, truus) == accepted);
    CHECK(meeting.helper(SetProfile{"Truus de Boer", "", ""}, truus) == accepted);
    CHECK(meeting.session.name(truus) == "Truus de Boer");
}

TEST_CASE("Who is on paper has pins on the plan, set by who writes for them", "[paper]") {
    PaperMeeting meeting;
    const auto anna = meeting.join("Anna"), truus = meeting.paper("Truus"), piet = meeting.paper("Piet");
    meeting.start(2);
    const auto of_anna = meeting.idea(anna, "Van Anna");
    REQUIRE(meeting.helper(SubmitIdea{"Een bank", "", Place{0.25, 0.5}}, truus) == accepted);
    const IdeaId bench{meeting.made};
    CHECK(meeting.seen(Audience::helper, truus)->ideas.front().place == Place{0.25, 0.5});
    REQUIRE(meeting.helper(PinIdea{bench, Place{0.75, 0.5}}, truus) == accepted);
    CHECK(meeting.seen(Audience::facilitator, truus)->ideas.front().place == Place{0.75, 0.5});
    CHECK(meeting.helper(PinIdea{bench, Place{0.1, 0.1}}, piet) == Reason::forbidden);
    CHECK(meeting.helper(PinIdea{of_anna, Place{0.1, 0.1}}, truus) == Reason::forbidden);
    CHECK(meeting.helper(PinIdea{bench, Place{0.1, 0.1}}) == Reason::forbidden);
    REQUIRE(meeting.helper(PinIdea{bench, std::nullopt}, truus) == accepted);
    CHECK_FALSE(meeting.seen(Audience::helper, truus)->ideas.front().place);
}

TEST_CASE("Nobody speaks for somebody with a phone, and on paper nobody does more than write and vote", "[paper]") {
    PaperMeeting meeting;
    const auto anna = meeting.join("Anna"), truus = meeting.paper("Truus");
    meeting.start(2);
    const auto idea = meeting.idea(anna, "Van Anna");
    const auto before = state_hash(meeting.session);
    CHECK(meeting.helper(SubmitIdea{"Een bank", ""}, anna) == Reason::not_found);
    CHECK(meeting.helper(SubmitIdea{"Een bank", ""}, {99}) == Reason::not_found);
    CHECK(meeting.helper(SubmitIdea{"Een bank", ""}) == Reason::forbidden);
    CHECK(meeting.helper(SubmitIdea{"Een bank", "", {}, std::string(32, 'a')}, truus) == Reason::bad_args);
    CHECK(meeting.helper(EditIdea{idea, "Van mij", ""}, truus) == Reason::forbidden);
    CHECK(meeting.helper(SetReady{{2}, true}, truus) == Reason::forbidden);
    CHECK(meeting.helper(GiveStars{5}, truus) == Reason::forbidden);
    CHECK(meeting.person(anna, SubmitIdea{"Nog een", ""}) == accepted);
    CHECK(meeting.ask(SubmitIdea{"Een bank", ""}, {Asker::Role::participant, anna, {}, truus}) == Reason::forbidden);
    CHECK(meeting.ask(SubmitIdea{"Een bank", ""}, {Asker::Role::screen, {}, {}, truus}) == Reason::forbidden);
    CHECK(meeting.ask(SubmitIdea{"Een bank", ""}, {Asker::Role::facilitator, {}, "watches", truus}) == Reason::watching);
    CHECK(before != state_hash(meeting.session));  // but for what Anna wrote
    CHECK(meeting.session.ideas.size() == 2);
}

TEST_CASE("A facilitator undoes a seat on paper while nothing was written for it, and never what it said", "[paper]") {
    PaperMeeting meeting;
    REQUIRE(meeting.facilitator(AddPaperSeat{"Truus"}) == accepted);
    const PersonId truus{meeting.made};
    const auto undoable = [&] { return std::get<UndoRecord>(*project(meeting.session, Audience::facilitator, {RecordType::undo, 0})).action; };
    REQUIRE(undoable());
    CHECK(undoable()->what == "Truus");
    REQUIRE(meeting.facilitator(Undo{undoable()->id}) == accepted);
    CHECK(meeting.session.seats_taken == 0);
    REQUIRE(meeting.facilitator(BringBackPerson{truus}) == accepted);
    meeting.start(2);
    REQUIRE(meeting.ask(SubmitIdea{"Een bank", ""}, {Asker::Role::facilitator, {}, {}, truus}) == accepted);
    CHECK(undoable()->op != "submit_idea");
}

TEST_CASE("Somebody who gets a phone after all takes over what is on paper, and not the other way round", "[paper]") {
    PaperMeeting meeting;
    const auto anna = meeting.join("Anna"), paper = meeting.paper("Anna");
    meeting.start(2);
    REQUIRE(meeting.helper(SubmitIdea{"Een bank", ""}, paper) == accepted);
    CHECK(meeting.facilitator(MergeSeats{anna, paper}) == Reason::bad_args);
    REQUIRE(meeting.facilitator(MergeSeats{paper, anna}) == accepted);
    CHECK(!meeting.seen(Audience::helper, paper));
    CHECK(own_keys(meeting.session, anna).size() == 2);
    CHECK(meeting.helper(SubmitIdea{"Nog een", ""}, paper) == Reason::not_found);
}

TEST_CASE("After the end what somebody on paper said is put right, or erased, by whoever writes it down", "[paper]") {
    PaperMeeting meeting;
    meeting.up_to_the_vote(3, 6);
    meeting.start(2);
    const auto truus = meeting.paper("Truus");
    REQUIRE(meeting.helper(SubmitIdea{"Een bank voor Truus de Wit", ""}, truus) == accepted);
    const IdeaId idea{meeting.made};
    meeting.start(4);
    REQUIRE(meeting.helper(CastVote{{1}}, truus) == accepted);
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
    meeting.start(7);
    const auto candidate = meeting.session.top->entries.front().candidate;
    REQUIRE(meeting.facilitator(RecordHands{candidate, CommitmentRole::help, truus, 1, "op dinsdag"}) == accepted);
    const CommitmentId commitment{meeting.made};
    meeting.start(8);
    REQUIRE(meeting.facilitator(SetNextStep{"2027-01-01", "Verder"}) == accepted);
    REQUIRE(meeting.facilitator(CloseSession{}) == accepted);

    const Asker tablet{Asker::Role::facilitator, {}, {}, truus};
    CHECK(meeting.helper(SubmitIdea{"Nog een", ""}, truus) == Reason::ended);
    CHECK(meeting.helper(CastVote{{1}}, truus) == Reason::ended);
    CHECK(meeting.facilitator(EditIdea{idea, "Een bank", ""}) == Reason::ended);
    CHECK(meeting.ask(EditIdea{{1}, "Van een ander", ""}, tablet) == Reason::forbidden);
    REQUIRE(meeting.ask(EditIdea{idea, "Een bank", ""}, tablet) == accepted);
    CHECK(meeting.seen(Audience::helper, truus)->ideas.front().text == "Een bank");
    CHECK(std::ranges::none_of(meeting.session.texts, [](const auto& text) { return text.second.contains("Truus"); }));
    REQUIRE(meeting.ask(WithdrawCommitment{commitment}, tablet) == accepted);
    CHECK(std::ranges::none_of(meeting.session.texts, [](const auto& text) { return text.second.contains("dinsdag"); }));
    REQUIRE(meeting.helper(SetProfile{"T.", "", ""}, truus) == accepted);
    CHECK(meeting.session.name(truus) == "T.");
    REQUIRE(meeting.helper(WithdrawIdea{idea}, truus) == accepted);
    CHECK(meeting.seen(Audience::helper, truus)->ideas.front().text.empty());
}

TEST_CASE("Two seats made one stay one once the person voted on the ballot that came along from paper", "[paper]") {
    PaperMeeting meeting;
    meeting.up_to_the_vote(1, 9);
    const PersonId anna{1};
    const auto paper = meeting.paper("Anna");
    const auto undoable = [&] { return std::get<UndoRecord>(*project(meeting.session, Audience::facilitator, {RecordType::undo, 0})).action; };
    REQUIRE(meeting.helper(CastVote{{1}}, paper) == accepted);
    REQUIRE(meeting.facilitator(MergeSeats{paper, anna}) == accepted);
    const auto merge = undoable()->id;
    CHECK(undoable()->op == "merge_seats");

    meeting.touched.clear();
    REQUIRE(meeting.person(anna, CastVote{{2}}) == accepted);
    CHECK(meeting.facilitator(Undo{merge}) == Reason::changed_meanwhile);
    CHECK((!undoable() || undoable()->id != merge));
    CHECK(std::ranges::count(meeting.touched, RecordKey{RecordType::undo, 0}) > 0);
    REQUIRE(meeting.person(anna, RetractVote{{2}}) == accepted);
    CHECK(meeting.facilitator(Undo{merge}) == Reason::changed_meanwhile);
}

TEST_CASE("Two seats made one are two again while nobody voted on the ballot from paper since", "[paper]") {
    PaperMeeting meeting;
    meeting.up_to_the_vote(2, 9);
    const PersonId anna{1}, bo{2};
    const auto paper = meeting.paper("Anna");
    REQUIRE(meeting.person(anna, CastVote{{3}}) == accepted);
    REQUIRE(meeting.helper(CastVote{{1}}, paper) == accepted);
    REQUIRE(meeting.facilitator(MergeSeats{paper, anna}) == accepted);
    const auto merge = meeting.session.actions.back().id;
    // Others vote, and so does the one person, on the ballot of the phone.
    REQUIRE(meeting.person(bo, CastVote{{1}}) == accepted);
    REQUIRE(meeting.person(anna, CastVote{{2}}) == accepted);
    REQUIRE(meeting.facilitator(Undo{merge}) == accepted);
    CHECK(meeting.helper(RetractVote{{1}}, paper) == accepted);
    CHECK(meeting.helper(RetractVote{{2}}, paper) == Reason::no_such_vote);
}

TEST_CASE("Stars that came along with a seat and were given anew keep two seats one", "[paper]") {
    Meeting meeting;
    const auto anna = meeting.join("Anna"), twice = meeting.join("Anna");
    meeting.start(8);
    REQUIRE(meeting.person(twice, GiveStars{3}) == accepted);
    REQUIRE(meeting.facilitator(MergeSeats{twice, anna}) == accepted);
    const auto merge = meeting.session.actions.back().id;
    REQUIRE(meeting.person(anna, GiveStars{5}) == accepted);
    CHECK(meeting.facilitator(Undo{merge}) == Reason::changed_meanwhile);
}

TEST_CASE("A personal link that was taken back unused makes room for another, and opens nothing any more", "[paper]") {
    PaperMeeting meeting{1};
    const auto ria = meeting.link("Ria");
    for (std::size_t people = 1; people < limits::people_per_session_max; ++people) meeting.link();
    const auto one_more = [&] { return decide_invite(meeting.session, {"link of Bo", "Bo", "", ""}, meeting.moment); };
    CHECK(one_more().error().reason == Reason::session_full);
    REQUIRE(meeting.facilitator(RemovePerson{ria}) == accepted);
    const auto made = one_more();
    REQUIRE(made);
    meeting.apply(*made, "join", false);
    CHECK(meeting.session.people.size() == limits::people_per_session_max);
    const PersonId bo{made->made_id};
    CHECK(meeting.session.name(bo) == "Bo");
    CHECK(meeting.session.rows.at(bo).token_hash == "link of Bo");
    CHECK(meeting.person_seen(Audience::facilitator, bo)->state == PersonState::invited);
    CHECK(one_more().error().reason == Reason::session_full);
    CHECK(meeting.open(bo, "phone of Bo") == accepted);
    // A seat that was taken counts, also when its person is taken out.
    REQUIRE(meeting.facilitator(RemovePerson{bo}) == accepted);
    CHECK(one_more().error().reason == Reason::session_full);
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("A personal link takes a seat when it is opened, once, through a locked door", "[paper]") {
    PaperMeeting meeting{1};
    const auto ria = meeting.link("Ria");
    CHECK(meeting.session.seats_taken == 0);
    CHECK(meeting.person_seen(Audience::facilitator, ria)->state == PersonState::invited);
    for (auto audience : {Audience::participant, Audience::screen, Audience::helper}) CHECK(!meeting.person_seen(audience, ria));
    REQUIRE(meeting.facilitator(LockDoor{true}) == accepted);
    CHECK(meeting.open(ria, "phone of Ria") == accepted);
    CHECK(meeting.session.seats_taken == 1);
    CHECK(meeting.session.rows.at(ria).token_hash == "phone of Ria");
    CHECK(meeting.session.name(ria) == "Ria");
    CHECK(meeting.open(ria, "another phone") == Reason::not_found);

    const auto bo = meeting.link("Bo");
    CHECK(meeting.open(bo, "phone of Bo") == Reason::session_full);
    REQUIRE(meeting.facilitator(RemovePerson{bo}) == accepted);
    CHECK(meeting.open(bo, "phone of Bo") == Reason::not_found);
    // There is room for a link, if not yet for whoever opens it.
    REQUIRE(meeting.facilitator(BringBackPerson{bo}) == accepted);
    CHECK(meeting.session.people.at(bo).state == PersonState::invited);
    REQUIRE(meeting.facilitator(RemovePerson{ria}) == accepted);
    CHECK(meeting.open(bo, "phone of Bo", "Bo Vis") == accepted);
    CHECK(meeting.session.name(bo) == "Bo Vis");
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}
