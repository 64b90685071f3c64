// What leaves by the outbox, on sockets that keep each write apart, or take little.
#include <catch2/catch.hpp>

#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "edge/outbox.h"

using namespace kiemkring;
using edge::Outbox;

namespace {

struct Pair {
    explicit Pair(int type) { REQUIRE(::socketpair(AF_UNIX, type, 0, ends.data()) == 0); }
    ~Pair() {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    /// What one read gets; empty when there is nothing.
    std::string read() {
        std::string bytes(200'000, '\0');
        const auto got = ::recv(ends[1], bytes.data(), bytes.size(), MSG_DONTWAIT);
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return bytes;
    }
    std::array<int, 2> ends{};
};

live::Frame text(std::string text) { return std::make_shared<const std::string>(std::move(text)); }
edge::Moment at(int ms) { return edge::Moment{} + edge::milliseconds{ms}; }

}  // namespace

TEST_CASE("Frames that wait together leave in one write", "[edge]") {
    Pair pair{SOCK_SEQPACKET};
    Outbox outbox;
    outbox.text(text("een"));
    outbox.text(text(std::string(126, 'x')));
    outbox.pong("?");
    outbox.text(text(std::string(65'536, 'y')));
    outbox.close(4009, "weg");
    CHECK(outbox.bytes() == 3 + 126 + 1 + 65'536 + 5);
    CHECK(outbox.write(pair.ends[0], at(1)) == Outbox::Written::everything);
    CHECK(outbox.is_empty());
    CHECK(outbox.bytes() == 0);

    using namespace std::string_literals;
    CHECK(pair.read() == "\x81\x03"s + "een" + "\x81\x7e\x00\x7e"s + std::string(126, 'x') + "\x8a\x01?"s +
                             "\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00"s + std::string(65'536, 'y') + "\x88\x05\x0f\xa9"s + "weg");
    CHECK(pair.read().empty());
}

TEST_CASE("What the kernel does not take waits, in order, and shows since when", "[edge]") {
    Pair pair{SOCK_STREAM};
    const int little = 4'096;
    ::setsockopt(pair.ends[0], SOL_SOCKET, SO_SNDBUF, &little, sizeof little);
    Outbox outbox;
    std::string expected;
    for (int i = 0; i < 100; ++i) {
        const auto one = std::to_string(i) + std::string(995, 'z');
        outbox.text(text(one));
        expected += std::string{"\x81\x7e"} + static_cast<char>(one.size() >> 8) + static_cast<char>(one.size()) + one;
    }
    CHECK(outbox.stuck_since() == edge::Moment{});
    CHECK(outbox.write(pair.ends[0], at(10)) == Outbox::Written::part);
    CHECK(outbox.stuck_since() == at(10));
    CHECK(outbox.write(pair.ends[0], at(20)) == Outbox::Written::part);
    CHECK(outbox.stuck_since() == at(10));

    std::string got;
    for (int i = 30; !outbox.is_empty() && i < 10'000; ++i) {
        got += pair.read();
        const auto before = outbox.bytes();
        (void)outbox.write(pair.ends[0], at(i));
        if (!outbox.is_empty() && outbox.bytes() < before) CHECK(outbox.stuck_since() == at(i));
    }
    for (std::string more; !(more = pair.read()).empty();) got += more;
    CHECK(got == expected);
    CHECK(outbox.stuck_since() == edge::Moment{});
}

TEST_CASE("Dropping what waits keeps the frame that has begun to leave", "[edge]") {
    Pair pair{SOCK_STREAM};
    const int little = 4'096;
    ::setsockopt(pair.ends[0], SOL_SOCKET, SO_SNDBUF, &little, sizeof little);
    Outbox outbox;
    outbox.text(text(std::string(60'000, 'a')));
    outbox.text(text("b"));
    CHECK(outbox.write(pair.ends[0], at(1)) == Outbox::Written::part);
    outbox.drop_waiting();
    CHECK(outbox.bytes() == 60'000);
    outbox.close(4008, "");
    std::string got;
    for (int i = 0; !outbox.is_empty() && i < 1'000; ++i) {
        got += pair.read();
        (void)outbox.write(pair.ends[0], at(2));
    }
    for (std::string more; !(more = pair.read()).empty();) got += more;
    CHECK(got.size() == 4 + 60'000 + 4);
    CHECK(got.ends_with("a\x88\x02\x0f\xa8"));
}
