// The rounds assess and choose: what came along from a dossier is scored, and one of it is chosen.
#include "domain/limits.h"
#include "meeting.h"

using namespace kiemkring::domain;

namespace {

namespace matrix_test {

constexpr std::uint32_t vote = 4, assess = 17, choose = 18;

Brought ideas() {
    return {Scale::points,
            {{"Bomen langs de weg", "Schaduw", 11, 3}, {"Een geveltuin", "", 12, 3}, {"Een bankje", "", 13, 1}},
            {{"Geld", "Is er geld?", 21}, {"Tijd", "", 22}},
            "Geen van deze"};
}
Brought factors() { return {Scale::colours, {{"Een trekker", "Wie?", 31, 0}, {"Geld", "", 32, 0}}, {{}}, ""}; }

MatrixRecord matrix(const Meeting& w, Audience audience) {
    return std::get<MatrixRecord>(project(w.session, audience, {RecordType::matrix, 0}).value());
}
ChoosingRecord choosing(const Meeting& w) {
    return std::get<ChoosingRecord>(project(w.session, Audience::participant, {RecordType::choosing, 0}).value());
}

}  // namespace matrix_test

using namespace matrix_test;

}  // namespace

TEST_CASE("What came along is there from the start, with the letters it had where they are free") {
    Meeting w{30, ideas()};
    const auto shown = matrix(w, Audience::participant);
    REQUIRE(shown.subjects.size() == 3);
    CHECK(shown.subjects[0].group == GroupId{3});
    CHECK(shown.subjects[1].group == GroupId{4});
    CHECK(shown.subjects[2].group == GroupId{1});
    CHECK(shown.subjects[0].about == "Schaduw");
    CHECK(w.session.title({3}) == "Bomen langs de weg");
    CHECK(choosing(w).candidates == std::vector<GroupId>{{1}, {3}, {4}, {5}});
    CHECK(w.session.title({5}) == "Geen van deze");
    const auto again = brought_of(w.session).value();
    CHECK(again.subjects[1].number == 4);
    CHECK(again.none == "Geen van deze");
}

TEST_CASE("Everybody scores every cell on their own, and may change it until it is closed") {
    Meeting w{30, ideas()};
    const auto anna = w.join("Anna"), bo = w.join("Bo");
    CHECK(w.person(anna, GiveScore{{3}, 0, 4}) == Reason::wrong_round);
    w.start(assess);
    REQUIRE(w.person(anna, GiveScore{{3}, 0, 4}) == accepted);
    REQUIRE(w.person(anna, GiveScore{{3}, 0, 2}) == accepted);
    REQUIRE(w.person(bo, GiveScore{{3}, 0, 5}) == accepted);
    CHECK(w.person(anna, GiveScore{{3}, 2, 4}) == Reason::not_found);
    CHECK(w.person(anna, GiveScore{{5}, 0, 4}) == Reason::not_found);
    CHECK(w.me(anna).scores == std::vector<MyScore>{{{3}, 0, 2}});

    for (auto audience : {Audience::participant, Audience::facilitator, Audience::screen, Audience::helper}) {
        CHECK(matrix(w, audience).cells.empty());
        CHECK(matrix(w, audience).waiting.has_value() == (audience == Audience::facilitator));
    }
    CHECK(matrix(w, Audience::facilitator).waiting == std::vector<Waiting>{{anna, 5}, {bo, 5}});

    REQUIRE(w.facilitator(CloseMatrix{true}) == accepted);
    CHECK(w.person(anna, GiveScore{{3}, 0, 1}) == Reason::vote_is_closed);
    const auto cells = matrix(w, Audience::screen).cells;
    REQUIRE(cells.size() == 6);
    CHECK(cells[0].counts == std::vector<std::uint32_t>{0, 1, 0, 0, 1});
    REQUIRE(w.facilitator(CloseMatrix{false}) == accepted);
    REQUIRE(w.person(anna, GiveScore{{3}, 0, 0}) == accepted);
    CHECK(w.me(anna).scores.empty());
}

