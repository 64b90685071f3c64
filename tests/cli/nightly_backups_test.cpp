#include <catch2/catch.hpp>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <set>

#include "cli/nightly_backups.h"
#include "store/sqlite_backup.h"
#include "store/worlds.h"

using namespace kiemkring;
using namespace std::chrono_literals;

namespace {

struct SetClock final : base::Clock {
    explicit SetClock(const char* utc) {
        std::tm parts{};
        REQUIRE(::strptime(utc, "%Y-%m-%d %H:%M", &parts));
        time = base::Time{base::Milliseconds{static_cast<std::int64_t>(::timegm(&parts)) * 1000}};
    }
    [[nodiscard]] base::Time now() const override { return time; }
    base::Time time;
};

/// Local time is UTC while this lives.
struct InUtc {
    InUtc() { ::setenv("TZ", "UTC", 1), ::tzset(); }
    ~InUtc() { ::unsetenv("TZ"), ::tzset(); }
};

std::set<std::string> files_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) names.insert(entry.path().filename());
    return names;
}

}  // namespace

TEST_CASE("A backup a day from three in the morning, and none older than is asked for", "[cli][backup]") {
    const InUtc utc;
    store::SqliteWorld world;
    SetClock clock{"2026-11-24 02:50"};
    const auto folder = world.folder.path() / "backups";
    cli::NightlyBackups nightly{*world.store, clock, folder, 14};

    nightly.look();
    CHECK_FALSE(std::filesystem::exists(folder));
    clock.time += 10min;
    nightly.look();
    nightly.look();  // while that one is being made
    REQUIRE(world.live.run_one());
    CHECK(files_in(folder) == std::set<std::string>{"kiemkring-2026-11-24.kiemkring-backup"});
    CHECK(store::verify_backup(folder / "kiemkring-2026-11-24.kiemkring-backup")->made_at == clock.time);

    std::ofstream{folder / "kiemkring-2026-11-23.kiemkring-backup.part"} << "half of one";
    for (int day = 1; day <= 20; ++day) {
        clock.time += 24h;
        nightly.look();
        REQUIRE(world.live.run_one());
        nightly.look();  // there already
        CHECK_FALSE(world.live.run_one(1ms));
    }
    const auto kept = files_in(folder);
    CHECK(kept.size() == 15);  // today's, and of 14 days back
    CHECK(*kept.begin() == "kiemkring-2026-11-30.kiemkring-backup");
}

TEST_CASE("Old backups go, what somebody else put there stays", "[cli][backup]") {
    const InUtc utc;
    store::SqliteWorld world;
    const SetClock clock{"2026-11-24 01:00"};
    const auto folder = world.folder.path() / "backups";
    std::filesystem::create_directories(folder);
    const std::set<std::string> others{"kiemkring-2020-01-01.txt", "kiemkring-2020-13-01.kiemkring-backup",
                                       "mine.kiemkring-backup", "kiemkring-2026-11-24.kiemkring-backup"};
    for (const auto& name : others) std::ofstream{folder / name} << "x";
    std::ofstream{folder / "kiemkring-2020-01-01.kiemkring-backup"} << "x";
    cli::NightlyBackups{*world.store, clock, folder, 1}.look();
    CHECK(files_in(folder) == others);
}

TEST_CASE("A folder for backups that cannot be written is no reason to stop", "[cli][backup]") {
    const InUtc utc;
    store::SqliteWorld world;
    const SetClock clock{"2026-11-24 12:00"};
    std::ofstream{world.folder.path() / "backups"} << "a file, no folder";
    cli::NightlyBackups{*world.store, clock, world.folder.path() / "backups", 14}.look();
    CHECK_FALSE(world.live.run_one(1ms));
    CHECK(commit(world, "s1", 0, store::created()));
}
