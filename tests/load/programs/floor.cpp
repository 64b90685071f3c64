#include "floor.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <utility>

#include "websocket.h"

namespace load {
namespace {

constexpr std::uint32_t listener_tag = ~0u, journal_tag = ~0u - 1, signal_tag = ~0u - 2,
                        timer_tag = ~0u - 3;
constexpr std::size_t frames_per_write = 64, queue_max = 4'000;

void watch(int poll, int file, std::uint32_t tag, std::uint32_t events = EPOLLIN,
           int how = EPOLL_CTL_ADD) {
    epoll_event event{};
    event.events = events;
    event.data.u32 = tag;
    if (epoll_ctl(poll, how, file, &event) != 0) give_up("epoll_ctl");
}

std::string time_now() {
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time);
    return std::to_string(time.tv_sec * 1000 + time.tv_nsec / 1'000'000);
}

/// What stands between the quotes behind `"key":"`; none of our texts has a quote in it.
std::string_view text_of(std::string_view message, std::string_view quoted_key) {
    auto at = message.find(quoted_key);
    if (at == std::string_view::npos) return {};
    at += quoted_key.size();
    return message.substr(at, message.find('"', at) - at);
}

std::shared_ptr<const std::string> framed(std::string_view payload) {
    std::string bytes;
    bytes.reserve(payload.size() + 10);
    append_frame(bytes, payload);
    return std::make_shared<const std::string>(std::move(bytes));
}

}  // namespace

Floor::Floor(World world, std::uint16_t port, const std::string& journal, Misbehaviour misbehaviour)
    : world_(std::move(world)),
      misbehaviour_(misbehaviour),
      journal_(journal),
      rooms_(world_.rooms),
      input_(1 << 18),
      told_seats_(world_.phones.size()),
      epoch_(32, 'f') {
    for (std::uint32_t i = 0; i < world_.phones.size(); ++i) {
        const auto& seat = world_.phones[i];
        phones_[seat.token] = i;
        auto& ideas = rooms_[seat.room].ideas;
        if (seat.seat < world_.ideas)
            ideas.push_back(idea_record(seat, idea_text(seat.seat, 0), explanation));
    }
    for (auto& room : rooms_)
        while (room.ideas.size() < world_.ideas)
            room.ideas.push_back(idea_record(world_.phones[0], idea_text(99, 1000), explanation));

    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int yes = 1;
    setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        listen(listener_, 4096) != 0)
        give_up("cannot listen on " + std::to_string(port));
    poll_ = epoll_create1(EPOLL_CLOEXEC);
    watch(poll_, listener_, listener_tag);
    watch(poll_, journal_.ready(), journal_tag);
}

void Floor::run() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    const int ending = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    watch(poll_, ending, signal_tag);
    const int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    const itimerspec every_ten_seconds{{10, 0}, {10, 0}};
    timerfd_settime(timer, 0, &every_ten_seconds, nullptr);
    watch(poll_, timer, timer_tag);

    epoll_event events[512];
    for (;;) {
        const int count = epoll_wait(poll_, events, 512, -1);
        for (int i = 0; i < count; ++i) {
            const auto tag = events[i].data.u32;
            if (tag == signal_tag) return;
            if (tag == listener_tag)
                accept_all();
            else if (tag == journal_tag)
                tell_what_is_kept();
            else if (tag == timer_tag) {
                std::uint64_t ticks = 0;
                if (::read(timer, &ticks, sizeof ticks) > 0) beat();
            } else if (events[i].events & EPOLLOUT) {
                connections_[tag].is_blocked = false;
                watch(poll_, connections_[tag].socket, tag, EPOLLIN, EPOLL_CTL_MOD);
                flush(tag);
            } else {
                read(tag);
            }
        }
        if (!commands_.empty()) journal_.add(commands_);
        flush_all();
    }
}

void Floor::accept_all() {
    for (;;) {
        const int socket = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0) return;
        const int yes = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        std::uint32_t place = 0;
        if (free_places_.empty()) {
            place = static_cast<std::uint32_t>(connections_.size());
            connections_.emplace_back();
        } else {
            place = free_places_.back();
            free_places_.pop_back();
        }
        connections_[place].socket = socket;
        watch(poll_, socket, place);
    }
}

