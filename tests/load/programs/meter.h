// What a stretch of time cost: processor of the server, of ourselves and of everybody else, and the
// server's memory.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace load {

using Nanos = std::int64_t;
[[nodiscard]] Nanos now();

/// Resident kB of a process.
[[nodiscard]] long resident_kb(pid_t process);

class Meter {
public:
    explicit Meter(pid_t server);
    void start();
    /// Since start(), in seconds: of the clock, and of processor time.
    struct Reading {
        double seconds{}, server{}, generator{};
        double others{};  ///< of one core, 0 to the number of cores: what neither of us two used
    };
    [[nodiscard]] Reading read() const;

private:
    pid_t server_;
    Nanos clock_{}, server_cpu_{}, own_cpu_{}, machine_cpu_{};
};

/// Of durations in nanoseconds, in microseconds; sorts.
struct Percentiles {
    double p50{}, p99{}, max{};
};
[[nodiscard]] Percentiles percentiles(std::vector<std::uint32_t>& micros);

}  // namespace load
