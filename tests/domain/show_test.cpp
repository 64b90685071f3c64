// A show: its pages, who may put what there, and how they are turned.
#include <algorithm>
#include <catch2/catch.hpp>

#include "domain/catalogue/catalogue.h"
#include "domain/limits.h"
#include "domain/meeting.h"

using namespace kiemkring::domain;

namespace {

constexpr std::uint32_t the_show = 11;
const Asker the_tablet{Asker::Role::facilitator, {}, {}};

PageWish a_concept(const std::string& id) { return {PageKind::concept_, {}, id}; }
PageWish a_slide(std::uint32_t picture) { return {PageKind::slide, {picture}, {}}; }

struct Show : Meeting {
    std::optional<ShowView> seen(Audience audience = Audience::screen) {
        return std::get<RoundRecord>(*project(session, audience, {RecordType::round, 0})).show;
    }
    std::vector<PageWish> wishes() const {
        std::vector<PageWish> wishes;
        for (const auto& page : session.round({the_show})->pages) wishes.push_back(wish_for(page));
        return wishes;
    }
    std::optional<Reason> put(std::vector<PageWish> pages) { return facilitator(SetPages{{the_show}, wishes(), std::move(pages)}); }
    std::uint32_t slide(const std::string& key = {}) {
        const Upload upload{true, key, {the_show}};
        auto bytes = std::make_shared<PictureBytes>(PictureBytes{"small", "large", 1600, 900});
        auto arrived = decide_arrival(session, upload, the_tablet, bytes);
        REQUIRE(arrived);
        apply(*arrived, "upload_slide", true);
        return arrived->made_id;
    }
};

}  // namespace

TEST_CASE("A show has its words first, then concepts and slides, and everybody sees the page that is turned to", "[domain][show]") {
    Show show;
    CHECK(!show.seen());
    CHECK(show.put({a_concept("haag"), a_concept("poel")}) == accepted);
    CHECK(show.facilitator(TurnPage{{the_show}, 1}) == Reason::wrong_round);
    show.start(the_show);
    REQUIRE(show.seen());
    CHECK(show.seen()->page == 0);
    CHECK(show.seen()->pages[0].title == "Gemengde inheemse haag");
    CHECK(show.seen()->pages[0].facts == std::vector<std::string>{"€ 800 tot 4.000", "10 tot 100 m²", "2 tot 6 maanden", "deels geschat"});

    const auto picture = show.slide();
    CHECK(show.facilitator(TurnPage{{the_show}, 3}) == accepted);
    CHECK(show.seen(Audience::participant)->page == 3);
    CHECK(show.seen(Audience::participant)->pages[2].picture.value == picture);
    CHECK(show.seen(Audience::participant)->pages[2].width == 1600);
    CHECK(show.facilitator(TurnPage{{the_show}, 4}) == Reason::not_found);

    REQUIRE(show.session.actions.back().op == "turn_page");
    CHECK(show.facilitator(Undo{show.session.actions.back().id}) == accepted);
    CHECK(show.seen()->page == 0);
    CHECK(show.facilitator(TurnPage{{the_show}, 3}) == accepted);
    const auto turned = show.session.actions.back().id;
    REQUIRE(show.facilitator(TurnPage{{the_show}, 2}) == accepted);
    CHECK(show.facilitator(Undo{turned}) == Reason::changed_meanwhile);
    REQUIRE(show.facilitator(Undo{show.session.actions.back().id}) == accepted);
    CHECK(show.seen()->page == 3);
    const auto upload = std::ranges::find(show.session.actions, "upload_slide", &Action::op);
    REQUIRE(upload != show.session.actions.end());
    CHECK(show.facilitator(Undo{upload->id}) == accepted);
    CHECK(show.seen()->pages.size() == 2);
    CHECK(show.seen()->page == 2);
    show.start(2);
    show.start(the_show);
    CHECK(show.seen()->page == 0);
    CHECK(state_hash(show.replayed()) == state_hash(show.session));
}

