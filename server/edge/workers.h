// Threads for slow work, and a queue in front of them that has an end.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kiemkring::edge {

class Workers {
public:
    using Work = std::move_only_function<void()>;
    Workers(std::size_t threads, std::size_t waiting_max);
    /// Waits for what is being done; what still waited is dropped.
    ~Workers();

    /// False when the queue is full. The work must not throw.
    [[nodiscard]] bool run(Work work);

private:
    void work();

    std::size_t at_once_max_;  ///< being done or waiting
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Work> waiting_;
    std::size_t busy_{};
    bool stopping_{};
    std::vector<std::thread> threads_;
};

}  // namespace kiemkring::edge
