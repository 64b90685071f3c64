// A whole workshop, over and over, on a network and a disk that fail; and proof that this finds bugs.
// KIEMKRING_SEEDS is the number of fresh seeds, KIEMKRING_SEED one seed to look at. `test_simulation [planted]` plants every
// bug of server/live/faults.h in turn and shows with which seed each is found.

#include <catch2/catch.hpp>
#include <fmt/core.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "simulation/checks.h"

using namespace kiemkring;
using namespace kiemkring::simulation;
using namespace std::chrono_literals;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t fresh_seeds = 25;
#else
constexpr std::uint64_t fresh_seeds = 500;
#endif

/// Those of seeds.txt, which failed once, then fresh ones.
std::vector<std::uint64_t> seeds_to_try() {
    if (const char* one = std::getenv("KIEMKRING_SEED")) return {std::strtoull(one, nullptr, 10)};

    std::vector<std::uint64_t> seeds;
    std::ifstream kept{KIEMKRING_SOURCE_DIR "/tests/simulation/seeds.txt"};
    for (std::string line; std::getline(kept, line);)
        if (!line.empty() && line[0] != '#') seeds.push_back(std::stoull(line));
    const char* wanted = std::getenv("KIEMKRING_SEEDS");
    const auto count = wanted ? std::strtoull(wanted, nullptr, 10) : fresh_seeds;
    for (std::uint64_t seed = 1; seed <= count; ++seed) seeds.push_back(seed);
    return seeds;
}

void live_through(World& world) {
    world.add_phones(30);
    world.live_for(10min);
    world.calm_down();
}

/// One of four parts of the seeds, so that they run beside each other.
void live_through_part(std::size_t part) {
    World::Totals sum;
    std::size_t worlds = 0;
    const auto began = std::chrono::steady_clock::now();
    const auto seeds = seeds_to_try();
    for (std::size_t i = part; i < seeds.size(); i += 4) {
        const auto seed = seeds[i];
        INFO("seed " << seed);
        World world{seed};
        live_through(world);

        const bool keeps = keeps_its_promises(world);
        INFO(complaints_of(world));
        CHECK(keeps);
        CHECK(world.totals.accepted >= 300);
        CHECK(world.totals.crashes >= 2);
        CHECK(world.totals.disconnections >= 5);

        ++worlds;
        sum.accepted += world.totals.accepted;
        sum.refused += world.totals.refused;
        sum.crashes += world.totals.crashes;
        sum.disconnections += world.totals.disconnections;
        sum.frames += world.totals.frames;
        sum.freezes += world.totals.freezes;
        sum.resumes += world.totals.resumes;
        sum.failed_syncs += world.totals.failed_syncs;
        sum.full_disks += world.totals.full_disks;
        for (const auto& [op, count] : world.totals.accepted_by_op) sum.accepted_by_op[op] += count;
    }
    if (worlds >= 5) {  // every kind of chaos there is
        CHECK(sum.failed_syncs > 0);
        CHECK(sum.full_disks > 0);
        CHECK(sum.freezes > 0);
        CHECK(sum.resumes > 0);
    }
    const auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    fmt::print("{} worlds in {:.1f} s: {} commands accepted, {} refused, {} frames\n", worlds, took, sum.accepted, sum.refused,
               sum.frames);
    fmt::print("{} crashes, {} failed syncs, {} full disks, {} disconnections, {} freezes; {} states compared on coming back\n",
               sum.crashes, sum.failed_syncs, sum.full_disks, sum.disconnections, sum.freezes, sum.resumes);
    for (const auto& [op, count] : sum.accepted_by_op) fmt::print("  {:20} {}\n", op, count);
}

}  // namespace

TEST_CASE("Thirty phones, a tablet and a big screen agree after ten minutes of chaos", "[simulation]") {
    live_through_part(0);
}
TEST_CASE("Thirty phones agree after chaos, second part of the seeds", "[simulation]") { live_through_part(1); }
TEST_CASE("Thirty phones agree after chaos, third part of the seeds", "[simulation]") { live_through_part(2); }
TEST_CASE("Thirty phones agree after chaos, fourth part of the seeds", "[simulation]") { live_through_part(3); }

// What it finds does not depend on how it was compiled.
#ifndef __SANITIZE_ADDRESS__
namespace {

/// How many seeds it took until a promise was seen broken; 0 when none was.
std::uint64_t seeds_to_find(live::Faults faults) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        World world{seed, faults};
        live_through(world);
        if (!keeps_its_promises(world)) {
            fmt::print("  found with seed {}: {}\n", seed, complaints_of(world).substr(0, complaints_of(world).find('\n')));
            return seed;
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("The simulation finds every bug that is planted", "[simulation][planted]") {
    for (const auto& fault : live::faults) {
        DYNAMIC_SECTION("a server that " << fault.what) {
            live::Faults planted;
            planted.*fault.is_on = true;
            fmt::print("a server that {}\n", fault.what);
            CHECK(seeds_to_find(planted) > 0);
        }
    }
}
#endif
