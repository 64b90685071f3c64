// The people of one rehearsal on phones of their own: real connections to a server, over loopback, from a thread of their own.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace kiemkring::rehearsal {

struct Order {
    std::string host;  ///< ADDRESS:PORT of the server, as a Host field has it
    std::string door;  ///< the secret that a QR would carry
    std::string language;
    std::uint32_t people{};
    std::uint64_t seed{};
    double pace{1};    ///< above 1: faster than people are
};

/// They come in one by one and follow whatever happens until the session ends, is erased or four hours have passed.
class Crowd {
public:
    static constexpr std::chrono::hours lasts_max{4};

    /// `tell` gets a line for each thing that somebody does, on the crowd's own thread.
    explicit Crowd(Order order, std::function<void(const std::string& line)> tell = {});
    /// Everybody is gone when this returns.
    ~Crowd();

    /// Everybody has left.
    [[nodiscard]] bool is_over() const { return over_; }

private:
    struct State;
    std::unique_ptr<State> state_;
    std::atomic<bool> over_{false};
    std::thread thread_;
};

}  // namespace kiemkring::rehearsal
