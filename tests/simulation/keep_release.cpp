// Makes a folder for tests/store/releases/ when a version goes out: KIEMKRING_KEEP=FOLDER test_simulation '[keep]'.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <set>

#include "base/system_random.h"
#include "domain/session/session.h"
#include "simulation/checks.h"
#include "store/sqlite_store.h"
#include "wire/export.h"

using namespace kiemkring;
using namespace kiemkring::simulation;
using namespace std::chrono_literals;

namespace {

/// Writes it as the first thing that is known of that session, and waits until it is on disk.
void store_whole(store::SqliteStore& into, const domain::SessionId& id, store::StoredSession session) {
    store::Commit all{std::move(session.events), std::move(session.answers), std::move(session.texts),
                      std::move(session.people), std::move(session.links), false, std::move(session.summary)};
    std::mutex mutex;
    std::condition_variable finished;
    std::optional<bool> is_fine;
    into.commit(id, 0, std::move(all), [&](auto result) {
        const std::lock_guard guard{mutex};
        is_fine = result.has_value();
        finished.notify_one();
    });
    std::unique_lock guard{mutex};
    REQUIRE(finished.wait_for(guard, 10s, [&] { return is_fine.has_value(); }));
    REQUIRE(*is_fine);
}

void write_file(const std::filesystem::path& file, const std::string& text) { std::ofstream{file, std::ios::binary} << text; }

/// No simulation makes one, nor brings a site plan.
store::StoredSession a_rehearsal() {
    domain::SessionInfo info;
    info.title = "Groen bij de buren";
    info.language = "nl";
    info.seats_max = 30;
    info.code = "K7P3XM";
    info.secret = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    domain::Session of;
    of.agenda = {{{1}, domain::RoundKind::lobby, "", 10, "zeg dit", false}};
    of.plan = domain::Plan{{1}, 1200, 800};
    auto change = domain::create_rehearsal(info, of, "00000000000000aa");
    change.events.emplace_back(domain::PlanShown{true, false});
    store::StoredSession stored;
    stored.events = domain::as_happened(change, 0, base::Time{1'790'000'000'000ms}, "create", false);
    stored.summary = store::Summary{.id = "00000000000000ab", .organiser = 1, .title = info.title, .code = info.code,
                                    .secret = info.secret, .version = 4, .rehearsal_of = "00000000000000aa"};
    return stored;
}

}  // namespace

TEST_CASE("Keeps sessions with every kind of event, and an open vote, as this version stores them", "[.][keep]") {
    const char* wanted = std::getenv("KIEMKRING_KEEP");
    REQUIRE(wanted);
    const std::filesystem::path folder{wanted};

    std::vector<store::StoredSession> kept;
    kept.push_back(a_rehearsal());
    std::set<std::size_t> kinds;
    for (const auto& happened : kept.front().events) kinds.insert(happened.what.index());
    for (std::uint64_t seed = 1; kinds.size() < std::variant_size_v<domain::Event> && seed <= 100; ++seed) {
        World world{seed};
        world.add_phones(30);
        world.live_for(10min);
        world.calm_down();
        auto stored = world.stored();
        std::set<std::size_t> more;
        for (const auto& happened : stored.events)
            if (!kinds.contains(happened.what.index())) more.insert(happened.what.index());
        if (more.empty()) continue;
        kinds.merge(more);
        kept.push_back(std::move(stored));
    }
    CHECK(kinds.size() == std::variant_size_v<domain::Event>);
    bool has_open_vote = false;
    for (std::uint64_t seed = 101; !has_open_vote && seed <= 120; ++seed) {
        World world{seed};
        world.add_phones(30);
        world.live_for(380s);
        const auto* vote = world.durable().open_vote();
        has_open_vote = vote && vote->voters > 10;
        if (has_open_vote) kept.push_back(world.stored());
    }
    CHECK(has_open_vote);

    // One after the other without a pause, and closed at once: so they stand in the recent tables.
    base::SystemRandom random;
    auto opened = store::SqliteStore::open(folder, random, [](auto task) { task(); });
    REQUIRE(opened);
    for (auto& stored : kept) {
        const auto id = stored.summary->id;
        const wire::ExportedSession exported{id, stored.events, stored.texts, stored.people};
        write_file(folder / (id + ".json"), wire::encode_export(exported));
        write_file(folder / (id + ".state"), fmt::format("{:016x}\n", domain::state_hash(wire::fold(exported))));
        store_whole(**opened, id, std::move(stored));
    }
}
