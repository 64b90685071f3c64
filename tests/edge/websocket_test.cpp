// Bad input on a WebSocket: frames and messages. Deadlines are shortened where the real ones would only be waited for.
#include <catch2/catch.hpp>

#include <algorithm>
#include <thread>

#include "edge/server_under_test.h"

using namespace kiemkring;
using namespace kiemkring::test;

namespace {

std::string command(int n, const std::string& op, const std::string& args) {
    return R"({"type":"command","n":)" + std::to_string(n) + R"(,"op":")" + op + R"(","args":)" + args + "}";
}

std::string idea(int n, const std::string& text) {
    return command(n, "submit_idea", R"({"text":")" + text + R"(","explanation":""})");
}

/// Somebody who came in and heard everything that comes at the beginning.
WebSocketClient enter(ServerUnderTest& server, const std::string& token, char client = 'a') {
    auto socket = server.web_socket();
    socket.send(hello(token, client));
    if (socket.text_with("\"welcome\"").empty()) throw std::runtime_error("no welcome");
    return socket;
}

}  // namespace

TEST_CASE("Frames that break RFC 6455 close with the code for it", "[edge][bad-input]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto token = server.join(session);
    const auto other = server.join(session);
    struct Row {
        std::string what, bytes;
        int code;
    };
    const std::string mask{"\x00\x00\x00\x00", 4};
    const auto bytes = [](std::initializer_list<int> list) {
        std::string text;
        for (const int byte : list) text += static_cast<char>(byte);
        return text;
    };
    const std::vector<Row> rows{
        {"unmasked", bytes({0x81, 0x02}) + "{}", 1002},
        {"RSV1", frame(1, "{}", true, 4), 1002},
        {"RSV3", frame(1, "{}", true, 1), 1002},
        {"ping of 126 bytes", frame(9, std::string(126, 'x')), 1002},
        {"fragmented ping", frame(9, "x", false), 1002},
        {"continuation without a start", frame(0, "x"), 1002},
        {"unknown opcode", frame(3, "x"), 1002},
        {"a new message inside a message", frame(1, "{", false) + frame(1, "}"), 1002},
        {"UTF-8 C0 AF", frame(1, "\xc0\xaf"), 1007},
        {"surrogate ED A0 80", frame(1, "\xed\xa0\x80"), 1007},
        {"truncated UTF-8", frame(1, "\xe2\x82"), 1007},
        {"close of one byte", frame(8, "\x03"), 1002},
        {"close 1005", frame(8, bytes({0x03, 0xed})), 1002},
        {"close 999", frame(8, bytes({0x03, 0xe7})), 1002},
        {"empty close", frame(8, ""), 1000},
        {"data after close", frame(8, bytes({0x03, 0xe8})) + frame(1, "{"), 1000},
        {"binary", frame(2, "{}"), 1003},
        {"length of 64 bits with the top bit", bytes({0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0}) + mask, 1009},
        {"2^62 bytes announced", bytes({0x81, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0}) + mask, 1009},
        {"16-bit length for 5 bytes", bytes({0x81, 0xfe, 0, 5}) + mask + "abcde", 1002},
        {"64-bit length for 5 bytes", bytes({0x81, 0xff, 0, 0, 0, 0, 0, 0, 0, 5}) + mask + "abcde", 1002},
        {"one byte more than 16 KiB", frame(1, std::string(16 * 1024 + 1, ' ')), 1009},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        auto socket = enter(server, token);
        socket.raw().send(row.bytes);
        CHECK(socket.close_code() == row.code);
    }
    auto socket = enter(server, token);
    socket.raw().send(frame(8, bytes({0x13, 0x88})));  // 5000: either is right
    const auto code = socket.close_code();
    CHECK((code == 1002 || code == 5000));

    auto well = enter(server, other);
    well.send(idea(1, "Appelbomen bij de ingang"));
    CHECK(!well.text_with(R"("ok":true)").empty());
}

