// Argon2id away from the live thread: at most two at once, at most eight waiting.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace kiemkring::edge {

class Passphrases {
public:
    using Work = std::move_only_function<void()>;
    /// `on_live_thread` runs something on the live thread, later; it is called from the workers.
    explicit Passphrases(std::function<void(Work)> on_live_thread);
    /// Waits for the one or two hashes that are being made; what still waited is dropped.
    ~Passphrases();

    /// False when the queue is full: `done` is then never called. Otherwise it is called on the live thread with the
    /// string to keep, or with an empty one when there was no memory for it.
    [[nodiscard]] bool hash(std::string passphrase, std::move_only_function<void(std::string)> done);
    /// The same for a comparison. Without a hash (an unknown name) it takes the same time and answers false.
    [[nodiscard]] bool verify(std::optional<std::string> hash, std::string passphrase,
                              std::move_only_function<void(bool)> done);

private:
    [[nodiscard]] bool enqueue(Work work);
    void work();

    static constexpr std::size_t workers = 2, waiting_max = 8;
    std::function<void(Work)> on_live_thread_;
    std::string nobodys_hash_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Work> waiting_;
    std::size_t busy_{};
    bool stopping_{};
    std::vector<std::thread> threads_;
};

}  // namespace kiemkring::edge
