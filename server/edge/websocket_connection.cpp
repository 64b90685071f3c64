// A WebSocket at the edge of the server: frames, deadlines, the outbox, the close. What is said is Conversation's business.
#include <boost/asio/async_result.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <functional>

#include "base/log.h"
#include "edge/conversation.h"
#include "edge/frame_watch.h"
#include "edge/sockets.h"

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

namespace kiemkring::edge {
namespace {

/// A socket that shows what arrives to somebody before Beast gets it.
class WatchedSocket {
public:
    using executor_type = Socket::executor_type;
    using Watcher = std::function<void(std::span<const std::uint8_t>)>;

    WatchedSocket(Socket socket, std::string early) : socket_{std::move(socket)}, early_{std::move(early)} {}

    executor_type get_executor() noexcept { return socket_.get_executor(); }
    Socket& socket() { return socket_; }
    void watch(Watcher watcher, std::function<void()> ending) {
        watcher_ = std::move(watcher);
        ending_ = std::move(ending);
    }
    /// Beast ends the connection by itself: the peer broke the protocol, or said goodbye.
    void is_ending() {
        if (ending_) ending_();
    }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return asio::async_compose<Token, void(error_code, std::size_t)>(
            [this, buffers, begun = false](auto& self, error_code error = {}, std::size_t bytes = 0) mutable {
                if (!begun) {
                    begun = true;
                    if (early_.empty()) return socket_.async_read_some(buffers, std::move(self));
                    bytes = asio::buffer_copy(buffers, asio::buffer(early_));
                    early_.erase(0, bytes);
                    return asio::post(socket_.get_executor(), [self = std::move(self), bytes]() mutable {
                        self(error_code{}, bytes);
                    });
                }
                show(buffers, bytes);
                self.complete(error, bytes);
            },
            token, socket_);
    }

    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return socket_.async_write_some(buffers, std::forward<Token>(token));
    }

private:
    template <class Buffers>
    void show(const Buffers& buffers, std::size_t bytes) {
        for (auto part = asio::buffer_sequence_begin(buffers); bytes > 0 && part != asio::buffer_sequence_end(buffers);
             ++part) {
            const asio::mutable_buffer buffer{*part};
            const auto size = std::min(bytes, buffer.size());
            bytes -= size;
            if (watcher_ && size > 0) watcher_({static_cast<const std::uint8_t*>(buffer.data()), size});
        }
    }

    Socket socket_;
    std::string early_;
    Watcher watcher_;
    std::function<void()> ending_;
};

// Beast finds these three by the type of the stream.
[[maybe_unused]] void teardown(beast::role_type role, WatchedSocket& stream, error_code& error) {
    websocket::teardown(role, stream.socket(), error);
}
template <class Handler>
void async_teardown(beast::role_type role, WatchedSocket& stream, Handler&& handler) {
    stream.is_ending();
    websocket::async_teardown(role, stream.socket(), std::forward<Handler>(handler));
}
void beast_close_socket(WatchedSocket& stream) {
    error_code ignored;
    stream.socket().close(ignored);
}

