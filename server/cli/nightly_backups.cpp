#include "cli/nightly_backups.h"

#include <fmt/format.h>

#include <cstdio>
#include <optional>

#include "base/log.h"
#include "cli/local_time.h"
#include "store/folder.h"

namespace kiemkring::cli {
namespace {

constexpr int due_from_hour = 3;
constexpr std::string_view before_date = "kiemkring-", after_date = ".kiemkring-backup";

std::string name_of(std::chrono::sys_days day) {
    return fmt::format("{}{}{}", before_date, iso_date(day), after_date);
}

/// Of a backup that was made here; nothing for every other file.
std::optional<std::chrono::sys_days> day_of(const std::string& name) {
    int year = 0;
    unsigned month = 0, day = 0;
    if (std::sscanf(name.c_str(), "kiemkring-%4d-%2u-%2u", &year, &month, &day) != 3) return std::nullopt;
    const auto date = std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
    if (!date.ok() || name_of(date) != name) return std::nullopt;
    return date;
}

}  // namespace

NightlyBackups::NightlyBackups(store::SqliteStore& store, const base::Clock& clock, std::filesystem::path folder,
                               std::uint32_t kept_days)
    : store_(store), clock_(clock), folder_(std::move(folder)), kept_(kept_days) {}

void NightlyBackups::look() {
    const auto now = clock_.now();
    const auto local = local_time(now);
    const auto file = folder_ / name_of(local.day);
    try {
        remove_old(local.day);
        if (is_making_ || local.hour < due_from_hour || std::filesystem::exists(file)) return;
        store::make_folder(folder_);
        is_making_ = true;
        store_.backup(file, now, [this, file](auto made) {
            is_making_ = false;
            base::log("{}: {}", file.string(), made ? "today's backup" : made.error());
        });
    } catch (const std::exception& error) {
        base::log("no backup: {}", error.what());
    }
}

void NightlyBackups::remove_old(std::chrono::sys_days today) const {
    if (!std::filesystem::exists(folder_)) return;
    for (const auto& entry : std::filesystem::directory_iterator{folder_})
        if (const auto day = day_of(entry.path().filename().string()); day && *day < today - kept_)
            std::filesystem::remove(entry.path());
        // What a server that died in the middle of one left behind.
        else if (!is_making_ && entry.path().extension() == ".part")
            std::filesystem::remove(entry.path());
}

}  // namespace kiemkring::cli
