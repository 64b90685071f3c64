// Many trajectories: the list of four thousand is made fast, and those that are open stay within their bound.
#include <catch2/catch.hpp>

#include <chrono>
#include <random>

#include "live/hub.h"
#include "live/trajectories.h"
#include "store/memory_event_store.h"
#include "wire/trajectory.h"

namespace kiemkring::live {

namespace {

class StandingClock final : public base::Clock {
public:
    [[nodiscard]] base::Time now() const override { return base::Time{base::Milliseconds{1'795'500'000'000}}; }
};

class Seeded final : public base::Random {
public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(engine_());
    }

private:
    std::mt19937 engine_{1};
};

}  // namespace

TEST_CASE("Four thousand trajectories are listed", "[trajectory]") {
    StandingClock clock;
    Seeded random;
    store::MemoryEventStore store;
    std::deque<std::move_only_function<void()>> posted;
    Trajectories trajectories{store, clock, random, [&](auto work) { posted.push_back(std::move(work)); }};
    std::size_t made = 0;
    for (int i = 0; i < 4'000; ++i) {
        trajectory::Place place;
        place.name = "Bedrijvenpark " + std::to_string(i);
        place.municipality = "Gemeente " + std::to_string(i % 300);
        place.area_m2 = i;
        trajectories.create(1, std::to_string(i), {place, trajectory::Company{"Bakkerij", {}, {}}}, "Noor",
                            [&](auto id) { made += id.has_value(); });
        store.release_all();
    }
    REQUIRE(made == 4'000);

    const wire::Names names{{1, "Iris"}};
    auto best = std::chrono::nanoseconds::max();
    std::string list;
    for (int i = 0; i < 5; ++i) {
        const auto began = std::chrono::steady_clock::now();
        list = wire::encode_trajectories(trajectories.all(), names);
        best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - began);
    }
    WARN("4,000 trajectories listed in " << static_cast<double>(best.count()) / 1e6 << " ms, " << list.size() / 1024 << " KiB (figure: 20 ms)");
    CHECK(trajectories.all().size() == 4'000);
    CHECK(best < std::chrono::milliseconds{200});

    // After a restart the same list, from the summaries alone.
    Trajectories again{store, clock, random, [&](auto work) { posted.push_back(std::move(work)); }};
    CHECK(wire::encode_trajectories(again.all(), names) == list);
}

TEST_CASE("A trajectory whose first answer was lost is not made twice", "[trajectory]") {
    StandingClock clock;
    Seeded random;
    store::MemoryEventStore store;
    std::deque<std::move_only_function<void()>> posted;
    Trajectories trajectories{store, clock, random, [&](auto work) { posted.push_back(std::move(work)); }};
    trajectory::Place place;
    place.name = "De Vlinder";
    std::vector<bool> made;
    const auto create = [&] {
        trajectories.create(1, "key", {place}, {}, [&](auto id) { made.push_back(id.has_value()); });
        store.release_all();
        for (; !posted.empty(); posted.pop_front()) posted.front()();
    };
    store.fail_call(1, true);
    create();
    create();
    create();
    CHECK(made == std::vector{false, true, true});
    CHECK(trajectories.all().size() == 1);
}

}  // namespace kiemkring::live