TEST_CASE("What is unusual but right is accepted", "[edge]") {
    ServerUnderTest server;
    const auto token = server.join(server.create_session());
    auto socket = enter(server, token);

    const std::string message = idea(1, "caf\xc3\xa9 in het groen");
    const auto split = message.find('\xa9');
    socket.raw().send(frame(1, message.substr(0, split), false) + frame(9, "?") + frame(0, message.substr(split)));
    bool ponged = false, answered = false;
    while (!(ponged && answered)) {
        const auto next = socket.said();
        REQUIRE(next.opcode > 0);
        ponged = ponged || (next.opcode == 10 && next.payload == "?");
        answered = answered || next.payload.find(R"("ok":true)") != std::string::npos;
    }

    std::string whole = idea(2, "Bankjes");
    whole += std::string(16 * 1024 - whole.size(), ' ');
    socket.send(whole);
    CHECK(!socket.text_with(R"("n":2,"ok":true)").empty());
}

TEST_CASE("A facilitator may send 64 KiB, and not a byte more", "[edge][bad-input]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto token = server.pair(session.id, "facilitator");
    auto socket = enter(server, token);
    std::string message = command(1, "lock_door", R"({"locked":true})");
    message += std::string(64 * 1024 - message.size(), ' ');
    socket.send(message);
    CHECK(!socket.text_with(R"("n":1,"ok":true)").empty());
    socket.send(message + " ");
    CHECK(socket.close_code() == 1009);
}

TEST_CASE("Deflate is not negotiated", "[edge][bad-input]") {
    ServerUnderTest server;
    RawClient client{server.port()};
    client.send(upgrade_request(server.host(), server.origin(), "Sec-WebSocket-Extensions: permessage-deflate\r\n"));
    const auto answer = client.answer();
    CHECK(answer.status == 101);
    CHECK(answer.field("sec-websocket-extensions").empty());
}

TEST_CASE("Frames sent together with the upgrade are heard", "[edge]") {
    ServerUnderTest server;
    const auto token = server.join(server.create_session());
    RawClient client{server.port()};
    client.send(upgrade_request(server.host(), server.origin()) + frame(1, hello(token)));
    CHECK(client.answer().status == 101);
    CHECK(client.read(40).find("welcome") != std::string::npos);
}

