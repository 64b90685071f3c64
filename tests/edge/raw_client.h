// A client that decides every byte itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiemkring::test {

using std::chrono::milliseconds;
inline constexpr milliseconds patience{5'000};

struct Answer {
    int status{};  ///< 0: the connection closed without one
    std::multimap<std::string, std::string> fields;  ///< names in lower case
    std::string body;

    [[nodiscard]] std::string field(const std::string& name) const {
        const auto found = fields.find(name);
        return found == fields.end() ? std::string{} : found->second;
    }
};

class RawClient {
public:
    /// With `receive_bytes` the kernel keeps no more than that for us (0: as much as it likes).
    explicit RawClient(std::uint16_t port, const char* from = "127.0.0.1", int receive_bytes = 0);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void send(std::string_view bytes);
    /// One whole answer; status 0 when the server closed or said nothing in time.
    Answer answer(bool to_head = false, milliseconds time = patience);
    /// Whether the server closes within the time; what it still says is thrown away.
    bool is_closed_within(milliseconds time);
    /// Bytes that came and were not read yet, waiting for at least `count` of them; fewer at the end.
    std::string read(std::size_t count, milliseconds time = patience);
    /// Leaves without a goodbye.
    void abort();

private:
    bool receive(std::chrono::steady_clock::time_point until);
    int socket_;
    std::string input_;
};

/// A frame of a WebSocket, as the server sends it.
struct Said {
    int opcode{-1};  ///< -1: closed or nothing in time
    std::string payload;
    [[nodiscard]] int close_code() const {
        if (opcode != 8) return -1;
        return payload.size() < 2 ? 1005
                                  : (static_cast<unsigned char>(payload[0]) << 8 | static_cast<unsigned char>(payload[1]));
    }
};

/// The bytes of a masked frame.
std::string frame(int opcode, std::string_view payload, bool final = true, int reserved = 0);

class WebSocketClient {
public:
    /// Shakes hands; throws when that does not end in 101.
    WebSocketClient(std::uint16_t port, const std::string& host, const std::string& origin, int receive_bytes = 0);

    RawClient& raw() { return raw_; }
    void send(std::string_view text) { raw_.send(frame(1, text)); }
    /// The next frame, pongs included.
    Said said(milliseconds time = patience);
    /// The next text that holds `part`; other texts are skipped. Empty when there is none.
    std::string text_with(std::string_view part, milliseconds time = patience);
    /// The code the server closes with; texts before it are skipped, and kept in `skipped`.
    int close_code(milliseconds time = patience);
    std::vector<std::string> skipped;

private:
    RawClient raw_;
};

std::string upgrade_request(const std::string& host, const std::string& origin, const std::string& more = {});

}  // namespace kiemkring::test