void Floor::read(std::uint32_t place) {
    auto& connection = connections_[place];
    if (connection.socket < 0) return;
    std::size_t size = connection.unread.size();
    std::memcpy(input_.data(), connection.unread.data(), size);
    const auto got = recv(connection.socket, input_.data() + size, input_.size() - size, 0);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) return close(place);
    size += static_cast<std::size_t>(got);

    std::size_t at = 0;
    if (!connection.is_upgraded && !upgrade(connection, at, size)) return;
    while (const auto frame = read_frame(input_.data() + at, size - at)) {
        at += frame->size;
        if (frame->opcode == opcode_close) return close(place);
        if (frame->opcode == opcode_text) take(place, frame->payload);
    }
    connection.unread.assign(input_.data() + at, size - at);
}

bool Floor::upgrade(Connection& connection, std::size_t& at, std::size_t size) {
    const std::string_view text{input_.data(), size};
    const auto end = text.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        connection.unread = text;
        return false;
    }
    constexpr std::string_view field = "Sec-WebSocket-Key: ";
    const auto key_at = text.find(field) + field.size();
    const auto key = text.substr(key_at, text.find('\r', key_at) - key_at);
    const auto answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
        "Upgrade\r\nSec-WebSocket-Accept: " +
        accept_of(key) + "\r\n\r\n";
    if (::send(connection.socket, answer.data(), answer.size(), MSG_NOSIGNAL) < 0) return false;
    connection.is_upgraded = true;
    at = end + 4;
    return true;
}

