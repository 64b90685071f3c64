#include "journal.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <utility>

#include "world.h"

namespace load {

Journal::Journal(const std::string& file) : ready_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    check(sqlite3_open(file.c_str(), &database_));
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("CREATE TABLE events(room INTEGER, version INTEGER, seat INTEGER, n INTEGER, text TEXT, "
        "explanation TEXT)");
    check(sqlite3_prepare_v2(database_, "INSERT INTO events VALUES(?, 0, ?, ?, ?, ?)", -1, &insert_,
                             nullptr));
    thread_ = std::thread{[this] { work(); }};
}

Journal::~Journal() {
    {
        const std::lock_guard guard{mutex_};
        is_ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
    ::close(ready_);
}

void Journal::add(std::vector<Entry>& entries) {
    {
        const std::lock_guard guard{mutex_};
        for (auto& entry : entries) waiting_.push_back(std::move(entry));
    }
    entries.clear();
    wake_.notify_one();
}

std::vector<Entry> Journal::take_kept() {
    std::uint64_t count = 0;
    if (::read(ready_, &count, sizeof count) < 0) return {};
    const std::lock_guard guard{mutex_};
    return std::exchange(kept_, {});
}

void Journal::work() {
    for (;;) {
        std::vector<Entry> batch;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            batch.swap(waiting_);
        }
        run("BEGIN");
        for (const auto& entry : batch) {
            sqlite3_bind_int64(insert_, 1, entry.room);
            sqlite3_bind_int64(insert_, 2, entry.seat);
            sqlite3_bind_int64(insert_, 3, static_cast<sqlite3_int64>(entry.n));
            sqlite3_bind_text(insert_, 4, entry.text.data(), static_cast<int>(entry.text.size()),
                              SQLITE_STATIC);
            sqlite3_bind_text(insert_, 5, entry.explanation.data(),
                              static_cast<int>(entry.explanation.size()), SQLITE_STATIC);
            check(sqlite3_step(insert_));
            check(sqlite3_reset(insert_));
        }
        run("COMMIT");
        {
            const std::lock_guard guard{mutex_};
            for (auto& entry : batch) kept_.push_back(std::move(entry));
        }
        const std::uint64_t one = 1;
        if (::write(ready_, &one, sizeof one) < 0) give_up("cannot tell that something is kept");
    }
}

void Journal::run(const char* sql) {
    check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr));
}

void Journal::check(int result) {
    if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
        give_up(std::string{"journal: "} + sqlite3_errmsg(database_));
}

}  // namespace load
