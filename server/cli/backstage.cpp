#include "cli/backstage.h"

namespace kiemkring::cli {

std::expected<std::unique_ptr<Backstage>, std::string> Backstage::open(const std::filesystem::path& folder,
                                                                       std::string public_url, bool offers_setup) {
    auto backstage = std::make_unique<Backstage>();
    auto& b = *backstage;
    auto opened = store::SqliteStore::open(
        folder, b.random, [&b](std::move_only_function<void()> work) { b.live.post(std::move(work)); },
        [&b](const std::string& why) {
            b.store_trouble = why;
            b.live.stop();
        },
        [&b](bool is_full) {
            b.storage_full = is_full;
            if (b.hub) b.hub->storage_full(is_full);
            if (b.trajectories) b.trajectories->storage_full(is_full);
        });
    if (!opened) return std::unexpected(opened.error());
    b.store = std::move(*opened);

    if (offers_setup && b.store->read_accounts().organisers.empty()) {
        // A new one at every start: the last one may have scrolled away.
        b.setup_secret = b.random.hex(16);
        bool kept = false;
        b.store->set_setup_secret(live::token_hash(b.setup_secret), [&](auto written) {
            kept = written.has_value();
            b.live.stop();
        });
        b.live.run();
        if (!kept)
            return std::unexpected(b.store_trouble.empty() ? std::string{"the database cannot be written"} : b.store_trouble);
    }
    b.hub = std::make_unique<live::Hub>(*b.store, *b.store, b.clock, b.random, b.live, std::move(public_url));
    b.hub->use(*b.beside);
    b.trajectories = std::make_unique<live::Trajectories>(
        *b.store, b.clock, b.random, [&b](std::move_only_function<void()> work) { b.live.post(std::move(work)); });
    b.trajectories->storage_full(b.storage_full);
    b.hub->storage_full(b.storage_full);
    b.results = std::make_unique<live::ResultsTaker>(*b.hub, *b.trajectories, b.clock);
    b.live.on_wake([&b] { b.hub->tick(); });
    return backstage;
}

Backstage::~Backstage() {
    live.on_wake({});
    beside.reset();
    store.reset();  // its last answers are posted and no longer heard
    trajectories.reset();
    hub.reset();
    results.reset();
}

}  // namespace kiemkring::cli
