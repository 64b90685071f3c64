// A backup a day in the folder `backups` beside the database, and none that is too old.
#pragma once

#include <chrono>
#include <filesystem>

#include "base/time.h"
#include "store/sqlite_store.h"

namespace kiemkring::cli {

class NightlyBackups {
public:
    /// `store` and `clock` outlive this. `kept_days` is how many days back a backup is kept.
    NightlyBackups(store::SqliteStore& store, const base::Clock& clock, std::filesystem::path folder, std::uint32_t kept_days);

    /// Whether today's is due or an old one must go; to be called every now and then on the live thread. Today's is due from
    /// three in the morning (local time), or as soon as somebody looks after that. What goes wrong is logged and tried again
    /// the next time.
    void look();

private:
    void remove_old(std::chrono::sys_days today) const;

    store::SqliteStore& store_;
    const base::Clock& clock_;
    std::filesystem::path folder_;
    std::chrono::days kept_;
    bool is_making_ = false;
};

}  // namespace kiemkring::cli
