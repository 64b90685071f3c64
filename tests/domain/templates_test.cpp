#include <catch2/catch.hpp>

#include <algorithm>

#include "domain/limits.h"
#include "domain/session/decide.h"
#include "domain/session/templates.h"

using namespace kiemkring::domain;

TEST_CASE("Every template fills its time, with something to say in every round", "[domain][templates]") {
    REQUIRE(templates().size() == 22);
    for (const auto& one : templates()) {
        INFO(one.id << ' ' << one.language);
        CHECK(one.id.ends_with("-" + std::to_string(one.minutes)));
        REQUIRE(!one.rounds.empty());
        std::uint32_t minutes = 0;
        for (std::size_t i = 0; i < one.rounds.size(); ++i) {
            const auto& round = one.rounds[i];
            CHECK(round.id.value == i + 1);
            CHECK(round.minutes > 0);
            CHECK(!round.say.empty());
            CHECK((round.kind != RoundKind::show || !round.text.empty()));
            CHECK(!round.skipped);
            minutes += round.minutes;
        }
        CHECK(minutes == one.minutes);
        CHECK(one.rounds.front().kind == RoundKind::lobby);
        CHECK(one.rounds.back().kind == RoundKind::close);
    }
}

TEST_CASE("Every template with a vote asks before it whether what is voted on fits", "[domain][templates]") {
    for (const auto& made : templates()) {
        const bool dutch = made.language == "nl";
        const auto asks = [&](const AgendaItem& round) {
            return round.say.find(dutch ? "binnen de tijd" : "within the time") != std::string::npos &&
                   round.say.find(dutch ? "binnen het geld" : "within the money") != std::string::npos;
        };
        const auto at = [&](RoundKind kind) { return std::ranges::find(made.rounds, kind, &AgendaItem::kind); };
        // What is voted on in step 3 was scored.
        if (at(RoundKind::vote) == made.rounds.end() || at(RoundKind::assess) != made.rounds.end()) continue;
        INFO(made.id << " " << made.language);
        CHECK(std::ranges::count_if(made.rounds.begin(), at(RoundKind::vote), asks) == 1);
    }
}

TEST_CASE("A template exists in both languages with the same rounds and different sentences", "[domain][templates]") {
    for (const auto& dutch : templates()) {
        if (dutch.language != "nl") continue;
        const auto* english = find_template(dutch.id, "en");
        REQUIRE(english);
        REQUIRE(english->rounds.size() == dutch.rounds.size());
        for (std::size_t i = 0; i < dutch.rounds.size(); ++i) {
            CHECK(english->rounds[i].kind == dutch.rounds[i].kind);
            CHECK(english->rounds[i].minutes == dutch.rounds[i].minutes);
            CHECK(english->rounds[i].say != dutch.rounds[i].say);
        }
    }
    CHECK(find_template("workshop-60", "de") == nullptr);
    CHECK(find_template("workshop-61", "nl") == nullptr);
}

TEST_CASE("A round that stands wrong in a template is named with its place", "[domain][templates]") {
    using enum RoundKind;
    const auto of = [](std::initializer_list<RoundKind> kinds) {
        std::vector<AgendaItem> rounds;
        for (const auto kind : kinds) rounds.push_back({.id = {}, .kind = kind, .title = {}, .minutes = 5, .say = {}, .skipped = false, .text = {}});
        return misplaced_rounds(rounds);
    };
    using Misplaced = std::vector<MisplacedRound>;
    CHECK(of({lobby, ideas, vote, top5, close}) == Misplaced{});
    CHECK(of({ideas, vote, close}) == Misplaced{{0, TemplateFault::lobby_first}});
    CHECK(of({lobby, ideas, lobby, close}) == Misplaced{{2, TemplateFault::lobby_once}});
    CHECK(of({lobby, close, ideas}) == Misplaced{{1, TemplateFault::close_once}, {2, TemplateFault::close_last}});
    CHECK(of({lobby, commit, vote, close}) == Misplaced{{1, TemplateFault::vote_before}});
    for (const auto& known : templates()) CHECK(misplaced_rounds(known.rounds).empty());
}
