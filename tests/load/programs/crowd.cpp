#include "crowd.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <random>

#include "websocket.h"

namespace load {
namespace {

constexpr std::string_view key = "dGhlIHNhbXBsZSBub25jZQ==";  // the same for all: nobody caches here
constexpr std::size_t input_bytes = 1 << 20;
constexpr Nanos late_connect = 900'000'000;  // a SYN that was dropped comes again after a second
constexpr std::size_t phones_per_address = 5'000;

std::string random_client() {
    static std::mt19937_64 dice{std::random_device{}()};
    char text[33];
    std::snprintf(text, sizeof text, "%016lx%016lx", static_cast<unsigned long>(dice()),
                  static_cast<unsigned long>(dice()));
    return text;
}

std::uint32_t micros_since(Nanos then) {
    return static_cast<std::uint32_t>((now() - then) / 1'000);
}

}  // namespace

Crowd::Crowd(World& world, Options options)
    : world_(world),
      options_(std::move(options)),
      poll_(epoll_create1(0)),
      phones_(world.phones.size()),
      input_(input_bytes) {
    for (std::size_t i = 0; i < phones_.size(); ++i) {
        auto& phone = phones_[i];
        phone.room = world.phones[i].room;
        phone.seat = world.phones[i].seat;
        phone.client = random_client();
        phone.ear = Ear{authors()};
    }
}

Crowd::~Crowd() {
    for (auto& phone : phones_)
        if (phone.socket >= 0) ::close(phone.socket);
    ::close(poll_);
}

void Crowd::come_in(std::size_t at_once) {
    at_once_ = at_once;
    next_down_ = 0;
}

void Crowd::drop_everybody() {
    for (auto& phone : phones_) {
        if (phone.socket < 0) continue;
        const linger reset{1, 0};
        setsockopt(phone.socket, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        ::close(phone.socket);
        phone.socket = -1;
        phone.state = Phone::State::down;
        phone.unread.clear();
    }
    ready_ = under_way_ = 0;
}

void Crowd::connect(Phone& phone) {
    phone.socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (phone.socket < 0) give_up("no descriptor for phone " + std::to_string(&phone - phones_.data()));
    const int yes = 1;
    setsockopt(phone.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    setsockopt(phone.socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    const auto group = static_cast<std::uint32_t>(&phone - phones_.data()) / phones_per_address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK + group);
    if (bind(phone.socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        give_up("cannot bind");
    address.sin_port = htons(options_.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    phone.connecting_since = now();
    phone.state = Phone::State::connecting;
    ++under_way_;
    if (::connect(phone.socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 &&
        errno != EINPROGRESS)
        give_up(std::string{"cannot connect: "} + std::strerror(errno));
    watch(phone, EPOLLOUT, true);
}

void Crowd::watch(Phone& phone, std::uint32_t events, bool is_new) {
    epoll_event event{};
    event.events = events;
    event.data.u32 = static_cast<std::uint32_t>(&phone - phones_.data());
    epoll_ctl(poll_, is_new ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, phone.socket, &event);
}

void Crowd::is_connected(Phone& phone) {
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(phone.socket, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) return lost(phone);
    if (now() - phone.connecting_since > late_connect) ++late_connects;
    watch(phone, EPOLLIN, false);
    phone.state = Phone::State::upgrading;
    const auto host = "127.0.0.1:" + std::to_string(options_.port);
    const std::string path = options_.socket_io ? "/socket.io/?EIO=4&transport=websocket" : "/ws";
    send(phone, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
                    "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
                    "13\r\nSec-WebSocket-Key: " +
                    std::string{key} + "\r\n\r\n");
}

void Crowd::greet(Phone& phone) {
    phone.state = Phone::State::greeting;
    phone.has_audience = phone.has_me = false;
    phone.greeted_at = now();
    phone.messages.take(phone.greeted_at);
    say(phone, R"({"type":"hello","protocol":1,"token":")" +
                   world_.phones[&phone - phones_.data()].token + R"(","client":")" + phone.client +
                   "\"}");
}

void Crowd::turn(Nanos until) {
    while (next_down_ < phones_.size() && under_way_ < at_once_) {
        auto& phone = phones_[next_down_++];
        if (phone.state == Phone::State::down) connect(phone);
    }
    epoll_event events[512];
    int count = 0;
    auto at = now();
    if (stays_awake) {
        do count = epoll_wait(poll_, events, 512, 0);
        while (count <= 0 && (at = now()) < until);
    } else {
        const auto left = std::max<Nanos>(0, until - at);
        const timespec wait{left / 1'000'000'000, left % 1'000'000'000};
        count = epoll_pwait2(poll_, events, 512, &wait, nullptr);
        at = now();
    }
    for (int i = 0; i < count; ++i) {
        auto& phone = phones_[events[i].data.u32];
        if (phone.socket < 0) continue;
        if (phone.state == Phone::State::connecting)
            is_connected(phone);
        else
            read(phone);
    }
    if (count > 0) busy += now() - at;
}

void Crowd::read(Phone& phone) {
    std::size_t size = phone.unread.size();
    if (size > 0) std::memcpy(input_.data(), phone.unread.data(), size);
    const auto got = recv(phone.socket, input_.data() + size, input_.size() - size, 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) return lost(phone);
    size += static_cast<std::size_t>(got);
    bytes += static_cast<std::uint64_t>(got);

    std::size_t at = 0;
    if (phone.state == Phone::State::upgrading) {
        const std::string_view text{input_.data(), size};
        const auto end = text.find("\r\n\r\n");
        if (end != std::string_view::npos) {
            static const auto accept = accept_of(key);
            if (!text.starts_with("HTTP/1.1 101") || text.find(accept) == std::string_view::npos)
                give_up("no upgrade: " + std::string{text.substr(0, 300)});
            at = end + 4;
            phone.state = Phone::State::opening;
            if (!options_.socket_io) greet(phone);
        }
    }
    if (phone.state != Phone::State::upgrading)
        while (const auto frame = read_frame(input_.data() + at, size - at)) {
            at += frame->size;
            if (frame->opcode == opcode_text)
                take(phone, frame->payload);
            else if (frame->opcode == opcode_close)
                return lost(phone);
            if (phone.socket < 0) return;
        }
    phone.unread.assign(input_.data() + at, size - at);
    if (phone.unread.empty() && phone.unread.capacity() > 4096) phone.unread = {};
}

void Crowd::lost(Phone& phone) {
    ++findings.closed;
    if (phone.state == Phone::State::ready)
        --ready_;
    else
        --under_way_;
    ::close(phone.socket);
    phone.socket = -1;
    phone.state = Phone::State::down;
    phone.unread.clear();
}

void Crowd::take(Phone& phone, std::string_view message) {
    ++frames;
    if (options_.socket_io) {
        if (message.starts_with("42")) {
            message.remove_prefix(message.find('{'));
        } else {
            if (message == "2")
                send(phone, [] {
                    std::string pong;
                    append_masked_frame(pong, "3");
                    return pong;
                }());
            if (message.starts_with("0"))
                send(phone, [] {
                    std::string join;
                    append_masked_frame(join, "40");
                    return join;
                }());
            if (message.starts_with("40")) greet(phone);
            return;
        }
    }
    constexpr std::string_view type = R"("type":")";
    const auto at = message.find(type);
    const auto rest =
        at == std::string_view::npos ? std::string_view{} : message.substr(at + type.size());
    if (rest.starts_with("changes\"")) return take_changes(phone, message);
    if (rest.starts_with("answer\"")) return take_answer(phone, message);
    if (rest.starts_with("welcome\"")) {
        if (number_of(message, R"("next_n":)") != phone.n + 1) ++findings.answers;
        return;
    }
    if (rest.starts_with("error\"")) give_up("the server said " + std::string{message});
}

void Crowd::take_changes(Phone& phone, std::string_view message) {
    const auto head = message.substr(0, 160);
    const auto from = number_of(head, R"("from":)"), to = number_of(head, R"("to":)");
    if (head.find(R"("audience":"me")") != std::string_view::npos) {
        if (from == 0)
            phone.has_me = true;
        else if (from != phone.me_version)
            ++findings.out_of_order;
        phone.me_version = to;
        return look_whether_ready(phone);
    }

    const bool chain_holds = phone.ear.chain(from, to);
    bool is_repeat = false;
    std::size_t found = 0;
    for (auto at = message.find(mark); at != std::string_view::npos; at = message.find(mark, at + 12)) {
        const auto edit = read_edit(message.data() + at + mark.size());
        if (edit.seat >= authors()) continue;  // an idea that only stands there
        ++found;
        auto& author = this->phone(phone.room, edit.seat);
        if (from == 0) {
            phone.ear.set(edit.seat, edit.serial);
            if (&author == &phone && phone.n == 0)
                phone.serial = edit.serial;  // where an earlier run ended
            if (author.n > 0 && edit.serial < author.serial - (author.is_answered ? 0 : 1))
                ++findings.snapshots;
            continue;
        }
        if (edit.serial == 0) continue;  // being written, while the world is made
        if (phone.ear.hear(edit.seat, edit.serial) == Ear::Heard::again) {
            // Without a break of the chain before it, only a frame that came twice says something
            // again.
            is_repeat = true;
            ++findings.doubled;
            continue;
        }
        ++deliveries;
        if (&author == &phone && !author.is_answered) ++findings.answers;
        if (edit.serial == author.serial && author.missing > 0 && --author.missing == 0)
            complete_one(author);
    }
    if (!chain_holds && !is_repeat) ++findings.out_of_order;
    if (from == 0) {
        if (found < authors() && phone.n > 0) ++findings.snapshots;
        phone.has_audience = true;
        look_whether_ready(phone);
    }
}

void Crowd::look_whether_ready(Phone& phone) {
    if (phone.state != Phone::State::greeting || !phone.has_audience || !phone.has_me) return;
    phone.state = Phone::State::ready;
    phone.said_at = now();
    phone.ear.begin_again();
    ++ready_;
    --under_way_;
}

void Crowd::take_answer(Phone& phone, std::string_view message) {
    const auto n = number_of(message, R"("n":)");
    if (message.find(R"("ok":true)") == std::string_view::npos) {
        ++findings.answers;
        if (findings.answers == 1)
            fprintf(stderr, "refused: %.*s\n", static_cast<int>(message.size()), message.data());
    }
    if (n != phone.n || phone.is_answered) {
        ++findings.answers;
        return;
    }
    phone.is_answered = true;
    if (on_made) return on_made(phone, number_of(message, R"("id":)"));
    if (is_timing) answer_micros.push_back(micros_since(phone.meant_at));
    if (phone.missing == 0) complete_one(phone);
}

void Crowd::complete_one(Phone& author) {
    if (author.is_busy()) return;
    if (is_timing) all_micros.push_back(micros_since(author.meant_at));
    if (on_complete) on_complete(author);
}

void Crowd::edit(Phone& phone, Nanos meant_at) {
    const auto idea = world_.phones[&phone - phones_.data()].idea;
    ++phone.serial;
    phone.is_answered = false;
    phone.missing = world_.seats;
    phone.meant_at = meant_at;
    char command[400];
    const int size = std::snprintf(
        command, sizeof command,
        R"({"type":"command","n":%lu,"op":"edit_idea","args":{"idea":%u,"text":"%s","explanation":"%s"}})",
        static_cast<unsigned long>(++phone.n), idea, idea_text(phone.seat, phone.serial).c_str(),
        explanation.data());
    say(phone, {command, static_cast<std::size_t>(size)});
}

void Crowd::submit(Phone& phone, unsigned number) {
    // An idea that is edited later begins as its edit number 0; the others only stand there, under a
    // seat nobody has.
    const auto text =
        number == 0 ? idea_text(phone.seat, 0) : idea_text(99, phone.seat * 1000 + number);
    phone.is_answered = false;
    say(phone, R"({"type":"command","n":)" + std::to_string(++phone.n) +
                   R"(,"op":"submit_idea","args":{"text":")" + text + R"(","explanation":")" +
                   std::string{explanation} + "\"}}");
}

void Crowd::beat() {
    constexpr Nanos every = 9'000'000'000;
    const auto at = now();
    if (at < beats_at_) return;
    beats_at_ = at + 10'000'000;
    const auto end = std::min(phones_.size(), beats_from_ + 200);
    for (; beats_from_ < end; ++beats_from_) {
        auto& phone = phones_[beats_from_];
        if (phone.state != Phone::State::ready || at - phone.said_at < every ||
            !phone.messages.take(at))
            continue;
        say(phone, R"({"type":"beat"})");
    }
    if (beats_from_ == phones_.size()) beats_from_ = 0;
}

void Crowd::say(Phone& phone, std::string_view message) {
    static std::string bytes;
    bytes.clear();
    if (options_.socket_io)
        append_masked_frame(bytes, "42[\"m\"," + std::string{message} + "]");
    else
        append_masked_frame(bytes, message);
    phone.said_at = now();
    send(phone, bytes);
}

void Crowd::send(Phone& phone, std::string_view bytes) {
    const auto sent = ::send(phone.socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent == static_cast<ssize_t>(bytes.size())) return;
    if (sent < 0 && (errno == EPIPE || errno == ECONNRESET)) return;  // read() will find that out
    give_up("the server does not read what a phone says");
}

void Crowd::settle() {
    for (auto& phone : phones_) {
        findings.lost += phone.missing;
        if (!phone.is_answered) ++findings.answers;
        phone.missing = 0;
        phone.is_answered = true;
        if (phone.ear.order() != this->phone(phone.room, 0).ear.order()) ++findings.out_of_order;
    }
}

}  // namespace load
