#include <algorithm>

#include "domain/catalogue/catalogue.h"
#include "live/fake_world.h"
#include "wire/catalogue.h"

namespace kiemkring::live {
namespace {

/// The desk saves the catalogue, and a session in one of the two languages shows from it.
struct Desk : FakeWorld {
    void save(const std::vector<domain::Concept>& concepts) {
        bool is_saved = false;
        hub->save_document(catalogue_name, saved, wire::encode_catalogue(concepts), [&](auto done) { is_saved = done.has_value(); });
        settle();
        REQUIRE(is_saved);
        ++saved;
    }
    domain::SessionId show_in(const std::string& language, std::vector<domain::ShowPage> pages = {}) {
        domain::SessionInfo info;
        info.title = "Groen";
        info.language = language;
        info.seats_max = 30;
        domain::SessionId id;
        hub->create(1, info, {{{1}, domain::RoundKind::lobby, "", 0, "", false}, {{2}, domain::RoundKind::show, "", 5, "", false, "", std::move(pages)}},
                    [&](auto made) { id = made.value(); });
        settle();
        return id;
    }
    std::uint64_t saved = 0;
};

struct Watched {
    Watched(Desk& desk, const domain::SessionId& session) {
        REQUIRE(desk.join(session, session + "anna"));
        desk.enter(session + "anna", phone, 'p');
        desk.enter(desk.pair(session, Role::screen), screen, 's');
        tablet = desk.enter(desk.pair(session, Role::facilitator), facilitator, 't');
        desk.pass(base::Milliseconds{1'000});
    }
    static std::vector<domain::PageView> pages(const Listener& listener, const std::string& audience) {
        const auto records = records_of(listener, audience);
        const auto& round = std::get<domain::RoundRecord>(records.at("round/0"));
        REQUIRE(round.show);
        return round.show->pages;
    }
    Listener phone, screen, facilitator;
    Hub::ConnectionId tablet{};
};

}  // namespace

TEST_CASE("A concept that was put otherwise at the desk is in a show as it was when it came in, for everybody", "[live][catalogue]") {
    const auto dutch = GENERATE(true, false);
    Desk desk;
    auto concepts = domain::concepts();
    auto& pond = *std::ranges::find(concepts, "poel", &domain::Concept::id);
    pond.name_nl = "Poel met een vlonder";
    pond.name_en = "Pond with a deck";
    pond.cost_eur = {2'500, 4'000};
    auto own = pond;
    own.id = "oude-boomgaard";
    own.name_nl = "De oude boomgaard";
    own.name_en = "The old orchard";
    concepts.push_back(own);
    desk.save(concepts);

    const auto session = desk.show_in(dutch ? "nl" : "en");
    Watched watched{desk, session};
    const std::vector<domain::PageWish> wishes{{domain::PageKind::concept_, {}, "poel"}, {domain::PageKind::concept_, {}, "oude-boomgaard"}};
    desk.ask(watched.tablet, 1, domain::SetPages{{2}, {}, wishes});
    desk.ask(watched.tablet, 2, domain::StartRound{{2}, 0});
    desk.pass(base::Milliseconds{1'000});
    const auto check = [&] {
        for (const auto& pages : {Watched::pages(watched.screen, "screen"), Watched::pages(watched.phone, "participant")}) {
            REQUIRE(pages.size() == 2);
            CHECK(pages[0].title == (dutch ? "Poel met een vlonder" : "Pond with a deck"));
            CHECK(pages[0].facts.at(0) == (dutch ? "€ 2.500 tot 4.000" : "€2,500 to 4,000"));
            CHECK(pages[0].facts.back() == (dutch ? "deels geschat" : "partly an estimate"));
            CHECK(pages[1].title == (dutch ? "De oude boomgaard" : "The old orchard"));
        }
    };
    check();

    // At the desk one is put otherwise again and the other goes: what runs stays as it is, also after a restart.
    concepts.pop_back();
    std::ranges::find(concepts, "poel", &domain::Concept::id)->name_nl = "Iets anders";
    desk.save(concepts);
    desk.ask(watched.tablet, 3, domain::SetPages{{2}, wishes, {wishes[1], wishes[0]}});
    desk.ask(watched.tablet, 4, domain::SetPages{{2}, {wishes[1], wishes[0]}, wishes});
    desk.pass(base::Milliseconds{1'000});
    const auto answers = watched.facilitator.all<wire::Answer>();
    CHECK(std::ranges::none_of(answers, [](const auto& answer) { return answer.refusal.has_value(); }));
    check();
    desk.open();
    Listener again;
    desk.enter(desk.pair(session, Role::screen), again);
    CHECK(Watched::pages(again, "screen")[0].title == (dutch ? "Poel met een vlonder" : "Pond with a deck"));
}

TEST_CASE("A session is made with what its template's concepts say then, without those that are no more", "[live][catalogue]") {
    Desk desk;
    auto concepts = domain::concepts();
    std::ranges::find(concepts, "poel", &domain::Concept::id)->name_nl = "Poel met een vlonder";
    std::erase_if(concepts, [](const auto& one) { return one.id == "haag"; });
    desk.save(concepts);
    const auto session = desk.show_in("nl", {{domain::PageKind::concept_, {}, "haag"}, {domain::PageKind::concept_, {}, "poel"}});
    Watched watched{desk, session};
    desk.ask(watched.tablet, 1, domain::StartRound{{2}, 0});
    desk.pass(base::Milliseconds{1'000});
    const auto pages = Watched::pages(watched.phone, "participant");
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].title == "Poel met een vlonder");
}

}  // namespace kiemkring::live
