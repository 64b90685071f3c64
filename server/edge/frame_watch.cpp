#include "edge/frame_watch.h"

#include <algorithm>

namespace kiemkring::edge {

FrameWatch::Verdict FrameWatch::see(std::span<const std::uint8_t> bytes, Moment now) {
    while (!bytes.empty()) {
        if (payload_left_ > 0) {
            const auto taken = std::min<std::uint64_t>(payload_left_, bytes.size());
            payload_left_ -= taken;
            bytes = bytes.subspan(static_cast<std::size_t>(taken));
        } else {
            if (since_ == Moment{}) since_ = now;
            head_[head_bytes_++] = bytes.front();
            bytes = bytes.subspan(1);
            if (head_bytes_ == 2) {
                const auto length = head_[1] & 0x7f;
                head_wanted_ = 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + (head_[1] & 0x80 ? 4 : 0);
            }
            if (head_bytes_ < head_wanted_) continue;
            if (const auto verdict = head_is_complete(now); verdict != Verdict::fine) return verdict;
        }
        if (payload_left_ == 0) {
            if (is_data_ && final_) in_message_ = false;
            if (!in_message_) since_ = {};
        }
    }
    return Verdict::fine;
}

FrameWatch::Verdict FrameWatch::head_is_complete(Moment now) {
    const auto opcode = head_[0] & 0x0f;
    const auto length = head_[1] & 0x7f;
    payload_left_ = static_cast<std::uint64_t>(length);
    if (length >= 126) {
        payload_left_ = 0;
        for (std::size_t i = 0; i < (length == 126 ? 2U : 8U); ++i) payload_left_ = payload_left_ << 8 | head_[2 + i];
    }
    head_bytes_ = 0;
    head_wanted_ = 2;
    final_ = head_[0] & 0x80;
    is_data_ = opcode < 8;
    if (is_data_) in_message_ = true;

    if (opcode == 2) return Verdict::binary;
    if (is_data_ && !frames_.take(now)) return Verdict::too_many_frames;
    if (opcode == 9 && !pings_.take(now)) return Verdict::too_many_pings;
    return Verdict::fine;
}

}  // namespace kiemkring::edge
