// What only the store on disk has to prove: locks, versions, a process that is killed, a disk that is full or broken.
#include <SQLiteCpp/Database.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

#include "store/sqlite_schema.h"
#include "store/worlds.h"

namespace kiemkring::store {

namespace {

std::string open_error(const std::filesystem::path& folder) {
    SeededRandom random{2};
    const auto opened = SqliteStore::open(folder, random, [](auto) {});
    return opened ? "" : opened.error();
}

std::string all_bytes_in(const std::filesystem::path& folder) {
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        std::ifstream in{entry.path(), std::ios::binary};
        bytes.append(std::istreambuf_iterator<char>{in}, {});
    }
    return bytes;
}

}  // namespace

TEST_CASE("Two servers never share a folder", "[store][sqlite]") {
    SqliteWorld world;
    CHECK_THAT(open_error(world.folder.path()), Catch::Contains("another Kiemkring"));
    world.store.reset();
    CHECK(open_error(world.folder.path()) == "");
}

TEST_CASE("The folder is for its owner alone, and each database has an epoch of its own", "[store][sqlite]") {
    SqliteWorld world, other;
    struct stat folder {}, file {};
    REQUIRE(::stat(world.folder.path().c_str(), &folder) == 0);
    REQUIRE(::stat((world.folder.path() / "kiemkring.db").c_str(), &file) == 0);
    CHECK((folder.st_mode & 0777) == 0700);
    CHECK((file.st_mode & 0777) == 0600);
    other.store.reset();
    std::filesystem::remove_all(other.folder.path());
    other.store = other.open();
    CHECK(world.accounts().read_accounts().epoch != other.accounts().read_accounts().epoch);
}

TEST_CASE("A newer, a foreign and a damaged database are refused in a sentence", "[store][sqlite]") {
    SqliteWorld world;
    auto turn = created();
    for (std::uint32_t id = 1; id < 500; ++id) turn.texts.push_back({{id}, std::string(200, 'x')});
    REQUIRE(commit(world, "s1", 0, std::move(turn)));
    world.store.reset();
    const auto file = world.folder.path() / "kiemkring.db";

    SECTION("newer") {
        SQLite::Database{file.string(), SQLite::OPEN_READWRITE}.exec("PRAGMA user_version=" + std::to_string(schema_version + 1));
        CHECK_THAT(open_error(world.folder.path()), Catch::Contains(fmt::format("newer Kiemkring (schema {}, this one knows {})", schema_version + 1, schema_version)));
    }
    SECTION("events of a newer format") {
        SQLite::Database{file.string(), SQLite::OPEN_READWRITE}.exec("UPDATE meta SET value = '3' WHERE name = 'event_format'");
        CHECK_THAT(open_error(world.folder.path()), Catch::Contains("newer Kiemkring (format 3, this one knows 2)"));
    }
    SECTION("foreign") {
        std::filesystem::remove(file);
        SQLite::Database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec("CREATE TABLE t(x)");
        CHECK_THAT(open_error(world.folder.path()), Catch::Contains("not one of Kiemkring"));
    }
    SECTION("no database at all") {
        std::ofstream{file, std::ios::trunc} << std::string(8192, '?');
        CHECK_THAT(open_error(world.folder.path()), Catch::Contains("not a database"));
    }
    SECTION("damaged") {
        const auto size = std::filesystem::file_size(file);
        std::fstream damage{file, std::ios::in | std::ios::out | std::ios::binary};
        for (std::uintmax_t page = 4096 * 12; page < size; page += 4096) {
            damage.seekp(static_cast<std::streamoff>(page));
            damage << std::string(64, '?');
        }
        damage.close();
        CHECK_THAT(open_error(world.folder.path()), Catch::Contains("damaged") || Catch::Contains("malformed"));
    }
}

TEST_CASE("An event of a newer format keeps its session shut, and only that one", "[store][sqlite]") {
    SqliteWorld world;
    REQUIRE(commit(world, "s1", 0, created()));
    REQUIRE(commit(world, "s2", 0, created()));
    world.store.reset();
    SQLite::Database{(world.folder.path() / "kiemkring.db").string(), SQLite::OPEN_READWRITE}.exec(
        R"(UPDATE recent_events SET body = replace(body, '"v":2', '"v":3') WHERE session = 's1')");
    world.store = world.open();
    CHECK(load(world, "s1").error() == LoadError::unavailable);
    CHECK(load(world, "s2"));
}

