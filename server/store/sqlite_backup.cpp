#include "store/sqlite_backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <map>
#include <stdexcept>

#include "domain/session/session.h"
#include "store/folder.h"
#include "store/sqlite_database.h"
#include "store/sqlite_schema.h"

namespace kiemkring::store {

namespace {

constexpr const char* manifest_schema = R"sql(
CREATE TABLE backup(made_at INTEGER NOT NULL) STRICT;
CREATE TABLE backup_tables(name TEXT PRIMARY KEY, rows INTEGER NOT NULL, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;
)sql";
constexpr const char* manifest_gone = "DROP TABLE backup; DROP TABLE backup_tables";
constexpr const char* kept_tables =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('backup', 'backup_tables') ORDER BY name";

struct TableSum {
    std::int64_t rows{};
    std::string hash;
    bool operator==(const TableSum&) const = default;
};

/// BLAKE2b over the values, each with its kind and length in front, in the order of the primary key, or of their arrival.
TableSum sum_of(SQLite::Database& db, const std::string& table) {
    std::string key;
    SQLite::Statement columns{db, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"};
    columns.bind(1, table);
    while (columns.executeStep()) key += (key.empty() ? "" : ", ") + columns.getColumn(0).getString();
    if (key.empty()) key = "rowid";

    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
    const auto add = [&](const void* bytes, std::size_t count) {
        crypto_generichash_update(&state, static_cast<const unsigned char*>(bytes), count);
    };
    TableSum sum;
    for (SQLite::Statement rows{db, "SELECT * FROM \"" + table + "\" ORDER BY " + key}; rows.executeStep(); ++sum.rows)
        for (int i = 0; i < rows.getColumnCount(); ++i) {
            const auto column = rows.getColumn(i);
            const auto* bytes = column.getText("");  // before the count of its bytes
            const std::array<std::int64_t, 2> head{column.getType(), column.getBytes()};
            add(head.data(), sizeof head);
            add(bytes, static_cast<std::size_t>(column.getBytes()));
        }
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash_final(&state, hash.data(), hash.size());
    for (const auto byte : hash) sum.hash += fmt::format("{:02x}", byte);
    return sum;
}

std::map<std::string, TableSum> sums_of(SQLite::Database& db) {
    std::map<std::string, TableSum> sums;
    for (SQLite::Statement tables{db, kept_tables}; tables.executeStep();) {
        const auto name = tables.getColumn(0).getString();
        sums.emplace(name, sum_of(db, name));
    }
    return sums;
}

std::map<std::string, TableSum> manifest_in(SQLite::Database& db) {
    std::map<std::string, TableSum> sums;
    for (SQLite::Statement tables{db, "SELECT name, rows, hash FROM backup_tables"}; tables.executeStep();)
        sums.emplace(tables.getColumn(0).getString(),
                     TableSum{tables.getColumn(1).getInt64(), tables.getColumn(2).getString()});
    return sums;
}

/// Nothing, or what is wrong with the session, in words.
std::string trouble_in(SqliteDatabase& database, const Summary& summary) {
    std::string why;
    const auto stored = database.read(summary.id, why);
    if (!stored) return why.empty() ? "session " + summary.id + " has no events" : why;
    domain::Session session;
    domain::put_rows(session, stored->texts, stored->people, stored->links);
    std::vector<domain::RecordKey> touched;
    for (const auto& happened : stored->events) {
        if (happened.version != session.version + 1) return "session " + summary.id + ": an event is missing";
        domain::evolve(session, happened, touched);
        touched.clear();
    }
    if (session.version < summary.version || session.status != summary.status)
        return "session " + summary.id + ": its events end before its summary";
    return {};
}

BackupContent verified(const std::filesystem::path& file) {
    if (!std::filesystem::is_regular_file(file)) throw std::runtime_error("there is no such file");
    SqliteDatabase database{file};
    auto& db = database.connection();
    if (!db.tableExists("backup")) throw std::runtime_error("that is a database, not a backup");
    const auto verdict = db.execAndGet("PRAGMA integrity_check(1)").getString();
    if (verdict != "ok") throw std::runtime_error("damaged: " + verdict);
    const auto expected = manifest_in(db), found = sums_of(db);
    for (const auto& [name, sum] : expected)
        if (const auto it = found.find(name); it == found.end() || it->second != sum)
            throw std::runtime_error("damaged: table " + name + " is not as it was when the backup was made");
    if (found.size() != expected.size()) throw std::runtime_error("damaged: there is a table too many");

    BackupContent content;
    content.made_at = domain::Time{base::Milliseconds{db.execAndGet("SELECT made_at FROM backup").getInt64()}};
    auto accounts = database.read_accounts();
    content.organisers = accounts.organisers.size();
    for (const auto* table : {"events", "recent_events"})
        if (const auto sum = expected.find(table); sum != expected.end())
            content.events += static_cast<std::uint64_t>(sum->second.rows);
    content.sessions = std::move(accounts.sessions);
    for (const auto& summary : content.sessions)
        if (auto trouble = trouble_in(database, summary); !trouble.empty()) throw std::runtime_error(trouble);
    return content;
}

}  // namespace

struct BackupCopy::Copying {
    Copying(SQLite::Database& source, const std::filesystem::path& part)
        : target(part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), copy(target, source) {}
    SQLite::Database target;
    SQLite::Backup copy;
};

BackupCopy::BackupCopy(SQLite::Database& source, std::filesystem::path file)
    : file_(std::move(file)), part_(file_.string() + ".part") {
    if (std::filesystem::exists(file_)) throw std::runtime_error(file_.string() + " exists already");
    std::filesystem::remove(part_);
    copying_ = std::make_unique<Copying>(source, part_);
    ::chmod(part_.c_str(), 0600);
}

BackupCopy::~BackupCopy() {
    copying_.reset();
    std::error_code unimportant;
    for (const auto* end : {"", "-journal", "-wal", "-shm"})
        std::filesystem::remove(part_.string() + end, unimportant);
}

bool BackupCopy::step(int pages) { return copying_->copy.executeStep(pages) == SQLITE_DONE; }

void BackupCopy::finish(domain::Time made_at) {
    copying_.reset();
    SQLite::Database target{part_.string(), SQLite::OPEN_READWRITE};
    // The copied pages say that there is a write-ahead log; a backup is one file.
    target.exec("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL");
    const auto sums = sums_of(target);
    target.exec("BEGIN");
    target.exec(manifest_schema);
    SQLite::Statement when{target, "INSERT INTO backup VALUES(?)"};
    when.bind(1, static_cast<std::int64_t>(made_at.time_since_epoch().count()));
    when.exec();
    for (const auto& [name, sum] : sums) {
        SQLite::Statement row{target, "INSERT INTO backup_tables VALUES(?, ?, ?)"};
        row.bind(1, name);
        row.bind(2, sum.rows);
        row.bind(3, sum.hash);
        row.exec();
    }
    target.exec("COMMIT");
    std::filesystem::rename(part_, file_);
    sync_folder(file_.parent_path());
}

std::expected<BackupContent, std::string> verify_backup(const std::filesystem::path& file) {
    try {
        return verified(file);
    } catch (const std::exception& error) {  // SQLite::Exception, and our own sentences
        return std::unexpected(fmt::format("{}: {}", file.string(), error.what()));
    }
}

std::expected<BackupContent, std::string> restore_backup(const std::filesystem::path& file,
                                                         const std::filesystem::path& folder, base::Random& random) {
    auto content = verify_backup(file);
    if (!content) return content;
    const auto target = folder / database_name, part = folder / "kiemkring.db.restoring";
    try {
        make_folder(folder);
        const FolderLock lock{folder};
        if (std::filesystem::exists(target))
            throw std::runtime_error("there is a database already; move it away, or name another folder");
        std::filesystem::copy_file(file, part, std::filesystem::copy_options::overwrite_existing);
        ::chmod(part.c_str(), 0600);
        {
            SQLite::Database db{part.string(), SQLite::OPEN_READWRITE};
            db.exec("PRAGMA synchronous=EXTRA; BEGIN");
            db.exec(manifest_gone);
            // Phones notice by the epoch that the past is another one.
            SQLite::Statement epoch{db, "UPDATE meta SET value = ? WHERE name = 'epoch'"};
            epoch.bind(1, random.hex(16));
            epoch.exec();
            db.exec("COMMIT");
        }
        std::filesystem::rename(part, target);
        sync_folder(folder);
        return content;
    } catch (const std::exception& error) {
        std::error_code unimportant;
        std::filesystem::remove(part, unimportant);
        return std::unexpected(fmt::format("{}: {}", folder.string(), error.what()));
    }
}

}  // namespace kiemkring::store
