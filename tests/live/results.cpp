// What a session came to, for whoever has the QR; and that everything goes on the day after the date that people were told.
#include <algorithm>

#include "live/fake_world.h"

using namespace kiemkring;
using namespace kiemkring::live;
using namespace std::chrono_literals;

namespace {

/// A session that was to be kept until this day, with a tablet in it.
struct Evening {
    FakeWorld world;
    domain::SessionId session;
    Listener tablet;
    Hub::ConnectionId console{};
    std::uint64_t asked{};

    explicit Evening(const std::string& until = "2026-10-01") : session(make(until)) {
        console = world.enter(world.pair(session, Role::facilitator), tablet, 'b');
    }
    domain::SessionId make(const std::string& until) {
        domain::SessionId made_id;
        world.hub->create(1, {.title = "Groen", .host = "Iris", .language = "nl", .retained_until = until, .seats_max = 30},
                          {{{1}, domain::RoundKind::lobby, "", 0, "", false},
                           {{2}, domain::RoundKind::ideas, "", 5, "", false},
                           {{3}, domain::RoundKind::vote, "", 5, "", false},
                           {{4}, domain::RoundKind::top5, "", 5, "", false},
                           {{5}, domain::RoundKind::close, "", 5, "", false}},
                          [&](auto made) { made_id = made.value(); });
        world.settle();
        return made_id;
    }
    void lead(domain::Command command) {
        world.ask(console, ++asked, std::move(command));
        world.settle();
        const auto answers = tablet.all<wire::Answer>();
        REQUIRE_FALSE(answers.back().refusal);
    }
    std::expected<Results, StoreTrouble> results(const std::string& door) {
        std::optional<std::expected<Results, StoreTrouble>> told;
        world.hub->results(door, [&](auto found) { told = std::move(found); });
        world.settle();
        return told.value();
    }
    [[nodiscard]] std::string secret() const { return world.hub->summary(session)->secret; }
    [[nodiscard]] bool is_kept(const domain::SessionId& id) const {
        return world.hub->summary(id) != nullptr || world.store.kept(id) != nullptr;
    }
    void look_on(std::string_view today) {
        world.hub->erase_kept_until(today);
        world.settle();
    }
};

}  // namespace

TEST_CASE("From the close on whoever has the QR sees the result, and no name of anybody") {
    Evening evening;
    auto& world = evening.world;
    REQUIRE(world.join(evening.session, "anna"));
    Listener phone;
    const auto anna = world.enter("anna", phone);
    evening.lead(domain::StartRound{{2}, 0});
    world.ask(anna, 1, domain::SetProfile{"Annabella", "Bakkerij", "bakker"});
    world.ask(anna, 2, domain::SubmitIdea{"Een bank", ""});
    world.settle();
    evening.lead(domain::StartRound{{3}, 0});
    world.ask(anna, 3, domain::CastVote{{1}});
    world.settle();
    evening.lead(domain::CloseVote{0, true});
    evening.lead(domain::StartRound{{4}, 0});
    CHECK(evening.results(evening.secret()).error() == StoreTrouble::too_early);
    evening.lead(domain::StartRound{{5}, 0});

    const auto text = [&](const std::string& door) {
        const auto results = evening.results(door);
        REQUIRE(results);
        CHECK(results->session == evening.session);
        std::string all;
        for (const auto& record : results->records) all += record + "\n";
        return all;
    };
    // By then every place is revealed.
    CHECK(text(world.hub->summary(evening.session)->code).find(R"("title":"Een bank")") != std::string::npos);
    evening.lead(domain::SetNextStep{"2027-01-20", "Kijken"});
    evening.lead(domain::CloseSession{});

    const auto after = text(evening.secret());
    for (const auto* known : {R"("title":"Een bank")", "2027-01-20", "2026-10-01", R"("status":"ended")"})
        CHECK(after.find(known) != std::string::npos);
    for (const auto* hidden : {"Annabella", "Bakkerij", R"("type":"person")", R"("type":"idea")", R"("type":"my_idea")", "invite"})
        CHECK(after.find(hidden) == std::string::npos);
    // What is typed can be guessed.
    CHECK(evening.results(world.hub->summary(evening.session)->code).error() == StoreTrouble::not_found);
    CHECK(evening.results(std::string(32, '0')).error() == StoreTrouble::not_found);

    // Her phone is still in: what she takes back is gone everywhere, at once and after a restart.
    phone.forget();
    world.ask(anna, 4, domain::WithdrawIdea{{1}});
    world.ask(anna, 5, domain::SubmitIdea{"Te laat", ""});
    world.settle();
    const auto answers = phone.all<wire::Answer>();
    REQUIRE(answers.size() == 2);
    CHECK_FALSE(answers[0].refusal);
    CHECK(answers[1].refusal->reason == domain::Reason::ended);
    CHECK(std::ranges::any_of(phone.frames, [](const auto& frame) { return frame->find(R"("status":"withdrawn")") != std::string::npos; }));
    world.hub.reset();
    world.alarm.reset();
    world.open();
    Listener again;
    world.enter("anna", again, 'c');
    const auto told = again.all<wire::Changes>();
    REQUIRE_FALSE(told.empty());
    for (const auto& changes : told)
        for (const auto& record : changes.put)
            if (const auto* mine = std::get_if<domain::MyIdeaRecord>(&record)) CHECK(mine->text.empty());
}

TEST_CASE("On the day after its date a session is erased, and its phones are told") {
    Evening evening{"2026-10-01"};
    const auto later = evening.make("2026-10-02"), never = evening.make("");
    evening.lead(domain::StartRound{{5}, 0});
    evening.lead(domain::SetNextStep{"2027-01-20", ""});
    evening.lead(domain::CloseSession{});
    evening.look_on("2026-10-01");
    CHECK(evening.is_kept(evening.session));
    evening.look_on("2026-10-02");
    CHECK_FALSE(evening.is_kept(evening.session));
    CHECK(evening.tablet.closed == 4010);
    CHECK(evening.is_kept(later));
    CHECK(evening.is_kept(never));
    // A server that was off for a while catches up.
    evening.look_on("2027-03-01");
    CHECK_FALSE(evening.is_kept(later));
    CHECK(evening.is_kept(never));
}

TEST_CASE("A meeting that goes on past its date is left alone until everybody is gone") {
    Evening evening{"2026-10-01"};
    evening.look_on("2026-10-05");
    CHECK(evening.is_kept(evening.session));
    CHECK(evening.tablet.closed == 0);
    evening.world.hub->leave(evening.console);
    evening.look_on("2026-10-05");
    CHECK_FALSE(evening.is_kept(evening.session));
}

TEST_CASE("What could not be erased is erased the next time") {
    Evening evening{"2026-10-01"};
    evening.world.hub->leave(evening.console);
    evening.world.store.fail_call(1, false);
    evening.look_on("2026-10-02");
    CHECK(evening.is_kept(evening.session));
    evening.look_on("2026-10-02");
    CHECK_FALSE(evening.is_kept(evening.session));
}
