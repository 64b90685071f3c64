// Lets typed codes be tried, so many wrong ones a minute. A try whose outcome is open counts as wrong until it is known, and
// whoever comes meanwhile waits for it instead of being refused: a whole room behind one address may type at once.
#pragma once

#include <deque>
#include <functional>
#include <utility>

#include "edge/buckets.h"

namespace kiemkring::edge {

class CodeGate {
public:
    enum class Entry { admitted, address_is_full, server_is_full };
    using Try = std::move_only_function<void(Entry)>;

    CodeGate(std::size_t per_address, std::size_t total) : wrong_{per_address, total} {}

    /// Calls `attempt` now or when earlier tries are known. An admitted one must be followed by outcome().
    void enter(const std::string& address, Moment now, Try attempt) {
        if (wrong_.left_for(address, now) == 0) return attempt(Entry::address_is_full);
        if (wrong_.left(now) == 0) return attempt(Entry::server_is_full);
        if (under_way_[address] >= wrong_.left_for(address, now) || under_way_total_ >= wrong_.left(now)) {
            waiting_.emplace_back(address, std::move(attempt));
            return;
        }
        ++under_way_[address];
        ++under_way_total_;
        attempt(Entry::admitted);
    }

    void outcome(const std::string& address, bool was_wrong, Moment now) {
        --under_way_total_;
        if (--under_way_[address] == 0) under_way_.erase(address);
        if (was_wrong) wrong_.add(address, now);
        auto waiting = std::exchange(waiting_, {});
        for (auto& [who, attempt] : waiting) enter(who, now, std::move(attempt));
    }

    [[nodiscard]] std::int64_t retry_after_s(Moment now) const { return wrong_.retry_after_s(now); }

private:
    Failures wrong_;
    std::unordered_map<std::string, std::size_t> under_way_;
    std::size_t under_way_total_{};
    std::deque<std::pair<std::string, Try>> waiting_;
};

}  // namespace kiemkring::edge
