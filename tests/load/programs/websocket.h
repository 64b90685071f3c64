// The little of RFC 6455 that a floor server and a load generator need: text frames, whole, and the
// upgrade.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace load {

inline constexpr unsigned opcode_text = 1, opcode_close = 8, opcode_ping = 9, opcode_pong = 10;

struct Frame {
    unsigned opcode{};
    std::string_view payload;  ///< points into the bytes it was read from
    std::size_t size{};        ///< of the whole frame
};

/// The frame that `bytes` begin with, unmasked in place; nothing while it is not whole.
[[nodiscard]] std::optional<Frame> read_frame(char* bytes, std::size_t size);

void append_frame(std::string& to, std::string_view payload, unsigned opcode = opcode_text);
/// As a client must: masked, here with a mask of zeros.
void append_masked_frame(std::string& to, std::string_view payload, unsigned opcode = opcode_text);

/// What the server must say to a Sec-WebSocket-Key.
[[nodiscard]] std::string accept_of(std::string_view key);

}  // namespace load
