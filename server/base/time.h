// Points in time and the port to the machine's clock.
#pragma once

#include <chrono>

namespace kiemkring::base {

using Milliseconds = std::chrono::milliseconds;

/// Server time: milliseconds since 1970, never stepping back while the server runs.
using Time = std::chrono::time_point<std::chrono::system_clock, Milliseconds>;

/// Where "now" comes from. Tests and the simulation bring their own.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Time now() const = 0;
};

/// The wall clock at construction, carried on by the steady clock: a stepped wall clock moves no timer.
class SteadyWallClock final : public Clock {
public:
    [[nodiscard]] Time now() const override {
        return start_ + std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - steady_start_);
    }

private:
    Time start_ = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    std::chrono::steady_clock::time_point steady_start_ = std::chrono::steady_clock::now();
};

}  // namespace kiemkring::base
