#include "edge/frame_reader.h"

#include <algorithm>

#include "wire/text.h"

namespace kiemkring::edge {

namespace {

constexpr std::size_t control_bytes_max = 125;

/// RFC 6455, 7.4, and the codes that IANA registered since.
bool may_close_with(unsigned code) {
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

std::string_view as_text(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

FrameReader::Said goodbye(std::string_view payload) {
    if (payload.empty()) return FrameReader::Goodbye{1000};
    if (payload.size() == 1) return FrameReader::Violation{1002, "half a close code"};
    const auto code = static_cast<unsigned>(static_cast<std::uint8_t>(payload[0]) << 8 | static_cast<std::uint8_t>(payload[1]));
    if (!may_close_with(code)) return FrameReader::Violation{1002, "not a close code"};
    if (!wire::is_utf8(payload.substr(2))) return FrameReader::Violation{1007, "not UTF-8"};
    return FrameReader::Goodbye{static_cast<std::uint16_t>(code)};
}

}  // namespace

std::optional<FrameReader::Said> FrameReader::next(std::span<std::uint8_t>& bytes, Moment now) {
    if (!in_message_ && !message_.empty()) std::string{}.swap(message_);  // what was handed out last, with its memory
    while (!bytes.empty()) {
        if (!in_payload_) {
            if (since_ == Moment{}) since_ = now;
            if (!take_head(bytes)) return std::nullopt;
            if (const auto wrong = open_frame(now)) return *wrong;
        }
        if (auto said = take_payload(bytes)) return said;
    }
    return std::nullopt;
}

/// Whether the head is complete.
bool FrameReader::take_head(std::span<std::uint8_t>& bytes) {
    while (!bytes.empty()) {
        head_[head_bytes_++] = bytes.front();
        bytes = bytes.subspan(1);
        if (head_bytes_ == 2) {
            const auto length = head_[1] & 0x7f;
            head_wanted_ = 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + (head_[1] & 0x80 ? 4 : 0);
        }
        if (head_bytes_ == head_wanted_) return true;
    }
    return false;
}

std::optional<FrameReader::Violation> FrameReader::open_frame(Moment now) {
    const auto opcode = static_cast<Opcode>(head_[0] & 0x0f);
    is_final_ = head_[0] & 0x80;
    if (head_[0] & 0x70) return Violation{1002, "reserved bits"};
    if (!(head_[1] & 0x80)) return Violation{1002, "not masked"};
    if (opcode == binary) return Violation{1003, "text only"};
    if (opcode > pong || (opcode > binary && opcode < close)) return Violation{1002, "unknown opcode"};
    if (opcode == continuation && !in_message_) return Violation{1002, "a continuation of nothing"};
    if (opcode == text && in_message_) return Violation{1002, "a message inside a message"};
    opcode_ = opcode;
    if (is_control() && !is_final_) return Violation{1002, "a control frame in parts"};
    if (auto wrong = check_length(head_[1] & 0x7f)) return wrong;
    if (!(is_control() ? control_frames_ : frames_).take(now)) return Violation{1008, "too many frames"};

    std::copy_n(head_ + head_wanted_ - 4, 4, mask_);
    mask_at_ = 0;
    head_bytes_ = 0;
    head_wanted_ = 2;
    in_payload_ = true;
    if (is_control()) control_.clear();
    else in_message_ = true;
    return std::nullopt;
}

std::optional<FrameReader::Violation> FrameReader::check_length(std::uint8_t length) {
    payload_left_ = length;
    if (length >= 126) {
        if (is_control()) return Violation{1002, "a long control frame"};
        payload_left_ = 0;
        for (std::size_t i = 2; i < (length == 126 ? 4U : 10U); ++i) payload_left_ = payload_left_ << 8 | head_[i];
        if (payload_left_ < (length == 126 ? 126U : 65'536U)) return Violation{1002, "a length longer than it needs"};
    }
    static_assert(control_bytes_max < 126);
    if (!is_control() && payload_left_ > message_bytes_max_ - std::min(message_bytes_max_, message_.size()))
        return Violation{1009, "too large"};
    return std::nullopt;
}

std::optional<FrameReader::Said> FrameReader::take_payload(std::span<std::uint8_t>& bytes) {
    const auto part = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(payload_left_, bytes.size())));
    bytes = bytes.subspan(part.size());
    payload_left_ -= part.size();
    unmask(part);

    auto& kept = is_control() ? control_ : message_;
    if (payload_left_ > 0 || !is_final_) {
        kept += as_text(part);
        if (payload_left_ == 0) in_payload_ = false;
        return std::nullopt;
    }
    in_payload_ = false;
    if (kept.empty()) return frame_is_complete(as_text(part));  // all of it stands in these bytes
    kept += as_text(part);
    return frame_is_complete(kept);
}

std::optional<FrameReader::Said> FrameReader::frame_is_complete(std::string_view payload) {
    if (!is_control()) in_message_ = false;
    if (!in_message_) since_ = {};
    switch (opcode_) {
        case ping: return Ping{payload};
        case pong: return std::nullopt;
        case close: return goodbye(payload);
        case continuation: case text: case binary: break;
    }
    if (!wire::is_utf8(payload)) return Violation{1007, "not UTF-8"};
    return Text{payload};
}

void FrameReader::unmask(std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) byte ^= mask_[mask_at_++ % 4];
}

}  // namespace kiemkring::edge
