// A thread for what takes its time: decoding pictures, writing and reading exports. One thing at a time, a few may wait.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kiemkring::pictures {

class SlowWork {
public:
    using Work = std::move_only_function<void()>;
    static constexpr std::size_t waiting_max = 16;

    SlowWork() : thread_{[this] { work(); }} {}
    /// Waits for what is under way; what still waited is dropped.
    ~SlowWork() {
        {
            const std::lock_guard lock{mutex_};
            stopping_ = true;
            waiting_.clear();
        }
        changed_.notify_all();
        thread_.join();
    }
    SlowWork(const SlowWork&) = delete;
    SlowWork& operator=(const SlowWork&) = delete;

    /// False when too many wait: then it is never done.
    [[nodiscard]] bool add(Work work) {
        {
            const std::lock_guard lock{mutex_};
            if (waiting_.size() >= waiting_max) return false;
            waiting_.push_back(std::move(work));
        }
        changed_.notify_one();
        return true;
    }

private:
    void work() {
        std::unique_lock lock{mutex_};
        while (true) {
            changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (stopping_) return;
            Work next = std::move(waiting_.front());
            waiting_.pop_front();
            lock.unlock();
            next();
            next = nullptr;
            lock.lock();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Work> waiting_;
    bool stopping_{};
    std::thread thread_;
};

}  // namespace kiemkring::pictures
