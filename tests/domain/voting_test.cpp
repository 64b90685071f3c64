#include <algorithm>

#include "domain/limits.h"
#include "meeting.h"

using namespace kiemkring::domain;

namespace {

/// Casts votes so that candidate i gets counts[i], each person one vote per candidate.
void cast(Meeting& meeting, const std::vector<int>& counts) {
    for (std::size_t candidate = 0; candidate < counts.size(); ++candidate) {
        int given = 0;
        for (const auto& [person, state] : meeting.session.people) {
            if (given == counts[candidate]) break;
            auto answer = meeting.person(person, CastVote{GroupId{static_cast<std::uint32_t>(candidate) + 1}});
            if (!answer) ++given;
        }
        REQUIRE(given == counts[candidate]);
    }
}

std::vector<std::uint32_t> places(const Top& top) {
    std::vector<std::uint32_t> all;
    for (const auto& entry : top.entries) all.push_back(entry.place);
    return all;
}
std::vector<std::uint32_t> candidates(const Top& top) {
    std::vector<std::uint32_t> all;
    for (const auto& entry : top.entries) all.push_back(entry.candidate.value);
    return all;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("Ideas that nobody grouped are candidates of their own") {
    Meeting meeting;
    meeting.up_to_the_vote(10, 9);

    const auto* vote = meeting.session.last_vote();
    REQUIRE(vote);
    CHECK(vote->state.candidates.size() == 9);
    CHECK(vote->state.votes_per_person == limits::votes_default);
}

TEST_CASE("Under eight candidates a person has three votes") {
    Meeting meeting;
    meeting.up_to_the_vote(10, 7);
    CHECK(meeting.session.last_vote()->state.votes_per_person == 3);
}

TEST_CASE("A person cannot give more votes than they have, nor two to one candidate") {
    Meeting meeting;
    meeting.up_to_the_vote(3, 9);
    PersonId anna{1};

    for (std::uint32_t i = 1; i <= 5; ++i) CHECK(meeting.person(anna, CastVote{GroupId{i}}) == accepted);
    CHECK(meeting.person(anna, CastVote{GroupId{6}}) == Reason::votes_are_spent);
    CHECK(meeting.person(anna, CastVote{GroupId{1}}) == Reason::candidate_has_all_your_votes);
    CHECK(meeting.person(anna, CastVote{GroupId{99}}) == Reason::not_found);

    CHECK(meeting.person(anna, RetractVote{GroupId{2}}) == accepted);
    CHECK(meeting.person(anna, RetractVote{GroupId{2}}) == Reason::no_such_vote);
    CHECK(meeting.person(anna, CastVote{GroupId{6}}) == accepted);
}

TEST_CASE("Both numbers of a vote can be changed until somebody votes") {
    Meeting meeting;
    meeting.up_to_the_vote(3, 9);

    CHECK(meeting.facilitator(SetVoteRules{2, 3}) == Reason::bad_args);
    CHECK(meeting.facilitator(SetVoteRules{4, 2}) == accepted);
    CHECK(meeting.person({1}, CastVote{{1}}) == accepted);
    CHECK(meeting.person({1}, CastVote{{1}}) == accepted);
    CHECK(meeting.person({1}, CastVote{{1}}) == Reason::candidate_has_all_your_votes);
    CHECK(meeting.facilitator(SetVoteRules{5, 1}) == Reason::votes_were_cast);
}

TEST_CASE("Closing under 80 % of the seats asks first, a countdown can be stopped") {
    Meeting meeting;
    meeting.up_to_the_vote(10, 9);
    cast(meeting, {7});

    CHECK(meeting.facilitator(CloseVote{0, false}) == Reason::too_few_voted);
    CHECK(meeting.facilitator(CloseVote{10'000, true}) == accepted);
    REQUIRE(next_deadline(meeting.session) == meeting.moment.now + kiemkring::base::Milliseconds{10'000});
    CHECK(meeting.facilitator(KeepVoteOpen{}) == accepted);
    CHECK_FALSE(next_deadline(meeting.session));

    CHECK(meeting.facilitator(CloseVote{10'000, true}) == accepted);
    meeting.moment.now += kiemkring::base::Milliseconds{10'000};
    CHECK(meeting.person({9}, CastVote{{1}}) == Reason::wrong_round);
    auto due = decide_deadline(meeting.session, meeting.moment);
    REQUIRE(due);
    meeting.apply(*due, "timer", true);
    CHECK(meeting.session.last_vote()->state.status == VoteStatus::closed);
    CHECK(meeting.person({9}, CastVote{{1}}) == Reason::wrong_round);
}

TEST_CASE("A vote that is closed early keeps why, until somebody keeps it open or undoes it") {
    Meeting meeting;
    meeting.up_to_the_vote(10, 9);
    cast(meeting, {7});
    const auto why = [&] { return meeting.session.text(meeting.session.last_vote()->state.why_early); };

    REQUIRE(meeting.facilitator(CloseVote{10'000, true, "De trein"}) == accepted);
    CHECK(why() == "De trein");
    REQUIRE(meeting.facilitator(KeepVoteOpen{}) == accepted);
    CHECK(why().empty());

    REQUIRE(meeting.facilitator(CloseVote{10'000, true, "De laatste trein"}) == accepted);
    SECTION("at once, while it counts down") { REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted); }
    SECTION("when it has counted down") {
        meeting.moment.now += kiemkring::base::Milliseconds{10'000};
        auto due = decide_deadline(meeting.session, meeting.moment);
        REQUIRE(due);
        meeting.apply(*due, "timer", true);
    }
    CHECK(meeting.session.last_vote()->state.status == VoteStatus::closed);
    CHECK(why() == "De laatste trein");
    const auto closed = meeting.session.actions.back().id;
    REQUIRE(meeting.facilitator(Undo{closed}) == accepted);
    CHECK(meeting.session.last_vote()->state.status == VoteStatus::open);
    REQUIRE(meeting.facilitator(KeepVoteOpen{}) == accepted);
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
    CHECK(why().empty());
}

TEST_CASE("When eight in ten are in after all while a vote counts down, why it was closed early is not kept") {
    Meeting meeting;
    meeting.up_to_the_vote(10, 9);
    cast(meeting, {7});
    REQUIRE(meeting.facilitator(CloseVote{10'000, true, "De trein"}) == accepted);
    REQUIRE(meeting.person({8}, CastVote{{1}}) == accepted);
    meeting.moment.now += kiemkring::base::Milliseconds{10'000};
    auto due = decide_deadline(meeting.session, meeting.moment);
    REQUIRE(due);
    meeting.apply(*due, "timer", true);
    CHECK(meeting.session.last_vote()->state.status == VoteStatus::closed);
    CHECK(meeting.session.last_vote()->state.why_early == TextId{});
}

TEST_CASE("With eight in ten in, closing a vote needs no reason and keeps none") {
    Meeting meeting;
    meeting.up_to_the_vote(10, 9);
    cast(meeting, {8});
    REQUIRE(meeting.facilitator(CloseVote{0, false, "Zomaar"}) == accepted);
    CHECK(meeting.session.last_vote()->state.why_early == TextId{});
}

TEST_CASE("Everybody stays while somebody's votes are in an open vote") {
    Meeting meeting;
    meeting.up_to_the_vote(5, 9);
    cast(meeting, {1});
    CHECK(meeting.facilitator(StartRound{RoundId{6}, 0}) == Reason::vote_is_open);
    CHECK(meeting.facilitator(StartRound{RoundId{3}, 0}) == Reason::vote_is_open);
    CHECK(meeting.facilitator(CreateGroup{"Nieuw", {}}) == Reason::vote_is_open);
}

TEST_CASE("Going back from a vote in which nobody voted takes the vote back") {
    Meeting meeting;
    meeting.up_to_the_vote(5, 9);
    meeting.start(3);
    CHECK_FALSE(meeting.session.last_vote());
    meeting.start(4);
    CHECK(meeting.session.last_vote()->state.status == VoteStatus::open);
}

TEST_CASE("Counts that settle the places make a frozen top with near misses") {
    Meeting meeting;
    meeting.up_to_the_vote(20, 9);
    cast(meeting, {9, 8, 8, 6, 5, 4, 3, 2, 0});
    CHECK(meeting.facilitator(CloseVote{0, true}) == accepted);

    REQUIRE(meeting.session.top);
    CHECK_FALSE(meeting.session.tie);
    CHECK(places(*meeting.session.top) == Numbers{1, 2, 2, 4, 5});
    CHECK(meeting.session.top->entries[1].tied);
    CHECK(meeting.session.top->near_misses.size() == 3);
    CHECK(meeting.session.top->near_misses[0].votes == 4);
}

TEST_CASE("A candidate without votes takes no place") {
    Meeting meeting;
    meeting.up_to_the_vote(20, 9);
    cast(meeting, {9, 8, 3});
    CHECK(meeting.facilitator(CloseVote{0, true}) == accepted);
    REQUIRE(meeting.session.top);
    CHECK(candidates(*meeting.session.top) == Numbers{1, 2, 3});
}

TEST_CASE("A tie across the fifth place is never broken silently") {
    Meeting meeting;
    meeting.up_to_the_vote(20, 9);
    cast(meeting, {9, 8, 7, 6, 4, 4, 4, 1});
    CHECK(meeting.facilitator(CloseVote{0, true}) == accepted);

    REQUIRE(meeting.session.tie);
    CHECK_FALSE(meeting.session.top);
    CHECK(meeting.session.tie->first_place == 5);
    CHECK(meeting.session.tie->free == 1);
    CHECK(meeting.session.tie->tied.size() == 3);
    meeting.start(5);

    SECTION("widening takes all tied along") {
        CHECK(meeting.facilitator(WidenTop{}) == accepted);
        CHECK(candidates(*meeting.session.top) == Numbers{1, 2, 3, 4, 5, 6, 7});
        CHECK(places(*meeting.session.top) == Numbers{1, 2, 3, 4, 5, 5, 5});
        CHECK(meeting.session.top->decided_by == TieWay::widen);
        CHECK(meeting.facilitator(WidenTop{}) == Reason::no_tie);
    }
    SECTION("a run-off among the tied only, with as many votes as free places, once") {
        CHECK(meeting.facilitator(StartRunoff{}) == accepted);
        const auto* runoff = meeting.session.last_vote();
        CHECK(runoff->state.candidates.size() == 3);
        CHECK(runoff->state.votes_per_person == 1);
        CHECK(meeting.facilitator(DrawLots{}) == Reason::no_tie);
        CHECK(meeting.person({1}, CastVote{{1}}) == Reason::not_found);
        CHECK(meeting.person({1}, CastVote{{6}}) == accepted);
        CHECK(meeting.person({1}, CastVote{{7}}) == Reason::votes_are_spent);

        SECTION("that decides") {
            CHECK(meeting.facilitator(CloseVote{0, true}) == accepted);
            CHECK(candidates(*meeting.session.top) == Numbers{1, 2, 3, 4, 6});
            CHECK(meeting.session.top->decided_by == TieWay::run_off);
            CHECK(meeting.session.top->near_misses[0].candidate == GroupId{5});

            const auto seen_by = [&](Audience audience) {
                return std::get<TieRecord>(*project(meeting.session, audience, {RecordType::tie, 0})).decided->winners;
            };
            CHECK(seen_by(Audience::facilitator) == std::vector<GroupId>{{6}});
            CHECK(seen_by(Audience::participant).empty());
            CHECK(seen_by(Audience::screen).empty());
        }
        SECTION("that is equal again leaves the lot") {
            CHECK(meeting.person({2}, CastVote{{7}}) == accepted);
            CHECK(meeting.facilitator(CloseVote{0, true}) == accepted);
            REQUIRE_FALSE(meeting.session.top);
            CHECK(meeting.session.tie->tied == std::vector<GroupId>{{6}, {7}});
            CHECK(meeting.facilitator(StartRunoff{}) == Reason::runoff_was_held);
            CHECK(meeting.facilitator(DrawLots{}) == accepted);
            CHECK(meeting.session.top->entries.size() == 5);
        }
    }
    SECTION("a draw records its seed and can be repeated") {
        const auto seed = meeting.moment.random;
        CHECK(meeting.facilitator(DrawLots{}) == accepted);
        REQUIRE(meeting.session.top);
        CHECK(meeting.session.top->entries.size() == 5);
        CHECK(std::stoull(meeting.session.top->seed, nullptr, 16) == seed);
        CHECK(meeting.session.tie->decided->order.size() == 3);
        CHECK(meeting.session.top->entries[4].candidate == meeting.session.tie->decided->order[0]);
    }
    SECTION("merging the nearly same makes room") {
        CHECK(meeting.facilitator(MergeTied{{{5}, {6}}, {5}}) == accepted);
        CHECK_FALSE(meeting.session.top);
        CHECK(meeting.session.tie->tied.size() == 2);
        CHECK(meeting.facilitator(MergeTied{{{5}, {7}}, {5}}) == accepted);
        CHECK(candidates(*meeting.session.top) == Numbers{1, 2, 3, 4, 5});
        CHECK(meeting.session.members.at(GroupId{5}).size() == 3);
        CHECK(meeting.session.top->near_misses.size() == 1);
    }
    SECTION("every way out can be undone") {
        const auto before = meeting.session.tie;
        CHECK(meeting.facilitator(DrawLots{}) == accepted);
        CHECK(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
        CHECK(meeting.session.tie == before);
        CHECK_FALSE(meeting.session.top);
    }
}

TEST_CASE("Two places free among three tied: a run-off may settle one and leave the other") {
    Meeting meeting;
    meeting.up_to_the_vote(20, 9);
    cast(meeting, {9, 8, 7, 4, 4, 4});
    CHECK(meeting.facilitator(CloseVote{0, true}) == accepted);
    REQUIRE(meeting.session.tie->free == 2);
    CHECK(meeting.facilitator(StartRunoff{}) == accepted);
    CHECK(meeting.person({1}, CastVote{{5}}) == accepted);
    CHECK(meeting.person({2}, CastVote{{5}}) == accepted);
    CHECK(meeting.person({1}, CastVote{{4}}) == accepted);
    CHECK(meeting.person({2}, CastVote{{6}}) == accepted);
    CHECK(meeting.facilitator(CloseVote{0, true}) == accepted);

    REQUIRE_FALSE(meeting.session.top);
    CHECK(meeting.session.tie->free == 1);
    CHECK(meeting.facilitator(DrawLots{}) == accepted);
    REQUIRE(meeting.session.top->entries.size() == 5);
    CHECK(meeting.session.top->entries[3].candidate == GroupId{5});
    CHECK(places(*meeting.session.top) == Numbers{1, 2, 3, 4, 5});
}

TEST_CASE("Places stay hidden until their reveal, from the last to the first") {
    Meeting meeting;
    meeting.up_to_the_vote(20, 9);
    cast(meeting, {9, 8, 7, 6, 5, 4});
    const auto see = [&](Audience audience) { return project(meeting.session, audience, {RecordType::top, 0}); };
    CHECK_FALSE(project(meeting.session, Audience::facilitator, {RecordType::tally, 0}));
    CHECK(meeting.facilitator(CloseVote{0, true}) == accepted);
    CHECK(project(meeting.session, Audience::facilitator, {RecordType::tally, 0}));
    CHECK_FALSE(project(meeting.session, Audience::participant, {RecordType::tally, 0}));

    CHECK(meeting.facilitator(RevealNext{0}) == Reason::wrong_round);
    meeting.start(6);
    for (std::size_t revealed = 0; revealed <= 5; ++revealed) {
        for (auto audience : {Audience::participant, Audience::screen}) {
            const auto top = std::get<TopRecord>(*see(audience));
            REQUIRE(top.entries.size() == revealed);
            if (revealed > 0) CHECK(top.entries.front().place == 6 - revealed);
            CHECK(top.near_misses.empty() == (revealed < 5));
            CHECK(project(meeting.session, audience, {RecordType::leads, 0}).has_value() == (revealed == 5));
        }
        if (revealed < 5) CHECK(meeting.facilitator(RevealNext{meeting.session.revealed}) == accepted);
    }
    CHECK(meeting.facilitator(RevealNext{meeting.session.revealed}) == Reason::all_revealed);
}

TEST_CASE("The votes of who was taken out do not count, and come back with them while people vote") {
    Meeting meeting{3};
    meeting.up_to_the_vote(3, 9);
    for (std::uint32_t person : {1u, 2u}) {
        REQUIRE(meeting.person({person}, CastVote{{1}}) == accepted);
        REQUIRE(meeting.person({person}, CastVote{{2}}) == accepted);
    }
    const auto shown = [&] { return std::get<VoteRecord>(*project(meeting.session, Audience::facilitator, {RecordType::vote, 0})); };
    const auto votes_on = [&](std::uint32_t candidate) {
        const auto tally = std::get<TallyRecord>(*project(meeting.session, Audience::facilitator, {RecordType::tally, 0}));
        return std::ranges::find(tally.counts, GroupId{candidate}, &Count::candidate)->votes;
    };
    REQUIRE(meeting.facilitator(RemovePerson{{2}}) == accepted);
    const auto removal = meeting.session.actions.back().id;
    CHECK(shown().voted == 1);
    CHECK(shown().seats == 2);
    CHECK(meeting.facilitator(CloseVote{0, false}) == Reason::too_few_voted);

    SECTION("whoever sits there now has votes of their own") {
        const auto cem = meeting.join("Cem");
        REQUIRE(meeting.person(cem, CastVote{{3}}) == accepted);
        CHECK(shown().voted == 2);
        CHECK(meeting.facilitator(BringBackPerson{{2}}) == Reason::session_full);
        REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
        CHECK(shown().voted == 2);
        CHECK(votes_on(1) == 1);
        CHECK(votes_on(3) == 1);
    }
    SECTION("brought back or undone: the same votes again") {
        const bool undoes = GENERATE(true, false);
        CHECK(meeting.facilitator(undoes ? Command{Undo{removal}} : Command{BringBackPerson{{2}}}) == accepted);
        CHECK(shown().voted == 2);
        CHECK(meeting.me({2}).votes.size() == 2);
        CHECK(meeting.person({2}, CastVote{{1}}) == Reason::candidate_has_all_your_votes);
        REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
        CHECK(votes_on(1) == 2);
    }
    SECTION("once it is closed nothing changes, until the closing itself is undone") {
        REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
        const auto closing = meeting.session.actions.back().id;
        CHECK(votes_on(1) == 1);
        CHECK(shown().voted == 1);
        REQUIRE(meeting.facilitator(BringBackPerson{{2}}) == accepted);
        CHECK(votes_on(1) == 1);
        CHECK(shown().voted == 1);
        REQUIRE(meeting.facilitator(Undo{closing}) == accepted);
        CHECK(shown().voted == 2);
        CHECK(meeting.me({2}).votes.size() == 2);
        REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
        CHECK(votes_on(1) == 2);
    }
    SECTION("also when the time to close was set") {
        REQUIRE(meeting.facilitator(CloseVote{5000, true}) == accepted);
        meeting.moment.now += std::chrono::seconds{5};
        meeting.apply(*decide_deadline(meeting.session, meeting.moment), "timer", true);
        CHECK(votes_on(1) == 1);
    }
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("A ballot of at most fifteen has the letters A to O, whatever was made and put together before") {
    Meeting meeting;
    meeting.join();
    meeting.start(2);
    for (int i = 0; i < 16; ++i) meeting.idea({1}, "Idee " + std::to_string(i));
    meeting.start(3);
    const auto letter = [&](std::uint32_t group) {
        return std::get<GroupRecord>(*project(meeting.session, Audience::participant, {RecordType::group, group})).letter;
    };
    for (std::uint32_t i = 1; i <= 16; ++i) REQUIRE(meeting.facilitator(CreateGroup{"", {{{i}, {}}}}) == accepted);
    CHECK(letter(15) == "O");
    CHECK(letter(16) == "P");
    REQUIRE(meeting.facilitator(MergeGroups{{4}, {5}}) == accepted);
    CHECK(letter(5) == "E");
    CHECK(letter(16) == "D");
    // What goes up in the ballot by itself has the next one that is free.
    REQUIRE(meeting.facilitator(MergeGroups{{9}, {8}}) == accepted);
    REQUIRE(meeting.facilitator(DissolveGroup{{2}}) == accepted);
    meeting.start(4);
    REQUIRE(meeting.session.open_vote()->state.candidates.size() == 14);
    CHECK(letter(16) == "B");
    CHECK(letter(17) == "D");
    CHECK(letter(15) == "O");
    for (std::uint32_t candidate : {17u, 16u, 1u}) REQUIRE(meeting.person({1}, CastVote{{candidate}}) == accepted);
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
    const auto top = std::get<TopRecord>(*project(meeting.session, Audience::facilitator, {RecordType::top, 0}));
    for (const auto& entry : top.entries) CHECK(entry.letter == letter(entry.candidate.value));
}

TEST_CASE("A reveal that is tapped twice, or on two tablets, shows one place") {
    Meeting meeting;
    meeting.up_to_the_vote(20, 9);
    cast(meeting, {9, 8, 7, 6, 5, 4});
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
    meeting.start(6);
    CHECK(meeting.facilitator(RevealNext{0}) == accepted);
    CHECK(meeting.facilitator(RevealNext{0}) == accepted);
    CHECK(meeting.session.revealed == 1);
    const auto revealed = meeting.session.actions.back().id;
    CHECK(meeting.facilitator(RevealNext{1}) == accepted);
    CHECK(meeting.session.revealed == 2);

    // Meanwhile it was taken back: what is tapped on is not what is there.
    REQUIRE(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
    CHECK(meeting.facilitator(RevealNext{2}) == Reason::changed_meanwhile);
    CHECK(meeting.session.revealed == 1);
    CHECK(meeting.session.actions.back().id == revealed);
}

TEST_CASE("The tally equals an independent recount of the log, whatever people do") {
    std::uint64_t seed = 7;
    const auto roll = [&seed](std::uint32_t sides) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(seed >> 33) % sides;
    };
    for (int run = 0; run < 20; ++run) {
        Meeting meeting;
        meeting.up_to_the_vote(12, 9);
        std::map<std::pair<std::uint32_t, std::uint32_t>, int> oracle;
        for (int step = 0; step < 300; ++step) {
            const auto person = roll(12) + 1;
            const auto candidate = roll(9) + 1;
            if (roll(3) > 0) {
                if (!meeting.person({person}, CastVote{{candidate}})) oracle[{person, candidate}] += 1;
            } else if (!meeting.person({person}, RetractVote{{candidate}})) {
                oracle[{person, candidate}] -= 1;
            }
            for (std::uint32_t i = 1; i <= 12; ++i) {
                int spent = 0;
                for (std::uint32_t j = 1; j <= 9; ++j) {
                    REQUIRE((oracle[{i, j}] == 0 || oracle[{i, j}] == 1));
                    spent += oracle[{i, j}];
                }
                REQUIRE(spent <= 5);
                REQUIRE(meeting.me({i}).votes_left == static_cast<std::uint32_t>(5 - spent));
            }
        }
        CHECK(meeting.facilitator(CloseVote{0, true}) == accepted);
        const auto tally = std::get<TallyRecord>(*project(meeting.session, Audience::facilitator, {RecordType::tally, 0}));
        for (const auto& count : tally.counts) {
            int votes = 0;
            for (std::uint32_t i = 1; i <= 12; ++i) votes += oracle[{i, count.candidate.value}];
            REQUIRE(count.votes == static_cast<std::uint32_t>(votes));
        }
    }
}
