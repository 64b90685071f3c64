// A disk that is full, or fails, at each of its writes and syncs in turn.
#include <sqlite3.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <map>

#include "store/worlds.h"

namespace kiemkring::store {

namespace {

/// SQLite's own file system, whose writes and syncs fail from the n-th on.
class FaultyDisk {
public:
    FaultyDisk() {
        real_ = sqlite3_vfs_find(nullptr);
        faulty_ = *real_;
        faulty_.zName = "faulty";
        faulty_.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
            const int result = real_->xOpen(real_, name, file, flags, out);
            if (result != SQLITE_OK || !file->pMethods) return result;
            // Files with and without locks have different tables, which share these two functions.
            real_file_ = file->pMethods;
            auto& methods = faulty_files_.try_emplace(file->pMethods, *file->pMethods).first->second;
            methods.xWrite = [](sqlite3_file* each, const void* bytes, int count, sqlite3_int64 at) {
                return fails() ? error_.load() : real_file_->xWrite(each, bytes, count, at);
            };
            methods.xSync = [](sqlite3_file* each, int how) {
                if (error_ != SQLITE_FULL && fails()) return SQLITE_IOERR_FSYNC;
                return real_file_->xSync(each, how);
            };
            file->pMethods = &methods;
            return result;
        };
        sqlite3_vfs_register(&faulty_, 1);
    }
    ~FaultyDisk() {
        sqlite3_vfs_unregister(&faulty_);
        sqlite3_vfs_register(real_, 1);
    }

    void fail_from(int n, int error) {
        error_ = error;
        left_ = n;
        after_failure_ = 0;
    }
    void repair() { left_ = -1; }
    /// Writes and syncs that were tried after the first that failed.
    [[nodiscard]] static int calls_after_failure() { return after_failure_; }
    /// Whether it ever came to the failing call.
    [[nodiscard]] static bool has_failed() { return left_ == 0; }

private:
    static bool fails() {
        if (left_ < 0) return false;
        if (left_ == 0) ++after_failure_;
        else --left_;
        return left_ == 0;
    }

