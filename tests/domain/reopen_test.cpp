// A session that has ended is opened again: it goes on, and what was promised at its end still holds.
#include "domain/meeting.h"

namespace kiemkring::domain {
namespace {

/// Two people voted and gave stars; the session has ended.
struct Ended : Meeting {
    PersonId anna, bo;

    Ended() {
        anna = join("Anna");
        bo = join("Bo");
        start(2);
        for (int i = 1; i <= 8; ++i) idea(anna, "Idee " + std::to_string(i));
        start(4);
        const auto candidates = session.open_vote()->state.candidates;
        for (auto who : {anna, bo})
            for (std::size_t i = 0; i < 3; ++i) REQUIRE(person(who, CastVote{candidates[i]}) == accepted);
        REQUIRE(facilitator(CloseVote{0, true}) == accepted);
        start(8);
        REQUIRE(person(anna, GiveStars{4}) == accepted);
        REQUIRE(facilitator(SetNextStep{"2027-02-28", ""}) == accepted);
        REQUIRE(facilitator(SetWifi{"De Grift", "groene plek", true}) == accepted);
        REQUIRE(facilitator(CloseSession{}) == accepted);
    }
    [[nodiscard]] SessionRecord shown() const {
        return std::get<SessionRecord>(project(session, Audience::participant, {RecordType::session, 0}).value());
    }
};

}  // namespace

TEST_CASE("A session that has ended goes on where it was, and says so", "[domain][reopen]") {
    Ended meeting;
    CHECK(!meeting.shown().reopened);
    REQUIRE(meeting.facilitator(ReopenSession{}) == accepted);
    CHECK(meeting.shown().status == SessionStatus::open);
    CHECK(meeting.shown().reopened);
    CHECK(meeting.session.kind() == RoundKind::close);
    CHECK(meeting.session.next_step->date == "2027-02-28");
    CHECK(meeting.person(meeting.anna, SubmitIdea{"Nog een idee", ""}) == accepted);
    CHECK(meeting.join("Cor") == PersonId{3});
    // What was of the room is gone with its end.
    CHECK(!meeting.session.wifi.name);
    // A second time there is nothing to do.
    const auto version = meeting.session.version;
    CHECK(meeting.facilitator(ReopenSession{}) == accepted);
    CHECK(meeting.session.version == version);
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("Only who leads opens a session again", "[domain][reopen]") {
    Ended meeting;
    CHECK(meeting.person(meeting.anna, ReopenSession{}) == Reason::forbidden);
    CHECK(meeting.helper(ReopenSession{}) == Reason::forbidden);
    CHECK(meeting.ask(ReopenSession{}, {Asker::Role::facilitator, {}, "another tablet", {}}) == Reason::watching);
    CHECK(meeting.session.status == SessionStatus::ended);
}

TEST_CASE("What was sealed stays sealed: nobody votes or gives stars a second time", "[domain][reopen]") {
    Ended meeting;
    const auto first = meeting.session.last_vote_id();
    const auto ballots = meeting.session.votes.at(first).ballots;
    REQUIRE(meeting.facilitator(ReopenSession{}) == accepted);
    CHECK(meeting.session.links.empty());
    CHECK(!meeting.session.open_vote());
    const auto undo = project(meeting.session, Audience::facilitator, {RecordType::undo, 0});
    CHECK((!undo || !std::get<UndoRecord>(*undo).action));
    CHECK(meeting.person(meeting.anna, GiveStars{1}) == Reason::vote_is_closed);
    CHECK(meeting.person(meeting.bo, GiveStars{5}) == Reason::vote_is_closed);
    meeting.start(4);
    CHECK(meeting.session.last_vote_id() == first);
    CHECK(meeting.person(meeting.anna, CastVote{meeting.session.votes.at(first).state.candidates.back()}) != accepted);
    CHECK(meeting.session.votes.at(first).ballots == ballots);
}

TEST_CASE("A new vote after the opening is one of its own, also read anew, and is sealed at the next end", "[domain][reopen]") {
    Ended meeting;
    const auto first = meeting.session.last_vote_id();
    const auto ballots = meeting.session.votes.at(first).ballots;
    REQUIRE(meeting.facilitator(ReopenSession{}) == accepted);
    REQUIRE(meeting.facilitator(RepeatRound{{4}}) == accepted);
    meeting.start(static_cast<std::uint32_t>(meeting.made ? meeting.made : 4));
    const auto second = meeting.session.last_vote_id();
    REQUIRE(second != first);
    const auto candidate = meeting.session.votes.at(second).state.candidates.at(4);
    REQUIRE(meeting.person(meeting.anna, CastVote{candidate}) == accepted);
    CHECK(meeting.session.ballot_of(second, meeting.anna));
    // After a restart her ballot is hers still: she does not get another.
    const auto again = meeting.replayed();
    CHECK(again.ballot_of(second, meeting.anna) == meeting.session.ballot_of(second, meeting.anna));
    CHECK(!again.ballot_of(first, meeting.anna));
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
    CHECK(meeting.session.votes.at(first).ballots == ballots);
    meeting.start(8);
    REQUIRE(meeting.facilitator(CloseSession{}) == accepted);
    CHECK(meeting.session.links.empty());
    CHECK(meeting.replayed().links.empty());
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("Scores that were given before the end are shown after it, and nobody scores again", "[domain][reopen]") {
    const Brought brought{Scale::points, {{"Bomen", "", 11, 0}}, {{"Geld", "", 21}}, "Geen"};
    Meeting w{30, brought};
    const auto anna = w.join("Anna");
    w.start(17);
    REQUIRE(w.person(anna, GiveScore{{1}, 0, 4}) == accepted);
    w.start(8);
    REQUIRE(w.facilitator(SetNextStep{"2027-02-28", ""}) == accepted);
    REQUIRE(w.facilitator(CloseSession{}) == accepted);
    REQUIRE(w.facilitator(ReopenSession{}) == accepted);
    CHECK(w.session.matrix_closed);
    w.start(17);
    CHECK(w.person(anna, GiveScore{{1}, 0, 1}) == Reason::vote_is_closed);
    CHECK(w.facilitator(CloseMatrix{false}) == Reason::vote_is_closed);
    CHECK(w.session.scores.size() == 1);
}

TEST_CASE("What somebody took back after the end does not come back with the session", "[domain][reopen]") {
    Ended meeting;
    REQUIRE(meeting.person(meeting.anna, WithdrawIdea{{1}}) == accepted);
    REQUIRE(meeting.facilitator(ReopenSession{}) == accepted);
    CHECK(meeting.person(meeting.anna, RestoreIdea{{1}}) == Reason::not_found);
    CHECK(meeting.session.text(meeting.session.ideas.at({1}).wording.text).empty());
}

}  // namespace kiemkring::domain
