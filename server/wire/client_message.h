// What clients send over the WebSocket, from text. The last place that sees JSON on the way in.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <variant>

#include "domain/refusal.h"
#include "domain/session/command.h"

namespace kiemkring::wire {

struct HelloMessage {
    std::string token, client;
    std::string epoch;  ///< empty when the client has nothing yet
    std::uint64_t have_audience{}, have_me{};
    bool operator==(const HelloMessage&) const = default;
};

struct BeatMessage {
    bool operator==(const BeatMessage&) const = default;
};

/// Texts are trimmed and within their limits, numbers within those of the schema.
struct CommandMessage {
    std::uint64_t n{};
    std::uint64_t content{};  ///< hash of op, args and seat as sent, to know a reused number
    domain::Command command;
    domain::PersonId paper_seat;  ///< for which it is said, else 0
    bool operator==(const CommandMessage&) const = default;
};

using ClientMessage = std::variant<HelloMessage, BeatMessage, CommandMessage>;

/// Why a message is no ClientMessage. With a sound envelope (`n` is not 0) the refusal is the final answer to this n;
/// `bad_json` and `bad_envelope` are passing and answer no number that counts.
struct BadMessage {
    domain::Reason reason{};
    std::uint64_t n{};        ///< 0 when unknown
    std::uint64_t content{};  ///< as in CommandMessage
    std::string where;        ///< which member and why, for logs and tests; never holds what was sent
};

/// Depth 8 at most; never recurses over the text, never throws on any input.
[[nodiscard]] std::expected<ClientMessage, BadMessage> read_client_message(std::string_view text);

/// The other way round, for clients in C++: simulated phones, rehearsal, load.
[[nodiscard]] std::string encode_hello(const HelloMessage& hello);
[[nodiscard]] std::string encode_command(std::uint64_t n, const domain::Command& command, domain::PersonId paper_seat = {});

}  // namespace kiemkring::wire
