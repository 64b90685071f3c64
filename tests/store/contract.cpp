// What every store promises (store/event_store.h).
#include <catch2/catch.hpp>

#include "store/worlds.h"

namespace kiemkring::store {

TEMPLATE_TEST_CASE("What was committed is read back as it was, also after a restart", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    auto turn = created();
    turn.events.push_back(happened(2, domain::PersonJoined{{1}}));
    turn.answers = {{std::string(32, 'a'), 1, 0xffff'ffff'ffff'fff0u, 7, {}},
                    {std::string(32, 'a'), 2, 5, 0, domain::Refusal{domain::Reason::wrong_round, {.round = "vote"}}}};
    turn.texts = {{{1}, "Een geveltuin 🌿 'met' \"aanhaling\""}};
    turn.people = {{{1}, std::string(64, 'b'), "Fatma", "Bakkerij", "", domain::Contact{domain::ContactKind::email, "a@b.nl", {"report"}}}};
    turn.links = {{{1}, {1}, 9007199254740991}};
    turn.summary = Summary{"s1", 1, "Groen", "De Hoek", "nl", "2027-01-01", "K7P3XM", "00ff", domain::Time{base::Milliseconds{5}},
                           domain::SessionStatus::open, 1, 2, domain::RoundKind::ideas, 2};
    const auto expected = turn;
    CHECK(commit(world, "s1", 0, std::move(turn)) == 2u);
    world.reopen();

    const auto stored = load(world, "s1");
    REQUIRE(stored);
    CHECK(stored->events == expected.events);
    CHECK(stored->answers == expected.answers);
    CHECK(stored->texts == expected.texts);
    CHECK(stored->people == expected.people);
    CHECK(stored->links == expected.links);
    CHECK(stored->summary == expected.summary);

    const auto accounts = world.accounts().read_accounts();
    REQUIRE(accounts.sessions.size() == 1);
    CHECK(accounts.sessions[0] == *expected.summary);
    REQUIRE(accounts.seats.size() == 1);
    CHECK(accounts.seats[0].token_hash == std::string(64, 'b'));
    CHECK(accounts.seats[0].session == "s1");
}

TEMPLATE_TEST_CASE("Whoever decided on an older version gets a conflict and writes nothing", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    REQUIRE(commit(world, "s1", 0, created()) == 1u);
    CHECK(commit(world, "s1", 0, created()) == std::unexpected(CommitError::conflict));
    CHECK(commit(world, "s1", 7, one_event(8)) == std::unexpected(CommitError::conflict));
    CHECK(commit(world, "s2", 1, one_event(2)) == std::unexpected(CommitError::conflict));
    CHECK(commit(world, "s2", 0, Commit{.answers = {{"a", 1, 1, 0, {}}}}) == std::unexpected(CommitError::conflict));
    auto late = one_event(1);
    late.texts = {{{1}, "verloren"}};
    late.answers = {{"a", 1, 1, 0, {}}};
    CHECK(commit(world, "s1", 0, std::move(late)) == std::unexpected(CommitError::conflict));

    const auto stored = load(world, "s1");
    CHECK(stored->events.size() == 1);
    CHECK(stored->texts.empty());
    CHECK(stored->answers.empty());
    CHECK(load(world, "s2").error() == LoadError::not_found);
}

TEMPLATE_TEST_CASE("Of what waits together, one conflict does not undo the others", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    REQUIRE(commit(world, "s0", 0, created()) == 1u);
    std::vector<std::optional<std::expected<Version, CommitError>>> answers(41);
    for (std::size_t i = 0; i < 40; ++i)
        world.events().commit("room" + std::to_string(i), 0, created(), [&answers, i](auto result) { answers[i] = result; });
    world.events().commit("s0", 0, created(), [&](auto result) { answers[40] = result; });
    for (const auto& answer : answers) CHECK_FALSE(answer);  // never before the call returned
    for (std::size_t i = 0; i < 40; ++i) CHECK(world.live.wait_for(answers[i]) == 1u);
    CHECK(world.live.wait_for(answers[40]) == std::unexpected(CommitError::conflict));
    world.reopen();
    for (std::size_t i = 0; i < 40; ++i) CHECK(load(world, "room" + std::to_string(i)));
}

TEMPLATE_TEST_CASE("Calls take effect in the order in which they were made", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    std::vector<Version> order;
    world.events().commit("s1", 0, created(), [&](auto result) { order.push_back(result.value_or(0)); });
    for (Version version = 1; version < 100; ++version)
        world.events().commit("s1", version, one_event(version + 1), [&](auto result) { order.push_back(result.value_or(0)); });
    const auto stored = load(world, "s1");
    REQUIRE(stored->events.size() == 100);
    REQUIRE(order.size() == 100);
    for (Version version = 1; version <= 100; ++version) {
        CHECK(order[version - 1] == version);
        CHECK(stored->events[version - 1].version == version);
    }
}

TEMPLATE_TEST_CASE("Rows replace those of the same id", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    auto turn = created();
    turn.people = {{{1}, "hash", "Fatma", "", "", {}}, {{2}, "", "Henk", "", "", {}}};
    REQUIRE(commit(world, "s1", 0, std::move(turn)));
    auto next = one_event(2);
    next.people = {{{1}, "hash", "Fatma B.", "", "", {}}};
    REQUIRE(commit(world, "s1", 1, std::move(next)));
    const auto stored = load(world, "s1");
    REQUIRE(stored->people.size() == 2);
    CHECK(stored->people[0].name == "Fatma B.");
    CHECK(world.accounts().read_accounts().seats.size() == 1);  // nobody sits without a token
}

TEMPLATE_TEST_CASE("Sealing erases who cast which ballot, and what was asked", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    auto turn = created();
    turn.links = {{{1}, {1}, 11}, {{1}, {2}, 12}};
    for (std::uint64_t n = 1; n <= 5; ++n) turn.answers.push_back({"a", n, n, 0, {}});
    turn.answers.push_back({"b", 1, 1, 0, {}});
    REQUIRE(commit(world, "s1", 0, std::move(turn)));
    REQUIRE(commit(world, "s2", 0, [] { auto other = created(); other.links = {{{1}, {1}, 13}}; return other; }()));

    auto sealing = Commit{.events = {happened(2, domain::BallotsSealed{})}, .answers = {{"c", 1, 1, 0, {}}}};
    sealing.erase_links = true;
    REQUIRE(commit(world, "s1", 1, std::move(sealing)) == 2u);
    const auto stored = load(world, "s1");
    CHECK(stored->links.empty());
    CHECK(stored->answers.size() == 7);
    for (const auto& answer : stored->answers) CHECK(answer.content == 0);
    CHECK(load(world, "s2")->links.size() == 1);
}

TEMPLATE_TEST_CASE("A removed session is gone with everything, and another one stays", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    for (const auto* id : {"s1", "s2"}) {
        auto turn = created();
        turn.people = {{{1}, std::string{"hash of "} + id, "Fatma", "", "", {}}};
        turn.summary = Summary{.id = id};
        REQUIRE(commit(world, id, 0, std::move(turn)));
        world.accounts().put_paired({std::string{"tablet of "} + id, "facilitator", id}, {});
    }
    remove(world, "s1");
    world.reopen();
    CHECK(load(world, "s1").error() == LoadError::not_found);
    CHECK(load(world, "s2"));
    const auto accounts = world.accounts().read_accounts();
    CHECK(accounts.sessions.size() == 1);
    CHECK(accounts.seats.size() == 1);
    REQUIRE(accounts.paired.size() == 1);
    CHECK(accounts.paired[0].session == "s2");
    // A room that was still open cannot bring it back.
    CHECK(commit(world, "s1", 1, one_event(2)) == std::unexpected(CommitError::conflict));
}

TEMPLATE_TEST_CASE("Pictures are read one by one, and what is erased of them is gone", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    const auto picture = [&](const char* session, std::uint32_t id, PictureSize size) {
        std::optional<std::expected<std::string, LoadError>> answer;
        world.events().load_picture(session, {id}, size, [&](auto bytes) { answer = std::move(bytes); });
        return world.live.wait_for(answer);
    };
    const std::string binary{"\xff\xd8\xff\0\x01 bytes", 12};
    auto turn = created();
    turn.texts = {{{1}, "Een muur"}, {{2}, "Een bank"}};
    for (std::uint32_t id : {1u, 2u})
        turn.pictures.push_back({{id}, std::make_shared<domain::PictureBytes>(domain::PictureBytes{"small", binary, 1600, 1200})});
    REQUIRE(commit(world, "s1", 0, std::move(turn)) == 1u);
    world.reopen();
    CHECK(picture("s1", 1, PictureSize::thumbnail) == "small");
    CHECK(picture("s1", 2, PictureSize::large) == binary);
    CHECK(picture("s2", 1, PictureSize::large).error() == LoadError::not_found);

    Commit erasing;
    erasing.events.push_back(happened(2, domain::PersonJoined{{1}}));
    erasing.erased_pictures = {{1}};
    erasing.erased_texts = {{1}};
    REQUIRE(commit(world, "s1", 1, std::move(erasing)) == 2u);
    world.reopen();
    CHECK(picture("s1", 1, PictureSize::large).error() == LoadError::not_found);
    CHECK(load(world, "s1")->texts == std::vector<domain::TextRow>{{{2}, "Een bank"}});
    std::optional<std::expected<std::vector<domain::PictureRow>, LoadError>> all;
    world.events().load_pictures("s1", [&](auto rows) { all = std::move(rows); });
    const auto rows = world.live.wait_for(all);
    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().id.value == 2);
    CHECK(rows->front().bytes->large == binary);
    CHECK(rows->front().bytes->width == 1600);
}

TEMPLATE_TEST_CASE("Accounts are kept", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    CHECK(world.accounts().read_accounts().epoch.size() == 32);
    const auto epoch = world.accounts().read_accounts().epoch;
    std::optional<std::expected<void, CommitError>> written;
    world.accounts().set_setup_secret("secret", {});
    world.accounts().put_organiser({1, "Ans", "$argon2id$..."}, {});
    world.accounts().put_organiser({1, "Ans B.", "$argon2id$..."}, {});
    world.accounts().put_login({"login 1", 1, domain::Time{base::Milliseconds{1000}}}, {});
    world.accounts().put_login({"login 2", 1, domain::Time{base::Milliseconds{2000}}}, {});
    world.accounts().remove_login("login 1", {});
    world.accounts().put_paired({"tablet", "facilitator", "s1"}, [&](auto result) { written = result; });
    CHECK(world.live.wait_for(written));
    world.reopen();

    const auto accounts = world.accounts().read_accounts();
    CHECK(accounts.epoch == epoch);
    CHECK(accounts.setup_secret == "secret");
    REQUIRE(accounts.organisers.size() == 1);
    CHECK(accounts.organisers[0].name == "Ans B.");
    REQUIRE(accounts.logins.size() == 1);
    CHECK(accounts.logins[0].token_hash == "login 2");
    CHECK(accounts.logins[0].expires_at == domain::Time{base::Milliseconds{2000}});
    REQUIRE(accounts.paired.size() == 1);
    CHECK(accounts.paired[0].role == "facilitator");
}

TEMPLATE_TEST_CASE("Templates are kept, replaced by a later one, and gone once removed", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    std::optional<std::expected<void, CommitError>> written, removed;
    world.accounts().put_template({"00000000000000aa", 1, 1, "een"}, {});
    world.accounts().put_template({"00000000000000bb", 2, 7, "twee"}, {});
    world.accounts().put_template({"00000000000000aa", 1, 2, "een, anders"}, [&](auto result) { written = result; });
    CHECK(world.live.wait_for(written));
    world.reopen();
    const std::vector<OwnTemplate> both{{"00000000000000aa", 1, 2, "een, anders"}, {"00000000000000bb", 2, 7, "twee"}};
    CHECK(world.accounts().read_accounts().templates == both);

    world.accounts().remove_template("00000000000000aa", [&](auto result) { removed = result; });
    CHECK(world.live.wait_for(removed));
    world.reopen();
    CHECK(world.accounts().read_accounts().templates == std::vector<OwnTemplate>{both[1]});
}

TEMPLATE_TEST_CASE("Documents are kept, each once, the later one", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    std::optional<std::expected<void, CommitError>> written;
    world.accounts().put_document({"approach", 1, "een"}, {});
    world.accounts().put_document({"concepts", 1, "twee"}, {});
    world.accounts().put_document({"approach", 2, "een, anders"}, [&](auto result) { written = result; });
    CHECK(world.live.wait_for(written));
    world.reopen();
    const std::vector<Document> both{{"approach", 2, "een, anders"}, {"concepts", 1, "twee"}};
    CHECK(world.accounts().read_accounts().documents == both);
}

TEMPLATE_TEST_CASE("Reports that were made are remembered with what they are of, and the same content has the same number", "[store]", MemoryWorld, SqliteWorld) {
    TestType world;
    const auto create = [&] {
        auto turn = created();
        turn.summary = Summary{.id = "s1"};
        return commit(world, "s1", 0, std::move(turn));
    };
    REQUIRE(create());
    const auto note = [&](const std::string& of, ReportMade made) {
        std::optional<std::expected<std::uint32_t, CommitError>> answer;
        world.accounts().note_report(of, std::move(made), [&](auto number) { answer = number; });
        return world.live.wait_for(answer);
    };
    const auto all = [&](const std::string& of) {
        std::optional<std::expected<std::vector<ReportMade>, LoadError>> answer;
        world.accounts().load_reports(of, [&](auto reports) { answer = std::move(reports); });
        return world.live.wait_for(answer).value();
    };
    const auto made = [](std::string hash, std::string format, std::int64_t at) {
        return ReportMade{0, std::move(hash), domain::Time{base::Milliseconds{at}}, 1, "board", "agreed", "nl", std::move(format), "in_short,top", 7};
    };
    CHECK(note("s1", made("a", "pdf", 1)) == 1u);
    CHECK(note("s1", made("b", "pdf", 2)) == 2u);
    CHECK(note("s1", made("a", "html", 3)) == 1u);
    CHECK(note("s1", made("a", "pdf", 4)) == 1u);
    CHECK(note("nowhere", made("a", "pdf", 5)) == std::unexpected(CommitError::conflict));
    world.reopen();
    auto second = made("b", "pdf", 2), page = made("a", "html", 3), again = made("a", "pdf", 4);
    second.number = 2;
    page.number = again.number = 1;
    CHECK(all("s1") == std::vector<ReportMade>{second, page, again});
    CHECK(all("nowhere").empty());

    for (std::size_t i = 0; i < reports_max; ++i) CHECK(note("s1", made("c" + std::to_string(i), "pdf", 10)) == 3u + i);
    const auto kept = all("s1");
    REQUIRE(kept.size() == reports_max);
    CHECK(kept.front().hash == "c0");
    remove(world, "s1");
    world.reopen();
    CHECK(all("s1").empty());
    REQUIRE(create() == 1u);
    CHECK(note("s1", made("z", "pdf", 1)) == 1u);
}

}  // namespace kiemkring::store