void Floor::take(std::uint32_t place, std::string_view message) {
    const auto& connection = connections_[place];
    if (message.starts_with(R"({"type":"hello")")) return hello(place, message);
    if (!message.starts_with(R"({"type":"command")") || connection.phone == nobody) return;
    const auto& seat = world_.phones[connection.phone];
    commands_.push_back({place, connection.serial, seat.room, seat.seat, number_of(message, R"("n":)"),
                         std::string{text_of(message, R"("text":")")},
                         std::string{text_of(message, R"("explanation":")")}});
}

void Floor::hello(std::uint32_t place, std::string_view message) {
    const auto found = phones_.find(std::string{text_of(message, R"("token":")")});
    if (found == phones_.end()) return close(place);
    connections_[place].phone = found->second;
    const auto& seat = world_.phones[found->second];
    auto& room = rooms_[seat.room];
    auto& told = told_seats_[found->second];
    room.members.push_back(place);
    told.me_version = room.version;

    queue(place, framed(R"({"type":"welcome","protocol":1,"mode":"snapshot","epoch":")" + epoch_ +
                        R"(","role":"participant","person":)" + std::to_string(seat.person) +
                        R"(,"next_n":)" + std::to_string(told.n + 1) + R"(,"now":)" + time_now() +
                        R"(,"public_url":"http://127.0.0.1:8080"})"));
    std::string put = world_.fixed_records;
    for (const auto& idea : room.ideas) {
        put += ',';
        put += idea;
    }
    queue(place, framed(changes("participant", 0, room.version, put)));
    const auto mine = me_record(seat) + ',' + my_idea_record(seat, idea_text(seat.seat, 0), "");
    queue(place, framed(changes("me", 0, room.version, mine)));
}

void Floor::tell_what_is_kept() {
    const auto kept = journal_.take_kept();
    // Queued first, so written to first: who asked.
    for (const auto& entry : kept)
        if (is_here(entry))
            queue(entry.connection,
                  framed(R"({"type":"answer","n":)" + std::to_string(entry.n) + R"(,"ok":true})"));
    for (const auto& entry : kept) {
        const auto phone = std::size_t{entry.room} * world_.seats + entry.seat;
        const auto& seat = world_.phones[phone];
        auto& room = rooms_[entry.room];
        auto& told = told_seats_[phone];
        const auto from = room.version++;
        told.n = entry.n;
        room.ideas[entry.seat] = idea_record(seat, entry.text, entry.explanation);
        tell_changes(room, framed(changes("participant", from, room.version, room.ideas[entry.seat])));
        if (is_here(entry))
            queue(entry.connection,
                  framed(changes("me", std::exchange(told.me_version, room.version), room.version,
                                 my_idea_record(seat, entry.text, entry.explanation))));
    }
}

bool Floor::is_here(const Entry& entry) const {
    const auto& connection = connections_[entry.connection];
    return connection.socket >= 0 && connection.serial == entry.serial_of_connection;
}

void Floor::tell_changes(Room& room, const Bytes& frame) {
    for (const auto place : room.members) {
        const bool is_faulty =
            misbehaviour_.kind != Misbehaviour::Kind::none && ++told_ % misbehaviour_.every == 0;
        if (is_faulty && misbehaviour_.kind == Misbehaviour::Kind::drop) continue;
        if (is_faulty && misbehaviour_.kind == Misbehaviour::Kind::swap &&
            !connections_[place].held_back) {
            connections_[place].held_back = frame;
            continue;
        }
        queue(place, frame);
        if (is_faulty && misbehaviour_.kind == Misbehaviour::Kind::twice) queue(place, frame);
        if (auto late = std::exchange(connections_[place].held_back, {})) queue(place, std::move(late));
    }
}

void Floor::queue(std::uint32_t place, Bytes bytes) {
    auto& connection = connections_[place];
    if (connection.queue.size() >= queue_max) return close(place);
    connection.queue.push_back(std::move(bytes));
    if (!std::exchange(connection.is_touched, true)) touched_.push_back(place);
}

void Floor::flush_all() {
    for (const auto place : std::exchange(touched_, {})) {
        connections_[place].is_touched = false;
        if (!connections_[place].is_blocked) flush(place);
    }
}

void Floor::flush(std::uint32_t place) {
    auto& connection = connections_[place];
    while (connection.socket >= 0 && !connection.queue.empty()) {
        iovec parts[frames_per_write];
        std::size_t count = 0;
        for (; count < connection.queue.size() && count < frames_per_write; ++count)
            parts[count] = {const_cast<char*>(connection.queue[count]->data()),
                            connection.queue[count]->size()};
        parts[0].iov_base = static_cast<char*>(parts[0].iov_base) + connection.sent;
        parts[0].iov_len -= connection.sent;
        msghdr message{};
        message.msg_iov = parts;
        message.msg_iovlen = count;
        const auto sent = sendmsg(connection.socket, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN) {
            connection.is_blocked = true;
            return watch(poll_, connection.socket, place, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
        }
        if (sent < 0) return close(place);
        connection.sent += static_cast<std::size_t>(sent);
        std::size_t whole = 0;
        while (whole < count && connection.sent >= connection.queue[whole]->size())
            connection.sent -= connection.queue[whole++]->size();
        connection.queue.erase(connection.queue.begin(),
                               connection.queue.begin() + static_cast<std::ptrdiff_t>(whole));
    }
    connection.queue.shrink_to_fit();
}

void Floor::close(std::uint32_t place) {
    auto& connection = connections_[place];
    if (connection.socket < 0) return;
    ::close(connection.socket);
    if (connection.phone != nobody)
        std::erase(rooms_[world_.phones[connection.phone].room].members, place);
    const auto serial = connection.serial;
    const bool is_touched = connection.is_touched;
    connection = {};
    connection.serial = serial + 1;
    connection.is_touched = is_touched;
    free_places_.push_back(place);
}

void Floor::beat() {
    const auto frame = framed(R"({"type":"beat","now":)" + time_now() + "}");
    for (std::uint32_t place = 0; place < connections_.size(); ++place)
        if (connections_[place].phone != nobody) queue(place, frame);
}

std::string Floor::changes(std::string_view audience, std::uint64_t from, std::uint64_t to,
                           std::string_view put) const {
    std::string text = R"({"type":"changes","audience":")";
    text.append(audience)
        .append(R"(","from":)")
        .append(std::to_string(from))
        .append(R"(,"to":)")
        .append(std::to_string(to));
    text.append(R"(,"now":)")
        .append(time_now())
        .append(R"(,"put":[)")
        .append(put)
        .append(R"(],"gone":[]})");
    return text;
}

std::string Floor::idea_record(const Seat& author, std::string_view text,
                               std::string_view explanation) const {
    return R"({"type":"idea","id":)" + std::to_string(author.idea) + R"(,"text":")" +
           std::string{text} + R"(","explanation":")" + std::string{explanation} +
           R"(","status":"live","group":0,"order":)" + std::to_string(author.idea) +
           R"(,"merged_into":0,"hold":null})";
}

std::string Floor::me_record(const Seat& seat) const {
    return R"({"type":"me","id":0,"person":)" + std::to_string(seat.person) + R"(,"name":"Mens )" +
           std::to_string(seat.seat + 1) +
           R"(","organisation":"","role":"","removed":false,"votes":[],"votes_left":0,"commitments":[],"contact":null})";
}

std::string Floor::my_idea_record(const Seat& seat, std::string_view text,
                                  std::string_view explanation) const {
    return R"({"type":"my_idea","id":)" + std::to_string(seat.idea) + R"(,"text":")" + std::string{text} +
           R"(","explanation":")" + std::string{explanation} + R"(","status":"live","group":0})";
}

}  // namespace load