    static inline sqlite3_vfs* real_ = nullptr;
    static inline sqlite3_vfs faulty_{};
    static inline const sqlite3_io_methods* real_file_ = nullptr;
    static inline std::map<const sqlite3_io_methods*, sqlite3_io_methods> faulty_files_;
    static inline std::atomic<int> left_ = -1, error_ = SQLITE_OK, after_failure_ = 0;
};

constexpr int calls_to_fail = 500;
#ifdef __SANITIZE_ADDRESS__
constexpr int step = 11;
#else
constexpr int step = 1;
#endif

/// Large enough that a handful of them, with the checkpoint after them, are more than `calls_to_fail` writes.
Commit turn_after(Version version) {
    auto turn = version == 0 ? created() : one_event(version + 1);
    turn.texts = {{{static_cast<std::uint32_t>(version + 1)}, std::string(150'000, 'x')}};
    return turn;
}

/// Commits until the first failure; how many were acknowledged.
Version commit_until_refused(SqliteWorld& world, Version version) {
    while (version < 5) {
        const auto result = commit(world, "s1", version, turn_after(version));
        if (!result) return version;
        version = *result;
    }
    return version;
}

}  // namespace

TEST_CASE("A disk that is full refuses, keeps what was acknowledged, and heals without a restart", "[store][sqlite]") {
    int in_checkpoints = 0;
    for (int n = 1; n <= calls_to_fail; n += step) {
        INFO("full from write " << n);
        FaultyDisk disk;
        SqliteWorld world;
        REQUIRE(commit(world, "s1", 0, turn_after(0)) == 1u);
        disk.fail_from(n, SQLITE_FULL);
        const auto acknowledged = commit_until_refused(world, 1);
        if (!disk.has_failed()) {
            ++in_checkpoints;
            world.store.reset();
        }
        CHECK(disk.has_failed());
        disk.repair();
        if (!world.store) world.store = world.open();

        CHECK(load(world, "s1")->events.size() == acknowledged);
        CHECK(commit(world, "s1", acknowledged, turn_after(acknowledged)) == acknowledged + 1);
        world.reopen();
        CHECK(load(world, "s1")->events.size() == acknowledged + 1);
    }
    CHECK(in_checkpoints > 0);
}

TEST_CASE("A disk that is full or fails while a store is opened and sorts loses nothing", "[store][sqlite]") {
    const auto error = GENERATE(SQLITE_FULL, SQLITE_IOERR_WRITE);
    int never = 0;
    for (int n = 1; n <= 60; n += step) {
        INFO((error == SQLITE_FULL ? "full from write " : "broken from write or sync ") << n);
        FaultyDisk disk;
        SqliteWorld world;
        for (Version version = 0; version < 3; ++version) REQUIRE(commit(world, "s1", version, turn_after(version)));
        world.store.reset();
        disk.fail_from(n, error);
        const auto post = [&](auto task) { world.live.post(std::move(task)); };
        if (auto opened = SqliteStore::open(world.folder.path(), world.random, post)) {
            world.store = std::move(*opened);
            const auto stored = load(world, "s1");
            if (stored) CHECK(stored->events.size() == 3);
            else CHECK(error != SQLITE_FULL);
            world.store.reset();
        }
        never += disk.has_failed() ? 0 : 1;
        disk.repair();
        world.store = world.open();
        CHECK(load(world, "s1")->events.size() == 3);
        CHECK(commit(world, "s1", 3, turn_after(3)) == 4u);
    }
    CHECK(never < 10);
}

TEST_CASE("A full disk is told, lets everybody read, and its reserve comes back with the space", "[store][sqlite]") {
    FaultyDisk disk;
    SqliteWorld world;
    REQUIRE(commit(world, "s1", 0, turn_after(0)) == 1u);
    world.store.reset();
    std::vector<bool> told;
    auto opened = SqliteStore::open(world.folder.path(), world.random, [&](auto task) { world.live.post(std::move(task)); }, {},
                                    [&](bool is_full) { told.push_back(is_full); });
    REQUIRE(opened);
    world.store = std::move(*opened);
    const auto reserve = world.folder.path() / "reserve";
    CHECK(std::filesystem::file_size(reserve) == 4u << 20);

    // In the place of the reserve, so that it cannot come back yet.
    std::filesystem::remove(reserve);
    std::filesystem::create_directory(reserve);
    std::filesystem::create_directory(reserve / "in the way");
    disk.fail_from(1, SQLITE_FULL);
    CHECK(commit(world, "s1", 1, turn_after(1)).error() == CommitError::unavailable);
    CHECK(told == std::vector{true});
    CHECK(load(world, "s1")->events.size() == 1);
    CHECK(commit(world, "s1", 1, turn_after(1)).error() == CommitError::unavailable);
    CHECK(told == std::vector{true});

    disk.repair();
    std::filesystem::remove_all(reserve);
    while (told.size() < 2) REQUIRE(world.live.run_one());
    CHECK(told == std::vector{true, false});
    CHECK(commit(world, "s1", 1, turn_after(1)) == 2u);
    CHECK(std::filesystem::file_size(reserve) == 4u << 20);
}

TEST_CASE("A disk that fails stops the store for good, and what was acknowledged is there after a restart", "[store][sqlite]") {
    int in_checkpoints = 0;
    for (int n = 1; n <= calls_to_fail; n += step) {
        INFO("broken from write or sync " << n);
        FaultyDisk disk;
        SqliteWorld world;
        REQUIRE(commit(world, "s1", 0, turn_after(0)) == 1u);
        int stops_told = 0;
        world.store.reset();
        world.store = world.open([&](const std::string& why) {
            CHECK_FALSE(why.empty());
            ++stops_told;
        });
        disk.fail_from(n, SQLITE_IOERR_WRITE);
        const auto acknowledged = commit_until_refused(world, 1);
        const bool in_checkpoint = !disk.has_failed();
        in_checkpoints += in_checkpoint;
        // What is asked of it now is refused without a look at the disk.
        if (!in_checkpoint)
            CHECK(commit(world, "s1", acknowledged, turn_after(acknowledged)) == std::unexpected(CommitError::unavailable));
        world.store.reset();
        CHECK(disk.has_failed());
        CHECK(disk.calls_after_failure() == 0);
        while (world.live.run_one(std::chrono::milliseconds{0})) {}
        CHECK(stops_told == 1);

        disk.repair();
        world.store = world.open();
        const auto stored = load(world, "s1");
        REQUIRE(stored);
        CHECK(stored->events.size() >= acknowledged);
        CHECK(stored->events.size() <= acknowledged + 1);
    }
    CHECK(in_checkpoints > 0);
}

}  // namespace kiemkring::store
