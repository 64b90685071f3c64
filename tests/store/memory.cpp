// What only the store of the tests can do.
#include <catch2/catch.hpp>

#include "store/worlds.h"

namespace kiemkring::store {

TEST_CASE("The store of the tests finishes calls when it is told to", "[store]") {
    MemoryEventStore store;
    int done = 0;
    store.commit("s1", 0, created(), [&](auto) { ++done; });
    store.commit("s1", 1, one_event(2), [&](auto) { ++done; });
    CHECK(done == 0);
    CHECK(store.waiting() == 2);
    CHECK(store.release());
    CHECK(done == 1);
    store.release_all();
    CHECK(done == 2);
    CHECK_FALSE(store.release());
}

TEST_CASE("A crash forgets what was not written, and nobody is told", "[store]") {
    MemoryEventStore store;
    int done = 0;
    for (Version version = 0; version < 3; ++version)
        store.commit("s1", version, version == 0 ? created() : one_event(version + 1), [&](auto) { ++done; });
    store.crash(2);
    CHECK(done == 0);
    std::size_t events = 0;
    store.load("s1", [&](auto stored) { events = stored->events.size(); });
    store.release_all();
    CHECK(events == 2);
}

TEST_CASE("A failed call has happened or not, as the test says, the answer is the same", "[store]") {
    for (const bool is_written : {false, true}) {
        MemoryEventStore store;
        store.fail_call(2, is_written);
        std::vector<std::expected<Version, CommitError>> answers;
        store.commit("s1", 0, created(), [&](auto result) { answers.push_back(result); });
        store.commit("s1", 1, one_event(2), [&](auto result) { answers.push_back(result); });
        store.commit("s1", is_written ? 2 : 1, one_event(is_written ? 3 : 2), [&](auto result) { answers.push_back(result); });
        store.release_all();
        REQUIRE(answers.size() == 3);
        CHECK(answers[0]);
        CHECK(answers[1] == std::unexpected(CommitError::unavailable));
        CHECK(answers[2]);
    }
}

}  // namespace kiemkring::store