TEST_CASE("Pages are put in order by whoever directs, and only what is there can be one", "[domain][show]") {
    Show show;
    const auto one = show.slide(), two = show.slide();
    CHECK(show.put({a_slide(two), a_concept("haag"), a_slide(one)}) == accepted);
    CHECK(show.session.round({the_show})->pages[0].picture.value == two);
    CHECK(show.session.round({the_show})->pages[0].width == 1600);
    CHECK(show.put({a_slide(99)}) == Reason::not_found);
    CHECK(show.put({a_concept("kasteel")}) == Reason::not_found);
    CHECK(show.put({{PageKind::photo, {1}, {}}}) == Reason::not_found);
    CHECK(show.facilitator(SetPages{{2}, {}, {a_concept("haag")}}) == Reason::not_found);
    CHECK(show.put(std::vector<PageWish>(6, a_concept("haag"))) == Reason::quota);
    CHECK(show.session.round({the_show})->pages.size() == 3);
    const auto anna = show.join("Anna");
    CHECK(show.person(anna, TurnPage{{the_show}, 0}) == Reason::forbidden);
    CHECK(show.person(anna, SetPages{{the_show}, {}, {}}) == Reason::forbidden);
    CHECK(decide_upload(show.session, {true, {}, {the_show}}, {Asker::Role::participant, anna}).error().reason == Reason::forbidden);
    CHECK(decide_upload(show.session, {true, {}, {2}}, the_tablet).error().reason == Reason::not_found);
}

TEST_CASE("Pages that are put in order on top of an older list take nothing away", "[domain][show]") {
    Show show;
    const auto one = show.slide();
    const auto seen = show.wishes();
    const auto two = show.slide();
    CHECK(show.facilitator(SetPages{{the_show}, seen, {a_slide(one), a_concept("haag")}}) == Reason::changed_meanwhile);
    CHECK(show.wishes() == std::vector{a_slide(one), a_slide(two)});
    CHECK(show.put({a_slide(one), a_slide(two), a_concept("haag")}) == accepted);
}

TEST_CASE("A page may stay where it is when its photo was taken back", "[domain][show]") {
    Show show;
    const auto anna = show.join("Anna");
    show.start(2);
    const std::string key(32, 'a');
    REQUIRE(show.person(anna, SubmitIdea{"Een bank", "", {}, key}) == accepted);
    const PictureId photo = show.session.photo_keys.at(key);
    auto arrived = decide_arrival(show.session, {false, key, {}}, {Asker::Role::participant, anna},
                                  std::make_shared<PictureBytes>(PictureBytes{"small", "large", 16, 9}));
    REQUIRE(arrived);
    show.apply(*arrived, "upload", false);
    const PageWish page{PageKind::photo, photo, {}};
    REQUIRE(show.put({page, a_concept("haag")}) == accepted);
    REQUIRE(show.person(anna, WithdrawPhoto{photo}) == accepted);
    CHECK(show.put({a_concept("haag"), page}) == accepted);
    CHECK(show.put({a_concept("haag")}) == accepted);
    CHECK(show.put({page}) == Reason::not_found);
}

TEST_CASE("A slide that comes again under its key is no second one, also after it was taken away", "[domain][show]") {
    Show show;
    const std::string key(32, 'd'), other(32, 'e');
    const auto first = show.slide(key);
    CHECK(decide_upload(show.session, {true, key, {the_show}}, the_tablet) == PictureId{first});
    CHECK(show.slide(key) == first);
    CHECK(show.session.round({the_show})->pages.size() == 1);
    CHECK(show.slide(other) != first);
    REQUIRE(show.put({}) == accepted);
    CHECK(show.slide(key) == first);
    REQUIRE(show.facilitator(Undo{show.session.actions.back().id}) == accepted);
    CHECK(show.session.round({the_show})->pages.size() == 2);
    CHECK(decide_upload(show.session, {true, key, {the_show}}, the_tablet) == PictureId{first});
    CHECK(state_hash(show.replayed()) == state_hash(show.session));
}

TEST_CASE("What a show will have is for facilitators until it is on", "[domain][show]") {
    Show show;
    CHECK(show.put({a_concept("haag")}) == accepted);
    const auto pages = [&](Audience audience) {
        const auto agenda = std::get<AgendaRecord>(project(show.session, audience, {RecordType::agenda, 0}).value());
        for (const auto& round : agenda.rounds)
            if (round.id.value == the_show) return round.pages.size();
        return std::size_t{99};
    };
    CHECK(pages(Audience::facilitator) == 1);
    CHECK(pages(Audience::participant) == 0);
    CHECK(pages(Audience::screen) == 0);
}

