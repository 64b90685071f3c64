// Reads the frames that a client sends (RFC 6455), with the budgets that keep floods of small ones away. Knows no sockets, and
// keeps no memory while nothing is half read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "edge/buckets.h"

namespace kiemkring::edge {

class FrameReader {
public:
    /// A whole message of valid UTF-8.
    struct Text { std::string_view text; };
    struct Ping { std::string_view payload; };
    /// The client says goodbye; 1000 when it named no code.
    struct Goodbye { std::uint16_t code; };
    /// The code to close with.
    struct Violation { std::uint16_t code; std::string_view what; };
    using Said = std::variant<Text, Ping, Goodbye, Violation>;

    explicit FrameReader(std::size_t message_bytes_max) : message_bytes_max_{message_bytes_max} {}
    void message_bytes_max(std::size_t bytes) { message_bytes_max_ = bytes; }

    /// Takes from the front of `bytes` what completes one thing said; nothing when all bytes were taken and nothing is complete.
    /// Changes the bytes (they arrive masked); views hold until they go away, or until the next call. After Goodbye or
    /// Violation it must not be asked again.
    [[nodiscard]] std::optional<Said> next(std::span<std::uint8_t>& bytes, Moment now);

    /// Since when a message, or the head of a frame, has been under way; empty moment: nothing is.
    [[nodiscard]] Moment under_way_since() const { return since_; }

private:
    enum Opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

    [[nodiscard]] bool take_head(std::span<std::uint8_t>& bytes);
    [[nodiscard]] std::optional<Violation> open_frame(Moment now);
    [[nodiscard]] std::optional<Violation> check_length(std::uint8_t length);
    [[nodiscard]] std::optional<Said> take_payload(std::span<std::uint8_t>& bytes);
    [[nodiscard]] std::optional<Said> frame_is_complete(std::string_view payload);
    void unmask(std::span<std::uint8_t> bytes);
    [[nodiscard]] bool is_control() const { return opcode_ >= close; }

    // Frames of data: what the message rate allows, with room for fragments of large messages.
    TokenBucket frames_{100, 50};
    TokenBucket control_frames_{10, 1};
    std::size_t message_bytes_max_;

    std::uint8_t head_[14]{}, head_bytes_{}, head_wanted_{2};
    std::uint8_t mask_[4]{}, mask_at_{};
    Opcode opcode_{};
    bool in_payload_{}, is_final_{}, in_message_{};
    std::uint64_t payload_left_{};
    std::string message_;   ///< of a message under way: what arrived of it
    std::string control_;   ///< of a control frame under way
    Moment since_{};
};

}  // namespace kiemkring::edge
