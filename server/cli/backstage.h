// Store and hub without an edge: for the command line when no server runs on the folder.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "base/system_random.h"
#include "base/time.h"
#include "cli/config.h"
#include "edge/live_thread.h"
#include "edge/side_thread.h"
#include "live/hub.h"
#include "live/results_taker.h"
#include "live/trajectories.h"
#include "store/sqlite_store.h"

namespace kiemkring::cli {

struct Backstage {
    /// Opens the store of the folder. With `offers_setup` a new set-up secret is kept while there is no organiser. The error is a
    /// sentence.
    static std::expected<std::unique_ptr<Backstage>, std::string> open(const std::filesystem::path& folder,
                                                                       std::string public_url, bool offers_setup);
    ~Backstage();

    base::SystemRandom random;
    base::SteadyWallClock clock;
    edge::LiveThread live{clock};
    std::unique_ptr<store::SqliteStore> store;
    std::unique_ptr<live::Hub> hub;
    std::unique_ptr<live::Trajectories> trajectories;
    std::unique_ptr<live::ResultsTaker> results;
    std::optional<edge::SideThread> beside{std::in_place, live};
    std::string setup_secret;   ///< empty when somebody has been set up
    bool storage_full{};
    std::string store_trouble;  ///< why the store stopped; the live thread is stopped then
};

}  // namespace kiemkring::cli