TEST_CASE("What was acknowledged before a kill is there after it", "[store][sqlite]") {
    for (unsigned round = 0; round < 5; ++round) {
        TemporaryFolder folder;
        int pipe_ends[2];
        REQUIRE(::pipe(pipe_ends) == 0);
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            SeededRandom random{3};
            LiveThread live;
            auto store = SqliteStore::open(folder.path(), random, [&](auto task) { live.post(std::move(task)); });
            for (Version version = 0;; ++version) {
                (*store)->commit("s1", version, version == 0 ? created() : one_event(version + 1), [&](auto result) {
                    if (result) (void)!::write(pipe_ends[1], &*result, sizeof *result);
                });
                live.run_one();
            }
        }
        ::close(pipe_ends[1]);
        Version acknowledged = 0, next = 0;
        while (acknowledged < 20 + 17 * round && ::read(pipe_ends[0], &next, sizeof next) == sizeof next) acknowledged = next;
        ::kill(child, SIGKILL);
        while (::read(pipe_ends[0], &next, sizeof next) == sizeof next) acknowledged = next;
        ::waitpid(child, nullptr, 0);
        ::close(pipe_ends[0]);

        SeededRandom random{4};
        LiveThread live;
        auto store = SqliteStore::open(folder.path(), random, [&](auto task) { live.post(std::move(task)); });
        REQUIRE(store);
        std::optional<std::expected<StoredSession, LoadError>> stored;
        (*store)->load("s1", [&](auto result) { stored = std::move(result); });
        const auto session = live.wait_for(stored);
        REQUIRE(session);
        CHECK(session->events.size() >= acknowledged);
        CHECK(session->events.size() <= acknowledged + 1);
    }
}

TEST_CASE("What was erased is in no file any more soon after", "[store][sqlite]") {
    SqliteWorld world;
    const std::string canary = "kanarie-7f3a-op-het-dak";
    auto turn = created();
    turn.texts = {{{1}, canary}};
    turn.people = {{{1}, "hash", canary, "", "", domain::Contact{domain::ContactKind::email, canary, {"report"}}}};
    REQUIRE(commit(world, "s1", 0, std::move(turn)));
    CHECK_THAT(all_bytes_in(world.folder.path()), Catch::Contains(canary));
    remove(world, "s1");

    // The log is emptied when the store has been idle for half a second.
    const auto log = world.folder.path() / "kiemkring.db-wal";
    for (int tries = 0; tries < 100 && std::filesystem::file_size(log) > 0; ++tries)
        world.live.run_one(std::chrono::milliseconds{100});
    CHECK(std::filesystem::file_size(log) == 0);
    CHECK_THAT(all_bytes_in(world.folder.path()), !Catch::Contains(canary));
}

TEST_CASE("What was erased before a crash leaves the log after the restart", "[store][sqlite]") {
    SqliteWorld world;
    const std::string canary = "kanarie-2b91-in-het-logboek";
    auto turn = created();
    turn.texts = {{{1}, canary}};
    REQUIRE(commit(world, "s1", 0, std::move(turn)));
    remove(world, "s1");
    // As a kill -9 leaves it: copied before the log is moved.
    TemporaryFolder left;
    std::filesystem::create_directories(left.path());
    for (const auto* name : {"kiemkring.db", "kiemkring.db-wal"})
        std::filesystem::copy_file(world.folder.path() / name, left.path() / name);
    REQUIRE_THAT(all_bytes_in(left.path()), Catch::Contains(canary));

    LiveThread live;
    const auto store = SqliteStore::open(left.path(), world.random, [&](auto task) { live.post(std::move(task)); });
    REQUIRE(store);
    for (int tries = 0; tries < 100 && all_bytes_in(left.path()).find(canary) != std::string::npos; ++tries)
        live.run_one(std::chrono::milliseconds{100});
    CHECK_THAT(all_bytes_in(left.path()), !Catch::Contains(canary));
}

TEST_CASE("A log that grows under load is moved into the database meanwhile", "[store][sqlite]") {
    SqliteWorld world;
    REQUIRE(commit(world, "s1", 0, created()));
    std::uintmax_t largest = 0;
    for (Version version = 1; version <= 400; ++version) {
        auto turn = one_event(version + 1);
        for (std::uint32_t id = 1; id <= 100; ++id) turn.texts.push_back({{id}, std::string(2000, static_cast<char>('a' + version % 26))});
        REQUIRE(commit(world, "s1", version, std::move(turn)));
        largest = std::max(largest, std::filesystem::file_size(world.folder.path() / "kiemkring.db-wal"));
    }
    CHECK(largest > 1 << 20);
    CHECK(largest < 72 << 20);  // of some 80 MiB that were written
}

