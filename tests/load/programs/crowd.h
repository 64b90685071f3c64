// All phones at once in one thread: connections, hello, commands, and what each of them hears.
#pragma once

#include <sys/types.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "checks.h"
#include "meter.h"
#include "world.h"

namespace load {

/// The server's limit of 20 messages at once and 5 a second, held with a margin.
class TokenBucket {
public:
    bool take(Nanos at) {
        level_ = std::min(18.0, level_ + static_cast<double>(at - filled_) * 4.8e-9);
        filled_ = at;
        if (level_ < 1) return false;
        level_ -= 1;
        return true;
    }

private:
    double level_{10};
    Nanos filled_{};
};

struct Phone {
    enum class State { down, connecting, upgrading, opening, greeting, ready };

    unsigned room{}, seat{};
    int socket{-1};
    State state{State::down};
    Nanos connecting_since{}, greeted_at{}, said_at{};
    std::string client;
    std::string unread;  ///< a frame that is not whole yet
    Ear ear;
    std::uint64_t me_version{}, n{};
    bool has_audience{}, has_me{};
    TokenBucket messages;

    // The command under way: at most one.
    std::uint32_t serial{};
    bool is_answered{true};
    unsigned missing{};  ///< phones that have not heard it yet
    Nanos meant_at{};    ///< when it was to be sent
    [[nodiscard]] bool is_busy() const { return !is_answered || missing > 0; }
};

class Crowd {
public:
    struct Options {
        std::string host{"127.0.0.1"};
        std::uint16_t port{};
        bool socket_io{};
    };

    Crowd(World& world, Options options);
    ~Crowd();
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    /// Begins to connect those who are down, at most `at_once` at a time; turn() goes on with it.
    void come_in(std::size_t at_once);
    void come_in_alone(std::size_t index) { connect(phones_[index]); }
    [[nodiscard]] std::size_t ready() const { return ready_; }
    /// Everybody's connection is cut with a reset.
    void drop_everybody();

    /// Handles what has arrived; waits for that until `until` at most.
    void turn(Nanos until);
    /// A beat from everybody who has said nothing for nine seconds.
    void beat();

    void edit(Phone& phone, Nanos meant_at);
    void submit(Phone& phone, unsigned number);

    [[nodiscard]] Phone& phone(unsigned room, unsigned seat) {
        return phones_[room * world_.seats + seat];
    }
    [[nodiscard]] std::vector<Phone>& phones() { return phones_; }
    [[nodiscard]] unsigned authors() const { return std::min(world_.seats, world_.ideas); }

    /// Counts what nobody heard in the end, and compares the orders in each room.
    void settle();

    std::function<void(Phone&)> on_complete;                ///< answered, and heard by all
    std::function<void(Phone&, std::uint64_t id)> on_made;  ///< the answer to submit()
    Findings findings;
    std::uint64_t deliveries{}, frames{}, bytes{}, late_connects{};
    /// Looks again and again instead of sleeping. A server that is slower than we are pays the kernel for waking us
    /// with each of its frames, which no phone asks of it.
    bool stays_awake{};
    Nanos busy{};  ///< with what came; the rest of the time it only looked whether something comes
    std::vector<std::uint32_t> answer_micros, all_micros;  ///< filled while is_timing
    bool is_timing{};

private:
    void connect(Phone& phone);
    void is_connected(Phone& phone);
    void read(Phone& phone);
    void take(Phone& phone, std::string_view message);
    void take_changes(Phone& phone, std::string_view message);
    void take_answer(Phone& phone, std::string_view message);
    void say(Phone& phone, std::string_view message);
    void send(Phone& phone, std::string_view bytes);
    void watch(Phone& phone, std::uint32_t events, bool is_new);
    void greet(Phone& phone);
    void look_whether_ready(Phone& phone);
    void lost(Phone& phone);
    void complete_one(Phone& author);

    World& world_;
    Options options_;
    int poll_{-1};
    std::vector<Phone> phones_;
    std::vector<char> input_;
    std::size_t ready_{}, under_way_{}, at_once_{1}, next_down_{~std::size_t{}};
    Nanos beats_at_{};
    std::size_t beats_from_{};
};

}  // namespace load