class WebSocketConnection final : public live::Member,
                                  public Closable,
                                  public std::enable_shared_from_this<WebSocketConnection> {
public:
    WebSocketConnection(Socket socket, std::string early, Surroundings& surroundings)
        : ticket_{surroundings.connections, *this},
          surroundings_{surroundings},
          times_{surroundings.settings.times},
          stream_{std::move(socket), std::move(early)},
          timer_{stream_.get_executor()},
          conversation_{std::in_place, surroundings.hub, static_cast<live::Member&>(*this), surroundings.clock} {}

    void start(const RequestHead& head, const std::string& client_address) {
        ticket_.unauthenticated(client_address);
        const auto now = std::chrono::steady_clock::now();
        began_ = heard_ = beat_at_ = now;

        stream_.next_layer().watch([this](auto bytes) { arrived(bytes); }, [this] { ending(); });
        stream_.read_message_max(Conversation::message_bytes_max);
        stream_.auto_fragment(false);
        stream_.text(true);

        beast::http::request<beast::http::empty_body> request;
        request.method(beast::http::verb::get);
        request.target(head.path);
        request.version(11);
        for (const auto& field : head.fields)
            if (field.name != "sec-websocket-extensions") request.insert(field.name, field.value);
        stream_.async_accept(request, [self = shared_from_this()](error_code error) { self->accepted(error); });
        tick();
    }

    void send(live::Frame frame) override {
        if (close_code_ != 0 || finished_) return;
        queued_bytes_ += frame->size();
        queue_.push_back(std::move(frame));
        if (queued_bytes_ > surroundings_.settings.outbox_bytes_max) return reads_too_slowly();
        write_next();
    }

    void close(std::uint16_t code, const std::string& reason) override {
        if (close_code_ != 0 || finished_) return;
        close_code_ = code;
        close_reason_ = reason;
        closing_since_ = std::chrono::steady_clock::now();
        write_next();
    }

    void stop() override {
        if (!conversation_ || !conversation_->is_authenticated()) close(1012, "restart");
    }
    void abandon() override { finish(); }

private:
    void accepted(error_code error) {
        if (error) return finish();
        is_open_ = true;
        read_next();
        write_next();
    }

    void read_next() {
        stream_.async_read(input_, [self = shared_from_this()](error_code error, std::size_t) { self->read(error); });
    }

    void read(error_code error) {
        if (error) return finish();
        if (close_code_ == 0) {
            const auto text = input_.cdata();
            conversation_->text({static_cast<const char*>(text.data()), text.size()}, std::chrono::steady_clock::now());
            if (conversation_->is_authenticated() && !is_known_) {
                is_known_ = true;
                ticket_.authenticated();
                stream_.read_message_max(conversation_->bytes_max());
            }
        }
        input_.consume(input_.size());
        if (!finished_) read_next();
    }

    /// Called while Beast still waits for these bytes, so nothing is done to the stream from here.
    void arrived(std::span<const std::uint8_t> bytes) {
        if (close_code_ != 0 || verdict_ != FrameWatch::Verdict::fine) return;
        heard_ = std::chrono::steady_clock::now();
        verdict_ = frames_.see(bytes, heard_);
        if (verdict_ == FrameWatch::Verdict::fine) return;
        asio::post(stream_.get_executor(), [self = shared_from_this()] {
            if (self->verdict_ == FrameWatch::Verdict::binary) self->close(1003, "text only");
            else self->close(1008, "too many frames");
        });
    }

    void ending() {
        if (close_code_ != 0) return;
        close_code_ = 1000;
        close_sent_ = true;
        closing_since_ = std::chrono::steady_clock::now();
    }

    void write_next() {
        if (writing_ || !is_open_ || finished_) return;
        if (queue_.empty()) {
            if (close_code_ != 0) send_close();
            return;
        }
        writing_ = true;
        writing_since_ = std::chrono::steady_clock::now();
        stream_.async_write(asio::buffer(*queue_.front()),
                            [self = shared_from_this()](error_code error, std::size_t) { self->written(error); });
    }

    void written(error_code error) {
        writing_ = false;
        if (error) return finish();
        queued_bytes_ -= queue_.front()->size();
        queue_.pop_front();
        write_next();
    }

    void send_close() {
        if (close_sent_) return;
        close_sent_ = true;
        stream_.async_close(websocket::close_reason{static_cast<websocket::close_code>(close_code_), close_reason_},
                            [self = shared_from_this()](error_code) { self->finish(); });
    }

    /// What waits is dropped; the frame on its way gets a last chance to leave, so that the close code can follow.
    void reads_too_slowly() {
        while (queue_.size() > (writing_ ? 1 : 0)) {
            queued_bytes_ -= queue_.back()->size();
            queue_.pop_back();
        }
        close(4008, "reads too slowly");
    }

    void tick() {
        if (finished_) return;
        look_at_deadlines(std::chrono::steady_clock::now());
        if (finished_) return;
        timer_.expires_after(times_.tick);
        timer_.async_wait([self = shared_from_this()](error_code error) {
            if (!error) self->tick();
        });
    }

    void look_at_deadlines(Moment now) {
        if (close_code_ != 0) {
            if (now - closing_since_ >= times_.closing) finish();
            return;
        }
        if (!is_open_) {
            if (now - began_ >= times_.hello) finish();
            return;
        }
        if (!conversation_->is_authenticated() && now - began_ >= times_.hello) return conversation_->no_hello();
        if (writing_ && now - writing_since_ >= times_.outbox) return reads_too_slowly();
        if (now - heard_ >= times_.idle) return close(4002, "silence");
        const auto since = frames_.under_way_since();
        if (since != Moment{} && now - since >= times_.message) return close(1008, "message takes too long");
        if (now - beat_at_ >= times_.beat && is_known_) {
            beat_at_ = now;
            conversation_->beat();
        }
    }

    /// The end, however it came: the hub forgets us, and the socket closes so that whatever still waits comes back.
    void finish() {
        if (finished_) return;
        finished_ = true;
        conversation_.reset();
        timer_.cancel();
        error_code ignored;
        stream_.next_layer().socket().close(ignored);
    }

    Connections::Ticket ticket_;
    Surroundings& surroundings_;
    const Times& times_;
    websocket::stream<WatchedSocket> stream_;
    asio::steady_timer timer_;
    std::optional<Conversation> conversation_;
    FrameWatch frames_;
    FrameWatch::Verdict verdict_{FrameWatch::Verdict::fine};
    beast::flat_buffer input_;
    std::deque<live::Frame> queue_;
    std::size_t queued_bytes_{};
    Moment began_, heard_, beat_at_, writing_since_, closing_since_;
    std::uint16_t close_code_{};
    std::string close_reason_;
    bool is_open_{}, is_known_{}, writing_{}, close_sent_{}, finished_{};
};

}  // namespace

void start_websocket(Socket socket, const RequestHead& head, std::string early, const std::string& client_address,
                     Surroundings& surroundings) {
    std::make_shared<WebSocketConnection>(std::move(socket), std::move(early), surroundings)->start(head, client_address);
}

}  // namespace kiemkring::edge
