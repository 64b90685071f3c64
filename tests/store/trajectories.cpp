// Trajectories, on both stores: in order, all or nothing, read back as they were; what is personal goes for good.
#include <SQLiteCpp/Database.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "store/worlds.h"
#include "wire/trajectory.h"

namespace kiemkring::store {

namespace {

using namespace trajectory;

const TrajectoryId one{"00000000000000aa"};

Contact noor() {
    Contact contact;
    contact.name = "Noor Hendrikx";
    contact.email = "noor@example.org";
    return contact;
}

struct Told {
    Trajectory state;
    TrajectoryCommit next(Event what) {
        state.id = one;
        TrajectoryCommit change;
        change.events.push_back({state.version + 1, Time{base::Milliseconds{1'000}}, 1, "key", 0, std::move(what)});
        evolve(state, change.events.back());
        change.summary = summary_of(state);
        return change;
    }
};

template <class World>
std::expected<Version, CommitError> commit(World& world, Version seen, TrajectoryCommit change) {
    std::optional<std::expected<Version, CommitError>> answer;
    world.store_of_trajectories().commit_trajectory(one, seen, std::move(change), [&](auto result) { answer = result; });
    return world.live.wait_for(answer);
}
template <class World>
std::expected<Trajectory, LoadError> load(World& world) {
    std::optional<std::expected<Trajectory, LoadError>> answer;
    world.store_of_trajectories().load_trajectory(one, [&](auto result) { answer = std::move(result); });
    return world.live.wait_for(answer);
}

template <class World>
std::vector<Happened> events_of(World& world) {
    std::optional<std::expected<std::vector<Happened>, LoadError>> answer;
    world.store_of_trajectories().load_trajectory_events(one, [&](auto result) { answer = std::move(result); });
    return world.live.wait_for(answer).value();
}

}  // namespace

TEMPLATE_TEST_CASE("A trajectory is kept in order and read back as it was", "[store][trajectory]", MemoryWorld, SqliteWorld) {
    TestType world;
    Told told;
    CHECK(load(world).error() == LoadError::not_found);
    Place place;
    place.name = "De Vlinder";
    CHECK(commit(world, 0, told.next(EntrySet{{1}, std::nullopt, place})) == 1u);
    CHECK(commit(world, 1, told.next(EntrySet{{2}, std::nullopt, noor()})) == 2u);
    auto late = told;
    CHECK(commit(world, 1, late.next(ArchivedSet{false, true})).error() == CommitError::conflict);
    CHECK(commit(world, 2, told.next(ProgressSet{{}, {Step::session, Outcome::running, "Toch", 0}})) == 3u);
    CHECK(commit(world, 3, told.next(FacilitatorSet{{}, "Kees"})) == 4u);
    CHECK(load(world).value() == told.state);
    CHECK(world.store_of_trajectories().read_trajectories() == std::vector{summary_of(told.state)});

    // Her values go from every version; the entry itself and its place in the order stay.
    CHECK(commit(world, 4, told.next(EntryErased{{2}})) == 5u);
    const auto after = load(world).value();
    CHECK(after == told.state);
    CHECK_FALSE(after.entries.contains({2}));
    CHECK(std::get<EntrySet>(after.recent[1].what).now == Entry{Contact{}});
    const auto events = events_of(world);
    REQUIRE(events.size() == 5);
    CHECK(events[0] == after.recent[0]);
    CHECK(events[4].what == Event{EntryErased{{2}}});

    std::optional<std::expected<std::uint32_t, CommitError>> noted;
    world.accounts().note_report(one, {0, "hash", {}, 1, "board", "agreed", "nl", "pdf", "summary", 5}, [&](auto number) { noted = number; });
    CHECK(world.live.wait_for(noted) == 1u);

    std::optional<std::expected<void, CommitError>> removed;
    world.store_of_trajectories().remove_trajectory(one, [&](auto result) { removed = result; });
    CHECK(world.live.wait_for(removed).has_value());
    CHECK(load(world).error() == LoadError::not_found);
    CHECK(events_of(world).empty());
    std::optional<std::expected<std::vector<ReportMade>, LoadError>> reports;
    world.accounts().load_reports(one, [&](auto found) { reports = std::move(found); });
    CHECK(world.live.wait_for(reports).value().empty());
    CHECK(world.store_of_trajectories().read_trajectories().empty());
}

TEMPLATE_TEST_CASE("The picture of an entry is kept with it, and erased with it", "[store][trajectory]", MemoryWorld, SqliteWorld) {
    TestType world;
    Told told;
    const auto see = [&](std::uint32_t entry, PictureSize size) {
        std::optional<std::expected<std::string, LoadError>> answer;
        world.store_of_trajectories().load_trajectory_picture(one, {entry}, size, [&](auto result) { answer = std::move(result); });
        return world.live.wait_for(answer);
    };
    const auto add = [&](EntryId id, Entry entry, const char* bytes) {
        auto change = told.next(EntrySet{id, std::nullopt, std::move(entry)});
        change.picture = std::make_shared<domain::PictureBytes>(domain::PictureBytes{std::string{"small "} + bytes, bytes, 40, 30});
        return commit(world, told.state.version - 1, std::move(change));
    };
    CHECK(add({1}, Photo{}, "a photo") == 1u);
    CHECK(add({2}, SitePlan{}, "a plan") == 2u);
    CHECK(see(1, PictureSize::large).value() == "a photo");
    CHECK(see(2, PictureSize::thumbnail).value() == "small a plan");
    CHECK(see(3, PictureSize::large).error() == LoadError::not_found);
    // What was only taken away can come back.
    CHECK(commit(world, 2, told.next(EntrySet{{2}, SitePlan{}, std::nullopt})) == 3u);
    CHECK(see(2, PictureSize::large).value() == "a plan");
    CHECK(commit(world, 3, told.next(EntryErased{{1}})) == 4u);
    CHECK(see(1, PictureSize::large).error() == LoadError::not_found);

    std::optional<std::expected<void, CommitError>> removed;
    world.store_of_trajectories().remove_trajectory(one, [&](auto result) { removed = result; });
    CHECK(world.live.wait_for(removed).has_value());
    CHECK(see(2, PictureSize::large).error() == LoadError::not_found);
}

TEST_CASE("No file of the folder holds what is personal once it was erased", "[store][trajectory][sqlite]") {
    SqliteWorld world;
    Told told;
    CHECK(commit(world, 0, told.next(EntrySet{{1}, std::nullopt, noor()})) == 1u);
    CHECK(commit(world, 1, told.next(EntryErased{{1}})) == 2u);
    world.store.reset();
    for (const auto& entry : std::filesystem::directory_iterator{world.folder.path()}) {
        std::ifstream in{entry.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        CHECK(bytes.find("Hendrikx") == std::string::npos);
        CHECK(bytes.find("noor@") == std::string::npos);
    }
}

TEST_CASE("What lists say of a dossier is made anew when an earlier version wrote it, and then no more", "[store][trajectory][sqlite]") {
    SqliteWorld world;
    Told told;
    Place place;
    place.name = "De Vlinder";
    CHECK(commit(world, 0, told.next(EntrySet{{1}, std::nullopt, place})) == 1u);
    Task task;
    task.what = "Kweker bellen", task.due = "2026-12-01";
    auto as_then = told.next(EntrySet{{2}, std::nullopt, task});
    // An earlier version knew of no tasks in lists.
    as_then.summary.next_kind = as_then.summary.first_kind = NextKind::nothing;
    as_then.summary.next_what.clear(), as_then.summary.next_due.clear(), as_then.summary.first_what.clear(), as_then.summary.first_due.clear();
    const auto stored_then = as_then.summary;
    REQUIRE(stored_then != summary_of(told.state));
    CHECK(commit(world, 1, as_then) == 2u);
    const auto at_next_start = [&](const std::string& change) {
        world.store.reset();
        SQLite::Database{(world.folder.path() / "kiemkring.db").string(), SQLite::OPEN_READWRITE}.exec(change);
        world.store = world.open();
        return world.store->read_trajectories();
    };
    CHECK(at_next_start("SELECT 1") == std::vector{stored_then});
    CHECK(at_next_start("DELETE FROM meta WHERE name = 'summary_rules'") == std::vector{summary_of(told.state)});
    CHECK(load(world).value() == told.state);

    // Of what cannot be read any more stays what was said, and the others are made anew all the same.
    const std::string spoiled = "UPDATE meta SET value = '0' WHERE name = 'summary_rules'; UPDATE trajectories SET summary = replace(summary, 'De Vlinder', 'Toen');"
                                "UPDATE trajectory_events SET body = 'x' WHERE version = 2";
    const auto after = at_next_start(spoiled);
    REQUIRE(after.size() == 1);
    CHECK(after[0].place == "Toen");
}

TEST_CASE("A summary of before trees and people were counted is still read", "[store][trajectory]") {
    auto text = wire::encode_stored(trajectory::Summary{});
    const std::string later = R"(,"trees":0,"people":0)";
    REQUIRE(text.find(later) != std::string::npos);
    text.erase(text.find(later), later.size());
    CHECK(wire::read_stored_summary(text).value() == trajectory::Summary{});
}

}  // namespace kiemkring::store
