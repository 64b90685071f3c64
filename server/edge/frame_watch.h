// Looks at the raw bytes a client sends on a WebSocket, before Beast does. Beast swallows empty fragments, pings and half
// headers without telling; the budgets for them need to be told.
#pragma once

#include <cstdint>
#include <span>

#include "edge/buckets.h"

namespace kiemkring::edge {

class FrameWatch {
public:
    enum class Verdict { fine, too_many_frames, too_many_pings, binary };

    /// Follows the next bytes. After anything but `fine` it must not be asked again.
    [[nodiscard]] Verdict see(std::span<const std::uint8_t> bytes, Moment now);

    /// Since when a message, or the head of a frame, has been under way; empty moment: nothing is.
    [[nodiscard]] Moment under_way_since() const { return since_; }

private:
    [[nodiscard]] Verdict head_is_complete(Moment now);

    // Frames of data: what the message rate allows, with room for fragments of large messages.
    TokenBucket frames_{100, 50};
    TokenBucket pings_{10, 1};
    std::uint8_t head_[14]{};
    std::size_t head_bytes_{}, head_wanted_{2};
    std::uint64_t payload_left_{};
    bool in_message_{}, is_data_{};
    bool final_{};
    Moment since_{};
};

}  // namespace kiemkring::edge
