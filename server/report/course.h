// How far a piece of long work is, seen from other threads, and whether it is still wanted.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <stdexcept>

namespace kiemkring::report {

/// Thrown by the work itself when nobody wants it any more; whoever began it catches it.
struct Stopped : std::runtime_error {
    Stopped() : std::runtime_error{"stopped"} {}
};

class Course {
public:
    /// From any thread.
    void stop() { stopped_ = true; }
    [[nodiscard]] bool is_stopped() const { return stopped_; }
    /// In thousandths of the whole.
    [[nodiscard]] std::uint32_t done() const { return done_; }

    /// By the work, often: so much of the whole is done.
    void reached(std::size_t part, std::size_t whole) {
        if (stopped_) throw Stopped{};
        done_ = whole == 0 ? 1000U : static_cast<std::uint32_t>(std::min<std::size_t>(part * 1000 / whole, 1000));
    }

private:
    std::atomic<bool> stopped_{};
    std::atomic<std::uint32_t> done_{};
};

}  // namespace kiemkring::report
