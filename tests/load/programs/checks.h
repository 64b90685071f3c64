// Nothing lost, nothing doubled, nothing out of order: what every phone of a room hears is held against
// what was said.
#pragma once

#include <cstdint>
#include <vector>

namespace load {

struct Findings {
    std::uint64_t lost{};          ///< deliveries that never came
    std::uint64_t doubled{};       ///< deliveries that came again
    std::uint64_t out_of_order{};  ///< `from` was not the `to` before, or two phones of a room heard in
                                   ///< different orders
    std::uint64_t
        answers{};  ///< an answer that was wrong, came twice, or came after the change it answers
    std::uint64_t snapshots{};  ///< a snapshot without what was acknowledged
    std::uint64_t closed{};     ///< connections the server ended
    [[nodiscard]] std::uint64_t all() const {
        return lost + doubled + out_of_order + answers + snapshots + closed;
    }
};

/// What one phone has heard.
class Ear {
public:
    explicit Ear(unsigned authors = 0) : heard_(authors) {}

    /// `changes` of the audience, before its edits are given to hear(). True when the chain holds.
    bool chain(std::uint64_t from, std::uint64_t to) {
        const bool holds = from == version_ || from == 0;
        if (to > version_ || from == 0) version_ = to;
        return holds;
    }
    enum class Heard { next, skipped, again };
    Heard hear(unsigned author, std::uint32_t serial) {
        order_ = (order_ ^ (std::uint64_t{author} << 32 | serial)) * 0x9E3779B97F4A7C15;
        if (serial <= heard_[author]) return Heard::again;
        const bool is_next = serial == heard_[author] + 1;
        heard_[author] = serial;
        return is_next ? Heard::next : Heard::skipped;
    }
    /// From a snapshot.
    void set(unsigned author, std::uint32_t serial) { heard_[author] = serial; }
    void begin_again() { order_ = 0; }

    [[nodiscard]] std::uint32_t heard(unsigned author) const { return heard_[author]; }
    [[nodiscard]] std::uint64_t version() const { return version_; }
    [[nodiscard]] std::uint64_t order() const { return order_; }

private:
    std::vector<std::uint32_t> heard_;  ///< the last serial, by author
    std::uint64_t version_{}, order_{};
};

}  // namespace load
