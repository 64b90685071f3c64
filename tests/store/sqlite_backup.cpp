// Backups: taken while others write, looked at, and put back.
#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>
#include <fstream>

#include "store/sqlite_backup.h"
#include "store/sqlite_schema.h"
#include "store/worlds.h"

namespace kiemkring::store {

namespace {

constexpr domain::Time moment{base::Milliseconds{1'795'500'000'000}};

Commit listed_turn(Version version) {
    auto turn = version == 0 ? created() : one_event(version + 1);
    turn.texts = {{{static_cast<std::uint32_t>(version + 1)}, "idee " + std::to_string(version) + std::string(2000, 'x')}};
    turn.summary = Summary{.id = "s1", .title = "Groen op De Hoek", .retained_until = "2027-11-24", .code = "7KM4PX",
                           .version = version + 1};
    return turn;
}

/// A session of so many versions.
Version write_versions(SqliteWorld& world, Version from, Version to) {
    for (auto version = from; version < to; ++version) REQUIRE(commit(world, "s1", version, listed_turn(version)) == version + 1);
    return to;
}

std::expected<void, std::string> backup(SqliteWorld& world, const std::filesystem::path& file) {
    std::optional<std::expected<void, std::string>> result;
    world.store->backup(file, moment, [&](auto made) { result = std::move(made); });
    return world.live.wait_for(result);
}

/// A store on what was restored.
struct Restored {
    explicit Restored(const std::filesystem::path& file) {
        world.store.reset();
        std::filesystem::remove_all(world.folder.path());
        content = restore_backup(file, world.folder.path(), world.random);
        if (content) world.store = world.open();
    }
    SqliteWorld world;
    std::expected<BackupContent, std::string> content;
};

std::filesystem::path somewhere(const SqliteWorld& world, int n = 0) {
    return world.folder.path() / (std::to_string(n) + ".kiemkring-backup");
}

}  // namespace

TEST_CASE("A backup holds what was committed, and gives it back under a new epoch", "[store][sqlite][backup]") {
    SqliteWorld world;
    write_versions(world, 0, 30);
    std::optional<bool> kept;
    world.store->put_organiser({1, "Iris", "hash"}, [&](auto written) { kept = written.has_value(); });
    REQUIRE(world.live.wait_for(kept));
    const auto before = load(world, "s1");
    const auto epoch = world.accounts().read_accounts().epoch;
    REQUIRE(backup(world, somewhere(world)));
    write_versions(world, 30, 32);  // not in it

    const auto content = verify_backup(somewhere(world));
    INFO((content ? "" : content.error()));
    REQUIRE(content);
    CHECK(content->made_at == moment);
    CHECK(content->organisers == 1);
    CHECK(content->events == 30);
    REQUIRE(content->sessions.size() == 1);
    CHECK(content->sessions[0].title == "Groen op De Hoek");

    Restored restored{somewhere(world)};
    INFO((restored.content ? "" : restored.content.error()));
    REQUIRE(restored.content);
    const auto after = load(restored.world, "s1");
    CHECK(after->events == before->events);
    CHECK(after->texts == before->texts);
    CHECK(restored.world.accounts().read_accounts().epoch != epoch);
    CHECK(restored.world.accounts().read_accounts().organisers[0].name == "Iris");
    CHECK(commit(restored.world, "s1", 30, listed_turn(30)) == 31u);
}

TEST_CASE("Backups taken while thirty write hold each a moment that was, and writing waits for none", "[store][sqlite][backup]") {
    SqliteWorld world;
    auto version = write_versions(world, 0, 20);
    auto large = created("another session");  // many more pages than one step copies
    for (std::uint32_t id = 1; id <= 500; ++id) large.texts.push_back({{id}, std::string(8000, 'y')});
    REQUIRE(commit(world, "s2", 0, std::move(large)));
    Version meanwhile = 0;
    for (int n = 0; n < 20; ++n) {
        std::optional<std::expected<void, std::string>> made;
        const auto asked_at = version;
        world.store->backup(somewhere(world, n), moment, [&](auto result) { made = std::move(result); });
        // All of them wait together with the copy; each is acknowledged by itself.
        while (!made) {
            std::optional<std::expected<Version, CommitError>> answer;
            world.store->commit("s1", version, listed_turn(version), [&](auto result) { answer = result; });
            REQUIRE(world.live.wait_for(answer));
            version = **answer;
            if (!made) ++meanwhile;
        }
        REQUIRE(*made);

        Restored restored{somewhere(world, n)};
        INFO((restored.content ? "" : restored.content.error()));
        REQUIRE(restored.content);
        const auto stored = load(restored.world, "s1");
        CHECK(stored->events.size() >= asked_at);
        CHECK(stored->events.size() <= version);
        CHECK(stored->texts.size() == stored->events.size());
    }
    CHECK(meanwhile > 20);
    CHECK(load(world, "s1")->events.size() == version);
}

TEST_CASE("A backup that was damaged is refused, or holds the same all the same", "[store][sqlite][backup]") {
    SqliteWorld world;
    write_versions(world, 0, 100);
    REQUIRE(backup(world, somewhere(world)));
    const auto size = std::filesystem::file_size(somewhere(world));
    const auto damaged = somewhere(world, 1);
    int refused = 0, tried = 0;
    for (std::uintmax_t at = 0; at < size; at += 1021, ++tried) {
        std::filesystem::copy_file(somewhere(world), damaged, std::filesystem::copy_options::overwrite_existing);
        {
            std::fstream file{damaged, std::ios::in | std::ios::out | std::ios::binary};
            file.seekg(static_cast<std::streamoff>(at));
            const char byte = static_cast<char>(file.get() ^ 0x20);
            file.seekp(static_cast<std::streamoff>(at));
            file.put(byte);
        }
        INFO("byte " << at);
        const auto content = verify_backup(damaged);
        if (!content) ++refused;
        else CHECK(content->events == 100);
    }
    // The rest are bytes between the rows, which belong to nothing.
    CHECK(refused > tried / 3);

    std::filesystem::resize_file(damaged, size / 2);
    CHECK_FALSE(verify_backup(damaged));
    std::ofstream{damaged, std::ios::trunc} << "no backup";
    CHECK_FALSE(verify_backup(damaged));
    CHECK_THAT(verify_backup(somewhere(world, 2)).error(), Catch::Contains("no such file"));
    world.store.reset();
    CHECK_THAT(verify_backup(world.folder.path() / "kiemkring.db").error(), Catch::Contains("not a backup"));
}

TEST_CASE("A row that was changed by hand is noticed", "[store][sqlite][backup]") {
    SqliteWorld world;
    write_versions(world, 0, 10);
    REQUIRE(backup(world, somewhere(world)));
    const auto* change = GENERATE("UPDATE recent_texts SET body = 'anders' WHERE id = 3", "DELETE FROM recent_texts WHERE id = 3",
                                  "UPDATE summaries SET title = 'Anders'", "CREATE TABLE more(x INTEGER PRIMARY KEY) STRICT",
                                  "UPDATE backup_tables SET rows = rows + 1 WHERE name = 'events'");
    SQLite::Database{somewhere(world).string(), SQLite::OPEN_READWRITE}.exec(change);
    CHECK_THAT(verify_backup(somewhere(world)).error(), Catch::Contains("damaged"));
}

TEST_CASE("A restore leaves what is there alone, and a backup that fails leaves no file", "[store][sqlite][backup]") {
    SqliteWorld world;
    write_versions(world, 0, 3);
    REQUIRE(backup(world, somewhere(world)));
    CHECK_THAT(backup(world, somewhere(world)).error(), Catch::Contains("exists already"));
    CHECK_FALSE(backup(world, world.folder.path() / "no such folder" / "x"));

    CHECK_THAT(restore_backup(somewhere(world), world.folder.path(), world.random).error(), Catch::Contains("another Kiemkring"));
    world.store.reset();
    CHECK_THAT(restore_backup(somewhere(world), world.folder.path(), world.random).error(), Catch::Contains("a database already"));
    world.store = world.open();
    CHECK(load(world, "s1")->events.size() == 3);

    TemporaryFolder elsewhere;
    SQLite::Database{somewhere(world).string(), SQLite::OPEN_READWRITE}.exec("PRAGMA user_version=" + std::to_string(schema_version + 1));
    CHECK_THAT(restore_backup(somewhere(world), elsewhere.path(), world.random).error(), Catch::Contains("newer Kiemkring"));
    CHECK_FALSE(std::filesystem::exists(elsewhere.path() / "kiemkring.db"));
    for (const auto& entry : std::filesystem::directory_iterator{world.folder.path()})
        CHECK_FALSE(entry.path().filename().string().ends_with(".part"));
}

}  // namespace kiemkring::store