TEST_CASE("A seat on paper and a late comer score too, and two seats of one person count once") {
    Meeting w{30, ideas()};
    const auto anna = w.join("Anna");
    w.start(assess);
    const auto late = w.join("Late");
    REQUIRE(w.person(late, GiveScore{{1}, 0, 3}) == accepted);
    REQUIRE(w.helper(AddPaperSeat{"Truus"}) == accepted);
    const PersonId truus{w.made};
    REQUIRE(w.helper(GiveScore{{1}, 0, 1}, truus) == accepted);
    const auto paper = std::get<PaperRecord>(project(w.session, Audience::helper, {RecordType::paper, truus.value}).value());
    CHECK(paper.scores == std::vector<MyScore>{{{1}, 0, 1}});
    REQUIRE(w.person(anna, GiveScore{{1}, 0, 5}) == accepted);
    REQUIRE(w.facilitator(MergeSeats{late, anna}) == accepted);
    REQUIRE(w.facilitator(CloseMatrix{true}) == accepted);
    const auto cells = matrix(w, Audience::facilitator).cells;
    CHECK(cells[4].counts == std::vector<std::uint32_t>{1, 0, 0, 0, 1});
}

TEST_CASE("Who filled in everything is counted, and nobody can tell who gave what after the end") {
    Meeting w{30, factors()};
    const auto anna = w.join("Anna"), bo = w.join("Bo");
    w.start(assess);
    CHECK(w.person(anna, GiveScore{{1}, 0, 4}) == Reason::bad_args);
    REQUIRE(w.person(anna, GiveScore{{1}, 0, 1}) == accepted);
    REQUIRE(w.person(anna, GiveScore{{2}, 0, 3}) == accepted);
    REQUIRE(w.person(bo, GiveScore{{1}, 0, 1}) == accepted);
    CHECK(matrix(w, Audience::screen).answered == 1);
    CHECK(matrix(w, Audience::screen).seats == 2);
    REQUIRE(w.facilitator(DecideSubject{{2}, Verdict::amber, "Eerst vragen"}) == accepted);
    CHECK(matrix(w, Audience::participant).subjects[1].verdict == Verdict::amber);
    CHECK(matrix(w, Audience::participant).subjects[1].note == "Eerst vragen");
    REQUIRE(w.facilitator(Undo{w.session.actions.back().id}) == accepted);
    CHECK(matrix(w, Audience::participant).subjects[1].verdict == Verdict::open);
    w.start(8);
    REQUIRE(w.facilitator(SetNextStep{"2031-01-01", ""}) == accepted);
    REQUIRE(w.facilitator(CloseSession{}) == accepted);
    CHECK(w.session.links.empty());
    CHECK(state_hash(w.replayed()) == state_hash(w.session));
}

TEST_CASE("A choice by consent stands when no concern is open, and needs a reason") {
    Meeting w{30, ideas()};
    const auto anna = w.join("Anna"), bo = w.join("Bo");
    w.start(choose);
    CHECK(w.facilitator(FreezeChoice{true, "Daarom"}) == Reason::not_found);
    CHECK(w.facilitator(ProposeChoice{{9}}) == Reason::not_found);
    REQUIRE(w.facilitator(ProposeChoice{{3}}) == accepted);
    REQUIRE(w.person(anna, AnswerConcern{{3}, ConcernAnswer::fine, ""}) == accepted);
    REQUIRE(w.person(bo, AnswerConcern{{3}, ConcernAnswer::worried, "Kabels"}) == accepted);
    CHECK(w.person(bo, AnswerConcern{{1}, ConcernAnswer::fine, ""}) == Reason::not_found);
    CHECK(choosing(w).answered == 2);
    CHECK(w.facilitator(FreezeChoice{true, "Daarom"}) == Reason::concerns_are_open);
    REQUIRE(w.facilitator(SettleConcern{{2}, ConcernStatus::resolved}) == accepted);
    CHECK(w.facilitator(FreezeChoice{true, ""}) == Reason::empty_text);
    REQUIRE(w.facilitator(FreezeChoice{true, "Het meeste schaduw"}) == accepted);
    CHECK(choosing(w).frozen);
    CHECK(choosing(w).reason == "Het meeste schaduw");
    CHECK(w.person(anna, AnswerConcern{{3}, ConcernAnswer::worried, "Toch"}) == Reason::vote_is_closed);
    CHECK(w.facilitator(ProposeChoice{{1}}) == Reason::already);
    REQUIRE(w.facilitator(Undo{w.session.actions.back().id}) == accepted);
    CHECK_FALSE(choosing(w).frozen);
}

