#include "cli/local_server.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstring>

#include <fmt/format.h>

namespace kiemkring::cli {
namespace {

struct Descriptor {
    int number;
    ~Descriptor() { ::close(number); }
};

bool write_all(int socket, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string read_all(int socket) {
    std::string text;
    char chunk[64 * 1024];
    while (true) {
        const auto got = ::recv(socket, chunk, sizeof chunk, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return text;
        text.append(chunk, static_cast<std::size_t>(got));
    }
}

}  // namespace

std::expected<LocalAnswer, LocalTrouble> ask_local_server(const std::filesystem::path& path, std::string_view method,
                                                          std::string_view target, std::string_view body) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.native().size() >= sizeof address.sun_path) return std::unexpected(LocalTrouble::nobody_there);
    std::memcpy(address.sun_path, path.c_str(), path.native().size());
    const Descriptor socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (socket.number < 0 || ::connect(socket.number, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return std::unexpected(LocalTrouble::nobody_there);
    const timeval patience{60, 0};
    ::setsockopt(socket.number, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);

    const auto head = fmt::format(
        "{} {} HTTP/1.1\r\nHost: local\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        method, target, body.size());
    if (!write_all(socket.number, head) || !write_all(socket.number, body)) return std::unexpected(LocalTrouble::broken);

    const std::string answer = read_all(socket.number);
    const auto end = answer.find("\r\n\r\n");
    if (!answer.starts_with("HTTP/1.1 ") || end == std::string::npos) return std::unexpected(LocalTrouble::broken);
    LocalAnswer read;
    std::from_chars(answer.data() + 9, answer.data() + 12, read.status);
    read.body = answer.substr(end + 4);
    const auto announced = answer.find("Content-Length: ");
    std::size_t length = 0;
    if (announced < end) std::from_chars(answer.data() + announced + 16, answer.data() + end, length);
    if (read.body.size() != length) return std::unexpected(LocalTrouble::broken);
    return read;
}

}  // namespace kiemkring::cli
