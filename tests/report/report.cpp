#include <catch2/catch.hpp>

#include "domain/meeting.h"
#include "report/csv.h"
#include "report/recount.h"

namespace kiemkring::report {

using namespace domain;

namespace {

std::vector<Published> published(const Session& session) {
    std::vector<Published> votes;
    for (const auto& [id, vote] : session.votes) {
        if (vote.state.status != VoteStatus::closed) continue;
        Published each{id, {}, {}};
        for (const auto candidate : vote.state.candidates) each.counts[candidate] = 0;
        for (const auto& [ballot, given] : vote.ballots) {
            each.ballots.push_back(given);
            for (const auto& [candidate, number] : given) each.counts[candidate] += number;
        }
        votes.push_back(std::move(each));
    }
    return votes;
}

Meeting voted() {
    Meeting meeting;
    meeting.up_to_the_vote(5, 9);
    // Candidate c gets votes from persons c to 5, so the counts are 5, 4, 3, 2, 1.
    for (std::uint32_t person = 1; person <= 5; ++person)
        for (std::uint32_t candidate = 1; candidate <= person; ++candidate)
            REQUIRE(meeting.person({person}, CastVote{GroupId{candidate}}) == std::nullopt);
    REQUIRE(meeting.person({5}, RetractVote{GroupId{5}}) == std::nullopt);
    REQUIRE(meeting.person({5}, CastVote{GroupId{5}}) == std::nullopt);
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == std::nullopt);
    REQUIRE(meeting.session.top);
    return meeting;
}

}  // namespace

TEST_CASE("No cell is a formula to a spreadsheet", "[report]") {
    for (const auto* text : {"=1+1", "+cmd!A1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20A"})
        CHECK(csv_cell(text) == "\"'" + std::string{text} + "\"");
    CHECK(csv_cell("Een \"groene\" gevel; of, twee") == R"("Een ""groene"" gevel; of, twee")");
    CHECK(csv_cell("1+1") == R"("1+1")");
}

TEST_CASE("Counting again finds what was published, and every change of it", "[report]") {
    const auto meeting = voted();
    const auto honest = published(meeting.session);
    const auto result = recount(honest, meeting.log);
    CHECK(result.differences == std::vector<std::string>{});
    CHECK(result.top_was_checked);
    REQUIRE(result.votes.size() == 1);
    CHECK(result.votes[0].ballots == 5);
    CHECK(result.votes[0].counts.at(GroupId{1}) == 5);

    const auto differs = [&](auto change) {
        auto votes = honest;
        change(votes);
        return !recount(votes, meeting.log).differences.empty();
    };
    CHECK(differs([](auto& votes) { ++votes[0].counts.at(GroupId{2}); }));
    CHECK(differs([](auto& votes) { votes[0].ballots.pop_back(); }));
    CHECK(differs([](auto& votes) { ++votes[0].ballots[0][GroupId{1}]; }));
    CHECK(differs([](auto& votes) { votes[0].ballots[0] = {{GroupId{9}, 1}}; }));
    CHECK(differs([](auto& votes) { votes.clear(); }));

    auto log = meeting.log;
    for (auto& happened : log)
        if (auto* top = std::get_if<TopSet>(&happened.what)) std::swap(top->now->entries[0], top->now->entries[3]);
    CHECK_FALSE(recount(honest, log).differences.empty());
}

TEST_CASE("Lots are drawn again with the recorded seed", "[report]") {
    Meeting meeting;
    meeting.up_to_the_vote(6, 8);
    for (std::uint32_t person = 1; person <= 6; ++person)
        for (std::uint32_t candidate : {1U, 2U, 3U, 4U, 5U + person % 2})
            REQUIRE(!meeting.person({person}, CastVote{{candidate}}));
    REQUIRE(!meeting.facilitator(CloseVote{0, true}));
    REQUIRE(!meeting.facilitator(DrawLots{}));
    const auto honest = published(meeting.session);
    CHECK(recount(honest, meeting.log).differences == std::vector<std::string>{});

    const auto differs = [&](auto change) {
        auto log = meeting.log;
        for (auto& happened : log)
            if (auto* tie = std::get_if<TieSet>(&happened.what); tie && tie->now && tie->now->decided) change(*tie->now->decided);
        return !recount(honest, log).differences.empty();
    };
    CHECK_FALSE(differs([](auto&) {}));
    CHECK(differs([](auto& decided) { std::swap(decided.order[0], decided.order[1]); }));
    CHECK(differs([](auto& decided) { decided.winners = {decided.order[1]}; }));
    CHECK(differs([](auto& decided) { decided.seed = "not a number"; }));
}

}  // namespace kiemkring::report
