// What is said on one WebSocket: hello, commands, and what happens to somebody who keeps breaking the rules. Knows no
// sockets.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"
#include "edge/buckets.h"
#include "live/hub.h"
#include "live/member.h"

namespace kiemkring::edge {

class Conversation {
public:
    static constexpr std::size_t message_bytes_max = 16 * 1024, facilitator_message_bytes_max = 64 * 1024;

    /// `connection` sends and closes; it outlives the conversation.
    Conversation(live::Hub& hub, live::Member& connection, const base::Clock& clock);
    ~Conversation();
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    /// A whole message, UTF-8. Not after close() was called on the connection.
    void text(std::string_view message, Moment now);
    /// The time for saying hello is over.
    void no_hello();
    /// Sends a beat.
    void beat();

    /// Whoever said hello with a token we know.
    [[nodiscard]] bool is_authenticated() const { return role_.has_value(); }
    [[nodiscard]] std::size_t bytes_max() const {
        return role_ == live::Role::facilitator ? facilitator_message_bytes_max : message_bytes_max;
    }

private:
    void hello(live::Hello hello);
    void fail(std::uint16_t code, std::string_view word);
    void say(std::string text);
    [[nodiscard]] domain::Asker::Role asker_role() const;
    [[nodiscard]] const char* role_name() const;

    live::Hub& hub_;
    live::Member& connection_;
    const base::Clock& clock_;
    live::Hub::ConnectionId id_{};
    std::optional<live::Role> role_;
    TokenBucket messages_{20, 5};
    Breaches rate_breaches_{3, milliseconds{10'000}};
    Breaches unreadable_{3, milliseconds{10'000}};
};

}  // namespace kiemkring::edge
