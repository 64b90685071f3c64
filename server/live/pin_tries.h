// How often a wrong PIN was tried in a session: after five in a minute nobody is listened to until it is over.
#pragma once

#include <deque>
#include <optional>

#include "base/time.h"

namespace kiemkring::live {

class PinTries {
public:
    static constexpr std::size_t wrong_max = 5;
    static constexpr base::Milliseconds remembered_for{60'000};

    void was_wrong(base::Time now) { wrong_.push_back(now); }
    /// How long to wait before the next; nothing when it may be tried now.
    [[nodiscard]] std::optional<base::Milliseconds> wait(base::Time now) {
        while (!wrong_.empty() && wrong_.front() + remembered_for <= now) wrong_.pop_front();
        if (wrong_.size() < wrong_max) return {};
        return wrong_.front() + remembered_for - now;
    }

private:
    std::deque<base::Time> wrong_;  ///< at most wrong_max: no try is looked at while it is full
};

}  // namespace kiemkring::live
