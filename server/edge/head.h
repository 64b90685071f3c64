// Reads the head of a request more strictly than Beast 1.81 does, which lets folded headers, several Hosts and unknown
// transfer codings through.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

#include "edge/http.h"

namespace kiemkring::edge {

inline constexpr std::size_t head_bytes_max = 8 * 1024;

/// `text` is everything up to and with the empty line. The error is the answer to give, followed by a close.
[[nodiscard]] std::expected<RequestHead, Response> read_head(std::string_view text);

/// How long the body is said to be; empty when it comes in chunks. Only for a head that was read without error.
[[nodiscard]] std::optional<std::uint64_t> body_length(const RequestHead& head);

}  // namespace kiemkring::edge
