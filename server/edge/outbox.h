// What waits to leave on one WebSocket, in order; several frames leave in one call of the kernel.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "edge/buckets.h"
#include "live/member.h"

namespace kiemkring::edge {

class Outbox {
public:
    void text(live::Frame text);
    void pong(std::string_view payload);
    void close(std::uint16_t code, std::string_view reason);
    /// Drops what has not begun to leave.
    void drop_waiting();

    [[nodiscard]] bool is_empty() const { return waiting_.empty(); }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }
    /// Whether the kernel takes no more while so many bytes wait behind the frame that is on its way; however long that one is.
    [[nodiscard]] bool is_behind_by(std::size_t bytes) const {
        return stuck_since_ != Moment{} && bytes_ - waiting_.front().payload->size() > bytes;
    }
    /// Since when the kernel has not taken the first frame whole; empty moment: nothing waits.
    [[nodiscard]] Moment stuck_since() const { return stuck_since_; }

    enum class Written { everything, part, nothing_more };  ///< part: wait until the kernel takes more
    /// Gives the kernel all that it takes. Never blocks.
    Written write(int socket, Moment now);

private:
    struct Waiting {
        live::Frame payload;
        std::uint8_t opcode;
    };
    void add(std::uint8_t opcode, live::Frame payload);
    void have_left(std::size_t bytes, Moment now);

    std::vector<Waiting> waiting_;
    std::size_t bytes_{};       ///< of the payloads that wait
    std::size_t first_left_{};  ///< how much of the first frame, head included, the kernel has taken
    Moment stuck_since_{};
};

}  // namespace kiemkring::edge
