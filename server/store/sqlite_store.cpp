#include "store/sqlite_store.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

#include "base/log.h"
#include "store/sqlite_backup.h"
#include "store/folder.h"
#include "store/sqlite_database.h"

namespace kiemkring::store {

namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr std::size_t waiting_max = 10'000;
constexpr std::uintmax_t reserve_bytes = 4 << 20;
// The log is moved into the database in a quiet moment; without one, when it has this size, or a part of what is free, or when it
// would no longer fit into the reserve. A large one seldom keeps somebody waiting: the pages that all write are moved once.
constexpr std::uintmax_t log_bytes_least = 4 << 20, log_bytes_most = 64 << 20;
// Those who open a session look through all recent rows; they are sorted in quiet moments, some at a time.
constexpr std::uint64_t recent_rows_max = 150'000;
constexpr int rows_when_quiet = 1'500, rows_when_busy = 300;  // of each recent table
constexpr int pages_per_step = 64;  // of a backup, between two transactions
constexpr std::size_t backups_max = 8;  // waiting
constexpr auto between_looks_for_space = 1s;
constexpr auto idle_before_checkpoint = 500ms;
constexpr auto erased_within = 20s;  // what was erased leaves the write-ahead log by then, however busy it is

/// Something for the database to do, and somebody to tell.
class Task {
public:
    virtual ~Task() = default;
    virtual void run(SqliteDatabase& database) = 0;
    /// Whether the transaction it ran in is on disk.
    virtual void finish(bool is_kept) = 0;
    /// The live thread waits for this one: the store thread finishes it.
    [[nodiscard]] virtual bool is_awaited() const { return false; }
};

template <class Result, class Work>
class TaskOf final : public Task {
public:
    TaskOf(Work work, Result lost, Done<Result> done)
        : work_(std::move(work)), lost_(std::move(lost)), done_(std::move(done)) {}
    void run(SqliteDatabase& database) override { result_.emplace(work_(database)); }
    void finish(bool is_kept) override {
        if (done_) done_(is_kept && result_ ? std::move(*result_) : std::move(lost_));
    }

private:
    Work work_;
    Result lost_;
    Done<Result> done_;
    std::optional<Result> result_;
};

template <class Result, class Work>
std::unique_ptr<Task> make_task(Work work, Result lost, Done<Result> done) {
    return std::make_unique<TaskOf<Result, Work>>(std::move(work), std::move(lost), std::move(done));
}

/// Something that is read before the live thread goes on.
template <class Result, class Work>
class ReadNow final : public Task {
public:
    ReadNow(Work work, std::promise<Result>& promise) : work_(std::move(work)), promise_(promise) {}
    void run(SqliteDatabase& database) override { result_ = work_(database); }
    void finish(bool is_kept) override { promise_.set_value(is_kept ? std::move(result_) : Result{}); }
    [[nodiscard]] bool is_awaited() const override { return true; }

private:
    Work work_;
    std::promise<Result>& promise_;
    Result result_;
};

struct Backup {
    std::filesystem::path file;
    domain::Time made_at;
    Done<std::expected<void, std::string>> done;
};

}  // namespace

class SqliteStore::Writer {
public:
    Writer(const std::filesystem::path& folder, base::Random& random, Post post, Stopped stopped, Full full)
        : lock_(folder),
          database_(folder / database_name, random),
          post_(std::move(post)),
          stopped_(std::move(stopped)),
          full_(std::move(full)),
          folder_(folder),
          reserve_(folder / "reserve", reserve_bytes) {
        sync_folder(folder);
        if (!reserve_.take()) is_full(true);
        thread_ = std::thread{[this] { work(); }};
    }

