#include "edge/workers.h"

namespace kiemkring::edge {

Workers::Workers(std::size_t threads, std::size_t waiting_max) : at_once_max_(threads + waiting_max) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool Workers::run(Work work) {
    {
        const std::lock_guard lock{mutex_};
        if (busy_ + waiting_.size() >= at_once_max_) return false;
        waiting_.push_back(std::move(work));
    }
    changed_.notify_one();
    return true;
}

void Workers::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        Work next = std::move(waiting_.front());
        waiting_.pop_front();
        ++busy_;
        lock.unlock();
        next();
        next = nullptr;
        lock.lock();
        --busy_;
    }
}

}  // namespace kiemkring::edge