TEST_CASE("Who goes on too early is back by undo at the page that was on, and not in another round", "[domain][show]") {
    Show show;
    REQUIRE(show.put({a_concept("haag"), a_concept("poel")}) == accepted);
    show.start(the_show);
    REQUIRE(show.facilitator(TurnPage{{the_show}, 2}) == accepted);
    const auto turned = show.session.actions.back().id;
    show.start(2);
    CHECK(show.facilitator(Undo{turned}) == Reason::changed_meanwhile);
    CHECK(show.facilitator(Undo{show.session.actions.back().id}) == accepted);
    CHECK(show.seen()->page == 2);
    CHECK(show.facilitator(Undo{turned}) == accepted);
    CHECK(show.seen()->page == 0);
}

TEST_CASE("A session has at most a hundred slides, those that were taken away included", "[domain][show]") {
    Show show;
    for (std::size_t i = 0; i < limits::slides_per_session_max; ++i) {
        show.slide();
        if (show.session.round({the_show})->pages.size() == limits::pages_per_show_max) {
            CHECK(decide_upload(show.session, {true, {}, {the_show}}, the_tablet).error().reason == Reason::quota);
            CHECK(show.put({}) == accepted);
        }
    }
    CHECK(show.put({}) == accepted);
    CHECK(decide_upload(show.session, {true, {}, {the_show}}, the_tablet).error().reason == Reason::quota);
}

TEST_CASE("A concept stands in a show as it was when it came in, also one that was made at the desk", "[domain][show]") {
    auto changed = concepts();
    changed[0].name_nl = "Een andere naam";
    auto own = changed[0];
    own.id = "oude-boomgaard";
    own.name_nl = "De oude boomgaard";
    own.description_nl = "Zoals hij was";
    changed.push_back(own);
    Meeting meeting;
    meeting.moment.concepts = &changed;
    meeting.start(11);
    const auto wishes = std::vector<PageWish>{{PageKind::concept_, {}, changed[0].id}, {PageKind::concept_, {}, "oude-boomgaard"}};
    REQUIRE(meeting.facilitator(SetPages{{11}, {}, wishes}) == accepted);
    const auto titles = [&] {
        std::vector<std::string> all;
        const auto round = std::get<RoundRecord>(project(meeting.session, Audience::screen, {RecordType::round, 0}).value());
        for (const auto& page : round.show->pages) all.push_back(page.title);
        return all;
    };
    CHECK(titles() == std::vector<std::string>{"Een andere naam", "De oude boomgaard"});
    // At the desk it goes; in the show it stays, and may be put elsewhere in it.
    meeting.moment.concepts = nullptr;
    REQUIRE(meeting.facilitator(SetPages{{11}, wishes, {wishes[1], wishes[0]}}) == accepted);
    CHECK(titles() == std::vector<std::string>{"De oude boomgaard", "Een andere naam"});
    CHECK(meeting.facilitator(SetPages{{11}, {wishes[1], wishes[0]}, {}}) == accepted);
    CHECK(meeting.facilitator(SetPages{{11}, {}, {wishes[1]}}) == Reason::not_found);

    const std::vector<AgendaItem> agenda{{{1}, RoundKind::show, "", 5, "", false, "", {{PageKind::concept_, {}, changed[0].id}, {PageKind::concept_, {}, "weg"}}}};
    const auto worded = with_concepts(agenda, changed, "nl");
    REQUIRE(worded[0].pages.size() == 1);
    CHECK(worded[0].pages[0].words->title == "Een andere naam");
}

TEST_CASE("Every concept has a name in both languages and a fact to go by", "[domain][show]") {
    REQUIRE(concepts().size() == 30);
    for (const auto& known : concepts()) {
        INFO(known.id);
        CHECK(find_concept(known.id) == &known);
        CHECK(!known.name_nl.empty());
        CHECK(!known.name_en.empty());
        CHECK(!facts_of(known, "nl").empty());
        CHECK(known.cost_eur[0] <= known.cost_eur[1]);
    }
    CHECK(find_concept("kasteel") == nullptr);
}
