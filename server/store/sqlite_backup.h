// Backups: one SQLite file with all tables as they were at one moment, and beside them when that was, and how many rows
// with which hash every table had. Taken while the server writes; looked at and put back without one.
#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/random.h"
#include "store/event_store.h"

namespace SQLite {
class Database;
}

namespace kiemkring::store {

/// What a backup holds.
struct BackupContent {
    domain::Time made_at{};
    std::size_t organisers{};
    std::vector<Summary> sessions;
    std::uint64_t events{};  ///< of all sessions
};

/// A copy in the making, page by page, between the transactions of the connection it copies. What that connection writes
/// meanwhile comes along. For the store thread.
class BackupCopy {
public:
    /// Writes into FILE.part; an unfinished one is thrown away. Throws as the rest does.
    BackupCopy(SQLite::Database& source, std::filesystem::path file);
    ~BackupCopy();

    /// Copies `pages` more; whether all are there. Throws SQLite::Exception, as when the disk is full.
    bool step(int pages);
    /// After the last step: writes the manifest, and gives the file its name, on disk. Throws also std::runtime_error.
    void finish(domain::Time made_at);

private:
    struct Copying;
    std::filesystem::path file_, part_;
    std::unique_ptr<Copying> copying_;
};

/// Reads everything in it and counts again: pages, tables, rows, hashes, and every event of every session into a state. The
/// error is a sentence.
[[nodiscard]] std::expected<BackupContent, std::string> verify_backup(const std::filesystem::path& file);

/// Verifies, then puts the database into `folder`, which must not have one yet, under a new epoch. The error is a sentence;
/// then nothing is there.
[[nodiscard]] std::expected<BackupContent, std::string> restore_backup(const std::filesystem::path& file,
                                                                       const std::filesystem::path& folder,
                                                                       base::Random& random);

}  // namespace kiemkring::store
