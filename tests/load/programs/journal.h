// The floor's memory: SQLite, WAL, synchronous=FULL. Everything that arrived during one commit goes
// into the next.
#pragma once

#include <sqlite3.h>

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace load {

struct Entry {
    std::uint32_t connection{}, serial_of_connection{};
    unsigned room{}, seat{};
    std::uint64_t n{};
    std::string text, explanation;
};

class Journal {
public:
    explicit Journal(const std::string& file);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    void add(std::vector<Entry>& entries);
    /// Readable when something is on disk.
    [[nodiscard]] int ready() const { return ready_; }
    /// In the order they were added.
    [[nodiscard]] std::vector<Entry> take_kept();

private:
    void work();
    void run(const char* sql);
    void check(int result);

    sqlite3* database_{};
    sqlite3_stmt* insert_{};
    int ready_{-1};
    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Entry> waiting_, kept_;
    bool is_ending_{};
    std::thread thread_;
};

}  // namespace load
