#include <catch2/catch.hpp>
#include <set>

#include "rehearsal/person.h"

namespace kiemkring::rehearsal {

namespace {

using namespace std::chrono_literals;
using domain::RoundKind;

domain::RoundRecord round_of(RoundKind kind, std::uint32_t id = 1) {
    domain::RoundRecord round;
    round.round = {id};
    round.kind = kind;
    return round;
}

wire::Changes everybody_sees(std::vector<domain::Record> put) {
    put.emplace_back(domain::SessionRecord{});
    return {"participant", 0, 1, {}, std::move(put), {}};
}
wire::Changes only_they_see(std::vector<domain::Record> put) { return {"me", 0, 1, {}, std::move(put), {}}; }

/// What they ask for in so many deeds, with how long all of it took.
struct Asked {
    std::vector<domain::Command> commands;
    Milliseconds took{};
    std::string script;  ///< every pause and deed
};
Asked watched(Person& person, int deeds) {
    Asked asked;
    for (int i = 0; i < deeds; ++i) {
        const auto pause = person.pause();
        const auto deed = person.deed();
        asked.took += pause;
        asked.script += std::to_string(pause.count()) + ":" + std::to_string(deed.index());
        if (const auto* said = std::get_if<Say>(&deed)) {
            asked.commands.push_back(said->command);
            if (const auto* idea = std::get_if<domain::SubmitIdea>(&said->command)) asked.script += idea->text;
        }
        asked.script += ' ';
    }
    return asked;
}

template <class Command>
std::size_t count_of(const std::vector<domain::Command>& commands) {
    return static_cast<std::size_t>(
        std::ranges::count_if(commands, [](const auto& command) { return std::holds_alternative<Command>(command); }));
}

}  // namespace

TEST_CASE("The same seed does the same, another one something else", "[rehearsal]") {
    const auto script = [](std::uint64_t seed, std::uint32_t number) {
        Person person{seed, number, 24, "nl"};
        person.hear(everybody_sees({round_of(RoundKind::ideas)}));
        return watched(person, 60).script;
    };
    CHECK(script(7, 3) == script(7, 3));
    CHECK(script(7, 3) != script(8, 3));
    CHECK(script(7, 3) != script(7, 4));
}

TEST_CASE("Ideas are typed at the speed of people, and nobody says what somebody else says", "[rehearsal]") {
    std::set<std::string> texts;
    std::size_t said = 0;
    for (std::uint32_t number = 0; number < 28; ++number) {
        Person person{5, number, 28, "nl"};
        person.hear(everybody_sees({round_of(RoundKind::ideas)}));
        const auto asked = watched(person, 60);
        const auto ideas = count_of<domain::SubmitIdea>(asked.commands);
        CHECK(ideas >= 1);
        CHECK(ideas <= 3);
        said += ideas;
        std::size_t characters = 0;
        for (const auto& command : asked.commands)
            if (const auto* idea = std::get_if<domain::SubmitIdea>(&command)) {
                texts.insert(idea->text);
                characters += idea->text.size();
            }
        CHECK(asked.took >= characters * 100ms);
    }
    CHECK(texts.size() == said);
}

TEST_CASE("On a walk people set pins on the plan, inside it, and write without one where there is none", "[rehearsal]") {
    std::size_t moved = 0;
    for (const bool with_plan : {true, false})
        for (std::uint32_t number = 0; number < 28; ++number) {
            Person person{3, number, 28, "nl"};
            std::vector<domain::Record> told{round_of(RoundKind::explore)};
            if (with_plan) told.emplace_back(domain::PlanRecord{0, {1}, 1200, 800});
            person.hear(everybody_sees(told));
            std::vector<domain::Record> mine;
            std::size_t noted = 0;
            for (int i = 0; i < 60; ++i) {
                (void)person.pause();
                const auto deed = person.deed();
                const auto* said = std::get_if<Say>(&deed);
                if (!said) continue;
                std::optional<domain::Place> place;
                if (const auto* idea = std::get_if<domain::SubmitIdea>(&said->command)) {
                    place = idea->place;
                    CHECK(place.has_value() == with_plan);
                    domain::MyIdeaRecord record;
                    record.id = {static_cast<std::uint32_t>(++noted)};
                    record.text = idea->text;
                    record.place = place;
                    mine.emplace_back(record);
                    person.hear(only_they_see(mine));
                } else {
                    REQUIRE(with_plan);
                    place = std::get<domain::PinIdea>(said->command).place;
                    ++moved;
                }
                if (place) CHECK((place->x > 0 && place->x < 1 && place->y > 0 && place->y < 1));
            }
            CHECK(noted >= 1);
            CHECK(noted <= 3);
        }
    CHECK(moved > 0);
}

TEST_CASE("Votes are spent by taste and never more than there are", "[rehearsal]") {
    std::map<std::uint32_t, int> votes;
    for (std::uint32_t number = 0; number < 30; ++number) {
        Person person{11, number, 30, "en"};
        domain::VoteRecord vote;
        vote.state = domain::VoteStatus::open;
        for (std::uint32_t group = 1; group <= 12; ++group) vote.candidates.push_back({group});
        domain::MeRecord me;
        me.votes_left = 5;
        person.hear(everybody_sees({round_of(RoundKind::vote), vote}));
        person.hear(only_they_see({me}));
        for (int i = 0; i < 80; ++i) {
            (void)person.pause();
            const auto deed = person.deed();
            const auto* said = std::get_if<Say>(&deed);
            if (!said) continue;
            if (const auto* cast = std::get_if<domain::CastVote>(&said->command)) {
                REQUIRE(me.votes_left > 0);
                REQUIRE(std::ranges::none_of(me.votes, [&](const auto& given) { return given.candidate == cast->candidate; }));
                --me.votes_left;
                me.votes.push_back({cast->candidate, 1});
            } else {
                const auto back = std::get<domain::RetractVote>(said->command).candidate;
                REQUIRE(std::erase_if(me.votes, [&](const auto& given) { return given.candidate == back; }) == 1);
                ++me.votes_left;
            }
            person.hear(only_they_see({me}));
        }
        for (const auto& given : me.votes) ++votes[given.candidate.value];
    }
    int most = 0, all = 0;
    for (const auto& [candidate, count] : votes) most = std::max(most, count), all += count;
    CHECK(all > 100);
    CHECK(most > 2 * all / 12);  // they do not vote by the toss of a coin
}

TEST_CASE("An idea goes to the group of its theme, and stays where there is none", "[rehearsal]") {
    const auto all = ideas("nl");
    const auto idea = [&](std::uint32_t id, std::size_t text, std::uint32_t group) {
        domain::IdeaRecord record;
        record.id = {id};
        record.text = all[text].text;
        record.group = {group};
        return record;
    };
    const auto elsewhere = static_cast<std::size_t>(
        std::ranges::find_if(all, [&](const auto& one) { return one.theme != all[0].theme; }) - all.begin());
    auto round = round_of(RoundKind::group);
    round.grouping_allowed = true;
    for (std::uint32_t number = 0; number < 20; ++number) {
        Person person{3, number, 20, "nl"};
        person.hear(everybody_sees({round, idea(1, 0, 4), idea(2, elsewhere, 5), idea(3, 1, 0)}));
        for (const auto& command : watched(person, 40).commands)
            if (const auto* moved = std::get_if<domain::MoveIdeas>(&command)) {
                CHECK(moved->ideas.front().idea == domain::IdeaId{3});
                CHECK(moved->to == domain::GroupId{4});
            }
        round.grouping_allowed = false;
        person.hear(everybody_sees({round, idea(1, 0, 4), idea(3, 1, 0)}));
        CHECK(count_of<domain::HoldIdea>(watched(person, 40).commands) == 0);
        round.grouping_allowed = true;
    }
}

TEST_CASE("A table takes on what no table has, and never more than three", "[rehearsal]") {
    domain::PersonRecord self;
    self.id = {1};
    self.table = 2;
    domain::MeRecord me;
    me.person = {1};
    const auto group = [](std::uint32_t id) {
        domain::GroupRecord record;
        record.id = {id};
        return record;
    };
    const auto table = [](std::uint32_t id, std::vector<domain::GroupId> chosen) { return domain::TableRecord{id, std::move(chosen)}; };
    const auto asked = [&](std::vector<domain::GroupId> ours) {
        std::vector<domain::Command> all;
        for (std::uint32_t number = 0; number < 10; ++number) {
            Person person{5, number, 10, "nl"};
            person.hear(everybody_sees({round_of(RoundKind::table_choice), self, group(1), group(2), group(3), group(4),
                                        table(1, {{1}}), table(2, ours)}));
            person.hear(only_they_see({me}));
            for (auto& command : watched(person, 10).commands) all.push_back(std::move(command));
        }
        return all;
    };
    CHECK(!asked({}).empty());
    for (const auto& command : asked({{2}})) {
        const auto& chosen = std::get<domain::ChooseForTable>(command);
        CHECK(chosen.table == 2);
        CHECK((chosen.group == domain::GroupId{3} || chosen.group == domain::GroupId{4}));
    }
    CHECK(asked({{2}, {3}, {4}}).empty());
}

TEST_CASE("Everybody says of each idea of the top what they think, once", "[rehearsal]") {
    domain::TopRecord top;
    for (std::uint32_t place = 1; place <= 5; ++place) top.entries.push_back({place, {place}, "A", "Idee", 3, false});
    Person person{9, 2, 10, "en"};
    domain::MeRecord me;
    person.hear(everybody_sees({round_of(RoundKind::concerns), top}));
    person.hear(only_they_see({me}));
    for (int i = 0; i < 40; ++i) {
        (void)person.pause();
        const auto deed = person.deed();
        const auto* said = std::get_if<Say>(&deed);
        if (!said) continue;
        const auto& answer = std::get<domain::AnswerConcern>(said->command);
        CHECK((answer.answer == domain::ConcernAnswer::worried) == !answer.text.empty());
        me.concerns.push_back({answer.candidate, answer.answer, answer.text});
        person.hear(only_they_see({me}));
    }
    CHECK(me.concerns.size() == 5);
}

TEST_CASE("In rounds that ask nothing of a phone they wait, and after the end they leave", "[rehearsal]") {
    for (auto kind : {RoundKind::show, RoundKind::talk, RoundKind::break_, RoundKind::pitch, RoundKind::top5}) {
        Person person{1, 0, 1, "nl"};
        person.hear(everybody_sees({round_of(kind)}));
        CHECK(watched(person, 50).commands.empty());
    }
    Person person{1, 0, 1, "nl"};
    domain::SessionRecord session;
    session.status = domain::SessionStatus::ended;
    person.hear({"participant", 0, 1, {}, {session, round_of(RoundKind::close)}, {}});
    bool left = false;
    for (int i = 0; i < 50; ++i) left = left || std::holds_alternative<Leave>(person.deed());
    CHECK(left);
}

}  // namespace kiemkring::rehearsal
