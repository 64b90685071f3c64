// The two stores behind one face, with the live thread that hears from them.
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <filesystem>
#include <mutex>
#include <random>

#include "store/memory_event_store.h"
#include "store/sqlite_store.h"

namespace kiemkring::store {

/// Runs on the test's thread what others post to it.
class LiveThread {
public:
    void post(std::move_only_function<void()> task) {
        {
            const std::lock_guard guard{mutex_};
            tasks_.push_back(std::move(task));
        }
        wake_.notify_one();
    }
    bool run_one(std::chrono::milliseconds patience = std::chrono::seconds{10}) {
        std::unique_lock guard{mutex_};
        if (!wake_.wait_for(guard, patience, [this] { return !tasks_.empty(); })) return false;
        auto task = std::move(tasks_.front());
        tasks_.pop_front();
        guard.unlock();
        task();
        return true;
    }
    /// Waits for an answer to arrive.
    template <class T>
    T wait_for(const std::optional<T>& answer) {
        while (!answer) REQUIRE(run_one());
        return *answer;
    }

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::move_only_function<void()>> tasks_;
};

class SeededRandom final : public base::Random {
public:
    explicit SeededRandom(unsigned seed) : engine_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(engine_());
    }

private:
    std::mt19937 engine_;
};

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "kiemkring-store-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()));
        path_ = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::filesystem::path path() const { return path_ / "data"; }

private:
    std::filesystem::path path_;
};

struct MemoryWorld {
    LiveThread live;
    MemoryEventStore store{[this](auto task) { live.post(std::move(task)); }};
    EventStore& events() { return store; }
    AccountStore& accounts() { return store; }
    TrajectoryStore& store_of_trajectories() { return store; }
    void reopen() {}
};

struct SqliteWorld {
    LiveThread live;
    TemporaryFolder folder;
    SeededRandom random{1};
    std::unique_ptr<SqliteStore> store = open();

    std::unique_ptr<SqliteStore> open(SqliteStore::Stopped stopped = {}) {
        auto opened = SqliteStore::open(folder.path(), random, [this](auto task) { live.post(std::move(task)); },
                                        std::move(stopped));
        INFO((opened ? "" : opened.error()));
        REQUIRE(opened);
        return std::move(*opened);
    }
    EventStore& events() { return *store; }
    AccountStore& accounts() { return *store; }
    TrajectoryStore& store_of_trajectories() { return *store; }
    void reopen() {
        store.reset();
        store = open();
    }
};

template <class World>
std::expected<Version, CommitError> commit(World& world, const SessionId& session, Version seen, Commit turn) {
    std::optional<std::expected<Version, CommitError>> answer;
    world.events().commit(session, seen, std::move(turn), [&](auto result) { answer = result; });
    return world.live.wait_for(answer);
}

template <class World>
std::expected<StoredSession, LoadError> load(World& world, const SessionId& session) {
    std::optional<std::expected<StoredSession, LoadError>> answer;
    world.events().load(session, [&](auto result) { answer = std::move(result); });
    return world.live.wait_for(answer);
}

template <class World>
void remove(World& world, const SessionId& session) {
    std::optional<std::expected<void, CommitError>> answer;
    world.events().remove(session, [&](auto result) { answer = result; });
    REQUIRE(world.live.wait_for(answer));
}

inline domain::Happened happened(Version version, domain::Event what) {
    return {version, domain::Time{base::Milliseconds{1'795'500'000'000}}, "test", true, version, std::move(what)};
}

inline Commit created(const std::string& title = "Groen op De Hoek") {
    domain::SessionInfo info;
    info.title = title;
    info.seats_max = 30;
    return {.events = {happened(1, domain::SessionCreated{info, {{domain::RoundId{1}, domain::RoundKind::lobby, "", 10, "", false}}})}};
}

inline Commit one_event(Version version) {
    return {.events = {happened(version, domain::DoorLocked{version % 2 == 0, version % 2 == 1})}};
}

}  // namespace kiemkring::store
