#include "edge/outbox.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <memory>

namespace kiemkring::edge {

namespace {

constexpr std::uint8_t text_frame = 1, close_frame = 8, pong_frame = 10;
constexpr std::size_t frames_per_call = 32, head_bytes_max = 10;

std::size_t head_bytes(std::size_t payload) { return payload < 126 ? 2 : payload < 65'536 ? 4 : 10; }

void write_head(std::uint8_t* into, std::uint8_t opcode, std::size_t payload) {
    const auto size = head_bytes(payload);
    into[0] = 0x80 | opcode;
    into[1] = static_cast<std::uint8_t>(size == 2 ? payload : size == 4 ? 126 : 127);
    for (std::size_t i = size; i > 2; --i, payload >>= 8) into[i - 1] = static_cast<std::uint8_t>(payload);
}

}  // namespace

void Outbox::text(live::Frame text) { add(text_frame, std::move(text)); }

void Outbox::pong(std::string_view payload) { add(pong_frame, std::make_shared<const std::string>(payload)); }

void Outbox::close(std::uint16_t code, std::string_view reason) {
    std::string payload{static_cast<char>(code >> 8), static_cast<char>(code)};
    payload += reason;
    add(close_frame, std::make_shared<const std::string>(std::move(payload)));
}

void Outbox::add(std::uint8_t opcode, live::Frame payload) {
    bytes_ += payload->size();
    waiting_.push_back({std::move(payload), opcode});
}

void Outbox::drop_waiting() {
    while (waiting_.size() > (first_left_ > 0 ? 1 : 0)) {
        bytes_ -= waiting_.back().payload->size();
        waiting_.pop_back();
    }
}

Outbox::Written Outbox::write(int socket, Moment now) {
    while (!waiting_.empty()) {
        std::array<std::uint8_t, frames_per_call * head_bytes_max> heads;
        std::array<iovec, 2 * frames_per_call> parts;
        std::size_t count = 0, wanted = 0;
        for (std::size_t i = 0; i < waiting_.size() && i < frames_per_call; ++i) {
            const auto& [payload, opcode] = waiting_[i];
            auto* head = heads.data() + i * head_bytes_max;
            write_head(head, opcode, payload->size());
            parts[count++] = {head, head_bytes(payload->size())};
            // The kernel only reads from it.
            parts[count++] = {const_cast<char*>(payload->data()), payload->size()};
        }
        auto skip = first_left_;
        for (std::size_t i = 0; i < 2 && skip > 0; ++i) {
            const auto part = std::min(skip, parts[i].iov_len);
            parts[i].iov_base = static_cast<char*>(parts[i].iov_base) + part;
            parts[i].iov_len -= part;
            skip -= part;
        }
        for (std::size_t i = 0; i < count; ++i) wanted += parts[i].iov_len;

        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = count;
        const auto taken = ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (taken < 0 && errno == EINTR) continue;
        if (taken < 0 && errno != EAGAIN && errno != EWOULDBLOCK) return Written::nothing_more;
        if (taken > 0) have_left(static_cast<std::size_t>(taken), now);
        if (taken < 0 || static_cast<std::size_t>(taken) < wanted) {
            if (stuck_since_ == Moment{}) stuck_since_ = now;
            return Written::part;
        }
    }
    return Written::everything;
}

void Outbox::have_left(std::size_t bytes, Moment now) {
    std::size_t whole = 0;
    for (; whole < waiting_.size(); ++whole) {
        const auto payload = waiting_[whole].payload->size();
        const auto rest = head_bytes(payload) + payload - first_left_;
        if (bytes < rest) break;
        bytes -= rest;
        bytes_ -= payload;
        first_left_ = 0;
    }
    first_left_ += bytes;
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(whole));
    if (waiting_.empty()) stuck_since_ = {};
    else if (whole > 0 && stuck_since_ != Moment{}) stuck_since_ = now;
    if (waiting_.empty() && waiting_.capacity() > frames_per_call) waiting_.shrink_to_fit();
}

}  // namespace kiemkring::edge