TEST_CASE("What is recent moves to the rows of its session in a quiet moment, and reads the same", "[store][sqlite]") {
    SqliteWorld world;
    const auto count = [&](const std::string& table) {
        SQLite::Database db{(world.folder.path() / "kiemkring.db").string(), SQLite::OPEN_READWRITE};
        return db.execAndGet("SELECT count(*) FROM " + table).getInt();
    };
    // Two sessions in turn; texts that are written again, and answers of clients in no order.
    for (Version version = 0; version < 40; ++version)
        for (const auto* session : {"s1", "s2"}) {
            auto turn = version == 0 ? created() : one_event(version + 1);
            turn.texts = {{{static_cast<std::uint32_t>(1 + version % 7)}, std::string{session} + std::to_string(version)}};
            turn.answers = {{version % 2 == 0 ? "b" : "a", 1 + version / 2, version, 0, {}}};
            REQUIRE(commit(world, session, version, std::move(turn)));
        }
    const auto first = load(world, "s1"), second = load(world, "s2");
    REQUIRE(first->events.size() == 40);
    CHECK(first->texts.size() == 7);
    CHECK(first->texts[0].text == "s135");
    const auto is_as_before = [&] {
        for (const auto& [session, before] : {std::pair{"s1", &first}, std::pair{"s2", &second}}) {
            const auto now = load(world, session);
            CHECK(now->events == (*before)->events);
            CHECK(now->texts == (*before)->texts);
            CHECK(now->answers == (*before)->answers);
        }
    };

    SECTION("with what comes later on top of it") {
        std::this_thread::sleep_for(std::chrono::seconds{1});
        auto later = one_event(41);
        later.texts = {{{7}, "later"}};
        later.answers = {{"a", 21, 1, 0, {}}};
        REQUIRE(commit(world, "s2", 40, std::move(later)));
        world.store.reset();
        CHECK(count("events") == 80);
        CHECK(count("texts") == 14);
        CHECK(count("answers") == 80);
        CHECK(count("recent_events") == 1);
        world.store = world.open();
        CHECK(load(world, "s2")->texts.back().text == "later");
        CHECK(load(world, "s2")->answers.size() == 41);
    }
    SECTION("in no quiet moment: when it is opened again") {
        world.reopen();
        is_as_before();
        world.store.reset();
        CHECK(count("recent_events") == 0);
        CHECK(count("recent_texts") == 0);
        CHECK(count("recent_answers") == 0);
        CHECK(count("events") == 80);
        world.store = world.open();
        is_as_before();
    }
    SECTION("and is erased wherever it stands") {
        remove(world, "s1");
        CHECK(load(world, "s1").error() == LoadError::not_found);
        std::this_thread::sleep_for(std::chrono::seconds{1});
        remove(world, "s2");
        world.store.reset();
        for (const auto* table : {"events", "texts", "answers", "recent_events", "recent_texts", "recent_answers"})
            CHECK(count(table) == 0);
    }
}

TEST_CASE("So much comes without a quiet moment that it is sorted meanwhile", "[store][sqlite]") {
    SqliteWorld world;
    constexpr Version sessions = 10, turns = 16, rows = 500;
    const auto name = [](Version number) { return "s" + std::to_string(number); };
    for (Version number = 0; number < sessions; ++number) REQUIRE(commit(world, name(number), 0, created()));
    for (Version turn = 0; turn < turns; ++turn)
        for (Version number = 0; number < sessions; ++number) {
            const auto seen = 1 + turn * rows;
            Commit more;
            for (Version i = 1; i <= rows; ++i) {
                more.events.push_back(one_event(seen + i).events[0]);
                more.answers.push_back({"a", seen + i, i, 0, {}});
            }
            REQUIRE(commit(world, name(number), seen, std::move(more)) == seen + rows);
        }
    CHECK(load(world, "s3")->events.size() == 1 + turns * rows);
    world.store.reset();
    SQLite::Database db{(world.folder.path() / "kiemkring.db").string(), SQLite::OPEN_READWRITE};
    CHECK(db.execAndGet("SELECT count(*) FROM events").getInt() > 0);
    const auto* both = "SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM recent_events)";
    CHECK(db.execAndGet(both).getInt() == static_cast<int>(sessions * (1 + turns * rows)));
}

TEST_CASE("A disk that fails stops the store, what was acknowledged is there when it is opened again", "[store][sqlite]") {
    SqliteWorld world;
    REQUIRE(commit(world, "s1", 0, created()));
    // A limit on the size of files stands in for the disk: writes past it fail with EFBIG.
    struct rlimit before {}, small {};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
    small = before;
    small.rlim_cur = 64 << 10;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);

    auto turn = one_event(2);
    for (std::uint32_t id = 1; id <= 100; ++id) turn.texts.push_back({{id}, std::string(2000, 'x')});
    const auto refused = commit(world, "s1", 1, std::move(turn));
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, old_handler);
    CHECK(refused == std::unexpected(CommitError::unavailable));

    // The disk is fine again, but nobody knows what it kept: nothing is tried before a restart.
    CHECK(commit(world, "s1", 1, one_event(2)) == std::unexpected(CommitError::unavailable));
    world.reopen();
    CHECK(load(world, "s1")->events.size() == 1);
    CHECK(commit(world, "s1", 1, one_event(2)) == 2u);
}

}  // namespace kiemkring::store
