// Counting what somebody does in a time. The moment is always passed in.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace kiemkring::edge {

using Moment = std::chrono::steady_clock::time_point;
using std::chrono::milliseconds;

/// A burst of so many, refilled at so many a second.
class TokenBucket {
public:
    TokenBucket(double burst, double per_second) : burst_{burst}, per_second_{per_second}, left_{burst} {}

    /// Takes one; false when there is none.
    bool take(Moment now) {
        refill(now);
        if (left_ < 1) return false;
        left_ -= 1;
        return true;
    }

    /// How long until there is one again.
    [[nodiscard]] milliseconds wait() const {
        return milliseconds{left_ >= 1 ? 0 : static_cast<std::int64_t>((1 - left_) / per_second_ * 1000) + 1};
    }

private:
    void refill(Moment now) {
        if (at_ != Moment{} && now > at_)
            left_ = std::min(burst_, left_ + std::chrono::duration<double>(now - at_).count() * per_second_);
        at_ = now;
    }

    double burst_, per_second_, left_;
    Moment at_{};
};

/// The n-th of something within a time is one too many.
class Breaches {
public:
    Breaches(std::size_t limit, milliseconds within) : limit_{limit}, within_{within} {}

    /// Counts one; true when the limit is reached.
    bool add(Moment now) {
        std::erase_if(at_, [&](Moment then) { return now - then > within_; });
        if (at_.size() < limit_) at_.push_back(now);
        return at_.size() >= limit_;
    }

private:
    std::size_t limit_;
    milliseconds within_;
    std::vector<Moment> at_;
};

/// So many failures per address, and so many in total, in a sliding minute. Bounded: it never remembers more than the
/// total of one minute.
class Failures {
public:
    Failures(std::size_t per_address, std::size_t total) : per_address_{per_address}, total_{total} {}

    /// How many more this address may have.
    [[nodiscard]] std::size_t left_for(const std::string& address, Moment now) {
        forget(now);
        const auto found = counts_.find(address);
        return found == counts_.end() ? per_address_ : per_address_ - std::min(per_address_, found->second);
    }
    [[nodiscard]] std::size_t left(Moment now) {
        forget(now);
        return total_ - std::min(total_, at_.size());
    }
    void add(const std::string& address, Moment now) {
        forget(now);
        if (at_.size() >= total_) return;
        at_.emplace_back(now, address);
        ++counts_[address];
    }
    /// It was none after all: takes the newest of this address back.
    void take_back(const std::string& address) {
        const auto newest = std::find_if(at_.rbegin(), at_.rend(), [&](const auto& entry) { return entry.second == address; });
        if (newest == at_.rend()) return;
        at_.erase(std::next(newest).base());
        if (const auto found = counts_.find(address); --found->second == 0) counts_.erase(found);
    }
    /// Until the oldest is forgotten, in whole seconds.
    [[nodiscard]] std::int64_t retry_after_s(Moment now) const {
        if (at_.empty()) return 1;
        return std::max<std::int64_t>(
            1, std::chrono::ceil<std::chrono::seconds>(at_.front().first + std::chrono::minutes{1} - now).count());
    }

private:
    void forget(Moment now) {
        while (!at_.empty() && now - at_.front().first >= std::chrono::minutes{1}) {
            const auto found = counts_.find(at_.front().second);
            if (--found->second == 0) counts_.erase(found);
            at_.pop_front();
        }
    }

    std::size_t per_address_, total_;
    std::deque<std::pair<Moment, std::string>> at_;
    std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace kiemkring::edge
