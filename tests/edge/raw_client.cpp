#include "edge/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace kiemkring::test {
namespace {

using Clock = std::chrono::steady_clock;

sockaddr_in loopback(const char* address, std::uint16_t port) {
    sockaddr_in endpoint{};
    endpoint.sin_family = AF_INET;
    endpoint.sin_port = htons(port);
    inet_pton(AF_INET, address, &endpoint.sin_addr);
    return endpoint;
}

}  // namespace

RawClient::RawClient(std::uint16_t port, const char* from, int receive_bytes)
    : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    const auto own = loopback(from, 0);
    const auto server = loopback("127.0.0.1", port);
    if (receive_bytes > 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
    if (socket_ < 0 || ::bind(socket_, reinterpret_cast<const sockaddr*>(&own), sizeof own) != 0 ||
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&server), sizeof server) != 0)
        throw std::runtime_error("cannot connect");
}

RawClient::~RawClient() {
    if (socket_ >= 0) ::close(socket_);
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_{std::exchange(other.socket_, -1)}, input_{std::move(other.input_)} {}

void RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;  // the server closed: the answer says why
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool RawClient::receive(Clock::time_point until) {
    const auto left = std::chrono::duration_cast<milliseconds>(until - Clock::now());
    pollfd wanted{socket_, POLLIN, 0};
    if (::poll(&wanted, 1, static_cast<int>(std::max<std::int64_t>(0, left.count()))) <= 0) return false;
    char chunk[16 * 1024];
    const auto got = ::recv(socket_, chunk, sizeof chunk, 0);
    if (got <= 0) return false;
    input_.append(chunk, static_cast<std::size_t>(got));
    return true;
}

Answer RawClient::answer(bool to_head, milliseconds time) {
    const auto until = Clock::now() + time;
    std::size_t end;
    while ((end = input_.find("\r\n\r\n")) == std::string::npos)
        if (!receive(until)) return {};
    Answer answer;
    answer.status = std::stoi(input_.substr(9, 3));
    for (std::size_t at = input_.find("\r\n") + 2; at < end;) {
        const auto stop = input_.find("\r\n", at);
        const auto colon = input_.find(':', at);
        std::string name = input_.substr(at, colon - at);
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        answer.fields.emplace(name, input_.substr(colon + 2, stop - colon - 2));
        at = stop + 2;
    }
    input_.erase(0, end + 4);
    const auto length = answer.field("content-length");
    if (!to_head && !length.empty()) answer.body = read(std::stoul(length), time);
    return answer;
}

bool RawClient::is_closed_within(milliseconds time) {
    const auto until = Clock::now() + time;
    while (Clock::now() < until) {
        pollfd wanted{socket_, POLLIN, 0};
        if (::poll(&wanted, 1, 20) <= 0) continue;
        char chunk[16 * 1024];
        if (::recv(socket_, chunk, sizeof chunk, 0) <= 0) return true;
    }
    return false;
}

std::string RawClient::read(std::size_t count, milliseconds time) {
    const auto until = Clock::now() + time;
    while (input_.size() < count && receive(until)) {}
    const auto got = std::min(count, input_.size());
    std::string bytes = input_.substr(0, got);
    input_.erase(0, got);
    return bytes;
}

void RawClient::abort() {
    const linger at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(std::exchange(socket_, -1));
}

std::string frame(int opcode, std::string_view payload, bool final, int reserved) {
    std::string bytes;
    bytes += static_cast<char>((final ? 0x80 : 0) | reserved << 4 | opcode);
    if (payload.size() < 126) bytes += static_cast<char>(0x80 | payload.size());
    else if (payload.size() < 65'536)
        bytes += static_cast<char>(0x80 | 126), bytes += static_cast<char>(payload.size() >> 8),
            bytes += static_cast<char>(payload.size() & 255);
    else {
        bytes += static_cast<char>(0x80 | 127);
        for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(payload.size() >> shift & 255);
    }
    const char mask[] = {0x1f, 0x2e, 0x3d, 0x4c};
    bytes.append(mask, 4);
    for (std::size_t i = 0; i < payload.size(); ++i) bytes += static_cast<char>(payload[i] ^ mask[i % 4]);
    return bytes;
}

std::string upgrade_request(const std::string& host, const std::string& origin, const std::string& more) {
    return "GET /ws HTTP/1.1\r\nHost: " + host + "\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n" +
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
           (origin.empty() ? "" : "Origin: " + origin + "\r\n") + more + "\r\n";
}

WebSocketClient::WebSocketClient(std::uint16_t port, const std::string& host, const std::string& origin, int receive_bytes)
    : raw_{port, "127.0.0.1", receive_bytes} {
    raw_.send(upgrade_request(host, origin));
    const auto answer = raw_.answer();
    if (answer.status != 101) throw std::runtime_error("no upgrade: " + std::to_string(answer.status));
    if (answer.field("sec-websocket-accept") != "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") throw std::runtime_error("wrong accept");
}

Said WebSocketClient::said(milliseconds time) {
    const auto head = raw_.read(2, time);
    if (head.size() < 2) return {};
    std::size_t length = static_cast<unsigned char>(head[1]) & 0x7f;
    if (length >= 126) {
        const auto more = raw_.read(length == 126 ? 2 : 8, time);
        length = 0;
        for (const char byte : more) length = length << 8 | static_cast<unsigned char>(byte);
    }
    return {static_cast<unsigned char>(head[0]) & 0x0f, raw_.read(length, time)};
}

std::string WebSocketClient::text_with(std::string_view part, milliseconds time) {
    const auto until = Clock::now() + time;
    while (Clock::now() < until) {
        auto next = said(std::chrono::duration_cast<milliseconds>(until - Clock::now()));
        if (next.opcode < 0 || next.opcode == 8) return {};
        if (next.opcode == 1 && next.payload.find(part) != std::string::npos) return next.payload;
    }
    return {};
}

int WebSocketClient::close_code(milliseconds time) {
    const auto until = Clock::now() + time;
    while (Clock::now() < until) {
        auto next = said(std::chrono::duration_cast<milliseconds>(until - Clock::now()));
        if (next.opcode < 0) return -1;
        if (next.opcode == 8) return next.close_code();
        if (next.opcode == 1) skipped.push_back(next.payload);
    }
    return -1;
}

}  // namespace kiemkring::test
