// What is refused because there is enough of it.
#include "domain/limits.h"

#include <utility>

#include "meeting.h"

using namespace kiemkring::domain;

namespace {

/// Asks until it is refused; how often it was accepted, and why it was not.
template <class Ask>
std::pair<std::size_t, std::optional<Reason>> until_refused(Ask ask) {
    for (std::size_t n = 0; n < 5000; ++n)
        if (const auto reason = ask(n)) return {n, reason};
    return {5000, std::nullopt};
}

}  // namespace

TEST_CASE("A person has at most 300 ideas, a session 2,000, also with those that were withdrawn") {
    Meeting meeting;
    for (int i = 0; i < 30; ++i) meeting.join();
    meeting.start(2);
    CHECK(meeting.person({1}, SubmitIdea{"een", ""}) == std::nullopt);
    CHECK(meeting.person({1}, WithdrawIdea{{1}}) == std::nullopt);
    const auto submit = [&](PersonId who) {
        return until_refused([&](std::size_t n) { return meeting.person(who, SubmitIdea{"idee " + std::to_string(n), ""}); });
    };
    CHECK(submit({1}) == std::pair{limits::ideas_per_person_max - 1, std::optional{Reason::quota}});
    for (std::uint32_t i = 2; i <= 6; ++i) CHECK(submit({i}).first == limits::ideas_per_person_max);
    CHECK(submit({7}) == std::pair{std::size_t{200}, std::optional{Reason::quota}});
    CHECK(meeting.session.ideas.size() == limits::ideas_per_session_max);
    CHECK(meeting.person({1}, EditIdea{{2}, "anders", ""}) == std::nullopt);
}

TEST_CASE("A session has at most 500 groups, 100 rounds and 3,000 commitments") {
    Meeting meeting;
    auto anna = meeting.join("Anna");
    meeting.start(2);
    auto idea = meeting.idea(anna, "Een bank");
    const auto more_rounds = limits::rounds_max - meeting.session.agenda.size();
    CHECK(until_refused([&](std::size_t) { return meeting.facilitator(RepeatRound{{2}}); }) ==
          std::pair{more_rounds, std::optional{Reason::quota}});
    meeting.start(3);
    REQUIRE(meeting.facilitator(CreateGroup{"Groep", {{idea, {}}}}) == std::nullopt);
    CHECK(until_refused([&](std::size_t) { return meeting.facilitator(CreateGroup{"", {}}); }) ==
          std::pair{limits::groups_max - 1, std::optional{Reason::quota}});
    meeting.start(4);
    REQUIRE(meeting.person(anna, CastVote{{1}}) == std::nullopt);
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == std::nullopt);
    meeting.start(7);
    const auto candidate = GroupId{1};
    CHECK(until_refused([&](std::size_t) {
              return meeting.facilitator(RecordHands{candidate, CommitmentRole::help, {}, 1, ""});
          }) == std::pair{limits::commitments_per_session_max, std::optional{Reason::quota}});
}

TEST_CASE("A session has had at most 20 site plans and 1,000 pictures, also with those that are gone") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    meeting.start(2);
    const auto idea = meeting.idea(anna, "Een bank");
    const auto bytes = std::make_shared<PictureBytes>(PictureBytes{"small", "large", 1600, 1200});
    const auto plan = [&](std::size_t n) -> std::optional<Reason> {
        auto arrived = decide_arrival(meeting.session, {true, "plan " + std::to_string(n), {}}, {Asker::Role::facilitator, {}}, bytes);
        if (!arrived) return arrived.error().reason;
        meeting.apply(*arrived, "upload", true);
        return meeting.facilitator(RemovePlan{});
    };
    CHECK(until_refused(plan) == std::pair{limits::plans_per_session_max, std::optional{Reason::quota}});

    const auto photo = [&](std::size_t n) -> std::optional<Reason> {
        if (const auto reason = meeting.person(anna, AddPhoto{idea, "photo " + std::to_string(n)})) return reason;
        return meeting.person(anna, WithdrawPhoto{{meeting.session.pictures_made}});
    };
    CHECK(until_refused(photo) ==
          std::pair{limits::pictures_per_session_max - limits::plans_per_session_max, std::optional{Reason::quota}});
    const Upload slide{true, "slide", RoundId{11}};
    const auto refused = decide_upload(meeting.session, slide, {Asker::Role::facilitator, {}});
    REQUIRE(!refused);
    CHECK(refused.error().reason == Reason::quota);
    // An idea is still taken, without its photo.
    CHECK(meeting.person(anna, SubmitIdea{"Een boom", "", {}, "one more"}) == std::nullopt);
    CHECK(meeting.session.pictures_made == limits::pictures_per_session_max);
}