    ~Writer() {
        {
            const std::lock_guard guard{mutex_};
            is_ending_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }

    void add(std::unique_ptr<Task> task) {
        {
            const std::lock_guard guard{mutex_};
            if (waiting_.size() < waiting_max) waiting_.push_back(std::move(task));
        }
        if (!task) return wake_.notify_one();
        std::vector<std::unique_ptr<Task>> refused;
        refused.push_back(std::move(task));
        tell(std::move(refused), false);
    }

    void add(Backup backup) {
        {
            const std::lock_guard guard{mutex_};
            if (backups_.size() < backups_max) {
                backups_.push_back(std::move(backup));
                return wake_.notify_one();
            }
        }
        tell(std::move(backup), std::unexpected("too many backups at once"));
    }

    template <class Change>
    void change(Change change, Written done) {
        add(make_task<std::expected<void, CommitError>>(
            [change = std::move(change)](SqliteDatabase& database) -> std::expected<void, CommitError> {
                change(database);
                return {};
            },
            std::unexpected(CommitError::unavailable), std::move(done)));
    }

    template <class Result, class Work>
    Result read_now(Work work) {
        std::promise<Result> promise;
        auto result = promise.get_future();
        add(std::make_unique<ReadNow<Result, Work>>(std::move(work), promise));
        return result.get();
    }

    /// On the store thread: something in the log must not stay there.
    void note_erasure() { erased_at_ = erased_at_.value_or(Steady::now()); }

private:
    /// What waits now, or nothing after a pause without work. Sets `ends` when nothing will ever come again.
    std::vector<std::unique_ptr<Task>> take(bool& ends) {
        std::unique_lock guard{mutex_};
        const auto has_work = [this] { return !waiting_.empty() || !backups_.empty() || is_ending_ || copy_ || is_sorting_; };
        if (is_full_ && !has_work()) wake_.wait_for(guard, between_looks_for_space, has_work);
        else if (needs_checkpoint_ && !is_broken_) wake_.wait_for(guard, idle_before_checkpoint, has_work);
        else wake_.wait(guard, has_work);
        ends = waiting_.empty() && is_ending_;
        return std::exchange(waiting_, {});
    }

    void work() {
        // After a crash, before a crowd comes back: each of its sessions is read once.
        do {
            is_sorting_ = false;
            if (!is_full_) sort(true);
        } while (is_sorting_);
        for (bool ends = false; !ends;) {
            auto tasks = take(ends);
            const bool is_idle = tasks.empty();
            if (!is_idle) write(std::move(tasks));
            copy_on();
            if (is_full_ && reserve_.take()) is_full(false);
            is_sorting_ = false;
            if (is_broken_ || copy_) continue;
            if (!is_full_) sort(is_idle && !ends);
            if (!is_broken_ && needs_checkpoint_ && ((is_idle && !is_sorting_) || is_checkpoint_due())) checkpoint(is_idle);
        }
        while (start_copying()) copied(std::unexpected("the server stopped"));
        if (!is_broken_ && !needs_checkpoint_) database_.remove_log_on_close();
    }

    /// Makes the next backup the one that is being made; false when none waits.
    bool start_copying() {
        if (copying_) return true;
        const std::lock_guard guard{mutex_};
        if (backups_.empty()) return false;
        copying_ = std::move(backups_.front());
        backups_.pop_front();
        return true;
    }

    /// Some more pages, so that those who wait for a commit do not wait for a backup.
    void copy_on() {
        if (!start_copying()) return;
        try {
            if (is_broken_) throw std::runtime_error("the disk failed");
            if (!copy_) copy_.emplace(database_.connection(), copying_->file);
            if (!copy_->step(pages_per_step)) return;
            copy_->finish(copying_->made_at);
            copied({});
        } catch (const std::exception& error) {  // of the file it goes to, or its disk: the database has no part in it
            copied(std::unexpected(std::string{error.what()}));
        }
    }

    void copied(std::expected<void, std::string> result) {
        copy_.reset();
        auto backup = std::move(*copying_);
        copying_.reset();
        tell(std::move(backup), std::move(result));
    }

    void tell(Backup backup, std::expected<void, std::string> result) {
        post_([done = std::move(backup.done), result = std::move(result)]() mutable { done(std::move(result)); });
    }

    void write(std::vector<std::unique_ptr<Task>> tasks) {
        bool is_kept = false;
        if (!is_broken_) {
            try {
                database_.begin();
                for (auto& task : tasks) task->run(database_);
                database_.commit();
                is_kept = needs_checkpoint_ = true;
            } catch (const SQLite::Exception& error) {
                database_.rollback();
                failed(error);
            }
        }
        tell(std::move(tasks), is_kept);
    }

    /// Some of the recent rows, when it is quiet or there are too many; more of them at once as long as it is quiet.
    void sort(bool is_quiet) {
        try {
            const auto rows = database_.recent_rows();
            if (rows == 0 || (!is_quiet && rows < recent_rows_max)) return;
            database_.begin();
            database_.sort_recent(is_quiet ? rows_when_quiet : rows_when_busy);
            database_.commit();
            needs_checkpoint_ = true;
            is_sorting_ = is_quiet && database_.recent_rows() > 0;
        } catch (const SQLite::Exception& error) {
            database_.rollback();
            failed(error);
        }
    }

    [[nodiscard]] bool is_checkpoint_due() const {
        return database_.log_bytes() > log_bytes_max_ || database_.growth_bytes() > reserve_bytes / 2 ||
               (erased_at_ && Steady::now() - *erased_at_ > erased_within);
    }

    void checkpoint(bool is_idle) {
        // What was erased must leave the file of the log as well; and a quiet server keeps no large one.
        const bool is_emptied = erased_at_ || (is_idle && database_.log_file_bytes() > log_bytes_least);
        try {
            database_.checkpoint(is_emptied ? SqliteDatabase::Log::emptied : SqliteDatabase::Log::reused);
            log_bytes_max_ = std::clamp(free_bytes(folder_) / 8, log_bytes_least, log_bytes_most);
            needs_checkpoint_ = false;
            erased_at_.reset();
        } catch (const SQLite::Exception& error) {
            failed(error);
        }
    }

    void failed(const SQLite::Exception& error) {
        // A full disk says so before anything was kept, and heals. After any other failure nobody knows what is on the
        // disk: an fsync that failed once must not be asked again.
        if ((error.getErrorCode() & 0xff) == SQLITE_FULL) return disk_is_full();
        base::log("store: {}", error.what());
        is_broken_ = true;
        if (stopped_) post_([stopped = stopped_, why = std::string{error.what()}] { stopped(why); });
    }

    void disk_is_full() {
        if (is_full_) return;
        is_full(true);
        reserve_.give_up();
        // What is in the log now moves into the database, and makes room.
        try {
            database_.checkpoint(SqliteDatabase::Log::emptied);
        } catch (const SQLite::Exception& error) {
            if ((error.getErrorCode() & 0xff) != SQLITE_FULL) failed(error);
        }
    }

    void is_full(bool full) {
        is_full_ = full;
        base::log("store: {}", full ? "the disk is full: nothing new is taken" : "the disk has space again");
        if (full_) post_([full_now = full_, full] { full_now(full); });
    }

    void tell(std::vector<std::unique_ptr<Task>> tasks, bool is_kept) {
        std::erase_if(tasks, [&](const std::unique_ptr<Task>& task) {
            if (task->is_awaited()) task->finish(is_kept);
            return task->is_awaited();
        });
        // One by one, so that what one room says to its phones leaves before the next room speaks.
        for (auto& task : tasks) post_([task = std::move(task), is_kept] { task->finish(is_kept); });
    }

    FolderLock lock_;
    SqliteDatabase database_;
    Post post_;
    Stopped stopped_;
    Full full_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<std::unique_ptr<Task>> waiting_;
    std::deque<Backup> backups_;
    bool is_ending_ = false;

    // Of the store thread alone.
    std::filesystem::path folder_;
    Reserve reserve_;
    std::uintmax_t log_bytes_max_ = log_bytes_least;
    bool needs_checkpoint_ = true, is_sorting_ = false, is_broken_ = false, is_full_ = false;
    /// Since when something that was erased stands in the log; at first, what a server that was killed left there.
    std::optional<Steady::time_point> erased_at_ = Steady::now();
    std::optional<Backup> copying_;
    std::optional<BackupCopy> copy_;

    std::thread thread_;
};

std::expected<std::unique_ptr<SqliteStore>, std::string> SqliteStore::open(const std::filesystem::path& folder,
                                                                           base::Random& random, Post post,
                                                                           Stopped stopped, Full full) {
    try {
        make_folder(folder);
        return std::unique_ptr<SqliteStore>{
            new SqliteStore{std::make_unique<Writer>(folder, random, std::move(post), std::move(stopped), std::move(full))}};
    } catch (const std::exception& error) {  // SQLite::Exception, filesystem_error, and our own sentences
        return std::unexpected(folder.string() + ": " + error.what());
    }
}

SqliteStore::SqliteStore(std::unique_ptr<Writer> writer) : writer_(std::move(writer)) {}
SqliteStore::~SqliteStore() = default;

void SqliteStore::commit(const SessionId& session, Version seen, Commit turn,
                         Done<std::expected<Version, CommitError>> done) {
    writer_->add(make_task<std::expected<Version, CommitError>>(
        [writer = writer_.get(), session, seen, turn = std::move(turn)](SqliteDatabase& database) {
            if (turn.erase_links || !turn.people.empty() || !turn.erased_texts.empty() || !turn.erased_pictures.empty())
                writer->note_erasure();
            return database.append(session, seen, turn);
        },
        std::unexpected(CommitError::unavailable), std::move(done)));
}

void SqliteStore::load(const SessionId& session, Done<std::expected<StoredSession, LoadError>> done) {
    writer_->add(make_task<std::expected<StoredSession, LoadError>>(
        [session](SqliteDatabase& database) {
            std::string why;
            auto stored = database.read(session, why);
            if (!why.empty()) base::log("store: {}", why);
            return stored;
        },
        std::unexpected(LoadError::unavailable), std::move(done)));
}

void SqliteStore::load_picture(const SessionId& session, domain::PictureId picture, PictureSize size,
                               Done<std::expected<std::string, LoadError>> done) {
    writer_->add(make_task<std::expected<std::string, LoadError>>(
        [session, picture, size](SqliteDatabase& database) { return database.read_picture(session, picture, size); },
        std::unexpected(LoadError::unavailable), std::move(done)));
}

void SqliteStore::load_pictures(const SessionId& session,
                                Done<std::expected<std::vector<domain::PictureRow>, LoadError>> done) {
    using Rows = std::expected<std::vector<domain::PictureRow>, LoadError>;
    writer_->add(make_task<Rows>([session](SqliteDatabase& database) -> Rows { return database.read_pictures(session); },
                                 std::unexpected(LoadError::unavailable), std::move(done)));
}

void SqliteStore::remove(const SessionId& session, Done<std::expected<void, CommitError>> done) {
    writer_->change(
        [writer = writer_.get(), session](SqliteDatabase& database) {
            writer->note_erasure();
            database.erase(session);
        },
        std::move(done));
}

void SqliteStore::backup(std::filesystem::path file, domain::Time made_at, Done<std::expected<void, std::string>> done) {
    writer_->add(Backup{std::move(file), made_at, std::move(done)});
}

Accounts SqliteStore::read_accounts() {
    return writer_->read_now<Accounts>([](SqliteDatabase& database) { return database.read_accounts(); });
}

void SqliteStore::put_organiser(Organiser organiser, Written done) {
    writer_->change([organiser = std::move(organiser)](auto& database) { database.put(organiser); }, std::move(done));
}
void SqliteStore::put_login(Login login, Written done) {
    writer_->change([login = std::move(login)](auto& database) { database.put(login); }, std::move(done));
}
void SqliteStore::remove_login(std::string token_hash, Written done) {
    writer_->change([hash = std::move(token_hash)](auto& database) { database.remove_login(hash); }, std::move(done));
}
void SqliteStore::put_paired(Paired paired, Written done) {
    writer_->change([paired = std::move(paired)](auto& database) { database.put(paired); }, std::move(done));
}
void SqliteStore::set_setup_secret(std::string hash, Written done) {
    writer_->change([hash = std::move(hash)](auto& database) { database.set_setup_secret(hash); }, std::move(done));
}
void SqliteStore::put_template(OwnTemplate own, Written done) {
    writer_->change([own = std::move(own)](auto& database) { database.put(own); }, std::move(done));
}
void SqliteStore::remove_template(std::string id, Written done) {
    writer_->change(
        [writer = writer_.get(), id = std::move(id)](SqliteDatabase& database) {
            writer->note_erasure();
            database.remove_template(id);
        },
        std::move(done));
}

void SqliteStore::put_document(Document document, Written done) {
    writer_->change([document = std::move(document)](auto& database) { database.put(document); }, std::move(done));
}

void SqliteStore::note_report(const std::string& of, ReportMade made, Done<std::expected<std::uint32_t, CommitError>> done) {
    writer_->add(make_task<std::expected<std::uint32_t, CommitError>>(
        [of, made = std::move(made)](SqliteDatabase& database) { return database.note_report(of, made); },
        std::unexpected(CommitError::unavailable), std::move(done)));
}

void SqliteStore::load_reports(const std::string& of, Done<std::expected<std::vector<ReportMade>, LoadError>> done) {
    using Rows = std::expected<std::vector<ReportMade>, LoadError>;
    writer_->add(make_task<Rows>([of](SqliteDatabase& database) -> Rows { return database.read_reports(of); },
                                 std::unexpected(LoadError::unavailable), std::move(done)));
}

std::vector<trajectory::Summary> SqliteStore::read_trajectories() {
    return writer_->read_now<std::vector<trajectory::Summary>>([](SqliteDatabase& database) {
        std::string why;
        auto found = database.trajectories().summaries(why);
        if (!why.empty()) base::log("store: {}", why);
        return found;
    });
}

void SqliteStore::commit_trajectory(const TrajectoryId& id, Version seen, TrajectoryCommit change,
                         Done<std::expected<Version, CommitError>> done) {
    writer_->add(make_task<std::expected<Version, CommitError>>(
        [writer = writer_.get(), id, seen, change = std::move(change)](SqliteDatabase& database) {
            for (const auto& event : change.events)
                if (std::holds_alternative<trajectory::EntryErased>(event.what)) writer->note_erasure();
            return database.trajectories().append(id, seen, change);
        },
        std::unexpected(CommitError::unavailable), std::move(done)));
}

void SqliteStore::load_trajectory(const TrajectoryId& id, Done<std::expected<trajectory::Trajectory, LoadError>> done) {
    load_trajectory_at(id, newest, std::move(done));
}

void SqliteStore::load_trajectory_at(const TrajectoryId& id, Version version,
                                     Done<std::expected<trajectory::Trajectory, LoadError>> done) {
    writer_->add(make_task<std::expected<trajectory::Trajectory, LoadError>>(
        [id, version](SqliteDatabase& database) {
            std::string why;
            auto folded = database.trajectories().read(id, version, why);
            if (!why.empty()) base::log("store: {}", why);
            return folded;
        },
        std::unexpected(LoadError::unavailable), std::move(done)));
}

void SqliteStore::load_trajectory_events(const TrajectoryId& id, Done<std::expected<std::vector<trajectory::Happened>, LoadError>> done) {
    using Events = std::expected<std::vector<trajectory::Happened>, LoadError>;
    writer_->add(make_task<Events>(
        [id](SqliteDatabase& database) {
            std::string why;
            auto events = database.trajectories().events(id, why);
            if (!why.empty()) base::log("store: {}", why);
            return events;
        },
        std::unexpected(LoadError::unavailable), std::move(done)));
}

void SqliteStore::load_trajectory_picture(const TrajectoryId& id, trajectory::EntryId entry, PictureSize size,
                                          Done<std::expected<std::string, LoadError>> done) {
    load_picture(id, {entry.value}, size, std::move(done));
}

void SqliteStore::load_trajectory_pictures(const TrajectoryId& id, Done<std::expected<std::vector<domain::PictureRow>, LoadError>> done) {
    load_pictures(id, std::move(done));
}

void SqliteStore::remove_trajectory(const TrajectoryId& id, Done<std::expected<void, CommitError>> done) {
    writer_->change(
        [writer = writer_.get(), id](SqliteDatabase& database) {
            writer->note_erasure();
            database.trajectories().erase(id);
        },
        std::move(done));
}

}  // namespace kiemkring::store
