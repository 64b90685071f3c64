#include "cli/progress_line.h"

#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include <fmt/format.h>

namespace kiemkring::cli {
namespace {

constexpr std::chrono::milliseconds between{200};

void say(const std::string& text) {
    // A terminal that went away is no reason to stop.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

ProgressLine::ProgressLine(std::function<std::optional<std::uint32_t>()> done) {
    if (::isatty(STDERR_FILENO) != 1) return;
    thread_ = std::jthread{[done = std::move(done)](const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any wakes;
        std::uint32_t shown = 0;
        say("\r  0 %");
        for (std::unique_lock lock{mutex}; !wakes.wait_for(lock, stop, between, [&stop] { return stop.stop_requested(); });)
            if (const auto now = done(); now && *now / 10 != shown) say(fmt::format("\r{:3} %", shown = *now / 10));
        say("\r\033[K");
    }};
}

ProgressLine::~ProgressLine() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

}  // namespace kiemkring::cli
