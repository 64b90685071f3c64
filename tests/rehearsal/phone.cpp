// What phones of simulated people do on the line, as a server hears it.
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <catch2/catch.hpp>

#include <map>
#include <vector>

#include "rehearsal/crowd.h"
#include "wire/client_message.h"
#include "wire/server_message.h"

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace kiemkring::rehearsal {

namespace {

/// A server that takes whatever is sent, in a round of ideas, and keeps count.
class Listener {
public:
    Listener() { asio::co_spawn(context_, admit(), asio::detached); }

    [[nodiscard]] std::string host() const { return "127.0.0.1:" + std::to_string(door_.local_endpoint().port()); }
    /// Until `enough` of them were said twice, or nothing more is to be expected.
    void listen(std::size_t enough) {
        enough_ = enough;
        context_.run_for(std::chrono::seconds{30});
    }
    /// The frames of every phone by their number.
    std::map<std::string, std::map<std::uint64_t, std::vector<std::string>>> said;
    std::size_t twice{};

private:
    asio::awaitable<void> admit() {
        for (;;) asio::co_spawn(context_, serve(co_await door_.async_accept(asio::use_awaitable)), asio::detached);
    }
    asio::awaitable<void> serve(asio::ip::tcp::socket socket) {
        beast::flat_buffer buffer;
        beast::http::request<beast::http::string_body> request;
        co_await beast::http::async_read(socket, buffer, request, asio::use_awaitable);
        if (!beast::websocket::is_upgrade(request)) {
            beast::http::response<beast::http::string_body> response{beast::http::status::ok, 11};
            response.prepare_payload();
            co_await beast::http::async_write(socket, response, asio::use_awaitable);
            co_return;
        }
        beast::websocket::stream<asio::ip::tcp::socket> line{std::move(socket)};
        co_await line.async_accept(request, asio::use_awaitable);
        std::string client;
        for (;;) {
            beast::flat_buffer frame;
            co_await line.async_read(frame, asio::use_awaitable);
            for (const auto& answer : answers_to(beast::buffers_to_string(frame.data()), client))
                co_await line.async_write(asio::buffer(answer), asio::use_awaitable);
        }
    }
    std::vector<std::string> answers_to(const std::string& frame, std::string& client) {
        const auto message = wire::read_client_message(frame);
        REQUIRE(message);
        if (const auto* hello = std::get_if<wire::HelloMessage>(&*message)) {
            client = hello->client;
            domain::RoundRecord round;
            round.round = {2};
            round.kind = domain::RoundKind::ideas;
            const auto session = wire::encode_record(domain::SessionRecord{}), ideas = wire::encode_record(round);
            const auto me = wire::encode_record(domain::MeRecord{.person = {1}});
            const std::vector<std::string_view> everybody{session, ideas}, own{me};
            const wire::Welcome welcome{.epoch = "e", .role = "participant", .person = 1, .next_n = said[client].size() + 1};
            return {wire::encode_welcome(welcome), wire::encode_changes("participant", 0, 1, {}, everybody, {}),
                    wire::encode_changes("me", 0, 1, {}, own, {})};
        }
        const auto* command = std::get_if<wire::CommandMessage>(&*message);
        if (!command) return {};
        auto& heard = said[client][command->n];
        heard.push_back(frame);
        if (heard.size() == 2 && ++twice == enough_) context_.stop();
        return {wire::encode_answer(command->n, static_cast<std::uint32_t>(command->n))};
    }

    std::size_t enough_{};
    asio::io_context context_{1};
    asio::ip::tcp::acceptor door_{context_, {asio::ip::address_v4::loopback(), 0}};
};

}  // namespace

TEST_CASE("Somebody taps twice now and then, and their phone goes on as if it was once", "[rehearsal]") {
    Listener server;
    Crowd crowd{{server.host(), "door", "nl", 40, 7, 300}};
    server.listen(3);
    CHECK(server.twice == 3);
    std::size_t commands = 0;
    for (const auto& [client, numbers] : server.said) {
        std::uint64_t next = 1;
        for (const auto& [n, frames] : numbers) {
            CHECK(n == next++);
            CHECK(frames.front() == frames.back());
            ++commands;
        }
    }
    CHECK(commands > 10);  // most things are said once
}

}  // namespace kiemkring::rehearsal