TEST_CASE("A vote on what came along chooses one, by one vote each, and its ways out of a tie leave one") {
    Meeting w{30, ideas()};
    const auto anna = w.join("Anna"), bo = w.join("Bo");
    w.start(vote);
    REQUIRE(w.person(anna, CastVote{{3}}) == accepted);
    CHECK(w.person(anna, CastVote{{1}}) == Reason::votes_are_spent);
    REQUIRE(w.person(bo, CastVote{{5}}) == accepted);
    REQUIRE(w.facilitator(CloseVote{0, true}) == accepted);
    const auto tie = std::get<TieRecord>(project(w.session, Audience::facilitator, {RecordType::tie, 0}).value());
    CHECK(tie.ways == std::vector<TieWay>{TieWay::run_off, TieWay::draw});
    CHECK(w.facilitator(WidenTop{}) == Reason::bad_args);
    REQUIRE(w.facilitator(DrawLots{}) == accepted);
    REQUIRE(w.session.top->entries.size() == 1);
    w.start(choose);
    CHECK(choosing(w).candidate == w.session.top->entries[0].candidate);
}

TEST_CASE("A meeting without a dossier has nothing to score, and gets no such round") {
    Meeting w;
    CHECK(w.facilitator(AddRound{RoundKind::assess, "", "", "", 5}) == Reason::bad_args);
    CHECK_FALSE(project(w.session, Audience::screen, {RecordType::matrix, 0}));
    Meeting with{30, ideas()};
    CHECK(with.facilitator(AddRound{RoundKind::choose, "", "", "", 5}) == accepted);
    CHECK(with.facilitator(DissolveGroup{{3}}) == Reason::bad_args);
}

TEST_CASE("Who has no phone says what they think of the proposal through a helper") {
    Meeting w{30, ideas()};
    REQUIRE(w.facilitator(AddPaperSeat{"Truus"}) == accepted);
    const PersonId truus{w.made};
    w.start(choose);
    REQUIRE(w.facilitator(ProposeChoice{{3}}) == accepted);
    CHECK(w.helper(AnswerConcern{{3}, ConcernAnswer::fine, ""}) == Reason::forbidden);
    REQUIRE(w.helper(AnswerConcern{{3}, ConcernAnswer::worried, "Kabels"}, truus) == accepted);
    for (auto audience : {Audience::helper, Audience::facilitator}) {
        const auto paper = std::get<PaperRecord>(project(w.session, audience, {RecordType::paper, truus.value}).value());
        REQUIRE(paper.concerns.size() == 1);
        CHECK(paper.concerns[0] == MyConcern{{3}, ConcernAnswer::worried, "Kabels"});
    }
    CHECK(choosing(w).answered == 1);
    CHECK(std::get<ChoosingRecord>(project(w.session, Audience::helper, {RecordType::choosing, 0}).value()).candidate == GroupId{3});
    REQUIRE(w.helper(AnswerConcern{{3}, ConcernAnswer::fine, ""}, truus) == accepted);
    REQUIRE(w.facilitator(FreezeChoice{true, "Iedereen vindt het goed"}) == accepted);
}
