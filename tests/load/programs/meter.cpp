#include "meter.h"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace load {
namespace {

Nanos read_clock(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return Nanos{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

Nanos process_cpu(pid_t process) {
    clockid_t clock{};
    return clock_getcpuclockid(process, &clock) == 0 ? read_clock(clock) : 0;
}

/// All cores together: everything but idle and waiting for the disk.
Nanos machine_cpu() {
    std::ifstream stat{"/proc/stat"};
    std::string cpu;
    long user{}, nice{}, system{}, idle{}, iowait{}, irq{}, softirq{}, steal{};
    stat >> cpu >> user >> nice >> system >> idle >> iowait >> irq >> softirq >> steal;
    return (user + nice + system + irq + softirq + steal) * (1'000'000'000 / sysconf(_SC_CLK_TCK));
}

constexpr double seconds(Nanos nanos) {
    return static_cast<double>(nanos) / 1e9;
}

}  // namespace

Nanos now() {
    return read_clock(CLOCK_MONOTONIC);
}

long resident_kb(pid_t process) {
    std::ifstream status{"/proc/" + std::to_string(process) + "/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
    return 0;
}

Meter::Meter(pid_t server) : server_(server) {
    start();
}

void Meter::start() {
    clock_ = now();
    server_cpu_ = process_cpu(server_);
    own_cpu_ = read_clock(CLOCK_PROCESS_CPUTIME_ID);
    machine_cpu_ = machine_cpu();
}

Meter::Reading Meter::read() const {
    Reading reading;
    reading.seconds = seconds(now() - clock_);
    reading.server = seconds(process_cpu(server_) - server_cpu_);
    reading.generator = seconds(read_clock(CLOCK_PROCESS_CPUTIME_ID) - own_cpu_);
    const double all = seconds(machine_cpu() - machine_cpu_);
    reading.others =
        std::max(0.0, all - reading.server - reading.generator) / std::max(reading.seconds, 1e-3);
    return reading;
}

Percentiles percentiles(std::vector<std::uint32_t>& micros) {
    if (micros.empty()) return {};
    std::sort(micros.begin(), micros.end());
    const auto at = [&](double part) {
        return static_cast<double>(
                   micros[static_cast<std::size_t>(part * static_cast<double>(micros.size() - 1))]) /
               1.0;
    };
    return {at(0.5), at(0.99), at(1)};
}

}  // namespace load
