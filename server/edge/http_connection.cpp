// One HTTP connection: reads a request within its deadline, lets the router answer, and again; or becomes a WebSocket.
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <stop_token>

#include "edge/head.h"
#include "edge/router.h"
#include "edge/sockets.h"

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace kiemkring::edge {
namespace {

class HttpConnection final : public Closable, public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(Socket socket, std::string address, Surroundings& surroundings)
        : ticket_{surroundings.connections, *this},
          surroundings_{surroundings},
          times_{surroundings.settings.times},
          socket_{std::move(socket)},
          timer_{socket_.get_executor()},
          address_{std::move(address)} {}

    void start(Welcome welcome) {
        if (welcome == Welcome::refused) return respond(busy());
        if (address_ != "local" && !is_proxy()) ticket_.unauthenticated(address_);
        deadline(times_.head);
        read();
    }

    void stop() override {
        stopping_ = true;
        if (phase_ == Phase::head) close();
    }
    void abandon() override { close(); }

private:
    enum class Phase { head, body, answering, writing, lingering };

    static Response busy() {
        Response response = error_response(503, "busy");
        response.close = true;
        response.with("Retry-After", "5");
        return response;
    }

    bool is_proxy() const {
        const auto address = read_address(address_);
        if (!address) return false;
        for (const auto& network : surroundings_.settings.trusted_proxies)
            if (network.holds(*address)) return true;
        return false;
    }

    void deadline(milliseconds time) {
        timer_.expires_after(time);
        timer_.async_wait([self = shared_from_this()](error_code error) {
            // A later deadline may have been set when this one had already gone off.
            if (!error && self->timer_.expiry() <= std::chrono::steady_clock::now()) self->close();
        });
    }

    void close() {
        error_code ignored;
        timer_.cancel();
        left_.request_stop();
        socket_.close(ignored);
    }

    void read() {
        socket_.async_wait(Socket::wait_read, [self = shared_from_this()](error_code error) { self->readable(error); });
    }

    void readable(error_code error) {
        if (error || !socket_.is_open()) return close();
        auto& buffer = surroundings_.read_buffer;
        const auto got = ::recv(socket_.native_handle(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) return read();
        if (got <= 0) return close();
        arrived({reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(got)});
    }

    void arrived(std::string_view bytes) {
        if (phase_ == Phase::lingering) return read();  // thrown away until the deadline or the end
        if (phase_ == Phase::head && input_.empty() && requests_ > 0) deadline(times_.head);
        input_.append(bytes);
        if (phase_ == Phase::head) read_head_if_complete();
        else read_body();
    }

    void read_head_if_complete() {
        // RFC 9112, 2.2: an empty line before the first line is skipped.
        while (input_.starts_with("\r\n")) input_.erase(0, 2);
        if (input_.starts_with('\x16')) return close();  // TLS on the plain port
        const auto end = input_.find("\r\n\r\n");
        if (end == std::string::npos ? input_.size() > head_bytes_max : end + 4 > head_bytes_max) {
            Response response = error_response(431, "head_too_large");
            response.close = true;
            return respond(std::move(response));
        }
        if (end == std::string::npos) {
            // A NUL or a bare line feed never becomes a head that is right: no need to wait for its end.
            if (input_.find('\0') == std::string::npos) return read();
        }
        auto head = read_head(std::string_view{input_}.substr(0, end == std::string::npos ? end : end + 4));
        if (!head) return respond(std::move(head.error()));
        request_ = {};
        request_.head = std::move(*head);
        request_.peer = address_ == "local" ? Peer{"local", true, false}
                                            : client_of(address_, request_.head, surroundings_.settings.trusted_proxies);
        keep_alive_ = request_.head.http_1_1 && !request_.head.has_token("connection", "close");
        ticket_.authenticated();

        if (auto refusal = surroundings_.router.refuse_early(request_.head, request_.peer)) {
            // Its body, if it has one, is not going to be read.
            if (body_length(request_.head) != 0) refusal->close = true;
            else input_.erase(0, end + 4);
            return respond(std::move(*refusal));
        }
        if (address_ != "local") own_host_ = request_.head.field("host");
        if (request_.head.path == "/ws") return upgrade(end + 4);

        const auto bytes_max = Router::body_bytes_max(request_.head);
        if (body_length(request_.head).value_or(0) > bytes_max) return too_large();
        parser_.emplace();
        parser_->body_limit(bytes_max);
        parser_->header_limit(head_bytes_max + 1);
        parser_->eager(true);
        phase_ = Phase::body;
        deadline(bytes_max > 1'000'000 ? times_.body * 4 : times_.body);
        if (request_.head.has("expect") && body_length(request_.head) != 0) {
            auto go_on = std::make_shared<std::string>("HTTP/1.1 100 Continue\r\n\r\n");
            asio::async_write(socket_, asio::buffer(*go_on),
                              [self = shared_from_this(), go_on](error_code error, std::size_t) {
                                  if (error) self->close();
                                  else self->read_body();
                              });
            return;
        }
        read_body();
    }

    void read_body() {
        error_code error;
        const auto used = parser_->put(asio::buffer(input_), error);
        input_.erase(0, used);
        if (error == http::error::body_limit) return too_large();
        if (error && error != http::error::need_more) return respond(bad_request());
        if (!parser_->is_done()) return read();

        request_.body = std::move(parser_->get().body());
        parser_.reset();
        phase_ = Phase::answering;
        ++requests_;
        timer_.cancel();
        left_ = {};
        request_.left = left_.get_token();
        watch(requests_);
        const bool is_head = request_.head.method == "HEAD";
        surroundings_.router.handle(std::move(request_), [self = shared_from_this(), is_head](Response response) mutable {
            // Never from inside handle(): the router may have answered at once.
            asio::post(self->socket_.get_executor(), [self, is_head, response = std::move(response)]() mutable {
                if (self->socket_.is_open()) self->respond(std::move(response), is_head);
            });
        });
    }

    /// Sees it when the client goes away while its answer is made. What it sends meanwhile is left for later, and not watched further.
    void watch(std::size_t request) {
        socket_.async_wait(Socket::wait_read, [self = shared_from_this(), request](error_code error) {
            if (self->phase_ != Phase::answering || self->requests_ != request) return;
            char next{};
            const auto got = error ? -1 : ::recv(self->socket_.native_handle(), &next, 1, MSG_DONTWAIT | MSG_PEEK);
            if (got < 0 && (errno == EAGAIN || errno == EINTR) && !error) return self->watch(request);
            if (got <= 0) self->close();
        });
    }

    static Response bad_request() {
        Response response = error_response(400, "bad_request");
        response.close = true;
        return response;
    }

    void too_large() {
        Response response = error_response(413, "too_large");
        response.close = true;
        respond(std::move(response));
    }

    void upgrade(std::size_t head_bytes) {
        if (auto refusal = surroundings_.router.refuse_upgrade(request_.head, request_.peer)) {
            refusal->close = true;
            return respond(std::move(*refusal));
        }
        if (surroundings_.connections->is_full_for(request_.peer.address)) return respond(busy());
        timer_.cancel();
        start_websocket(std::move(socket_), request_.head, input_.substr(head_bytes), request_.peer.address, surroundings_);
    }

    void respond(Response response, bool is_head = false) {
        phase_ = Phase::writing;
        response_ = std::move(response);
        if (response_.close || stopping_) keep_alive_ = false;
        output_ = head_of(response_, keep_alive_, own_host_);
        const std::string_view content = is_head || response_.status == 304 ? std::string_view{} : response_.content();
        deadline(times_.answer);
        const std::array<asio::const_buffer, 2> buffers{asio::buffer(output_), asio::buffer(content)};
        asio::async_write(socket_, buffers, [self = shared_from_this()](error_code error, std::size_t) {
            if (error) self->close();
            else self->responded();
        });
    }

    void responded() {
        if (keep_alive_ && !stopping_) {
            phase_ = Phase::head;
            deadline(input_.empty() ? times_.keep_alive : times_.head);
            if (input_.empty()) read();
            else read_head_if_complete();
            return;
        }
        // Closing with unread bytes would reset the connection under the answer: read on for a moment.
        error_code ignored;
        socket_.shutdown(Socket::shutdown_send, ignored);
        phase_ = Phase::lingering;
        deadline(times_.lingering);
        read();
    }

    Connections::Ticket ticket_;
    Surroundings& surroundings_;
    const Times& times_;
    Socket socket_;
    asio::steady_timer timer_;
    std::string address_;
    Phase phase_{Phase::head};
    std::string input_, output_, own_host_;
    Request request_;
    Response response_;
    std::optional<http::request_parser<http::string_body>> parser_;
    std::size_t requests_{};
    std::stop_source left_;  ///< of the request that is answered now
    bool keep_alive_{}, stopping_{};
};

}  // namespace

void start_http(Socket socket, std::string address, Welcome welcome, Surroundings& surroundings) {
    std::make_shared<HttpConnection>(std::move(socket), std::move(address), surroundings)->start(welcome);
}

}  // namespace kiemkring::edge