TEST_CASE("Floods of small frames are cut off", "[edge][bad-input]") {
    ServerUnderTest server;
    const auto token = server.join(server.create_session());
    SECTION("10,000 empty continuations") {
        auto socket = enter(server, token);
        std::string flood = frame(1, "", false);
        for (int i = 0; i < 10'000; ++i) flood += frame(0, "", false);
        socket.raw().send(flood);
        CHECK(socket.close_code() == 1008);
    }
    SECTION("1,000 pings") {
        auto socket = enter(server, token);
        std::string flood;
        for (int i = 0; i < 1'000; ++i) flood += frame(9, "");
        socket.raw().send(flood);
        CHECK(socket.close_code() == 1008);
    }
    SECTION("ten pings are fine") {
        auto socket = enter(server, token);
        std::string some;
        for (int i = 0; i < 10; ++i) some += frame(9, "");
        socket.raw().send(some);
        int pongs = 0;
        while (pongs < 10) {
            const auto next = socket.said();
            REQUIRE(next.opcode > 0);
            pongs += next.opcode == 10;
        }
    }
}

TEST_CASE("Deadlines of a connection close it with their own code", "[edge][bad-input]") {
    ServerUnderTest server{[](auto& settings) {
        settings.times.hello = milliseconds{400};
        settings.times.message = milliseconds{600};
        settings.times.idle = milliseconds{1'500};
        settings.times.beat = milliseconds{200};
        settings.times.tick = milliseconds{50};
    }};
    const auto token = server.join(server.create_session());
    SECTION("no hello: 4001, after a word about it") {
        auto socket = server.web_socket();
        CHECK(socket.close_code() == 4001);
        REQUIRE(socket.skipped.size() == 1);
        CHECK(member(socket.skipped[0], "type") == "error");
    }
    SECTION("pings instead of a hello do not help") {
        auto socket = server.web_socket();
        socket.raw().send(frame(9, ""));
        CHECK(socket.close_code() == 4001);
    }
    SECTION("a message by single bytes: 1008") {
        auto socket = enter(server, token);
        const auto slow = frame(1, R"({"type":"beat"})");
        int code = -1;
        for (std::size_t i = 0; i + 1 < slow.size() && code < 0; ++i) {
            socket.raw().send(slow.substr(i, 1));
            code = socket.close_code(milliseconds{100});
        }
        CHECK(code == 1008);
    }
    SECTION("half a head of a frame: 1008") {
        auto socket = enter(server, token);
        socket.raw().send("\x81");
        CHECK(socket.close_code() == 1008);
    }
    SECTION("silence: 4002, with beats before it") {
        auto socket = enter(server, token);
        CHECK(socket.close_code() == 4002);
        const auto is_beat = [](const auto& text) { return text.find(R"("type":"beat")") != std::string::npos; };
        CHECK(std::ranges::count_if(socket.skipped, is_beat) >= 3);
    }
}

TEST_CASE("Who never reads is let go with 4008, and harms nobody", "[edge][bad-input]") {
    ServerUnderTest server{[](auto& settings) {
        settings.times.outbox = milliseconds{500};
        settings.times.tick = milliseconds{50};
        settings.times.closing = milliseconds{5'000};
        settings.send_buffer_bytes = 4'096;
    }};
    const auto session = server.create_session();
    const auto tablet = server.pair(session.id, "facilitator");
    auto sleeper = server.web_socket(2'048);
    sleeper.send(hello(tablet, 'b'));
    REQUIRE(!sleeper.text_with("welcome").empty());

    const auto token = server.join(session);
    auto writer = enter(server, token);
    constexpr int ideas = 19;  // 19 KiB: more than the two kernels keep for this connection, and one burst of messages
    for (int n = 1; n <= ideas; ++n) {
        writer.send(command(n, "submit_idea", R"({"text":"Idee )" + std::to_string(n) + R"(","explanation":")" +
                                                  std::string(990, 'x') + R"("})"));
        REQUIRE(!writer.text_with(R"("n":)" + std::to_string(n) + R"(,"ok":true)").empty());
    }
    std::this_thread::sleep_for(milliseconds{800});
    CHECK(sleeper.close_code() == 4008);
    auto again = enter(server, tablet, 'b');
    CHECK(!again.text_with("Idee 19").empty());
}

TEST_CASE("A snapshot larger than the outbox arrives all the same", "[edge]") {
    ServerUnderTest server{[](auto& settings) { settings.outbox_bytes_max = 2'000; }};
    const auto session = server.create_session();
    const auto token = server.join(session);
    auto writer = enter(server, token);
    for (int n = 1; n <= 10; ++n) {
        writer.send(command(n, "submit_idea", R"({"text":"Idee )" + std::to_string(n) + R"(","explanation":")" +
                                                  std::string(990, 'x') + R"("})"));
        REQUIRE(!writer.text_with(R"("n":)" + std::to_string(n) + R"(,"ok":true)").empty());
    }
    auto tablet = enter(server, server.pair(session.id, "facilitator"), 'b');
    CHECK(tablet.text_with("Idee 10").size() > 10'000);
}

TEST_CASE("Messages that are no commands are refused, and change nothing", "[edge][bad-input]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto token = server.join(session);
    const auto before = server.version_of(session.id);
    struct Row {
        std::string message, refusal;
    };
    const std::vector<Row> rows{
        {"[]", "bad_envelope"},
        {"7", "bad_envelope"},
        {"\"x\"", "bad_envelope"},
        {"null", "bad_envelope"},
        {R"({"type":"command","n":-1,"op":"submit_idea","args":{"text":"a","explanation":""}})", "bad_envelope"},
        {R"({"type":"command","n":0,"op":"submit_idea","args":{"text":"a","explanation":""}})", "bad_envelope"},
        {R"({"type":"command","n":1.5,"op":"submit_idea","args":{"text":"a","explanation":""}})", "bad_envelope"},
        {R"({"type":"command","n":"7","op":"submit_idea","args":{"text":"a","explanation":""}})", "bad_envelope"},
        {R"({"type":"command","n":9007199254740993,"op":"submit_idea","args":{"text":"a","explanation":""}})", "bad_envelope"},
        {R"({"type":"dance"})", "bad_envelope"},
        {idea(5, "te vroeg"), "out_of_order"},
        {command(1, "submit_idea", R"({"text":"a"})"), "bad_args"},
        {command(2, "submit_idea", R"({"text":"a","explanation":"","more":1})"), "bad_args"},
        {command(3, "submit_idea", R"({"text":7,"explanation":""})"), "bad_args"},
        {command(4, "fly", "{}"), "bad_envelope"},
        {idea(4, ""), "empty_text"},
        {idea(5, "\\u200b\\u200b"), "empty_text"},
        {idea(6, std::string(141, 'x')), "too_long"},
        {idea(7, "a\\u0001b"), "bad_text"},
        {command(8, "cast_vote", R"({"candidate":999})"), "wrong_round"},
        {command(9, "cast_vote", R"({"candidate":2147483648000})"), "bad_args"},
        {command(10, "withdraw_idea", R"({"idea":999})"), "not_found"},
        {command(11, "edit_idea", R"({"idea":999,"text":"a","explanation":""})"), "not_found"},
    };
    auto socket = enter(server, token);
    for (const auto& row : rows) {
        CAPTURE(row.message, row.refusal);
        socket.send(row.message);
        const auto answer = socket.text_with(R"("type":"answer")");
        CHECK(answer.find(R"("ok":false)") != std::string::npos);
        CHECK(member(answer, "refusal") == row.refusal);
        std::this_thread::sleep_for(milliseconds{210});  // within the rate, so that the rate is not what answers
    }
    CHECK(server.version_of(session.id) == before);
    socket.send(idea(12, "Nu wel"));
    CHECK(!socket.text_with(R"("n":12,"ok":true)").empty());
}

TEST_CASE("Three texts that are no JSON in ten seconds end the connection", "[edge][bad-input]") {
    ServerUnderTest server;
    const auto token = server.join(server.create_session());
    for (const std::string& bad : {std::string{"{"}, std::string{}, std::string{"  "}, std::string(10'000, '['),
                                  std::string{"[[[[[[[[[1]]]]]]]]]"}, std::string{R"({"n":1,"n":2})"},
                                  std::string{R"({"type":"command","n":1,"op":"submit_idea","args":{"text":"\ud800","explanation":""}})"}}) {
        INFO(bad.substr(0, 80));
        auto socket = enter(server, token);
        socket.send(bad);
        CHECK(member(socket.text_with("answer"), "refusal") == "bad_json");
        socket.send(bad);
        CHECK(member(socket.text_with("answer"), "refusal") == "bad_json");
        socket.send(bad);
        CHECK(socket.close_code() == 1008);
    }
}

TEST_CASE("A repeated number gets the first answer, other content under it is refused", "[edge]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto token = server.join(session);
    auto socket = enter(server, token);
    socket.send(idea(1, "Een vijver"));
    const auto first = socket.text_with(R"("n":1)");
    const auto version = server.version_of(session.id);
    socket.send(idea(1, "Een vijver"));
    CHECK(socket.text_with(R"("n":1)") == first);
    socket.send(idea(1, "Iets anders"));
    CHECK(member(socket.text_with(R"("n":1)"), "refusal") == "n_reused");
    CHECK(server.version_of(session.id) == version);
}

TEST_CASE("More than twenty messages at once are refused with when to come back", "[edge][bad-input]") {
    ServerUnderTest server;
    const auto token = server.join(server.create_session());
    auto socket = enter(server, token);  // its hello was the first
    for (int i = 0; i < 19; ++i) socket.send(R"({"type":"beat"})");
    socket.send(idea(1, "Te veel"));
    const auto refused = socket.text_with(R"("type":"answer")");
    CHECK(member(refused, "refusal") == "rate_limited");
    CHECK(refused.find(R"("n":1)") != std::string::npos);
    CHECK(refused.find("retry_after_ms") != std::string::npos);
    CHECK(refused.find(R"("passing":true)") != std::string::npos);
    std::this_thread::sleep_for(milliseconds{300});
    socket.send(idea(1, "Te veel"));
    CHECK(!socket.text_with(R"("n":1,"ok":true)").empty());

    for (int i = 0; i < 5; ++i) socket.send(R"({"type":"beat"})");
    CHECK(socket.close_code() == 1008);
}

TEST_CASE("A wrong token is told the same, whatever is wrong with it", "[edge][bad-input]") {
    ServerUnderTest server;
    server.create_session();
    std::vector<std::string> said;
    for (const std::string& token : {std::string(64, '0'), std::string{"short"}, std::string{}, std::string(64, 'z')}) {
        INFO(token);
        auto socket = server.web_socket();
        socket.send(hello(token));
        CHECK(socket.close_code() == 4001);
        REQUIRE(socket.skipped.size() == 1);
        said.push_back(socket.skipped[0]);
    }
    for (const auto& text : said) CHECK(text == R"({"type":"error","code":"unknown_token"})");
}

TEST_CASE("A second hello is refused, a newer connection replaces the older one", "[edge][bad-input]") {
    ServerUnderTest server;
    const auto token = server.join(server.create_session());
    auto first = enter(server, token, 'a');
    auto other_device = enter(server, token, 'b');
    auto newer = enter(server, token, 'a');
    CHECK(first.close_code() == 4009);

    newer.send(hello(token));
    CHECK(newer.close_code() == 1008);
    CHECK(newer.skipped.back() == R"({"type":"error","code":"already"})");

    other_device.send(idea(1, "Ik ben er nog"));
    CHECK(!other_device.text_with(R"("ok":true)").empty());
}

TEST_CASE("A message before hello is refused with 4001", "[edge][bad-input]") {
    ServerUnderTest server;
    auto socket = server.web_socket();
    socket.send(idea(1, "Wie ben ik"));
    CHECK(socket.close_code() == 4001);
}

TEST_CASE("A server that stops tells everybody with 1012", "[edge]") {
    ServerUnderTest server;
    const auto token = server.join(server.create_session());
    auto known = enter(server, token);
    auto stranger = server.web_socket();
    RawClient idle{server.port()};
    std::thread stopping{[&] { server.stop(); }};
    CHECK(known.close_code() == 1012);
    known.raw().send(frame(8, "\x03\xf4"));
    CHECK(stranger.close_code() == 1012);
    stranger.raw().send(frame(8, "\x03\xf4"));
    CHECK(idle.is_closed_within(patience));
    stopping.join();
}

TEST_CASE("A connection that breaks off keeps its seat and its ideas", "[edge]") {
    ServerUnderTest server;
    const auto token = server.join(server.create_session());
    {
        auto socket = enter(server, token);
        socket.send(idea(1, "Een moestuin"));
        CHECK(!socket.text_with(R"("ok":true)").empty());
        socket.raw().abort();
    }
    auto again = server.web_socket();
    again.send(hello(token));
    CHECK(again.text_with("welcome").find(R"("next_n":2)") != std::string::npos);
    CHECK(!again.text_with("Een moestuin").empty());
}
