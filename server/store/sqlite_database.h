// The tables of the SQLite store and everything that is said to them. For one thread; throws SQLite::Exception when SQLite
// fails, which sqlite_store.cpp turns into values.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/random.h"
#include "store/account_store.h"
#include "store/event_store.h"
#include "store/sqlite_trajectories.h"

namespace SQLite {
class Database;
}

namespace kiemkring::store {

class SqliteDatabase {
public:
    /// Opens or creates `file`, checks its pages and its schema, which it brings to today's. Throws SQLite::Exception or
    /// std::runtime_error with a sentence.
    SqliteDatabase(const std::filesystem::path& file, base::Random& random);
    /// Only to read: a backup. Throws the same.
    explicit SqliteDatabase(const std::filesystem::path& file);
    ~SqliteDatabase();

    [[nodiscard]] SQLite::Database& connection();
    void begin();
    void commit();  ///< on disk afterwards
    /// After any failure; also fine when no transaction is open.
    void rollback() noexcept;

    std::expected<Version, CommitError> append(const SessionId& session, Version seen, const Commit& turn);
    /// A row that cannot be read answers `unavailable`; `why` says which.
    std::expected<StoredSession, LoadError> read(const SessionId& session, std::string& why);
    [[nodiscard]] std::expected<std::string, LoadError> read_picture(const SessionId& session, domain::PictureId picture,
                                                                     PictureSize size);
    [[nodiscard]] std::vector<domain::PictureRow> read_pictures(const SessionId& session);
    void erase(const SessionId& session);

    /// What stands in the recent tables.
    [[nodiscard]] std::uint64_t recent_rows();
    /// In a transaction: moves that many rows of each recent table, the oldest, to the rows of their sessions.
    void sort_recent(int rows);

    [[nodiscard]] SqliteTrajectories& trajectories();

    Accounts read_accounts();
    void put(const Organiser& organiser);
    void put(const Login& login);
    void remove_login(const std::string& token_hash);
    void put(const Paired& paired);
    void set_setup_secret(const std::string& hash);
    void put(const OwnTemplate& own);
    void remove_template(const std::string& id);
    void put(const Document& document);
    std::expected<std::uint32_t, CommitError> note_report(const std::string& of, ReportMade made);
    [[nodiscard]] std::vector<ReportMade> read_reports(const std::string& of);

    /// How much of the write-ahead log is in use.
    [[nodiscard]] std::uintmax_t log_bytes() const;
    /// By how much the database file will grow when the log is moved into it.
    [[nodiscard]] std::uintmax_t growth_bytes() const;
    /// How large the file of the log is, in use or not.
    [[nodiscard]] std::uintmax_t log_file_bytes() const;

    /// Of the file of the log: written over from its beginning, which costs less than growing it again, or cut to nothing.
    enum class Log { reused, emptied };
    /// Moves the whole write-ahead log into the database. Throws when the disk fails, or when some of it was not moved.
    void checkpoint(Log log);
    /// After a checkpoint that moved everything: closing takes the empty log away. Else the log stays as it is, since closing would
    /// write and sync once more after a failure.
    void remove_log_on_close();

private:
    struct Statements;
    struct Connection;
    /// Where a session's rows end.
    struct Tail {
        Version version{};
        std::uint64_t answers{};
    };
    static constexpr std::size_t tails_max = 10'000;
    Tail& tail(const SessionId& session);
    [[nodiscard]] std::vector<std::pair<std::int64_t, ReportMade>> placed_reports(const std::string& of);

    /// Those of an earlier version say what it knew to say. When the disk takes nothing they stay until the next time.
    void renew_summaries();

    std::filesystem::path file_;
    std::unique_ptr<Connection> connection_;
    std::unique_ptr<Statements> say_;
    std::unique_ptr<SqliteTrajectories> trajectories_;
    std::unordered_map<SessionId, Tail> tails_;  ///< of those that were written to, with what the open transaction adds
    std::optional<std::uint64_t> recent_rows_;  ///< empty: to be counted
};

}  // namespace kiemkring::store
