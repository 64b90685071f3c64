// The reader of frames against Beast's, on thousands of streams that are right, nearly right and wrong; and cut anywhere.
// What each wrong frame is closed with stands in websocket_test.cpp.
#include <boost/beast/_experimental/test/stream.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <random>

#include "edge/frame_reader.h"
#include "edge/raw_client.h"

using namespace kiemkring;
using namespace kiemkring::test;
namespace beast = boost::beast;

namespace {

constexpr std::size_t message_bytes_max = 1'000;
#ifdef __SANITIZE_ADDRESS__
constexpr int streams = 4'000;
#else
constexpr int streams = 40'000;
#endif

/// What was heard of a stream: its whole messages, and how it ended.
struct Heard {
    std::vector<std::string> texts;
    int end{};  ///< 0: nothing wrong; -1: a goodbye; else the code of the violation
    bool operator==(const Heard&) const = default;
};

template <class NextCut>
Heard read_with_ours(std::string bytes, NextCut next_cut) {
    edge::FrameReader reader{message_bytes_max};
    Heard heard;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto size = std::min(bytes.size() - at, next_cut());
        std::span<std::uint8_t> part{reinterpret_cast<std::uint8_t*>(bytes.data()) + at, size};
        at += size;
        while (auto said = reader.next(part, edge::Moment{} + milliseconds{1})) {
            if (const auto* text = std::get_if<edge::FrameReader::Text>(&*said)) heard.texts.emplace_back(text->text);
            if (std::holds_alternative<edge::FrameReader::Goodbye>(*said)) heard.end = -1;
            if (const auto* wrong = std::get_if<edge::FrameReader::Violation>(&*said)) heard.end = wrong->code;
            if (heard.end != 0) return heard;
        }
    }
    return heard;
}

Heard read_whole_with_ours(const std::string& bytes) {
    return read_with_ours(bytes, [&] { return bytes.size(); });
}

Heard read_with_beast(const std::string& bytes) {
    boost::asio::io_context context;
    beast::test::stream mine{context};
    auto peer = beast::test::connect(mine);
    beast::websocket::stream<beast::test::stream> stream{std::move(mine)};
    stream.read_message_max(message_bytes_max);
    beast::http::request<beast::http::empty_body> request{beast::http::verb::get, "/ws", 11};
    request.set(beast::http::field::host, "x");
    request.set(beast::http::field::upgrade, "websocket");
    request.set(beast::http::field::connection, "upgrade");
    request.set(beast::http::field::sec_websocket_key, "dGhlIHNhbXBsZSBub25jZQ==");
    request.set(beast::http::field::sec_websocket_version, "13");
    stream.accept(request);
    stream.next_layer().append(bytes);
    peer.close();

    Heard heard;
    boost::system::error_code error;
    for (;;) {
        beast::flat_buffer buffer;
        stream.read(buffer, error);
        if (error) break;
        heard.texts.push_back(beast::buffers_to_string(buffer.data()));
    }
    if (error == beast::websocket::error::closed) heard.end = -1;
    else if (error == beast::websocket::error::message_too_big) heard.end = 1009;
    else if (error == beast::websocket::error::bad_frame_payload) heard.end = 1007;
    else if (error == beast::websocket::condition::protocol_violation) heard.end = 1002;
    return heard;
}

using Dice = std::mt19937_64;
std::size_t below(Dice& dice, std::size_t bound) { return dice() % bound; }

/// Up to eight frames, most of them right: whole messages, messages in parts, pings between, sometimes a goodbye.
std::string some_frames(Dice& dice) {
    static const std::vector<std::string> texts{"", "a", "Een vijver", "caf\xc3\xa9", "\xe2\x82\xac 50", "\xf0\x9f\x8c\xb3", std::string(125, 'b'),
                                                std::string(126, 'c'), std::string(700, 'd'), "\xed\xa0\x80", "\xc0\xaf"};
    std::string bytes;
    bool in_message = false;
    for (std::size_t i = 0, count = 1 + below(dice, 8); i < count; ++i) {
        const auto& text = texts[below(dice, below(dice, 10) == 0 ? texts.size() : texts.size() - 2)];
        switch (below(dice, 12)) {
            case 0: bytes += frame(9, text.substr(0, 125)); break;
            case 1: bytes += frame(10, text.substr(0, 125)); break;
            case 2:
                if (below(dice, 4) == 0) bytes += frame(8, below(dice, 2) ? std::string{"\x03\xe8 dag"} : std::string{});
                break;
            default: {
                const bool is_last = below(dice, 3) != 0;
                bytes += frame(in_message ? 0 : 1, text, is_last);
                in_message = !is_last;
            }
        }
    }
    return bytes;
}

void spoil(std::string& bytes, Dice& dice) {
    if (bytes.empty()) return;
    const auto at = below(dice, std::min<std::size_t>(bytes.size(), 1 + below(dice, 200)));
    switch (below(dice, 4)) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(dice, 8))); break;
        case 1: bytes.erase(at, 1 + below(dice, 4)); break;
        case 2: bytes.insert(at, 1, static_cast<char>(dice())); break;
        default: bytes.resize(at);
    }
}

std::string hex(const std::string& bytes) {
    std::string text;
    for (const unsigned char byte : bytes.substr(0, 400)) text += fmt::format("{:02x} ", byte);
    return text;
}

}  // namespace

TEST_CASE("Frames are read as Beast reads them", "[edge][bad-input]") {
    Dice dice{20261124};
    int right = 0, goodbyes = 0, wrong = 0;
    for (int i = 0; i < streams; ++i) {
        auto bytes = some_frames(dice);
        for (std::size_t times = below(dice, 3); times > 0; --times) spoil(bytes, dice);
        const auto ours = read_whole_with_ours(bytes), beasts = read_with_beast(bytes);
        INFO("stream " << i << ": " << hex(bytes) << "\nours " << ours.texts.size() << " texts, end " << ours.end << "; Beast's "
                       << beasts.texts.size() << " texts, end " << beasts.end);
        if (ours.end == 1003) continue;  // binary: Beast would take it
        // Beast looks at the text of a message that is not complete yet; it calls a goodbye that is not UTF-8 a breach of the
        // protocol, where RFC 6455 (7.1.6, 8.1) has 1007; and it takes goodbyes with codes that nobody may send (7.4.2).
        const bool may_differ = (beasts.end == 1007 && ours.end != 1007) || (beasts.end == 1002 && ours.end == 1007) ||
                                (beasts.end == -1 && ours.end == 1002);
        if (may_differ) {
            CHECK(ours.texts == beasts.texts);
            continue;
        }
        CHECK(ours == beasts);
        (ours.end == 0 ? right : ours.end == -1 ? goodbyes : wrong) += 1;
    }
    fmt::print("{} streams: {} right, {} with a goodbye, {} wrong\n", streams, right, goodbyes, wrong);
    CHECK(right > streams / 10);
    CHECK(goodbyes > streams / 100);
    CHECK(wrong > streams / 10);
}

TEST_CASE("Wherever the bytes are cut, the same is said", "[edge][bad-input]") {
    Dice dice{7};
    for (int i = 0; i < streams / 4; ++i) {
        auto bytes = some_frames(dice);
        if (below(dice, 2)) spoil(bytes, dice);
        const auto whole = read_whole_with_ours(bytes);
        INFO("stream " << i << ": " << hex(bytes));
        CHECK(read_with_ours(bytes, [] { return std::size_t{1}; }) == whole);
        CHECK(read_with_ours(bytes, [&] { return 1 + below(dice, 40); }) == whole);
    }
}
